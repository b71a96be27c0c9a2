/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lanes.h"

G_BEGIN_DECLS

char *mig_item_text_name (MigCorpus *corpus, const MigLayout *layout, const MigBox *box);
char *mig_item_text_label (MigCorpus *corpus, const MigLayout *layout, const MigBox *box);
char *mig_item_text_in_sight (MigSubset *subset, double start, double end);
char *mig_item_text_description (MigCorpus *corpus, const MigBox *box);
const char *mig_item_text_lane (MigFollowing *following, MigLane lane);
char *mig_item_text_lane_count (guint n_shown, guint n_all);

G_END_DECLS
