/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-corpus-resolver.h"
#include "mig-excerpt.h"
#include "mig-file-loader.h"
#include "mig-json-scanner.h"
#include "mig-record-parser.h"
#include "mig-record-stream.h"
#include "mig-translation.h"

/*
 * Makes a corpus of a file, or tells everything that is wrong with it:
 *
 *   GFile ─▶ mig_file_load () ─▶ MigRecordStream ─▶ MigRecordParser ─▶ mig_corpus_resolve () ─▶ MigCorpus
 *              whole, bounded      strict scan,        one record          references,
 *                                  trees, ahead        at a time           circles
 *                     └──────────────────┴───────────────────┴──────────────────┴─▶ MigProblems
 *
 * All of it runs in the thread that calls, which read_async () makes a thread of its own, but for the scan and the
 * trees, which are in another.
 */

#define DEFAULT_MAX_SIZE (G_GUINT64_CONSTANT (512) * 1024 * 1024)
#define CHECK_EVERY 64 /* records between looks at the cancellable */

/* Shares of the whole that the stages take, as measured on a large file; each begins where the one before ends. */
#define LOADED 0.05
#define PARSED 0.70
#define RESOLVED 1.00

#define PROGRESS_STEPS 10000

struct _MigCorpusReader
{
  GObject parent_instance;

  guint64 max_size;
  gboolean is_strict;
  char **languages; /* NULL: the corpus's own */
  gint progress; /* atomic; of PROGRESS_STEPS */
};

/* A stage reports from 0 to 1 what is only a part of the whole. */
typedef struct
{
  MigCorpusReader *reader;
  double begin;
  double end;
} Stage;

typedef struct
{
  MigCorpus *corpus;
  MigProblems *problems;
} Result;

G_DEFINE_FINAL_TYPE (MigCorpusReader, mig_corpus_reader, G_TYPE_OBJECT)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MigRecordParser, mig_record_parser_clear)
G_DEFINE_QUARK (mig-corpus-reader-error-quark, mig_corpus_reader_error)

static void
mig_corpus_reader_finalize (GObject *object)
{
  g_strfreev (MIG_CORPUS_READER (object)->languages);

  G_OBJECT_CLASS (mig_corpus_reader_parent_class)->finalize (object);
}

static void
mig_corpus_reader_class_init (MigCorpusReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_corpus_reader_finalize;
}

static void
mig_corpus_reader_init (MigCorpusReader *self)
{
  self->max_size = DEFAULT_MAX_SIZE;
}

/**
 * mig_corpus_reader_new:
 *
 * Returns: (transfer full): a reader; it can read one file after another, but not two at once
 */
MigCorpusReader *
mig_corpus_reader_new (void)
{
  return g_object_new (MIG_TYPE_CORPUS_READER, NULL);
}

/**
 * mig_corpus_reader_set_max_size:
 * @self: a reader
 * @bytes: the largest file that it reads; 512 MiB unless set
 *
 * Bounds what is read into memory.
 */
void
mig_corpus_reader_set_max_size (MigCorpusReader *self,
                                guint64          bytes)
{
  g_return_if_fail (MIG_IS_CORPUS_READER (self));

  self->max_size = bytes;
}

/**
 * mig_corpus_reader_get_max_size:
 * @self: a reader
 *
 * Returns: the size in bytes of the largest file that it reads
 */
guint64
mig_corpus_reader_get_max_size (MigCorpusReader *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS_READER (self), 0);

  return self->max_size;
}

/**
 * mig_corpus_reader_set_strict:
 * @self: a reader
 * @strict: whether to report lapses; %FALSE unless set
 *
 * Makes the reader as strict as data/corpus.schema.json and data/CORPUS.md are. Otherwise it opens a corpus in spite of
 * lapses: an entry of a list that says nothing, a disagreement with one value, a locator that names no section of its
 * document, a reference of a plain Popolo file to a record that the file does not have.
 */
void
mig_corpus_reader_set_strict (MigCorpusReader *self,
                              gboolean         strict)
{
  g_return_if_fail (MIG_IS_CORPUS_READER (self));

  self->is_strict = strict;
}

/**
 * mig_corpus_reader_set_languages:
 * @self: a reader that is not reading
 * @languages: (nullable) (array zero-terminated=1): the languages to have names in, the best first, as
 *   mig_locale_get_languages() tells them; %NULL, as unless set, for names as the file has them
 *
 * Makes the reader look for translations of what it reads; see mig_translation_apply().
 */
void
mig_corpus_reader_set_languages (MigCorpusReader   *self,
                                 const char *const *languages)
{
  g_return_if_fail (MIG_IS_CORPUS_READER (self));

  g_strfreev (self->languages);
  self->languages = g_strdupv ((char **) languages);
}

/**
 * mig_corpus_reader_get_progress:
 * @self: a reader
 *
 * Tells how far reading is. May be called from any thread.
 *
 * Returns: from 0 to 1
 */
double
mig_corpus_reader_get_progress (MigCorpusReader *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS_READER (self), 0);

  return (double) g_atomic_int_get (&self->progress) / PROGRESS_STEPS;
}

static void
report_progress (double   fraction,
                 gpointer user_data)
{
  const Stage *stage = user_data;
  double whole = stage->begin + CLAMP (fraction, 0, 1) * (stage->end - stage->begin);

  g_atomic_int_set (&stage->reader->progress, (gint) (whole * PROGRESS_STEPS));
}

static void
report_load_progress (guint64  n_read,
                      guint64  size,
                      gpointer user_data)
{
  report_progress (size > 0 ? (double) n_read / (double) size : 1, user_data);
}

/* A corpus is an object that has at least one of the lists. Says so, if this is something else. */
static void
check_document (MigJsonScan *scan,
                GBytes      *bytes,
                MigProblems *problems,
                gboolean     is_strict)
{
  const char *const *members = mig_record_parser_get_members ();
  const MigJsonPlace place = { .line = 1, .column = 1, .length = 1 };
  const char meta_type = mig_json_scan_get_member_type (scan, 0);
  gboolean has_list = FALSE;

  if (!mig_json_scan_is_complete (scan))
    return;

  if (mig_json_scan_get_type (scan) != '{')
    {
      mig_excerpt_add_problem (problems, bytes, &place, NULL, _("This is not a corpus."),
                               _("An object is expected, from { to }, that has lists of events, persons and so on."));
      return;
    }

  for (guint i = 1; members[i] != NULL; i++)
    has_list = has_list || mig_json_scan_get_member_type (scan, i) != 0;

  if (is_strict && meta_type != 0 && strchr ("{n", meta_type) == NULL)
    mig_excerpt_add_problem (problems, bytes, &place, members[0], _("This is not what a corpus says of itself."),
                             _("An object is expected here, from { to }."));

  if (!has_list)
    {
      /* Translators: stands between names in a list: "I, VII, VIII" */
      g_autofree char *names = g_strjoinv (C_("separator of a list", ", "), (char **) members + 1);
      /* Translators: %s is a list of names that are part of the file format: areas, organizations, persons ... */
      g_autofree char *hint = g_strdup_printf (_("At least one of these lists is expected: %s."), names);

      mig_excerpt_add_problem (problems, bytes, &place, NULL, _("None of the lists of a corpus is in the file."), hint);
    }
}

static gboolean
read_hosted (MigRecordParser  *parser,
             GCancellable     *cancellable,
             GError          **error)
{
  for (guint i = 0; i < parser->hosts->len; i++)
    {
      if (i % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      mig_record_parser_read_hosted (parser, i);
    }

  return TRUE;
}

static gboolean
parse_records (MigRecordParser  *parser,
               MigRecordStream  *stream,
               GFile            *file,
               Stage            *stage,
               GCancellable     *cancellable,
               GError          **error)
{
  const double size = (double) g_bytes_get_size (parser->report.bytes);
  MigRecordBatch *batch = mig_record_stream_next (stream);

  mig_record_parser_read_meta (parser, mig_record_stream_get_head (stream), file);

  for (; batch != NULL; batch = mig_record_stream_next (stream))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      report_progress ((double) batch->slices[0].offset / size, stage);
      mig_record_parser_read (parser, batch);
    }

  /* A stream also ends because it was cancelled. */
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && read_hosted (parser, cancellable, error);
}

/* Fills @problems; returns NULL if there are any, and NULL with an error set if it was cancelled. */
static MigCorpus *
build (MigCorpusReader  *self,
       GBytes           *bytes,
       GFile            *file,
       MigProblems      *problems,
       GCancellable     *cancellable,
       GError          **error)
{
  g_autoptr (MigProblems) faults = mig_problems_new (file);
  g_autoptr (MigRecordStream) stream =
    mig_record_stream_new (bytes, mig_record_parser_get_members (), faults, cancellable);
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (file);
  g_auto (MigRecordParser) parser = { 0 };
  MigCorpus *corpus;
  Stage stage = { self, LOADED, PARSED };

  /* What stands before a fault in the grammar is read for its own problems, too. */
  mig_record_parser_init (&parser, builder, bytes, problems);
  parser.is_strict = self->is_strict;
  if (!parse_records (&parser, stream, file, &stage, cancellable, error))
    return NULL;

  mig_problems_take (problems, faults);
  check_document (mig_record_stream_get_scan (stream), bytes, problems, self->is_strict);
  if (!mig_json_scan_is_complete (mig_record_stream_get_scan (stream)))
    parser.has_gaps = TRUE;

  stage = (Stage) { self, PARSED, RESOLVED };
  if (!mig_corpus_resolve (&parser, report_progress, &stage, cancellable, error))
    return NULL;

  if (mig_problems_get_n_found (problems) > 0)
    return NULL;

  corpus = mig_corpus_builder_end (builder);
  if (self->languages != NULL)
    mig_translation_apply (corpus, (const char *const *) self->languages);
  return corpus;
}

static void
set_error_from_problems (MigProblems  *problems,
                         GError      **error)
{
  g_autofree char *line = mig_problem_format (mig_problems_get (problems, 0), NULL);

  g_set_error_literal (error, MIG_CORPUS_READER_ERROR, MIG_CORPUS_READER_ERROR_PROBLEMS, line);
}

static void
give_problems (MigProblems **out,
               MigProblems  *problems)
{
  if (out != NULL)
    *out = mig_problems_ref (problems);
}

/* As mig_corpus_reader_read_bytes(), into problems that exist already. */
static MigCorpus *
read_into (MigCorpusReader  *self,
           GBytes           *bytes,
           GFile            *file,
           MigProblems      *problems,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MigCorpus) corpus = NULL;

  mig_problems_set_size (problems, g_bytes_get_size (bytes));
  corpus = build (self, bytes, file, problems, cancellable, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (corpus == NULL)
    {
      mig_problems_sort (problems);
      set_error_from_problems (problems, error);
    }
  else
    g_atomic_int_set (&self->progress, PROGRESS_STEPS);

  return g_steal_pointer (&corpus);
}

/**
 * mig_corpus_reader_read_bytes:
 * @self: a reader
 * @bytes: the contents of a file
 * @file: (nullable): where they are from; nothing is read from it
 * @problems: (out) (optional) (transfer full): what is wrong, in the order of the file; empty if nothing is,
 *   incomplete if reading was cancelled
 * @cancellable: (nullable): looked at all the time
 * @error: return location for a %MIG_CORPUS_READER_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads a corpus, in the corpus format or as plain Popolo, from memory.
 *
 * Returns: (transfer full) (nullable): the corpus; %NULL if anything at all is wrong
 */
MigCorpus *
mig_corpus_reader_read_bytes (MigCorpusReader  *self,
                              GBytes           *bytes,
                              GFile            *file,
                              MigProblems     **problems,
                              GCancellable     *cancellable,
                              GError          **error)
{
  g_autoptr (MigProblems) found = NULL;

  g_return_val_if_fail (MIG_IS_CORPUS_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  found = mig_problems_new (file);
  give_problems (problems, found);
  g_atomic_int_set (&self->progress, 0);

  return read_into (self, bytes, file, found, cancellable, error);
}

/* Makes a problem of the two parts of the error's message, and one line of the message. */
static void
add_load_problem (MigProblems *problems,
                  GError      *error)
{
  g_auto (GStrv) parts = g_strsplit (error->message, "\n", 2);

  mig_problems_add (problems, 0, 0, 0, NULL, parts[0], parts[1]);
  g_free (error->message);
  error->message = mig_problem_format (mig_problems_get (problems, 0), NULL);
}

/**
 * mig_corpus_reader_read:
 * @self: a reader
 * @file: a file of any kind that GIO knows
 * @problems: (out) (optional) (transfer full): what is wrong, in the order of the file; a file that cannot be read at
 *   all is the only problem, on line 0. Empty if nothing is wrong, incomplete if reading was cancelled
 * @cancellable: (nullable): looked at all the time
 * @error: return location for a %MIG_CORPUS_READER_ERROR; for a %G_IO_ERROR if the file cannot be read, see
 *   mig_file_load(), or reading was cancelled
 *
 * Reads a corpus, in the corpus format or as plain Popolo.
 *
 * Returns: (transfer full) (nullable): the corpus; %NULL if anything at all is wrong
 */
MigCorpus *
mig_corpus_reader_read (MigCorpusReader  *self,
                        GFile            *file,
                        MigProblems     **problems,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_autoptr (MigProblems) found = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  Stage stage = { self, 0, LOADED };

  g_return_val_if_fail (MIG_IS_CORPUS_READER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  found = mig_problems_new (file);
  give_problems (problems, found);
  g_atomic_int_set (&self->progress, 0);

  bytes = mig_file_load (file, self->max_size, report_load_progress, &stage, cancellable, &local_error);
  if (bytes != NULL)
    return read_into (self, bytes, file, found, cancellable, error);

  if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    add_load_problem (found, local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
free_result (gpointer data)
{
  Result *result = data;

  g_clear_object (&result->corpus);
  g_clear_pointer (&result->problems, mig_problems_unref);
  g_free (result);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Result *result = g_object_get_data (G_OBJECT (task), "result");
  GError *error = NULL;

  result->corpus = mig_corpus_reader_read (source_object, task_data, &result->problems, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * mig_corpus_reader_read_async:
 * @self: a reader
 * @file: a file of any kind that GIO knows
 * @cancellable: (nullable): a #GCancellable
 * @callback: called in the thread-default main context when reading is over
 * @user_data: for @callback
 *
 * Reads a corpus in a thread of its own. See mig_corpus_reader_read().
 */
void
mig_corpus_reader_read_async (MigCorpusReader     *self,
                              GFile               *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MIG_IS_CORPUS_READER (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mig_corpus_reader_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "result", g_new0 (Result, 1), free_result);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * mig_corpus_reader_read_finish:
 * @self: a reader
 * @result: what the callback was given
 * @problems: (out) (optional) (transfer full): as for mig_corpus_reader_read()
 * @error: as for mig_corpus_reader_read()
 *
 * Ends mig_corpus_reader_read_async().
 *
 * Returns: (transfer full) (nullable): the corpus; %NULL if anything at all is wrong
 */
MigCorpus *
mig_corpus_reader_read_finish (MigCorpusReader  *self,
                               GAsyncResult     *result,
                               MigProblems     **problems,
                               GError          **error)
{
  Result *read;

  g_return_val_if_fail (MIG_IS_CORPUS_READER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  read = g_object_get_data (G_OBJECT (result), "result");
  if (problems != NULL)
    *problems = read->problems != NULL ? g_steal_pointer (&read->problems) : mig_problems_new (NULL);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return g_steal_pointer (&read->corpus);
}
