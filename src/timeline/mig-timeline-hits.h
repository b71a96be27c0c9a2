/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search-places.h"
#include "mig-timeline-painter.h"

G_BEGIN_DECLS

void mig_timeline_hits_paint (GtkSnapshot *snapshot,
                              MigTimelinePainter *painter,
                              const MigLayout *layout,
                              const MigTimelineView *view,
                              MigPalette palette,
                              MigSearchResults *results,
                              MigSearchPlaces *places);

G_END_DECLS
