/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "mig-opening.h"
#include "mig-recent.h"
#include "mig-settings.h"
#include "mig-timeline.h"
#include "mig-window.h"
#include "migmeet-resources.h"

/* The window with everything in it: files good and bad, its states, and what can be done in each. */

/* Long enough for the slowest machine; nothing waits for it that does not fail. */
#define LIMIT_SECONDS 60

static char *
dup_bundled_path (void)
{
  g_autoptr (GFile) file = mig_opening_get_bundled_file ();

  return g_file_get_path (file);
}

static char *
dup_bundled_contents (void)
{
  g_autofree char *path = dup_bundled_path ();
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

/* One folder for all tests, because GTK has one list of recent files a process and keeps it in the same place. */
static char *scratch;

static GFile *
scratch_file (const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (scratch, name, NULL);
  g_autoptr (GError) error = NULL;

  if (contents != NULL)
    g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static GFile *
good_file (void)
{
  g_autofree char *contents = dup_bundled_contents ();

  return scratch_file ("good_corpus.json", contents);
}

static GFile *
broken_file (void)
{
  return scratch_file ("broken.json", "{\n  \"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\"},\n"
                                      "  \"events\": [{\"id\": \"E1\", \"start_date\": \"2016-13-01\"}]\n}\n");
}

static gboolean
time_over_cb (gpointer user_data)
{
  g_error ("waited %d seconds for %s", LIMIT_SECONDS, (const char *) user_data);

  return G_SOURCE_REMOVE;
}

#define wait_until(condition) \
  G_STMT_START \
  { \
    guint limit_id = g_timeout_add_seconds (LIMIT_SECONDS, time_over_cb, (gpointer) #condition); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (limit_id); \
  } \
  G_STMT_END

static MigWindow *
show_window (void)
{
  MigWindow *window = MIG_WINDOW (mig_window_new (NULL, NULL, NULL));

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static gboolean
is_in_state (MigWindow *window, const char *state)
{
  return g_str_equal (mig_window_get_state (window), state);
}

static void
activate (MigWindow *window, const char *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static void
assert_enabled (MigWindow *window, const char *enabled)
{
  static const char *const actions[] = { "back",    "forward",       "open-bundled", "retry",   "cancel",
                                         "zoom-in", "show-problems", "show-corpus",  "zoom-fit" };
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_action_group_get_action_enabled (G_ACTION_GROUP (window), actions[i]))
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", actions[i]);
    }

  g_assert_cmpstr (found->str, ==, enabled);
}

static void
assert_shows_file (MigWindow *window, GFile *file)
{
  MigCorpus *corpus = mig_navigator_get_corpus (mig_window_get_navigator (window));

  g_assert_nonnull (corpus);
  g_assert_true (g_file_equal (mig_corpus_get_file (corpus), file));
}

static void
open_and_wait (MigWindow *window, GFile *file)
{
  mig_window_open_file (window, file);
  wait_until (!mig_loader_is_reading (mig_window_get_loader (window)));
}

static void
destroy (MigWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

/* GTask runs only so many threads at a time: as long as they are all held, no file can be read. */
#define N_HELD 128

static GMutex hold;

static void
held_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_mutex_lock (&hold);
  g_mutex_unlock (&hold);
}

static void
hold_readers (void)
{
  g_mutex_lock (&hold);
  for (guint i = 0; i < N_HELD; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_run_in_thread (task, held_thread);
    }
}

static void
release_readers (void)
{
  g_mutex_unlock (&hold);
}

static void
test_welcome (void)
{
  MigWindow *window = show_window ();

  g_assert_cmpstr (mig_window_get_state (window), ==, "welcome");
  g_assert_null (mig_window_get_message (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "MigMeet");
  assert_enabled (window, "open-bundled");

  destroy (window);
}

static void
test_bundled (void)
{
  MigWindow *window = show_window ();
  MigNavigator *navigator = mig_window_get_navigator (window);
  MigViewport *viewport = mig_window_get_viewport (window);
  g_autoptr (GFile) file = mig_opening_get_bundled_file ();
  double start, end, home_start, home_end;

  activate (window, "open-bundled");
  assert_enabled (window, "open-bundled cancel");
  wait_until (is_in_state (window, "main"));

  assert_shows_file (window, file);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   mig_corpus_get_title (mig_navigator_get_corpus (navigator)));
  g_assert_cmpstr (mig_corpus_get_identifier (mig_navigator_get_corpus (navigator),
                                              mig_navigator_get_selected (navigator), "ordinal"),
                   ==, "14");

  start = mig_viewport_get_start (viewport);
  end = mig_viewport_get_end (viewport);
  mig_viewport_get_home (viewport, &home_start, &home_end);
  g_assert_cmpfloat (start, ==, home_start);
  g_assert_cmpfloat (end, ==, home_end);
  g_assert_cmpfloat (start, <, mig_day_from_civil (2002, 7, 11));
  g_assert_cmpfloat (end, >, mig_day_from_civil (2019, 1, 1));
  assert_enabled (window, "zoom-in zoom-fit");

  destroy (window);
}

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

  destroy (window);
}

static void
test_broken_then_mended (void)
{
  MigWindow *window = show_window ();
  g_autoptr (GFile) file = broken_file ();
  g_autofree char *contents = dup_bundled_contents ();
  g_autoptr (GFile) same = NULL;

  open_and_wait (window, file);
  g_assert_cmpstr (mig_window_get_state (window), ==, "error");
  g_assert_null (mig_window_get_message (window));
  g_assert_cmpuint (mig_problems_get_n (mig_loader_get_problems (mig_window_get_loader (window))), ==, 1);
  assert_enabled (window, "open-bundled retry");

  /* Once more, still broken. */
  activate (window, "retry");
  wait_until (!mig_loader_is_reading (mig_window_get_loader (window)));
  g_assert_cmpstr (mig_window_get_state (window), ==, "error");

  same = scratch_file ("broken.json", contents);
  wait_until (is_in_state (window, "main"));
  assert_shows_file (window, same);
  g_assert_null (mig_loader_get_problems (mig_window_get_loader (window)));

  destroy (window);
}

static void
test_broken_keeps_corpus (void)
{
  MigWindow *window = show_window ();
  MigNavigator *navigator = mig_window_get_navigator (window);
  g_autoptr (GFile) good = good_file ();
  g_autoptr (GFile) broken = broken_file ();
  MigRef selected;

  open_and_wait (window, good);
  selected = mig_navigator_get_selected (navigator);

  open_and_wait (window, broken);
  g_assert_cmpstr (mig_window_get_state (window), ==, "main");
  assert_shows_file (window, good);
  g_assert_cmpuint (mig_navigator_get_selected (navigator), ==, selected);
  g_assert_nonnull (strstr (mig_window_get_message (window), "broken.json"));
  assert_enabled (window, "open-bundled retry zoom-in show-problems show-corpus zoom-fit");

  activate (window, "show-problems");
  g_assert_cmpstr (mig_window_get_state (window), ==, "error");
  g_assert_null (mig_window_get_message (window));
  activate (window, "show-corpus");
  g_assert_cmpstr (mig_window_get_state (window), ==, "main");
  g_assert_nonnull (mig_window_get_message (window));

  activate (window, "dismiss");
  g_assert_null (mig_window_get_message (window));
  assert_shows_file (window, good);
  assert_enabled (window, "open-bundled zoom-in zoom-fit");

  destroy (window);
}

static void
test_missing (void)
{
  MigWindow *window = show_window ();
  g_autoptr (GFile) file = scratch_file ("nowhere.json", NULL);
  g_autofree char *contents = dup_bundled_contents ();
  g_autoptr (GFile) same = NULL;

  open_and_wait (window, file);
  g_assert_cmpstr (mig_window_get_state (window), ==, "error");
  g_assert_cmpuint (mig_problems_get (mig_loader_get_problems (mig_window_get_loader (window)), 0)->line, ==, 0);

  /* A file that comes into being opens by itself as well. */
  same = scratch_file ("nowhere.json", contents);
  wait_until (is_in_state (window, "main"));

  destroy (window);
}

static void
test_loading_and_cancel (void)
{
  MigWindow *window = show_window ();
  g_autoptr (GFile) good = good_file ();
  g_autoptr (GFile) bundled = mig_opening_get_bundled_file ();
  MigCorpus *corpus;

  hold_readers ();
  mig_window_open_file (window, good);
  g_assert_cmpstr (mig_window_get_state (window), ==, "blank");
  wait_until (is_in_state (window, "loading"));
  activate (window, "cancel");
  g_assert_cmpstr (mig_window_get_state (window), ==, "welcome");
  release_readers ();

  open_and_wait (window, good);
  corpus = mig_navigator_get_corpus (mig_window_get_navigator (window));

  hold_readers ();
  mig_window_open_file (window, bundled);
  g_assert_cmpstr (mig_window_get_state (window), ==, "main");
  wait_until (is_in_state (window, "loading"));
  /* Escape does what the button does. */
  activate (window, "step-out");
  g_assert_cmpstr (mig_window_get_state (window), ==, "main");
  release_readers ();
  g_assert_true (mig_navigator_get_corpus (mig_window_get_navigator (window)) == corpus);

  destroy (window);
}

static void
test_last_request_wins (void)
{
  MigWindow *window = show_window ();
  g_autoptr (GFile) good = good_file ();
  g_autoptr (GFile) broken = broken_file ();
  g_autoptr (GFile) bundled = mig_opening_get_bundled_file ();

  mig_window_open_file (window, broken);
  mig_window_open_file (window, bundled);
  mig_window_open_file (window, good);
  wait_until (is_in_state (window, "main"));
  assert_shows_file (window, good);
  g_assert_null (mig_window_get_message (window));

  destroy (window);
}

static void
test_read_again (void)
{
  MigWindow *window = show_window ();
  MigNavigator *navigator = mig_window_get_navigator (window);
  MigViewport *viewport = mig_window_get_viewport (window);
  g_autoptr (GFile) good = good_file ();
  g_autoptr (GFile) bundled = mig_opening_get_bundled_file ();
  MigRef summit;
  double start;

  open_and_wait (window, good);
  summit = mig_corpus_get_track (mig_navigator_get_corpus (navigator), MIG_TRACK_EVENTS, NULL).refs[0];
  mig_navigator_select (navigator, summit);
  mig_viewport_set_zoom (viewport, 0.5);
  start = mig_viewport_get_start (viewport);

  open_and_wait (window, good);
  g_assert_cmpuint (mig_navigator_get_selected (navigator), ==, summit);
  g_assert_cmpfloat (mig_viewport_get_start (viewport), ==, start);

  /* The same records in another file: it begins afresh. */
  open_and_wait (window, bundled);
  g_assert_cmpuint (mig_navigator_get_selected (navigator), !=, summit);
  g_assert_cmpfloat (mig_viewport_get_start (viewport), !=, start);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "forward"));

  destroy (window);
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

  destroy (window);
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

  destroy (window);
}

static gboolean
focus_is_in (MigWindow *window, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
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

  destroy (window);
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

  destroy (window);
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

  destroy (window);
}

static void
test_no_leak (void)
{
  MigWindow *window = show_window ();
  gpointer watched[] = { window, mig_window_get_loader (window), mig_window_get_navigator (window),
                         mig_window_get_viewport (window) };
  g_autoptr (GFile) good = good_file ();
  g_autoptr (GFile) broken = broken_file ();

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_object_add_weak_pointer (watched[i], &watched[i]);

  open_and_wait (window, good);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  open_and_wait (window, broken);
  activate (window, "show-problems");
  mig_window_open_file (window, good);
  destroy (window);

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    wait_until (watched[i] == NULL);
}

static void
make_scratch (void)
{
  g_autoptr (GError) error = NULL;

  scratch = g_dir_make_tmp ("test-window-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", scratch, TRUE);
}

static void
remove_scratch (void)
{
  g_autoptr (GDir) folder = g_dir_open (scratch, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (scratch, name, NULL);

      g_unlink (path);
    }
  g_rmdir (scratch);
  g_free (scratch);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  int status;

  make_scratch ();
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }

  folder = g_path_get_dirname (g_getenv ("MIG_TEST_CORPUS"));
  g_setenv ("MIGMEET_DATA_DIR", folder, TRUE);
  g_resources_register (migmeet_get_resource ());

  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/bundled", test_bundled);
  g_test_add_func ("/window/history", test_history);
  g_test_add_func ("/window/broken-then-mended", test_broken_then_mended);
  g_test_add_func ("/window/broken-keeps-corpus", test_broken_keeps_corpus);
  g_test_add_func ("/window/missing", test_missing);
  g_test_add_func ("/window/loading-and-cancel", test_loading_and_cancel);
  g_test_add_func ("/window/last-request-wins", test_last_request_wins);
  g_test_add_func ("/window/read-again", test_read_again);
  g_test_add_func ("/window/address", test_address);
  g_test_add_func ("/window/address-before-corpus", test_address_before_corpus);
  g_test_add_func ("/window/bands", test_bands);
  g_test_add_func ("/window/recent", test_recent);
  g_test_add_func ("/window/open-file-action", test_open_file_action);
  g_test_add_func ("/window/settings", test_settings);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/no-leak", test_no_leak);

  status = g_test_run ();
  remove_scratch ();

  return status;
}
