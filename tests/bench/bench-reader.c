/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-corpus-reader.h"

/* How fast a corpus is read, on the bundled one, from memory. */

#define ROUNDS 20

int
main (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  double best = G_MAXDOUBLE, size = (double) g_bytes_get_size (bytes) / 1e6;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();
      g_autoptr (MigCorpus) corpus = mig_corpus_reader_read_bytes (reader, bytes, file, NULL, NULL, NULL);

      g_assert_nonnull (corpus);
      best = MIN (best, (double) (g_get_monotonic_time () - began) / 1000);
    }
  g_print ("read-bundled: %.2f ms\n", best);
  g_print ("read-bundled-rate: %.1f MB/s\n", size / best * 1000);
  return 0;
}
