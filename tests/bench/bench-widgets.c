/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mig-corpus-reader.h"
#include "mig-timeline.h"
#include "synthetic-corpus.h"

/* How many widgets the timeline keeps, on 100,000 meetings, while it pans and zooms from the whole span to three days:
 * one for each thing in sight, whatever the corpus holds. */

#define N_MEETINGS 100000
#define FRAMES 240

static guint
count_items (GtkWidget *timeline)
{
  guint n = 0;

  for (GtkWidget *lane = gtk_widget_get_first_child (timeline); lane != NULL; lane = gtk_widget_get_next_sibling (lane))
    {
      for (GtkWidget *item = gtk_widget_get_first_child (lane); item != NULL; item = gtk_widget_get_next_sibling (item))
        n++;
    }
  return n;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 counter = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (window);
  while (gdk_frame_clock_get_frame_counter (clock) == counter)
    g_main_context_iteration (NULL, TRUE);
}

int
main (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (MigNavigator) navigator = mig_navigator_new ();
  g_autoptr (MigViewport) viewport = mig_viewport_new ();
  GtkWidget *timeline, *window;
  gint first, last;
  guint n, most = 0;

  if (!gtk_init_check ())
    {
      g_print ("widgets: no display, not measured\n");
      return 77;
    }
  bytes = synthetic_corpus_new (N_MEETINGS, SYNTHETIC_SEED);
  corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);
  mig_corpus_get_extent (corpus, &first, &last);
  mig_viewport_set_limits (viewport, first - 9000, last + 9000);
  mig_viewport_set_home (viewport, first - 200, last + 200);
  mig_viewport_fit (viewport);
  mig_navigator_set_corpus (navigator, corpus);
  timeline = mig_timeline_new (navigator, viewport);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 360);
  gtk_window_set_child (GTK_WINDOW (window), timeline);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (timeline) || gtk_widget_get_frame_clock (window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < FRAMES; i++)
    {
      double way = 1 - fabs (2.0 * i / FRAMES - 1), whole = last - first, span = whole * pow (3 / whole, way);
      double middle = first + whole * (.5 + .3 * way);

      mig_viewport_set_span (viewport, middle - span / 2, middle + span / 2);
      wait_for_frame (window);
      n = count_items (timeline);
      most = MAX (most, n);
    }
  g_print ("timeline-widgets-100000-most: %u widgets\n", most);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
