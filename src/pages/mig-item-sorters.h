/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-item-index.h"

G_BEGIN_DECLS

/**
 * MigItemColumn:
 *
 * What the table of items tells of each.
 */
typedef enum
{
  MIG_ITEM_COLUMN_TITLE,
  MIG_ITEM_COLUMN_KIND,
  MIG_ITEM_COLUMN_DATE,
  MIG_ITEM_COLUMN_SESSIONS,
  MIG_ITEM_COLUMN_MENTIONS,
} MigItemColumn;
#define MIG_N_ITEM_COLUMNS 5

/**
 * MigItemKinds:
 *
 * What the table can be narrowed to.
 */
typedef enum
{
  MIG_ITEM_KINDS_ALL,
  MIG_ITEM_KINDS_MEETINGS,
  MIG_ITEM_KINDS_SESSIONS,
  MIG_ITEM_KINDS_EVENTS,
  MIG_ITEM_KINDS_DOCUMENTS,
  MIG_ITEM_KINDS_UNDATED,
} MigItemKinds;

GtkSorter *mig_item_sorter_new      (MigItemColumn column, MigItemIndex **index);
char      *mig_item_dup_text        (MigEntity *entity, MigItemColumn column);
char      *mig_item_dup_description (MigEntity *entity);
gboolean   mig_item_passes          (MigItemIndex *index,
                                     MigEntity *entity,
                                     MigItemKinds kinds,
                                     const char *const *words);
gboolean   mig_item_find            (GtkSortListModel *sorted, MigItemList *items, MigRef ref, guint *position);

G_END_DECLS
