/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-item-list.h"

G_BEGIN_DECLS

typedef struct _MigItemIndex MigItemIndex;

MigItemIndex *mig_item_index_new            (MigItemList *items);
void          mig_item_index_free           (MigItemIndex *self);
MigItemList  *mig_item_index_get_items      (MigItemIndex *self);
gint          mig_item_index_compare_titles (MigItemIndex *self, MigRef a, MigRef b);
gboolean      mig_item_index_holds          (MigItemIndex *self, MigRef ref, const char *const *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigItemIndex, mig_item_index_free)

G_END_DECLS
