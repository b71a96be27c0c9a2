# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of translations as gettext has them (its manual, "The Format of PO Files"), read and written."""

import dataclasses
import re

ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v', '"': '"', '\\': '\\'}
KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*"(.*)"$')


@dataclasses.dataclass
class Entry:
    context: str | None = None
    text: str = ''
    plural: str | None = None
    translations: list = dataclasses.field(default_factory=list)
    flags: set = dataclasses.field(default_factory=set)
    comments: list = dataclasses.field(default_factory=list)
    references: list = dataclasses.field(default_factory=list)

    @property
    def key(self):
        return self.context, self.text


def unquote(text):
    return re.sub(r'\\([0-7]{3}|.)', lambda match: ESCAPES.get(match[1]) or chr(int(match[1], 8)), text)


def quote(text):
    for letter in '\\"':
        text = text.replace(letter, '\\' + letter)
    return '"' + text.replace('\n', '\\n').replace('\t', '\\t') + '"'


def read(path):
    """Every entry but the obsolete ones, the header first."""
    entries, entry, strings, last = [], None, {}, None
    for line in [*path.read_text(encoding='utf-8').splitlines(), '']:
        found = KEYWORD.match(line)
        if found or line.startswith('#'):
            entry = entry or Entry()
        if found:
            last = found[1] or last
            strings[last] = strings.get(last, '') + unquote(found[2])
        elif line.startswith('#,'):
            entry.flags |= {flag.strip() for flag in line[2:].split(',')}
        elif line.startswith('#.'):
            entry.comments.append(line[2:].strip())
        elif line.startswith('#:'):
            entry.references += line[2:].split()
        elif not line.strip():
            if 'msgid' in strings:
                entry.context, entry.text = strings.get('msgctxt'), strings['msgid']
                entry.plural = strings.get('msgid_plural')
                entry.translations = [text for key, text in strings.items() if key.startswith('msgstr')]
                entries.append(entry)
            entry, strings, last = None, {}, None
    return entries


def write(path, entries):
    lines = []
    for entry in entries:
        if entry.flags:
            lines.append('#, ' + ', '.join(sorted(entry.flags)))
        if entry.context is not None:
            lines.append(f'msgctxt {quote(entry.context)}')
        lines.append(f'msgid {quote(entry.text)}')
        if entry.plural is None:
            lines.append(f'msgstr {quote(entry.translations[0])}')
        else:
            lines.append(f'msgid_plural {quote(entry.plural)}')
            lines += [f'msgstr[{number}] {quote(text)}' for number, text in enumerate(entry.translations)]
        lines.append('')
    path.write_text('\n'.join(lines), encoding='utf-8')
