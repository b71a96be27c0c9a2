/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-beside.h"
#include "mig-corpus-orders.h"
#include "mig-corpus-private.h"

/* The tracks of a corpus: what the lanes of a timeline show, in the order of time, with an index each. */

G_STATIC_ASSERT (MIG_N_TRACKS == 4);

static const MigTrack role_tracks[] = {
  [MIG_EVENT_ROLE_SERIES] = MIG_N_TRACKS,
  [MIG_EVENT_ROLE_MEETING] = MIG_TRACK_MEETINGS,
  [MIG_EVENT_ROLE_SESSION] = MIG_TRACK_SESSIONS,
  [MIG_EVENT_ROLE_EVENT] = MIG_TRACK_EVENTS,
};

/* Which track each record of a kind is on, in the order of the file; %MIG_N_TRACKS for none. */
static guint8 *
collect_tracks (MigCorpus *self,
                MigKind    kind)
{
  guint n = mig_corpus_get_n (self, kind);
  guint8 *tracks = g_new (guint8, n);

  for (guint i = 0; i < n; i++)
    tracks[i] = (guint8) (kind == MIG_KIND_EVENT
                              ? role_tracks[mig_corpus_get_event (self, mig_ref (kind, i))->role]
                              : MIG_TRACK_DOCUMENTS);

  return tracks;
}

/* In the order of time those without a date come last. */
static guint
count_dated (MigCorpus         *self,
             const MigSequence *sequence)
{
  guint n = sequence->n;

  while (n > 0 && !mig_date_is_set (mig_corpus_get_date (self, sequence->refs[n - 1])))
    n--;

  return n;
}

static void
set_tracks (MigCorpusOrders *orders,
            MigKind          kind)
{
  MigCorpus *self = orders->corpus;
  guint n = mig_corpus_get_n (self, kind);
  const guint32 *in_time = mig_corpus_orders_sort_by_time (orders, kind);
  g_autofree guint8 *tracks = collect_tracks (self, kind);
  guint counts[MIG_N_TRACKS + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    counts[tracks[i]]++;
  for (guint track = 0; track < MIG_N_TRACKS; track++)
    if (counts[track] > 0)
      self->tracks[track].refs = g_new (MigRef, counts[track]);

  for (guint i = 0; i < n; i++)
    {
      guint8 track = tracks[in_time[i]];

      if (track < MIG_N_TRACKS)
        self->tracks[track].refs[self->tracks[track].n++] = mig_ref (kind, in_time[i]);
    }
}

static void
widen_extent (MigCorpus *self,
              MigTrack   track)
{
  const MigSequence *sequence = &self->tracks[track];

  for (guint i = 0; i < sequence->n_dated; i++)
    {
      const MigDate *date = mig_corpus_get_date (self, sequence->refs[i]);
      gint first = mig_date_first_day (date);
      gint last = mig_date_last_day (date);

      self->first_day = self->has_extent ? MIN (self->first_day, first) : first;
      self->last_day = self->has_extent ? MAX (self->last_day, last) : last;
      self->has_extent = TRUE;
    }
}

static gpointer
index_rest (gpointer data)
{
  MigCorpus *self = data;

  self->indexes[MIG_TRACK_SESSIONS] = mig_time_index_new (self, MIG_TRACK_SESSIONS);
  self->indexes[MIG_TRACK_DOCUMENTS] = mig_time_index_new (self, MIG_TRACK_DOCUMENTS);
  return NULL;
}

static void
index_tracks (MigCorpus *self)
{
  GThread *rest = mig_beside_begin (index_rest, self);

  self->indexes[MIG_TRACK_MEETINGS] = mig_time_index_new (self, MIG_TRACK_MEETINGS);
  self->indexes[MIG_TRACK_EVENTS] = mig_time_index_new (self, MIG_TRACK_EVENTS);
  mig_beside_end (rest);
}

/**
 * mig_corpus_set_tracks:
 * @orders: the orders of a corpus whose relations are complete
 *
 * Fills the tracks of the corpus, indexes them, and finds the extent.
 */
void
mig_corpus_set_tracks (MigCorpusOrders *orders)
{
  MigCorpus *self = orders->corpus;

  set_tracks (orders, MIG_KIND_EVENT);
  set_tracks (orders, MIG_KIND_DOCUMENT);
  for (guint track = 0; track < MIG_N_TRACKS; track++)
    self->tracks[track].n_dated = count_dated (self, &self->tracks[track]);
  index_tracks (self);

  widen_extent (self, MIG_TRACK_MEETINGS);
  if (!self->has_extent)
    {
      widen_extent (self, MIG_TRACK_SESSIONS);
      widen_extent (self, MIG_TRACK_EVENTS);
    }
}
