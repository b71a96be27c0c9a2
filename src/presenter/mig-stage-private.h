/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-scene-sight.h"
#include "mig-stage.h"

G_BEGIN_DECLS

/* Internal to the stage: its state, shared with the file that holds its gestures. */

struct _MigStage
{
  GtkWidget parent_instance;

  MigStageKind kind;
  MigPresentation *presentation;
  GSignalGroup *signals;
  MigPalette palette;
  MigRoomPainter *painter;
  guint position;   /* of a single scene */
  GskRenderNode *node; /* of a single scene, once drawn */
  MigSceneSight *sight; /* of a single scene */
  int room_width;   /* of the screen that a picture is of */
  int room_height;
  gboolean keeps_shape; /* whether a picture is never lower than that screen is in its width */
  gboolean alone;   /* whether there is no console */
  guint tick_id;
  guint prepare_id; /* sets the cards of scenes a step away */
  guint hide_id;    /* hides the pointer that rests */
  double drag_x;
};

void mig_stage_to_picture (MigStage *self, double x, double y, double *picture_x, double *picture_y);
void mig_stage_add_gestures (MigStage *self);

G_END_DECLS
