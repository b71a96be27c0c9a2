/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-span-phrases.h"

#include <string.h>

#include "mig-date-phrases.h"

/*
 * Finds the words that the program itself puts around a date in the reader's language, where somebody typed them. What
 * they are only the functions know that write them: each is asked to write around a sign that stands in no date, and
 * what it wrote is cut as typed text is.
 *
 *   "%s, quizá" ──write──▶ "￼, quizá" ──lexer──▶ WORD ￼, WORD quiza ──▶ "quiza" after a date says how sure it is
 */

/* The object replacement character. */
#define DATE_SIGN "\xef\xbf\xbc"

typedef char *(*Write) (const char *date, MigPrecision precision);

/* Of several that stand there the longest counts. */
static const struct
{
  Write write;
  MigSpanPhrase phrase;
} phrases[] = {
  { mig_date_phrases_about, MIG_SPAN_PHRASE_QUALITY },
  { mig_date_phrases_perhaps, MIG_SPAN_PHRASE_QUALITY },
  { mig_date_phrases_perhaps_end, MIG_SPAN_PHRASE_QUALITY },
  { mig_date_phrases_since, MIG_SPAN_PHRASE_SINCE },
  { mig_date_phrases_from, MIG_SPAN_PHRASE_SINCE },
  { mig_date_phrases_until, MIG_SPAN_PHRASE_UNTIL },
  { mig_date_phrases_by, MIG_SPAN_PHRASE_UNTIL },
};

static gboolean
is_alike (const MigSpanToken *written,
          const MigSpanToken *typed)
{
  if (written->kind != typed->kind)
    return FALSE;

  switch (written->kind)
    {
    case MIG_SPAN_TOKEN_NUMBER:
      return written->number == typed->number && written->n_digits == typed->n_digits;
    case MIG_SPAN_TOKEN_WORD:
      /* A sign that folds away is itself. */
      return strcmp (written->folded, typed->folded) == 0 &&
             (*written->folded != '\0' || strcmp (written->text, typed->text) == 0);
    case MIG_SPAN_TOKEN_TO:
      return TRUE;
    case MIG_SPAN_TOKEN_DATE:
    default:
      return FALSE;
    }
}

/* Returns @n if those tokens of @written stand in @tokens, else 0. */
static guint
match (GArray *written,
       guint   from,
       guint   n,
       GArray *tokens,
       guint   at)
{
  if (at + n > tokens->len)
    return 0;

  for (guint i = 0; i < n; i++)
    if (!is_alike (&g_array_index (written, MigSpanToken, from + i), &g_array_index (tokens, MigSpanToken, at + i)))
      return 0;

  return n;
}

static guint
find_date_sign (GArray *written)
{
  guint i = 0;

  while (i < written->len && strcmp (g_array_index (written, MigSpanToken, i).text, DATE_SIGN) != 0)
    i++;

  return i;
}

/* Words on both sides of a date are told by those before it; those after are little words, but for what says how sure
 * it is. */
static guint
match_phrase (const char *text,
              gboolean    is_before,
              gboolean    is_quality,
              GArray     *tokens,
              guint       at)
{
  g_autoptr (GArray) written = mig_span_lexer_read (text);
  const guint sign = find_date_sign (written);

  if (is_before)
    return match (written, 0, MIN (sign, written->len), tokens, at);
  if (sign + 1 < written->len && (sign == 0 || is_quality))
    return match (written, sign + 1, written->len - sign - 1, tokens, at);

  return 0;
}

static guint
match_phrases (GArray        *tokens,
               guint          at,
               gboolean       is_before,
               MigSpanPhrase *phrase)
{
  guint longest = 0;

  *phrase = MIG_SPAN_PHRASE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autofree char *before = NULL;

      for (MigPrecision precision = MIG_PRECISION_NONE; precision <= MIG_PRECISION_DAY; precision++)
        {
          g_autofree char *text = phrases[i].write (DATE_SIGN, precision);
          guint n;

          /* In many languages the words are the same before a year and before a day. */
          if (g_strcmp0 (text, before) == 0)
            continue;

          n = match_phrase (text, is_before, phrases[i].phrase == MIG_SPAN_PHRASE_QUALITY, tokens, at);
          if (n > longest)
            {
              longest = n;
              *phrase = phrases[i].phrase;
            }
          g_free (before);
          before = g_steal_pointer (&text);
        }
    }

  return longest;
}

/**
 * mig_span_phrases_match_before:
 * @tokens: (element-type MigSpanToken): what was typed
 * @at: where to look
 * @phrase: (out): what the words say of the date that follows
 *
 * Returns: how many tokens the words take up that the program writes before a date; 0 when something else stands there
 */
guint
mig_span_phrases_match_before (GArray        *tokens,
                               guint          at,
                               MigSpanPhrase *phrase)
{
  return match_phrases (tokens, at, TRUE, phrase);
}

/**
 * mig_span_phrases_match_after:
 * @tokens: (element-type MigSpanToken): what was typed
 * @at: where to look
 * @phrase: (out): what the words say of the date that they follow
 *
 * Returns: how many tokens the words take up that the program writes after a date; 0 when something else stands there
 */
guint
mig_span_phrases_match_after (GArray        *tokens,
                              guint          at,
                              MigSpanPhrase *phrase)
{
  return match_phrases (tokens, at, FALSE, phrase);
}

/**
 * mig_span_phrases_match_date:
 * @tokens: (element-type MigSpanToken): what was typed
 * @at: where to look
 * @date: a date as the program writes it
 *
 * Returns: how many tokens it takes up there; 0 when it does not stand there in full
 */
guint
mig_span_phrases_match_date (GArray     *tokens,
                             guint       at,
                             const char *date)
{
  g_autoptr (GArray) written = mig_span_lexer_read (date);

  return match (written, 0, written->len, tokens, at);
}
