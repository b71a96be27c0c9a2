#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Format man pages and pass on every warning; see that each names the options that its program has.

Usage: test_man.py migmeet.1 migmeet-corpus.1 MIGMEET-CORPUS
"""

import os
import pathlib
import re
import subprocess
import sys
import unittest

import tap

PAGES = sys.argv[1:3]
CORPUS_TOOL = sys.argv[3]
OPTION = re.compile(r'--[a-z][a-z-]+')


def run(*command):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': ''}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)


def options(*command):
    done = run(*command)
    assert done.returncode == 0, f'{command}: {done.stderr}'
    return set(OPTION.findall(done.stdout))


class ManPages(unittest.TestCase):
    def test_no_warnings(self):
        for page in PAGES:
            done = run('groff', '-man', '-ww', '-z', '-Tutf8', page)
            self.assertEqual((done.returncode, done.stderr), (0, ''), page)

    def test_nothing_is_left_to_fill_in(self):
        for page in PAGES:
            self.assertNotIn('@', pathlib.Path(page).read_text(encoding='utf-8'), page)

    def test_every_option_is_named(self):
        told = pathlib.Path(PAGES[1]).read_text(encoding='utf-8').replace('\\-', '-')
        help_text = run(CORPUS_TOOL, '--help').stdout
        commands = re.findall(r'^  ([a-z]+)  ', help_text, re.MULTILINE)
        self.assertIn('draw', commands)
        for command in commands:
            self.assertIn(f'.B {command}\n', told)
            self.assertEqual(options(CORPUS_TOOL, command, '--help') - set(OPTION.findall(told)), set(), command)


if __name__ == '__main__':
    tap.main()
