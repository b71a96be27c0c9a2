/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-item-index.h"

G_BEGIN_DECLS

#define MIG_TYPE_ITEM_ROWS (mig_item_rows_get_type ())
G_DECLARE_FINAL_TYPE (MigItemRows, mig_item_rows, MIG, ITEM_ROWS, GObject)

MigItemRows  *mig_item_rows_new (void);
void          mig_item_rows_set (MigItemRows *self, MigItemList *items, MigItemOrder *order);
MigItemList  *mig_item_rows_get_items (MigItemRows *self);
MigItemOrder *mig_item_rows_get_order (MigItemRows *self);
MigRef        mig_item_rows_get_ref (MigItemRows *self, guint row);
gboolean      mig_item_rows_find (MigItemRows *self, MigRef ref, guint *row);
guint         mig_item_rows_get_n_selected (MigItemRows *self);
GArray       *mig_item_rows_get_selected (MigItemRows *self);
void          mig_item_rows_select (MigItemRows *self, GArray *refs);

G_END_DECLS
