#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the colour table to WCAG 2: text 4.5:1 or better on every ground it stands on, marks 3:1 (1.4.3, 1.4.11).

Usage: test_palette.py TABLE
"""

import pathlib
import sys
import unittest

import tap

PALETTES = ('light', 'dark', 'hc', 'hc-dark', 'room')

# Where each colour of text is read.
TEXT = {
    'fg': ('base', 'window', 'header', 'side', 'shelf', 'weekend', 'button', 'selection', 'hit_ground', 'meeting_tint',
           'event_tint', 'document_tint', 'warn_tint'),
    'fg2': ('base', 'window', 'header', 'side', 'shelf', 'weekend', 'selection'),
    'link': ('base', 'window', 'side', 'shelf', 'selection'),
    'meeting_text': ('base', 'window', 'side', 'weekend', 'meeting_tint'),
    'event_text': ('base', 'window', 'side', 'weekend', 'event_tint'),
    'document_text': ('base', 'window', 'side', 'weekend', 'document_tint'),
    'error': ('base', 'window'),
    'warn': ('base', 'window', 'warn_tint'),
    'on_meeting': ('meeting',),
    'on_event': ('event',),
    'on_document': ('document',),
}

# Where each mark, outline or line that carries a meaning is seen.
MARKS = {
    'meeting': ('base', 'weekend', 'selection'),
    'event': ('base', 'weekend'),
    'document': ('base', 'weekend'),
    'guide': ('base',),
    'focus': ('base', 'window', 'side'),
    'hit_outline': ('base', 'weekend'),
    'step_done': ('base',),
}


def read_table(path):
    roles = {}
    for line in pathlib.Path(path).read_text(encoding='utf-8').splitlines():
        if line and not line.startswith('#'):
            role, *values = line.split()
            roles[role] = dict(zip(PALETTES, values))
    return roles


def channels(value):
    return [int(value[i:i + 2], 16) / 255 for i in range(1, len(value), 2)]


def luminance(rgb):
    """Relative luminance as WCAG 2 defines it, of sRGB from 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(front, back):
    light, dark = sorted((luminance(front), luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Palette(unittest.TestCase):
    def setUp(self):
        self.roles = read_table(sys.argv[1])

    def colour(self, role, palette):
        """A colour as it is seen: a tint that is "none", or lets something through, lies on the base."""
        base = channels(self.roles['base'][palette])
        value = self.roles[role][palette]
        if value == 'none':
            return base
        red_green_blue, alpha = channels(value)[:3], (channels(value) + [1])[3]
        return [front * alpha + back * (1 - alpha) for front, back in zip(red_green_blue, base)]

    def check(self, pairs, least):
        low = []
        for palette in PALETTES:
            for front, backs in pairs.items():
                for back in backs:
                    ratio = contrast(self.colour(front, palette), self.colour(back, palette))
                    if ratio < least:
                        low.append(f'{palette}: {front} on {back} {ratio:.2f}')
        self.assertEqual(low, [])

    def test_formula(self):
        self.assertAlmostEqual(contrast([0, 0, 0], [1, 1, 1]), 21)
        self.assertAlmostEqual(contrast(channels('#767676'), [1, 1, 1]), 4.54, places=2)
        self.assertAlmostEqual(contrast([.5, .5, .5], [.5, .5, .5]), 1)

    def test_text(self):
        self.check(TEXT, 4.5)

    def test_marks(self):
        self.check(MARKS, 3)

    def test_every_text_is_checked(self):
        texts = {role for role in self.roles if role.endswith('_text') or role.startswith('on_') or role == 'fg'}
        self.assertEqual(texts - set(TEXT), set())

    def test_high_contrast_has_no_tints(self):
        for role in ('meeting_tint', 'event_tint', 'document_tint', 'warn_tint'):
            for palette in ('hc', 'hc-dark'):
                self.assertEqual(self.roles[role][palette], 'none', f'{role} in {palette}')


if __name__ == '__main__':
    tap.main()
