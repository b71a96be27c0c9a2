/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-fold.h"
#include "mig-search-query-private.h"

/*
 * The words of a question that say nothing about its answer: "who moderated the panel on rights?" asks for moderated,
 * panel and rights. They are known in English, the language of most corpora, and in the reader's.
 */

/* Whether a word stands in a list of words with spaces between. */
static gboolean
is_among (const char          *list,
          const MigSearchWord *word)
{
  MigFold fold;

  mig_fold_init (&fold, list, -1);
  while (mig_fold_next (&fold))
    if (fold.n_word == word->n_text && memcmp (fold.word, word->text, word->n_text) == 0)
      return TRUE;

  return FALSE;
}

/* Translators: words with which a question begins, as typed into the search entry, with spaces between. They are passed
 * over. Give those of your language; leave out what is also an abbreviation. */
#define QUESTION_WORDS N_("how what when where which who whom whose why")

/* Translators: of the words with which a question begins, those that ask for a person, with spaces between */
#define WHO_WORDS N_("who whom whose")

/* Translators: words that ask for a figure in a question such as "how many participants", with spaces between */
#define NUMBER_WORDS N_("many much number percent percentage proportion share")

/* Translators: words for what lay in the future when it was spoken of, as in "which meetings looked ahead to the
 * dialogue?", with spaces between */
#define AHEAD_WORDS N_("ahead forthcoming upcoming")

/* Translators: words that say nothing by themselves in a question typed into the search entry, such as articles,
 * prepositions and forms of "to be", with spaces between. They are passed over when a query has others besides. Give
 * those of your language rather than a translation of these; leave out what is also an abbreviation or the name of a
 * month. */
#define SMALL_WORDS N_("a about after all an and any are as at be been before by can could did do does during " \
                       "each for from had has have he her his in into is it its me of on or our she that the their " \
                       "them there these they this those to under was we were will with would you")

/* Translators: words with which one asks what somebody said, in a question typed into the search entry, with spaces
 * between: passed over when nothing has them besides the other words. Give those of your language. */
#define SAYING_WORDS N_("announced ask asked call called delegate described explained introduced mention mentioned " \
                        "mentions planned presented raise raised reported represent representative representatives " \
                        "represented represents said say says speak speaks spoke talk talked tell told")

/* Translators: words with which one asks for what happened or what something is, in a question typed into the search
 * entry, with spaces between: passed over when nothing has them besides the other words. Give those of your
 * language. */
#define ASKING_WORDS N_("attended behalf came come concern concerned deal dealt discussed find gave get give given " \
                        "happen happened happens know look looked made make mean means named plan put related show " \
                        "source sources")

/* Translators: words with which one asks where something was held, and by whom, in a question typed into the search
 * entry, with spaces between: they are passed over like those before, and what took place stands first */
#define HELD_WORDS N_("cities city countries country held host hosted hosts place take takes took")

/* Translators: words that ask for what comes last in time, as in "when was the last meeting?", with spaces between */
#define LATEST_WORDS N_("last latest newest")

/* Translators: words that ask for what sources tell in different ways, as in "where do the sources disagree?", with
 * spaces between */
#define DISAGREE_WORDS N_("contradict contradicts contradictory differ disagree disagreement disagreements disagrees")

static const struct
{
  const char *words;
  MigSearchWeight weight;
  MigSearchHint hint;
} lists[] = {
  { WHO_WORDS, MIG_SEARCH_WEIGHT_SMALL, MIG_SEARCH_HINT_WHO },
  { QUESTION_WORDS, MIG_SEARCH_WEIGHT_SMALL, MIG_SEARCH_HINT_QUESTION },
  { SMALL_WORDS, MIG_SEARCH_WEIGHT_SMALL, MIG_SEARCH_HINT_NONE },
  { NUMBER_WORDS, MIG_SEARCH_WEIGHT_ASKING, MIG_SEARCH_HINT_NUMBER },
  { SAYING_WORDS, MIG_SEARCH_WEIGHT_ASKING, MIG_SEARCH_HINT_SAID },
  { ASKING_WORDS, MIG_SEARCH_WEIGHT_ASKING, MIG_SEARCH_HINT_NONE },
  { HELD_WORDS, MIG_SEARCH_WEIGHT_ASKING, MIG_SEARCH_HINT_HELD },
  { LATEST_WORDS, MIG_SEARCH_WEIGHT_ASKING, MIG_SEARCH_HINT_LATEST },
  { DISAGREE_WORDS, MIG_SEARCH_WEIGHT_FULL, MIG_SEARCH_HINT_DISAGREE },
  { AHEAD_WORDS, MIG_SEARCH_WEIGHT_FULL, MIG_SEARCH_HINT_AHEAD },
};

static gboolean
is_known (const char          *list,
          const MigSearchWord *word)
{
  const char *own = g_dgettext (GETTEXT_PACKAGE, list);

  return is_among (list, word) || (own != list && is_among (own, word));
}

static gboolean
has_letters (const char *text,
             const char *end,
             gboolean  (*is_wanted) (gunichar))
{
  for (; text < end; text = g_utf8_next_char (text))
    if (is_wanted (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* A plain word in small letters. In quotes, with a minus, after a field, and in capitals among small letters ("WHO" is
 * not "who"), a word is meant. */
static gboolean
may_be_small (const char            *text,
              const MigSearchClause *clause)
{
  gboolean is_shouted = !has_letters (text, text + strlen (text), g_unichar_islower);

  return clause->field == MIG_SEARCH_FIELD_ANY && !clause->is_excluded && !clause->is_quoted && clause->n_words == 1 &&
         (is_shouted || clause->words[0].n_text == 1 ||
          has_letters (text + clause->begin, text + clause->end, g_unichar_islower));
}

/**
 * mig_search_small_mark:
 * @text: what was typed
 * @clauses: (array length=n_clauses): its parts
 * @n_clauses: how many
 *
 * Marks those of the parts that say little by themselves, and what they hint at. When all do, those that say most count
 * as what is meant.
 */
void
mig_search_small_mark (const char      *text,
                       MigSearchClause *clauses,
                       guint            n_clauses)
{
  MigSearchWeight least = MIG_SEARCH_WEIGHT_SMALL;

  for (guint i = 0; i < n_clauses; i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (lists) && may_be_small (text, &clauses[i]); k++)
        if (is_known (lists[k].words, &clauses[i].words[0]))
          {
            clauses[i].weight = lists[k].weight;
            clauses[i].hint = lists[k].hint;
            break;
          }
      if (clauses[i].n_words > 0 && !clauses[i].is_excluded)
        least = MIN (least, clauses[i].weight);
    }

  for (guint i = 0; i < n_clauses; i++)
    if (clauses[i].weight == least)
      clauses[i].weight = MIG_SEARCH_WEIGHT_FULL;
}
