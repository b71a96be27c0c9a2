/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-date-format.h"
#include "mig-date-names.h"
#include "mig-date.h"

/*
 * The ruler's two rows of ticks, from scale and span alone: only ticks in sight are made, however long the corpus is.
 */

/* Room that a label of the lower row wants, in em, by what it says. */
#define ROOM_YEAR 3.1
#define ROOM_MONTH 2.7
#define ROOM_WEEK 4.4
#define ROOM_DAY 4.0

/* Ticks closer than this many pixels are left out: a line of ticks is no ruler. */
#define MIN_GAP 4.0

static const MigTickScale scales[] = {
  { MIG_TICK_DAY, 1, 0 },   { MIG_TICK_WEEK, 1, 0 },  { MIG_TICK_MONTH, 1, 1 },   { MIG_TICK_MONTH, 3, 1 },
  { MIG_TICK_YEAR, 1, 10 }, { MIG_TICK_YEAR, 2, 10 }, { MIG_TICK_YEAR, 5, 10 },   { MIG_TICK_YEAR, 10, 100 },
  { MIG_TICK_YEAR, 20, 100 }, { MIG_TICK_YEAR, 50, 100 }, { MIG_TICK_YEAR, 100, 1000 },
  { MIG_TICK_YEAR, 200, 1000 }, { MIG_TICK_YEAR, 500, 5000 }, { MIG_TICK_YEAR, 1000, 5000 },
  { MIG_TICK_YEAR, 5000, 10000 },
};

static double
unit_days (MigTickUnit unit)
{
  switch (unit)
    {
    case MIG_TICK_DAY:
      return 1;
    case MIG_TICK_WEEK:
      return 7;
    case MIG_TICK_MONTH:
      return 30.436875; /* 146,097 days in 400 Gregorian years, by 4,800 months */
    case MIG_TICK_YEAR:
    default:
      return 365.2425;
    }
}

static double
unit_room (MigTickUnit unit)
{
  switch (unit)
    {
    case MIG_TICK_DAY:
      return ROOM_DAY;
    case MIG_TICK_WEEK:
      return ROOM_WEEK;
    case MIG_TICK_MONTH:
      return ROOM_MONTH;
    case MIG_TICK_YEAR:
    default:
      return ROOM_YEAR;
    }
}

/**
 * mig_tick_scale_choose:
 * @pixels_per_day: the view's scale
 * @em: the font's size in the same pixels
 *
 * Returns: the finest scale whose labels have room
 */
MigTickScale
mig_tick_scale_choose (double pixels_per_day, double em)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (pixels_per_day * unit_days (scales[i].unit) * scales[i].step >= unit_room (scales[i].unit) * em)
        return scales[i];
    }
  return scales[G_N_ELEMENTS (scales) - 1];
}

/* The calendar that GDate knows: 1 January of year 1 to 31 December of year 9999. */
#define LAST_DAY 3652059
#define LAST_MONTH (9999 * 12 + 11)

/* The tick's place for a position on a row that counts months since year 0 (January of year 0 is 0). */
static gint
month_to_day (gint month)
{
  if (month > LAST_MONTH)
    return LAST_DAY + 1;
  return mig_day_from_civil (month / 12, month % 12 + 1, 1);
}

static gint
clamped_day (double day)
{
  return (gint) CLAMP (floor (day), 1, LAST_DAY);
}

static void
append (GArray *ticks, gint day, gint next, gboolean coarse, gboolean labelled, gint month)
{
  MigTick tick = { .day = day, .next = next, .coarse = coarse, .labelled = labelled };

  mig_day_to_civil (day, &tick.year, &tick.month, &tick.dom);
  if (month < 2)
    tick.dom = 0;
  if (month < 1)
    tick.month = 0;
  g_array_append_val (ticks, tick);
}

static void
append_months (GArray *ticks, gint first, gint last, gint step, gint label_step, gboolean coarse, gboolean named)
{
  gint year, month, dom, at;

  mig_day_to_civil (first, &year, &month, &dom);
  at = (year * 12 + month - 1) / step * step;
  for (; at <= LAST_MONTH; at += step)
    {
      gint day = month_to_day (MAX (at, 12));

      if (day > last)
        break;
      append (ticks, day, month_to_day (at + step), coarse, at % label_step == 0, named ? 1 : 0);
    }
}

static void
append_days (GArray *ticks, gint first, gint last, gint step, gboolean all_days)
{
  /* Julian day 1 is a Monday, so weeks begin where (day - 1) divides by seven. */
  gint at = all_days ? first : first - (first - 1) % 7;
  gint stride = all_days ? 1 : 7;

  for (; at <= last; at += stride)
    {
      gboolean monday = (at - 1) % 7 == 0;

      append (ticks, at, at + (step == 7 ? 7 : 1), FALSE, step == 1 || monday, 2);
    }
}

/**
 * mig_ticks_compute:
 * @scale: what mig_tick_scale_choose() gave
 * @start: the view's earlier edge, a Julian day with its fraction
 * @end: its later edge
 * @pixels_per_day: the view's scale, which decides whether unlabelled ticks between have room
 *
 * Returns: (transfer full) (element-type MigTick): the ticks from the one before @start to the last before @end; those
 *   of the lower row first, in time, then those of the upper row
 */
GArray *
mig_ticks_compute (MigTickScale scale, double start, double end, double pixels_per_day)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (MigTick));
  gint first = clamped_day (start);
  gint last = clamped_day (end);
  gint step = scale.step;

  switch (scale.unit)
    {
    case MIG_TICK_DAY:
      append_days (ticks, first, last, 1, TRUE);
      break;
    case MIG_TICK_WEEK:
      append_days (ticks, first, last, 7, pixels_per_day >= MIN_GAP);
      break;
    case MIG_TICK_MONTH:
      append_months (ticks, first, last, pixels_per_day * unit_days (MIG_TICK_MONTH) >= MIN_GAP ? 1 : step, step, FALSE,
                     TRUE);
      break;
    case MIG_TICK_YEAR:
    default:
      append_months (ticks, first, last, (pixels_per_day * unit_days (MIG_TICK_YEAR) >= MIN_GAP ? 1 : step) * 12,
                     step * 12, FALSE, FALSE);
      break;
    }

  if (scale.coarse == 0)
    append_months (ticks, first, last, 1, 1, TRUE, TRUE);
  else
    append_months (ticks, first, last, scale.coarse * 12, scale.coarse * 12, TRUE, FALSE);
  return ticks;
}

/**
 * mig_tick_format:
 * @tick: a tick
 * @scale: the scale that it was made for
 *
 * Returns: (transfer full): its label in the reader's language, without the part that the other row says
 */
char *
mig_tick_format (const MigTick *tick, MigTickScale scale)
{
  g_autofree char *number = NULL;

  if (tick->dom != 0 && !tick->coarse)
    {
      number = mig_date_names_day (tick->dom);
      /* Translators: a day on the timeline's ruler: %1$s is the short day of the week, %2$s the day, as in "Mon 22" */
      return g_strdup_printf (C_("day on the ruler", "%1$s %2$s"),
                              mig_date_weekday_abbreviation ((tick->day - 1) % 7 + 1), number);
    }
  if (tick->month != 0 && !tick->coarse)
    return g_strdup (mig_date_month_abbreviation (tick->month));

  if (tick->coarse && scale.coarse == 10)
    return mig_date_names_decade (tick->year);

  number = mig_date_names_number (tick->year);
  if (tick->coarse && scale.coarse == 0)
    /* Translators: a month on the timeline's ruler: %1$s is its name, %2$s the year, as in "February 2016" */
    return g_strdup_printf (C_("month on the ruler", "%1$s %2$s"), mig_date_month_name (tick->month), number);
  return g_steal_pointer (&number);
}
