/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date.h"

/*
 * A date as a source gives it: a day, a month, a year, a span of them, one end of it perhaps open, perhaps only about
 * right. Everything that draws or compares works on Julian days, everything that a person reads goes by the calendar:
 *
 *   "2016-02/2016-03"  ──  mig-date-edtf.c  ──▶  MigDate  ──  mig-date-format.c  ──▶  "February–March 2016"
 *                                                   │
 *                                      first and last day, middle, order, lag
 *                                                   │
 *                                                   ▼
 *                                       lanes, timeline, lists, search
 */

#define DAYS_PER_YEAR 365
#define DAYS_PER_4_YEARS (4 * DAYS_PER_YEAR + 1)
#define DAYS_PER_CENTURY (25 * DAYS_PER_4_YEARS - 1)
#define DAYS_PER_CYCLE (4 * DAYS_PER_CENTURY + 1)
#define LAST_DAY 3652059 /* 31 December 9999 */

G_DEFINE_QUARK (mig-date-error-quark, mig_date_error)

/* Days of the year that lie before the first of each month, without and with a leap day. */
static const gint16 days_before_month[2][13] = {
  { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 },
  { 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366 },
};

static inline gint
divide_down (gint dividend,
             gint divisor)
{
  gint quotient = dividend / divisor;

  return (dividend % divisor < 0) ? quotient - 1 : quotient;
}

static inline gboolean
is_leap_year (gint year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * mig_day_from_civil:
 * @year: a year of the Gregorian calendar, also before its introduction; 0 is 1 BC
 * @month: a month, 1 is January; one outside 1 to 12 counts on into the years before and after
 * @day: a day of the month; one outside the month counts on into the months before and after
 *
 * Gets the number of a day. Because months and days count on, `mig_day_from_civil (2016, 3, 0)` is the last day of
 * February, and `mig_day_from_civil (2016, 1 + 14, 1)` the first day fourteen months after January 2016.
 *
 * Returns: the Julian day as #GDate counts it: 1 is 1 January of year 1
 */
gint
mig_day_from_civil (gint year,
                    gint month,
                    gint day)
{
  gint whole_years;
  gint carry;

  carry = divide_down (month - 1, 12);
  year += carry;
  month -= 12 * carry;
  whole_years = year - 1;

  return whole_years * DAYS_PER_YEAR + divide_down (whole_years, 4) - divide_down (whole_years, 100) +
         divide_down (whole_years, 400) + days_before_month[is_leap_year (year)][month - 1] + day;
}

/**
 * mig_day_to_civil:
 * @julian: a Julian day as #GDate counts it: 1 is 1 January of year 1
 * @year: (out) (optional): its year in the Gregorian calendar
 * @month: (out) (optional): its month, 1 to 12
 * @day: (out) (optional): its day of the month, 1 to 31
 *
 * Gets the calendar's name for a day. Days before 1 are in year 0, -1 and so on, so that a view that reaches before
 * the calendar's first day still gets an answer.
 */
void
mig_day_to_civil (gint  julian,
                  gint *year,
                  gint *month,
                  gint *day)
{
  const gint16 *before;
  gint cycle, century, four, single, rest, the_year, the_month;

  cycle = divide_down (julian - 1, DAYS_PER_CYCLE);
  rest = julian - 1 - cycle * DAYS_PER_CYCLE;

  /* The last century of a cycle and the last year of four are a day longer than the others: the day that would begin
   * a fifth one belongs to the fourth. */
  century = MIN (rest / DAYS_PER_CENTURY, 3);
  rest -= century * DAYS_PER_CENTURY;
  four = rest / DAYS_PER_4_YEARS;
  rest -= four * DAYS_PER_4_YEARS;
  single = MIN (rest / DAYS_PER_YEAR, 3);
  rest -= single * DAYS_PER_YEAR;

  the_year = 400 * cycle + 100 * century + 4 * four + single + 1;
  before = days_before_month[is_leap_year (the_year)];

  /* No month is longer than 32 days and no twelve of them a month short of 12 × 32, so this is right or one less. */
  the_month = rest / 32 + 1;
  if (rest >= before[the_month])
    the_month++;

  if (year != NULL)
    *year = the_year;
  if (month != NULL)
    *month = the_month;
  if (day != NULL)
    *day = rest - before[the_month - 1] + 1;
}

static void
set_point_to_day (MigDatePoint *point,
                  gint          day)
{
  *point = (MigDatePoint) { .earliest = day, .latest = day, .precision = MIG_PRECISION_DAY };
}

/**
 * mig_date_init_day:
 * @date: (out caller-allocates): the date to fill
 * @day: a Julian day, from 1 (1 January of year 1) to 3652059 (31 December 9999)
 *
 * Makes @date one day, exactly known.
 */
void
mig_date_init_day (MigDate *date,
                   gint     day)
{
  mig_date_init_days (date, day, day);
}

/**
 * mig_date_init_days:
 * @date: (out caller-allocates): the date to fill
 * @first: a Julian day, from 1 (1 January of year 1) to 3652059 (31 December 9999)
 * @last: the last day, inclusive; not before @first
 *
 * Makes @date a span of days, both ends exactly known. If @first and @last are the same, it is that day.
 */
void
mig_date_init_days (MigDate *date,
                    gint     first,
                    gint     last)
{
  g_return_if_fail (date != NULL);
  g_return_if_fail (first >= 1 && first <= last && last <= LAST_DAY);

  *date = (MigDate) { .flags = (first == last) ? 0 : MIG_DATE_INTERVAL };
  set_point_to_day (&date->start, first);
  set_point_to_day (&date->end, last);
}

/**
 * mig_date_is_set:
 * @date: a date
 *
 * Returns: whether anything is known about the date
 */
gboolean
mig_date_is_set (const MigDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return date->start.earliest != 0;
}

static gboolean
point_is_exact (const MigDatePoint *point)
{
  return point->precision == MIG_PRECISION_DAY && point->quality == MIG_DATE_EXACT;
}

/**
 * mig_date_is_exact:
 * @date: a date
 *
 * Returns: whether both ends are known to the day, and neither approximate nor uncertain
 */
gboolean
mig_date_is_exact (const MigDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return point_is_exact (&date->start) && point_is_exact (&date->end);
}

/**
 * mig_date_first_day:
 * @date: a date
 *
 * Gets the first day that the date claims. Where the start is open, that is the first day of the end: for `../2016-05`
 * it is 1 May 2016.
 *
 * Returns: a Julian day, or 0 if the date is not set
 */
gint
mig_date_first_day (const MigDate *date)
{
  g_return_val_if_fail (date != NULL, 0);

  return date->start.earliest;
}

/**
 * mig_date_last_day:
 * @date: a date
 *
 * Gets the last day that the date claims, inclusive. Where the end is open, that is the last day of the start: for
 * `2002/..` it is 31 December 2002.
 *
 * Returns: a Julian day, or 0 if the date is not set
 */
gint
mig_date_last_day (const MigDate *date)
{
  g_return_val_if_fail (date != NULL, 0);

  return date->end.latest;
}

/**
 * mig_date_may_fall_within:
 * @date: a date
 * @first_day: a Julian day, or %G_MININT
 * @last_day: a Julian day, inclusive, or %G_MAXINT
 *
 * Tells whether any day of @date may lie in a span. What is known to the year only may lie in each month of it; what
 * has an open end may lie in all that follows.
 *
 * Returns: whether it may; never when the date is not set
 */
gboolean
mig_date_may_fall_within (const MigDate *date,
                          gint           first_day,
                          gint           last_day)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return mig_date_is_set (date) &&
         ((date->flags & MIG_DATE_OPEN_START) || mig_date_first_day (date) <= last_day) &&
         ((date->flags & MIG_DATE_OPEN_END) || mig_date_last_day (date) >= first_day);
}

/**
 * mig_date_middle:
 * @date: a date
 *
 * Gets the middle of all that the date claims. Day 736020 lasts from 736020.0 until just before 736021.0, so that the
 * middle of one day is at its noon, and that of two days at the midnight between them.
 *
 * Returns: a point in time, in Julian days and fractions of them; 0 if the date is not set
 */
double
mig_date_middle (const MigDate *date)
{
  g_return_val_if_fail (date != NULL, 0);

  if (!mig_date_is_set (date))
    return 0;

  return ((double) date->start.earliest + date->end.latest + 1) / 2;
}

static inline gint
compare_numbers (gint a,
                 gint b)
{
  return (a > b) - (a < b);
}

/**
 * mig_date_compare:
 * @a: a date
 * @b: another
 *
 * Tells which date comes first in a list: the one with the earlier first day; of two that begin on the same day the
 * one with an open start, for it may have begun before; then the one with the earlier last day, an open end after all
 * others; then the more precise, and the one of better quality. Dates that are not set come last.
 *
 * Returns: less than, equal to or greater than 0 if @a comes before, with or after @b
 */
gint
mig_date_compare (const MigDate *a,
                  const MigDate *b)
{
  const guint open_ends = MIG_DATE_OPEN_START | MIG_DATE_OPEN_END;
  gint order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  order = compare_numbers (mig_date_is_set (b), mig_date_is_set (a));
  if (order == 0)
    order = compare_numbers (a->start.earliest, b->start.earliest);
  if (order == 0)
    order = compare_numbers (b->flags & MIG_DATE_OPEN_START, a->flags & MIG_DATE_OPEN_START);
  if (order == 0)
    order = compare_numbers (a->flags & MIG_DATE_OPEN_END, b->flags & MIG_DATE_OPEN_END);
  if (order == 0)
    order = compare_numbers (a->end.latest, b->end.latest);
  if (order == 0)
    order = compare_numbers (b->start.precision, a->start.precision);
  if (order == 0)
    order = compare_numbers (b->end.precision, a->end.precision);
  if (order == 0)
    order = compare_numbers (a->start.quality, b->start.quality);
  if (order == 0)
    order = compare_numbers (a->end.quality, b->end.quality);
  if (order == 0)
    order = compare_numbers (a->flags & ~open_ends, b->flags & ~open_ends);

  return order;
}

/*
 * Gets the ends that a lag is counted between. What has no limit goes on past every day that the calendar holds; for
 * an end that is not known the other stands.
 */
static void
get_ends (const MigDate *date,
          MigDatePoint  *start,
          MigDatePoint  *end)
{
  *start = (date->flags & MIG_DATE_OPEN_START) ? date->end : date->start;
  *end = date->end;

  if (date->flags & MIG_DATE_UNKNOWN_END)
    *end = date->start;
  else if (date->flags & MIG_DATE_OPEN_END)
    set_point_to_day (end, LAST_DAY);
}

/**
 * mig_date_lag:
 * @from: the date to count from
 * @to: the date to count to
 *
 * Counts the days from one date to another, between those of their ends that face each other: from 25–26 February to
 * 1–3 March 2016 there are 4 days. They are 0 when the two may overlap.
 *
 * Where an end is known only to the month or the year, `days` is the least that it may be and `days_most` the most;
 * both have the same sign, except that `days` may be 0 with either. What has an unlimited end (`2002/..`) goes on and
 * overlaps everything later. Of an unlimited or unknown start (`../2016-05`), or an unknown end (`2016-02/`), nothing
 * can be counted, so the known end stands for the whole.
 *
 * Returns: the lag, with `known` unset if either date is
 */
MigLag
mig_date_lag (const MigDate *from,
              const MigDate *to)
{
  MigDatePoint from_start, from_end, to_start, to_end;
  gint ahead, behind;
  MigLag lag = { 0, };

  g_return_val_if_fail (from != NULL && to != NULL, lag);

  if (!mig_date_is_set (from) || !mig_date_is_set (to))
    return lag;

  get_ends (from, &from_start, &from_end);
  get_ends (to, &to_start, &to_end);

  lag.known = TRUE;
  if (to_start.earliest > from_end.latest)
    lag.days = to_start.earliest - from_end.latest;
  else if (to_end.latest < from_start.earliest)
    lag.days = to_end.latest - from_start.earliest;

  ahead = MAX (to_start.latest - from_end.earliest, 0);
  behind = MIN (to_end.earliest - from_start.latest, 0);
  if (lag.days > 0 || (lag.days == 0 && ahead >= -behind))
    lag.days_most = ahead;
  else
    lag.days_most = behind;

  return lag;
}
