/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include "mig-date-names.h"
#include "mig-date.h"
#include "mig-fold.h"
#include "mig-search-query-private.h"

/*
 * Dates in a query: the values of `year:`, and among plain words "2016", "2016-02-25", "February 2016", "26 February",
 * "Feb 26, 2016". Names of months are taken in the reader's language and in English.
 */

static const char *const english_months[12] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
};

static gboolean
is_number (const char *text,
           gsize       n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  return n > 0;
}

/* The first digits of a year mean all years that begin so, until it is typed to its end. */
static gboolean
parse_year (const char *text,
            gint       *first_day,
            gint       *last_day)
{
  gsize n = strlen (text);
  gint first, last;

  if (n > 4 || !is_number (text, n))
    return FALSE;

  first = last = (gint) g_ascii_strtoull (text, NULL, 10);
  for (; n < 4; n++)
    {
      first *= 10;
      last = last * 10 + 9;
    }
  if (last == 0)
    return FALSE;

  *first_day = mig_day_from_civil (MAX (first, 1), 1, 1);
  *last_day = mig_day_from_civil (last, 12, 31);
  return TRUE;
}

static gboolean
parse_point (const char *text,
             gint       *first_day,
             gint       *last_day)
{
  MigDate date;

  if (parse_year (text, first_day, last_day))
    return TRUE;
  if (!mig_date_parse_iso (text, &date, NULL))
    return FALSE;

  *first_day = mig_date_first_day (&date);
  *last_day = mig_date_last_day (&date);
  return TRUE;
}

/* Where two ends of a span meet: "..", an en dash, or a hyphen between two whole years. */
static const char *
find_gap (const char *text,
          gsize      *n)
{
  const char *gap = strstr (text, "..");

  *n = 2;
  if (gap == NULL)
    {
      gap = strstr (text, "\xe2\x80\x93");
      *n = 3;
    }
  if (gap == NULL && strlen (text) == 9 && text[4] == '-' && is_number (text, 4) && is_number (text + 5, 4))
    {
      gap = text + 4;
      *n = 1;
    }

  return gap;
}

/**
 * mig_search_span_parse:
 * @text: `2016`, `2016-02`, `2016-02-25`, `2003..2006`, `2003..`, `..2006`, or the beginning of a year, in any digits
 * @first_day: (out): its first Julian day; %G_MININT when it has no beginning
 * @last_day: (out): its last Julian day, inclusive; %G_MAXINT when it has no end
 *
 * Returns: whether @text is a span of time; if not the days are as they were
 */
gboolean
mig_search_span_parse (const char *text,
                       gint       *first_day,
                       gint       *last_day)
{
  gsize n;
  g_autofree char *plain = mig_fold_digits (text);
  const char *gap = find_gap (plain, &n);
  g_autofree char *left = NULL, *right = NULL;
  gint days[4] = { G_MININT, G_MININT, G_MAXINT, G_MAXINT };

  if (gap == NULL)
    return parse_point (plain, first_day, last_day);

  left = g_strstrip (g_strndup (plain, (gsize) (gap - plain)));
  right = g_strstrip (g_strdup (gap + n));
  if ((*left == '\0' && *right == '\0') || (*left != '\0' && !parse_point (left, &days[0], &days[1])) ||
      (*right != '\0' && !parse_point (right, &days[2], &days[3])))
    return FALSE;

  /* Whoever names the later one first means the same. */
  *first_day = MIN (days[0], days[2]);
  *last_day = MAX (days[1], days[3]);
  return TRUE;
}

static gboolean
is_month (const MigSearchWord *word,
          gint                 month,
          gboolean             abbreviated)
{
  for (guint form = MIG_MONTH_FORM_ALONE; form <= MIG_MONTH_FORM_IN_DATE; form++)
    {
      g_autofree char *name = mig_fold_text (mig_date_names_get_month (month, form, abbreviated));

      if (strcmp (word->text, name) == 0)
        return TRUE;
    }

  return abbreviated ? word->n_text == 3 && strncmp (word->text, english_months[month - 1], 3) == 0
                     : strcmp (word->text, english_months[month - 1]) == 0;
}

static gboolean
is_plain_word (const MigSearchClause *clause)
{
  return clause->field == MIG_SEARCH_FIELD_ANY && !clause->is_excluded && clause->n_words == 1;
}

static gint
get_month (const MigSearchClause *clause,
           gboolean               abbreviated)
{
  if (is_plain_word (clause) && clause->words[0].n_text >= 3)
    for (gint month = 1; month <= 12; month++)
      if (is_month (&clause->words[0], month, FALSE) || (abbreviated && is_month (&clause->words[0], month, TRUE)))
        return month;

  return 0;
}

static gint
get_number (const MigSearchClause *clause,
            guint                  least_digits,
            guint                  most_digits)
{
  const MigSearchWord *word = &clause->words[0];

  if (!is_plain_word (clause) || !is_number (word->text, word->n_text) || word->n_text < least_digits ||
      word->n_text > most_digits)
    return 0;

  return (gint) g_ascii_strtoull (word->text, NULL, 10);
}

static gint
get_day (const MigSearchClause *clause)
{
  gint day = get_number (clause, 1, 2);

  return day <= 31 ? day : 0;
}

/* Makes one clause of @n in a row. */
static void
join (MigSearchClause *clauses,
      guint            n)
{
  for (guint i = 1; i < n; i++)
    {
      clauses[0].words[clauses[0].n_words - 1].is_prefix = FALSE;
      clauses[0].words[clauses[0].n_words - 1].n_stem = 0;
      clauses[0].words[clauses[0].n_words++] = clauses[i].words[0];
      clauses[0].end = clauses[i].end;
    }
}

static void
set_date (MigSearchClause *clause,
          gint             year,
          gint             month,
          gint             day)
{
  gint next_year = month == 12 ? year + 1 : year, next_month = month % 12 + 1;

  clause->month = month;
  clause->day = day;
  if (year == 0)
    return;

  clause->has_span = TRUE;
  clause->first_day = mig_day_from_civil (year, month, 1);
  clause->last_day = mig_day_from_civil (next_year, next_month, 1) - 1;
  if (day > 0 && clause->first_day + day - 1 <= clause->last_day)
    clause->first_day = clause->last_day = clause->first_day + day - 1;
}

/* Looks for a date of several words at the beginning of @clauses. Returns how many clauses it takes, 0 for none. */
static guint
take_date (MigSearchClause *clauses,
           guint            n_clauses)
{
  gint day = 0, month, year = 0;
  guint n = 0;

  if (n_clauses > 1 && get_month (&clauses[1], TRUE) != 0)
    day = get_day (&clauses[n++]);
  if (n == 1 && day == 0)
    return 0;
  month = get_month (&clauses[n], n > 0 || (n_clauses > 1 && get_number (&clauses[1], 1, 4) > 0));
  if (month == 0)
    return 0;
  n++;

  if (day == 0 && n < n_clauses)
    {
      day = get_day (&clauses[n]);
      n += day > 0 ? 1 : 0;
    }
  if (n < n_clauses)
    {
      year = get_number (&clauses[n], 4, 4);
      n += year > 0 ? 1 : 0;
    }

  join (clauses, n);
  set_date (&clauses[0], year, month, day);
  return n;
}

/* Takes away what ends a question or a sentence, and is no part of a date. */
static void
chop_marks (char *text)
{
  char *last = g_utf8_find_prev_char (text, text + strlen (text));

  for (; last != NULL && g_unichar_ispunct (g_utf8_get_char (last)); last = g_utf8_find_prev_char (text, last))
    *last = '\0';
}

/* "2016", "2016-02", "2016-02-25": written in one. */
static void
take_iso_date (const char      *text,
               MigSearchClause *clause)
{
  g_autofree char *typed = g_strndup (text + clause->begin, clause->end - clause->begin);
  g_autofree char *written = mig_fold_digits (typed);
  MigDate date;

  chop_marks (written);
  if (clause->field != MIG_SEARCH_FIELD_ANY || clause->is_excluded || strlen (written) < 4 ||
      !is_number (written, 4) || *written == '0' || !mig_date_parse_iso (written, &date, NULL))
    return;

  clause->has_span = TRUE;
  clause->first_day = mig_date_first_day (&date);
  clause->last_day = mig_date_last_day (&date);
}

/**
 * mig_search_dates_merge:
 * @text: what was typed
 * @clauses: (array length=n_clauses): its parts; those that are a date together become one
 * @n_clauses: how many
 *
 * Finds the dates among plain words.
 *
 * Returns: how many clauses are left
 */
guint
mig_search_dates_merge (const char      *text,
                        MigSearchClause *clauses,
                        guint            n_clauses)
{
  guint n = 0;

  for (guint i = 0; i < n_clauses; n++)
    {
      guint n_taken = take_date (clauses + i, n_clauses - i);

      if (n_taken == 0)
        take_iso_date (text, &clauses[i]);
      if (n != i)
        clauses[n] = clauses[i];
      i += MAX (n_taken, 1);
    }

  return n;
}
