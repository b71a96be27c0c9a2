#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print briefings without a display and read them with others' tools: pdfinfo, pdffonts, pdftotext, pdftoppm.

Usage: test_handout.py MIGMEET-CORPUS
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import tap

TOOL = sys.argv[1]
NOTE = 'Five people, one question.\nPause on the speaker from Turkey.'


def run(*command, status=0):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': ''}
    for name in ('DISPLAY', 'WAYLAND_DISPLAY'):
        environment.pop(name, None)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)
    assert done.returncode == status, f'{command}: {done.returncode} {done.stderr}'
    return done


def briefing(*scenes, **head):
    return json.dumps({
        'briefing': {'format': 'migmeet-briefing', 'version': '1.0', 'title': 'The road to the summit',
                     'corpus': {'id': 'un-cmim'}, **head},
        'scenes': list(scenes),
    })


class Handout(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.pdf = self.folder / 'handout.pdf'

    def print(self, text, *options, status=0):
        file = self.folder / 'road.migbrief'
        file.write_text(text, encoding='utf-8')
        return run(TOOL, 'handout', *options, '--output', str(self.pdf), str(file), status=status)

    def info(self):
        return dict(re.findall(r'^([^:]+):\s+(.*)$', run('pdfinfo', str(self.pdf)).stdout, re.MULTILINE))

    def text(self, *options):
        return run('pdftotext', *options, str(self.pdf), '-').stdout

    def test_one_scene_a_page(self):
        done = self.print(briefing({'name': 'VIII. Preparing the summit', 'selected': 'S14-08', 'note': NOTE},
                                   {'name': 'Marrakech, side event', 'selected': 'E-nowhere'},
                                   {'name': 'The fourteenth', 'selected': 'M14'}))
        self.assertIn('Scene 2, “Marrakech, side event”, is not in this corpus', done.stderr)
        info = self.info()
        self.assertEqual((info['Pages'], info['Tagged'], info['Title']), ('2', 'yes', 'The road to the summit'))
        text = self.text()
        for words in ('1. VIII. Preparing the summit', '3. The fourteenth', 'Mehmet', '206', '25–26 Feb 2016'):
            self.assertIn(words, text)
        self.assertNotIn('\ufffd', text)
        self.assertNotIn('Five people', text)

    def test_year_is_never_cut(self):
        """However long the names are: of where and when, of the scene."""
        for n in (1, 12, 60):
            name = ' '.join(['Coordination of everybody concerned'] * n)
            corpus = self.folder / 'long.json'
            corpus.write_text(json.dumps({
                'meta': {'format': 'migmeet-corpus', 'version': '1.0', 'id': 'long', 'title': name},
                'events': [{'id': 'M', 'name': name, 'classification': 'meeting', 'start_date': '1987-03-02',
                            'end_date': '1987-03-04', 'location': 'Lundhavn'},
                           {'id': 'S', 'name': 'Opening', 'parent_id': 'M', 'classification': 'session'}],
            }), encoding='utf-8')
            self.print(briefing({'name': f'{name}, 1988', 'selected': 'S', 'start': '1990-01-01', 'end': '1991-01-01'},
                                corpus={'id': 'long'}), '--corpus', str(corpus))
            text = self.text()
            self.assertIn('1987', text, n)
            self.assertIn('1988', text, n)

    def test_lanes_that_follow(self):
        """They say whom, and what is gone has none."""
        scene = {'name': 'VIII', 'selected': 'M14', 'lanes': ['meetings'],
                 'following': [{'id': 'O-nobody'}, {'id': 'P-riera'}]}
        self.print(briefing(scene))
        self.assertIn('José Riera', self.text())
        self.print(briefing({**scene, 'following': []}))
        self.assertNotIn('José Riera', self.text())

    def test_notes(self):
        self.print(briefing({'name': 'VIII', 'selected': 'S14-08', 'note': NOTE}), '--notes')
        text = self.text()
        self.assertIn('Five people, one question.', text)
        self.assertIn('Pause on the speaker from Turkey.', text)

    def test_long_note_goes_on(self):
        words = [f'word{i}' for i in range(3000)]
        self.print(briefing({'name': 'VIII', 'selected': 'S14-08', 'note': ' '.join(words)}), '--notes')
        self.assertGreater(int(self.info()['Pages']), 3)
        found = self.text().split()
        self.assertEqual([word for word in found if word.startswith('word')], words)

    def test_paper(self):
        for paper, size in (('a4', '841.89 x 595.276'), ('letter', '792 x 612')):
            self.print(briefing({'name': 'VIII', 'selected': 'S14-08'}), '--paper', paper)
            self.assertIn(size, self.info()['Page size'])

    def test_fonts_are_embedded(self):
        self.print(briefing({'name': 'VIII', 'selected': 'S14-08', 'note': NOTE}), '--notes')
        lines = run('pdffonts', str(self.pdf)).stdout.splitlines()[2:]
        self.assertGreater(len(lines), 0)
        for line in lines:
            self.assertRegex(line, r' yes yes yes +\d+ +\d+$')

    def test_drawings_stay_drawings(self):
        self.print(briefing({'name': 'VIII', 'selected': 'S14-08'}))
        self.assertEqual(len(run('pdfimages', '-list', str(self.pdf)).stdout.splitlines()), 2)
        run('pdftoppm', '-r', '40', '-png', str(self.pdf), str(self.folder / 'page'))
        self.assertEqual(len(list(self.folder.glob('page*.png'))), 1)

    def test_suggested_briefing(self):
        run(TOOL, 'handout', '--output', str(self.pdf))
        self.assertGreater(int(self.info()['Pages']), 10)

    def test_pictures(self):
        text = briefing({'name': 'VIII: a/b', 'selected': 'S14-08'})
        self.pdf = self.folder / 'pictures'
        self.print(text, '--pictures', 'svg')
        self.assertEqual([path.name for path in self.pdf.iterdir()], ['01 VIII- a-b.svg'])

    def test_what_is_wrong(self):
        done = self.print(briefing({'start': '2016-13-01', 'end': '2017-01-01'}), status=1)
        self.assertRegex(done.stderr, r'road\.migbrief:1:149: scenes\[0\]\.start: “2016-13-01” is not a day\.')
        self.assertFalse(self.pdf.exists())
        self.print(briefing({'selected': 'nowhere'}), status=1)
        self.print(briefing(), '--paper', 'a3', status=2)
        run(TOOL, 'handout', status=2)


if __name__ == '__main__':
    tap.main()
