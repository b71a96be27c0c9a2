/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-navigator.h"
#include "mig-search-results.h"
#include "mig-viewport.h"

G_BEGIN_DECLS

#define MIG_TYPE_OVERVIEW (mig_overview_get_type ())
G_DECLARE_FINAL_TYPE (MigOverview, mig_overview, MIG, OVERVIEW, GtkWidget)

GtkWidget *mig_overview_new (MigNavigator *navigator, MigViewport *viewport);
void       mig_overview_set_results (MigOverview *self, MigSearchResults *results);

G_END_DECLS
