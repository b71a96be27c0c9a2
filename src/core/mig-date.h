/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MigPrecision:
 *
 * How precisely one end of a date is known, from nothing to the day.
 */
typedef enum
{
  MIG_PRECISION_NONE,
  MIG_PRECISION_CENTURY,
  MIG_PRECISION_DECADE,
  MIG_PRECISION_YEAR,
  MIG_PRECISION_SEASON,
  MIG_PRECISION_MONTH,
  MIG_PRECISION_DAY,
} MigPrecision;

/**
 * MigDateQuality:
 * @MIG_DATE_APPROXIMATE: EDTF `~` (or `%`): about this date
 * @MIG_DATE_UNCERTAIN: EDTF `?` (or `%`): perhaps this date
 */
typedef enum
{
  MIG_DATE_EXACT = 0,
  MIG_DATE_APPROXIMATE = 1 << 0,
  MIG_DATE_UNCERTAIN = 1 << 1,
} MigDateQuality;

/**
 * MigDateFlags:
 * @MIG_DATE_INTERVAL: start and end are two ends; without it they are equal
 * @MIG_DATE_OPEN_START: `../…` or `/…`: begins at an unlimited or unknown day
 * @MIG_DATE_OPEN_END: `…/..` or `…/`: ends at an unlimited or unknown day
 * @MIG_DATE_UNKNOWN_START: `/…`: set beside #MIG_DATE_OPEN_START when there is a start that is not known
 * @MIG_DATE_UNKNOWN_END: `…/`: set beside #MIG_DATE_OPEN_END when there is an end that is not known
 */
typedef enum
{
  MIG_DATE_INTERVAL = 1 << 0,
  MIG_DATE_OPEN_START = 1 << 1,
  MIG_DATE_OPEN_END = 1 << 2,
  MIG_DATE_UNKNOWN_START = 1 << 3,
  MIG_DATE_UNKNOWN_END = 1 << 4,
} MigDateFlags;

/**
 * MigDatePoint:
 * @earliest: first day that the point may fall on, as a GDate Julian day (1 is 1 January of year 1)
 * @latest: last day that it may fall on, inclusive
 * @precision: a #MigPrecision
 * @quality: #MigDateQuality flags
 */
typedef struct
{
  gint32 earliest;
  gint32 latest;
  guint8 precision;
  guint8 quality;
} MigDatePoint;

/**
 * MigDate:
 *
 * A date as a source gives it. All zero means that no date is known. When an end is open, its point holds the known
 * end's nearest day and precision NONE, so that no caller meets an infinite number by accident.
 */
typedef struct
{
  MigDatePoint start;
  MigDatePoint end;
  guint8 flags;
} MigDate;

#define MIG_DATE_ERROR (mig_date_error_quark ())
GQuark mig_date_error_quark (void);

typedef enum
{
  MIG_DATE_ERROR_SYNTAX,
  MIG_DATE_ERROR_RANGE,
} MigDateError;

gboolean mig_date_parse_iso (const char *text, MigDate *date, GError **error);
gboolean mig_date_parse_edtf (const char *text, MigDate *date, GError **error);
gboolean mig_date_from_pair (const char *start, const char *end, MigDate *date, GError **error);
void     mig_date_init_day (MigDate *date, gint day);
void     mig_date_init_days (MigDate *date, gint first, gint last);

gboolean mig_date_is_set (const MigDate *date);
gboolean mig_date_is_exact (const MigDate *date);
gint     mig_date_first_day (const MigDate *date);
gint     mig_date_last_day (const MigDate *date);
double   mig_date_middle (const MigDate *date);
gboolean mig_date_may_fall_within (const MigDate *date, gint first_day, gint last_day);
gint     mig_date_compare (const MigDate *a, const MigDate *b);

gint     mig_day_from_civil (gint year, gint month, gint day);
void     mig_day_to_civil (gint julian, gint *year, gint *month, gint *day);

/**
 * MigLag:
 * @days: days from the one date to the other, at its nearest; positive when the other lay ahead, negative when behind
 * @days_most: the same at its farthest; equal to @days when both are known to the day
 * @known: whether both dates are set
 */
typedef struct
{
  gint days;
  gint days_most;
  gboolean known;
} MigLag;

MigLag mig_date_lag (const MigDate *from, const MigDate *to);

G_END_DECLS
