/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-item-sorters.h"

G_BEGIN_DECLS

void         mig_item_cells_set_up        (GtkColumnViewColumn *column, MigItemColumn which, MigItemIndex **index);
GtkListItem *mig_item_cells_get_list_item (GtkWidget *row);
GtkWidget   *mig_item_cells_get_rows (GtkColumnView *view);
GtkWidget   *mig_item_cells_find_row (GtkColumnView *view, guint position);

G_END_DECLS
