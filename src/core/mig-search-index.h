/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

#define MIG_TYPE_SEARCH_INDEX (mig_search_index_get_type ())
G_DECLARE_FINAL_TYPE (MigSearchIndex, mig_search_index, MIG, SEARCH_INDEX, GObject)

MigSearchIndex *mig_search_index_new (MigCorpus *corpus, GCancellable *cancellable, GError **error);
void            mig_search_index_new_async (MigCorpus *corpus,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
MigSearchIndex *mig_search_index_new_finish (GAsyncResult *result, GError **error);
guint           mig_search_index_get_n_records (MigSearchIndex *self);
guint           mig_search_index_get_n_words (MigSearchIndex *self);
gsize           mig_search_index_get_size (MigSearchIndex *self);
gsize           mig_search_index_get_text_size (MigSearchIndex *self);

G_END_DECLS
