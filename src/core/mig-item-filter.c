/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-filter.h"

#include <math.h>
#include <string.h>

#include "mig-fold.h"
#include "mig-span-text.h"

/*
 * Filters a list by a column, or by all of its text at once. Words may stand anywhere in the text and in any order;
 * letters and accents do not matter. Numbers are compared: "5", ">5", "≥ 5", "<5", "3..8"; days by whether they may
 * fall within what was typed: "2016", "Sept 2015 to March 2016". What is no number and no date is looked for as words.
 */

static gboolean
skip (const char **at, const char *prefix)
{
  if (!g_str_has_prefix (*at, prefix))
    return FALSE;
  *at += strlen (prefix);

  return TRUE;
}

/* A number with what may stand before it; the rest of the text after it. */
static gboolean
take_number (const char **at, double *number)
{
  char *end;

  while (**at == ' ')
    (*at)++;
  *number = g_ascii_strtod (*at, &end);
  if (end == *at || !isfinite (*number))
    return FALSE;
  /* "3..8" begins with what also is the number "3.". */
  if (end[-1] == '.' && *end == '.')
    end--;
  *at = end;
  while (**at == ' ')
    (*at)++;

  return TRUE;
}

static gboolean
parse_range (const char *text, double *least, double *most)
{
  const char *at = text;
  const gboolean at_least = skip (&at, ">=") || skip (&at, "≥"), at_most = skip (&at, "<=") || skip (&at, "≤");
  const gboolean above = skip (&at, ">"), below = skip (&at, "<");
  double number, other;

  *least = -INFINITY;
  *most = INFINITY;
  if (skip (&at, "..") || skip (&at, "–"))
    return take_number (&at, most) && *at == '\0';
  if (!take_number (&at, &number))
    return FALSE;
  if (at_least || above)
    *least = above ? nextafter (number, INFINITY) : number;
  else if (at_most || below)
    *most = below ? nextafter (number, -INFINITY) : number;
  else
    *least = *most = number;
  if (*at == '\0')
    return TRUE;

  if (at_least || at_most || above || below || !(skip (&at, "..") || skip (&at, "–")))
    return FALSE;
  *most = INFINITY;
  if (*at == '\0')
    return TRUE;
  if (!take_number (&at, &other) || *at != '\0')
    return FALSE;
  *most = other;

  return TRUE;
}

static gboolean
parse_days (const char *text, double *least, double *most)
{
  MigDate date;

  if (!mig_span_text_parse (text, &date, NULL))
    return FALSE;
  *least = date.flags & MIG_DATE_OPEN_START ? -INFINITY : mig_date_first_day (&date);
  *most = date.flags & MIG_DATE_OPEN_END ? INFINITY : mig_date_last_day (&date);

  return TRUE;
}

/**
 * mig_item_filter_init:
 * @self: (out caller-allocates): a filter; mig_item_filter_clear() it
 * @text: (nullable): what was typed
 * @within: a column, or %MIG_ITEM_COLUMN_ALL
 *
 * Understands what was typed.
 */
void
mig_item_filter_init (MigItemFilter *self, const char *text, MigItemColumn within)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *folded = NULL;

  *self = (MigItemFilter) { .within = within };
  if (within < MIG_N_ITEM_COLUMNS && mig_item_column_get_type (within) == MIG_ITEM_COLUMN_NUMBER)
    self->compares = parse_range (stripped, &self->least, &self->most);
  else if (within < MIG_N_ITEM_COLUMNS && mig_item_column_get_type (within) == MIG_ITEM_COLUMN_DAYS)
    self->compares = parse_days (stripped, &self->least, &self->most);
  if (self->compares)
    return;

  folded = mig_fold_text (stripped);
  self->words = *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
}

/**
 * mig_item_filter_clear:
 * @self: a filter
 */
void
mig_item_filter_clear (MigItemFilter *self)
{
  g_clear_pointer (&self->words, g_strfreev);
}

/**
 * mig_item_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether everything passes it
 */
gboolean
mig_item_filter_is_empty (const MigItemFilter *self)
{
  return !self->compares && self->words[0] == NULL;
}

/**
 * mig_item_filter_passes:
 * @self: a filter
 * @corpus: a corpus
 * @ref: one of the records of a list with the filter's column
 * @folded: (nullable): the text to look for words in, after mig_fold_text(); may be %NULL where numbers or days are
 *   compared
 *
 * Returns: whether the filter leaves the record
 */
gboolean
mig_item_filter_passes (const MigItemFilter *self, MigCorpus *corpus, MigRef ref, const char *folded)
{
  if (!self->compares)
    {
      for (guint i = 0; self->words[i] != NULL; i++)
        if (strstr (folded, self->words[i]) == NULL)
          return FALSE;
      return TRUE;
    }

  if (mig_item_column_get_type (self->within) == MIG_ITEM_COLUMN_DAYS)
    {
      const MigDate *date = mig_item_column_get_date (self->within, corpus, ref);

      return date != NULL && mig_date_last_day (date) >= self->least && mig_date_first_day (date) <= self->most;
    }
  else
    {
      const double number = mig_item_column_get_number (self->within, corpus, ref);

      return !isnan (number) && number >= self->least && number <= self->most;
    }
}
