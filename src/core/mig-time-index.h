/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/* Buckets of time are 2^0 to 2^MIG_TIME_INDEX_LEVELS-1 days long. */
#define MIG_TIME_INDEX_LEVELS 22

/**
 * MigTimeIndex:
 *
 * The dated things of one track, so ordered that what a view needs is found without walking them all. A position is a
 * place in that order, from 0.
 */
typedef struct _MigTimeIndex MigTimeIndex;

/**
 * MigTimeIndexFunc:
 * @ref: a thing
 * @n_children: (out): how many children it has
 * @user_data: whatever it needs
 *
 * Returns: whether it is wanted
 */
typedef gboolean (*MigTimeIndexFunc) (MigRef ref, guint *n_children, gpointer user_data);

MigTimeIndex *mig_time_index_new (MigCorpus *corpus, MigTrack track);
MigTimeIndex *mig_time_index_new_of (MigCorpus *corpus, const MigRef *refs, guint n);
MigTimeIndex *mig_time_index_new_part (const MigTimeIndex *all, MigTimeIndexFunc has, gpointer user_data);
void          mig_time_index_free (MigTimeIndex *self);
const MigTimeIndex *mig_time_index_get (MigCorpus *corpus, MigTrack track);
guint         mig_time_index_get_n (const MigTimeIndex *self);
MigRefs       mig_time_index_get_refs (const MigTimeIndex *self);
MigRef        mig_time_index_get_ref (const MigTimeIndex *self, guint position);
double        mig_time_index_get_middle (const MigTimeIndex *self, guint position);
guint         mig_time_index_get_weight (const MigTimeIndex *self, guint position);
guint         mig_time_index_find_day (const MigTimeIndex *self, double day);
guint         mig_time_index_find_day_from (const MigTimeIndex *self, guint from, double day);
gboolean      mig_time_index_find_ref (const MigTimeIndex *self, MigRef ref, const MigDate *date, guint *position);
gboolean      mig_time_index_find_covering (const MigTimeIndex *self,
                                            guint from,
                                            double start,
                                            double end,
                                            guint *first,
                                            guint *past);
gboolean      mig_time_index_find_touching (const MigTimeIndex *self,
                                            guint from,
                                            guint to,
                                            double start,
                                            double end,
                                            guint *first,
                                            guint *past);
guint         mig_time_index_get_heaviest (const MigTimeIndex *self,
                                           guint first,
                                           guint past,
                                           guint n,
                                           guint *positions);
guint         mig_time_index_count_children (const MigTimeIndex *self, guint first, guint past);
guint         mig_time_index_get_fullest (const MigTimeIndex *self, guint level);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigTimeIndex, mig_time_index_free)

G_END_DECLS
