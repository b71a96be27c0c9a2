/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-viewport.h"

G_BEGIN_DECLS

/* Internal to the viewport: its state, shared with the file that moves it. */

typedef enum
{
  MIG_MOVEMENT_NONE,
  MIG_MOVEMENT_STEP,
  MIG_MOVEMENT_FLY,
  MIG_MOVEMENT_FLING,
} MigMovement;

struct _MigViewport
{
  GObject parent_instance;

  double start;
  double end;
  double first; /* limits */
  double last;
  double home_start;
  double home_end;

  MigMovement movement;
  double from_start;
  double from_end;
  double to_start;
  double to_end;
  double velocity;   /* days per second */
  gint64 began;      /* frame time of the first advance; 0 before it */
  gint64 duration;   /* µs */
};

void   mig_viewport_clamp (MigViewport *self, double *start, double *end);
void   mig_viewport_show (MigViewport *self, double start, double end);
void   mig_viewport_set_movement (MigViewport *self, MigMovement movement);
void   mig_viewport_get_zoomed (MigViewport *self, double factor, double anchor, double *start, double *end);

G_END_DECLS
