/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-filter.h"

#include "reader-fixture.h"

/* What passes a filter, among the harbour masters. */

/* The ids of all events, speeches and documents that pass, in the order of the file. */
static char *
list_passing (MigCorpus       *corpus,
              const MigFilter *filter)
{
  static const MigKind kinds[] = { MIG_KIND_EVENT, MIG_KIND_SPEECH, MIG_KIND_DOCUMENT };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint k = 0; k < mig_corpus_get_n (corpus, kinds[i]); k++)
      if (mig_filter_passes (filter, corpus, mig_ref (kinds[i], k)))
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "",
                                mig_corpus_get_record (corpus, mig_ref (kinds[i], k))->id);

  return g_string_free (list, FALSE);
}

static void
assert_passing (MigCorpus       *corpus,
                const MigFilter *filter,
                const char      *expected)
{
  g_autofree char *list = list_passing (corpus, filter);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigFilter filter;

  mig_filter_init (&filter);
  g_assert_true (mig_filter_is_empty (&filter));
  for (guint k = 0; k < mig_corpus_get_n (corpus, MIG_KIND_EVENT); k++)
    g_assert_true (mig_filter_passes (&filter, corpus, mig_ref (MIG_KIND_EVENT, k)));
  g_assert_false (mig_filter_passes (&filter, corpus, MIG_REF_NONE));
}

static void
test_kinds (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigFilter filter;

  mig_filter_init (&filter);
  filter.groups = 1u << MIG_SEARCH_GROUP_DOCUMENTS | 1u << MIG_SEARCH_GROUP_SESSIONS;
  g_assert_false (mig_filter_is_empty (&filter));
  assert_passing (corpus, &filter, "M2-S2 M2-S1 M1-S1 D-report D-ledger D-rules D-note");
}

/* What is known to the year or the decade may fall into a month of it; what has no date falls nowhere. */
static void
test_span (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigFilter filter;

  mig_filter_init (&filter);
  filter.first_day = mig_day_from_civil (2003, 9, 1);
  filter.last_day = mig_day_from_civil (2004, 1, 31);
  assert_passing (corpus, &filter,
                  "M2 M2-S2 M2-S1 E-decade SP-3 SP-1 SP-2 SP-4 D-report D-ledger");
  filter.last_day = G_MAXINT;
  filter.first_day = mig_day_from_civil (2004, 2, 29);
  assert_passing (corpus, &filter, "E-treaty E-decade D-ledger");
}

static void
test_things (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigFilter filter;

  mig_filter_init (&filter);
  g_assert_true (mig_filter_add (&filter, mig_corpus_lookup (corpus, "P-okoro")));
  assert_passing (corpus, &filter, "SERIES M2 M2-S1 E-storm SP-2");

  mig_filter_init (&filter);
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "O-league"));
  assert_passing (corpus, &filter, "SERIES M2 M1 M2-S1 E-storm E-treaty SP-1 D-report D-rules");

  mig_filter_init (&filter);
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "T-fog"));
  assert_passing (corpus, &filter, "SERIES M2");

  /* Of one sort they widen, of different sorts they narrow. */
  mig_filter_init (&filter);
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "A-lund"));
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "A-mouth"));
  filter.groups = 1u << MIG_SEARCH_GROUP_MEETINGS;
  assert_passing (corpus, &filter, "M2 M1");
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "O-tides"));
  assert_passing (corpus, &filter, "M2");
}

/* A place holds what lies in it, and a session is where its meeting is. */
static void
test_places (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigFilter filter;

  mig_filter_init (&filter);
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "A-lund"));
  assert_passing (corpus, &filter, "M1 M1-S1 SP-0");
  mig_filter_init (&filter);
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "A-coast"));
  assert_passing (corpus, &filter, "M2 M1 M2-S2 M2-S1 M1-S1 E-workshop SP-3 SP-1 SP-2 SP-4 SP-0");
  g_assert_true (mig_filter_passes (&filter, corpus, mig_corpus_lookup (corpus, "F-ships")));
}

static void
test_direction (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigFilter filter;

  mig_filter_init (&filter);
  filter.direction = MIG_FILTER_AHEAD;
  assert_passing (corpus, &filter, "E-treaty");
  filter.direction = MIG_FILTER_BEHIND;
  assert_passing (corpus, &filter, "E-storm D-rules");
}

static void
test_certainty (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigFilter filter;

  mig_filter_init (&filter);
  filter.certainties = 1u << MIG_CERTAINTY_REPORTED_ONCE | 1u << MIG_CERTAINTY_INFERRED;
  assert_passing (corpus, &filter, "E-storm SP-2 D-ledger");
  mig_filter_init (&filter);
  filter.disagrees = TRUE;
  assert_passing (corpus, &filter, "M2");
}

static void
test_adding (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigRef brandt = mig_corpus_lookup (corpus, "P-brandt");
  MigFilter filter;

  mig_filter_init (&filter);
  g_assert_true (mig_filter_add (&filter, brandt));
  g_assert_false (mig_filter_add (&filter, brandt));
  g_assert_false (mig_filter_add (&filter, mig_corpus_lookup (corpus, "M1")));
  g_assert_false (mig_filter_is_empty (&filter));
  g_assert_true (mig_filter_remove (&filter, brandt));
  g_assert_false (mig_filter_remove (&filter, brandt));
  g_assert_true (mig_filter_is_empty (&filter));

  for (guint i = 0; i < MIG_FILTER_MAX_THINGS; i++)
    g_assert_true (mig_filter_add (&filter, mig_ref (MIG_KIND_TOPIC, i)));
  g_assert_false (mig_filter_add (&filter, mig_ref (MIG_KIND_TOPIC, 99)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/empty", test_empty);
  g_test_add_func ("/filter/kinds", test_kinds);
  g_test_add_func ("/filter/span", test_span);
  g_test_add_func ("/filter/things", test_things);
  g_test_add_func ("/filter/places", test_places);
  g_test_add_func ("/filter/direction", test_direction);
  g_test_add_func ("/filter/certainty", test_certainty);
  g_test_add_func ("/filter/adding", test_adding);

  return g_test_run ();
}
