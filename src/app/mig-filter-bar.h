/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-navigator.h"

G_BEGIN_DECLS

#define MIG_TYPE_FILTER_BAR (mig_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (MigFilterBar, mig_filter_bar, MIG, FILTER_BAR, GtkWidget)

void mig_filter_bar_set_navigator (MigFilterBar *self, MigNavigator *navigator);

G_END_DECLS
