/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <time.h>

#include "mig-corpus-reader.h"
#include "mig-details.h"
#include "synthetic-corpus.h"

/* What it costs to open a page, in the band of details alone: from the selection to the end of the frame that shows it,
 * how much of that the processor was at it; and the longest that the window then does not answer while the rest of the
 * page comes, a frame or what is done between two, in the time of the processor. Each of the heaviest pages of the
 * bundled corpus and of 100,000 meetings, several times over, with others in between. */

#define N_MEETINGS 100000
#define ROUNDS 8
#define MAX_PAGES 16
#define SETTLE 250 /* milliseconds */

typedef struct
{
  MigRef refs[MAX_PAGES];
  const char *names[MAX_PAGES];
  guint n;
} Pages;

typedef struct
{
  gint64 began;
  clock_t work_began;
  double build;
  double frame;
  double work; /* of the processor, until then */
  double longest; /* of what follows */
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

static double
work_since (clock_t began)
{
  return (double) (clock () - began) * 1000 / CLOCKS_PER_SEC;
}

static void
after_paint_cb (GdkFrameClock *frame_clock,
                Opening       *opening)
{
  if (!opening->painted)
    {
      opening->frame = milliseconds_since (opening->began);
      opening->work = work_since (opening->work_began);
    }
  opening->painted = TRUE;
}

static gboolean
time_is_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Returns the longest that it took to come back to the main loop. */
static double
settle (guint milliseconds)
{
  gboolean is_over = FALSE;
  double longest = 0;

  g_timeout_add (milliseconds, time_is_up_cb, &is_over);
  while (!is_over)
    {
      const clock_t began = clock ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, work_since (began));
    }

  return longest;
}

/* Until the page stands on the screen as it will stay. */
static Opening
open_page (MigNavigator *navigator, GtkWidget *details, MigRef ref)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (details);
  Opening opening = { .began = g_get_monotonic_time (), .work_began = clock () };
  gulong after;

  mig_navigator_select (navigator, ref);
  opening.build = milliseconds_since (opening.began);
  after = g_signal_connect (frame_clock, "after-paint", G_CALLBACK (after_paint_cb), &opening);
  while (!opening.painted)
    g_main_context_iteration (NULL, TRUE);
  opening.longest = settle (SETTLE);
  g_signal_handler_disconnect (frame_clock, after);
  return opening;
}

static void
report (const char *prefix, const char *name, double *times, guint n)
{
  qsort (times, n, sizeof (double), compare);
  g_print ("%s%s-median: %.1f ms\n%s%s-max: %.1f ms\n", prefix, name, times[n / 2], prefix, name, times[n - 1]);
}

static void
measure (MigCorpus *corpus, const Pages *pages, const char *prefix)
{
  g_autoptr (MigNavigator) navigator = mig_navigator_new ();
  double builds[ROUNDS * MAX_PAGES], frames[ROUNDS * MAX_PAGES], works[ROUNDS * MAX_PAGES];
  double rests[ROUNDS * MAX_PAGES], of_page[MAX_PAGES][ROUNDS], rest_of_page[MAX_PAGES][ROUNDS];
  GtkWidget *window, *details;
  guint n = 0;

  mig_navigator_set_corpus (navigator, corpus);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 450);
  details = mig_details_new (navigator);
  gtk_window_set_child (GTK_WINDOW (window), details);
  gtk_window_present (GTK_WINDOW (window));
  settle (1000);

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < pages->n; i++, n++)
      {
        const Opening opening = open_page (navigator, details, pages->refs[i]);

        builds[n] = opening.build;
        frames[n] = opening.frame;
        works[n] = of_page[i][round] = opening.work;
        rests[n] = rest_of_page[i][round] = opening.longest;
        if (g_getenv ("BENCH_VERBOSE") != NULL && round == ROUNDS - 1)
          {
            qsort (of_page[i], ROUNDS, sizeof (double), compare);
            qsort (rest_of_page[i], ROUNDS, sizeof (double), compare);
            g_print ("%s%s: %.1f ms of work, %.1f ms at best, %.1f ms to build; then %.1f ms, %.1f ms at best\n",
                     prefix, pages->names[i], of_page[i][ROUNDS / 2], of_page[i][0], opening.build,
                     rest_of_page[i][ROUNDS / 2], rest_of_page[i][0]);
          }
      }

  report (prefix, "page-build", builds, n);
  report (prefix, "page-open", frames, n);
  report (prefix, "page-open-work", works, n);
  report (prefix, "page-rest", rests, n);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_page (Pages *pages, MigCorpus *corpus, MigRef ref, const char *name)
{
  g_assert (pages->n < MAX_PAGES);
  pages->refs[pages->n] = ref;
  pages->names[pages->n++] = name != NULL ? name : mig_corpus_get_record (corpus, ref)->id;
}

/* The record of its kind that has most of something. */
static void
add_heaviest (Pages *pages, MigCorpus *corpus, MigKind kind, MigEventRole role, MigRelation relation)
{
  MigRef heaviest = MIG_REF_NONE;
  guint most = 0;

  for (guint i = 0; i < mig_corpus_get_n (corpus, kind); i++)
    {
      const MigRef ref = mig_ref (kind, i);
      const guint n = mig_corpus_get_related (corpus, ref, relation).n;

      if (n <= most || (kind == MIG_KIND_EVENT && mig_corpus_get_event (corpus, ref)->role != role))
        continue;
      heaviest = ref;
      most = n;
    }
  add_page (pages, corpus, heaviest, NULL);
}

static void
measure_bundled (void)
{
  static const char *const ids[] = {
    "M14", "S14-10", "E-summit-2016", "O-iom", "D-src-14-report", "T-10.7", "P-haque", "SP14-10-13", "series", "S14-05",
  };
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (MigCorpus) corpus = mig_corpus_reader_read (reader, file, NULL, NULL, NULL);
  Pages pages = { .n = 0 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    add_page (&pages, corpus, mig_corpus_lookup (corpus, ids[i]), NULL);
  measure (corpus, &pages, "");
}

static void
measure_synthetic (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = synthetic_corpus_new (N_MEETINGS, SYNTHETIC_SEED);
  g_autoptr (MigCorpus) corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);
  Pages pages = { .n = 0 };

  add_heaviest (&pages, corpus, MIG_KIND_EVENT, MIG_EVENT_ROLE_SERIES, MIG_RELATION_CHILDREN);
  add_heaviest (&pages, corpus, MIG_KIND_PERSON, 0, MIG_RELATION_SPEECHES);
  add_heaviest (&pages, corpus, MIG_KIND_EVENT, MIG_EVENT_ROLE_MEETING, MIG_RELATION_CHILDREN);
  add_heaviest (&pages, corpus, MIG_KIND_ORGANIZATION, 0, MIG_RELATION_SPEECHES);
  add_heaviest (&pages, corpus, MIG_KIND_EVENT, MIG_EVENT_ROLE_EVENT, MIG_RELATION_MENTIONED_BY);
  add_heaviest (&pages, corpus, MIG_KIND_EVENT, MIG_EVENT_ROLE_SESSION, MIG_RELATION_MENTIONS_MADE);
  add_heaviest (&pages, corpus, MIG_KIND_DOCUMENT, 0, MIG_RELATION_MENTIONED_BY);
  add_heaviest (&pages, corpus, MIG_KIND_SPEECH, 0, MIG_RELATION_MENTIONS_MADE);
  add_page (&pages, corpus, MIG_REF_NONE, "the corpus");
  measure (corpus, &pages, "100000-");
}

int
main (void)
{
  if (!gtk_init_check ())
    return 77;

  measure_bundled ();
  measure_synthetic ();
  return 0;
}
