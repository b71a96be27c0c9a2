/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus-reader.h"

#include <string.h>

#include "bundled-fixture.h"

/* What the tests of the scanner, the reader and the corpus share. */

static inline MigCorpus *
read_data (const char   *data,
           gsize         length,
           MigProblems **problems)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return mig_corpus_reader_read_bytes (reader, bytes, NULL, problems, NULL, NULL);
}

static inline MigCorpus *
read_text (const char   *text,
           MigProblems **problems)
{
  return read_data (text, strlen (text), problems);
}

static inline GFile *
get_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);

  return g_file_new_for_path (path);
}

/* Reads a file that nothing is wrong with. */
static inline MigCorpus *
read_fixture (const char *name)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = get_fixture (name);
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  MigCorpus *corpus = mig_corpus_reader_read (reader, file, &problems, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (corpus);
  g_assert_cmpuint (mig_problems_get_n_found (problems), ==, 0);

  return corpus;
}

/* The record of an id that is there. */
static inline const MigRecord *
get_record (MigCorpus  *corpus,
            const char *id)
{
  MigRef ref = mig_corpus_lookup (corpus, id);

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);
  return mig_corpus_get_record (corpus, ref);
}

/* The problems of a text that is no corpus, one a line: "LINE:COLUMN+LENGTH PATH | WHAT | HINT". */
static inline char *
list_problems (MigProblems *problems)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < mig_problems_get_n (problems); i++)
    {
      const MigProblem *problem = mig_problems_get (problems, i);

      g_string_append_printf (list,
                              "%s%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT "+%" G_GUINT64_FORMAT " %s | %s | %s",
                              i > 0 ? "\n" : "", problem->line, problem->column, problem->length, problem->path,
                              problem->what, problem->hint);
    }

  return g_string_free (list, FALSE);
}

/* The ids of records in a row, those without by their names. */
static inline char *
list_refs (MigCorpus *corpus,
           MigRefs    refs)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < refs.n; i++)
    {
      const MigRecord *record = mig_corpus_get_record (corpus, refs.refs[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", *record->id != '\0' ? record->id : record->name);
    }

  return g_string_free (list, FALSE);
}

#define assert_problems(problems, expected) \
  G_STMT_START \
    { \
      g_autofree char *list_ = list_problems (problems); \
      g_assert_cmpstr (list_, ==, expected); \
    } \
  G_STMT_END

#define assert_refs(corpus, refs, expected) \
  G_STMT_START \
    { \
      g_autofree char *list_ = list_refs (corpus, refs); \
      g_assert_cmpstr (list_, ==, expected); \
    } \
  G_STMT_END
