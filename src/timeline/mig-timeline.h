/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-lane-order.h"
#include "mig-navigator.h"
#include "mig-search-results.h"
#include "mig-viewport.h"

G_BEGIN_DECLS

#define MIG_TYPE_TIMELINE (mig_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MigTimeline, mig_timeline, MIG, TIMELINE, GtkWidget)

GtkWidget     *mig_timeline_new (MigNavigator *navigator, MigViewport *viewport);
void           mig_timeline_set_navigator (MigTimeline *self, MigNavigator *navigator);
void           mig_timeline_set_viewport (MigTimeline *self, MigViewport *viewport);
const char    *mig_timeline_get_palette (MigTimeline *self);
void           mig_timeline_set_palette (MigTimeline *self, const char *palette);
void           mig_timeline_set_brief (MigTimeline *self, gboolean brief);
void           mig_timeline_set_lane_order (MigTimeline *self, MigLaneOrder *order);
void           mig_timeline_set_results (MigTimeline *self, MigSearchResults *results);
gboolean       mig_timeline_grab_item (MigTimeline *self, MigRef ref);
void           mig_timeline_fly_to (MigTimeline *self, double start, double end);
gboolean       mig_timeline_show_record (MigTimeline *self, MigRef ref);
void           mig_timeline_get_corner (MigTimeline *self, int *width, int *height);

G_END_DECLS
