/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-settings.h"

/* The ranges of the schema; GSettings warns of what is outside. */
#define MIN_WIDTH 360
#define MIN_HEIGHT 294
#define MAX_LENGTH 32767

static const char *const keys[] = {
  "window-width", "window-height", "window-maximized", "timeline-height", "color-scheme", "max-corpus-size",
  "lanes", "time-left-to-right", "language", "original-names", "room-screen", "room-colours", "note-scale",
};

/**
 * mig_settings_new:
 *
 * Opens the application's settings. g_settings_new() ends the program when the schema is not installed, or is an older
 * one without a key; the application must run from a build folder too, so this asks first.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL when nothing can be remembered here
 */
GSettings *
mig_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, MIG_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (!g_settings_schema_has_key (schema, keys[i]))
        return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * mig_settings_dup_language:
 *
 * May be called before anything else is set up.
 *
 * Returns: (transfer full) (nullable): code of the language to begin in; %NULL or "" for that of the desktop
 */
char *
mig_settings_dup_language (void)
{
  g_autoptr (GSettings) settings = mig_settings_new ();

  return settings != NULL ? g_settings_get_string (settings, "language") : NULL;
}

/**
 * mig_settings_bind_loader:
 * @self: (nullable): the settings
 * @loader: a loader
 *
 * Makes @loader read corpora in the language that names are to be shown in, and again when that changes.
 */
void
mig_settings_bind_loader (GSettings *self, MigLoader *loader)
{
  g_return_if_fail (MIG_IS_LOADER (loader));

  if (self != NULL)
    g_settings_bind (self, "original-names", loader, "original-names", G_SETTINGS_BIND_GET);
}

/**
 * mig_settings_restore_window:
 * @self: the settings
 * @window: a window that is not shown yet
 *
 * Gives @window the size that the last one had.
 */
void
mig_settings_restore_window (GSettings *self, GtkWindow *window)
{
  g_return_if_fail (G_IS_SETTINGS (self));
  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_set_default_size (window, g_settings_get_int (self, "window-width"),
                               g_settings_get_int (self, "window-height"));
  if (g_settings_get_boolean (self, "window-maximized"))
    gtk_window_maximize (window);
}

/**
 * mig_settings_remember_window:
 * @self: the settings
 * @window: a window that is about to close
 *
 * Remembers the size of @window, and the one it has when it is not maximized.
 */
void
mig_settings_remember_window (GSettings *self, GtkWindow *window)
{
  int width, height;

  g_return_if_fail (G_IS_SETTINGS (self));
  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self, "window-width", CLAMP (width, MIN_WIDTH, MAX_LENGTH));
  g_settings_set_int (self, "window-height", CLAMP (height, MIN_HEIGHT, MAX_LENGTH));
  g_settings_set_boolean (self, "window-maximized", gtk_window_is_maximized (window));
}

/**
 * mig_settings_remember_timeline_height:
 * @self: the settings
 * @height: in pixels; 0 for as much as the lanes need
 *
 * Remembers the height of the timeline.
 */
void
mig_settings_remember_timeline_height (GSettings *self, int height)
{
  g_return_if_fail (G_IS_SETTINGS (self));

  g_settings_set_int (self, "timeline-height", CLAMP (height, 0, MAX_LENGTH));
}
