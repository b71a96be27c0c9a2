/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-presentation.h"

G_BEGIN_DECLS

#define MIG_TYPE_SCENE_GRID (mig_scene_grid_get_type ())
G_DECLARE_FINAL_TYPE (MigSceneGrid, mig_scene_grid, MIG, SCENE_GRID, GtkWidget)

GtkWidget *mig_scene_grid_new (MigPresentation *presentation);
void       mig_scene_grid_show_current (MigSceneGrid *self);

G_END_DECLS
