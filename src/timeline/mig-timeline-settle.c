/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

#include <math.h>

/*
 * When zooming gives sessions their titles, or takes them away, their lane changes its height. It does so in steps, so
 * that what lies under it glides and does not jump.
 */

#define SETTLE_DURATION (200 * G_TIME_SPAN_MILLISECOND)

static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigTimeline *self = MIG_TIMELINE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double left;

  if (self->settle_began == 0)
    self->settle_began = now;
  left = 1 - CLAMP ((double) (now - self->settle_began) / SETTLE_DURATION, 0, 1);
  self->settling = self->settle_from * pow (left, 3);
  if (left <= 0)
    self->settle_id = 0;
  mig_timeline_update_now (self);
  return left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Called with each new layout: begins to settle when sessions have got or lost their titles since the last. A change of
 * mind half-way turns round where it is. */
void
mig_timeline_watch_titles (MigTimeline *self)
{
  gboolean titled = mig_timeline_painter_has_titles (self->painter, &self->view);
  gboolean known = self->titles_known, before = self->titled;

  self->titled = titled;
  self->titles_known = self->painted;
  if (!known || titled == before)
    return;
  self->settling = 1 - self->settling;
  if (mig_timeline_get_duration (self, SETTLE_DURATION) == 0)
    self->settling = 0;
  self->settle_from = self->settling;
  self->settle_began = 0;
  self->view.settling = self->settling;
  if (self->settling > 0 && self->settle_id == 0)
    self->settle_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}

/* Called with each new layout: lets what has another place than in the last frame glide there. */
void
mig_timeline_ease_layout (MigTimeline *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 duration = clock != NULL && self->painted ? mig_timeline_get_duration (self, MIG_TIMELINE_EASE_DURATION) : 0;

  if (mig_timeline_ease_apply (self->ease, self->layout, mig_timeline_get_view_width (self),
                               clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0, duration))
    mig_timeline_queue_update (self);
}
