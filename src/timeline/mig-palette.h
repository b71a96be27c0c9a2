/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "mig-palette-roles.h"

G_BEGIN_DECLS

const GdkRGBA *mig_palette_get (MigPalette palette, MigColour colour);
const char    *mig_palette_get_name (MigPalette palette);
gboolean       mig_palette_from_name (const char *name, MigPalette *palette);
gboolean       mig_palette_is_high_contrast (MigPalette palette);

G_END_DECLS
