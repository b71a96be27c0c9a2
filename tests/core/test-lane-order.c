/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bundled-fixture.h"
#include "mig-lane-order.h"

/* The order of the lanes, which of them are shown, and what the settings keep of it. */

static void
changed_cb (guint *n_changed)
{
  (*n_changed)++;
}

static MigLaneOrder *
order_new (guint *n_changed)
{
  MigLaneOrder *order = mig_lane_order_new ();

  *n_changed = 0;
  g_signal_connect_swapped (order, "changed", G_CALLBACK (changed_cb), n_changed);

  return order;
}

static void
assert_order (MigLaneOrder *order, const char *expected)
{
  g_auto (GStrv) ids = mig_lane_order_to_strv (order);
  g_autofree char *found = g_strjoinv (" ", ids);

  g_assert_cmpstr (found, ==, expected);
  for (guint i = 0; i < mig_lane_order_get_n (order); i++)
    g_assert_cmpuint (mig_lane_order_get_position (order, mig_lane_order_get_lane (order, i)), ==, i);
}

static void
test_move (void)
{
  guint n_changed;
  g_autoptr (MigLaneOrder) order = order_new (&n_changed);

  assert_order (order, "meetings sessions events documents undated");
  mig_lane_order_move (order, MIG_LANE_DOCUMENTS, 0);
  assert_order (order, "documents meetings sessions events undated");
  mig_lane_order_move (order, MIG_LANE_MEETINGS, 3);
  assert_order (order, "documents sessions events meetings undated");
  mig_lane_order_move (order, MIG_LANE_SESSIONS, 99);
  assert_order (order, "documents events meetings undated sessions");
  g_assert_cmpuint (n_changed, ==, 3);
  mig_lane_order_move (order, MIG_LANE_SESSIONS, 4);
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_false (mig_lane_order_is_default (order));
  mig_lane_order_reset (order);
  assert_order (order, "meetings sessions events documents undated");
  mig_lane_order_reset (order);
  g_assert_cmpuint (n_changed, ==, 4);
}

/* One lane always stays. */
static void
test_hide (void)
{
  guint n_changed;
  g_autoptr (MigLaneOrder) order = order_new (&n_changed);
  MigLane visible[MIG_N_LANES];

  mig_lane_order_set_visible (order, MIG_LANE_MEETINGS, FALSE);
  mig_lane_order_set_visible (order, MIG_LANE_MEETINGS, FALSE);
  g_assert_cmpuint (n_changed, ==, 1);
  mig_lane_order_move (order, MIG_LANE_UNDATED, 0);
  assert_order (order, "undated -meetings sessions events documents");
  g_assert_cmpuint (mig_lane_order_get_visible (order, visible), ==, 4);
  g_assert_cmpuint (visible[0], ==, MIG_LANE_UNDATED);
  g_assert_cmpuint (visible[1], ==, MIG_LANE_SESSIONS);

  mig_lane_order_set_visible (order, MIG_LANE_UNDATED, FALSE);
  mig_lane_order_set_visible (order, MIG_LANE_SESSIONS, FALSE);
  mig_lane_order_set_visible (order, MIG_LANE_DOCUMENTS, FALSE);
  g_assert_false (mig_lane_order_can_hide (order, MIG_LANE_EVENTS));
  n_changed = 0;
  mig_lane_order_set_visible (order, MIG_LANE_EVENTS, FALSE);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpuint (mig_lane_order_get_visible (order, visible), ==, 1);
  g_assert_cmpuint (visible[0], ==, MIG_LANE_EVENTS);
  mig_lane_order_set_visible (order, MIG_LANE_UNDATED, TRUE);
  g_assert_true (mig_lane_order_can_hide (order, MIG_LANE_EVENTS));
}

/* Lanes on demand come under the sessions, each once, and go again. */
static void
test_follow (void)
{
  guint n_changed;
  g_autoptr (MigLaneOrder) order = order_new (&n_changed);
  MigLane lane;

  g_assert_true (mig_lane_order_follow (order, "migmeet:c#A"));
  g_assert_true (mig_lane_order_follow (order, "migmeet:c#B"));
  g_assert_true (mig_lane_order_follow (order, "migmeet:c#A"));
  g_assert_cmpuint (n_changed, ==, 2);
  assert_order (order, "meetings sessions migmeet:c#A migmeet:c#B events documents undated");
  g_assert_true (mig_lane_order_is_default (order));
  g_assert_true (mig_lane_order_find_followed (order, "migmeet:c#A", &lane));
  g_assert_cmpstr (mig_lane_order_get_followed (order, lane), ==, "migmeet:c#A");
  g_assert_null (mig_lane_order_get_followed (order, MIG_LANE_MEETINGS));

  mig_lane_order_move (order, lane, 99);
  mig_lane_order_set_visible (order, lane, FALSE);
  assert_order (order, "meetings sessions migmeet:c#B events documents undated -migmeet:c#A");
  /* To follow what is hidden shows it. */
  g_assert_true (mig_lane_order_follow (order, "migmeet:c#A"));
  g_assert_true (mig_lane_order_is_visible (order, lane));
  mig_lane_order_unfollow (order, lane);
  g_assert_false (mig_lane_order_find_followed (order, "migmeet:c#A", NULL));
  assert_order (order, "meetings sessions migmeet:c#B events documents undated");

  for (guint i = 1; i < MIG_MAX_FOLLOWED; i++)
    {
      g_autofree char *address = g_strdup_printf ("migmeet:c#%u", i);

      g_assert_true (mig_lane_order_follow (order, address));
    }
  g_assert_false (mig_lane_order_follow (order, "migmeet:c#too-many"));

  /* The last lane that is shown does not leave nothing behind. */
  for (MigLane other = 0; other < MIG_N_LANES; other++)
    if (other < MIG_LANE_FOLLOWED || other > MIG_LANE_FOLLOWED)
      mig_lane_order_set_visible (order, other, FALSE);
  mig_lane_order_unfollow (order, MIG_LANE_FOLLOWED);
  g_assert_true (mig_lane_order_is_visible (order, MIG_LANE_MEETINGS));
}

/* What the settings hold may come from another version, or from somebody's hand. */
static void
test_settings (void)
{
  static const struct
  {
    const char *written;
    const char *read;
  } cases[] = {
    { "events -sessions meetings documents undated", "events -sessions meetings documents undated" },
    { "", "meetings sessions events documents undated" },
    { "undated documents", "meetings sessions events undated documents" },
    { "events nonsense - events -events", "meetings sessions events documents undated" },
    { "events -migmeet:c#A migmeet:c#B migmeet:c#A",
      "meetings sessions events documents undated -migmeet:c#A migmeet:c#B" },
    { "documents -meetings", "documents undated -meetings sessions events" },
    { "-undated -documents -events -sessions -meetings", "-undated -documents -events -sessions meetings" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_changed;
      g_autoptr (MigLaneOrder) order = order_new (&n_changed);
      g_auto (GStrv) list = g_strsplit (cases[i].written, " ", -1);

      g_test_message ("%s", cases[i].written);
      mig_lane_order_set_strv (order, (const char *const *) list);
      assert_order (order, cases[i].read);
      g_assert_cmpuint (n_changed, ==, mig_lane_order_is_default (order) ? 0 : 1);
      mig_lane_order_set_strv (order, (const char *const *) list);
      g_assert_cmpuint (n_changed, <=, 1);
    }
}

/* Seven pixels a character: no fonts are needed to see where lanes stand. */
static double
measure (const char *text, MigTextStyle style, gpointer user_data)
{
  return 7.0 * (double) g_utf8_strlen (text, -1);
}

/* Lanes stand where they are asked for, and what is hidden holds nothing, whatever is selected. */
static void
test_layout (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigLanes) lanes = mig_lanes_new ();
  MigLanesInput input = {
    .corpus = corpus,
    .start = mig_day_from_civil (2012, 10, 1),
    .end = mig_day_from_civil (2018, 8, 1),
    .width = 1168,
    .em = MIG_DESIGN_EM,
    .selected = mig_corpus_lookup (corpus, "S14-08"),
    .n_rows = 3,
    .measure = measure,
  };
  double all = mig_lanes_get_height (&input);
  const MigLayout *layout;

  input.lanes[0] = MIG_LANE_DOCUMENTS;
  input.lanes[1] = MIG_LANE_SESSIONS;
  input.n_lanes = 2;
  g_assert_cmpfloat (mig_lanes_get_height (&input), <, all / 2);
  layout = mig_lanes_update (lanes, &input);
  g_assert_cmpfloat ((double) layout->lanes[MIG_LANE_DOCUMENTS].y, ==, 0);
  g_assert_cmpfloat ((double) layout->lanes[MIG_LANE_SESSIONS].y, ==,
                     (double) layout->lanes[MIG_LANE_DOCUMENTS].height);
  g_assert_false (layout->lanes[MIG_LANE_EVENTS].shown);
  g_assert_cmpuint (layout->lanes[MIG_LANE_EVENTS].n_dated, >, 0);
  g_assert_cmpuint (layout->boxes->len, >, 10);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigLane lane = g_array_index (layout->boxes, MigBox, i).lane;

      g_assert_true (lane == MIG_LANE_DOCUMENTS || lane == MIG_LANE_SESSIONS);
    }

  input.lanes[0] = MIG_LANE_UNDATED;
  input.n_lanes = 1;
  layout = mig_lanes_update (lanes, &input);
  g_assert_cmpuint (layout->boxes->len, >, 0);
  g_assert_cmpuint (layout->arcs->len, ==, 0);
  g_assert_cmpuint (layout->trays->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-order/move", test_move);
  g_test_add_func ("/lane-order/hide", test_hide);
  g_test_add_func ("/lane-order/settings", test_settings);
  g_test_add_func ("/lane-order/layout", test_layout);
  g_test_add_func ("/lane-order/follow", test_follow);

  return g_test_run ();
}
