/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus-reader.h"

#include "synthetic-corpus.h"

/* A corpus of any size, the same in every run. */
static inline MigCorpus *
make_synthetic (guint n_meetings)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = synthetic_corpus_new (n_meetings, 7);
  g_autoptr (GError) error = NULL;
  MigCorpus *corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return corpus;
}
