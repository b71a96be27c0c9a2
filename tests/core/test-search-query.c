/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-query.h"

#include "mig-date.h"

/* The language of the search entry, each query written back as what it was taken for. */

static void
append_day (GString *list,
            gint     day)
{
  gint year, month, mday;

  if (day == G_MININT || day == G_MAXINT)
    {
      g_string_append_c (list, '*');
      return;
    }
  mig_day_to_civil (day, &year, &month, &mday);
  g_string_append_printf (list, "%d-%02d-%02d", year, month, mday);
}

/* One clause a line: "-FIELD a b*", "kind 3", days as "2016-01-01..2016-12-31", "m2 d26". */
static char *
list_clauses (const char *text)
{
  g_autoptr (MigSearchQuery) query = mig_search_query_new (text);
  GString *list = g_string_new (NULL);
  const MigSearchClause *clauses;
  guint n;

  clauses = mig_search_query_get_clauses (query, &n);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (list, "%s%s%s", i > 0 ? " | " : "", clauses[i].is_excluded ? "-" : "",
                              mig_search_field_get_name (clauses[i].field));
      for (guint k = 0; k < clauses[i].n_words; k++)
        g_string_append_printf (list, "%s%s%s", k > 0 || clauses[i].field != MIG_SEARCH_FIELD_ANY ? " " : "",
                                clauses[i].words[k].text, clauses[i].words[k].is_prefix ? "*" : "");
      for (guint group = 0; group < MIG_SEARCH_N_GROUPS; group++)
        if (clauses[i].groups & (1u << group))
          g_string_append_printf (list, " %s", mig_search_group_get_name (group));
      if (clauses[i].has_span)
        {
          g_string_append_c (list, ' ');
          append_day (list, clauses[i].first_day);
          g_string_append (list, "..");
          append_day (list, clauses[i].last_day);
        }
      else if (clauses[i].month > 0)
        {
          g_string_append_printf (list, " m%d d%d", clauses[i].month, clauses[i].day);
        }
    }

  return g_string_free (list, FALSE);
}

static void
assert_clauses (const char *text,
                const char *expected)
{
  g_autofree char *list = list_clauses (text);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_words (void)
{
  assert_clauses ("remit cost", "remit* | cost*");
  assert_clauses ("  Crépeau\t", "crepeau*");
  assert_clauses ("\"rural development\"", "rural development");
  assert_clauses ("“rural development”", "rural development");
  assert_clauses ("\"rural devel", "rural devel*");
  assert_clauses ("A/RES/70/1", "a res 70 1*");
  assert_clauses ("", "");
  assert_clauses (" - \"\" -\"\" : \" ", "");
}

/* What each part of a query weighs: "-" small, "~" asking, the rest full. */
static void
assert_weights (const char *text,
                const char *expected)
{
  g_autoptr (MigSearchQuery) query = mig_search_query_new (text);
  g_autoptr (GString) list = g_string_new (NULL);
  const MigSearchClause *clauses;
  guint n;

  clauses = mig_search_query_get_clauses (query, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_c (list, "+~-"[clauses[i].weight]);
  g_assert_cmpstr (list->str, ==, expected);
}

static void
test_weights (void)
{
  assert_weights ("who moderated the panel", "-+-+");
  assert_weights ("Who said that?", "-+-");
  assert_weights ("what is the", "+++");
  assert_weights ("WHO moderated", "++");
  assert_weights ("WHO MODERATED", "-+");
  assert_weights ("who kind:people", "++");
  assert_weights ("said speaker:hovy", "~+");
  assert_weights ("\"the\" -the panel", "+++");
}

static gboolean
is_question (const char *text)
{
  g_autoptr (MigSearchQuery) query = mig_search_query_new (text);

  return mig_search_query_is_question (query);
}

static void
test_questions (void)
{
  g_assert_true (is_question ("who moderated"));
  g_assert_true (is_question ("the panel? "));
  g_assert_true (is_question ("panel؟"));
  g_assert_false (is_question ("the panel"));
  g_assert_false (is_question ("panel who"));
  g_assert_false (is_question ("WHO guidelines"));
  g_assert_false (is_question ("?"));
  g_assert_false (is_question (""));
}

static void
test_possessives (void)
{
  assert_clauses ("Turkey's call", "turkey* | call*");
  assert_clauses ("Turkey’s", "turkey*");
  assert_clauses ("\"Turkey's\"", "turkey s");
  assert_clauses ("target s", "target* | s*");
}

static void
test_exclusion (void)
{
  assert_clauses ("youth -girls", "youth* | -girls*");
  assert_clauses ("−girls –boys", "-girls* | -boys*");
  assert_clauses ("-\"side event\"", "-side event");
  assert_clauses ("-speaker:hovy", "-speaker hovy*");
  assert_clauses ("follow-up", "follow up*");
  assert_clauses ("- youth", "youth*");
}

static void
test_fields (void)
{
  assert_clauses ("speaker:hovy", "speaker hovy*");
  assert_clauses ("speaker：hovy", "speaker hovy*");
  assert_clauses ("SPEAKER:\"Bela Hovy\" rights", "speaker bela hovy | rights*");
  assert_clauses ("person:a organisation:b document:c", "speaker a* | org b* | doc c*");
  assert_clauses ("speaker:", "");
  assert_clauses ("colour:red", "colour red*");
  assert_clauses ("kind:meeting", "kind Meetings");
  assert_clauses ("kind:s", "kind Sessions People Interventions");
  assert_clauses ("-kind:intervention", "-kind Interventions");
}

static void
test_years (void)
{
  assert_clauses ("year:2016", "year 2016-01-01..2016-12-31");
  assert_clauses ("year:٢٠١٦", "year 2016-01-01..2016-12-31");
  assert_clauses ("year:２００３..２００６", "year 2003-01-01..2006-12-31");
  assert_clauses ("year:2003..2006", "year 2003-01-01..2006-12-31");
  assert_clauses ("year:2006..2003", "year 2003-01-01..2006-12-31");
  assert_clauses ("year:2003-2006", "year 2003-01-01..2006-12-31");
  assert_clauses ("year:2003..", "year 2003-01-01..*");
  assert_clauses ("year:..2006-02", "year *..2006-02-28");
  assert_clauses ("year:201", "year 2010-01-01..2019-12-31");
  assert_clauses ("year:2016-02-29", "year 2016-02-29..2016-02-29");
  assert_clauses ("year:..", "");
  assert_clauses ("year:0000", "");
}

static void
test_dates (void)
{
  assert_clauses ("2016", "2016* 2016-01-01..2016-12-31");
  assert_clauses ("2016-02-25", "2016 02 25* 2016-02-25..2016-02-25");
  assert_clauses ("February 2016", "february 2016* 2016-02-01..2016-02-29");
  assert_clauses ("rights 26 feb 2016 panel", "rights* | 26 feb 2016* 2016-02-26..2016-02-26 | panel*");
  assert_clauses ("Feb 26, 2016", "feb 26 2016* 2016-02-26..2016-02-26");
  assert_clauses ("26 February", "26 february* m2 d26");
  assert_clauses ("december", "december* m12 d0");
  assert_clauses ("may", "may* m5 d0");
  assert_clauses ("dec", "dec*");
  assert_clauses ("30 February 2015", "30 february 2015* 2015-02-01..2015-02-28");
  assert_clauses ("244 million", "244* | million*");
  assert_clauses ("14 meeting", "14* | meeting*");
}

static void
test_problems (void)
{
  g_autoptr (MigSearchQuery) good = mig_search_query_new ("year:2016 kind:event");
  g_autoptr (MigSearchQuery) year = mig_search_query_new ("year:abc rights");
  g_autoptr (MigSearchQuery) kind = mig_search_query_new ("kind:unicorn");

  g_assert_null (mig_search_query_get_problem (good));
  g_assert_nonnull (strstr (mig_search_query_get_problem (year), "abc"));
  g_assert_nonnull (strstr (mig_search_query_get_problem (kind), "unicorn"));
  g_assert_false (mig_search_query_is_empty (year));
  g_assert_true (mig_search_query_is_empty (kind));
}

/* Whatever is pasted is bounded, and is text afterwards. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const MigSearchClause *clauses;
  guint n;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "é%u/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q ", i);
  {
    g_autoptr (MigSearchQuery) query = mig_search_query_new (text->str);

    clauses = mig_search_query_get_clauses (query, &n);
    g_assert_cmpuint (n, ==, MIG_SEARCH_MAX_CLAUSES);
    g_assert_cmpuint (clauses[0].n_words, ==, MIG_SEARCH_MAX_WORDS);
    g_assert_cmpuint (strlen (mig_search_query_get_text (query)), <=, MIG_SEARCH_MAX_TEXT * 3);
    g_assert_true (g_utf8_validate (mig_search_query_get_text (query), -1, NULL));
  }

  assert_clauses ("\xff\xfe speaker:\xc3", "");
  assert_clauses ("a\x01\x02\nb", "a* | b*");
  assert_clauses ("\"\"\"\"a\"\"", "a*");
  assert_clauses ("::::", "");
  assert_clauses ("-----a", "-a*");
}

/* A character that the end cuts in half is not shown as a question mark. */
static void
test_cut (void)
{
  g_autoptr (GString) text = g_string_new ("x");

  while (text->len < MIG_SEARCH_MAX_TEXT * 2)
    g_string_append (text, "é");
  {
    g_autoptr (MigSearchQuery) query = mig_search_query_new (text->str);

    g_assert_null (strstr (mig_search_query_get_text (query), "\xef\xbf\xbd"));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-query/weights", test_weights);
  g_test_add_func ("/search-query/questions", test_questions);
  g_test_add_func ("/search-query/possessives", test_possessives);
  g_test_add_func ("/search-query/words", test_words);
  g_test_add_func ("/search-query/exclusion", test_exclusion);
  g_test_add_func ("/search-query/fields", test_fields);
  g_test_add_func ("/search-query/years", test_years);
  g_test_add_func ("/search-query/dates", test_dates);
  g_test_add_func ("/search-query/problems", test_problems);
  g_test_add_func ("/search-query/hostile", test_hostile);
  g_test_add_func ("/search-query/cut", test_cut);

  return g_test_run ();
}
