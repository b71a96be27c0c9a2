/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The narrowest span that may be shown, in days. */
#define MIG_VIEWPORT_MIN_SPAN 3.0

/**
 * MigEasing:
 * @MIG_EASING_OUT: ease-out-cubic: for steps that answer a key or a button
 * @MIG_EASING_FLY: out, across and in again, so that the eye keeps its bearings over long distances
 */
typedef enum
{
  MIG_EASING_OUT,
  MIG_EASING_FLY,
} MigEasing;

#define MIG_TYPE_VIEWPORT (mig_viewport_get_type ())
G_DECLARE_FINAL_TYPE (MigViewport, mig_viewport, MIG, VIEWPORT, GObject)

MigViewport *mig_viewport_new (void);

double   mig_viewport_get_start (MigViewport *self);
double   mig_viewport_get_end (MigViewport *self);
double   mig_viewport_get_span (MigViewport *self);
void     mig_viewport_set_limits (MigViewport *self, double first, double last);
void     mig_viewport_get_limits (MigViewport *self, double *first, double *last);
void     mig_viewport_set_home (MigViewport *self, double start, double end);
void     mig_viewport_get_home (MigViewport *self, double *start, double *end);
void     mig_viewport_set_span (MigViewport *self, double start, double end);
void     mig_viewport_pan (MigViewport *self, double days);
void     mig_viewport_zoom (MigViewport *self, double factor, double anchor);
void     mig_viewport_fit (MigViewport *self);
double   mig_viewport_get_zoom (MigViewport *self);
void     mig_viewport_set_zoom (MigViewport *self, double zoom);

void     mig_viewport_get_target (MigViewport *self, double *start, double *end);
void     mig_viewport_animate_to (MigViewport *self, double start, double end, MigEasing easing, gint64 duration);
void     mig_viewport_animate_zoom (MigViewport *self, double factor, double anchor, gint64 duration);
void     mig_viewport_animate_pan (MigViewport *self, double days, gint64 duration);
void     mig_viewport_reveal (MigViewport *self, double start, double end, gint64 duration);
void     mig_viewport_fling (MigViewport *self, double days_per_second);
gboolean mig_viewport_is_moving (MigViewport *self);
gboolean mig_viewport_advance (MigViewport *self, gint64 now);
void     mig_viewport_finish (MigViewport *self);

G_END_DECLS
