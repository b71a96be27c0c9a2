/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lane-order.h"
#include "mig-scene.h"

G_BEGIN_DECLS

guint        mig_scene_lanes_choose (MigCorpus *corpus, MigRef selected, MigLane lanes[MIG_N_LANES]);
guint        mig_scene_lanes_compose (const MigSceneFields *fields,
                                      MigCorpus *corpus,
                                      MigRef selected,
                                      MigFollowing *following,
                                      MigLane lanes[MIG_N_LANES]);
MigFollowing *mig_scene_lanes_follow (const MigSceneFields *fields, MigSubset *subset);
void         mig_scene_lanes_take (MigSceneFields *fields, MigLaneOrder *order, MigCorpus *corpus);
void         mig_scene_lanes_show (MigScene *scene, MigLaneOrder *order, MigCorpus *corpus);

G_END_DECLS
