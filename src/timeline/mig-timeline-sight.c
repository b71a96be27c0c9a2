/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

#include "mig-item-text.h"

/*
 * What is in sight, for who does not see it. Once the view has come to rest the timeline's description tells its years
 * and how many of what they hold; if the keyboard is in the timeline, a screen reader is told, too. A view that is
 * still moving, or is moved again at once, says nothing.
 */

#define REST_MS 500

static void
tell_sight (MigTimeline *self)
{
  MigSubset *subset = self->navigator != NULL ? mig_navigator_get_subset (self->navigator) : NULL;
  MigTimelineItem *item = mig_timeline_get_focused_item (self);
  g_autofree char *message = NULL;

  if (subset == NULL || self->viewport == NULL)
    return;
  if (mig_viewport_is_moving (self->viewport))
    {
      mig_timeline_queue_sight (self);
      return;
    }

  message = mig_item_text_in_sight (subset, mig_viewport_get_start (self->viewport),
                                    mig_viewport_get_end (self->viewport));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  if (item != NULL)
    mig_timeline_item_tell (item, message);
}

static gboolean
rest_cb (gpointer user_data)
{
  MigTimeline *self = user_data;

  self->sight_id = 0;
  tell_sight (self);

  return G_SOURCE_REMOVE;
}

/* The view has changed: what it holds is told when it rests. */
void
mig_timeline_queue_sight (MigTimeline *self)
{
  g_clear_handle_id (&self->sight_id, g_source_remove);
  self->sight_id = g_timeout_add (REST_MS, rest_cb, self);
}
