/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-following.h"
#include "mig-search-places.h"
#include "mig-timeline-ease.h"
#include "mig-timeline-item.h"
#include "mig-timeline-lane.h"
#include "mig-timeline.h"

G_BEGIN_DECLS

/* Internal to the timeline widget: its state, shared by the files that hold its gestures and its keys. */

struct _MigTimeline
{
  GtkWidget parent_instance;

  MigNavigator *navigator;
  MigViewport *viewport;
  GSignalGroup *navigator_signals;
  GSignalGroup *viewport_signals;
  MigLaneOrder *lane_order;       /* NULL for all lanes in their default order */
  gboolean brief;                 /* whether some of them are left out */
  MigFollowing *following;        /* what the lanes on demand follow; NULL without a corpus */
  GtkWidget *closes[MIG_MAX_FOLLOWED]; /* what takes these lanes away */
  MigPalette palette;

  MigTimelinePainter *painter;    /* made for the present font and colours; NULL until needed */
  MigTimelineView view;           /* what the present layout shows */
  const MigLayout *layout;
  MigTimelineEase *ease;          /* lets what gets another place glide there */
  MigSearchResults *results;      /* whose hits are marked, or NULL */
  MigSearchPlaces *places;        /* where they stand; NULL until that is known */
  GCancellable *looking;          /* of the search for that; NULL when none runs */
  MigSubset *looking_in;          /* in what; not owned */
  GtkWidget *lanes[MIG_N_LANES];
  gboolean painted;               /* whether the first picture stands: then items are made */
  int wanted_height;              /* what it asked for last */
  MigRef current;                 /* where the keyboard is or will be */
  char *selected_id;              /* of what was selected last */
  MigRef pending_focus;           /* an item that is to get the focus once it is in sight */
  guint update_id;                /* tick callback that brings layout and items up to date */
  guint sight_id;                 /* timeout after which what is in sight is told */
  gboolean titles_known;          /* whether a picture stands that tells @titled */
  gboolean titled;                /* whether sessions carry titles */
  double settling;                /* how much of the way to the lane's new height is left, from 1 to 0 */
  double settle_from;             /* the same when it began */
  gint64 settle_began;            /* frame time; 0 until the first frame */
  guint settle_id;                /* tick callback that settles */
  GCancellable *linking;          /* of the search for what is joined to the selection; NULL when none runs */
  MigRef linking_for;             /* whose links it looks for */
  guint move_id;                  /* tick callback that moves the viewport */

  double pointer_x;               /* where the pointer is; negative when it is elsewhere */
  double pointer_y;
  double drag_start;              /* the view's start when a drag began */
  double pinch_scale;
};

#define MIG_TIMELINE_STEP_DURATION (200 * G_TIME_SPAN_MILLISECOND)
#define MIG_TIMELINE_FLY_DURATION (350 * G_TIME_SPAN_MILLISECOND)

MigTimelinePainter *mig_timeline_get_painter (MigTimeline *self);
gint64       mig_timeline_get_duration (MigTimeline *self, gint64 duration);
double       mig_timeline_get_anchor (MigTimeline *self, double x, double y);
double       mig_timeline_get_view_width (MigTimeline *self);
void         mig_timeline_activate_box (MigTimeline *self, const MigBox *box);
void         mig_timeline_item_activated (MigTimeline *self, MigTimelineItem *item);
void         mig_timeline_reveal (MigTimeline *self, MigRef ref);
void         mig_timeline_return (MigTimeline *self, double start, double end);
GtkWidget   *mig_timeline_find_item (MigTimeline *self, MigRef ref);
MigTimelineItem *mig_timeline_get_focused_item (MigTimeline *self);
void         mig_timeline_settle_focus (MigTimeline *self);
void         mig_timeline_update_now (MigTimeline *self);
void         mig_timeline_queue_update (MigTimeline *self);
void         mig_timeline_order_view (MigTimeline *self, MigTimelineView *view);
void         mig_timeline_update_following (MigTimeline *self);
void         mig_timeline_allocate_closes (MigTimeline *self);
guint        mig_timeline_get_lanes (MigTimeline *self, MigLane lanes[MIG_N_LANES]);
void         mig_timeline_queue_sight (MigTimeline *self);
void         mig_timeline_watch_titles (MigTimeline *self);
void         mig_timeline_ease_layout (MigTimeline *self);
void         mig_timeline_fetch_links (MigTimeline *self);
void         mig_timeline_stop_linking (MigTimeline *self);
void         mig_timeline_find_places (MigTimeline *self);
void         mig_timeline_forget_results (MigTimeline *self);
void         mig_timeline_add_gestures (MigTimeline *self);
void         mig_timeline_install_actions (GtkWidgetClass *widget_class);
gboolean     mig_timeline_focus (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
