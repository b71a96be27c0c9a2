#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Add up what meson's test logs say.

Usage: summary.py LOG...     each a meson-logs/testlog.json; one that is absent counts as a failure

A program that speaks TAP counts once for every test point, any other once. One that dies, times out or reports fewer
points than it planned counts as one failure more. The last line is “N passed, N failed, N skipped”; the exit status
is 1 if anything failed.
"""

import collections
import json
import pathlib
import re
import sys

POINT = re.compile(r'^(not )?ok\b(?P<rest>.*)$', re.MULTILINE)
DIRECTIVE = re.compile(r'#\s*(skip|todo)', re.IGNORECASE)
GOOD = ('OK', 'EXPECTEDFAIL')


def count(record):
    """Return how many points of one program passed, failed and were skipped, and the names of those that failed."""
    result = collections.Counter()
    names = []
    for point in POINT.finditer(record.get('stdout', '')):
        directive = DIRECTIVE.search(point['rest'])
        if directive:
            result['skipped'] += 1
        elif point[1]:
            result['failed'] += 1
            names.append(point['rest'].strip())
        else:
            result['passed'] += 1
    if record['result'] == 'SKIP':
        result['skipped'] += not result
    elif record['result'] in GOOD:
        result['passed'] += not result
    elif not result['failed']:
        result['failed'] += 1
        names.append(record['result'].lower())
    return result, names


def main():
    total = collections.Counter()
    suites = {}
    bad = []
    for path in map(pathlib.Path, sys.argv[1:]):
        folder = path.parent.parent.name
        if not path.exists():
            total['failed'] += 1
            bad.append(f'{folder}: its tests could not be run')
            continue
        for line in path.read_text(encoding='utf-8').splitlines():
            record = json.loads(line)
            suite, _, name = record['name'].rpartition(' / ')
            suite = f'{folder}, {suite.partition(":")[2] or suite or "all"}'
            result, names = count(record)
            suites.setdefault(suite, collections.Counter()).update(result)
            total.update(result)
            bad += [f'{suite}: {name}: {failure}' for failure in names]
    print()
    for suite, result in suites.items():
        print(f'{suite}: {result["passed"]} passed, {result["failed"]} failed, {result["skipped"]} skipped')
    for line in bad:
        print(f'FAILED {line}')
    print(f'{total["passed"]} passed, {total["failed"]} failed, {total["skipped"]} skipped')
    return 1 if total['failed'] else 0


if __name__ == '__main__':
    sys.exit(main())
