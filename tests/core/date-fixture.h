/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-date.h"

/* Dates for the tests of dates. */

/* The last day of the year 9999. */
#define LAST_DAY 3652059

/* The day of a text YYYY-MM-DD, from 1 January of the year 1 on; independent of what is tested. */
static inline gint
day (const char *text)
{
  gint parts[3];
  GDate date;

  for (gint i = 0; i < 3; i++)
    parts[i] = (gint) g_ascii_strtoll (text + (i == 0 ? 0 : 2 + 3 * i), NULL, 10);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]);

  return (gint) g_date_get_julian (&date);
}

/* The date of a text that nothing is wrong with; that of NULL is not set. */
static inline MigDate
edtf (const char *text)
{
  g_autoptr (GError) error = NULL;
  MigDate date = { 0, };

  if (text != NULL)
    {
      mig_date_parse_edtf (text, &date, &error);
      g_assert_no_error (error);
    }

  return date;
}
