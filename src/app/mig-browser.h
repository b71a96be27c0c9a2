/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-finder.h"
#include "mig-navigator.h"
#include "mig-timeline-pane.h"
#include "mig-search-list.h"
#include "mig-viewport.h"

G_BEGIN_DECLS

#define MIG_TYPE_BROWSER (mig_browser_get_type ())
G_DECLARE_FINAL_TYPE (MigBrowser, mig_browser, MIG, BROWSER, GtkWidget)

GtkWidget *mig_browser_new (MigNavigator *navigator, MigViewport *viewport);
int        mig_browser_get_timeline_height (MigBrowser *self);
void       mig_browser_set_timeline_height (MigBrowser *self, int height);
void       mig_browser_zoom (MigBrowser *self, double factor);
void       mig_browser_fit (MigBrowser *self);
MigTimelinePane *mig_browser_get_pane (MigBrowser *self);
void       mig_browser_set_time_left_to_right (MigBrowser *self, gboolean left_to_right);
gboolean   mig_browser_focus_selected (MigBrowser *self);
gboolean   mig_browser_step_out (MigBrowser *self);
gboolean   mig_browser_is_timeline (MigBrowser *self, GtkWidget *widget);
void       mig_browser_append_bands (MigBrowser *self, GPtrArray *bands);
void       mig_browser_set_results (MigBrowser *self, MigSearchResults *results);
MigSearchList *mig_browser_show_search (MigBrowser *self, MigFinder *finder);
void       mig_browser_hide_search (MigBrowser *self);
void mig_browser_step_mark (MigBrowser *self, int steps);

G_END_DECLS
