/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-span-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-date-names.h"
#include "mig-fold.h"
#include "mig-span-lexer.h"
#include "mig-span-words.h"

/*
 * Reads a date or a span of time as people write it:
 *
 *   "25 Feb – 3 March 2016" ──lexer──▶ tokens ──▶ two Ends ──share──▶ what one leaves out the other tells ──▶ MigDate
 *
 * Month names and the little words are those of the reader's language and of English. What mig_date_format() writes
 * about days, months, seasons, years, decades and spans of them is read back as the same date. What cannot be read as
 * words is tried as EDTF, which is what a corpus writes.
 */

#define MAX_LENGTH 200
#define MAX_YEAR 9999

G_DEFINE_QUARK (mig-span-text-error-quark, mig_span_text_error)

/* One end of a span, as far as it was told; zero is "not told". */
typedef struct
{
  gint year;
  gint month;
  gint day;
  gint season; /* 21 to 24, as EDTF counts them */
  gboolean is_decade;
  guint n_year_digits;
} End;

/* Errors: what is wrong, a newline, what to do. */

static gboolean
fail_take (GError           **error,
           MigSpanTextError   code,
           char              *what,
           const char        *hint)
{
  g_autofree char *taken = what;

  g_set_error (error, MIG_SPAN_TEXT_ERROR, (gint) code, "%s\n%s", taken, hint);

  return FALSE;
}

static const char *
get_examples (void)
{
  /* Translators: examples of what can be typed to go to a date; write them as your readers would */
  return _("Write a year, a month or a day, or two of them: 2016, Feb 2016, 25 February 2016, 2003–2006.");
}

static gboolean
fail_word (const MigSpanToken  *token,
           GError             **error)
{
  return fail_take (error, MIG_SPAN_TEXT_ERROR_SYNTAX,
                    /* Translators: %s is a word that was typed for a date */
                    g_strdup_printf (_("“%s” is no part of a date."), token->text), get_examples ());
}

static gboolean
fail_number (const char  *number,
             GError     **error)
{
  return fail_take (error, MIG_SPAN_TEXT_ERROR_RANGE,
                    /* Translators: %s is a number that was typed for a date */
                    g_strdup_printf (_("“%s” is neither a day nor a year."), number),
                    _("A day is 1 to 31, a year has four digits."));
}

static gboolean
fail_ambiguous (const MigSpanToken  *token,
                GError             **error)
{
  return fail_take (error, MIG_SPAN_TEXT_ERROR_AMBIGUOUS,
                    /* Translators: %s is a date such as 2/3/2016 */
                    g_strdup_printf (_("“%s” can be read in two ways."), token->text),
                    _("Write the month’s name, or begin with the year: 2016-02-25."));
}

/* Tokens to ends */

static gboolean
take_date (End                 *end,
           const MigSpanToken  *token,
           GError             **error)
{
  if (token->is_ambiguous)
    return fail_ambiguous (token, error);
  if (end->year != 0 || end->month != 0 || end->day != 0)
    return fail_word (token, error);

  end->year = token->year;
  end->month = token->month;
  end->day = token->day;
  end->n_year_digits = 4;
  if (token->month < 1 || token->month > 12)
    return fail_take (error, MIG_SPAN_TEXT_ERROR_RANGE,
                      /* Translators: %s is a date such as 2016-13-01 */
                      g_strdup_printf (_("There is no such day as “%s”."), token->text),
                      _("A date in numbers is written year, month, day: 2016-02-25."));
  if (token->year == 0)
    return fail_number (token->text, error);

  return TRUE;
}

static gboolean
take_number (End                 *end,
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

/* Some languages have months of two words. Returns how many words the month took. */
static guint
take_month (End   *end,
            GArray *tokens,
            guint   i,
            guint   n)
{
  const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, i);
  gint month = 0;

  if (i + 1 < n && token[1].kind == MIG_SPAN_TOKEN_WORD)
    {
      g_autofree char *both = g_strconcat (token->folded, " ", token[1].folded, NULL);

      month = mig_date_names_find_month (both);
      if (month != 0)
        {
          end->month = month;
          return 2;
        }
    }
  end->month = mig_date_names_find_month (token->folded);

  return end->month != 0 ? 1 : 0;
}

/* "2000s": the letter stands on the number. */
static gboolean
is_decade (const End          *end,
           const MigSpanToken *token)
{
  return token->is_attached && token[-1].kind == MIG_SPAN_TOKEN_NUMBER && end->year != 0 &&
         end->year == token[-1].number && end->year % 10 == 0 && strcmp (token->folded, "s") == 0;
}

/* The month's first day has a form of its own in some languages, which the program writes too: "1er". */
static gboolean
is_ordinal (const MigSpanToken *token)
{
  g_autofree char *first = NULL;
  g_autofree char *typed = NULL;

  if (!token->is_attached || token[-1].kind != MIG_SPAN_TOKEN_NUMBER)
    return FALSE;

  first = mig_date_names_day (1);
  typed = g_strconcat (token[-1].text, token->text, NULL);

  return mig_span_words_has (MIG_SPAN_WORDS_ORDINAL, token) || strcmp (first, typed) == 0;
}

/* Takes a word, or two. Returns how many, 0 for none that can stand in a date. */
static guint
take_word (End    *end,
           GArray *tokens,
           guint   i,
           guint   n)
{
  const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, i);
  guint n_taken = 0;

  if (*token->folded == '\0')
    return 0;
  if (i > 0 && is_decade (end, token))
    {
      end->is_decade = TRUE;
      return 1;
    }
  if (i > 0 && is_ordinal (token))
    return 1;
  if (end->month == 0 && end->season == 0)
    n_taken = take_month (end, tokens, i, n);
  if (n_taken == 0 && end->month == 0 && end->season == 0 && end->day == 0)
    n_taken = (end->season = mig_span_words_find_season (token->folded)) != 0;
  if (n_taken == 0)
    n_taken = mig_date_names_is_weekday (token->folded) || mig_span_words_has (MIG_SPAN_WORDS_SILENT, token);

  return n_taken;
}

/* Takes a decade as mig_date_format() writes it in the reader's language: "années 2000". */
static gboolean
take_decade (End    *end,
             GArray *tokens,
             guint   from,
             guint   to)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  gint year = 0;

  for (guint i = from; i < to; i++)
    {
      const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, i);

      if (token->kind == MIG_SPAN_TOKEN_NUMBER && token->n_digits == 4)
        year = token->number;
      g_string_append_printf (typed, "%s%s", token->is_attached ? "" : " ", token->text);
    }
  if (year > 0 && year % 10 == 0 && year < MAX_YEAR)
    {
      g_autofree char *edtf = g_strdup_printf ("%03dX", year / 10);
      g_autofree char *written = NULL, *folded = NULL, *folded_typed = mig_fold_text (typed->str);
      MigDate date = { 0, };

      mig_date_parse_edtf (edtf, &date, NULL);
      written = mig_date_format (&date, MIG_DATE_STYLE_LONG);
      folded = mig_fold_text (written);
      end->is_decade = strcmp (folded, folded_typed) == 0;
    }
  if (end->is_decade)
    end->year = year;

  return end->is_decade;
}

static gboolean
read_end (End     *end,
          GArray  *tokens,
          guint    from,
          guint    to,
          GError **error)
{
  if (take_decade (end, tokens, from, to))
    return TRUE;

  for (guint i = from; i < to;)
    {
      const MigSpanToken *token = &g_array_index (tokens, MigSpanToken, i);
      guint n_taken = 1;

      switch (token->kind)
        {
        case MIG_SPAN_TOKEN_DATE:
          if (!take_date (end, token, error))
            return FALSE;
          break;

        case MIG_SPAN_TOKEN_NUMBER:
          if (!take_number (end, token, error))
            return FALSE;
          break;

        case MIG_SPAN_TOKEN_WORD:
        case MIG_SPAN_TOKEN_TO:
        default:
          n_taken = token->kind == MIG_SPAN_TOKEN_WORD ? take_word (end, tokens, i, to) : 0;
          if (n_taken == 0)
            return fail_word (token, error);
        }
      i += n_taken;
    }

  return TRUE;
}

/* Ends to a date */

/* "2015–16": the second year says only its last digits. */
static void
complete_year (const End *first,
               End       *last)
{
  if (first->year >= 1000 && first->n_year_digits == 4 && first->day == 0 && first->month == 0 && last->year == 0 &&
      last->month == 0 && last->season == 0 && last->day > 0)
    {
      last->year = first->year / 100 * 100 + last->day;
      last->day = 0;
    }
}

/* What one end leaves out the other tells: "25–26 February 2016", "February 25–26, 2016", "Sept 2015 to March". */
static void
share (End *first,
       End *last)
{
  complete_year (first, last);
  if (first->month == 0 && first->season == 0 && first->day > 0)
    first->month = last->month;
  if (last->month == 0 && last->season == 0 && last->day > 0)
    last->month = first->month;
  if (first->year == 0)
    first->year = last->year;
  if (last->year == 0)
    {
      last->year = first->year;
      /* No word of another year: the next such month, and not one before the beginning. */
      if (last->month < first->month || last->season < first->season ||
          (last->month == first->month && last->day < first->day))
        last->year++;
    }
}

static gboolean
fail_day (const End  *end,
          GError    **error)
{
  g_autofree char *year = mig_date_names_number (end->year);
  g_autofree char *day = mig_date_names_number (end->day);
  g_autofree char *last =
    mig_date_names_number (g_date_get_days_in_month ((GDateMonth) end->month, (GDateYear) end->year));
  /* Translators: %s is the last day of a month */
  g_autofree char *hint = g_strdup_printf (_("Its days are 1 to %s."), last);

  return fail_take (error, MIG_SPAN_TEXT_ERROR_RANGE,
                    /* Translators: month, year, day: "February 2015 has no day 30." */
                    g_strdup_printf (_("%1$s %2$s has no day %3$s."),
                                     mig_date_names_get_month (end->month, MIG_MONTH_FORM_ALONE, FALSE), year, day),
                    hint);
}

static gboolean
check_end (const End  *end,
           GError    **error)
{
  if (end->year == 0)
    return fail_take (error, MIG_SPAN_TEXT_ERROR_SYNTAX, g_strdup (_("The year is missing.")), get_examples ());
  if (end->year > MAX_YEAR)
    return fail_take (error, MIG_SPAN_TEXT_ERROR_RANGE, g_strdup (_("The year is too late.")),
                      _("The last year that can be shown is 9999."));
  if (end->day > 0 && end->month == 0)
    return fail_take (error, MIG_SPAN_TEXT_ERROR_SYNTAX, g_strdup (_("The month is missing.")), get_examples ());
  if (end->day > 0 && !g_date_valid_dmy ((GDateDay) end->day, (GDateMonth) end->month, (GDateYear) end->year))
    return fail_day (end, error);

  return TRUE;
}

/* By way of EDTF, so that there is one place that knows which days a season or a decade has. */
static gboolean
make_date (const End  *end,
           MigDate    *date,
           GError    **error)
{
  g_autofree char *text = NULL;

  if (!check_end (end, error))
    return FALSE;

  if (end->is_decade)
    text = g_strdup_printf ("%03dX", end->year / 10);
  else if (end->season > 0)
    text = g_strdup_printf ("%04d-%02d", end->year, end->season);
  else if (end->day > 0)
    text = g_strdup_printf ("%04d-%02d-%02d", end->year, end->month, end->day);
  else if (end->month > 0)
    text = g_strdup_printf ("%04d-%02d", end->year, end->month);
  else
    text = g_strdup_printf ("%04d", end->year);

  return mig_date_parse_edtf (text, date, error);
}

/* An open end has no day of its own: it repeats the known end's nearest, as MigDate has it. */
static MigDatePoint
make_open (gint day)
{
  return (MigDatePoint) { .earliest = day, .latest = day };
}

static gboolean
join (const End  *first,
      const End  *last,
      MigDate    *date,
      GError    **error)
{
  MigDate start = { 0, }, end = { 0, };

  if ((first != NULL && !make_date (first, &start, error)) || (last != NULL && !make_date (last, &end, error)))
    return FALSE;

  /* Nobody is told that a view ends before it begins. */
  if (first != NULL && last != NULL && start.start.earliest > end.end.earliest)
    {
      const MigDate before = start;

      start = end;
      end = before;
    }

  date->start = first != NULL ? start.start : make_open (end.end.earliest);
  date->end = last != NULL ? end.end : make_open (start.start.latest);
  date->flags = MIG_DATE_INTERVAL;
  if (first == NULL)
    date->flags |= MIG_DATE_OPEN_START;
  else if (last == NULL)
    date->flags |= MIG_DATE_OPEN_END;
  else if (memcmp (&date->start, &date->end, sizeof (date->start)) == 0)
    date->flags = 0;

  return TRUE;
}

/* A winter lies in two years: "winter 2016–2017" is one. */
static gboolean
is_one_winter (const End *first,
               const End *last)
{
  return first->season == 24 && last->season == 0 && last->month == 0 && last->day == 0 &&
         last->year == first->year + 1;
}

static gboolean
is_to (const MigSpanToken *token)
{
  return token->kind == MIG_SPAN_TOKEN_TO || mig_span_words_has (MIG_SPAN_WORDS_TO, token);
}

/* Where the sign or word between two ends stands, which may take several tokens: "up to and through". */
static guint
find_to (GArray *tokens,
         guint   from,
         guint  *n)
{
  guint at = from;

  while (at < tokens->len && !is_to (&g_array_index (tokens, MigSpanToken, at)))
    at++;
  *n = 0;
  while (at + *n < tokens->len && is_to (&g_array_index (tokens, MigSpanToken, at + *n)))
    (*n)++;

  return at;
}

static gboolean
read_tokens (GArray   *tokens,
             MigDate  *date,
             GError  **error)
{
  const gboolean since = mig_span_words_has (MIG_SPAN_WORDS_SINCE, &g_array_index (tokens, MigSpanToken, 0));
  const guint begin = since ? 1 : 0;
  guint n_to;
  const guint to = find_to (tokens, begin, &n_to);
  const gboolean has_first = to > begin, has_last = to + n_to < tokens->len;
  End first = { 0, }, last = { 0, };

  if (!has_first && !has_last)
    return fail_word (&g_array_index (tokens, MigSpanToken, 0), error);
  if (!read_end (&first, tokens, begin, to, error) || !read_end (&last, tokens, to + n_to, tokens->len, error))
    return FALSE;

  if (has_first && has_last)
    {
      share (&first, &last);
      return is_one_winter (&first, &last) ? make_date (&first, date, error) : join (&first, &last, date, error);
    }
  if (!has_first)
    return join (NULL, &last, date, error);

  return since || n_to > 0 ? join (&first, NULL, date, error) : make_date (&first, date, error);
}

/**
 * mig_span_text_parse:
 * @text: (nullable): what somebody typed
 * @date: (out caller-allocates): the date or the span read; untouched on error
 * @error: return location for an error in the `MIG_SPAN_TEXT_ERROR` domain
 *
 * Reads a year, a month, a season, a decade or a day, or a span between two of them, in plain form: "2016", "Feb
 * 2016", "2016-02", "25 February 2016", "winter 2015–2016", "2003–2006", "Sept 2015 to March 2016", "since 2016". Names
 * are those of the reader's language and of English, digits those of any script. Numbers with strokes or hyphens are
 * read only where they can mean one day. Ends that stand the wrong way round are turned. EDTF is read too.
 *
 * The message of an error has two parts with a newline between: what is wrong, and what can be typed.
 *
 * Returns: whether it could be read
 */
gboolean
mig_span_text_parse (const char  *text,
                     MigDate     *date,
                     GError     **error)
{
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_utf8_make_valid (text, -1)) : g_strdup ("");
  MigDate read = { 0, };

  g_return_val_if_fail (date != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (strlen (trimmed) > MAX_LENGTH)
    return fail_take (error, MIG_SPAN_TEXT_ERROR_SYNTAX, g_strdup (_("This is too long for a date.")),
                      get_examples ());

  tokens = mig_span_lexer_read (trimmed);
  if (tokens->len == 0)
    return fail_take (error, MIG_SPAN_TEXT_ERROR_EMPTY, g_strdup (_("No date is given yet.")), get_examples ());

  if (read_tokens (tokens, &read, &local_error) || mig_date_parse_edtf (trimmed, &read, NULL))
    {
      *date = read;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
