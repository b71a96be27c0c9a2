/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-lane-order.h"
#include "mig-navigator.h"
#include "mig-viewport.h"

G_BEGIN_DECLS

#define MIG_TYPE_TIMELINE_PANE (mig_timeline_pane_get_type ())
G_DECLARE_FINAL_TYPE (MigTimelinePane, mig_timeline_pane, MIG, TIMELINE_PANE, GtkWidget)

GtkWidget    *mig_timeline_pane_new             (MigNavigator *navigator, MigViewport *viewport);
GtkWidget    *mig_timeline_pane_get_timeline    (MigTimelinePane *self);
MigLaneOrder *mig_timeline_pane_get_lane_order  (MigTimelinePane *self);
gboolean      mig_timeline_pane_get_shows_list  (MigTimelinePane *self);
void          mig_timeline_pane_set_shows_list  (MigTimelinePane *self, gboolean shows_list);
const char   *mig_timeline_pane_get_list        (MigTimelinePane *self);
gboolean      mig_timeline_pane_show_list       (MigTimelinePane *self, const char *id);
gboolean      mig_timeline_pane_grab            (MigTimelinePane *self);
gboolean      mig_timeline_pane_show_record     (MigTimelinePane *self, MigRef ref);
void          mig_timeline_pane_popup_jump      (MigTimelinePane *self);
void          mig_timeline_pane_popup_lanes     (MigTimelinePane *self);

G_END_DECLS
