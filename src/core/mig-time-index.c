/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-time-index-private.h"

#include <math.h>
#include "mig-corpus-private.h"

/*
 * MigTimeIndex: what stands where in time, for views of any size.
 *
 *   dated things of a track ──► sorted by middle, length, ref ──┬──► binary search: what lies in a stretch of time
 *                                                               ├──► tree of greatest weights: the most mentioned of it
 *                                                               ├──► tree of greatest lengths: what reaches over it
 *                                                               └──► sums of children: how many sessions lie in it
 *
 * It is made once with the corpus, in the thread that reads it, and never changes. Things with the same first and last
 * day stand beside each other, so that a whole year's worth of "some time in 2010" is one stretch of positions.
 */

/* Where a date ends exactly at an edge of the view, parts of a day do not come out even. */
#define ROUNDING 1e-7

typedef struct
{
  gint32 middle;
  guint32 length;
  MigRef ref;
} Key;

static Key
make_key (MigRef ref, const MigDate *date)
{
  gint first = mig_date_first_day (date), last = mig_date_last_day (date);

  return (Key){ (gint32) lround (2 * mig_date_middle (date)), (guint32) MAX (last - first + 1, 1), ref };
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *p = a, *q = b;

  if (p->middle != q->middle)
    return p->middle < q->middle ? -1 : 1;
  if (p->length != q->length)
    return p->length < q->length ? -1 : 1;
  return (p->ref > q->ref) - (p->ref < q->ref);
}

static void
fill_tree (guint32 *tree, guint n_leaves)
{
  for (guint i = n_leaves - 1; i > 0; i--)
    tree[i] = MAX (tree[2 * i], tree[2 * i + 1]);
}

static void
count_children (MigTimeIndex *self, MigCorpus *corpus)
{
  self->children = g_new (guint32, self->n + 1);
  self->children[0] = 0;
  for (guint i = 0; i < self->n; i++)
    self->children[i + 1] =
        self->children[i] + mig_corpus_get_related (corpus, self->refs[i], MIG_RELATION_CHILDREN).n;
}

/* How many things the fullest bucket of each level holds. */
static void
count_fullest (MigTimeIndex *self)
{
  for (guint level = 0; level < MIG_TIME_INDEX_LEVELS; level++)
    {
      guint n = 0;

      for (guint i = 0; i < self->n; i++)
        {
          n = i > 0 && self->middles[i] >> (level + 1) == self->middles[i - 1] >> (level + 1) ? n + 1 : 1;
          self->fullest[level] = MAX (self->fullest[level], n);
        }
    }
}

/* Room for @n things. */
static MigTimeIndex *
create_index (guint n)
{
  MigTimeIndex *self = g_new0 (MigTimeIndex, 1);

  self->n = n;
  for (self->n_leaves = 1; self->n_leaves < n; self->n_leaves *= 2)
    ;
  self->refs = g_new (MigRef, MAX (n, 1));
  self->middles = g_new (gint32, MAX (n, 1));
  self->weights = g_new0 (guint32, 2 * (gsize) self->n_leaves);
  self->lengths = g_new0 (guint32, 2 * (gsize) self->n_leaves);
  return self;
}

/* What follows from the things, once they all stand in their places. */
static void
complete_index (MigTimeIndex *self)
{
  fill_tree (self->weights, self->n_leaves);
  fill_tree (self->lengths, self->n_leaves);
  count_fullest (self);
}

/**
 * mig_time_index_new_of:
 * @corpus: a corpus whose relations are complete
 * @refs: (array length=n): things with a date, each once
 * @n: how many
 *
 * Returns: (transfer full): an index of these things; free with mig_time_index_free()
 */
MigTimeIndex *
mig_time_index_new_of (MigCorpus *corpus, const MigRef *refs, guint n)
{
  MigTimeIndex *self = create_index (n);
  g_autofree Key *keys = g_new (Key, MAX (n, 1));

  for (guint i = 0; i < self->n; i++)
    keys[i] = make_key (refs[i], mig_corpus_get_date (corpus, refs[i]));
  qsort (keys, self->n, sizeof (Key), compare_keys);
  for (guint i = 0; i < self->n; i++)
    {
      self->refs[i] = keys[i].ref;
      self->middles[i] = keys[i].middle;
      self->lengths[self->n_leaves + i] = keys[i].length;
      self->weights[self->n_leaves + i] = mig_corpus_get_related (corpus, keys[i].ref, MIG_RELATION_MENTIONED_BY).n;
    }
  complete_index (self);
  return self;
}

/**
 * mig_time_index_new:
 * @corpus: a corpus whose relations and tracks are complete
 * @track: which things
 *
 * Returns: (transfer full): an index of the dated things of the track; free with mig_time_index_free()
 */
MigTimeIndex *
mig_time_index_new (MigCorpus *corpus, MigTrack track)
{
  guint n_dated;
  MigRefs all = mig_corpus_get_track (corpus, track, &n_dated);
  MigTimeIndex *self = mig_time_index_new_of (corpus, all.refs, n_dated);

  if (track == MIG_TRACK_MEETINGS)
    count_children (self, corpus);
  return self;
}

/**
 * mig_time_index_new_part:
 * @all: an index
 * @has: tells of a thing whether it is to be in the new one, and how many children it has there
 * @user_data: for @has
 *
 * Returns: (transfer full): an index of a part of what @all holds, in the same order; free with mig_time_index_free()
 */
MigTimeIndex *
mig_time_index_new_part (const MigTimeIndex *all, MigTimeIndexFunc has, gpointer user_data)
{
  g_autofree guint *positions = g_new (guint, MAX (all->n, 1));
  g_autofree guint32 *children = g_new (guint32, MAX (all->n, 1));
  MigTimeIndex *self;
  guint n = 0;

  for (guint i = 0; i < all->n; i++)
    {
      guint n_children = 0;

      if (!has (all->refs[i], &n_children, user_data))
        continue;
      children[n] = n_children;
      positions[n++] = i;
    }
  self = create_index (n);
  if (all->children != NULL)
    self->children = g_new0 (guint32, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      self->refs[i] = all->refs[positions[i]];
      self->middles[i] = all->middles[positions[i]];
      self->lengths[self->n_leaves + i] = all->lengths[all->n_leaves + positions[i]];
      self->weights[self->n_leaves + i] = all->weights[all->n_leaves + positions[i]];
      if (self->children != NULL)
        self->children[i + 1] = self->children[i] + children[i];
    }
  complete_index (self);
  return self;
}

/**
 * mig_time_index_free:
 * @self: (transfer full) (nullable): an index
 */
void
mig_time_index_free (MigTimeIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->refs);
  g_free (self->middles);
  g_free (self->weights);
  g_free (self->lengths);
  g_free (self->children);
  g_free (self);
}

/**
 * mig_time_index_get:
 * @corpus: a corpus
 * @track: which things
 *
 * Returns: (transfer none): the index that @corpus was given when it was made
 */
const MigTimeIndex *
mig_time_index_get (MigCorpus *corpus, MigTrack track)
{
  return corpus->indexes[track];
}

/**
 * mig_time_index_get_n:
 *
 * Returns: how many things it holds
 */
guint
mig_time_index_get_n (const MigTimeIndex *self)
{
  return self->n;
}

/**
 * mig_time_index_get_refs:
 * @self: an index
 *
 * Returns: all that it holds, in its order; owned by the index
 */
MigRefs
mig_time_index_get_refs (const MigTimeIndex *self)
{
  return (MigRefs){ self->refs, self->n };
}

/**
 * mig_time_index_get_ref:
 * @position: less than the number of things
 *
 * Returns: the thing there
 */
MigRef
mig_time_index_get_ref (const MigTimeIndex *self, guint position)
{
  return self->refs[position];
}

/**
 * mig_time_index_get_middle:
 * @position: less than the number of things
 *
 * Returns: the middle of what its date claims, a Julian day with its fraction; see mig_date_middle()
 */
double
mig_time_index_get_middle (const MigTimeIndex *self, guint position)
{
  return self->middles[position] / 2.0;
}

/**
 * mig_time_index_get_weight:
 * @position: less than the number of things
 *
 * Returns: how often it is mentioned
 */
guint
mig_time_index_get_weight (const MigTimeIndex *self, guint position)
{
  return self->weights[self->n_leaves + position];
}

/* The first of the positions @low to @past - 1 whose doubled middle is not before @twice, or @past. */
static guint
search_day (const MigTimeIndex *self, guint low, guint past, double twice)
{
  while (low < past)
    {
      guint middle = low + (past - low) / 2;

      if (self->middles[middle] < twice)
        low = middle + 1;
      else
        past = middle;
    }
  return low;
}

/**
 * mig_time_index_find_day:
 * @day: a Julian day with its fraction
 *
 * Returns: the first position whose middle is not before @day; the number of things when there is none
 */
guint
mig_time_index_find_day (const MigTimeIndex *self, double day)
{
  return search_day (self, 0, self->n, 2 * day);
}

/**
 * mig_time_index_find_day_from:
 * @from: a position
 * @day: a Julian day with its fraction
 *
 * Finds a day that lies ahead by steps that grow: what this costs depends on how far it is, and not on how much there
 * is.
 *
 * Returns: the first position from @from on whose middle is not before @day; the number of things when there is none
 */
guint
mig_time_index_find_day_from (const MigTimeIndex *self, guint from, double day)
{
  double twice = 2 * day;
  guint low = from, past = from;

  for (guint step = 1; past < self->n && self->middles[past] < twice; step *= 2)
    {
      low = past + 1;
      past = MIN (past + step, self->n);
    }
  return search_day (self, low, past, twice);
}

/**
 * mig_time_index_find_ref:
 * @ref: any record of the corpus
 * @date: its date
 * @position: (out): where it stands
 *
 * Returns: whether the index holds it
 */
gboolean
mig_time_index_find_ref (const MigTimeIndex *self, MigRef ref, const MigDate *date, guint *position)
{
  guint low = 0, high = self->n;
  Key key;

  if (date == NULL || !mig_date_is_set (date))
    return FALSE;
  key = make_key (ref, date);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      Key other = { self->middles[middle], self->lengths[self->n_leaves + middle], self->refs[middle] };

      if (compare_keys (&other, &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;
  return low < self->n && self->refs[low] == ref;
}

/* How far from @twice, a doubled day, the nearest of the doubled middles at @low to @past - 1 lies. */
static double
distance_to (const MigTimeIndex *self, guint low, guint past, double twice)
{
  double first = self->middles[low], last = self->middles[MIN (past, self->n) - 1];

  if (twice < first)
    return first - twice;
  return twice > last ? twice - last : 0;
}

/* The first position from @from on whose date reaches @reach days farther from its middle than @twice is: one that
 * covers a stretch of time about @twice, or for a negative @reach one that touches it. */
static guint
find_reaching (const MigTimeIndex *self, guint from, double twice, double reach)
{
  guint node = self->n_leaves + from, size = 1;

  for (;;)
    {
      guint low = node * size - self->n_leaves;

      if (low >= self->n)
        return self->n;
      if (self->lengths[node] + ROUNDING < distance_to (self, low, low + size, twice) + reach)
        {
          /* On to what follows, as much of it at once as stands under one node. */
          for (node++; node % 2 == 0; node /= 2)
            size *= 2;
          continue;
        }
      if (size == 1)
        return low;
      node *= 2;
      size /= 2;
    }
}

/* The position after the last that has the first and last day of the one at @first. */
static guint
find_past (const MigTimeIndex *self, guint first)
{
  guint low = first + 1, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->middles[middle] == self->middles[first] &&
          self->lengths[self->n_leaves + middle] == self->lengths[self->n_leaves + first])
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * mig_time_index_find_covering:
 * @from: where to begin
 * @start: a Julian day with its fraction
 * @end: a later one
 * @first: (out): the first position from @from on whose date claims all from @start to @end
 * @past: (out): the position after the last of those that have the same first and last day and follow it
 *
 * Returns: whether there is one
 */
gboolean
mig_time_index_find_covering (const MigTimeIndex *self, guint from, double start, double end, guint *first,
                              guint *past)
{
  *first = find_reaching (self, from, start + end, end - start);
  if (*first >= self->n)
    return FALSE;
  *past = find_past (self, *first);
  return TRUE;
}

/**
 * mig_time_index_find_touching:
 * @from: where to begin
 * @to: where to end
 * @start: a Julian day with its fraction
 * @end: a later one
 * @first: (out): the first position from @from on whose date claims any of the time from @start to @end
 * @past: (out): the position after the last of those that have the same first and last day and follow it
 *
 * Returns: whether there is one before @to
 */
gboolean
mig_time_index_find_touching (const MigTimeIndex *self, guint from, guint to, double start, double end, guint *first,
                              guint *past)
{
  *first = find_reaching (self, from, start + end, start - end);
  if (*first >= to)
    return FALSE;
  *past = MIN (find_past (self, *first), to);
  return TRUE;
}

/**
 * mig_time_index_count_children:
 * @first: a position
 * @past: the position after the last
 *
 * Returns: how many sessions the meetings between hold; 0 for what are no meetings
 */
guint
mig_time_index_count_children (const MigTimeIndex *self, guint first, guint past)
{
  return self->children != NULL && past > first ? self->children[past] - self->children[first] : 0;
}

/**
 * mig_time_index_get_fullest:
 * @level: less than %MIG_TIME_INDEX_LEVELS
 *
 * Returns: how many things the fullest of the buckets of 2^@level days holds; buckets are counted from Julian day 0
 */
guint
mig_time_index_get_fullest (const MigTimeIndex *self, guint level)
{
  return self->fullest[MIN (level, MIG_TIME_INDEX_LEVELS - 1)];
}
