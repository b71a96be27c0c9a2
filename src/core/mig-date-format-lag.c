/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date-format.h"

#include <math.h>
#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "mig-date-format-private.h"
#include "mig-date-names.h"

/*
 * Says how far one date lies from another, and over what days a view reaches.
 *
 *   MigDate ×2 ──▶ mig_date_lag ──┬── exact: days up to a year, then whole years   "206 days ahead"
 *                                 ├── rough: days, months or years                 "about 3 months ahead"
 *                                 └── none:  what the two have in common           "the same day"
 */

/* The most days that are said as days. */
#define MAX_DAYS 365

/* Rough lags: from how many days a unit is right for its length; from how many it is if the lag is that vague, too. */
#define MIN_MONTHS 60
#define MIN_MONTHS_IF_VAGUE 25
#define MIN_VAGUENESS_FOR_MONTHS 15
#define MIN_YEARS 700
#define MIN_YEARS_IF_VAGUE 300
#define MIN_VAGUENESS_FOR_YEARS 200

#define DAYS_PER_MONTH 30.436875
#define DAYS_PER_YEAR 365.2425

/* Spans: the first length in days that is said in months, and in years. */
#define MIN_MONTHS_SPAN 93
#define MIN_YEARS_SPAN 7305

#define FIRST_DAY 1
#define LAST_DAY 3652059 /* 31 December 9999 */

typedef enum
{
  DIRECTION_NONE,
  DIRECTION_AHEAD,
  DIRECTION_BEHIND,
} Direction;

typedef enum
{
  UNIT_DAYS,
  UNIT_MONTHS,
  UNIT_YEARS,
} Unit;

static char *
say_days (gint      number,
          Direction direction)
{
  g_autofree char *digits = mig_date_names_number (number);
  const gulong n = (gulong) number;

  switch (direction)
    {
    case DIRECTION_AHEAD:
      /* Translators: the date that this stands beside lies so many days after the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day ahead", "%s days ahead", n), digits);
    case DIRECTION_BEHIND:
      /* Translators: the date that this stands beside lies so many days before the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day behind", "%s days behind", n), digits);
    case DIRECTION_NONE:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", n), digits);
    }
}

static char *
say_years (gint      number,
           Direction direction)
{
  g_autofree char *digits = mig_date_names_number (number);
  const gulong n = (gulong) number;

  switch (direction)
    {
    case DIRECTION_AHEAD:
      /* Translators: the date that this stands beside lies so many years after the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s year ahead", "%s years ahead", n), digits);
    case DIRECTION_BEHIND:
      /* Translators: the date that this stands beside lies so many years before the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s year behind", "%s years behind", n), digits);
    case DIRECTION_NONE:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s year", "%s years", n), digits);
    }
}

static char *
say_about_days (gint      number,
                Direction direction)
{
  g_autofree char *digits = mig_date_names_number (number);
  const gulong n = (gulong) number;

  switch (direction)
    {
    case DIRECTION_AHEAD:
      /* Translators: the date that this stands beside lies so many days after the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s day ahead", "about %s days ahead", n), digits);
    case DIRECTION_BEHIND:
      /* Translators: the date that this stands beside lies so many days before the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s day behind", "about %s days behind", n), digits);
    case DIRECTION_NONE:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s day", "about %s days", n), digits);
    }
}

static char *
say_about_months (gint      number,
                  Direction direction)
{
  g_autofree char *digits = mig_date_names_number (number);
  const gulong n = (gulong) number;

  switch (direction)
    {
    case DIRECTION_AHEAD:
      /* Translators: the date that this stands beside lies so many months after the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s month ahead", "about %s months ahead", n),
                              digits);
    case DIRECTION_BEHIND:
      /* Translators: the date that this stands beside lies so many months before the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s month behind", "about %s months behind", n),
                              digits);
    case DIRECTION_NONE:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s month", "about %s months", n), digits);
    }
}

static char *
say_about_years (gint      number,
                 Direction direction)
{
  g_autofree char *digits = mig_date_names_number (number);
  const gulong n = (gulong) number;

  switch (direction)
    {
    case DIRECTION_AHEAD:
      /* Translators: the date that this stands beside lies so many years after the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s year ahead", "about %s years ahead", n),
                              digits);
    case DIRECTION_BEHIND:
      /* Translators: the date that this stands beside lies so many years before the one looked from */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s year behind", "about %s years behind", n),
                              digits);
    case DIRECTION_NONE:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s year", "about %s years", n), digits);
    }
}

/* Whole years of the calendar between a day and the one that lies @days after it, or before. */
static gint
count_years (gint anchor,
             gint days)
{
  gint year, month, day, other_year, other_month, other_day;

  mig_day_to_civil (MIN (anchor, anchor + days), &year, &month, &day);
  mig_day_to_civil (MAX (anchor, anchor + days), &other_year, &other_month, &other_day);

  return other_year - year - ((other_month < month || (other_month == month && other_day < day)) ? 1 : 0);
}

/* Rounds an exactly known lag to the number and the unit in which it is said. */
static gint
round_exact (gint  anchor,
             gint  days,
             Unit *unit)
{
  if (abs (days) <= MAX_DAYS)
    {
      *unit = UNIT_DAYS;
      return abs (days);
    }

  *unit = UNIT_YEARS;

  return count_years (anchor, days);
}

/*
 * A rough lag is said by its middle, in the coarsest unit that its length or its vagueness asks for: a year that lies
 * 309 to 674 days ahead is about a year ahead, not about 491 days.
 */
static char *
say_rough (const MigLag *lag,
           Direction     direction)
{
  const gint vagueness = abs (lag->days_most - lag->days);
  const double days = fabs (((double) lag->days + lag->days_most) / 2);

  if (days >= MIN_YEARS || (days >= MIN_YEARS_IF_VAGUE && vagueness >= MIN_VAGUENESS_FOR_YEARS))
    return say_about_years ((gint) lround (days / DAYS_PER_YEAR), direction);

  if (days >= MIN_MONTHS || (days >= MIN_MONTHS_IF_VAGUE && vagueness >= MIN_VAGUENESS_FOR_MONTHS))
    return say_about_months ((gint) lround (days / DAYS_PER_MONTH), direction);

  return say_about_days ((gint) lround (days), direction);
}

static gboolean
lies_within (const MigDate *inner,
             const MigDate *outer)
{
  const guint open_ends = MIG_DATE_OPEN_START | MIG_DATE_OPEN_END;

  return !(inner->flags & open_ends) && inner->start.earliest >= outer->start.earliest &&
         inner->end.latest <= outer->end.latest;
}

/* Says that two dates are not known to be apart: by the unit of the vaguer one, if the other lies within it. */
static char *
say_overlap (const MigDate *from,
             const MigDate *to,
             gboolean       is_certain)
{
  const MigDate *outer = (to->start.precision <= from->start.precision) ? to : from;
  const MigDate *inner = (outer == to) ? from : to;

  if (is_certain && !((from->flags | to->flags) & MIG_DATE_INTERVAL))
    return g_strdup (C_("lag", "the same day"));

  if (is_certain)
    return g_strdup (C_("lag", "during it"));

  if (outer->flags & MIG_DATE_INTERVAL || !lies_within (inner, outer))
    return g_strdup (C_("lag", "about the same time"));

  switch ((MigPrecision) outer->start.precision)
    {
    case MIG_PRECISION_MONTH:
      return g_strdup (C_("lag", "the same month"));
    case MIG_PRECISION_SEASON:
      return g_strdup (C_("lag", "the same season"));
    case MIG_PRECISION_YEAR:
      return g_strdup (C_("lag", "the same year"));
    case MIG_PRECISION_DECADE:
      return g_strdup (C_("lag", "the same decade"));
    case MIG_PRECISION_CENTURY:
      return g_strdup (C_("lag", "the same hundred years"));
    case MIG_PRECISION_NONE:
    case MIG_PRECISION_DAY:
    default:
      return g_strdup (C_("lag", "about the same time"));
    }
}

static guint
get_quality (const MigDate *from,
             const MigDate *to)
{
  return from->start.quality | from->end.quality | to->start.quality | to->end.quality;
}

static char *
say_lag (const MigDate *from,
         const MigDate *to,
         const MigLag  *lag,
         MigLagStyle    style)
{
  const gboolean is_about = (get_quality (from, to) & MIG_DATE_APPROXIMATE) != 0;
  const Direction sign = (lag->days > 0) ? DIRECTION_AHEAD : DIRECTION_BEHIND;
  const Direction direction = (style == MIG_LAG_STYLE_SENTENCE) ? sign : DIRECTION_NONE;
  Unit unit, unit_most;
  gint number, number_most;

  if (lag->days == 0)
    return say_overlap (from, to, lag->days_most == 0 && !is_about);

  number = round_exact (sign == DIRECTION_AHEAD ? from->end.latest : from->start.earliest, lag->days, &unit);
  number_most = round_exact (sign == DIRECTION_AHEAD ? from->end.earliest : from->start.latest, lag->days_most,
                             &unit_most);
  if (is_about || number != number_most || unit != unit_most)
    return say_rough (lag, direction);

  return (unit == UNIT_YEARS) ? say_years (number, direction) : say_days (number, direction);
}

/**
 * mig_date_format_lag:
 * @from: the date to count from
 * @to: the date to count to
 * @style: whether to say the direction
 *
 * Says how far @to lies from @from, as [func@date_lag] counts it, in the user's language: in days up to 365 of them,
 * beyond that in whole years of the calendar, rounded down ("206 days ahead", "2 years behind"). Where the dates do not
 * allow that, it is about so many days, months or years, by the middle of what is possible.
 *
 * Two dates that are not apart are "the same day", or one happens "during" the other; of two that may not be apart the
 * vaguer tells what they share ("the same month"). A thing that only has an end is said with its date ("by May 2016"),
 * and so is one that only has a start, once begun ("since 2002").
 *
 * Returns: (transfer full): the words; "undated" if either date is not set
 */
char *
mig_date_format_lag (const MigDate *from,
                     const MigDate *to,
                     MigLagStyle    style)
{
  g_autofree char *words = NULL;
  MigLag lag;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  lag = mig_date_lag (from, to);
  if (!lag.known)
    return g_strdup (C_("date", "undated"));

  if (to->flags & MIG_DATE_OPEN_START)
    return mig_date_format_deadline (to, MIG_DATE_STYLE_LONG);

  if ((to->flags & MIG_DATE_OPEN_END) && lag.days <= 0)
    return mig_date_format (to, MIG_DATE_STYLE_LONG);

  words = say_lag (from, to, &lag, style);

  if (!(get_quality (from, to) & MIG_DATE_UNCERTAIN))
    return g_steal_pointer (&words);

  /* Translators: %s is how far one date lies from another: "206 days ahead, perhaps", "the same day, perhaps" */
  return g_strdup_printf (C_("uncertain lag", "%s, perhaps"), words);
}

static char *
format_span_of_days (gint first,
                     gint last)
{
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;
  g_autofree char *year = NULL;
  gint first_year, first_month, first_number, last_year, last_month, last_number;

  mig_day_to_civil (first, &first_year, &first_month, &first_number);
  mig_day_to_civil (last, &last_year, &last_month, &last_number);

  first_day = mig_date_names_day (first_number);
  last_day = mig_date_names_day (last_number);
  year = mig_date_names_number (first_year);

  if (first_year == last_year && first_month == last_month)
    /* Translators: first day, last day, month, year: "1 to 14 February 2016" */
    return g_strdup_printf (C_("span", "%1$s to %2$s %3$s %4$s"), first_day, last_day,
                            mig_date_names_get_month (first_month, MIG_MONTH_FORM_IN_DATE, FALSE), year);

  /* Translators: day, month, day, month, year: "25 February to 3 April 2016" */
  return g_strdup_printf (C_("span", "%1$s %2$s to %3$s %4$s %5$s"),
                          first_day, mig_date_names_get_month (first_month, MIG_MONTH_FORM_IN_DATE, FALSE),
                          last_day, mig_date_names_get_month (last_month, MIG_MONTH_FORM_IN_DATE, FALSE), year);
}

static char *
format_month_in_span (gint julian)
{
  g_autofree char *year_text = NULL;
  gint year, month;

  mig_day_to_civil (julian, &year, &month, NULL);
  year_text = mig_date_names_number (year);

  /* Translators: month, year, one end of a span: "October 2012" */
  return g_strdup_printf (C_("span", "%1$s %2$s"),
                          mig_date_names_get_month (month, MIG_MONTH_FORM_IN_DATE, FALSE), year_text);
}

/**
 * mig_date_format_span:
 * @first_day: a Julian day
 * @last_day: the last day, inclusive
 *
 * Says what days a view reaches over, for a screen reader: a quarter of a year or less by its days ("1 to 14 February
 * 2016"), up to twenty years by its months ("October 2012 to July 2018"), and more by its years. Days that the calendar
 * does not hold are taken as its first or last; @first_day and @last_day may come in either order.
 *
 * Returns: (transfer full): the words
 */
char *
mig_date_format_span (gint first_day,
                      gint last_day)
{
  const gint first = CLAMP (MIN (first_day, last_day), FIRST_DAY, LAST_DAY);
  const gint last = CLAMP (MAX (first_day, last_day), FIRST_DAY, LAST_DAY);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  gint first_year, last_year;
  MigDate date;

  mig_day_to_civil (first, &first_year, NULL, NULL);
  mig_day_to_civil (last, &last_year, NULL, NULL);

  if (first == last)
    {
      mig_date_init_day (&date, first);
      return mig_date_format (&date, MIG_DATE_STYLE_LONG);
    }

  if (last - first < MIN_MONTHS_SPAN && first_year == last_year)
    return format_span_of_days (first, last);

  if (last - first >= MIN_YEARS_SPAN)
    {
      start = mig_date_names_number (first_year);
      end = mig_date_names_number (last_year);
      /* Translators: two years: "1990 to 2020" */
      return g_strdup_printf (C_("span of years", "%1$s to %2$s"), start, end);
    }

  if (last - first >= MIN_MONTHS_SPAN)
    {
      start = format_month_in_span (first);
      end = format_month_in_span (last);
      /* Translators: two months: "October 2012 to July 2018" */
      return g_strdup_printf (C_("span of months", "%1$s to %2$s"), start, end);
    }

  mig_date_init_day (&date, first);
  start = mig_date_format (&date, MIG_DATE_STYLE_LONG);
  mig_date_init_day (&date, last);
  end = mig_date_format (&date, MIG_DATE_STYLE_LONG);

  /* Translators: two days: "22 December 2015 to 4 January 2016" */
  return g_strdup_printf (C_("span of days", "%1$s to %2$s"), start, end);
}

/**
 * mig_date_format_days_apart:
 * @least: days from the nearest of several dates to one; positive when that lay ahead
 * @most: days from the farthest of them
 *
 * Returns: (transfer full) (nullable): "206 to 207 days ahead", or %NULL where they lay on both sides of it or farther
 *   than is told in days
 */
char *
mig_date_format_days_apart (gint least, gint most)
{
  const guint days = (guint) ABS (most);
  g_autofree char *from = mig_date_names_number (ABS (least));
  g_autofree char *to = mig_date_names_number (ABS (most));

  if (least == 0 || (least < 0) != (most < 0) || days > 365)
    return NULL;
  if (most > 0)
    /* Translators: how far ahead of those who raised it an event lay, at least and at most: "206 to 207 days ahead" */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s to %2$s day ahead", "%1$s to %2$s days ahead", days),
                            from, to);
  /* Translators: how far behind those who raised it an event lay, at least and at most: "97 to 98 days behind" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s to %2$s day behind", "%1$s to %2$s days behind", days),
                          from, to);
}
