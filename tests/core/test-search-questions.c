/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "search-fixture.h"

/* Questions as people type them who know nothing of the language of the search entry, and where the answer stands. */

static void
test_answers (Fixture       *fixture,
              gconstpointer  unused)
{
  assert_first (fixture, "who moderated the panel on rights?", "SP14-05-1");
  assert_first (fixture, "what did Turkey's representative call for?", "SP14-08-5");
  assert_first (fixture, "What did Turkey’s representative call for", "SP14-08-5");
  assert_hits (fixture, "which meetings looked ahead to the 2013 dialogue?", 2,
               "Meetings: M10 M11 +1; Sessions: S14-02");
  assert_first (fixture, "where does 244 million come from?", "F14-01-1-1");
  assert_first (fixture, "who chaired the GFMD in 2015?", "SP14-08-5");
  assert_first (fixture, "when was the first meeting?", "M01");
  assert_first (fixture, "who closed the meeting?", "SP14-11-1");
  assert_first (fixture, "what did the FAO say about remittances", "SP14-10-12");
  assert_first (fixture, "which document is A/71/1?", "D-71-1");
  assert_first (fixture, "when is the World Humanitarian Summit?", "E-whs-2016");
  assert_first (fixture, "where was the donors' conference held?", "E-london-2016");
  assert_first (fixture, "what is MICIC", "E-micic");
  assert_first (fixture, "what did UNHCR say about Syrian refugees?", "SP14-08-3");
  assert_first (fixture, "who is Karen AbuZayd", "P-abuzayd");
  assert_first (fixture, "who represented Bangladesh", "P-haque");
  assert_first (fixture, "what is the expert symposium?", "M2019");
  assert_first (fixture, "how many refugees are displaced?", "F14-02-1-2");
  assert_first (fixture, "number of participants", "F14-1");
  assert_first (fixture, "what share of migrant workers are women?", "F14-06-2-2");
  assert_first (fixture, "who presented the SDG indicators?", "SP14-06-3");
  assert_first (fixture, "when did the 19 September summit take place?", "E-summit-2016");
  g_assert_true (finds (fixture, "which targets are related to migration?", "T-10.7"));
  assert_first (fixture, "which resolution mandates the meetings?", "D-58-208");
  assert_hits (fixture, "which sessions mention Habitat III?", 9, "Sessions: S14-10 S14-02");
  g_assert_true (finds (fixture, "who spoke for UN Women?", "P-puri"));
}

/* What is asked for by its kind stands first, and a question's own verbs need not be found. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  unused)
{
  assert_first (fixture, "Which country hosts the GFMD in 2016", "E-gfmd-2016");
  assert_first (fixture, "which country hosted the GFMD in 2015?", "E-gfmd-2015");
  assert_first (fixture, "where does the GFMD take place in 2017?", "E-gfmd-2017");
  assert_first (fixture, "who hosts the GFMD in 2017?", "SP14-10-11");
  assert_first (fixture, "which city hosts Habitat III?", "E-habitat-2016");
  assert_first (fixture, "what takes place in Nagoya?", "E-metropolis-2016");
  assert_first (fixture, "which session discussed the human rights of migrants?", "S14-05");
  assert_first (fixture, "what was discussed at the second meeting?", "M02");
  assert_first (fixture, "which meeting dealt with the economic crisis?", "M08");
  assert_first (fixture, "which document lists 230 indicators?", "D-indicators");
}

/* The plural of a short word or an abbreviation is no other word. */
static void
test_plurals (Fixture       *fixture,
              gconstpointer  unused)
{
  assert_first (fixture, "how many targets of the SDGs concern migration?", "F14-06-7-1");
  g_assert_true (finds (fixture, "sdgs indicators", "D-indicators"));
  g_assert_true (finds (fixture, "jobs rural", "SP14-10-12"));
  g_assert_false (finds (fixture, "\"sdgs\" indicators", "D-indicators"));
}

/* "The last" is the one that comes last in time, whatever is spoken of more. */
static void
test_latest (Fixture       *fixture,
             gconstpointer  unused)
{
  assert_first (fixture, "when was the last coordination meeting?", "M16");
  assert_first (fixture, "where was the latest Global Forum held?", "E-gfmd-2018");
  assert_first (fixture, "which was the newest meeting?", "M16");
}

/* Who asks where sources disagree means what they disagree about, not the word. */
static void
test_disagreements (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_assert_true (finds (fixture, "where do the sources disagree?", "E-london-2016"));
  g_assert_true (finds (fixture, "which sources contradict each other?", "E-london-2016"));
  g_assert_false (finds (fixture, "where do the sources disagree?", "E-whs-2016"));
  assert_first (fixture, "do sources disagree about the pledging conference in London?", "E-london-2016");
}

/* Small words are passed over, wherever they are not what is meant. */
static void
test_small_words (Fixture       *fixture,
                  gconstpointer  unused)
{
  assert_hits (fixture, "the \"bells\" of", 9, "Sessions: M2-S1; Figures: F-bells");
  assert_hits (fixture, "and", 9, "Interventions: SP-1");
  assert_hits (fixture, "the bells", 9, "Sessions: M2-S1; Figures: F-bells; Interventions: SP-1");
  assert_hits (fixture, "zebra the", 9, "");
  assert_hits (fixture, "\"the\" bells", 9, "Interventions: SP-1");
  assert_hits (fixture, "THE bells", 9, "Interventions: SP-1");
  assert_hits (fixture, "THE \"BELLS\"", 9, "Sessions: M2-S1; Figures: F-bells");
}

/* A date is one with the mark behind it that ends the question, too. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  unused)
{
  static const char *const questions[] = { "dialogue 2013?", "dialogue 2013!", "dialogue 2013.", "dialogue 2013-10?",
                                           "dialogue 2013-10-03?" };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_assert_true (finds (fixture, questions[i], "E-hld-2013"));
}

/* A question that names nothing to look for asks for all that meets its conditions. */
static void
test_conditions (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autofree char *plain = list_hits (fixture, "kind:meeting", 9);
  g_autofree char *excluding = list_hits (fixture, "kind:meeting -league", 9);

  g_assert_cmpstr (plain, !=, "");
  g_assert_cmpstr (excluding, !=, "");
  assert_hits (fixture, "kind:meeting ?", 9, plain);
  assert_hits (fixture, "kind:meeting -league ?", 9, excluding);
}

/* Other forms of a word are found, behind the word itself, but not where it was quoted or names something. */
static void
test_forms (Fixture       *fixture,
            gconstpointer  unused)
{
  assert_hits (fixture, "bells", 9, "Sessions: M2-S1; Figures: F-bells; Interventions: SP-1");
  assert_hits (fixture, "\"bells\"", 9, "Sessions: M2-S1; Figures: F-bells");
  assert_hits (fixture, "bells -bells", 9, "Interventions: SP-1");
  assert_hits (fixture, "session:belled", 9, "");
  assert_hits (fixture, "harbored", 9, "");
  g_assert_true (finds (fixture, "harbors", "O-league"));
  g_assert_true (finds (fixture, "\"harbour\"", "O-league"));
  g_assert_false (finds (fixture, "\"harbor\"", "O-league"));
}

/* A hyphen more or less is no other word. */
static void
test_hyphens (Fixture       *fixture,
              gconstpointer  unused)
{
  assert_first (fixture, "labor mobility", "T-gass-1");
  assert_first (fixture, "organisation for economic cooperation", "O-oecd");
  g_assert_true (finds (fixture, "economic cooperation and development", "O-oecd"));
  g_assert_true (finds (fixture, "co-operation", "T-principles-6"));
  g_assert_true (finds (fixture, "highlevel political forum", "O-hlpf"));
  g_assert_false (finds (fixture, "\"co-operation\"", "T-principles-6"));
}

#define ADD(path, is_bundled, test) \
  g_test_add ("/search-questions/" path, Fixture, (is_bundled) ? "bundled" : NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("answers", TRUE, test_answers);
  ADD ("kinds", TRUE, test_kinds);
  ADD ("plurals", TRUE, test_plurals);
  ADD ("latest", TRUE, test_latest);
  ADD ("disagreements", TRUE, test_disagreements);
  ADD ("marks", TRUE, test_marks);
  ADD ("hyphens", TRUE, test_hyphens);
  ADD ("small-words", FALSE, test_small_words);
  ADD ("conditions", FALSE, test_conditions);
  ADD ("forms", FALSE, test_forms);

  return g_test_run ();
}
