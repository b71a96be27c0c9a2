/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmarks.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "mig-bookmarks-file.h"
#include "mig-corpus-store.h"
#include "mig-navigator.h"
#include "reader-fixture.h"

/* What is kept of a corpus on the disk: bookmarks, and where one was. */

/* To start this program again. */
static const char *self_path;

typedef struct
{
  char *folder;
  MigCorpus *corpus;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("test-bookmarks-XXXXXX", NULL);
  fixture->corpus = read_fixture ("harbour.json");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->corpus);
}

static MigBookmarks *
open_bookmarks (Fixture *fixture)
{
  MigBookmarks *bookmarks = mig_bookmarks_new (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (mig_bookmarks_set_corpus (bookmarks, fixture->corpus, &error));
  g_assert_no_error (error);

  return bookmarks;
}

static void
assert_names (MigBookmarks *bookmarks, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (bookmarks)); i++)
    {
      g_autoptr (MigBookmark) bookmark = g_list_model_get_item (G_LIST_MODEL (bookmarks), i);

      g_string_append_printf (names, "%s%s=%s%s", i > 0 ? "|" : "", mig_bookmark_get_id (bookmark),
                              mig_bookmark_get_name (bookmark), mig_bookmarks_is_gone (bookmarks, i) ? "!" : "");
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static char *
dup_path (Fixture *fixture)
{
  g_autofree char *identity = mig_corpus_store_dup_identity (fixture->corpus);

  return mig_corpus_store_dup_path (identity, fixture->folder, ".json");
}

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

static gboolean
timed_out_cb (gpointer user_data)
{
  g_assert_not_reached ();
}

/* Lets things happen until something is so. */
#define wait_until(condition) \
  G_STMT_START \
  { \
    const guint wait_id = g_timeout_add_seconds (60, timed_out_cb, NULL); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (wait_id); \
  } \
  G_STMT_END

static void
wait_for_names (MigBookmarks *bookmarks, guint n, const char *expected)
{
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (bookmarks)) == n);
  assert_names (bookmarks, expected);
}

/* Of two windows with one corpus each changes what the other has written, and neither writes over it. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigBookmarks) one = open_bookmarks (fixture), other = open_bookmarks (fixture), again = NULL;
  const MigRef vik = mig_corpus_lookup (fixture->corpus, "P-vik");
  const MigRef okoro = mig_corpus_lookup (fixture->corpus, "P-okoro");
  const MigRef brandt = mig_corpus_lookup (fixture->corpus, "P-brandt");

  /* Nothing is told while the main loop does not run. */
  g_assert_true (mig_bookmarks_add (one, vik, NULL, NULL));
  g_assert_true (mig_bookmarks_add (other, okoro, NULL, NULL));
  g_assert_true (mig_bookmarks_add (one, brandt, NULL, NULL));
  g_assert_true (mig_bookmarks_rename (other, 0, "V", NULL));
  g_assert_true (mig_bookmarks_rename (other, 1, "O", NULL));
  again = open_bookmarks (fixture);
  assert_names (again, "P-vik=V|P-okoro=O|P-brandt=Ida Brandt");

  /* Each means what it shows: the second line of the one is not the second of the file any more. */
  g_assert_true (mig_bookmarks_remove (other, 0, NULL));
  g_assert_true (mig_bookmarks_remove (again, 1, NULL));
  g_assert_true (mig_bookmarks_remove (again, 0, NULL));
  assert_names (again, "");

  /* The same bookmark is not added twice, and what is gone is not removed again. */
  g_assert_true (mig_bookmarks_add (one, vik, NULL, NULL));
  g_assert_true (mig_bookmarks_add (other, vik, NULL, NULL));
  assert_names (other, "P-vik=Astrid Vik");
  g_assert_true (mig_bookmarks_remove (other, 0, NULL));
  g_assert_true (mig_bookmarks_remove (one, 0, NULL));
  assert_names (one, "");
}

/* What one window writes the other shows by itself. */
static void
test_followed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigBookmarks) one = open_bookmarks (fixture), other = NULL;
  const MigRef vik = mig_corpus_lookup (fixture->corpus, "P-vik");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFileMonitor) monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);

  if (monitor == NULL)
    {
      g_test_skip ("files cannot be watched here");
      return;
    }
  g_assert_true (mig_bookmarks_add (one, vik, NULL, NULL));
  other = open_bookmarks (fixture);
  g_assert_true (mig_bookmarks_add (one, MIG_REF_NONE, NULL, NULL));
  wait_for_names (other, 2, "P-vik=Astrid Vik|=Meetings of the Harbour Masters");
  g_assert_true (mig_bookmarks_remove (other, 0, NULL));
  wait_for_names (one, 1, "=Meetings of the Harbour Masters");
}

/* How many bookmarks of a record are on the disk. */
static guint
count_on_disk (const char *path, const char *id)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  if (mig_bookmarks_file_read (path, list, NULL))
    for (guint i = 0; i < list->len; i++)
      n += g_str_equal (mig_bookmark_get_id (g_ptr_array_index (list, i)), id);

  return n;
}

#define N_ADDED 40

static int
add_many (const char *folder, const char *id)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigBookmarks) bookmarks = mig_bookmarks_new (folder);
  g_autofree char *identity = mig_corpus_store_dup_identity (corpus);
  g_autofree char *path = mig_corpus_store_dup_path (identity, folder, ".json");

  g_assert_true (mig_bookmarks_set_corpus (bookmarks, corpus, NULL));
  /* A second one of the same is no accident when the first is there. */
  for (guint i = 0; i < N_ADDED; i++)
    g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (corpus, id), NULL, NULL));
  wait_until (count_on_disk (path, id) == N_ADDED + 1);

  return 0;
}

/* Two programs that add at the same time lose nothing. */
static void
test_two_programs (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "P-vik", "P-okoro" };
  g_autoptr (MigBookmarks) bookmarks = open_bookmarks (fixture);
  g_autofree char *path = dup_path (fixture);
  GSubprocess *programs[G_N_ELEMENTS (ids)];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, ids[i]), NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    programs[i] = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, self_path, "--add-many", fixture->folder, ids[i],
                                    NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (g_subprocess_wait_check (programs[i], NULL, NULL));
      g_object_unref (programs[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpuint (count_on_disk (path, ids[i]), ==, N_ADDED + 1);
}

static int
hold (const char *folder)
{
  const int fd = g_open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0);

  char byte = '!';

  if (fd < 0 || flock (fd, LOCK_EX) != 0 || write (STDOUT_FILENO, &byte, 1) != 1)
    return 1;
  /* Until nobody is there any more who could say something. */
  return (int) read (STDIN_FILENO, &byte, 1);
}

/* Another program that is at the bookmarks, and does not go on. */
static GSubprocess *
begin_hold (Fixture *fixture)
{
  GSubprocess *holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                                          self_path, "--hold", fixture->folder, NULL);
  char byte;

  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (holder), &byte, 1, NULL, NULL), ==, 1);
  /* One that waits for it waits forever: then this ends it, and the test. */
  alarm (60);

  return holder;
}

static void
end_hold (GSubprocess *holder)
{
  alarm (0);
  g_subprocess_force_exit (holder);
  g_assert_true (g_subprocess_wait (holder, NULL, NULL));
  g_object_unref (holder);
}

/* Nobody waits for a program that stands still with the lock; what was done meanwhile is written once it is gone, in
 * its order, and beside what the other has written. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigBookmarks) bookmarks = open_bookmarks (fixture), again = NULL;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *identity = mig_corpus_store_dup_identity (fixture->corpus), *path = dup_path (fixture);
  GSubprocess *holder = begin_hold (fixture);

  g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, "P-vik"), NULL, NULL));
  g_assert_true (mig_bookmarks_add (bookmarks, MIG_REF_NONE, NULL, NULL));
  g_assert_true (mig_bookmarks_rename (bookmarks, 0, "Vik", NULL));
  g_assert_true (mig_bookmarks_rename (bookmarks, 0, "Astrid", NULL));
  g_assert_true (mig_bookmarks_remove (bookmarks, 1, NULL));
  assert_names (bookmarks, "P-vik=Astrid");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_ptr_array_add (written, mig_bookmark_new ("P-okoro", "O", 0, 0));
  g_assert_true (mig_bookmarks_file_write (path, identity, written, NULL));
  g_assert_cmpuint (count_on_disk (path, "P-vik"), ==, 0);

  end_hold (holder);
  wait_until (count_on_disk (path, "P-vik") == 1);
  again = open_bookmarks (fixture);
  assert_names (again, "P-okoro=O|P-vik=Astrid");
  assert_names (bookmarks, "P-okoro=O|P-vik=Astrid");
}

static void
failed_cb (MigBookmarks *bookmarks, const char *message, gpointer user_data)
{
  guint *n_failed = user_data;

  g_assert_cmpstr (message, !=, "");
  (*n_failed)++;
}

static gboolean
moment_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* When it takes long that is told of, once, and it goes on trying. */
static void
test_held_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigBookmarks) bookmarks = open_bookmarks (fixture);
  g_autofree char *path = dup_path (fixture);
  GSubprocess *holder = begin_hold (fixture);
  gboolean is_over = FALSE;
  guint n_failed = 0;

  g_signal_connect (bookmarks, "failed", G_CALLBACK (failed_cb), &n_failed);
  g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, "P-vik"), NULL, NULL));
  g_assert_cmpuint (n_failed, ==, 0);
  wait_until (n_failed > 0);
  /* It is tried again meanwhile, and not told of again. */
  g_timeout_add (500, moment_over_cb, &is_over);
  wait_until (is_over);
  end_hold (holder);
  wait_until (count_on_disk (path, "P-vik") == 1);
  g_assert_cmpuint (n_failed, ==, 1);
}

/* Who leaves a corpus, or the program, does not leave bookmarks behind that are nowhere. */
static void
test_held_to_the_end (Fixture *fixture, gconstpointer data)
{
  MigBookmarks *bookmarks = open_bookmarks (fixture);
  g_autofree char *path = dup_path (fixture);
  GSubprocess *holder = begin_hold (fixture);

  g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, "P-vik"), NULL, NULL));
  g_assert_true (mig_bookmarks_set_corpus (bookmarks, NULL, NULL));
  g_assert_cmpuint (count_on_disk (path, "P-vik"), ==, 1);

  g_assert_true (mig_bookmarks_set_corpus (bookmarks, fixture->corpus, NULL));
  assert_names (bookmarks, "P-vik=Astrid Vik");
  g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, "P-okoro"), NULL, NULL));
  g_assert_finalize_object (bookmarks);
  g_assert_cmpuint (count_on_disk (path, "P-vik"), ==, 1);
  g_assert_cmpuint (count_on_disk (path, "P-okoro"), ==, 1);
  end_hold (holder);
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
  g_autofree char *state = NULL;
  const gboolean adds = argc == 4 && g_str_equal (argv[1], "--add-many");

  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    return hold (argv[2]);
  self_path = argv[0];
  if (adds)
    argc = 1;
  g_test_init (&argc, &argv, NULL);
  if (adds)
    return add_many (argv[2], argv[3]);

  state = g_dir_make_tmp ("test-state-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);

  g_test_add ("/bookmarks/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/bookmarks/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/bookmarks/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/bookmarks/unread", Fixture, NULL, set_up, test_unread, tear_down);
  g_test_add ("/bookmarks/nameless", Fixture, NULL, set_up, test_nameless, tear_down);
  g_test_add ("/bookmarks/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/bookmarks/two-windows", Fixture, NULL, set_up, test_two_windows, tear_down);
  g_test_add ("/bookmarks/followed", Fixture, NULL, set_up, test_followed, tear_down);
  g_test_add ("/bookmarks/two-programs", Fixture, NULL, set_up, test_two_programs, tear_down);
  g_test_add ("/bookmarks/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/bookmarks/held-long", Fixture, NULL, set_up, test_held_long, tear_down);
  g_test_add ("/bookmarks/held-to-the-end", Fixture, NULL, set_up, test_held_to_the_end, tear_down);
  g_test_add ("/bookmarks/written-later", Fixture, NULL, set_up, test_written_later, tear_down);

  return g_test_run ();
}
