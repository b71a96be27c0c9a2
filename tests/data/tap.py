# SPDX-License-Identifier: GPL-3.0-or-later
"""Run unittest cases and report them in the Test Anything Protocol, so that meson counts every one."""

import sys
import unittest


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0

    def report(self, test, good, note='', details=''):
        self.number += 1
        print(f'{"ok" if good else "not ok"} {self.number} {test.id().partition(".")[2]}{note}', flush=True)
        if details:
            print(details, file=sys.stderr, flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.report(test, True)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.report(test, False, details=self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.report(test, False, details=self.errors[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.report(test, True, note=f' # SKIP {reason}')


def main():
    """Run every case of the calling program and exit with its status."""
    result = TapResult()
    unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__']).run(result)
    print(f'1..{result.number}')
    sys.exit(0 if result.wasSuccessful() else 1)
