/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-lane-order.h"

G_BEGIN_DECLS

#define MIG_TYPE_LANE_MENU (mig_lane_menu_get_type ())
G_DECLARE_FINAL_TYPE (MigLaneMenu, mig_lane_menu, MIG, LANE_MENU, GtkPopover)

GtkWidget *mig_lane_menu_new (MigLaneOrder *order);
void       mig_lane_menu_set_corpus (MigLaneMenu *self, MigCorpus *corpus);

G_END_DECLS
