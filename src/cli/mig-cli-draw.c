/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "mig-direction.h"
#include "mig-timeline-export.h"
#include "mig-viewport.h"

/*
 * migmeet-corpus draw: the timeline as a file, by the painter that draws the window.
 */

#define DEFAULT_WIDTH 1280
#define MIN_SIZE 100
#define MAX_SIZE 30000

typedef struct
{
  char *output;
  char *format;
  char *from;
  char *to;
  char *select;
  char *colours;
  char *width;
  char *height;
} DrawOptions;

static void
draw_options_clear (DrawOptions *options)
{
  g_free (options->output);
  g_free (options->format);
  g_free (options->from);
  g_free (options->to);
  g_free (options->select);
  g_free (options->colours);
  g_free (options->width);
  g_free (options->height);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DrawOptions, draw_options_clear)

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, MIG_CLI_VALUE (DrawOptions, output),
    N_("Write to FILE, whose ending says the format"), N_("FILE.svg|.png|.pdf") },
  { "format", 0, 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (DrawOptions, format),
    N_("svg, png or pdf, where the ending does not say it"), N_("FORMAT") },
  { "from", 0, 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (DrawOptions, from), N_("Begin at DATE"), N_("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (DrawOptions, to), N_("End with DATE"), N_("DATE") },
  { "select", 0, 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (DrawOptions, select),
    N_("Select the record with this id, and draw its arcs"), N_("ID") },
  { "colours", 0, 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (DrawOptions, colours),
    N_("light (the default), dark, hc, hc-dark or room"), N_("NAME") },
  { "width", 'w', 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (DrawOptions, width), N_("Width in pixels (1280 unless told)"),
    N_("PX") },
  { "height", 0, 0, G_OPTION_ARG_STRING, MIG_CLI_VALUE (DrawOptions, height),
    N_("Height in pixels (what is needed unless told)"), N_("PX") },
  { NULL },
};

/* Leaves a size that is not told as it is. */
static gboolean
parse_size (const char *text, double *size)
{
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, MIN_SIZE, MAX_SIZE, &number, NULL))
    {
      mig_cli_error (_("Width and height go from 100 to %d pixels."), MAX_SIZE);
      return FALSE;
    }
  *size = (double) number;
  return TRUE;
}

static gboolean
parse_date (const char *option, const char *text, MigDate *date)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *sentences = NULL;

  if (text == NULL || mig_date_parse_iso (text, date, &error))
    return TRUE;

  parts = g_strsplit (error->message, "\n", 2);
  sentences = mig_problem_format (&(MigProblem){ .path = (char *) "", .what = parts[0],
                                                 .hint = parts[1] != NULL ? parts[1] : (char *) "" }, NULL);
  /* Translators: %1$s is an option such as --from, %2$s says what is wrong with its date */
  mig_cli_error (_("%1$s: %2$s"), option, sentences);
  return FALSE;
}

/* The span asked for; the ends that were not are those of the whole series. */
static gboolean
choose_span (MigCorpus *corpus, const DrawOptions *options, MigTimelineView *view)
{
  MigDate from = { 0 }, to = { 0 };
  gint first, last;
  double margin;

  if (!parse_date ("--from", options->from, &from) || !parse_date ("--to", options->to, &to))
    return FALSE;
  if (!mig_corpus_get_extent (corpus, &first, &last))
    {
      first = mig_day_from_civil (2000, 1, 1);
      last = mig_day_from_civil (2000, 12, 31);
    }
  margin = MAX ((last + 1 - first) * 0.04, MIG_VIEWPORT_MIN_SPAN / 2);
  view->start = options->from != NULL ? mig_date_first_day (&from) : first - margin;
  view->end = options->to != NULL ? mig_date_last_day (&to) + 1 : last + 1 + margin;
  if (view->end - view->start < 1)
    {
      mig_cli_error (_("The span to draw ends before it begins."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
choose_view (MigCorpus *corpus, const DrawOptions *options, MigTimelineView *view)
{
  double height = 0;

  *view = (MigTimelineView){
    .corpus = corpus,
    .width = DEFAULT_WIDTH,
    .mirrored = mig_direction_get () == GTK_TEXT_DIR_RTL,
  };
  if (!parse_size (options->width, &view->width) || !parse_size (options->height, &height))
    return FALSE;
  if (options->select != NULL)
    {
      view->selected = mig_corpus_lookup (corpus, options->select);
      if (view->selected == MIG_REF_NONE)
        {
          mig_cli_error (_("No record of this corpus has the id “%s”."), options->select);
          return FALSE;
        }
    }
  if (!choose_span (corpus, options, view))
    return FALSE;
  view->height = height > 0 ? height : mig_timeline_export_get_height (view);
  return TRUE;
}

/* The format that was asked for, else the one that the file's ending says. */
static gboolean
choose_format (const DrawOptions *options, MigExportFormat *format)
{
  g_autofree char *ending = options->format != NULL ? g_strconcat (".", options->format, NULL) : NULL;

  if (options->output == NULL)
    {
      mig_cli_error (_("Say where to draw: --output FILE.svg, FILE.png or FILE.pdf."));
      return FALSE;
    }
  if (ending != NULL && !mig_export_format_from_name (ending, format))
    {
      mig_cli_error (_("“%s” is none of svg, png and pdf."), options->format);
      return FALSE;
    }
  if (ending == NULL && !mig_export_format_from_name (options->output, format))
    {
      mig_cli_error (_("“%s” does not end in .svg, .png or .pdf; --format says what it is to be."), options->output);
      return FALSE;
    }
  return TRUE;
}

/* MIG_CLI_PROBLEMS when the corpus cannot be read or the file not written, MIG_CLI_USAGE when the options make no
 * sense. */
static int
draw (const MigCliCommand *self, int argc, char **argv)
{
  g_auto (DrawOptions) options = { 0 };
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;
  MigExportFormat format;
  MigTimelineView view;
  MigPalette palette;

  if (!mig_cli_parse (self, &options, &argc, &argv) || !mig_cli_choose_palette (options.colours, &palette) ||
      !choose_format (&options, &format))
    return MIG_CLI_USAGE;
  corpus = mig_cli_read_translated (argc > 1 ? argv[1] : NULL);
  if (corpus == NULL)
    return MIG_CLI_PROBLEMS;
  if (!choose_view (corpus, &options, &view))
    return MIG_CLI_USAGE;

  picture = mig_timeline_export_to_bytes (&view, palette, format, mig_corpus_get_title (corpus), &error);
  if (picture == NULL)
    {
      mig_cli_error ("%s", error->message);
      return MIG_CLI_PROBLEMS;
    }
  return mig_cli_write (picture, options.output) ? MIG_CLI_OK : MIG_CLI_PROBLEMS;
}

const MigCliCommand mig_cli_draw = {
  .name = "draw",
  .parameters = N_("--output FILE [CORPUS]"),
  .summary = N_("Draw the timeline into an SVG, PNG or PDF file"),
  /* Translators: keep the dates as they are */
  .notes = N_("DATE is a year, month or day: 2016, 2016-02 or 2016-02-26."),
  .details = N_("Without --from and --to, the whole span is drawn."),
  .max_arguments = 1,
  .options = entries,
  .run = draw,
};
