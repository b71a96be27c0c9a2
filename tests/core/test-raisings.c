/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-raisings.h"

#include "reader-fixture.h"

/* What is told of all raisings of one thing together: how many speakers and sessions, on which side it stood, on which
 * days, and how far it was away. */

static MigCorpus *
read_sittings (const char *mentions)
{
  g_autofree char *text = g_strconcat (
    "{ \"persons\": [ { \"id\": \"ann\", \"name\": \"Ann\" }, { \"id\": \"bo\", \"name\": \"Bo\" } ],"
    " \"organizations\": [ { \"id\": \"guild\", \"name\": \"Guild\", \"founding_date\": \"1990-01-01\" } ],"
    " \"events\": [ { \"id\": \"series\", \"name\": \"Sittings\", \"classification\": \"series\" },"
    " { \"id\": \"first\", \"name\": \"First\", \"parent_id\": \"series\", \"classification\": \"meeting\","
    "   \"start_date\": \"2001-03-01\" },"
    " { \"id\": \"second\", \"name\": \"Second\", \"parent_id\": \"series\", \"classification\": \"meeting\","
    "   \"start_date\": \"2002-03-01\", \"end_date\": \"2002-03-05\" },"
    " { \"id\": \"morning\", \"name\": \"Morning\", \"parent_id\": \"first\", \"classification\": \"session\","
    "   \"start_date\": \"2001-03-01\" },"
    " { \"id\": \"evening\", \"name\": \"Evening\", \"parent_id\": \"first\", \"classification\": \"session\","
    "   \"start_date\": \"2001-03-01\" },"
    " { \"id\": \"later\", \"name\": \"Later\", \"parent_id\": \"second\", \"classification\": \"session\","
    "   \"start_date\": \"2002-03-02\" },"
    " { \"id\": \"fair\", \"name\": \"Fair\", \"classification\": \"conference\", \"start_date\": \"2002-03-12\" },"
    " { \"id\": \"war\", \"name\": \"War\", \"classification\": \"conference\", \"start_date\": \"2001-10-01\" },"
    " { \"id\": \"storm\", \"name\": \"Storm\", \"classification\": \"conference\", \"start_date\": \"2001-03-20\" },"
    " { \"id\": \"dream\", \"name\": \"Dream\", \"classification\": \"conference\" } ],"
    " \"speeches\": ["
    " { \"id\": \"s1\", \"event_id\": \"morning\", \"creator_id\": \"ann\" },"
    " { \"id\": \"s2\", \"event_id\": \"morning\", \"creator_id\": \"bo\" },"
    " { \"id\": \"s3\", \"event_id\": \"evening\", \"creator_id\": \"ann\" },"
    " { \"id\": \"s4\", \"event_id\": \"later\", \"creator_id\": \"ann\" } ],"
    " \"mentions\": [ ", mentions, " ] }", NULL);
  MigCorpus *corpus = read_text (text, NULL);

  g_assert_nonnull (corpus);
  return corpus;
}

#define MENTION(from, to) "{ \"from_id\": \"" from "\", \"to_id\": \"" to "\" }"

static MigRaisings *
find (MigCorpus  *corpus,
      const char *target)
{
  return mig_raisings_new (corpus, mig_corpus_lookup (corpus, target));
}

static void
test_ahead (void)
{
  g_autoptr (MigCorpus) corpus = read_sittings (
    MENTION ("s4", "fair") "," MENTION ("s1", "fair") "," MENTION ("s2", "fair") "," MENTION ("s2", "fair") ","
    MENTION ("s3", "fair"));
  g_autoptr (MigRaisings) raisings = find (corpus, "fair");
  const MigRaisingDay *days = (const MigRaisingDay *) (void *) raisings->days->data;

  g_assert_cmpuint (raisings->items->len, ==, 4);
  g_assert_cmpuint (raisings->n_speakers, ==, 2);
  g_assert_cmpuint (raisings->n_places, ==, 3);
  g_assert_cmpint (raisings->standing, ==, MIG_STANDING_AHEAD);

  /* Two sessions of one day are one day, whatever the order in the file. */
  g_assert_cmpuint (raisings->days->len, ==, 2);
  g_assert_cmpuint (days[0].n, ==, 3);
  g_assert_cmpuint (days[0].meeting, ==, mig_corpus_lookup (corpus, "first"));
  g_assert_cmpuint (days[1].n, ==, 1);
  g_assert_cmpuint (days[1].meeting, ==, mig_corpus_lookup (corpus, "second"));
  g_assert_cmpfloat (days[1].day - days[0].day, ==, 366);

  g_assert_cmpint (raisings->least, ==, 10);
  g_assert_cmpint (raisings->most, ==, 376);
  g_assert_true (raisings->nearest == mig_corpus_get_date (corpus, mig_corpus_lookup (corpus, "later")));
  g_assert_cmpint (mig_date_first_day (raisings->farthest), ==,
                   mig_date_first_day (mig_corpus_get_date (corpus, mig_corpus_lookup (corpus, "first"))));
}

static void
test_both_sides (void)
{
  g_autoptr (MigCorpus) corpus = read_sittings (MENTION ("s1", "war") "," MENTION ("s4", "war") ","
                                                MENTION ("s1", "storm") "," MENTION ("s4", "storm") ","
                                                MENTION ("s4", "dream") "," MENTION ("s1", "guild"));
  g_autoptr (MigRaisings) war = find (corpus, "war");
  g_autoptr (MigRaisings) storm = find (corpus, "storm");
  g_autoptr (MigRaisings) dream = find (corpus, "dream");
  g_autoptr (MigRaisings) guild = find (corpus, "guild");
  g_autoptr (MigRaisings) none = find (corpus, "fair");

  g_assert_cmpint (war->standing, ==, MIG_STANDING_PRESENT);
  g_assert_cmpint (war->least, ==, -152);
  g_assert_cmpint (war->most, ==, 214);
  g_assert_cmpint (storm->least, ==, 19);
  g_assert_cmpint (storm->most, ==, -347);

  /* What has no date stood nowhere; and how old a body was says nothing of its being named. */
  g_assert_cmpint (dream->standing, ==, MIG_STANDING_UNDATED);
  g_assert_cmpint (guild->standing, ==, MIG_STANDING_UNDATED);
  g_assert_cmpuint (guild->days->len, ==, 1);

  g_assert_cmpuint (none->items->len, ==, 0);
  g_assert_cmpuint (none->n_places, ==, 0);
  g_assert_null (none->nearest);
  g_assert_null (none->farthest);
}

static void
test_behind (void)
{
  g_autoptr (MigCorpus) corpus = read_sittings (MENTION ("s4", "war") "," MENTION ("later", "war") ","
                                                MENTION ("second", "war"));
  g_autoptr (MigRaisings) raisings = find (corpus, "war");
  const GArray *days = raisings->days;

  g_assert_cmpuint (raisings->items->len, ==, 3);
  g_assert_cmpuint (raisings->n_speakers, ==, 1);
  g_assert_cmpuint (raisings->n_places, ==, 1);
  g_assert_cmpint (raisings->standing, ==, MIG_STANDING_BEHIND);
  g_assert_cmpint (raisings->least, ==, -151);

  /* The middle of the meeting, which comes first in the list, is after the session. */
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpuint (g_array_index (days, MigRaisingDay, 0).n, ==, 2);
  g_assert_cmpfloat (g_array_index (days, MigRaisingDay, 1).day - g_array_index (days, MigRaisingDay, 0).day, ==, 1);
}

/* What is mentioned often is counted beforehand: it comes to the same. */
static void
test_often (void)
{
  g_autoptr (GString) mentions = g_string_new (NULL);
  g_autoptr (MigCorpus) corpus = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_string_append (mentions, MENTION ("s1", "fair") "," MENTION ("s3", "fair") "," MENTION ("evening", "fair") ","
                       MENTION ("first", "fair") ",");
      g_string_append (mentions, MENTION ("s4", "war") ",");
    }
  g_string_append (mentions, MENTION ("s4", "dream") "," MENTION ("evening", "dream") "," MENTION ("s3", "dream"));
  corpus = read_sittings (mentions->str);

  g_assert_cmpuint (mig_corpus_get_n_places (corpus, mig_corpus_lookup (corpus, "fair")), ==, 2);
  g_assert_cmpuint (mig_corpus_get_n_places (corpus, mig_corpus_lookup (corpus, "war")), ==, 1);
  g_assert_cmpuint (mig_corpus_get_n_places (corpus, mig_corpus_lookup (corpus, "dream")), ==, 2);
  g_assert_cmpuint (mig_corpus_get_n_places (corpus, mig_corpus_lookup (corpus, "guild")), ==, 0);
}

/* Days that stand too near each other on a strip share a stack, from the first of them on. */
static void
test_merge (void)
{
  const double given[] = { 1, 2, 3, 10, 10.5, 20 };
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (MigRaisingDay));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (MigRaisingDay));

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      const MigRaisingDay day = { .day = given[i], .n = i + 1 };

      g_array_append_val (days, day);
    }

  mig_raising_days_merge (days, 2);
  g_assert_cmpuint (days->len, ==, 4);
  g_assert_cmpfloat (g_array_index (days, MigRaisingDay, 0).day, ==, 1);
  g_assert_cmpuint (g_array_index (days, MigRaisingDay, 0).n, ==, 3);
  g_assert_cmpfloat (g_array_index (days, MigRaisingDay, 1).day, ==, 3);
  g_assert_cmpuint (g_array_index (days, MigRaisingDay, 2).n, ==, 9);
  g_assert_cmpuint (g_array_index (days, MigRaisingDay, 3).n, ==, 6);

  mig_raising_days_merge (none, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/raisings/ahead", test_ahead);
  g_test_add_func ("/raisings/both-sides", test_both_sides);
  g_test_add_func ("/raisings/behind", test_behind);
  g_test_add_func ("/raisings/often", test_often);
  g_test_add_func ("/raisings/merge", test_merge);

  return g_test_run ();
}
