/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-paint.h"
#include "mig-timeline-painter.h"

G_BEGIN_DECLS

/* Internal to the painter: what its parts draw. Coordinates are those of the layout, y moved down by the ruler. */

typedef struct
{
  MigPaint paint;
  const MigTimelineView *view;
  const MigLayout *layout;
  double width;          /* of the view, without the lane names */
  double ruler;          /* height of the ruler */
  double pixels_per_day;
} MigPainting;

void mig_painting_ruler (const MigPainting *g);
void mig_painting_filtered (const MigPainting *g);
void mig_painting_weekends (const MigPainting *g);
void mig_painting_arcs (const MigPainting *g);
void mig_painting_trays (const MigPainting *g);
gint mig_painting_get_sessions_side (const MigPainting *g);
void mig_painting_densities (const MigPainting *g);
void mig_painting_marks (const MigPainting *g);
void mig_painting_labels (const MigPainting *g);

G_END_DECLS
