#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Format the man pages of every language and pass on every warning; see that they tell what --help does, and that
translators reach all of it.

Usage: test_man.py ROOT MAN-FOLDER PSEUDO-FOLDER MIG-MANUAL MIGMEET MIGMEET-CORPUS
"""

import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest

import tap

ROOT = pathlib.Path(sys.argv[1])
FOLDER = pathlib.Path(sys.argv[2])
PSEUDO = pathlib.Path(sys.argv[3])
MANUAL = sys.argv[4]
PROGRAMS = {'migmeet': sys.argv[5], 'migmeet-corpus': sys.argv[6]}

OPTION = re.compile(r'(?<![\w-])--[a-z][a-z-]+')
# GLib's own, which a page need not repeat.
BUILT_IN = {'--help', '--help-all', '--help-gapplication', '--gapplication-service', '--display'}
# Where a line of 80 columns ends, with the room that man leaves at its right edge.
COLUMNS = 78


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

    def test_translators_reach_every_text(self):
        """In the language that has brackets about whatever is translated, see po/pseudo.py."""
        with tempfile.TemporaryDirectory() as folder:
            done = run(MANUAL, folder, PSEUDO / 'en_XA/LC_MESSAGES/migmeet.mo')
            self.assertEqual((done.returncode, done.stderr), (0, ''))
            for name in PROGRAMS:
                page = (pathlib.Path(folder) / 'man1' / f'{name}.1').read_text(encoding='utf-8').splitlines()
                self.assertRegex(page[2], r'^\.TH .* "⟦[^"]*⟧"$')
                self.assertEqual([line for line in page if re.match(r'\.SH (?!"⟦[^"]*⟧"$)', line)], [])
                # But for the synopsis, what is explained behind .TP, and the page to see, too.
                texts = [re.sub(r'\\f.', '', line) for before, line in zip(page, page[1:])
                         if not re.match(r"[.']", line) and before != '.TP' and not line.startswith('\\fBmigmeet')]
                self.assertGreater(len(texts), 10)
                self.assertEqual([line for line in texts if not re.match(r'(\S+ \\- )?⟦[^⟦]*⟧$', line)], [], name)

    @unittest.skipUnless(shutil.which('lexgrog'), 'man-db is not installed')
    def test_whatis(self):
        """What man -k finds; it knows the heading in these languages."""
        for name, language in PAGES:
            if language != 'ar':
                done = run('lexgrog', path(name, language))
                self.assertRegex(done.stdout, f'"{name} - .*"')
                self.assertNotIn('\\', done.stdout)


if __name__ == '__main__':
    tap.main()
