/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "mig-bookmark-menu.h"
#include "mig-item-table.h"
#include "mig-settings.h"
#include "mig-timeline-pane.h"
#include "window-stage.h"

/* One's place in a window: kept from one start to the next, marked, and kept while the corpus is edited elsewhere. */

typedef struct
{
  MigWindow *window;
  GSettings *settings;
} Fixture;

static void
open_window (Fixture *fixture)
{
  g_autoptr (GFile) file = scratch_file ("good_corpus.json", NULL);

  fixture->window = MIG_WINDOW (mig_window_new (NULL, NULL, fixture->settings));
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_and_wait (fixture->window, file);
  wait_until (is_in_state (fixture->window, "main"));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = good_file ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  forget_places ();
  fixture->settings = mig_settings_new ();
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  destroy_window (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_settings_reset (fixture->settings, "lanes");
  g_settings_reset (fixture->settings, "last-corpus");
  g_object_unref (fixture->settings);
  forget_places ();
}

static MigNavigator *
get_navigator (Fixture *fixture)
{
  return mig_window_get_navigator (fixture->window);
}

static void
select_id (Fixture *fixture, const char *id)
{
  const MigRef ref = mig_corpus_lookup (mig_navigator_get_corpus (get_navigator (fixture)), id);

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);
  mig_navigator_select (get_navigator (fixture), ref);
}

static void
assert_selected (Fixture *fixture, const char *id)
{
  MigCorpus *corpus = mig_navigator_get_corpus (get_navigator (fixture));
  const MigRecord *record = mig_corpus_get_record (corpus, mig_navigator_get_selected (get_navigator (fixture)));

  g_assert_cmpstr (record != NULL ? record->id : "", ==, id);
}

static void
close_window (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Selection, span, list and lanes are as they were when the corpus was closed. */
static void
test_last_place (Fixture *fixture, gconstpointer data)
{
  MigViewport *viewport = mig_window_get_viewport (fixture->window);
  const double start = mig_viewport_get_start (viewport) + 1000, end = start + 700;
  g_autofree char *last = NULL;
  MigTimelinePane *pane;

  select_id (fixture, "S14-08");
  mig_viewport_set_span (viewport, start, end);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list-kind",
                                      g_variant_new_string ("speakers"));
  pane = MIG_TIMELINE_PANE (find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_TIMELINE_PANE));
  mig_lane_order_set_visible (mig_timeline_pane_get_lane_order (pane), MIG_LANE_DOCUMENTS, FALSE);
  close_window (fixture);
  last = g_settings_get_string (fixture->settings, "last-corpus");
  g_assert_true (g_str_has_suffix (last, "/good_corpus.json"));

  g_settings_reset (fixture->settings, "lanes");
  open_window (fixture);
  viewport = mig_window_get_viewport (fixture->window);
  pane = MIG_TIMELINE_PANE (find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_TIMELINE_PANE));
  assert_selected (fixture, "S14-08");
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_start (viewport), start, 1);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_end (viewport), end, 1);
  g_assert_cmpstr (mig_timeline_pane_get_list (pane), ==, "speakers");
  g_assert_false (mig_lane_order_is_visible (mig_timeline_pane_get_lane_order (pane), MIG_LANE_DOCUMENTS));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "back"));
}

/* An address that was asked for counts more. */
static void
test_address_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = scratch_file ("good_corpus.json", NULL);

  select_id (fixture, "S14-08");
  close_window (fixture);
  fixture->window = MIG_WINDOW (mig_window_new (NULL, NULL, fixture->settings));
  mig_window_open_file (fixture->window, file);
  mig_window_open_address (fixture->window, "migmeet:un-cmim#M02");
  wait_until (is_in_state (fixture->window, "main"));
  assert_selected (fixture, "M02");
}

static gboolean
is_marked (Fixture *fixture)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "bookmark");

  return g_variant_get_boolean (state);
}

static GtkListBoxRow *
get_line (Fixture *fixture, int i)
{
  GtkWidget *menu = find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_BOOKMARK_MENU);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (find_by_type (menu, GTK_TYPE_LIST_BOX)), i);
}

/* One command adds and removes; the menu lists, renames, goes there, and all of it is there at the next start. */
static void
test_bookmarks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu, *entry, *list;

  select_id (fixture, "S14-08");
  activate (fixture->window, "bookmark");
  g_assert_true (is_marked (fixture));
  select_id (fixture, "P-riera");
  g_assert_false (is_marked (fixture));
  activate (fixture->window, "bookmark");
  activate (fixture->window, "bookmark");
  g_assert_false (is_marked (fixture));
  activate (fixture->window, "bookmark");

  activate (fixture->window, "bookmarks");
  menu = find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_BOOKMARK_MENU);
  wait_until (gtk_widget_get_mapped (menu));
  g_assert_nonnull (get_line (fixture, 1));
  g_assert_null (get_line (fixture, 2));
  entry = find_by_type (GTK_WIDGET (get_line (fixture, 0)), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Preparing");
  g_signal_emit_by_name (entry, "activate");
  gtk_test_accessible_assert_property (get_line (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Preparing");

  list = find_by_type (menu, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", get_line (fixture, 0));
  assert_selected (fixture, "S14-08");
  wait_until (!gtk_widget_get_mapped (menu));
  activate (fixture->window, "back");
  assert_selected (fixture, "P-riera");

  close_window (fixture);
  open_window (fixture);
  g_assert_true (is_marked (fixture));
  activate (fixture->window, "bookmarks");
  gtk_test_accessible_assert_property (get_line (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Preparing");
}

/* A bookmark is there at once though another program keeps its file from being written; when that lasts it is told of,
 * and once it is over the file is there. */
static void
test_held_bookmarks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "migmeet", "bookmarks", NULL);
  g_autofree char *path = g_build_filename (folder, "un-cmim.json", NULL);
  int lock;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  lock = g_open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0);
  g_assert_cmpint (flock (lock, LOCK_EX), ==, 0);
  select_id (fixture, "S14-08");
  activate (fixture->window, "bookmark");
  g_assert_true (is_marked (fixture));
  g_assert_null (mig_window_get_message (fixture->window));
  wait_until (mig_window_get_message (fixture->window) != NULL);
  g_assert_nonnull (strstr (mig_window_get_message (fixture->window), "MigMeet"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (close (lock), ==, 0);
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (is_marked (fixture));
}

/* A file that cannot be read is told of once. */
static void
test_damaged_bookmarks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "migmeet", "bookmarks", NULL);
  g_autofree char *path = g_build_filename (folder, "un-cmim.json", NULL);

  close_window (fixture);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  open_window (fixture);
  g_assert_nonnull (strstr (mig_window_get_message (fixture->window), "un-cmim.json.1"));
  activate (fixture->window, "dismiss");
  close_window (fixture);
  open_window (fixture);
  g_assert_null (mig_window_get_message (fixture->window));
}

static char *
dup_edited (const char *name)
{
  g_autofree char *contents = dup_bundled_contents ();
  g_auto (GStrv) parts = g_strsplit (contents, "Coordination Meetings on International Migration", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  return g_strjoinv (name, parts);
}

static void
write_in_place (const char *path, const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static gboolean
is_called (Fixture *fixture, const char *name)
{
  return strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), name) != NULL;
}

static gboolean
says (Fixture *fixture, const char *text)
{
  const char *message = mig_window_get_message (fixture->window);

  return message != NULL && strstr (message, text) != NULL;
}

/* However an editor writes, the corpus is read again, and one stays where one was. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = scratch_file ("good_corpus.json", NULL);
  const char *path = g_file_peek_path (file);
  g_autofree char *first = dup_edited ("Meetings of Ports"), *second = dup_edited ("Meetings of Rivers");
  MigViewport *viewport = mig_window_get_viewport (fixture->window);
  const double start = mig_viewport_get_start (viewport) + 1000, end = start + 700;
  MigItemTable *table;

  select_id (fixture, "M02");
  select_id (fixture, "S14-08");
  mig_viewport_set_span (viewport, start, end);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list-kind",
                                      g_variant_new_string ("sessions"));
  table = MIG_ITEM_TABLE (find_by_type (GTK_WIDGET (fixture->window), MIG_TYPE_ITEM_TABLE));
  wait_until (mig_item_table_is_settled (table));

  /* Under another name that is then given to the file. */
  g_assert_true (g_file_set_contents (path, first, -1, NULL));
  wait_until (is_called (fixture, "Ports"));
  assert_selected (fixture, "S14-08");
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_start (viewport), start, 1);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_end (viewport), end, 1);
  g_assert_cmpuint (mig_item_table_get_kind (table), ==, MIG_ITEM_KIND_SESSIONS);
  wait_until (mig_item_table_is_settled (table));

  /* Truncated first; and broken, so that the good one stays. */
  write_in_place (path, "{\n  \"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\"},\n"
                        "  \"events\": [{\"id\": \"E1\", \"start_date\": \"2016-13-01\"}]\n}\n");
  wait_until (says (fixture, "line 3"));
  g_assert_true (says (fixture, "events[0].start_date"));
  g_assert_true (is_called (fixture, "Ports"));
  g_assert_true (is_in_state (fixture->window, "main"));
  assert_selected (fixture, "S14-08");

  /* Taken away, which is told; and brought back. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  wait_until (says (fixture, "does not exist"));
  g_assert_true (is_called (fixture, "Ports"));
  write_in_place (path, second);
  wait_until (is_called (fixture, "Rivers"));
  g_assert_null (mig_window_get_message (fixture->window));
  assert_selected (fixture, "S14-08");
  activate (fixture->window, "back");
  assert_selected (fixture, "M02");
}

/* An editor that follows a link writes where the link's folder knows nothing of it. */
static void
test_reload_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_dir_make_tmp ("test-link-XXXXXX", NULL);
  g_autofree char *target = g_build_filename (other, "target.json", NULL);
  g_autofree char *first = dup_bundled_contents (), *second = dup_edited ("Meetings of Lakes");
  g_autoptr (GFile) link = scratch_file ("link.json", NULL);

  g_assert_true (g_file_set_contents (target, first, -1, NULL));
  g_assert_true (g_file_make_symbolic_link (link, target, NULL, NULL));
  open_and_wait (fixture->window, link);
  write_in_place (target, second);
  wait_until (is_called (fixture, "Lakes"));

  g_unlink (target);
  g_rmdir (other);
}

int
main (int argc, char **argv)
{
  if (!window_stage_init (&argc, &argv))
    return 0;

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/places/last-place", test_last_place);
  ADD ("/places/address-first", test_address_first);
  ADD ("/places/bookmarks", test_bookmarks);
  ADD ("/places/held-bookmarks", test_held_bookmarks);
  ADD ("/places/damaged-bookmarks", test_damaged_bookmarks);
  ADD ("/places/reload", test_reload);
  ADD ("/places/reload-link", test_reload_link);

  return window_stage_run ();
}
