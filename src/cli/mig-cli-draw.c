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
#define MAX_WIDTH 30000

typedef struct
{
  char *output;
  char *from;
  char *to;
  char *select;
  char *colours;
  int width;
  int height;
} DrawOptions;

static void
draw_options_clear (DrawOptions *options)
{
  g_free (options->output);
  g_free (options->from);
  g_free (options->to);
  g_free (options->select);
  g_free (options->colours);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DrawOptions, draw_options_clear)

static gboolean
parse (DrawOptions *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("Write to FILE, whose ending says the format"),
      N_("FILE.svg|.png|.pdf") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, N_("Begin at DATE"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options->to, N_("End with DATE"), N_("DATE") },
    { "select", 0, 0, G_OPTION_ARG_STRING, &options->select, N_("Select the record with this id, and draw its arcs"),
      N_("ID") },
    { "colours", 0, 0, G_OPTION_ARG_STRING, &options->colours, N_("light (the default), dark, hc, hc-dark or room"),
      N_("NAME") },
    { "width", 'w', 0, G_OPTION_ARG_INT, &options->width, N_("Width in pixels (1280 unless told)"), N_("PX") },
    { "height", 0, 0, G_OPTION_ARG_INT, &options->height, N_("Height in pixels (what is needed unless told)"),
      N_("PX") },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (_("[CORPUS]"));

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("Draws the timeline into a file."));
  /* Translators: keep the dates as they are */
  g_option_context_set_description (context, _("DATE is a year, month or day: 2016, 2016-02 or 2016-02-26."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return mig_cli_parse (context, argc, argv);
}

static gboolean
choose_palette (const char *name, MigPalette *palette)
{
  *palette = MIG_PALETTE_LIGHT;
  if (name == NULL || mig_palette_from_name (name, palette))
    return TRUE;
  mig_cli_error (_("“%s” is none of light, dark, hc, hc-dark and room."), name);
  return FALSE;
}

static gboolean
parse_date (const char *option, const char *text, MigDate *date)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || mig_date_parse_iso (text, date, &error))
    return TRUE;
  /* Translators: %1$s is an option such as --from, %2$s says what is wrong with its date */
  mig_cli_error (_("%1$s: %2$s"), option, g_strdelimit (error->message, "\n", ' '));
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
  *view = (MigTimelineView){
    .corpus = corpus,
    .width = options->width,
    .mirrored = mig_direction_get () == GTK_TEXT_DIR_RTL,
  };
  if (options->width < 100 || options->width > MAX_WIDTH || options->height < 0 || options->height > MAX_WIDTH)
    {
      mig_cli_error (_("Width and height go from 100 to %d pixels."), MAX_WIDTH);
      return FALSE;
    }
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
  view->height = options->height > 0 ? options->height : mig_timeline_export_get_height (view);
  return TRUE;
}

/**
 * mig_cli_draw:
 *
 * Returns: %MIG_CLI_OK, %MIG_CLI_PROBLEMS when the corpus cannot be read or the file not written, %MIG_CLI_USAGE when
 * the
 *   options make no sense
 */
int
mig_cli_draw (int argc, char **argv)
{
  g_auto (DrawOptions) options = { .width = DEFAULT_WIDTH };
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  MigExportFormat format;
  MigTimelineView view;
  MigPalette palette;

  if (!parse (&options, &argc, &argv) || !choose_palette (options.colours, &palette))
    return MIG_CLI_USAGE;
  if (options.output == NULL || !mig_export_format_from_name (options.output, &format))
    {
      mig_cli_error (_("Say where to draw: --output FILE.svg, FILE.png or FILE.pdf."));
      return MIG_CLI_USAGE;
    }
  corpus = mig_cli_read_translated (argc > 1 ? argv[1] : NULL);
  if (corpus == NULL)
    return MIG_CLI_PROBLEMS;
  if (!choose_view (corpus, &options, &view))
    return MIG_CLI_USAGE;

  file = g_file_new_for_commandline_arg (options.output);
  if (!mig_timeline_export (&view, palette, file, format, mig_corpus_get_title (corpus), NULL, &error))
    {
      mig_cli_error ("%s", error->message);
      return MIG_CLI_PROBLEMS;
    }
  return MIG_CLI_OK;
}
