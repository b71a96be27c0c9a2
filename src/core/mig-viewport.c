/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-viewport-private.h"

#include <math.h>

/*
 * MigViewport: which span of time is in sight, and how it moves there.
 *
 *   keys, wheel, buttons ──► pan, zoom, animate_to, fling ──► start, end ──► "changed" ──► everyone who shows time
 *
 * It knows days and nothing of pixels, so that the timeline, the overview, the ruler and an export can share one. A day
 * is a GDate Julian day; day d covers [d, d + 1). "changed" comes once for each change of start or end, or of both.
 *
 * MigMovement is driven from outside: whoever owns a frame clock calls mig_viewport_advance() with its time. A new
 * movement takes over from where the running one stands.
 */

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
get_widest (MigViewport *self)
{
  return MAX (self->last - self->first, MIG_VIEWPORT_MIN_SPAN);
}

/* Narrow or widen to what may be shown about the span's middle, then push it back between the limits. */
void
mig_viewport_clamp (MigViewport *self, double *start, double *end)
{
  double span = CLAMP (*end - *start, MIG_VIEWPORT_MIN_SPAN, get_widest (self));
  double middle = (*start + *end) / 2;

  if (span != *end - *start)
    *start = middle - span / 2;
  *start = CLAMP (*start, self->first, MAX (self->first, self->last - span));
  *end = *start + span;
}

void
mig_viewport_show (MigViewport *self, double start, double end)
{
  gboolean moved_start, moved_end;

  if (!isfinite (start) || !isfinite (end) || end < start)
    return;

  mig_viewport_clamp (self, &start, &end);
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

void
mig_viewport_set_movement (MigViewport *self, MigMovement movement)
{
  gboolean was = self->movement != MIG_MOVEMENT_NONE;

  self->movement = movement;
  self->began = 0;
  if (was != (movement != MIG_MOVEMENT_NONE))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVING]);
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
  mig_viewport_clamp (self, &self->home_start, &self->home_end);
  if (self->movement != MIG_MOVEMENT_NONE && self->movement != MIG_MOVEMENT_FLING)
    mig_viewport_clamp (self, &self->to_start, &self->to_end);
  mig_viewport_show (self, self->start, self->end);
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

  mig_viewport_clamp (self, &start, &end);
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

  mig_viewport_set_movement (self, MIG_MOVEMENT_NONE);
  mig_viewport_show (self, start, end);
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
void
mig_viewport_get_zoomed (MigViewport *self, double factor, double anchor, double *start, double *end)
{
  double span = *end - *start;
  double next = CLAMP (span / factor, MIG_VIEWPORT_MIN_SPAN, get_widest (self));
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
  mig_viewport_get_zoomed (self, factor, CLAMP (anchor, 0, 1), &start, &end);
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
  double range = log (get_widest (self) / MIG_VIEWPORT_MIN_SPAN);

  return range <= 0 ? 0 : CLAMP (log (get_widest (self) / (self->end - self->start)) / range, 0, 1);
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
  double widest, span;

  g_return_if_fail (MIG_IS_VIEWPORT (self));

  /* A slider writes back what it was told; without this its rounding would stop every animation. */
  if (fabs (zoom - mig_viewport_get_zoom (self)) < 1e-6)
    return;

  widest = get_widest (self);
  span = widest * pow (MIG_VIEWPORT_MIN_SPAN / widest, CLAMP (zoom, 0, 1));
  mig_viewport_zoom (self, (self->end - self->start) / span, 0.5);
}
