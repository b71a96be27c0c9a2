/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-entity.h"

G_BEGIN_DECLS

#define MIG_TYPE_ITEM_LIST (mig_item_list_get_type ())
G_DECLARE_FINAL_TYPE (MigItemList, mig_item_list, MIG, ITEM_LIST, GObject)

MigItemList *mig_item_list_new (MigCorpus *corpus);
MigCorpus   *mig_item_list_get_corpus (MigItemList *self);
MigRef       mig_item_list_get_ref (MigItemList *self, guint position);
gboolean     mig_item_list_find (MigItemList *self, MigRef ref, guint *position);

G_END_DECLS
