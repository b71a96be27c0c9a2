/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

#include <math.h>

#include "mig-animations.h"
#include "mig-lane-track.h"
#include "mig-record-span.h"

/*
 * Where the timeline's view goes, and the keyboard's focus with it. An item that lies out of sight has no widget yet,
 * so a focus meant for it waits until the view has come there.
 */

#define FLY_LONGEST (700 * G_TIME_SPAN_MILLISECOND)
/* What is shown by itself has this many days about it at most: a few years, in which one knows one's way. */
#define SHOWN_SPAN (3 * 365.25)

/* How long a movement takes: no time at all for those who asked for no animations. */
gint64
mig_timeline_get_duration (MigTimeline *self, gint64 duration)
{
  return mig_animations_are_enabled (GTK_WIDGET (self)) && gtk_widget_get_mapped (GTK_WIDGET (self)) ? duration : 0;
}

double
mig_timeline_get_view_width (MigTimeline *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  return MAX (width - mig_timeline_painter_get_names_width (mig_timeline_get_painter (self), width), 1);
}

/* Where a thing stands in time, as a part of the view. Cells stand beside each other about their meeting, and that is
 * what stays. */
static double
get_place (MigTimeline *self, const MigBox *box)
{
  double day = self->view.start + (double) box->x / mig_timeline_get_view_width (self) *
                                      (self->view.end - self->view.start);

  if (box->mark == MIG_MARK_CELL)
    {
      MigRef meeting = mig_corpus_get_enclosing (self->view.corpus, box->ref, MIG_EVENT_ROLE_MEETING);
      const MigDate *date = meeting != MIG_REF_NONE ? mig_corpus_get_date (self->view.corpus, meeting) : NULL;

      if (date != NULL && mig_date_is_set (date))
        day = mig_date_middle (date);
    }
  return (day - self->view.start) / (self->view.end - self->view.start);
}

/* The point of the view that a zoom at a place keeps where it is; for a negative @x, the current item or the middle. */
double
mig_timeline_get_anchor (MigTimeline *self, double x, double y)
{
  const MigBox *box;
  double place;

  if (self->layout == NULL)
    return 0.5;
  if (x >= 0)
    {
      box = mig_timeline_painter_pick (self->painter, x, y, 1);
      place = box != NULL && box->mark == MIG_MARK_CELL
                  ? get_place (self, box)
                  : (mig_timeline_painter_x_to_day (self->painter, x) - self->view.start) /
                        (self->view.end - self->view.start);
      return CLAMP (place, 0, 1);
    }
  box = self->current != MIG_REF_NONE ? mig_lanes_find (self->layout, self->current) : NULL;
  place = box != NULL && box->lane != MIG_LANE_UNDATED ? get_place (self, box) : -1;
  return place < 0 || place > 1 ? 0.5 : place;
}

/* The farther away, the longer the flight. */
static gint64
get_flight (MigTimeline *self, double start, double end)
{
  double distance = fabs ((start + end) / 2 - (mig_viewport_get_start (self->viewport) +
                                               mig_viewport_get_span (self->viewport) / 2)) /
                    mig_viewport_get_span (self->viewport);
  double duration = MIN (MIG_TIMELINE_FLY_DURATION * (1 + log1p (distance) / 2), FLY_LONGEST);

  return mig_timeline_get_duration (self, (gint64) duration);
}

/* Of what a track holds between two moments, the one nearest to their middle. */
static MigRef
find_nearest (MigTimeline *self, MigTrack track, double start, double end)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  double least = (end - start) / 2;
  MigRef nearest = MIG_REF_NONE;
  guint n_dated;
  MigRefs refs = mig_subset_get_track (mig_navigator_get_subset (self->navigator), track, &n_dated);

  for (guint i = 0; i < n_dated; i++)
    {
      double distance = fabs (mig_date_middle (mig_corpus_get_date (corpus, refs.refs[i])) - (start + end) / 2);

      if (distance >= least)
        continue;
      least = distance;
      nearest = refs.refs[i];
    }
  return nearest;
}

/* The keyboard goes to a thing as soon as it is in sight. */
static void
take_keyboard_to (MigTimeline *self, MigRef ref)
{
  self->current = ref;
  self->pending_focus = ref;
  mig_timeline_update_now (self);
}

/**
 * mig_timeline_fly_to:
 * @start: earlier edge to come to rest at, in Julian days
 * @end: later edge
 *
 * Goes to a span that was asked for by itself: the history remembers where one was, and the keyboard goes to the
 * nearest thing there, without selecting it.
 */
void
mig_timeline_fly_to (MigTimeline *self, double start, double end)
{
  static const MigTrack tracks[] = { MIG_TRACK_MEETINGS, MIG_TRACK_EVENTS, MIG_TRACK_DOCUMENTS };
  MigRef landing = MIG_REF_NONE;

  g_return_if_fail (MIG_IS_TIMELINE (self));
  g_return_if_fail (start < end);

  if (self->viewport == NULL || self->navigator == NULL || mig_navigator_get_corpus (self->navigator) == NULL)
    return;

  mig_navigator_leave_view (self->navigator);
  mig_viewport_animate_to (self->viewport, start, end, MIG_EASING_FLY, get_flight (self, start, end));
  for (guint i = 0; i < G_N_ELEMENTS (tracks) && landing == MIG_REF_NONE; i++)
    landing = find_nearest (self, tracks[i], start, end);
  if (landing != MIG_REF_NONE)
    take_keyboard_to (self, landing);
}

/* Where the view is to be for a span of days to be seen in its surroundings. */
static void
get_surroundings (MigTimeline *self, double first, double last, double *start, double *end)
{
  double span = MAX (MIN (mig_viewport_get_span (self->viewport), SHOWN_SPAN), (last - first) * 1.34);

  *start = (first + last - span) / 2;
  *end = *start + span;
}

static gboolean
is_on_a_lane (MigTimeline *self, MigRef ref)
{
  guint position, n;

  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      if (mig_lane_track_find (mig_navigator_get_subset (self->navigator), self->following, lane, ref, &position, &n))
        return TRUE;
    }
  return FALSE;
}

/* Back or Forward led to where this was in sight. A keyboard that is on the timeline goes to what is selected there:
 * else it would stand at what was left, and a screen reader would say nothing. */
void
mig_timeline_return (MigTimeline *self, double start, double end)
{
  MigRef selected = mig_navigator_get_selected (self->navigator);

  if (self->viewport == NULL)
    return;
  mig_viewport_animate_to (self->viewport, start, end, MIG_EASING_FLY, get_flight (self, start, end));
  if (selected != MIG_REF_NONE && mig_timeline_get_focused_item (self) != NULL)
    take_keyboard_to (self, selected);
}

/**
 * mig_timeline_show_record:
 * @ref: a record
 *
 * Selects a record and flies to where it is to be seen: at its own days, or, if it has none, where something that hangs
 * on it happened. If it is in sight by itself already the view stays. The keyboard goes to it if it has an item.
 *
 * Returns: whether it is to be seen anywhere in time
 */
gboolean
mig_timeline_show_record (MigTimeline *self, MigRef ref)
{
  gint first, last;
  double start, end;

  g_return_val_if_fail (MIG_IS_TIMELINE (self), FALSE);

  if (self->viewport == NULL || self->navigator == NULL || ref == MIG_REF_NONE)
    return FALSE;
  if (mig_timeline_find_item (self, ref) == NULL &&
      mig_record_span_find (mig_navigator_get_corpus (self->navigator), ref, &first, &last))
    {
      get_surroundings (self, first, last + 1.0, &start, &end);
      if (ref == mig_navigator_get_selected (self->navigator))
        mig_navigator_leave_view (self->navigator);
      else
        mig_navigator_select (self->navigator, ref);
      mig_viewport_animate_to (self->viewport, start, end, MIG_EASING_FLY, get_flight (self, start, end));
      self->pending_focus = ref;
      mig_timeline_update_now (self);
      return TRUE;
    }
  mig_navigator_select (self->navigator, ref);

  return is_on_a_lane (self, ref) && mig_timeline_grab_item (self, ref);
}

/**
 * mig_timeline_get_corner:
 * @width: (out) (optional): of the column of names
 * @height: (out) (optional): of the ruler
 *
 * Measures the corner that neither of the two needs, in pixels. It is where time begins: at the right where time runs
 * leftwards.
 */
void
mig_timeline_get_corner (MigTimeline *self, int *width, int *height)
{
  MigTimelinePainter *painter;

  g_return_if_fail (MIG_IS_TIMELINE (self));

  painter = mig_timeline_get_painter (self);
  if (width != NULL)
    *width = (int) mig_timeline_painter_get_names_width (painter, gtk_widget_get_width (GTK_WIDGET (self)));
  if (height != NULL)
    *height = (int) mig_timeline_painter_get_ruler_height (painter);
}

/* Brings a record's days into sight, farther away in a longer flight. */
void
mig_timeline_reveal (MigTimeline *self, MigRef ref)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  const MigDate *date = ref != MIG_REF_NONE ? mig_corpus_get_date (corpus, ref) : NULL;
  double first, last;

  if (date == NULL || !mig_date_is_set (date) || self->viewport == NULL)
    return;
  first = mig_date_first_day (date);
  last = mig_date_last_day (date) + 1;
  mig_viewport_reveal (self->viewport, first, last, get_flight (self, first, last));
}

/* The item that has the keyboard's focus, or NULL. */
MigTimelineItem *
mig_timeline_get_focused_item (MigTimeline *self)
{
  GtkWidget *lane = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *item = lane != NULL ? gtk_widget_get_focus_child (lane) : NULL;

  return item != NULL && MIG_IS_TIMELINE_ITEM (item) && gtk_widget_has_focus (item) ? MIG_TIMELINE_ITEM (item) : NULL;
}

GtkWidget *
mig_timeline_find_item (MigTimeline *self, MigRef ref)
{
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      GtkWidget *item = mig_timeline_lane_find (MIG_TIMELINE_LANE (self->lanes[lane]), ref);

      if (item != NULL)
        return item;
    }
  return NULL;
}

/* The focus that waited for its item moves there once the item stands. */
void
mig_timeline_settle_focus (MigTimeline *self)
{
  GtkWidget *item;

  if (self->pending_focus == MIG_REF_NONE)
    return;
  item = mig_timeline_find_item (self, self->pending_focus);
  if (item == NULL)
    return;
  self->pending_focus = MIG_REF_NONE;
  gtk_widget_grab_focus (item);
}

/**
 * mig_timeline_grab_item:
 * @ref: a record, or %MIG_REF_NONE for where the keyboard was last
 *
 * Gives the keyboard's focus to a record's item, as soon as the view has brought it into sight.
 *
 * Returns: whether it has, or will have, a place on the timeline
 */
gboolean
mig_timeline_grab_item (MigTimeline *self, MigRef ref)
{
  g_return_val_if_fail (MIG_IS_TIMELINE (self), FALSE);

  if (ref == MIG_REF_NONE)
    ref = self->current;
  if (ref == MIG_REF_NONE || self->navigator == NULL)
    return FALSE;
  self->pending_focus = ref;
  mig_timeline_reveal (self, ref);
  mig_timeline_update_now (self);
  /* A timeline that was hidden, or is new, is only now being given its size and its items. */
  if (mig_viewport_is_moving (self->viewport) || !self->painted || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return TRUE;
  self->pending_focus = MIG_REF_NONE;
  /* It may have no place here: a person, a topic, an undated thing that the shelf has no room for. */
  return mig_timeline_find_item (self, ref) != NULL;
}
