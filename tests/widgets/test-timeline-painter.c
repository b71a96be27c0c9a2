/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mig-corpus-reader.h"
#include "mig-text-cache.h"
#include "mig-timeline-painter.h"

/* The painter by itself: it needs fonts, but no widget. */

typedef struct
{
  MigCorpus *corpus;
  PangoContext *context;
  MigTimelinePainter *painter;
} Fixture;

static void
set_font (Fixture *fixture, const char *font)
{
  PangoFontDescription *description = pango_font_description_from_string (font);

  g_clear_pointer (&fixture->painter, mig_timeline_painter_free);
  pango_context_set_font_description (fixture->context, description);
  pango_font_description_free (description);
  fixture->painter = mig_timeline_painter_new (fixture->context, MIG_PALETTE_LIGHT);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (GError) error = NULL;

  fixture->corpus = mig_corpus_reader_read (reader, file, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  set_font (fixture, "Sans 11");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mig_timeline_painter_free (fixture->painter);
  g_object_unref (fixture->context);
  g_assert_finalize_object (fixture->corpus);
}

static MigTimelineView
make_view (Fixture *fixture, double start, double span, double height)
{
  return (MigTimelineView){
    .corpus = fixture->corpus, .start = start, .end = start + span, .width = 1280, .height = height,
    .selected = mig_corpus_lookup (fixture->corpus, "S14-08"),
  };
}

/* However large the text, and low the picture down to the least that the timeline asks for, no lane is cut. */
static void
test_gives_way (Fixture *fixture, gconstpointer data)
{
  static const double spans[] = { 5, 60, 200, 2000, 8000, 40000 };

  set_font (fixture, "Sans 22");
  for (double height = 420; height < 900; height += 20)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          MigTimelineView view = make_view (fixture, mig_day_from_civil (2016, 2, 24), spans[i], height);
          const MigLayout *layout = mig_timeline_painter_layout (fixture->painter, &view);
          double room = height - mig_timeline_painter_get_ruler_height (fixture->painter);

          g_assert_cmpfloat ((double) layout->height, <=, room + 2);
          for (guint b = 0; b < layout->boxes->len; b++)
            {
              const MigBox *box = &g_array_index (layout->boxes, MigBox, b);

              g_assert_cmpfloat ((double) (box->y + box->height / 2), <=, room + 4);
            }
        }
    }
}

/* While sessions get their titles the lane grows from the one height to the other, and nothing else changes. */
static void
test_settles (Fixture *fixture, gconstpointer data)
{
  MigTimelineView view = make_view (fixture, mig_day_from_civil (2016, 1, 1), 120, 2000);
  double settled = mig_timeline_painter_get_height (fixture->painter, &view), before = settled;

  g_assert_true (mig_timeline_painter_has_titles (fixture->painter, &view));
  for (view.settling = .25; view.settling <= 1; view.settling += .25)
    {
      double height = mig_timeline_painter_get_height (fixture->painter, &view);

      g_assert_cmpfloat (height, <, before);
      before = height;
    }
  g_assert_cmpfloat_with_epsilon (settled - before, 50 * 11 * 96 / 72.0 / MIG_DESIGN_EM, 2);
}

/* A text is shaped once: it is the same layout when it is asked for again, however many others came between. */
static void
test_shapes_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigTextCache) texts = mig_text_cache_new (fixture->context);
  PangoLayout *layout = mig_text_cache_get (texts, "Kept", MIG_TEXT_LABEL)->layout;
  PangoLayout *paragraph = mig_text_cache_get_paragraph (texts, "Kept in two lines", MIG_TEXT_LABEL, 80, 2);

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *other = g_strdup_printf ("%u", i);

      mig_text_cache_get (texts, other, MIG_TEXT_LABEL);
      g_assert_true (mig_text_cache_get (texts, "Kept", MIG_TEXT_LABEL)->layout == layout);
    }
  g_assert_true (mig_text_cache_get_paragraph (texts, "Kept in two lines", MIG_TEXT_LABEL, 80, 2) == paragraph);
  g_assert_true (mig_text_cache_get_paragraph (texts, "Kept in two lines", MIG_TEXT_LABEL, 60, 2) != paragraph);
}

#define ADD(name, test) g_test_add ("/timeline-painter/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  ADD ("gives-way", test_gives_way);
  ADD ("settles", test_settles);
  ADD ("shapes-once", test_shapes_once);
  return g_test_run ();
}
