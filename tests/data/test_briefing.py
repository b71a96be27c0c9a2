#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the two descriptions of the briefing format against each other and against the reader.

Usage: test_briefing.py ROOT MIGMEET-CORPUS
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
TOOL = sys.argv[2]
SCHEMA = json.loads((ROOT / 'data/briefing.schema.json').read_text(encoding='utf-8'))
WORDS = (ROOT / 'data/BRIEFING.md').read_text(encoding='utf-8')
EXAMPLE = json.loads(re.search(r'```json\n(.*?)```', WORDS, re.DOTALL)[1])
CHECKER = jsonschema.Draft202012Validator(SCHEMA)
# Where in the example something is put, what, and whether that is right.
CASES = (
    (('briefing', 'format'), 'migmeet-corpus', False),
    (('briefing', 'version'), '2.0', False),
    (('briefing', 'version'), '1.7', True),
    (('briefing', 'duration'), -1, False),
    (('briefing', 'duration'), 86401, False),
    (('briefing', 'duration'), None, True),
    (('briefing', 'title'), 7, False),
    (('briefing', 'x-tool'), {'kept': True}, True),
    (('briefing', 'corpus'), 'un-cmim', False),
    (('scenes', 1, 'start'), '2015', False),
    (('scenes', 1, 'start'), '2015-06-01T06:30', True),
    (('scenes', 1, 'start'), '2015-06-01T25:00', False),
    (('scenes', 1, 'lanes'), ['trams'], False),
    (('scenes', 1, 'lanes'), [], True),
    (('scenes', 1, 'following'), [], True),
    (('scenes', 1, 'following'), ['P-riera'], False),
    (('scenes', 1, 'following'), [{'id': f'P-{n}'} for n in range(5)], False),
    (('scenes', 1, 'following', 0, 'above'), 'trams', False),
    (('scenes', 1, 'following', 0, 'above'), None, True),
    (('scenes', 1, 'note'), ['x'], False),
    (('scenes', 1, 'duration'), 1.5, False),
    (('scenes', 1, 'filter'), 'later', False),
    (('scenes', 1, 'filter'), None, True),
    (('scenes', 1, 'filter', 'kinds'), ['events', 'wonders'], False),
    (('scenes', 1, 'filter', 'kinds'), ['events'], True),
    (('scenes', 1, 'filter', 'end'), '2013-02-30x', False),
    (('scenes', 1, 'filter', 'end'), '2016-04', True),
    (('scenes', 1, 'filter', 'speakers'), 'P-vik', False),
    (('scenes', 1, 'filter', 'speakers'), ['P-gone'], True),
    (('scenes', 1, 'filter', 'places'), [f'A-{n}' for n in range(17)], False),
    (('scenes', 1, 'filter', 'direction'), 'sideways', False),
    (('scenes', 1, 'filter', 'certainties'), ['reported once'], True),
    (('scenes', 1, 'filter', 'certainties'), ['sure'], False),
    (('scenes', 1, 'filter', 'disagrees'), 'yes', False),
    (('scenes', 1, 'filter', 'mood'), 'good', True),
    (('scenes', 1, 'later'), 'later', True),
    (('scenes', 1), 7, False),
    (('scenes',), {}, False),
    (('briefing',), [], False),
)


def put(where, value):
    briefing = copy.deepcopy(EXAMPLE)
    holder = briefing
    for step in where[:-1]:
        holder = holder[step]
    holder[where[-1]] = value
    return briefing


class Format(unittest.TestCase):
    def read(self, briefing):
        """Whether the reader takes it."""
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'MIGMEET_DATA_DIR': str(ROOT / 'data')}
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / 'one.migbrief'
            file.write_text(json.dumps(briefing), encoding='utf-8')
            done = subprocess.run([TOOL, 'handout', '--output', f'{folder}/one.pdf', str(file)], capture_output=True,
                                  text=True, check=False, env=environment, timeout=60)
            self.assertIn(done.returncode, (0, 1), done.stderr)
            return done.returncode == 0

    def test_schema_is_one(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_example(self):
        CHECKER.validate(EXAMPLE)
        self.assertTrue(self.read(EXAMPLE))

    def test_words_name_every_member(self):
        members = {*SCHEMA['properties']['briefing']['properties'], *SCHEMA['$defs']['scene']['properties']}
        self.assertEqual([name for name in sorted(members) if f'`{name}`' not in WORDS], [])

    def test_reader_and_schema_agree(self):
        for where, value, right in CASES:
            briefing = put(where, value)
            self.assertEqual(CHECKER.is_valid(briefing), right, (where, value))
            self.assertEqual(self.read(briefing), right, (where, value))


if __name__ == '__main__':
    tap.main()
