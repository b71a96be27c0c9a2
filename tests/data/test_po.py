#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Look over what translators are given and what they gave: templates, catalogues, and strings out of their reach.

Usage: test_po.py ROOT PSEUDO-FOLDER MIGMEET-CORPUS
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import tap

ROOT = pathlib.Path(sys.argv[1])
PSEUDO = pathlib.Path(sys.argv[2])
CORPUS_TOOL = sys.argv[3]

sys.path.insert(0, str(ROOT / 'po'))
import pofile

# Each domain's folder and template.
DOMAINS = {'migmeet': (ROOT / 'po', PSEUDO / 'migmeet.pot'),
           'migmeet-corpus': (ROOT / 'po' / 'corpus', PSEUDO / 'migmeet-corpus.pot')}

# Which argument of a function people read; counted from 0.
SHOWN = {
    'gtk_label_new': 0, 'gtk_label_new_with_mnemonic': 0, 'gtk_label_set_text': 1, 'gtk_label_set_label': 1,
    'gtk_label_set_markup': 1, 'gtk_button_new_with_label': 0, 'gtk_button_new_with_mnemonic': 0,
    'gtk_button_set_label': 1, 'gtk_check_button_new_with_label': 0, 'gtk_menu_button_set_label': 1,
    'gtk_widget_set_tooltip_text': 1, 'gtk_widget_set_tooltip_markup': 1, 'gtk_window_set_title': 1,
    'gtk_editable_set_text': 1, 'gtk_search_entry_set_placeholder_text': 1, 'gtk_entry_set_placeholder_text': 1,
    'gtk_column_view_column_new': 0, 'gtk_expander_new': 0, 'gtk_frame_new': 0, 'gtk_file_chooser_native_new': 0,
    'g_menu_append': 1, 'g_menu_append_section': 1, 'g_menu_append_submenu': 1, 'g_menu_item_new': 0,
    'g_option_context_new': 0, 'g_option_context_set_summary': 1, 'g_option_context_set_description': 1,
    'g_set_application_name': 0, 'mig_part_text': 0, 'mig_part_label': 0, 'mig_part_heading': 0, 'mig_part_list': 0,
    'mig_page_append_section': 1, 'mig_page_append_aside': 1, 'mig_page_set_head': 2, 'mig_banner_show': 1,
    'mig_cli_error': 0, 'g_print': 0, 'g_printerr': 0,
}
SHOWN_PROPERTY = re.compile(r'GTK_ACCESSIBLE_PROPERTY_(?:LABEL|DESCRIPTION|VALUE_TEXT|HELP_TEXT|PLACEHOLDER|'
                            r'ROLE_DESCRIPTION|KEY_SHORTCUTS)\s*,\s*(".*?")')
SHOWN_IN_UI = {'label', 'tooltip-text', 'title', 'placeholder-text', 'description', 'secondary-text'}
STRING = r'"(?:[^"\\]|\\.)*"'
# Names of the program, of its files and of nothing else are the same in every language.
NAMES = {'MigMeet', 'migmeet', 'migmeet-corpus'}


def languages(folder, name='LINGUAS'):
    lines = (folder / name).read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def sources():
    return sorted((ROOT / 'src').rglob('*.c'))


def arguments(text, start):
    """The arguments of a call, from behind its opening parenthesis."""
    parts, depth, part = [], 0, start
    for token in re.finditer(STRING + r"|'(?:[^'\\]|\\.)'|[(),{}]", text[start:]):
        where = start + token.start()
        if token[0] in '({':
            depth += 1
        elif token[0] == ',' and depth == 0:
            parts.append(text[part:where])
            part = where + 1
        elif token[0] in ')}':
            if depth == 0:
                return [*parts, text[part:where]]
            depth -= 1
    return parts


def has_words(literal):
    """Whether a string, or strings put together, say something: letters that belong to no conversion."""
    text = ''.join(re.findall(STRING, literal)).replace('"', '')
    text = re.sub(r'%(?:\d+\$)?[-+ #0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[A-Za-z%]|\\.', ' ', text)
    return any(word not in NAMES for word in re.findall(r'[^\W\d_][\w-]*', text))


def is_bare(argument):
    return re.fullmatch(rf'\s*(?:{STRING}\s*)+', argument) and has_words(argument)


def squeeze(text):
    return ' '.join(text.split())


class Catalogues(unittest.TestCase):
    maxDiff = None

    def none_of(self, bad):
        if bad:
            self.fail('\n' + '\n'.join(bad))

    def test_languages_have_files(self):
        for folder, _ in DOMAINS.values():
            listed = languages(folder)
            self.assertEqual(listed, sorted(path.stem for path in folder.glob('*.po')), folder)
            self.assertEqual(set(languages(folder, 'COMPLETE')) - set(listed), set(), folder)

    def test_catalogues_are_sound(self):
        for folder, _ in DOMAINS.values():
            for language in languages(folder):
                path = folder / f'{language}.po'
                done = subprocess.run(['msgfmt', '--check', '--check-accelerators=_', '--output-file', os.devnull,
                                       path], capture_output=True, text=True, check=False)
                self.assertEqual((done.returncode, done.stderr), (0, ''))
                header = pofile.read(path)[0].translations[0]
                self.assertRegex(header, rf'(?m)^Language: {language}$')
                self.assertRegex(header, r'(?mi)^Content-Type: text/plain; charset=UTF-8$')

    def test_lists_have_their_length(self):
        """What is not as long as it must be is passed over when the program runs, without a word."""
        bad = []
        for language in languages(ROOT / 'po'):
            for entry in pofile.read(ROOT / 'po' / f'{language}.po')[1:]:
                text = entry.translations[0]
                if text and entry.context == 'months in a typed date' and len(text.split(' ')) != 12:
                    bad.append(f'{language}: not twelve months: {text}')
                if text and entry.key == ('digits', '0123456789') and len(text) != 10:
                    bad.append(f'{language}: not ten digits: {text}')
        self.none_of(bad)

    def test_complete_languages_are_up_to_date(self):
        bad = []
        for domain, (folder, template) in DOMAINS.items():
            wanted = {entry.key: entry for entry in pofile.read(template)[1:]}
            for language in languages(folder, 'COMPLETE'):
                found = {entry.key: entry for entry in pofile.read(folder / f'{language}.po')[1:]}
                told = f'{domain}, {language}'
                bad += [f'{told}: missing: {key}' for key in wanted.keys() - found.keys()]
                bad += [f'{told}: no string of the program: {key}' for key in found.keys() - wanted.keys()]
                bad += [f'{told}: fuzzy: {key}' for key, entry in found.items() if 'fuzzy' in entry.flags]
                bad += [f'{told}: untranslated: {key}' for key, entry in found.items() if not all(entry.translations)]
                bad += [f'{told}: another plural: {key}' for key in wanted.keys() & found.keys()
                        if wanted[key].plural != found[key].plural]
        self.none_of(sorted(bad))


class NewLanguage(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.po = pathlib.Path(folder.name) / 'po'
        shutil.copytree(ROOT / 'po', self.po)
        shutil.copytree(PSEUDO, self.po.parent / '_build' / 'po' / 'pseudo')

    def begin(self, *arguments):
        return subprocess.run([sys.executable, self.po / 'new.py', *arguments], capture_output=True, text=True,
                              check=False)

    def test_files_are_sound_and_empty(self):
        # Three plural forms, two, one, and none that gettext knew.
        for code, forms in (('pl', 3), ('pt_BR', 2), ('ja', 1), ('tlh', 2)):
            self.assertEqual(self.begin(code).returncode, 0, code)
            for folder, domain in ((self.po, 'migmeet'), (self.po / 'corpus', 'migmeet-corpus')):
                path = folder / f'{code}.po'
                done = subprocess.run(['msgfmt', '--check', '--output-file', os.devnull, path], capture_output=True,
                                      text=True, check=False)
                self.assertEqual((done.returncode, done.stderr), (0, ''))
                header, *entries = pofile.read(path)
                self.assertIn(f'Language: {code}\n', header.translations[0])
                self.assertEqual([entry.key for entry in entries if any(entry.translations)], [])
                self.assertEqual({entry.key for entry in entries},
                                 {entry.key for entry in pofile.read(PSEUDO / f'{domain}.pot')[1:]})
                self.assertIn(f'nplurals={forms};' if domain == 'migmeet' else '', header.translations[0])
                listed = languages(folder)
                self.assertIn(code, listed)
                self.assertEqual(listed, sorted(listed))

    def test_what_is_there_stays(self):
        before = (self.po / 'fr.po').read_bytes()
        self.assertEqual(self.begin('fr').returncode, 0)
        self.assertEqual((self.po / 'fr.po').read_bytes(), before)
        self.assertEqual(languages(self.po).count('fr'), 1)

    def test_what_is_no_code(self):
        for arguments in ((), ('../x',), ('French',), ('fr', 'de')):
            done = self.begin(*arguments)
            self.assertEqual((done.returncode, done.stdout), (1, ''), arguments)
            self.assertIn('Usage: new.py CODE', done.stderr)


# What the program itself puts into a menu of a template.
PUT_IN = {'primary_menu': [(None, '_Recent')]}


def labels(menu):
    """Context and text of all that one sees at once in a menu: a submenu only by its name."""
    found = list(PUT_IN.get(menu.get('id'), ()))
    for node in menu:
        if node.tag == 'section':
            found += labels(node)
        elif node.tag in ('item', 'submenu'):
            found += [(child.get('context'), child.text) for child in node.iterfind("attribute[@name='label']")
                      if child.get('translatable') == 'yes']
    return found


class Sources(unittest.TestCase):
    def none_of(self, bad):
        if bad:
            self.fail('\n' + '\n'.join(bad))

    def test_no_words_without_gettext(self):
        bad = []
        for path in sources():
            text = re.sub(r'/\*.*?\*/', lambda match: re.sub(r'[^\n]', ' ', match[0]),
                          path.read_text(encoding='utf-8'), flags=re.DOTALL)
            literals = []
            for call in re.finditer(r'\b(\w+) \(', text):
                place = SHOWN.get(call[1])
                given = arguments(text, call.end()) if place is not None else []
                if place is not None and len(given) > place and is_bare(given[place]):
                    literals.append((call.start(), given[place]))
            literals += [(match.start(), match[1]) for match in SHOWN_PROPERTY.finditer(text) if has_words(match[1])]
            bad += [f'{path.relative_to(ROOT)}:{text.count(chr(10), 0, where) + 1}: {squeeze(literal)}'
                    for where, literal in literals]
        self.none_of(bad)

    def test_no_words_without_gettext_in_templates(self):
        bad = []
        for path in sorted((ROOT / 'data' / 'ui').glob('*.ui')):
            for node in xml.etree.ElementTree.parse(path).iter():
                if (node.tag in ('property', 'attribute') and node.get('name') in SHOWN_IN_UI and node.text and
                        re.search(r'[^\W\d_]', node.text) and node.get('translatable') != 'yes' and
                        node.text not in NAMES):
                    bad.append(f'{path.name}: {node.get("name")}: {node.text}')
        self.none_of(bad)

    def test_no_key_twice_in_a_menu(self):
        """Behind the sign "_" stands a key, and a menu that has it twice opens neither item by it."""
        bad = []
        for language in (None, *languages(ROOT / 'po')):
            entries = pofile.read(ROOT / 'po' / f'{language}.po')[1:] if language else ()
            catalogue = {entry.key: entry.translations[0] for entry in entries if entry.translations[0]}
            for path in sorted((ROOT / 'data' / 'ui').glob('*.ui')):
                for node in xml.etree.ElementTree.parse(path).iter():
                    found = {}
                    for key in labels(node) if node.tag in ('menu', 'submenu') else ():
                        label = catalogue.get(key, key[1])
                        mnemonic = re.search(r'_(\w)', label.replace('__', ''))
                        if mnemonic:
                            found.setdefault(mnemonic[1].casefold(), []).append(label)
                    bad += [f'{path.name}: {language}: {twice}' for twice in found.values() if len(twice) > 1]
        self.none_of(bad)

    def test_translators_see_every_note(self):
        """xgettext takes a comment only from right above its string."""
        template = squeeze(' '.join(line.lstrip('* ') for entry in pofile.read(DOMAINS['migmeet'][1])
                                    for line in entry.comments))
        bad = []
        for path in sources():
            text = path.read_text(encoding='utf-8')
            for note in re.finditer(r'/\*\s*(Translators:.*?)\*/', text, re.DOTALL):
                words = squeeze(re.sub(r'\n\s*\*', '\n', note[1]))
                if words not in template:
                    bad.append(f'{path.relative_to(ROOT)}:{text.count(chr(10), 0, note.start()) + 1}: {words}')
        self.none_of(bad)


class CorpusTemplate(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def template(self, corpus, language=''):
        """The template's text and entries; msgfmt has nothing to say of it but that its header is to be filled in."""
        path = self.folder / 'template.pot'
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': language, 'MIGMEET_LOCALE_DIR': str(PSEUDO)}
        done = subprocess.run([CORPUS_TOOL, 'pot', corpus], capture_output=True, check=True, env=environment)
        self.assertEqual(done.stderr, b'')
        path.write_bytes(done.stdout)
        done_by = subprocess.run(['msgfmt', '--check-format', '--check-domain', '--output-file', os.devnull, path],
                                 capture_output=True, text=True, check=False)
        self.assertEqual((done_by.returncode, done_by.stderr), (0, ''))
        return done.stdout.decode('utf-8'), pofile.read(path)

    def test_contexts_are_those_of_the_description(self):
        described = set()
        text = (ROOT / 'data/CORPUS.md').read_text(encoding='utf-8')
        section = text.partition('\n## Translations\n')[2].partition('\n## ')[0]
        for row in re.findall(r'^\| `.*$', section, re.MULTILINE):
            classes, members = (re.findall('`(.*?)`', cell) for cell in row.split('|')[1:3])
            described |= {f'{name}.{member}' for name in classes for member in members}
        corpus = json.loads((ROOT / 'tests/fixtures/harbour.json').read_text(encoding='utf-8'))
        for kind in ('posts', 'figures', 'topics'):
            corpus[kind][0]['short_name'] = 'Short'
        # What any record may have, and who can be reached.
        said = {'speeches': 'text', 'mentions': 'note'}
        for kind, records in corpus.items():
            for record in records if kind != 'meta' else []:
                record.update({said.get(kind, 'description'): 'Told.',
                               'other_names': [{'name': 'Another'}],
                               'links': [{'url': 'https://example.org', 'note': 'A page'}],
                               'sources': [{'url': 'https://example.org', 'note': 'Another page'}],
                               'disagreements': [{'property': 'description', 'note': 'They differ',
                                                  'values': [{'value': 'So'}, {'value': 'Otherwise'}]}]})
                if kind in ('organizations', 'persons', 'memberships', 'posts'):
                    record['contact_details'] = [{'type': 'voice', 'label': 'Desk', 'value': '1', 'note': 'Mornings'}]
                if kind == 'documents':
                    record['sections'] = [{'section': 'Preface', 'title': 'How it began'}]
                    record['identifiers'] = [{'scheme': 'Shelf mark', 'identifier': '7'}]
        path = self.folder / 'harbour.json'
        path.write_text(json.dumps(corpus), encoding='utf-8')
        self.assertEqual({entry.context for entry in self.template(path)[1][1:]}, described)

    def test_every_text_once(self):
        for path in ('data/corpus.json', 'tests/fixtures/harbour.json', 'tests/fixtures/popolo.json'):
            keys = [entry.key for entry in self.template(ROOT / path)[1]]
            self.assertEqual(len(keys), len(set(keys)), path)

    def test_the_same_in_every_language(self):
        self.assertEqual(self.template(ROOT / 'data/corpus.json')[0],
                         self.template(ROOT / 'data/corpus.json', 'en_XA')[0])

    def test_notes_name_record_and_source(self):
        corpus = {
            'meta': {'format': 'migmeet-corpus', 'version': '1.1', 'id': 'h', 'title': 'Talks',
                     'modified': '2020-02-03'},
            'organizations': [{'id': 'O', 'name': 'World Health Organization', 'classification': 'agency',
                               'other_names': [{'name': 'WHO', 'note': 'abbreviation'}],
                               'sources': [{'document_id': 'D', 'locator': {'section': 'IV'}}]}],
            'documents': [{'id': 'D', 'title': 'Report'}],
            'events': [{'id': 'E', 'name': 'Launch', 'start_date': '2016-02-04', 'end_date': '2016-02-05'}],
        }
        path = self.folder / 'talks.json'
        path.write_text(json.dumps(corpus), encoding='utf-8')
        entries = {entry.key: entry for entry in self.template(path)[1]}
        self.assertIn('POT-Creation-Date: 2020-02-03 00:00+0000\n', entries[(None, '')].translations[0])
        agency = entries[('organization.name', 'World Health Organization')]
        self.assertEqual(agency.comments, ['organization O, agency', 'abbreviation: WHO', 'Source: Report, section IV'])
        self.assertEqual(agency.references, ['O'])
        self.assertEqual(entries[('event.name', 'Launch')].comments, ['event E, 2016-02-04/2016-02-05'])

    def test_hard_texts_survive(self):
        hard = ['a "quoted" \\ text', 'two\nlines\tand a tab', 'bell \x07 escape \x1b', '%s 100 % #. //', 'ñ العربية 文',
                '#~ msgid', '"']
        corpus = {'meta': {'format': 'migmeet-corpus', 'version': '1.1', 'id': 'h', 'title': 'Talks\r\nmsgid "x"'},
                  'topics': [{'id': f'T {text}', 'name': text} for text in hard]}
        path = self.folder / 'hard.json'
        path.write_text(json.dumps(corpus), encoding='utf-8')
        self.assertEqual([entry.text for entry in self.template(path)[1] if entry.context == 'topic.name'], hard)

    def test_output_to_a_file(self):
        path = self.folder / 'out.pot'
        subprocess.run([CORPUS_TOOL, 'pot', '--output', path, ROOT / 'tests/fixtures/harbour.json'], check=True)
        self.assertEqual(path.read_text(encoding='utf-8'), self.template(ROOT / 'tests/fixtures/harbour.json')[0])
        done = subprocess.run([CORPUS_TOOL, 'pot', '--output', self.folder / 'no' / 'out.pot',
                               ROOT / 'tests/fixtures/harbour.json'], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr.count('\n')), (1, '', 1))


if __name__ == '__main__':
    tap.main()
