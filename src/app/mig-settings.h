/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-loader.h"

G_BEGIN_DECLS

GSettings *mig_settings_new (void);
char      *mig_settings_dup_language (void);
void       mig_settings_bind_loader (GSettings *self, MigLoader *loader);
void       mig_settings_restore_window (GSettings *self, GtkWindow *window);
void       mig_settings_remember_window (GSettings *self, GtkWindow *window);
void       mig_settings_remember_timeline_height (GSettings *self, int height);

G_END_DECLS
