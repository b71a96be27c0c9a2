#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Format the man pages of every language and pass on every warning; see that each tells what --help does, and in its
own language.

Usage: test_man.py ROOT MAN-FOLDER MIGMEET MIGMEET-CORPUS
"""

import itertools
import os
import pathlib
import re
import subprocess
import sys
import unicodedata
import unittest

import tap

ROOT = pathlib.Path(sys.argv[1])
FOLDER = pathlib.Path(sys.argv[2])
PROGRAMS = {'migmeet': sys.argv[3], 'migmeet-corpus': sys.argv[4]}

OPTION = re.compile(r'(?<![\w-])--[a-z][a-z-]+')
# GLib's own, which a page need not repeat.
BUILT_IN = {'--help', '--help-all', '--help-gapplication', '--gapplication-service', '--display'}
# Where a line of 80 columns ends, with the room that man leaves at its right edge.
COLUMNS = 78
# Words that are the same in English.
SAME = {'fr': ('.SH "SYNOPSIS"', '.SH "DESCRIPTION"', '.SH "OPTIONS"')}


def run(*command):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': ''}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)


def path(name, language=None):
    return (FOLDER / language if language else FOLDER) / 'man1' / f'{name}.1'


def lines(name, language=None):
    return path(name, language).read_text(encoding='utf-8').splitlines()


def options(text):
    return set(OPTION.findall(re.sub(r'\\f.', '', text).replace('\\-', '-'))) - BUILT_IN


def told_options(page):
    """The options that are explained: by a line of their own behind .TP."""
    return options('\n'.join(line for before, line in zip(page, page[1:]) if before == '.TP'))


def formatted(name, language=None):
    """As a terminal shows it, without bold and underline."""
    done = run('groff', '-Kutf8', '-man', '-Tutf8', '-rLL=78n', '-P-c', path(name, language))
    return re.sub('.\b', '', done.stdout)


def width(text):
    return sum(2 if unicodedata.east_asian_width(letter) in 'WF' else unicodedata.category(letter) not in ('Mn', 'Cf')
               for letter in text)


def languages(name):
    listed = (ROOT / 'po' / name).read_text(encoding='utf-8').splitlines()
    return [line for line in listed if line and not line.startswith('#')]


PAGES = list(itertools.product(PROGRAMS, (None, *languages('LINGUAS'))))


class ManPages(unittest.TestCase):
    def test_no_warnings(self):
        for name, language in PAGES:
            done = run('groff', '-Kutf8', '-man', '-ww', '-z', '-Tutf8', path(name, language))
            self.assertEqual((done.returncode, done.stderr), (0, ''), (name, language))

    def test_lines_fit(self):
        for name, language in PAGES:
            wide = [line for line in formatted(name, language).splitlines() if width(line) > COLUMNS + 1]
            self.assertEqual(wide, [], (name, language))

    def test_options_can_be_copied(self):
        for name, language in PAGES:
            shown = formatted(name, language)
            self.assertEqual({option for option in told_options(lines(name)) if option not in shown}, set(),
                             (name, language))

    def test_every_option_and_nothing_else(self):
        help_text = run(PROGRAMS['migmeet'], '--help-all').stdout
        self.assertIn('--present', help_text)
        self.assertEqual(told_options(lines('migmeet')), options(help_text))

        page = '\n'.join(lines('migmeet-corpus'))
        top, *sections = re.split(r'^\.SS "(.*)"$', page, flags=re.MULTILINE)
        help_text = run(PROGRAMS['migmeet-corpus'], '--help').stdout
        commands = re.findall(r'^  ([a-z]+)  ', help_text, re.MULTILINE)
        self.assertIn('draw', commands)
        self.assertEqual(sections[::2], commands)
        self.assertEqual(told_options(top.splitlines()), {'--version'})
        for command, section in zip(commands, sections[1::2]):
            section = section.partition('\n.SH ')[0]
            help_text = run(PROGRAMS['migmeet-corpus'], command, '--help').stdout
            self.assertIn(f'migmeet-corpus {command} [OPTION…]', help_text)
            self.assertEqual(told_options(section.splitlines()), options(help_text.partition('\n\n')[2]), command)
            self.assertIn(f'\\fBmigmeet\\-corpus {command}\\fR', top)

    def test_languages_have_the_same_parts(self):
        for name, language in PAGES:
            self.assertEqual([line[:3] for line in lines(name, language) if line.startswith('.')],
                             [line[:3] for line in lines(name) if line.startswith('.')], (name, language))

    def test_languages_are_translated(self):
        for name, language in itertools.product(PROGRAMS, languages('COMPLETE')):
            english, page = lines(name), lines(name, language)
            # What is explained, behind .TP, may be the same; and in French some headings are.
            untold = [line for before, line, told in zip(page, page[1:], english[1:]) if line == told and
                      before != '.TP' and line not in SAME.get(language, ()) and
                      re.search('[a-z]{3}|^.SH', re.sub(r'\\f[BI].*?\\fR|\\\(..|^[.\'](?!SH).*', '', line))]
            self.assertEqual(untold, [], (name, language))

    def test_whatis(self):
        """What man -k finds; it knows the heading in these languages."""
        for name, language in PAGES:
            if language != 'ar':
                done = run('lexgrog', path(name, language))
                self.assertRegex(done.stdout, f'"{name} - .*"')
                self.assertNotIn('\\', done.stdout)


if __name__ == '__main__':
    tap.main()
