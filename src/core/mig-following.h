/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lanes.h"

G_BEGIN_DECLS

#define MIG_TYPE_FOLLOWING (mig_following_get_type ())
G_DECLARE_FINAL_TYPE (MigFollowing, mig_following, MIG, FOLLOWING, GObject)

gboolean            mig_following_can_follow (MigCorpus *corpus, MigRef ref);
MigFollowing       *mig_following_new (MigSubset *subset, const MigRef refs[MIG_MAX_FOLLOWED]);
MigRef              mig_following_get_ref (MigFollowing *self, MigLane lane);
const char         *mig_following_get_name (MigFollowing *self, MigLane lane);
MigRefs             mig_following_get_items (MigFollowing *self, MigLane lane);
guint               mig_following_count_all (MigFollowing *self, MigLane lane);
const MigTimeIndex *mig_following_get_index (MigFollowing *self, MigLane lane);
const char         *mig_following_get_company (MigFollowing *self, MigLane lane, MigRef speech);

G_END_DECLS
