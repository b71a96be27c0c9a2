/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-file.h"

#include <math.h>
#include <string.h>

/*
 * How a briefing's file writes the span that a scene shows: moments as ISO 8601 dates, with a time of day where the
 * view does not begin at midnight. A view is at least three days wide, so minutes are finer than a pixel.
 */

#define MINUTES_PER_DAY 1440

/**
 * mig_briefing_format_moment:
 * @moment: a Julian day with its fraction
 *
 * Returns: (transfer full): "2016-02-25", or with a fraction "2016-02-25T06:00", to the minute
 */
char *
mig_briefing_format_moment (double moment)
{
  gint64 minutes = llround (moment * MINUTES_PER_DAY);
  gint day = (gint) floor ((double) minutes / MINUTES_PER_DAY);
  gint minute = (gint) (minutes - (gint64) day * MINUTES_PER_DAY);
  gint year, month, day_of_month;

  mig_day_to_civil (day, &year, &month, &day_of_month);
  if (minute == 0)
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", year, month, day_of_month, minute / 60, minute % 60);
}

static gboolean
parse_minutes (const char *text, gint *minutes)
{
  gint hour, minute;

  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) ||
      !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  hour = (text[0] - '0') * 10 + text[1] - '0';
  minute = (text[3] - '0') * 10 + text[4] - '0';
  *minutes = hour * 60 + minute;
  return hour < 24 && minute < 60;
}

/**
 * mig_briefing_parse_moment:
 * @text: a date as mig_briefing_format_moment() writes it
 * @moment: (out): the moment as a Julian day with its fraction
 *
 * Returns: whether @text is a day, alone or with hours and minutes
 */
gboolean
mig_briefing_parse_moment (const char *text, double *moment)
{
  const char *time = strchr (text, 'T');
  g_autofree char *day = time != NULL ? g_strndup (text, (gsize) (time - text)) : g_strdup (text);
  gint minutes = 0;
  MigDate date;

  /* A year or a month is a span, not a moment. */
  if (strlen (day) < strlen ("YYYY-MM-DD") || !mig_date_parse_iso (day, &date, NULL) ||
      date.start.precision != MIG_PRECISION_DAY || (time != NULL && !parse_minutes (time + 1, &minutes)))
    return FALSE;
  *moment = mig_date_first_day (&date) + (double) minutes / MINUTES_PER_DAY;
  return TRUE;
}
