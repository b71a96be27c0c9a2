/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-opening.h"
#include "window-stage.h"

/* The window and its files, good and bad: its states, and what can be done in each. */

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

  destroy_window (window);
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

  destroy_window (window);
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

  destroy_window (window);
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

  destroy_window (window);
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

  destroy_window (window);
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

  destroy_window (window);
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

  destroy_window (window);
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

  destroy_window (window);
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
  destroy_window (window);

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    wait_until (watched[i] == NULL);
}

int
main (int argc, char *argv[])
{
  if (!window_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/bundled", test_bundled);
  g_test_add_func ("/window/broken-then-mended", test_broken_then_mended);
  g_test_add_func ("/window/broken-keeps-corpus", test_broken_keeps_corpus);
  g_test_add_func ("/window/missing", test_missing);
  g_test_add_func ("/window/loading-and-cancel", test_loading_and_cancel);
  g_test_add_func ("/window/last-request-wins", test_last_request_wins);
  g_test_add_func ("/window/read-again", test_read_again);
  g_test_add_func ("/window/no-leak", test_no_leak);

  return window_stage_run ();
}
