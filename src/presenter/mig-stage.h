/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-palette.h"
#include "mig-presentation.h"

G_BEGIN_DECLS

/**
 * MigStageKind:
 * @MIG_STAGE_ROOM: the room's screen itself
 * @MIG_STAGE_MONITOR: the console's picture of what the room sees now
 * @MIG_STAGE_SCENE: one scene, as the room would see it
 */
typedef enum
{
  MIG_STAGE_ROOM,
  MIG_STAGE_MONITOR,
  MIG_STAGE_SCENE,
} MigStageKind;

#define MIG_TYPE_STAGE (mig_stage_get_type ())
G_DECLARE_FINAL_TYPE (MigStage, mig_stage, MIG, STAGE, GtkWidget)

GtkWidget *mig_stage_new (MigStageKind kind);
void       mig_stage_set_presentation (MigStage *self, MigPresentation *presentation);
void       mig_stage_set_position (MigStage *self, guint position);
void       mig_stage_set_palette (MigStage *self, MigPalette palette);
void       mig_stage_set_room_size (MigStage *self, int width, int height);
void       mig_stage_set_keeps_shape (MigStage *self, gboolean keeps_shape);
void       mig_stage_set_alone (MigStage *self, gboolean alone);

G_END_DECLS
