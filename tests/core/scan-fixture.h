/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-json-scanner.h"

#include "reader-fixture.h"

/* What the tests of the scanner share. */

/* The members whose records are wanted. */
static const char *const members[] = { "meta", "events", "persons", NULL };

static inline MigJsonScan *
scan_data (const char   *data,
           gsize         length,
           MigProblems **problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  MigJsonScan *scan;

  *problems = mig_problems_new (NULL);
  scan = mig_json_scan (bytes, members, *problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (scan);

  return scan;
}
