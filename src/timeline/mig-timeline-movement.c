/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

#include <math.h>

/*
 * Where the timeline's view goes, and the keyboard's focus with it. An item that lies out of sight has no widget yet,
 * so a focus meant for it waits until the view has come there.
 */

#define FLY_LONGEST (700 * G_TIME_SPAN_MILLISECOND)

/* How long a movement takes: no time at all for those who asked for no animations. */
gint64
mig_timeline_get_duration (MigTimeline *self, gint64 duration)
{
  gboolean animate = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  return animate && gtk_widget_get_mapped (GTK_WIDGET (self)) ? duration : 0;
}

double
mig_timeline_get_view_width (MigTimeline *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  return MAX (width - mig_timeline_painter_get_names_width (mig_timeline_get_painter (self), width), 1);
}

/* The point of the view that a zoom at @x keeps in its place; for a negative @x, the current item or the middle. */
double
mig_timeline_get_anchor (MigTimeline *self, double x)
{
  const MigBox *box;

  if (self->layout == NULL)
    return 0.5;
  if (x >= 0)
    return CLAMP ((mig_timeline_painter_x_to_day (self->painter, x) - self->view.start) /
                      (self->view.end - self->view.start),
                  0, 1);
  box = self->current != MIG_REF_NONE ? mig_lanes_find (self->layout, self->current) : NULL;
  if (box == NULL || box->lane == MIG_LANE_UNDATED || box->x < 0 ||
      (double) box->x > mig_timeline_get_view_width (self))
    return 0.5;
  return (double) box->x / mig_timeline_get_view_width (self);
}

/* Brings a record's days into sight, farther away in a longer flight. */
void
mig_timeline_reveal (MigTimeline *self, MigRef ref)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  const MigDate *date = ref != MIG_REF_NONE ? mig_corpus_get_date (corpus, ref) : NULL;
  double distance, first, last, duration;

  if (date == NULL || !mig_date_is_set (date) || self->viewport == NULL)
    return;
  first = mig_date_first_day (date);
  last = mig_date_last_day (date) + 1;
  distance = fabs ((first + last) / 2 - (mig_viewport_get_start (self->viewport) +
                                         mig_viewport_get_span (self->viewport) / 2)) /
             mig_viewport_get_span (self->viewport);
  duration = MIN (MIG_TIMELINE_FLY_DURATION * (1 + log1p (distance) / 2), FLY_LONGEST);
  mig_viewport_reveal (self->viewport, first, last, mig_timeline_get_duration (self, (gint64) duration));
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
  if (self->pending_focus == MIG_REF_NONE || mig_viewport_is_moving (self->viewport) || !self->painted)
    return TRUE;
  /* It has no place here: a person, a topic, an undated thing that the shelf has no room for. */
  self->pending_focus = MIG_REF_NONE;
  return FALSE;
}
