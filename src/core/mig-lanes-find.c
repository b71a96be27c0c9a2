/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <math.h>

#include "mig-following.h"

/*
 * What a finished layout is asked: where a record is, and what is drawn at a point. And before there is one, how many
 * things a lane holds.
 */

static MigRefs
get_track (MigCorpus *corpus, MigSubset *subset, MigTrack track, guint *n_dated)
{
  return subset != NULL ? mig_subset_get_track (subset, track, n_dated) : mig_corpus_get_track (corpus, track, n_dated);
}

/* How many of a track have no date. */
static guint
count_undated (MigCorpus *corpus, MigSubset *subset, MigTrack track)
{
  guint n_dated;
  MigRefs all = get_track (corpus, subset, track, &n_dated);

  return all.n - n_dated;
}

/**
 * mig_lanes_count:
 * @corpus: a corpus
 * @subset: (nullable): what of it is shown; %NULL for all
 * @lane: a lane
 *
 * Returns: how many things the lane holds: those with a date, but for sessions, which stand with their meeting, and for
 *   the undated
 */
guint
mig_lanes_count (MigCorpus *corpus, MigSubset *subset, MigLane lane)
{
  guint n_dated;
  MigRefs all = get_track (corpus, subset, mig_lanes_get_track (lane), &n_dated);

  if (lane == MIG_LANE_UNDATED)
    return count_undated (corpus, subset, MIG_TRACK_MEETINGS) + count_undated (corpus, subset, MIG_TRACK_EVENTS) +
           count_undated (corpus, subset, MIG_TRACK_DOCUMENTS);
  return lane == MIG_LANE_SESSIONS ? all.n : n_dated;
}

/* Whether an aggregate counts a record among what it stands for. */
static gboolean
counts_record (const MigLayout *layout, const MigBox *box, MigRef ref)
{
  const MigDate *date = mig_corpus_get_date (layout->corpus, ref);
  guint position;

  if (!mig_subset_has (layout->subset, ref))
    return FALSE;
  if (box->mark == MIG_MARK_THROUGHOUT)
    return mig_ref_kind (ref) == MIG_KIND_EVENT && mig_date_is_set (date) &&
           mig_corpus_get_event (layout->corpus, ref)->role == MIG_EVENT_ROLE_EVENT &&
           mig_date_first_day (date) <= layout->start && mig_date_last_day (date) + 1 >= layout->end;
  if (box->mark != MIG_MARK_CHIP && box->mark != MIG_MARK_DENSITY)
    return FALSE;
  if (box->lane >= MIG_LANE_FOLLOWED)
    return mig_time_index_find_ref (mig_following_get_index (layout->following, box->lane), ref, date, &position) &&
           position >= box->first && position < box->past;
  if (box->lane == MIG_LANE_SESSIONS)
    {
      ref = mig_corpus_get_event (layout->corpus, ref)->parent;
      date = mig_corpus_get_date (layout->corpus, ref);
      return mig_time_index_find_ref (mig_subset_get_index (layout->subset, MIG_TRACK_MEETINGS), ref, date,
                                      &position) &&
             position >= box->first && position < box->past;
    }
  return mig_time_index_find_ref (mig_subset_get_index (layout->subset, mig_lanes_get_track (box->lane)), ref, date,
                                  &position) &&
         position >= box->first && position < box->past;
}

/* The lane that a record stands in when it has a date. */
static gboolean
belongs_to (const MigLayout *layout, MigLane lane, MigRef ref)
{
  if (mig_ref_kind (ref) == MIG_KIND_DOCUMENT)
    return lane == MIG_LANE_DOCUMENTS;
  if (mig_ref_kind (ref) == MIG_KIND_SPEECH)
    return lane >= MIG_LANE_FOLLOWED;
  if (mig_ref_kind (ref) != MIG_KIND_EVENT)
    return FALSE;
  switch (mig_corpus_get_event (layout->corpus, ref)->role)
    {
    case MIG_EVENT_ROLE_MEETING:
      return lane == MIG_LANE_MEETINGS;
    case MIG_EVENT_ROLE_SESSION:
      return lane == MIG_LANE_SESSIONS;
    case MIG_EVENT_ROLE_EVENT:
      return lane == MIG_LANE_EVENTS;
    case MIG_EVENT_ROLE_SERIES:
    default:
      return FALSE;
    }
}

/**
 * mig_lanes_find:
 * @layout: a layout
 * @ref: a record
 *
 * Returns: (transfer none) (nullable): the box of @ref, or of the aggregate that it is part of, or %NULL when it is
 *   beyond the edge or has no place
 */
const MigBox *
mig_lanes_find (const MigLayout *layout, MigRef ref)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = &g_array_index (layout->boxes, MigBox, i);

      if (!mig_box_is_aggregate (box) && box->ref == ref)
        return box;
    }
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = &g_array_index (layout->boxes, MigBox, i);

      if (mig_box_is_aggregate (box) && belongs_to (layout, box->lane, ref) && counts_record (layout, box, ref))
        return box;
    }
  return NULL;
}

/* How surely somebody means a box whose row they point at: a mark, behind which columns lie and bars without a row of
 * their own, then a bar that reaches there, then a label; 0 for not at all. */
static guint
rank_at (const MigBox *box, double x, double half_width)
{
  gboolean hit = fabs (x - (double) box->x) <= half_width, titled = box->title != NULL;
  gboolean bar = box->mark == MIG_MARK_SPAN, columns = box->mark == MIG_MARK_DENSITY;
  double label_end = box->detail != NULL ? (double) (box->detail_x + box->detail_width)
                                         : (double) (box->title_x + box->title_width);

  if (hit && !columns)
    return bar && !titled ? 4 : 5;
  if (hit || ((bar || columns) && x >= (double) box->x0 && x <= (double) box->x1))
    return bar && titled ? 3 : 2;
  /* With what lies between it and its mark. */
  return titled && x >= (double) MIN (box->title_x, box->x) && x <= MAX (label_end, (double) box->x) ? 1 : 0;
}

/**
 * mig_lanes_pick:
 * @layout: a layout
 * @x: in the layout's pixels
 * @y: in the layout's pixels
 * @slack: the least width and height of a target, in pixels
 *
 * Returns: (transfer none) (nullable): what is drawn there, its label included; marks before bars that reach there, and
 *   bars before labels
 */
const MigBox *
mig_lanes_pick (const MigLayout *layout, double x, double y, double slack)
{
  const MigBox *best = NULL;
  guint highest = 0;

  for (guint i = layout->boxes->len; i-- > 0;)
    {
      const MigBox *box = &g_array_index (layout->boxes, MigBox, i);
      guint rank;

      if (fabs (y - (double) box->y) > MAX ((double) box->height, slack) / 2)
        continue;
      rank = rank_at (box, x, MAX ((double) box->width, slack) / 2);
      if (rank <= highest)
        continue;
      best = box;
      highest = rank;
    }
  return best;
}
