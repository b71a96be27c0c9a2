/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "lanes-fixture.h"
#include "mig-following.h"

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

/* For a room, every event that is drawn has its whole name beside it, and nothing is counted. */
static void
test_sparse (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  guint n_named = 0;

  for (guint i = 0; i < 300; i++)
    {
      double start = mig_day_from_civil (2000, 1, 1) + g_test_rand_double_range (0, 5000);
      MigLanesInput input = make_input (corpus, start, start + g_test_rand_double_range (200, 9000), 1168,
                                        MIG_REF_NONE);
      const MigLayout *layout;

      input.sparse = TRUE;
      layout = mig_lanes_update (lanes, &input);
      for (guint b = 0; b < layout->boxes->len; b++)
        {
          const MigBox *box = box_at (layout, b);

          if (box->lane != MIG_LANE_EVENTS)
            continue;
          g_assert_false (mig_box_is_aggregate (box));
          g_assert_nonnull (box->title);
          g_assert_cmpfloat (box->title_x, >=, 0);
          g_assert_cmpfloat ((double) (box->title_x + box->title_width), <=, input.width);
          n_named++;
        }
    }
  g_assert_cmpuint (n_named, >, 300);
}

static double
measure_letters (const char *text, MigTextStyle style, gpointer user_data)
{
  return GPOINTER_TO_INT (user_data) * (double) g_utf8_strlen (text, -1);
}

/* Beside a neighbour there is no room for a whole pill, but for its text: it is there, and touches nothing. */
static void
test_tight_pills (gconstpointer letter_width)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2001, 11, 6), mig_day_from_civil (2019, 12, 20), 1185,
                                    MIG_REF_NONE);
  const MigLayout *layout;
  guint n_pills = 0;

  input.em = EM * 1.53;
  input.measure = measure_letters;
  input.measure_data = (gpointer) letter_width;
  layout = mig_lanes_update (lanes, &input);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = box_at (layout, i);

      if (box->mark != MIG_MARK_PILL)
        continue;
      n_pills++;
      g_assert_nonnull (box->title);
      g_assert_cmpstr (box->title, !=, "");
      g_assert_cmpfloat (box->title_width, <=, box->width);
      for (guint k = 0; k < i; k++)
        {
          const MigBox *other = box_at (layout, k);

          if (other->mark == MIG_MARK_PILL)
            g_assert_cmpfloat (fabsf (box->x - other->x), >, (box->width + other->width) / 2);
        }
    }
  g_assert_cmpuint (n_pills, ==, 17);
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

/* Undated things of every kind have their place, off the axis but in sight. */
static void
test_undated (void)
{
  g_autoptr (MigCorpus) corpus = read_text (
      "{\"events\": ["
      "{\"id\": \"s\", \"classification\": \"series\", \"name\": \"Series\"},"
      "{\"id\": \"m\", \"parent_id\": \"s\", \"name\": \"Meeting\"},"
      "{\"id\": \"e\", \"name\": \"Event\"}],"
      "\"documents\": [{\"id\": \"d\", \"title\": \"Document\"}]}");
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, 730000, 731000, 1000, MIG_REF_NONE);
  const MigLayout *layout = mig_lanes_update (lanes, &input);
  static const char *const ids[] = { "m", "e", "d" };

  g_assert_cmpuint (layout->lanes[MIG_LANE_UNDATED].n_dated, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const MigBox *box = mig_lanes_find (layout, mig_corpus_lookup (corpus, ids[i]));

      g_assert_nonnull (box);
      g_assert_cmpint (box->lane, ==, MIG_LANE_UNDATED);
    }
}

/* Where the session of an arc is panned out of sight, the arc leads from the edge. */
static void
test_arc_from_beyond (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2016, 4, 10), mig_day_from_civil (2017, 1, 1), 1168,
                                    mig_corpus_lookup (corpus, "S14-08"));
  const MigLayout *layout = mig_lanes_update (lanes, &input);

  g_assert_cmpuint (layout->arcs->len, >, 0);
  for (guint i = 0; i < layout->arcs->len; i++)
    g_assert_cmpuint (g_array_index (layout->arcs, MigPlacedArc, i).from, ==, MIG_ARC_FROM_EARLIER);
}

/* A level that shows gives way only past its end, and does not flicker there. */
static void
test_levels (void)
{
  const double edge = MIG_SCALE_TITLES;

  g_assert_cmpint (mig_lanes_choose_level (edge * .99, EM, MIG_LEVEL_AUTO), ==, MIG_LEVEL_DATES);
  g_assert_cmpint (mig_lanes_choose_level (edge * 1.01, EM, MIG_LEVEL_AUTO), ==, MIG_LEVEL_TITLES);
  g_assert_cmpint (mig_lanes_choose_level (edge * 1.05, EM, MIG_LEVEL_DATES), ==, MIG_LEVEL_DATES);
  g_assert_cmpint (mig_lanes_choose_level (edge * .95, EM, MIG_LEVEL_TITLES), ==, MIG_LEVEL_TITLES);
  g_assert_cmpint (mig_lanes_choose_level (edge * 1.11, EM, MIG_LEVEL_DATES), ==, MIG_LEVEL_TITLES);
  g_assert_cmpint (mig_lanes_choose_level (edge * .89, EM, MIG_LEVEL_TITLES), ==, MIG_LEVEL_DATES);
  g_assert_cmpint (mig_lanes_choose_level (edge * 100, EM, MIG_LEVEL_DENSITY), ==, MIG_LEVEL_TRUE_DAYS);
  /* Twice the font is half the scale. */
  g_assert_cmpint (mig_lanes_choose_level (edge * 1.5, 2 * EM, MIG_LEVEL_AUTO), ==, MIG_LEVEL_DATES);
}

/* From far away: decades that say how many, with ten columns each. */
static void
test_density (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = make_input (corpus, mig_day_from_civil (1850, 1, 1), mig_day_from_civil (2040, 1, 1), 1168,
                                    MIG_REF_NONE);
  const MigLayout *layout = mig_lanes_update (lanes, &input);
  guint n = 0;

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = box_at (layout, i);

      if (box->mark != MIG_MARK_DENSITY || box->lane != MIG_LANE_MEETINGS)
        continue;
      n += box->n;
      g_assert_cmpuint (box->n_columns, ==, 10);
      g_assert_cmpfloat_with_epsilon ((double) (box->x1 - box->x0), 3652.4 * 1168 / (input.end - input.start), 0.1);
    }
  g_assert_cmpuint (n, ==, 17);
  g_assert_nonnull (mig_lanes_find (layout, mig_corpus_lookup (corpus, "M14")));
}

/* An event that one session mentions very often. */
static MigCorpus *
make_much_mentioned (void)
{
  g_autoptr (GString) text = g_string_new (
      "{\"events\": ["
      "{\"id\": \"s\", \"classification\": \"series\", \"name\": \"Series\"},"
      "{\"id\": \"m\", \"parent_id\": \"s\", \"name\": \"Meeting\", \"start_date\": \"2010-06-10\"},"
      "{\"id\": \"a\", \"parent_id\": \"m\", \"name\": \"Session\"},"
      "{\"id\": \"e\", \"name\": \"Event\", \"start_date\": \"2010-09-10\"}], \"mentions\": [");

  for (guint i = 0; i < 1600; i++)
    g_string_append_printf (text, "%s{\"from_id\": \"a\", \"to_id\": \"e\"}", i > 0 ? "," : "");
  g_string_append (text, "]}");
  return read_text (text->str);
}

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **stored = user_data;

  *stored = g_object_ref (result);
}

static MigLinks *
wait_for_links (MigSubset *subset, MigRef selected, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mig_links_collect_async (subset, selected, cancellable, store_result_cb, &result);
  if (error != NULL)
    g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return mig_links_collect_finish (subset, result, error);
}

/* What a much mentioned thing is joined to may come later; what comes for another selection is dropped. */
static void
test_links_later (void)
{
  g_autoptr (MigCorpus) corpus = make_much_mentioned ();
  g_autoptr (MigSubset) whole = mig_subset_new (corpus, NULL);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  MigRef event = mig_corpus_lookup (corpus, "e"), wanted;
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2010, 1, 1), mig_day_from_civil (2011, 1, 1), 1168,
                                    event);

  input.subset = whole;
  g_assert_cmpuint (mig_lanes_update (lanes, &input)->arcs->len, ==, 1);
  g_assert_false (mig_lanes_get_wanted (lanes, &wanted));

  input.links_later = TRUE;
  input.selected = MIG_REF_NONE;
  mig_lanes_update (lanes, &input);
  g_assert_false (mig_lanes_get_wanted (lanes, &wanted));
  input.selected = event;
  g_assert_cmpuint (mig_lanes_update (lanes, &input)->arcs->len, ==, 0);
  g_assert_true (mig_lanes_get_wanted (lanes, &wanted));
  g_assert_cmpuint (wanted, ==, event);

  mig_lanes_take_links (lanes, wait_for_links (whole, mig_corpus_lookup (corpus, "m"), NULL, NULL));
  g_assert_true (mig_lanes_get_wanted (lanes, &wanted));
  mig_lanes_take_links (lanes, wait_for_links (whole, event, NULL, NULL));
  g_assert_false (mig_lanes_get_wanted (lanes, &wanted));
  g_assert_cmpuint (mig_lanes_update (lanes, &input)->arcs->len, ==, 1);

  g_assert_null (wait_for_links (whole, event, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is filtered away has no place and no arc, and what is left is all there is to count. */
static void
test_filtered (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  g_autoptr (MigSubset) subset = NULL;
  MigRef summit = mig_corpus_lookup (corpus, "E-summit-2016"), session = mig_corpus_lookup (corpus, "S14-08");
  MigLanesInput input = make_input (corpus, mig_day_from_civil (2012, 10, 1), mig_day_from_civil (2018, 8, 1), 1168,
                                    session);
  const MigLayout *layout = mig_lanes_update (lanes, &input);
  const guint n_arcs = layout->arcs->len;
  MigFilter filter;

  mig_filter_init (&filter);
  filter.last_day = mig_day_from_civil (2016, 6, 30);
  subset = mig_subset_new (corpus, &filter);
  input.subset = subset;
  layout = mig_lanes_update (lanes, &input);
  g_assert_null (mig_lanes_find (layout, summit));
  g_assert_nonnull (mig_lanes_find (layout, session));
  g_assert_cmpuint (layout->arcs->len, <, n_arcs);
  g_assert_cmpuint (layout->arcs->len, >, 0);
  assert_nothing_lost (layout);
  g_assert_cmpuint (layout->lanes[MIG_LANE_MEETINGS].n_dated, ==, 14);
  g_assert_cmpuint (layout->lanes[MIG_LANE_MEETINGS].n_all, ==, 17);
  g_assert_cmpuint (layout->lanes[MIG_LANE_UNDATED].n_dated, ==, 0);
  g_assert_true (layout->lanes[MIG_LANE_UNDATED].shown);

  /* The selected thing keeps its line through the lanes, though it is not there itself. */
  input.selected = summit;
  layout = mig_lanes_update (lanes, &input);
  g_assert_null (mig_lanes_find (layout, summit));
  g_assert_cmpuint (layout->arcs->len, ==, 0);
  g_assert_false (isnan (layout->guide_x));

  input.subset = NULL;
  layout = mig_lanes_update (lanes, &input);
  g_assert_nonnull (mig_lanes_find (layout, summit));
}

static MigRef
lookup (MigCorpus *corpus, MigKind kind, const char *name)
{
  for (guint i = 0; i < mig_corpus_get_n (corpus, kind); i++)
    {
      MigRef ref = mig_ref (kind, i);

      if (g_str_equal (mig_corpus_get_record (corpus, ref)->name, name))
        return ref;
    }
  g_assert_not_reached ();
}

static void
assert_speeches_apart (const MigLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const MigBox *a = box_at (layout, i), *b = box_at (layout, k);

        if (a->lane >= MIG_LANE_FOLLOWED && a->lane == b->lane && a->mark != MIG_MARK_DENSITY)
          g_assert_cmpfloat (fabs ((double) (a->x - b->x)), >=, (double) (a->width + b->width) / 2 - 0.5);
      }
}

/* What a lane follows is drawn or counted at every scale, and stands clear of its neighbours. */
static void
test_followed (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigSubset) subset = mig_subset_new (corpus, NULL);
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  const MigRef person = lookup (corpus, MIG_KIND_PERSON, "Bela Hovy");
  const MigRef refs[MIG_MAX_FOLLOWED] = { person, lookup (corpus, MIG_KIND_ORGANIZATION,
                                                          "International Organization for Migration") };
  g_autoptr (MigFollowing) following = mig_following_new (subset, refs);
  MigRefs items = mig_following_get_items (following, MIG_LANE_FOLLOWED);
  double last = mig_date_middle (mig_corpus_get_date (corpus, items.refs[items.n - 1]));

  g_assert_cmpuint (items.n, ==, mig_corpus_get_related (corpus, person, MIG_RELATION_SPEECHES).n);
  for (double span = 40000; span > 3; span /= 1.3)
    {
      MigLanesInput input = make_input (corpus, last - span * .6, last + span * .4, 1168, MIG_REF_NONE);
      const MigLayout *layout;

      input.following = following;
      input.n_lanes = 3;
      input.lanes[0] = MIG_LANE_MEETINGS;
      input.lanes[1] = MIG_LANE_FOLLOWED;
      input.lanes[2] = MIG_LANE_FOLLOWED + 1;
      layout = mig_lanes_update (lanes, &input);
      for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_LANE_FOLLOWED + 2; lane++)
        {
          guint n = 0;

          for (guint i = 0; i < layout->boxes->len; i++)
            n += box_at (layout, i)->lane == lane ? box_at (layout, i)->n : 0;
          g_assert_cmpuint (n, ==, mig_following_get_items (following, lane).n);
        }
      assert_speeches_apart (layout);
      if (span < 20)
        {
          const MigBox *box = mig_lanes_find (layout, items.refs[items.n - 1]);

          g_assert_nonnull (box);
          g_assert_cmpint (box->mark, ==, MIG_MARK_SPEECH);
          g_assert_cmpuint (layout->tenures->len, >, 0);
        }
    }
  g_assert_cmpstr (mig_following_get_company (following, MIG_LANE_FOLLOWED, items.refs[items.n - 1]), !=, "");
  g_assert_false (mig_following_can_follow (corpus, mig_corpus_lookup (corpus, "M14")));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/lanes/nothing-lost", assert_nothing_lost, test_bundled);
  g_test_add_data_func ("/lanes/labels-apart", assert_labels_apart, test_bundled);
  g_test_add_data_func ("/lanes/trays", assert_trays, test_bundled);
  g_test_add_func ("/lanes/undated", test_undated);
  g_test_add_func ("/lanes/arc-from-beyond", test_arc_from_beyond);
  g_test_add_func ("/lanes/levels", test_levels);
  g_test_add_func ("/lanes/density", test_density);
  g_test_add_func ("/lanes/links-later", test_links_later);
  g_test_add_func ("/lanes/arcs", test_arcs);
  g_test_add_func ("/lanes/filtered", test_filtered);
  g_test_add_func ("/lanes/trunk", test_trunk);
  g_test_add_func ("/lanes/sides", test_sides);
  g_test_add_func ("/lanes/precision", test_precision);
  g_test_add_func ("/lanes/numerals", test_numerals);
  g_test_add_func ("/lanes/throughout", test_throughout);
  g_test_add_func ("/lanes/sparse", test_sparse);
  g_test_add_data_func ("/lanes/tight-pills", GINT_TO_POINTER (12), test_tight_pills);
  g_test_add_data_func ("/lanes/tighter-pills", GINT_TO_POINTER (14), test_tight_pills);
  g_test_add_func ("/lanes/pick", test_pick);
  g_test_add_func ("/lanes/followed", test_followed);
  return g_test_run ();
}
