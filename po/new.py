#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Begin a language: a file for the interface, one for the names of the corpus, and its code in both lists.

Usage: new.py CODE     its code after ISO 639, with a country if that matters: ar, pt_BR, zh_CN
"""

import pathlib
import re
import subprocess
import sys

import pofile

TOP = pathlib.Path(__file__).resolve().parent
TEMPLATES = TOP.parent / '_build' / 'po' / 'pseudo'
PLURALS = 'Plural-Forms: nplurals=2; plural=(n != 1);\n'
CODE = re.compile(r'[a-z]{2,3}(_[A-Z]{2})?(@[a-z]+)?')


def list_language(path, code):
    lines = path.read_text(encoding='utf-8').splitlines()
    notes = [line for line in lines if not line.strip() or line.startswith('#')]
    codes = sorted({line.strip() for line in lines} - {line.strip() for line in notes} | {code})
    path.write_text('\n'.join([*notes, *codes]) + '\n', encoding='utf-8')


def begin(template, path, code):
    subprocess.run(['msginit', '--no-translator', f'--locale={code}', f'--input={template}', f'--output-file={path}'],
                   check=True, capture_output=True, text=True)
    entries = pofile.read(path)
    header = entries[0].translations[0]
    # msginit fills in for known languages only, and guesses a charset that is not ours.
    header = re.sub(r'(?m)^Language:.*$', f'Language: {code}', header)
    header = re.sub(r'(?m)^(Content-Type:.*charset=).*$', r'\1UTF-8', header)
    header = re.sub(r'(?m)^Last-Translator:.*$', 'Last-Translator: Automatically generated', header)
    header = re.sub(r'(?m)^Language-Team:.*$', 'Language-Team: none', header)
    if not re.search(r'(?m)^Plural-Forms: *nplurals=\d', header) and any(entry.plural for entry in entries):
        header = re.sub(r'(?m)^Plural-Forms:.*\n', '', header) + PLURALS
        print(f'{path.name}: gettext knows no plural forms of {code}; see to “Plural-Forms” in the header.')
    entries[0].translations = [header]
    for entry in entries[1:]:
        # For forms of English msginit takes the original. msgmerge and editors add what plural forms are missing.
        entry.translations = [''] * (1 if entry.plural is None else 2)
    pofile.write(path, entries)
    subprocess.run(['msgmerge', '--quiet', '--update', '--backup=none', path, template], check=True)


def main():
    if len(sys.argv) != 2 or not CODE.fullmatch(sys.argv[1]):
        sys.exit(__doc__.strip())
    code = sys.argv[1]
    for folder, domain in ((TOP, 'migmeet'), (TOP / 'corpus', 'migmeet-corpus')):
        template, path = TEMPLATES / f'{domain}.pot', folder / f'{code}.po'
        if not template.exists():
            sys.exit('Build first: sh src/run.sh --version')
        if path.exists():
            print(f'{path} is there already.')
        else:
            begin(template, path, code)
            print(f'{path} is new.')
        list_language(folder / 'LINGUAS', code)
    print(f'To see it: sh po/try.sh {code}')


if __name__ == '__main__':
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(error.stderr or f'{error.cmd[0]} failed.')
