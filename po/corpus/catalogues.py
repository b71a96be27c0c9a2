#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make catalogues of a corpus, and keep the translators' files up to date.

catalogues.py build DOMAIN FOLDER [--install] [--stamp FILE] FILE.po...
    FOLDER/LANGUAGE/LC_MESSAGES/DOMAIN.mo of each file, the language being the file's name
catalogues.py update DOMAIN FOLDER --pot MIGMEET-CORPUS CORPUS
    FOLDER/DOMAIN.pot of the corpus, merged into FOLDER/LANGUAGE.po for each language of FOLDER/LINGUAS
"""

import argparse
import os
import pathlib
import subprocess
import sys


def run(*command):
    subprocess.run([str(word) for word in command], check=True)


def build(arguments):
    folder = arguments.folder
    if arguments.install and os.environ.get('DESTDIR'):
        folder = pathlib.Path(os.environ['DESTDIR'], *folder.parts[1:])
    for path in arguments.files:
        target = folder / path.stem / 'LC_MESSAGES' / f'{arguments.domain}.mo'
        target.parent.mkdir(parents=True, exist_ok=True)
        run('msgfmt', '--check', '--output-file', target, path)
    if arguments.stamp:
        arguments.stamp.write_text('')


def update(arguments):
    tool, corpus = arguments.pot
    template = arguments.folder / f'{arguments.domain}.pot'
    run(tool, 'pot', '--output', template, corpus)
    lines = (arguments.folder / 'LINGUAS').read_text(encoding='utf-8').splitlines()
    for language in (line.strip() for line in lines if line.strip() and not line.startswith('#')):
        path = arguments.folder / f'{language}.po'
        if path.exists():
            run('msgmerge', '--quiet', '--update', '--backup=none', '--previous', path, template)
        else:
            run('msginit', '--no-translator', '--locale', language, '--input', template, '--output-file', path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('command', choices=('build', 'update'))
    parser.add_argument('domain')
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--install', action='store_true')
    parser.add_argument('--stamp', type=pathlib.Path)
    parser.add_argument('--pot', nargs=2)
    parser.add_argument('files', nargs='*', type=pathlib.Path)
    arguments = parser.parse_intermixed_args()
    try:
        (build if arguments.command == 'build' else update)(arguments)
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)


if __name__ == '__main__':
    main()
