/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-span-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-names.h"
#include "mig-span-end.h"
#include "mig-span-lexer.h"

/*
 * Reads a date or a span of time as people write it:
 *
 *   "25 Feb – 3 March 2016" ──lexer──▶ tokens ──▶ two Ends ──share──▶ what one leaves out the other tells ──▶ MigDate
 *
 * Month names and the little words are those of the reader's language and of English. What mig_date_format() writes
 * with its year is read back as the same days; "about" and "perhaps" are understood and let go. What cannot be read as
 * words is tried as EDTF, which is what a corpus writes.
 */

#define MAX_LENGTH 200
#define MAX_YEAR 9999

G_DEFINE_QUARK (mig-span-text-error-quark, mig_span_text_error)

/* Ends to a date */

/* "2015–16": the second year says only its last digits. */
static void
complete_year (const MigSpanEnd *first,
               MigSpanEnd       *last)
{
  if (first->year >= 1000 && first->n_year_digits == 4 && first->day == 0 && first->month == 0 && last->year == 0 &&
      last->month == 0 && last->season == 0 && last->day > 0)
    {
      last->year = first->year / 100 * 100 + last->day;
      last->day = 0;
    }
}

/* "2016年2–3月": the first month leaves out the word that makes its number a month. */
static void
complete_month (MigSpanEnd       *first,
                const MigSpanEnd *last)
{
  if (last->has_numbered_month && last->day == 0 && first->month == 0 && first->day > 0 && first->day <= 12)
    {
      first->month = first->day;
      first->day = 0;
    }
}

/* What one end leaves out the other tells: "25–26 February 2016", "February 25–26, 2016", "Sept 2015 to March". */
static void
share (MigSpanEnd *first,
       MigSpanEnd *last)
{
  complete_year (first, last);
  complete_month (first, last);
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
fail_day (const MigSpanEnd  *end,
          GError           **error)
{
  g_autofree char *year = mig_date_names_number (end->year);
  g_autofree char *day = mig_date_names_number (end->day);
  g_autofree char *last =
    mig_date_names_number (g_date_get_days_in_month ((GDateMonth) end->month, (GDateYear) end->year));
  /* Translators: %s is the last day of a month */
  g_autofree char *hint = g_strdup_printf (_("Its days are 1 to %s."), last);

  return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_RANGE,
                            /* Translators: month, year, day: "February 2015 has no day 30." */
                            g_strdup_printf (_("%1$s %2$s has no day %3$s."),
                                             mig_date_names_get_month (end->month, MIG_MONTH_FORM_ALONE, FALSE), year,
                                             day),
                            hint);
}

static gboolean
check_end (const MigSpanEnd  *end,
           GError           **error)
{
  if (end->year == 0)
    return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_SYNTAX, g_strdup (_("The year is missing.")),
                              mig_span_end_get_examples ());
  if (end->year > MAX_YEAR)
    return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_RANGE, g_strdup (_("The year is too late.")),
                              _("The last year that can be shown is 9999."));
  if (end->day > 0 && end->month == 0)
    return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_SYNTAX, g_strdup (_("The month is missing.")),
                              mig_span_end_get_examples ());
  if (end->day > 0 && !g_date_valid_dmy ((GDateDay) end->day, (GDateMonth) end->month, (GDateYear) end->year))
    return fail_day (end, error);

  return TRUE;
}

/* By way of EDTF, so that there is one place that knows which days a season or a decade has. */
static gboolean
make_date (const MigSpanEnd  *end,
           MigDate           *date,
           GError           **error)
{
  g_autofree char *text = NULL;

  if (!check_end (end, error))
    return FALSE;

  if (end->is_century)
    text = g_strdup_printf ("%02dXX", end->year / 100);
  else if (end->is_decade)
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
join (const MigSpanEnd  *first,
      const MigSpanEnd  *last,
      MigDate           *date,
      GError           **error)
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
is_one_winter (const MigSpanEnd *first,
               const MigSpanEnd *last)
{
  return first->season == 24 && last->season == 0 && last->month == 0 && last->day == 0 &&
         last->year == first->year + 1;
}

static gboolean
read_tokens (GArray   *tokens,
             MigDate  *date,
             GError  **error)
{
  MigSpanEnd first, last;
  guint n_to;

  if (!mig_span_end_read (&first, tokens, 0, error))
    return FALSE;
  n_to = mig_span_end_skip_to (tokens, first.next);
  if (!mig_span_end_read (&last, tokens, first.next + n_to, error))
    return FALSE;
  if (last.next < tokens->len)
    return mig_span_end_fail_word (&g_array_index (tokens, MigSpanToken, last.next), error);
  if (!mig_span_end_is_told (&first) && !mig_span_end_is_told (&last))
    return mig_span_end_fail_word (&g_array_index (tokens, MigSpanToken, 0), error);

  if (mig_span_end_is_told (&first) && mig_span_end_is_told (&last))
    {
      share (&first, &last);
      return is_one_winter (&first, &last) ? make_date (&first, date, error) : join (&first, &last, date, error);
    }
  if (!mig_span_end_is_told (&first))
    return join (NULL, &last, date, error);
  if (first.is_until)
    return join (NULL, &first, date, error);

  return first.is_since || n_to > 0 ? join (&first, NULL, date, error) : make_date (&first, date, error);
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
    return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_SYNTAX, g_strdup (_("This is too long for a date.")),
                              mig_span_end_get_examples ());

  tokens = mig_span_lexer_read (trimmed);
  if (tokens->len == 0)
    return mig_span_end_fail (error, MIG_SPAN_TEXT_ERROR_EMPTY, g_strdup (_("No date is given yet.")),
                              mig_span_end_get_examples ());

  if (read_tokens (tokens, &read, &local_error) || mig_date_parse_edtf (trimmed, &read, NULL))
    {
      *date = read;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
