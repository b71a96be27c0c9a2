/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-briefing.h"

G_BEGIN_DECLS

/**
 * MigLeftover:
 * @path: the copy that was kept
 * @original: (nullable): the file that the briefing was to be saved to
 *
 * A briefing whose program ended before it was saved.
 */
typedef struct
{
  char *path;
  GFile *original;
} MigLeftover;

#define MIG_TYPE_BRIEFING_KEEPER (mig_briefing_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MigBriefingKeeper, mig_briefing_keeper, MIG, BRIEFING_KEEPER, GObject)

MigBriefingKeeper *mig_briefing_keeper_new (MigBriefing *briefing, const char *folder);
void               mig_briefing_keeper_set_original (MigBriefingKeeper *self, GFile *original);
gboolean           mig_briefing_keeper_keep_now (MigBriefingKeeper *self, GError **error);
void               mig_briefing_keeper_discard (MigBriefingKeeper *self);
const char        *mig_briefing_keeper_get_path (MigBriefingKeeper *self);

GPtrArray         *mig_briefing_keeper_find_leftovers (const char *folder);
MigBriefing       *mig_leftover_recover (const MigLeftover *self, GError **error);
void               mig_leftover_discard (const MigLeftover *self);
void               mig_leftover_free (MigLeftover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigLeftover, mig_leftover_free)

G_END_DECLS
