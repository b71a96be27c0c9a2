/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "mig-locale.h"
#include "mig-timeline-export.h"

/*
 * Where the commands' corpora come from and their files go: a path, a URI, or "-", standard input or output. Standard
 * input may be a pipe, since whoever names it means to wait for it.
 */

static gboolean
is_standard (const char *argument)
{
  return g_strcmp0 (argument, MIG_CLI_STANDARD) == 0;
}

/**
 * mig_cli_load_standard_input:
 * @max_size: the most bytes that are read
 * @error: a #GIOErrorEnum, with a sentence that says what cannot be read
 *
 * Returns: (transfer full) (nullable): all that standard input has
 */
GBytes *
mig_cli_load_standard_input (guint64 max_size, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 chunk[64 * 1024];
  gssize n;

  do
    {
      do
        n = read (STDIN_FILENO, chunk, sizeof chunk);
      while (n < 0 && errno == EINTR);

      if (n > 0 && bytes->len + (guint64) n > max_size)
        {
          n = -1;
          errno = EFBIG;
        }
      if (n > 0)
        g_byte_array_append (bytes, chunk, (guint) n);
    }
  while (n > 0);

  if (n < 0)
    {
      const int code = errno;

      /* Translators: shown in a terminal; %s is the system's own message, such as "Is a directory" */
      g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (code), _("Standard input cannot be read: %s"),
                   g_strerror (code));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GFile *
get_bundled (void)
{
  const char *folder = g_getenv ("MIGMEET_DATA_DIR");

  return g_file_new_build_filename (folder != NULL ? folder : MIG_PKGDATADIR, "corpus.json", NULL);
}

/**
 * mig_cli_read_by:
 * @reader: what to read with
 * @argument: (nullable): a path or URI, or "-" for standard input; %NULL for the bundled corpus
 * @report: (out) (transfer full): what is wrong where there is no corpus, each line with a line feed
 *
 * Returns: (transfer full) (nullable): the corpus
 */
MigCorpus *
mig_cli_read_by (MigCorpusReader *reader, const char *argument, char **report)
{
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  MigCorpus *corpus = NULL;

  if (is_standard (argument))
    {
      g_autoptr (GBytes) bytes = mig_cli_load_standard_input (mig_corpus_reader_get_max_size (reader), &error);

      if (bytes != NULL)
        corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, &problems, NULL, &error);
    }
  else
    {
      g_autoptr (GFile) file = argument != NULL ? g_file_new_for_commandline_arg (argument) : get_bundled ();

      corpus = mig_corpus_reader_read (reader, file, &problems, NULL, &error);
    }

  if (corpus == NULL)
    *report = problems != NULL ? mig_problems_format (problems) : g_strconcat (error->message, "\n", NULL);
  return corpus;
}

static MigCorpus *
read_in (const char *argument, const char *const *languages)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autofree char *report = NULL;
  MigCorpus *corpus;

  mig_corpus_reader_set_languages (reader, languages);
  corpus = mig_cli_read_by (reader, argument, &report);
  if (corpus == NULL)
    g_printerr ("%s", report);
  return corpus;
}

/**
 * mig_cli_read:
 * @argument: (nullable): as for mig_cli_read_by()
 *
 * Returns: (transfer full) (nullable): the corpus as its file has it, or %NULL after its problems were printed on
 *   standard error
 */
MigCorpus *
mig_cli_read (const char *argument)
{
  return read_in (argument, NULL);
}

/**
 * mig_cli_read_translated:
 * @argument: (nullable): as for mig_cli_read_by()
 *
 * Returns: (transfer full) (nullable): the corpus with its names in the reader's language, as mig_cli_read()
 */
MigCorpus *
mig_cli_read_translated (const char *argument)
{
  return read_in (argument, mig_locale_get_languages ());
}

/**
 * mig_cli_tell_unwritten:
 * @argument: what could not be written, as it was given
 * @error: why, from GIO
 *
 * Says so on standard error; what happens every day in words of our own, which are there in every language.
 */
void
mig_cli_tell_unwritten (const char *argument, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    /* Translators: shown in a terminal, as the next texts are; %s is the file's name */
    mig_cli_error (_("“%s” cannot be written: its folder does not exist."), argument);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    mig_cli_error (_("“%s” cannot be written: you may not write there."), argument);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    mig_cli_error (_("“%s” cannot be written: it is a folder."), argument);
  else
    mig_cli_error ("%s", error->message);
}

/**
 * mig_cli_write:
 * @bytes: what to write
 * @argument: a path or URI, which is written whole or not at all, or "-" for standard output
 *
 * Returns: whether it was written; if not, standard error says why, unless nobody reads on
 */
gboolean
mig_cli_write (GBytes *bytes, const char *argument)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (is_standard (argument))
    {
      if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
        return TRUE;
      /* What is left over would be told once more when the program ends. */
      clearerr (stdout);
      if (errno != EPIPE)
        mig_cli_error (_("Standard output cannot be written to."));
      return FALSE;
    }

  file = g_file_new_for_commandline_arg (argument);
  if (mig_export_write (bytes, file, NULL, &error))
    return TRUE;
  mig_cli_tell_unwritten (argument, error);
  return FALSE;
}
