/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-hit-attributes.h"

/* How what was looked for is marked in a text: in the list of results and on the page. Attributes leave the text plain,
 * so that it is never read as markup and can be selected as before. */

static guint16
to_pango (float value)
{
  return (guint16) (value * 65535);
}

static void
insert (PangoAttrList       *attributes,
        PangoAttribute      *attribute,
        const MigSearchSpan *span)
{
  attribute->start_index = span->begin;
  attribute->end_index = span->end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * mig_hit_attributes_insert:
 * @attributes: the attributes of a text
 * @span: a place in it
 * @palette: the colours
 * @is_current: whether it is the one that was gone to
 *
 * Marks the place: a gold ground, and an underline for whoever does not see gold. The current one is filled, and its
 * underline double.
 */
void
mig_hit_attributes_insert (PangoAttrList       *attributes,
                           const MigSearchSpan *span,
                           MigPalette           palette,
                           gboolean             is_current)
{
  const GdkRGBA *ground = mig_palette_get (palette, is_current ? MIG_COLOUR_HIT : MIG_COLOUR_HIT_GROUND);
  const GdkRGBA *line = mig_palette_get (palette, MIG_COLOUR_HIT_OUTLINE);

  insert (attributes, pango_attr_background_new (to_pango (ground->red), to_pango (ground->green),
                                                 to_pango (ground->blue)), span);
  insert (attributes, pango_attr_underline_new (is_current ? PANGO_UNDERLINE_DOUBLE : PANGO_UNDERLINE_SINGLE), span);
  if (!is_current)
    {
      insert (attributes, pango_attr_underline_color_new (to_pango (line->red), to_pango (line->green),
                                                          to_pango (line->blue)), span);
      return;
    }

  /* On full gold, which is as light in every palette, only black is read well, whatever the text's own colour. */
  insert (attributes, pango_attr_underline_color_new (0, 0, 0), span);
  insert (attributes, pango_attr_foreground_new (0, 0, 0), span);
  insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16), span);
}
