#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A briefing as a presenter gives it: two screens, a window manager, clickers, plugs that are pulled, and a crash.

Usage: presenting.py BUILD-FOLDER
"""

import json
import pathlib
import re
import signal
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'data')]

import screens
import stage
from stage import where
import tap

BRIEFING = {
    'briefing': {'format': 'migmeet-briefing', 'version': '1.0', 'title': 'The road', 'duration': 1200,
                 'corpus': {'id': 'un-cmim'}},
    'scenes': [
        {'name': 'Glance', 'selected': 'series', 'duration': 60, 'note': 'Welcome.'},
        {'name': 'Second', 'selected': 'M02', 'duration': 90},
        {'name': 'Nowhere', 'selected': 'E-nowhere'},
        {'name': 'Fourteenth', 'selected': 'M14', 'note': 'Eleven sessions.'},
        {'name': 'Eighth', 'selected': 'S14-08', 'start': '2015-06-01', 'end': '2017-03-10'},
    ],
}
LAPTOP = (0, 0, 1280, 800)
PROJECTOR = (1280, 0, 1920, 1080)
ROOM = 'The road: what the room sees'
CONSOLE = 'Briefing: The road'
# What clickers of three makes send for next, back and hide, and what else of theirs must do no harm.
CLICKERS = (('Next', 'Prior', 'period', 'F5'), ('Right', 'Left', 'b', 'F5'), ('Down', 'Up', 'b', 'shift+F5'))


class Show(stage.Application):
    """The program while it presents: several windows, seen by name."""

    def frames(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == self.process.pid:
                application.set_cache_mask(self.atspi.Cache.NONE)
                return [application.get_child_at_index(k) for k in range(application.get_child_count())]
        return []

    def frame_called(self, name):
        for frame in self.frames():
            if frame and frame.get_name() == name and frame.get_state_set().contains(self.atspi.StateType.SHOWING):
                return frame
        return None

    def anywhere(self, name):
        """The first node of that name in any of the windows."""
        return next(filter(None, (self.look(name, below=frame) for frame in self.frames() if frame)), None)

    def says(self, text, name=CONSOLE):
        frame = self.frame_called(name)
        return bool(frame and self.look(text, below=frame))


class Presenting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stage = STAGE

    def open(self, *arguments, forgets=True):
        show = Show(self.stage, *arguments, forgets=forgets)
        self.addCleanup(show.errors.close)
        self.addCleanup(show.stop)
        return show

    def present(self, *options):
        file = self.stage.folder / 'road.migbrief'
        file.write_text(json.dumps(BRIEFING), encoding='utf-8')
        show = self.open('--present', *options, str(file))
        stage.until(lambda: where(ROOM) == PROJECTOR, 'the room’s screen to fill the projector')
        stage.until(lambda: where(CONSOLE) == LAPTOP, 'the console to fill the laptop')
        return show

    def end(self, show):
        """Escape ends the presentation; the program goes on, and ends when it is told to."""
        show.press('Escape')
        stage.until(lambda: where(ROOM) is None and where(CONSOLE) is None, 'the presentation to end')
        self.assertIsNone(show.process.poll())
        show.press('ctrl+q')
        self.assertEqual(show.end(), 0)
        self.assertEqual(show.complaints(), [])

    def at(self, show, place, name):
        stage.until(lambda: show.says(f'{place} of 5') and show.says(name), f'scene {place}, {name}')

    def covered(self, colour):
        stage.until(lambda: self.stage.eye.colours(*PROJECTOR) == {colour}, f'the room’s screen to be {colour:06x}')

    def uncovered(self):
        stage.until(lambda: len(self.stage.eye.colours(*PROJECTOR)) > 3, 'the room to see the scene')

    def focus(self, place):
        """Click beside everything on a screen, so that its window has the keyboard."""
        left, top, width, height = place
        subprocess.run([stage.need('xdotool'), 'mousemove', str(left + width // 2), str(top + height - 90),
                        'click', '1'], check=True, timeout=stage.LIMIT)

    def test_clickers(self):
        show = self.present()
        for onward, back, hide, harmless in CLICKERS:
            self.at(show, 1, 'Glance')
            show.press(onward)
            self.at(show, 2, 'Second')
            show.press(harmless)
            show.press(onward)
            self.at(show, 4, 'Fourteenth')
            show.press(back)
            self.at(show, 2, 'Second')
            show.press(hide)
            self.covered(0)
            show.press(hide)
            self.uncovered()
            show.press('Home')
        self.end(show)

    def test_blank_from_both_sides(self):
        show = self.present('--scene', '4')
        self.at(show, 4, 'Fourteenth')
        for side in (LAPTOP, PROJECTOR):
            self.focus(side)
            show.press('b')
            self.covered(0)
            show.press('period')
            self.uncovered()
            show.press('w')
            self.covered(0xffffff)
            show.press('w')
            self.uncovered()
        self.end(show)

    def test_go_to_and_overview(self):
        show = self.present()
        for key in ('4', 'Return'):
            show.press(key)
        self.at(show, 4, 'Fourteenth')
        show.press('Tab')
        stage.until(lambda: show.says(re.compile('5 +Eighth')), 'the overview')
        show.press('Escape')
        self.at(show, 4, 'Fourteenth')
        show.press('End')
        self.at(show, 5, 'Eighth')
        self.assertTrue(show.says('not in this corpus'))
        self.end(show)

    def look_for(self, show, key, text):
        """Open the search by a key, and type."""
        show.focus = None
        show.press(key)
        stage.until(lambda: show.focus_name() == 'Search', 'the focus in the search')
        show.type(text)

    def test_search(self):
        show = self.present('--scene', '4')
        self.at(show, 4, 'Fourteenth')
        self.look_for(show, 'slash', 'riera')
        stage.until(lambda: show.says(re.compile('José Riera.*')), 'what was found')
        self.assertTrue(show.says('ON SCREEN'))
        show.press('Return')
        stage.until(lambda: show.says('EXPLORING'), 'the room to explore')
        self.assertFalse(show.says('Search Results'))
        # No button has got the focus that the search had: the key of a clicker goes on meaning the talk.
        show.press('space')
        self.at(show, 5, 'Eighth')
        show.press('Prior')
        self.at(show, 4, 'Fourteenth')
        self.look_for(show, 'slash', 'riera')
        show.press('Return')
        stage.until(lambda: show.says('EXPLORING'), 'the room to explore')
        show.press('BackSpace')
        stage.until(lambda: show.says('ON SCREEN'), 'the room to be back at the scene')
        self.at(show, 4, 'Fourteenth')

        # The second hit, by the arrow keys; Escape leaves the search alone, and then Backspace the exploration.
        self.look_for(show, 'ctrl+f', 'summit')
        stage.until(lambda: show.says('Search Results'), 'what was found')
        for key in ('Down', 'Down', 'Return'):
            show.press(key)
        stage.until(lambda: show.says('EXPLORING') and not show.says('Search Results'), 'the room to explore')
        self.look_for(show, 'slash', 'x')
        show.press('Escape')
        stage.until(lambda: not show.says('Search Results'), 'the search to close')
        self.assertTrue(show.says('EXPLORING'))
        show.press('BackSpace')
        stage.until(lambda: show.says('ON SCREEN'), 'the room to be back at the scene')

        # Backspace deletes what is typed, and in the empty entry leads back; a clicker steps from the search.
        self.look_for(show, 'slash', 'a')
        show.press('BackSpace')
        show.press('BackSpace')
        show.press('4')
        stage.until(lambda: show.says('Go to 4'), 'a digit that is no text')
        show.press('Return')
        self.look_for(show, 'slash', '7')
        show.press('Next')
        self.at(show, 5, 'Eighth')
        self.end(show)

    def test_search_on_one_screen(self):
        show = self.present('--scene', '4')
        self.look_for(show, 'slash', 'ri')
        self.stage.unplug()
        try:
            # The search moves with whom it serves, and keeps the keyboard.
            stage.until(lambda: where(ROOM) == LAPTOP and where(CONSOLE) is None, 'the room’s screen on the laptop')
            stage.until(lambda: show.says('Search Results', ROOM), 'the search in the room')
            show.type('riera')
            stage.until(lambda: show.says(re.compile('José Riera.*'), ROOM), 'what was found')
            show.press('Escape')
            stage.until(lambda: not show.says('Search Results', ROOM), 'the search to close')
            self.look_for(show, 'slash', 'riera')
            stage.until(lambda: show.says(re.compile('José Riera.*'), ROOM), 'what was found')
            show.press('Return')
            stage.until(lambda: 'José Riera' in show.description(show.look('Fourteenth',
                                                                          below=show.frame_called(ROOM))), 'the card')
            show.press('BackSpace')
            stage.until(lambda: 'José Riera' not in show.description(show.look('Fourteenth',
                                                                              below=show.frame_called(ROOM))),
                        'the scene')
        finally:
            self.stage.plug()
        stage.until(lambda: where(CONSOLE) == LAPTOP, 'the console to come back')
        self.end(show)

    def unnamed(self, show):
        """What can be reached on the console and has no name, by its role."""
        roles = {show.atspi.Role.PUSH_BUTTON, show.atspi.Role.TOGGLE_BUTTON, show.atspi.Role.LIST_ITEM,
                 show.atspi.Role.TABLE_CELL, show.atspi.Role.ENTRY, show.atspi.Role.LIST, show.atspi.Role.LEVEL_BAR,
                 show.atspi.Role.HEADING}
        return [node.get_role_name() for node, name, role in show.walk(show.frame_called(CONSOLE))
                if role in roles and not name]

    def test_without_eyes(self):
        """Every control has a name, the timer is read as one, and what happens is told."""
        def told(text):
            """From GTK 4.14 on it is announced, before that the window's description tells it."""
            stage.until(lambda: text in (show.description(show.frame_called(CONSOLE)), *show.announced[-1:]),
                        f'“{text}” to be told')
        show = self.present()
        self.at(show, 1, 'Glance')
        self.assertTrue(show.says('2  Second · 1:30'))
        self.assertTrue(show.says('3  Nowhere · not in this corpus'))
        self.assertTrue(show.says('20:00 · left of 20 minutes'))
        self.assertEqual(self.unnamed(show), [])
        self.assertEqual(show.read_twice(show.frame_called(CONSOLE)), [])
        show.press('Next')
        told('Scene 2 of 5: Second')
        show.press('b')
        told('The room’s screen is black.')
        blank = show.look('Blank', show.atspi.Role.PUSH_BUTTON, show.atspi.Role.TOGGLE_BUTTON,
                          below=show.frame_called(CONSOLE))
        states = (show.atspi.StateType.PRESSED, show.atspi.StateType.CHECKED)
        stage.until(lambda: any(blank.get_state_set().contains(state) for state in states), 'the button to be down')
        show.press('b')
        show.press('Tab')
        told('Overview of all scenes')
        stage.until(lambda: show.says('3  Nowhere · not in this corpus'), 'the overview')
        self.assertEqual(self.unnamed(show), [])
        self.assertEqual(show.read_twice(show.frame_called(CONSOLE)), [])
        show.press('Escape')
        told('Scene 2 of 5: Second')
        self.look_for(show, 'slash', 'riera')
        stage.until(lambda: show.says(re.compile('José Riera.*')), 'what was found')
        self.assertEqual(self.unnamed(show), [])
        self.assertEqual(show.read_twice(show.frame_called(CONSOLE)), [])
        show.press('Return')
        told('José Riera')
        show.press('BackSpace')
        told('Back at the scene')
        self.end(show)

    def test_editor_without_eyes(self):
        """Nothing in the briefing's editor, or in the question that comes before leaving it, is read twice."""
        show = self.open()
        show.find('Present')
        show.press('ctrl+d')
        editor = stage.until(lambda: show.group('Briefing'), 'the editor')
        show.find('Take the View', show.atspi.Role.PUSH_BUTTON, below=editor)
        self.assertEqual(show.read_twice(editor), [])
        show.press('ctrl+q')
        stage.until(lambda: show.anywhere('Discard'), 'the question')
        for frame in show.frames():
            if not show.look('Timeline', below=frame):
                self.assertEqual(show.read_twice(frame), [])
        show.act(lambda: show.anywhere('Discard'), 'the button that discards')
        self.assertEqual(show.end(), 0)
        self.assertEqual(show.complaints(), [])

    def test_swap(self):
        show = self.present()
        show.press('s')
        stage.until(lambda: where(ROOM) == LAPTOP and where(CONSOLE) == PROJECTOR, 'the screens to change places')
        show.press('Next')
        self.at(show, 2, 'Second')
        show.press('s')
        stage.until(lambda: where(ROOM) == PROJECTOR and where(CONSOLE) == LAPTOP, 'the screens to change back')
        self.end(show)

    def test_a_screen_is_lost_and_found(self):
        show = self.present()
        show.press('Next')
        self.at(show, 2, 'Second')
        self.stage.unplug()
        try:
            stage.until(lambda: where(ROOM) == LAPTOP and where(CONSOLE) is None, 'the room’s screen on the laptop')
            stage.until(lambda: show.look('Second', below=show.frame_called(ROOM)), 'the scene')
            show.press('Next')
            stage.until(lambda: show.look('Fourteenth', below=show.frame_called(ROOM)), 'the next scene')
        finally:
            self.stage.plug()
        stage.until(lambda: where(ROOM) == PROJECTOR and where(CONSOLE) == LAPTOP, 'both windows to come back')
        self.at(show, 4, 'Fourteenth')
        self.end(show)

    def test_recovered_after_a_crash(self):
        """A briefing that was being edited when the program was killed is there again at the next start."""
        show = self.open()
        show.find('Present')
        show.press('ctrl+d')
        kept = self.stage.folder / 'home' / '.local' / 'state' / 'migmeet' / 'briefings'
        stage.until(lambda: list(kept.glob('*.migbrief')), 'the copy')
        show.process.send_signal(signal.SIGKILL)
        show.process.wait()

        again = self.open(forgets=False)
        again.find(re.compile('The briefing “.*” was not saved when MigMeet ended last.*'))
        again.press('ctrl+q')
        again.act(lambda: again.anywhere('Discard'), 'the button that discards')
        self.assertEqual(again.end(), 0)
        self.assertEqual(list(kept.glob('*.migbrief')), [])


if __name__ == '__main__':
    stage.check('Xorg', 'xrandr', 'openbox')
    try:
        STAGE = screens.TwoScreens(sys.argv[1])
    except stage.NotHere as missing:
        stage.skip(missing)
    try:
        tap.main()
    finally:
        STAGE.close()
