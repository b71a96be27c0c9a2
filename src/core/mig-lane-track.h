/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lanes.h"

G_BEGIN_DECLS

MigRefs  mig_lane_track_get (MigCorpus *corpus, MigLane lane);
gboolean mig_lane_track_find (MigCorpus *corpus, MigLane lane, MigRef ref, guint *position, guint *n);

G_END_DECLS
