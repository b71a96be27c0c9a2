/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-timeline-painter.h"

G_BEGIN_DECLS

/* What the room's screen is designed for; smaller and larger ones are drawn in scale. */
#define MIG_ROOM_WIDTH 1920
#define MIG_ROOM_HEIGHT 1080

/**
 * MigRoomView:
 * @corpus: what to draw
 * @subset: (nullable): what of it is shown; %NULL for all
 * @start: the view's earlier edge, a Julian day with its fraction
 * @end: its later edge
 * @selected: the selected record, or %MIG_REF_NONE
 * @following: (nullable): what the lanes on demand hold
 * @lanes: the lanes to show, in their order
 * @n_lanes: how many they are; 0 leaves it to what is selected
 * @before: the record that the card was about before, while it gives way; else the same as @selected
 * @fade: how far it has given way, from 0 to 1
 * @position: which scene it is, from 0
 * @n: of how many; 0 draws no progress
 * @width: of the picture, in pixels
 * @height: of the picture
 * @mirrored: whether time and text run leftwards
 * @keeps_time: whether time runs rightwards even so
 */
typedef struct
{
  MigCorpus *corpus;
  MigSubset *subset;
  double start;
  double end;
  MigRef selected;
  MigFollowing *following;
  MigLane lanes[MIG_N_LANES];
  guint n_lanes;
  MigRef before;
  double fade;
  guint position;
  guint n;
  double width;
  double height;
  gboolean mirrored;
  gboolean keeps_time;
} MigRoomView;

typedef struct _MigRoomPainter MigRoomPainter;

MigRoomPainter *mig_room_painter_new (PangoContext *context, MigPalette palette);
void            mig_room_painter_free (MigRoomPainter *self);
void            mig_room_painter_set_plain_figures (MigRoomPainter *self);
void            mig_room_painter_paint (MigRoomPainter *self, GtkSnapshot *snapshot, const MigRoomView *view);
void            mig_room_painter_prepare (MigRoomPainter *self, const MigRoomView *view);
MigRef          mig_room_painter_pick (MigRoomPainter *self, double x, double y);
double          mig_room_painter_get_timeline_width (MigRoomPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigRoomPainter, mig_room_painter_free)

G_END_DECLS
