/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

/*
 * Where the hits of a search stand among what is shown. In a large corpus another thread finds out; until then what
 * stands for itself is marked already, and the chips follow. The next search cancels it, and what comes too late is
 * dropped.
 */

/* So many events take less than a frame. */
#define FEW 5000

static void
stop_looking (MigTimeline *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
places_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigTimeline) self = user_data;
  MigSearchPlaces *places = mig_search_places_collect_finish (MIG_SUBSET (source), result, NULL);

  if (places == NULL)
    return;
  g_clear_object (&self->looking);
  g_clear_pointer (&self->places, mig_search_places_free);
  self->places = places;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Called with each new layout, and when something was found: looks for what is not known yet. */
void
mig_timeline_find_places (MigTimeline *self)
{
  MigSubset *subset = self->layout != NULL ? self->layout->subset : NULL;

  if (self->results == NULL || subset == NULL ||
      mig_search_results_get_corpus (self->results) != mig_subset_get_corpus (subset))
    {
      stop_looking (self);
      g_clear_pointer (&self->places, mig_search_places_free);
      return;
    }
  if (mig_search_places_are_of (self->places, self->results, subset) ||
      (self->looking != NULL && self->looking_in == subset))
    return;

  stop_looking (self);
  if (mig_corpus_get_n (mig_subset_get_corpus (subset), MIG_KIND_EVENT) <= FEW)
    {
      g_clear_pointer (&self->places, mig_search_places_free);
      self->places = mig_search_places_new (self->results, subset);
      return;
    }
  self->looking = g_cancellable_new ();
  self->looking_in = subset;
  mig_search_places_collect_async (self->results, subset, self->looking, places_cb, g_object_ref (self));
}

/**
 * mig_timeline_set_results:
 * @self: a timeline
 * @results: (nullable): what a search found
 *
 * Marks the hits of a search.
 */
void
mig_timeline_set_results (MigTimeline *self, MigSearchResults *results)
{
  g_return_if_fail (MIG_IS_TIMELINE (self));

  if (!g_set_object (&self->results, results))
    return;
  stop_looking (self);
  mig_timeline_find_places (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Lets go of what was found. */
void
mig_timeline_forget_results (MigTimeline *self)
{
  stop_looking (self);
  g_clear_pointer (&self->places, mig_search_places_free);
  g_clear_object (&self->results);
}
