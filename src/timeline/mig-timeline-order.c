/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

/*
 * Which lanes the timeline shows, and in which order: for the painter, for the keyboard, and for assistive technology,
 * which reads the lanes as they stand.
 */

/* The lanes that are shown, in their order. Returns how many. */
guint
mig_timeline_get_lanes (MigTimeline *self, MigLane lanes[MIG_N_LANES])
{
  if (self->lane_order != NULL)
    return mig_lane_order_get_visible (self->lane_order, lanes);
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    lanes[lane] = lane;
  return MIG_N_LANES;
}

/* Has a view show these lanes. */
void
mig_timeline_order_view (MigTimeline *self, MigTimelineView *view)
{
  view->n_lanes = mig_timeline_get_lanes (self, view->lanes);
}

static void
changed_cb (MigTimeline *self)
{
  MigLane lanes[MIG_N_LANES];
  gboolean shown[MIG_N_LANES] = { 0 };
  GtkWidget *previous = NULL;
  guint n = mig_timeline_get_lanes (self, lanes);

  for (guint i = 0; i < n; i++)
    {
      gtk_widget_insert_after (self->lanes[lanes[i]], GTK_WIDGET (self), previous);
      previous = self->lanes[lanes[i]];
      shown[lanes[i]] = TRUE;
    }
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    gtk_widget_set_visible (self->lanes[lane], shown[lane]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  mig_timeline_update_now (self);
}

/**
 * mig_timeline_set_lane_order:
 * @order: (nullable): the lanes to show, which the timeline follows; %NULL for all in their default order
 */
void
mig_timeline_set_lane_order (MigTimeline *self, MigLaneOrder *order)
{
  g_return_if_fail (MIG_IS_TIMELINE (self));

  if (self->lane_order == order)
    return;
  if (self->lane_order != NULL)
    g_signal_handlers_disconnect_by_func (self->lane_order, changed_cb, self);
  g_set_object (&self->lane_order, order);
  if (order == NULL)
    return;
  g_signal_connect_swapped (order, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}
