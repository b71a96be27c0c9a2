/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-animations.h"

/**
 * mig_animations_are_enabled:
 * @widget: what would move
 *
 * Returns: whether the person at its screen lets things move
 */
gboolean
mig_animations_are_enabled (GtkWidget *widget)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}
