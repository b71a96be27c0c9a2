/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-cross-links.h"

G_BEGIN_DECLS

/**
 * MigRaisingDay:
 * @day: the middle of the day, in days as mig_date_middle() has them
 * @n: how often something was raised on it
 * @meeting: in which meeting, that of the first; %MIG_REF_NONE if it was in none
 */
typedef struct
{
  double day;
  guint n;
  MigRef meeting;
} MigRaisingDay;

/**
 * MigRaisings:
 * @items: (element-type MigRaising): from mig_cross_links_get_raisings()
 * @n_speakers: how many speakers they are by
 * @n_places: in how many sessions, as mig_corpus_get_n_places() counts
 * @standing: where the target stood, if it was on the same side each time: %MIG_STANDING_AHEAD or %MIG_STANDING_BEHIND;
 *   %MIG_STANDING_PRESENT if it was not, and %MIG_STANDING_UNDATED if nothing can be said of it
 * @days: (element-type MigRaisingDay): the days they were on, in time, each once
 * @nearest: (nullable): when the target was least far away; %NULL if no day is known
 * @farthest: (nullable): when it was farthest away
 * @least: how many days it was away at @nearest, below 0 if they had passed
 * @most: how many days it was away at @farthest
 *
 * By whom, where and when something was raised, and what can be told of all of it together.
 */
typedef struct
{
  GArray *items;
  guint n_speakers;
  guint n_places;
  MigStanding standing;
  GArray *days;
  const MigDate *nearest;
  const MigDate *farthest;
  gint least;
  gint most;
} MigRaisings;

MigRaisings *mig_raisings_new        (MigCorpus *corpus, MigRef target);
void         mig_raisings_free       (MigRaisings *self);
void         mig_raising_days_merge  (GArray *days, double apart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigRaisings, mig_raisings_free)

G_END_DECLS
