/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <math.h>

#include "mig-search-private.h"

/*
 * What is given for a question, and when nothing has all the words of a query as they stand: what has them all when
 * they are widely taken, or else what has most of what is rare among them.
 */

/* Of the best weight, what else is shown when nothing has all words. */
#define RELAXED_SHARE 0.6

/* What a record has of the clauses. */
typedef struct
{
  guint16 weight;
  guint8 n;
  guint8 least;
  guint8 first;
  guint8 n_names;
  guint8 is_whole;
} Tally;

/* How much a clause says that so many of all records match, in eighths of a bit. */
static guint
weigh (guint32 n_docs,
       guint   n)
{
  return n > 0 ? (guint) (8 * log2 (1 + (double) n_docs / n)) : 0;
}

/* Adds what a record has of the clause at hand to what it has of those before. */
static void
add_to_tally (Tally  *tally,
              guint8  quality,
              guint   weight)
{
  guint8 level = (guint8) mig_search_quality_level (quality);

  if (tally->n == 0)
    *tally = (Tally) { .least = level, .first = level, .is_whole = TRUE };
  tally->weight = (guint16) (tally->weight + weight);
  tally->n++;
  tally->least = MIN (tally->least, level);
  tally->n_names = (guint8) (tally->n_names + (level >= MIG_SEARCH_LEVEL_NAME ? 1 : 0));
  tally->is_whole = (guint8) (tally->is_whole & (quality & 1));
}

/* Adds up what each record has of the clauses, widely taken. Returns what the best of them has. */
static Tally
add_tallies (MigSearch            *self,
             const MigSearchAsked *asked,
             Tally                *tallies,
             GCancellable         *cancellable)
{
  Tally best = { 0 };

  self->is_wide = TRUE;
  for (guint i = 0; i < asked->n_clauses; i++)
    {
      guint weight;

      if (!mig_search_must_match (asked, i, MIG_SEARCH_WEIGHT_FULL))
        continue;

      mig_search_evaluate (self, &asked->clauses[i], i, asked->alternatives, cancellable);
      weight = weigh (self->index->n_docs, self->set.n);
      for (guint k = 0; k < self->set.n; k++)
        {
          guint32 doc = self->set.docs[k];

          add_to_tally (&tallies[doc], self->set.qualities[doc], weight);
          best.weight = MAX (best.weight, tallies[doc].weight);
          best.n = MAX (best.n, tallies[doc].n);
        }
      mig_search_set_clear (&self->set);
    }
  self->is_wide = FALSE;

  return best;
}

/* Takes what has all that is asked. */
static void
take_full (MigSearch   *self,
           const Tally *tallies,
           guint        n_asked,
           GArray      *candidates)
{
  MigSearchCandidate *data;
  guint32 n = 0;

  g_array_set_size (candidates, self->index->n_docs);
  data = (MigSearchCandidate *) (gpointer) candidates->data;
  for (guint32 doc = 0; doc < self->index->n_docs; doc++)
    if (tallies[doc].n == n_asked)
      data[n++] = (MigSearchCandidate) { doc, tallies[doc].least, tallies[doc].first, tallies[doc].n_names,
                                         tallies[doc].is_whole };
  g_array_set_size (candidates, n);
}

/* Takes what has most of it. What has more stands higher: its share goes where the level of a full match would be. */
static void
take_most (MigSearch   *self,
           const Tally *tallies,
           guint        best,
           GArray      *candidates)
{
  const guint least = MAX ((guint) ceil (best * RELAXED_SHARE), 1);
  MigSearchCandidate *data;
  guint32 n = 0;

  g_array_set_size (candidates, self->index->n_docs);
  data = (MigSearchCandidate *) (gpointer) candidates->data;
  for (guint32 doc = 0; doc < self->index->n_docs; doc++)
    if (tallies[doc].weight >= least)
      {
        MigSearchLevel share = tallies[doc].weight == best           ? MIG_SEARCH_LEVEL_WHOLE
                               : tallies[doc].weight * 5u >= best * 4 ? MIG_SEARCH_LEVEL_FIRST
                                                                      : MIG_SEARCH_LEVEL_NAME;

        data[n++] = (MigSearchCandidate) { doc, (guint8) share, MIG_SEARCH_LEVEL_NAME, 0, FALSE };
      }
  g_array_set_size (candidates, n);
}

/* Of one clause there is nothing to add up. */
static void
match_one (MigSearch            *self,
           const MigSearchAsked *asked,
           GArray               *candidates,
           GCancellable         *cancellable)
{
  self->is_wide = TRUE;
  for (guint i = 0; i < asked->n_clauses; i++)
    if (mig_search_must_match (asked, i, MIG_SEARCH_WEIGHT_FULL))
      {
        mig_search_evaluate (self, &asked->clauses[i], i, asked->alternatives, cancellable);
        mig_search_begin_candidates (self, candidates);
        mig_search_set_clear (&self->set);
      }
  self->is_wide = FALSE;
  mig_search_exclude (self, asked, candidates, cancellable);
}

/**
 * mig_search_match_most:
 * @self: a search whose set is empty
 * @asked: what is asked
 * @candidates: (element-type MigSearchCandidate): is filled
 * @cancellable: (nullable): to give up
 *
 * Finds what has all the words when they are widely taken, or else most of them.
 *
 * Returns: whether it is only most
 */
gboolean
mig_search_match_most (MigSearch            *self,
                       const MigSearchAsked *asked,
                       GArray               *candidates,
                       GCancellable         *cancellable)
{
  guint n_asked = mig_search_count_asked (asked, MIG_SEARCH_WEIGHT_FULL);
  g_autofree Tally *tallies = NULL;
  Tally best;

  if (n_asked == 1)
    {
      match_one (self, asked, candidates, cancellable);
      return FALSE;
    }

  tallies = g_new0 (Tally, MAX (self->index->n_docs, 1));
  best = add_tallies (self, asked, tallies, cancellable);
  if (best.n == n_asked)
    {
      take_full (self, tallies, n_asked, candidates);
      mig_search_exclude (self, asked, candidates, cancellable);
    }
  if (candidates->len > 0)
    return FALSE;

  take_most (self, tallies, best.weight, candidates);
  mig_search_exclude (self, asked, candidates, cancellable);

  return candidates->len > 0;
}
