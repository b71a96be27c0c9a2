/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-hits.h"

#include <math.h>

#include "mig-time-index.h"

/*
 * Hits of the search on the timeline: a gold underline below the mark, with an outline for whoever does not see gold.
 * A session or a meeting has it too when a hit stands in it, and a chip when one of those it stands for is a hit.
 */

#define LINE_HEIGHT 4
#define LEAST_WIDTH 12

/* Whether a hit is among the things at positions @first to @past - 1 that have no place of their own. */
static gboolean
has_hit_between (const MigLayout *layout, const MigTimeIndex *index, guint first, guint past, MigSearchResults *results)
{
  for (guint i = first; i < past; i++)
    {
      MigRef ref = mig_time_index_get_ref (index, i);
      const MigBox *place = mig_search_results_is_marked (results, ref) ? mig_lanes_find (layout, ref) : NULL;

      if (place != NULL && mig_box_is_aggregate (place))
        return TRUE;
    }
  return FALSE;
}

/* The index of time that a chip's positions are of: sessions are counted by their meetings. */
static const MigTimeIndex *
get_index (const MigLayout *layout, MigLane lane)
{
  return mig_subset_get_index (layout->subset, lane == MIG_LANE_EVENTS      ? MIG_TRACK_EVENTS
                                               : lane == MIG_LANE_DOCUMENTS ? MIG_TRACK_DOCUMENTS
                                                                            : MIG_TRACK_MEETINGS);
}

/* What reaches over the whole view stands in one bar. */
static gboolean
has_hit_throughout (const MigLayout *layout, const MigTimelineView *view, MigSearchResults *results)
{
  const MigTimeIndex *index = mig_subset_get_index (layout->subset, MIG_TRACK_EVENTS);
  guint first, past = 0;

  while (mig_time_index_find_covering (index, past, view->start, view->end, &first, &past))
    if (has_hit_between (layout, index, first, past, results))
      return TRUE;
  return FALSE;
}

static gboolean
is_marked (const MigLayout *layout, const MigBox *box, const MigTimelineView *view, MigSearchResults *results)
{
  if (box->mark == MIG_MARK_EDGE || box->mark == MIG_MARK_MORE || box->mark == MIG_MARK_CHEVRON)
    return FALSE;
  if (!mig_box_is_aggregate (box))
    return mig_search_results_is_marked (results, box->ref);
  if (box->mark == MIG_MARK_THROUGHOUT)
    return has_hit_throughout (layout, view, results);

  return has_hit_between (layout, get_index (layout, box->lane), box->first, box->past, results);
}

static void
paint_underline (GtkSnapshot *snapshot, MigPalette palette, const graphene_rect_t *line)
{
  GskRoundedRect outline;
  const GdkRGBA *edge = mig_palette_get (palette, MIG_COLOUR_HIT_OUTLINE);
  const GdkRGBA edges[4] = { *edge, *edge, *edge, *edge };

  gsk_rounded_rect_init_from_rect (&outline, line, line->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, mig_palette_get (palette, MIG_COLOUR_HIT), line);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]) { 1, 1, 1, 1 }, edges);
}

/* Where things are too many to be told apart, every hit has a tick at the foot of its period's columns. */
static void
paint_ticks (GtkSnapshot *snapshot, MigPalette palette, const MigLayout *layout, const MigBox *box,
             const MigTimelineView *view, MigSearchResults *results, const graphene_rect_t *area, double unit)
{
  const MigTimeIndex *index = get_index (layout, box->lane);
  double width = (double) area->size.width, scale = width / (view->end - view->start), last = -INFINITY;

  for (guint i = box->first; i < box->past; i++)
    {
      double x = (mig_time_index_get_middle (index, i) - view->start) * scale;
      graphene_rect_t line;

      if (x < last + LINE_HEIGHT * unit || x < 0 || x > width ||
          !mig_search_results_is_marked (results, mig_time_index_get_ref (index, i)))
        continue;
      last = x;
      x = view->mirrored ? width - x : x;
      graphene_rect_init (&line, (float) ((double) area->origin.x + x - LINE_HEIGHT * unit / 2), area->origin.y,
                          (float) (LINE_HEIGHT * unit), area->size.height);
      paint_underline (snapshot, palette, &line);
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
 *
 * Draws the underlines of hits over a timeline.
 */
void
mig_timeline_hits_paint (GtkSnapshot *snapshot,
                         MigTimelinePainter *painter,
                         const MigLayout *layout,
                         const MigTimelineView *view,
                         MigPalette palette,
                         MigSearchResults *results)
{
  double names = mig_timeline_painter_get_names_width (painter, view->width);
  double unit = mig_timeline_painter_get_unit (painter);
  double top = mig_timeline_painter_get_ruler_height (painter), width = view->width - names;

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
          paint_ticks (snapshot, palette, layout, box, view, results, &line, unit);
          continue;
        }
      if (!is_marked (layout, box, view, results))
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
      paint_underline (snapshot, palette, &line);
    }
}
