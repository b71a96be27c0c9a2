/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lanes-fixture.h"

#include "mig-search-places.h"
#include "mig-search.h"
#include "mig-time-index.h"

/* Where hits stand on the tracks: whoever looks it up finds what asking each thing finds. */

static const MigTrack tracks[] = { MIG_TRACK_MEETINGS, MIG_TRACK_EVENTS, MIG_TRACK_DOCUMENTS };

/* Returns how many there are. */
static guint
assert_same_as_asking (MigSearchResults *results, MigSubset *subset)
{
  g_autoptr (MigSearchPlaces) places = mig_search_places_new (results, subset);
  guint n = 0;

  g_assert_true (mig_search_places_are_of (places, results, subset));
  for (gsize i = 0; i < G_N_ELEMENTS (tracks); i++)
    {
      const MigTimeIndex *index = mig_subset_get_index (subset, tracks[i]);
      guint n_things = mig_time_index_get_n (index), found;

      for (guint at = 0; at < n_things; at++)
        {
          gboolean marked = mig_search_results_is_marked (results, mig_time_index_get_ref (index, at));

          g_assert_cmpint (mig_search_places_find (places, tracks[i], at, at + 1, &found), ==, marked);
          n += marked;
          if (mig_search_places_find (places, tracks[i], at, n_things, &found))
            g_assert_true (found >= at && (found == at) == marked);
          else
            g_assert_false (marked);
        }
      g_assert_false (mig_search_places_find (places, tracks[i], n_things, G_MAXUINT, &found));
    }
  return n;
}

/* Of one hit and of nearly all, and where a filter leaves a part of the meetings. */
static void
test_places (void)
{
  static const char *texts[] = { "zebra", "\"19 September 2016\"", "symposium", "Hovy", "migration", "the", "244" };
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigSearchIndex) index = mig_search_index_new (corpus, NULL, NULL);
  g_autoptr (MigSearch) search = mig_search_new (index);
  MigFilter filter;
  g_autoptr (MigSubset) whole = mig_subset_new (corpus, NULL), part = NULL;
  guint least = G_MAXUINT, most = 0;

  mig_filter_init (&filter);
  filter.first_day = mig_day_from_civil (2013, 1, 1);
  part = mig_subset_new (corpus, &filter);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MigSearchQuery) query = mig_search_query_new (texts[i]);
      g_autoptr (MigSearchResults) results = mig_search_run (search, query, NULL, NULL);
      guint n = assert_same_as_asking (results, whole);

      g_assert_cmpuint (assert_same_as_asking (results, part), <=, n);
      least = MIN (least, n);
      most = MAX (most, n);
    }
  g_assert_cmpuint (least, ==, 0);
  g_assert_cmpuint (most, >, 40);
}

static void
collected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MigSearchPlaces **places = user_data;

  *places = mig_search_places_collect_finish (MIG_SUBSET (source), result, NULL);
}

static void
test_collected (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigSearchIndex) index = mig_search_index_new (corpus, NULL, NULL);
  g_autoptr (MigSearch) search = mig_search_new (index);
  g_autoptr (MigSearchQuery) query = mig_search_query_new ("summit");
  g_autoptr (MigSearchResults) results = mig_search_run (search, query, NULL, NULL);
  g_autoptr (MigSubset) subset = mig_subset_new (corpus, NULL), other = mig_subset_new (corpus, NULL);
  g_autoptr (MigSearchPlaces) places = NULL;
  guint position;

  mig_search_places_collect_async (results, subset, NULL, collected_cb, &places);
  while (places == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (mig_search_places_are_of (places, results, subset));
  g_assert_false (mig_search_places_are_of (places, results, other));
  g_assert_true (mig_search_places_find (places, MIG_TRACK_EVENTS, 0, G_MAXUINT, &position));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-places/same-as-asking", test_places);
  g_test_add_func ("/search-places/collected", test_collected);

  return g_test_run ();
}
