/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-date.h"

G_BEGIN_DECLS

/**
 * MigDateStyle:
 * @MIG_DATE_STYLE_FULL: with the day of the week where one day is meant: "Friday 26 February 2016"
 * @MIG_DATE_STYLE_LONG: "25–26 February 2016"
 * @MIG_DATE_STYLE_SHORT: "25–26 Feb 2016"
 * @MIG_DATE_STYLE_DAY: without the year, for places that show it already: "25–26 Feb"
 * @MIG_DATE_STYLE_LONG_DAY: the same with the month in full: "25–26 February"
 * @MIG_DATE_STYLE_FULL_DAY: and with the day of the week where one day is meant: "Friday 26 February"
 */
typedef enum
{
  MIG_DATE_STYLE_FULL,
  MIG_DATE_STYLE_LONG,
  MIG_DATE_STYLE_SHORT,
  MIG_DATE_STYLE_DAY,
  MIG_DATE_STYLE_LONG_DAY,
  MIG_DATE_STYLE_FULL_DAY,
} MigDateStyle;

/**
 * MigLagStyle:
 * @MIG_LAG_STYLE_SENTENCE: with its direction: "206 days ahead", "2 years behind", "the same day"
 * @MIG_LAG_STYLE_BARE: where a heading tells the direction: "206 days"
 */
typedef enum
{
  MIG_LAG_STYLE_SENTENCE,
  MIG_LAG_STYLE_BARE,
} MigLagStyle;

char       *mig_date_format (const MigDate *date, MigDateStyle style);
char       *mig_date_format_lag (const MigDate *from, const MigDate *to, MigLagStyle style);
char       *mig_date_format_days_apart (gint least, gint most);
char       *mig_date_format_span (gint first_day, gint last_day);
const char *mig_date_month_name (gint month);
const char *mig_date_month_abbreviation (gint month);
const char *mig_date_weekday_name (gint weekday);
const char *mig_date_weekday_abbreviation (gint weekday);

G_END_DECLS
