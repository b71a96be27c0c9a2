/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-palette.h"
#include "mig-presentation.h"

G_BEGIN_DECLS

#define MIG_TYPE_CONSOLE (mig_console_get_type ())
G_DECLARE_FINAL_TYPE (MigConsole, mig_console, MIG, CONSOLE, GtkApplicationWindow)

GtkWidget *mig_console_new (GtkApplication *application, MigPresentation *presentation, MigPalette palette);
void       mig_console_set_room (MigConsole *self, const char *screen, int width, int height);
GtkOverlay *mig_console_get_overlay (MigConsole *self);
double     mig_console_get_note_scale (MigConsole *self);
void       mig_console_set_note_scale (MigConsole *self, double scale);

G_END_DECLS
