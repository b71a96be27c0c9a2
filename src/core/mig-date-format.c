/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date-format.h"

#include <glib/gi18n-lib.h>

#include "mig-date-format-private.h"
#include "mig-date-names.h"
#include "mig-date-phrases.h"

/*
 * Says dates in the reader's language. Each shape that a date can have is one pattern that a translator can reorder:
 *
 *   MigDate ──▶ mig_date_format ──┬── format_point ──▶ day, month, season, year, decade, century
 *                                 ├── format_range ──▶ "25–26 Feb 2016", "2003–2006", or two points with a dash
 *                                 └── format_open  ──▶ "since …", "from …", "until …"
 *                                        │
 *                             "about …", "…, perhaps" around any of them
 */

/* A day taken apart, its numbers as text. */
typedef struct
{
  gint year_number;
  gint month_number;
  char *year;
  char *day;
  const char *month; /* in a date */
} Parts;

static void
parts_clear (Parts *parts)
{
  g_clear_pointer (&parts->year, g_free);
  g_clear_pointer (&parts->day, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean
is_brief (MigDateStyle style)
{
  return style == MIG_DATE_STYLE_SHORT || style == MIG_DATE_STYLE_DAY;
}

static gboolean
has_year (MigDateStyle style)
{
  return style == MIG_DATE_STYLE_FULL || style == MIG_DATE_STYLE_LONG || style == MIG_DATE_STYLE_SHORT;
}

static MigDateStyle
drop_weekday (MigDateStyle style)
{
  if (style == MIG_DATE_STYLE_FULL)
    return MIG_DATE_STYLE_LONG;

  return (style == MIG_DATE_STYLE_FULL_DAY) ? MIG_DATE_STYLE_LONG_DAY : style;
}

static MigDateStyle
add_year (MigDateStyle style)
{
  if (style == MIG_DATE_STYLE_DAY)
    return MIG_DATE_STYLE_SHORT;

  if (style == MIG_DATE_STYLE_LONG_DAY)
    return MIG_DATE_STYLE_LONG;

  return (style == MIG_DATE_STYLE_FULL_DAY) ? MIG_DATE_STYLE_FULL : style;
}

static void
parts_init (Parts        *parts,
            gint          julian,
            MigDateStyle  style)
{
  gint day;

  mig_day_to_civil (julian, &parts->year_number, &parts->month_number, &day);
  parts->year = mig_date_names_number (parts->year_number);
  parts->day = mig_date_names_day (day);
  parts->month = mig_date_names_get_month (parts->month_number, MIG_MONTH_FORM_IN_DATE, is_brief (style));
}

static char *
format_day (gint         julian,
            MigDateStyle style)
{
  const char *weekday = mig_date_weekday_name ((julian - 1) % 7 + 1);
  g_auto (Parts) parts = { 0, };

  parts_init (&parts, julian, style);

  switch (style)
    {
    case MIG_DATE_STYLE_FULL:
      /* Translators: weekday, day, month, year: "Friday 26 February 2016" */
      return g_strdup_printf (C_("full date", "%1$s %2$s %3$s %4$s"), weekday, parts.day, parts.month, parts.year);

    case MIG_DATE_STYLE_FULL_DAY:
      /* Translators: weekday, day, month: "Friday 26 February" */
      return g_strdup_printf (C_("full date", "%1$s %2$s %3$s"), weekday, parts.day, parts.month);

    case MIG_DATE_STYLE_LONG:
      /* Translators: day, month, year: "26 February 2016" */
      return g_strdup_printf (C_("long date", "%1$s %2$s %3$s"), parts.day, parts.month, parts.year);

    case MIG_DATE_STYLE_LONG_DAY:
      /* Translators: day, month: "26 February" */
      return g_strdup_printf (C_("long date", "%1$s %2$s"), parts.day, parts.month);

    case MIG_DATE_STYLE_SHORT:
      /* Translators: day, short month, year: "26 Feb 2016" */
      return g_strdup_printf (C_("short date", "%1$s %2$s %3$s"), parts.day, parts.month, parts.year);

    case MIG_DATE_STYLE_DAY:
      /* Translators: day, short month: "26 Feb" */
      return g_strdup_printf (C_("short date", "%1$s %2$s"), parts.day, parts.month);

    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
format_month (gint         julian,
              MigDateStyle style,
              MigMonthForm form)
{
  g_auto (Parts) parts = { 0, };
  const char *name;

  parts_init (&parts, julian, style);
  name = mig_date_names_get_month (parts.month_number, form, is_brief (style));

  if (!has_year (style))
    return g_strdup (name);

  if (is_brief (style))
    /* Translators: short month, year: "Feb 2016" */
    return g_strdup_printf (C_("short month of a year", "%1$s %2$s"), name, parts.year);

  /* Translators: month, year: "February 2016" */
  return g_strdup_printf (C_("month of a year", "%1$s %2$s"), name, parts.year);
}

/* Which season it is follows from the month that it begins in. */
static char *
format_season (gint         julian,
               MigDateStyle style)
{
  const gboolean alone = !has_year (style);
  g_autofree char *year = NULL;
  g_autofree char *next_year = NULL;
  gint year_number, month;

  mig_day_to_civil (julian, &year_number, &month, NULL);
  year = mig_date_names_number (year_number);
  next_year = mig_date_names_number (year_number + 1);

  switch (month)
    {
    case 3:
      return alone ? g_strdup (C_("season", "spring")) : g_strdup_printf (C_("season of a year", "spring %s"), year);
    case 6:
      return alone ? g_strdup (C_("season", "summer")) : g_strdup_printf (C_("season of a year", "summer %s"), year);
    case 9:
      return alone ? g_strdup (C_("season", "autumn")) : g_strdup_printf (C_("season of a year", "autumn %s"), year);
    default:
      if (alone)
        return g_strdup (C_("season", "winter"));
      /* Translators: the two years that a winter lies in: "winter 2016–2017" */
      return g_strdup_printf (C_("season of a year", "winter %1$s–%2$s"), year, next_year);
    }
}

static char *
format_years (gint first_number,
              gint last_number)
{
  g_autofree char *first = mig_date_names_number (first_number);
  g_autofree char *last = mig_date_names_number (last_number);

  /* Translators: two years: "2003–2006" */
  return g_strdup_printf (C_("range of years", "%1$s–%2$s"), first, last);
}

static char *
format_decade_or_century (const MigDatePoint *point,
                          MigDateStyle        style)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gint first_year, last_year;

  mig_day_to_civil (point->earliest, &first_year, NULL, NULL);
  mig_day_to_civil (point->latest, &last_year, NULL, NULL);

  if (point->precision == MIG_PRECISION_DECADE)
    {
      /* Counted from its last year, because the first decade has no year 0. */
      first = mig_date_names_number (last_year - 9);
      /* Translators: a decade by its first year: "2000s" are 2000 to 2009 */
      return g_strdup_printf (C_("decade", "%ss"), first);
    }

  if (is_brief (style))
    return format_years (first_year, last_year);

  first = mig_date_names_number (first_year);
  last = mig_date_names_number (last_year);

  /* Translators: in one unknown year of a hundred: "between 2000 and 2099" */
  return g_strdup_printf (C_("date", "between %1$s and %2$s"), first, last);
}

static char *
format_point (const MigDatePoint *point,
              MigDateStyle        style,
              MigMonthForm        form)
{
  gint year;

  switch ((MigPrecision) point->precision)
    {
    case MIG_PRECISION_DAY:
      return format_day (point->earliest, style);

    case MIG_PRECISION_MONTH:
      return format_month (point->earliest, style, form);

    case MIG_PRECISION_SEASON:
      return format_season (point->earliest, style);

    case MIG_PRECISION_YEAR:
      mig_day_to_civil (point->earliest, &year, NULL, NULL);
      return mig_date_names_number (year);

    case MIG_PRECISION_DECADE:
    case MIG_PRECISION_CENTURY:
      return format_decade_or_century (point, style);

    case MIG_PRECISION_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A form that a preposition follows is inflected as beside a day. */
static MigMonthForm
get_form (guint quality)
{
  return (quality & MIG_DATE_APPROXIMATE) ? MIG_MONTH_FORM_IN_DATE : MIG_MONTH_FORM_ALONE;
}

/* Takes @text and puts words around it. */
static char *
add_about (char         *text,
           MigPrecision  precision,
           guint         quality)
{
  g_autofree char *inner = text;

  if (!(quality & MIG_DATE_APPROXIMATE))
    return g_steal_pointer (&inner);

  return mig_date_phrases_about (inner, precision);
}

static char *
add_perhaps (char  *text,
             guint  quality)
{
  g_autofree char *inner = text;

  if (!(quality & MIG_DATE_UNCERTAIN))
    return g_steal_pointer (&inner);

  return mig_date_phrases_perhaps (inner, MIG_PRECISION_NONE);
}

/* One end of a range whose ends are not equally well known. */
static char *
format_qualified_end (const MigDatePoint *point,
                      MigDateStyle        style)
{
  g_autofree char *text = add_about (format_point (point, style, get_form (point->quality)), point->precision,
                                      point->quality);

  if (!(point->quality & MIG_DATE_UNCERTAIN))
    return g_steal_pointer (&text);

  return mig_date_phrases_perhaps_end (text, (MigPrecision) point->precision);
}

static char *
format_two (const char *start,
            const char *end)
{
  /* Translators: two dates: "22 December 2015 – 4 January 2016" */
  return g_strdup_printf (C_("range of dates", "%1$s – %2$s"), start, end);
}

/* Two days of one month. */
static char *
format_days_of_month (const Parts  *start,
                      const Parts  *end,
                      MigDateStyle  style)
{
  if (is_brief (style) && has_year (style))
    /* Translators: first day, last day, short month, year: "25–26 Feb 2016" */
    return g_strdup_printf (C_("short date", "%1$s–%2$s %3$s %4$s"), start->day, end->day, start->month, start->year);

  if (is_brief (style))
    /* Translators: first day, last day, short month: "25–26 Feb" */
    return g_strdup_printf (C_("short date", "%1$s–%2$s %3$s"), start->day, end->day, start->month);

  if (has_year (style))
    /* Translators: first day, last day, month, year: "25–26 February 2016" */
    return g_strdup_printf (C_("long date", "%1$s–%2$s %3$s %4$s"), start->day, end->day, start->month, start->year);

  /* Translators: first day, last day, month: "25–26 February" */
  return g_strdup_printf (C_("long date", "%1$s–%2$s %3$s"), start->day, end->day, start->month);
}

/* Two days of two months of one year. */
static char *
format_days_of_year (const Parts  *start,
                     const Parts  *end,
                     MigDateStyle  style)
{
  if (is_brief (style) && has_year (style))
    /* Translators: day, short month, day, short month, year: "30 Jan – 2 Feb 2016" */
    return g_strdup_printf (C_("short date", "%1$s %2$s – %3$s %4$s %5$s"),
                            start->day, start->month, end->day, end->month, start->year);

  if (is_brief (style))
    /* Translators: day, short month, day, short month: "30 Jan – 2 Feb" */
    return g_strdup_printf (C_("short date", "%1$s %2$s – %3$s %4$s"),
                            start->day, start->month, end->day, end->month);

  if (has_year (style))
    /* Translators: day, month, day, month, year: "30 January – 2 February 2016" */
    return g_strdup_printf (C_("long date", "%1$s %2$s – %3$s %4$s %5$s"),
                            start->day, start->month, end->day, end->month, start->year);

  /* Translators: day, month, day, month: "30 January – 2 February" */
  return g_strdup_printf (C_("long date", "%1$s %2$s – %3$s %4$s"), start->day, start->month, end->day, end->month);
}

static char *
format_months_of_year (const Parts  *start,
                       const Parts  *end,
                       MigDateStyle  style,
                       MigMonthForm  form)
{
  const char *first = mig_date_names_get_month (start->month_number, form, is_brief (style));
  const char *last = mig_date_names_get_month (end->month_number, form, is_brief (style));

  if (!has_year (style))
    /* Translators: two months: "October–November" or "Oct–Nov" */
    return g_strdup_printf (C_("range of months", "%1$s–%2$s"), first, last);

  /* Translators: two months, year: "October–November 2005" or "Oct–Nov 2005" */
  return g_strdup_printf (C_("range of months", "%1$s–%2$s %3$s"), first, last, start->year);
}

/* Leaving out the years must not make two of them look like one, nor stand beside a year that is not left out. */
static MigDateStyle
get_range_style (const MigDate *date,
                 MigDateStyle   style)
{
  if (date->start.precision < MIG_PRECISION_SEASON || date->end.precision < MIG_PRECISION_SEASON ||
      date->end.latest - date->start.earliest >= 365)
    style = add_year (style);

  return drop_weekday (style);
}

static char *
format_range (const MigDate *date,
              MigDateStyle   style,
              MigMonthForm   form)
{
  const MigPrecision precision = (date->start.precision == date->end.precision) ? date->start.precision
                                                                                : MIG_PRECISION_NONE;
  g_auto (Parts) start = { 0, };
  g_auto (Parts) end = { 0, };
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  parts_init (&start, date->start.earliest, style);
  parts_init (&end, date->end.latest, style);

  if (precision == MIG_PRECISION_YEAR)
    return format_years (start.year_number, end.year_number);

  if (start.year_number == end.year_number && precision == MIG_PRECISION_MONTH)
    return format_months_of_year (&start, &end, style, form);

  if (start.year_number == end.year_number && precision == MIG_PRECISION_DAY)
    {
      if (start.month_number == end.month_number)
        return format_days_of_month (&start, &end, style);
      return format_days_of_year (&start, &end, style);
    }

  first = format_point (&date->start, style, form);
  last = format_point (&date->end, style, form);

  return format_two (first, last);
}

static char *
format_closed (const MigDate *date,
               MigDateStyle   style)
{
  const guint quality = date->start.quality;

  style = get_range_style (date, style);
  if (date->start.quality != date->end.quality)
    {
      g_autofree char *first = format_qualified_end (&date->start, style);
      g_autofree char *last = format_qualified_end (&date->end, style);

      return format_two (first, last);
    }

  return add_perhaps (add_about (format_range (date, style, get_form (quality)), MIG_PRECISION_NONE, quality),
                      quality);
}

/* The known end of an open date, to stand after a preposition. */
static char *
format_known_end (const MigDatePoint *point,
                  MigDateStyle        style)
{
  return add_about (format_point (point, drop_weekday (style), MIG_MONTH_FORM_IN_DATE), point->precision,
                    point->quality);
}

/* What the words of format_known_end() are for the word before them. */
static MigPrecision
get_known_precision (const MigDatePoint *point)
{
  return (point->quality & MIG_DATE_APPROXIMATE) ? MIG_PRECISION_NONE : (MigPrecision) point->precision;
}

static char *
format_open (const MigDate *date,
             MigDateStyle   style)
{
  const MigDatePoint *point = (date->flags & MIG_DATE_OPEN_START) ? &date->end : &date->start;
  const MigPrecision precision = get_known_precision (point);
  g_autofree char *known = format_known_end (point, style);
  char *text;

  if (date->flags & MIG_DATE_OPEN_START)
    text = mig_date_phrases_until (known, precision);
  else if (date->flags & MIG_DATE_UNKNOWN_END)
    text = mig_date_phrases_from (known, precision);
  else
    text = mig_date_phrases_since (known, precision);

  return add_perhaps (text, point->quality);
}

/**
 * mig_date_format_deadline:
 * @date: a date whose start is open
 * @style: how much to say
 *
 * Says by when a thing was over or due. It is for [func@date_format_lag], because "until" tells a span and not a lag.
 *
 * Returns: (transfer full): the words: "by May 2016"
 */
char *
mig_date_format_deadline (const MigDate *date,
                          MigDateStyle   style)
{
  g_autofree char *known = format_known_end (&date->end, style);

  return add_perhaps (mig_date_phrases_by (known, get_known_precision (&date->end)), date->end.quality);
}

static char *
format_single (const MigDate *date,
               MigDateStyle   style)
{
  const guint quality = date->start.quality;

  if (quality & MIG_DATE_APPROXIMATE)
    style = drop_weekday (style);

  return add_perhaps (add_about (format_point (&date->start, style, get_form (quality)), date->start.precision,
                                 quality), quality);
}

/**
 * mig_date_format:
 * @date: a date
 * @style: how much to say
 *
 * Says a date in the user's language, at the precision at which it is known: a year is never made its first of January.
 * An unknown year of a hundred (`20XX`) is "between 2000 and 2099", which unlike "2000s" is no decade, and unlike
 * "21st century" begins in the right year. A winter is named by both its years.
 *
 * A style without the year keeps it where leaving it out would mislead, as from October 2003 to February 2006.
 *
 * Returns: (transfer full): the words; "undated" if @date is not set
 */
char *
mig_date_format (const MigDate *date,
                 MigDateStyle   style)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (!mig_date_is_set (date))
    return g_strdup (C_("date", "undated"));

  if (date->flags & (MIG_DATE_OPEN_START | MIG_DATE_OPEN_END))
    return format_open (date, style);

  if (date->flags & MIG_DATE_INTERVAL)
    return format_closed (date, style);

  return format_single (date, style);
}

/**
 * mig_date_month_name:
 * @month: a month, 1 is January
 *
 * Returns: (transfer none): its name as it stands alone or with a year, in the user's language
 */
const char *
mig_date_month_name (gint month)
{
  return mig_date_names_get_month (month, MIG_MONTH_FORM_ALONE, FALSE);
}

/**
 * mig_date_month_abbreviation:
 * @month: a month, 1 is January
 *
 * Returns: (transfer none): its short name as it stands alone or with a year, in the user's language
 */
const char *
mig_date_month_abbreviation (gint month)
{
  return mig_date_names_get_month (month, MIG_MONTH_FORM_ALONE, TRUE);
}

/**
 * mig_date_weekday_name:
 * @weekday: a day of the week, 1 is Monday and 7 is Sunday
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
mig_date_weekday_name (gint weekday)
{
  return mig_date_names_get_weekday (weekday, FALSE);
}

/**
 * mig_date_weekday_abbreviation:
 * @weekday: a day of the week, 1 is Monday and 7 is Sunday
 *
 * Returns: (transfer none): its short name in the user's language
 */
const char *
mig_date_weekday_abbreviation (gint weekday)
{
  return mig_date_names_get_weekday (weekday, TRUE);
}
