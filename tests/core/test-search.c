/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "search-fixture.h"

/* Questions to the bundled corpus and to the harbour masters, and what is found. */

static void
test_words (Fixture       *fixture,
            gconstpointer  unused)
{
  assert_hits (fixture, "\"bells\"", 9, "Sessions: M2-S1; Figures: F-bells");
  assert_hits (fixture, "horn", 9, "Sessions: M2-S2; Topics: T-fog-b; Interventions: SP-4");
  assert_hits (fixture, "spoke horns", 9, "Interventions: SP-4");
  assert_hits (fixture, "HORNS spoke", 9, "Interventions: SP-4");
  assert_hits (fixture, "\"of horns\"", 9, "Interventions: SP-4");
  assert_hits (fixture, "\"horns of\"", 9, "");
  assert_hits (fixture, "harbour -second", 9,
               "Meetings: M1 SERIES; Organizations: O-league; Interventions: SP-1; People: P-brandt P-okoro");
  assert_hits (fixture, "", 9, "");
  assert_hits (fixture, "zebra", 9, "");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  unused)
{
  /* Another name finds the organization, and what was said on its behalf. */
  assert_hits (fixture, "LHM", 9, "Organizations: O-league; Interventions: SP-1; People: P-brandt P-okoro");
  assert_hits (fixture, "havnemesterforbundet", 1, "Organizations: O-league; Interventions: SP-1; People: P-brandt +1");
  assert_hits (fixture, "okoro", 9, "People: P-okoro; Interventions: SP-2");
  assert_hits (fixture, "gulls quiet", 9, "Interventions: SP-3");
}

static void
test_fields (Fixture       *fixture,
             gconstpointer  unused)
{
  assert_hits (fixture, "speaker:brandt", 9, "People: P-brandt; Interventions: SP-0 SP-1 SP-4");
  assert_hits (fixture, "speaker:brandt horns", 9, "Interventions: SP-4");
  assert_hits (fixture, "speaker:gulls", 9, "Interventions: SP-3");
  assert_hits (fixture, "session:I speaker:okoro", 9, "Interventions: SP-2");
  assert_hits (fixture, "session:bells kind:intervention", 9, "Interventions: SP-1 SP-2 SP-3");
  assert_hits (fixture, "meeting:2 -kind:intervention", 9,
               "Meetings: M2; Sessions: M2-S1 M2-S2; Events: E-workshop; Figures: F-ships F-fog F-bells");
  assert_hits (fixture, "kind:place", 9, "Places: A-coast A-lund A-mouth");
  assert_hits (fixture, "event:zebra", 9, "");
  assert_hits (fixture, "speaker:", 9, "");
  g_assert_true (finds (fixture, "org:league", "P-brandt"));
  g_assert_true (finds (fixture, "org:league", "M1"));
  g_assert_false (finds (fixture, "org:league", "M2"));
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  unused)
{
  assert_hits (fixture, "year:2004 kind:event", 9, "Events: E-treaty E-decade");
  assert_hits (fixture, "year:..2001-04 kind:event", 9, "Events: E-storm E-decade");
  assert_hits (fixture, "September 2003", 9, "Meetings: M2; Sessions: M2-S1 M2-S2; Interventions: SP-1 SP-2 SP-3 SP-4");
  assert_hits (fixture, "18 september", 9, "Meetings: M2; Sessions: M2-S1 M2-S2; Interventions: SP-1 SP-2 SP-3 SP-4");
  assert_hits (fixture, "2004-02-29", 9, "Events: E-treaty");
}

/* The obvious answer is first. */
static void
test_ranking (Fixture       *fixture,
              gconstpointer  unused)
{
  assert_first (fixture, "IOM", "O-iom");
  assert_first (fixture, "un", "O-un");
  assert_first (fixture, "United Nations", "O-un");
  assert_first (fixture, "Crepeau", "P-crepeau");
  assert_first (fixture, "CRÉPEAU", "P-crepeau");
  assert_first (fixture, "hovy", "P-hovy");
  assert_first (fixture, "remittances", "T-s-remittances");
  assert_first (fixture, "fourteenth coordination meeting", "M14");
  assert_first (fixture, "14th", "M14");
  assert_first (fixture, "2030 agenda", "D-70-1");
  assert_first (fixture, "tour de table", "S14-10");
  assert_hits (fixture, "crepeau", 3, "People: P-crepeau; Interventions: SP14-05-1");
}

/* A text that has only the one name is found by the other. */
static void
test_abbreviations (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_assert_true (finds (fixture, "IOM", "P-thompson"));
  g_assert_true (finds (fixture, "international organization for migration", "O-iom-council"));
  g_assert_true (finds (fixture, "remittances international organization for migration", "SP14-10-14"));
  g_assert_true (finds (fixture, "\"International Organization for Migration\"", "D-iom-framework"));
  g_assert_false (finds (fixture, "-IOM council", "O-iom-council"));
}

static void
test_symbols_and_figures (Fixture       *fixture,
                          gconstpointer  unused)
{
  assert_hits (fixture, "70/1", 2, "Documents: D-70-1");
  assert_first (fixture, "A/RES/70/1", "D-70-1");
  assert_first (fixture, "a/res/70/1", "D-70-1");
  assert_first (fixture, "244 million", "F14-01-1-1");
  g_assert_true (finds (fixture, "10.c", "T-10.c"));
}

/* Nothing has all the words: most of them will do, and it says so. */
static void
test_relaxed (Fixture       *fixture,
              gconstpointer  unused)
{
  assert_hits (fixture, "\"bells\" zebra", 9, "~ Sessions: M2-S1; Figures: F-bells");
  assert_hits (fixture, "zebra unicorn", 9, "");
  assert_hits (fixture, "\"bells\" zebra -kind:session", 9, "~ Figures: F-bells");
}

static void
assert_suggests (Fixture    *fixture,
                 const char *text,
                 const char *expected)
{
  g_autoptr (MigSearchQuery) query = mig_search_query_new (text);
  g_auto (GStrv) suggestions = mig_search_suggest (fixture->search, query);

  g_assert_cmpstr (suggestions[0], ==, expected);
}

static void
test_suggestions (Fixture       *fixture,
                  gconstpointer  unused)
{
  assert_suggests (fixture, "remitences", "remittances");
  assert_suggests (fixture, "cheap remitances", "cheap remittances");
  assert_suggests (fixture, "speaker:\"Bela Hvoy\"", "speaker:\"Bela hovy\"");
  assert_suggests (fixture, "mirgation", "migration");
  assert_suggests (fixture, "xqzjwvkp", NULL);
  assert_suggests (fixture, "migration", NULL);
}

static void
assert_completes (Fixture    *fixture,
                  const char *text,
                  const char *expected)
{
  g_autoptr (GPtrArray) completions = mig_search_complete (fixture->search, text);

  if (expected == NULL)
    {
      g_assert_cmpuint (completions->len, ==, 0);
      return;
    }
  g_assert_cmpuint (completions->len, >, 0);
  g_assert_cmpstr (((MigSearchCompletion *) g_ptr_array_index (completions, 0))->text, ==, expected);
}

static void
test_completions (Fixture       *fixture,
                  gconstpointer  unused)
{
  assert_completes (fixture, "spea", "speaker:");
  assert_completes (fixture, "remit -org", "remit -org:");
  assert_completes (fixture, "speaker:hov", "speaker:\"Bela Hovy\" ");
  assert_completes (fixture, "speaker:\"bela h", "speaker:\"Bela Hovy\" ");
  assert_completes (fixture, "rights kind:mee", "rights kind:meetings ");
  assert_completes (fixture, "zebra", NULL);
  assert_completes (fixture, "speaker:zebra", NULL);
  assert_completes (fixture, "", NULL);
  /* What completes is found. */
  g_assert_true (finds (fixture, "speaker:\"Bela Hovy\" ", "SP14-04-1"));
}

static char *
mark (MigSearchResults *results,
      const char       *text,
      GArray           *spans)
{
  g_autoptr (GArray) found = spans != NULL ? g_array_ref (spans) : mig_search_results_mark (results, text);
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < found->len; i++)
    {
      MigSearchSpan span = g_array_index (found, MigSearchSpan, i);

      g_assert_cmpuint (span.begin, >=, at);
      g_assert_cmpuint (span.end, >, span.begin);
      g_string_append_printf (marked, "%.*s[%.*s]", (int) (span.begin - at), text + at,
                              (int) (span.end - span.begin), text + span.begin);
      at = span.end;
    }
  g_string_append (marked, text + at);

  return g_string_free (marked, FALSE);
}

static void
assert_marks (Fixture    *fixture,
              const char *query,
              const char *text,
              const char *expected)
{
  g_autoptr (MigSearchResults) results = run (fixture, query);
  g_autofree char *marked = mark (results, text, NULL);

  g_assert_cmpstr (marked, ==, expected);
}

/* The name of a speaker is not marked in what was said. */
static void
assert_excerpt_without_marks (Fixture    *fixture,
                              const char *query)
{
  g_autoptr (MigSearchResults) results = run (fixture, query);
  const MigSearchHits *groups;
  guint n_groups;

  groups = mig_search_results_get_groups (results, &n_groups);
  g_assert_cmpuint (n_groups, ==, 1);
  for (guint i = 0; i < groups[0].n_listed; i++)
    {
      g_autoptr (GArray) spans = NULL;
      g_autofree char *excerpt = mig_search_results_dup_excerpt (results, groups[0].refs[i], &spans);

      g_assert_cmpstr (excerpt, !=, "");
      g_assert_cmpuint (spans->len, ==, 0);
    }
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  unused)
{
  assert_marks (fixture, "remit", "Cheaper Remittances remit", "Cheaper [Remit]tances [remit]");
  assert_marks (fixture, "crepeau", "François CRÉPEAU", "François [CRÉPEAU]");
  assert_marks (fixture, "\"rural development\"", "rural development, rural and development",
                "[rural development], rural and development");
  assert_marks (fixture, "70/1", "A/RES/70/1 and 70 of 1", "A/RES/[70/1] and 70 of 1");
  assert_marks (fixture, "a -b", "a b", "[a] b");
  assert_marks (fixture, "cooperation", "Co-operation, co operation", "[Co-operation], co operation");
  assert_marks (fixture, "the moderated", "the moderator moderated", "the [moderator] [moderated]");
  assert_marks (fixture, "IOM", "the International Organization for Migration (IOM)",
                "the [International Organization for Migration] ([IOM])");
  assert_marks (fixture, "x", "", "");
  assert_excerpt_without_marks (fixture, "speaker:ho kind:intervention");
}

static void
test_excerpt (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (MigSearchResults) results = run (fixture, "\"rural development\"");
  g_autoptr (GArray) spans = NULL;
  const MigSearchHits *groups;
  g_autofree char *excerpt = NULL, *marked = NULL;
  guint n_groups;

  groups = mig_search_results_get_groups (results, &n_groups);
  g_assert_cmpuint (n_groups, >, 0);
  excerpt = mig_search_results_dup_excerpt (results, groups[0].refs[0], &spans);
  marked = mark (results, excerpt, spans);
  g_assert_true (g_utf8_validate (excerpt, -1, NULL));
  g_assert_nonnull (strstr (marked, "[rural development]"));
  g_assert_true (g_str_has_prefix (marked, "… "));
}

static void
test_in_time (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (MigSearchResults) results = run (fixture, "kind:event");
  g_autoptr (GString) walk = g_string_new (NULL);
  MigRef at = MIG_REF_NONE;
  guint counts[3];

  for (guint i = 0; i < 6; i++)
    {
      at = mig_search_results_step (results, at, 1);
      g_string_append_printf (walk, "%s%u ", mig_corpus_get_record (fixture->corpus, at)->id,
                              mig_search_results_get_place (results, at));
    }
  g_assert_cmpstr (walk->str, ==, "E-storm1 E-decade2 E-treaty3 E-lamp4 E-workshop5 E-storm1 ");
  at = mig_search_results_step (results, at, -1);
  g_assert_cmpstr (mig_corpus_get_record (fixture->corpus, at)->id, ==, "E-workshop");

  /* From what is no hit: to the next one after it. */
  at = mig_search_results_step (results, mig_corpus_lookup (fixture->corpus, "M2"), 1);
  g_assert_cmpstr (mig_corpus_get_record (fixture->corpus, at)->id, ==, "E-treaty");
  g_assert_cmpuint (mig_search_results_get_place (results, mig_corpus_lookup (fixture->corpus, "M2")), ==, 0);

  mig_search_results_count (results, mig_day_from_civil (1998, 1, 1), mig_day_from_civil (2007, 1, 1), 3, counts);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 0);
  g_assert_cmpuint (counts[2], ==, 2);
}

/* A hit in a session is seen at the session and at its meeting. */
static void
test_is_marked (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (MigSearchResults) results = run (fixture, "spoke horns");

  g_assert_true (mig_search_results_is_marked (results, mig_corpus_lookup (fixture->corpus, "SP-4")));
  g_assert_true (mig_search_results_is_marked (results, mig_corpus_lookup (fixture->corpus, "M2-S2")));
  g_assert_true (mig_search_results_is_marked (results, mig_corpus_lookup (fixture->corpus, "M2")));
  g_assert_false (mig_search_results_is_marked (results, mig_corpus_lookup (fixture->corpus, "M2-S1")));
  g_assert_false (mig_search_results_is_marked (results, mig_corpus_lookup (fixture->corpus, "M1")));
  g_assert_false (mig_search_results_is_marked (results, mig_corpus_lookup (fixture->corpus, "SERIES")));
  g_assert_false (mig_search_results_contains (results, mig_corpus_lookup (fixture->corpus, "M2")));
  g_assert_false (mig_search_results_is_marked (results, MIG_REF_NONE));
  g_assert_false (mig_search_results_is_marked (results, mig_ref (MIG_KIND_MENTION, 0)));
}

/* The postings say of every word in every record what the records themselves say. */
static void
test_index_is_complete (Fixture       *fixture,
                        gconstpointer  unused)
{
  static const MigKind kinds[] = { MIG_KIND_EVENT, MIG_KIND_PERSON, MIG_KIND_TOPIC, MIG_KIND_DOCUMENT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint k = 0; k < mig_corpus_get_n (fixture->corpus, kinds[i]); k++)
      {
        MigRef ref = mig_ref (kinds[i], k);
        const MigRecord *record = mig_corpus_get_record (fixture->corpus, ref);
        g_autofree char *quoted = g_strdelimit (g_strdup (record->name), "\"“”„«»", ' ');
        g_autofree char *text = g_strdup_printf ("\"%s\"", quoted);
        g_autoptr (MigSearchResults) results = run (fixture, text);

        g_assert_true (mig_search_results_contains (results, ref));
      }

  g_assert_cmpuint (mig_search_index_get_size (fixture->index), <=, mig_search_index_get_text_size (fixture->index));
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  unused)
{
  static const char *const queries[] = {
    "\"", "-\"", "speaker:\"", "-", "a:b:c:d", "\xff\xfe\xfd", "\x01\x02", "year:99999999999", "year:-1..-2",
    "kind:kind:kind:", "-a -b -c", "\"a b c d e f g h i j k l m n o p q r s t\"", "2016-13-45", "%s%n<b>&amp;",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (MigSearchResults) results = run (fixture, queries[i]);
      g_autoptr (MigSearchQuery) query = mig_search_query_new (queries[i]);
      g_auto (GStrv) suggestions = mig_search_suggest (fixture->search, query);

      g_assert_nonnull (suggestions);
      g_assert_nonnull (results);
    }

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%c \"%u -", 'a' + (int) (i % 26), i);
  {
    g_autoptr (MigSearchResults) results = run (fixture, text->str);
    g_autoptr (GPtrArray) completions = mig_search_complete (fixture->search, text->str);

    g_assert_nonnull (results);
    g_assert_cmpuint (completions->len, ==, 0);
  }

  /* A word as long as a book. */
  g_string_truncate (text, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, 'z');
  assert_hits (fixture, text->str, 9, "");
}

static void
test_empty_corpus (void)
{
  g_autoptr (MigCorpus) corpus = read_text ("{ \"events\": [] }", NULL);
  g_autoptr (MigSearchIndex) index = mig_search_index_new (corpus, NULL, NULL);
  g_autoptr (MigSearch) search = mig_search_new (index);
  g_autoptr (MigSearchQuery) query = mig_search_query_new ("a -b \"c d\" kind:meeting");
  g_autoptr (MigSearchResults) results = mig_search_run (search, query, NULL, NULL);
  g_auto (GStrv) suggestions = mig_search_suggest (search, query);

  g_assert_cmpuint (mig_search_results_get_n (results), ==, 0);
  g_assert_cmpuint (mig_search_results_step (results, MIG_REF_NONE, 1), ==, MIG_REF_NONE);
  g_assert_null (suggestions[0]);
}

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) built = NULL, given_up = NULL;
  g_autoptr (MigSearchIndex) index = NULL;
  g_autoptr (GError) error = NULL;

  mig_search_index_new_async (fixture->corpus, NULL, built_cb, &built);
  while (built == NULL)
    g_main_context_iteration (NULL, TRUE);
  index = mig_search_index_new_finish (built, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mig_search_index_get_n_words (index), ==, mig_search_index_get_n_words (fixture->index));

  g_cancellable_cancel (cancellable);
  mig_search_index_new_async (fixture->corpus, cancellable, built_cb, &given_up);
  while (given_up == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (mig_search_index_new_finish (given_up, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A search that is given up gives nothing, and leaves nothing behind for the next. */
static void
test_given_up (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MigSearchQuery) query = mig_search_query_new ("\"harbour masters\"");

  g_cancellable_cancel (cancellable);
  g_assert_null (mig_search_run (fixture->search, query, NULL, cancellable));
  assert_hits (fixture, "\"bells\"", 9, "Sessions: M2-S1; Figures: F-bells");
}

#define ADD(path, is_bundled, test) \
  g_test_add ("/search/" path, Fixture, (is_bundled) ? "bundled" : NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("words", FALSE, test_words);
  ADD ("names", FALSE, test_names);
  ADD ("fields", FALSE, test_fields);
  ADD ("dates", FALSE, test_dates);
  ADD ("ranking", TRUE, test_ranking);
  ADD ("abbreviations", TRUE, test_abbreviations);
  ADD ("symbols-and-figures", TRUE, test_symbols_and_figures);
  ADD ("relaxed", FALSE, test_relaxed);
  ADD ("suggestions", TRUE, test_suggestions);
  ADD ("completions", TRUE, test_completions);
  ADD ("marks", TRUE, test_marks);
  ADD ("excerpt", TRUE, test_excerpt);
  ADD ("in-time", FALSE, test_in_time);
  ADD ("is-marked", FALSE, test_is_marked);
  ADD ("index-is-complete", TRUE, test_index_is_complete);
  ADD ("hostile", FALSE, test_hostile);
  ADD ("hostile-bundled", TRUE, test_hostile);
  g_test_add_func ("/search/empty-corpus", test_empty_corpus);
  ADD ("async", FALSE, test_async);
  ADD ("given-up", FALSE, test_given_up);

  return g_test_run ();
}
