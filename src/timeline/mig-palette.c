/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-palette.h"

#include "mig-palette-data.h"

/*
 * The painter's view of data/palette.txt: the same colours that the style sheets have.
 */

/* GdkRGBA is four floats, red first, so that the generated table needs no copying. */
G_STATIC_ASSERT (sizeof (GdkRGBA) == 4 * sizeof (float));

/**
 * mig_palette_get:
 * @palette: light, dark, one of the high contrasts, or the room's
 * @colour: a role
 *
 * Returns: (transfer none): the colour, in sRGB
 */
const GdkRGBA *
mig_palette_get (MigPalette palette, MigColour colour)
{
  g_return_val_if_fail (palette < MIG_N_PALETTES && colour < MIG_N_COLOURS, NULL);

  return (const GdkRGBA *) mig_palette_rgba[palette][colour];
}

static const char *const palette_names[MIG_N_PALETTES] = {
  [MIG_PALETTE_LIGHT] = "light",     [MIG_PALETTE_DARK] = "dark", [MIG_PALETTE_HC] = "hc",
  [MIG_PALETTE_HC_DARK] = "hc-dark", [MIG_PALETTE_ROOM] = "room",
};

/**
 * mig_palette_get_name:
 * @palette: a palette
 *
 * Returns: (transfer none): its name in data/palette.txt and in style sheets
 */
const char *
mig_palette_get_name (MigPalette palette)
{
  return palette_names[palette];
}

/**
 * mig_palette_from_name:
 * @name: (nullable): "light", "dark", "hc", "hc-dark" or "room"
 * @palette: (out): the palette of that name; untouched when there is none
 *
 * Returns: whether there is one
 */
gboolean
mig_palette_from_name (const char *name, MigPalette *palette)
{
  for (guint i = 0; i < MIG_N_PALETTES; i++)
    {
      if (g_strcmp0 (name, palette_names[i]) != 0)
        continue;
      *palette = (MigPalette) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * mig_palette_is_high_contrast:
 * @palette: a palette
 *
 * Returns: whether shapes must be told by outlines, since tints are transparent
 */
gboolean
mig_palette_is_high_contrast (MigPalette palette)
{
  return palette == MIG_PALETTE_HC || palette == MIG_PALETTE_HC_DARK;
}
