/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-painter-private.h"

#include <math.h>

/*
 * What a filter leaves of the things that it takes away: a pale stroke where there are any, so that the reader sees
 * that they exist and when; and outside of the span that is asked for another ground.
 */

#define STROKE_PITCH 4
#define STROKE_WIDTH 1.5
#define STROKE_HEIGHT 9
#define STROKE_OPACITY 0.4
#define DASH 4

static double
day_to_x (const MigPainting *g, double day)
{
  return (day - g->view->start) * g->pixels_per_day;
}

static void
paint_end (const MigPainting *g, double x, double bottom)
{
  const double u = g->paint.unit;

  if (x < 0 || x > g->width)
    return;
  for (double y = g->ruler; y < bottom; y += 2 * DASH * u)
    mig_paint_rect (&g->paint, x - u / 2, y, u, MIN (DASH * u, bottom - y), MIG_COLOUR_BORDER);
}

/* The ground from @x0 to @x1, but for the undated, which lie off the axis. */
static void
paint_ground (const MigPainting *g, double x0, double x1)
{
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      const MigLaneBand *band = &g->layout->lanes[lane];

      if (band->shown && lane != MIG_LANE_UNDATED)
        mig_paint_rect (&g->paint, x0, g->ruler + (double) band->y, x1 - x0, (double) band->height, MIG_COLOUR_WINDOW);
    }
}

/* The ground under all that lies before and after the span. */
static void
paint_outside (const MigPainting *g)
{
  const MigFilter *filter = mig_subset_get_filter (g->layout->subset);
  const double bottom = g->ruler + (double) g->layout->height;

  if (filter->first_day != G_MININT)
    {
      const double x = day_to_x (g, filter->first_day);

      if (x > 0)
        paint_ground (g, 0, MIN (x, g->width));
      paint_end (g, x, bottom);
    }
  if (filter->last_day != G_MAXINT)
    {
      const double x = day_to_x (g, filter->last_day + 1.0);

      if (x < g->width)
        paint_ground (g, MAX (x, 0), g->width);
      paint_end (g, x, bottom);
    }
}

/* One stroke for each few pixels that hold anything hidden; empty time costs nothing. */
static void
paint_strokes (const MigPainting *g, MigLane lane, MigTrack track)
{
  const MigLaneBand *band = &g->layout->lanes[lane];
  const MigTimeIndex *all = mig_time_index_get (g->layout->corpus, track);
  const MigTimeIndex *shown = mig_subset_get_index (g->layout->subset, track);
  const double u = g->paint.unit, pitch = STROKE_PITCH * u / g->pixels_per_day;
  const double y = g->ruler + (double) (band->y + band->height / 2) - STROKE_HEIGHT * u / 2;
  const guint n = mig_time_index_get_n (all);
  guint at;

  if (!band->shown || mig_time_index_get_n (shown) == n)
    return;
  at = mig_time_index_find_day (all, g->view->start);
  while (at < n && mig_time_index_get_middle (all, at) <= g->view->end)
    {
      const double first = floor (mig_time_index_get_middle (all, at) / pitch) * pitch;
      const guint past = mig_time_index_find_day (all, first + pitch);
      const guint n_shown = mig_time_index_find_day (shown, first + pitch) - mig_time_index_find_day (shown, first);

      /* What stands here in part is there to be seen. */
      if (n_shown == 0)
        mig_paint_rect (&g->paint, day_to_x (g, mig_time_index_get_middle (all, at)) - STROKE_WIDTH * u / 2, y,
                        STROKE_WIDTH * u, STROKE_HEIGHT * u, MIG_COLOUR_FG2);
      at = MAX (past, at + 1);
    }
}

/* Drawn on the lanes' grounds, under everything that is shown. */
void
mig_painting_filtered (const MigPainting *g)
{
  if (g->view->bare || mig_subset_is_whole (g->layout->subset))
    return;
  paint_outside (g);
  gtk_snapshot_push_opacity (g->paint.snapshot, STROKE_OPACITY);
  paint_strokes (g, MIG_LANE_MEETINGS, MIG_TRACK_MEETINGS);
  paint_strokes (g, MIG_LANE_EVENTS, MIG_TRACK_EVENTS);
  paint_strokes (g, MIG_LANE_DOCUMENTS, MIG_TRACK_DOCUMENTS);
  gtk_snapshot_pop (g->paint.snapshot);
}
