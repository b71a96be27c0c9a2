#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Try both command lines: every option does something, every mistake is told in one line and in the person's language,
and exit statuses are those of the man pages.

Usage: test_cli.py ROOT CATALOGUES MIGMEET MIGMEET-CORPUS
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest

import tap

ROOT = pathlib.Path(sys.argv[1]).resolve()
CATALOGUES = sys.argv[2]
MIGMEET = str(pathlib.Path(sys.argv[3]).resolve())
CORPUS_TOOL = str(pathlib.Path(sys.argv[4]).resolve())

BUNDLED = ROOT / 'data/corpus.json'
HARBOUR = ROOT / 'tests/fixtures/harbour.json'
BROKEN = ROOT / 'tests/fixtures/broken/dates.json'
LANGUAGES = [line for line in (ROOT / 'po/COMPLETE').read_text(encoding='utf-8').splitlines()
             if line and not line.startswith('#')]
COMMANDS = ('check', 'draw', 'handout', 'pot', 'stats')
OPTION = re.compile(r'^  (?:-\w, )?(--[a-z-]+)', re.MULTILINE)

# For each command how to call it, and for each of its options how to give it.
TRIED = {
    'check': ([HARBOUR], {}),
    'draw': (['--output', 'out.svg', '--from', '2016', '--to', '2016', BUNDLED], {
        '--output': ['--output', 'out.pdf'],
        '--format': ['--format', 'png'],
        '--from': ['--from', '2014-02'],
        '--to': ['--to', '2017-05-06'],
        '--select': ['--select', 'M14'],
        '--colours': ['--colours', 'dark'],
        '--width': ['--width', '700'],
        '--height': ['--height', '345'],
    }),
    'handout': (['--output', 'out.pdf', 'talk.migbrief'], {
        '--output': ['--output', 'other.pdf'],
        '--notes': ['--notes'],
        '--paper': ['--paper', 'letter'],
        '--colours': ['--colours', 'room'],
        '--pictures': ['--pictures', 'svg', '--output', 'pictures'],
        '--corpus': ['--corpus', HARBOUR],
    }),
    'pot': ([HARBOUR], {'--output': ['--output', 'out.pot']}),
    'stats': ([HARBOUR], {'--json': ['--json']}),
}

# What is no use, and the exit status that says so.
MISTAKES = (
    ((CORPUS_TOOL, 'fly'), 2),
    ((CORPUS_TOOL, 'help', 'fly'), 2),
    ((CORPUS_TOOL, 'draw', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out.svg', HARBOUR, 'more'), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out.gif', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out', '--format', 'gif', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out.svg', '--from', '2016-13', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out.svg', '--from', '2017', '--to', '2016', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out.svg', '--width', '99', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out.svg', '--width', 'wide', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out.svg', '--height', '-5', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out.svg', '--colours', 'pink', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'out.svg', '--select', 'nobody', HARBOUR), 2),
    ((CORPUS_TOOL, 'draw', '-o', 'no/out.svg', HARBOUR), 1),
    ((CORPUS_TOOL, 'draw', '-o', 'folder.svg', HARBOUR), 1),
    ((CORPUS_TOOL, 'handout'), 2),
    ((CORPUS_TOOL, 'handout', '-o', 'out.pdf', '--paper', 'a9'), 2),
    ((CORPUS_TOOL, 'handout', '-o', 'out', '--pictures', 'gif'), 2),
    ((CORPUS_TOOL, 'handout', '-o', '-', '--pictures', 'png'), 2),
    ((CORPUS_TOOL, 'handout', '-o', 'out.pdf', 'no.migbrief'), 1),
    ((CORPUS_TOOL, 'pot', 'no.json'), 1),
    ((CORPUS_TOOL, 'pot', '-o', 'no/out.pot', HARBOUR), 1),
    ((CORPUS_TOOL, 'stats', '.'), 1),
    ((CORPUS_TOOL, 'stats', 'pipe'), 1),
    ((MIGMEET, 'migmeet:'), 1),
    ((MIGMEET, '--present', '--scene', '0'), 1),
    ((MIGMEET, '--scene', 'first'), 1),
    ((MIGMEET,), 1),
)


def width(text):
    return sum(2 if unicodedata.east_asian_width(letter) in 'WF' else unicodedata.category(letter) not in ('Mn', 'Cf')
               for letter in text)


def seen(path):
    """A file's content; of a PDF, which says when it was made, how its pages look."""
    if path.suffix.lower() != '.pdf':
        return path.read_bytes()
    return path.read_bytes()[:4] + subprocess.run(['pdftoppm', '-r', '40', path], capture_output=True, timeout=60,
                                                  check=True).stdout


class CommandLine(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / 'folder.svg').mkdir()
        os.mkfifo(self.folder / 'pipe')
        scenes = [{'target': 'M14', 'notes': 'A word on this.'}, {'target': 'M1'}]
        (self.folder / 'talk.migbrief').write_text(json.dumps({
            'briefing': {'format': 'migmeet-briefing', 'version': '1.0', 'title': 'Talk', 'corpus_id': 'un-cmim'},
            'scenes': scenes}), encoding='utf-8')

    def run_it(self, *command, language='', **more):
        environment = {name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
        environment.update(LC_ALL='C.UTF-8', LANGUAGE=language, MIGMEET_LOCALE_DIR=CATALOGUES,
                           MIGMEET_DATA_DIR=str(ROOT / 'data'))
        return subprocess.run([str(part) for part in command], cwd=self.folder, env=environment, timeout=120,
                              capture_output=True, check=False, **more)

    def corpus(self, *arguments, status=0, **more):
        done = self.run_it(CORPUS_TOOL, *arguments, **more)
        self.assertEqual(done.returncode, status, (arguments, done.stderr))
        return done

    def written(self, arguments):
        """What a command prints and writes, by the files' names."""
        before = set(self.folder.rglob('*'))
        done = self.corpus(*arguments)
        files = sorted(set(self.folder.rglob('*')) - before)
        contents = {str(path.relative_to(self.folder)): seen(path) for path in files if path.is_file()}
        for path in files:
            if path.is_file():
                path.unlink()
        return done.stdout, contents

    def test_help_names_the_command(self):
        for command in COMMANDS:
            text = self.corpus(command, '--help').stdout.decode()
            self.assertRegex(text, rf'\AUsage:\n  migmeet-corpus {command} \[OPTION…\] .*\n')
            self.assertEqual(self.corpus('help', command).stdout.decode(), text)
        listed = re.findall(r'^  ([a-z]+)  ', self.corpus('--help').stdout.decode(), re.MULTILINE)
        self.assertEqual(listed, list(COMMANDS))
        self.assertEqual(self.corpus('help').stdout, self.corpus('--help').stdout)

    def test_every_option_does_something(self):
        for command, (call, options) in TRIED.items():
            told = set(OPTION.findall(self.corpus(command, '--help').stdout.decode())) - {'--help'}
            self.assertEqual(told, set(options), command)
            plain = self.written([command, *call])
            self.assertEqual(self.written([command, *call]), plain, command)
            for option, given in options.items():
                self.assertNotEqual(self.written([command, *call, *given]), plain, (command, option))
        self.assertRegex(self.corpus('--version').stdout.decode(), r'\Amigmeet-corpus \d+\.\d+\.\d+\n\Z')

    def test_sizes_and_formats(self):
        call = ['draw', HARBOUR, '--output']
        _, files = self.written([*call, 'out.svg', '--width', '700', '--height', '345'])
        self.assertRegex(files['out.svg'].decode(), 'width="700(px)?" height="345(px)?"')
        for name, more, magic in (('out.png', [], b'\x89PNG'), ('OUT.PDF', [], b'%PDF'), ('out.svg', [], b'<?xml'),
                                  ('out', ['--format', 'PNG'], b'\x89PNG'), ('out.svg', ['--format', 'pdf'], b'%PDF')):
            _, files = self.written([*call, name, *more])
            self.assertTrue(files[name].startswith(magic), name)

    def test_arabic_runs_from_right_to_left(self):
        """A page of a handout: its heading, in Latin letters here, and its number at the other end of the foot."""
        for language, is_mirrored in (('', False), ('ar', True)):
            self.corpus('handout', '-o', 'out.pdf', 'talk.migbrief', language=language)
            text = subprocess.run(['pdftotext', '-bbox', '-l', '1', self.folder / 'out.pdf', '-'], timeout=60,
                                  capture_output=True, check=True, text=True).stdout
            width, height = (float(size) for size in re.search('<page width="(.*?)" height="(.*?)"', text).groups())
            words = [(*map(float, word[:3]), word[3])
                     for word in re.findall('xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax=".*?">(.*?)<', text)]
            heading = [left + right > width for left, top, right, _ in words if top < height / 10]
            number = [left + right > width for left, top, right, word in words if top > height * 0.9 and word == '1']
            self.assertEqual(set(heading), {is_mirrored}, language)
            self.assertEqual(number, [not is_mirrored], language)

    def test_standard_streams(self):
        harbour = HARBOUR.read_bytes()
        for command in ('check', 'stats', 'pot'):
            self.assertEqual(self.corpus(command, '-', input=harbour).stdout, self.corpus(command, HARBOUR).stdout)
        drawn = self.corpus('draw', '-o', '-', '--format', 'svg', '-', input=harbour).stdout
        self.corpus('draw', '-o', 'out.svg', HARBOUR)
        self.assertEqual(drawn, (self.folder / 'out.svg').read_bytes())
        briefing = (self.folder / 'talk.migbrief').read_bytes()
        self.assertTrue(self.corpus('handout', '-o', '-', '-', input=briefing).stdout.startswith(b'%PDF'))
        self.assertEqual(self.corpus('pot', '-o', '-', HARBOUR).stdout, self.corpus('pot', HARBOUR).stdout)
        done = self.corpus('check', '-', input=BROKEN.read_bytes(), status=1)
        self.assertRegex(done.stdout.decode(), r'\A\d+:\d+: ')

    def test_nobody_reads_on(self):
        for arguments in (('pot', BUNDLED), ('stats', '--json', BUNDLED), ('handout', '-o', '-')):
            reading, writing = os.pipe()
            os.close(reading)
            done = subprocess.run([CORPUS_TOOL, *map(str, arguments)], stdout=writing, stderr=subprocess.PIPE,
                                  env={**os.environ, 'MIGMEET_DATA_DIR': str(ROOT / 'data')}, timeout=120, check=False)
            os.close(writing)
            self.assertEqual(done.stderr, b'', arguments)
            self.assertNotEqual(done.returncode, 0, arguments)

    def test_no_room_left(self):
        for arguments in (('pot', HARBOUR), ('stats', HARBOUR), ('check', BROKEN), ('handout', '-o', '-')):
            with open('/dev/full', 'wb') as full:
                done = subprocess.run([CORPUS_TOOL, *map(str, arguments)], stdout=full, stderr=subprocess.PIPE,
                                      env={**os.environ, 'MIGMEET_DATA_DIR': str(ROOT / 'data')}, timeout=120,
                                      check=False)
            self.assertEqual((done.returncode, done.stderr.count(b'\n')), (1, 1), arguments)

    def test_no_command(self):
        done = self.corpus(status=2)
        self.assertEqual((done.stdout, done.stderr), (b'', self.corpus('--help').stdout))

    def test_mistakes_take_a_line(self):
        for command, status in MISTAKES:
            done = self.run_it(*command)
            self.assertEqual((done.returncode, done.stdout), (status, b''), (command, done.stderr))
            self.assertEqual(done.stderr.count(b'\n'), 1, (command, done.stderr))
        for name in ('.', 'pipe', 'no.json'):
            done = self.corpus('check', name, status=1)
            self.assertEqual((done.stdout.count(b'\n'), done.stderr), (1, b''), name)

    def test_mistakes_are_told_in_every_language(self):
        for command, status in MISTAKES:
            english = self.run_it(*command).stderr
            for language in LANGUAGES:
                done = self.run_it(*command, language=language)
                self.assertEqual(done.returncode, status, (command, language))
                self.assertNotEqual(done.stderr, english, (command, language))

    def test_one_unreadable_corpus_among_others(self):
        done = self.corpus('check', HARBOUR, 'no.json', BROKEN, status=1)
        lines = done.stdout.decode().splitlines()
        self.assertRegex(lines[0], 'no.json: ')
        self.assertTrue(all(line.startswith(f'{BROKEN}:') for line in lines[1:]) and lines[1:], lines)

    def test_columns_stand_under_each_other(self):
        calls = [(MIGMEET, '--help'), (CORPUS_TOOL, '--help')]
        calls += [(CORPUS_TOOL, command, '--help') for command in COMMANDS]
        for call in calls:
            english = self.run_it(*call).stdout.decode()
            for language in ('', *LANGUAGES):
                text = self.run_it(*call, language=language).stdout.decode()
                self.assertEqual(OPTION.findall(text), OPTION.findall(english), (call, language))
                begins = {width(match[0]) for match in re.finditer(r'^  (?:-\w, )?--\S+ +', text, re.MULTILINE)}
                self.assertEqual(len(begins), 1, (call, language, text))


if __name__ == '__main__':
    tap.main()
