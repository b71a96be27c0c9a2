/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/* Internal to core: the orders that the relations of a corpus are built in. */

typedef struct
{
  MigCorpus *corpus;
  guint32 *by_place[MIG_N_KINDS]; /* indexes in the order of siblings; NULL where that is the order of the file */
  gint32 *event_days;             /* the first day of each event; G_MAXINT32 where there is none */
  guint32 *event_places;          /* the inverse: where each event stands in it */
  guint32 *speech_places;
  guint32 *by_time[MIG_N_KINDS];  /* those that have been asked for */
} MigCorpusOrders;

void     mig_corpus_orders_init (MigCorpusOrders *self, MigCorpus *corpus, GArray *const *positions);
void     mig_corpus_orders_clear (MigCorpusOrders *self);
MigRef   mig_corpus_orders_get (MigCorpusOrders *self, MigKind kind, guint i);
const guint32 *mig_corpus_orders_sort_by_time (MigCorpusOrders *self, MigKind kind);
void     mig_corpus_set_tracks (MigCorpusOrders *orders);

G_END_DECLS
