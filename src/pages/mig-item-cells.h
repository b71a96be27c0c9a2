/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-item-column.h"

G_BEGIN_DECLS

GtkColumnViewColumn *mig_item_cells_column_new    (MigItemKind kind, MigItemColumn column, double em);
double               mig_item_cells_get_width    (MigItemColumn column, gboolean is_first);
MigItemColumn        mig_item_cells_get_column    (GtkColumnViewColumn *column);
GtkListItem         *mig_item_cells_get_list_item (GtkWidget *row);

G_END_DECLS
