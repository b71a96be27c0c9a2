/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-filter.h"
#include "mig-time-index.h"

G_BEGIN_DECLS

#define MIG_TYPE_SUBSET (mig_subset_get_type ())
G_DECLARE_FINAL_TYPE (MigSubset, mig_subset, MIG, SUBSET, GObject)

MigSubset          *mig_subset_new (MigCorpus *corpus, const MigFilter *filter);
gboolean            mig_subset_is_quick (MigCorpus *corpus, const MigFilter *filter);
void                mig_subset_new_async (MigCorpus *corpus,
                                          const MigFilter *filter,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
MigSubset          *mig_subset_new_finish (GAsyncResult *result, GError **error);
MigCorpus          *mig_subset_get_corpus (MigSubset *self);
const MigFilter    *mig_subset_get_filter (MigSubset *self);
gboolean            mig_subset_is_whole (MigSubset *self);
gboolean            mig_subset_has (MigSubset *self, MigRef ref);
guint               mig_subset_count_records (MigSubset *self, MigKind kind);
MigRefs             mig_subset_get_track (MigSubset *self, MigTrack track, guint *n_dated);
const MigTimeIndex *mig_subset_get_index (MigSubset *self, MigTrack track);
MigRefs             mig_subset_get_sessions (MigSubset *self, MigRef meeting);
guint               mig_subset_count (MigSubset *self, MigSearchGroup group);
guint               mig_subset_count_offered (MigSubset *self, MigSearchGroup group);
guint               mig_subset_count_all (MigSubset *self, MigSearchGroup group);

G_END_DECLS
