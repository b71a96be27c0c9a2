/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "mig-corpus-reader.h"
#include "mig-details.h"

/* What it costs to open a page, from the selection to the end of the frame that shows it, in the band of details alone:
 * each of the heaviest pages of the bundled corpus several times over, with others in between. */

#define ROUNDS 8

static const char *const pages[] = {
  "M14", "S14-10", "E-summit-2016", "O-iom", "D-src-14-report", "T-10.7", "P-haque", "SP14-10-13", "series", "S14-05",
};

typedef struct
{
  gint64 began;
  double build;
  double frame;
  gboolean painted;
} Opening;

static int
compare (const void *a, const void *b)
{
  const double *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

static double
milliseconds_since (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / 1000;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Opening       *opening)
{
  opening->frame = milliseconds_since (opening->began);
  opening->painted = TRUE;
}

static void
settle (guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* Until the page stands on the screen as it will stay. */
static Opening
open_page (MigNavigator *navigator, GtkWidget *details, MigRef ref)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (details);
  Opening opening = { .began = g_get_monotonic_time () };
  gulong handler;

  mig_navigator_select (navigator, ref);
  opening.build = milliseconds_since (opening.began);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &opening);
  while (!opening.painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  return opening;
}

static void
report (const char *name, double *times, guint n)
{
  qsort (times, n, sizeof (double), compare);
  g_print ("%s-median: %.1f ms\n%s-max: %.1f ms\n", name, times[n / 2], name, times[n - 1]);
}

int
main (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (MigCorpus) corpus = mig_corpus_reader_read (reader, file, NULL, NULL, NULL);
  g_autoptr (MigNavigator) navigator = mig_navigator_new ();
  double builds[ROUNDS * G_N_ELEMENTS (pages)], frames[ROUNDS * G_N_ELEMENTS (pages)];
  GtkWidget *window, *details;
  guint n = 0;

  if (!gtk_init_check ())
    return 77;
  mig_navigator_set_corpus (navigator, corpus);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 450);
  details = mig_details_new (navigator);
  gtk_window_set_child (GTK_WINDOW (window), details);
  gtk_window_present (GTK_WINDOW (window));
  settle (500);

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++, n++)
      {
        const Opening opening = open_page (navigator, details, mig_corpus_lookup (corpus, pages[i]));

        builds[n] = opening.build;
        frames[n] = opening.frame;
        if (g_getenv ("BENCH_VERBOSE") != NULL && round == ROUNDS - 1)
          g_print ("%s: %.1f ms to build, %.1f ms to the end of its frame\n", pages[i], opening.build, opening.frame);
        settle (60);
      }

  report ("page-build", builds, n);
  report ("page-open", frames, n);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
