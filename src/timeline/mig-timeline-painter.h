/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-lanes.h"
#include "mig-palette.h"

G_BEGIN_DECLS

/**
 * MigTimelineView:
 * @corpus: what to draw
 * @subset: (nullable): what of it is shown; %NULL for all
 * @following: (nullable): what the lanes on demand among @lanes follow
 * @start: the view's earlier edge, a Julian day with its fraction
 * @end: its later edge
 * @width: of the whole picture, lane names included, in pixels
 * @height: of the whole picture
 * @selected: the selected record, or %MIG_REF_NONE
 * @focused: the record with the keyboard's focus, or %MIG_REF_NONE
 * @mirrored: whether time runs leftwards
 * @lanes: the lanes to show, in their order
 * @n_lanes: how many they are; 0 for all of them in their default order
 * @bare: whether there are no names of lanes and no lines between them, and only what matters is there: for the room
 * @links_later: whether it may be drawn before it is known what a much mentioned selection is joined to
 * @settling: while sessions get or lose their titles, how much of the way their lane has still to go, from 1 to 0
 */
typedef struct
{
  MigCorpus *corpus;
  MigSubset *subset;
  MigFollowing *following;
  double start;
  double end;
  double width;
  double height;
  MigRef selected;
  MigRef focused;
  gboolean mirrored;
  MigLane lanes[MIG_N_LANES];
  guint n_lanes;
  gboolean bare;
  gboolean links_later;
  double settling;
} MigTimelineView;

typedef struct _MigTimelinePainter MigTimelinePainter;

MigTimelinePainter *mig_timeline_painter_new (PangoContext *context, MigPalette palette);
void                mig_timeline_painter_free (MigTimelinePainter *self);
void                mig_timeline_painter_set_plain_figures (MigTimelinePainter *self);
double              mig_timeline_painter_get_height (MigTimelinePainter *self, const MigTimelineView *view);
gboolean            mig_timeline_painter_has_titles (MigTimelinePainter *self, const MigTimelineView *view);
double              mig_timeline_painter_get_names_width (MigTimelinePainter *self, double width);
double              mig_timeline_painter_get_unit (MigTimelinePainter *self);
double              mig_timeline_painter_get_ruler_height (MigTimelinePainter *self);
const MigLayout    *mig_timeline_painter_layout (MigTimelinePainter *self, const MigTimelineView *view);
gboolean            mig_timeline_painter_get_wanted (MigTimelinePainter *self, MigRef *selected);
void                mig_timeline_painter_take_links (MigTimelinePainter *self, MigLinks *links);
void                mig_timeline_painter_paint (MigTimelinePainter *self, GtkSnapshot *snapshot);
gboolean            mig_timeline_painter_get_bounds (MigTimelinePainter *self,
                                                     const MigBox *box,
                                                     double least,
                                                     graphene_rect_t *bounds);
const MigBox       *mig_timeline_painter_pick (MigTimelinePainter *self, double x, double y, double least);
double              mig_timeline_painter_x_to_day (MigTimelinePainter *self, double x);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigTimelinePainter, mig_timeline_painter_free)

G_END_DECLS
