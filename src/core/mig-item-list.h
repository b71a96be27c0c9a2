/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-entity.h"
#include "mig-subset.h"

G_BEGIN_DECLS

/**
 * MigItemKind:
 * @MIG_ITEM_KIND_TIMELINE: all that the timeline shows
 * @MIG_ITEM_KIND_EVENTS: events that are no meeting, session or series
 * @MIG_ITEM_KIND_UNDATED: what the timeline has without a date
 *
 * What a corpus can be listed by.
 */
typedef enum
{
  MIG_ITEM_KIND_TIMELINE,
  MIG_ITEM_KIND_MEETINGS,
  MIG_ITEM_KIND_SESSIONS,
  MIG_ITEM_KIND_SPEAKERS,
  MIG_ITEM_KIND_ORGANIZATIONS,
  MIG_ITEM_KIND_EVENTS,
  MIG_ITEM_KIND_DOCUMENTS,
  MIG_ITEM_KIND_TOPICS,
  MIG_ITEM_KIND_FIGURES,
  MIG_ITEM_KIND_UNDATED,
} MigItemKind;
#define MIG_N_ITEM_KINDS 10

const char  *mig_item_kind_get_id (MigItemKind kind);
gboolean     mig_item_kind_from_id (const char *id, MigItemKind *kind);
const char  *mig_item_kind_get_name (MigItemKind kind);
guint        mig_item_kind_count (MigItemKind kind, MigSubset *subset);

#define MIG_TYPE_ITEM_LIST (mig_item_list_get_type ())
G_DECLARE_FINAL_TYPE (MigItemList, mig_item_list, MIG, ITEM_LIST, GObject)

MigItemList *mig_item_list_new (MigCorpus *corpus, MigItemKind kind);
MigItemKind  mig_item_list_get_kind (MigItemList *self);
MigCorpus   *mig_item_list_get_corpus (MigItemList *self);
MigRef       mig_item_list_get_ref (MigItemList *self, guint position);
gboolean     mig_item_list_find (MigItemList *self, MigRef ref, guint *position);

G_END_DECLS
