/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-resolver.h"

#include <string.h>

/* Finds the id that was probably meant. */

#define LONGEST_ID 48

/* Letters that may differ: one of a short id, up to three of a long one. More would be guessing. */
static guint
get_tolerance (gsize length)
{
  return length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3;
}

/* The optimal string alignment distance: letters that are left out, put in, replaced or swapped with their neighbour
 * (F. J. Damerau, 1964; R. A. Wagner, M. J. Fischer, 1974). Gives up with @most + 1. */
static guint
get_distance (const char *one,
              gsize       one_length,
              const char *other,
              gsize       other_length,
              guint       most)
{
  guint8 rows[3][LONGEST_ID + 1];

  for (gsize j = 0; j <= other_length; j++)
    rows[0][j] = (guint8) j;

  for (gsize i = 1; i <= one_length; i++)
    {
      guint8 *row = rows[i % 3];
      const guint8 *above = rows[(i + 2) % 3];
      const guint8 *second = rows[(i + 1) % 3];
      guint least = row[0] = (guint8) i;

      for (gsize j = 1; j <= other_length; j++)
        {
          guint best = above[j - 1] + (one[i - 1] != other[j - 1] ? 1u : 0u);

          best = MIN (best, above[j] + 1u);
          best = MIN (best, row[j - 1] + 1u);
          if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
            best = MIN (best, second[j - 2] + 1u);
          row[j] = (guint8) best;
          least = MIN (least, best);
        }

      if (least > most)
        return most + 1;
    }

  return MIN (rows[one_length % 3][other_length], most + 1);
}

/* How far an id is from another one, beyond the distance: among S14-01, S14-10 and S14-11, which are each one letter
 * away from S14-12, the last is meant. */
static guint
get_remoteness (const char *one,
                const char *other,
                guint       distance)
{
  guint n_same = 0;
  gint step;

  while (one[n_same] == other[n_same] && one[n_same] != '\0')
    n_same++;
  step = ABS ((gint) (guint8) one[n_same] - (gint) (guint8) other[n_same]);

  return (distance * (LONGEST_ID + 1) + (LONGEST_ID - n_same)) * 256 + (guint) step;
}

/**
 * mig_corpus_find_similar_id:
 * @parser: a parser that has read all records
 * @id: an id that no record has
 * @kinds: the kinds that are wanted, a #MIG_KIND_BIT() each
 * @budget: (inout): how many ids may still be looked at; nothing is found once it is used up, so that a file of nothing
 *   but mistakes takes no longer than another
 *
 * Looks for the record that was meant by an id that was not written quite right.
 *
 * Returns: (transfer full) (nullable): the nearest id, the first in the file of those that are equally near
 */
char *
mig_corpus_find_similar_id (MigRecordParser *parser,
                            const char      *id,
                            guint            kinds,
                            guint64         *budget)
{
  gsize length = strnlen (id, LONGEST_ID + 1);
  guint most = get_tolerance (length);
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  if (length > LONGEST_ID || most == 0)
    return NULL;

  for (guint kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    for (guint i = 0; (kinds & MIG_KIND_BIT (kind)) && i < mig_corpus_builder_get_n (parser->builder, kind); i++)
      {
        const MigRecord *record = mig_corpus_builder_get (parser->builder, mig_ref (kind, i));
        gsize other_length = strnlen (record->id, LONGEST_ID + 1);
        guint distance;

        if (*budget == 0)
          return g_strdup (nearest);
        (*budget)--;
        if (other_length == 0 || other_length > LONGEST_ID || other_length + most < length ||
            length + most < other_length)
          continue;

        distance = get_distance (id, length, record->id, other_length, most);
        if (distance > most || get_remoteness (id, record->id, distance) >= least)
          continue;

        nearest = record->id;
        least = get_remoteness (id, record->id, distance);
        most = distance;
      }

  return g_strdup (nearest);
}
