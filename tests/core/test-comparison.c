/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-comparison.h"
#include "mig-partners.h"

#include "reader-fixture.h"

/* Two records side by side: what both have, what only one has, and what can be compared at all. */

static char *
dup_side (MigCorpus           *corpus,
          MigComparison       *comparison,
          MigComparisonAspect  aspect,
          MigComparisonSide    side)
{
  const MigRefs refs = mig_comparison_get (comparison, aspect, side);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < refs.n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", mig_corpus_get_record (corpus, refs.refs[i])->id);

  return g_string_free (text, FALSE);
}

/* @expected: for each aspect "only first|both|only second". */
static void
assert_compares (MigCorpus  *corpus,
                 const char *first,
                 const char *second,
                 const char *const expected[MIG_COMPARISON_N_ASPECTS])
{
  const MigRef refs[] = { mig_corpus_lookup (corpus, first), mig_corpus_lookup (corpus, second) };
  g_autoptr (MigComparison) comparison = mig_comparison_new (corpus, refs[0], refs[1]);

  g_assert_true (mig_comparison_is_possible (corpus, refs[0], refs[1]));
  for (guint i = 0; i < MIG_COMPARISON_N_ASPECTS; i++)
    {
      g_autofree char *only_first = dup_side (corpus, comparison, i, MIG_COMPARISON_ONLY_FIRST);
      g_autofree char *both = dup_side (corpus, comparison, i, MIG_COMPARISON_BOTH);
      g_autofree char *only_second = dup_side (corpus, comparison, i, MIG_COMPARISON_ONLY_SECOND);
      g_autofree char *found = g_strjoin ("|", only_first, both, only_second, NULL);

      g_assert_cmpstr (found, ==, expected[i]);
    }
}

static void
test_meetings (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  assert_compares (corpus, "M1", "M2", (const char *const[]) {
    [MIG_COMPARISON_MEETINGS] = "||",
    [MIG_COMPARISON_ORGANIZATIONS] = "O-gulls||O-league O-tides",
    [MIG_COMPARISON_SPEAKERS] = "|P-brandt|P-okoro",
    [MIG_COMPARISON_EVENTS] = "|E-storm|E-treaty",
    [MIG_COMPARISON_DOCUMENTS] = "||D-rules",
    [MIG_COMPARISON_TOPICS] = "||T-fog",
  });
  /* The other way round it is the mirror. */
  assert_compares (corpus, "M2", "M1", (const char *const[]) {
    [MIG_COMPARISON_MEETINGS] = "||",
    [MIG_COMPARISON_ORGANIZATIONS] = "O-league O-tides||O-gulls",
    [MIG_COMPARISON_SPEAKERS] = "P-okoro|P-brandt|",
    [MIG_COMPARISON_EVENTS] = "E-treaty|E-storm|",
    [MIG_COMPARISON_DOCUMENTS] = "D-rules||",
    [MIG_COMPARISON_TOPICS] = "T-fog||",
  });
}

static void
test_speakers (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  /* They share a session, but with nobody else; neither is told to have met the other. */
  assert_compares (corpus, "P-brandt", "P-okoro", (const char *const[]) {
    [MIG_COMPARISON_MEETINGS] = "M1|M2|",
    [MIG_COMPARISON_ORGANIZATIONS] = "O-gulls|O-league|O-tides",
    [MIG_COMPARISON_SPEAKERS] = "||",
    [MIG_COMPARISON_EVENTS] = "E-treaty|E-storm|",
    [MIG_COMPARISON_DOCUMENTS] = "D-rules||",
    [MIG_COMPARISON_TOPICS] = "||",
  });
  assert_compares (corpus, "O-league", "O-tides", (const char *const[]) {
    [MIG_COMPARISON_MEETINGS] = "|M2|",
    [MIG_COMPARISON_ORGANIZATIONS] = "||",
    [MIG_COMPARISON_SPEAKERS] = "P-brandt||P-okoro",
    [MIG_COMPARISON_EVENTS] = "E-treaty|E-storm|",
    [MIG_COMPARISON_DOCUMENTS] = "D-rules||",
    [MIG_COMPARISON_TOPICS] = "||",
  });
}

/* What the two sides have together is what each has alone. */
static void
test_sums (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  const MigRefs meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL);
  guint n_shared = 0;

  g_assert_cmpuint (meetings.n, >, 10);
  for (guint i = 1; i < meetings.n; i++)
    for (guint aspect = 0; aspect < MIG_COMPARISON_N_ASPECTS; aspect++)
      {
        g_autoptr (MigComparison) one = mig_comparison_new (corpus, meetings.refs[0], meetings.refs[i]);
        g_autoptr (MigComparison) two = mig_comparison_new (corpus, meetings.refs[i], meetings.refs[0]);

        g_assert_cmpuint (mig_comparison_get (one, aspect, MIG_COMPARISON_BOTH).n, ==,
                          mig_comparison_get (two, aspect, MIG_COMPARISON_BOTH).n);
        g_assert_cmpuint (mig_comparison_get (one, aspect, MIG_COMPARISON_ONLY_FIRST).n, ==,
                          mig_comparison_get (two, aspect, MIG_COMPARISON_ONLY_SECOND).n);
        n_shared += mig_comparison_get (one, aspect, MIG_COMPARISON_BOTH).n;
      }
  g_assert_cmpuint (n_shared, >, 0);
}

static gboolean
is_possible (MigCorpus  *corpus,
             const char *first,
             const char *second)
{
  return mig_comparison_is_possible (corpus, mig_corpus_lookup (corpus, first), mig_corpus_lookup (corpus, second));
}

static void
test_possible (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  g_assert_true (is_possible (corpus, "M1", "M2"));
  g_assert_true (is_possible (corpus, "M1-S1", "M2-S1"));
  g_assert_false (is_possible (corpus, "M1", "M1"));
  g_assert_false (is_possible (corpus, "M1", "M2-S1"));
  g_assert_false (is_possible (corpus, "M1", "P-vik"));
  g_assert_false (is_possible (corpus, "E-storm", "E-treaty"));
  g_assert_false (is_possible (corpus, "D-report", "D-ledger"));
  g_assert_false (mig_comparison_is_of (corpus, MIG_REF_NONE));
  g_assert_false (mig_comparison_is_of (corpus, mig_corpus_lookup (corpus, "SERIES")));
}

static void
assert_partners (MigCorpus  *corpus,
                 const char *id,
                 const char *expected)
{
  g_autoptr (GArray) partners = mig_comparison_get_partners (corpus, mig_corpus_lookup (corpus, id));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < partners->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            mig_corpus_get_record (corpus, g_array_index (partners, MigRef, i))->id);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_partners (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  assert_partners (corpus, "M1", "M2");
  assert_partners (corpus, "P-okoro", "P-brandt P-vik");
  assert_partners (corpus, "O-tides", "O-gulls O-league");
  assert_partners (corpus, "E-storm", "");
}

static void
assert_shown (MigPartners *partners,
              MigCorpus   *corpus,
              const char  *text,
              const char  *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  mig_partners_set_text (partners, text);
  while (!mig_partners_is_settled (partners))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (partners)); i++)
    {
      const MigRef ref = mig_partners_get_ref (partners, i);
      g_autoptr (MigEntity) entity = g_list_model_get_item (G_LIST_MODEL (partners), i);

      g_assert_cmpuint (mig_entity_get_ref (entity), ==, ref);
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", mig_corpus_get_record (corpus, ref)->id);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_typing (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigPartners) meetings = mig_partners_new (corpus, mig_corpus_lookup (corpus, "M14"));
  g_autoptr (MigPartners) persons = mig_partners_new (corpus, mig_corpus_lookup (corpus, "P-crepeau"));

  /* By name, by ordinal, by year, whatever the case; and not by the end of a word. */
  assert_shown (meetings, corpus, "SECOND coord", "M02");
  assert_shown (meetings, corpus, "2003", "M02");
  assert_shown (meetings, corpus, "13", "M13");
  assert_shown (meetings, corpus, "eeting", "");
  assert_shown (meetings, corpus, "nowhere", "");
  assert_shown (persons, corpus, "RIERA", "P-riera");

  /* All but the record itself; the one before it is the nearest. */
  mig_partners_set_text (meetings, " ");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (meetings)) + 1, ==,
                    mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL).n);
  g_assert_cmpuint (mig_partners_get_ref (meetings, mig_partners_get_nearest (meetings)), ==,
                    mig_corpus_lookup (corpus, "M13"));
  g_assert_cmpuint (mig_partners_get_ref (meetings, 1000), ==, MIG_REF_NONE);
  g_assert_cmpuint (mig_partners_get_nearest (persons), ==, 0);
}

/* An address of two; one that names something else, or nothing, is none. */
static void
test_addresses (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  const MigRef first = mig_corpus_lookup (corpus, "M1"), second = mig_corpus_lookup (corpus, "M2");
  g_autofree char *address = mig_corpus_dup_comparison_address (corpus, first, second);
  static const char *const others[] = {
    "migmeet:harbour-masters#M1", "migmeet:harbour-masters#M1;", "migmeet:harbour-masters#;M1",
    "migmeet:harbour-masters#M1;M9", "migmeet:elsewhere#M1;M2", "migmeet:harbour-masters", "M1;M2", "",
  };
  MigRef found = 1;

  g_assert_cmpstr (address, ==, "migmeet:harbour-masters#M1;M2");
  g_assert_cmpuint (mig_corpus_lookup_comparison_address (corpus, address, &found), ==, first);
  g_assert_cmpuint (found, ==, second);
  g_assert_cmpuint (mig_corpus_lookup_address (corpus, address), ==, MIG_REF_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_cmpuint (mig_corpus_lookup_comparison_address (corpus, others[i], &found), ==, MIG_REF_NONE);
      g_assert_cmpuint (found, ==, MIG_REF_NONE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/meetings", test_meetings);
  g_test_add_func ("/comparison/speakers", test_speakers);
  g_test_add_func ("/comparison/sums", test_sums);
  g_test_add_func ("/comparison/possible", test_possible);
  g_test_add_func ("/comparison/partners", test_partners);
  g_test_add_func ("/comparison/typing", test_typing);
  g_test_add_func ("/comparison/addresses", test_addresses);

  return g_test_run ();
}
