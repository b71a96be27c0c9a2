/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus-reader.h"

/* The corpus that comes with the program. */
static inline MigCorpus *
read_bundled (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (GError) error = NULL;
  MigCorpus *corpus = mig_corpus_reader_read (reader, file, NULL, NULL, &error);

  g_assert_no_error (error);

  return corpus;
}
