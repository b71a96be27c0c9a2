/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "mig-date.h"
#include "mig-ticks.h"

#define EM 14.667

static gboolean
has (GArray *ticks, gint day)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      if (g_array_index (ticks, MigTick, i).day == day)
        return TRUE;
    }
  return FALSE;
}

static const MigTick *
find (GArray *ticks, gint day, gboolean coarse)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const MigTick *tick = &g_array_index (ticks, MigTick, i);

      if (tick->day == day && tick->coarse == coarse)
        return tick;
    }
  g_assert_not_reached ();
}

static void
assert_label (GArray *ticks, MigTickScale scale, gint year, gint month, gint dom, gboolean coarse, const char *label)
{
  const MigTick *tick = find (ticks, mig_day_from_civil (year, month, dom), coarse);
  g_autofree char *text = NULL;

  g_assert_cmpint (tick->labelled, ==, label != NULL);
  if (label == NULL)
    return;
  text = mig_tick_format (tick, scale);
  g_assert_cmpstr (text, ==, label);
}

static void
assert_scale (double pixels_per_day, MigTickUnit unit, gint step)
{
  MigTickScale scale = mig_tick_scale_choose (pixels_per_day, EM);

  g_assert_cmpint (scale.unit, ==, unit);
  g_assert_cmpint (scale.step, ==, step);
}

/* From a century to a day across the screen, each scale has its turn. */
static void
test_choose (void)
{
  assert_scale (1168.0 / 3, MIG_TICK_DAY, 1);
  assert_scale (1168.0 / 90, MIG_TICK_WEEK, 1);
  assert_scale (1168.0 / 365, MIG_TICK_MONTH, 1);
  assert_scale (1168.0 / (6 * 365), MIG_TICK_MONTH, 3);
  assert_scale (1168.0 / (17 * 365), MIG_TICK_YEAR, 1);
  assert_scale (1168.0 / (68 * 365), MIG_TICK_YEAR, 5);
  assert_scale (1168.0 / (9998 * 365.0), MIG_TICK_YEAR, 500);
}

/* At no scale, in no view however wide or narrow, are labels of the lower row nearer than they are wide. */
static void
test_apart (void)
{
  for (double width = 200; width < 3000; width *= 1.5)
    {
      for (double span = 3; span < 3700000; span *= 1.2)
        {
          MigTickScale scale = mig_tick_scale_choose (width / span, EM);
          g_autoptr (GArray) ticks = mig_ticks_compute (scale, 3652059 - span, 3652060, width / span);
          double last = -INFINITY;

          for (guint i = 0; i < ticks->len; i++)
            {
              const MigTick *tick = &g_array_index (ticks, MigTick, i);

              /* The first may be cut by the calendar's beginning. */
              if (tick->coarse || !tick->labelled || tick->day == 1)
                continue;
              g_assert_cmpfloat ((tick->day - last) * width / span, >, 2.4 * EM);
              last = tick->day;
            }
        }
    }
}

/* The last year has its ticks, too. */
static void
test_last_year (void)
{
  MigTickScale scale = { MIG_TICK_MONTH, 1, 1 };
  g_autoptr (GArray) ticks = mig_ticks_compute (scale, mig_day_from_civil (9998, 6, 1),
                                                mig_day_from_civil (9999, 12, 31), 3);

  assert_label (ticks, scale, 9999, 1, 1, TRUE, "9999");
  assert_label (ticks, scale, 9999, 12, 1, FALSE, "Dec");
  g_assert_cmpint (find (ticks, mig_day_from_civil (9999, 12, 1), FALSE)->next, ==,
                   mig_day_from_civil (9999, 12, 31) + 1);
}

static void
test_years (void)
{
  MigTickScale scale = { MIG_TICK_YEAR, 1, 10 };
  g_autoptr (GArray) ticks = mig_ticks_compute (scale, mig_day_from_civil (2002, 6, 1),
                                                mig_day_from_civil (2019, 6, 1), 0.18);

  assert_label (ticks, scale, 2002, 1, 1, FALSE, "2002");
  assert_label (ticks, scale, 2019, 1, 1, FALSE, "2019");
  assert_label (ticks, scale, 2000, 1, 1, TRUE, "2000s");
  assert_label (ticks, scale, 2010, 1, 1, TRUE, "2010s");
  g_assert_false (has (ticks, mig_day_from_civil (2020, 1, 1)));
  g_assert_cmpint (find (ticks, mig_day_from_civil (2004, 1, 1), FALSE)->next, ==, mig_day_from_civil (2005, 1, 1));
}

static void
test_quarters (void)
{
  MigTickScale scale = { MIG_TICK_MONTH, 3, 1 };
  g_autoptr (GArray) ticks = mig_ticks_compute (scale, mig_day_from_civil (2015, 11, 20),
                                                mig_day_from_civil (2016, 12, 31), 0.6);

  assert_label (ticks, scale, 2016, 1, 1, FALSE, "Jan");
  assert_label (ticks, scale, 2016, 2, 1, FALSE, NULL);
  assert_label (ticks, scale, 2016, 10, 1, FALSE, "Oct");
  assert_label (ticks, scale, 2015, 1, 1, TRUE, "2015");
  assert_label (ticks, scale, 2016, 1, 1, TRUE, "2016");
}

static void
test_weeks (void)
{
  MigTickScale scale = { MIG_TICK_WEEK, 1, 0 };
  g_autoptr (GArray) ticks = mig_ticks_compute (scale, mig_day_from_civil (2016, 2, 25),
                                                mig_day_from_civil (2016, 3, 31), 12);

  /* 29 February 2016 was a Monday; days between have a stroke and no label. */
  assert_label (ticks, scale, 2016, 2, 29, FALSE, "Mon 29");
  assert_label (ticks, scale, 2016, 3, 1, FALSE, NULL);
  assert_label (ticks, scale, 2016, 3, 7, FALSE, "Mon 7");
  assert_label (ticks, scale, 2016, 2, 1, TRUE, "February 2016");
  assert_label (ticks, scale, 2016, 3, 1, TRUE, "March 2016");
}

static void
test_days (void)
{
  MigTickScale scale = { MIG_TICK_DAY, 1, 0 };
  g_autoptr (GArray) ticks = mig_ticks_compute (scale, mig_day_from_civil (2016, 2, 25),
                                                mig_day_from_civil (2016, 2, 28), 300);

  assert_label (ticks, scale, 2016, 2, 25, FALSE, "Thu 25");
  assert_label (ticks, scale, 2016, 2, 28, FALSE, "Sun 28");
}

/* Only what is in sight is made, and the ends of the calendar do no harm. */
static void
test_bounds (void)
{
  const double scales[] = { 1e-4, 0.01, 0.2, 3, 12, 400 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      MigTickScale scale = mig_tick_scale_choose (scales[i], EM);
      double span = 2000 / scales[i];
      const double starts[] = { -1e6, 1, 730000, 3652059 - 100, 4e6 };

      for (gsize s = 0; s < G_N_ELEMENTS (starts); s++)
        {
          g_autoptr (GArray) ticks = mig_ticks_compute (scale, starts[s], starts[s] + span, scales[i]);

          g_assert_cmpuint (ticks->len, <, 1200);
          for (guint t = 1; t < ticks->len; t++)
            {
              const MigTick *a = &g_array_index (ticks, MigTick, t - 1), *b = &g_array_index (ticks, MigTick, t);

              if (a->coarse == b->coarse)
                g_assert_cmpint (a->day, <, b->day);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/choose", test_choose);
  g_test_add_func ("/ticks/apart", test_apart);
  g_test_add_func ("/ticks/last-year", test_last_year);
  g_test_add_func ("/ticks/years", test_years);
  g_test_add_func ("/ticks/quarters", test_quarters);
  g_test_add_func ("/ticks/weeks", test_weeks);
  g_test_add_func ("/ticks/days", test_days);
  g_test_add_func ("/ticks/bounds", test_bounds);
  return g_test_run ();
}
