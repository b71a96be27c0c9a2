/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-painter-private.h"

#include <math.h>

/*
 * Lines that join: the selection's arcs, and those that lead from a meeting to the tray of its sessions. All arcs are
 * one Cairo node in tight bounds.
 *
 * An arc leaves its session, runs in the channel between the sessions and the events and goes straight to its mark, so
 * that it crosses no label. To another lane it turns in the gap before that. Six or more into one thing meet half-way
 * and go on as one trunk.
 */

#define ARC_WIDTH 1.5
#define ARC_WIDTH_BOLD 2.6
#define ORIGIN_DOT 2.6
#define TRUNK_DROP 13
#define LANE_GAP 10 /* no more than this lies between a tray and the next lane */
#define EDGE_DROP .24 /* of the channel: how far down an arc enters that comes from beyond the edge */
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

/* The tray that a box stands in, or for an arc that leaves its meeting, the one on its way. */
static const MigTray *
find_tray (const MigPainting *g, const MigBox *box, gboolean leaves, gboolean down)
{
  for (guint i = 0; i < g->layout->trays->len; i++)
    {
      const MigTray *tray = &g_array_index (g->layout->trays, MigTray, i);

      if (box->lane == MIG_LANE_SESSIONS && box->x > tray->left && box->x < tray->right)
        return tray;
      if (leaves && tray->meeting == box->ref && (tray->bottom > box->y) == down)
        return tray;
    }
  return NULL;
}

/* Where an arc touches a box, at its foot or its head: a tray keeps its cells to itself. */
static Point
end_at (const MigPainting *g, const MigBox *box, gboolean leaves, gboolean down)
{
  const MigTray *tray = find_tray (g, box, leaves, down);
  double reach = box->mark == MIG_MARK_CHEVRON ? px (g, 7) : (double) box->height / 2;

  if (tray != NULL)
    return (Point){ MAX (MIN ((double) box->x, (double) tray->right - 8), (double) tray->left + 8),
                    g->ruler + (double) (down ? tray->bottom : tray->top) };
  return (Point){ (double) box->x, g->ruler + (double) box->y + (down ? reach : -reach) };
}

/* How an arc runs: from @p straight to where it may turn, along at about one height, and straight on to @q. */
typedef struct
{
  Point p;
  Point q;
  double enter;     /* lanes that stand between are crossed straight, up to here */
  double turn;      /* the height at which it runs along */
  gboolean channel; /* whether there is room for a wide curve */
} Route;

static double
lane_edge (const MigPainting *g, MigLane lane, gboolean foot)
{
  const MigLaneBand *band = &g->layout->lanes[lane];

  return g->ruler + (double) (foot ? band->y + band->height : band->y);
}

/* The lane that an arc comes from; beyond the view's edge too it is that of the sessions. */
static MigLane
lane_from (const MigPainting *g, const MigPlacedArc *arc)
{
  if (arc->from < g->layout->boxes->len)
    return box_at (g, arc->from)->lane;
  return g->layout->lanes[MIG_LANE_SESSIONS].shown ? MIG_LANE_SESSIONS : MIG_LANE_MEETINGS;
}

/* Whether an arc leaves its lane downwards: towards what it leads to, and within a lane towards the channel. */
static gboolean
leads_down (const MigPainting *g, MigLane from, MigLane to)
{
  const MigLaneBand *lanes = g->layout->lanes;

  if (from == MIG_LANE_EVENTS && to == MIG_LANE_EVENTS)
    return g->layout->turned;
  if (from == to)
    return !g->layout->turned;
  return lanes[from].y + lanes[from].height / 2 < lanes[to].y + lanes[to].height / 2;
}

/* The channel serves whatever comes from its side into the events, or through them. */
static gboolean
uses_channel (const MigPainting *g, MigLane from, MigLane to, gboolean down)
{
  const MigLaneBand *events = &g->layout->lanes[MIG_LANE_EVENTS];
  gboolean into = to == MIG_LANE_EVENTS, over = g->layout->lanes[from].y < events->y;

  if (!events->shown || (from == MIG_LANE_EVENTS && !into))
    return FALSE;
  if (from == to)
    return into;
  return down != g->layout->turned && over == down && (into || (g->layout->lanes[to].y > events->y) == down);
}

static Route
plan_route (const MigPainting *g, const MigPlacedArc *arc)
{
  const MigBox *target = box_at (g, arc->to);
  MigLane from = lane_from (g, arc), to = target->lane;
  gboolean down = leads_down (g, from, to);
  double depth = (double) g->layout->channel_height * .65, way = g->layout->turned ? -1 : 1;
  double head = lane_edge (g, MIG_LANE_EVENTS, g->layout->turned);
  Route route = { .channel = uses_channel (g, from, to, down) };

  route.q = end_at (g, target, FALSE, from == to ? down : !down);
  route.turn = route.channel ? head + way * depth : lane_edge (g, to, from == to ? down : !down);
  route.enter = route.channel && from != to ? head - way * px (g, LANE_GAP) : route.turn;
  if (arc->from < g->layout->boxes->len)
    route.p = end_at (g, box_at (g, arc->from), TRUE, down);
  else
    route.p = (Point){ arc->from == MIG_ARC_FROM_EARLIER ? 0 : g->width,
                       route.channel ? head + way * (double) g->layout->channel_height * EDGE_DROP : route.turn };
  return route;
}

/* Round two corners, in the gap between two lanes. */
static void
trace_elbow (const MigPainting *g, cairo_t *cr, const Route *route)
{
  Point p = route->p, q = route->q;
  double turn = route->turn, round = MIN (px (g, 8), fabs (q.x - p.x) / 2), way = q.x < p.x ? -round : round;
  double first = CLAMP (turn - p.y, -round, round), second = CLAMP (q.y - turn, -round, round);

  line_to (g, cr, (Point){ p.x, turn - first });
  curve_to (g, cr, (Point){ p.x, turn }, (Point){ p.x, turn }, (Point){ p.x + way, turn });
  line_to (g, cr, (Point){ q.x - way, turn });
  curve_to (g, cr, (Point){ q.x, turn }, (Point){ q.x, turn }, (Point){ q.x, turn + second });
  line_to (g, cr, q);
}

/* From a session through the channel, and straight on to the mark. */
static void
trace_arc (const MigPainting *g, cairo_t *cr, const Route *route)
{
  Point p = route->p, q = route->q;
  double turn = route->turn, reach;

  move_to (g, cr, p);
  if (fabs (p.x - q.x) < 1 && (route->turn - p.y) * (q.y - route->turn) >= 0)
    {
      line_to (g, cr, q);
      return;
    }
  if (!route->channel)
    {
      trace_elbow (g, cr, route);
      return;
    }
  if ((route->enter - p.y) * (turn - p.y) > 0)
    {
      p.y = route->enter;
      line_to (g, cr, p);
    }
  reach = (turn - p.y) * .95;
  curve_to (g, cr, (Point){ p.x, p.y + reach }, (Point){ q.x, turn - reach }, (Point){ q.x, turn });
  line_to (g, cr, q);
}

static void
paint_arc_on (const MigPainting *g, cairo_t *cr, const MigPlacedArc *arc)
{
  Route route = plan_route (g, arc);
  gboolean high_contrast = mig_palette_is_high_contrast (g->paint.palette);
  gboolean crowded = g->layout->arcs->len > CROWD && !arc->bold && !high_contrast;
  double width = arc->bold ? ARC_WIDTH_BOLD : high_contrast ? 2 : crowded ? 1 : ARC_WIDTH;
  GdkRGBA colour = *mig_paint_colour (&g->paint, arc->document ? MIG_COLOUR_DOCUMENT : MIG_COLOUR_EVENT);

  colour.alpha *= crowded ? .4f : 1;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, px (g, width));
  trace_arc (g, cr, &route);
  cairo_stroke (cr);
  if (arc->from >= g->layout->boxes->len)
    return;
  cairo_arc (cr, mig_paint_x (&g->paint, route.p.x), route.p.y, px (g, ORIGIN_DOT), 0, 2 * G_PI);
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

/* Many arcs into one thing: what they meet before, and where. */
typedef struct
{
  Point target; /* the middle of its mark, or the edge of the tray that holds it */
  double reach; /* half its width: the trunk ends at its side */
  double first; /* where the outermost of the arcs begin */
  double last;
  Point meet;   /* on the way from the nearest of them to the target */
  gboolean up;  /* whether they come from below */
} Trunk;

static Trunk
plan_trunk (const MigPainting *g)
{
  const MigBox *box = box_at (g, g->layout->trunk.to);
  Trunk trunk = { .target = { (double) box->x, g->ruler + (double) box->y }, .reach = (double) box->width / 2,
                  .first = INFINITY, .last = -INFINITY };

  for (guint i = 0; i < g->layout->arcs->len; i++)
    {
      const MigPlacedArc *arc = &g_array_index (g->layout->arcs, MigPlacedArc, i);
      Route route;

      if (!is_in_trunk (g, arc))
        continue;
      route = plan_route (g, arc);
      trunk.first = MIN (trunk.first, route.p.x);
      trunk.last = MAX (trunk.last, route.p.x);
      trunk.up = route.q.y > trunk.target.y;
      if (find_tray (g, box, FALSE, trunk.up) != NULL)
        {
          trunk.target.y = route.q.y;
          trunk.reach = 0;
        }
    }
  trunk.meet = (Point){ trunk.target.x, trunk.target.y + (trunk.up ? 1 : -1) * px (g, TRUNK_DROP) };
  if (trunk.target.x > trunk.last)
    trunk.meet.x = trunk.last + (trunk.target.x - trunk.last) * .25;
  else if (trunk.target.x < trunk.first)
    trunk.meet.x = trunk.first - (trunk.first - trunk.target.x) * .25;
  return trunk;
}

static void
paint_trunk_on (const MigPainting *g, cairo_t *cr, const Trunk *trunk)
{
  Point meet = trunk->meet, target = trunk->target;
  guint n = 0;

  gdk_cairo_set_source_rgba (cr, mig_paint_colour (&g->paint, MIG_COLOUR_EVENT));
  cairo_set_line_width (cr, px (g, ARC_WIDTH));
  for (guint i = 0; i < g->layout->arcs->len; i++)
    {
      const MigPlacedArc *arc = &g_array_index (g->layout->arcs, MigPlacedArc, i);
      Point p;
      double away;

      if (!is_in_trunk (g, arc))
        continue;
      n++;
      p = plan_route (g, arc).p;
      away = meet.x - p.x;
      move_to (g, cr, p);
      curve_to (g, cr, (Point){ p.x + away * .08, p.y + (meet.y - p.y) * .75 },
                (Point){ p.x + away * .45, meet.y }, meet);
      cairo_stroke (cr);
    }

  target.x -= meet.x < target.x ? trunk->reach : meet.x > target.x ? -trunk->reach : 0;
  cairo_set_line_width (cr, px (g, MIN (6, 1 + 1.4 * sqrt (n))));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  move_to (g, cr, meet);
  curve_to (g, cr, (Point){ meet.x + (target.x - meet.x) * .5, meet.y },
            (Point){ meet.x + (target.x - meet.x) * .85, meet.y + (target.y - meet.y) * .15 }, target);
  cairo_stroke (cr);
}

static void
paint_trunk_text (const MigPainting *g, const Trunk *trunk)
{
  Point meet = trunk->meet, target = trunk->target;
  double width = (double) mig_text_cache_get (g->paint.texts, g->layout->trunk.text, MIG_TEXT_LABEL_BOLD)->width;
  double x = MIN (meet.x, target.x) + MAX (px (g, 8), (fabs (target.x - meet.x) - width) / 2);
  double y = meet.y + (trunk->up ? 1 : -1) * px (g, 12);

  x = CLAMP (x, px (g, 4), MAX (px (g, 4), g->width - width - px (g, 4)));
  /* Where the target stands over its sessions, their arcs run behind the words. */
  mig_paint_rounded (&g->paint, x - px (g, 2), y - px (g, 9), width + px (g, 4), px (g, 18), px (g, 3),
                     MIG_COLOUR_BASE);
  mig_paint_text (&g->paint, g->layout->trunk.text, MIG_TEXT_LABEL_BOLD, x, y, MIG_COLOUR_EVENT_TEXT);
}

/* Draws the selection's arcs over the lanes, under the marks. */
void
mig_painting_arcs (const MigPainting *g)
{
  graphene_rect_t bounds;
  Trunk trunk = { 0 };
  cairo_t *cr;

  if (g->layout->arcs->len == 0)
    return;
  bounds = GRAPHENE_RECT_INIT ((float) (g->paint.mirrored ? 0 : g->paint.left), (float) g->ruler, (float) g->width,
                               g->layout->height);
  cr = gtk_snapshot_append_cairo (g->paint.snapshot, &bounds);
  paint_arcs_on (g, cr);
  if (g->layout->trunk.text != NULL)
    {
      trunk = plan_trunk (g);
      paint_trunk_on (g, cr, &trunk);
    }
  cairo_destroy (cr);
  if (g->layout->trunk.text != NULL)
    paint_trunk_text (g, &trunk);
}

/* The lines that lead from a meeting to the corners of its tray, where that stands next to it. */
static void
paint_joint (const MigPainting *g, const MigTray *tray)
{
  gint side = mig_painting_get_sessions_side (g);
  double neck = lane_edge (g, MIG_LANE_SESSIONS, side < 0) - side * px (g, 9);
  double edge = g->ruler + (double) (side > 0 ? tray->top : tray->bottom), reach = edge - neck;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (g->paint.mirrored ? 0 : g->paint.left),
                                               (float) (MIN (neck, edge) - 1), (float) g->width,
                                               (float) (fabs (reach) + 2));
  cairo_t *cr;

  if (!tray->joined || reach * side <= 0)
    return;
  cr = gtk_snapshot_append_cairo (g->paint.snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, mig_paint_colour (&g->paint, MIG_COLOUR_MEETING_LINE));
  cairo_set_line_width (cr, 1);
  for (gint way = -1; way <= 1; way += 2)
    {
      double x = (double) tray->x + way;
      double corner = (double) (way < 0 ? tray->left : tray->right) - way * px (g, 8);

      move_to (g, cr, (Point){ x, neck });
      curve_to (g, cr, (Point){ x, neck + reach * .9 }, (Point){ corner, edge - reach * .6 }, (Point){ corner, edge });
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

/* Draws the trays' frames and the lines that join them to their meetings. */
void
mig_painting_trays (const MigPainting *g)
{
  for (guint i = 0; i < g->layout->trays->len; i++)
    {
      const MigTray *tray = &g_array_index (g->layout->trays, MigTray, i);
      double top = g->ruler + (double) tray->top;

      if (tray->faded > 0)
        gtk_snapshot_push_opacity (g->paint.snapshot, 1 - (double) tray->faded);
      mig_paint_rounded (&g->paint, (double) tray->left, top, (double) (tray->right - tray->left),
                         (double) (tray->bottom - tray->top), px (g, 8), MIG_COLOUR_BASE);
      mig_paint_outline (&g->paint, (double) tray->left, top, (double) (tray->right - tray->left),
                         (double) (tray->bottom - tray->top), px (g, 8), 1, MIG_COLOUR_MEETING_LINE, 1);
      paint_joint (g, tray);
      if (tray->faded > 0)
        gtk_snapshot_pop (g->paint.snapshot);
    }
}

/* On which side of the meetings their sessions stand: 1 right under them, -1 right over them, 0 elsewhere. */
gint
mig_painting_get_sessions_side (const MigPainting *g)
{
  const MigLaneBand *meetings = &g->layout->lanes[MIG_LANE_MEETINGS];
  const MigLaneBand *sessions = &g->layout->lanes[MIG_LANE_SESSIONS];

  if (!sessions->shown)
    return 0;
  return fabsf (sessions->y - meetings->y - meetings->height) < .5f   ? 1
         : fabsf (meetings->y - sessions->y - sessions->height) < .5f ? -1
                                                                      : 0;
}
