/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-settings.h"

static const char *const keys[] = {
  "window-width", "window-height", "window-maximized", "timeline-height", "color-scheme",
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
