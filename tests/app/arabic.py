#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""MigMeet as a person meets it who reads Arabic: what everything is called, where it stands, and with which digits.

Usage: arabic.py BUILD-FOLDER

The names stand here as they are, not as the catalogues have them, so that a catalogue that is not found, or that holds
nonsense, does not pass.
"""

import json
import pathlib
import re
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'data'), str(ROOT / 'po')]

import pofile
import stage
import tap

TITLE = 'الاجتماعات التنسيقية المعنية بالهجرة الدولية'
MEETING = 'الاجتماع التنسيقي الرابع عشر المعني بالهجرة الدولية'
FIRST = 'الاجتماع التنسيقي الأول المعني بالهجرة الدولية'
SUMMIT = 'قمة 19 أيلول/سبتمبر'
ORIGINAL = 'باللغة الأصلية: '
# A page of each kind, and what stands on it.
PAGES = {
    'M14': ('إحدى عشرة جلسة', '92 حدثًا', 'شباط/فبراير 2016'),
    'S14-08': ('José Riera', '206 أيام'),
    'SP14-05-4': ('التقدم: ', ),
    'E-summit-2016': ('نيويورك', ),
    'O-ei': (),
    'O-migration-section': ('شعبة السكان', ),
    'D-src-14-report': ('رمز وثيقة الأمم المتحدة', 'التمهيد'),
    'T-leave-no-one': ('التزام', ),
    'P-dumont': (),
}
HITS = re.compile(r'\d+ (نتيجة|نتائج)|نتيجتان|نتيجة واحدة|لا نتائج')
# GTK names what has no name after its class; that is nothing that anybody is told.
CLASS = re.compile(r'(Mig|Gtk)\w+')
ROMAN = re.compile('[ivxlc]+')
LATIN = re.compile(r'[A-Za-zÀ-ɏ]{2,}')


def latin_words():
    """What is written in Latin letters in Arabic too: names of people, symbols, and what the translations leave so."""
    corpus = json.loads((ROOT / 'data/corpus.json').read_text(encoding='utf-8'))
    texts = [person['name'] for person in corpus['persons']]
    for records in corpus.values():
        for record in records if isinstance(records, list) else []:
            texts += [identifier['identifier'] for identifier in record.get('identifiers', ())]
            texts += [record.get('code', ''), *(link['url'] for link in record.get('links', ()))]
            texts += [source.get('url', '') for source in record.get('sources', ())]
    for catalogue in ('po/ar.po', 'po/corpus/ar.po'):
        for entry in pofile.read(ROOT / catalogue)[1:]:
            texts += entry.translations
    return set(LATIN.findall(' '.join(texts)))


class Arabic(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.stage = stage.Stage(BUILD, 'ar')

    @classmethod
    def tearDownClass(cls):
        cls.stage.close()

    def open(self, *arguments):
        app = stage.Application(self.stage, *arguments)
        self.addCleanup(app.errors.close)
        self.addCleanup(app.stop)
        return app

    def close(self, app):
        app.close()
        self.assertEqual(app.end(), 0)
        self.assertEqual(app.complaints(), [])

    def begin(self, app, node):
        """Where something begins for who reads from the right: its right edge."""
        def extents():
            rectangle = app.atspi.Component.get_extents(node, app.atspi.CoordType.WINDOW)
            return rectangle if rectangle.width > 0 else None
        rectangle = stage.until(extents, 'the place of a widget')
        return rectangle.x + rectangle.width

    def test_names(self):
        app = self.open()
        app.page(MEETING)
        for name in ('الخط الزمني', 'التفاصيل', 'نظرة عامة', 'المحتويات', 'ابحث', 'المرشِّحات', 'قدّم العرض',
                     'القائمة الرئيسية', 'العلامات المرجعية', TITLE, '17 اجتماعًا · 2002–2019'):
            app.find(name)
        self.close(app)

    def test_way(self):
        """From the meeting to the summit, and back by the button that is called so."""
        app = self.open()
        app.page(MEETING)
        app.act_on_link(SUMMIT)
        app.page('الاجتماع العام الرفيع المستوى للجمعية العامة بشأن التعامل مع التحركات الكبيرة للاجئين والمهاجرين',
                 'نيويورك', 'José Riera')
        app.act_on('الصفحة السابقة')
        app.page(MEETING)
        self.close(app)

    def test_from_right_to_left(self):
        app = self.open()
        app.page(MEETING)
        places = [self.begin(app, app.find(name)) for name in ('العلامات المرجعية', 'قدّم العرض', 'القائمة الرئيسية')]
        self.assertGreater(places[0], places[1])
        self.assertGreater(places[0], places[2])
        first, fourteenth = (self.begin(app, stage.until(lambda name=name: app.item(name), name))
                             for name in (FIRST, MEETING))
        self.assertGreater(first, fourteenth)
        contents = self.begin(app, app.find('المحتويات'))
        heading = self.begin(app, app.find(MEETING, app.atspi.Role.HEADING))
        self.assertGreater(contents, heading)
        self.close(app)

    def search(self, app, text):
        """Put TEXT where one types what is looked for, and return what is said of the hits."""
        entry = stage.until(lambda: app.look('ابحث', app.atspi.Role.ENTRY), 'the entry')
        app.atspi.EditableText.set_text_contents(entry, '')
        stage.until(lambda: not self.said(app), 'no hits')
        app.atspi.EditableText.set_text_contents(entry, text)
        return stage.until(lambda: self.said(app), 'hits')

    @staticmethod
    def said(app):
        return next((name for _, name, role in app.walk()
                     if role == app.atspi.Role.LABEL and HITS.fullmatch(name)), None)

    def test_digits(self):
        """The program writes the digits that the organization writes in Arabic now, and reads what people type."""
        app = self.open()
        app.page(MEETING, '2016')
        self.assertFalse([name for _, name, _ in app.walk() if re.search('[٠-٩]', name)])
        app.hold_keyboard()
        app.press('ctrl+f')
        hits = self.search(app, '2018')
        self.assertRegex(hits, r'\d')
        self.assertEqual(self.search(app, '٢٠١٨'), hits)
        self.assertEqual(self.search(app, 'سنة:٢٠١٨'), self.search(app, 'year:2018'))
        self.close(app)

    def test_spelling(self):
        """With and without hamza, dots and vowels it is the same word, and the file's own text is found as well."""
        app = self.open()
        app.page(MEETING)
        app.hold_keyboard()
        app.press('ctrl+f')
        hits = self.search(app, 'الهجرة الآمنة')
        for text in ('الهجره الامنه', 'الهِجْرَة الآمِنَة', 'الهـجـرة الآمنة'):
            self.assertEqual(self.search(app, text), hits, text)
        self.assertTrue(self.search(app, 'safe orderly regular'))
        self.close(app)

    def test_no_english(self):
        """Whatever is said on a page of any kind is said in Arabic, but for what has no Arabic form."""
        known = latin_words() | {'MigMeet'}
        left = {}
        for record, texts in PAGES.items():
            app = self.open(f'migmeet:un-cmim#{record}')
            names = stage.until(lambda app=app, texts=texts: self.names(app, texts), f'the page of {record}')
            for name in names:
                words = {word for word in LATIN.findall(name) if not ROMAN.fullmatch(word)} - known
                if words and not name.startswith(ORIGINAL) and not CLASS.fullmatch(name):
                    left.setdefault(record, {})[name] = words
            self.close(app)
        self.assertEqual(left, {})

    @staticmethod
    def names(app, texts):
        """All that is said in the window, once all of TEXTS are among it."""
        if not app.details():
            return None
        names = [name for _, name, _ in app.walk()]
        return names if all(text in '\n'.join(names) for text in texts) else None


if __name__ == '__main__':
    BUILD = sys.argv[1]
    stage.check('Xvfb')
    tap.main()
