/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"
#include "mig-problems.h"

G_BEGIN_DECLS

#define MIG_CORPUS_READER_ERROR (mig_corpus_reader_error_quark ())
GQuark mig_corpus_reader_error_quark (void);

/**
 * MigCorpusReaderError:
 * @MIG_CORPUS_READER_ERROR_PROBLEMS: the file was read and is not a corpus; the #MigProblems say why
 *
 * What keeps a file from being read at all (it is missing, forbidden, a folder, a pipe) is a #GIOErrorEnum and stands
 * in the problems too, as their only one, with line 0.
 */
typedef enum
{
  MIG_CORPUS_READER_ERROR_PROBLEMS,
} MigCorpusReaderError;

#define MIG_TYPE_CORPUS_READER (mig_corpus_reader_get_type ())
G_DECLARE_FINAL_TYPE (MigCorpusReader, mig_corpus_reader, MIG, CORPUS_READER, GObject)

MigCorpusReader *mig_corpus_reader_new (void);
void             mig_corpus_reader_set_max_size (MigCorpusReader *self, guint64 bytes);
guint64          mig_corpus_reader_get_max_size (MigCorpusReader *self);
MigCorpus       *mig_corpus_reader_read (MigCorpusReader *self,
                                         GFile *file,
                                         MigProblems **problems,
                                         GCancellable *cancellable,
                                         GError **error);
MigCorpus       *mig_corpus_reader_read_bytes (MigCorpusReader *self,
                                               GBytes *bytes,
                                               GFile *file,
                                               MigProblems **problems,
                                               GCancellable *cancellable,
                                               GError **error);
void             mig_corpus_reader_read_async (MigCorpusReader *self,
                                               GFile *file,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
MigCorpus       *mig_corpus_reader_read_finish (MigCorpusReader *self,
                                                GAsyncResult *result,
                                                MigProblems **problems,
                                                GError **error);
void             mig_corpus_reader_set_strict (MigCorpusReader *self, gboolean strict);
double           mig_corpus_reader_get_progress (MigCorpusReader *self);

G_END_DECLS
