/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-bar.h"
#include "mig-search-list.h"
#include "mig-search-model.h"
#include "mig-search-row.h"
#include "window-stage.h"

/* The window searches: what is typed, what is listed, and how one goes through it. */

static MigWindow *
show_bundled (void)
{
  MigWindow *window = show_window ();

  activate (window, "open-bundled");
  wait_until (is_in_state (window, "main"));

  return window;
}

static MigSearchBar *
get_bar (MigWindow *window)
{
  return MIG_SEARCH_BAR (find_by_type (GTK_WIDGET (window), MIG_TYPE_SEARCH_BAR));
}

static GtkEditable *
get_entry (MigWindow *window)
{
  return GTK_EDITABLE (find_by_type (GTK_WIDGET (get_bar (window)), GTK_TYPE_SEARCH_ENTRY));
}

static GtkWidget *
get_list (MigWindow *window)
{
  return find_by_type (GTK_WIDGET (window), MIG_TYPE_SEARCH_LIST);
}

static const char *
get_summary (MigWindow *window)
{
  GtkWidget *overlay = gtk_widget_get_parent (GTK_WIDGET (get_entry (window)));

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (overlay)));
}

static guint
count_lines (MigWindow *window)
{
  GtkWidget *view = get_list (window) != NULL ? find_by_type (get_list (window), GTK_TYPE_LIST_VIEW) : NULL;

  return view != NULL ? g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))) : 0;
}

static const char *
get_selected_id (MigWindow *window)
{
  MigNavigator *navigator = mig_window_get_navigator (window);

  return mig_corpus_get_record (mig_navigator_get_corpus (navigator), mig_navigator_get_selected (navigator))->id;
}

static gboolean
focus_is_in (MigWindow *window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
type (MigWindow *window, const char *text)
{
  activate (window, "find");
  gtk_editable_set_text (get_entry (window), text);
  wait_until (*text == '\0' || *get_summary (window) != '\0');
}

static void
test_finds (void)
{
  MigWindow *window = show_bundled ();
  guint n;

  activate (window, "find");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_bar (window))));
  g_assert_true (focus_is_in (window, GTK_WIDGET (get_entry (window))));

  type (window, "remit");
  g_assert_true (g_str_has_suffix (get_summary (window), " hits"));
  /* with the headings of several groups */
  n = (guint) g_ascii_strtoull (get_summary (window), NULL, 10);
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (count_lines (window), >, n + 1);
  g_assert_true (gtk_widget_get_child_visible (get_list (window)));

  /* Enter takes the obvious answer, and leaves the entry to go on typing. */
  g_signal_emit_by_name (get_entry (window), "activate");
  g_assert_cmpstr (get_selected_id (window), ==, "T-s-remittances");
  g_assert_true (focus_is_in (window, GTK_WIDGET (get_entry (window))));
  g_assert_true (g_str_has_prefix (get_summary (window), "hit "));

  destroy_window (window);
}

static GtkWidget *
get_offer (MigWindow *window)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_bar (window)));

  while (child != NULL && !GTK_IS_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);
  g_assert_nonnull (child);

  return child;
}

/* What filters hide of the hits is said, and shown when it is asked for; the focus stays in the search. */
static void
test_hidden (void)
{
  MigWindow *window = show_bundled ();
  GtkWidget *offer = get_offer (window);
  MigFilter filter;

  type (window, "remit");
  g_assert_false (gtk_widget_get_visible (offer));

  mig_filter_init (&filter);
  filter.groups = 1u << MIG_SEARCH_GROUP_PLACES;
  mig_navigator_set_filter (mig_window_get_navigator (window), &filter);
  wait_until (gtk_widget_get_visible (offer));
  g_assert_cmpstr (get_summary (window), ==, "No hits");
  g_assert_true (g_str_has_suffix (gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (offer)))),
                                   " more hits that filters hide"));

  g_assert_true (gtk_widget_grab_focus (offer));
  g_signal_emit_by_name (offer, "clicked");
  wait_until (!gtk_widget_get_visible (offer));
  g_assert_true (g_str_has_suffix (get_summary (window), " hits"));
  g_assert_true (focus_is_in (window, GTK_WIDGET (get_entry (window))));

  destroy_window (window);
}

static void
test_walks (void)
{
  MigWindow *window = show_bundled ();

  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "find"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "find-next"));
  type (window, "remit");
  activate (window, "find-next");
  g_assert_true (g_str_has_prefix (get_summary (window), "hit "));
  activate (window, "find-previous");
  activate (window, "find-previous");
  activate (window, "find-next");
  g_assert_true (g_str_has_prefix (get_summary (window), "hit "));

  destroy_window (window);
}

/* Escape leaves one thing at a time: from the hits to the entry, what is typed, the strip. */
static void
test_leaves (void)
{
  MigWindow *window = show_bundled ();

  type (window, "hovy");
  g_signal_emit_by_name (get_bar (window), "left");
  wait_until (focus_is_in (window, get_list (window)));
  activate (window, "step-out");
  g_assert_true (focus_is_in (window, GTK_WIDGET (get_entry (window))));

  g_signal_emit_by_name (get_entry (window), "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_bar (window))));
  g_assert_false (gtk_widget_get_child_visible (get_list (window)));
  g_signal_emit_by_name (get_entry (window), "stop-search");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_bar (window))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));

  destroy_window (window);
}

/* From the entry down to the hits: the focus is on the first of them, and Enter chooses it. */
static void
test_keyboard_in_list (void)
{
  MigWindow *window = show_bundled ();
  GtkWidget *focus;

  type (window, "hovy");
  g_signal_emit_by_name (get_bar (window), "left");
  wait_until (focus_is_in (window, get_list (window)) &&
              find_by_type (gtk_window_get_focus (GTK_WINDOW (window)), MIG_TYPE_SEARCH_ROW) != NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, find_by_type (get_list (window), GTK_TYPE_LIST_VIEW)));
  gtk_widget_activate_action (focus, "list.activate-item", "u", 1);
  g_assert_cmpstr (get_selected_id (window), ==, "P-hovy");

  destroy_window (window);
}

static void
test_nothing_found (void)
{
  MigWindow *window = show_bundled ();
  GtkWidget *nothing, *button;

  type (window, "remitences");
  g_assert_cmpstr (get_summary (window), ==, "No hits");
  nothing = gtk_widget_get_next_sibling (gtk_widget_get_first_child (get_list (window)));
  g_assert_true (gtk_widget_get_visible (nothing));
  button = find_by_type (nothing, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "remittances");

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "remittances");
  g_assert_false (gtk_widget_get_visible (nothing));
  g_assert_cmpuint (count_lines (window), >, 1);

  destroy_window (window);
}

/* The text of a corpus is never read as markup, and no query upsets the window. */
static void
test_hostile (void)
{
  MigWindow *window = show_bundled ();
  g_autoptr (GString) text = g_string_new (NULL);

  type (window, "<b>%s&amp;\"");
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "w%u -\"", i);
  type (window, text->str);
  type (window, "m");
  type (window, "");
  g_assert_cmpstr (get_summary (window), ==, "");

  destroy_window (window);
}

static void
test_accessible (void)
{
  MigWindow *window = show_bundled ();

  type (window, "remit");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_bar (window)), GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (window)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search");
  /* Here nothing can be announced, so that the description tells how many hits there are. */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (window)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       get_summary (window));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_list (window)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Search Results");

  destroy_window (window);
}

int
main (int argc, char *argv[])
{
  if (!window_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/window-search/finds", test_finds);
  g_test_add_func ("/window-search/hidden", test_hidden);
  g_test_add_func ("/window-search/walks", test_walks);
  g_test_add_func ("/window-search/leaves", test_leaves);
  g_test_add_func ("/window-search/keyboard-in-list", test_keyboard_in_list);
  g_test_add_func ("/window-search/nothing-found", test_nothing_found);
  g_test_add_func ("/window-search/hostile", test_hostile);
  g_test_add_func ("/window-search/accessible", test_accessible);

  return window_stage_run ();
}
