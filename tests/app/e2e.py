#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""MigMeet as a person meets it: installed, started, and used through the accessibility tree and the keyboard.

Usage: e2e.py BUILD-FOLDER
"""

import pathlib
import re
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'data')]

import stage
import tap

MEETING = 'Fourteenth Coordination Meeting on International Migration'
SESSION = 'Preparing the 19 September summit of the General Assembly: the Secretary-General’s report'
SUMMIT = ('High-level plenary meeting of the General Assembly on addressing large movements of refugees and migrants')
BROKEN = '''{
  "meta": {"format": "migmeet-corpus", "version": "1.0", "id": "broken", "title": "Broken"},
  "events": [
    {"id": "E1", "name": "Some meeting", "start_date": "2016-13-01"}
  ]
}
'''
MENDED = BROKEN.replace('2016-13-01', '2016-12-01').replace('Broken', 'Mended')


class EndToEnd(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stage = stage.Stage(BUILD)

    @classmethod
    def tearDownClass(cls):
        cls.stage.close()

    def open(self, *arguments):
        application = stage.Application(self.stage, *arguments)
        self.addCleanup(application.errors.close)
        self.addCleanup(application.stop)
        return application

    def close(self, application):
        application.close()
        self.assert_good_end(application)

    def assert_good_end(self, application):
        self.assertEqual(application.end(), 0)
        self.assertEqual(application.complaints(), [])

    def test_through_the_tree(self):
        """From the meeting to a session, on to an event mentioned there, to who raised it, and all the way back."""
        app = self.open()
        app.page(MEETING)

        app.act_on_item('Second Coordination Meeting')
        app.page('Second Coordination Meeting on International Migration')
        app.act_on_item('Fourteenth Coordination Meeting')
        app.page(MEETING)
        app.act_on_item('VIII. Preparing')
        app.page(SESSION, 'José Riera', 'Elizabeth Ferris', '206 days')

        app.act_on_link('19 September summit')
        app.page(SUMMIT, 'José Riera', 'Jan Eliasson', 'Karen AbuZayd', '206 days', '19 September 2016')

        app.act_on('Back')
        app.page(SESSION)
        app.act_on('Back')
        app.page(MEETING)
        app.act_on('Forward')
        app.page(SESSION)
        self.close(app)

    def test_by_keyboard(self):
        """The same way with nothing but keys."""
        app = self.open()
        app.page(MEETING)
        app.hold_keyboard()
        stage.until(lambda: app.has_focus(app.item('Fourteenth')), 'the focus on the fourteenth meeting')

        name = app.press_for_focus('Down')
        for _ in range(12):
            if name.startswith('VIII. '):
                break
            name = app.press_for_focus('Right')
        self.assertTrue(name.startswith('VIII. '), name)
        app.press('Return')
        app.page(SESSION)

        stage.until(lambda: app.focus_name() == SESSION, 'the focus on the page')
        for _ in range(60):
            if name == '19 September summit':
                break
            name = app.press_for_focus('Tab')
        self.assertEqual(name, '19 September summit')
        app.press('Return')
        app.page(SUMMIT)

        app.press('alt+Left')
        app.page(SESSION)
        app.press('alt+Left')
        app.page(MEETING)
        app.press('ctrl+q')
        self.assert_good_end(app)

    def test_every_band_by_f6(self):
        app = self.open()
        app.page(MEETING)
        app.hold_keyboard()
        first = app.press_for_focus('F6')
        names = [first]
        while len(names) < 12:
            name = app.press_for_focus('F6')
            if name == first:
                break
            names.append(name)
        self.assertTrue({'Main Menu', 'Present'} & set(names), names)
        self.assertIn('Overview', names)
        self.assertIn(MEETING, names)
        self.assertTrue(any(name.startswith(MEETING + ', ') for name in names), names)
        self.close(app)

    def test_address(self):
        app = self.open('migmeet:un-cmim#S14-08')
        app.page(SESSION)
        self.close(app)

    def test_broken_corpus_mended(self):
        file = self.stage.folder / 'broken.json'
        file.write_text(BROKEN, encoding='utf-8')
        app = self.open(str(file))
        app.find('This corpus cannot be read')
        app.find(re.compile('4:.*events.0..start_date: .*2016-13-01.*'), app.atspi.Role.LIST_ITEM)
        for name in ('Open Another…', 'Try Again', 'Open the Bundled Corpus', 'Copy Report'):
            app.find(name)
        app.find('"2016-13-01"')

        file.write_text(MENDED, encoding='utf-8')
        app.find('Mended')
        self.close(app)

    def test_broken_corpus_left_for_the_bundled_one(self):
        file = self.stage.folder / 'left.json'
        file.write_text(BROKEN, encoding='utf-8')
        app = self.open(str(file))
        app.act_on('Open the Bundled Corpus')
        app.page(MEETING)
        self.close(app)

    def test_version(self):
        ended = self.stage.run('--version')
        self.assertEqual((ended.returncode, ended.stderr), (0, ''))
        self.assertRegex(ended.stdout, r'\AMigMeet \d+\.\d+')

    def test_help(self):
        ended = self.stage.run('--help')
        self.assertEqual((ended.returncode, ended.stderr), (0, ''))
        self.assertIn('--version', ended.stdout)
        self.assertIn('FILE', ended.stdout)

    def test_wrong_arguments(self):
        for argument, answer in (('--nonsense', '--nonsense'), ('migmeet:nowhere', 'migmeet:CORPUS#RECORD')):
            ended = self.stage.run(argument)
            self.assertNotEqual(ended.returncode, 0)
            self.assertEqual(ended.stdout, '')
            self.assertIn(answer, ended.stderr)
            self.assertEqual(ended.stderr.count('\n'), 1, ended.stderr)


if __name__ == '__main__':
    BUILD = sys.argv[1]
    try:
        import gi
        gi.require_version('Atspi', '2.0')
        for program in ('Xvfb', 'dbus-daemon', 'xdotool', 'meson', 'glib-compile-schemas'):
            stage.need(program)
    except (ImportError, ValueError, stage.NotHere) as missing:
        print(f'1..0 # SKIP {missing}')
        sys.exit(0)
    tap.main()
