/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <math.h>
#include <stdlib.h>

#include "mig-corpus-reader.h"
#include "mig-timeline-painter.h"
#include "synthetic-corpus.h"

/*
 * What one frame of the timeline costs, layout and snapshot together, on the bundled corpus of 17 meetings and on
 * synthetic ones of 1,000 and 100,000: while panning at every scale, and while zooming from the whole span to three
 * days and out again, with nothing selected, with a session, and with the event that is mentioned most. Beside it,
 * placement alone at each change of zoom, and the hit test.
 *
 * As in the widget, what a much mentioned selection is joined to is worked out apart from the frames. The very first
 * frame, in which fonts are loaded, is told by itself.
 */

#define WIDTH 1280
#define HEIGHT 336
#define FRAMES 300
#define PICKS 2000

typedef struct
{
  const char *label;
  MigCorpus *corpus;
  MigSubset *subset;  /* all of it */
  MigTimelinePainter *painter;
  GArray *frames;     /* double, milliseconds */
  GArray *placements; /* double, milliseconds */
  double pick;        /* microseconds */
  double median;
} Run;

static int
compare (const void *a, const void *b)
{
  const double *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

static double
quantile (GArray *times, double part)
{
  qsort (times->data, times->len, sizeof (double), compare);
  return g_array_index (times, double, (guint) (part * (times->len - 1)));
}

static void
take_links (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MigLinks **links = user_data;

  *links = mig_links_collect_finish (MIG_SUBSET (source), result, NULL);
}

static void
fetch_links (Run *run, MigRef selected)
{
  MigLinks *links = NULL;

  mig_links_collect_async (run->subset, selected, NULL, take_links, &links);
  while (links == NULL)
    g_main_context_iteration (NULL, TRUE);
  mig_timeline_painter_take_links (run->painter, links);
}

static void
add_frame (Run *run, double middle, double span, MigRef selected)
{
  MigTimelineView view = {
    .corpus = run->corpus, .subset = run->subset, .start = middle - span / 2, .end = middle + span / 2,
    .width = WIDTH, .height = HEIGHT,
    .selected = selected, .links_later = TRUE,
  };
  gint64 began = g_get_monotonic_time (), placed, ended;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  double frame, placement;
  MigRef wanted;

  mig_timeline_painter_layout (run->painter, &view);
  placed = g_get_monotonic_time ();
  mig_timeline_painter_paint (run->painter, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  ended = g_get_monotonic_time ();
  gsk_render_node_unref (node);

  if (mig_timeline_painter_get_wanted (run->painter, &wanted))
    fetch_links (run, wanted);

  frame = (double) (ended - began) / 1000;
  placement = (double) (placed - began) / 1000;
  g_array_append_val (run->frames, frame);
  g_array_append_val (run->placements, placement);
}

static double
time_picks (Run *run)
{
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < PICKS; i++)
    mig_timeline_painter_pick (run->painter, 100 + (i * 37) % (WIDTH - 100), (i * 13) % HEIGHT, 24);
  return (double) (g_get_monotonic_time () - began) / PICKS;
}

static MigRef
most_mentioned (MigCorpus *corpus)
{
  MigRef best = MIG_REF_NONE;
  guint most = 0, n_dated;
  MigRefs events = mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, &n_dated);

  for (guint i = 0; i < n_dated; i++)
    {
      guint n = mig_corpus_get_related (corpus, events.refs[i], MIG_RELATION_MENTIONED_BY).n;

      if (n <= most)
        continue;
      most = n;
      best = events.refs[i];
    }
  return best;
}

static MigRef
middle_session (MigCorpus *corpus)
{
  guint n;
  MigRefs sessions = mig_corpus_get_track (corpus, MIG_TRACK_SESSIONS, &n);

  return sessions.refs[sessions.n * 3 / 4];
}

static void
run_views (Run *run)
{
  const MigRef selections[] = { MIG_REF_NONE, middle_session (run->corpus), most_mentioned (run->corpus) };
  gint first, last;

  mig_corpus_get_extent (run->corpus, &first, &last);
  for (guint s = 0; s < G_N_ELEMENTS (selections); s++)
    {
      double whole = (last - first) * 1.05, middle = (first + last) / 2.0;

      for (guint i = 0; i < FRAMES; i++)
        {
          double way = 1 - fabs (2.0 * i / FRAMES - 1), span = whole * pow (3 / whole, way);

          add_frame (run, middle + whole * .2 * way, span, selections[s]);
        }
      for (double span = 12; span < whole; span *= 5)
        {
          for (guint i = 0; i < FRAMES; i++)
            add_frame (run, middle + whole * .2 + span * (i * .01 - 1), span, selections[s]);
          run->pick = MAX (run->pick, time_picks (run));
        }
    }
}

static void
measure (Run *run, GBytes *bytes)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  run->corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);
  run->subset = mig_subset_new (run->corpus, NULL);
  run->painter = mig_timeline_painter_new (context, MIG_PALETTE_LIGHT);
  run->frames = g_array_new (FALSE, FALSE, sizeof (double));
  run->placements = g_array_new (FALSE, FALSE, sizeof (double));
  g_object_unref (context);
  run_views (run);
  g_print ("frame-%s-first: %.3f ms\n", run->label, g_array_index (run->frames, double, 0));
  g_array_remove_index (run->frames, 0);
  run->median = quantile (run->frames, .5);
  g_print ("frame-%s-median: %.3f ms\n", run->label, run->median);
  g_print ("frame-%s-p99: %.3f ms\n", run->label, quantile (run->frames, .99));
  g_print ("frame-%s-most: %.3f ms\n", run->label, quantile (run->frames, 1));
  g_print ("placement-%s-median: %.3f ms\n", run->label, quantile (run->placements, .5));
  g_print ("placement-%s-p99: %.3f ms\n", run->label, quantile (run->placements, .99));
  g_print ("hit-test-%s: %.2f us\n", run->label, run->pick);

  mig_timeline_painter_free (run->painter);
  g_object_unref (run->subset);
  g_object_unref (run->corpus);
  g_array_unref (run->frames);
  g_array_unref (run->placements);
}

int
main (void)
{
  static Run runs[] = { { .label = "17" }, { .label = "1000" }, { .label = "100000" } };
  const guint sizes[] = { 0, 1000, 100000 };
  guint n = g_getenv ("MIG_BENCH_SMALL") != NULL ? 2 : 3;

  gtk_init_check ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
      g_autoptr (GBytes) bytes = sizes[i] == 0 ? g_file_load_bytes (file, NULL, NULL, NULL)
                                               : synthetic_corpus_new (sizes[i], SYNTHETIC_SEED);

      measure (&runs[i], bytes);
    }
  if (n == 3)
    g_print ("frame-growth-1000-to-100000: %.2f x\n", runs[2].median / runs[1].median);
  return 0;
}
