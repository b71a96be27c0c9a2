#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""MigMeet as a person meets it: installed, started, and used through the accessibility tree and the keyboard.

Usage: e2e.py BUILD-FOLDER [LANGUAGE FOLDER]     FOLDER has catalogues of LANGUAGE that are not installed
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
SECOND = 'Second Coordination Meeting on International Migration'
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
        cls.stage = stage.Stage(BUILD, LANGUAGE, FOLDER)
        cls.tongue = cls.stage.tongue
        cls.meeting, cls.second, cls.session, cls.summit = map(cls.tongue.name, (MEETING, SECOND, SESSION, SUMMIT))
        cls.lag = cls.tongue.count('%s day', '%s days', 206)
        cls.summit_link = cls.tongue.name('19 September summit', 'event.short_name')

    @classmethod
    def tearDownClass(cls):
        cls.stage.close()

    def hits(self, number):
        return self.tongue.count('%s hit', '%s hits', number)

    def hit(self, place, number):
        return self.tongue.fill('hit %1$s of %2$s', None, str(place), str(number))

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
        app.page(self.meeting)

        app.act_on_item(self.second)
        app.page(self.second)
        app.act_on_item(self.meeting)
        app.page(self.meeting)
        app.act_on_item(self.tongue.fill('%1$s. %2$s', 'session', 'VIII', self.session))
        app.page(self.session, 'José Riera', 'Elizabeth Ferris', self.lag)

        app.act_on_link(self.summit_link)
        app.page(self.summit, 'José Riera', 'Jan Eliasson', 'Karen AbuZayd', self.lag,
                 self.tongue.say('September', 'month in a date'))

        app.act_on(self.tongue.say('Back', 'history'))
        app.page(self.session)
        app.act_on(self.tongue.say('Back', 'history'))
        app.page(self.meeting)
        app.act_on(self.tongue.say('Forward', 'history'))
        app.page(self.session)
        self.close(app)

    def test_by_keyboard(self):
        """The same way with nothing but keys."""
        app = self.open()
        app.page(self.meeting)
        app.hold_keyboard()
        stage.until(lambda: app.has_focus(app.item(self.meeting)), 'the focus on the fourteenth meeting')

        name = app.press_for_focus('Down')
        for _ in range(12):
            if name.startswith('VIII. '):
                break
            name = app.press_for_focus('Left' if self.tongue.rtl else 'Right')
        self.assertTrue(name.startswith('VIII. '), name)
        app.press('Return')
        app.page(self.session)

        stage.until(lambda: app.focus_name() == self.session, 'the focus on the page')
        for _ in range(60):
            if name == self.summit_link:
                break
            name = app.press_for_focus('Tab')
        self.assertEqual(name, self.summit_link)
        app.press('Return')
        app.page(self.summit)

        app.press('alt+Right' if self.tongue.rtl else 'alt+Left')
        app.page(self.session)
        app.press('alt+Right' if self.tongue.rtl else 'alt+Left')
        app.page(self.meeting)
        app.press('ctrl+q')
        self.assert_good_end(app)

    def test_search_by_typing(self):
        """Letters that nobody else has a use for are looked for; what a screen reader hears is counted here."""
        app = self.open()
        app.page(self.meeting)
        app.hold_keyboard()
        stage.until(lambda: app.has_focus(app.item(self.meeting)), 'the focus on the fourteenth meeting')

        for letter in 'crep':
            app.press(letter)
        app.find(self.hits(2))
        app.find(re.compile('François Crépeau.*'), app.atspi.Role.LIST_ITEM)
        app.press('Return')
        app.page('François Crépeau')
        app.find(self.hit(2, 2))
        app.press('F3')
        app.find(self.hit(1, 2))
        app.press('Escape')
        app.press('Escape')
        stage.until(lambda: not app.look(self.hit(1, 2)), 'the search to close')
        self.close(app)

    def test_every_band_by_f6(self):
        app = self.open()
        app.page(self.meeting)
        app.hold_keyboard()
        first = app.press_for_focus('F6')
        names = [first]
        while len(names) < 12:
            name = app.press_for_focus('F6')
            if name == first:
                break
            names.append(name)
        header = {self.tongue.say(name) for name in ('Bookmarks', 'Search', 'Present')}
        self.assertTrue(header & set(names), names)
        self.assertIn(self.tongue.say('Overview'), names)
        self.assertIn(self.meeting, names)
        self.assertTrue(any(name.startswith(self.meeting + ', ') for name in names), names)
        self.close(app)

    def test_address(self):
        app = self.open('migmeet:un-cmim#S14-08')
        app.page(self.session)
        self.close(app)

    def test_broken_corpus_mended(self):
        file = self.stage.folder / 'broken.json'
        file.write_text(BROKEN, encoding='utf-8')
        app = self.open(str(file))
        app.find(self.tongue.say('This corpus cannot be read'))
        app.find(re.compile('.*4:.*events.0..start_date: .*2016-13-01.*'), app.atspi.Role.LIST_ITEM)
        for name in ('Open Another…', 'Try Again', 'Open the Bundled Corpus', 'Copy Report'):
            app.find(self.tongue.say(name))
        app.find('"2016-13-01"')

        file.write_text(MENDED, encoding='utf-8')
        app.find('Mended')
        self.close(app)

    def test_broken_corpus_left_for_the_bundled_one(self):
        file = self.stage.folder / 'left.json'
        file.write_text(BROKEN, encoding='utf-8')
        app = self.open(str(file))
        app.act_on(self.tongue.say('Open the Bundled Corpus'))
        app.page(self.meeting)
        self.close(app)

    def test_version(self):
        ended = self.stage.run('--version')
        self.assertEqual((ended.returncode, ended.stderr), (0, ''))
        self.assertRegex(ended.stdout, r'\AMigMeet \d+\.\d+')

    def test_help(self):
        ended = self.stage.run('--help')
        self.assertEqual((ended.returncode, ended.stderr), (0, ''))
        self.assertIn('--version', ended.stdout)
        self.assertIn(self.tongue.say('[FILE|ADDRESS|BRIEFING…]'), ended.stdout)

    def test_wrong_arguments(self):
        for argument, answer in (('--nonsense', '--nonsense'), ('migmeet:#nowhere', 'migmeet:CORPUS#RECORD')):
            ended = self.stage.run(argument)
            self.assertNotEqual(ended.returncode, 0)
            self.assertEqual(ended.stdout, '')
            self.assertIn(answer, ended.stderr)
            self.assertEqual(ended.stderr.count('\n'), 1, ended.stderr)


if __name__ == '__main__':
    BUILD = sys.argv[1]
    LANGUAGE, FOLDER = sys.argv[2:4] if len(sys.argv) > 2 else (None, None)
    stage.check('Xvfb')
    tap.main()
