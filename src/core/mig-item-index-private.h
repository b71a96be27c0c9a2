/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-item-filter.h"
#include "mig-item-index.h"

G_BEGIN_DECLS

/* Internal to the index: what its worker threads keep from one request to the next. */

/* Of a cell that is empty: such rows come last in either direction. */
#define MIG_ITEM_RANK_NONE G_MAXUINT32

/* Looked at now and then by loops over all items. */
static inline gboolean
mig_item_index_is_cancelled (GCancellable *cancellable, guint i)
{
  return (i & 4095) == 0 && g_cancellable_is_cancelled (cancellable);
}

struct _MigItemIndex
{
  GObject parent_instance;

  MigItemList *items;

  GMutex lock; /* held by the thread that works; guards what follows */
  guint32 *ranks[MIG_N_ITEM_COLUMNS];           /* by position; NULL until they are first wanted */
  const char **folded[MIG_N_ITEM_COLUMNS + 1];  /* by position; the last one has all columns, a line each */
  GStringChunk *texts;
};

const char *const *mig_item_index_ensure_folded (MigItemIndex *self, MigItemColumn column, GCancellable *cancellable);

G_END_DECLS
