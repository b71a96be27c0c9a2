/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-viewport.h"

#include <math.h>

/*
 * MigViewport: which span of time is in sight, and how it moves there.
 *
 *   keys, wheel, buttons ──► pan, zoom, animate_to, fling ──► start, end ──► "changed" ──► everyone who shows time
 *
 * It knows days and nothing of pixels, so that the timeline, the overview, the ruler and an export can share one. A day
 * is a GDate Julian day; day d covers [d, d + 1). "changed" comes once for each change of start or end, or of both.
 *
 * Movement is driven from outside: whoever owns a frame clock calls mig_viewport_advance() with its time. A new movement
 * takes over from where the running one stands.
 */

typedef enum
{
  MOVEMENT_NONE,
  MOVEMENT_STEP,
  MOVEMENT_FLY,
  MOVEMENT_FLING,
} Movement;

/* GtkScrolledWindow's friction: a flung view loses its speed by this factor each second. */
#define FRICTION 4.0
/* A fling slower than this part of the view per second has ended. */
#define FLING_REST 0.01

struct _MigViewport
{
  GObject parent_instance;

  double start;
  double end;
  double first; /* limits */
  double last;
  double home_start;
  double home_end;

  Movement movement;
  double from_start;
  double from_end;
  double to_start;
  double to_end;
  double velocity;   /* days per second */
  gint64 began;      /* frame time of the first advance; 0 before it */
  gint64 duration;   /* µs */
};

G_DEFINE_FINAL_TYPE (MigViewport, mig_viewport, G_TYPE_OBJECT)

enum
{
  PROP_START = 1,
  PROP_END,
  PROP_ZOOM,
  PROP_MOVING,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static double
widest (MigViewport *self)
{
  return MAX (self->last - self->first, MIG_VIEWPORT_MIN_SPAN);
}

/* Narrow or widen to what may be shown about the span's middle, then push it back between the limits. */
static void
clamp (MigViewport *self, double *start, double *end)
{
  double span = CLAMP (*end - *start, MIG_VIEWPORT_MIN_SPAN, widest (self));
  double middle = (*start + *end) / 2;

  if (span != *end - *start)
    *start = middle - span / 2;
  *start = CLAMP (*start, self->first, MAX (self->first, self->last - span));
  *end = *start + span;
}

static void
show (MigViewport *self, double start, double end)
{
  gboolean moved_start, moved_end;

  if (!isfinite (start) || !isfinite (end) || end < start)
    return;

  clamp (self, &start, &end);
  moved_start = start != self->start;
  moved_end = end != self->end;
  if (!moved_start && !moved_end)
    return;

  self->start = start;
  self->end = end;

  g_object_freeze_notify (G_OBJECT (self));
  if (moved_start)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START]);
  if (moved_end)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_movement (MigViewport *self, Movement movement)
{
  gboolean was = self->movement != MOVEMENT_NONE;

  self->movement = movement;
  self->began = 0;
  if (was != (movement != MOVEMENT_NONE))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVING]);
}

/* Where a movement will come to rest, so that a second key press adds to the first instead of losing its remainder. */
static void
get_target (MigViewport *self, double *start, double *end)
{
  gboolean aimed = self->movement == MOVEMENT_STEP || self->movement == MOVEMENT_FLY;

  *start = aimed ? self->to_start : self->start;
  *end = aimed ? self->to_end : self->end;
}

static void
mig_viewport_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MigViewport *self = MIG_VIEWPORT (object);

  switch (id)
    {
    case PROP_START:
      g_value_set_double (value, self->start);
      break;
    case PROP_END:
      g_value_set_double (value, self->end);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, mig_viewport_get_zoom (self));
      break;
    case PROP_MOVING:
      g_value_set_boolean (value, mig_viewport_is_moving (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mig_viewport_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ZOOM)
    mig_viewport_set_zoom (MIG_VIEWPORT (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mig_viewport_class_init (MigViewportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = mig_viewport_get_property;
  object_class->set_property = mig_viewport_set_property;

  properties[PROP_START] =
      g_param_spec_double ("start", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, readable);
  properties[PROP_END] =
      g_param_spec_double ("end", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, MIG_VIEWPORT_MIN_SPAN, readable);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 1, 0, writable);
  properties[PROP_MOVING] = g_param_spec_boolean ("moving", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", MIG_TYPE_VIEWPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mig_viewport_init (MigViewport *self)
{
  self->start = self->first = self->home_start = 0;
  self->end = self->last = self->home_end = MIG_VIEWPORT_MIN_SPAN;
}

/**
 * mig_viewport_new:
 *
 * Returns: (transfer full): a viewport on three days of year 1, until limits and a home are set
 */
MigViewport *
mig_viewport_new (void)
{
  return g_object_new (MIG_TYPE_VIEWPORT, NULL);
}

/**
 * mig_viewport_get_start:
 *
 * Returns: the moment at the view's earlier edge, in Julian days with their fraction
 */
double
mig_viewport_get_start (MigViewport *self)
{
  return self->start;
}

/**
 * mig_viewport_get_end:
 *
 * Returns: the moment at the view's later edge, in Julian days with their fraction; always after the start
 */
double
mig_viewport_get_end (MigViewport *self)
{
  return self->end;
}

/**
 * mig_viewport_get_span:
 *
 * Returns: the days in sight, never fewer than %MIG_VIEWPORT_MIN_SPAN
 */
double
mig_viewport_get_span (MigViewport *self)
{
  return self->end - self->start;
}

/**
 * mig_viewport_set_limits:
 * @first: earliest moment that may come into sight, in Julian days
 * @last: latest moment that may come into sight
 *
 * Bounds the view; a span outside is moved and narrowed until it fits. Limits narrower than the narrowest span are
 * widened about their middle.
 */
void
mig_viewport_set_limits (MigViewport *self, double first, double last)
{
  g_return_if_fail (MIG_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (first) && isfinite (last) && first <= last);

  if (last - first < MIG_VIEWPORT_MIN_SPAN)
    {
      first = (first + last - MIG_VIEWPORT_MIN_SPAN) / 2;
      last = first + MIG_VIEWPORT_MIN_SPAN;
    }
  self->first = first;
  self->last = last;
  clamp (self, &self->home_start, &self->home_end);
  if (self->movement != MOVEMENT_NONE && self->movement != MOVEMENT_FLING)
    clamp (self, &self->to_start, &self->to_end);
  show (self, self->start, self->end);
}

/**
 * mig_viewport_get_limits:
 * @first: (out) (optional): earliest moment that may come into sight
 * @last: (out) (optional): latest moment that may come into sight
 */
void
mig_viewport_get_limits (MigViewport *self, double *first, double *last)
{
  if (first != NULL)
    *first = self->first;
  if (last != NULL)
    *last = self->last;
}

/**
 * mig_viewport_set_home:
 * @start: earlier edge of the span that "fit" shows
 * @end: its later edge
 *
 * Sets what mig_viewport_fit() returns to. It is brought inside the limits.
 */
void
mig_viewport_set_home (MigViewport *self, double start, double end)
{
  g_return_if_fail (MIG_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (start) && isfinite (end) && start <= end);

  clamp (self, &start, &end);
  self->home_start = start;
  self->home_end = end;
}

/**
 * mig_viewport_get_home:
 * @start: (out) (optional): earlier edge of the home span
 * @end: (out) (optional): its later edge
 */
void
mig_viewport_get_home (MigViewport *self, double *start, double *end)
{
  if (start != NULL)
    *start = self->home_start;
  if (end != NULL)
    *end = self->home_end;
}

/**
 * mig_viewport_set_span:
 * @start: earlier edge, in Julian days
 * @end: later edge
 *
 * Shows a span at once and ends any movement. Spans that are too wide or narrow keep their middle.
 */
void
mig_viewport_set_span (MigViewport *self, double start, double end)
{
  g_return_if_fail (MIG_IS_VIEWPORT (self));

  set_movement (self, MOVEMENT_NONE);
  show (self, start, end);
}

/**
 * mig_viewport_pan:
 * @days: how far to move towards the later, in days; negative towards the earlier
 *
 * Moves the view at once, as a drag or a touchpad asks; the span stays. Ends any movement.
 */
void
mig_viewport_pan (MigViewport *self, double days)
{
  mig_viewport_set_span (self, self->start + days, self->end + days);
}

/* The span that zooming leaves: the moment at @anchor stays where it is, at both ends of the zoom's range too. */
static void
zoomed (MigViewport *self, double factor, double anchor, double *start, double *end)
{
  double span = *end - *start;
  double next = CLAMP (span / factor, MIG_VIEWPORT_MIN_SPAN, widest (self));
  double moment = *start + span * anchor;

  *start = moment - next * anchor;
  *end = *start + next;
}

/**
 * mig_viewport_zoom:
 * @factor: 2 shows half as many days, 0.5 twice as many
 * @anchor: what stays in its place, as a part of the view from 0 (start) to 1 (end)
 *
 * Zooms at once, as a wheel or a pinch asks; multiplicative, so that steps in and out cancel each other.
 */
void
mig_viewport_zoom (MigViewport *self, double factor, double anchor)
{
  double start, end;

  g_return_if_fail (MIG_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (factor) && factor > 0);

  start = self->start;
  end = self->end;
  zoomed (self, factor, CLAMP (anchor, 0, 1), &start, &end);
  mig_viewport_set_span (self, start, end);
}

/**
 * mig_viewport_fit:
 *
 * Shows the home span at once.
 */
void
mig_viewport_fit (MigViewport *self)
{
  mig_viewport_set_span (self, self->home_start, self->home_end);
}

/**
 * mig_viewport_get_zoom:
 *
 * Returns: how far the view is zoomed in, from 0 (all that may be shown) to 1 (the narrowest span), on a logarithmic
 *   scale, for a slider
 */
double
mig_viewport_get_zoom (MigViewport *self)
{
  double range = log (widest (self) / MIG_VIEWPORT_MIN_SPAN);

  return range <= 0 ? 0 : CLAMP (log (widest (self) / (self->end - self->start)) / range, 0, 1);
}

/**
 * mig_viewport_set_zoom:
 * @zoom: from 0 to 1, as in mig_viewport_get_zoom()
 *
 * Zooms about the view's middle.
 */
void
mig_viewport_set_zoom (MigViewport *self, double zoom)
{
  double span;

  g_return_if_fail (MIG_IS_VIEWPORT (self));

  /* A slider writes back what it was told; without this its rounding would stop every animation. */
  if (fabs (zoom - mig_viewport_get_zoom (self)) < 1e-6)
    return;

  span = widest (self) * pow (MIG_VIEWPORT_MIN_SPAN / widest (self), CLAMP (zoom, 0, 1));
  mig_viewport_zoom (self, (self->end - self->start) / span, 0.5);
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

  clamp (self, &start, &end);
  if (duration <= 0)
    {
      mig_viewport_set_span (self, start, end);
      return;
    }
  if (start == self->start && end == self->end)
    {
      set_movement (self, MOVEMENT_NONE);
      return;
    }

  self->from_start = self->start;
  self->from_end = self->end;
  self->to_start = start;
  self->to_end = end;
  self->duration = duration;
  set_movement (self, easing == MIG_EASING_FLY ? MOVEMENT_FLY : MOVEMENT_STEP);
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

  get_target (self, &start, &end);
  zoomed (self, factor, CLAMP (anchor, 0, 1), &start, &end);
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

  get_target (self, &start, &end);
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

  get_target (self, &at_start, &at_end);
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
  set_movement (self, MOVEMENT_FLING);
}

/**
 * mig_viewport_is_moving:
 *
 * Returns: whether mig_viewport_advance() has something to do
 */
gboolean
mig_viewport_is_moving (MigViewport *self)
{
  return self->movement != MOVEMENT_NONE;
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

  show (self, self->from_start + (self->to_start - self->from_start) * q,
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

  show (self, middle - span / 2, middle + span / 2);
}

/* The distance that a fling with friction has covered: the integral of v·exp(−FRICTION·t). */
static gboolean
advance_fling (MigViewport *self, double seconds)
{
  double gone = self->velocity / FRICTION * (1 - exp (-FRICTION * seconds));
  double speed = fabs (self->velocity) * exp (-FRICTION * seconds);

  show (self, self->from_start + gone, self->from_end + gone);
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

  if (self->movement == MOVEMENT_NONE)
    return FALSE;
  if (self->began == 0)
    {
      self->began = now;
      return TRUE;
    }

  if (self->movement == MOVEMENT_FLING)
    {
      if (!advance_fling (self, (double) (now - self->began) / G_USEC_PER_SEC))
        set_movement (self, MOVEMENT_NONE);
      return mig_viewport_is_moving (self);
    }

  t = (double) (now - self->began) / (double) self->duration;
  if (t >= 1)
    mig_viewport_finish (self);
  else if (self->movement == MOVEMENT_FLY)
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

  get_target (self, &start, &end);
  set_movement (self, MOVEMENT_NONE);
  show (self, start, end);
}
