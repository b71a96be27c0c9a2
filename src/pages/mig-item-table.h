/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-item-list.h"
#include "mig-navigator.h"

G_BEGIN_DECLS

#define MIG_TYPE_ITEM_TABLE (mig_item_table_get_type ())
G_DECLARE_FINAL_TYPE (MigItemTable, mig_item_table, MIG, ITEM_TABLE, GtkWidget)

GtkWidget   *mig_item_table_new       (MigNavigator *navigator);
GListModel  *mig_item_table_get_model (MigItemTable *self);
MigItemKind  mig_item_table_get_kind  (MigItemTable *self);
void         mig_item_table_set_kind  (MigItemTable *self, MigItemKind kind);
gboolean     mig_item_table_is_settled (MigItemTable *self);
void         mig_item_table_set_width (MigItemTable *self, double width_em);
gboolean     mig_item_table_grab      (MigItemTable *self);
gboolean     mig_item_table_find      (MigItemTable *self, MigRef ref, guint *position);
GVariant    *mig_item_table_dup_state (MigItemTable *self);
void         mig_item_table_set_state (MigItemTable *self, GVariant *state);

G_END_DECLS
