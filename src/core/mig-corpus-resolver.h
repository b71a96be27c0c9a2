/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-record-parser.h"

G_BEGIN_DECLS

/* Internal to core: what can only be told when all records are known. */

gboolean mig_corpus_resolve (MigRecordParser *parser,
                             MigJsonProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);
void     mig_corpus_check_places (MigRecordParser *parser);
char    *mig_corpus_find_similar_id (MigRecordParser *parser, const char *id, guint kinds, guint64 *budget);

G_END_DECLS
