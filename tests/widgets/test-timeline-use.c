/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-item-text.h"
#include "mig-overview.h"
#include "mig-timeline-item.h"
#include "timeline-stage.h"

/* Where the timeline's view goes, what is told of it, and the overview that leads it. */

/* What is in sight is told once the view rests: by the timeline, and to who has the keyboard in it. */
static void
test_sight (Fixture *fixture, gconstpointer data)
{
  double start = mig_day_from_civil (2016, 2, 1), end = mig_day_from_civil (2016, 2, 29) + 0.5;
  g_autofree char *sight = mig_item_text_in_sight (mig_navigator_get_subset (fixture->navigator), start, end);
  GtkWidget *item;

  g_assert_true (g_str_has_prefix (sight, "1 to 29 February 2016, 1 meeting, 11 sessions, "));
  mig_navigator_select (fixture->navigator, lookup (fixture, "M14"));
  settle (fixture);
  item = find_item (fixture, "M14");
  g_assert_true (gtk_widget_grab_focus (item));
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  mig_viewport_set_span (fixture->viewport, start, end);
  settle (fixture);

  wait_for (fixture, SIGHT_MS);
  gtk_test_accessible_assert_property (fixture->timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sight);
  /* Here nothing can be announced, so that the item's own description tells it. */
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sight);
}

static void
assert_years (Fixture *fixture, gint first, gint last)
{
  gint start, end;

  mig_day_to_civil ((gint) mig_viewport_get_start (fixture->viewport), &start, NULL, NULL);
  mig_day_to_civil ((gint) mig_viewport_get_end (fixture->viewport), &end, NULL, NULL);
  g_assert_cmpint (start, ==, first);
  g_assert_cmpint (end, ==, last);
}

/* A flight to a span selects nothing, takes the keyboard along and can be taken back. */
static void
test_fly_to (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  mig_navigator_set_viewport (fixture->navigator, fixture->viewport);
  mig_navigator_select (fixture->navigator, lookup (fixture, "M14"));
  mig_viewport_set_span (fixture->viewport, mig_day_from_civil (2015, 6, 1), mig_day_from_civil (2017, 6, 1));
  settle (fixture);

  mig_timeline_fly_to (MIG_TIMELINE (fixture->timeline), mig_day_from_civil (2003, 6, 1),
                       mig_day_from_civil (2005, 6, 1));
  g_assert_true (mig_viewport_is_moving (fixture->viewport));
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  assert_years (fixture, 2003, 2005);
  assert_selected (fixture, "M14");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (MIG_IS_TIMELINE_ITEM (focus));
  g_assert_cmpuint (mig_timeline_item_get_ref (MIG_TIMELINE_ITEM (focus)), ==, lookup (fixture, "M03"));

  /* The way back takes the keyboard along, too. */
  mig_navigator_go_back (fixture->navigator);
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  assert_years (fixture, 2015, 2017);
  g_assert_true (gtk_widget_has_focus (find_item (fixture, "M14")));
  mig_navigator_go_forward (fixture->navigator);
  mig_viewport_finish (fixture->viewport);
  assert_years (fixture, 2003, 2005);
}

/* Whatever is shown is selected and comes into sight with some years about it; what has no item is shown by what hangs
 * on it. */
static void
test_show_record (Fixture *fixture, gconstpointer data)
{
  MigTimeline *timeline = MIG_TIMELINE (fixture->timeline);
  double start;

  mig_navigator_set_viewport (fixture->navigator, fixture->viewport);
  g_assert_true (mig_timeline_show_record (timeline, lookup (fixture, "S14-08")));
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  assert_selected (fixture, "S14-08");
  g_assert_true (gtk_widget_has_focus (find_item (fixture, "S14-08")));

  /* It is there already: nothing moves. */
  start = mig_viewport_get_start (fixture->viewport);
  g_assert_true (mig_timeline_show_record (timeline, lookup (fixture, "S14-08")));
  g_assert_false (mig_viewport_is_moving (fixture->viewport));
  g_assert_cmpfloat (mig_viewport_get_start (fixture->viewport), ==, start);

  mig_viewport_set_span (fixture->viewport, mig_day_from_civil (2002, 6, 1), mig_day_from_civil (2003, 6, 1));
  settle (fixture);
  g_assert_true (mig_timeline_show_record (timeline, lookup (fixture, "P-riera")));
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  assert_years (fixture, 2015, 2016);
  assert_selected (fixture, "P-riera");

  mig_navigator_go_back (fixture->navigator);
  mig_viewport_finish (fixture->viewport);
  assert_selected (fixture, "S14-08");
  assert_years (fixture, 2002, 2003);
}

static void
assert_days (Fixture *fixture, double start, double end)
{
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_start (fixture->viewport), start, 0.01);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_end (fixture->viewport), end, 0.01);
}

/* The handle by keys: both ends, each end by itself, a page, and to the ends of the strip; and what it tells. */
static void
test_overview_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overview = g_object_ref_sink (mig_overview_new (fixture->navigator, fixture->viewport));
  const double day = mig_day_from_civil (2010, 1, 1);
  double first, last;
  static const struct
  {
    const char *action;
    double start, end;
  } ltr[] = {
    { "overview.right", 10, 110 },     { "overview.left", 0, 100 },      { "overview.end-right", 0, 110 },
    { "overview.end-left", 0, 99 },    { "overview.start-left", -9.9, 99 }, { "overview.start-right", 0.99, 99 },
    { "overview.later", 74.4975, 172.5075 }, { "overview.earlier", 0.99, 99 },
  };

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  mig_viewport_set_span (fixture->viewport, day, day + 100);
  for (guint i = 0; i < G_N_ELEMENTS (ltr); i++)
    {
      g_test_message ("%s", ltr[i].action);
      g_assert_true (gtk_widget_activate_action (overview, ltr[i].action, NULL));
      assert_days (fixture, day + ltr[i].start, day + ltr[i].end);
    }

  gtk_widget_set_direction (overview, GTK_TEXT_DIR_RTL);
  mig_viewport_set_span (fixture->viewport, day, day + 100);
  g_assert_true (gtk_widget_activate_action (overview, "overview.left", NULL));
  assert_days (fixture, day + 10, day + 110);
  g_assert_true (gtk_widget_activate_action (overview, "overview.end-left", NULL));
  assert_days (fixture, day + 10, day + 120);

  /* One end never passes the other, nor what can be shown. */
  mig_viewport_set_span (fixture->viewport, day, day + MIG_VIEWPORT_MIN_SPAN);
  g_assert_true (gtk_widget_activate_action (overview, "overview.end-right", NULL));
  assert_days (fixture, day, day + MIG_VIEWPORT_MIN_SPAN);
  mig_viewport_get_limits (fixture->viewport, NULL, &last);
  mig_viewport_set_span (fixture->viewport, last - 1000, last);
  g_assert_true (gtk_widget_activate_action (overview, "overview.end-left", NULL));
  assert_days (fixture, last - 1000, last);

  mig_viewport_set_span (fixture->viewport, day, day + 100);
  mig_viewport_get_home (fixture->viewport, &first, &last);
  g_assert_true (gtk_widget_activate_action (overview, "overview.first", NULL));
  assert_days (fixture, first, first + 100);
  g_assert_true (gtk_widget_activate_action (overview, "overview.last", NULL));
  assert_days (fixture, last - 100, last);

  mig_viewport_set_span (fixture->viewport, day, day + 3652);
  wait_for (fixture, SIGHT_MS);
  gtk_test_accessible_assert_property (overview, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "January 2010 to January 2020");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_finalize_object (overview);
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overview = g_object_ref_sink (mig_overview_new (fixture->navigator, fixture->viewport));
  double span = mig_viewport_get_span (fixture->viewport);

  gtk_test_accessible_assert_property (overview, GTK_ACCESSIBLE_PROPERTY_LABEL, "Overview");
  g_assert_true (gtk_widget_get_focusable (overview));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_true (gtk_widget_activate_action (overview, "overview.narrower", NULL));
  g_assert_cmpfloat (mig_viewport_get_span (fixture->viewport), <, span);
  span = mig_viewport_get_start (fixture->viewport);
  g_assert_true (gtk_widget_activate_action (overview, "overview.right", NULL));
  g_assert_cmpfloat (mig_viewport_get_start (fixture->viewport), >, span);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_finalize_object (overview);
}

static double
get_y (Fixture *fixture, const char *id)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (find_item (fixture, id), fixture->timeline, &bounds));
  return (double) bounds.origin.y;
}

/* What can be pointed at stands where it is drawn, also after a lane above it has gone or come, though the same things
 * are in sight. */
static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigLaneOrder) order = mig_lane_order_new ();
  MigCorpus *corpus = mig_navigator_get_corpus (fixture->navigator);
  g_autofree char *address = mig_corpus_dup_address (corpus, lookup (fixture, "P-hovy"));
  double before, without;
  MigLane lane;

  mig_timeline_set_lane_order (MIG_TIMELINE (fixture->timeline), order);
  mig_navigator_select (fixture->navigator, lookup (fixture, "M14"));
  settle (fixture);
  before = get_y (fixture, "S14-08");
  mig_lane_order_set_visible (order, MIG_LANE_MEETINGS, FALSE);
  settle (fixture);
  without = get_y (fixture, "S14-08");
  g_assert_cmpfloat (without, <, before - 20);

  /* A lane that follows a person has their interventions, and a button that takes it away. */
  g_assert_true (mig_lane_order_follow (order, address));
  g_assert_true (mig_lane_order_find_followed (order, address, &lane));
  mig_lane_order_move (order, lane, 0);
  settle (fixture);
  g_assert_cmpfloat (get_y (fixture, "S14-08"), >, without + 20);
}

static guint
count_lanes (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->timeline); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child) &&
                 gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_LIST
             ? 1
             : 0;
  return n;
}

/* With no height to spare two lanes go and the rest asks for less; where they are all there is, they stay. */
static void
test_brief (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigLaneOrder) order = mig_lane_order_new ();
  MigTimeline *timeline = MIG_TIMELINE (fixture->timeline);
  int before, brief;
  guint n;

  mig_timeline_set_lane_order (timeline, order);
  settle (fixture);
  n = count_lanes (fixture);
  gtk_widget_measure (fixture->timeline, GTK_ORIENTATION_VERTICAL, -1, &before, NULL, NULL, NULL);
  mig_timeline_set_brief (timeline, TRUE);
  settle (fixture);
  g_assert_cmpuint (count_lanes (fixture), ==, n - 2);
  gtk_widget_measure (fixture->timeline, GTK_ORIENTATION_VERTICAL, -1, &brief, NULL, NULL, NULL);
  g_assert_cmpint (brief, <, before);

  mig_lane_order_set_visible (order, MIG_LANE_MEETINGS, FALSE);
  mig_lane_order_set_visible (order, MIG_LANE_SESSIONS, FALSE);
  mig_lane_order_set_visible (order, MIG_LANE_EVENTS, FALSE);
  settle (fixture);
  g_assert_cmpuint (count_lanes (fixture), ==, 2);
  mig_timeline_set_brief (timeline, FALSE);
  settle (fixture);
  g_assert_cmpuint (count_lanes (fixture), ==, 2);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("/timeline-use/overview", test_overview);
  ADD ("/timeline-use/overview-keys", test_overview_keys);
  ADD ("/timeline-use/sight", test_sight);
  ADD ("/timeline-use/fly-to", test_fly_to);
  ADD ("/timeline-use/show-record", test_show_record);
  ADD ("/timeline-use/lanes", test_lanes);
  ADD ("/timeline-use/brief", test_brief);

  return g_test_run ();
}
