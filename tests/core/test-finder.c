/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-finder.h"

#include "reader-fixture.h"

/* The search of a window. */

static void
count_cb (guint *n_changed)
{
  (*n_changed)++;
}

static void
wait (MigFinder *finder)
{
  while (mig_finder_is_busy (finder))
    g_main_context_iteration (NULL, TRUE);
}

static guint
get_n (MigFinder *finder)
{
  MigSearchResults *results = mig_finder_get_results (finder);

  return results != NULL ? mig_search_results_get_n (results) : 0;
}

/* What is typed before the index is there is answered when it is. */
static void
test_waits_for_index (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigFinder) finder = mig_finder_new ();
  guint n_changed = 0;

  g_signal_connect_swapped (finder, "changed", G_CALLBACK (count_cb), &n_changed);
  mig_finder_set_corpus (finder, corpus);
  g_assert_false (mig_finder_is_busy (finder));
  mig_finder_set_text (finder, "horns");
  g_assert_true (mig_finder_is_busy (finder));
  g_assert_null (mig_finder_get_results (finder));
  wait (finder);
  g_assert_cmpuint (get_n (finder), >, 0);
  g_assert_cmpuint (n_changed, >, 0);

  n_changed = 0;
  mig_finder_set_text (finder, "bells");
  g_assert_cmpuint (n_changed, ==, 1);
  mig_finder_set_text (finder, "bells");
  g_assert_cmpuint (n_changed, ==, 1);
  mig_finder_set_text (finder, "");
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_null (mig_finder_get_results (finder));
}

/* A query that is nothing but a mistake is answered, so that it can be said. */
static void
test_mistake (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigFinder) finder = mig_finder_new ();
  MigSearchResults *results;

  mig_finder_set_corpus (finder, corpus);
  mig_finder_set_text (finder, "kind:thing");
  wait (finder);
  results = mig_finder_get_results (finder);
  g_assert_nonnull (results);
  g_assert_cmpuint (mig_search_results_get_n (results), ==, 0);
  g_assert_nonnull (mig_search_query_get_problem (mig_search_results_get_query (results)));
}

/* The hits of one corpus never outlive it, and its text is looked for in the next. */
static void
test_other_corpus (void)
{
  g_autoptr (MigCorpus) first = read_fixture ("harbour.json");
  g_autoptr (MigCorpus) second = read_fixture ("popolo.json");
  g_autoptr (MigFinder) finder = mig_finder_new ();

  mig_finder_set_corpus (finder, first);
  mig_finder_set_text (finder, "kind:person");
  wait (finder);
  g_assert_true (mig_search_results_get_corpus (mig_finder_get_results (finder)) == first);

  mig_finder_set_corpus (finder, second);
  g_assert_null (mig_finder_get_results (finder));
  wait (finder);
  g_assert_true (mig_search_results_get_corpus (mig_finder_get_results (finder)) == second);

  mig_finder_set_corpus (finder, NULL);
  g_assert_null (mig_finder_get_results (finder));
}

/* A second finder of the same corpus answers at once, and each has questions of its own. */
static void
test_shared_index (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json"), other = read_fixture ("popolo.json");
  g_autoptr (MigFinder) finder = mig_finder_new (), early = NULL, late = NULL, elsewhere = NULL;

  mig_finder_set_corpus (finder, corpus);
  mig_finder_set_text (finder, "horns");
  early = mig_finder_new_beside (finder, corpus);
  mig_finder_set_text (early, "horns");
  g_assert_true (mig_finder_is_busy (early));
  wait (finder);
  wait (early);
  g_assert_cmpuint (get_n (early), ==, get_n (finder));

  late = mig_finder_new_beside (finder, corpus);
  g_assert_null (mig_finder_get_results (late));
  mig_finder_set_text (late, "kind:person");
  g_assert_false (mig_finder_is_busy (late));
  g_assert_cmpuint (get_n (late), ==, 3);
  g_assert_cmpstr (mig_finder_get_text (finder), ==, "horns");

  elsewhere = mig_finder_new_beside (finder, other);
  mig_finder_set_text (elsewhere, "kind:person");
  wait (elsewhere);
  g_assert_true (mig_search_results_get_corpus (mig_finder_get_results (elsewhere)) == other);
}

static void
test_let_go (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigFinder *finder = mig_finder_new ();

  mig_finder_set_corpus (finder, corpus);
  mig_finder_set_text (finder, "horns");
  g_object_add_weak_pointer (G_OBJECT (finder), (gpointer *) &finder);
  mig_finder_set_corpus (finder, NULL);
  g_object_unref (finder);
  while (finder != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* In a large corpus a worker answers, and only the last of what was typed. */
static void
test_beside (void)
{
  g_autoptr (GString) text = g_string_new ("{ \"topics\": [");
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (MigFinder) finder = mig_finder_new ();
  guint n_changed = 0;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (text, "%s{ \"id\": \"T%u\", \"name\": \"Topic %u\" }", i > 0 ? ", " : "", i, i);
  g_string_append (text, "] }");
  corpus = read_text (text->str, NULL);

  mig_finder_set_corpus (finder, corpus);
  mig_finder_set_text (finder, "t");
  wait (finder);
  g_assert_cmpuint (get_n (finder), ==, 60000);

  g_signal_connect_swapped (finder, "changed", G_CALLBACK (count_cb), &n_changed);
  mig_finder_set_text (finder, "to");
  mig_finder_set_text (finder, "\"topic 77\"");
  g_assert_true (mig_finder_is_busy (finder));
  wait (finder);
  g_assert_cmpuint (get_n (finder), ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finder/waits-for-index", test_waits_for_index);
  g_test_add_func ("/finder/mistake", test_mistake);
  g_test_add_func ("/finder/other-corpus", test_other_corpus);
  g_test_add_func ("/finder/shared-index", test_shared_index);
  g_test_add_func ("/finder/let-go", test_let_go);
  g_test_add_func ("/finder/beside", test_beside);

  return g_test_run ();
}
