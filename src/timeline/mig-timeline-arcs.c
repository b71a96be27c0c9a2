/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-painter-private.h"

#include <math.h>

/*
 * Lines that join: the selection's arcs, and those that lead from a meeting to the tray of its sessions. All arcs are
 * one Cairo node in tight bounds.
 *
 * An arc leaves its session downwards, runs in the channel above the events and drops straight to its mark, so that it
 * crosses no label. Six or more into one thing meet half-way and go on as one trunk.
 */

#define ARC_WIDTH 1.5
#define ARC_WIDTH_BOLD 2.6
#define ORIGIN_DOT 2.6
#define TRUNK_DROP 13
#define LANE_GAP 10 /* no more than this lies between a tray and the next lane */
#define EDGE_DROP .24f /* of the channel: how far down an arc enters that comes from beyond the edge */
/* More arcs than this are drawn finer, all but the boldest. */
#define CROWD 12

typedef struct
{
  double x;
  double y;
} Point;

static double
px (const MigPainting *g, double length)
{
  return length * g->paint.unit;
}

static const MigBox *
box_at (const MigPainting *g, guint index)
{
  return &g_array_index (g->layout->boxes, MigBox, index);
}

static void
move_to (const MigPainting *g, cairo_t *cr, Point p)
{
  cairo_move_to (cr, mig_paint_x (&g->paint, p.x), p.y);
}

static void
line_to (const MigPainting *g, cairo_t *cr, Point p)
{
  cairo_line_to (cr, mig_paint_x (&g->paint, p.x), p.y);
}

static void
curve_to (const MigPainting *g, cairo_t *cr, Point a, Point b, Point c)
{
  cairo_curve_to (cr, mig_paint_x (&g->paint, a.x), a.y, mig_paint_x (&g->paint, b.x), b.y,
                  mig_paint_x (&g->paint, c.x), c.y);
}

/* Where an arc leaves: under the cell's tray, under the tray of a meeting, or under the mark itself. */
static Point
origin_of (const MigPainting *g, const MigBox *box)
{
  for (guint i = 0; i < g->layout->trays->len; i++)
    {
      const MigTray *tray = &g_array_index (g->layout->trays, MigTray, i);
      gboolean in_tray = box->lane == MIG_LANE_SESSIONS && box->x > tray->left && box->x < tray->right;

      if (in_tray || tray->meeting == box->ref)
        return (Point){ CLAMP ((double) box->x, (double) tray->left + 8, (double) tray->right - 8),
                        g->ruler + (double) tray->bottom };
    }
  return (Point){ (double) box->x, g->ruler + (double) (box->y + box->height / 2) };
}

/* Where an arc begins: at its box, or at the edge beyond which it does. */
static Point
begin_of (const MigPainting *g, const MigPlacedArc *arc)
{
  if (arc->from < g->layout->boxes->len)
    return origin_of (g, box_at (g, arc->from));
  return (Point){ arc->from == MIG_ARC_FROM_EARLIER ? 0 : g->width,
                  g->ruler + (double) (g->layout->lanes[MIG_LANE_EVENTS].y + g->layout->channel_height * EDGE_DROP) };
}

static Point
target_of (const MigPainting *g, const MigBox *box)
{
  double reach = box->mark == MIG_MARK_CHEVRON ? px (g, 7) : (double) box->height / 2;

  return (Point){ (double) box->x, g->ruler + (double) box->y - reach };
}

/* From an event straight down to its document, round two corners in the gap between the lanes. */
static void
trace_elbow (const MigPainting *g, cairo_t *cr, Point p, Point q)
{
  double turn = g->ruler + (double) g->layout->lanes[MIG_LANE_DOCUMENTS].y;
  double round = MIN (px (g, 8), fabs (q.x - p.x) / 2), way = q.x < p.x ? -round : round;

  line_to (g, cr, (Point){ p.x, turn - round });
  curve_to (g, cr, (Point){ p.x, turn }, (Point){ p.x, turn }, (Point){ p.x + way, turn });
  line_to (g, cr, (Point){ q.x - way, turn });
  curve_to (g, cr, (Point){ q.x, turn }, (Point){ q.x, turn }, (Point){ q.x, MIN (turn + round, q.y) });
  line_to (g, cr, q);
}

/* From a session through the channel, and straight down to the mark. */
static void
trace_arc (const MigPainting *g, cairo_t *cr, Point p, Point q)
{
  double turn = g->ruler + (double) (g->layout->lanes[MIG_LANE_EVENTS].y + g->layout->channel_height * .65f);
  double enter = g->ruler + (double) g->layout->lanes[MIG_LANE_EVENTS].y - px (g, LANE_GAP), drop;

  move_to (g, cr, p);
  if (fabs (p.x - q.x) < 1)
    {
      line_to (g, cr, q);
      return;
    }
  if (p.y > turn)
    {
      trace_elbow (g, cr, p, q);
      return;
    }
  /* Lanes that stand between are crossed straight. */
  if (p.y < enter)
    {
      p.y = enter;
      line_to (g, cr, p);
    }
  drop = turn - p.y;
  curve_to (g, cr, (Point){ p.x, p.y + drop * .95 }, (Point){ q.x, turn - drop * .95 }, (Point){ q.x, turn });
  line_to (g, cr, q);
}

static void
paint_arc_on (const MigPainting *g, cairo_t *cr, const MigPlacedArc *arc)
{
  Point p = begin_of (g, arc), q = target_of (g, box_at (g, arc->to));
  gboolean high_contrast = mig_palette_is_high_contrast (g->paint.palette);
  gboolean crowded = g->layout->arcs->len > CROWD && !arc->bold && !high_contrast;
  double width = arc->bold ? ARC_WIDTH_BOLD : high_contrast ? 2 : crowded ? 1 : ARC_WIDTH;
  GdkRGBA colour = *mig_paint_colour (&g->paint, arc->document ? MIG_COLOUR_DOCUMENT : MIG_COLOUR_EVENT);

  if (q.y < p.y)
    return;
  colour.alpha *= crowded ? .4f : 1;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, px (g, width));
  trace_arc (g, cr, p, q);
  cairo_stroke (cr);
  if (arc->from >= g->layout->boxes->len)
    return;
  cairo_arc (cr, mig_paint_x (&g->paint, p.x), p.y, px (g, ORIGIN_DOT), 0, 2 * G_PI);
  cairo_fill (cr);
}

static gboolean
is_in_trunk (const MigPainting *g, const MigPlacedArc *arc)
{
  return g->layout->trunk.text != NULL && arc->to == g->layout->trunk.to;
}

/* Documents first, then events, the best connected last, on top of the others. */
static void
paint_arcs_on (const MigPainting *g, cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (gint pass = 0; pass < 3; pass++)
    {
      for (guint i = 0; i < g->layout->arcs->len; i++)
        {
          const MigPlacedArc *arc = &g_array_index (g->layout->arcs, MigPlacedArc, i);

          if (!is_in_trunk (g, arc) && pass == (arc->document ? 0 : arc->bold ? 2 : 1))
            paint_arc_on (g, cr, arc);
        }
    }
}

/* Where the arcs of a trunk meet: on the way from the nearest of them to the target. */
static Point
trunk_start (const MigPainting *g, Point target, double *first, double *last)
{
  *first = INFINITY;
  *last = -INFINITY;
  for (guint i = 0; i < g->layout->arcs->len; i++)
    {
      const MigPlacedArc *arc = &g_array_index (g->layout->arcs, MigPlacedArc, i);
      Point p = begin_of (g, arc);

      if (!is_in_trunk (g, arc))
        continue;
      *first = MIN (*first, p.x);
      *last = MAX (*last, p.x);
    }
  if (target.x > *last)
    return (Point){ *last + (target.x - *last) * .25, target.y - px (g, TRUNK_DROP) };
  if (target.x < *first)
    return (Point){ *first - (*first - target.x) * .25, target.y - px (g, TRUNK_DROP) };
  return (Point){ target.x, target.y - px (g, TRUNK_DROP) };
}

static void
paint_trunk_on (const MigPainting *g, cairo_t *cr)
{
  const MigBox *box = box_at (g, g->layout->trunk.to);
  Point target = { (double) box->x, g->ruler + (double) box->y };
  double first, last, reach = (double) box->width / 2;
  guint n = 0;
  Point meet = trunk_start (g, target, &first, &last);

  gdk_cairo_set_source_rgba (cr, mig_paint_colour (&g->paint, MIG_COLOUR_EVENT));
  cairo_set_line_width (cr, px (g, ARC_WIDTH));
  for (guint i = 0; i < g->layout->arcs->len; i++)
    {
      const MigPlacedArc *arc = &g_array_index (g->layout->arcs, MigPlacedArc, i);
      Point p = begin_of (g, arc);
      double away = meet.x - p.x;

      if (!is_in_trunk (g, arc))
        continue;
      n++;
      move_to (g, cr, p);
      curve_to (g, cr, (Point){ p.x + away * .08, p.y + (meet.y - p.y) * .75 },
                (Point){ p.x + away * .45, meet.y }, meet);
      cairo_stroke (cr);
    }

  target.x -= meet.x < target.x ? reach : meet.x > target.x ? -reach : 0;
  cairo_set_line_width (cr, px (g, MIN (6, 1 + 1.4 * sqrt (n))));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  move_to (g, cr, meet);
  curve_to (g, cr, (Point){ meet.x + (target.x - meet.x) * .5, meet.y },
            (Point){ meet.x + (target.x - meet.x) * .85, meet.y + px (g, 2) }, target);
  cairo_stroke (cr);
}

static void
paint_trunk_text (const MigPainting *g)
{
  const MigBox *box = box_at (g, g->layout->trunk.to);
  Point target = { (double) box->x, g->ruler + (double) box->y };
  double first, last;
  Point meet = trunk_start (g, target, &first, &last);
  double width = (double) mig_text_cache_get (g->paint.texts, g->layout->trunk.text, MIG_TEXT_LABEL_BOLD)->width;
  double x = MIN (meet.x, target.x) + MAX (px (g, 8), (fabs (target.x - meet.x) - width) / 2);

  x = CLAMP (x, px (g, 4), MAX (px (g, 4), g->width - width - px (g, 4)));
  /* Where the target stands over its sessions, their arcs run behind the words. */
  mig_paint_rounded (&g->paint, x - px (g, 2), meet.y - px (g, 21), width + px (g, 4), px (g, 18), px (g, 3),
                     MIG_COLOUR_BASE);
  mig_paint_text (&g->paint, g->layout->trunk.text, MIG_TEXT_LABEL_BOLD, x, meet.y - px (g, 12),
                  MIG_COLOUR_EVENT_TEXT);
}

/* Draws the selection's arcs over the lanes, under the marks. */
void
mig_painting_arcs (const MigPainting *g)
{
  double top = g->ruler + (double) g->layout->lanes[MIG_LANE_MEETINGS].y;
  graphene_rect_t bounds;
  cairo_t *cr;

  if (g->layout->arcs->len == 0)
    return;
  bounds = GRAPHENE_RECT_INIT ((float) (g->paint.mirrored ? 0 : g->paint.left), (float) top, (float) g->width,
                               (float) ((double) g->layout->height - top + g->ruler));
  cr = gtk_snapshot_append_cairo (g->paint.snapshot, &bounds);
  paint_arcs_on (g, cr);
  if (g->layout->trunk.text != NULL)
    paint_trunk_on (g, cr);
  cairo_destroy (cr);
  if (g->layout->trunk.text != NULL)
    paint_trunk_text (g);
}

/* Draws the trays' frames and the lines that join them to their meetings. */
void
mig_painting_trays (const MigPainting *g)
{
  double foot = g->ruler + (double) g->layout->lanes[MIG_LANE_SESSIONS].y;

  for (guint i = 0; i < g->layout->trays->len; i++)
    {
      const MigTray *tray = &g_array_index (g->layout->trays, MigTray, i);
      double top = g->ruler + (double) tray->top, neck = foot - px (g, 9), rise = (top - neck);
      graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (g->paint.mirrored ? 0 : g->paint.left), (float) neck,
                                                   (float) g->width, (float) (rise + 1));
      cairo_t *cr;

      mig_paint_rounded (&g->paint, (double) tray->left, top, (double) (tray->right - tray->left),
                         (double) (tray->bottom - tray->top), px (g, 8), MIG_COLOUR_BASE);
      mig_paint_outline (&g->paint, (double) tray->left, top, (double) (tray->right - tray->left),
                         (double) (tray->bottom - tray->top), px (g, 8), 1, MIG_COLOUR_MEETING_LINE, 1);
      if (!tray->joined || rise <= 0)
        continue;
      cr = gtk_snapshot_append_cairo (g->paint.snapshot, &bounds);
      gdk_cairo_set_source_rgba (cr, mig_paint_colour (&g->paint, MIG_COLOUR_MEETING_LINE));
      cairo_set_line_width (cr, 1);
      for (gint side = -1; side <= 1; side += 2)
        {
          double x = (double) tray->x + side;
          double corner = (double) (side < 0 ? tray->left : tray->right) - side * px (g, 8);

          move_to (g, cr, (Point){ x, neck });
          curve_to (g, cr, (Point){ x, neck + rise * .9 }, (Point){ corner, top - rise * .6 },
                    (Point){ corner, top });
          cairo_stroke (cr);
        }
      cairo_destroy (cr);
    }
}
