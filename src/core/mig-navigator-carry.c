/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-comparison.h"
#include "mig-navigator-private.h"

/* How the history of one corpus becomes that of another: by the ids of its records. */

/* Finds a place of one corpus in another. Returns whether it is still there. */
static gboolean
carry_over (MigCorpus *from,
            MigCorpus *to,
            MigRef    *ref)
{
  const MigRecord *record;

  if (*ref == MIG_REF_NONE)
    return TRUE;

  record = mig_corpus_get_record (from, *ref);
  if (to != NULL && mig_corpus_lookup (from, record->id) == *ref)
    *ref = mig_corpus_lookup (to, record->id);
  else
    *ref = MIG_REF_NONE;

  return *ref != MIG_REF_NONE;
}

/* Places whose record is gone are left out, except the current one, where nothing is selected then. What becomes twice
 * the same in a row by that is kept once. */
GArray *
mig_places_carry_over (GArray    *before,
                       MigCorpus *from,
                       MigCorpus *to,
                       guint      current_before,
                       guint     *current)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (MigPlace));

  *current = 0;
  for (guint i = 0; i < before->len; i++)
    {
      MigPlace place = g_array_index (before, MigPlace, i);
      gboolean found = carry_over (from, to, &place.ref);
      const MigPlace *last = places->len > 0 ? &g_array_index (places, MigPlace, places->len - 1) : NULL;

      if (!found && i != current_before)
        continue;
      if (!carry_over (from, to, &place.compared) || !found ||
          (place.compared != MIG_REF_NONE && !mig_comparison_is_possible (to, place.ref, place.compared)))
        place.compared = MIG_REF_NONE;
      if (last == NULL || last->ref != place.ref || last->compared != place.compared)
        g_array_append_val (places, place);
      if (i == current_before)
        *current = places->len - 1;
    }

  return places;
}
