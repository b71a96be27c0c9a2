/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-navigator.h"

G_BEGIN_DECLS

#define MIG_TYPE_FILTER_PANEL (mig_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (MigFilterPanel, mig_filter_panel, MIG, FILTER_PANEL, GtkPopover)

GtkWidget *mig_filter_panel_new (MigNavigator *navigator);

G_END_DECLS
