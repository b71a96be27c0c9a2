/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-item-column.h"

G_BEGIN_DECLS

typedef struct
{
  MigItemColumn column;
  gboolean descending;
} MigItemSort;
#define MIG_ITEM_MAX_SORTS 4

/**
 * MigItemArrangement:
 * @sorts: by what to sort, the first one first; where all make no difference the list's own order counts
 * @n_sorts: how many there are
 * @text: (nullable): what to filter by, as somebody typed it
 * @within: the column to filter, or %MIG_ITEM_COLUMN_ALL
 * @subset: (nullable): what of the corpus is shown, or %NULL for all of it
 *
 * Which rows a list is to show, and in which order.
 */
typedef struct
{
  MigItemSort sorts[MIG_ITEM_MAX_SORTS];
  guint n_sorts;
  const char *text;
  MigItemColumn within;
  MigSubset *subset;
} MigItemArrangement;

/**
 * MigItemOrder:
 * @rows: (array length=n): for each row its position in the list
 * @n: how many rows there are
 * @places: for each position in the list its row from 1, or 0 while the filter hides it
 *
 * Rows that were arranged. It never changes.
 */
typedef struct
{
  guint32 *rows;
  guint n;
  guint32 *places;
} MigItemOrder;

MigItemOrder *mig_item_order_ref (MigItemOrder *self);
void          mig_item_order_unref (MigItemOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigItemOrder, mig_item_order_unref)

#define MIG_TYPE_ITEM_INDEX (mig_item_index_get_type ())
G_DECLARE_FINAL_TYPE (MigItemIndex, mig_item_index, MIG, ITEM_INDEX, GObject)

MigItemIndex *mig_item_index_new (MigItemList *items);
MigItemList  *mig_item_index_get_items (MigItemIndex *self);
void          mig_item_index_arrange_async (MigItemIndex *self,
                                            const MigItemArrangement *arrangement,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
MigItemOrder *mig_item_index_arrange_finish (MigItemIndex *self, GAsyncResult *result, GError **error);
void          mig_item_index_seek_async (MigItemIndex *self,
                                         MigItemOrder *order,
                                         guint from,
                                         const char *typed,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
guint         mig_item_index_seek_finish (MigItemIndex *self, GAsyncResult *result, GError **error);
void          mig_item_index_copy_async (MigItemIndex *self,
                                         GArray *refs,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
char         *mig_item_index_copy_finish (MigItemIndex *self, GAsyncResult *result, GError **error);

G_END_DECLS
