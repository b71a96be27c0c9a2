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
