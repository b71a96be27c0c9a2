/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-palette.h"
#include "mig-presentation.h"

G_BEGIN_DECLS

#define MIG_TYPE_ROOM_WINDOW (mig_room_window_get_type ())
G_DECLARE_FINAL_TYPE (MigRoomWindow, mig_room_window, MIG, ROOM_WINDOW, GtkApplicationWindow)

GtkWidget *mig_room_window_new (GtkApplication *application, MigPresentation *presentation, MigPalette palette);
GtkOverlay *mig_room_window_get_overlay (MigRoomWindow *self);
void       mig_room_window_set_alone (MigRoomWindow *self, gboolean alone);

G_END_DECLS
