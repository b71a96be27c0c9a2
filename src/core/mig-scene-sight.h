/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-following.h"
#include "mig-scene.h"
#include "mig-subset.h"

G_BEGIN_DECLS

#define MIG_TYPE_SCENE_SIGHT (mig_scene_sight_get_type ())
G_DECLARE_FINAL_TYPE (MigSceneSight, mig_scene_sight, MIG, SCENE_SIGHT, GObject)

MigSceneSight *mig_scene_sight_new (void);
void           mig_scene_sight_look (MigSceneSight *self, MigScene *scene, MigCorpus *corpus, gboolean wait);
MigScene      *mig_scene_sight_get_scene (MigSceneSight *self);
MigSubset     *mig_scene_sight_get_subset (MigSceneSight *self);
MigFollowing  *mig_scene_sight_get_following (MigSceneSight *self);
guint          mig_scene_sight_get_lanes (MigSceneSight *self,
                                          MigRef selected,
                                          gboolean exploring,
                                          MigLane lanes[MIG_N_LANES]);

G_END_DECLS
