/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-languages.h"

#include <glib/gi18n-lib.h>

#include "mig-locale.h"
#include "mig-settings.h"

/* The menu of languages: that of the desktop, and every one that the program has a catalogue for. A running program
 * keeps its language, because its windows, its formats and GTK's own words are made in it; so the choice is one for the
 * next start, and the menu says so. Names in the corpus's own language change at once. */

/**
 * mig_languages_init:
 *
 * Sets the language that the program speaks: what was chosen in the menu, or else what the environment says. To be
 * called first of all; the help of the command line is translated, too, and is read before there is a display.
 */
void
mig_languages_init (void)
{
  g_autofree char *language = mig_settings_dup_language ();

  mig_locale_init (language);
  /* GTK would set the locale of the environment again. */
  gtk_disable_setlocale ();
}

/**
 * mig_languages_add_actions:
 * @application: where to add them
 * @settings: (nullable): where the choices are kept; without it, there are none
 *
 * Adds the actions `language` and `original-names`.
 */
void
mig_languages_add_actions (GActionMap *application,
                           GSettings  *settings)
{
  static const char *const keys[] = { "language", "original-names" };

  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (application, action);
    }
}

static void
append_language (GMenu      *menu,
                 const char *label,
                 const char *code)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "app.language", "s", code);
  g_menu_append_item (menu, item);
}

/* An underscore in a name would make a key of the letter behind it. */
static char *
dup_label (const char *code)
{
  g_autofree char *name = mig_locale_dup_own_name (code);
  g_auto(GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * mig_languages_fill_menu:
 * @menu: an empty menu
 *
 * Appends an item for each language, under the words that it is for the next start.
 */
void
mig_languages_fill_menu (GMenu *menu)
{
  g_auto(GStrv) codes = mig_locale_dup_offered ();
  g_autoptr(GMenu) section = g_menu_new ();

  append_language (section, _("_Follow the Desktop"), "");
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *label = dup_label (codes[i]);

      append_language (section, label, codes[i]);
    }

  /* Translators: heading of a list of languages, of which the chosen one is taken when the program starts again */
  g_menu_append_section (menu, _("From the Next Start On"), G_MENU_MODEL (section));
}
