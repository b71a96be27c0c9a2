/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <glib/gi18n-lib.h>

/*
 * migmeet-corpus check: the problems of corpora, one a line as FILE:LINE: JSON path: message, on standard output.
 */

static gboolean
check (const char *argument)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = argument != NULL ? g_file_new_for_commandline_arg (argument) : mig_cli_get_bundled ();
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MigCorpus) corpus = NULL;

  mig_corpus_reader_set_strict (reader, TRUE);
  corpus = mig_corpus_reader_read (reader, file, &problems, NULL, &error);
  if (corpus == NULL && problems != NULL)
    {
      g_autofree char *report = mig_problems_format (problems);

      g_print ("%s%s", report, g_str_has_suffix (report, "\n") ? "" : "\n");
    }
  else if (corpus == NULL)
    g_print ("%s\n", error->message);
  return corpus != NULL;
}

/**
 * mig_cli_check:
 *
 * Returns: %MIG_CLI_OK when every corpus named is sound, %MIG_CLI_PROBLEMS when one is not
 */
int
mig_cli_check (int argc, char **argv)
{
  GOptionContext *context = g_option_context_new (_("[CORPUS…]"));
  int status = MIG_CLI_OK;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("Tells what is wrong with a corpus, one problem a line, as "
                                           "FILE:LINE: JSON path: message."));
  if (!mig_cli_parse (context, &argc, &argv))
    return MIG_CLI_USAGE;

  if (argc < 2)
    return check (NULL) ? MIG_CLI_OK : MIG_CLI_PROBLEMS;
  for (int i = 1; i < argc; i++)
    {
      if (!check (argv[i]))
        status = MIG_CLI_PROBLEMS;
    }
  return status;
}
