/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-results.h"

#include <math.h>

#include "mig-search-private.h"

/*
 * What a query finds: the best of each kind in order, all of them as a set, and their order in time. It never changes
 * once it is made.
 */

/* Deeper than meetings, sessions and what is in these go. */
#define DEEPEST_EVENT 8

G_DEFINE_FINAL_TYPE (MigSearchResults, mig_search_results, G_TYPE_OBJECT)

static void
mig_search_results_finalize (GObject *object)
{
  MigSearchResults *self = MIG_SEARCH_RESULTS (object);

  for (guint i = 0; i < self->n_groups; i++)
    g_free (self->groups[i].refs);
  g_free (self->hits);
  g_clear_pointer (&self->alternatives, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->query, mig_search_query_unref);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (mig_search_results_parent_class)->finalize (object);
}

static void
mig_search_results_class_init (MigSearchResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_search_results_finalize;
}

static void
mig_search_results_init (MigSearchResults *self)
{
}

/**
 * mig_search_results_get_corpus:
 * @self: results
 *
 * Returns: (transfer none): the corpus whose records they are
 */
MigCorpus *
mig_search_results_get_corpus (MigSearchResults *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), NULL);

  return self->index->corpus;
}

/**
 * mig_search_results_get_query:
 * @self: results
 *
 * Returns: (transfer none): what was asked
 */
MigSearchQuery *
mig_search_results_get_query (MigSearchResults *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), NULL);

  return self->query;
}

/**
 * mig_search_results_is_relaxed:
 * @self: results
 *
 * Returns: whether nothing has all the words, and these are what has most of them
 */
gboolean
mig_search_results_is_relaxed (MigSearchResults *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), FALSE);

  return self->is_relaxed;
}

/**
 * mig_search_results_get_n:
 * @self: results
 *
 * Returns: how many hits there are, also those that are not listed
 */
guint
mig_search_results_get_n (MigSearchResults *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), 0);

  return self->n;
}

/**
 * mig_search_results_get_n_hidden:
 * @self: results
 *
 * Returns: how many more hits there would be if nothing was filtered away
 */
guint
mig_search_results_get_n_hidden (MigSearchResults *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), 0);

  return self->n_hidden;
}

/**
 * mig_search_results_get_groups:
 * @self: results
 * @n_groups: (out): how many
 *
 * Returns: (transfer none) (array length=n_groups): the groups that have hits, the one with the best first
 */
const MigSearchHits *
mig_search_results_get_groups (MigSearchResults *self,
                               guint            *n_groups)
{
  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), NULL);
  g_return_val_if_fail (n_groups != NULL, NULL);

  *n_groups = self->n_groups;
  return self->groups;
}

static gboolean
is_hit (MigSearchResults *self,
        MigRef            ref)
{
  return mig_search_text_has_kind (mig_ref_kind (ref)) &&
         mig_ref_index (ref) < mig_corpus_get_n (self->index->corpus, mig_ref_kind (ref)) &&
         mig_search_bit_get (self->hits, mig_search_index_doc (self->index, ref));
}

/**
 * mig_search_results_contains:
 * @self: results
 * @ref: a record of their corpus, or %MIG_REF_NONE
 *
 * Returns: whether it is a hit
 */
gboolean
mig_search_results_contains (MigSearchResults *self,
                             MigRef            ref)
{
  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), FALSE);

  return is_hit (self, ref);
}

static gboolean
has_hit (MigSearchResults *self,
         MigRefs           refs)
{
  for (guint i = 0; i < refs.n; i++)
    if (is_hit (self, refs.refs[i]))
      return TRUE;

  return FALSE;
}

/* Whether there is a hit in what an event holds. */
static gboolean
has_hit_in (MigSearchResults *self,
            MigRef            event,
            guint             depth)
{
  MigCorpus *corpus = self->index->corpus;
  MigRefs speeches = mig_corpus_get_related (corpus, event, MIG_RELATION_SPEECHES);
  MigRefs children = mig_corpus_get_related (corpus, event, MIG_RELATION_CHILDREN);

  if (has_hit (self, speeches) || has_hit (self, children) ||
      has_hit (self, mig_corpus_get_related (corpus, event, MIG_RELATION_FIGURES)))
    return TRUE;
  for (guint i = 0; i < speeches.n; i++)
    if (has_hit (self, mig_corpus_get_related (corpus, speeches.refs[i], MIG_RELATION_FIGURES)))
      return TRUE;
  for (guint i = 0; i < children.n && depth < DEEPEST_EVENT; i++)
    if (has_hit_in (self, children.refs[i], depth + 1))
      return TRUE;

  return FALSE;
}

/**
 * mig_search_results_is_marked:
 * @self: results
 * @ref: a record of their corpus, or %MIG_REF_NONE
 *
 * Returns: whether it is a hit, or a session or meeting with a hit in it
 */
gboolean
mig_search_results_is_marked (MigSearchResults *self,
                              MigRef            ref)
{
  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), FALSE);

  if (is_hit (self, ref))
    return TRUE;
  if (mig_ref_kind (ref) != MIG_KIND_EVENT ||
      mig_ref_index (ref) >= mig_corpus_get_n (self->index->corpus, MIG_KIND_EVENT))
    return FALSE;

  switch (mig_corpus_get_event (self->index->corpus, ref)->role)
    {
    case MIG_EVENT_ROLE_MEETING:
    case MIG_EVENT_ROLE_SESSION:
      return has_hit_in (self, ref, 0);
    case MIG_EVENT_ROLE_EVENT:
    case MIG_EVENT_ROLE_SERIES:
    default:
      return FALSE;
    }
}

/* The place of a record in time: by its first day, then in the order of the corpus; those without a date last. */
static gint64
get_time (MigSearchResults *self,
          guint32           doc)
{
  const MigDate *date = mig_corpus_get_date (self->index->corpus, mig_search_index_ref (self->index, doc));
  gint64 day = mig_date_is_set (date) ? mig_date_first_day (date) : G_MAXINT32;

  return day << 32 | doc;
}

static gboolean
next_hit (MigSearchResults *self,
          guint32          *doc)
{
  guint32 n_docs = self->index->n_docs;

  for (; *doc < n_docs; (*doc)++)
    {
      if (*doc % 32 == 0)
        while (*doc < n_docs && self->hits[*doc / 32] == 0)
          *doc += 32;
      if (*doc < n_docs && mig_search_bit_get (self->hits, *doc))
        return TRUE;
    }

  return FALSE;
}

/**
 * mig_search_results_foreach:
 * @self: results
 * @func: is told of each hit
 * @user_data: for @func
 *
 * Goes through all hits, in no order.
 */
void
mig_search_results_foreach (MigSearchResults *self,
                            MigSearchHitFunc  func,
                            gpointer          user_data)
{
  g_return_if_fail (MIG_IS_SEARCH_RESULTS (self));

  for (guint32 doc = 0; next_hit (self, &doc); doc++)
    func (mig_search_index_ref (self->index, doc), user_data);
}

/* The hit nearest to @time on one side of it, or the farthest on the other, so that a walk goes round. */
static MigRef
find_neighbour (MigSearchResults *self,
                gint64            time,
                gint              direction)
{
  gint64 nearest = 0, farthest = 0;
  gboolean has_nearest = FALSE, has_farthest = FALSE;

  for (guint32 doc = 0; next_hit (self, &doc); doc++)
    {
      gint64 other = get_time (self, doc) * direction;

      if (other > time * direction && (!has_nearest || other < nearest))
        {
          nearest = other;
          has_nearest = TRUE;
        }
      if (!has_farthest || other < farthest)
        {
          farthest = other;
          has_farthest = TRUE;
        }
    }

  if (!has_farthest)
    return MIG_REF_NONE;
  return mig_search_index_ref (self->index,
                               (guint32) (((has_nearest ? nearest : farthest) * direction) & G_MAXUINT32));
}

/**
 * mig_search_results_step:
 * @self: results
 * @from: where to start, a hit or any other record, or %MIG_REF_NONE for outside of time
 * @steps: 1 for the next hit in time, -1 for the one before
 *
 * Goes from hit to hit in time, and at the end begins anew. Hits without a date follow those with one.
 *
 * Returns: the hit, or %MIG_REF_NONE if there are none
 */
MigRef
mig_search_results_step (MigSearchResults *self,
                         MigRef            from,
                         gint              steps)
{
  gboolean has_place;
  gint64 time;

  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), MIG_REF_NONE);
  g_return_val_if_fail (steps == 1 || steps == -1, MIG_REF_NONE);

  has_place = mig_search_text_has_kind (mig_ref_kind (from)) &&
              mig_ref_index (from) < mig_corpus_get_n (self->index->corpus, mig_ref_kind (from));
  time = has_place ? get_time (self, mig_search_index_doc (self->index, from))
         : steps > 0 ? G_MININT32
                     : G_MAXINT64 / 2;

  return find_neighbour (self, time, steps);
}

/**
 * mig_search_results_get_place:
 * @self: results
 * @ref: a record
 *
 * Returns: which hit in time it is, from 1; 0 if it is none
 */
guint
mig_search_results_get_place (MigSearchResults *self,
                              MigRef            ref)
{
  guint place = 1;
  gint64 time;

  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), 0);

  if (!mig_search_results_contains (self, ref))
    return 0;

  time = get_time (self, mig_search_index_doc (self->index, ref));
  for (guint32 doc = 0; next_hit (self, &doc); doc++)
    place += get_time (self, doc) < time ? 1 : 0;

  return place;
}

/**
 * mig_search_results_count:
 * @self: results
 * @start: where the first bucket begins, in Julian days
 * @end: where the last one ends; more than @start
 * @n_buckets: how many, at least one
 * @counts: (array length=n_buckets): is filled with how many hits stand in each
 *
 * Counts hits over time. Those whose date is not known stand nowhere; others stand in the middle of what is known.
 */
void
mig_search_results_count (MigSearchResults *self,
                          double            start,
                          double            end,
                          guint             n_buckets,
                          guint            *counts)
{
  g_return_if_fail (MIG_IS_SEARCH_RESULTS (self));
  g_return_if_fail (end > start && n_buckets > 0);

  for (guint i = 0; i < n_buckets; i++)
    counts[i] = 0;
  for (guint32 doc = 0; next_hit (self, &doc); doc++)
    {
      const MigDate *date = mig_corpus_get_date (self->index->corpus, mig_search_index_ref (self->index, doc));
      double bucket;

      if (!mig_date_is_set (date))
        continue;
      bucket = floor ((mig_date_middle (date) - start) / (end - start) * n_buckets);
      if (bucket >= 0 && bucket < n_buckets)
        counts[(guint) bucket]++;
    }
}
