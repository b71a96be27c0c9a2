/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-places.h"

#include "mig-time-index.h"

/*
 * MigSearchPlaces: where on the tracks of the timeline the hits of a search stand, so that nobody who marks a chip of
 * ten thousand things has to ask each whether it is one. Of meetings, those in which a hit stands count, too.
 *
 *   few hits  ──► each is looked for in the index of its track ──┐
 *   many hits ──► each thing of the track is asked ──────────────┴──► positions, in order
 *
 * It never changes once it is made, and may be made in a thread.
 */

/* A hit takes about as long to be looked for as so many things take to be asked. */
#define LOOKING 8

static const MigTrack tracks[] = { MIG_TRACK_MEETINGS, MIG_TRACK_EVENTS, MIG_TRACK_DOCUMENTS };

struct _MigSearchPlaces
{
  MigSearchResults *results;
  MigSubset *subset;
  GArray *positions[MIG_N_TRACKS]; /* guint, each once and in order; NULL for tracks that are not told */
};

/* The thing that stands on the timeline for a hit. */
static MigRef
get_stand_in (MigCorpus *corpus, MigRef hit, MigTrack *track)
{
  if (mig_ref_kind (hit) == MIG_KIND_DOCUMENT)
    {
      *track = MIG_TRACK_DOCUMENTS;
      return hit;
    }
  if (mig_ref_kind (hit) == MIG_KIND_EVENT && mig_corpus_get_event (corpus, hit)->role == MIG_EVENT_ROLE_EVENT)
    {
      *track = MIG_TRACK_EVENTS;
      return hit;
    }
  *track = MIG_TRACK_MEETINGS;
  return mig_corpus_get_enclosing (corpus, hit, MIG_EVENT_ROLE_MEETING);
}

static void
add_hit (MigRef hit, gpointer user_data)
{
  MigSearchPlaces *self = user_data;
  MigCorpus *corpus = mig_subset_get_corpus (self->subset);
  MigTrack track;
  MigRef ref = get_stand_in (corpus, hit, &track);
  guint position;

  if (ref != MIG_REF_NONE && mig_time_index_find_ref (mig_subset_get_index (self->subset, track), ref,
                                                      mig_corpus_get_date (corpus, ref), &position))
    g_array_append_val (self->positions[track], position);
}

static gint
compare_positions (gconstpointer a, gconstpointer b)
{
  guint p = *(const guint *) a, q = *(const guint *) b;

  return (p > q) - (p < q);
}

static void
drop_doubles (GArray *positions)
{
  guint n = 0;

  g_array_sort (positions, compare_positions);
  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);

      if (n == 0 || g_array_index (positions, guint, n - 1) != position)
        g_array_index (positions, guint, n++) = position;
    }
  g_array_set_size (positions, n);
}

static void
ask_all (MigSearchPlaces *self, MigTrack track)
{
  const MigTimeIndex *index = mig_subset_get_index (self->subset, track);

  for (guint i = 0; i < mig_time_index_get_n (index); i++)
    {
      if (mig_search_results_is_marked (self->results, mig_time_index_get_ref (index, i)))
        g_array_append_val (self->positions[track], i);
    }
}

/**
 * mig_search_places_new:
 * @results: what a search found
 * @subset: what of the same corpus is shown
 *
 * Returns: (transfer full): where the hits stand; free with mig_search_places_free()
 */
MigSearchPlaces *
mig_search_places_new (MigSearchResults *results, MigSubset *subset)
{
  MigSearchPlaces *self = g_new0 (MigSearchPlaces, 1);
  guint n = 0;

  self->results = g_object_ref (results);
  self->subset = g_object_ref (subset);
  for (gsize i = 0; i < G_N_ELEMENTS (tracks); i++)
    {
      self->positions[tracks[i]] = g_array_new (FALSE, FALSE, sizeof (guint));
      n += mig_time_index_get_n (mig_subset_get_index (subset, tracks[i]));
    }

  if (mig_search_results_get_n (results) < n / LOOKING)
    mig_search_results_foreach (results, add_hit, self);
  for (gsize i = 0; i < G_N_ELEMENTS (tracks); i++)
    {
      if (mig_search_results_get_n (results) >= n / LOOKING)
        ask_all (self, tracks[i]);
      else
        drop_doubles (self->positions[tracks[i]]);
    }
  return self;
}

/**
 * mig_search_places_free:
 * @self: (transfer full) (nullable): where hits stand
 */
void
mig_search_places_free (MigSearchPlaces *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (tracks); i++)
    g_array_unref (self->positions[tracks[i]]);
  g_object_unref (self->subset);
  g_object_unref (self->results);
  g_free (self);
}

/**
 * mig_search_places_are_of:
 * @self: (nullable): where hits stand
 * @results: what a search found
 * @subset: what of a corpus is shown
 *
 * Returns: whether they are those of @results among what @subset shows
 */
gboolean
mig_search_places_are_of (MigSearchPlaces *self, MigSearchResults *results, MigSubset *subset)
{
  return self != NULL && self->results == results && self->subset == subset;
}

/**
 * mig_search_places_find:
 * @self: where hits stand
 * @track: the track of the meetings, the events or the documents
 * @first: a position in the track's index, see #MigTimeIndex
 * @past: the position after the last to look at
 * @position: (out): the first there that is a hit, or a meeting with a hit in it
 *
 * Returns: whether there is one
 */
gboolean
mig_search_places_find (MigSearchPlaces *self, MigTrack track, guint first, guint past, guint *position)
{
  const GArray *positions = self->positions[track];
  guint low = 0, high = positions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (positions, guint, middle) < first)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == positions->len || g_array_index (positions, guint, low) >= past)
    return FALSE;
  *position = g_array_index (positions, guint, low);
  return TRUE;
}

static void
collect_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, mig_search_places_new (task_data, source_object),
                           (GDestroyNotify) mig_search_places_free);
}

/**
 * mig_search_places_collect_async:
 * @results: what a search found
 * @subset: what of the same corpus is shown
 * @cancellable: (nullable): a #GCancellable
 * @callback: called in the thread-default main context, with @subset as its source
 * @user_data: for @callback
 *
 * Finds out where the hits stand in a thread of its own: with many hits in a large corpus that takes longer than a
 * frame.
 */
void
mig_search_places_collect_async (MigSearchResults *results, MigSubset *subset, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (subset, cancellable, callback, user_data);

  g_task_set_source_tag (task, mig_search_places_collect_async);
  g_task_set_task_data (task, g_object_ref (results), g_object_unref);
  g_task_run_in_thread (task, collect_in_thread);
}

/**
 * mig_search_places_collect_finish:
 * @subset: the same
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): where the hits stand
 */
MigSearchPlaces *
mig_search_places_collect_finish (MigSubset *subset, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, subset), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
