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
   * in French “de du d le la en l an annee” */
  [MIG_SPAN_WORDS_SILENT] = NC_("words in a typed date", "of the in on year"),
  /* Translators: words between the first and the last date of a span, parted by spaces: in French “a au aux jusqu
   * jusque avant et” */
  [MIG_SPAN_WORDS_TO] = NC_("words in a typed date", "to until till through before and"),
  /* Translators: words before the first date of a span, parted by spaces: in French “depuis des apres entre” */
  [MIG_SPAN_WORDS_SINCE] = NC_("words in a typed date", "from since after between"),
  /* Translators: endings of a day’s number, parted by spaces: in French “er e eme” */
  [MIG_SPAN_WORDS_ORDINAL] = NC_("words in a typed date", "st nd rd th"),
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

static gboolean
has_word (const char *words,
          const char *folded)
{
  g_autofree char *all = mig_fold_text (words);
  g_auto (GStrv) each = g_strsplit (all, " ", -1);

  return g_strv_contains ((const char *const *) each, folded);
}

/**
 * mig_span_words_has:
 * @words: what the word is to say
 * @token: what was typed
 *
 * Returns: whether it is such a word, in the reader's language or in English
 */
gboolean
mig_span_words_has (MigSpanWords        words,
                    const MigSpanToken *token)
{
  return token->kind == MIG_SPAN_TOKEN_WORD &&
         (has_word (little_words[words], token->folded) ||
          has_word (g_dpgettext2 (GETTEXT_PACKAGE, "words in a typed date", little_words[words]), token->folded));
}

/**
 * mig_span_words_find_season:
 * @folded: what was typed, after mig_fold_text()
 *
 * Returns: the season as EDTF counts them, 21 is spring; 0 when it is none
 */
gint
mig_span_words_find_season (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      g_autofree char *name = mig_fold_text (g_dpgettext2 (GETTEXT_PACKAGE, "season", seasons[i].name));

      if (strcmp (name, folded) == 0 || strcmp (seasons[i].name, folded) == 0)
        return seasons[i].season;
    }

  return 0;
}
