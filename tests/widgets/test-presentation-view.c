/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-following.h"
#include "mig-presentation-private.h"
#include "presentation-fixture.h"
#include "synthetic-fixture.h"

/* What the room sees of the corpus: through a scene's filter, on its lanes, and what somebody finds meanwhile. */

/* The room sees each scene through its own filter. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  MigRoomView view = { 0 };
  MigSceneFields fields = *mig_scene_get_fields (mig_briefing_get (fixture->briefing, 1));
  g_autoptr (GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("{'end': <'2010-12-31'>}"));
  g_autoptr (MigScene) scene = NULL;

  mig_presentation_init_view (fixture->presentation, &view);
  g_assert_true (mig_subset_is_whole (view.subset));
  fields.filter = filter;
  scene = mig_scene_new (&fields);
  mig_briefing_replace (fixture->briefing, 1, scene, MIG_BRIEFING_EDIT_VIEW);
  mig_presentation_go_to (fixture->presentation, 1);
  mig_presentation_init_view (fixture->presentation, &view);
  g_assert_nonnull (view.subset);
  g_assert_false (mig_subset_has (view.subset, mig_corpus_lookup (fixture->corpus, "M14")));
  g_assert_true (mig_subset_has (view.subset, mig_corpus_lookup (fixture->corpus, "M02")));
  mig_presentation_go_to (fixture->presentation, 0);
  mig_presentation_init_view (fixture->presentation, &view);
  g_assert_true (mig_subset_is_whole (view.subset));
}

static MigScene *
create_filtered (const char *filter)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (filter));
  const MigSceneFields fields = { .name = filter, .filter = variant };

  return mig_scene_new (&fields);
}

static MigSubset *
get_subset (MigPresentation *presentation)
{
  MigRoomView view = { 0 };

  mig_presentation_init_view (presentation, &view);
  return view.subset;
}

/* In a large corpus a step shows at once what was worked out before it; else all, until that is known. */
static void
test_large (void)
{
  g_autoptr (MigCorpus) corpus = make_synthetic (1000);
  g_autoptr (GPtrArray) scenes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MigBriefing) briefing = mig_briefing_new ("Large");
  g_autoptr (MigPresentation) presentation = NULL;
  MigSubset *first, *second;

  g_ptr_array_add (scenes, create_filtered ("@a{sv} {}"));
  g_ptr_array_add (scenes, create_filtered ("{'disagrees': <true>}"));
  g_ptr_array_add (scenes, create_filtered ("{'end': <'1990'>}"));
  mig_briefing_begin (briefing, scenes, 0);
  presentation = mig_presentation_new (corpus, briefing, 0);
  mig_presentation_next (presentation);
  g_assert_true (mig_subset_is_whole (get_subset (presentation)));
  while (mig_subset_is_whole (get_subset (presentation)))
    g_main_context_iteration (NULL, TRUE);
  first = get_subset (presentation);

  mig_presentation_prepare (presentation);
  while (mig_subset_is_whole (mig_scene_sight_get_subset (presentation->near_by[0])))
    g_main_context_iteration (NULL, TRUE);
  second = mig_scene_sight_get_subset (presentation->near_by[0]);
  mig_presentation_next (presentation);
  g_assert_true (get_subset (presentation) == second);
  /* And back: that scene is still known. */
  mig_presentation_back (presentation);
  g_assert_true (get_subset (presentation) == first);
}

/* Searching changes nothing that the room sees before something is chosen, and Backspace leads back from there. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;
  MigRoomView view = { 0 };
  MigRef riera = mig_corpus_lookup (fixture->corpus, "P-riera");

  mig_presentation_set_animated (presentation, FALSE);
  mig_presentation_go_to (presentation, 2);
  mig_presentation_toggle_overview (presentation);
  mig_presentation_set_searching (presentation, TRUE);
  g_assert_false (mig_presentation_get_overview (presentation));
  assert_at (fixture, 2, "S14-08");
  mig_presentation_escape (presentation);
  g_assert_false (mig_presentation_get_searching (presentation));
  g_assert_cmpuint (fixture->n_ended, ==, 0);

  /* A person has no date: the room sees when they spoke. */
  mig_presentation_set_searching (presentation, TRUE);
  mig_presentation_pan (presentation, -4000);
  mig_presentation_explore (presentation, riera);
  g_assert_false (mig_presentation_get_searching (presentation));
  assert_at (fixture, 2, "P-riera");
  mig_presentation_init_view (presentation, &view);
  g_assert_cmpfloat (view.start, <, mig_day_from_civil (2016, 2, 25));
  g_assert_cmpfloat (view.end, >, mig_day_from_civil (2016, 2, 26));
  g_assert_cmpstr (fixture->said->str, ==, "José Riera");
  mig_presentation_backspace (presentation);
  assert_at (fixture, 2, "S14-08");

  /* Nor has an organization a place in time, though it was founded in 1946. */
  mig_presentation_explore (presentation, mig_corpus_lookup (fixture->corpus, "O-popdiv"));
  mig_presentation_init_view (presentation, &view);
  g_assert_cmpfloat (view.start, >, mig_day_from_civil (1995, 1, 1));
  g_assert_cmpfloat (view.end, >, mig_day_from_civil (2016, 2, 26));

  /* In an empty entry Backspace does both; a step or what covers the screen closes the search. */
  mig_presentation_explore (presentation, riera);
  mig_presentation_set_searching (presentation, TRUE);
  mig_presentation_backspace (presentation);
  g_assert_false (mig_presentation_get_searching (presentation));
  assert_at (fixture, 2, "S14-08");
  mig_presentation_set_searching (presentation, TRUE);
  mig_presentation_next (presentation);
  g_assert_false (mig_presentation_get_searching (presentation));
  assert_at (fixture, 5, "M02");

  /* While the room's screen is frozen it shows nothing else, and says so. */
  mig_presentation_toggle_freeze (presentation);
  mig_presentation_explore (presentation, riera);
  assert_at (fixture, 5, "M02");
  g_assert_cmpstr (fixture->said->str, ==, "The room’s screen is frozen.");
  mig_presentation_init_view (presentation, &view);
  g_assert_cmpuint (view.n_lanes, ==, 3);
}

/* What a scene's filter hides can be found, and is seen then. */
static void
test_search_beyond_filter (Fixture *fixture, gconstpointer data)
{
  MigRoomView view = { 0 };
  MigSceneFields fields = *mig_scene_get_fields (mig_briefing_get (fixture->briefing, 1));
  g_autoptr (GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("{'end': <'2010-12-31'>}"));
  g_autoptr (MigScene) scene = NULL;

  fields.filter = filter;
  scene = mig_scene_new (&fields);
  mig_briefing_replace (fixture->briefing, 1, scene, MIG_BRIEFING_EDIT_VIEW);
  mig_presentation_go_to (fixture->presentation, 1);
  mig_presentation_explore (fixture->presentation, mig_corpus_lookup (fixture->corpus, "M02"));
  mig_presentation_init_view (fixture->presentation, &view);
  g_assert_false (mig_subset_is_whole (view.subset));
  mig_presentation_explore (fixture->presentation, mig_corpus_lookup (fixture->corpus, "S14-08"));
  mig_presentation_init_view (fixture->presentation, &view);
  g_assert_null (view.subset);
}

/* The room sees the lanes of each scene, and while somebody explores still those that follow something. */
static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  MigRoomView view = { 0 };
  MigSceneFields fields = *mig_scene_get_fields (mig_briefing_get (fixture->briefing, 1));
  g_autoptr (MigScene) scene = NULL;
  MigRef riera = mig_corpus_lookup (fixture->corpus, "P-riera");

  mig_presentation_init_view (fixture->presentation, &view);
  g_assert_null (view.following);
  g_assert_cmpuint (view.n_lanes, ==, 3);
  fields.lanes[fields.n_lanes++] = MIG_LANE_EVENTS;
  fields.followed[fields.n_followed++] = (MigSceneFollowed){ "P-nobody", MIG_LANE_EVENTS };
  fields.followed[fields.n_followed++] = (MigSceneFollowed){ "P-riera", MIG_LANE_EVENTS };
  scene = mig_scene_new (&fields);
  mig_briefing_replace (fixture->briefing, 1, scene, MIG_BRIEFING_EDIT_VIEW);
  mig_presentation_go_to (fixture->presentation, 1);
  mig_presentation_init_view (fixture->presentation, &view);
  g_assert_cmpuint (view.n_lanes, ==, 2);
  g_assert_cmpuint (mig_following_get_ref (view.following, view.lanes[0]), ==, riera);
  g_assert_cmpuint (view.lanes[1], ==, MIG_LANE_EVENTS);

  mig_presentation_explore (fixture->presentation, riera);
  mig_presentation_init_view (fixture->presentation, &view);
  g_assert_cmpuint (view.n_lanes, ==, 4);
  g_assert_cmpuint (mig_following_get_ref (view.following, view.lanes[2]), ==, riera);
  mig_presentation_next (fixture->presentation);
  mig_presentation_init_view (fixture->presentation, &view);
  g_assert_null (view.following);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/presentation-view/filter", test_filter);
  g_test_add_func ("/presentation-view/large", test_large);
  ADD ("/presentation-view/search", test_search);
  ADD ("/presentation-view/search-beyond-filter", test_search_beyond_filter);
  ADD ("/presentation-view/lanes", test_lanes);

  return g_test_run ();
}
