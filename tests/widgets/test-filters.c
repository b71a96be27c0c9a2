/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmark-menu.h"
#include "mig-browser.h"
#include "mig-filter-bar.h"
#include "mig-filter-panel.h"
#include "mig-filter-text.h"
#include "mig-item-table.h"
#include "mig-jump.h"
#include "mig-lane-menu.h"
#include "mig-timeline-item.h"
#include "mig-timeline.h"
#include "window-stage.h"

/* Filters in a window: everything that shows a corpus shows the same part of it, and says that it is one. */

typedef struct
{
  MigWindow *window;
  MigNavigator *navigator;
  MigCorpus *corpus;
} Fixture;

/* What has this text on it and is on the screen: a label, a button, a switch. */
static GtkWidget *
find_text (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);
  return found;
}

static GtkWidget *
find_around (GtkWidget *widget, const char *text, GType type)
{
  GtkWidget *label = find_text (widget, text);

  return label != NULL ? gtk_widget_get_ancestor (label, type) : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = show_window ();
  fixture->navigator = mig_window_get_navigator (fixture->window);
  activate (fixture->window, "open-bundled");
  wait_until (is_in_state (fixture->window, "main"));
  fixture->corpus = mig_navigator_get_corpus (fixture->navigator);
  wait_until (find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_TIMELINE_ITEM) != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  destroy_window (fixture->window);
}

static void
ask (Fixture *fixture, const char *action, const char *part, const char *value)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, g_variant_new ("(ss)", part, value));
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

static GtkWidget *
find_bar (Fixture *fixture)
{
  return find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_FILTER_BAR);
}

static GtkWidget *
find_panel (Fixture *fixture)
{
  return find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_FILTER_PANEL);
}

static gboolean
has_item (Fixture *fixture, const char *id)
{
  const MigRef ref = mig_corpus_lookup (fixture->corpus, id);
  GtkWidget *timeline = find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_TIMELINE);

  for (GtkWidget *lane = gtk_widget_get_first_child (timeline); lane != NULL; lane = gtk_widget_get_next_sibling (lane))
    {
      for (GtkWidget *item = gtk_widget_get_first_child (lane); item != NULL; item = gtk_widget_get_next_sibling (item))
        {
          if (MIG_IS_TIMELINE_ITEM (item) && mig_timeline_item_get_ref (MIG_TIMELINE_ITEM (item)) == ref &&
              gtk_widget_get_visible (item))
            return TRUE;
        }
    }
  return FALSE;
}

/* A chip comes with a filter, is named for what it does, and takes the filter with it when it goes. */
static void
test_chips (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_bar (fixture), *chip;

  g_assert_false (gtk_widget_get_mapped (bar));
  g_assert_false (is_enabled (fixture, "clear-filters"));
  ask (fixture, "add-filter", MIG_FILTER_ORGANIZATIONS, "O-iom");
  ask (fixture, "add-filter", MIG_FILTER_SPAN, "2014 to 2016");
  wait_until (gtk_widget_get_mapped (bar));
  g_assert_true (is_enabled (fixture, "clear-filters"));
  g_assert_nonnull (find_text (bar, "2014–2016"));
  chip = find_around (bar, "Organization: IOM", GTK_TYPE_BUTTON);
  g_assert_nonnull (chip);
  gtk_test_accessible_assert_role (chip, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove filter: Organization: IOM");

  /* The keyboard goes on to the next one. */
  wait_until (gtk_widget_get_mapped (chip));
  gtk_widget_grab_focus (chip);
  g_assert_true (gtk_widget_activate (find_around (bar, "2014–2016", GTK_TYPE_BUTTON)));
  wait_until (find_text (bar, "2014–2016") == NULL);
  g_assert_nonnull (find_text (bar, "Organization: IOM"));
  chip = find_around (bar, "Organization: IOM", GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (chip);
  ask (fixture, "add-filter", MIG_FILTER_DISAGREES, "");
  ask (fixture, "remove-filter", MIG_FILTER_ORGANIZATIONS, "O-iom");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 find_around (bar, "Sources disagree", GTK_TYPE_BUTTON));

  activate (fixture->window, "clear-filters");
  g_assert_true (mig_filter_is_empty (mig_navigator_get_filter (fixture->navigator)));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_false (is_enabled (fixture, "clear-filters"));
}

/* Timeline, contents, title and counts show the same; what is selected stays so, and the bar says where it went. */
static void
test_alike (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_bar (fixture);
  MigSubset *subset;

  mig_navigator_select (fixture->navigator, mig_corpus_lookup (fixture->corpus, "E-summit-2016"));
  wait_until (has_item (fixture, "E-summit-2016"));
  ask (fixture, "add-filter", MIG_FILTER_SPAN, "until June 2016");
  subset = mig_navigator_get_subset (fixture->navigator);
  wait_until (!has_item (fixture, "E-summit-2016"));
  wait_until (has_item (fixture, "M14"));
  g_assert_cmpuint (mig_navigator_get_selected (fixture->navigator), ==,
                    mig_corpus_lookup (fixture->corpus, "E-summit-2016"));
  wait_until (find_text (bar, "Selected, but filtered away: “19 September summit”") != NULL);
  g_assert_cmpuint (mig_subset_count (subset, MIG_SEARCH_GROUP_MEETINGS), ==, 14);
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->window), "14 of 17 meetings · 2002–2019"));

  activate (fixture->window, "back");
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->window), "17 meetings · 2002–2019"));
  g_assert_false (gtk_widget_get_visible (bar));
  wait_until (has_item (fixture, "E-summit-2016"));
  activate (fixture->window, "forward");
  g_assert_true (gtk_widget_get_visible (bar));
}

static guint
count_rows (MigItemTable *table)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find_by_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

/* The list has the rows that pass, beside what its own words ask for. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table;
  g_autofree char *choice = NULL;
  guint position, n = 0, all = 0;

  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list", g_variant_new_boolean (TRUE));
  table = MIG_ITEM_TABLE (find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_ITEM_TABLE));
  for (MigTrack track = 0; track < MIG_N_TRACKS; track++)
    all += mig_corpus_get_track (fixture->corpus, track, NULL).n;
  wait_until (mig_item_table_is_settled (table));
  g_assert_cmpuint (count_rows (table), ==, all);
  ask (fixture, "add-filter", MIG_FILTER_PLACES, "A-new-york");
  for (MigTrack track = 0; track < MIG_N_TRACKS; track++)
    n += mig_subset_get_track (mig_navigator_get_subset (fixture->navigator), track, NULL).n;
  g_assert_cmpuint (n, <, all);
  wait_until (mig_item_table_is_settled (table));
  g_assert_cmpuint (count_rows (table), ==, n);
  g_assert_true (mig_item_table_find (table, mig_corpus_lookup (fixture->corpus, "M14"), &position));
  g_assert_false (mig_item_table_find (table, mig_corpus_lookup (fixture->corpus, "E-icpd-1994"), &position));

  /* The switch of lists counts what its lists have. */
  ask (fixture, "add-filter", MIG_FILTER_SPEAKERS, "P-riera");
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list-kind",
                                      g_variant_new_string ("speakers"));
  wait_until (mig_item_table_is_settled (table));
  n = mig_subset_count_records (mig_navigator_get_subset (fixture->navigator), MIG_KIND_PERSON);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, mig_corpus_get_n (fixture->corpus, MIG_KIND_PERSON));
  g_assert_cmpuint (count_rows (table), ==, n);
  choice = g_strdup_printf ("Speakers (%u)", n);
  g_assert_nonnull (find_text (GTK_WIDGET (table), choice));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list-kind",
                                      g_variant_new_string ("timeline"));

  activate (fixture->window, "clear-filters");
  wait_until (mig_item_table_is_settled (table));
  g_assert_cmpuint (count_rows (table), ==, all);
}

/* A search finds what passes, and tells how much more there would be. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigFinder) finder = mig_finder_new ();
  g_autoptr (MigSubset) subset = NULL;
  MigFilter filter;
  guint all;

  mig_finder_set_corpus (finder, fixture->corpus);
  mig_finder_set_text (finder, "remittances");
  wait_until (mig_finder_get_results (finder) != NULL);
  all = mig_search_results_get_n (mig_finder_get_results (finder));
  g_assert_cmpuint (mig_search_results_get_n_hidden (mig_finder_get_results (finder)), ==, 0);

  mig_filter_init (&filter);
  filter.groups = 1u << MIG_SEARCH_GROUP_SESSIONS;
  subset = mig_subset_new (fixture->corpus, &filter);
  mig_finder_set_subset (finder, subset);
  g_assert_cmpuint (mig_search_results_get_n (mig_finder_get_results (finder)), >, 0);
  g_assert_cmpuint (mig_search_results_get_n (mig_finder_get_results (finder)) +
                      mig_search_results_get_n_hidden (mig_finder_get_results (finder)), ==, all);
  for (MigRef ref = mig_search_results_step (mig_finder_get_results (finder), MIG_REF_NONE, 1), first = ref;;)
    {
      g_assert_true (mig_subset_has (subset, ref));
      ref = mig_search_results_step (mig_finder_get_results (finder), ref, 1);
      if (ref == first)
        break;
    }
  mig_finder_set_subset (finder, NULL);
  g_assert_cmpuint (mig_search_results_get_n (mig_finder_get_results (finder)), ==, all);
}

static void
set_panel_open (Fixture *fixture, gboolean open)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "filters", g_variant_new_boolean (open));
}

static GtkCheckButton *
find_switch (Fixture *fixture, const char *text)
{
  return GTK_CHECK_BUTTON (find_around (find_panel (fixture), text, GTK_TYPE_CHECK_BUTTON));
}

/* The arrow keys go from check to check and change none. */
static void
test_panel_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel, *first;

  set_panel_open (fixture, TRUE);
  panel = find_panel (fixture);
  wait_until (gtk_widget_get_mapped (panel));
  first = GTK_WIDGET (find_switch (fixture, "Sessions"));
  /* The focus goes by places, which there are only from the first frame on. */
  wait_until (gtk_widget_get_width (first) > 0);
  g_assert_true (gtk_widget_grab_focus (first));

  g_assert_true (press_key (panel, GDK_KEY_Down));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_switch (fixture, "People"))));
  g_assert_true (press_key (panel, GDK_KEY_Up));
  g_assert_true (gtk_widget_has_focus (first));
  g_assert_true (press_key (panel, GDK_KEY_Up));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_switch (fixture, "Meetings"))));
  g_assert_true (mig_filter_is_empty (mig_navigator_get_filter (fixture->navigator)));
  g_assert_false (press_key (panel, GDK_KEY_Tab));
}

/* The arrow keys go from line to line, each in its column, and change nothing. */
static void
test_lane_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu;

  activate (fixture->window, "lanes");
  menu = find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_LANE_MENU);
  wait_until (gtk_widget_get_mapped (menu));
  gtk_widget_grab_focus (find_by_label (menu, "Meetings"));
  g_assert_true (press_key (menu, GDK_KEY_Down));
  g_assert_true (gtk_widget_has_focus (find_by_label (menu, "Sessions")));
  g_assert_true (press_key (menu, GDK_KEY_Up));
  g_assert_true (press_key (menu, GDK_KEY_Up));
  g_assert_true (gtk_widget_has_focus (find_by_label (menu, "Meetings")));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_by_label (menu, "Sessions"))));

  gtk_widget_grab_focus (find_by_label (menu, "Move “Documents” Down"));
  g_assert_true (press_key (menu, GDK_KEY_Up));
  g_assert_true (gtk_widget_has_focus (find_by_label (menu, "Move “Events” Down")));

  /* The last line cannot go down, and the button under it has nothing to restore until a lane is hidden. */
  gtk_widget_grab_focus (find_by_label (menu, "Undated"));
  g_assert_true (press_key (menu, GDK_KEY_Down));
  g_assert_true (gtk_widget_has_focus (find_by_label (menu, "Undated")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_by_label (menu, "Documents")), FALSE);
  g_assert_true (press_key (menu, GDK_KEY_Down));
  g_assert_false (gtk_widget_has_focus (find_by_label (menu, "Undated")));
  g_assert_true (press_key (menu, GDK_KEY_Up));
  g_assert_true (gtk_widget_has_focus (find_by_label (menu, "Undated")));
}

/* Escape in a popover goes back to where the keyboard was. */
static void
test_popover_focus (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "go-to-date", "bookmarks", "lanes" };
  const GType types[] = { MIG_TYPE_JUMP, MIG_TYPE_BOOKMARK_MENU, MIG_TYPE_LANE_MENU };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *item = find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_TIMELINE_ITEM), *popover;

      g_assert_true (gtk_widget_grab_focus (item));
      activate (fixture->window, actions[i]);
      popover = find_by_type (GTK_WIDGET (fixture->window), types[i]);
      wait_until (gtk_widget_get_mapped (popover));
      gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
      g_assert_false (gtk_widget_has_focus (item));
      g_assert_true (press_key (popover, GDK_KEY_Escape));
      wait_until (!gtk_widget_get_mapped (popover));
      g_assert_true (gtk_widget_has_focus (item));
    }
}

/* The panel's switches, names and span do what they say, at once, and show what is asked for by other means. */
static void
test_panel (Fixture *fixture, gconstpointer data)
{
  const MigFilter *filter;
  GtkWidget *panel;
  GtkEditable *names;

  set_panel_open (fixture, TRUE);
  panel = find_panel (fixture);
  wait_until (gtk_widget_get_mapped (panel));
  gtk_check_button_set_active (find_switch (fixture, "Events"), TRUE);
  gtk_check_button_set_active (find_switch (fixture, "Still ahead"), TRUE);
  gtk_check_button_set_active (find_switch (fixture, "Inferred"), TRUE);
  filter = mig_navigator_get_filter (fixture->navigator);
  g_assert_cmpuint (filter->groups, ==, 1u << MIG_SEARCH_GROUP_EVENTS);
  g_assert_cmpint (filter->direction, ==, MIG_FILTER_AHEAD);
  g_assert_cmpuint (filter->certainties, ==, 1u << MIG_CERTAINTY_INFERRED);
  ask (fixture, "remove-filter", MIG_FILTER_KINDS, "events");
  g_assert_false (gtk_check_button_get_active (find_switch (fixture, "Events")));
  gtk_check_button_set_active (find_switch (fixture, "Ahead or behind"), TRUE);
  g_assert_cmpint (mig_navigator_get_filter (fixture->navigator)->direction, ==, MIG_FILTER_ANY_DIRECTION);
  activate (fixture->window, "clear-filters");
  g_assert_false (gtk_check_button_get_active (find_switch (fixture, "Inferred")));

  names = GTK_EDITABLE (find_by_type (panel, GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (names, "unhcr");
  wait_until (find_around (panel, "UNHCR", GTK_TYPE_CHECK_BUTTON) != NULL);
  gtk_test_accessible_assert_role (find_switch (fixture, "UNHCR"), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  g_signal_emit_by_name (names, "activate");
  filter = mig_navigator_get_filter (fixture->navigator);
  g_assert_cmpuint (filter->n_organizations, ==, 1);
  g_assert_cmpuint (filter->organizations[0], ==, mig_corpus_lookup (fixture->corpus, "O-unhcr"));
  g_assert_true (gtk_check_button_get_active (find_switch (fixture, "UNHCR")));
  g_assert_nonnull (find_text (panel, "1 of 17"));

  set_panel_open (fixture, FALSE);
  wait_until (!gtk_widget_get_visible (panel));
  activate (fixture->window, "filter-in-sight");
  filter = mig_navigator_get_filter (fixture->navigator);
  g_assert_cmpint (filter->first_day, ==, (gint) mig_viewport_get_start (mig_window_get_viewport (fixture->window)));
}

static gboolean
nothing_is_told (Fixture *fixture)
{
  GtkWidget *label = find_text (GTK_WIDGET (fixture->window), "Nothing on the timeline passes these filters.");

  return label != NULL && gtk_widget_get_mapped (label);
}

/* An empty timeline says why, and has the way out on it. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  ask (fixture, "add-filter", MIG_FILTER_SPAN, "1850");
  ask (fixture, "add-filter", MIG_FILTER_KINDS, "meetings");
  wait_until (nothing_is_told (fixture));
  button = find_around (GTK_WIDGET (fixture->window), "Clear All Filters", GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_activate (button));
  wait_until (!nothing_is_told (fixture));
  g_assert_true (mig_filter_is_empty (mig_navigator_get_filter (fixture->navigator)));
}

/* "Show Only This" is for what can be asked for, whoever calls. */
static void
test_show_only (Fixture *fixture, gconstpointer data)
{
  const MigRef iom = mig_corpus_lookup (fixture->corpus, "O-iom");

  g_assert_false (is_enabled (fixture, "show-only-selected"));
  mig_navigator_select (fixture->navigator, iom);
  g_assert_true (is_enabled (fixture, "show-only-selected"));
  ask (fixture, "add-filter", MIG_FILTER_SPAN, "2016");
  activate (fixture->window, "show-only-selected");
  g_assert_true (mig_filter_has (mig_navigator_get_filter (fixture->navigator), iom));
  g_assert_cmpint (mig_navigator_get_filter (fixture->navigator)->last_day, ==, G_MAXINT);
  for (guint32 odd = 0; odd < 16; odd++)
    g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-only",
                                    g_variant_new_uint32 (odd << 28 | 0xfffffff));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-only", g_variant_new_uint32 (iom));
  g_assert_true (mig_filter_has (mig_navigator_get_filter (fixture->navigator), iom));
  ask (fixture, "add-filter", "mood", "good");
  ask (fixture, "add-filter", MIG_FILTER_SPEAKERS, "nobody");
  g_assert_cmpuint (mig_navigator_get_filter (fixture->navigator)->n_speakers, ==, 0);
}

/* A narrow header has no room for the button: the panel hangs on the menu's. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= 360);
  ask (fixture, "add-filter", MIG_FILTER_ORGANIZATIONS, "O-iom");
  ask (fixture, "add-filter", MIG_FILTER_ORGANIZATIONS, "O-unhcr");
  ask (fixture, "add-filter", MIG_FILTER_DISAGREES, "");
  wait_until (gtk_widget_get_mapped (find_bar (fixture)));
  set_panel_open (fixture, TRUE);
  panel = find_panel (fixture);
  wait_until (gtk_widget_get_mapped (panel));
  set_panel_open (fixture, FALSE);
  wait_until (!gtk_widget_get_visible (panel));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (!window_stage_init (&argc, &argv))
    return 0;

  add ("/filters/chips", test_chips);
  add ("/filters/alike", test_alike);
  add ("/filters/list", test_list);
  add ("/filters/search", test_search);
  add ("/filters/panel", test_panel);
  add ("/filters/panel-keys", test_panel_keys);
  add ("/filters/lane-keys", test_lane_keys);
  add ("/filters/popover-focus", test_popover_focus);
  add ("/filters/nothing", test_nothing);
  add ("/filters/show-only", test_show_only);
  add ("/filters/narrow", test_narrow);

  return window_stage_run ();
}
