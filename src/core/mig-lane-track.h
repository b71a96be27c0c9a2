/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-following.h"

G_BEGIN_DECLS

MigRefs  mig_lane_track_get (MigSubset *subset, MigFollowing *following, MigLane lane);
gboolean mig_lane_track_find (MigSubset *subset,
                              MigFollowing *following,
                              MigLane lane,
                              MigRef ref,
                              guint *position,
                              guint *n);

G_END_DECLS
