#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Look over the source tree: licence lines, layout, well-formed XML, and that translators find every string.

Usage: test_source.py ROOT
"""

import pathlib
import re
import struct
import sys
import unittest
import xml.etree.ElementTree

import tap

ROOT = pathlib.Path(sys.argv[1])
FOLDERS = ('data', 'po', 'src', 'tests')
LICENSED = {'.build', '.c', '.css', '.desktop', '.h', '.in', '.po', '.py', '.sh', '.svg', '.ui', '.xml'}
XML = {'.svg', '.ui', '.xml'}
TRANSLATED_C = re.compile(r'\b(?:_|N_|C_|NC_|Q_|g_dngettext|g_dpgettext2?)\s*\(\s*'
                          r'(?:(?:NULL|GETTEXT_PACKAGE)\s*,\s*)?"')
TRANSLATED_UI = re.compile(r'\btranslatable="(?:yes|true|1)"')
# From GTK 4.12 on these have a role whose name nobody hears, unless another is given them.
NAMELESS = {'Box', 'CenterBox', 'Grid', 'Overlay', 'Paned', 'Popover', 'ScrolledWindow', 'Viewport'}
MADE_NAMELESS = re.compile(r'(\w+(?:->\w+)?) = (?:GTK_\w+ \()?gtk_(?:box|center_box|grid|overlay|paned|popover|'
                           r'scrolled_window|viewport)_new \(')
NAMED = re.compile(r'gtk_accessible_update_property \(GTK_ACCESSIBLE \(([^)]+)\),\s*GTK_ACCESSIBLE_PROPERTY_LABEL')
C_LINES = 600
COLUMNS = 120


def files():
    """Every file of the project, as a path relative to its root."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob('*')):
            if path.is_file() and '__pycache__' not in path.parts:
                yield path.relative_to(ROOT)
    for name in ('meson.build', 'org.example.MigMeet.desktop'):
        yield pathlib.Path(name)


def text(path):
    return (ROOT / path).read_text(encoding='utf-8')


def holds_strings(path):
    if path.parts[0] == 'src' and path.suffix in ('.c', '.h'):
        return TRANSLATED_C.search(text(path))
    if path.parts[0] == 'data' and path.suffix == '.ui':
        return TRANSLATED_UI.search(text(path))
    return path.name.endswith(('.desktop', '.metainfo.xml.in', '.gschema.xml')) and path.parts[0] != 'tests'


class Source(unittest.TestCase):
    def none_of(self, bad):
        if bad:
            self.fail('\n' + '\n'.join(bad))

    def test_licence_lines(self):
        bad = [str(path) for path in files()
               if path.suffix in LICENSED and 'SPDX-License-Identifier: ' not in '\n'.join(text(path).split('\n')[:3])]
        self.none_of(bad)

    def test_xml_is_well_formed(self):
        bad = []
        for path in files():
            if path.suffix in XML or path.name.endswith('.xml.in'):
                try:
                    xml.etree.ElementTree.parse(ROOT / path)
                except xml.etree.ElementTree.ParseError as error:
                    bad.append(f'{path}: {error}')
        self.none_of(bad)

    def test_lines_and_files_are_short(self):
        bad = []
        for path in files():
            if path.suffix in ('.c', '.h', '.py', '.sh'):
                lines = text(path).split('\n')
                if path.suffix in ('.c', '.h') and len(lines) > C_LINES:
                    bad.append(f'{path}: {len(lines)} lines')
                bad += [f'{path}:{number}: {len(line)} columns'
                        for number, line in enumerate(lines, 1) if len(line) > COLUMNS]
        self.none_of(bad)

    def test_no_tabs_or_trailing_space(self):
        bad = [f'{path}:{number}' for path in files() if path.suffix in LICENSED - {'.po'}
               for number, line in enumerate(text(path).split('\n'), 1) if line != line.rstrip() or '\t' in line]
        self.none_of(bad)

    def test_versions_are_told_apart_in_one_place(self):
        bad = [str(path) for path in files()
               if path.suffix in ('.c', '.h') and 'GTK_CHECK_VERSION' in text(path) and path.stem != 'mig-compat']
        self.none_of(bad)

    def test_plurals_name_their_domain(self):
        bad = [f'{path}:{number}' for path in files() if path.parts[0] == 'src' and path.suffix in ('.c', '.h')
               for number, line in enumerate(text(path).split('\n'), 1) if re.search(r'\bngettext\s*\(', line)]
        self.none_of(bad)

    def test_names_are_heard(self):
        bad = []
        for path in files():
            if path.suffix == '.ui':
                for part in xml.etree.ElementTree.parse(ROOT / path).iter('object'):
                    named = part.findall("accessibility/property[@name='label']")
                    role = part.findall("property[@name='accessible-role']")
                    if part.get('class')[len('Gtk'):] in NAMELESS and named and not role:
                        bad.append(f'{path}: {part.get("class")} {part.get("id") or ""}: has a name and no role')
            elif path.suffix == '.c' and path.parts[0] == 'src':
                made = set(MADE_NAMELESS.findall(text(path)))
                bad.extend(f'{path}: {name}: has a name and no role'
                           for name in NAMED.findall(text(path)) if name in made)
        self.none_of(bad)

    def test_pictures_are_as_software_centres_are_told(self):
        told = xml.etree.ElementTree.parse(ROOT / 'data/org.example.MigMeet.metainfo.xml.in').findall('.//image')
        self.assertNotEqual(told, [])
        for image in told:
            data = (ROOT / 'data/screenshots' / image.text.rpartition('/')[2]).read_bytes()
            self.assertEqual(struct.unpack('>8s8xII', data[:24]),
                             (b'\x89PNG\r\n\x1a\n', int(image.get('width')), int(image.get('height'))))

    def test_newest_release_is_this_one(self):
        release = xml.etree.ElementTree.parse(ROOT / 'data/org.example.MigMeet.metainfo.xml.in').find('.//release')
        self.assertIn(f"\n  version: '{release.get('version')}',\n", text('meson.build'))

    def test_translators_find_every_string(self):
        expected = [str(path) for path in files() if holds_strings(path)]
        listed = [line for line in text('po/POTFILES').splitlines() if line and not line.startswith('#')]
        self.none_of([f'not in po/POTFILES: {path}' for path in sorted(set(expected) - set(listed))] +
                     [f'in po/POTFILES in vain: {path}' for path in sorted(set(listed) - set(expected))])
        self.assertEqual(listed, sorted(listed), 'po/POTFILES is not in order')


if __name__ == '__main__':
    tap.main()
