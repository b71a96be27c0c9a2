/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "window-stage.h"

#include "mig-compat.h"
#include "mig-entity.h"
#include "mig-glyph.h"
#include "mig-item-table.h"
#include "mig-jump.h"
#include "mig-lane-menu.h"
#include "mig-legend.h"
#include "mig-legend-sample.h"
#include "mig-overview.h"
#include "mig-settings.h"
#include "mig-timeline-item.h"
#include "mig-timeline-pane.h"
#include "mig-timeline.h"

/* How the timeline is looked at: dates to go to, its twin, its lanes, its legend, and which way time runs. */

typedef struct
{
  MigWindow *window;
  GSettings *settings;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = good_file ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->settings = mig_settings_new ();
  g_assert_nonnull (fixture->settings);
  forget_places ();
  fixture->window = MIG_WINDOW (mig_window_new (NULL, NULL, fixture->settings));
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_and_wait (fixture->window, file);
  wait_until (is_in_state (fixture->window, "main"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  destroy_window (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_settings_reset (fixture->settings, "lanes");
  g_settings_reset (fixture->settings, "time-left-to-right");
  g_object_unref (fixture->settings);
}

static GtkWidget *
get (Fixture *fixture, GType type)
{
  return find_by_type (GTK_WIDGET (fixture->window), type);
}

static MigNavigator *
get_navigator (Fixture *fixture)
{
  return mig_window_get_navigator (fixture->window);
}

static MigRef
lookup (Fixture *fixture, const char *id)
{
  MigRef ref = mig_corpus_lookup (mig_navigator_get_corpus (get_navigator (fixture)), id);

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);

  return ref;
}

static gboolean
is_selected (Fixture *fixture, const char *id)
{
  return mig_navigator_get_selected (get_navigator (fixture)) == lookup (fixture, id);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
has_focus_in (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static char *
describe_view (Fixture *fixture)
{
  MigViewport *viewport = mig_window_get_viewport (fixture->window);
  gint start, end, start_month, end_month;

  mig_day_to_civil ((gint) mig_viewport_get_start (viewport), &start, &start_month, NULL);
  mig_day_to_civil ((gint) mig_viewport_get_end (viewport), &end, &end_month, NULL);

  return g_strdup_printf ("%d-%02d %d-%02d", start, start_month, end, end_month);
}

static void
assert_view (Fixture *fixture, const char *expected)
{
  g_autofree char *found = describe_view (fixture);

  g_assert_cmpstr (found, ==, expected);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *css_class)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, css_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, css_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A date that is typed is told while it is typed; Enter goes there, and Back returns. */
static void
test_jump (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = describe_view (fixture);
  GtkWidget *jump, *entry, *preview;

  g_assert_null (get (fixture, MIG_TYPE_JUMP));
  activate (fixture->window, "go-to-date");
  jump = get (fixture, MIG_TYPE_JUMP);
  wait_until (gtk_widget_get_mapped (jump));
  entry = find_by_type (jump, GTK_TYPE_ENTRY);
  preview = find_label (jump, "mig-jump-preview");
  gtk_test_accessible_assert_property (jump, GTK_ACCESSIBLE_PROPERTY_LABEL, "Go to a Date");
  g_assert_false (gtk_widget_get_visible (preview));

  gtk_editable_set_text (GTK_EDITABLE (entry), "30 Feb 2015");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (preview)), ==, "February 2015 has no day 30.");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_mapped (jump));
  assert_view (fixture, before);

  gtk_editable_set_text (GTK_EDITABLE (entry), "sept 2015 to march 2016");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (preview)), ==, "September 2015 – March 2016");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "September 2015 – March 2016");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  g_signal_emit_by_name (entry, "activate");
  wait_until (!gtk_widget_get_mapped (jump));
  assert_view (fixture, "2015-08 2016-04");
  wait_until (MIG_IS_TIMELINE_ITEM (get_focus (fixture)));

  activate (fixture->window, "back");
  assert_view (fixture, before);
}

static gboolean
is_ready (MigItemTable *table, guint n)
{
  return g_list_model_get_n_items (mig_item_table_get_model (table)) == n;
}

static char *
list_first (MigItemTable *table, guint n)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MigEntity) entity = g_list_model_get_item (mig_item_table_get_model (table), i);
      const MigRecord *record = mig_corpus_get_record (mig_entity_get_corpus (entity), mig_entity_get_ref (entity));

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", record->id);
    }

  return g_string_free (ids, FALSE);
}

static guint
count_items (Fixture *fixture)
{
  MigCorpus *corpus = mig_navigator_get_corpus (get_navigator (fixture));
  guint n = 0;

  for (guint track = 0; track < MIG_N_TRACKS; track++)
    n += mig_corpus_get_track (corpus, (MigTrack) track, NULL).n;

  return n;
}

static MigItemTable *
show_list (Fixture *fixture)
{
  MigItemTable *table;

  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list", g_variant_new_boolean (TRUE));
  table = MIG_ITEM_TABLE (get (fixture, MIG_TYPE_ITEM_TABLE));
  wait_until (is_ready (table, count_items (fixture)));

  return table;
}

static gboolean
focus_is_row (Fixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL && g_str_equal (gtk_widget_get_css_name (focus), "row");
}

/* One key away, made when it is first wanted, and the focus is on the same item there and back. */
static void
test_twin (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timeline = get (fixture, MIG_TYPE_TIMELINE);
  MigItemTable *table;
  guint position;

  g_assert_null (get (fixture, MIG_TYPE_ITEM_TABLE));
  mig_navigator_select (get_navigator (fixture), lookup (fixture, "S14-08"));
  wait_until (mig_timeline_grab_item (MIG_TIMELINE (timeline), lookup (fixture, "S14-08")));
  wait_until (has_focus_in (fixture, timeline));

  table = show_list (fixture);
  g_assert_false (gtk_widget_get_visible (timeline));
  wait_until (focus_is_row (fixture));
  gtk_test_accessible_assert_property (
    get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "VIII. Preparing the 19 September summit of the General Assembly: the Secretary-General’s report, Session, "
    "26 February 2016");

  /* What is selected elsewhere is found here. */
  mig_navigator_select (get_navigator (fixture), lookup (fixture, "M02"));
  g_assert_true (mig_item_table_find (table, lookup (fixture, "M02"), &position));
  g_assert_cmpuint (position, <, 20);

  activate (fixture->window, "show-on-timeline");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (table)));
  wait_until (has_focus_in (fixture, timeline));
  g_assert_cmpuint (mig_timeline_item_get_ref (MIG_TIMELINE_ITEM (get_focus (fixture))), ==, lookup (fixture, "M02"));
}

static GtkSelectionModel *
get_selection (MigItemTable *table)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find_by_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW)));
}

/* What is selected here is selected everywhere. */
static void
test_twin_leads (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  guint position;

  g_assert_true (mig_item_table_find (table, lookup (fixture, "E-summit-2016"), &position));
  gtk_selection_model_select_item (get_selection (table), position, TRUE);
  g_assert_true (is_selected (fixture, "E-summit-2016"));

  /* A person is no row: nothing is selected then. */
  mig_navigator_select (get_navigator (fixture), lookup (fixture, "P-riera"));
  g_assert_false (gtk_selection_model_is_selected (get_selection (table), position));
  activate (fixture->window, "back");
  g_assert_true (gtk_selection_model_is_selected (get_selection (table), position));
}

/* Sorted by any column, all are still there, and each is found where it stands. */
static void
test_twin_sorts (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  GtkColumnView *view = GTK_COLUMN_VIEW (find_by_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  GListModel *columns = gtk_column_view_get_columns (view);
  const guint n = count_items (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    for (guint order = 0; order < 2; order++)
      {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
        GListModel *rows = mig_item_table_get_model (table);

        g_test_message ("%s, %u", gtk_column_view_column_get_title (column), order);
        gtk_column_view_sort_by_column (view, column, (GtkSortType) order);
        wait_until (mig_item_table_is_settled (table));
        g_assert_true (is_ready (table, n));
        for (guint k = 0; k < n; k++)
          {
            g_autoptr (MigEntity) entity = g_list_model_get_item (rows, k);
            guint position;

            g_assert_true (mig_item_table_find (table, mig_entity_get_ref (entity), &position));
            g_assert_cmpuint (position, ==, k);
          }
      }
}

static void
assert_first (Fixture *fixture, MigItemTable *table, guint column_index, GtkSortType order, const char *expected)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find_by_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), column_index);
  g_autofree char *found = NULL;

  gtk_column_view_sort_by_column (view, column, order);
  wait_until (mig_item_table_is_settled (table));
  found = list_first (table, 1);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_twin_orders (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);

  assert_first (fixture, table, 3, GTK_SORT_DESCENDING, "M14");
  assert_first (fixture, table, 4, GTK_SORT_DESCENDING, "D-70-1");
  assert_first (fixture, table, 2, GTK_SORT_ASCENDING, "D-1951");
}

/* Where the filter is typed: a drop-down has an entry of its own. */
static GtkWidget *
find_entry (MigItemTable *table)
{
  GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (table));

  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_SEARCH_ENTRY (child))
      return child;
  g_assert_not_reached ();
}

/* Letters and accents do not matter; words may stand anywhere; kinds narrow it further. */
static void
test_twin_filters (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  GtkWidget *entry = find_entry (table);
  GtkWidget *kinds = find_by_type (GTK_WIDGET (table), GTK_TYPE_DROP_DOWN);
  GtkWidget *nothing = find_label (GTK_WIDGET (table), "mig-soft");
  g_autofree char *found = NULL;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), 1);
  wait_until (is_ready (table, 17));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), 2);
  wait_until (is_ready (table, 14));
  gtk_editable_set_text (GTK_EDITABLE (entry), "SUMMÍT preparing");
  wait_until (is_ready (table, 1));
  found = list_first (table, 1);
  g_assert_cmpstr (found, ==, "S14-08");

  gtk_editable_set_text (GTK_EDITABLE (entry), "nothing of that kind");
  wait_until (is_ready (table, 0));
  g_assert_nonnull (nothing);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  wait_until (is_ready (table, count_items (fixture)));
}

static void
assert_kept (Fixture *fixture, const char *expected)
{
  g_auto (GStrv) ids = g_settings_get_strv (fixture->settings, "lanes");
  g_autofree char *found = g_strjoinv (" ", ids);

  g_assert_cmpstr (found, ==, expected);
}

/* Lanes are hidden and moved by what the menu offers, and the choice is kept. */
static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu;

  activate (fixture->window, "lanes");
  menu = get (fixture, MIG_TYPE_LANE_MENU);
  wait_until (gtk_widget_get_mapped (menu));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_by_label (menu, "Documents")), FALSE);
  assert_kept (fixture, "meetings sessions events -documents undated");
  g_signal_emit_by_name (find_by_label (menu, "Move “Events” Up"), "clicked");
  assert_kept (fixture, "meetings events sessions -documents undated");
  g_assert_false (gtk_widget_get_sensitive (find_by_label (menu, "Move “Meetings” Up")));
  gtk_test_accessible_assert_property (find_by_label (menu, "Move “Undated” Up"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Move “Undated” Up");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_by_label (menu, "Sessions")), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_by_label (menu, "Undated")), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_by_label (menu, "Events")), FALSE);
  g_assert_false (gtk_widget_get_sensitive (find_by_label (menu, "Meetings")));
}

static void
test_lanes_remembered (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "undated", "-events", "meetings", "sessions", "documents", NULL };
  g_autoptr (GFile) file = good_file ();
  static const char *const names[] = { "Undated", "Meetings", "Sessions", "Documents" };
  MigTimelinePane *pane;
  MigLane lanes[MIG_N_LANES];
  GtkWidget *lane;

  destroy_window (fixture->window);
  /* What this corpus was left with would come before what the settings say. */
  forget_places ();
  g_settings_set_strv (fixture->settings, "lanes", ids);
  fixture->window = MIG_WINDOW (mig_window_new (NULL, NULL, fixture->settings));
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_and_wait (fixture->window, file);
  pane = MIG_TIMELINE_PANE (get (fixture, MIG_TYPE_TIMELINE_PANE));
  g_assert_cmpuint (mig_lane_order_get_visible (mig_timeline_pane_get_lane_order (pane), lanes), ==, 4);
  g_assert_cmpuint (lanes[0], ==, MIG_LANE_UNDATED);

  /* A screen reader goes through the lanes as they stand, and so do the arrow keys. */
  lane = gtk_widget_get_first_child (mig_timeline_pane_get_timeline (pane));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++, lane = gtk_widget_get_next_sibling (lane))
    {
      g_assert_true (gtk_widget_get_visible (lane));
      gtk_test_accessible_assert_property (lane, GTK_ACCESSIBLE_PROPERTY_LABEL, names[i]);
    }
  g_assert_false (gtk_widget_get_visible (lane));
  mig_navigator_select (get_navigator (fixture), lookup (fixture, "M14"));
  wait_until (mig_timeline_grab_item (MIG_TIMELINE (mig_timeline_pane_get_timeline (pane)), MIG_REF_NONE));
  g_assert_true (gtk_widget_activate_action (mig_timeline_pane_get_timeline (pane), "timeline.down", NULL));
  g_assert_true (is_selected (fixture, "S14-01"));
  g_assert_true (gtk_widget_activate_action (mig_timeline_pane_get_timeline (pane), "timeline.down", NULL));
  g_assert_cmpuint (mig_ref_kind (mig_navigator_get_selected (get_navigator (fixture))), ==, MIG_KIND_DOCUMENT);
}

/* Each mark has words; in high contrast it is drawn in those colours. */
static void
test_legend (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  GtkWidget *legend = NULL, *sample;
  GtkSnapshot *snapshot;
  GskRenderNode *light, *dark;

  activate (fixture->window, "legend");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MIG_IS_LEGEND (window))
        legend = window;
    }
  g_assert_nonnull (legend);
  wait_until (gtk_widget_get_mapped (legend));
  sample = find_by_type (legend, MIG_TYPE_LEGEND_SAMPLE);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (sample), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (sample), GTK_ACCESSIBLE_PROPERTY_LABEL, "Meeting");

  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (sample)->snapshot (sample, snapshot);
  light = gtk_snapshot_free_to_node (snapshot);
  g_object_set (legend, "palette", "hc-dark", NULL);
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (sample)->snapshot (sample, snapshot);
  dark = gtk_snapshot_free_to_node (snapshot);
  {
    g_autoptr (GBytes) one = gsk_render_node_serialize (light);
    g_autoptr (GBytes) other = gsk_render_node_serialize (dark);

    g_assert_false (g_bytes_equal (one, other));
  }
  gsk_render_node_unref (light);
  gsk_render_node_unref (dark);

  /* Asked for again it is the same window. */
  activate (fixture->window, "legend");
  gtk_window_destroy (GTK_WINDOW (legend));
  activate (fixture->window, "legend");
}

/* Time follows the text, unless it is to run to the right always; that is offered only where it makes a difference. */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timeline = get (fixture, MIG_TYPE_TIMELINE), *overview = get (fixture, MIG_TYPE_OVERVIEW);
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);

  g_assert_false (g_action_group_get_action_enabled (actions, "time-left-to-right"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_assert_true (g_action_group_get_action_enabled (actions, "time-left-to-right"));
  g_assert_cmpint (gtk_widget_get_direction (timeline), ==, GTK_TEXT_DIR_RTL);

  g_action_group_change_action_state (actions, "time-left-to-right", g_variant_new_boolean (TRUE));
  g_assert_cmpint (gtk_widget_get_direction (timeline), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (overview), ==, GTK_TEXT_DIR_LTR);
  g_assert_true (g_settings_get_boolean (fixture->settings, "time-left-to-right"));

  g_action_group_change_action_state (actions, "time-left-to-right", g_variant_new_boolean (FALSE));
  g_assert_cmpint (gtk_widget_get_direction (timeline), ==, GTK_TEXT_DIR_RTL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* From any page to where it is in time; an unknown record does nothing. */
static void
test_show_record (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);
  g_autofree char *before = NULL;

  g_action_group_activate_action (actions, "show-record", g_variant_new_uint32 (lookup (fixture, "M02")));
  g_assert_true (is_selected (fixture, "M02"));
  g_action_group_activate_action (actions, "show-record", g_variant_new_uint32 (G_MAXUINT32));
  g_action_group_activate_action (actions, "open-record", g_variant_new_uint32 (0));
  g_assert_true (is_selected (fixture, "M02"));
  g_action_group_activate_action (actions, "open-record", g_variant_new_uint32 (lookup (fixture, "P-riera")));
  g_assert_true (is_selected (fixture, "P-riera"));
  before = describe_view (fixture);
  activate (fixture->window, "show-on-timeline");
  assert_view (fixture, "2014-08 2017-08");
  activate (fixture->window, "back");
  g_assert_true (is_selected (fixture, "P-riera"));
  assert_view (fixture, before);

  /* A place is nowhere in time; that is said. */
  g_assert_null (mig_window_get_message (fixture->window));
  g_action_group_activate_action (actions, "show-record", g_variant_new_uint32 (mig_ref (MIG_KIND_AREA, 0)));
  g_assert_cmpstr (mig_window_get_message (fixture->window), ==,
                   "This has no date, and nothing that has one leads to it.");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (!window_stage_init (&argc, &argv))
    return 0;

  ADD ("/views/jump", test_jump);
  ADD ("/views/twin", test_twin);
  ADD ("/views/twin-leads", test_twin_leads);
  ADD ("/views/twin-sorts", test_twin_sorts);
  ADD ("/views/twin-orders", test_twin_orders);
  ADD ("/views/twin-filters", test_twin_filters);
  ADD ("/views/lanes", test_lanes);
  ADD ("/views/lanes-remembered", test_lanes_remembered);
  ADD ("/views/legend", test_legend);
  ADD ("/views/direction", test_direction);
  ADD ("/views/show-record", test_show_record);

  return window_stage_run ();
}
