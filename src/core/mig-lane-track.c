/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lane-track.h"

/*
 * What a lane holds, in order, whether it is drawn at the moment or not: what arrows walk along, and where an item
 * stands among its kind.
 */

/**
 * mig_lane_track_get:
 * @subset: what of a corpus is shown
 * @following: (nullable): what the lanes on demand follow
 * @lane: a lane
 *
 * Returns: what the lane holds, in time, owned by the subset or by what is followed; sessions without a date stand at
 *   their meeting's, other things without one on the lane of the undated
 */
MigRefs
mig_lane_track_get (MigSubset *subset, MigFollowing *following, MigLane lane)
{
  static const MigTrack tracks[MIG_N_STANDING_LANES] = {
    [MIG_LANE_MEETINGS] = MIG_TRACK_MEETINGS, [MIG_LANE_SESSIONS] = MIG_TRACK_SESSIONS,
    [MIG_LANE_EVENTS] = MIG_TRACK_EVENTS,     [MIG_LANE_DOCUMENTS] = MIG_TRACK_DOCUMENTS,
    [MIG_LANE_UNDATED] = MIG_TRACK_EVENTS,
  };
  guint n_dated;
  MigRefs refs;

  if (lane >= MIG_LANE_FOLLOWED)
    return mig_following_get_ref (following, lane) != MIG_REF_NONE ? mig_following_get_items (following, lane)
                                                                   : (MigRefs){ NULL, 0 };

  refs = mig_subset_get_track (subset, tracks[lane], &n_dated);
  if (lane == MIG_LANE_UNDATED)
    return (MigRefs){ refs.refs + n_dated, refs.n - n_dated };
  refs.n = lane == MIG_LANE_SESSIONS ? refs.n : n_dated;

  return refs;
}

static gint
get_first_day (MigCorpus *corpus, MigRef ref)
{
  const MigDate *date = mig_corpus_get_date (corpus, ref);

  return mig_date_is_set (date) ? mig_date_first_day (date) : G_MAXINT;
}

/**
 * mig_lane_track_find:
 * @subset: what of a corpus is shown
 * @following: (nullable): what the lanes on demand follow
 * @lane: a lane
 * @ref: a record
 * @position: (out): where it stands in the lane, from 0
 * @n: (out): how many things the lane holds
 *
 * Finds a record by halving, for the lane is in time; only among those that begin on the same day it is looked for one
 * by one.
 *
 * Returns: whether the lane holds it
 */
gboolean
mig_lane_track_find (MigSubset *subset,
                     MigFollowing *following,
                     MigLane lane,
                     MigRef ref,
                     guint *position,
                     guint *n)
{
  MigCorpus *corpus = mig_subset_get_corpus (subset);
  const MigRefs refs = mig_lane_track_get (subset, following, lane);
  const gint day = get_first_day (corpus, ref);
  guint from = 0, to = refs.n;

  *n = refs.n;
  if (lane >= MIG_LANE_FOLLOWED)
    return refs.n > 0 && mig_time_index_find_ref (mig_following_get_index (following, lane), ref,
                                                  mig_corpus_get_date (corpus, ref), position);

  while (from < to)
    {
      const guint middle = from + (to - from) / 2;

      if (get_first_day (corpus, refs.refs[middle]) < day)
        from = middle + 1;
      else
        to = middle;
    }
  for (; from < refs.n && get_first_day (corpus, refs.refs[from]) == day; from++)
    {
      if (refs.refs[from] != ref)
        continue;
      *position = from;
      return TRUE;
    }

  return FALSE;
}
