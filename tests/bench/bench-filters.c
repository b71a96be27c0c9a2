/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "mig-corpus-reader.h"
#include "mig-navigator.h"
#include "mig-timeline-painter.h"
#include "synthetic-corpus.h"

/*
 * How long it takes until a filter shows in a corpus of a hundred thousand meetings; how much the main loop has to do
 * between two turns meanwhile, up to the first frame of the timeline with it, in time of the processor, so that other
 * programs do not count; and what a frame of a filtered timeline takes.
 */

#define N_MEETINGS 100000
#define FRAMES 200
#define WIDTH 1280
#define HEIGHT 312

typedef struct
{
  MigNavigator *navigator;
  MigTimelinePainter *painter;
  gint64 last; /* what was worked when the main loop last came by */
  gint64 longest;
} Run;

/* What this thread has worked so far, in microseconds. */
static gint64
get_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
beat_cb (gpointer user_data)
{
  Run *run = user_data;
  const gint64 now = get_worked ();

  run->longest = MAX (run->longest, now - run->last);
  run->last = now;
  return G_SOURCE_CONTINUE;
}

static double
draw (Run *run, double start, double end)
{
  const MigTimelineView view = {
    .corpus = mig_navigator_get_corpus (run->navigator), .subset = mig_navigator_get_subset (run->navigator),
    .start = start, .end = end, .width = WIDTH, .height = HEIGHT, .links_later = TRUE,
  };
  gint64 began = g_get_monotonic_time ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  mig_timeline_painter_layout (run->painter, &view);
  mig_timeline_painter_paint (run->painter, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_unref (node);
  return (double) (g_get_monotonic_time () - began) / 1000;
}

static void
draw_cb (Run *run)
{
  gint first, last;

  mig_corpus_get_extent (mig_navigator_get_corpus (run->navigator), &first, &last);
  draw (run, first, last);
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const double p = *(const double *) a, q = *(const double *) b;

  return (p > q) - (p < q);
}

static void
measure_frames (Run *run, const char *label)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  gint first, last;

  mig_corpus_get_extent (mig_navigator_get_corpus (run->navigator), &first, &last);
  for (guint i = 0; i < FRAMES; i++)
    {
      double span = (last - first) / (1 + i * .3), start = first + (last - first) * .3;
      double frame = draw (run, start, start + span);

      g_array_append_val (frames, frame);
    }
  g_array_sort (frames, compare);
  g_print ("filter-%s-frame-median: %.3f ms\n", label, g_array_index (frames, double, FRAMES / 2));
  g_print ("filter-%s-frame-p99: %.3f ms\n", label, g_array_index (frames, double, FRAMES * 99 / 100));
}

static void
measure (Run *run, const char *label, const MigFilter *filter)
{
  gint64 began = g_get_monotonic_time (), set;

  run->last = get_worked ();
  run->longest = 0;
  mig_navigator_set_filter (run->navigator, filter);
  set = g_get_monotonic_time ();
  while (!mig_filter_equal (mig_subset_get_filter (mig_navigator_get_subset (run->navigator)), filter))
    g_main_context_iteration (NULL, FALSE);
  g_main_context_iteration (NULL, FALSE);
  g_print ("filter-%s-set: %.3f ms\n", label, (double) (set - began) / 1000);
  g_print ("filter-%s-until-shown: %.1f ms\n", label, (double) (g_get_monotonic_time () - began) / 1000);
  g_print ("filter-%s-longest-stall: %.2f ms\n", label, (double) run->longest / 1000);
  measure_frames (run, label);
}

int
main (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = synthetic_corpus_new (N_MEETINGS, 7);
  g_autoptr (MigCorpus) corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);
  PangoContext *context;
  g_autoptr (MigNavigator) navigator = mig_navigator_new ();
  Run run = { .navigator = navigator };
  MigFilter filter;
  gint first, last;

  gtk_init_check ();
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  run.painter = mig_timeline_painter_new (context, MIG_PALETTE_LIGHT);
  g_object_unref (context);
  mig_navigator_set_corpus (navigator, corpus);
  draw_cb (&run);
  g_signal_connect_swapped (navigator, "notify::subset", G_CALLBACK (draw_cb), &run);
  g_idle_add (beat_cb, &run);

  mig_corpus_get_extent (corpus, &first, &last);
  mig_filter_init (&filter);
  filter.first_day = first + (last - first) / 4;
  measure (&run, "span", &filter);
  filter.groups = 1u << MIG_SEARCH_GROUP_EVENTS | 1u << MIG_SEARCH_GROUP_SESSIONS;
  measure (&run, "kinds", &filter);
  mig_filter_init (&filter);
  for (guint i = 0; i < 3; i++)
    mig_filter_add (&filter, mig_ref (MIG_KIND_ORGANIZATION, i));
  filter.direction = MIG_FILTER_AHEAD;
  measure (&run, "things", &filter);

  g_signal_handlers_disconnect_by_func (navigator, draw_cb, &run);
  mig_timeline_painter_free (run.painter);
  return 0;
}
