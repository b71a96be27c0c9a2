#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make two languages that nobody speaks of all that is translated, for the tests and for whoever writes code.

  en_XA  letters with accents, words half as long again, brackets about every string: what has none is not translated,
         and what has one only is cut or put together from pieces
  ar_XB  every word turned about, as if written from right to left, and the whole window with it

Usage: pseudo.py --stamp FILE ROOT FOLDER MIGMEET-CORPUS XGETTEXT-ARGUMENT...
"""

import pathlib
import re
import subprocess
import sys

import pofile

ACCENTS = str.maketrans('AaCcDdEeGgIiLlNnOoRrSsTtUuYyZz', 'ÅåÇçĐđÉéĜĝÎîĻļÑñÖöŘřŠšŢţÛûÝýŽž')
# What stays as it is: conversions of printf() and strftime(), XML, keys of menus, and names of files and options.
KEPT = re.compile(r'(%(?:\d+\$)?[-+ #0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[A-Za-z%]|<[^<>]*>|&\w+;|_(?=\w)|'
                  r'--[a-z-]+|migmeet[:\w#-]*|https?:\S+|\n)')
PADDING = 'óñé ţŵö ţĥŕéé ƒöûŕ ƒîṽé šîẋ šéṽéñ éîĝĥţ ñîñé ţéñ '
GROWTH = 0.4
LEFT_TO_RIGHT, POP, TURNED = '\u200e', '\u202c', '\u202e'


def apart(text, change):
    """Change what stands between the things to keep."""
    return ''.join(part if number % 2 else change(part) for number, part in enumerate(KEPT.split(text)))


def lengthen(text):
    """Accents, brackets, and more room: at least four tenths, more for short texts, as translations have it."""
    if not re.search(r'[^\W\d_]', KEPT.sub('', text)):
        return text
    if text.endswith('\n'):
        return lengthen(text[:-1]) + '\n'
    extra = max(2, round(len(KEPT.sub('', text)) * GROWTH))
    padding = (PADDING * (extra // len(PADDING) + 1))[:extra].rstrip()
    return f'⟦{apart(text, lambda part: part.translate(ACCENTS))} {padding}⟧'


def turn(text):
    """Each word from right to left."""
    return apart(text, lambda part: re.sub(r'[^\W_]+', lambda word: f'{TURNED}{word[0]}{POP}', part))


LANGUAGES = {'en_XA': lengthen, 'ar_XB': turn}


def translate(template, language, change):
    header, *entries = pofile.read(template)
    fields = dict(line.split(': ', 1) for line in header.translations[0].splitlines() if ': ' in line)
    fields.update({'Language': language, 'Language-Team': 'none', 'Last-Translator': 'pseudo.py <none@example.org>',
                   'PO-Revision-Date': fields['POT-Creation-Date'], 'Project-Id-Version': template.stem,
                   'Content-Type': 'text/plain; charset=UTF-8', 'Plural-Forms': 'nplurals=2; plural=(n != 1);'})
    header.translations = [''.join(f'{name}: {value}\n' for name, value in fields.items())]
    header.flags.clear()
    for entry in entries:
        if entry.context == 'name of this language':
            entry.translations = [language]
        elif entry.plural is None:
            entry.translations = [change(entry.text)]
        else:
            entry.translations = [change(entry.text), change(entry.plural)]
    return [header, *entries]


def main():
    stamp, root, folder, tool = (pathlib.Path(argument) for argument in sys.argv[2:6])
    folder.mkdir(exist_ok=True)
    interface, corpus = folder / 'migmeet.pot', folder / 'migmeet-corpus.pot'
    subprocess.run(['xgettext', f'--directory={root}', f'--files-from={root}/po/POTFILES', '--package-name=migmeet',
                    f'--output={interface}', *sys.argv[6:]], check=True)
    subprocess.run([tool, 'pot', '--output', corpus, root / 'data' / 'corpus.json'], check=True)
    for language, change in LANGUAGES.items():
        for template in (interface, corpus):
            path = folder / f'{template.stem}.{language}.po'
            pofile.write(path, translate(template, language, change))
            target = folder / language / 'LC_MESSAGES' / f'{template.stem}.mo'
            target.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(['msgfmt', '--check', '--output-file', target, path], check=True)
    stamp.write_text('')


if __name__ == '__main__':
    main()
