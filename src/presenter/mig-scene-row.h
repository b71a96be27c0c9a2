/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-scene.h"

G_BEGIN_DECLS

#define MIG_TYPE_SCENE_ROW (mig_scene_row_get_type ())
G_DECLARE_FINAL_TYPE (MigSceneRow, mig_scene_row, MIG, SCENE_ROW, GtkWidget)

GtkWidget *mig_scene_row_new (void);
void       mig_scene_row_show (MigSceneRow *self, GtkListItem *item, MigCorpus *corpus);
void       mig_scene_row_set_past (MigSceneRow *self, gboolean past, gboolean present);
char      *mig_scene_row_dup_title (MigScene *scene, guint position);

G_END_DECLS
