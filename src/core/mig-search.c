/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search.h"

#include <string.h>

#include "mig-search-private.h"

/*
 * Answers queries from an index.
 *
 *   MigSearchQuery ──▶ each clause: a set of records ──▶ those in all of them ──▶ ranked, grouped: MigSearchResults
 *
 * A clause costs in proportion to the postings that it reads, and what it reads goes into arrays that are kept from one
 * query to the next. A MigSearch is used by one thread at a time; several may share an index.
 *
 * Words that say nothing, such as "the", are passed over. When nothing matches all of the others, they are taken more
 * widely (mig-search-clauses.c) and those that only ask, such as "said", are passed over too; when still nothing does,
 * what matches most of what is rare among them is given instead, and the results say so.
 */

G_DEFINE_FINAL_TYPE (MigSearch, mig_search, G_TYPE_OBJECT)

static void
init_set (MigSearchSet *set,
          guint32       n_docs)
{
  set->qualities = g_new0 (guint8, MAX (n_docs, 1));
  /* One more: what is inside already is written past the end before it is seen. */
  set->docs = g_new (guint32, n_docs + 1);
  set->n_docs = n_docs;
}

static void
free_set (MigSearchSet *set)
{
  g_clear_pointer (&set->qualities, g_free);
  g_clear_pointer (&set->docs, g_free);
}

/* From this share on a set is gone through by all there are rather than by those inside. */
static gboolean
is_large (const MigSearchSet *self)
{
  return self->n > self->n_docs / 32;
}

/**
 * mig_search_set_sort:
 * @self: a set
 *
 * Puts the records of a large set in order: what is read of one record then stands in memory beside what is read of the
 * next. A small set stays as it is.
 */
void
mig_search_set_sort (MigSearchSet *self)
{
  guint32 n = 0;

  if (!is_large (self))
    return;

  for (guint32 doc = 0; doc < self->n_docs; doc++)
    {
      self->docs[n] = doc;
      n += self->qualities[doc] != 0 && n < self->n ? 1 : 0;
      if (n == self->n)
        break;
    }
}

/**
 * mig_search_set_clear:
 * @self: a set
 *
 * Takes everything out.
 */
void
mig_search_set_clear (MigSearchSet *self)
{
  if (is_large (self))
    memset (self->qualities, 0, self->n_docs);
  else
    for (guint32 i = 0; i < self->n; i++)
      self->qualities[self->docs[i]] = 0;
  self->n = 0;
}

static void
mig_search_finalize (GObject *object)
{
  MigSearch *self = MIG_SEARCH (object);

  free_set (&self->set);
  free_set (&self->row);
  free_set (&self->scratch);
  g_clear_pointer (&self->texts, g_array_unref);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (mig_search_parent_class)->finalize (object);
}

static void
mig_search_class_init (MigSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_search_finalize;
}

static void
mig_search_init (MigSearch *self)
{
  self->texts = g_array_new (FALSE, FALSE, sizeof (MigSearchText));
}

/**
 * mig_search_new:
 * @index: an index
 *
 * Returns: (transfer full): what searches in @index
 */
MigSearch *
mig_search_new (MigSearchIndex *index)
{
  MigSearch *self;

  g_return_val_if_fail (MIG_IS_SEARCH_INDEX (index), NULL);

  self = g_object_new (MIG_TYPE_SEARCH, NULL);
  self->index = g_object_ref (index);
  init_set (&self->set, index->n_docs);
  init_set (&self->row, index->n_docs);
  init_set (&self->scratch, index->n_docs);

  return self;
}

static gboolean
is_condition (const MigSearchClause *clause)
{
  return clause->n_words == 0;
}

/* Whether a record meets the clauses that are no set of records but a condition. */
static gboolean
meets_conditions (MigSearch             *self,
                  const MigSearchClause *clauses,
                  guint                  n_clauses,
                  guint32                doc)
{
  MigCorpus *corpus = self->index->corpus;
  MigRef ref = mig_search_index_ref (self->index, doc);

  for (guint i = 0; i < n_clauses; i++)
    {
      gboolean meets;

      if (!is_condition (&clauses[i]))
        continue;
      meets = clauses[i].field == MIG_SEARCH_FIELD_KIND
                ? ((clauses[i].groups >> mig_search_index_group (self->index, doc)) & 1) != 0
                : mig_date_may_fall_within (mig_corpus_get_date (corpus, ref), clauses[i].first_day,
                                            clauses[i].last_day);
      if (meets == clauses[i].is_excluded)
        return FALSE;
    }

  return TRUE;
}

static MigSearchCandidate
make_candidate (guint32 doc,
                guint8  quality)
{
  guint8 level = (guint8) mig_search_quality_level (quality);

  return (MigSearchCandidate) { doc, level, level, level >= MIG_SEARCH_LEVEL_NAME, quality & 1 };
}

/**
 * mig_search_begin_candidates:
 * @self: a search
 * @candidates: (element-type MigSearchCandidate): is filled with what is in the set
 *
 * In the order of the docs where there are many: what is read of one then stands in memory beside what is read of the
 * next.
 */
void
mig_search_begin_candidates (MigSearch *self,
                             GArray    *candidates)
{
  const MigSearchSet *set = &self->set;
  MigSearchCandidate *data;
  guint32 n = 0;

  g_array_set_size (candidates, set->n + 1);
  data = (MigSearchCandidate *) (gpointer) candidates->data;
  if (is_large (set))
    for (guint32 doc = 0; doc < set->n_docs; doc++)
      {
        data[n] = make_candidate (doc, set->qualities[doc]);
        n += set->qualities[doc] != 0 ? 1 : 0;
      }
  else
    for (; n < set->n; n++)
      data[n] = make_candidate (set->docs[n], set->qualities[set->docs[n]]);
  g_array_set_size (candidates, n);
}

static void
narrow_candidates (MigSearch *self,
                   GArray    *candidates,
                   gboolean   is_excluded)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      MigSearchCandidate candidate = g_array_index (candidates, MigSearchCandidate, i);
      guint8 quality = self->set.qualities[candidate.doc];
      guint8 level = (guint8) mig_search_quality_level (quality);

      if ((quality != 0) == is_excluded)
        continue;
      if (!is_excluded)
        {
          candidate.least = MIN (candidate.least, level);
          candidate.n_names += level >= MIG_SEARCH_LEVEL_NAME;
          candidate.is_whole &= quality & 1;
        }
      g_array_index (candidates, MigSearchCandidate, n++) = candidate;
    }
  g_array_set_size (candidates, n);
}

static void
add_all (MigSearch *self,
         GArray    *candidates)
{
  g_array_set_size (candidates, self->index->n_docs);
  for (guint32 doc = 0; doc < self->index->n_docs; doc++)
    g_array_index (candidates, MigSearchCandidate, doc) =
      (MigSearchCandidate) { doc, MIG_SEARCH_LEVEL_TEXT, MIG_SEARCH_LEVEL_TEXT, 0, TRUE };
}

static void
apply_conditions (MigSearch             *self,
                  const MigSearchClause *clauses,
                  guint                  n_clauses,
                  GArray                *candidates)
{
  gboolean has_conditions = FALSE;
  guint n = 0;

  for (guint i = 0; i < n_clauses; i++)
    has_conditions = has_conditions || is_condition (&clauses[i]);
  if (!has_conditions)
    return;

  for (guint i = 0; i < candidates->len; i++)
    if (meets_conditions (self, clauses, n_clauses, g_array_index (candidates, MigSearchCandidate, i).doc))
      g_array_index (candidates, MigSearchCandidate, n++) = g_array_index (candidates, MigSearchCandidate, i);
  g_array_set_size (candidates, n);
}

/**
 * mig_search_must_match:
 * @asked: what is asked
 * @n_clause: the number of a clause
 * @most: a weight
 *
 * Returns: whether a clause must match when those of no more than @most weight must
 */
gboolean
mig_search_must_match (const MigSearchAsked *asked,
                       guint                 n_clause,
                       MigSearchWeight       most)
{
  const MigSearchClause *clause = &asked->clauses[n_clause];

  return !is_condition (clause) && !clause->is_excluded && clause->weight <= most;
}

/**
 * mig_search_count_asked:
 * @asked: what is asked
 * @most: a weight
 *
 * Returns: how many clauses must match when those of no more than @most weight must
 */
guint
mig_search_count_asked (const MigSearchAsked *asked,
                        MigSearchWeight       most)
{
  guint n = 0;

  for (guint i = 0; i < asked->n_clauses; i++)
    n += mig_search_must_match (asked, i, most) ? 1 : 0;

  return n;
}

/**
 * mig_search_exclude:
 * @self: a search whose set is empty
 * @asked: what is asked
 * @candidates: (element-type MigSearchCandidate): what matches so far
 * @cancellable: (nullable): to give up
 *
 * Takes out what is excluded, and what does not meet the conditions.
 */
void
mig_search_exclude (MigSearch            *self,
                    const MigSearchAsked *asked,
                    GArray               *candidates,
                    GCancellable         *cancellable)
{
  for (guint i = 0; i < asked->n_clauses; i++)
    if (!is_condition (&asked->clauses[i]) && asked->clauses[i].is_excluded)
      {
        mig_search_evaluate (self, &asked->clauses[i], i, asked->alternatives, cancellable);
        narrow_candidates (self, candidates, TRUE);
        mig_search_set_clear (&self->set);
      }
  apply_conditions (self, asked->clauses, asked->n_clauses, candidates);
}

/* Whether a clause has a word that is nowhere, and is no other name and no date. */
static gboolean
is_nowhere (MigSearch            *self,
            const MigSearchAsked *asked,
            guint                 n_clause)
{
  const MigSearchClause *clause = &asked->clauses[n_clause];

  if (clause->has_span || clause->month > 0)
    return FALSE;
  for (guint i = 0; i < asked->alternatives->len; i++)
    {
      const MigSearchAlternative *alternative = &g_array_index (asked->alternatives, MigSearchAlternative, i);

      if (alternative->first <= n_clause && n_clause <= alternative->last)
        return FALSE;
    }
  for (guint i = 0; i < clause->n_words; i++)
    if (!mig_search_knows_word (self, &clause->words[i]))
      return TRUE;

  return FALSE;
}

/* Finds what is in the sets of all clauses. */
static void
match_all (MigSearch            *self,
           const MigSearchAsked *asked,
           GArray               *candidates,
           GCancellable         *cancellable)
{
  gboolean has_begun = FALSE;

  /* What cannot be found need not be looked for. */
  for (guint i = 0; i < asked->n_clauses; i++)
    if (mig_search_must_match (asked, i, MIG_SEARCH_WEIGHT_ASKING) && is_nowhere (self, asked, i))
      return;

  for (guint i = 0; i < asked->n_clauses; i++)
    {
      if (!mig_search_must_match (asked, i, MIG_SEARCH_WEIGHT_ASKING) || (has_begun && candidates->len == 0))
        continue;

      mig_search_evaluate (self, &asked->clauses[i], i, asked->alternatives, cancellable);
      if (!has_begun)
        mig_search_begin_candidates (self, candidates);
      else
        narrow_candidates (self, candidates, FALSE);
      has_begun = TRUE;
      mig_search_set_clear (&self->set);
    }

  if (!has_begun)
    add_all (self, candidates);
  mig_search_exclude (self, asked, candidates, cancellable);
}

/* Takes out what is filtered away. Returns how much that was. */
static guint
drop_hidden (MigSearch *self,
             GArray    *candidates,
             MigSubset *subset)
{
  guint n = 0, n_before = candidates->len;

  if (subset == NULL || mig_subset_is_whole (subset))
    return 0;

  for (guint i = 0; i < n_before; i++)
    {
      const MigSearchCandidate candidate = g_array_index (candidates, MigSearchCandidate, i);

      if (mig_subset_has (subset, mig_search_index_ref (self->index, candidate.doc)))
        g_array_index (candidates, MigSearchCandidate, n++) = candidate;
    }
  g_array_set_size (candidates, n);

  return n_before - n;
}

/**
 * mig_search_run:
 * @self: a search
 * @query: a query
 * @subset: (nullable): what of the corpus is shown; what is not is no hit, but counted
 * @cancellable: (nullable): to give up when another is typed
 *
 * Answers a query. An empty one has no hits.
 *
 * Returns: (transfer full) (nullable): the hits; %NULL if @cancellable was cancelled
 */
MigSearchResults *
mig_search_run (MigSearch      *self,
                MigSearchQuery *query,
                MigSubset      *subset,
                GCancellable   *cancellable)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (MigSearchCandidate));
  g_autoptr (GStringChunk) strings = NULL;
  g_autoptr (GArray) alternatives = NULL;
  MigSearchResults *results;
  gboolean is_relaxed = FALSE, has_words;
  guint n_hidden;
  MigSearchAsked asked;

  g_return_val_if_fail (MIG_IS_SEARCH (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  strings = g_string_chunk_new (256);
  alternatives = mig_search_find_alternatives (self, query, strings);
  asked.clauses = mig_search_query_get_clauses (query, &asked.n_clauses);
  asked.alternatives = alternatives;
  has_words = mig_search_count_asked (&asked, MIG_SEARCH_WEIGHT_FULL) > 0;
  /* A question is understood widely at once: what has its words as they stand need not be all of the answer. */
  if (asked.n_clauses > 0 && !(has_words && mig_search_query_is_question (query)))
    match_all (self, &asked, candidates, cancellable);
  if (candidates->len == 0 && has_words)
    is_relaxed = mig_search_match_most (self, &asked, candidates, cancellable);
  n_hidden = drop_hidden (self, candidates, subset);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;

  results = mig_search_results_new (self, query, candidates, is_relaxed);
  results->n_hidden = n_hidden;
  results->alternatives = g_steal_pointer (&alternatives);
  results->strings = g_steal_pointer (&strings);

  return results;
}
