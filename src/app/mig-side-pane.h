/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_SIDE_PANE (mig_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (MigSidePane, mig_side_pane, MIG, SIDE_PANE, GtkWidget)

void mig_side_pane_set_side (MigSidePane *self, GtkWidget *side);

G_END_DECLS
