/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-hits.h"

#include <math.h>

#include "mig-following.h"
#include "mig-time-index.h"

/*
 * Hits of the search on the timeline: a gold underline below the mark, with an outline for whoever does not see gold.
 * A session or a meeting has it too when a hit stands in it, and a chip when one of those it stands for is a hit.
 */

#define LINE_HEIGHT 4
#define LEAST_WIDTH 12

/* What hits there are, where they stand, and in which picture. */
typedef struct
{
  GtkSnapshot *snapshot;
  MigPalette palette;
  const MigLayout *layout;
  const MigTimelineView *view;
  MigSearchResults *results;
  MigSearchPlaces *places; /* NULL while they are not known */
  double unit;
} Marking;

/* The track that a chip's positions are of: sessions are counted by their meetings. */
static MigTrack
get_track (MigLane lane)
{
  return lane == MIG_LANE_EVENTS      ? MIG_TRACK_EVENTS
         : lane == MIG_LANE_DOCUMENTS ? MIG_TRACK_DOCUMENTS
                                      : MIG_TRACK_MEETINGS;
}

/* The index of time that a lane's positions are of. */
static const MigTimeIndex *
get_index (const Marking *m, MigLane lane)
{
  return lane >= MIG_LANE_FOLLOWED ? mig_following_get_index (m->layout->following, lane)
                                   : mig_subset_get_index (m->layout->subset, get_track (lane));
}

/* The first hit of a lane at positions @first to @past - 1. Lanes on demand hold interventions, as many as one record
 * has: each is asked. */
static gboolean
find_hit (const Marking *m, MigLane lane, guint first, guint past, guint *position)
{
  if (lane < MIG_LANE_FOLLOWED)
    return m->places != NULL && mig_search_places_find (m->places, get_track (lane), first, past, position);
  for (*position = first; *position < past; (*position)++)
    {
      if (mig_search_results_contains (m->results, mig_time_index_get_ref (get_index (m, lane), *position)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_counted (const Marking *m, MigRef ref)
{
  const MigBox *place = mig_lanes_find (m->layout, ref);

  return place != NULL && mig_box_is_aggregate (place);
}

/* Whether a hit is among a lane's things at positions @first to @past - 1 that have no place of their own. */
static gboolean
has_hit_between (const Marking *m, MigLane lane, guint first, guint past)
{
  guint position;

  for (; find_hit (m, lane, first, past, &position); first = position + 1)
    {
      if (is_counted (m, mig_time_index_get_ref (get_index (m, lane), position)))
        return TRUE;
    }
  return FALSE;
}

/* What reaches over the whole view stands in one bar. */
static gboolean
has_hit_throughout (const Marking *m)
{
  const MigTimeIndex *index = get_index (m, MIG_LANE_EVENTS);
  guint first, past = 0;

  while (mig_time_index_find_covering (index, past, m->view->start, m->view->end, &first, &past))
    if (has_hit_between (m, MIG_LANE_EVENTS, first, past))
      return TRUE;
  return FALSE;
}

static gboolean
is_marked (const Marking *m, const MigBox *box)
{
  if (box->mark == MIG_MARK_EDGE || box->mark == MIG_MARK_MORE || box->mark == MIG_MARK_CHEVRON)
    return FALSE;
  if (!mig_box_is_aggregate (box))
    return mig_search_results_is_marked (m->results, box->ref);
  if (box->mark == MIG_MARK_THROUGHOUT)
    return has_hit_throughout (m);

  return has_hit_between (m, box->lane, box->first, box->past);
}

static void
paint_underline (const Marking *m, const graphene_rect_t *line)
{
  GskRoundedRect outline;
  const GdkRGBA *edge = mig_palette_get (m->palette, MIG_COLOUR_HIT_OUTLINE);
  const GdkRGBA edges[4] = { *edge, *edge, *edge, *edge };

  gsk_rounded_rect_init_from_rect (&outline, line, line->size.height / 2);
  gtk_snapshot_push_rounded_clip (m->snapshot, &outline);
  gtk_snapshot_append_color (m->snapshot, mig_palette_get (m->palette, MIG_COLOUR_HIT), line);
  gtk_snapshot_pop (m->snapshot);
  gtk_snapshot_append_border (m->snapshot, &outline, (const float[4]) { 1, 1, 1, 1 }, edges);
}

/* Where things are too many to be told apart, hits have ticks at the foot of their period's columns, one for all that
 * stand under it. */
static void
paint_ticks (const Marking *m, const MigBox *box, const graphene_rect_t *area)
{
  const MigTimeIndex *index = get_index (m, box->lane);
  double width = (double) area->size.width, scale = width / (m->view->end - m->view->start);
  double tick = LINE_HEIGHT * m->unit;
  guint first = MAX (box->first, mig_time_index_find_day (index, m->view->start)), position;

  while (find_hit (m, box->lane, first, box->past, &position))
    {
      double day = mig_time_index_get_middle (index, position), x = (day - m->view->start) * scale;
      graphene_rect_t line;

      if (x > width)
        return;
      if (m->view->mirrored)
        x = width - x;
      graphene_rect_init (&line, (float) ((double) area->origin.x + x - tick / 2), area->origin.y, (float) tick,
                          area->size.height);
      paint_underline (m, &line);
      first = MAX (position + 1, mig_time_index_find_day (index, day + tick / scale));
    }
}

/**
 * mig_timeline_hits_paint:
 * @snapshot: where to draw
 * @painter: the painter of the picture under the hits
 * @layout: its layout
 * @view: what the layout shows
 * @palette: which colours
 * @results: what was found
 * @places: (nullable): where it stands among what the layout shows; %NULL while that is not known
 *
 * Draws the underlines of hits over a timeline.
 */
void
mig_timeline_hits_paint (GtkSnapshot *snapshot,
                         MigTimelinePainter *painter,
                         const MigLayout *layout,
                         const MigTimelineView *view,
                         MigPalette palette,
                         MigSearchResults *results,
                         MigSearchPlaces *places)
{
  double names = mig_timeline_painter_get_names_width (painter, view->width);
  double unit = mig_timeline_painter_get_unit (painter);
  double top = mig_timeline_painter_get_ruler_height (painter), width = view->width - names;
  const Marking m = {
    .snapshot = snapshot, .palette = palette, .layout = layout, .view = view, .results = results,
    .places = mig_search_places_are_of (places, results, layout->subset) ? places : NULL, .unit = unit,
  };

  if (mig_search_results_get_corpus (results) != view->corpus)
    return;

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = &g_array_index (layout->boxes, MigBox, i);
      double half = MAX ((double) box->width, LEAST_WIDTH * unit) / 2;
      double x0 = (double) box->x - half, x1 = (double) box->x + half;
      double height = (LINE_HEIGHT + 1) * unit, y = top + (double) box->y + (double) box->height / 2 + unit;
      graphene_rect_t line;

      if (box->mark == MIG_MARK_DENSITY)
        {
          graphene_rect_init (&line, (float) (view->mirrored ? 0 : names), (float) (y - height - unit), (float) width,
                              (float) height);
          paint_ticks (&m, box, &line);
          continue;
        }
      if (!is_marked (&m, box))
        continue;
      if (box->mark == MIG_MARK_SPAN)
        {
          x0 = MIN (x0, (double) box->x0);
          x1 = MAX (x1, (double) box->x1);
        }
      x0 = MAX (x0, 0);
      x1 = MIN (x1, width);
      if (x1 - x0 < 2 * unit)
        continue;

      graphene_rect_init (&line, (float) (view->mirrored ? width - x1 : names + x0), (float) y, (float) (x1 - x0),
                          (float) height);
      paint_underline (&m, &line);
    }
}
