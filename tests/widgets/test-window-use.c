/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gstdio.h>

#include "mig-application.h"
#include "mig-drop-zone.h"
#include "mig-opening.h"
#include "mig-recent.h"
#include "mig-settings.h"
#include "mig-timeline.h"
#include "window-stage.h"

/* A window in use: history, addresses, the keyboard's way through it, recent files, dropped files, settings. */

static void
test_history (void)
{
  MigWindow *window = show_window ();
  MigNavigator *navigator = mig_window_get_navigator (window);
  MigCorpus *corpus;
  MigRef first, second;

  activate (window, "open-bundled");
  wait_until (is_in_state (window, "main"));
  corpus = mig_navigator_get_corpus (navigator);
  first = mig_navigator_get_selected (navigator);
  second = mig_corpus_get_related (corpus, first, MIG_RELATION_CHILDREN).refs[0];

  mig_navigator_select (navigator, second);
  activate (window, "back");
  g_assert_cmpuint (mig_navigator_get_selected (navigator), ==, first);
  activate (window, "forward");
  g_assert_cmpuint (mig_navigator_get_selected (navigator), ==, second);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "forward"));

  /* From the session to its meeting, then to nothing; Escape never closes the window. */
  activate (window, "step-out");
  activate (window, "step-out");
  g_assert_cmpuint (mig_navigator_get_selected (navigator), ==, MIG_REF_NONE);
  activate (window, "step-out");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));

  destroy_window (window);
}

static void
test_address (void)
{
  MigWindow *window = show_window ();
  MigNavigator *navigator = mig_window_get_navigator (window);
  g_autofree char *address = NULL;
  MigCorpus *corpus;
  MigRef session;

  activate (window, "open-bundled");
  wait_until (is_in_state (window, "main"));
  corpus = mig_navigator_get_corpus (navigator);
  session = mig_corpus_get_track (corpus, MIG_TRACK_SESSIONS, NULL).refs[3];
  address = mig_corpus_dup_address (corpus, session);

  g_assert_true (mig_window_can_show_address (window, address));
  mig_window_open_address (window, address);
  g_assert_cmpuint (mig_navigator_get_selected (navigator), ==, session);
  g_assert_null (mig_window_get_message (window));

  g_assert_false (mig_window_can_show_address (window, "migmeet:nothing#here"));
  mig_window_open_address (window, "migmeet:nothing#here");
  g_assert_cmpuint (mig_navigator_get_selected (navigator), ==, session);
  g_assert_nonnull (strstr (mig_window_get_message (window), "migmeet:nothing#here"));
  activate (window, "dismiss");
  g_assert_null (mig_window_get_message (window));

  destroy_window (window);
}

static void
test_address_before_corpus (void)
{
  g_autoptr (MigLoader) loader = mig_loader_new ();
  g_autoptr (GFile) bundled = mig_opening_get_bundled_file ();
  MigWindow *window;
  MigNavigator *navigator;
  const MigRecord *record;

  mig_loader_load (loader, bundled);
  window = MIG_WINDOW (mig_window_new (NULL, loader, NULL));
  navigator = mig_window_get_navigator (window);
  mig_window_open_address (window, "migmeet:un-cmim#S14-08");
  wait_until (is_in_state (window, "main"));
  record = mig_corpus_get_record (mig_navigator_get_corpus (navigator), mig_navigator_get_selected (navigator));
  g_assert_cmpstr (record->id, ==, "S14-08");

  destroy_window (window);
}

static gboolean
focus_is_in (MigWindow *window, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_frames = user_data;

  return ++*n_frames < 10 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
test_first_problem (void)
{
  static const char *const text = "{\n\"events\": [\n{\"id\": \"E1\", \"start_date\": \"x\"},\n"
                                  "{\"id\": \"E2\", \"start_date\": \"y\"}\n]}\n";
  g_autoptr (GFile) file = scratch_file ("two-problems.json", text);
  MigWindow *window = MIG_WINDOW (mig_window_new (NULL, NULL, NULL));
  GtkListBox *list;
  guint n_frames = 0;

  /* As the application does it: the window shows itself when there is something to see. */
  mig_window_open_file (window, file);
  mig_window_present (window);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)) && focus_is_in (window, GTK_TYPE_LIST_BOX));
  /* And it stays there, whatever GTK does about the focus of a new window. */
  gtk_widget_add_tick_callback (GTK_WIDGET (window), count_frame_cb, &n_frames, NULL);
  wait_until (n_frames == 10);

  list = GTK_LIST_BOX (find_by_type (GTK_WIDGET (window), GTK_TYPE_LIST_BOX));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 1));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));

  destroy_window (window);
}

static void
test_bands (void)
{
  MigWindow *window = show_window ();
  GtkWidget *first;
  guint steps = 0;

  activate (window, "open-bundled");
  wait_until (is_in_state (window, "main") && gtk_widget_get_mapped (GTK_WIDGET (window)));
  /* The focus begins on what is selected. */
  wait_until (focus_is_in (window, MIG_TYPE_TIMELINE));

  /* F6 comes round to where it began, after at least header, timeline, overview and details. */
  activate (window, "next-band");
  first = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (first);
  do
    {
      activate (window, "next-band");
      steps++;
    }
  while (gtk_window_get_focus (GTK_WINDOW (window)) != first && steps < 20);
  g_assert_cmpuint (steps, >=, 4);
  g_assert_cmpuint (steps, <, 20);

  activate (window, "next-band");
  activate (window, "previous-band");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == first);

  destroy_window (window);
}

static void
test_recent (void)
{
  g_autoptr (MigRecent) recent = mig_recent_new ();
  GMenuModel *menu = mig_recent_get_menu (recent);
  g_autoptr (GFile) file = good_file ();
  g_autoptr (GFile) gone = broken_file ();
  g_autofree char *path = g_file_get_path (gone);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *label = NULL;
  g_autofree char *target = NULL;

  /* What other tests have opened. */
  gtk_recent_manager_purge_items (gtk_recent_manager_get_default (), NULL);
  mig_recent_add (recent, file);
  mig_recent_add (recent, gone);
  wait_until (g_menu_model_get_n_items (menu) == 2);

  g_assert_no_errno (g_unlink (path));
  mig_recent_refresh (recent);
  wait_until (g_menu_model_get_n_items (menu) == 1);

  /* A single underscore would underline the letter after it. */
  g_assert_true (g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "good__corpus.json");
  g_assert_true (g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_TARGET, "s", &target));
  g_assert_cmpstr (target, ==, uri);
}

static void
test_open_file_action (void)
{
  MigWindow *window = show_window ();
  g_autoptr (GFile) file = good_file ();
  g_autofree char *uri = g_file_get_uri (file);

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-file", g_variant_new_string (uri));
  wait_until (is_in_state (window, "main"));
  assert_shows_file (window, file);

  destroy_window (window);
}

static GtkDropTarget *
get_drop_target (MigWindow *window)
{
  GtkWidget *zone = find_by_type (GTK_WIDGET (window), MIG_TYPE_DROP_ZONE);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (zone);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static void
drop (MigWindow *window, const GValue *value)
{
  GtkDropTarget *target = get_drop_target (window);
  gboolean taken = FALSE;

  g_signal_emit_by_name (target, "drop", value, 10.0, 10.0, &taken);
  g_assert_true (taken);
}

static void
test_drop (void)
{
  MigWindow *window = show_window ();
  g_autoptr (GFile) good = good_file ();
  g_autoptr (GFile) bundled = mig_opening_get_bundled_file ();
  g_autoptr (GSList) files = g_slist_append (NULL, bundled);
  g_auto (GValue) one = G_VALUE_INIT;
  g_auto (GValue) list = G_VALUE_INIT;

  g_value_init (&one, G_TYPE_FILE);
  g_value_set_object (&one, good);
  drop (window, &one);
  wait_until (is_in_state (window, "main"));
  assert_shows_file (window, good);

  g_value_init (&list, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&list, files);
  drop (window, &list);
  wait_until (!mig_loader_is_reading (mig_window_get_loader (window)));
  assert_shows_file (window, bundled);

  destroy_window (window);
}

static void
test_settings (void)
{
  g_autoptr (GSettings) settings = mig_settings_new ();
  MigWindow *window;
  int width, height;

  if (settings == NULL)
    {
      g_test_skip ("the settings schema is not there");
      return;
    }

  g_settings_set_int (settings, "window-width", 700);
  g_settings_set_int (settings, "window-height", 500);
  window = MIG_WINDOW (mig_window_new (NULL, NULL, settings));
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 700);
  g_assert_cmpint (height, ==, 500);

  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 360);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 600);
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

static void
test_narrow (void)
{
  MigWindow *window = MIG_WINDOW (mig_window_new (NULL, NULL, NULL));
  int minimum;

  activate (window, "open-bundled");
  wait_until (is_in_state (window, "main"));
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  destroy_window (window);
}

/* The keys stand on a laptop's screen whole, and GTK has nothing to warn of. */
static void
test_shortcuts (void)
{
  MigWindow *window = show_window ();
  GtkWidget *overlay;
  int height;

  activate (window, "show-help-overlay");
  overlay = GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  wait_until (gtk_widget_get_mapped (overlay));
  gtk_widget_measure (overlay, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <=, 720);

  gtk_window_destroy (GTK_WINDOW (overlay));
  destroy_window (window);
}

/* Adds every key that the window of keys shows, as GTK writes it. */
static void
collect_keys (GtkWidget *widget, GHashTable *keys)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerator = NULL;
      g_auto (GStrv) parts = NULL;

      g_object_get (widget, "accelerator", &accelerator, NULL);
      parts = g_strsplit (accelerator != NULL ? accelerator : "", " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        {
          GdkModifierType state;
          guint key;

          if (gtk_accelerator_parse (parts[i], &key, &state))
            g_hash_table_add (keys, gtk_accelerator_name (key, state));
          else
            g_assert_true (*parts[i] == '\0' || strstr (parts[i], "...") != NULL); /* "0...9" */
        }
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_keys (child, keys);
}

/* Of an action's keys at least one is told; and what is told with Control or as a function key is one, but for those
 * that GTK and the window have of themselves. */
static void
test_keys_are_told (void)
{
  static const char *const own[] = { "F6", "<Shift>F6", "F10", "F2" };
  MigWindow *window = show_window ();
  g_autoptr (MigApplication) application = mig_application_new ();
  GtkApplication *app = GTK_APPLICATION (application);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) actions = NULL;
  GtkWidget *overlay;
  GHashTableIter iter;
  const char *key;

  activate (window, "show-help-overlay");
  overlay = GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  collect_keys (overlay, told);
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));
  actions = gtk_application_list_action_descriptions (app);
  g_assert_cmpuint (g_strv_length (actions), >, 20);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (app, actions[i]);
      gboolean is_told = FALSE;

      for (guint k = 0; accels[k] != NULL; k++)
        is_told = is_told || g_hash_table_contains (told, accels[k]);
      if (!is_told)
        g_test_message ("%s is not told", actions[i]);
      g_assert_true (is_told);
    }

  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    {
      g_auto (GStrv) done = gtk_application_get_actions_for_accel (app, key);
      const gboolean is_command = strstr (key, "<Control>") != NULL || (strchr (key, 'F') != NULL && key[1] != '\0');
      gboolean is_own = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (own); i++)
        is_own = is_own || g_str_equal (own[i], key);
      if (is_command && !is_own && done[0] == NULL)
        g_test_message ("%s does nothing", key);
      g_assert_true (!is_command || is_own || done[0] != NULL);
    }

  gtk_window_destroy (GTK_WINDOW (overlay));
  destroy_window (window);
}

int
main (int argc, char *argv[])
{
  if (!window_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/window/history", test_history);
  g_test_add_func ("/window/address", test_address);
  g_test_add_func ("/window/address-before-corpus", test_address_before_corpus);
  g_test_add_func ("/window/first-problem", test_first_problem);
  g_test_add_func ("/window/bands", test_bands);
  g_test_add_func ("/window/recent", test_recent);
  g_test_add_func ("/window/open-file-action", test_open_file_action);
  g_test_add_func ("/window/drop", test_drop);
  g_test_add_func ("/window/settings", test_settings);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/keys-are-told", test_keys_are_told);

  return window_stage_run ();
}
