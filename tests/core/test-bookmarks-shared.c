/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "bookmarks-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "mig-bookmarks-file.h"

/* Bookmarks that several windows and several programs show and change. */

/* To start this program again. */
static const char *self_path;

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

/* What one has written who has had the lock all the time. */
static void
write_one (Fixture *fixture, const char *id, const char *name)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *identity = mig_corpus_store_dup_identity (fixture->corpus), *path = dup_path (fixture);

  g_ptr_array_add (written, mig_bookmark_new (id, name, 0, 0));
  g_assert_true (mig_bookmarks_file_write (path, identity, written, NULL));
}

/* Nobody waits for a program that stands still with the lock; what was done meanwhile is written once it is gone, in
 * its order, and beside what the other has written. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigBookmarks) bookmarks = open_bookmarks (fixture), again = NULL;
  g_autofree char *path = dup_path (fixture);
  GSubprocess *holder = begin_hold (fixture);

  g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, "P-vik"), NULL, NULL));
  g_assert_true (mig_bookmarks_add (bookmarks, MIG_REF_NONE, NULL, NULL));
  g_assert_true (mig_bookmarks_rename (bookmarks, 0, "Vik", NULL));
  g_assert_true (mig_bookmarks_rename (bookmarks, 0, "Astrid", NULL));
  g_assert_true (mig_bookmarks_remove (bookmarks, 1, NULL));
  assert_names (bookmarks, "P-vik=Astrid");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  write_one (fixture, "P-okoro", "O");
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

/* How many files there are beside the bookmarks' own. */
static guint
count_other_files (Fixture *fixture)
{
  g_autofree char *path = dup_path (fixture), *own = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_equal (name, own);

  return n;
}

/* Who leaves a corpus, or the program, while another is writing loses nothing, neither of one's own nor of the other's:
 * it is left beside the file, seen by whoever comes, and taken over into the file once, when nobody is writing. */
static void
test_held_to_the_end (Fixture *fixture, gconstpointer data)
{
  MigBookmarks *bookmarks = open_bookmarks (fixture);
  g_autoptr (MigBookmarks) again = NULL, last = NULL;
  g_autofree char *path = dup_path (fixture);
  const MigRef vik = mig_corpus_lookup (fixture->corpus, "P-vik");
  GSubprocess *holder = begin_hold (fixture);

  g_assert_true (mig_bookmarks_add (bookmarks, vik, NULL, NULL));
  g_assert_true (mig_bookmarks_add (bookmarks, vik, NULL, NULL));
  g_assert_true (mig_bookmarks_rename (bookmarks, 1, "“Vik”\n", NULL));
  g_assert_true (mig_bookmarks_set_corpus (bookmarks, NULL, NULL));
  g_assert_true (mig_bookmarks_set_corpus (bookmarks, fixture->corpus, NULL));
  assert_names (bookmarks, "P-vik=Astrid Vik|P-vik=“Vik”");
  g_assert_true (mig_bookmarks_remove (bookmarks, 0, NULL));
  g_assert_true (mig_bookmarks_add (bookmarks, MIG_REF_NONE, NULL, NULL));
  g_assert_finalize_object (bookmarks);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  write_one (fixture, "P-okoro", "O");
  end_hold (holder);
  g_assert_cmpuint (count_on_disk (path, "P-okoro"), ==, 1);
  again = open_bookmarks (fixture);
  assert_names (again, "P-okoro=O|P-vik=“Vik”|=Meetings of the Harbour Masters");
  g_assert_cmpuint (count_on_disk (path, "P-vik"), ==, 1);
  g_assert_cmpuint (count_other_files (fixture), ==, 0);
  last = open_bookmarks (fixture);
  assert_names (last, "P-okoro=O|P-vik=“Vik”|=Meetings of the Harbour Masters");
}

/* One that was open all the time takes over what others have left with the next that it writes itself. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigBookmarks) open = open_bookmarks (fixture);
  MigBookmarks *bookmarks = open_bookmarks (fixture);
  g_autofree char *path = dup_path (fixture), *senseless = NULL, *foreign = NULL;
  GSubprocess *holder = begin_hold (fixture);

  g_assert_true (mig_bookmarks_add (bookmarks, mig_corpus_lookup (fixture->corpus, "P-vik"), NULL, NULL));
  g_assert_finalize_object (bookmarks);
  end_hold (holder);
  g_assert_cmpuint (count_other_files (fixture), ==, 1);

  /* What makes no sense, or is of another corpus, is passed over. */
  senseless = g_strconcat (path, ".0123456789abcdef.01234567-0123-0123-0123-0123456789ab.left", NULL);
  foreign = g_strconcat (path, ".json.0123456789abcdef.01234567-0123-0123-0123-0123456789ab.left", NULL);
  g_assert_true (g_file_set_contents (senseless, "MigMeet bookmark changes 1\n[(7, true)]", -1, NULL));
  g_assert_true (g_file_set_contents (foreign, "MigMeet bookmark changes 1\n"
                                      "[(0, false, nothing, ('P-brandt', 'B', 0.0, 0.0))]", -1, NULL));
  g_assert_true (mig_bookmarks_add (open, mig_corpus_lookup (fixture->corpus, "P-okoro"), NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (open)), ==, 2);
  g_assert_cmpuint (count_on_disk (path, "P-vik"), ==, 1);
  g_assert_cmpuint (count_on_disk (path, "P-okoro"), ==, 1);
  g_assert_cmpuint (count_other_files (fixture), ==, 2);
  g_assert_true (g_file_test (senseless, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

/* What others have put in the file's place meanwhile is not written over when it makes no sense here. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "{\"format\": \"migmeet-bookmarks\", \"version\": 2, \"bookmarks\": []}", "{",
  };
  static const char *const ids[] = { "P-vik", "P-okoro" };
  g_autofree char *path = dup_path (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MigBookmarks *bookmarks = open_bookmarks (fixture);
      const MigRef ref = mig_corpus_lookup (fixture->corpus, ids[i]);
      g_autofree char *aside = g_strdup_printf ("%s.%u", path, i + 1), *kept = NULL;
      g_autoptr (GError) error = NULL;
      const int code = i == 0 ? MIG_BOOKMARKS_ERROR_NEWER : MIG_BOOKMARKS_ERROR_DAMAGED;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_false (mig_bookmarks_add (bookmarks, ref, NULL, &error));
      g_assert_error (error, MIG_BOOKMARKS_ERROR, code);
      g_assert_nonnull (strstr (error->message, aside));
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, texts[i]);

      /* It is listed, and written with what comes next, or at the end; and so is what was there before. */
      g_assert_true (mig_bookmarks_find (bookmarks, ref, NULL));
      if (i == 0)
        g_assert_true (mig_bookmarks_add (bookmarks, MIG_REF_NONE, NULL, NULL));
      g_assert_finalize_object (bookmarks);
      for (guint k = 0; k <= i; k++)
        g_assert_cmpuint (count_on_disk (path, ids[k]), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  const gboolean adds = argc == 4 && g_str_equal (argv[1], "--add-many");

  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    return hold (argv[2]);
  self_path = argv[0];
  if (adds)
    argc = 1;
  g_test_init (&argc, &argv, NULL);
  if (adds)
    return add_many (argv[2], argv[3]);

  g_test_add ("/bookmarks-shared/two-windows", Fixture, NULL, set_up, test_two_windows, tear_down);
  g_test_add ("/bookmarks-shared/followed", Fixture, NULL, set_up, test_followed, tear_down);
  g_test_add ("/bookmarks-shared/two-programs", Fixture, NULL, set_up, test_two_programs, tear_down);
  g_test_add ("/bookmarks-shared/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/bookmarks-shared/held-long", Fixture, NULL, set_up, test_held_long, tear_down);
  g_test_add ("/bookmarks-shared/held-to-the-end", Fixture, NULL, set_up, test_held_to_the_end, tear_down);
  g_test_add ("/bookmarks-shared/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add ("/bookmarks-shared/replaced", Fixture, NULL, set_up, test_replaced, tear_down);

  return g_test_run ();
}
