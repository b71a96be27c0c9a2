/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-span-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-fold.h"

/* The words that stand in a typed date beside the names of months and days. */

/* The little words, one a space; a translation adds to the English ones. */
static const char *const little_words[] = {
  /* Translators: words that may stand in a typed date and say nothing, parted by spaces, without accents if you like:
   * in French “de du d le la en l an annee”. Join the words of an expression with “_”. */
  [MIG_SPAN_WORDS_SILENT] = NC_("words in a typed date", "of the in on year"),
  /* Translators: words between the first and the last date of a span, parted by spaces: in French “a au aux jusqu
   * jusque avant et” */
  [MIG_SPAN_WORDS_TO] = NC_("words in a typed date", "to until till through before and"),
  /* Translators: words before the first date of a span, parted by spaces, an expression joined with “_”: in French
   * “depuis des apres entre a_partir_de” */
  [MIG_SPAN_WORDS_SINCE] = NC_("words in a typed date", "from since after between"),
  /* Translators: words after the first date of a span that goes on, parted by spaces, an expression joined with “_”:
   * “2016 onwards”; in Spanish “en_adelante” */
  [MIG_SPAN_WORDS_ONWARDS] = NC_("words in a typed date", "onwards onward and_after and_later"),
  /* Translators: words after the last date of a span, parted by spaces, an expression joined with “_”: “2016 or
   * earlier”; in French “au_plus_tard et_avant” */
  [MIG_SPAN_WORDS_BEFORE] = NC_("words in a typed date", "or_earlier and_before at_the_latest"),
  /* Translators: endings of a day’s number, parted by spaces: in French “er e eme” */
  [MIG_SPAN_WORDS_ORDINAL] = NC_("words in a typed date", "st nd rd th"),
  /* Translators: endings of a decade’s first year, parted by spaces: “2010s”; in Russian “е х м” */
  [MIG_SPAN_WORDS_DECADE] = NC_("words in a typed date", "s"),
};

/* Season names fold alike whether in English or not; "fall" is English only. */
static const struct
{
  const char *name;
  gint season;
} seasons[] = {
  { NC_("season", "spring"), 21 },
  { NC_("season", "summer"), 22 },
  { NC_("season", "autumn"), 23 },
  { NC_("season", "winter"), 24 },
  { "fall", 23 },
};

/* Returns how many tokens an expression of one word or several takes up; 0 when something else stands there. */
static guint
match_text (const char *text,
            GArray     *tokens,
            guint       at)
{
  MigFold fold;
  guint n = 0;

  mig_fold_init (&fold, text, -1);
  while (mig_fold_next (&fold))
    {
      const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, at + n);

      if (at + n >= tokens->len || token->kind != MIG_SPAN_TOKEN_WORD || strcmp (token->folded, fold.word) != 0)
        return 0;
      n++;
    }

  return n;
}

static guint
match_any (const char *words,
           GArray     *tokens,
           guint       at)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  guint n = 0;

  for (guint i = 0; each[i] != NULL; i++)
    n = MAX (n, match_text (each[i], tokens, at));

  return n;
}

/**
 * mig_span_words_match:
 * @words: what the words are to say
 * @tokens: (element-type MigSpanToken): what was typed
 * @at: where to look
 *
 * Returns: how many tokens the longest such expression takes up there, in the reader's language or in English; 0 when
 *   something else stands there
 */
guint
mig_span_words_match (MigSpanWords  words,
                      GArray       *tokens,
                      guint         at)
{
  return MAX (match_any (little_words[words], tokens, at),
              match_any (g_dpgettext2 (GETTEXT_PACKAGE, "words in a typed date", little_words[words]), tokens, at));
}

/**
 * mig_span_words_match_season:
 * @tokens: (element-type MigSpanToken): what was typed
 * @at: where to look
 * @season: (out): the season as EDTF counts them, 21 is spring; untouched when there is none
 *
 * Returns: how many tokens the name of a season takes up there, in the reader's language or in English
 */
guint
mig_span_words_match_season (GArray *tokens,
                             guint   at,
                             gint   *season)
{
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      guint n = match_text (g_dpgettext2 (GETTEXT_PACKAGE, "season", seasons[i].name), tokens, at);

      if (n == 0)
        n = match_text (seasons[i].name, tokens, at);
      if (n > 0)
        {
          *season = seasons[i].season;
          return n;
        }
    }

  return 0;
}
