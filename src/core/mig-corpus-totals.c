/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-private.h"

#include "mig-speakers.h"

/* How much there is in a whole series, and in the whole corpus, and in how many sessions things were raised that are
 * mentioned often: to count that goes over very many records, which would take longer than a page or a line of a list
 * may, and so it is done where the corpus is built. */

#define OFTEN 64 /* mentions */

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

/* Where it was mentioned: in a session, or in a meeting outside any session; %MIG_REF_NONE if in neither. */
static MigRef
find_place (MigCorpus *self,
            MigRef     mention)
{
  const MigRef from = mig_corpus_get_mention (self, mention)->from;

  if (mig_ref_kind (from) == MIG_KIND_SPEECH)
    return mig_corpus_get_speech (self, from)->event;
  if (mig_ref_kind (from) == MIG_KIND_EVENT && mig_corpus_get_event (self, from)->role == MIG_EVENT_ROLE_SESSION)
    return from;

  return MIG_REF_NONE;
}

/* @seen has, for each event, the last target that was raised there. */
static guint
count_places (MigCorpus *self,
              MigRef     target,
              MigRefs    mentions,
              MigRef    *seen)
{
  guint n = 0;

  for (guint i = 0; i < mentions.n; i++)
    {
      const MigRef place = find_place (self, mentions.refs[i]);

      if (place == MIG_REF_NONE || seen[mig_ref_index (place)] == target)
        continue;
      seen[mig_ref_index (place)] = target;
      n++;
    }

  return n;
}

static void
count_all_places (MigCorpus *self)
{
  g_autofree MigRef *seen = g_new0 (MigRef, mig_corpus_get_n (self, MIG_KIND_EVENT));

  self->n_places = g_hash_table_new (NULL, NULL);
  for (MigKind kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    for (guint i = 0; i < mig_corpus_get_n (self, kind); i++)
      {
        const MigRef target = mig_ref (kind, i);
        const MigRefs mentions = mig_corpus_get_related (self, target, MIG_RELATION_MENTIONED_BY);

        if (mentions.n > OFTEN)
          g_hash_table_insert (self->n_places, GUINT_TO_POINTER (target),
                               GUINT_TO_POINTER (count_places (self, target, mentions, seen)));
      }
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

  count_all_places (self);
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
 * mig_corpus_get_n_places:
 * @self: a corpus
 * @target: anything that may be mentioned
 *
 * Returns: in how many sessions it was raised, and meetings in which somebody raised it outside any session
 */
guint
mig_corpus_get_n_places (MigCorpus *self,
                         MigRef     target)
{
  g_autoptr(GHashTable) places = NULL;
  MigRefs mentions;

  g_return_val_if_fail (MIG_IS_CORPUS (self), 0);

  mentions = mig_corpus_get_related (self, target, MIG_RELATION_MENTIONED_BY);
  if (mentions.n > OFTEN)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->n_places, GUINT_TO_POINTER (target)));

  places = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < mentions.n; i++)
    {
      const MigRef place = find_place (self, mentions.refs[i]);

      if (place != MIG_REF_NONE)
        g_hash_table_add (places, GUINT_TO_POINTER (place));
    }

  return g_hash_table_size (places);
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
