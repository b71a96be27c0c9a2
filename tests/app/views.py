#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a person looks at the timeline: by dates that are typed, as a list, with other lanes, with the legend, and
through what a screen reader finds.

Usage: views.py BUILD-FOLDER
"""

import pathlib
import re
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'data')]

import stage
import tap

MEETING = 'Fourteenth Coordination Meeting on International Migration'
SECOND = 'Second Coordination Meeting on International Migration'
SUMMIT = ('High-level plenary meeting of the General Assembly on addressing large movements of refugees and migrants')


class Views(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stage = stage.Stage(BUILD)

    @classmethod
    def tearDownClass(cls):
        cls.stage.close()

    def open_again(self, *arguments):
        """Start where the last one was left."""
        app = stage.Application(self.stage, *arguments, forgets=False)
        self.addCleanup(app.errors.close)
        self.addCleanup(app.stop)
        return app

    def open(self, *arguments):
        app = stage.Application(self.stage, *arguments)
        self.addCleanup(app.errors.close)
        self.addCleanup(app.stop)
        if arguments:
            return app
        app.page(MEETING)
        app.hold_keyboard()
        stage.until(lambda: app.has_focus(app.item('Fourteenth')), 'the focus on the fourteenth meeting')
        return app

    def close(self, app):
        app.close()
        self.assertEqual(app.end(), 0)
        self.assertEqual(app.complaints(), [])

    def sight(self, app, text):
        """Wait until the timeline tells that TEXT is in sight."""
        stage.until(lambda: text in app.description(app.group('Timeline')), f'“{text}” in sight')

    def test_jump(self):
        """A date is typed, gone to, and come back from, with nothing but keys."""
        app = self.open()
        self.sight(app, '17 meetings')
        app.press('ctrl+l')
        entry = stage.until(lambda: app.look(re.compile('Go to a date.*'), app.atspi.Role.TEXT), 'the entry')
        app.type('30 feb 2015')
        app.find('February 2015 has no day 30.')
        app.press('ctrl+a')
        app.type('2003-2006')
        stage.until(lambda: app.description(entry) == '2003–2006', 'the span understood')
        app.press('Return')
        self.sight(app, 'to February 2007, ')
        stage.until(lambda: re.match('(Third|Fourth) ', app.focus_name()), 'the focus on a meeting there')
        app.press('alt+Left')
        self.sight(app, '17 meetings')
        stage.until(lambda: app.has_focus(app.item('Fourteenth')), 'the focus back on what is selected')
        app.page(MEETING)
        self.close(app)

    def list_and_filter(self, app):
        """Go to the list, and in it to the entry that filters."""
        app.press('ctrl+t')
        stage.until(lambda: app.focus_name().startswith(f'{MEETING}, Meeting, 25–26 February 2016, 11 sessions'),
                    'the focus on the row of the fourteenth meeting')
        app.press('slash')
        stage.until(lambda: app.focus_name() == 'Filter', 'the focus on the filter')

    def test_list(self):
        """The list is one key away, has the same selection, filters while one types, and shows where a row is."""
        app = self.open()
        self.list_and_filter(app)
        app.type('19 sept')
        row = stage.until(lambda: app.look(re.compile(f'{SUMMIT}, Event, 19 September 2016, .*')), 'the row')
        self.assertIsNotNone(row)
        self.assertIsNone(app.look(re.compile(f'{SECOND}, Meeting, .*')))
        app.press('Return')
        app.press('End')
        app.press('Up')
        app.press('ctrl+t')
        stage.until(lambda: app.group('Timeline'), 'the timeline')
        self.close(app)

    def test_speakers(self):
        """The list of speakers: a name is typed and gone to; what is there is there again at the next start."""
        app = self.open()
        self.list_and_filter(app)
        app.press('shift+Tab')
        app.press('space')
        app.find('Speakers (34)')
        for _ in range(3):
            app.press('Down')
        app.press('Return')
        app.find(re.compile('Jean-Christophe Dumont, .*1 meeting, .*'))
        app.page(MEETING)
        app.press('ctrl+shift+d')
        self.close(app)

        again = self.open_again()
        again.find(re.compile('Jean-Christophe Dumont, .*1 meeting, .*'))
        again.page(MEETING)
        again.hold_keyboard()
        again.press('ctrl+shift+b')
        bookmarks = again.find('Bookmarks', again.atspi.Role.LIST)
        again.find(MEETING, again.atspi.Role.LIST_ITEM, below=bookmarks)
        again.press('Escape')
        self.close(again)

    def test_live_reload(self):
        """A corpus that is edited elsewhere is read again by itself; one that is broken leaves the last good one."""
        path = self.stage.folder / 'edited.json'
        text = self.stage.corpus.read_text(encoding='utf-8')
        path.write_text(text, encoding='utf-8')
        app = self.open(str(path))
        path.write_text(text.replace(f'"name": "{MEETING}"', '"name": "Meeting of Ports"', 1), encoding='utf-8')
        app.page('Meeting of Ports')
        path.write_text(text.replace('"start_date": "2016-02-25"', '"start_date": "2016-13-25"', 1), encoding='utf-8')
        app.find(re.compile(r'“edited.json” cannot be opened: .*line .*, at “events\[.*'), app.atspi.Role.LABEL)
        app.page('Meeting of Ports')
        self.close(app)

    def test_show_on_timeline(self):
        """From a page to where it is in time, and back to the view before."""
        app = self.open()
        self.sight(app, '17 meetings')
        app.act_on_item('Second Coordination Meeting')
        app.page(SECOND)
        for _ in range(8):
            app.press('ctrl+plus')
        self.sight(app, '1 meeting, ')
        app.press('ctrl+0')
        self.sight(app, '17 meetings')
        app.press('ctrl+j')
        stage.until(lambda: app.focus_name().startswith(SECOND), 'the focus on the second meeting')
        self.close(app)

    def test_lanes(self):
        """A lane that is hidden is gone for everyone."""
        app = self.open()
        lists = app.atspi.Role.LIST
        stage.until(lambda: app.look('Documents', lists), 'the lane of documents')
        app.act_on('Lanes', app.atspi.Role.PUSH_BUTTON)
        stage.until(lambda: app.look('Documents', app.atspi.Role.CHECK_BOX), 'the menu of lanes')
        while app.press_for_focus('Tab') != 'Documents':
            pass
        app.press('space')
        stage.until(lambda: not app.look('Documents', lists, below=app.group('Timeline')),
                    'the lane of documents to go')
        self.close(app)

    def test_compare(self):
        """Two meetings side by side, by their address; then with another one, chosen by typing; and back."""
        app = self.open('migmeet:un-cmim#M14;M13')
        app.page('14th meeting and 13th meeting', 'compared with 13th meeting', 'Only 13th meeting')
        app.hold_keyboard()
        app.act_on_link('Compare with another…')
        dialog = stage.until(lambda: self.find_window(app, 'Compare “14th meeting” With'), 'the dialog')
        app.find(re.compile(f'{SECOND}, .*October 2003.*'), app.atspi.Role.LIST_ITEM, below=dialog)
        app.hold_keyboard()
        app.find('What to compare with', app.atspi.Role.ENTRY, below=dialog)
        app.type('2003')
        app.press('Return')
        app.page('14th meeting and 2nd meeting', 'compared with 2nd meeting', 'Only 2nd meeting')
        app.act_on('Back', app.atspi.Role.PUSH_BUTTON)
        app.page('14th meeting and 13th meeting')
        self.close(app)

    def test_previews(self):
        """The keyboard's focus rests on a link, the pointer elsewhere on the page: it is told what the link leads to.
        Escape puts that away alone."""
        self.point(640, 600)
        app = self.open('migmeet:un-cmim#P-riera')
        app.page('José Riera')
        app.hold_keyboard()
        while app.press_for_focus('F6') != 'José Riera':
            pass
        while app.press_for_focus('Tab') != 'UNHCR':
            pass
        link = app.focus
        stage.until(lambda: 'interventions' in app.description(link), 'what the link leads to')
        app.find('Preview')
        app.press('Escape')
        stage.until(lambda: app.has_focus(link), 'the focus to stay')
        app.page('José Riera')
        self.close(app)

    def test_filters(self):
        """A filter is typed, told, shown as a chip, taken back with the history, and cleared by one key."""
        app = self.open()
        self.sight(app, '17 meetings')
        app.press('ctrl+e')
        app.find(re.compile('Organization, speaker, topic or place.*'), app.atspi.Role.ENTRY)
        app.type('unhcr')
        # Return takes the first name that fits what is typed by then.
        stage.until(lambda: [name for _, name, role in app.walk()
                             if role == app.atspi.Role.CHECK_BOX and name.endswith(', Organization')] ==
                    ['Office of the United Nations High Commissioner for Refugees, Organization'], 'the name that fits')
        app.press('Return')
        chip = re.compile('Remove filter: Organization: UNHCR')
        app.find(chip, app.atspi.Role.PUSH_BUTTON)
        # The key that clears them all works in the panel, too, and what was typed waits there.
        app.press('ctrl+shift+f')
        stage.until(lambda: not app.look(chip, app.atspi.Role.PUSH_BUTTON), 'the filter cleared from the panel')
        app.press('Return')
        app.find(chip, app.atspi.Role.PUSH_BUTTON)
        app.press('Escape')
        app.press('Escape')
        self.sight(app, '1 meeting')
        app.press('alt+Left')
        stage.until(lambda: not app.look(chip, app.atspi.Role.PUSH_BUTTON), 'the filter taken back')
        self.sight(app, '17 meetings')
        app.press('alt+Right')
        app.find(chip, app.atspi.Role.PUSH_BUTTON)
        app.press('ctrl+shift+f')
        stage.until(lambda: not app.look(chip, app.atspi.Role.PUSH_BUTTON), 'all filters cleared')
        self.sight(app, '17 meetings')
        self.close(app)

    def test_names(self):
        """Each lane is a list, each item says what it is, when, and where it stands among its kind."""
        app = self.open()
        for lane in ('Meetings', 'Sessions', 'Events', 'Documents', 'Undated'):
            app.find(lane, app.atspi.Role.LIST)
        app.find(re.compile(f'{MEETING}, 25–26 February 2016, meeting 14 of 17, 11 sessions, .* mentions?'),
                 app.atspi.Role.LIST_ITEM)
        # Nothing is said twice.
        self.assertEqual(app.description(app.item('Third Coordination Meeting')), '')
        self.close(app)

    def lane(self, app, name):
        """What a screen reader finds in a lane, in its order."""
        lane = app.look(name, app.atspi.Role.LIST, below=app.group('Timeline'))
        return [found for _, found, role in app.walk(lane) if role == app.atspi.Role.LIST_ITEM] if lane else []

    def test_places(self):
        """Each lane holds its things in time, and each thing knows its place; so does a lane that is asked for. What
        stands for several says how many, and when; what lies beyond the view is told first and last."""
        app = self.open('migmeet:un-cmim#P-hovy')
        app.page('Bela Hovy')
        app.hold_keyboard()
        for name, kind, number in (('Meetings', 'meeting', 17), ('Sessions', 'session', 14)):
            places = [f', {kind} {place + 1} of {number}' for place in range(number)]
            stage.until(lambda: len(self.lane(app, name)) == number, f'every {kind}')
            for item, place in zip(self.lane(app, name), places):
                self.assertRegex(item, rf'.+, [^,]*\b20\d\d{place}\b')
        self.assertTrue(any(re.fullmatch(r'\d+ items, .*\d{4} – .*\d{4}', item) for item in self.lane(app, 'Events')))

        app.press_for_focus('F10')
        app.press_for_focus('n')
        app.press('f')
        items = stage.until(lambda: self.lane(app, 'Bela Hovy'), 'the lane that follows')
        for place, item in enumerate(items):
            self.assertRegex(item, rf'Bela Hovy: [IVX]+\. .+, 2[56] February 2016, '
                                   rf'intervention {place + 1} of {len(items)}, Population Division.*')
        app.act_on('Zoom In', app.atspi.Role.PUSH_BUTTON)
        for name in ('Meetings', 'Documents'):
            stage.until(lambda: re.fullmatch(r'\d+ later, .*', (self.lane(app, name) or [''])[-1]), 'more beyond')
            self.assertRegex(self.lane(app, name)[0], r'\d+ earlier, beyond the view')
        self.close(app)

    def test_sight_told(self):
        """Who zooms and pans by keys is told what is in sight then, and walks on from there."""
        app = self.open()
        for _ in range(4):
            app.press('plus')
        self.sight(app, '3 meetings, 11 sessions, ')
        app.hears('3 meetings, 11 sessions, ')
        app.press('Page_Up')
        self.sight(app, '2010 to ')
        app.hears('2010 to ')
        name = app.press_for_focus('Right')
        self.assertRegex(name, 'Fifteenth .*, meeting 15 of 17')
        app.press('alt+Left')
        stage.until(lambda: app.focus_name().startswith(MEETING), 'the focus back on the fourteenth meeting')
        self.close(app)

    def point(self, x, y):
        subprocess.run([stage.need('xdotool'), 'mousemove', str(int(x)), str(int(y))], timeout=stage.LIMIT, check=True)

    def wheel(self, button, key=None):
        held = ['keydown', key], ['keyup', key]
        subprocess.run([stage.need('xdotool'), *(held[0] if key else ()), 'click', button, *(held[1] if key else ())],
                       timeout=stage.LIMIT, check=True)

    def test_wheel(self):
        """The wheel pans, also with Shift; with Ctrl it zooms, and what is under the pointer stays there."""
        app = self.open()
        self.sight(app, 'January 2002 to August 2019')

        def middle():
            place = app.item('Fifth').get_extents(app.atspi.CoordType.WINDOW)
            return place.x + place.width / 2
        place = app.item('Fifth').get_extents(app.atspi.CoordType.WINDOW)
        # The window has a rim, and what is told of places in it counts from one edge or other of that, as GTK pleases.
        inside = app.frame.get_child_at_index(0).get_extents(app.atspi.CoordType.WINDOW)
        rim = (stage.where(app.frame.get_name())[2] - inside.width) // 2 - inside.x
        before = middle()
        self.point(before + rim, place.y + place.height // 2 + rim)
        for _ in range(3):
            self.wheel('4', 'ctrl')
        self.sight(app, '9 meetings, ')
        self.assertAlmostEqual(middle(), before, delta=2)
        for forth, back, key in (('5', '4', None), ('5', '4', 'shift'), ('7', '6', None)):
            before = middle()
            self.wheel(forth, key)
            stage.until(lambda: middle() < before - 100, f'the view to pan by button {forth} and {key}')
            self.wheel(back, key)
            stage.until(lambda: abs(middle() - before) < 2, f'the view to pan back by button {back} and {key}')
        self.close(app)

    def test_overview(self):
        """The handle is moved and made longer by keys, and tells what it covers."""
        app = self.open()
        app.act_on('Zoom In', app.atspi.Role.PUSH_BUTTON)
        overview = stage.until(lambda: app.group('Overview'), 'the overview')
        while app.press_for_focus('F6') != 'Overview':
            pass
        seen = [app.description(overview)]
        for key in ('Left', 'shift+Left', 'ctrl+shift+Right', 'Page_Down', 'Home', 'End'):
            app.press(key)
            stage.until(lambda: app.description(overview) not in ('', seen[-1]), f'another span by {key}')
            seen.append(app.description(overview))
        self.assertTrue(all(' to ' in span for span in seen), seen)
        self.close(app)

    def test_overview_by_pointer(self):
        """The handle is dragged, at the pace of a hand, once the view has come to rest."""
        app = self.open()
        overview = stage.until(lambda: app.group('Overview'), 'the overview')
        seen = [stage.until(lambda: app.description(overview), 'the span')]
        app.act_on('Zoom In', app.atspi.Role.PUSH_BUTTON)

        def rests():
            seen.append(app.description(overview))
            return seen[-1] not in ('', seen[0]) and seen[-3:] == 3 * seen[-1:]
        stage.until(rests, 'the view to be nearer')
        place = overview.get_extents(app.atspi.CoordType.WINDOW)
        step = ['sleep', '0.1', 'mousemove_relative', '40', '0']
        self.point(place.x + place.width // 2, place.y + place.height // 3)
        subprocess.run([stage.need('xdotool'), 'sleep', '0.1', 'mousedown', '1', *step, *step, 'sleep', '0.1',
                        'mouseup', '1'], timeout=stage.LIMIT, check=True)
        stage.until(lambda: app.description(overview) not in ('', seen[-1]), 'another span by dragging')
        self.close(app)

    def test_legend(self):
        app = self.open()
        app.press('shift+F1')
        legend = stage.until(lambda: self.find_window(app, 'What the Marks Mean'), 'the legend')
        for name in ('Meeting', 'Session', 'Hatched', 'Ends that fade', 'Arc', 'Number in a chip'):
            app.find(name, app.atspi.Role.LIST_ITEM, below=legend)
        self.close(app)

    def find_window(self, app, name):
        desktop = app.frame.get_parent()
        for i in range(desktop.get_child_count()):
            window = desktop.get_child_at_index(i)
            if window and window.get_name() == name:
                return window
        return None


if __name__ == '__main__':
    BUILD = sys.argv[1]
    stage.check('Xvfb')
    tap.main()
