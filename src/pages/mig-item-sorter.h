/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-item-index.h"

G_BEGIN_DECLS

#define MIG_TYPE_ITEM_SORTER (mig_item_sorter_get_type ())
G_DECLARE_FINAL_TYPE (MigItemSorter, mig_item_sorter, MIG, ITEM_SORTER, GtkSorter)

GtkSorter *mig_item_sorter_new  (MigItemColumn column);
guint      mig_item_sorter_read (GtkSorter *view_sorter, MigItemSort *sorts);

G_END_DECLS
