/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "lanes-fixture.h"
#include "synthetic-fixture.h"

/* Layouts of corpora of any size, over thousands of views. */

/* What counts others stands clear of whatever else counts others in its row. */
static void
assert_aggregates_apart (const MigLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *a = box_at (layout, i);

      if (a->mark != MIG_MARK_CHIP && a->mark != MIG_MARK_EDGE)
        continue;
      for (guint k = 0; k < i; k++)
        {
          const MigBox *b = box_at (layout, k);

          if (b->lane != a->lane || fabs ((double) (a->y - b->y)) > 1 ||
              (b->mark != MIG_MARK_CHIP && b->mark != MIG_MARK_EDGE))
            continue;
          if (fabs ((double) (a->x - b->x)) < (double) (a->width + b->width) / 2)
            g_error ("%s and %s of lane %u collide at %g and %g", a->title, b->title, a->lane, (double) a->x,
                     (double) b->x);
        }
    }
}

/* Whatever is in sight is found, as itself or in what counts it. */
static void
assert_found (const MigLayout *layout, MigCorpus *corpus, const MigLanesInput *input)
{
  static const MigTrack tracks[] = { MIG_TRACK_MEETINGS, MIG_TRACK_EVENTS, MIG_TRACK_DOCUMENTS };

  for (guint t = 0; t < G_N_ELEMENTS (tracks); t++)
    {
      guint n_dated;
      MigRefs all = mig_corpus_get_track (corpus, tracks[t], &n_dated);
      MigRef ref = all.refs[(guint) g_test_rand_int_range (0, (gint32) n_dated)];
      double x = (mig_date_middle (mig_corpus_get_date (corpus, ref)) - input->start) * input->width /
                 (input->end - input->start);
      const MigBox *box;

      /* Under the chips at the edges, it is counted by those. */
      if (x < 240 || x > input->width - 240)
        continue;
      box = mig_lanes_find (layout, ref);
      g_assert_nonnull (box);
      if (!mig_box_is_aggregate (box))
        g_assert_cmpuint (box->ref, ==, ref);
    }
}

static MigLanesInput
random_input (MigCorpus *corpus)
{
  double span, middle;
  gint first, last;
  guint n_dated;
  MigRefs events = mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, &n_dated);
  MigRefs sessions = mig_corpus_get_track (corpus, MIG_TRACK_SESSIONS, NULL);
  MigRef selected = MIG_REF_NONE;
  MigLanesInput input;

  g_assert_true (mig_corpus_get_extent (corpus, &first, &last));
  span = exp (g_test_rand_double_range (log (3), log (2 * (last - first) + 400)));
  middle = g_test_rand_double_range (first - 400, last + 400);
  if (g_test_rand_int_range (0, 3) == 0)
    selected = events.refs[g_test_rand_int_range (0, (gint32) MIN (events.n, 40))];
  else if (g_test_rand_int_range (0, 2) == 0)
    selected = sessions.refs[g_test_rand_int_range (0, (gint32) sessions.n)];
  input = make_input (corpus, middle - span / 2, middle + span / 2, g_test_rand_double_range (500, 2000), selected);
  input.n_rows = (guint) g_test_rand_int_range (2, 7);
  if (g_test_rand_int_range (0, 4) == 0)
    input.focused = events.refs[g_test_rand_int_range (0, (gint32) events.n)];
  return input;
}

/* At any size, over thousands of views: nothing is lost, nothing lies on anything else, everything is found. */
static void
test_any_size (gconstpointer data)
{
  g_autoptr (MigCorpus) corpus = make_synthetic (GPOINTER_TO_UINT (data));
  g_autoptr (MigLanes) lanes = mig_lanes_new ();

  for (guint i = 0; i < 800; i++)
    {
      MigLanesInput input = random_input (corpus);
      const MigLayout *layout = mig_lanes_update (lanes, &input);

      assert_nothing_lost (layout);
      assert_labels_apart (layout);
      assert_aggregates_apart (layout);
      assert_trays (layout);
      assert_found (layout, corpus, &input);
    }
}

static MigFilter
random_filter (MigCorpus *corpus)
{
  MigFilter filter;
  gint first, last;

  mig_filter_init (&filter);
  g_assert_true (mig_corpus_get_extent (corpus, &first, &last));
  if (g_test_rand_bit ())
    filter.first_day = g_test_rand_int_range (first - 10, last + 10);
  if (g_test_rand_bit ())
    filter.last_day = filter.first_day == G_MININT ? last - 100 : filter.first_day + g_test_rand_int_range (0, 4000);
  if (g_test_rand_int_range (0, 3) == 0)
    mig_filter_add (&filter, mig_ref (MIG_KIND_PERSON, (guint) g_test_rand_int_range (0, 9)));
  if (g_test_rand_int_range (0, 3) == 0)
    filter.direction = g_test_rand_bit () ? MIG_FILTER_AHEAD : MIG_FILTER_BEHIND;
  if (g_test_rand_int_range (0, 3) == 0)
    filter.groups = (guint) g_test_rand_int_range (1, 1 << MIG_SEARCH_N_GROUPS);
  return filter;
}

/* What is drawn or counted of a filtered corpus, at any scale, is what passes, and all of that. */
static void
test_filtered (void)
{
  g_autoptr (MigCorpus) corpus = make_synthetic (300);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();

  for (guint i = 0; i < 30; i++)
    {
      MigFilter filter = random_filter (corpus);
      g_autoptr (MigSubset) subset = mig_subset_new (corpus, &filter);

      for (guint view = 0; view < 40; view++)
        {
          MigLanesInput input = random_input (corpus);
          const MigLayout *layout;

          input.subset = subset;
          layout = mig_lanes_update (lanes, &input);
          assert_nothing_lost (layout);
          assert_labels_apart (layout);
          assert_aggregates_apart (layout);
          assert_trays (layout);
          for (guint k = 0; k < layout->boxes->len; k++)
            {
              g_assert_true (mig_subset_has (subset, box_at (layout, k)->ref));
              g_assert_true (mig_subset_has (subset, box_at (layout, k)->last));
            }
        }
    }
}

/* What a layout holds is bounded by the view, whatever the corpus holds: chips and marks, and so the widgets. */
static void
test_bounded (void)
{
  g_autoptr (MigCorpus) corpus = make_synthetic (4000);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();

  for (guint i = 0; i < 500; i++)
    {
      MigLanesInput input = random_input (corpus);

      input.width = 1168;
      g_assert_cmpuint (mig_lanes_update (lanes, &input)->boxes->len, <, 400);
    }
}

/* While the view pans, a chip that stands for the same things keeps its place in time, until an edge takes it in. */
static void
test_steady (void)
{
  g_autoptr (MigCorpus) corpus = make_synthetic (800);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  guint n_compared = 0;

  for (guint view = 0; view < 60; view++)
    {
      MigLanesInput input = random_input (corpus);
      g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      double begin = input.start, span = input.end - input.start;

      input.selected = input.focused = MIG_REF_NONE;
      for (guint step = 0; step < 25; step++)
        {
          const MigLayout *layout;

          input.start = begin + span * step * .013;
          input.end = input.start + span;
          layout = mig_lanes_update (lanes, &input);
          for (guint i = 0; i < layout->boxes->len; i++)
            {
              const MigBox *box = box_at (layout, i);
              g_autofree char *key = g_strdup_printf ("%u %u %u %u", box->lane, box->ref, box->last, box->n);
              gint x = (gint) lround ((double) box->x + (input.start - begin) * input.width / span) + 100000;
              gboolean at_edge;
              gint known;

              if (box->mark != MIG_MARK_CHIP || box->lane == MIG_LANE_SESSIONS)
                continue;
              known = GPOINTER_TO_INT (g_hash_table_lookup (places, key));
              g_hash_table_insert (places, g_steal_pointer (&key), GINT_TO_POINTER (x));
              if (known == 0)
                continue;
              /* The outermost one waits at the view's edge until the edge takes it in: that alone moves it. */
              at_edge = MIN ((double) box->x, input.width - (double) box->x) < 2 * (double) box->width;
              g_assert_cmpint (ABS (known - x), <=, at_edge ? (gint) box->width : 1);
              n_compared++;
            }
        }
    }
  g_assert_cmpuint (n_compared, >, 5000);
}

/* A meeting that is held near an edge stands between its neighbours and the chip that counts those beyond, whatever the
 * view; it goes into the edge with the middle of its days, and never jumps on its way. Its tray hangs on it. */
static void
test_held_at_edge (gconstpointer data)
{
  g_autofree char *text = g_strdup_printf (
      "{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", \"id\": \"c\", \"title\": \"C\"}, "
      "\"events\": [{\"id\": \"series\", \"classification\": \"series\", \"name\": \"C\"}, "
      "{\"id\": \"A\", \"name\": \"A\", \"classification\": \"meeting\", "
      "\"parent_id\": \"series\", \"date\": \"2015-03-01\"}, "
      "{\"id\": \"B\", \"name\": \"B\", \"classification\": \"meeting\", "
      "\"parent_id\": \"series\", \"date\": \"%s\"}, "
      "{\"id\": \"S\", \"name\": \"S\", \"parent_id\": \"B\"}, "
      "{\"id\": \"C\", \"name\": \"C\", \"classification\": \"meeting\", "
      "\"parent_id\": \"series\", \"date\": \"2017-03-01\"}]}",
      (const char *) data);
  g_autoptr (MigCorpus) corpus = read_text (text);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigRef held = mig_corpus_lookup (corpus, "B");
  double middle = mig_date_middle (mig_corpus_get_date (corpus, held)), span = 300, before = 0;
  guint n_held = 0, n_joined = 0;

  /* From beyond the later edge to beyond the earlier one, two pixels at a time. */
  for (double start = middle - span - 6; start < middle + 6; start += span / 600)
    {
      MigLanesInput input = make_input (corpus, start, start + span, 1200, held);
      const MigLayout *layout = mig_lanes_update (lanes, &input);
      const MigBox *pill = mig_lanes_find (layout, held);
      guint n_edges = 0;

      if (pill == NULL || pill->mark != MIG_MARK_PILL)
        {
          g_assert_true (middle < start || middle > start + span);
          continue;
        }
      if (n_held++ > 0)
        g_assert_cmpfloat (ABS (before - (double) pill->x), <=, 2.01);
      before = (double) pill->x;
      g_assert_cmpfloat ((double) pill->title_width, <=, (double) pill->width);
      for (guint i = 0; i < layout->boxes->len; i++)
        {
          const MigBox *box = box_at (layout, i);
          double between = (double) (pill->width + box->width) / 2;

          if (box->lane != MIG_LANE_MEETINGS || box->mark != MIG_MARK_EDGE)
            continue;
          n_edges++;
          g_assert_cmpfloat ((double) (box->flags & MIG_BOX_LATER ? box->x - pill->x : pill->x - box->x), >=, between);
        }
      g_assert_cmpuint (n_edges, >, 0);
      for (guint i = 0; i < layout->trays->len; i++)
        {
          const MigTray *tray = &g_array_index (layout->trays, MigTray, i);

          g_assert_cmpfloat ((double) tray->x, ==, (double) pill->x);
          n_joined += tray->joined;
        }
    }
  g_assert_cmpuint (n_held, >, 590);
  g_assert_cmpuint (n_joined, >, 500);
}

/* In a narrow window and with large text what was asked for stays in sight: a tray in the view, a count clear of what
 * the edges count. */
static void
test_narrow (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigRef selected = mig_corpus_lookup (corpus, "M14");
  double middle = mig_date_middle (mig_corpus_get_date (corpus, selected));
  guint n_trays = 0, n_counts = 0;

  for (double width = 230; width < 1200; width *= 1.15)
    for (double large = 1; large <= 2; large += .25)
      for (double span = 100; span < 30000; span *= 1.6)
        {
          MigLanesInput input = make_input (corpus, middle - span * .7, middle + span * .3, width, selected);
          const MigLayout *layout;

          input.em = EM * large;
          layout = mig_lanes_update (lanes, &input);
          assert_trays (layout);
          for (guint i = 0; i < layout->trays->len; i++)
            {
              const MigTray *tray = &g_array_index (layout->trays, MigTray, i);

              if (tray->meeting != selected)
                continue;
              n_trays++;
              g_assert_cmpfloat ((double) tray->left, >=, 0);
              g_assert_cmpfloat ((double) tray->right, <=, width);
            }
          for (guint i = 0; i < layout->boxes->len; i++)
            for (guint k = 0; k < layout->boxes->len; k++)
              {
                const MigBox *count = box_at (layout, i), *edge = box_at (layout, k);

                if (count->mark != MIG_MARK_DENSITY || count->title == NULL || edge->mark != MIG_MARK_EDGE ||
                    edge->lane != count->lane)
                  continue;
                n_counts++;
                g_assert_true (edge->x + edge->width / 2 <= count->title_x ||
                               edge->x - edge->width / 2 >= count->title_x + count->title_width);
              }
        }
  g_assert_cmpuint (n_trays, >, 500);
  g_assert_cmpuint (n_counts, >, 20);
}

/* On the screen of a room a bar of months keeps nothing that stands on a day from having a place. */
static void
test_bars (void)
{
  static const char *const ids[] = { "E-gfmd-2015", "E-med-2015", "E-summit-2016" };
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2015, 6, 1), mig_day_from_civil (2017, 3, 15), 652,
                                    mig_corpus_lookup (corpus, "S14-08"));
  const MigLayout *layout;

  input.sparse = TRUE;
  input.n_rows = 4;
  input.em = 11.5;
  layout = mig_lanes_update (lanes, &input);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      gboolean is_there = FALSE;

      for (guint b = 0; b < layout->boxes->len; b++)
        is_there = is_there || box_at (layout, b)->ref == mig_corpus_lookup (corpus, ids[i]);
      if (!is_there)
        g_error ("%s has no place", ids[i]);
    }
}

typedef struct
{
  const char *name;
  const char *others; /* the date of each of a hundred */
  const char *bar;
  gint start[3];
  gint end[3];
} Touching;

static const Touching touching[] = {
  { "ends", "2016", "2016-07-01/2016-08-20", { 2016, 8, 1 }, { 2016, 10, 1 } },
  { "ends-after-decades", "201X", "2014-12-10/2015-02-10", { 2015, 1, 20 }, { 2015, 3, 1 } },
  { "begins", "2016", "2016-06-15/2016-07-30", { 2016, 5, 1 }, { 2016, 7, 1 } },
  { "begins-after-short-ones", "2016-06-29/2016-07-02", "2016-06-15/2016-07-30", { 2016, 5, 1 }, { 2016, 7, 1 } },
};

/* A bar that begins or ends in sight is named there, however many others cover the whole view, or show too little of
 * themselves to be named. */
static void
test_touching (gconstpointer data)
{
  const Touching *view = data;
  g_autoptr (GString) text = g_string_new ("{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", "
                                           "\"id\": \"c\", \"title\": \"C\"}, \"events\": [");
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input;
  const MigBox *box;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "{\"id\": \"e%u\", \"name\": \"E\", \"date\": \"%s\"}, ", i, view->others);
  g_string_append_printf (text, "{\"id\": \"bar\", \"name\": \"Bar\", \"date\": \"%s\"}]}", view->bar);
  corpus = read_text (text->str);
  input = make_input (corpus, mig_day_from_civil (view->start[0], view->start[1], view->start[2]),
                      mig_day_from_civil (view->end[0], view->end[1], view->end[2]), 1200, MIG_REF_NONE);
  box = mig_lanes_find (mig_lanes_update (lanes, &input), mig_corpus_lookup (corpus, "bar"));
  g_assert_nonnull (box);
  g_assert_cmpint (box->mark, ==, MIG_MARK_SPAN);
  g_assert_cmpstr (box->title, ==, "Bar");
  g_assert_cmpfloat ((double) box->title_x, >=, 0);
  g_assert_cmpfloat (label_end (box), <=, input.width);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/lanes-size/views/1", GUINT_TO_POINTER (1), test_any_size);
  g_test_add_data_func ("/lanes-size/views/40", GUINT_TO_POINTER (40), test_any_size);
  g_test_add_data_func ("/lanes-size/views/3000", GUINT_TO_POINTER (3000), test_any_size);
  g_test_add_func ("/lanes-size/filtered", test_filtered);
  g_test_add_func ("/lanes-size/bounded", test_bounded);
  g_test_add_func ("/lanes-size/bars", test_bars);
  g_test_add_func ("/lanes-size/narrow", test_narrow);
  g_test_add_func ("/lanes-size/steady", test_steady);
  for (gsize i = 0; i < G_N_ELEMENTS (touching); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lanes-size/touching/%s", touching[i].name);

      g_test_add_data_func (path, &touching[i], test_touching);
    }
  g_test_add_data_func ("/lanes-size/held-at-edge/short", "2016-02-03/2016-02-04", test_held_at_edge);
  g_test_add_data_func ("/lanes-size/held-at-edge/long", "2016-01-03/2016-02-28", test_held_at_edge);
  return g_test_run ();
}
