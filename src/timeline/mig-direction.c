/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-direction.h"

#include <hb.h>

#include "mig-locale.h"

/**
 * mig_direction_get:
 *
 * Tells in which direction the language is written that the interface is shown in. GTK's own answer,
 * gtk_get_locale_direction(), depends on whether GTK, too, is translated into the language, or on whether the system
 * has a locale for it.
 *
 * Returns: %GTK_TEXT_DIR_RTL or %GTK_TEXT_DIR_LTR
 */
GtkTextDirection
mig_direction_get (void)
{
  g_autofree char *shown = mig_locale_dup_shown ();
  PangoLanguage *language = pango_language_from_string (shown);
  int n = 0;
  const PangoScript *scripts = pango_language_get_scripts (language, &n);

  for (int i = 0; i < n; i++)
    {
      const hb_tag_t tag = g_unicode_script_to_iso15924 ((GUnicodeScript) scripts[i]);
      const hb_direction_t direction = hb_script_get_horizontal_direction (hb_script_from_iso15924_tag (tag));

      if (direction != HB_DIRECTION_INVALID)
        return direction == HB_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
    }

  return GTK_TEXT_DIR_LTR;
}

/**
 * mig_direction_align:
 * @layout: a layout that has a width and its text
 * @mirrored: whether what is around it runs from right to left
 * @at_end: whether it stands at the end of its lines, and not at their beginning
 *
 * Puts all lines on the side that @mirrored and @at_end ask for. Pango's own alignment is turned about where a text
 * runs against its context, so that names in Latin letters would stand elsewhere than the Arabic words around them.
 */
void
mig_direction_align (PangoLayout *layout, gboolean mirrored, gboolean at_end)
{
  const PangoDirection base = pango_context_get_base_dir (pango_layout_get_context (layout));
  const PangoDirection own = pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0));
  const gboolean base_is_rtl = base == PANGO_DIRECTION_RTL || base == PANGO_DIRECTION_WEAK_RTL;
  const gboolean is_turned = (own == PANGO_DIRECTION_RTL) != base_is_rtl;
  const gboolean is_right = mirrored != at_end;

  pango_layout_set_alignment (layout, is_right != is_turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}
