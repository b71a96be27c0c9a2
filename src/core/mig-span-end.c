/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-span-end.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-date-names.h"
#include "mig-fold.h"
#include "mig-span-phrases.h"
#include "mig-span-words.h"

/*
 * Reads one end of a span, or a date that stands alone, from its tokens up to the sign or word between two ends. At
 * each place the longest reading counts: "по" is "to", "по настоящее время" says that the thing goes on.
 */

/* The most words that a name of a month or a day has. */
#define MAX_NAME 3

/* How far the year stands from the first word of a decade or season. */
#define MAX_DISTANCE 4

/* Errors: what is wrong, a newline, what to do. */

/**
 * mig_span_end_fail:
 * @error: return location for the error
 * @code: which
 * @what: (transfer full): what is wrong
 * @hint: what can be typed instead
 *
 * Returns: %FALSE
 */
gboolean
mig_span_end_fail (GError           **error,
                   MigSpanTextError   code,
                   char              *what,
                   const char        *hint)
{
  g_autofree char *taken = what;

  g_set_error (error, MIG_SPAN_TEXT_ERROR, (gint) code, "%s\n%s", taken, hint);

  return FALSE;
}

/**
 * mig_span_end_get_examples:
 *
 * Returns: (transfer none): a hint that shows what can be typed
 */
const char *
mig_span_end_get_examples (void)
{
  /* Translators: examples of what can be typed to go to a date; write them as your readers would */
  return _("Write a year, a month or a day, or two of them: 2016, Feb 2016, 25 February 2016, 2003–2006.");
}

/**
 * mig_span_end_fail_word:
 * @token: what stands in no date
 * @error: return location for the error
 *
 * Returns: %FALSE
 */
gboolean
mig_span_end_fail_word (const MigSpanToken  *token,
                        GError             **error)
{
  return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_SYNTAX,
                            /* Translators: %s is a word that was typed for a date */
                            g_strdup_printf (_("“%s” is no part of a date."), token->text),
                            mig_span_end_get_examples ());
}

static gboolean
fail_number (const char  *number,
             GError     **error)
{
  return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_RANGE,
                            /* Translators: %s is a number that was typed for a date */
                            g_strdup_printf (_("“%s” is neither a day nor a year."), number),
                            _("A day is 1 to 31, a year has four digits."));
}

static gboolean
fail_ambiguous (const MigSpanToken  *token,
                GError             **error)
{
  return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_AMBIGUOUS,
                            /* Translators: %s is a date such as 2/3/2016 */
                            g_strdup_printf (_("“%s” can be read in two ways."), token->text),
                            _("Write the month’s name, or begin with the year: 2016-02-25."));
}

/* Numbers */

static gboolean
take_date (MigSpanEnd          *end,
           const MigSpanToken  *token,
           GError             **error)
{
  if (token->is_ambiguous)
    return fail_ambiguous (token, error);
  if (end->year != 0 || end->month != 0 || end->day != 0)
    return mig_span_end_fail_word (token, error);

  end->year = token->year;
  end->month = token->month;
  end->day = token->day;
  end->n_year_digits = 4;
  if (token->month < 1 || token->month > 12)
    return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_RANGE,
                              /* Translators: %s is a date such as 2016-13-01 */
                              g_strdup_printf (_("There is no such day as “%s”."), token->text),
                              _("A date in numbers is written year, month, day: 2016-02-25."));
  if (token->year == 0)
    return fail_number (token->text, error);

  return TRUE;
}

static gboolean
take_number (MigSpanEnd          *end,
             const MigSpanToken  *token,
             GError             **error)
{
  if (token->n_digits >= 3 && token->n_digits <= 4 && token->number > 0 && end->year == 0)
    {
      end->year = token->number;
      end->n_year_digits = token->n_digits;
      return TRUE;
    }
  if (token->n_digits <= 2 && token->number >= 1 && token->number <= 31 && end->day == 0 && end->season == 0)
    {
      end->day = token->number;
      return TRUE;
    }

  return fail_number (token->text, error);
}

/* Names */

/* The name that @n tokens make, folded; NULL when they cannot be one. It may begin with a number: "2月", "02 月". */
static char *
dup_name (GArray *tokens,
          guint   at,
          guint   n)
{
  g_autoptr (GString) name = g_string_new (NULL);

  if (at + n > tokens->len)
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, at + i);
      const gboolean is_numbered = i == 0 && n == 2 && token->kind == MIG_SPAN_TOKEN_NUMBER;

      if (!is_numbered && (token->kind != MIG_SPAN_TOKEN_WORD || *token->folded == '\0'))
        return NULL;
      if (is_numbered)
        g_string_append_printf (name, "%d", token->number);
      else
        g_string_append_printf (name, "%s%s", token->is_attached ? "" : " ", token->text);
    }

  return mig_fold_text (name->str);
}

static guint
match_month (GArray *tokens,
             guint   at,
             gint   *month)
{
  for (guint n = MAX_NAME; n > 0; n--)
    {
      g_autofree char *name = dup_name (tokens, at, n);

      *month = name != NULL && *name != '\0' ? mig_date_names_find_month (name) : 0;
      if (*month != 0)
        return n;
    }

  return 0;
}

/* A stroke between two names of one month does not part two ends: "شباط/فبراير". */
static guint
take_month (MigSpanEnd *end,
            GArray     *tokens,
            guint       at)
{
  gint month, other;
  guint n = match_month (tokens, at, &month), n_other;

  if (n == 0 || end->month != 0 || end->season != 0)
    return 0;

  end->month = month;
  end->has_numbered_month = g_array_index (tokens, MigSpanToken, at).kind == MIG_SPAN_TOKEN_NUMBER;
  if (at + n < tokens->len && strcmp (g_array_index (tokens, MigSpanToken, at + n).text, "/") == 0)
    {
      n_other = match_month (tokens, at + n + 1, &other);
      if (n_other > 0 && other == month)
        n += 1 + n_other;
    }

  return n;
}

static guint
match_weekday (GArray *tokens,
               guint   at)
{
  for (guint n = MAX_NAME; n > 0; n--)
    {
      g_autofree char *name = dup_name (tokens, at, n);

      if (name != NULL && *name != '\0' && mig_date_names_is_weekday (name))
        return n;
    }

  return 0;
}

/* Words */

/**
 * mig_span_end_is_told:
 * @self: an end
 *
 * Returns: whether anything was told of it
 */
gboolean
mig_span_end_is_told (const MigSpanEnd *self)
{
  return self->year != 0 || self->month != 0 || self->day != 0 || self->season != 0;
}

/* An ending stands on its number, or on a hyphen behind it: "25th", "25-го". Returns how many tokens it takes up. */
static guint
match_ending (MigSpanWords  words,
              GArray       *tokens,
              guint         at)
{
  const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, at);
  const gboolean has_hyphen = token->kind == MIG_SPAN_TOKEN_TO && (strcmp (token->text, "-") == 0 ||
                                                                   strcmp (token->text, "\u2011") == 0);
  const guint ending = has_hyphen ? at + 1 : at;

  if (at == 0 || ending >= tokens->len || !token->is_attached || token[-1].kind != MIG_SPAN_TOKEN_NUMBER ||
      !g_array_index (tokens, MigSpanToken, ending).is_attached ||
      mig_span_words_match (words, tokens, ending) != 1)
    return 0;

  return ending + 1 - at;
}

/* The month's first day may have a form of its own, which the program writes too: "1er". */
static guint
match_ordinal (GArray *tokens,
               guint   at)
{
  const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, at);
  const guint n = match_ending (MIG_SPAN_WORDS_ORDINAL, tokens, at);
  g_autofree char *first = NULL;
  g_autofree char *typed = NULL;

  if (at == 0 || !token->is_attached || token[-1].kind != MIG_SPAN_TOKEN_NUMBER || token[-1].n_digits > 2)
    return 0;
  if (n > 0)
    return n;

  first = mig_date_names_day (1);
  typed = g_strconcat (token[-1].text, token->text, NULL);

  return strcmp (first, typed) == 0 ? 1 : 0;
}

/* "2000s": the letter stands on the number. */
static guint
match_decade (const MigSpanEnd *end,
              GArray           *tokens,
              guint             at)
{
  if (at == 0 || end->year == 0 || end->year % 10 != 0 ||
      g_array_index (tokens, MigSpanToken, at - 1).number != end->year)
    return 0;

  return match_ending (MIG_SPAN_WORDS_DECADE, tokens, at);
}

/* An ending of a number; its hyphen parts no ends. */
static guint
take_ending (MigSpanEnd *end,
             GArray     *tokens,
             guint       at)
{
  const guint n = match_decade (end, tokens, at);

  end->is_decade = end->is_decade || n > 0;

  return n > 0 ? n : match_ordinal (tokens, at);
}

static guint
take_word (MigSpanEnd *end,
           GArray     *tokens,
           guint       at)
{
  guint n = take_ending (end, tokens, at);

  if (n == 0)
    n = take_month (end, tokens, at);
  if (n == 0 && end->month == 0 && end->season == 0 && end->day == 0)
    n = mig_span_words_match_season (tokens, at, &end->season);
  if (n == 0)
    n = match_weekday (tokens, at);

  return n != 0 ? n : mig_span_words_match (MIG_SPAN_WORDS_SILENT, tokens, at);
}

/* What the program writes */

static guint
match_edtf (GArray       *tokens,
            guint         at,
            const char   *edtf,
            MigDateStyle  style)
{
  g_autofree char *written = NULL;
  MigDate date = { 0, };

  if (!mig_date_parse_edtf (edtf, &date, NULL))
    return 0;

  written = mig_date_format (&date, style);

  return mig_span_phrases_match_date (tokens, at, written);
}

/* A decade, or what is shorter, as the ruler writes it. */
static guint
match_decade_from (GArray *tokens,
                   guint   at,
                   gint    year)
{
  g_autofree char *edtf = g_strdup_printf ("%03dX", year / 10);
  g_autofree char *brief = mig_date_names_decade (year);

  return MAX (match_edtf (tokens, at, edtf, MIG_DATE_STYLE_LONG), mig_span_phrases_match_date (tokens, at, brief));
}

/* Whether words after a date say that it goes on, or that it is an end; how sure it is stands before them. */
static gboolean
is_opened_after (GArray *tokens,
                 guint   at)
{
  MigSpanPhrase phrase;
  guint n;

  do
    {
      n = mig_span_phrases_match_after (tokens, at, &phrase);
      at += n;
    }
  while (n > 0 && phrase == MIG_SPAN_PHRASE_QUALITY);

  return n > 0;
}

/* An unknown year of a hundred is written as the two years around it, and alone it can be read so. Where one end is
 * open, "since 2000–2099", they are the other end together. */
static guint
match_century_from (const MigSpanEnd *end,
                    GArray           *tokens,
                    guint             at,
                    gint              year)
{
  g_autofree char *edtf = g_strdup_printf ("%02dXX", year / 100);
  const guint n = MAX (match_edtf (tokens, at, edtf, MIG_DATE_STYLE_LONG),
                       match_edtf (tokens, at, edtf, MIG_DATE_STYLE_SHORT));

  return n > 0 && (end->is_since || end->is_until || is_opened_after (tokens, at + n)) ? n : 0;
}

/* Takes a decade, a season or a hundred years as mig_date_format() writes them in the reader's language: "années 2000".
 * Which year is meant stands there; what is written about it is compared. */
static guint
take_written_year (MigSpanEnd *end,
                   GArray     *tokens,
                   guint       at,
                   gint        year)
{
  guint n = year % 100 == 0 ? match_century_from (end, tokens, at, year) : 0;

  end->is_century = n > 0;
  if (n == 0 && year % 10 == 0)
    {
      n = match_decade_from (tokens, at, year);
      end->is_decade = n > 0;
    }
  for (gint season = 21; n == 0 && season <= 24; season++)
    {
      g_autofree char *edtf = g_strdup_printf ("%04d-%d", year, season);

      n = match_edtf (tokens, at, edtf, MIG_DATE_STYLE_LONG);
      end->season = n > 0 ? season : 0;
    }
  if (n > 0)
    {
      end->year = year;
      end->n_year_digits = 4;
    }

  return n;
}

static guint
take_written (MigSpanEnd *end,
              GArray     *tokens,
              guint       at)
{
  guint n = 0;

  for (guint i = at; n == 0 && !mig_span_end_is_told (end) && i < MIN (at + MAX_DISTANCE, tokens->len); i++)
    {
      const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, i);

      if (token->kind == MIG_SPAN_TOKEN_NUMBER && token->n_digits == 4 && token->number > 0)
        n = take_written_year (end, tokens, at, token->number);
    }

  return n;
}

/* Words before the date say whether it begins or ends something, and how sure it is. */
static guint
take_before (MigSpanEnd *end,
             GArray     *tokens,
             guint       at,
             guint       n_to)
{
  MigSpanPhrase phrase;
  guint n = mig_span_phrases_match_before (tokens, at, &phrase);
  const guint n_since = mig_span_words_match (MIG_SPAN_WORDS_SINCE, tokens, at);

  if (n_since > n)
    {
      n = n_since;
      phrase = MIG_SPAN_PHRASE_SINCE;
    }
  if (n < n_to)
    return 0;

  end->is_since = end->is_since || phrase == MIG_SPAN_PHRASE_SINCE;
  end->is_until = end->is_until || phrase == MIG_SPAN_PHRASE_UNTIL;

  return n;
}

/* And so do words after it. */
static guint
take_after (MigSpanEnd *end,
            GArray     *tokens,
            guint       at,
            guint       n_to)
{
  MigSpanPhrase phrase;
  guint n = mig_span_phrases_match_after (tokens, at, &phrase);
  const guint n_onwards = mig_span_words_match (MIG_SPAN_WORDS_ONWARDS, tokens, at);
  const guint n_before = mig_span_words_match (MIG_SPAN_WORDS_BEFORE, tokens, at);

  if (MAX (n_onwards, n_before) > n)
    {
      n = MAX (n_onwards, n_before);
      phrase = n == n_onwards ? MIG_SPAN_PHRASE_SINCE : MIG_SPAN_PHRASE_UNTIL;
    }
  if (n <= n_to)
    return 0;

  end->is_since = end->is_since || phrase == MIG_SPAN_PHRASE_SINCE;
  end->is_until = end->is_until || phrase == MIG_SPAN_PHRASE_UNTIL;

  return n;
}

static gboolean
take_token (MigSpanEnd  *end,
            GArray      *tokens,
            guint        at,
            guint       *n,
            GError     **error)
{
  const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, at);

  *n = 1;
  switch (token->kind)
    {
    case MIG_SPAN_TOKEN_DATE:
      return take_date (end, token, error);

    case MIG_SPAN_TOKEN_NUMBER:
      *n = take_month (end, tokens, at);
      if (*n > 0)
        return TRUE;
      *n = 1;
      return take_number (end, token, error);

    case MIG_SPAN_TOKEN_WORD:
    case MIG_SPAN_TOKEN_TO:
    default:
      *n = take_word (end, tokens, at);
      return *n > 0 || mig_span_end_fail_word (token, error);
    }
}

/**
 * mig_span_end_skip_to:
 * @tokens: (element-type MigSpanToken): what was typed
 * @at: where to look
 *
 * Returns: how many tokens stand there that part two ends: a sign, a word, or several: "up to and through"
 */
guint
mig_span_end_skip_to (GArray *tokens,
                      guint   at)
{
  guint end = at, n;

  do
    {
      n = 0;
      if (end < tokens->len)
        n = g_array_index (tokens, MigSpanToken, end).kind == MIG_SPAN_TOKEN_TO
              ? 1 : mig_span_words_match (MIG_SPAN_WORDS_TO, tokens, end);
      end += n;
    }
  while (n > 0);

  return end - at;
}

/**
 * mig_span_end_read:
 * @self: (out caller-allocates): the end
 * @tokens: (element-type MigSpanToken): what was typed
 * @at: where it begins
 * @error: return location for an error in the `MIG_SPAN_TEXT_ERROR` domain
 *
 * Returns: whether all can be read that stands before what parts two ends, or before the end of the text
 */
gboolean
mig_span_end_read (MigSpanEnd  *self,
                   GArray      *tokens,
                   guint        at,
                   GError     **error)
{
  *self = (MigSpanEnd) { .next = at };
  while (self->next < tokens->len)
    {
      const guint n_to = mig_span_end_skip_to (tokens, self->next);
      guint n = take_written (self, tokens, self->next);

      if (n == 0)
        n = (mig_span_end_is_told (self) ? take_after : take_before) (self, tokens, self->next, n_to);
      if (n == 0 && n_to > 0)
        n = take_ending (self, tokens, self->next);
      if (n == 0 && n_to > 0)
        break;
      if (n == 0 && !take_token (self, tokens, self->next, &n, error))
        return FALSE;
      self->next += n;
    }

  return TRUE;
}
