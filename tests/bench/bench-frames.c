/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <stdlib.h>

#include "mig-corpus-reader.h"
#include "mig-timeline-painter.h"

/* What one frame of the timeline costs, layout and snapshot, on the bundled corpus while panning and zooming. */

#define FRAMES 600

static int
compare (const void *a, const void *b)
{
  const double *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

static double
time_frame (MigTimelinePainter *painter, const MigTimelineView *view)
{
  gint64 began = g_get_monotonic_time ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  double milliseconds;

  mig_timeline_painter_layout (painter, view);
  mig_timeline_painter_paint (painter, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  milliseconds = (double) (g_get_monotonic_time () - began) / 1000;
  gsk_render_node_unref (node);
  return milliseconds;
}

int
main (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (MigCorpus) corpus = mig_corpus_reader_read (reader, file, NULL, NULL, NULL);
  PangoContext *context;
  g_autoptr (MigTimelinePainter) painter = NULL;
  double times[FRAMES];

  gtk_init_check ();
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  painter = mig_timeline_painter_new (context, MIG_PALETTE_LIGHT);
  g_object_unref (context);
  for (int i = 0; i < FRAMES; i++)
    {
      double span = 365.0 * (1 + 5.0 * (i % 200) / 200);
      double start = mig_day_from_civil (2012, 1, 1) + 3 * i;
      MigTimelineView view = {
        .corpus = corpus, .start = start, .end = start + span, .width = 1280, .height = 312,
        .selected = mig_corpus_lookup (corpus, "S14-08"),
      };

      times[i] = time_frame (painter, &view);
    }
  qsort (times, FRAMES, sizeof (double), compare);
  g_print ("frame-bundled-median: %.3f ms\n", times[FRAMES / 2]);
  g_print ("frame-bundled-p99: %.3f ms\n", times[FRAMES * 99 / 100]);
  return 0;
}
