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

/* Each measurement of the large file has a process of its own, as a program has that opens one file: none finds memory
 * that another has warmed. */

static void
print_milliseconds (gint64 began)
{
  g_print ("%.3f\n", milliseconds_since (began));
}

static int
read_file (GFile *file)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  gint64 began = g_get_monotonic_time ();
  g_autoptr (MigCorpus) corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);

  print_milliseconds (began);
  return corpus != NULL ? 0 : 1;
}

static int
parse_file (GFile *file, JsonParser *parser)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  gint64 began = g_get_monotonic_time ();
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  gboolean parsed = json_parser_load_from_data (parser, text, (gssize) size, NULL);

  print_milliseconds (began);
  /* To free a tree of a gigabyte takes as long again, and the process ends anyway. */
  return parsed ? 0 : 1;
}

static int
run_part (const char *part, GFile *file)
{
  if (g_str_equal (part, "read"))
    return read_file (file);
  return parse_file (file, g_str_equal (part, "parse") ? json_parser_new () : json_parser_new_immutable ());
}

/* The best of several rounds. */
static double
time_part (const char *program, const char *part, const char *path)
{
  const char *argv[] = { program, part, path, NULL };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < LARGE_ROUNDS; i++)
    {
      g_autofree char *output = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
        g_error ("%s", error->message);
      best = MIN (best, g_ascii_strtod (output, NULL));
    }
  return best;
}

static void
measure_bundled (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();
      g_autoptr (MigCorpus) corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);

      g_assert_nonnull (corpus);
      best = MIN (best, milliseconds_since (began));
    }
  g_print ("read-bundled: %.2f ms\n", best);
  g_print ("read-bundled-rate: %.1f MB/s\n", (double) g_bytes_get_size (bytes) / 1e3 / best);
}

static void
measure_memory (GFile *file)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (MigCorpus) corpus = NULL;
  double size = (double) g_bytes_get_size (bytes) / 1e6;
  double before, held;

  g_clear_pointer (&bytes, g_bytes_unref);
  before = resident_megabytes ();
  corpus = mig_corpus_reader_read (reader, file, NULL, NULL, NULL);
  held = resident_megabytes () - before;
  g_print ("memory-100000: %.0f MB\n", held);
  g_print ("memory-100000-to-file: %.2f x\n", held / size);
}

static void
measure_large (const char *program)
{
  g_autoptr (GBytes) bytes = synthetic_corpus_new (LARGE, SYNTHETIC_SEED);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("bench-reader-XXXXXX.json", &stream, NULL);
  double size = (double) g_bytes_get_size (bytes) / 1e6;
  double ours, bare, immutable;

  if (!g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, NULL, NULL))
    g_error ("The synthetic corpus cannot be written.");
  g_clear_pointer (&bytes, g_bytes_unref);

  measure_memory (file);
  ours = time_part (program, "read", g_file_peek_path (file));
  bare = time_part (program, "parse", g_file_peek_path (file));
  immutable = time_part (program, "parse-immutable", g_file_peek_path (file));
  g_file_delete (file, NULL, NULL);

  g_print ("read-100000-size: %.1f MB\n", size);
  g_print ("read-100000: %.0f ms\n", ours);
  g_print ("read-100000-rate: %.1f MB/s\n", size / ours * 1000);
  g_print ("json-glib-bare-parse: %.0f ms\n", bare);
  g_print ("read-100000-to-bare-parse: %.2f x\n", ours / bare);
  g_print ("json-glib-bare-parse-immutable: %.0f ms\n", immutable);
  g_print ("read-100000-to-bare-parse-immutable: %.2f x\n", ours / immutable);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3)
    {
      g_autoptr (GFile) file = g_file_new_for_path (argv[2]);

      return run_part (argv[1], file);
    }

  measure_bundled ();
  measure_large (argv[0]);
  return 0;
}
