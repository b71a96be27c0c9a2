#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the format's three tellings against each other: the schema, the reader, and what CORPUS.md shows.

Usage: test_schema.py ROOT MIGMEET-CORPUS
"""

import copy
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
except ImportError:
    print('1..0 # SKIP python3-jsonschema is not there')
    sys.exit(0)

import tap

ROOT = pathlib.Path(sys.argv[1])
CORPUS_TOOL = sys.argv[2]
SCHEMA = json.loads((ROOT / 'data/corpus.schema.json').read_text(encoding='utf-8'))
HARBOUR = json.loads((ROOT / 'tests/fixtures/harbour.json').read_text(encoding='utf-8'))
CHECKER = jsonschema.Draft202012Validator(SCHEMA)
ODDITIES = (7, -1.5, True, '', 'x', [], {}, [7], ['x'], [{}], None)
FILES_AT_ONCE = 400


def check(paths):
    """What migmeet-corpus check says of files: a list of lines for each."""
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': ''}
    said = {path: [] for path in paths}
    for start in range(0, len(paths), FILES_AT_ONCE):
        done = subprocess.run([CORPUS_TOOL, 'check', *paths[start:start + FILES_AT_ONCE]], capture_output=True,
                              text=True, check=False, env=environment, timeout=300)
        assert done.returncode in (0, 1) and not done.stderr, done.stderr
        for line in done.stdout.splitlines():
            path = next((path for path in paths if line.startswith(f'{path}:')), None)
            assert path, line
            said[path].append(line.removeprefix(f'{path}:'))
    return said


def note_used(schema, value, used, name=''):
    """Notes for each definition of the schema which of its members a value has, and in what is within it."""
    while '$ref' in schema:
        name = schema['$ref'].rpartition('/')[2]
        schema = SCHEMA['$defs'][name]
    for part in schema.get('allOf', ()):
        note_used(part, value, used)
    for member, inner in schema.get('properties', {}).items():
        if isinstance(value, dict) and value.get(member) is not None:
            used.add((name, member))
            note_used(inner, value[member], used)
    for entry in value if 'items' in schema and isinstance(value, list) else ():
        note_used(schema['items'], entry, used)


def places(value, path=()):
    """The way to every value within a value."""
    if path:
        yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*path, key))


def spell(path):
    text = ''.join(f'[{key}]' if isinstance(key, int) else f'.{key}' for key in path)
    return text.lstrip('.')


def put(value, path, new):
    changed = copy.deepcopy(value)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = new
    return changed


class Schema(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, corpus):
        path = self.folder / name
        path.write_text(json.dumps(corpus), encoding='utf-8')
        return str(path)

    def test_the_schema_is_sound(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_corpora_are_sound(self):
        for name in ('data/corpus.json', 'tests/fixtures/harbour.json'):
            corpus = json.loads((ROOT / name).read_text(encoding='utf-8'))
            errors = [f'{spell(error.path)}: {error.message}' for error in CHECKER.iter_errors(corpus)]
            self.assertEqual(errors, [], name)
            self.assertEqual(check([str(ROOT / name)]), {str(ROOT / name): []}, name)

    def test_the_example_is_sound(self):
        text = (ROOT / 'data/CORPUS.md').read_text(encoding='utf-8')
        example, = re.findall(r'^```json\n(.*?)^```$', text, re.MULTILINE | re.DOTALL)
        corpus = json.loads(example)
        self.assertEqual([error.message for error in CHECKER.iter_errors(corpus)], [])
        path = self.write('example.json', corpus)
        self.assertEqual(check([path]), {path: []})
        self.assertEqual({name for name in SCHEMA['properties'] if not corpus.get(name)}, set())

    def test_the_description_names_every_member(self):
        text = (ROOT / 'data/CORPUS.md').read_text(encoding='utf-8')
        names = {name for definition in SCHEMA['$defs'].values() for name in definition.get('properties', {})}
        self.assertEqual({name for name in names if not re.search(rf'[`"]{name}[`"]', text)}, set())

    def test_the_fixture_has_every_member(self):
        used = set()
        note_used(SCHEMA, HARBOUR, used)
        every = {(name, member) for name, definition in [('', SCHEMA), *SCHEMA['$defs'].items()]
                 for member in definition.get('properties', {})}
        self.assertEqual(every - used, set())

    def test_check_finds_what_the_schema_finds(self):
        cases = {}
        for path in places(HARBOUR):
            for oddity in ODDITIES:
                corpus = put(HARBOUR, path, oddity)
                errors = list(CHECKER.evolve(schema={'$ref': f'#/properties/{path[0]}', **SCHEMA})
                              .descend(corpus[path[0]], SCHEMA['properties'][path[0]]))
                if errors:
                    cases[self.write(f'{len(cases)}.json', corpus)] = (spell(path), oddity, errors[0].message)
        self.assertGreater(len(cases), 1000)
        missed = [f'{cases[path]}: {lines}' for path, lines in check(list(cases)).items()
                  if not any(cases[path][0].split('[')[0] in line for line in lines)]
        self.assertEqual(missed, [], f'{len(missed)} of {len(cases)}')


if __name__ == '__main__':
    tap.main()
