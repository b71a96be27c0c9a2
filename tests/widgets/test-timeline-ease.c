/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "bundled-fixture.h"
#include "mig-timeline-ease.h"
#include "mig-timeline-painter.h"

/* Zooming is gradual: from frame to frame nothing jumps, whatever the layouts of the two have of it. */

#define FRAME 16667
#define WIDTH 1280
/* The farthest that anything goes in a frame, and beyond that the part of its way. */
#define STEP 12
#define PART .28

typedef struct
{
  MigCorpus *corpus;
  MigSubset *subset;
  PangoContext *context;
  MigTimelinePainter *painter;
  MigTimelineEase *ease;
  GHashTable *seen;   /* key -> MigBox of the frame before, as it was seen */
  GArray *crowds;     /* MigBox: the chips and columns of the frame before */
  MigTimelineView view;
  double span;        /* of the frame before; 0 in the first */
  gint64 now;
  guint n_jumps;      /* that the layouts have */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->corpus = read_bundled ();
  fixture->subset = mig_subset_new (fixture->corpus, NULL);
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  fixture->painter = mig_timeline_painter_new (fixture->context, MIG_PALETTE_LIGHT);
  fixture->ease = mig_timeline_ease_new ();
  fixture->crowds = g_array_new (FALSE, FALSE, sizeof (MigBox));
  fixture->now = G_USEC_PER_SEC;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->seen, g_hash_table_unref);
  g_array_unref (fixture->crowds);
  mig_timeline_ease_free (fixture->ease);
  mig_timeline_painter_free (fixture->painter);
  g_object_unref (fixture->context);
  g_object_unref (fixture->subset);
  g_object_unref (fixture->corpus);
}

static gpointer
get_key (const MigBox *box)
{
  return GUINT_TO_POINTER (box->ref ^ (guint) (box->mark == MIG_MARK_CHEVRON) << 27);
}

static gboolean
is_followed (const MigBox *box)
{
  return !mig_box_is_aggregate (box) && box->mark != MIG_MARK_SHELF;
}

/* Where in this view what was seen in the last one would be. */
static double
carry_x (Fixture *fixture, const MigLayout *layout, double x)
{
  double width = WIDTH - mig_timeline_painter_get_names_width (fixture->painter, WIDTH);
  double middle = (layout->start + layout->end) / 2, day = middle + (x / width - .5) * fixture->span;

  return (day - layout->start) * width / (layout->end - layout->start);
}

static void
assert_goes (const MigBox *box, const char *what, double from, double seen, double to)
{
  if (fabs (seen - from) > STEP + PART * fabs (to - from))
    g_error ("%u of lane %u jumps in %s from %g to %g on its way to %g", box->ref, box->lane, what, from, seen, to);
}

/* Whether a chip of the frame before stood about there. */
static gboolean
had_crowd (Fixture *fixture, const MigLayout *layout, const MigBox *box)
{
  for (guint i = 0; i < fixture->crowds->len; i++)
    {
      const MigBox *crowd = &g_array_index (fixture->crowds, MigBox, i);

      if (crowd->lane == box->lane && fabsf (crowd->y - box->y + layout->lanes[box->lane].y) < STEP &&
          fabs (carry_x (fixture, layout, (double) crowd->x) - (double) box->x) < STEP + (double) crowd->width / 2)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_after (const MigBox *box)
{
  return box->title_x > box->x;
}

static void
assert_gradual (Fixture *fixture, const MigLayout *layout, const MigBox *meant, const MigBox *box)
{
  const MigLaneBand *band = &layout->lanes[box->lane];
  const MigBox *before = g_hash_table_lookup (fixture->seen, get_key (box));

  if (before == NULL)
    {
      /* What is new fades in, comes from the chip that counted it, or was out of sight. */
      double x = (double) meant->x, width = WIDTH - mig_timeline_painter_get_names_width (fixture->painter, WIDTH);

      if (x > width * .06 && x < width * .94 && box->faded <= .5f && !had_crowd (fixture, layout, box))
        g_error ("%u of lane %u is there all at once, at %g, %g, seen at %g, %g", box->ref, box->lane, x,
                 (double) meant->y, (double) box->x, (double) box->y);
      return;
    }
  /* Where the lanes stand among each other is not what this is about. */
  fixture->n_jumps += fabsf (meant->y - band->y - before->y) > STEP;
  assert_goes (box, "height", (double) before->y, (double) (box->y - band->y), (double) (meant->y - band->y));
  assert_goes (box, "size", (double) before->height, (double) box->height, (double) meant->height);
  assert_goes (box, "width", (double) before->width, (double) box->width, (double) meant->width);
  if (box->mark != MIG_MARK_CHEVRON)
    assert_goes (box, "time", carry_x (fixture, layout, (double) before->x), (double) box->x, (double) meant->x);
  if (box->title != NULL && before->title != NULL && box->lane == MIG_LANE_EVENTS &&
      is_after (meant) != is_after (before) && box->label_faded < .5f)
    g_error ("the label of %u changes sides all at once", box->ref);
}

static void
draw_frame (Fixture *fixture)
{
  const MigLayout *layout = mig_timeline_painter_layout (fixture->painter, &fixture->view);
  double width = WIDTH - mig_timeline_painter_get_names_width (fixture->painter, WIDTH);
  g_autofree MigBox *meant = g_memdup2 (layout->boxes->data, layout->boxes->len * sizeof (MigBox));
  GHashTable *seen = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  fixture->now += FRAME;
  mig_timeline_ease_apply (fixture->ease, layout, width, fixture->now, MIG_TIMELINE_EASE_DURATION);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = &g_array_index (layout->boxes, MigBox, i);
      MigBox *kept;

      if (!is_followed (box))
        continue;
      if (fixture->seen != NULL)
        assert_gradual (fixture, layout, &meant[i], box);
      kept = g_memdup2 (box, sizeof (MigBox));
      kept->y -= layout->lanes[box->lane].y;
      /* Only whether it had one matters in the next frame, when the text itself may be gone. */
      kept->title = box->title != NULL ? "" : NULL;
      g_hash_table_insert (seen, get_key (box), kept);
    }
  g_array_set_size (fixture->crowds, 0);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      MigBox box = g_array_index (layout->boxes, MigBox, i);

      box.y -= layout->lanes[box.lane].y;
      if (mig_box_is_aggregate (&box))
        g_array_append_val (fixture->crowds, box);
    }
  g_clear_pointer (&fixture->seen, g_hash_table_unref);
  fixture->seen = seen;
  fixture->span = fixture->view.end - fixture->view.start;
}

/* In steps of two in a hundred over the whole range, in and out again, with one thing and another selected. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  const double middle = mig_day_from_civil (2016, 2, 25);

  for (guint i = 0; i < 2 * 470; i++)
    {
      const double span = 40000 * pow (.98, i < 470 ? i : 2 * 470 - i);

      fixture->view = (MigTimelineView){
        .corpus = fixture->corpus, .subset = fixture->subset, .start = middle - span / 2, .end = middle + span / 2,
        .width = WIDTH, .height = 420,
        .selected = data != NULL ? mig_corpus_lookup (fixture->corpus, data) : MIG_REF_NONE,
      };
      draw_frame (fixture);
    }
  /* Otherwise it proves nothing. */
  g_assert_cmpuint (fixture->n_jumps, >, 20);
}

/* A tray stands about its meeting, however fast the view zooms: its cells neither spread nor shrink. */
static void
test_tray (Fixture *fixture, gconstpointer data)
{
  const double middle = mig_day_from_civil (2016, 2, 25);
  float last = 0;

  for (double span = 6000; span > 400; span /= 1.3)
    {
      const MigLayout *layout;
      const MigTray *tray;
      float width;

      fixture->view = (MigTimelineView){
        .corpus = fixture->corpus, .subset = fixture->subset, .start = middle - span / 2, .end = middle + span / 2,
        .width = WIDTH, .height = 420, .selected = mig_corpus_lookup (fixture->corpus, "M14"),
      };
      layout = mig_timeline_painter_layout (fixture->painter, &fixture->view);
      mig_timeline_ease_apply (fixture->ease, layout, WIDTH - mig_timeline_painter_get_names_width (fixture->painter,
                                                                                                    WIDTH),
                               fixture->now += FRAME, MIG_TIMELINE_EASE_DURATION);
      g_assert_cmpuint (layout->trays->len, >, 0);
      tray = &g_array_index (layout->trays, MigTray, 0);
      width = tray->right - tray->left;
      if (last > 0)
        g_assert_cmpfloat_with_epsilon ((double) width, (double) last, 1);
      last = width;
    }
}

/* Once the view rests everything is where the layout has it, and wholly seen. */
static void
test_rest (Fixture *fixture, gconstpointer data)
{
  const MigLayout *layout;
  g_autofree MigBox *meant = NULL;

  fixture->view = (MigTimelineView){
    .corpus = fixture->corpus, .subset = fixture->subset, .start = mig_day_from_civil (2002, 1, 1),
    .end = mig_day_from_civil (2020, 1, 1), .width = WIDTH, .height = 420,
  };
  draw_frame (fixture);
  fixture->view.start = mig_day_from_civil (2015, 6, 1);
  fixture->view.end = mig_day_from_civil (2016, 10, 1);
  fixture->now += FRAME;
  layout = mig_timeline_painter_layout (fixture->painter, &fixture->view);
  g_assert_true (mig_timeline_ease_apply (fixture->ease, layout, 1100, fixture->now, MIG_TIMELINE_EASE_DURATION));
  fixture->now += MIG_TIMELINE_EASE_DURATION;
  layout = mig_timeline_painter_layout (fixture->painter, &fixture->view);
  meant = g_memdup2 (layout->boxes->data, layout->boxes->len * sizeof (MigBox));
  g_assert_false (mig_timeline_ease_apply (fixture->ease, layout, 1100, fixture->now, MIG_TIMELINE_EASE_DURATION));
  g_assert_cmpmem (layout->boxes->data, layout->boxes->len * sizeof (MigBox), meant,
                   layout->boxes->len * sizeof (MigBox));
}

/* Where nothing is to move, nothing does, not even once. */
static void
test_without (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      const double span = 8000 * pow (.9, i), middle = mig_day_from_civil (2016, 2, 25);
      const MigLayout *layout;
      g_autofree MigBox *meant = NULL;

      fixture->view = (MigTimelineView){
        .corpus = fixture->corpus, .subset = fixture->subset, .start = middle - span / 2, .end = middle + span / 2,
        .width = WIDTH, .height = 420,
      };
      layout = mig_timeline_painter_layout (fixture->painter, &fixture->view);
      meant = g_memdup2 (layout->boxes->data, layout->boxes->len * sizeof (MigBox));
      g_assert_false (mig_timeline_ease_apply (fixture->ease, layout, 1100, fixture->now += FRAME, 0));
      g_assert_cmpmem (layout->boxes->data, layout->boxes->len * sizeof (MigBox), meant,
                       layout->boxes->len * sizeof (MigBox));
    }
}

#define ADD(name, data, test) g_test_add ("/timeline-ease/" name, Fixture, data, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("zoom/nothing", NULL, test_zoom);
  ADD ("zoom/session", "S14-08", test_zoom);
  ADD ("zoom/meeting", "M14", test_zoom);
  ADD ("zoom/event", "E-summit-2016", test_zoom);
  ADD ("tray", NULL, test_tray);
  ADD ("rest", NULL, test_rest);
  ADD ("without", NULL, test_without);
  return g_test_run ();
}
