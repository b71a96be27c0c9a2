/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-place.h"

/* How a history goes on in another corpus. */

/* Finds a place of one corpus in another. Returns whether it is still there. */
static gboolean
carry_over (MigPlace *place, MigCorpus *from, MigCorpus *to)
{
  const MigRecord *record;

  if (from != NULL)
    mig_filter_carry_over (&place->filter, from, to);
  if (to == NULL)
    mig_filter_init (&place->filter);
  if (place->ref == MIG_REF_NONE)
    return TRUE;

  record = mig_corpus_get_record (from, place->ref);
  if (to != NULL && mig_corpus_lookup (from, record->id) == place->ref)
    place->ref = mig_corpus_lookup (to, record->id);
  else
    place->ref = MIG_REF_NONE;

  return place->ref != MIG_REF_NONE;
}

static gboolean
repeats (GArray *places, const MigPlace *place)
{
  const MigPlace *before = places->len > 0 ? &g_array_index (places, MigPlace, places->len - 1) : NULL;

  return before != NULL && before->ref == place->ref && mig_filter_equal (&before->filter, &place->filter);
}

/**
 * mig_places_carry_over:
 * @places: (element-type MigPlace): a history
 * @from: (nullable): the corpus that it is of
 * @to: (nullable): another
 * @current: (inout): which of its places is the present one
 *
 * Finds a history again in another corpus. Places whose record is gone are left out, except the present one, where
 * nothing is selected then. What becomes twice the same in a row by that is kept once.
 *
 * Returns: (transfer full) (element-type MigPlace): the history there
 */
GArray *
mig_places_carry_over (GArray *places, MigCorpus *from, MigCorpus *to, guint *current)
{
  GArray *carried = g_array_new (FALSE, FALSE, sizeof (MigPlace));
  const guint present = *current;

  *current = 0;
  for (guint i = 0; i < places->len; i++)
    {
      MigPlace place = g_array_index (places, MigPlace, i);

      if (!carry_over (&place, from, to) && i != present)
        continue;
      if (!repeats (carried, &place))
        g_array_append_val (carried, place);
      if (i == present)
        *current = carried->len - 1;
    }

  return carried;
}
