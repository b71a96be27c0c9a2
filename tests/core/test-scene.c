/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-scene-lanes.h"
#include "mig-scene-sight.h"
#include "mig-scene-text.h"
#include "reader-fixture.h"
#include "synthetic-fixture.h"

/* What of a corpus a scene lets see, and its lanes on their way from a timeline into a scene and back. */

static MigScene *
create_filtered (const char *person)
{
  GVariantBuilder builder;
  MigSceneFields fields = { 0 };

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  if (person != NULL)
    g_variant_builder_add (&builder, "{sv}", "speakers",
                           g_variant_new_strv ((const char *const[]){ "P-gone", person }, 2));
  fields.filter = g_variant_builder_end (&builder);
  return mig_scene_new (&fields);
}

/* What is gone asks for nothing, and without a filter all is there. */
static void
test_filter (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigScene) scene = create_filtered ("P-okoro"), all = create_filtered (NULL);
  g_autoptr (MigSceneSight) sight = mig_scene_sight_new ();
  MigSubset *subset;

  mig_scene_sight_look (sight, scene, corpus, FALSE);
  subset = mig_scene_sight_get_subset (sight);
  g_assert_true (mig_subset_has (subset, mig_corpus_lookup (corpus, "SP-2")));
  g_assert_false (mig_subset_has (subset, mig_corpus_lookup (corpus, "M1")));
  mig_scene_sight_look (sight, scene, corpus, TRUE);
  g_assert_true (mig_scene_sight_get_subset (sight) == subset);

  mig_scene_sight_look (sight, all, corpus, FALSE);
  g_assert_true (mig_subset_has (mig_scene_sight_get_subset (sight), mig_corpus_lookup (corpus, "M1")));
}

static void
changed_cb (guint *n)
{
  (*n)++;
}

/* Of a large corpus the answer comes later, and says so; whoever waits has it at once. */
static void
test_large (void)
{
  g_autoptr (MigCorpus) corpus = make_synthetic (1000);
  const char *person = mig_corpus_get_record (corpus, mig_ref (MIG_KIND_PERSON, 0))->id;
  g_autoptr (MigScene) scene = create_filtered (person), other = create_filtered (person);
  g_autoptr (MigSceneSight) sight = mig_scene_sight_new (), patient = mig_scene_sight_new ();
  guint n = 0;

  g_signal_connect_swapped (sight, "changed", G_CALLBACK (changed_cb), &n);
  mig_scene_sight_look (sight, scene, corpus, FALSE);
  g_assert_true (mig_subset_is_whole (mig_scene_sight_get_subset (sight)));
  g_assert_cmpuint (n, ==, 0);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (mig_subset_is_whole (mig_scene_sight_get_subset (sight)));

  mig_scene_sight_look (patient, other, corpus, TRUE);
  g_assert_false (mig_subset_is_whole (mig_scene_sight_get_subset (patient)));
}

/* A scene outlives the corpora that it was shown of, and keeps none of them. */
static void
test_keeps_no_corpus (void)
{
  MigCorpus *corpus = read_fixture ("harbour.json");
  g_autoptr (MigScene) scene = create_filtered ("P-okoro");
  MigSceneSight *sight = mig_scene_sight_new ();

  mig_scene_sight_look (sight, scene, corpus, TRUE);
  g_object_add_weak_pointer (G_OBJECT (corpus), (gpointer *) &corpus);
  g_object_unref (sight);
  g_object_unref (corpus);
  g_assert_null (corpus);
}

/* The lanes of a picture: standing ones by name, those on demand by what they follow. */
static char *
describe (MigSceneSight *sight, MigRef selected, gboolean exploring)
{
  MigFollowing *following = mig_scene_sight_get_following (sight);
  GString *text = g_string_new (NULL);
  MigLane lanes[MIG_N_LANES];
  guint n = mig_scene_sight_get_lanes (sight, selected, exploring, lanes);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            lanes[i] < MIG_LANE_FOLLOWED ? mig_lane_get_id (lanes[i])
                                                         : mig_following_get_name (following, lanes[i]));
  return g_string_free (text, FALSE);
}

static void
assert_composed (const MigSceneFields *fields, const char *selected, gboolean exploring, const char *expected)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigScene) scene = mig_scene_new (fields);
  g_autoptr (MigSceneSight) sight = mig_scene_sight_new ();
  g_autofree char *text = NULL;

  mig_scene_sight_look (sight, scene, corpus, FALSE);
  text = describe (sight, mig_corpus_lookup (corpus, selected), exploring);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_compose (void)
{
  const MigSceneFields suggested = {
    .followed = { { "P-brandt", MIG_LANE_EVENTS }, { "P-gone", MIG_LANE_EVENTS }, { "O-tides", MIG_N_STANDING_LANES },
                  { "P-okoro", MIG_LANE_EVENTS } },
    .n_followed = 4,
  };
  const MigSceneFields chosen = {
    .lanes = { MIG_LANE_DOCUMENTS, MIG_LANE_MEETINGS },
    .n_lanes = 2,
    .followed = { { "P-brandt", MIG_LANE_EVENTS }, { "M1", MIG_LANE_MEETINGS }, { "P-okoro", MIG_LANE_MEETINGS } },
    .n_followed = 3,
  };

  assert_composed (&suggested, "M1", FALSE,
                   "meetings, sessions, Ida Brandt, Samuel Okoro, events, Office of Tides");
  assert_composed (&suggested, "D-report", FALSE,
                   "meetings, sessions, Ida Brandt, Samuel Okoro, events, documents, Office of Tides");
  /* What cannot be followed has no lane; one whose neighbour is hidden stands at the end. */
  assert_composed (&chosen, "M1", FALSE, "documents, Samuel Okoro, meetings, Ida Brandt");
  /* Somebody who explores sees what that asks for, and what was followed. */
  assert_composed (&chosen, "M1", TRUE, "Samuel Okoro, meetings, sessions, Ida Brandt, events");
}

static MigLaneOrder *
create_order (const char *list)
{
  g_auto (GStrv) ids = g_strsplit (list, " ", -1);
  MigLaneOrder *order = mig_lane_order_new ();

  mig_lane_order_set_strv (order, (const char *const *) ids);
  return order;
}

static void
assert_order (MigLaneOrder *order, const char *expected)
{
  g_auto (GStrv) ids = mig_lane_order_to_strv (order);
  g_autofree char *list = g_strjoinv (" ", ids);

  g_assert_cmpstr (list, ==, expected);
}

#define BRANDT "migmeet:harbour-masters#P-brandt"
#define TIDES "migmeet:harbour-masters#O-tides"
#define ELSEWHERE "migmeet:elsewhere#P-1"

/* What a scene took of a timeline's lanes it gives back; what is hidden or of another corpus is not in sight. */
static void
test_round_trip (void)
{
  const struct
  {
    const char *taken;
    guint n_lanes;
    const char *shown; /* where it is not the same */
  } cases[] = {
    { "meetings sessions events documents undated", 0, NULL },
    { "meetings sessions " BRANDT " events documents undated", 0, NULL },
    { TIDES " documents meetings sessions events undated " BRANDT, 5, NULL },
    { "meetings " BRANDT " events -sessions -documents -undated", 2, NULL },
    { "meetings -" BRANDT " sessions " ELSEWHERE " events documents undated", 0,
      "meetings sessions events documents undated " ELSEWHERE },
  };
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MigLaneOrder) order = create_order (cases[i].taken);
      g_autoptr (MigLaneOrder) other = create_order ("undated " ELSEWHERE " meetings sessions " TIDES " events");
      g_autoptr (MigScene) scene = NULL;
      MigSceneFields fields = { 0 };

      mig_scene_lanes_take (&fields, order, corpus);
      g_assert_cmpuint (fields.n_lanes, ==, cases[i].n_lanes);
      scene = mig_scene_new (&fields);
      mig_scene_lanes_show (scene, order, corpus);
      assert_order (order, cases[i].shown != NULL ? cases[i].shown : cases[i].taken);

      /* Whatever showed before, what waits for another corpus stays. */
      mig_scene_lanes_show (scene, other, corpus);
      g_assert_true (mig_lane_order_find_followed (other, ELSEWHERE, NULL));
      g_assert_cmpint (mig_lane_order_find_followed (other, TIDES, NULL), ==,
                       strstr (cases[i].taken, TIDES) != NULL);
    }
}

static void
assert_described (const MigSceneFields *fields, const char *expected)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigScene) scene = mig_scene_new (fields);
  g_autofree char *text = mig_scene_describe (scene, corpus);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_describe (void)
{
  MigSceneFields fields = { .selected = "M1" };

  assert_described (&fields, "");
  fields.followed[fields.n_followed++] = (MigSceneFollowed){ "P-gone", MIG_LANE_EVENTS };
  fields.followed[fields.n_followed++] = (MigSceneFollowed){ "P-brandt", MIG_LANE_MEETINGS };
  assert_described (&fields, "Ida Brandt");
  fields.lanes[fields.n_lanes++] = MIG_LANE_MEETINGS;
  fields.start = mig_day_from_civil (2001, 1, 1);
  fields.end = mig_day_from_civil (2004, 1, 1);
  fields.filter = g_variant_new_parsed ("{'organizations': <['O-tides']>}");
  assert_described (&fields, "January 2001 to December 2003 · Ida Brandt, Meetings · Organization: Office of Tides");
}

/* Two scenes that follow other things, or have them elsewhere, are not the same. */
static void
test_equal (void)
{
  MigSceneFields fields = { .id = "s", .followed = { { "P-1", MIG_LANE_EVENTS }, { "P-2", 0 } }, .n_followed = 2 };
  g_autoptr (MigScene) scene = mig_scene_new (&fields), same = mig_scene_new (&fields), other = NULL, lower = NULL;

  fields.followed[1].id = "P-1";
  other = mig_scene_new (&fields);
  fields.followed[1] = (MigSceneFollowed){ "P-2", MIG_N_STANDING_LANES + 7 };
  lower = mig_scene_new (&fields);
  g_assert_true (mig_scene_equal (scene, same));
  g_assert_false (mig_scene_equal (scene, other));
  g_assert_false (mig_scene_equal (scene, lower));
  /* Nothing is followed twice, and no lane is below the last. */
  g_assert_cmpuint (mig_scene_get_fields (other)->n_followed, ==, 1);
  g_assert_cmpuint (mig_scene_get_fields (lower)->followed[1].above, ==, MIG_N_STANDING_LANES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/filter", test_filter);
  g_test_add_func ("/scene/large", test_large);
  g_test_add_func ("/scene/keeps-no-corpus", test_keeps_no_corpus);
  g_test_add_func ("/scene/compose", test_compose);
  g_test_add_func ("/scene/round-trip", test_round_trip);
  g_test_add_func ("/scene/describe", test_describe);
  g_test_add_func ("/scene/equal", test_equal);

  return g_test_run ();
}
