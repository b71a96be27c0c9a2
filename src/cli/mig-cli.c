/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <glib/gi18n-lib.h>

#include "mig-locale.h"

/*
 * migmeet-corpus: what can be done with a corpus without a display. Each command is a function of its own; this file
 * finds it and holds what they share.
 */

typedef struct
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { "check", mig_cli_check, N_("Tell what is wrong with a corpus, one problem a line") },
  { "draw", mig_cli_draw, N_("Draw the timeline into an SVG, PNG or PDF file") },
  { "handout", mig_cli_handout, N_("Print a briefing into a PDF file, or as pictures") },
  { "pot", mig_cli_pot, N_("Write a corpus’s names, titles and terms as a template for translators") },
  { "stats", mig_cli_stats, N_("Count what a corpus holds") },
};

static void
print_help (void)
{
  g_print ("%s\n  migmeet-corpus %s\n\n%s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] [CORPUS]"),
           _("Works with MigMeet’s corpora without a display. Without CORPUS, MigMeet’s own is meant."),
           _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s %s\n", commands[i].name, _(commands[i].summary));
  g_print ("\n%s\n", _("“migmeet-corpus COMMAND --help” tells the options of a command."));
}

/**
 * mig_cli_get_bundled:
 *
 * Returns: (transfer full): the corpus that MigMeet comes with
 */
GFile *
mig_cli_get_bundled (void)
{
  const char *folder = g_getenv ("MIGMEET_DATA_DIR");

  return g_file_new_build_filename (folder != NULL ? folder : MIG_PKGDATADIR, "corpus.json", NULL);
}

/**
 * mig_cli_error:
 * @format: a message as for printf(), without a line feed
 * @...: what it takes
 *
 * Says on standard error what went wrong, behind the program's name.
 */
void
mig_cli_error (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("%s: %s\n", g_get_prgname (), message);
}

/**
 * mig_cli_parse:
 * @context: (transfer full): the options of a command
 * @argc: (inout): number of arguments
 * @argv: (inout): the arguments, without those parsed
 *
 * Returns: whether they were understood; if not, standard error says why
 */
gboolean
mig_cli_parse (GOptionContext *context, int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  gboolean parsed = g_option_context_parse (context, argc, argv, &error);

  if (!parsed)
    mig_cli_error ("%s", error->message);
  g_option_context_free (context);
  return parsed;
}

static MigCorpus *
read_in (const char *argument, const char *const *languages)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = argument != NULL ? g_file_new_for_commandline_arg (argument) : mig_cli_get_bundled ();
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  MigCorpus *corpus;

  mig_corpus_reader_set_languages (reader, languages);
  corpus = mig_corpus_reader_read (reader, file, &problems, NULL, &error);
  if (corpus == NULL)
    {
      g_autofree char *report = problems != NULL ? mig_problems_format (problems) : g_strdup (error->message);

      g_printerr ("%s%s", report, g_str_has_suffix (report, "\n") ? "" : "\n");
    }
  return corpus;
}

/**
 * mig_cli_read:
 * @argument: (nullable): a path or URI; %NULL for the bundled corpus
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
 * @argument: (nullable): a path or URI; %NULL for the bundled corpus
 *
 * Returns: (transfer full) (nullable): the corpus with its names in the reader's language, as mig_cli_read()
 */
MigCorpus *
mig_cli_read_translated (const char *argument)
{
  return read_in (argument, mig_locale_get_languages ());
}

/**
 * mig_cli_run:
 * @argc: number of arguments
 * @argv: the arguments, the program's name first
 *
 * Returns: the exit status: %MIG_CLI_OK, %MIG_CLI_PROBLEMS or %MIG_CLI_USAGE
 */
int
mig_cli_run (int argc, char **argv)
{
  mig_locale_init (NULL);
  g_set_prgname ("migmeet-corpus");

  if (argc < 2 || g_str_equal (argv[1], "help") || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return argc < 2 ? MIG_CLI_USAGE : MIG_CLI_OK;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("migmeet-corpus %s\n", MIG_VERSION);
      return MIG_CLI_OK;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (argv[1], commands[i].name))
        return commands[i].run (argc - 1, argv + 1);
    }

  /* Translators: %s is what was typed after the program's name, which stands before this and a colon */
  mig_cli_error (_("“%s” is not one of its commands."), argv[1]);
  print_help ();
  return MIG_CLI_USAGE;
}
