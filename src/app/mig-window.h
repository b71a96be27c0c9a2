/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-loader.h"
#include "mig-navigator.h"
#include "mig-viewport.h"

G_BEGIN_DECLS

#define MIG_TYPE_WINDOW (mig_window_get_type ())
G_DECLARE_FINAL_TYPE (MigWindow, mig_window, MIG, WINDOW, GtkApplicationWindow)

GtkWidget    *mig_window_new (GtkApplication *application, MigLoader *loader, GSettings *settings);
void          mig_window_open_file (MigWindow *self, GFile *file);
void          mig_window_open_address (MigWindow *self, const char *address);
gboolean      mig_window_can_show_address (MigWindow *self, const char *address);
MigLoader    *mig_window_get_loader (MigWindow *self);
MigNavigator *mig_window_get_navigator (MigWindow *self);
MigViewport  *mig_window_get_viewport (MigWindow *self);
const char   *mig_window_get_state (MigWindow *self);
void          mig_window_present (MigWindow *self);
const char   *mig_window_get_message (MigWindow *self);
void          mig_window_set_palette (MigWindow *self, const char *palette);

void          mig_window_open_briefing (MigWindow *self, GFile *file);
void          mig_window_present_briefing (MigWindow *self, GFile *file, guint position);

G_END_DECLS
