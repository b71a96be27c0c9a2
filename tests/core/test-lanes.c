/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "mig-corpus-reader.h"
#include "mig-lanes.h"

#define EM MIG_DESIGN_EM

/* Seven pixels a character: no fonts are needed to see whether labels collide. */
static double
measure (const char *text, MigTextStyle style, gpointer user_data)
{
  return 7.0 * (double) g_utf8_strlen (text, -1);
}

static MigCorpus *
read_text (const char *text)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  MigCorpus *corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, &problems, NULL, &error);

  g_assert_no_error (error);
  return corpus;
}

static MigCorpus *
read_bundled (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  MigCorpus *corpus = mig_corpus_reader_read (reader, file, &problems, NULL, &error);

  g_assert_no_error (error);
  return corpus;
}

static MigLanesInput
make_input (MigCorpus *corpus, double start, double end, double width, MigRef selected)
{
  return (MigLanesInput){
    .corpus = corpus, .start = start, .end = end, .width = width, .em = EM,
    .selected = selected, .n_rows = 3, .measure = measure,
  };
}

static const MigBox *
box_at (const MigLayout *layout, guint i)
{
  return &g_array_index (layout->boxes, MigBox, i);
}

/* The things of each lane are all drawn, or counted by what is drawn. */
static void
assert_nothing_lost (const MigLayout *layout)
{
  guint sums[MIG_N_LANES] = { 0 };

  for (guint i = 0; i < layout->boxes->len; i++)
    sums[box_at (layout, i)->lane] += box_at (layout, i)->n;
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      /* Sessions belong to their meeting, which is what the edges count. */
      if (lane != MIG_LANE_SESSIONS)
        g_assert_cmpuint (sums[lane], ==, layout->lanes[lane].n_dated);
      else
        g_assert_cmpuint (sums[lane], <=, layout->lanes[lane].n_dated);
    }
}

static double
label_end (const MigBox *box)
{
  return box->detail != NULL ? (double) (box->detail_x + box->detail_width)
                             : (double) (box->title_x + box->title_width);
}

static void
assert_labels_apart (const MigLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *a = box_at (layout, i);

      if (a->title == NULL || a->lane < MIG_LANE_EVENTS || mig_box_is_aggregate (a))
        continue;
      for (guint k = 0; k < layout->boxes->len; k++)
        {
          const MigBox *b = box_at (layout, k);
          double start = (double) a->title_x, end = label_end (a);

          if (k == i || b->lane != a->lane || fabs ((double) (a->y - b->y)) > 1)
            continue;
          if (b->title != NULL && !mig_box_is_aggregate (b))
            g_assert_false (start < label_end (b) && end > (double) b->title_x);
          g_assert_false (start < (double) (b->x + b->width / 2) && end > (double) (b->x - b->width / 2));
        }
    }
}

static void
for_each_view (MigCorpus *corpus, MigRef selected, void (*check) (const MigLayout *layout))
{
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  const double spans[] = { 3, 12, 40, 120, 500, 2000, 6600, 25000 };
  const double widths[] = { 240, 700, 1168, 1800 };
  gint first, last;

  g_assert_true (mig_corpus_get_extent (corpus, &first, &last));
  for (gsize s = 0; s < G_N_ELEMENTS (spans); s++)
    {
      for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          for (double part = -0.2; part <= 1.0; part += 0.17)
            {
              double start = first + part * (last - first) - spans[s] / 2;
              MigLanesInput input = make_input (corpus, start, start + spans[s], widths[w], selected);

              check (mig_lanes_update (lanes, &input));
            }
        }
    }
}

static void
test_bundled (gconstpointer data)
{
  static const char *const ids[] = { NULL, "M14", "S14-08", "S02-a", "E-summit-2016", "P-riera", "M04", "D-58-208" };
  void (*check) (const MigLayout *layout) = data;
  g_autoptr (MigCorpus) corpus = read_bundled ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      MigRef selected = ids[i] != NULL ? mig_corpus_lookup (corpus, ids[i]) : MIG_REF_NONE;

      g_assert_true (ids[i] == NULL || selected != MIG_REF_NONE);
      for_each_view (corpus, selected, check);
    }
}

/* Tray cells do not overlap and stay in the view while their meeting is in it. */
static void
assert_trays (const MigLayout *layout)
{
  for (guint i = 0; i < layout->trays->len; i++)
    {
      const MigTray *tray = &g_array_index (layout->trays, MigTray, i);
      double end = (double) tray->left;

      for (guint k = 0; k < tray->n_boxes; k++)
        {
          const MigBox *box = box_at (layout, tray->first_box + k);

          g_assert_cmpint (box->mark, ==, MIG_MARK_CELL);
          g_assert_cmpfloat ((double) (box->x - box->width / 2), >=, end - 0.01);
          end = (double) (box->x + box->width / 2);
          g_assert_cmpfloat (end, <=, (double) tray->right + 0.01);
        }
      for (guint k = 0; k < i; k++)
        {
          const MigTray *other = &g_array_index (layout->trays, MigTray, k);

          g_assert_false (tray->left < other->right && tray->right > other->left);
        }
    }
}

/* An arc for each thing that the session mentions and that has a place; the summit is the best connected. */
static void
test_arcs (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigRef session = mig_corpus_lookup (corpus, "S14-08"), summit = mig_corpus_lookup (corpus, "E-summit-2016");
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2012, 10, 1), mig_day_from_civil (2018, 8, 1), 1168,
                                    session);
  const MigLayout *layout = mig_lanes_update (lanes, &input);
  const MigBox *box = mig_lanes_find (layout, summit);
  gboolean found = FALSE;

  g_assert_nonnull (box);
  g_assert_cmpuint (box->flags & MIG_BOX_BEST, !=, 0);
  g_assert_nonnull (strstr (box->detail, "206 days ahead"));
  g_assert_cmpuint (layout->arcs->len, >, 4);
  g_assert_null (layout->trunk.text);
  for (guint i = 0; i < layout->arcs->len; i++)
    {
      const MigPlacedArc *arc = &g_array_index (layout->arcs, MigPlacedArc, i);

      g_assert_cmpuint (box_at (layout, arc->from)->ref, ==, session);
      found = found || box_at (layout, arc->to)->ref == summit;
      for (guint k = 0; k < i; k++)
        g_assert_cmpuint (g_array_index (layout->arcs, MigPlacedArc, k).to, !=, arc->to);
    }
  g_assert_true (found);
  g_assert_cmpstr (layout->flag, ==, "25–26 Feb 2016");
}

static void
test_trunk (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2015, 9, 10), mig_day_from_civil (2017, 4, 1), 1168,
                                    mig_corpus_lookup (corpus, "E-summit-2016"));
  const MigLayout *layout = mig_lanes_update (lanes, &input);

  g_assert_nonnull (layout->trunk.text);
  g_assert_true (g_str_has_prefix (layout->trunk.text, "6 sessions, "));
  g_assert_true (layout->flag_is_event);
  g_assert_cmpstr (layout->flag, ==, "19 Sep 2016");
}

/* What lay behind the selection is labelled before its mark, what lay ahead after it. */
static void
test_sides (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2015, 6, 1), mig_day_from_civil (2018, 1, 1), 2400,
                                    mig_corpus_lookup (corpus, "S14-08"));
  const MigLayout *layout = mig_lanes_update (lanes, &input);
  const MigBox *ahead = mig_lanes_find (layout, mig_corpus_lookup (corpus, "E-summit-2016"));

  g_assert_nonnull (ahead);
  g_assert_cmpfloat ((double) ahead->title_x, >, (double) ahead->x);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = box_at (layout, i);

      if (box->lane == MIG_LANE_EVENTS && box->mark == MIG_MARK_DIAMOND && box->flags & MIG_BOX_LINKED &&
          box->detail != NULL && strstr (box->detail, "behind") != NULL)
        g_assert_cmpfloat (label_end (box), <, (double) box->x);
    }
}

static const char *const precise =
    "{\"events\": ["
    "{\"id\": \"s\", \"classification\": \"series\", \"name\": \"Series\"},"
    "{\"id\": \"m\", \"parent_id\": \"s\", \"name\": \"Meeting\", \"start_date\": \"2010-06-10\"},"
    "{\"id\": \"first\", \"parent_id\": \"m\", \"name\": \"First\"},"
    "{\"id\": \"second\", \"parent_id\": \"m\", \"name\": \"Second\","
    " \"identifiers\": [{\"scheme\": \"session\", \"identifier\": \"B\"}]},"
    "{\"id\": \"day\", \"name\": \"Day\", \"start_date\": \"2010-01-10\"},"
    "{\"id\": \"span\", \"name\": \"Span\", \"start_date\": \"2010-02-01\", \"end_date\": \"2010-04-30\"},"
    "{\"id\": \"month\", \"name\": \"Month\", \"start_date\": \"2010-05\"},"
    "{\"id\": \"about\", \"name\": \"About\", \"date\": \"2010-06-20~\"},"
    "{\"id\": \"perhaps\", \"name\": \"Perhaps\", \"date\": \"2010-08-20?\"},"
    "{\"id\": \"until\", \"name\": \"Until\", \"date\": \"../2010-09-30\"},"
    "{\"id\": \"since\", \"name\": \"Since\", \"date\": \"2010-11-01/..\"},"
    "{\"id\": \"undated\", \"name\": \"Undated\"}]}";

static void
assert_box (const MigLayout *layout, MigCorpus *corpus, const char *id, MigMark mark, guint flags)
{
  const guint ends = MIG_BOX_SOFT_START | MIG_BOX_SOFT_END | MIG_BOX_OPEN_START | MIG_BOX_OPEN_END | MIG_BOX_HATCHED;
  const MigBox *box = mig_lanes_find (layout, mig_corpus_lookup (corpus, id));

  g_assert_nonnull (box);
  g_assert_cmpint (box->mark, ==, mark);
  g_assert_cmpuint (box->flags & ends, ==, flags);
}

/* The ends of a mark tell what is known of its date. */
static void
test_precision (void)
{
  g_autoptr (MigCorpus) corpus = read_text (precise);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2009, 12, 1), mig_day_from_civil (2011, 1, 1), 2000,
                                    MIG_REF_NONE);
  const MigLayout *layout = mig_lanes_update (lanes, &input);
  const MigBox *month;

  assert_box (layout, corpus, "day", MIG_MARK_DIAMOND, 0);
  assert_box (layout, corpus, "span", MIG_MARK_SPAN, 0);
  assert_box (layout, corpus, "month", MIG_MARK_SPAN, MIG_BOX_SOFT_START | MIG_BOX_SOFT_END);
  assert_box (layout, corpus, "about", MIG_MARK_SPAN, MIG_BOX_SOFT_START | MIG_BOX_SOFT_END);
  assert_box (layout, corpus, "perhaps", MIG_MARK_SPAN, MIG_BOX_HATCHED);
  assert_box (layout, corpus, "until", MIG_MARK_SPAN, MIG_BOX_OPEN_START);
  assert_box (layout, corpus, "since", MIG_MARK_SPAN, MIG_BOX_OPEN_END);
  assert_box (layout, corpus, "undated", MIG_MARK_SHELF, 0);

  /* A month is a span, not its first day. */
  month = mig_lanes_find (layout, mig_corpus_lookup (corpus, "month"));
  g_assert_cmpfloat_with_epsilon ((double) (month->x1 - month->x0), 31 * 2000.0 / (input.end - input.start), 0.01);
}

/* A session is told by its number as printed, or by its place. */
static void
test_numerals (void)
{
  g_autoptr (MigCorpus) corpus = read_text (precise);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2009, 12, 1), mig_day_from_civil (2011, 1, 1), 2000,
                                    MIG_REF_NONE);
  const MigLayout *layout = mig_lanes_update (lanes, &input);
  const MigBox *first = mig_lanes_find (layout, mig_corpus_lookup (corpus, "first"));
  const MigBox *second = mig_lanes_find (layout, mig_corpus_lookup (corpus, "second"));

  g_assert_true (first != NULL && second != NULL);
  g_assert_cmpstr (first->title, ==, "1");
  g_assert_cmpstr (second->title, ==, "B");
}

static void
test_throughout (void)
{
  g_autoptr (MigCorpus) corpus = read_text (precise);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2010, 5, 10), mig_day_from_civil (2010, 5, 20), 1000,
                                    MIG_REF_NONE);
  const MigBox *box = mig_lanes_find (mig_lanes_update (lanes, &input), mig_corpus_lookup (corpus, "month"));

  g_assert_nonnull (box);
  g_assert_cmpint (box->mark, ==, MIG_MARK_THROUGHOUT);
  g_assert_cmpstr (box->title, ==, "Month");
}

/* Whoever points at a mark gets it, and at nothing gets nothing. */
static void
test_pick (void)
{
  g_autoptr (MigCorpus) corpus = read_text (precise);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2009, 12, 1), mig_day_from_civil (2011, 1, 1), 2000,
                                    MIG_REF_NONE);
  const MigLayout *layout = mig_lanes_update (lanes, &input);

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = box_at (layout, i);

      g_assert_true (mig_lanes_pick (layout, (double) box->x, (double) box->y, 24) == box);
      if (box->lane >= MIG_LANE_EVENTS && box->title != NULL)
        g_assert_true (mig_lanes_pick (layout, (double) box->title_x + 2, (double) box->y, 24) == box);
    }
  g_assert_null (mig_lanes_pick (layout, -500, 10, 24));
  g_assert_null (mig_lanes_pick (layout, 5, (double) layout->height + 100, 24));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/lanes/nothing-lost", assert_nothing_lost, test_bundled);
  g_test_add_data_func ("/lanes/labels-apart", assert_labels_apart, test_bundled);
  g_test_add_data_func ("/lanes/trays", assert_trays, test_bundled);
  g_test_add_func ("/lanes/arcs", test_arcs);
  g_test_add_func ("/lanes/trunk", test_trunk);
  g_test_add_func ("/lanes/sides", test_sides);
  g_test_add_func ("/lanes/precision", test_precision);
  g_test_add_func ("/lanes/numerals", test_numerals);
  g_test_add_func ("/lanes/throughout", test_throughout);
  g_test_add_func ("/lanes/pick", test_pick);
  return g_test_run ();
}
