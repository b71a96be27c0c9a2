/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-private.h"

#include "mig-speakers.h"

/* How much there is in a whole series, and in the whole corpus: to count that goes over all interventions, which would
 * take longer than a page may, and so it is done where the corpus is built. */

static void
count (MigCorpus *self,
       MigRef     series)
{
  g_autoptr(GArray) speakers = mig_speakers_get_all (self, series);
  MigTotals *totals = g_new0 (MigTotals, 1);

  totals->n_meetings = series != MIG_REF_NONE ? mig_speakers_count_parts (self, series)
                                              : mig_corpus_get_track (self, MIG_TRACK_MEETINGS, NULL).n;
  totals->n_speakers = speakers->len;
  for (guint i = 0; i < speakers->len; i++)
    totals->n_speeches += g_array_index (speakers, MigSpeaker, i).n_speeches;

  g_hash_table_insert (self->totals, GUINT_TO_POINTER (series), totals);
}

/* Finds the series, and counts. The relations are there by now. */
void
mig_corpus_count_totals (MigCorpus *self)
{
  self->totals = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->series = g_array_new (FALSE, FALSE, sizeof (MigRef));

  count (self, MIG_REF_NONE);
  for (guint i = 0; i < mig_corpus_get_n (self, MIG_KIND_EVENT); i++)
    {
      const MigRef ref = mig_ref (MIG_KIND_EVENT, i);

      if (mig_corpus_get_event (self, ref)->role != MIG_EVENT_ROLE_SERIES)
        continue;
      g_array_append_val (self->series, ref);
      count (self, ref);
    }
}

/**
 * mig_corpus_get_totals:
 * @self: a corpus
 * @series: a series, or %MIG_REF_NONE for the whole corpus
 *
 * Returns: (transfer none): how much there is in it
 */
const MigTotals *
mig_corpus_get_totals (MigCorpus *self,
                       MigRef     series)
{
  static const MigTotals none;
  const MigTotals *totals;

  g_return_val_if_fail (MIG_IS_CORPUS (self), &none);

  totals = g_hash_table_lookup (self->totals, GUINT_TO_POINTER (series));
  g_return_val_if_fail (totals != NULL, &none);

  return totals;
}

/**
 * mig_corpus_get_series:
 * @self: a corpus
 *
 * Returns: (transfer none): its series, in the order of the file
 */
MigRefs
mig_corpus_get_series (MigCorpus *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), ((MigRefs) { NULL, 0 }));

  return (MigRefs) { (const MigRef *) (void *) self->series->data, self->series->len };
}
