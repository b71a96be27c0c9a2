/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-speakers.h"

G_BEGIN_DECLS

/**
 * MigStanding:
 *
 * Where something that was raised in a meeting stood, seen from the meeting; in the order in which pages tell it.
 */
typedef enum
{
  MIG_STANDING_AHEAD,
  MIG_STANDING_PRESENT,
  MIG_STANDING_BEHIND,
  MIG_STANDING_UNDATED,
} MigStanding;
#define MIG_N_STANDINGS 4

/**
 * MigRaised:
 * @target: what was raised
 * @mention: the first mention of it
 * @n: how many mentions there were
 * @standing: where it stood, seen from the meeting
 * @is_foremost: whether nothing else in the list is mentioned as often in the whole corpus
 */
typedef struct
{
  MigRef target;
  MigRef mention;
  guint n;
  MigStanding standing;
  gboolean is_foremost;
} MigRaised;

/**
 * MigRaising:
 * @place: the session or meeting in which it was raised
 * @speech: the intervention; %MIG_REF_NONE when the session's or meeting's own description raises it
 * @mention: the first mention there
 */
typedef struct
{
  MigRef place;
  MigRef speech;
  MigRef mention;
} MigRaising;

MigStanding  mig_cross_links_get_standing   (const MigDate *from, const MigDate *to);
GArray      *mig_cross_links_get_raised     (MigCorpus *corpus, MigRef from, MigKind kind);
GArray      *mig_cross_links_get_recalled   (MigCorpus *corpus, MigRef from);
GArray      *mig_cross_links_get_raisings   (MigCorpus *corpus, MigRef target);
GArray      *mig_cross_links_get_breath     (MigCorpus *corpus, MigRef target);
GArray      *mig_cross_links_get_connected  (MigCorpus *corpus, MigRef event);
guint        mig_cross_links_count_speakers (MigCorpus *corpus, GArray *raisings);
guint        mig_cross_links_count_mentions (MigCorpus *corpus, MigRef from);

G_END_DECLS
