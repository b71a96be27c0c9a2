/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-handout.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bundled-fixture.h"
#include "mig-briefing-default.h"
#include "mig-card.h"
#include "mig-direction.h"

/* The handout as pictures, and the words that the room reads. Neither needs a display. Others' tools read the PDF in
 * tests/data/test_handout.py. */

static MigCorpus *corpus;

static MigBriefing *
create_briefing (const char *const *targets)
{
  g_autoptr (GPtrArray) scenes = g_ptr_array_new_with_free_func (g_object_unref);
  MigBriefing *briefing = mig_briefing_new ("The road");

  for (guint i = 0; targets[i] != NULL; i++)
    {
      MigSceneFields fields = { .name = targets[i], .selected = targets[i] };

      g_ptr_array_add (scenes, mig_scene_new (&fields));
    }
  mig_briefing_begin (briefing, scenes, 0);
  return briefing;
}

static void
test_nothing_to_print (void)
{
  g_autoptr (MigBriefing) briefing = create_briefing ((const char *const[]){ "nowhere", NULL });
  const MigHandoutOptions options = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (mig_handout_to_pdf (briefing, corpus, &options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_pictures (void)
{
  g_autoptr (MigBriefing) briefing =
    create_briefing ((const char *const[]){ "S14-08", "nowhere", "M14", NULL });
  g_autofree char *folder = g_dir_make_tmp ("test-handout-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  const char *const names[] = { "01 S14-08.svg", "03 M14.svg", "01 S14-08.png", "03 M14.png" };
  const MigHandoutOptions options = { .palette = MIG_PALETTE_ROOM };
  g_autoptr (GError) error = NULL;

  g_assert_true (mig_handout_write (briefing, corpus, &options, MIG_HANDOUT_SVG, file, NULL, &error));
  g_assert_true (mig_handout_write (briefing, corpus, &options, MIG_HANDOUT_PNG, file, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_unlink (path);
    }
  /* That is all there is. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Every kind of record has a card that says at least what it is called; most say more. */
static void
test_cards (void)
{
  const struct
  {
    const char *id;
    const char *numeral;
    const char *figure;
    const char *says;
  } cases[] = {
    { "S14-08", "VIII", "206", "Mehmet\u00a0Samsar,\u00a0Turkey" },
    { "S14-02", "II", "207", "Karen\u00a0AbuZayd, Special Adviser on the Summit" },
    { "M14", "14", "206", "more than 170 participants" },
    { "series", NULL, "17", "14 sessions" },
    { "P-riera", NULL, "1", "José Riera" },
    { "D-src-14-report", NULL, NULL, "ESA/P/WP/245" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MigCard) card = mig_card_new (corpus, mig_corpus_lookup (corpus, cases[i].id));
      g_autofree char *text = mig_card_to_text (card);

      if (cases[i].numeral != NULL)
        g_assert_cmpstr (card->numeral, ==, cases[i].numeral);
      if (cases[i].figure != NULL)
        g_assert_cmpstr (card->figure, ==, cases[i].figure);
      if (strstr (text, cases[i].says) == NULL)
        g_error ("the card of %s does not say “%s” but:\n%s", cases[i].id, cases[i].says, text);
    }
  for (MigKind kind = MIG_KIND_NONE; kind < MIG_N_KINDS; kind++)
    {
      g_autoptr (MigCard) card = mig_card_new (corpus, kind != MIG_KIND_NONE ? mig_ref (kind, 0) : MIG_REF_NONE);

      g_assert_nonnull (card->title);
    }
}

/* The symbol of a document stands at the top, and does not take the place of its title. */
static void
test_symbol_is_no_title (void)
{
  g_autoptr (MigCard) card = mig_card_new (corpus, mig_corpus_lookup (corpus, "D-71-280"));
  g_autoptr (MigCard) other = mig_card_new (corpus, mig_corpus_lookup (corpus, "S14-07"));

  g_assert_true (g_str_has_prefix (card->context->text->str, "A/RES/71/280"));
  g_assert_cmpstr (card->short_title, ==, "");
  g_assert_cmpstr (other->short_title, ==, "Roadmap: keynote");
}

/* Where the first line of a paragraph stands in its column. */
static const char *
find_side (const char *text, gboolean mirrored, gboolean at_end)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  PangoRectangle line;
  int width = 600 * PANGO_SCALE;

  pango_context_set_base_dir (context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_set_width (layout, width);
  pango_layout_set_text (layout, text, -1);
  mig_direction_align (layout, mirrored, at_end);
  pango_layout_get_extents (layout, NULL, &line);
  g_object_unref (layout);
  g_object_unref (context);
  return line.x == 0 ? "left" : line.x + line.width >= width - PANGO_SCALE ? "right" : "between";
}

/* All that a card says stands on one side, whichever way its own text runs. */
static void
test_sides (void)
{
  const char *const texts[] = { "Preparing the summit", "الاجتماع الرابع عشر", "2016", "(a)", "14. الاجتماع" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_cmpstr (find_side (texts[i], FALSE, FALSE), ==, "left");
      g_assert_cmpstr (find_side (texts[i], FALSE, TRUE), ==, "right");
      g_assert_cmpstr (find_side (texts[i], TRUE, FALSE), ==, "right");
      g_assert_cmpstr (find_side (texts[i], TRUE, TRUE), ==, "left");
    }
}

/* Where a record was drawn last, from the left; −1 where it was not. */
static double
find_x (MigRoomPainter *painter, MigRef ref)
{
  for (double y = 0; y < MIG_ROOM_HEIGHT; y += 12)
    {
      for (double x = 0; x < MIG_ROOM_WIDTH; x += 12)
        {
          if (mig_room_painter_pick (painter, x, y) == ref)
            return x;
        }
    }
  return -1;
}

/* Which way time runs is a matter of the language, unless the reader has it run rightwards. */
static void
test_time (void)
{
  const struct
  {
    gboolean mirrored;
    gboolean keeps_time;
    gboolean rightwards;
  } cases[] = {
    { FALSE, FALSE, TRUE },
    { FALSE, TRUE, TRUE },
    { TRUE, FALSE, FALSE },
    { TRUE, TRUE, TRUE },
  };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (MigRoomPainter) painter = NULL;
  MigRef early = mig_corpus_lookup (corpus, "M02"), late = mig_corpus_lookup (corpus, "M13");

  gtk_init_check ();
  painter = mig_room_painter_new (context, MIG_PALETTE_ROOM);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MigRoomView view = {
        .corpus = corpus,
        .start = mig_day_from_civil (2002, 1, 1),
        .end = mig_day_from_civil (2017, 1, 1),
        .width = MIG_ROOM_WIDTH,
        .height = MIG_ROOM_HEIGHT,
        .mirrored = cases[i].mirrored,
        .keeps_time = cases[i].keeps_time,
      };
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;
      double early_x, late_x;

      mig_room_painter_paint (painter, snapshot, &view);
      node = gtk_snapshot_free_to_node (snapshot);
      gsk_render_node_unref (node);
      early_x = find_x (painter, early);
      late_x = find_x (painter, late);
      g_assert_cmpfloat (early_x, >=, 0);
      g_assert_cmpfloat (late_x, >=, 0);
      g_assert_cmpint (early_x < late_x, ==, cases[i].rightwards);
    }
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  corpus = read_bundled ();

  g_test_add_func ("/handout/nothing-to-print", test_nothing_to_print);
  g_test_add_func ("/handout/pictures", test_pictures);
  g_test_add_func ("/handout/cards", test_cards);
  g_test_add_func ("/handout/symbol-is-no-title", test_symbol_is_no_title);
  g_test_add_func ("/handout/sides", test_sides);
  g_test_add_func ("/handout/time", test_time);

  status = g_test_run ();
  g_object_unref (corpus);
  return status;
}
