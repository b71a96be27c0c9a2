/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-filter-text.h"
#include "mig-thing-index.h"

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

/* Who has no date is there when he speaks, or is spoken of. */
static void
test_occasions (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigRef okoro = mig_corpus_lookup (corpus, "P-okoro"), vik = mig_corpus_lookup (corpus, "P-vik");
  MigRef fog = mig_corpus_lookup (corpus, "T-fog");
  MigFilter filter;

  mig_filter_init (&filter);
  filter.first_day = mig_day_from_civil (2003, 1, 1);
  g_assert_true (mig_filter_passes (&filter, corpus, okoro));
  g_assert_true (mig_filter_passes (&filter, corpus, fog));
  g_assert_false (mig_filter_passes (&filter, corpus, vik));
  filter.first_day = mig_day_from_civil (2004, 1, 1);
  g_assert_false (mig_filter_passes (&filter, corpus, okoro));
  g_assert_false (mig_filter_passes (&filter, corpus, fog));

  mig_filter_init (&filter);
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "A-mouth"));
  g_assert_true (mig_filter_passes (&filter, corpus, okoro));
  mig_filter_init (&filter);
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "A-lund"));
  g_assert_false (mig_filter_passes (&filter, corpus, okoro));
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
  assert_passing (corpus, &filter, "SERIES M2 M2-S1 E-treaty SP-1");
  filter.direction = MIG_FILTER_BEHIND;
  assert_passing (corpus, &filter, "SERIES M2 M1 M2-S1 M1-S1 E-storm SP-1 SP-2 SP-0 D-rules");
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

static void
fill (MigFilter *filter,
      MigCorpus *corpus)
{
  mig_filter_init (filter);
  filter->groups = 1u << MIG_SEARCH_GROUP_EVENTS | 1u << MIG_SEARCH_GROUP_INTERVENTIONS;
  filter->first_day = mig_day_from_civil (2001, 2, 3);
  filter->last_day = mig_day_from_civil (2003, 4, 5);
  mig_filter_add (filter, mig_corpus_lookup (corpus, "O-tides"));
  mig_filter_add (filter, mig_corpus_lookup (corpus, "O-league"));
  mig_filter_add (filter, mig_corpus_lookup (corpus, "P-vik"));
  mig_filter_add (filter, mig_corpus_lookup (corpus, "T-fog"));
  mig_filter_add (filter, mig_corpus_lookup (corpus, "A-lund"));
  filter->direction = MIG_FILTER_BEHIND;
  filter->certainties = 1u << MIG_CERTAINTY_INFERRED;
  filter->disagrees = TRUE;
}

static void
test_variant (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (GVariant) variant = NULL, empty = NULL;
  g_autofree char *text = NULL;
  MigFilter filter, read;

  fill (&filter, corpus);
  variant = mig_filter_to_variant (&filter, corpus);
  g_assert_true (mig_filter_init_from_variant (&read, variant, corpus));
  g_assert_true (mig_filter_equal (&filter, &read));

  mig_filter_init (&filter);
  empty = mig_filter_to_variant (&filter, corpus);
  text = g_variant_print (empty, TRUE);
  g_assert_cmpstr (text, ==, "@a{sv} {}");
  g_assert_true (mig_filter_init_from_variant (&read, empty, corpus));
  g_assert_true (mig_filter_is_empty (&read));
  g_assert_true (mig_filter_init_from_variant (&read, NULL, corpus));
  g_assert_true (mig_filter_is_empty (&read));
}

static void
assert_read (MigCorpus  *corpus,
             const char *text,
             gboolean    complete,
             const char *expected)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (text));
  g_autoptr (GVariant) again = NULL;
  g_autofree char *printed = NULL;
  MigFilter filter;

  g_assert_true (mig_filter_init_from_variant (&filter, variant, corpus) == complete);
  again = mig_filter_to_variant (&filter, corpus);
  printed = g_variant_print (again, FALSE);
  g_assert_cmpstr (printed, ==, expected);
}

/* Whatever stands there: what can be read is. */
static void
test_variant_from_elsewhere (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  assert_read (corpus, "{'speakers': <['P-vik', 'P-gone', 'O-league']>}", FALSE, "{'speakers': <['P-vik']>}");
  assert_read (corpus, "{'places': <['A-gone']>}", FALSE, "{}");
  assert_read (corpus, "{'kinds': <['events', 'wonders']>, 'direction': <'sideways'>}", TRUE,
               "{'kinds': <['events']>}");
  assert_read (corpus, "{'start': <'2003'>, 'end': <'2003'>}", TRUE,
               "{'start': <'2003-01-01'>, 'end': <'2003-12-31'>}");
  assert_read (corpus, "{'start': <'2003-02-30'>, 'end': <7>, 'kinds': <'events'>, 'disagrees': <'yes'>}", TRUE, "{}");
  assert_read (corpus, "{'start': <'2004-01-01'>, 'end': <'2003-01-01'>}", TRUE, "{}");
  assert_read (corpus, "{'speakers': <@as []>, 'novelty': <3>}", TRUE, "{}");
  assert_read (corpus, "'no dictionary'", FALSE, "{}");
}

static void
test_equal (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigFilter one, other;

  fill (&one, corpus);
  fill (&other, corpus);
  g_assert_true (mig_filter_has (&one, mig_corpus_lookup (corpus, "P-vik")));
  g_assert_false (mig_filter_has (&one, mig_corpus_lookup (corpus, "P-okoro")));
  g_assert_false (mig_filter_has (&one, mig_corpus_lookup (corpus, "M1")));
  mig_filter_remove (&other, mig_corpus_lookup (corpus, "T-fog"));
  g_assert_false (mig_filter_equal (&one, &other));
  mig_filter_add (&other, mig_corpus_lookup (corpus, "T-fog"));
  g_assert_true (mig_filter_equal (&one, &other));
  other.disagrees = FALSE;
  g_assert_false (mig_filter_equal (&one, &other));
}

/* Another edition of the corpus may have lost something, or have it as something else. */
static void
test_carry_over (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigCorpus) other =
      read_text ("{\"persons\": [{\"id\": \"P-new\", \"name\": \"New\"}, {\"id\": \"P-vik\", \"name\": \"Vik\"},"
                 "{\"id\": \"O-tides\", \"name\": \"Tides\"}],"
                 "\"organizations\": [{\"id\": \"O-league\", \"name\": \"League\"}]}", NULL);
  MigFilter filter;

  fill (&filter, corpus);
  mig_filter_carry_over (&filter, corpus, other);
  g_assert_cmpuint (filter.n_speakers, ==, 1);
  g_assert_cmpuint (filter.speakers[0], ==, mig_corpus_lookup (other, "P-vik"));
  g_assert_cmpuint (filter.n_organizations, ==, 1);
  g_assert_cmpuint (filter.organizations[0], ==, mig_corpus_lookup (other, "O-league"));
  g_assert_cmpuint (filter.n_topics + filter.n_places, ==, 0);
  g_assert_cmpint (filter.direction, ==, MIG_FILTER_BEHIND);
}

/* The labels of all parts, one a line. */
static char *
list_parts (const MigFilter *filter,
            MigCorpus       *corpus)
{
  g_autoptr (GPtrArray) parts = mig_filter_list_parts (filter, corpus);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (list, "%s\n", ((MigFilterPart *) g_ptr_array_index (parts, i))->label);

  return g_string_free (list, FALSE);
}

/* The parts of a filter are those of a list from @first to before @end, in their order. */
static void
assert_parts (const MigFilter *filter, MigCorpus *corpus, GPtrArray *expected, guint first, guint end)
{
  g_autoptr (GPtrArray) parts = mig_filter_list_parts (filter, corpus);

  g_assert_cmpuint (parts->len, ==, end - first);
  for (guint i = 0; i < parts->len; i++)
    {
      const MigFilterPart *part = g_ptr_array_index (parts, i), *other = g_ptr_array_index (expected, first + i);

      g_assert_cmpstr (part->part, ==, other->part);
      g_assert_cmpstr (part->value, ==, other->value);
    }
}

/* Each part is told in words, and can be taken out by what it is known by, until nothing is left. */
static void
test_parts (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *list = NULL;
  MigFilter filter, again;

  fill (&filter, corpus);
  list = list_parts (&filter, corpus);
  g_assert_cmpstr (list, ==,
                   "3 February 2001 – 5 April 2003\nKind: Events\nKind: Interventions\nOrganization: Office of Tides\n"
                   "Organization: the League\nSpeaker: Astrid Vik\nTopic: Safety in fog\nPlace: Lundhavn\n"
                   "Behind when mentioned\nCertainty: Inferred\nSources disagree\n");

  mig_filter_init (&again);
  parts = mig_filter_list_parts (&filter, corpus);
  for (guint i = 0; i < parts->len; i++)
    {
      MigFilterPart *part = g_ptr_array_index (parts, i);
      const char *value = g_str_equal (part->part, MIG_FILTER_SPAN) ? "2001-02-03/2003-04-05" : part->value;

      g_assert_true (mig_filter_has_part (&filter, corpus, part->part, part->value));
      g_assert_false (mig_filter_has_part (&again, corpus, part->part, part->value));
      g_assert_true (mig_filter_add_part (&again, corpus, part->part, value));
      g_assert_false (mig_filter_add_part (&again, corpus, part->part, value));
      g_assert_true (mig_filter_remove_part (&filter, corpus, part->part, part->value));
      g_assert_false (mig_filter_remove_part (&filter, corpus, part->part, part->value));
      /* Nothing else has gone, and nothing else has come. */
      assert_parts (&filter, corpus, parts, i + 1, parts->len);
      assert_parts (&again, corpus, parts, 0, i + 1);
    }
  g_assert_true (mig_filter_is_empty (&filter));
  fill (&filter, corpus);
  g_assert_true (mig_filter_equal (&filter, &again));

  g_assert_false (mig_filter_add_part (&filter, corpus, "mood", "good"));
  g_assert_false (mig_filter_add_part (&filter, corpus, MIG_FILTER_SPEAKERS, "O-gulls"));
  g_assert_false (mig_filter_add_part (&filter, corpus, MIG_FILTER_SPEAKERS, "nobody"));
  g_assert_false (mig_filter_add_part (&filter, corpus, MIG_FILTER_SPAN, "soon"));
  g_assert_false (mig_filter_remove_part (&filter, corpus, "mood", "good"));
  g_assert_true (mig_filter_equal (&filter, &again));
}

/* A span without an end has none. */
static void
test_span_text (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autofree char *since = NULL, *until = NULL, *years = NULL, *months = NULL;
  MigFilter filter;

  mig_filter_init (&filter);
  g_assert_null (mig_filter_format_span (&filter));
  g_assert_true (mig_filter_add_part (&filter, corpus, MIG_FILTER_SPAN, "since 2003"));
  g_assert_cmpint (filter.last_day, ==, G_MAXINT);
  since = mig_filter_format_span (&filter);
  g_assert_cmpstr (since, ==, "From 2003");
  g_assert_true (mig_filter_add_part (&filter, corpus, MIG_FILTER_SPAN, "until 2016"));
  g_assert_cmpint (filter.first_day, ==, G_MININT);
  until = mig_filter_format_span (&filter);
  g_assert_cmpstr (until, ==, "Until 2016");
  g_assert_true (mig_filter_add_part (&filter, corpus, MIG_FILTER_SPAN, "Sept 2015 to Feb 2016"));
  months = mig_filter_format_span (&filter);
  g_assert_cmpstr (months, ==, "September 2015 – February 2016");
  g_assert_true (mig_filter_add_part (&filter, corpus, MIG_FILTER_SPAN, "2003–2016"));
  years = mig_filter_format_span (&filter);
  g_assert_cmpstr (years, ==, "2003–2016");
}

static void
test_counts (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigSubset) subset = NULL, nothing = NULL, whole = mig_subset_new (corpus, NULL);
  g_autofree char *counts = NULL, *kind = NULL, *all = NULL;
  MigFilter filter;

  mig_filter_init (&filter);
  mig_filter_add (&filter, mig_corpus_lookup (corpus, "P-okoro"));
  filter.groups = 1u << MIG_SEARCH_GROUP_SESSIONS;
  subset = mig_subset_new (corpus, &filter);
  counts = mig_filter_format_counts (subset);
  g_assert_cmpstr (counts, ==, "1 of 2 meetings, 1 of 3 sessions, 0 of 5 events, 0 of 4 documents");
  kind = mig_filter_format_count (subset, MIG_SEARCH_GROUP_EVENTS);
  g_assert_cmpstr (kind, ==, "1 of 5");
  all = mig_filter_format_count (whole, MIG_SEARCH_GROUP_EVENTS);
  g_assert_cmpstr (all, ==, "5");
  g_assert_false (mig_filter_shows_nothing (subset));
  g_assert_false (mig_filter_shows_nothing (whole));

  filter.first_day = mig_day_from_civil (2020, 1, 1);
  nothing = mig_subset_new (corpus, &filter);
  g_assert_true (mig_filter_shows_nothing (nothing));
}

static void
assert_found (MigThingIndex *index,
              MigCorpus     *corpus,
              const char    *text,
              const char    *expected)
{
  g_autoptr (GString) list = g_string_new (NULL);
  MigRef found[5];
  guint n = mig_thing_index_find (index, text, G_N_ELEMENTS (found), found);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", mig_corpus_get_record (corpus, found[i])->id);
  g_assert_cmpstr (list->str, ==, expected);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What can be asked for is found by the beginnings of words, in any order, whatever the case and the accents. */
static void
test_things_by_name (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigThingIndex) index = mig_thing_index_new (corpus), beside = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  assert_found (index, corpus, "league", "O-league");
  assert_found (index, corpus, "the le", "O-league");
  assert_found (index, corpus, "HAVNE", "O-league");
  assert_found (index, corpus, "ída b", "P-brandt");
  assert_found (index, corpus, "brandt ida", "P-brandt");
  assert_found (index, corpus, "ri", "");
  assert_found (index, corpus, "lund", "A-lund");
  assert_found (index, corpus, "G1.2", "T-fog-b");
  /* Who is at the beginning, then who speaks or is spoken of most. */
  assert_found (index, corpus, "o", "O-tides P-okoro O-league O-gulls T-fog-b");
  assert_found (index, corpus, "s", "P-okoro O-gulls T-fog A-coast");
  assert_found (index, corpus, "", "P-brandt P-okoro O-league O-tides O-gulls");

  mig_thing_index_new_async (corpus, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  beside = mig_thing_index_new_finish (result, NULL);
  assert_found (beside, corpus, "lund", "A-lund");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/empty", test_empty);
  g_test_add_func ("/filter/kinds", test_kinds);
  g_test_add_func ("/filter/span", test_span);
  g_test_add_func ("/filter/occasions", test_occasions);
  g_test_add_func ("/filter/things", test_things);
  g_test_add_func ("/filter/places", test_places);
  g_test_add_func ("/filter/direction", test_direction);
  g_test_add_func ("/filter/certainty", test_certainty);
  g_test_add_func ("/filter/adding", test_adding);
  g_test_add_func ("/filter/variant", test_variant);
  g_test_add_func ("/filter/variant-from-elsewhere", test_variant_from_elsewhere);
  g_test_add_func ("/filter/equal", test_equal);
  g_test_add_func ("/filter/carry-over", test_carry_over);
  g_test_add_func ("/filter/parts", test_parts);
  g_test_add_func ("/filter/span-text", test_span_text);
  g_test_add_func ("/filter/counts", test_counts);
  g_test_add_func ("/filter/things-by-name", test_things_by_name);

  return g_test_run ();
}
