/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-pango.h"

static gboolean
is_rtl (PangoDirection direction)
{
  return direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL;
}

/**
 * mig_pango_align:
 * @layout: a paragraph that has its text and its width
 * @mirrored: whether what it is part of begins at the right
 * @at_end: whether it stands at the end of its column and not at its beginning
 *
 * Aligns a paragraph with its column, whichever way its own text runs: a title in English stands at the right among
 * Arabic ones. Pango takes left for right where a text runs against the direction of its context.
 */
void
mig_pango_align (PangoLayout *layout, gboolean mirrored, gboolean at_end)
{
  gboolean right = mirrored != at_end;
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  gboolean turned = is_rtl (pango_layout_line_get_resolved_direction (line)) !=
                    is_rtl (pango_context_get_base_dir (pango_layout_get_context (layout)));

  pango_layout_set_alignment (layout, right != turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}
