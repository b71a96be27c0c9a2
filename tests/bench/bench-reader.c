/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

#include "mig-corpus-reader.h"
#include "synthetic-corpus.h"

/*
 * How fast a corpus is read, and what it then holds: the bundled one, and a synthetic one of 100,000 meetings, beside
 * json-glib's bare parse of the same bytes in the same run, which is as much as any other reader would have to do
 * before it had a model.
 */

#define ROUNDS 20
#define LARGE 100000
#define LARGE_ROUNDS 3

static double
milliseconds_since (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / 1000;
}

/* What the process holds, after what is free has gone back to the system. */
static double
resident_megabytes (void)
{
  g_autofree char *statm = NULL;
  gulong size, resident = 0;

  malloc_trim (0);
  if (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    sscanf (statm, "%lu %lu", &size, &resident);
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static double
time_reader (GBytes *bytes, guint n_rounds)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_rounds; i++)
    {
      gint64 began = g_get_monotonic_time ();
      g_autoptr (MigCorpus) corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);

      g_assert_nonnull (corpus);
      best = MIN (best, milliseconds_since (began));
    }
  return best;
}

static double
time_bare_parse (GBytes *bytes, guint n_rounds)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      gint64 began = g_get_monotonic_time ();
      gsize size;
      const char *text = g_bytes_get_data (bytes, &size);

      if (!json_parser_load_from_data (parser, text, (gssize) size, NULL))
        g_error ("json-glib cannot parse it");
      best = MIN (best, milliseconds_since (began));
    }
  return best;
}

int
main (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  double before, held, ours, bare, size = (double) g_bytes_get_size (bytes) / 1e6;

  ours = time_reader (bytes, ROUNDS);
  g_print ("read-bundled: %.2f ms\n", ours);
  g_print ("read-bundled-rate: %.1f MB/s\n", size / ours * 1000);
  g_clear_pointer (&bytes, g_bytes_unref);

  before = resident_megabytes ();
  bytes = synthetic_corpus_new (LARGE, SYNTHETIC_SEED);
  size = (double) g_bytes_get_size (bytes) / 1e6;
  corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);
  g_clear_pointer (&bytes, g_bytes_unref);
  held = resident_megabytes () - before;
  g_clear_object (&corpus);

  bytes = synthetic_corpus_new (LARGE, SYNTHETIC_SEED);
  ours = time_reader (bytes, LARGE_ROUNDS);
  bare = time_bare_parse (bytes, LARGE_ROUNDS);
  g_print ("read-100000-size: %.1f MB\n", size);
  g_print ("read-100000: %.0f ms\n", ours);
  g_print ("read-100000-rate: %.1f MB/s\n", size / ours * 1000);
  g_print ("json-glib-bare-parse: %.0f ms\n", bare);
  g_print ("read-100000-to-bare-parse: %.2f x\n", ours / bare);
  g_print ("memory-100000: %.0f MB\n", held);
  g_print ("memory-100000-to-file: %.2f x\n", held / size);
  return 0;
}
