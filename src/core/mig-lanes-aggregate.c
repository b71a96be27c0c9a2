/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <math.h>

/*
 * What has no label of its own: single marks where there is room, chips with a count where there is none, and at the
 * edges of the view how many lie beyond.
 *
 *   buckets in sight ──► one thing: a mark where it stands, or if a neighbour is too near, one more in that chip
 *                    ├─► several: a chip, which stays between the ends of its bucket and so meets no other
 *                    └─► under an edge chip, and beyond: counted there
 */

#define NEAR 24           /* marks closer than this join */
#define NEAR_BY_LINE 18   /* marks that carry no text may stand closer */
#define MARK_GAP 3
#define MARK_SIZE 9

/* What one bucket becomes. */
typedef struct
{
  MigBucket bucket;
  double x;        /* the middle of its mark */
  double left;     /* what its mark covers */
  double right;
  gboolean joined; /* whether its only thing has gone to a neighbour */
  gboolean moved;  /* whether it had to step aside */
} Group;

typedef struct
{
  MigLanes *self;
  const MigTimeIndex *index;
  MigTrack track;
  MigLane lane;
  double y;
  double days; /* length of a bucket */
  double clear_first;
  double clear_last;
  double room; /* for the mark that is placed next: between what stands beside it */
} Aggregator;

static double
x_at (Aggregator *agg, guint position)
{
  return mig_lanes_x (agg->self, mig_time_index_get_middle (agg->index, position));
}

/* What a mark about @x would run into in its row; %NULL when it stands clear. */
static const MigBox *
find_obstacle (Aggregator *agg, double x, double half)
{
  MigLanes *self = agg->self;
  double gap = mig_lanes_px (self, MARK_GAP);

  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      const MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);

      if (box->lane == agg->lane && box->width > 0 && fabs ((double) box->y - agg->y) < 2 &&
          fabs (x - (double) box->x) < (double) box->width / 2 + half + gap)
        return box;
    }
  return NULL;
}

/* Whether single marks carry text. */
static gboolean
has_wide_marks (Aggregator *agg)
{
  return agg->lane == MIG_LANE_MEETINGS || agg->lane >= MIG_LANE_FOLLOWED;
}

static MigMark
single_mark (Aggregator *agg, MigRef ref, double width)
{
  if (agg->track == MIG_TRACK_MEETINGS)
    return MIG_MARK_PILL;
  if (agg->track == MIG_TRACK_DOCUMENTS)
    return MIG_MARK_PAGE;
  if (agg->lane >= MIG_LANE_FOLLOWED)
    return MIG_MARK_SPEECH;
  return width >= mig_lanes_px (agg->self, NEAR) || mig_lanes_date_flags (agg->self, ref) != 0 ? MIG_MARK_SPAN
                                                                                             : MIG_MARK_DIAMOND;
}

/* How wide a single mark is, if it carries no more text than it has to. */
static double
single_width (Aggregator *agg)
{
  return mig_lanes_px (agg->self, has_wide_marks (agg) ? NEAR - MARK_GAP : MARK_SIZE);
}

/* A pill without room for all its width takes what its neighbours leave if that holds its text. */
static void
set_pill_text (Aggregator *agg, MigBox *box)
{
  MigLanes *self = agg->self;
  const char *text = mig_lanes_get_pill_text (self, box->ref);
  double width = mig_lanes_measure (self, text, MIG_TEXT_ORDINAL), wanted = mig_lanes_get_pill_least (self, box->ref);
  gboolean fits = wanted <= single_width (agg);

  /* Without a width it is not in its own way. */
  box->width = 0;
  if (!fits)
    fits = wanted <= MIN (agg->room, mig_lanes_get_pill_room (self, box->ref)) &&
           find_obstacle (agg, (double) box->x, wanted / 2) == NULL;
  box->height = (float) mig_lanes_px (self, 22);
  box->width = (float) single_width (agg);
  if (!fits)
    return;
  box->width = (float) MAX ((double) box->width, wanted);
  box->title = text;
  box->title_width = (float) width;
  box->title_x = box->x - box->title_width / 2;
}

/* An intervention whose neighbours are near has a pill as narrow as a chip, with its text if that goes in. */
static void
set_speech_text (Aggregator *agg, MigBox *box)
{
  MigLanes *self = agg->self;
  const char *text = mig_lanes_get_speech_text (self, box->ref);
  double width = mig_lanes_measure (self, text, MIG_TEXT_NUMERAL);

  box->width = box->height = (float) single_width (agg);
  if (width + mig_lanes_px (self, 4) > (double) box->width)
    return;
  box->title = text;
  box->title_width = (float) width;
  box->title_x = box->x - box->title_width / 2;
}

static void
place_single (Aggregator *agg, MigRef ref, double x)
{
  MigLanes *self = agg->self;
  double x0, x1;
  MigBox *box;

  mig_lanes_extent (self, mig_corpus_get_date (self->corpus, ref), &x0, &x1);
  box = mig_lanes_append (self, ref, agg->lane, single_mark (agg, ref, x1 - x0), x, agg->y);
  box->flags |= mig_lanes_date_flags (self, ref);
  box->width = (float) mig_lanes_px (self, MARK_SIZE);
  box->height = box->width;
  if (box->mark == MIG_MARK_SPAN)
    {
      double half = MAX ((x1 - x0) / 2, mig_lanes_px (self, NEAR_BY_LINE / 2 - 1));

      box->height = (float) mig_lanes_px (self, 6);
      if (box->flags & MIG_BOX_HATCHED || !mig_lanes_shorten_open (self, box->flags, &x, &x0, &x1))
        {
          x0 = MIN (x0, x - half);
          x1 = MAX (x1, x + half);
        }
      box->x = (float) x;
    }
  else if (box->mark == MIG_MARK_PILL)
    set_pill_text (agg, box);
  else if (box->mark == MIG_MARK_SPEECH)
    set_speech_text (agg, box);
  else if (box->mark == MIG_MARK_PAGE)
    box->height = (float) mig_lanes_px (self, 12);
  box->x0 = (float) x0;
  box->x1 = (float) x1;
}

static void
place_chip (Aggregator *agg, const Group *group)
{
  MigLanes *self = agg->self;
  const MigBucket *bucket = &group->bucket;
  MigBox *box = mig_lanes_append (self, mig_time_index_get_ref (agg->index, bucket->lowest), agg->lane, MIG_MARK_CHIP,
                                  group->x, agg->y);

  box->last = mig_time_index_get_ref (agg->index, bucket->highest);
  box->first = bucket->first;
  box->past = bucket->past;
  mig_lanes_init_count (self, box, bucket->n);
  if (mig_lanes_has_linked (self, agg->track, bucket->first, bucket->past))
    box->flags |= MIG_BOX_LINKED;
  box->x0 = (float) x_at (agg, bucket->lowest);
  box->x1 = (float) x_at (agg, bucket->highest);
}

/* Where a group's mark stands: a single one where its thing does, a chip as near to the middle of its things as the
 * ends of its bucket let it. */
static void
arrange_group (Aggregator *agg, Group *group)
{
  MigLanes *self = agg->self;
  const MigBucket *bucket = &group->bucket;
  double x0 = x_at (agg, bucket->lowest), x1 = x_at (agg, bucket->highest), half;

  group->x = (x0 + x1) / 2;
  if (bucket->n == 1)
    half = single_width (agg) / 2;
  else
    {
      double begin = mig_lanes_x (self, (double) bucket->number * agg->days);
      double end = mig_lanes_x (self, (double) (bucket->number + 1) * agg->days), gap = mig_lanes_px (self, 2);

      half = mig_lanes_get_chip_width (self, bucket->n) / 2;
      if (end - begin >= 2 * (half + gap))
        group->x = CLAMP (group->x, begin + half + gap, end - half - gap);
    }
  group->left = group->x - half;
  group->right = group->x + half;
}

/* Whether a single mark is too near to its neighbour to be told apart. */
static gboolean
is_near (Aggregator *agg, const Group *one, const Group *other)
{
  double near_by = mig_lanes_px (agg->self, has_wide_marks (agg) ? NEAR : NEAR_BY_LINE);

  if (other->bucket.n == 1)
    return fabs (one->x - other->x) < near_by;
  return one->left < other->right + mig_lanes_px (agg->self, MARK_GAP) &&
         one->right > other->left - mig_lanes_px (agg->self, MARK_GAP);
}

static void
absorb (Group *host, Group *guest)
{
  guest->joined = TRUE;
  host->bucket.n += guest->bucket.n;
  host->bucket.first = MIN (host->bucket.first, guest->bucket.first);
  host->bucket.past = MAX (host->bucket.past, guest->bucket.past);
  host->bucket.lowest = MIN (host->bucket.lowest, guest->bucket.lowest);
  host->bucket.highest = MAX (host->bucket.highest, guest->bucket.highest);
}

/* Who is one of its kind in its bucket and near to a neighbour goes there: first to the earlier one. Everybody looks at
 * how the groups stood before anybody went, so that it does not matter where in time the view begins. */
static void
join_neighbours (Aggregator *agg, GArray *groups)
{
  g_autofree gint *goes = g_new0 (gint, groups->len + 1);

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *one = &g_array_index (groups, Group, i);
      const Group *before = i > 0 ? one - 1 : NULL, *after = i + 1 < groups->len ? one + 1 : NULL;

      if (one->bucket.n != 1)
        continue;
      if (before != NULL && is_near (agg, one, before))
        goes[i] = -1;
      else if (after != NULL && after->bucket.n > 1 && is_near (agg, one, after))
        goes[i] = 1;
    }
  for (guint i = 0; i < groups->len; i++)
    {
      Group *one = &g_array_index (groups, Group, i), *host = one + goes[i];

      if (goes[i] == 0 || goes[(gint) i + goes[i]] != 0)
        continue;
      absorb (host, one);
      arrange_group (agg, host);
    }
}

static void
move_group (Group *group, double x)
{
  group->left += x - group->x;
  group->right += x - group->x;
  group->x = x;
}

/* Moves a group aside from the marks that stand in its row whatever is near them: to the side of the first of them that
 * is nearer. */
static void
avoid_held (Aggregator *agg, Group *group)
{
  double half = (group->right - group->left) / 2, gap = mig_lanes_px (agg->self, MARK_GAP + 1);
  const MigBox *held = find_obstacle (agg, group->x, half);
  double way = held != NULL && group->x < (double) held->x ? -1 : 1;

  for (; held != NULL; held = find_obstacle (agg, group->x, half))
    {
      move_group (group, (double) held->x + way * ((double) held->width / 2 + half + gap));
      group->moved = TRUE;
    }
}

static Group *
group_before (GArray *groups, Group *group)
{
  Group *first = &g_array_index (groups, Group, 0);

  while (group > first)
    {
      if (!(--group)->joined)
        return group;
    }
  return NULL;
}

/* Where marks that stand whatever is near them leave two groups no room beside each other, the two are one. */
static void
unite_crowded (Aggregator *agg, GArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i), *before;

      if (group->joined)
        continue;
      avoid_held (agg, group);
      while ((before = group_before (groups, group)) != NULL &&
             before->right + mig_lanes_px (agg->self, 1) > group->left &&
             (before->bucket.n > 1 || group->bucket.n > 1 || before->moved || group->moved))
        {
          double x = before->bucket.n >= group->bucket.n ? before->x : group->x;

          absorb (before, group);
          arrange_group (agg, before);
          move_group (before, x);
          avoid_held (agg, before);
          group = before;
        }
    }
}

static GArray *
collect_groups (Aggregator *agg)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_autoptr (GArray) buckets = NULL;

  buckets = mig_lanes_collect_buckets (agg->self, agg->track, agg->days * agg->self->pixels_per_day * 2);
  for (guint i = 0; i < buckets->len; i++)
    {
      Group group = { .bucket = g_array_index (buckets, MigBucket, i) };

      arrange_group (agg, &group);
      g_array_append_val (groups, group);
    }
  join_neighbours (agg, groups);
  unite_crowded (agg, groups);
  return groups;
}

static void
place_edge (MigLanes *self, MigTrack track, MigLane lane, double y, guint n, guint nearest, gboolean later)
{
  MigBox *box = mig_lanes_append (self, mig_time_index_get_ref (self->indexes[track], nearest), lane, MIG_MARK_EDGE, 0,
                                  y);

  mig_lanes_init_count (self, box, n);
  box->flags |= later ? MIG_BOX_LATER : 0;
  box->width = box->title_width + (float) mig_lanes_px (self, 26);
  box->x = (float) (mig_lanes_get_inset (self, track, lane, y, later) + mig_lanes_px (self, 5)) + box->width / 2;
  if (later)
    box->x = (float) self->input->width - box->x;
  box->title_x = later ? box->x - box->width / 2 + (float) mig_lanes_px (self, 9)
                       : box->x - box->width / 2 + (float) mig_lanes_px (self, 17);
}

/* Says at the edges of the view how many things lie beyond: before position @from, and from @to on. */
void
mig_lanes_place_edges (MigLanes *self, MigTrack track, MigLane lane, double y, guint from, guint to)
{
  for (guint later = 0; later < 2; later++)
    {
      const MigAside *aside = &self->aside[track][later];
      guint first = later ? to : 0, past = later ? mig_time_index_get_n (self->indexes[track]) : from;
      guint n = mig_lanes_count_loose (self, track, first, past) + aside->n;
      guint lowest = aside->nearest, highest = aside->nearest;

      mig_lanes_find_loose (self, track, first, past, &lowest, &highest);
      if (n > 0)
        place_edge (self, track, lane, y, n, later ? lowest : highest, later != 0);
    }
}

/* What stands on its own whatever is near it, but has found no place among the labels. */
static void
place_held (Aggregator *agg)
{
  MigLanes *self = agg->self;
  const MigRef held[] = { self->selected, self->input->focused };

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      double x, width = single_width (agg);
      guint position;

      if (held[i] == MIG_REF_NONE || g_hash_table_contains (self->placed, GUINT_TO_POINTER (held[i])) ||
          !mig_time_index_find_ref (agg->index, held[i], mig_corpus_get_date (self->corpus, held[i]), &position) ||
          mig_lanes_count_loose (self, agg->track, position, position + 1) == 0)
        continue;
      x = x_at (agg, position);
      if (x < 0 || x > self->input->width)
        continue;
      mig_lanes_keep_between_edges (self, agg->track, width, &x, &width);
      place_single (agg, held[i], mig_lanes_step_aside (self, agg->track, agg->lane, x, agg->y, width));
    }
}

/* The next group that has not gone to a neighbour. */
static Group *
next_group (GArray *groups, gint at, gint step)
{
  for (; at >= 0 && at < (gint) groups->len; at += step)
    {
      if (!g_array_index (groups, Group, at).joined)
        return &g_array_index (groups, Group, at);
    }
  return NULL;
}

/* How wide a group's mark may be, so that it touches none of its neighbours. */
static double
room_of (GArray *groups, gint at)
{
  const Group *group = &g_array_index (groups, Group, at);
  const Group *before = next_group (groups, at - 1, -1), *after = next_group (groups, at + 1, 1);
  double room = (double) INFINITY;

  if (before != NULL)
    room = MIN (room, 2 * (group->x - before->right));
  if (after != NULL)
    room = MIN (room, 2 * (after->left - group->x));
  return room;
}

/* Where nothing lies beyond an edge, a chip that the edge would cut stands at it, or as near as what stands there lets
 * it; and if that is where the next one is, the two are one. */
static void
hold_outermost (Aggregator *agg, GArray *groups, gboolean later)
{
  double width = agg->self->input->width;
  double margin = mig_lanes_px (agg->self, 2), gap = mig_lanes_px (agg->self, MARK_GAP + 1);
  gint at = later ? (gint) groups->len - 1 : 0, step = later ? -1 : 1;
  Group *group = next_group (groups, at, step), *inner;

  if (later ? agg->clear_last < width : agg->clear_first > 0)
    return;
  for (; group != NULL && (group->bucket.n > 1 || group->moved); group = inner)
    {
      double half = (group->right - group->left) / 2, x = later ? width - half - margin : half + margin, kept;
      const MigBox *obstacle;

      if (later ? group->right <= width : group->left >= 0)
        return;
      while ((obstacle = find_obstacle (agg, x, half)) != NULL)
        x = (double) obstacle->x + step * ((double) obstacle->width / 2 + half + gap);
      inner = next_group (groups, (gint) (group - &g_array_index (groups, Group, 0)) + step, step);
      if (inner == NULL || (later ? inner->right + margin <= x - half : inner->left - margin >= x + half))
        {
          move_group (group, x);
          return;
        }
      kept = inner->x;
      absorb (inner, group);
      arrange_group (agg, inner);
      move_group (inner, kept);
    }
}

/* Everything of a track that has not found a place yet gets one: as a mark, in a chip, or counted at an edge. */
void
mig_lanes_aggregate (MigLanes *self, MigTrack track, MigLane lane, double y)
{
  Aggregator agg = {
    .self = self, .index = self->indexes[track], .track = track, .lane = lane, .y = y,
    .days = ldexp (1, (int) mig_lanes_get_bucket_level (self, track)),
  };
  guint from, to, n_shown = 0;
  g_autoptr (GArray) groups = NULL;

  place_held (&agg);
  mig_lanes_get_clear (self, track, lane, y, &agg.clear_first, &agg.clear_last);
  groups = collect_groups (&agg);
  hold_outermost (&agg, groups, FALSE);
  hold_outermost (&agg, groups, TRUE);

  /* Positions from @from to @to - 1 are shown; the others lie beyond the edges. */
  from = to = mig_time_index_find_day (agg.index, self->input->start);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      if (group->joined)
        continue;
      /* A single mark may be cut by the view's edge, but not lie under its chip. */
      if (n_shown == 0 && (group->bucket.n == 1 && agg.clear_first <= 0 ? group->x : group->left) < agg.clear_first)
        {
          from = to = MAX (from, group->bucket.past);
          continue;
        }
      if ((group->bucket.n == 1 && agg.clear_last >= self->input->width ? group->x : group->right) > agg.clear_last)
        break;
      if (n_shown++ == 0)
        from = group->bucket.first;
      to = group->bucket.past;
      agg.room = room_of (groups, (gint) i);
      if (group->bucket.n == 1)
        place_single (&agg, mig_time_index_get_ref (agg.index, group->bucket.lowest), group->x);
      else
        place_chip (&agg, group);
    }
  if (!self->input->sparse)
    mig_lanes_place_edges (self, track, lane, y, from, to);
}
