/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-subset.h"
#include "mig-text-cache.h"

G_BEGIN_DECLS

/* The room at the end of a name for the button that takes a lane on demand away, in the design's pixels. */
#define MIG_LANE_CLOSE_WIDTH 26

/**
 * MigLaneNames:
 * @MIG_LANE_NAMES_STRIPE: a coloured stripe: no room for words
 * @MIG_LANE_NAMES_SHORT: names alone
 * @MIG_LANE_NAMES_FULL: names, and how many things each lane holds
 */
typedef enum
{
  MIG_LANE_NAMES_STRIPE,
  MIG_LANE_NAMES_SHORT,
  MIG_LANE_NAMES_FULL,
} MigLaneNames;

MigLaneNames mig_lane_names_choose (MigTextCache *texts, double total);
double       mig_lane_names_get_width (MigTextCache *texts, MigCorpus *corpus, MigSubset *subset, double total);

G_END_DECLS
