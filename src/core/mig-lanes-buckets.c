/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <math.h>

/*
 * What has found a place, and what is left, bucket by bucket.
 *
 * Aggregates are made of buckets: stretches of 2^n days, counted from Julian day 0. Where a bucket begins depends on
 * the scale alone, so that nothing regroups while the view pans; and when it zooms, a bucket splits into its two
 * halves.
 */

/* What a bucket must have room for, at least: two marks that can be told apart. */
#define NEAR 24
#define LEAST_BUCKET 38
#define CHIP_PADDING 12
#define LEAST_CHIP 20
#define HELD_GAP 4
#define MOST_INSET .6
#define CHIP_GAP 6
#define EDGE_ROOM 48 /* what an edge chip covers, it counts too */
#define EDGE_PADDING 35

/* The first stretch that ends after @position. */
static guint
find_stretch (GArray *stretches, guint position)
{
  guint low = 0, high = stretches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (stretches, MigStretch, middle).past <= position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Notes that a stretch of positions has a place, but for those in it that have one already. Returns how many are
 * new. */
guint
mig_lanes_take_stretch (MigLanes *self, MigTrack track, guint first, guint past)
{
  GArray *stretches = self->stretches[track];
  guint n = 0;

  while (first < past)
    {
      guint at = find_stretch (stretches, first);
      MigStretch fresh = { first, past };

      if (at < stretches->len)
        {
          const MigStretch *next = &g_array_index (stretches, MigStretch, at);

          fresh.past = CLAMP (next->first, first, past);
          first = next->past;
        }
      else
        first = past;
      if (fresh.past <= fresh.first)
        continue;
      n += fresh.past - fresh.first;
      g_array_insert_val (stretches, at, fresh);
    }
  return n;
}

/* Keeps out of the buckets what stands alone, but out of sight: the edge counts it, and what is in sight stays as it is
 * when it goes there. */
void
mig_lanes_set_aside (MigLanes *self, MigTrack track, guint position)
{
  gboolean later = mig_lanes_x (self, mig_time_index_get_middle (self->indexes[track], position)) >
                   self->input->width / 2;
  MigAside *aside = &self->aside[track][later];

  if (mig_lanes_take_stretch (self, track, position, position + 1) == 0)
    return;
  if (aside->n++ == 0 || (later ? position < aside->nearest : position > aside->nearest))
    aside->nearest = position;
}

/* How many of the positions from @first to @past - 1 have no place yet. */
guint
mig_lanes_count_loose (MigLanes *self, MigTrack track, guint first, guint past)
{
  GArray *stretches = self->stretches[track];
  guint n = past > first ? past - first : 0;

  for (guint i = find_stretch (stretches, first); i < stretches->len; i++)
    {
      const MigStretch *stretch = &g_array_index (stretches, MigStretch, i);

      if (stretch->first >= past)
        break;
      n -= MIN (stretch->past, past) - MAX (stretch->first, first);
    }
  return n;
}

/* The first and the last of the positions from @first to @past - 1 that have no place yet. */
gboolean
mig_lanes_find_loose (MigLanes *self, MigTrack track, guint first, guint past, guint *lowest, guint *highest)
{
  GArray *stretches = self->stretches[track];
  guint at;

  for (at = find_stretch (stretches, first); at < stretches->len; at++)
    {
      const MigStretch *stretch = &g_array_index (stretches, MigStretch, at);

      if (stretch->first > first)
        break;
      first = stretch->past;
    }
  if (first >= past)
    return FALSE;

  for (at = find_stretch (stretches, past - 1) + 1; at > 0; at--)
    {
      const MigStretch *stretch;

      if (at > stretches->len)
        continue;
      stretch = &g_array_index (stretches, MigStretch, at - 1);
      if (stretch->past < past)
        break;
      past = MIN (past, stretch->first);
    }
  *lowest = first;
  *highest = past - 1;
  return TRUE;
}

/* How long the buckets of a track are at this scale, as a power of two of days: as short as they can be while the count
 * of the fullest of them fits between its ends. */
guint
mig_lanes_get_bucket_level (MigLanes *self, MigTrack track)
{
  double least = mig_lanes_px (self, track == MIG_TRACK_MEETINGS ? 2 * NEAR + 6 : LEAST_BUCKET);
  double digit = mig_lanes_measure (self, "0", MIG_TEXT_COUNT);
  guint level;

  for (level = 0; level + 1 < MIG_TIME_INDEX_LEVELS; level++)
    {
      double width = ldexp (self->pixels_per_day, (int) level), digits = 1;
      guint most = mig_time_index_get_fullest (self->indexes[track], level);

      if (width < least)
        continue;
      if (track == MIG_TRACK_MEETINGS)
        most *= 8; /* a chip of their sessions stands under that of the meetings */
      for (; most >= 10; most /= 10)
        digits++;
      if (width >= digits * digit + mig_lanes_px (self, CHIP_PADDING + CHIP_GAP))
        break;
    }
  return level;
}

/**
 * mig_lanes_collect_buckets:
 * @track: which things
 * @margin: how far beyond the view's edges, in pixels
 *
 * Returns: (transfer full) (element-type MigBucket): the buckets in sight that hold anything loose, in time
 */
GArray *
mig_lanes_collect_buckets (MigLanes *self, MigTrack track, double margin)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (MigBucket));
  const MigTimeIndex *index = self->indexes[track];
  guint level = mig_lanes_get_bucket_level (self, track), n = mig_time_index_get_n (index);
  double days = ldexp (1, (int) level);
  gint64 number = (gint64) floor (mig_lanes_day (self, -margin) / days);
  gint64 last = (gint64) floor (mig_lanes_day (self, self->input->width + margin) / days);
  guint first = mig_time_index_find_day (index, (double) number * days);

  while (first < n)
    {
      MigBucket bucket = { .first = first };

      /* Straight to the bucket of what comes next: empty time costs nothing. */
      bucket.number = (gint64) floor (mig_time_index_get_middle (index, first) / days);
      if (bucket.number > last)
        break;
      bucket.past = first = mig_time_index_find_day_from (index, first, (double) (bucket.number + 1) * days);
      bucket.n = mig_lanes_count_loose (self, track, bucket.first, bucket.past);
      if (mig_lanes_find_loose (self, track, bucket.first, bucket.past, &bucket.lowest, &bucket.highest))
        g_array_append_val (buckets, bucket);
    }
  return buckets;
}

/* How much of the view a chip at its edge covers: as much as one that counts the whole track would, so that it does not
 * change while the view pans. */
double
mig_lanes_get_edge_room (MigLanes *self, MigTrack track)
{
  const MigCount *all = mig_lanes_get_count (self, mig_time_index_get_n (self->indexes[track]));

  return MAX (mig_lanes_px (self, EDGE_ROOM), all->width + mig_lanes_px (self, EDGE_PADDING));
}

/* Whether there is something beyond an edge of the view. */
static gboolean
has_beyond (MigLanes *self, MigTrack track, gboolean later)
{
  const MigTimeIndex *index = self->indexes[track];
  guint n = mig_time_index_get_n (index);

  if (n == 0)
    return FALSE;
  if (self->aside[track][later].n > 0)
    return TRUE;

  return later ? mig_time_index_get_middle (index, n - 1) > self->input->end
               : mig_time_index_get_middle (index, 0) < self->input->start;
}

/* Where marks may stand without lying under an edge chip: the view, less the chip's room at the edges beyond which
 * there is something. */
void
mig_lanes_get_clear (MigLanes *self, MigTrack track, MigLane lane, double y, double *first, double *last)
{
  double room = mig_lanes_get_edge_room (self, track);

  *first = 0;
  *last = self->input->width;
  if (has_beyond (self, track, FALSE))
    *first = mig_lanes_get_inset (self, track, lane, y, FALSE) + room;
  if (has_beyond (self, track, TRUE))
    *last -= mig_lanes_get_inset (self, track, lane, y, TRUE) + room;
}

/* Between what a mark stays that stands whatever is near it: the chips at the edges. Where there is none the edge cuts
 * it. */
static void
get_edges (MigLanes *self, MigTrack track, double *first, double *last)
{
  double room = self->input->sparse ? 0 : mig_lanes_get_edge_room (self, track);

  *first = room > 0 && has_beyond (self, track, FALSE) ? room : -(double) INFINITY;
  *last = room > 0 && has_beyond (self, track, TRUE) ? self->input->width - room : (double) INFINITY;
}

/* Keeps a mark that stands whatever is near it between the chips at the edges, so that what they count as earlier or
 * later stands there, too: a long one ends before the chip, and what would be narrower than @least then waits beside
 * it. */
void
mig_lanes_keep_between_edges (MigLanes *self, MigTrack track, double least, double *x, double *width)
{
  double left = *x - *width / 2, right = *x + *width / 2, first, last;

  get_edges (self, track, &first, &last);
  if (last - first < least || (left >= first && right <= last))
    return;
  left = CLAMP (left, first, last - least);
  right = CLAMP (right, first + least, last);
  *width = right - left;
  *x = (left + right) / 2;
}

/* How wide a chip is that counts @n things. */
double
mig_lanes_get_chip_width (MigLanes *self, guint n)
{
  const MigCount *count = mig_lanes_get_count (self, n);

  return MAX (mig_lanes_px (self, LEAST_CHIP), count->width + mig_lanes_px (self, CHIP_PADDING));
}

/* Whether a mark stands in its lane whatever is near it. */
static gboolean
is_held (MigLanes *self, const MigBox *box)
{
  return !mig_box_is_aggregate (box) &&
         (box->ref == self->selected || box->ref == self->input->focused || box->flags & MIG_BOX_ENCLOSING ||
          (box->lane == MIG_LANE_DOCUMENTS && box->flags & MIG_BOX_LINKED));
}

/* How far from an edge of the view its chip stands: what stands there whatever is near it stays in sight. */
double
mig_lanes_get_inset (MigLanes *self, MigTrack track, MigLane lane, double y, gboolean later)
{
  double room = mig_lanes_get_edge_room (self, track), inset = 0, before;

  do
    {
      before = inset;
      for (guint i = 0; i < self->layout.boxes->len; i++)
        {
          const MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);
          double x = later ? self->input->width - (double) box->x : (double) box->x, half = (double) box->width / 2;

          if (box->lane == lane && fabs ((double) box->y - y) < 2 && is_held (self, box) && x + half > inset &&
              x - half < inset + room)
            inset = x + half;
        }
    }
  while (inset > before && inset < self->input->width * MOST_INSET);
  return inset < self->input->width * MOST_INSET ? inset : 0;
}

/* Where a mark of @width that stands whatever is near it goes: aside from what does so already. */
double
mig_lanes_step_aside (MigLanes *self, MigTrack track, MigLane lane, double x, double y, double width)
{
  double way = 0, first, last;

  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      const MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);
      double between = ((double) box->width + width) / 2 + mig_lanes_px (self, HELD_GAP);

      if (box->lane != lane || fabs ((double) box->y - y) >= 2 || !is_held (self, box) ||
          fabs (x - (double) box->x) >= between)
        continue;
      if (way == 0)
        way = x < (double) box->x ? -1 : 1;
      get_edges (self, track, &first, &last);
      if ((double) box->x + way * between - width / 2 < MAX (first, 0) ||
          (double) box->x + way * between + width / 2 > MIN (last, self->input->width))
        way = -way;
      x = (double) box->x + way * between;
    }
  return x;
}

/* Gives an aggregate its count, and the size of a chip. */
void
mig_lanes_init_count (MigLanes *self, MigBox *box, guint n)
{
  const MigCount *count = mig_lanes_get_count (self, n);

  box->n = n;
  box->title = count->text;
  box->title_width = (float) count->width;
  box->width = (float) mig_lanes_get_chip_width (self, n);
  box->height = (float) mig_lanes_px (self, 18);
  box->title_x = box->x - box->title_width / 2;
}
