/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gstdio.h>

#include "mig-loader.h"

/* What a loader makes of readings that it has given up: whenever their results come, and whatever they are, they change
 * nothing and nobody hears of them. */

typedef struct
{
  char *folder;
  MigLoader *loader;
  GString *heard; /* the state after each `changed` */
  gboolean alone; /* no reading holds the loader: the results of all have come */
} Fixture;

static void
changed_cb (MigLoader *loader, Fixture *fixture)
{
  MigProblems *problems = mig_loader_get_problems (loader);
  MigCorpus *corpus = mig_loader_get_corpus (loader);
  const char *title = corpus != NULL ? mig_corpus_get_title (corpus) : "nothing";

  if (mig_loader_is_reading (loader))
    g_string_append (fixture->heard, "reading; ");
  else
    g_string_append_printf (fixture->heard, "%s%s; ", title, problems != NULL ? " and problems" : "");
}

static void
alone_cb (gpointer data, GObject *loader, gboolean is_last_ref)
{
  Fixture *fixture = data;

  fixture->alone = is_last_ref;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("test-loader-XXXXXX", NULL);
  fixture->heard = g_string_new (NULL);
  fixture->loader = mig_loader_new ();
  g_signal_connect (fixture->loader, "changed", G_CALLBACK (changed_cb), fixture);
  g_object_add_toggle_ref (G_OBJECT (fixture->loader), alone_cb, fixture);
  g_object_unref (fixture->loader);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "one.json", "other.json" };

  g_object_remove_toggle_ref (G_OBJECT (fixture->loader), alone_cb, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_string_free (fixture->heard, TRUE);
}

/* Writes a corpus of that title, or without one something that is no corpus, and begins to read it. */
static void
load (Fixture *fixture, const char *name, const char *title)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", "
                                           "\"title\": \"%s\"}, \"events\": []}", title);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, title != NULL ? text : "{", -1, NULL));
  mig_loader_load (fixture->loader, file);
}

static gboolean
timed_out_cb (gpointer user_data)
{
  g_assert_not_reached ();
}

static void
wait_for_results (Fixture *fixture)
{
  const guint id = g_timeout_add_seconds (60, timed_out_cb, NULL);

  while (!fixture->alone)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static void
test_newest_wins (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one.json", "One");
  load (fixture, "other.json", "Other");
  wait_for_results (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reading; reading; Other; ");
}

/* What was wrong with a file that nobody waits for any more is not told of. */
static void
test_broken_given_up (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one.json", NULL);
  load (fixture, "other.json", "Other");
  wait_for_results (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reading; reading; Other; ");
}

/* Nor does a corpus that was given up come to stand beside the problems of what was asked for instead. */
static void
test_broken_instead (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one.json", "One");
  load (fixture, "other.json", NULL);
  wait_for_results (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reading; reading; nothing and problems; ");
  g_assert_true (g_file_equal (mig_problems_get_file (mig_loader_get_problems (fixture->loader)),
                               mig_loader_get_file (fixture->loader)));
}

/* The same file is read again while it is read: what counts is how it stands at the last asking. */
static void
test_read_again (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one.json", "First");
  load (fixture, "one.json", "Second");
  load (fixture, "one.json", "Third");
  wait_for_results (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reading; reading; reading; Third; ");
}

/* Whoever gives up keeps what there was. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one.json", "One");
  wait_for_results (fixture);
  load (fixture, "other.json", "Other");
  mig_loader_cancel (fixture->loader);
  wait_for_results (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reading; One; reading; One; ");

  g_string_truncate (fixture->heard, 0);
  load (fixture, "other.json", NULL);
  mig_loader_cancel (fixture->loader);
  load (fixture, "other.json", "Other");
  wait_for_results (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reading; One; reading; Other; ");
}

/* A loader that was let go says nothing more. */
static void
test_disposed (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one.json", "One");
  g_object_run_dispose (G_OBJECT (fixture->loader));
  g_signal_connect (fixture->loader, "changed", G_CALLBACK (changed_cb), fixture);
  wait_for_results (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "reading; ");
  g_assert_null (mig_loader_get_corpus (fixture->loader));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/loader/newest-wins", Fixture, NULL, set_up, test_newest_wins, tear_down);
  g_test_add ("/loader/broken-given-up", Fixture, NULL, set_up, test_broken_given_up, tear_down);
  g_test_add ("/loader/broken-instead", Fixture, NULL, set_up, test_broken_instead, tear_down);
  g_test_add ("/loader/read-again", Fixture, NULL, set_up, test_read_again, tear_down);
  g_test_add ("/loader/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/loader/disposed", Fixture, NULL, set_up, test_disposed, tear_down);

  return g_test_run ();
}
