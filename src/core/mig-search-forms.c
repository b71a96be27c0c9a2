/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include "mig-search-query-private.h"

/*
 * Words that are forms of one another: whoever asks who "moderated" means the "moderator", and "organisation" is
 * "organization".
 *
 *   moderated ──▶ without its ending: moder ──▶ the words that are moder and an ending: moderator, moderation
 *
 * The endings are those of English verbs and of the nouns made from them, with the plurals of several languages. What
 * is left of a word after its ending must be long enough to mean something; a short rest takes only the endings of one
 * and the same word, so that "state" is "states" but not "station".
 */

#define SHORTEST_STEM 4
#define SHORTEST_SINGULAR 3
#define SHORTEST_STEM_OF_MANY 5

/* The longest first: the first that fits is taken off. */
static const char *const endings_of_many[] = {
  "isations", "izations", "isation", "ization", "ations", "atives", "atory", "ation", "ative", "ators", "ating",
  "ising", "izing", "ances", "ments", "ator", "ance", "ated", "ates", "ised", "ized", "ises", "izes", "ions", "ings",
  "ours", "ment", "ise", "ize", "ate", "ies", "ied", "ion", "ing", "ors", "ers", "our", "ed", "es", "or", "er", "y",
  "e", "s", "",
};

static const char *const endings_of_one[] = { "ings", "ing", "ed", "es", "e", "s", "" };

/* "labour" is "labor", which is too short for an ending to be taken off. */
static const char *const endings_of_or[] = { "urs", "ur", "rs", "r" };

static gboolean
is_letters (const char *word,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    if (!g_ascii_islower (word[i]))
      return FALSE;

  return TRUE;
}

/* What is left without the longest ending that leaves at least @least; @n if none does. */
static guint
strip (const char        *word,
       guint              n,
       const char *const *endings,
       guint              n_endings,
       guint              least)
{
  for (guint i = 0; i < n_endings; i++)
    {
      guint n_ending = (guint) strlen (endings[i]);

      if (n_ending > 0 && n >= least + n_ending && memcmp (word + n - n_ending, endings[i], n_ending) == 0)
        return n - n_ending;
    }

  return n;
}

/**
 * mig_search_measure_stem:
 * @word: a folded word
 * @n: its length in bytes
 *
 * Returns: how many bytes its forms have in common; 0 when it has none that are known
 */
guint
mig_search_measure_stem (const char *word,
                         guint       n)
{
  guint n_stem, n_or;

  if (n < SHORTEST_STEM || !is_letters (word, n))
    return 0;

  n_stem = strip (word, n, endings_of_many, G_N_ELEMENTS (endings_of_many), SHORTEST_STEM_OF_MANY);
  n_or = strip (word, n, endings_of_or, G_N_ELEMENTS (endings_of_or), SHORTEST_STEM);
  /* Unless more than a plural could be taken off. */
  if (n_or < n && word[n_or - 1] == 'o' && n_or < n_stem)
    return n_or;
  if (n_stem < n)
    return n_stem;
  /* "Jobs", "SDGs": so short a word has no other form than its plural. */
  if (n == SHORTEST_SINGULAR + 1)
    return word[n - 1] == 's' && word[n - 2] != 's' ? SHORTEST_SINGULAR : n;
  return strip (word, n, endings_of_one, G_N_ELEMENTS (endings_of_one), SHORTEST_STEM);
}

static gboolean
is_among (const char        *ending,
          const char *const *endings,
          guint              n_endings)
{
  for (guint i = 0; i < n_endings; i++)
    if (strcmp (ending, endings[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * mig_search_word_is_form:
 * @word: a word of a query
 * @other: a folded word
 *
 * Returns: whether @other is another form of @word, or the same
 */
gboolean
mig_search_word_is_form (const MigSearchWord *word,
                         const char          *other)
{
  const char *ending = other + word->n_stem;

  if (word->n_stem == 0 || strncmp (word->text, other, word->n_stem) != 0)
    return FALSE;

  if (word->text[word->n_stem - 1] == 'o' &&
      is_among (word->text + word->n_stem, endings_of_or, G_N_ELEMENTS (endings_of_or)))
    return is_among (ending, endings_of_or, G_N_ELEMENTS (endings_of_or));
  if (word->n_stem < SHORTEST_STEM)
    return *ending == '\0' || strcmp (ending, "s") == 0;
  if (word->n_stem < SHORTEST_STEM_OF_MANY)
    return is_among (ending, endings_of_one, G_N_ELEMENTS (endings_of_one));
  return is_among (ending, endings_of_many, G_N_ELEMENTS (endings_of_many));
}
