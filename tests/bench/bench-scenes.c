/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <stdlib.h>

#include "mig-briefing-default.h"
#include "mig-corpus-reader.h"
#include "mig-presentation.h"

/* What one frame costs on the room's screen on the way from scene to scene, layout and snapshot, at 1920 × 1080 and
 * sixty frames a second: on the bundled corpus, and on one of a hundred thousand meetings. */

#define FRAME (G_USEC_PER_SEC / 60)
#define MAX_FRAMES 4000
#define N_MEETINGS 100000
#define N_SCENES 20

static int
compare (const void *a, const void *b)
{
  const double *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

static double
time_frame (MigRoomPainter *painter, MigPresentation *presentation)
{
  MigRoomView view = { .width = MIG_ROOM_WIDTH, .height = MIG_ROOM_HEIGHT };
  gint64 began = g_get_monotonic_time ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  double milliseconds;

  mig_presentation_init_view (presentation, &view);
  mig_room_painter_paint (painter, snapshot, &view);
  node = gtk_snapshot_free_to_node (snapshot);
  milliseconds = (double) (g_get_monotonic_time () - began) / 1000;
  gsk_render_node_unref (node);
  return milliseconds;
}

/* As the room does while it looks at a scene. */
static void
prepare (MigRoomPainter *painter, MigPresentation *presentation)
{
  MigRoomView view = { .width = MIG_ROOM_WIDTH, .height = MIG_ROOM_HEIGHT };
  guint position;

  if (!mig_presentation_find_step (presentation, 1, &position))
    return;
  view.corpus = mig_presentation_get_corpus (presentation);
  view.selected = mig_scene_resolve (mig_briefing_get (mig_presentation_get_briefing (presentation), position),
                                     view.corpus);
  mig_room_painter_prepare (painter, &view);
}

static void
measure (const char *name, MigCorpus *corpus)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (MigRoomPainter) painter = mig_room_painter_new (context, MIG_PALETTE_ROOM);
  gint64 began = g_get_monotonic_time ();
  g_autoptr (MigBriefing) briefing = mig_briefing_new_from_corpus (corpus);
  g_autoptr (MigPresentation) presentation = mig_presentation_new (corpus, briefing, 0);
  g_autofree double *times = g_new (double, MAX_FRAMES);
  gint64 now = G_USEC_PER_SEC;
  guint n = 0;

  g_print ("suggested-briefing-%s: %.1f ms\n", name, (double) (g_get_monotonic_time () - began) / 1000);
  time_frame (painter, presentation);
  for (guint scene = 1; scene < MIN (mig_briefing_get_n (briefing), N_SCENES); scene++)
    {
      prepare (painter, presentation);
      mig_presentation_next (presentation);
      while (mig_presentation_advance (presentation, now) && n < MAX_FRAMES)
        {
          times[n++] = time_frame (painter, presentation);
          now += FRAME;
        }
      now += G_USEC_PER_SEC;
    }
  qsort (times, n, sizeof (double), compare);
  g_print ("scene-frame-%s-median: %.3f ms\n", name, times[n / 2]);
  g_print ("scene-frame-%s-p99: %.3f ms\n", name, times[n * 99 / 100]);
  g_object_unref (context);
}

/* A meeting every two hours, each with one session in which one event is raised. */
static MigCorpus *
make_large (void)
{
  g_autoptr (GString) text = g_string_new ("{\"events\": [{\"id\": \"E\", \"name\": \"Summit\","
                                           " \"start_date\": \"2010-05-05\"}");
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GString) speeches = g_string_new ("], \"speeches\": [");
  g_autoptr (GString) mentions = g_string_new ("], \"mentions\": [");
  g_autoptr (GBytes) bytes = NULL;
  gint first = mig_day_from_civil (1990, 1, 1);

  for (guint i = 0; i < N_MEETINGS; i++)
    {
      gint year, month, day;

      mig_day_to_civil (first + (gint) i / 12, &year, &month, &day);
      g_string_append_printf (text, ",{\"id\": \"M%u\", \"name\": \"Meeting %u\", \"classification\": \"meeting\","
                              " \"start_date\": \"%04d-%02d-%02d\"},{\"id\": \"S%u\", \"name\": \"Session %u\","
                              " \"parent_id\": \"M%u\"}", i, i, year, month, day, i, i, i);
      g_string_append_printf (speeches,
                              "%s{\"id\": \"P%u\", \"event_id\": \"S%u\", \"attribution_text\": \"Voice %u\"}",
                              i > 0 ? "," : "", i, i, i);
      if (i % 1000 == 0)
        g_string_append_printf (mentions, "%s{\"from_id\": \"P%u\", \"to_id\": \"E\"}", i > 0 ? "," : "", i);
    }
  g_string_append (text, speeches->str);
  g_string_append (text, mentions->str);
  g_string_append (text, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  return mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);
}

int
main (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (MigCorpus) bundled = mig_corpus_reader_read (reader, file, NULL, NULL, NULL);
  g_autoptr (MigCorpus) large = make_large ();

  gtk_init_check ();
  measure ("bundled", bundled);
  measure ("large", large);
  return 0;
}
