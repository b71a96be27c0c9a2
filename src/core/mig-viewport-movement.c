/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-viewport-private.h"

#include <math.h>

/*
 * How a viewport moves by itself: steps that answer a key, flights to a far place, and the run of a view that was
 * thrown.
 */

/* GtkScrolledWindow's friction: a flung view loses its speed by this factor each second. */
#define FRICTION 4.0
/* A fling slower than this part of the view per second has ended. */
#define FLING_REST 0.01

/**
 * mig_viewport_get_target:
 * @start: (out): earlier edge, in Julian days
 * @end: (out): later edge
 *
 * Gets where a step or a flight will come to rest, so that a second key press adds to the first instead of losing its
 * remainder; without one, what is in sight.
 */
void
mig_viewport_get_target (MigViewport *self, double *start, double *end)
{
  gboolean aimed;

  g_return_if_fail (MIG_IS_VIEWPORT (self));

  aimed = self->movement == MIG_MOVEMENT_STEP || self->movement == MIG_MOVEMENT_FLY;

  *start = aimed ? self->to_start : self->start;
  *end = aimed ? self->to_end : self->end;
}

/**
 * mig_viewport_animate_to:
 * @start: earlier edge to come to rest at
 * @end: later edge
 * @easing: how to get there
 * @duration: in microseconds; 0 goes there at once
 */
void
mig_viewport_animate_to (MigViewport *self, double start, double end, MigEasing easing, gint64 duration)
{
  g_return_if_fail (MIG_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (start) && isfinite (end));

  mig_viewport_clamp (self, &start, &end);
  if (duration <= 0)
    {
      mig_viewport_set_span (self, start, end);
      return;
    }
  if (start == self->start && end == self->end)
    {
      mig_viewport_set_movement (self, MIG_MOVEMENT_NONE);
      return;
    }

  self->from_start = self->start;
  self->from_end = self->end;
  self->to_start = start;
  self->to_end = end;
  self->duration = duration;
  mig_viewport_set_movement (self, easing == MIG_EASING_FLY ? MIG_MOVEMENT_FLY : MIG_MOVEMENT_STEP);
}

/**
 * mig_viewport_animate_zoom:
 * @factor: as in mig_viewport_zoom()
 * @anchor: as in mig_viewport_zoom()
 * @duration: in microseconds; 0 goes there at once
 *
 * Zooms in a smooth step. Steps that follow each other quickly add up.
 */
void
mig_viewport_animate_zoom (MigViewport *self, double factor, double anchor, gint64 duration)
{
  double start, end;

  g_return_if_fail (MIG_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (factor) && factor > 0);

  mig_viewport_get_target (self, &start, &end);
  mig_viewport_get_zoomed (self, factor, CLAMP (anchor, 0, 1), &start, &end);
  mig_viewport_animate_to (self, start, end, MIG_EASING_OUT, duration);
}

/**
 * mig_viewport_animate_pan:
 * @days: how far to move
 * @duration: in microseconds; 0 goes there at once
 *
 * Pans in a smooth step. Steps that follow each other quickly add up.
 */
void
mig_viewport_animate_pan (MigViewport *self, double days, gint64 duration)
{
  double start, end;

  g_return_if_fail (MIG_IS_VIEWPORT (self));

  mig_viewport_get_target (self, &start, &end);
  mig_viewport_animate_to (self, start + days, end + days, MIG_EASING_OUT, duration);
}

/**
 * mig_viewport_reveal:
 * @start: first moment that must be in sight
 * @end: last moment
 * @duration: in microseconds; 0 goes there at once
 *
 * Brings a span into sight, with an eighth of the view to spare, and does nothing when it is well in sight already. The
 * zoom stays, unless the span is wider than the view.
 */
void
mig_viewport_reveal (MigViewport *self, double start, double end, gint64 duration)
{
  double at_start, at_end, span, margin;

  g_return_if_fail (MIG_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (start) && isfinite (end) && start <= end);

  mig_viewport_get_target (self, &at_start, &at_end);
  span = MAX (at_end - at_start, (end - start) * 1.34);
  margin = MIN (span / 8, (span - (end - start)) / 2);
  if (span == at_end - at_start && start >= at_start + margin / 4 && end <= at_end - margin / 4)
    return;

  if (start - margin < at_start)
    at_start = start - margin;
  else if (end + margin > at_start + span)
    at_start = end + margin - span;
  mig_viewport_animate_to (self, at_start, at_start + span, MIG_EASING_FLY, duration);
}

/**
 * mig_viewport_fling:
 * @days_per_second: speed at which the fingers left
 *
 * Lets the view run on and lose its speed, as GtkScrolledWindow's kinetic scrolling does.
 */
void
mig_viewport_fling (MigViewport *self, double days_per_second)
{
  g_return_if_fail (MIG_IS_VIEWPORT (self));

  if (!isfinite (days_per_second) || fabs (days_per_second) < FLING_REST * mig_viewport_get_span (self))
    return;

  self->velocity = days_per_second;
  self->from_start = self->start;
  self->from_end = self->end;
  mig_viewport_set_movement (self, MIG_MOVEMENT_FLING);
}

/**
 * mig_viewport_is_moving:
 *
 * Returns: whether mig_viewport_advance() has something to do
 */
gboolean
mig_viewport_is_moving (MigViewport *self)
{
  return self->movement != MIG_MOVEMENT_NONE;
}

static double
ease_out_cubic (double t)
{
  return 1 - pow (1 - t, 3);
}

static double
ease_in_out (double t)
{
  return t * t * (3 - 2 * t);
}

static void
advance_step (MigViewport *self, double t)
{
  double p = ease_out_cubic (t);
  double from = self->from_end - self->from_start;
  double to = self->to_end - self->to_start;
  /* Spans grow by factors, not by sums; the edges follow so that a zoom's fixed point stays fixed on the way. */
  double span = from * pow (to / from, p);
  double q = fabs (to - from) < 1e-9 * from ? p : (span - from) / (to - from);

  mig_viewport_show (self, self->from_start + (self->to_start - self->from_start) * q,
        self->from_start + (self->to_start - self->from_start) * q + span);
}

static void
advance_fly (MigViewport *self, double t)
{
  double p = ease_in_out (t);
  double from = self->from_end - self->from_start;
  double to = self->to_end - self->to_start;
  double middle_from = (self->from_start + self->from_end) / 2;
  double middle_to = (self->to_start + self->to_end) / 2;
  double distance = fabs (middle_to - middle_from);
  /* Zoom out far enough that both places come near each other, by a parabola in the logarithm of the span. */
  double lift = MAX (0, log (distance / MAX (from, to)));
  double span = exp (log (from) + (log (to) - log (from)) * p + lift * 4 * p * (1 - p));
  double middle = middle_from + (middle_to - middle_from) * p;

  mig_viewport_show (self, middle - span / 2, middle + span / 2);
}

/* The distance that a fling with friction has covered: the integral of v·exp(−FRICTION·t). */
static gboolean
advance_fling (MigViewport *self, double seconds)
{
  double gone = self->velocity / FRICTION * (1 - exp (-FRICTION * seconds));
  double speed = fabs (self->velocity) * exp (-FRICTION * seconds);

  mig_viewport_show (self, self->from_start + gone, self->from_end + gone);
  return speed >= FLING_REST * (self->end - self->start) && self->start > self->first && self->end < self->last;
}

/**
 * mig_viewport_advance:
 * @now: the frame clock's time, in microseconds
 *
 * Moves on to where the running movement stands at @now. The first call after a movement began sets its start.
 *
 * Returns: whether another call will be needed
 */
gboolean
mig_viewport_advance (MigViewport *self, gint64 now)
{
  double t;

  g_return_val_if_fail (MIG_IS_VIEWPORT (self), FALSE);

  if (self->movement == MIG_MOVEMENT_NONE)
    return FALSE;
  if (self->began == 0)
    {
      self->began = now;
      return TRUE;
    }

  if (self->movement == MIG_MOVEMENT_FLING)
    {
      if (!advance_fling (self, (double) (now - self->began) / G_USEC_PER_SEC))
        mig_viewport_set_movement (self, MIG_MOVEMENT_NONE);
      return mig_viewport_is_moving (self);
    }

  t = (double) (now - self->began) / (double) self->duration;
  if (t >= 1)
    mig_viewport_finish (self);
  else if (self->movement == MIG_MOVEMENT_FLY)
    advance_fly (self, MAX (t, 0));
  else
    advance_step (self, MAX (t, 0));
  return mig_viewport_is_moving (self);
}

/**
 * mig_viewport_finish:
 *
 * Ends a running movement where it was to come to rest; a fling ends where it is.
 */
void
mig_viewport_finish (MigViewport *self)
{
  double start, end;

  g_return_if_fail (MIG_IS_VIEWPORT (self));

  mig_viewport_get_target (self, &start, &end);
  mig_viewport_set_movement (self, MIG_MOVEMENT_NONE);
  mig_viewport_show (self, start, end);
}
