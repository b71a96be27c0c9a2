/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-timeline-painter.h"

G_BEGIN_DECLS

#define MIG_TYPE_TIMELINE_LANE (mig_timeline_lane_get_type ())
G_DECLARE_FINAL_TYPE (MigTimelineLane, mig_timeline_lane, MIG, TIMELINE_LANE, GtkWidget)

GtkWidget *mig_timeline_lane_new (MigLane lane);
void       mig_timeline_lane_sync (MigTimelineLane *self,
                                   MigTimelinePainter *painter,
                                   const MigTimelineView *view,
                                   const MigLayout *layout);
GtkWidget *mig_timeline_lane_find (MigTimelineLane *self, MigRef ref);

G_END_DECLS
