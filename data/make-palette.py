#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn the colour table into the painter's C table and the style sheets' colour definitions.

Usage: make-palette.py TABLE OUTDIR

Writes into OUTDIR
  mig-palette-roles.h   the enumerations MigColour and MigPalette
  mig-palette-data.h    mig_palette_rgba[palette][role][4] and mig_colour_names[role]; for one .c file to include
  palette-NAME.css      one @define-color mig_ROLE line a role; those of the room are mig_room_ROLE, so that they can
                        stand beside the palette of the window
"""

import pathlib
import re
import sys

PALETTES = ('light', 'dark', 'hc', 'hc-dark', 'room')
ROLE = re.compile(r'[a-z][a-z0-9_]*')
COLOUR = re.compile(r'#(?:[0-9a-f]{6}|[0-9a-f]{8})')
NOTE = 'Made from palette.txt by make-palette.py; edit the table, not this file.'


def read_table(path):
    """Return the table as {role: (red, green, blue, alpha) for each palette}, all from 0 to 255."""
    roles = {}
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if not line.strip() or line.startswith('# ') or line == '#':
            continue
        role, *values = line.split()
        if not ROLE.fullmatch(role) or role in roles:
            raise SystemExit(f'{path}:{number}: “{role}” is not a new role')
        if len(values) != len(PALETTES):
            raise SystemExit(f'{path}:{number}: {len(values)} colours instead of {len(PALETTES)}')
        roles[role] = tuple(read_colour(value, f'{path}:{number}') for value in values)
    if not roles:
        raise SystemExit(f'{path}: no colours')
    return roles


def read_colour(value, place):
    if value == 'none':
        return (0, 0, 0, 0)
    if not COLOUR.fullmatch(value):
        raise SystemExit(f'{place}: “{value}” is neither #rrggbb, #rrggbbaa nor none')
    digits = value[1:] if len(value) == 9 else value[1:] + 'ff'
    return tuple(int(digits[i:i + 2], 16) for i in range(0, 8, 2))


def constant(name):
    return name.upper().replace('-', '_')


def c_roles(roles):
    lines = ['/* SPDX-License-Identifier: GPL-3.0-or-later */', f'/* {NOTE} */', '#pragma once', '',
             'typedef enum', '{']
    lines += [f'  MIG_COLOUR_{constant(role)},' for role in roles]
    lines += ['  MIG_N_COLOURS', '} MigColour;', '', 'typedef enum', '{']
    lines += [f'  MIG_PALETTE_{constant(name)},' for name in PALETTES]
    lines += ['  MIG_N_PALETTES', '} MigPalette;']
    return lines


def c_data(roles):
    lines = ['/* SPDX-License-Identifier: GPL-3.0-or-later */', f'/* {NOTE} */', '#pragma once', '',
             '#include "mig-palette-roles.h"', '',
             '/* Red, green, blue and alpha in sRGB, each from 0 to 1. */',
             'static const float mig_palette_rgba[MIG_N_PALETTES][MIG_N_COLOURS][4] =', '{']
    for column, name in enumerate(PALETTES):
        lines += [f'  [MIG_PALETTE_{constant(name)}] =', '  {']
        for role, colours in roles.items():
            values = ', '.join(f'{channel / 255:.6f}f' for channel in colours[column])
            lines.append(f'    [MIG_COLOUR_{constant(role)}] = {{ {values} }},')
        lines.append('  },')
    lines += ['};', '', '/* The roles as style sheets know them. */',
              'static const char * const mig_colour_names[MIG_N_COLOURS] =', '{']
    lines += [f'  [MIG_COLOUR_{constant(role)}] = "mig_{role}",' for role in roles]
    return lines + ['};']


def css(roles, column, prefix):
    lines = [f'/* {NOTE} */']
    for role, colours in roles.items():
        red, green, blue, alpha = colours[column]
        if alpha == 255:
            value = f'#{red:02x}{green:02x}{blue:02x}'
        elif alpha == 0:
            value = 'transparent'
        else:
            value = f'rgba({red}, {green}, {blue}, {alpha / 255:.3f})'
        lines.append(f'@define-color {prefix}{role} {value};')
    return lines


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__.strip())
    roles = read_table(pathlib.Path(sys.argv[1]))
    files = {'mig-palette-roles.h': c_roles(roles), 'mig-palette-data.h': c_data(roles)}
    for column, name in enumerate(PALETTES):
        files[f'palette-{name}.css'] = css(roles, column, 'mig_room_' if name == 'room' else 'mig_')
    for name, lines in files.items():
        path = pathlib.Path(sys.argv[2]) / name
        path.write_text('\n'.join(lines) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
