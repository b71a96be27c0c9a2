/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <math.h>

/*
 * What has no label of its own: single marks where there is room, chips with a count where there is none, and at the
 * edges of the view how many lie beyond. Groups are formed over the whole lane and not over what is in sight, so that
 * they do not regroup while the view pans.
 */

#define NEAR 24      /* marks closer than this join */
#define GROUP_MAX 70 /* a group does not reach farther than this */
#define EDGE_ROOM 48 /* what an edge chip covers, it counts too */

typedef struct
{
  double x;
  MigRef ref;
} Loose;

typedef struct
{
  MigLanes *self;
  MigTrack track;
  MigLane lane;
  double y;
  double clear_first;
  double clear_last;
  guint n_before;
  guint n_after;
  MigRef before;
  MigRef after;
} Aggregator;

static gint
compare_loose (gconstpointer a, gconstpointer b)
{
  const Loose *p = a, *q = b;

  return p->x != q->x ? (p->x > q->x) - (p->x < q->x) : (p->ref > q->ref) - (p->ref < q->ref);
}

static double
middle_of (MigLanes *self, MigRef ref)
{
  return mig_lanes_x (self, mig_date_middle (mig_corpus_get_date (self->corpus, ref)));
}

/* Where marks may stand without lying under an edge chip: the view, less the chip's room at the edges beyond which
 * there is something. */
void
mig_lanes_get_clear (MigLanes *self, MigTrack track, double *first, double *last)
{
  guint n;
  MigRefs all = mig_corpus_get_track (self->corpus, track, &n);
  double room = mig_lanes_px (self, EDGE_ROOM);

  *first = 0;
  *last = self->input->width;
  for (guint i = 0; i < n; i++)
    {
      double x = middle_of (self, all.refs[i]);

      if (x < 0)
        *first = room;
      else if (x > self->input->width)
        *last = self->input->width - room;
    }
}

/* What a mark about @x would run into in its row; %NULL when it stands clear. */
static const MigBox *
find_obstacle (Aggregator *agg, double x, double half)
{
  MigLanes *self = agg->self;
  double gap = mig_lanes_px (self, 3);

  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      const MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);

      if (box->lane == agg->lane && fabs ((double) box->y - agg->y) < 2 &&
          fabs (x - (double) box->x) < (double) box->width / 2 + half + gap)
        return box;
    }
  return NULL;
}

/* Moves a chip aside from what already stands in its row: to the nearer side that is free, if it need not go far. */
static double
nudge (Aggregator *agg, double x, double half)
{
  double reach = mig_lanes_px (agg->self, NEAR), gap = mig_lanes_px (agg->self, 4);
  const MigBox *obstacle = find_obstacle (agg, x, half);
  double aside, best = x;

  if (obstacle == NULL)
    return x;
  for (gint side = -1; side <= 1; side += 2)
    {
      aside = (double) obstacle->x + side * ((double) obstacle->width / 2 + half + gap);
      if (fabs (aside - x) <= reach && find_obstacle (agg, aside, half) == NULL &&
          (best == x || fabs (aside - x) < fabs (best - x)))
        best = aside;
    }
  return best;
}

static MigMark
single_mark (Aggregator *agg, MigRef ref, double width)
{
  if (agg->track == MIG_TRACK_MEETINGS)
    return MIG_MARK_PILL;
  if (agg->track == MIG_TRACK_DOCUMENTS)
    return MIG_MARK_PAGE;
  return width >= mig_lanes_px (agg->self, NEAR) || mig_lanes_date_flags (agg->self, ref) != 0 ? MIG_MARK_SPAN
                                                                                             : MIG_MARK_DIAMOND;
}

static void
place_single (Aggregator *agg, const Loose *loose)
{
  MigLanes *self = agg->self;
  double x0, x1;
  MigBox *box;

  mig_lanes_extent (self, mig_corpus_get_date (self->corpus, loose->ref), &x0, &x1);
  box = mig_lanes_append (self, loose->ref, agg->lane, single_mark (agg, loose->ref, x1 - x0), loose->x, agg->y);
  box->flags |= mig_lanes_date_flags (self, loose->ref);
  box->width = (float) mig_lanes_px (self, 9);
  box->height = box->width;
  if (box->mark == MIG_MARK_SPAN)
    {
      double half = MAX ((x1 - x0) / 2, mig_lanes_px (self, 11));

      box->height = (float) mig_lanes_px (self, 6);
      x0 = MIN (x0, loose->x - half);
      x1 = MAX (x1, loose->x + half);
    }
  else if (box->mark == MIG_MARK_PILL)
    {
      box->title = mig_corpus_get_identifier (self->corpus, loose->ref, "ordinal");
      box->title_width = (float) mig_lanes_measure (self, box->title, MIG_TEXT_ORDINAL);
      box->title_x = box->x - box->title_width / 2;
      box->width = MAX ((float) mig_lanes_px (self, 20), box->title_width + (float) mig_lanes_px (self, 6));
      box->height = (float) mig_lanes_px (self, 22);
    }
  else if (box->mark == MIG_MARK_PAGE)
    box->height = (float) mig_lanes_px (self, 12);
  box->x0 = (float) x0;
  box->x1 = (float) x1;
}

static void
place_chip (Aggregator *agg, const Loose *loose, guint n)
{
  MigLanes *self = agg->self;
  double margin = mig_lanes_px (self, EDGE_ROOM);
  double x = (loose[0].x + loose[n - 1].x) / 2;
  const char *count = mig_lanes_take_text (self, g_strdup_printf ("%u", n));
  double text = mig_lanes_measure (self, count, MIG_TEXT_COUNT);
  double width = MAX (mig_lanes_px (self, 20), text + mig_lanes_px (self, 12));
  MigBox *box;

  if (agg->clear_first > 0)
    x = MAX (x, margin + width / 2);
  if (agg->clear_last < self->input->width)
    x = MIN (x, self->input->width - margin - width / 2);
  x = nudge (agg, x, width / 2);

  box = mig_lanes_append (self, loose[0].ref, agg->lane, MIG_MARK_CHIP, x, agg->y);
  box->n = n;
  box->first = self->layout.members->len;
  for (guint i = 0; i < n; i++)
    {
      if (mig_lanes_is_linked (self, loose[i].ref))
        box->flags |= MIG_BOX_LINKED;
      g_array_append_val (self->layout.members, loose[i].ref);
      g_hash_table_insert (self->placed, GUINT_TO_POINTER (loose[i].ref),
                           GUINT_TO_POINTER (self->layout.boxes->len));
    }
  box->title = count;
  box->title_width = (float) text;
  box->title_x = (float) (x - text / 2);
  box->width = (float) width;
  box->height = (float) mig_lanes_px (self, 18);
  box->x0 = (float) loose[0].x;
  box->x1 = (float) loose[n - 1].x;
}

static void
place_group (Aggregator *agg, const Loose *loose, guint n)
{
  double x = (loose[0].x + loose[n - 1].x) / 2;

  if (x < agg->clear_first)
    {
      agg->before = loose[n - 1].ref;
      agg->n_before += n;
    }
  else if (x > agg->clear_last)
    {
      if (agg->n_after == 0)
        agg->after = loose[0].ref;
      agg->n_after += n;
    }
  else if (n == 1)
    place_single (agg, loose);
  else
    place_chip (agg, loose, n);
}

static void
place_edge (Aggregator *agg, MigRef ref, guint n, gboolean later)
{
  MigLanes *self = agg->self;
  MigBox *box;

  if (n == 0)
    return;
  box = mig_lanes_append (self, ref, agg->lane, MIG_MARK_EDGE, 0, agg->y);
  box->n = n;
  box->flags |= later ? MIG_BOX_LATER : 0;
  box->title = mig_lanes_take_text (self, g_strdup_printf ("%u", n));
  box->title_width = (float) mig_lanes_measure (self, box->title, MIG_TEXT_COUNT);
  box->width = box->title_width + (float) mig_lanes_px (self, 26);
  box->height = (float) mig_lanes_px (self, 18);
  box->x = (float) mig_lanes_px (self, 5) + box->width / 2;
  if (later)
    box->x = (float) self->input->width - box->x;
  box->title_x = later ? box->x - box->width / 2 + (float) mig_lanes_px (self, 9)
                       : box->x - box->width / 2 + (float) mig_lanes_px (self, 17);
}

/* Everything of a track that has not found a place yet gets one: as a mark, in a chip, or counted at an edge. */
void
mig_lanes_aggregate (MigLanes *self, MigTrack track, MigLane lane, double y)
{
  Aggregator agg = { .self = self, .track = track, .lane = lane, .y = y };
  double near_by = mig_lanes_px (self, NEAR), reach = mig_lanes_px (self, GROUP_MAX);
  guint n, n_loose = 0;
  MigRefs all = mig_corpus_get_track (self->corpus, track, &n);
  g_autofree Loose *loose = g_new (Loose, MAX (n, 1));

  mig_lanes_get_clear (self, track, &agg.clear_first, &agg.clear_last);
  for (guint i = 0; i < n; i++)
    {
      if (g_hash_table_contains (self->placed, GUINT_TO_POINTER (all.refs[i])))
        continue;
      loose[n_loose].ref = all.refs[i];
      loose[n_loose++].x = middle_of (self, all.refs[i]);
    }
  qsort (loose, n_loose, sizeof (Loose), compare_loose);

  for (guint i = 0, k; i < n_loose; i = k)
    {
      for (k = i + 1;
           k < n_loose && loose[k].x - loose[k - 1].x < near_by && loose[k].x - loose[i].x <= reach; k++)
        ;
      place_group (&agg, loose + i, k - i);
    }
  if (self->input->sparse)
    return;
  place_edge (&agg, agg.before, agg.n_before, FALSE);
  place_edge (&agg, agg.after, agg.n_after, TRUE);
}
