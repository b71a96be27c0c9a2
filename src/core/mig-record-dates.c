/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-parser.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Reads the dates of a record. A problem stands at the member that is wrong: of two dates that are each right but run
 * backwards, at the second.
 */

/* An empty text is as good as none. */
static const char *
get_date (const MigJsonCursor *cursor,
          const char          *member)
{
  const char *text = mig_json_cursor_get_text (cursor, member);

  if (text != NULL && *text == '\0')
    mig_json_cursor_report_lapse (cursor, member, _("The date is empty."),
                                  _("Leave the member out where no date is known."));
  return text != NULL && *text != '\0' ? text : NULL;
}

/* The message of a date's error has two parts, what and hint, with a line feed between them. */
static void
report_error (const MigJsonCursor *cursor,
              const char          *member,
              const GError        *error)
{
  g_autofree char *what = g_strdup (error->message);
  char *feed = strrchr (what, '\n');

  if (feed != NULL)
    *feed = '\0';
  g_strdelimit (what, "\r\n", ' ');
  mig_json_cursor_report (cursor, member, what, feed != NULL ? feed + 1 : NULL);
}

/**
 * mig_record_dates_read_pair:
 * @cursor: a record
 * @start_member: the member that has the first day
 * @end_member: the member that has the last
 * @date: (out caller-allocates): the date; not set where there is none, or none that can be read
 *
 * Reads two ISO 8601 dates at reduced precision as one.
 *
 * Returns: whether the record has a first day and no last
 */
gboolean
mig_record_dates_read_pair (const MigJsonCursor *cursor,
                            const char          *start_member,
                            const char          *end_member,
                            MigDate             *date)
{
  const char *start = get_date (cursor, start_member);
  const char *end = get_date (cursor, end_member);
  g_autoptr (GError) start_error = NULL;
  g_autoptr (GError) error = NULL;
  MigDate ignored;

  *date = (MigDate) { 0 };

  if (start != NULL && !mig_date_parse_iso (start, &ignored, &start_error))
    {
      report_error (cursor, start_member, start_error);
      start = NULL;
    }
  if (!mig_date_from_pair (start, end, date, &error))
    report_error (cursor, end_member, error);

  return start != NULL && end == NULL;
}

/**
 * mig_record_dates_read_edtf:
 * @cursor: a record
 * @member: the member that has the date
 * @date: (inout): the date; untouched where there is none, or none that can be read
 *
 * Reads an EDTF date (ISO 8601-2, levels 0 and 1).
 *
 * Returns: whether there is one
 */
gboolean
mig_record_dates_read_edtf (const MigJsonCursor *cursor,
                            const char          *member,
                            MigDate             *date)
{
  const char *text = get_date (cursor, member);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return FALSE;
  if (mig_date_parse_edtf (text, date, &error))
    return TRUE;

  report_error (cursor, member, error);
  return FALSE;
}
