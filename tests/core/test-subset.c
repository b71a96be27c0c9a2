/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-sifter.h"

#include "reader-fixture.h"
#include "synthetic-fixture.h"

/* What of a corpus is shown, and how that follows a filter. */

/* The ids of a track's things that are shown, those without a date after a bar. */
static char *
list_track (MigSubset *subset, MigTrack track)
{
  GString *list = g_string_new (NULL);
  guint n_dated;
  MigRefs refs = mig_subset_get_track (subset, track, &n_dated);

  for (guint i = 0; i < refs.n; i++)
    g_string_append_printf (list, "%s%s%s", i > 0 ? " " : "", i == n_dated ? "| " : "",
                            mig_corpus_get_record (mig_subset_get_corpus (subset), refs.refs[i])->id);
  return g_string_free (list, FALSE);
}

static void
assert_track (MigSubset *subset, MigTrack track, const char *expected)
{
  g_autofree char *list = list_track (subset, track);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_whole (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigSubset) subset = mig_subset_new (corpus, NULL);
  MigRef m2 = mig_corpus_lookup (corpus, "M2");

  g_assert_true (mig_subset_is_whole (subset));
  g_assert_true (mig_subset_has (subset, mig_corpus_lookup (corpus, "E-lamp")));
  assert_track (subset, MIG_TRACK_MEETINGS, "M1 M2");
  g_assert_true (mig_subset_get_index (subset, MIG_TRACK_EVENTS) == mig_time_index_get (corpus, MIG_TRACK_EVENTS));
  g_assert_cmpuint (mig_subset_get_sessions (subset, m2).n, ==, 2);
  g_assert_cmpuint (mig_subset_count (subset, MIG_SEARCH_GROUP_MEETINGS), ==, 2);
  g_assert_cmpuint (mig_subset_count_all (subset, MIG_SEARCH_GROUP_PEOPLE), ==, 3);
  g_assert_cmpuint (mig_subset_count_offered (subset, MIG_SEARCH_GROUP_PLACES), ==, 3);
}

static void
test_span (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigSubset) subset = NULL;
  MigFilter filter;

  mig_filter_init (&filter);
  filter.first_day = mig_day_from_civil (2003, 9, 1);
  filter.last_day = mig_day_from_civil (2004, 1, 31);
  subset = mig_subset_new (corpus, &filter);
  g_assert_false (mig_subset_is_whole (subset));
  assert_track (subset, MIG_TRACK_MEETINGS, "M2");
  assert_track (subset, MIG_TRACK_SESSIONS, "M2-S1 M2-S2");
  assert_track (subset, MIG_TRACK_DOCUMENTS, "D-ledger D-report");
  g_assert_false (mig_subset_has (subset, mig_corpus_lookup (corpus, "E-storm")));
  g_assert_true (mig_subset_has (subset, mig_corpus_lookup (corpus, "MN-1")));
  g_assert_true (mig_subset_has (subset, MIG_REF_NONE));
  g_assert_cmpuint (mig_subset_get_sessions (subset, mig_corpus_lookup (corpus, "M1")).n, ==, 0);
}

/* A session that passes brings its meeting with it, and an intervention that was asked for its session. */
static void
test_surroundings (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigSubset) sessions = NULL, speeches = NULL;
  MigRef m2 = mig_corpus_lookup (corpus, "M2");
  MigFilter filter;

  mig_filter_init (&filter);
  filter.groups = 1u << MIG_SEARCH_GROUP_SESSIONS;
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "P-okoro"));
  sessions = mig_subset_new (corpus, &filter);
  assert_track (sessions, MIG_TRACK_MEETINGS, "M2");
  assert_track (sessions, MIG_TRACK_SESSIONS, "M2-S1");
  assert_track (sessions, MIG_TRACK_EVENTS, "");
  g_assert_cmpuint (mig_subset_get_sessions (sessions, m2).n, ==, 1);
  g_assert_cmpuint (mig_time_index_count_children (mig_subset_get_index (sessions, MIG_TRACK_MEETINGS), 0, 1), ==, 1);
  g_assert_cmpuint (mig_subset_count (sessions, MIG_SEARCH_GROUP_INTERVENTIONS), ==, 0);
  g_assert_cmpuint (mig_subset_count_offered (sessions, MIG_SEARCH_GROUP_INTERVENTIONS), ==, 1);

  filter.groups = 1u << MIG_SEARCH_GROUP_INTERVENTIONS;
  speeches = mig_subset_new (corpus, &filter);
  assert_track (speeches, MIG_TRACK_SESSIONS, "M2-S1");
  assert_track (speeches, MIG_TRACK_MEETINGS, "M2");
  g_assert_cmpuint (mig_subset_count (speeches, MIG_SEARCH_GROUP_INTERVENTIONS), ==, 1);
}

static const MigKind kinds[] = {
  MIG_KIND_EVENT,    MIG_KIND_PERSON, MIG_KIND_ORGANIZATION, MIG_KIND_SPEECH,
  MIG_KIND_DOCUMENT, MIG_KIND_TOPIC,  MIG_KIND_FIGURE,       MIG_KIND_AREA,
};

/* Record by record it says what the filter says, but for meetings of sessions that pass; and its counts are theirs. */
static void
assert_agrees (MigSubset *subset)
{
  MigCorpus *corpus = mig_subset_get_corpus (subset);
  guint n[MIG_SEARCH_N_GROUPS] = { 0 };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      for (guint i = 0; i < mig_corpus_get_n (corpus, kinds[k]); i++)
        {
          MigRef ref = mig_ref (kinds[k], i);
          gboolean hosts = kinds[k] == MIG_KIND_EVENT && mig_subset_get_sessions (subset, ref).n > 0;

          g_assert_true (mig_subset_has (subset, ref) ==
                         (mig_filter_passes (mig_subset_get_filter (subset), corpus, ref) || hosts));
          if (kinds[k] != MIG_KIND_EVENT || mig_corpus_get_event (corpus, ref)->role != MIG_EVENT_ROLE_SERIES)
            n[mig_search_group_of (corpus, ref)] += mig_subset_has (subset, ref);
        }
    }
  for (MigSearchGroup group = 0; group < MIG_SEARCH_N_GROUPS; group++)
    g_assert_cmpuint (n[group], ==, mig_subset_count (subset, group));
  for (MigTrack track = 0; track < MIG_N_TRACKS; track++)
    {
      const MigTimeIndex *index = mig_subset_get_index (subset, track);
      guint n_dated;

      mig_subset_get_track (subset, track, &n_dated);
      if (track != MIG_TRACK_SESSIONS)
        g_assert_cmpuint (mig_time_index_get_n (index), ==, n_dated);
      for (guint i = 0; i < mig_time_index_get_n (index); i++)
        g_assert_true (mig_subset_has (subset, mig_time_index_get_ref (index, i)));
    }
}

static void
test_agrees (void)
{
  g_autoptr (MigCorpus) corpus = make_synthetic (40);

  for (guint i = 0; i < 24; i++)
    {
      g_autoptr (MigSubset) subset = NULL;
      MigFilter filter;
      gint first, last;

      g_assert_true (mig_corpus_get_extent (corpus, &first, &last));
      mig_filter_init (&filter);
      if (i % 2)
        filter.first_day = (first + last) / 2;
      if (i % 3 == 0)
        filter.direction = MIG_FILTER_AHEAD;
      if (i % 4 == 0)
        filter.groups = (1u << MIG_SEARCH_GROUP_SESSIONS) | 1u << i % MIG_SEARCH_N_GROUPS;
      filter.groups &= ~(1u << MIG_SEARCH_GROUP_INTERVENTIONS);
      if (i % 5 == 0)
        mig_filter_add (&filter, mig_ref (MIG_KIND_PERSON, i));
      subset = mig_subset_new (corpus, &filter);
      assert_agrees (subset);
    }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
wait_until (const guint *n, guint expected)
{
  while (*n < expected)
    g_main_context_iteration (NULL, TRUE);
}

/* A large corpus keeps what it shows until the new is worked out; of several filters in a row only the last counts. */
static void
test_sifter (void)
{
  g_autoptr (MigCorpus) corpus = make_synthetic (1000), small = read_fixture ("harbour.json");
  g_autoptr (MigSifter) sifter = mig_sifter_new ();
  MigFilter filter, other;
  guint n = 0;

  g_signal_connect_swapped (sifter, "notify::subset", G_CALLBACK (count_cb), &n);
  mig_sifter_set (sifter, corpus, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (mig_subset_is_whole (mig_sifter_get_subset (sifter)));

  mig_filter_init (&filter);
  filter.groups = 1u << MIG_SEARCH_GROUP_EVENTS;
  other = filter;
  other.groups = 1u << MIG_SEARCH_GROUP_DOCUMENTS;
  g_assert_false (mig_subset_is_quick (corpus, &filter));
  mig_sifter_set (sifter, corpus, &filter);
  mig_sifter_set (sifter, corpus, &other);
  g_assert_cmpuint (n, ==, 1);
  wait_until (&n, 2);
  g_assert_true (mig_filter_equal (mig_subset_get_filter (mig_sifter_get_subset (sifter)), &other));

  /* Back to what is shown already: what was begun is dropped. */
  mig_sifter_set (sifter, corpus, &filter);
  mig_sifter_set (sifter, corpus, &other);
  mig_sifter_set (sifter, small, &filter);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (mig_subset_get_corpus (mig_sifter_get_subset (sifter)) == small);
  g_assert_cmpuint (mig_subset_count (mig_sifter_get_subset (sifter), MIG_SEARCH_GROUP_MEETINGS), ==, 0);

  /* Another large corpus is shown whole first. */
  mig_sifter_set (sifter, corpus, &filter);
  g_assert_cmpuint (n, ==, 4);
  g_assert_true (mig_subset_is_whole (mig_sifter_get_subset (sifter)));
  wait_until (&n, 5);
  g_assert_cmpuint (mig_subset_count (mig_sifter_get_subset (sifter), MIG_SEARCH_GROUP_DOCUMENTS), ==, 0);

  mig_sifter_set (sifter, corpus, &other);
  mig_sifter_set (sifter, NULL, NULL);
  g_assert_null (mig_sifter_get_subset (sifter));
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (n, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subset/whole", test_whole);
  g_test_add_func ("/subset/span", test_span);
  g_test_add_func ("/subset/surroundings", test_surroundings);
  g_test_add_func ("/subset/agrees", test_agrees);
  g_test_add_func ("/subset/sifter", test_sifter);
  return g_test_run ();
}
