/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-painter-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mig-item-text.h"
#include "mig-lane-names.h"
#include "mig-words.h"

/*
 * MigTimelinePainter: the one that draws the timeline, on the screen, in a file and from the command line alike.
 *
 *   MigTimelineView ──► MigLanes ──► MigLayout ──► ruler, arcs, trays, marks, labels ──► GtkSnapshot
 *
 * It needs no widget and no display, only a PangoContext for its fonts.
 */

#define RULER_HEIGHT 38
#define LABEL_PADDING 5 /* of the target about a label, in pixels */
/* Width of the picture, in em, from which there is a row more. */
#define EM_MORE_ROWS 100
#define MIN_ROWS 2
#define MAX_ROWS 8

struct _MigTimelinePainter
{
  MigTextCache *texts;
  MigSprites *sprites;
  MigPalette palette;
  double unit;
  MigLanes *lanes;
  MigTimelineView view;
  MigCorpus *corpus;
  MigSubset *subset; /* NULL for all of the corpus */
  const MigLayout *layout;
  MigLevel level;         /* what the layout shows, or MIG_LEVEL_AUTO */
  MigCorpus *names_corpus; /* what the following were worked out for; not owned */
  MigSubset *names_subset; /* the same; NULL for all */
  double names_total;
  double names_width;
};

static double
measure (const char *text, MigTextStyle style, gpointer user_data)
{
  MigTimelinePainter *self = user_data;

  return ceil ((double) mig_text_cache_get (self->texts, text, style)->width);
}

/**
 * mig_timeline_painter_new:
 * @context: where fonts come from; every length scales with its font's size
 * @palette: which colours
 *
 * Returns: (transfer full): a painter; free with mig_timeline_painter_free()
 */
MigTimelinePainter *
mig_timeline_painter_new (PangoContext *context, MigPalette palette)
{
  MigTimelinePainter *self = g_new0 (MigTimelinePainter, 1);

  self->texts = mig_text_cache_new (context);
  self->sprites = mig_sprites_new ();
  self->palette = palette;
  self->unit = mig_text_cache_get_em (self->texts) / MIG_DESIGN_EM;
  self->lanes = mig_lanes_new ();
  return self;
}

/**
 * mig_timeline_painter_free:
 * @self: (transfer full) (nullable): a painter
 */
void
mig_timeline_painter_free (MigTimelinePainter *self)
{
  if (self == NULL)
    return;

  mig_lanes_free (self->lanes);
  mig_text_cache_free (self->texts);
  mig_sprites_free (self->sprites);
  g_clear_object (&self->names_subset);
  g_clear_object (&self->subset);
  g_clear_object (&self->corpus);
  g_free (self);
}

/**
 * mig_timeline_painter_set_plain_figures:
 *
 * Draws figures whose digits can be read out of a PDF; see mig_text_cache_set_plain_figures().
 */
void
mig_timeline_painter_set_plain_figures (MigTimelinePainter *self)
{
  mig_text_cache_set_plain_figures (self->texts);
}

static double
width_in_em (MigTimelinePainter *self, double width)
{
  return width / mig_text_cache_get_em (self->texts);
}

/* Asked for in every frame and at every move of the pointer, and the same each time. */
static double
get_names_width (MigTimelinePainter *self, MigCorpus *corpus, MigSubset *subset, double total)
{
  if (self->names_total != total || self->names_corpus != corpus || self->names_subset != subset || corpus == NULL)
    {
      self->names_corpus = corpus;
      g_set_object (&self->names_subset, subset);
      self->names_total = total;
      self->names_width = mig_lane_names_get_width (self->texts, corpus, subset, total);
    }
  return self->names_width;
}

/**
 * mig_timeline_painter_get_names_width:
 * @width: of the whole picture, in pixels
 *
 * Returns: how much of it the lanes' names take, at the start edge
 */
double
mig_timeline_painter_get_names_width (MigTimelinePainter *self, double width)
{
  return self->view.bare ? 0 : get_names_width (self, self->corpus, self->subset, width);
}

/**
 * mig_timeline_painter_get_unit:
 * @self: a painter
 *
 * Returns: pixels of one pixel of the design
 */
double
mig_timeline_painter_get_unit (MigTimelinePainter *self)
{
  return self->unit;
}

/**
 * mig_timeline_painter_get_ruler_height:
 *
 * Returns: the height of the ruler, in pixels
 */
double
mig_timeline_painter_get_ruler_height (MigTimelinePainter *self)
{
  return round (self->unit * RULER_HEIGHT);
}

/* How many labelled rows are asked for: one more in a wide picture, and one more where bars carry their labels. */
static guint
wanted_rows (MigTimelinePainter *self, const MigTimelineView *view, MigLevel level)
{
  return 3 + (width_in_em (self, view->width) >= EM_MORE_ROWS) + (level >= MIG_LEVEL_BARS);
}

static MigLanesInput
make_input (MigTimelinePainter *self, const MigTimelineView *view)
{
  double names = view->bare ? 0 : get_names_width (self, view->corpus, view->subset, view->width);
  double width = MAX (view->width - names, 1);
  double scale = width / MAX (view->end - view->start, 1e-6);
  MigLevel level = mig_lanes_choose_level (scale, mig_text_cache_get_em (self->texts),
                                           view->corpus == self->corpus ? self->level : MIG_LEVEL_AUTO);
  MigLanesInput input = {
    .corpus = view->corpus,
    .subset = view->subset,
    .following = view->following,
    .start = view->start,
    .end = view->end,
    .width = width,
    .em = mig_text_cache_get_em (self->texts),
    .selected = view->selected,
    .focused = view->focused,
    .links_later = view->links_later,
    .n_rows = wanted_rows (self, view, level),
    .level = level,
    .settling = view->settling,
    .n_lanes = view->n_lanes,
    .sparse = view->bare,
    .measure = measure,
    .measure_data = self,
  };

  memcpy (input.lanes, view->lanes, sizeof (input.lanes));
  return input;
}

/**
 * mig_timeline_painter_get_height:
 * @view: a view; its height does not matter
 *
 * Returns: the height at which everything shows, in pixels
 */
double
mig_timeline_painter_get_height (MigTimelinePainter *self, const MigTimelineView *view)
{
  MigLanesInput input = make_input (self, view);

  return mig_timeline_painter_get_ruler_height (self) + mig_lanes_get_height (&input);
}

/**
 * mig_timeline_painter_has_titles:
 * @view: a view
 *
 * Returns: whether its sessions carry titles, for which their lane is higher
 */
gboolean
mig_timeline_painter_has_titles (MigTimelinePainter *self, const MigTimelineView *view)
{
  MigLanesInput input = make_input (self, view);

  return mig_lanes_has_titles (&input);
}

/* Lets the lanes give way as far as they must where there is too little height even for the fewest rows. */
static void
squeeze (MigLanesInput *input, double room)
{
  for (input->n_rows = MIN_ROWS; input->n_rows > 0; input->n_rows--)
    {
      double height, least;

      input->squeeze = 0;
      height = mig_lanes_get_height (input);
      input->squeeze = 1;
      least = mig_lanes_get_height (input);
      if (least > room && input->n_rows > 1)
        continue;
      input->squeeze = CLAMP ((height - room) / MAX (height - least, 1), 0, 1);
      return;
    }
}

/* As many labelled rows as the height has room for: a taller timeline names more. In a low one first the sessions lose
 * their titles, then all lanes give way, so that none is cut. */
static void
choose_rows (MigTimelinePainter *self, MigLanesInput *input, double height)
{
  double room = height - mig_timeline_painter_get_ruler_height (self);

  input->n_rows = MIN_ROWS;
  if (input->settling <= 0 && mig_lanes_get_height (input) > room + 1)
    input->is_low = TRUE;
  if (mig_lanes_get_height (input) > room + 1)
    {
      squeeze (input, room);
      return;
    }
  while (input->n_rows < MAX_ROWS)
    {
      input->n_rows++;
      if (mig_lanes_get_height (input) <= room + 1)
        continue;
      input->n_rows--;
      return;
    }
}

/**
 * mig_timeline_painter_layout:
 * @view: what to show
 *
 * Returns: (transfer none): where everything will be drawn, until the next call
 */
const MigLayout *
mig_timeline_painter_layout (MigTimelinePainter *self, const MigTimelineView *view)
{
  MigLanesInput input = make_input (self, view);

  g_set_object (&self->corpus, view->corpus);
  g_set_object (&self->subset, view->subset);
  self->level = input.level;
  self->view = *view;
  choose_rows (self, &input, view->height);
  self->layout = mig_lanes_update (self->lanes, &input);
  return self->layout;
}

/**
 * mig_timeline_painter_get_wanted:
 * @selected: (out): whose links are wanted
 *
 * Returns: whether the layout still lacks what its selection is joined to, see mig_lanes_get_wanted()
 */
gboolean
mig_timeline_painter_get_wanted (MigTimelinePainter *self, MigRef *selected)
{
  return mig_lanes_get_wanted (self->lanes, selected);
}

/**
 * mig_timeline_painter_take_links:
 * @links: (transfer full): what the next layout needs to know of its selection
 */
void
mig_timeline_painter_take_links (MigTimelinePainter *self, MigLinks *links)
{
  mig_lanes_take_links (self->lanes, links);
}

static MigPainting
make_painting (MigTimelinePainter *self, GtkSnapshot *snapshot)
{
  double names = mig_timeline_painter_get_names_width (self, self->view.width);
  double width = MAX (self->view.width - names, 1);

  return (MigPainting){
    .paint = {
      .snapshot = snapshot,
      .texts = self->texts,
      .sprites = self->sprites,
      .palette = self->palette,
      .unit = self->unit,
      .left = names,
      .total = self->view.width,
      .mirrored = self->view.mirrored,
    },
    .view = &self->view,
    .layout = self->layout,
    .width = width,
    .ruler = mig_timeline_painter_get_ruler_height (self),
    .pixels_per_day = width / MAX (self->view.end - self->view.start, 1e-6),
  };
}

static MigColour
lane_colour (MigLane lane)
{
  switch (lane)
    {
    case MIG_LANE_MEETINGS:
      return MIG_COLOUR_MEETING;
    case MIG_LANE_SESSIONS:
      return MIG_COLOUR_MEETING_LINE;
    case MIG_LANE_DOCUMENTS:
      return MIG_COLOUR_DOCUMENT;
    case MIG_LANE_EVENTS:
    case MIG_LANE_UNDATED:
      return MIG_COLOUR_EVENT;
    case MIG_LANE_FOLLOWED:
    default:
      return MIG_COLOUR_MEETING;
    }
}

/* The grounds, and the lines between the lanes. */
static void
paint_lanes (const MigPainting *g)
{
  const MigPaint *p = &g->paint;

  mig_paint_rect (p, -p->left, 0, p->total, g->view->height, MIG_COLOUR_BASE);
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      const MigLaneBand *band = &g->layout->lanes[lane];
      double y = g->ruler + (double) band->y, height = (double) band->height;

      if (!band->shown || g->view->bare)
        continue;
      if (lane == MIG_LANE_UNDATED)
        mig_paint_rect (p, 0, y, g->width, height, MIG_COLOUR_SHELF);
      mig_paint_rect (p, 0, y + height - 1, g->width, 1, MIG_COLOUR_LANE_LINE);
    }
}

/* A record's name may be longer than the column: it ends where the button stands that takes its lane away. */
static void
paint_followed_name (const MigPainting *g, const char *name, double start, double middle)
{
  const MigPaint *p = &g->paint;
  double room = floor (-start - MIG_LANE_CLOSE_WIDTH * p->unit);
  MigText *text = mig_text_cache_get_paragraph (p->texts, name, MIG_TEXT_LANE, MAX (room, 1), 2);

  mig_paint_shaped (p, text, start, middle - (double) text->height / 2, room, MIG_COLOUR_FG);
}

static void
paint_lane_name (const MigPainting *g, MigLane lane, double middle)
{
  const MigPaint *p = &g->paint;
  const char *name = mig_item_text_lane (g->layout->following, lane);
  double u = p->unit, start = 14 * u - p->left;
  double end = start + (double) mig_text_cache_get (p->texts, name, MIG_TEXT_LANE)->width + 6 * u;

  if (lane >= MIG_LANE_FOLLOWED)
    {
      paint_followed_name (g, name, start, middle);
      return;
    }
  mig_paint_text (p, name, MIG_TEXT_LANE, start, middle, MIG_COLOUR_FG);
  if (mig_lane_names_choose (p->texts, p->total) == MIG_LANE_NAMES_FULL)
    {
      const MigLaneBand *band = &g->layout->lanes[lane];
      g_autofree char *count = mig_item_text_lane_count (band->n_dated, band->n_all);

      mig_paint_text (p, count, MIG_TEXT_DETAIL, end, middle, MIG_COLOUR_FG2);
    }
}

/* The column of names, drawn over what the lanes let run under it; in a narrow picture a coloured stripe a lane. */
static void
paint_names (const MigPainting *g)
{
  const MigPaint *p = &g->paint;
  gboolean stripe = mig_lane_names_choose (p->texts, p->total) == MIG_LANE_NAMES_STRIPE;

  mig_paint_rect (p, -p->left, 0, p->left, g->ruler, MIG_COLOUR_WINDOW);
  mig_paint_rect (p, -p->left, g->ruler, p->left, g->view->height - g->ruler, MIG_COLOUR_SIDE);
  mig_paint_rect (p, -p->left, g->ruler - 1, p->left, 1, MIG_COLOUR_BORDER);
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      const MigLaneBand *band = &g->layout->lanes[lane];
      double y = g->ruler + (double) band->y, height = (double) band->height;

      if (!band->shown)
        continue;
      if (stripe)
        {
          mig_paint_rect (p, -p->left, y, p->left, height, lane_colour (lane));
          continue;
        }
      paint_lane_name (g, lane, y + height / 2);
      mig_paint_rect (p, -p->left, y + height - 1, p->left, 1, MIG_COLOUR_LANE_LINE);
    }
  if (!stripe)
    mig_paint_rect (p, -1, 0, 1, g->view->height, MIG_COLOUR_BORDER);
}

/* The line that the selection draws through all lanes: what stands before it was behind, what stands after it ahead. */
static void
paint_guide (const MigPainting *g)
{
  double x = (double) g->layout->guide_x, u = g->paint.unit;
  double bottom = g->ruler + (double) g->layout->height;

  if (!isfinite (x) || x < 0 || x > g->width)
    return;
  for (double y = g->ruler; y < bottom; y += 4 * u)
    mig_paint_rect (&g->paint, x - u / 2, y, u, MIN (1.5 * u, bottom - y), MIG_COLOUR_MEETING_LINE);
}

/**
 * mig_timeline_painter_paint:
 * @snapshot: where to
 *
 * Draws what mig_timeline_painter_layout() placed, from (0, 0) over the view's width and height.
 */
void
mig_timeline_painter_paint (MigTimelinePainter *self, GtkSnapshot *snapshot)
{
  MigPainting g;
  graphene_rect_t area;

  g_return_if_fail (self->layout != NULL);

  g = make_painting (self, snapshot);
  area = GRAPHENE_RECT_INIT ((float) (g.paint.mirrored ? 0 : g.paint.left), 0, (float) g.width,
                             (float) self->view.height);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height));
  paint_lanes (&g);
  gtk_snapshot_push_clip (snapshot, &area);
  mig_painting_filtered (&g);
  mig_painting_weekends (&g);
  paint_guide (&g);
  mig_painting_arcs (&g);
  mig_painting_densities (&g);
  mig_painting_trays (&g);
  mig_painting_marks (&g);
  mig_painting_labels (&g);
  mig_painting_ruler (&g);
  gtk_snapshot_pop (snapshot);
  if (!self->view.bare)
    paint_names (&g);
  gtk_snapshot_pop (snapshot);
}

/**
 * mig_timeline_painter_get_bounds:
 * @box: of the layout
 * @least: the least width and height, in pixels
 * @bounds: (out): the mark and, where it has one, its label, in the picture's coordinates
 *
 * Returns: whether any of it is in sight
 */
gboolean
mig_timeline_painter_get_bounds (MigTimelinePainter *self, const MigBox *box, double least, graphene_rect_t *bounds)
{
  double names = mig_timeline_painter_get_names_width (self, self->view.width);
  double width = self->view.width - names, height = MAX ((double) box->height, least);
  double half = MAX ((double) box->width, least) / 2;
  double x0 = (double) box->x - half, x1 = (double) box->x + half;
  gboolean labelled = box->title != NULL && box->lane >= MIG_LANE_EVENTS && !mig_box_is_aggregate (box);

  if (box->mark == MIG_MARK_SPAN)
    {
      x0 = MIN (x0, (double) box->x0);
      x1 = MAX (x1, (double) box->x1);
    }
  if (labelled && box->title_x >= 0)
    {
      x0 = MIN (x0, (double) box->title_x - LABEL_PADDING);
      x1 = MAX (x1, (double) (box->detail != NULL ? box->detail_x + box->detail_width
                                                  : box->title_x + box->title_width) + LABEL_PADDING);
    }
  x0 = MAX (x0, 0);
  x1 = MIN (x1, width);
  if (x1 <= x0)
    return FALSE;

  *bounds = GRAPHENE_RECT_INIT (
      (float) (self->view.mirrored ? width - x1 : names + x0),
      (float) (mig_timeline_painter_get_ruler_height (self) + (double) box->y - height / 2), (float) (x1 - x0),
      (float) height);
  return TRUE;
}

/* From the picture's x to the layout's. */
static double
to_layout_x (MigTimelinePainter *self, double x)
{
  double names = mig_timeline_painter_get_names_width (self, self->view.width);

  return self->view.mirrored ? self->view.width - names - x : x - names;
}

/**
 * mig_timeline_painter_pick:
 * @x: in the picture
 * @y: in the picture
 * @least: the least width and height of a target, in pixels
 *
 * Returns: (transfer none) (nullable): what is drawn there, or %NULL
 */
const MigBox *
mig_timeline_painter_pick (MigTimelinePainter *self, double x, double y, double least)
{
  double at = to_layout_x (self, x);

  if (self->layout == NULL || at < 0 ||
      at > self->view.width - mig_timeline_painter_get_names_width (self, self->view.width))
    return NULL;
  return mig_lanes_pick (self->layout, at, y - mig_timeline_painter_get_ruler_height (self), least);
}

/**
 * mig_timeline_painter_x_to_day:
 * @x: in the picture
 *
 * Returns: the moment drawn there, a Julian day with its fraction
 */
double
mig_timeline_painter_x_to_day (MigTimelinePainter *self, double x)
{
  double width = self->view.width - mig_timeline_painter_get_names_width (self, self->view.width);

  return self->view.start + to_layout_x (self, x) / MAX (width, 1) * (self->view.end - self->view.start);
}
