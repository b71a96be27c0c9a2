/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-point.h"

/*
 * Reads dates: ISO 8601-1:2019 calendar dates at reduced precision, and EDTF (the Extended Date/Time Format of
 * ISO 8601-2:2019, as the Library of Congress profiles it), levels 0 and 1, for the years 1 to 9999.
 *
 *   mig_date_parse_edtf ──┬── one point ─────▶ mig_date_point_parse
 *                         └── two sides ─▶ parse_side ×2 ──▲   │
 *   mig_date_from_pair ──▶ mig_date_parse_iso ×2 ──────────┘   ▼
 *                    └───────────────────────────▶ finish_interval ──▶ MigDate
 */

/* The longest date in either format is well below this; beyond it nobody needs to look. */
#define MAX_LENGTH 80

/* Reads one side of an interval: a point, ".." (unlimited) or nothing (unknown). */
static gboolean
parse_side (MigDatePoint       *point,
            const MigDateText  *text,
            guint8              unlimited,
            guint8              unknown,
            guint8             *flags,
            GError            **error)
{
  if (text->length == 0)
    *flags |= unlimited | unknown;
  else if (text->length == 2 && memcmp (text->text, "..", 2) == 0)
    *flags |= unlimited;
  else
    return mig_date_point_parse (point, text, FALSE, error);

  return TRUE;
}

static void
set_single (MigDate            *date,
            const MigDatePoint *point)
{
  *date = (MigDate) { .start = *point, .end = *point };
}

static gboolean
points_are_equal (const MigDatePoint *a,
                  const MigDatePoint *b)
{
  return a->earliest == b->earliest && a->latest == b->latest && a->precision == b->precision &&
         a->quality == b->quality;
}

/* Completes an interval from its flags and the points of its closed ends; FALSE if the end comes before the start. */
static gboolean
finish_interval (MigDate *date)
{
  date->flags |= MIG_DATE_INTERVAL;

  if (date->flags & MIG_DATE_OPEN_START)
    date->start = (MigDatePoint) { .earliest = date->end.earliest, .latest = date->end.earliest };
  else if (date->flags & MIG_DATE_OPEN_END)
    date->end = (MigDatePoint) { .earliest = date->start.latest, .latest = date->start.latest };
  else if (points_are_equal (&date->start, &date->end))
    date->flags = 0;

  return date->end.latest >= date->start.earliest;
}

static gboolean
parse_interval (MigDate            *date,
                const MigDateText  *whole,
                const char         *slash,
                GError            **error)
{
  const guint open_ends = MIG_DATE_OPEN_START | MIG_DATE_OPEN_END;
  const gsize start_length = (gsize) (slash - whole->text);
  const MigDateText start = { .text = whole->text, .length = start_length, .edtf = TRUE };
  const MigDateText end = { .text = slash + 1, .length = whole->length - start_length - 1, .edtf = TRUE };
  MigDate read = { 0, };

  if (!parse_side (&read.start, &start, MIG_DATE_OPEN_START, MIG_DATE_UNKNOWN_START, &read.flags, error) ||
      !parse_side (&read.end, &end, MIG_DATE_OPEN_END, MIG_DATE_UNKNOWN_END, &read.flags, error))
    return FALSE;

  if ((read.flags & open_ends) == open_ends)
    return mig_date_point_fail (whole, MIG_DATE_ERROR_SYNTAX,
                                _("One of the two sides must be known. If neither is, leave the date out."), error);

  if (!finish_interval (&read))
    return mig_date_point_fail (whole, MIG_DATE_ERROR_RANGE, _("It ends before it begins."), error);

  *date = read;

  return TRUE;
}

/**
 * mig_date_parse_edtf:
 * @text: a date in EDTF
 * @date: (out caller-allocates): the date read; untouched on error
 * @error: return location for an error in the `MIG_DATE_ERROR` domain
 *
 * Reads a date in EDTF (ISO 8601-2:2019, <https://www.loc.gov/standards/datetime/>), levels 0 and 1, strictly:
 *
 * - `2016`, `2016-02`, `2016-02-26`, and a day with a time (`2016-02-26T10:00:00Z`), of which the day is kept;
 * - `2016-02/2016-03`, an interval; an end before its start is an error, and two equal ends are one date;
 * - `2002/..` and `../2016-05`, without limit; `2016-02/` and `/2016-05`, with an end that is not known;
 * - `2004~` (about), `2004?` (perhaps), `2004%` (both), at the end of either side;
 * - `200X`, `20XX`, `2016-XX`, `2016-XX-XX`, `2016-02-XX`, digits not specified: the decade, century, year or month;
 * - `2016-21` to `2016-24`, spring to winter. Each lasts three months as in meteorology north of the equator: spring
 *   is March to May, summer June to August, autumn September to November, and winter 2016 lasts from December 2016 to
 *   February 2017.
 *
 * Years are those from 1 to 9999. Years that EDTF can write beyond them, and level 2, are errors.
 *
 * The message of an error has two parts in the user's language with a newline between: what is wrong (“2016-13-01” is
 * not a date.) and what to do about it (The month must be 01 to 12.). There is exactly one newline, whatever the text.
 *
 * Returns: whether @text could be read
 */
gboolean
mig_date_parse_edtf (const char  *text,
                     MigDate     *date,
                     GError     **error)
{
  MigDateText whole = { .text = text, .edtf = TRUE };
  MigDatePoint point;
  const char *slash;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  whole.length = strlen (text);
  if (whole.length > MAX_LENGTH)
    return mig_date_point_fail_syntax (&whole, error);

  slash = strchr (text, '/');
  if (slash != NULL)
    return parse_interval (date, &whole, slash, error);

  if (!mig_date_point_parse (&point, &whole, TRUE, error))
    return FALSE;

  set_single (date, &point);

  return TRUE;
}

/**
 * mig_date_parse_iso:
 * @text: a date
 * @date: (out caller-allocates): the date read; untouched on error
 * @error: return location for an error in the `MIG_DATE_ERROR` domain
 *
 * Reads a calendar date of ISO 8601-1:2019 in the extended format at full or reduced precision, as Popolo's
 * `start_date` and `end_date` have it: `2016`, `2016-02` or `2016-02-26`. A day may have a time after it, of which
 * the day is kept, in the zone that it is given for.
 *
 * The message of an error has two parts with a newline between, see [func@date_parse_edtf].
 *
 * Returns: whether @text could be read
 */
gboolean
mig_date_parse_iso (const char  *text,
                    MigDate     *date,
                    GError     **error)
{
  MigDateText whole = { .text = text, .edtf = FALSE };
  g_autoptr (GError) local_error = NULL;
  MigDatePoint point;
  MigDate other;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  whole.length = strlen (text);
  if (whole.length > MAX_LENGTH)
    return mig_date_point_fail_syntax (&whole, error);

  if (mig_date_point_parse (&point, &whole, TRUE, &local_error))
    {
      set_single (date, &point);
      return TRUE;
    }

  if (mig_date_parse_edtf (text, &other, NULL))
    return mig_date_point_fail (&whole, MIG_DATE_ERROR_SYNTAX,
                                _("Only “date” takes EDTF; write YYYY, YYYY-MM or YYYY-MM-DD here."), error);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * mig_date_from_pair:
 * @start: (nullable): the first day, as [func@date_parse_iso] reads it
 * @end: (nullable): the last
 * @date: (out caller-allocates): the date read; untouched on error
 * @error: return location for an error in the `MIG_DATE_ERROR` domain
 *
 * Joins Popolo's `start_date` and `end_date`. Two that differ are an interval, two that do not are one date. @start
 * alone is that date, for most of what begins and never ends has only one day; @end alone is an interval whose start
 * is open. Without either, @date is made a date that is not set.
 *
 * The message of an error has two parts with a newline between, see [func@date_parse_edtf].
 *
 * Returns: whether both could be read, and @end is not before @start
 */
gboolean
mig_date_from_pair (const char  *start,
                    const char  *end,
                    MigDate     *date,
                    GError     **error)
{
  MigDate first = { 0, };
  MigDate last = { 0, };
  MigDate read = { 0, };

  g_return_val_if_fail (date != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if ((start != NULL && !mig_date_parse_iso (start, &first, error)) ||
      (end != NULL && !mig_date_parse_iso (end, &last, error)))
    return FALSE;

  if (end == NULL)
    {
      *date = first;
      return TRUE;
    }

  read.start = first.start;
  read.end = last.end;
  if (start == NULL)
    read.flags = MIG_DATE_OPEN_START;

  if (!finish_interval (&read))
    {
      g_autofree char *what = NULL;

      /* Translators: two dates as the file gives them: 2016-02-26 and 2016-02-25 */
      what = g_strdup_printf (_("“%1$s” to “%2$s” is not a span of time."), start, end);
      g_set_error (error, MIG_DATE_ERROR, MIG_DATE_ERROR_RANGE, "%s\n%s", what, _("It ends before it begins."));
      return FALSE;
    }

  *date = read;

  return TRUE;
}
