/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MIG_TICK_DAY,
  MIG_TICK_WEEK,
  MIG_TICK_MONTH,
  MIG_TICK_YEAR,
} MigTickUnit;

/**
 * MigTickScale:
 * @unit: what the lower row of the ruler counts
 * @step: in how many of them a label stands
 * @coarse: years that one label of the upper row covers (1, 10, 100); 0 when the upper row counts months
 */
typedef struct
{
  MigTickUnit unit;
  gint step;
  gint coarse;
} MigTickScale;

/**
 * MigTick:
 * @day: where it stands, a Julian day
 * @next: where the next of its row stands
 * @coarse: whether it belongs to the upper row
 * @labelled: whether a label is due
 * @year: the year that the label says
 * @month: its month, 1 to 12, or 0 where the label says years only
 * @dom: its day of the month, or 0
 */
typedef struct
{
  gint day;
  gint next;
  guint coarse : 1;
  guint labelled : 1;
  gint year;
  gint month;
  gint dom;
} MigTick;

MigTickScale mig_tick_scale_choose (double pixels_per_day, double em);
GArray      *mig_ticks_compute (MigTickScale scale, double start, double end, double pixels_per_day);
char        *mig_tick_format (const MigTick *tick, MigTickScale scale);

G_END_DECLS
