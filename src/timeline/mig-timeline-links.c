/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

/*
 * What a selection is joined to is worked out in another thread where it is much: a thing that ten thousand sessions
 * mention would hold up several frames. Until then the lanes stand as they are, without arcs; the next selection
 * cancels the search, and what comes too late is dropped.
 */

void
mig_timeline_stop_linking (MigTimeline *self)
{
  g_cancellable_cancel (self->linking);
  g_clear_object (&self->linking);
}

static void
links_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigTimeline) self = user_data;
  MigLinks *links = mig_links_collect_finish (MIG_SUBSET (source), result, NULL);

  /* A search that was cancelled gives nothing, even if it was over by then. */
  if (links == NULL)
    return;
  g_clear_object (&self->linking);
  mig_timeline_painter_take_links (mig_timeline_get_painter (self), links);
  mig_timeline_update_now (self);
}

/* Called with each new layout: looks for what it lacks. */
void
mig_timeline_fetch_links (MigTimeline *self)
{
  MigRef selected;

  if (!mig_timeline_painter_get_wanted (self->painter, &selected))
    {
      mig_timeline_stop_linking (self);
      return;
    }
  if (self->linking != NULL && self->linking_for == selected)
    return;
  mig_timeline_stop_linking (self);
  self->linking = g_cancellable_new ();
  self->linking_for = selected;
  mig_links_collect_async (self->layout->subset, selected, self->linking, links_cb, g_object_ref (self));
}
