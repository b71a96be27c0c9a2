/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-navigator.h"
#include "mig-search-list.h"

G_BEGIN_DECLS

#define MIG_TYPE_DETAILS (mig_details_get_type ())
G_DECLARE_FINAL_TYPE (MigDetails, mig_details, MIG, DETAILS, GtkWidget)

GtkWidget *mig_details_new (MigNavigator *navigator);
void       mig_details_focus_page (MigDetails *self);
void       mig_details_show_undated (MigDetails *self);
MigSearchList *mig_details_show_results (MigDetails *self, MigFinder *finder);
void           mig_details_hide_results (MigDetails *self);
void           mig_details_step_mark (MigDetails *self, int steps);

G_END_DECLS
