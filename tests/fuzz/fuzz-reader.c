/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-reader.h"

/*
 * Gives bytes to the reader, and touches all that comes out of it. Under libFuzzer:
 *
 *   CC=clang meson setup _build-fuzz -Db_sanitize=address,undefined -Db_lundef=false
 *   clang -g -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz-reader.c _build-fuzz/src/core/libmig-core.a
 *   ./fuzz-reader -max_len=65536 FOLDER tests/fixtures tests/fixtures/broken
 *
 * Built with FUZZ_PLAIN it is a program that takes the files and folders that it is given, once each and cut off at
 * several places, so that what a fuzzer has once found stays found.
 */

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
touch_corpus (MigCorpus *corpus)
{
  gsize n = 0;

  for (guint kind = 1; kind < MIG_N_KINDS; kind++)
    for (guint i = 0; i < mig_corpus_get_n (corpus, kind); i++)
      {
        MigRef ref = mig_ref (kind, i);
        const MigRecord *record = mig_corpus_get_record (corpus, ref);
        g_autofree char *address = mig_corpus_dup_address (corpus, ref);

        if (!g_utf8_validate (record->name, -1, NULL) || !g_utf8_validate (record->description, -1, NULL))
          g_error ("a text of the corpus is not UTF-8");
        if (address != NULL && mig_corpus_lookup_address (corpus, address) != ref)
          g_error ("%s does not lead back", address);
        n += (gsize) mig_date_last_day (mig_corpus_get_date (corpus, ref));
        n += mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_SERIES);
        for (guint relation = 0; relation < MIG_N_RELATIONS; relation++)
          {
            MigRefs refs = mig_corpus_get_related (corpus, ref, relation);

            for (guint j = 0; j < refs.n; j++)
              n += mig_corpus_get_record (corpus, refs.refs[j])->position;
          }
      }

  g_debug ("%" G_GSIZE_FORMAT, n);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) strict_corpus = NULL;
  g_autoptr (MigCorpus) corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, &problems, NULL, NULL);
  g_autofree char *report = mig_problems_format (problems);

  if (!g_utf8_validate (report, -1, NULL))
    g_error ("the report is not UTF-8");
  if ((corpus != NULL) != (mig_problems_get_n_found (problems) == 0))
    g_error ("there must be a corpus or a problem, and not both");
  if (corpus != NULL)
    touch_corpus (corpus);

  /* A strict reader takes nothing that the other one refuses. */
  mig_corpus_reader_set_strict (reader, TRUE);
  strict_corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);
  if (strict_corpus != NULL && corpus == NULL)
    g_error ("strictness lets pass what is wrong");

  return 0;
}

#ifdef FUZZ_PLAIN

static guint
run_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    g_error ("%s", error->message);

  LLVMFuzzerTestOneInput ((const guint8 *) data, length);
  for (guint i = 1; i < 16; i++)
    LLVMFuzzerTestOneInput ((const guint8 *) data, length * i / 16);

  return 1;
}

static guint
run_path (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  if (folder == NULL)
    return run_file (path);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      n += run_path (inner);
    }

  return n;
}

int
main (int   argc,
      char *argv[])
{
  guint n = 0;

  for (gint i = 1; i < argc; i++)
    n += run_path (argv[i]);
  g_print ("%u files\n", n);

  return n > 0 ? 0 : 1;
}

#endif
