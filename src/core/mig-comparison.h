/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigComparisonAspect:
 * @MIG_COMPARISON_MEETINGS: of a speaker or an organization, at which meetings they spoke
 * @MIG_COMPARISON_ORGANIZATIONS: of a meeting, for whom one spoke in it; of a speaker, for whom they did
 * @MIG_COMPARISON_SPEAKERS: of a meeting, who spoke in it; of an organization, who spoke for it; of a speaker, who
 *   else spoke in the same sessions
 * @MIG_COMPARISON_EVENTS: the events of the world outside that were raised
 * @MIG_COMPARISON_DOCUMENTS: the documents that were cited
 * @MIG_COMPARISON_TOPICS: the topics that were raised
 *
 * What two records can have in common.
 */
typedef enum
{
  MIG_COMPARISON_MEETINGS,
  MIG_COMPARISON_ORGANIZATIONS,
  MIG_COMPARISON_SPEAKERS,
  MIG_COMPARISON_EVENTS,
  MIG_COMPARISON_DOCUMENTS,
  MIG_COMPARISON_TOPICS,
} MigComparisonAspect;
#define MIG_COMPARISON_N_ASPECTS 6

typedef enum
{
  MIG_COMPARISON_ONLY_FIRST,
  MIG_COMPARISON_BOTH,
  MIG_COMPARISON_ONLY_SECOND,
} MigComparisonSide;
#define MIG_COMPARISON_N_SIDES 3

#define MIG_TYPE_COMPARISON (mig_comparison_get_type ())
G_DECLARE_FINAL_TYPE (MigComparison, mig_comparison, MIG, COMPARISON, GObject)

MigComparison *mig_comparison_new          (MigCorpus *corpus, MigRef first, MigRef second);
MigRefs        mig_comparison_get          (MigComparison *self, MigComparisonAspect aspect, MigComparisonSide side);
gboolean       mig_comparison_is_of        (MigCorpus *corpus, MigRef ref);
gboolean       mig_comparison_is_possible  (MigCorpus *corpus, MigRef first, MigRef second);
GArray        *mig_comparison_get_partners (MigCorpus *corpus, MigRef ref);

G_END_DECLS
