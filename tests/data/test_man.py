#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Format man pages and pass on every warning.

Usage: test_man.py PAGE...
"""

import pathlib
import subprocess
import sys
import unittest

import tap


class ManPages(unittest.TestCase):
    def test_no_warnings(self):
        for page in sys.argv[1:]:
            run = subprocess.run(['groff', '-man', '-ww', '-z', '-Tutf8', page], capture_output=True, text=True,
                                 check=False)
            self.assertEqual((run.returncode, run.stderr), (0, ''), page)

    def test_nothing_is_left_to_fill_in(self):
        for page in sys.argv[1:]:
            self.assertNotIn('@', pathlib.Path(page).read_text(encoding='utf-8'), page)


if __name__ == '__main__':
    tap.main()
