/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "mig-lane-names.h"

/*
 * Which lanes the timeline shows, and in which order: for the painter, for the keyboard, and for assistive technology,
 * which reads the lanes as they stand.
 */

static guint
get_wanted_lanes (MigTimeline *self, MigLane lanes[MIG_N_LANES])
{
  if (self->lane_order != NULL)
    return mig_lane_order_get_visible (self->lane_order, lanes);
  for (MigLane lane = 0; lane < MIG_N_STANDING_LANES; lane++)
    lanes[lane] = lane;
  return MIG_N_STANDING_LANES;
}

/* The lanes that are shown, in their order. Returns how many. */
guint
mig_timeline_get_lanes (MigTimeline *self, MigLane lanes[MIG_N_LANES])
{
  guint n = get_wanted_lanes (self, lanes), n_kept = 0;

  for (guint i = 0; i < n && self->brief; i++)
    {
      if (lanes[i] != MIG_LANE_DOCUMENTS && lanes[i] != MIG_LANE_UNDATED)
        lanes[n_kept++] = lanes[i];
    }
  /* Whoever wants to see nothing else still does. */
  return n_kept > 0 ? n_kept : get_wanted_lanes (self, lanes);
}

/* Has a view show these lanes. */
void
mig_timeline_order_view (MigTimeline *self, MigTimelineView *view)
{
  view->n_lanes = mig_timeline_get_lanes (self, view->lanes);
  view->following = self->following;
}

static void
close_cb (MigTimeline *self, GtkWidget *button)
{
  for (guint i = 0; i < MIG_MAX_FOLLOWED; i++)
    {
      if (self->closes[i] != button)
        continue;
      if (gtk_widget_has_focus (button))
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      mig_lane_order_unfollow (self->lane_order, MIG_LANE_FOLLOWED + i);
      return;
    }
}

static GtkWidget *
create_close (MigTimeline *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "mig-small");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
name_lane (MigTimeline *self, MigLane lane)
{
  const char *name = mig_following_get_name (self->following, lane);
  GtkWidget **close = &self->closes[lane - MIG_LANE_FOLLOWED];
  g_autofree char *label = NULL;

  if (*close == NULL)
    *close = create_close (self);
  /* Translators: %s is a person, an organization or a topic that a lane of the timeline follows */
  label = g_strdup_printf (_("Stop Following “%s”"), name);
  gtk_widget_set_tooltip_text (*close, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*close), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lanes[lane]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Finds out anew what the lanes on demand hold: of this corpus, and of what the filter lets pass. */
void
mig_timeline_update_following (MigTimeline *self)
{
  MigCorpus *corpus = self->navigator != NULL ? mig_navigator_get_corpus (self->navigator) : NULL;
  MigRef refs[MIG_MAX_FOLLOWED];

  g_clear_object (&self->following);
  if (corpus == NULL)
    return;
  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    {
      const char *address = self->lane_order != NULL ? mig_lane_order_get_followed (self->lane_order, lane) : NULL;

      refs[lane - MIG_LANE_FOLLOWED] = address != NULL ? mig_corpus_lookup_address (corpus, address) : MIG_REF_NONE;
    }
  self->following = mig_following_new (mig_navigator_get_subset (self->navigator), refs);
  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    {
      if (mig_following_get_ref (self->following, lane) != MIG_REF_NONE)
        name_lane (self, lane);
    }
}

/* Puts the buttons that take lanes away at the end of the lanes' names; a stripe has no room for them. */
void
mig_timeline_allocate_closes (MigTimeline *self)
{
  double unit, names, total = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    {
      GtkWidget *close = self->closes[lane - MIG_LANE_FOLLOWED];
      const MigLaneBand *band = self->layout != NULL ? &self->layout->lanes[lane] : NULL;
      gboolean has_room;
      int size;

      if (close == NULL)
        continue;
      unit = mig_timeline_painter_get_unit (self->painter);
      names = mig_timeline_painter_get_names_width (self->painter, total);
      has_room = band != NULL && band->shown && names > 2 * MIG_LANE_CLOSE_WIDTH * unit;
      gtk_widget_set_child_visible (close, has_room);
      if (!has_room)
        continue;
      gtk_widget_measure (close, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
      gtk_widget_size_allocate (close,
                                &(GtkAllocation){
                                    (int) (mirrored ? total - names + 2 : names - size - 2),
                                    (int) (mig_timeline_painter_get_ruler_height (self->painter) +
                                           (double) (band->y + band->height / 2) - size / 2.0),
                                    size, size },
                                -1);
    }
}

static void
changed_cb (MigTimeline *self)
{
  MigLane lanes[MIG_N_LANES];
  gboolean shown[MIG_N_LANES] = { 0 };
  GtkWidget *previous = NULL;
  guint n = mig_timeline_get_lanes (self, lanes);

  mig_timeline_update_following (self);
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

/**
 * mig_timeline_set_brief:
 * @brief: whether there is no height to spare
 *
 * Leaves out the lanes of documents and of what has no date, as long as others are shown.
 */
void
mig_timeline_set_brief (MigTimeline *self, gboolean brief)
{
  g_return_if_fail (MIG_IS_TIMELINE (self));

  if (self->brief == brief)
    return;
  self->brief = brief;
  changed_cb (self);
}
