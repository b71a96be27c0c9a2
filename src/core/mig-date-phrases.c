/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date-phrases.h"

#include <glib/gi18n-lib.h>

/*
 * The words that stand before a date. What they are depends in many languages on what the date is: French says "depuis
 * le 26 mai" but "depuis 2016". Each is therefore a message of its own for a day, month, season, year and decade, whose
 * context says which, and one for whatever else a date can be: a hundred years, a range, "about 2016".
 */

/**
 * mig_date_phrases_about:
 * @date: the words of a date
 * @precision: what it is; %MIG_PRECISION_NONE if it is more than a plain point of time
 *
 * The date is only roughly right.
 *
 * Returns: (transfer full): the words: "about May 2016"
 */
char *
mig_date_phrases_about (const char   *date,
                        MigPrecision  precision)
{
  switch (precision)
    {
    case MIG_PRECISION_DAY:
      /* Translators: %s is a day: "about 26 May 2016" */
      return g_strdup_printf (C_("a day", "about %s"), date);
    case MIG_PRECISION_MONTH:
      /* Translators: %s is a month: "about May 2016" */
      return g_strdup_printf (C_("a month", "about %s"), date);
    case MIG_PRECISION_SEASON:
      /* Translators: %s is a season: "about spring 2016" */
      return g_strdup_printf (C_("a season", "about %s"), date);
    case MIG_PRECISION_YEAR:
      /* Translators: %s is a year: "about 2016" */
      return g_strdup_printf (C_("a year", "about %s"), date);
    case MIG_PRECISION_DECADE:
      /* Translators: %s is a decade: "about 2010s" */
      return g_strdup_printf (C_("a decade", "about %s"), date);
    case MIG_PRECISION_CENTURY:
    case MIG_PRECISION_NONE:
    default:
      /* Translators: %s is any other date: "about 2003–2006" */
      return g_strdup_printf (C_("another date", "about %s"), date);
    }
}

/**
 * mig_date_phrases_until:
 * @date: the words of a date
 * @precision: what it is; %MIG_PRECISION_NONE if it is more than a plain point of time
 *
 * The thing was over by then; when it began is open.
 *
 * Returns: (transfer full): the words: "until May 2016"
 */
char *
mig_date_phrases_until (const char   *date,
                        MigPrecision  precision)
{
  switch (precision)
    {
    case MIG_PRECISION_DAY:
      /* Translators: %s is a day: "until 26 May 2016" */
      return g_strdup_printf (C_("a day", "until %s"), date);
    case MIG_PRECISION_MONTH:
      /* Translators: %s is a month: "until May 2016" */
      return g_strdup_printf (C_("a month", "until %s"), date);
    case MIG_PRECISION_SEASON:
      /* Translators: %s is a season: "until spring 2016" */
      return g_strdup_printf (C_("a season", "until %s"), date);
    case MIG_PRECISION_YEAR:
      /* Translators: %s is a year: "until 2016" */
      return g_strdup_printf (C_("a year", "until %s"), date);
    case MIG_PRECISION_DECADE:
      /* Translators: %s is a decade: "until 2010s" */
      return g_strdup_printf (C_("a decade", "until %s"), date);
    case MIG_PRECISION_CENTURY:
    case MIG_PRECISION_NONE:
    default:
      /* Translators: %s is any other date: "until about 2016" */
      return g_strdup_printf (C_("another date", "until %s"), date);
    }
}

/**
 * mig_date_phrases_from:
 * @date: the words of a date
 * @precision: what it is; %MIG_PRECISION_NONE if it is more than a plain point of time
 *
 * The thing began then, and it is not known when it ended.
 *
 * Returns: (transfer full): the words: "from February 2016"
 */
char *
mig_date_phrases_from (const char   *date,
                       MigPrecision  precision)
{
  switch (precision)
    {
    case MIG_PRECISION_DAY:
      /* Translators: %s is a day; the thing began then, its end is not known: "from 26 May 2016" */
      return g_strdup_printf (C_("a day", "from %s"), date);
    case MIG_PRECISION_MONTH:
      /* Translators: %s is a month; the thing began then, its end is not known: "from May 2016" */
      return g_strdup_printf (C_("a month", "from %s"), date);
    case MIG_PRECISION_SEASON:
      /* Translators: %s is a season; the thing began then, its end is not known: "from spring 2016" */
      return g_strdup_printf (C_("a season", "from %s"), date);
    case MIG_PRECISION_YEAR:
      /* Translators: %s is a year; the thing began then, its end is not known: "from 2016" */
      return g_strdup_printf (C_("a year", "from %s"), date);
    case MIG_PRECISION_DECADE:
      /* Translators: %s is a decade; the thing began then, its end is not known: "from 2010s" */
      return g_strdup_printf (C_("a decade", "from %s"), date);
    case MIG_PRECISION_CENTURY:
    case MIG_PRECISION_NONE:
    default:
      /* Translators: %s is any other date; the thing began then, its end is not known: "from about 2016" */
      return g_strdup_printf (C_("another date", "from %s"), date);
    }
}

/**
 * mig_date_phrases_since:
 * @date: the words of a date
 * @precision: what it is; %MIG_PRECISION_NONE if it is more than a plain point of time
 *
 * The thing began then and goes on.
 *
 * Returns: (transfer full): the words: "since 2002"
 */
char *
mig_date_phrases_since (const char   *date,
                        MigPrecision  precision)
{
  switch (precision)
    {
    case MIG_PRECISION_DAY:
      /* Translators: %s is a day; the thing goes on: "since 26 May 2016" */
      return g_strdup_printf (C_("a day", "since %s"), date);
    case MIG_PRECISION_MONTH:
      /* Translators: %s is a month; the thing goes on: "since May 2016" */
      return g_strdup_printf (C_("a month", "since %s"), date);
    case MIG_PRECISION_SEASON:
      /* Translators: %s is a season; the thing goes on: "since spring 2016" */
      return g_strdup_printf (C_("a season", "since %s"), date);
    case MIG_PRECISION_YEAR:
      /* Translators: %s is a year; the thing goes on: "since 2016" */
      return g_strdup_printf (C_("a year", "since %s"), date);
    case MIG_PRECISION_DECADE:
      /* Translators: %s is a decade; the thing goes on: "since 2010s" */
      return g_strdup_printf (C_("a decade", "since %s"), date);
    case MIG_PRECISION_CENTURY:
    case MIG_PRECISION_NONE:
    default:
      /* Translators: %s is any other date; the thing goes on: "since about 2016" */
      return g_strdup_printf (C_("another date", "since %s"), date);
    }
}

/**
 * mig_date_phrases_by:
 * @date: the words of a date
 * @precision: what it is; %MIG_PRECISION_NONE if it is more than a plain point of time
 *
 * The thing is over, or due, by then.
 *
 * Returns: (transfer full): the words: "by May 2016"
 */
char *
mig_date_phrases_by (const char   *date,
                     MigPrecision  precision)
{
  switch (precision)
    {
    case MIG_PRECISION_DAY:
      /* Translators: %s is a day; the thing is over, or due, by then: "by 26 May 2016" */
      return g_strdup_printf (C_("a day", "by %s"), date);
    case MIG_PRECISION_MONTH:
      /* Translators: %s is a month; the thing is over, or due, by then: "by May 2016" */
      return g_strdup_printf (C_("a month", "by %s"), date);
    case MIG_PRECISION_SEASON:
      /* Translators: %s is a season; the thing is over, or due, by then: "by spring 2016" */
      return g_strdup_printf (C_("a season", "by %s"), date);
    case MIG_PRECISION_YEAR:
      /* Translators: %s is a year; the thing is over, or due, by then: "by 2016" */
      return g_strdup_printf (C_("a year", "by %s"), date);
    case MIG_PRECISION_DECADE:
      /* Translators: %s is a decade; the thing is over, or due, by then: "by 2010s" */
      return g_strdup_printf (C_("a decade", "by %s"), date);
    case MIG_PRECISION_CENTURY:
    case MIG_PRECISION_NONE:
    default:
      /* Translators: %s is any other date; the thing is over, or due, by then: "by about 2016" */
      return g_strdup_printf (C_("another date", "by %s"), date);
    }
}

/**
 * mig_date_phrases_perhaps:
 * @date: the words of a date
 * @precision: what it is
 *
 * It is not sure that the date is right.
 *
 * Returns: (transfer full): the words: "2015, perhaps"
 */
char *
mig_date_phrases_perhaps (const char   *date,
                          MigPrecision  precision G_GNUC_UNUSED)
{
  /* Translators: %s is a date: "2015, perhaps" */
  return g_strdup_printf (C_("uncertain date", "%s, perhaps"), date);
}

/**
 * mig_date_phrases_perhaps_end:
 * @date: the words of a date
 * @precision: what it is
 *
 * Of the two ends of a range it is this one that is not sure.
 *
 * Returns: (transfer full): the words: "2015 (perhaps)"
 */
char *
mig_date_phrases_perhaps_end (const char   *date,
                              MigPrecision  precision G_GNUC_UNUSED)
{
  /* Translators: %s is one end of a range of dates: "2015 (perhaps) – 2016" */
  return g_strdup_printf (C_("uncertain end", "%s (perhaps)"), date);
}
