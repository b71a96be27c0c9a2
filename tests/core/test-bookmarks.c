/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "bookmarks-fixture.h"

#include <glib/gstdio.h>

#include "mig-navigator.h"

/* What is kept of a corpus on the disk: bookmarks, and where one was. */

/* What is added, renamed and removed is there when it is opened again. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  const MigRef person = mig_corpus_lookup (fixture->corpus, "P-vik");
  g_autoptr (MigBookmarks) bookmarks = open_bookmarks (fixture);
  g_autoptr (MigBookmarks) again = NULL, third = NULL;
  g_autoptr (MigBookmark) bookmark = NULL;
  g_autoptr (GVariant) place = g_variant_ref_sink (g_variant_new_parsed ("{'span': <(2450000.0, 2450100.5)>}"));
  g_autoptr (GVariant) back = NULL;
  double start, end;
  guint position;

  assert_names (bookmarks, "");
  g_assert_true (mig_bookmarks_add (bookmarks, MIG_REF_NONE, place, NULL));
  g_assert_true (mig_bookmarks_add (bookmarks, person, NULL, NULL));
  g_assert_true (mig_bookmarks_find (bookmarks, person, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (mig_bookmarks_rename (bookmarks, 1, "  “Vik”\t\\ ", NULL));
  g_assert_true (mig_bookmarks_rename (bookmarks, 0, "   ", NULL));

  again = open_bookmarks (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 2);
  bookmark = g_list_model_get_item (G_LIST_MODEL (again), 0);
  g_assert_cmpstr (mig_bookmark_get_name (bookmark), ==, mig_corpus_get_title (fixture->corpus));
  back = mig_bookmark_dup_place (bookmark);
  g_assert_true (g_variant_lookup (back, "span", "(dd)", &start, &end));
  g_assert_cmpfloat (end, ==, 2450100.5);
  g_assert_true (mig_bookmarks_remove (again, 0, NULL));
  g_assert_false (mig_bookmarks_find (again, MIG_REF_NONE, NULL));

  third = open_bookmarks (fixture);
  assert_names (third, "P-vik=“Vik”\t\\");
}

/* What the corpus does not have any more is told as such; another corpus has its own. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigBookmarks) bookmarks = open_bookmarks (fixture);
  g_autofree char *text = g_strdup_printf ("{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", "
                                           "\"id\": \"%s\", \"title\": \"X\"}, \"events\": []}",
                                           mig_corpus_get_id (fixture->corpus));
  g_autoptr (MigCorpus) newer = read_text (text, NULL);
  g_autoptr (MigCorpus) other = read_text ("{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", "
                                           "\"id\": \"other\", \"title\": \"X\"}, \"events\": []}", NULL);
  g_autofree char *path = NULL, *folder = NULL;

  g_assert_nonnull (newer);
  g_assert_nonnull (other);
  g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, "P-vik"), NULL, NULL));
  g_assert_true (mig_bookmarks_rename (bookmarks, 0, "Vik", NULL));
  g_assert_true (mig_bookmarks_set_corpus (bookmarks, newer, NULL));
  assert_names (bookmarks, "P-vik=Vik!");
  g_assert_true (mig_bookmarks_set_corpus (bookmarks, other, NULL));
  assert_names (bookmarks, "");
  g_assert_true (mig_bookmarks_add (bookmarks, MIG_REF_NONE, NULL, NULL));
  g_assert_true (mig_bookmarks_set_corpus (bookmarks, fixture->corpus, NULL));
  assert_names (bookmarks, "P-vik=Vik");

  /* An id is no path. */
  path = mig_corpus_store_dup_path ("../other", fixture->folder, ".json");
  folder = g_path_get_dirname (path);
  g_assert_cmpstr (folder, ==, fixture->folder);
}

/* One message, and nothing is lost: the file is kept under another name, and a new one begun. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "", "[]", "{", "{\"format\": \"migmeet-bookmarks\", \"version\": 1}", "{\"format\": \"other\", \"bookmarks\": []}",
    "{\"format\": \"migmeet-bookmarks\", \"version\": 1, \"bookmarks\": [{\"id\": 7, \"name\": \"x\"}]}",
    "{\"format\": \"migmeet-bookmarks\", \"version\": 1, \"bookmarks\": [[]]}",
    "{\"format\": \"migmeet-bookmarks\", \"version\": 2, \"bookmarks\": []}",
  };
  g_autofree char *path = dup_path (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MigBookmarks) bookmarks = mig_bookmarks_new (fixture->folder);
      g_autoptr (GError) error = NULL;
      g_autofree char *aside = g_strdup_printf ("%s.%u", path, i + 1);
      g_autofree char *kept = NULL;
      const gboolean is_newer = i + 1 == G_N_ELEMENTS (texts);

      g_test_message ("%s", texts[i]);
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_false (mig_bookmarks_set_corpus (bookmarks, fixture->corpus, &error));
      g_assert_error (error, MIG_BOOKMARKS_ERROR, is_newer ? MIG_BOOKMARKS_ERROR_NEWER : MIG_BOOKMARKS_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, aside));
      assert_names (bookmarks, "");
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, texts[i]);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_true (mig_bookmarks_add (bookmarks, MIG_REF_NONE, NULL, NULL));
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* What the system does not give may be whole: it stays where it is, and nothing is written over it. */
static void
test_unread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigBookmarks) bookmarks = mig_bookmarks_new (fixture->folder);
  g_autofree char *path = dup_path (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (mig_bookmarks_set_corpus (bookmarks, fixture->corpus, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_DIR));
  g_assert_false (mig_bookmarks_add (bookmarks, MIG_REF_NONE, NULL, &error));
  g_assert_error (error, MIG_BOOKMARKS_ERROR, MIG_BOOKMARKS_ERROR_DAMAGED);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* A record without an id does not pass for nothing selected, whose bookmark has none either. */
static void
test_nameless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigCorpus) corpus = read_text ("{\"persons\": [{\"name\": \"Ada\"}]}", NULL);
  g_autoptr (MigBookmarks) bookmarks = mig_bookmarks_new (fixture->folder);

  g_assert_nonnull (corpus);
  g_assert_true (mig_bookmarks_set_corpus (bookmarks, corpus, NULL));
  g_assert_true (mig_bookmarks_add (bookmarks, MIG_REF_NONE, NULL, NULL));
  g_assert_true (mig_bookmarks_find (bookmarks, MIG_REF_NONE, NULL));
  g_assert_false (mig_bookmarks_find (bookmarks, mig_ref (MIG_KIND_PERSON, 0), NULL));
}

static void
collect_cb (MigNavigator *navigator, GVariantDict *view, gpointer user_data)
{
  g_variant_dict_insert (view, "shade", "i", *(gint *) user_data);
}

static void
returned_cb (MigNavigator *navigator, GVariant *view, gpointer user_data)
{
  g_assert_true (g_variant_lookup (view, "shade", "i", user_data));
}

/* A place keeps what its watchers add, and the filter, and both come back with it; also from the disk. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigNavigator) navigator = mig_navigator_new (), next = mig_navigator_new ();
  g_autoptr (GVariant) place = NULL, loaded = NULL;
  const MigRef person = mig_corpus_lookup (fixture->corpus, "P-vik");
  const MigRef other = mig_corpus_lookup (fixture->corpus, "P-okoro");
  gint shade = 1, seen = 0;
  MigFilter filter, none;

  mig_navigator_set_corpus (navigator, fixture->corpus);
  g_signal_connect (navigator, "collect-view", G_CALLBACK (collect_cb), &shade);
  g_signal_connect (navigator, "view-returned", G_CALLBACK (returned_cb), &seen);
  mig_filter_init (&none);
  mig_filter_init (&filter);
  g_assert_true (mig_filter_add (&filter, person));
  mig_navigator_set_filter (navigator, &filter);
  mig_navigator_select (navigator, person);
  mig_navigator_set_filter (navigator, &none);
  shade = 2;
  mig_navigator_go_back (navigator);
  g_assert_cmpint (seen, ==, 1);
  g_assert_true (mig_filter_equal (mig_navigator_get_filter (navigator), &filter));
  shade = 3;
  mig_navigator_go_forward (navigator);
  g_assert_cmpint (seen, ==, 2);
  g_assert_true (mig_filter_is_empty (mig_navigator_get_filter (navigator)));

  mig_navigator_set_filter (navigator, &filter);
  mig_navigator_compare (navigator, person, other);
  place = mig_navigator_dup_place (navigator);
  g_assert_true (mig_corpus_store_save_view (fixture->corpus, place, NULL));
  loaded = mig_corpus_store_load_view (fixture->corpus);
  g_assert_nonnull (loaded);
  mig_navigator_set_corpus (next, fixture->corpus);
  g_signal_connect (next, "view-returned", G_CALLBACK (returned_cb), &seen);
  g_assert_true (mig_navigator_restore_place (next, loaded));
  g_assert_cmpuint (mig_navigator_get_selected (next), ==, person);
  g_assert_cmpint (seen, ==, 3);
  g_assert_cmpuint (mig_navigator_get_compared (next), ==, other);
  g_assert_true (mig_filter_equal (mig_navigator_get_filter (next), &filter));
  g_assert_false (mig_navigator_get_can_go_back (next));
  g_assert_false (mig_navigator_restore_place (next, g_variant_new_parsed ("{'selected': <'gone'>}")));
  g_signal_handlers_disconnect_by_func (next, returned_cb, &seen);

  /* What a place does not tell stays; what it tells of nothing is nothing. */
  g_assert_true (mig_navigator_restore_place (next, g_variant_new_parsed ("{'selected': <'P-okoro'>}")));
  g_assert_cmpuint (mig_navigator_get_selected (next), ==, other);
  g_assert_cmpuint (mig_navigator_get_compared (next), ==, MIG_REF_NONE);
  g_assert_true (mig_filter_equal (mig_navigator_get_filter (next), &filter));
  mig_navigator_set_filter (navigator, &none);
  g_clear_pointer (&place, g_variant_unref);
  place = mig_navigator_dup_place (navigator);
  g_assert_true (mig_navigator_restore_place (next, place));
  g_assert_true (mig_filter_is_empty (mig_navigator_get_filter (next)));
  mig_navigator_go_back (next);
  g_assert_true (mig_filter_equal (mig_navigator_get_filter (next), &filter));
}

/* What could not be written is written with what comes next. */
static void
test_written_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigBookmarks) bookmarks = open_bookmarks (fixture), again = NULL;
  g_autofree char *path = dup_path (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, "P-vik"), NULL, &error));
  g_assert_nonnull (error);
  assert_names (bookmarks, "P-vik=Astrid Vik");
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, "P-okoro"), NULL, NULL));
  again = open_bookmarks (fixture);
  assert_names (again, "P-vik=Astrid Vik|P-okoro=Samuel Okoro");
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("test-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/bookmarks/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/bookmarks/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/bookmarks/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/bookmarks/unread", Fixture, NULL, set_up, test_unread, tear_down);
  g_test_add ("/bookmarks/nameless", Fixture, NULL, set_up, test_nameless, tear_down);
  g_test_add ("/bookmarks/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/bookmarks/written-later", Fixture, NULL, set_up, test_written_later, tear_down);

  return g_test_run ();
}
