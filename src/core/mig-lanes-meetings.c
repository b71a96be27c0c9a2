/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-date-format.h"

/*
 * The lane of meetings: a pill for each that stands clear of its neighbours, with its ordinal, and beside it its days
 * once there is room. All others join in chips.
 */

#define PILL_WIDTH 30
#define PILL_HEIGHT 24
#define PILL_GAP 4
#define LEAST_MARGIN 4
#define DETAIL_GAP 4
/* A bucket that holds more meetings than this has no room for a pill. */
#define MAX_PILLS 6
/* How far beyond the view's edges pills are told from what joins in chips, so that chips at the edge stay as they
 * are. */
#define PILL_MARGIN 150

/* Pills */

const char *
mig_lanes_get_pill_text (MigLanes *self, MigRef meeting)
{
  const char *ordinal = mig_corpus_get_identifier (self->corpus, meeting, "ordinal");

  return ordinal != NULL && *ordinal != '\0' ? ordinal : mig_corpus_get_record (self->corpus, meeting)->short_name;
}

/* The least width that holds its text. */
double
mig_lanes_get_pill_least (MigLanes *self, MigRef meeting)
{
  return mig_lanes_measure (self, mig_lanes_get_pill_text (self, meeting), MIG_TEXT_ORDINAL) +
         mig_lanes_px (self, LEAST_MARGIN);
}

/* The width of a pill that is not longer for its days. */
static double
plain_width (MigLanes *self, MigRef meeting)
{
  double text = mig_lanes_measure (self, mig_lanes_get_pill_text (self, meeting), MIG_TEXT_ORDINAL);

  return CLAMP (text + mig_lanes_px (self, 14), mig_lanes_px (self, PILL_WIDTH), mig_lanes_px (self, 120));
}

static double
pill_width (MigLanes *self, MigRef meeting)
{
  const MigDate *date = mig_corpus_get_date (self->corpus, meeting);
  double width = plain_width (self, meeting), x0, x1;

  mig_lanes_extent (self, date, &x0, &x1);
  if (mig_date_is_exact (date))
    return MAX (width, x1 - x0);
  return MAX (width + mig_lanes_px (self, 16), MIN (x1 - x0, mig_lanes_px (self, 240)));
}

/* What stands beside a pill: its days, or for the selected one, whose days are on the ruler, how many took part. */
static const char *
pill_detail (MigLanes *self, const MigBox *box)
{
  const MigEvent *meeting = mig_corpus_get_event (self->corpus, box->ref);

  if (self->input->sparse || self->level < MIG_LEVEL_DATES)
    return NULL;
  if (box->flags & (MIG_BOX_SELECTED | MIG_BOX_ENCLOSING) && *meeting->attendance != '\0')
    /* Translators: beside the selected meeting on the timeline; %s is a number or words such as "more than 170" */
    return mig_lanes_take_text (self, g_strdup_printf (C_("timeline", "%s participants"), meeting->attendance));
  return mig_lanes_take_text (self, mig_date_format (mig_corpus_get_date (self->corpus, box->ref), MIG_DATE_STYLE_DAY));
}

static void
place_pill (MigLanes *self, MigRef meeting, double x, double y, double width, double end)
{
  MigBox *box = mig_lanes_append (self, meeting, MIG_LANE_MEETINGS, MIG_MARK_PILL, x, y);
  double x0, x1, at;
  const char *detail;

  box->width = (float) width;
  box->height = (float) mig_lanes_px (self, PILL_HEIGHT);
  box->flags |= mig_lanes_date_flags (self, meeting);
  if (meeting != self->selected &&
      meeting == mig_corpus_get_enclosing (self->corpus, self->selected, MIG_EVENT_ROLE_MEETING))
    box->flags |= MIG_BOX_ENCLOSING;
  mig_lanes_extent (self, mig_corpus_get_date (self->corpus, meeting), &x0, &x1);
  box->x0 = (float) x0;
  box->x1 = (float) x1;
  box->title = mig_lanes_get_pill_text (self, meeting);
  box->title_width = (float) mig_lanes_measure (self, box->title, MIG_TEXT_ORDINAL);
  box->title_x = (float) x - box->title_width / 2;

  detail = pill_detail (self, box);
  if (detail == NULL)
    return;
  at = x + (double) box->width / 2 + mig_lanes_px (self, box->flags & (MIG_BOX_SELECTED | MIG_BOX_ENCLOSING) ? 9 : 7);
  box->detail_width = (float) mig_lanes_measure (self, detail, MIG_TEXT_DETAIL);
  if (at + (double) box->detail_width + mig_lanes_px (self, 6) > end)
    return;
  box->detail = detail;
  box->detail_x = (float) at;
}

static double
meeting_x (MigLanes *self, guint position)
{
  return mig_lanes_x (self, mig_time_index_get_middle (self->indexes[MIG_TRACK_MEETINGS], position));
}

/* Whether the pills of two neighbours would stand clear of each other. Widths are only asked for where it matters. */
static gboolean
are_clear (MigLanes *self, guint earlier, guint later)
{
  const MigTimeIndex *index = self->indexes[MIG_TRACK_MEETINGS];
  double between = meeting_x (self, later) - meeting_x (self, earlier);

  if (between < mig_lanes_px (self, PILL_WIDTH + PILL_GAP))
    return FALSE;
  return between >= (pill_width (self, mig_time_index_get_ref (index, earlier)) +
                     pill_width (self, mig_time_index_get_ref (index, later))) / 2 +
                        mig_lanes_px (self, PILL_GAP);
}

/* How wide a neighbour's mark is. Of two that do not stand clear of each other neither has all of its width: each holds
 * its text, and no more. */
static double
neighbour_width (MigLanes *self, guint position, guint neighbour)
{
  MigRef meeting = mig_time_index_get_ref (self->indexes[MIG_TRACK_MEETINGS], neighbour);

  if (are_clear (self, MIN (position, neighbour), MAX (position, neighbour)))
    return pill_width (self, meeting);

  return mig_lanes_get_pill_least (self, meeting);
}

/* How wide a meeting's mark may be beside its neighbours. */
double
mig_lanes_get_pill_room (MigLanes *self, MigRef meeting)
{
  const MigTimeIndex *index = self->indexes[MIG_TRACK_MEETINGS];
  double room = (double) INFINITY;
  guint position;

  if (!mig_time_index_find_ref (index, meeting, mig_corpus_get_date (self->corpus, meeting), &position))
    return 0;
  for (guint i = MAX (position, 1) - 1; i <= position + 1 && i < mig_time_index_get_n (index); i++)
    {
      double between = fabs (meeting_x (self, i) - meeting_x (self, position));

      if (i != position)
        room = MIN (room, 2 * (between - mig_lanes_px (self, PILL_GAP)) - neighbour_width (self, position, i));
    }
  return room;
}

/* Where the next pill or mark begins. */
static double
next_begin (MigLanes *self, guint position)
{
  const MigTimeIndex *index = self->indexes[MIG_TRACK_MEETINGS];

  if (position + 1 >= mig_time_index_get_n (index))
    return (double) INFINITY;
  return meeting_x (self, position + 1) - pill_width (self, mig_time_index_get_ref (index, position + 1)) / 2;
}

/* A pill that stands whatever is near it: in sight as long as the middle of its days is. */
static void
place_held_pill (MigLanes *self, MigRef meeting, double y)
{
  double x, width, end;
  guint position;

  if (meeting == MIG_REF_NONE || g_hash_table_contains (self->placed, GUINT_TO_POINTER (meeting)) ||
      !mig_time_index_find_ref (self->indexes[MIG_TRACK_MEETINGS], meeting,
                                mig_corpus_get_date (self->corpus, meeting), &position))
    return;
  x = meeting_x (self, position);
  if (x < 0 || x > self->input->width)
    return;
  width = pill_width (self, meeting);
  mig_lanes_keep_between_edges (self, MIG_TRACK_MEETINGS, plain_width (self, meeting), &x, &width);
  x = mig_lanes_step_aside (self, MIG_TRACK_MEETINGS, MIG_LANE_MEETINGS, x, y, width);
  end = self->input->width - mig_lanes_get_edge_room (self, MIG_TRACK_MEETINGS);
  place_pill (self, meeting, x, y, width, MIN (next_begin (self, position), end));
}

static MigRef
enclosing_meeting (MigLanes *self, MigRef ref)
{
  return ref != MIG_REF_NONE ? mig_corpus_get_enclosing (self->corpus, ref, MIG_EVENT_ROLE_MEETING) : MIG_REF_NONE;
}

/* A bucket with room for a pill or two: each of its meetings that stands clear of its neighbours gets one. */
static void
place_pills_of (MigLanes *self, const MigBucket *bucket, double y, double first, double last)
{
  const MigTimeIndex *index = self->indexes[MIG_TRACK_MEETINGS];
  gboolean clear, clear_next;

  if (bucket->past - bucket->first > MAX_PILLS)
    return;
  clear_next = bucket->first == 0 || are_clear (self, bucket->first - 1, bucket->first);
  for (guint i = bucket->first; i < bucket->past; i++)
    {
      MigRef meeting = mig_time_index_get_ref (index, i);
      double x = meeting_x (self, i), width;

      clear = clear_next;
      clear_next = i + 1 >= mig_time_index_get_n (index) || are_clear (self, i, i + 1);
      if (!clear || !clear_next || g_hash_table_contains (self->placed, GUINT_TO_POINTER (meeting)))
        continue;
      width = pill_width (self, meeting);
      if (mig_lanes_step_aside (self, MIG_TRACK_MEETINGS, MIG_LANE_MEETINGS, x, y, width) != x)
        continue;
      /* Longer ones may reach under an edge's chip, but not with all that they are. */
      if (x - (first > 0 ? mig_lanes_px (self, PILL_WIDTH / 2.0) : 0) < first ||
          x + (last < self->input->width ? mig_lanes_px (self, PILL_WIDTH / 2.0) : 0) > last)
        mig_lanes_set_aside (self, MIG_TRACK_MEETINGS, i);
      else
        place_pill (self, meeting, x, y, width, MIN (next_begin (self, i), last));
    }
}

/* Where a pill, a chip or the edge's chip has come to stand on what is written beside a pill, it is not written. */
static void
drop_covered_details (MigLanes *self)
{
  double gap = mig_lanes_px (self, DETAIL_GAP);

  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);
      double start = (double) box->detail_x, end = start + (double) box->detail_width + gap;

      for (guint k = 0; k < self->layout.boxes->len && box->detail != NULL; k++)
        {
          const MigBox *other = &g_array_index (self->layout.boxes, MigBox, k);

          if (k != i && other->lane == MIG_LANE_MEETINGS && start < (double) (other->x + other->width / 2) &&
              end > (double) (other->x - other->width / 2))
            box->detail = NULL;
        }
    }
}

void
mig_lanes_place_meetings (MigLanes *self)
{
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_MEETINGS];
  double y = (double) (band->y + band->height / 2);
  g_autoptr (GArray) buckets = NULL;
  double first, last;

  if (!band->shown)
    return;

  place_held_pill (self, enclosing_meeting (self, self->selected), y);
  place_held_pill (self, self->input->focused, y);
  mig_lanes_get_clear (self, MIG_TRACK_MEETINGS, MIG_LANE_MEETINGS, y, &first, &last);
  if (self->level == MIG_LEVEL_DENSITY)
    {
      mig_lanes_place_density (self, MIG_TRACK_MEETINGS, MIG_LANE_MEETINGS, y,
                               (double) band->height - mig_lanes_px (self, 8));
      return;
    }
  buckets = mig_lanes_collect_buckets (self, MIG_TRACK_MEETINGS, mig_lanes_px (self, PILL_MARGIN));
  for (guint i = 0; i < buckets->len; i++)
    place_pills_of (self, &g_array_index (buckets, MigBucket, i), y, first, last);
  mig_lanes_aggregate (self, MIG_TRACK_MEETINGS, MIG_LANE_MEETINGS, y);
  drop_covered_details (self);
}
