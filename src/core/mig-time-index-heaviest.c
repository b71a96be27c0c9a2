/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-time-index-private.h"

/* The most mentioned things of a stretch of time: the heaviest of a stretch parts it into two, each of which has a
 * heaviest of its own, and the tree of greatest weights has all of them. */

typedef struct
{
  guint position;
  guint weight;
  gboolean found;
} Heaviest;

/* The heaviest of the positions @first to @past - 1 under @node; of equals the first. */
static void
search_heaviest (const MigTimeIndex *self, guint node, guint low, guint high, guint first, guint past, Heaviest *best)
{
  guint half = (high - low) / 2;

  if (high <= first || low >= past || (best->found && self->weights[node] <= best->weight))
    return;
  if (high - low == 1)
    {
      *best = (Heaviest){ low, self->weights[node], TRUE };
      return;
    }
  search_heaviest (self, 2 * node, low, low + half, first, past, best);
  search_heaviest (self, 2 * node + 1, low + half, high, first, past, best);
}

/* The heaviest of all positions from @first to @past - 1, looked for under the lowest node that holds them all. */
static void
find_heaviest (const MigTimeIndex *self, guint first, guint past, Heaviest *best)
{
  guint node, low, size = 1;

  *best = (Heaviest){ 0 };
  if (past <= first)
    return;
  for (node = self->n_leaves + first; (self->n_leaves + past - 1) / size != node; size *= 2)
    node /= 2;
  low = node * size - self->n_leaves;
  search_heaviest (self, node, low, low + size, first, past, best);
}

static gint
compare_weights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MigTimeIndex *self = user_data;
  guint p = *(const guint *) a, q = *(const guint *) b;
  guint weight = mig_time_index_get_weight (self, p), other = mig_time_index_get_weight (self, q);

  return weight != other ? (weight > other ? -1 : 1) : (p > q) - (p < q);
}

/**
 * mig_time_index_get_heaviest:
 * @first: a position
 * @past: the position after the last to look at
 * @n: how many are asked for
 * @positions: (out): room for @n of them
 *
 * Finds the most mentioned in a stretch of time, the most mentioned first, then in time.
 *
 * Returns: how many there are, at most @n
 */
guint
mig_time_index_get_heaviest (const MigTimeIndex *self, guint first, guint past, guint n, guint *positions)
{
  /* Between those found so far lie stretches that each have a heaviest of their own. */
  Heaviest bests[33];
  guint from[34], to[34], n_stretches = 1, n_found = 0;

  past = MIN (past, self->n);
  n = MIN (n, 32);
  if (past <= first)
    return 0;
  if (past - first <= n)
    {
      for (guint i = first; i < past; i++)
        positions[i - first] = i;
      g_qsort_with_data (positions, (gint) (past - first), sizeof (guint), compare_weights, (gpointer) self);
      return past - first;
    }

  from[0] = first;
  to[0] = past;
  find_heaviest (self, first, past, &bests[0]);
  while (n_found < n)
    {
      guint best = n_stretches, end;

      for (guint i = 0; i < n_stretches; i++)
        {
          if (bests[i].found && (best == n_stretches || bests[i].weight > bests[best].weight ||
                                 (bests[i].weight == bests[best].weight && bests[i].position < bests[best].position)))
            best = i;
        }
      if (best == n_stretches)
        break;
      positions[n_found++] = bests[best].position;
      if (n_found == n)
        break;
      end = to[best];
      to[best] = bests[best].position;
      from[n_stretches] = bests[best].position + 1;
      to[n_stretches] = end;
      find_heaviest (self, from[best], to[best], &bests[best]);
      find_heaviest (self, from[n_stretches], to[n_stretches], &bests[n_stretches]);
      n_stretches++;
    }
  return n_found;
}
