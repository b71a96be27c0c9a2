/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date.h"

#include <string.h>

#include "date-fixture.h"

/*
 * The days that dates have, their order, and the lag between them.
 */

static void
test_civil_days (void)
{
  gint n_wrong = 0;
  GDate date;

  g_date_clear (&date, 1);
  for (gint julian = 1; julian <= LAST_DAY; julian++)
    {
      gint year, month, day_of_month;

      g_date_set_julian (&date, (guint32) julian);
      mig_day_to_civil (julian, &year, &month, &day_of_month);
      if (year != (gint) g_date_get_year (&date) || month != (gint) g_date_get_month (&date) ||
          day_of_month != (gint) g_date_get_day (&date) || mig_day_from_civil (year, month, day_of_month) != julian)
        n_wrong++;
    }

  g_assert_cmpint (n_wrong, ==, 0);
}

static void
test_civil_beyond (void)
{
  gint year, month, day_of_month;

  /* What lies outside a month or a year counts on. */
  g_assert_cmpint (mig_day_from_civil (2016, 3, 0), ==, day ("2016-02-29"));
  g_assert_cmpint (mig_day_from_civil (2016, 15, 1), ==, day ("2017-03-01"));
  g_assert_cmpint (mig_day_from_civil (2016, 24, 1), ==, day ("2017-12-01"));
  g_assert_cmpint (mig_day_from_civil (2016, 25, 1), ==, day ("2018-01-01"));
  g_assert_cmpint (mig_day_from_civil (2016, 0, 1), ==, day ("2015-12-01"));
  g_assert_cmpint (mig_day_from_civil (2016, -11, 31), ==, day ("2015-01-31"));
  g_assert_cmpint (mig_day_from_civil (2016, -12, 31), ==, day ("2014-12-31"));
  g_assert_cmpint (mig_day_from_civil (2015, 1, 366), ==, day ("2016-01-01"));

  /* Before the first day of all, through the leap day of year 0 and a whole cycle back. */
  g_assert_cmpint (mig_day_from_civil (0, 12, 31), ==, 0);
  g_assert_cmpint (mig_day_from_civil (0, 2, 29), ==, -306);
  for (gint julian = -150000; julian <= 1; julian += 7)
    {
      mig_day_to_civil (julian, &year, &month, &day_of_month);
      g_assert_cmpint (mig_day_from_civil (year, month, day_of_month), ==, julian);
      g_assert_cmpint (month, >=, 1);
      g_assert_cmpint (month, <=, 12);
      g_assert_cmpint (day_of_month, >=, 1);
      g_assert_cmpint (day_of_month, <=, 31);
    }
  mig_day_to_civil (-146096, &year, &month, &day_of_month);
  g_assert_cmpint (year, ==, -399);
  g_assert_cmpint (month, ==, 1);
  g_assert_cmpint (day_of_month, ==, 1);

  mig_day_to_civil (day ("2016-02-26"), NULL, NULL, NULL);
}

static void
test_init (void)
{
  const MigDate one_day = edtf ("2016-02-26");
  const MigDate two_days = edtf ("2016-02-25/2016-02-26");
  MigDate date;

  memset (&date, 0xff, sizeof date);
  mig_date_init_day (&date, day ("2016-02-26"));
  g_assert_cmpint (mig_date_compare (&date, &one_day), ==, 0);
  g_assert_true (mig_date_is_exact (&date));

  mig_date_init_days (&date, day ("2016-02-26"), day ("2016-02-26"));
  g_assert_cmpint (mig_date_compare (&date, &one_day), ==, 0);

  mig_date_init_days (&date, day ("2016-02-25"), day ("2016-02-26"));
  g_assert_cmpint (mig_date_compare (&date, &two_days), ==, 0);
  g_assert_true (mig_date_is_exact (&date));
}

static void
test_exact_and_middle (void)
{
  static const struct
  {
    const char *text;
    gboolean is_exact;
    const char *day;
    double after; /* the middle, from the beginning of that day */
  } cases[] = {
    { "2016-02-26", TRUE, "2016-02-26", 0.5 },
    { "2016-02-25/2016-02-26", TRUE, "2016-02-25", 1 },
    { "2016-02-26~", FALSE, "2016-02-26", 0.5 },
    { "2016-02-26?", FALSE, "2016-02-26", 0.5 },
    { "2016-02-25/2016-02-26?", FALSE, "2016-02-25", 1 },
    { "2016-02", FALSE, "2016-02-01", 14.5 },
    { "2016-02-25/2016-03", FALSE, "2016-02-25", 18 },
    { "2015", FALSE, "2015-01-01", 182.5 },
    { "2016-02-26/..", FALSE, "2016-02-26", 0.5 },
    { "../2016-02-26", FALSE, "2016-02-26", 0.5 },
  };
  const MigDate unset = { 0, };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MigDate date = edtf (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (mig_date_is_exact (&date), ==, cases[i].is_exact);
      g_assert_cmpfloat (mig_date_middle (&date), ==, day (cases[i].day) + cases[i].after);
    }

  g_assert_false (mig_date_is_set (&unset));
  g_assert_false (mig_date_is_exact (&unset));
  g_assert_cmpint (mig_date_first_day (&unset), ==, 0);
  g_assert_cmpint (mig_date_last_day (&unset), ==, 0);
  g_assert_cmpfloat (mig_date_middle (&unset), ==, 0);
}

static void
test_compare (void)
{
  static const char * const in_order[] = {
    "0001-01-01",
    "2002-07-11",
    "../2016",
    "2016-01-01",
    "2016-01",
    "2016-01-01/2016-12-31",
    "2016-01/2016-12",
    "2016",
    "2016~",
    "2016?",
    "2016/2017",
    "2016~/2017",
    "2016/..",
    "2016/",
    "2016-02-26",
    NULL,
  };
  MigDate dates[G_N_ELEMENTS (in_order)];

  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    dates[i] = edtf (in_order[i]);

  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (in_order); j++)
      {
        const gint order = mig_date_compare (&dates[i], &dates[j]);

        g_test_message ("%u %u", i, j);
        g_assert_cmpint (CLAMP (order, -1, 1), ==, (i > j) - (i < j));
      }
}

static const struct
{
  const char *from;
  const char *to;
  gint days;
  gint days_most;
} lags[] = {
  /* the sessions of the fourteenth meeting */
  { "2016-02-26", "2016-09-19", 206, 206 },
  { "2016-02-25", "2016-09-19", 207, 207 },
  { "2016-02-25/2016-02-26", "2016-09-19", 206, 206 },
  { "2016-02-26", "2015-10-14/2015-10-16", -133, -133 },
  { "2016-02-25/2016-02-26", "2015-10-14/2015-10-16", -132, -132 },
  { "2016-02-26", "2016-05-23/2016-05-24", 87, 87 },
  /* overlaps */
  { "2016-02-26", "2016-02-26", 0, 0 },
  { "2016-02-26", "2016-02-25/2016-02-27", 0, 0 },
  { "2016-02-25/2016-02-26", "2016-02-26/2016-02-28", 0, 0 },
  { "2016-02-25/2016-02-26", "2016-02-27", 1, 1 },
  { "2016-02-25/2016-02-26", "2016-02-24", -1, -1 },
  { "2016-02-26", "2015/2017", 0, 0 },
  /* vague ends */
  { "2016-02-26", "2016-05", 65, 95 },
  { "2016-05", "2016-02-26", -65, -95 },
  { "2016-02-26", "2016-03", 4, 34 },
  { "2016-02-26", "2013", -787, -1151 },
  { "2016-02-26", "2016-02", 0, -25 },
  { "2016-02-03", "2016-02", 0, 26 },
  { "2016-02", "2016-02-03", 0, -26 },
  { "2016", "2016", 0, 365 },
  { "2016-02-26", "2016-05/2016-06-10", 65, 95 },
  { "2016-02-26", "2016-02-20/2016-04", 0, 0 },
  { "2016-02-26", "2016-02/2016-04", 0, 3 },
  { "2016-02-26", "2016-09-19~", 206, 206 },
  /* open ends: what has no limit goes on; of the rest the known end counts */
  { "2016-02-26", "2002/..", 0, 0 },
  { "2016-02-26", "2017-01-01/..", 310, 310 },
  { "2002/..", "2016-02-26", 0, 0 },
  { "2016-02-26", "2015-02-26/", -365, -365 },
  { "2016-02-26", "2015-02/", -363, -390 },
  { "2016-02-26", "2016-02-28/", 2, 2 },
  { "2016-02-26", "../2016-05", 65, 95 },
  { "2016-02-26", "../2016-02-01", -25, -25 },
  { "2016-02-26", "/2016-05-01", 65, 65 },
};

static void
test_lag (void)
{
  const MigDate unset = { 0, };
  const MigDate set = edtf ("2016");

  for (guint i = 0; i < G_N_ELEMENTS (lags); i++)
    {
      const MigDate from = edtf (lags[i].from);
      const MigDate to = edtf (lags[i].to);
      const MigLag lag = mig_date_lag (&from, &to);

      g_test_message ("%s to %s", lags[i].from, lags[i].to);
      g_assert_true (lag.known);
      g_assert_cmpint (lag.days, ==, lags[i].days);
      g_assert_cmpint (lag.days_most, ==, lags[i].days_most);
    }

  g_assert_false (mig_date_lag (&unset, &set).known);
  g_assert_false (mig_date_lag (&set, &unset).known);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/civil/days", test_civil_days);
  g_test_add_func ("/date/civil/beyond", test_civil_beyond);
  g_test_add_func ("/date/init", test_init);
  g_test_add_func ("/date/exact-and-middle", test_exact_and_middle);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/lag", test_lag);

  return g_test_run ();
}
