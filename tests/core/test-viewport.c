/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-viewport.h"

#include <math.h>

#define MS (gint64) 1000

static void
count_cb (MigViewport *viewport, guint *count)
{
  (*count)++;
}

static MigViewport *
create (void)
{
  MigViewport *viewport = mig_viewport_new ();

  mig_viewport_set_limits (viewport, 1000, 2000);
  mig_viewport_set_home (viewport, 1200, 1800);
  mig_viewport_fit (viewport);
  return viewport;
}

static void
assert_span (MigViewport *viewport, double start, double end)
{
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_start (viewport), start, 1e-6);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_end (viewport), end, 1e-6);
}

static void
test_limits (void)
{
  g_autoptr (MigViewport) viewport = create ();

  assert_span (viewport, 1200, 1800);
  mig_viewport_pan (viewport, 1e6);
  assert_span (viewport, 1400, 2000);
  mig_viewport_pan (viewport, -1e6);
  assert_span (viewport, 1000, 1600);
  mig_viewport_set_span (viewport, 0, 5000);
  assert_span (viewport, 1000, 2000);
  mig_viewport_set_span (viewport, 1500, 1500);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (viewport), MIG_VIEWPORT_MIN_SPAN, 1e-9);
  assert_span (viewport, 1500 - MIG_VIEWPORT_MIN_SPAN / 2, 1500 + MIG_VIEWPORT_MIN_SPAN / 2);

  mig_viewport_set_span (viewport, 1900, 2000);
  mig_viewport_set_limits (viewport, 1000, 1500);
  assert_span (viewport, 1400, 1500);
  mig_viewport_set_limits (viewport, 1400, 1400);
  assert_span (viewport, 1400 - MIG_VIEWPORT_MIN_SPAN / 2, 1400 + MIG_VIEWPORT_MIN_SPAN / 2);
}

static void
test_nonsense (void)
{
  g_autoptr (MigViewport) viewport = create ();

  mig_viewport_set_span (viewport, (double) NAN, 1500);
  mig_viewport_set_span (viewport, 1500, (double) INFINITY);
  mig_viewport_set_span (viewport, 1600, 1500);
  assert_span (viewport, 1200, 1800);
}

/* What stands under the pointer stays there, wherever the pointer is, and steps out undo steps in. */
static void
test_zoom (void)
{
  g_autoptr (MigViewport) viewport = create ();

  for (double anchor = 0; anchor <= 1; anchor += 0.125)
    {
      double moment = mig_viewport_get_start (viewport) + anchor * mig_viewport_get_span (viewport);

      mig_viewport_zoom (viewport, 1.7, anchor);
      g_assert_cmpfloat_with_epsilon (
          mig_viewport_get_start (viewport) + anchor * mig_viewport_get_span (viewport), moment, 1e-6);
      mig_viewport_zoom (viewport, 1 / 1.7, anchor);
      assert_span (viewport, 1200, 1800);
    }

  mig_viewport_zoom (viewport, 1e9, 0.25);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (viewport), MIG_VIEWPORT_MIN_SPAN, 1e-9);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_start (viewport) + MIG_VIEWPORT_MIN_SPAN / 4, 1350, 1e-6);
  mig_viewport_zoom (viewport, 1e-9, 0.25);
  assert_span (viewport, 1000, 2000);
}

static void
test_slider (void)
{
  g_autoptr (MigViewport) viewport = create ();

  mig_viewport_set_zoom (viewport, 0);
  assert_span (viewport, 1000, 2000);
  g_assert_cmpfloat (mig_viewport_get_zoom (viewport), ==, 0);
  mig_viewport_set_zoom (viewport, 1);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (viewport), MIG_VIEWPORT_MIN_SPAN, 1e-6);
  mig_viewport_set_zoom (viewport, 0.5);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_zoom (viewport), 0.5, 1e-9);
  /* Half-way on a logarithmic scale: the geometric mean of the two ends. */
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (viewport), sqrt (1000 * MIG_VIEWPORT_MIN_SPAN), 1e-6);
}

static void
test_changed_once (void)
{
  g_autoptr (MigViewport) viewport = create ();
  guint changed = 0;

  g_signal_connect (viewport, "changed", G_CALLBACK (count_cb), &changed);
  mig_viewport_pan (viewport, 50);
  g_assert_cmpuint (changed, ==, 1);
  mig_viewport_zoom (viewport, 2, 0.3);
  g_assert_cmpuint (changed, ==, 2);
  mig_viewport_pan (viewport, 0);
  mig_viewport_set_span (viewport, mig_viewport_get_start (viewport), mig_viewport_get_end (viewport));
  g_assert_cmpuint (changed, ==, 2);
}

static void
run (MigViewport *viewport, gint64 duration)
{
  gint64 now = 77 * MS;

  mig_viewport_advance (viewport, now);
  for (gint64 t = 0; t <= duration; t += 10 * MS)
    mig_viewport_advance (viewport, now + t);
}

static void
test_step (void)
{
  g_autoptr (MigViewport) viewport = create ();

  mig_viewport_animate_to (viewport, 1300, 1400, MIG_EASING_OUT, 200 * MS);
  g_assert_true (mig_viewport_is_moving (viewport));
  assert_span (viewport, 1200, 1800);
  g_assert_true (mig_viewport_advance (viewport, 1000 * MS));
  assert_span (viewport, 1200, 1800);
  g_assert_true (mig_viewport_advance (viewport, 1100 * MS));
  g_assert_cmpfloat (mig_viewport_get_span (viewport), <, 300);
  g_assert_false (mig_viewport_advance (viewport, 1200 * MS));
  assert_span (viewport, 1300, 1400);
  g_assert_false (mig_viewport_is_moving (viewport));

  mig_viewport_animate_to (viewport, 1500, 1700, MIG_EASING_OUT, 0);
  assert_span (viewport, 1500, 1700);
  g_assert_false (mig_viewport_is_moving (viewport));
}

/* An animated zoom keeps its point all the way, not only at its end. */
static void
test_step_keeps_anchor (void)
{
  g_autoptr (MigViewport) viewport = create ();

  mig_viewport_animate_zoom (viewport, 3, 0.25, 200 * MS);
  mig_viewport_advance (viewport, 1);
  for (gint64 t = 10; t <= 200; t += 10)
    {
      mig_viewport_advance (viewport, 1 + t * MS);
      g_assert_cmpfloat_with_epsilon (
          mig_viewport_get_start (viewport) + 0.25 * mig_viewport_get_span (viewport), 1350, 1e-6);
    }
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (viewport), 200, 1e-6);
}

static void
test_steps_add_up (void)
{
  g_autoptr (MigViewport) viewport = create ();

  mig_viewport_set_span (viewport, 1100, 1200);
  mig_viewport_animate_pan (viewport, 50, 200 * MS);
  mig_viewport_advance (viewport, 1000 * MS);
  mig_viewport_advance (viewport, 1050 * MS);
  mig_viewport_animate_pan (viewport, 50, 200 * MS);
  run (viewport, 300 * MS);
  assert_span (viewport, 1200, 1300);
}

static void
test_fly (void)
{
  g_autoptr (MigViewport) viewport = create ();
  double widest = 0;

  mig_viewport_set_span (viewport, 1000, 1010);
  mig_viewport_animate_to (viewport, 1900, 1910, MIG_EASING_FLY, 500 * MS);
  mig_viewport_advance (viewport, 1);
  for (gint64 t = 10; t < 500; t += 10)
    {
      mig_viewport_advance (viewport, 1 + t * MS);
      widest = MAX (widest, mig_viewport_get_span (viewport));
    }
  mig_viewport_advance (viewport, 1 + 500 * MS);
  assert_span (viewport, 1900, 1910);
  g_assert_cmpfloat (widest, >, 400);

  /* A gesture takes over from where the flight stands. */
  mig_viewport_animate_to (viewport, 1000, 1010, MIG_EASING_FLY, 500 * MS);
  mig_viewport_advance (viewport, 1);
  mig_viewport_advance (viewport, 250 * MS);
  mig_viewport_pan (viewport, 1);
  g_assert_false (mig_viewport_is_moving (viewport));
}

static void
test_reveal (void)
{
  g_autoptr (MigViewport) viewport = create ();

  mig_viewport_set_span (viewport, 1200, 1280);
  mig_viewport_reveal (viewport, 1240, 1241, 0);
  assert_span (viewport, 1200, 1280);
  mig_viewport_reveal (viewport, 1300, 1302, 0);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (viewport), 80, 1e-6);
  g_assert_cmpfloat (mig_viewport_get_end (viewport), >, 1302);
  g_assert_cmpfloat (mig_viewport_get_start (viewport), <, 1300);
  mig_viewport_reveal (viewport, 1500, 1700, 0);
  g_assert_cmpfloat (mig_viewport_get_start (viewport), <, 1500);
  g_assert_cmpfloat (mig_viewport_get_end (viewport), >, 1700);
}

static void
test_fling (void)
{
  g_autoptr (MigViewport) viewport = create ();
  double last = 1200, way = 1e9;

  mig_viewport_set_span (viewport, 1200, 1300);
  mig_viewport_fling (viewport, 400);
  mig_viewport_advance (viewport, 1);
  for (gint64 t = 100; t <= 10000 && mig_viewport_is_moving (viewport); t += 100)
    {
      mig_viewport_advance (viewport, 1 + t * MS);
      g_assert_cmpfloat (mig_viewport_get_start (viewport), >=, last);
      g_assert_cmpfloat (mig_viewport_get_start (viewport) - last, <=, way + 1e-9);
      way = mig_viewport_get_start (viewport) - last;
      last = mig_viewport_get_start (viewport);
    }
  g_assert_false (mig_viewport_is_moving (viewport));
  g_assert_cmpfloat (last, >, 1290);
  g_assert_cmpfloat (last, <, 1301);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (viewport), 100, 1e-6);

  /* The end of the world stops it at once. */
  mig_viewport_fling (viewport, 1e6);
  run (viewport, 100 * MS);
  g_assert_false (mig_viewport_is_moving (viewport));
  assert_span (viewport, 1900, 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/limits", test_limits);
  g_test_add_func ("/viewport/nonsense", test_nonsense);
  g_test_add_func ("/viewport/zoom", test_zoom);
  g_test_add_func ("/viewport/slider", test_slider);
  g_test_add_func ("/viewport/changed-once", test_changed_once);
  g_test_add_func ("/viewport/step", test_step);
  g_test_add_func ("/viewport/step-keeps-anchor", test_step_keeps_anchor);
  g_test_add_func ("/viewport/steps-add-up", test_steps_add_up);
  g_test_add_func ("/viewport/fly", test_fly);
  g_test_add_func ("/viewport/reveal", test_reveal);
  g_test_add_func ("/viewport/fling", test_fling);
  return g_test_run ();
}
