/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

char     *mig_corpus_store_dup_identity (MigCorpus *corpus);
char     *mig_corpus_store_dup_path (const char *identity, const char *folder, const char *suffix);
GVariant *mig_corpus_store_load_view (MigCorpus *corpus);
gboolean  mig_corpus_store_save_view (MigCorpus *corpus, GVariant *view, GError **error);
GFile    *mig_corpus_store_find_file (const char *address);

G_END_DECLS
