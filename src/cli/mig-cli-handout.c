/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "mig-briefing-default.h"
#include "mig-briefing-file.h"
#include "mig-direction.h"
#include "mig-handout.h"

/*
 * migmeet-corpus handout: a briefing as PDF, or as a folder of pictures.
 */

typedef struct
{
  char *output;
  char *corpus;
  char *paper;
  char *colours;
  char *pictures;
  gboolean notes;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->corpus);
  g_free (options->paper);
  g_free (options->colours);
  g_free (options->pictures);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, MIG_CLI_VALUE (Options, output),
    N_("Write to FILE, or with --pictures into a folder"), N_("FILE.pdf") },
  { "notes", 0, 0, G_OPTION_ARG_NONE, MIG_CLI_VALUE (Options, notes), N_("Print the notes under the scenes"), NULL },
  { "paper", 0, 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (Options, paper),
    N_("a4 or letter (what the locale has unless told)"), N_("NAME") },
  { "colours", 0, 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (Options, colours),
    N_("light (the default), dark, hc, hc-dark or room"), N_("NAME") },
  { "pictures", 0, 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (Options, pictures),
    N_("Write a folder of pictures instead: png or svg"), N_("FORMAT") },
  { "corpus", 0, 0, G_OPTION_ARG_FILENAME, MIG_CLI_VALUE (Options, corpus),
    N_("The corpus that the briefing is about (what it names itself unless told)"), N_("CORPUS") },
  { NULL },
};

static gboolean
choose_format (const Options *options, MigHandoutFormat *format)
{
  *format = MIG_HANDOUT_PDF;
  if (options->pictures == NULL)
    return TRUE;
  if (g_ascii_strcasecmp (options->pictures, "png") == 0)
    *format = MIG_HANDOUT_PNG;
  else if (g_ascii_strcasecmp (options->pictures, "svg") == 0)
    *format = MIG_HANDOUT_SVG;
  else
    {
      mig_cli_error (_("“%s” is neither png nor svg."), options->pictures);
      return FALSE;
    }
  return TRUE;
}

static gboolean
choose_options (const Options *options, MigHandoutOptions *handout)
{
  *handout = (MigHandoutOptions){
    .paper = mig_paper_get_default (),
    .notes = options->notes,
    .mirrored = mig_direction_get () == GTK_TEXT_DIR_RTL,
  };
  if (options->paper != NULL && !mig_paper_from_name (options->paper, &handout->paper))
    {
      mig_cli_error (_("“%s” is neither a4 nor letter."), options->paper);
      return FALSE;
    }
  return mig_cli_choose_palette (options->colours, &handout->palette);
}

static MigBriefing *
read_briefing (const char *argument)
{
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  MigBriefing *briefing = NULL;

  if (g_str_equal (argument, MIG_CLI_STANDARD))
    {
      g_autoptr (GBytes) bytes = mig_cli_load_standard_input (MIG_BRIEFING_MAX_SIZE, &error);

      if (bytes != NULL)
        briefing = mig_briefing_read_bytes (bytes, NULL, &problems, &error);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);

      briefing = mig_briefing_read (file, &problems, NULL, &error);
    }

  if (problems != NULL && briefing == NULL)
    {
      g_autofree char *report = mig_problems_format (problems);

      g_printerr ("%s", report);
    }
  else if (briefing == NULL)
    g_printerr ("%s\n", error->message);
  return briefing;
}

/* The corpus that was named, else MigMeet's own if the briefing is about that, else the one where the briefing saw its
 * corpus last. */
static MigCorpus *
read_corpus (const Options *options, MigBriefing *briefing)
{
  g_autoptr (MigCorpus) corpus = NULL;
  const char *wanted = briefing != NULL ? mig_briefing_get_corpus_id (briefing) : "";
  const char *location = briefing != NULL ? mig_briefing_get_corpus_location (briefing) : "";

  if (options->corpus != NULL)
    return mig_cli_read_translated (options->corpus);
  if (*wanted == '\0' && *location != '\0')
    return mig_cli_read_translated (location);
  corpus = mig_cli_read_translated (NULL);
  if (corpus != NULL && *wanted != '\0' && *location != '\0' && !g_str_equal (mig_corpus_get_id (corpus), wanted))
    return mig_cli_read_translated (location);
  return g_steal_pointer (&corpus);
}

static void
tell_gone (MigBriefing *briefing, MigCorpus *corpus)
{
  for (guint i = 0; i < mig_briefing_get_n (briefing); i++)
    {
      MigScene *scene = mig_briefing_get (briefing, i);

      if (mig_scene_is_gone (scene, corpus))
        /* Translators: %1$u is a scene's number, %2$s its name */
        mig_cli_error (_("Scene %1$u, “%2$s”, is not in this corpus and is left out."), i + 1,
                       mig_scene_get_fields (scene)->name);
    }
}

static gboolean
write_handout (const Options *options,
               MigBriefing *briefing,
               MigCorpus *corpus,
               const MigHandoutOptions *handout,
               MigHandoutFormat format)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;

  if (format == MIG_HANDOUT_PDF)
    {
      g_autoptr (GBytes) bytes = mig_handout_to_pdf (briefing, corpus, handout, NULL, &error);

      if (bytes != NULL)
        return mig_cli_write (bytes, options->output);
      mig_cli_error ("%s", error->message);
      return FALSE;
    }

  folder = g_file_new_for_commandline_arg (options->output);
  if (mig_handout_write (briefing, corpus, handout, format, folder, NULL, &error))
    return TRUE;
  mig_cli_tell_unwritten (options->output, error);
  return FALSE;
}

/* MIG_CLI_PROBLEMS when the briefing or its corpus cannot be read or the file not written, MIG_CLI_USAGE when the
 * options make no sense. */
static int
hand_out (const MigCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (MigBriefing) briefing = NULL;
  g_autoptr (MigCorpus) corpus = NULL;
  MigHandoutOptions handout;
  MigHandoutFormat format;

  if (!mig_cli_parse (self, &options, &argc, &argv) || !choose_format (&options, &format) ||
      !choose_options (&options, &handout))
    return MIG_CLI_USAGE;
  if (options.output == NULL)
    {
      mig_cli_error (_("Say where to print: --output FILE.pdf."));
      return MIG_CLI_USAGE;
    }
  if (format != MIG_HANDOUT_PDF && g_str_equal (options.output, MIG_CLI_STANDARD))
    {
      mig_cli_error (_("Pictures go into a folder, not to standard output."));
      return MIG_CLI_USAGE;
    }
  if (argc > 1 && (briefing = read_briefing (argv[1])) == NULL)
    return MIG_CLI_PROBLEMS;
  corpus = read_corpus (&options, briefing);
  if (corpus == NULL)
    return MIG_CLI_PROBLEMS;
  if (briefing == NULL)
    briefing = mig_briefing_new_from_corpus (corpus);
  tell_gone (briefing, corpus);
  return write_handout (&options, briefing, corpus, &handout, format) ? MIG_CLI_OK : MIG_CLI_PROBLEMS;
}

const MigCliCommand mig_cli_handout = {
  .name = "handout",
  .parameters = N_("--output FILE [BRIEFING]"),
  .summary = N_("Print a briefing into a PDF file, or as pictures"),
  .notes = N_("Without BRIEFING, the one that the corpus itself suggests."),
  .details = N_("Each scene takes a page; the PDF file has an outline and embedded fonts. Scenes whose targets are not "
                "in the corpus are left out, and told."),
  .max_arguments = 1,
  .options = entries,
  .run = hand_out,
};
