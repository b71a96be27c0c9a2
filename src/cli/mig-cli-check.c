/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <glib/gi18n-lib.h>

/*
 * migmeet-corpus check: the problems of corpora, one a line as FILE:LINE:COLUMN: JSON path: message, on
 * standard output.
 */

static gboolean
check_one (const char *argument)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (MigCorpus) corpus = NULL;
  g_autofree char *report = NULL;

  mig_corpus_reader_set_strict (reader, TRUE);
  corpus = mig_cli_read_by (reader, argument, &report);
  if (corpus == NULL)
    g_print ("%s", report);
  return corpus != NULL;
}

/* MIG_CLI_OK when every corpus named is sound, MIG_CLI_PROBLEMS when one is not. */
static int
check (const MigCliCommand *self, int argc, char **argv)
{
  int status = MIG_CLI_OK;

  if (!mig_cli_parse (self, NULL, &argc, &argv))
    return MIG_CLI_USAGE;

  if (argc < 2)
    return check_one (NULL) ? MIG_CLI_OK : MIG_CLI_PROBLEMS;
  for (int i = 1; i < argc; i++)
    {
      if (!check_one (argv[i]))
        status = MIG_CLI_PROBLEMS;
    }
  return status;
}

const MigCliCommand mig_cli_check = {
  .name = "check",
  .parameters = N_("[CORPUS…]"),
  .summary = N_("Tell what is wrong with a corpus, one problem a line"),
  /* Translators: the form of a line of output; "JSON path" and "message" are what stands in these places */
  .notes = N_("Each line is FILE:LINE:COLUMN: JSON path: message."),
  .details = N_("This covers all that the format’s schema asks for, and what no schema can tell: references that lead "
                "nowhere, circles of parents, dates that run backwards, ids that stand twice, and places that a "
                "document does not have."),
  .max_arguments = G_MAXINT - 1,
  .run = check,
};
