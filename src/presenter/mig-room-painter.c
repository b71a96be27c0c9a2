/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-room-painter-private.h"

#include <math.h>
#include <string.h>

#include "mig-pango.h"
#include "mig-scene-lanes.h"

/*
 * MigRoomPainter: the one that draws what the room sees, on the projector, in the console, in the overview of scenes
 * and in handouts alike.
 *
 *   ┌ where and when
 *   │ the timeline, by its own painter, in large type
 *   │ the card: numeral, title, who, one number
 *   └ progress
 *
 * Lengths are those of a screen of 1920 × 1080; another one is drawn in the scale at which that fits, and what it has
 * beyond is given to the timeline. It needs no widget and no display.
 */

/* The narrowest and lowest that the design allows for. */
#define LEAST_WIDTH 1440.0
#define LEAST_HEIGHT 1080.0

#define CARD_GAP 26     /* between the timeline and the card */
#define PROGRESS_BOTTOM 50
#define PROGRESS_HEIGHT 8
#define PROGRESS_NOW_HEIGHT 12
#define PROGRESS_GAP 10
#define PROGRESS_MOST 60 /* more scenes than can be told apart are one bar */

/* The part of a fade in which the old card goes. */
#define FADE_OUT 0.4

/* Nothing is under 24 pixels; the timeline's smallest text is .78 of its em. */
#define TIMELINE_EM 31.0

/* A context of the same fonts, in which text is as wide in a small picture as in a large one, in scale. */
static PangoContext *
copy_context (PangoContext *source)
{
  PangoContext *context = pango_font_map_create_context (pango_context_get_font_map (source));
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_font_description (context, pango_context_get_font_description (source));
  pango_context_set_base_dir (context, pango_context_get_base_dir (source));
  pango_context_set_language (context, pango_context_get_language (source));
  /* Subpixel positions keep words still while they move with the time. */
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/**
 * mig_room_painter_new:
 * @context: where fonts come from; only its family counts
 * @palette: which colours
 *
 * Returns: (transfer full): a painter; free with mig_room_painter_free()
 */
MigRoomPainter *
mig_room_painter_new (PangoContext *context, MigPalette palette)
{
  MigRoomPainter *self = g_new0 (MigRoomPainter, 1);

  self->context = copy_context (context);
  self->palette = palette;
  return self;
}

static void
card_node_clear (MigRoomCardNode *card)
{
  g_clear_pointer (&card->node, gsk_render_node_unref);
  g_clear_object (&card->corpus);
}

/**
 * mig_room_painter_free:
 * @self: (transfer full) (nullable): a painter
 */
void
mig_room_painter_free (MigRoomPainter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < MIG_ROOM_N_CARDS; i++)
    card_node_clear (&self->cards[i]);
  mig_room_lane_names_clear (self);
  mig_timeline_painter_free (self->timeline);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * mig_room_painter_set_plain_figures:
 *
 * Draws figures whose digits can be read out of a PDF; to be called before anything is painted.
 */
void
mig_room_painter_set_plain_figures (MigRoomPainter *self)
{
  self->plain_figures = TRUE;
}

static MigRoomCanvas
make_canvas (MigRoomPainter *self, GtkSnapshot *snapshot, const MigRoomView *view)
{
  double scale = MAX (MIN (view->width / LEAST_WIDTH, view->height / LEAST_HEIGHT), 1e-3);

  return (MigRoomCanvas){
    .room = self,
    .view = view,
    .snapshot = snapshot,
    .scale = scale,
    .width = view->width / scale,
    .height = view->height / scale,
  };
}

/* A context of the same fonts whose size says how large the timeline's lengths are. */
static PangoContext *
create_context (MigRoomPainter *self, double em)
{
  PangoContext *context = copy_context (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, em * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

/* The timeline's texts stand in the direction of time. */
static void
ensure_timeline (MigRoomPainter *self, double scale, gboolean keeps_time)
{
  g_autoptr (MigPangoContext) context = NULL;

  if (self->timeline != NULL && fabs (scale - self->scale) < 1e-9 && keeps_time == self->keeps_time)
    return;
  g_clear_pointer (&self->timeline, mig_timeline_painter_free);
  self->scale = scale;
  self->keeps_time = keeps_time;
  context = create_context (self, TIMELINE_EM * scale);
  if (keeps_time)
    pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  self->timeline = mig_timeline_painter_new (context, self->palette);
  if (self->plain_figures)
    mig_timeline_painter_set_plain_figures (self->timeline);
}

/* The series is no point in time: all of it is meant. */
static MigRef
choose_selected (const MigRoomView *view)
{
  const MigEvent *event =
    mig_ref_kind (view->selected) == MIG_KIND_EVENT ? mig_corpus_get_event (view->corpus, view->selected) : NULL;

  return event != NULL && event->role == MIG_EVENT_ROLE_SERIES ? MIG_REF_NONE : view->selected;
}

static double
timeline_height (const MigRoomCanvas *c)
{
  return c->height - MIG_ROOM_TIMELINE_Y - CARD_GAP - MIG_ROOM_CARD_HEIGHT - MIG_ROOM_CARD_BOTTOM;
}

static void
paint_timeline (const MigRoomCanvas *c)
{
  MigTimelineView view = {
    .corpus = c->view->corpus,
    .subset = c->view->subset,
    .start = c->view->start,
    .end = c->view->end,
    .width = (c->width - 2 * MIG_ROOM_MARGIN) * c->scale,
    .height = timeline_height (c) * c->scale,
    .selected = choose_selected (c->view),
    .mirrored = mig_room_view_mirrors_time (c->view),
    .following = c->view->following,
    .n_lanes = c->view->n_lanes,
    .bare = TRUE,
  };

  memcpy (view.lanes, c->view->lanes, sizeof (view.lanes));
  if (view.n_lanes == 0)
    view.n_lanes = mig_scene_lanes_choose (view.corpus, c->view->selected, view.lanes);
  ensure_timeline (c->room, c->scale, c->view->keeps_time);
  c->room->layout = mig_timeline_painter_layout (c->room->timeline, &view);
  gtk_snapshot_save (c->snapshot);
  gtk_snapshot_translate (c->snapshot,
                          &GRAPHENE_POINT_INIT ((float) (MIG_ROOM_MARGIN * c->scale),
                                                (float) (MIG_ROOM_TIMELINE_Y * c->scale)));
  mig_timeline_painter_paint (c->room->timeline, c->snapshot);
  gtk_snapshot_restore (c->snapshot);
  mig_room_paint_lane_names (c);
}

static gboolean
is_card_of (const MigRoomCardNode *card, const MigRoomView *view, MigRef ref)
{
  return card->corpus == view->corpus && card->ref == ref && card->width == view->width &&
         card->height == view->height && card->mirrored == view->mirrored;
}

/* A card is set once; while the view moves only its node is drawn again. The one that was asked for least lately gives
 * way to a new one. */
static GskRenderNode *
get_card_node (const MigRoomCanvas *c, MigRef ref)
{
  MigRoomCardNode *oldest = &c->room->cards[0];
  g_autoptr (MigCard) card = NULL;
  MigRoomCanvas inner = *c;

  for (guint i = 0; i < MIG_ROOM_N_CARDS; i++)
    {
      MigRoomCardNode *cached = &c->room->cards[i];

      if (is_card_of (cached, c->view, ref))
        {
          cached->asked = ++c->room->n_asked;
          return cached->node;
        }
      if (cached->asked < oldest->asked)
        oldest = cached;
    }
  card_node_clear (oldest);
  *oldest = (MigRoomCardNode){
    .corpus = g_object_ref (c->view->corpus),
    .ref = ref,
    .width = c->view->width,
    .height = c->view->height,
    .mirrored = c->view->mirrored,
    .asked = ++c->room->n_asked,
  };
  card = mig_card_new (c->view->corpus, ref);
  inner.snapshot = gtk_snapshot_new ();
  mig_room_paint_card (&inner, card);
  oldest->node = gtk_snapshot_free_to_node (inner.snapshot);
  return oldest->node;
}

static void
append_card (const MigRoomCanvas *c, MigRef ref, double opacity)
{
  GskRenderNode *node = get_card_node (c, ref);

  if (node == NULL || opacity <= 0)
    return;
  if (opacity < 1)
    gtk_snapshot_push_opacity (c->snapshot, opacity);
  gtk_snapshot_append_node (c->snapshot, node);
  if (opacity < 1)
    gtk_snapshot_pop (c->snapshot);
}

/* The card that was there goes first, then the new one comes: two texts on top of each other cannot be read. */
static void
paint_cards (const MigRoomCanvas *c)
{
  const MigRoomView *view = c->view;

  if (view->before == view->selected)
    append_card (c, view->selected, 1);
  else if (view->fade < FADE_OUT)
    append_card (c, view->before, 1 - view->fade / FADE_OUT);
  else
    append_card (c, view->selected, (view->fade - FADE_OUT) / (1 - FADE_OUT));
}

static void
paint_bar (const MigRoomCanvas *c, double x, double width, double height, MigColour role)
{
  double left = c->view->mirrored ? c->width - x - width : x;
  double y = c->height - PROGRESS_BOTTOM - height / 2;
  GskRoundedRect rect;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (left * c->scale), (float) (y * c->scale),
                                                     (float) (width * c->scale), (float) (height * c->scale));

  gsk_rounded_rect_init_from_rect (&rect, &bounds, bounds.size.height / 2);
  gtk_snapshot_push_rounded_clip (c->snapshot, &rect);
  gtk_snapshot_append_color (c->snapshot, mig_room_colour (c, role), &bounds);
  gtk_snapshot_pop (c->snapshot);
}

static void
paint_progress (const MigRoomCanvas *c)
{
  double total = c->width - 2 * MIG_ROOM_MARGIN, n = c->view->n;
  double width = (total - PROGRESS_GAP * (n - 1)) / n;

  if (c->view->n == 0)
    return;
  if (c->view->n > PROGRESS_MOST)
    {
      paint_bar (c, MIG_ROOM_MARGIN, total, PROGRESS_HEIGHT, MIG_COLOUR_STEP);
      paint_bar (c, MIG_ROOM_MARGIN, total * (c->view->position + 1) / n, PROGRESS_NOW_HEIGHT, MIG_COLOUR_MEETING);
      return;
    }
  for (guint i = 0; i < c->view->n; i++)
    {
      gboolean now = i == c->view->position;

      paint_bar (c, MIG_ROOM_MARGIN + i * (width + PROGRESS_GAP), width, now ? PROGRESS_NOW_HEIGHT : PROGRESS_HEIGHT,
                 now ? MIG_COLOUR_MEETING : i < c->view->position ? MIG_COLOUR_STEP_DONE : MIG_COLOUR_STEP);
    }
}

/**
 * mig_room_painter_paint:
 * @snapshot: where to
 * @view: what to show
 *
 * Draws what the room sees, from (0, 0) over the view's width and height.
 */
void
mig_room_painter_paint (MigRoomPainter *self, GtkSnapshot *snapshot, const MigRoomView *view)
{
  MigRoomCanvas c = make_canvas (self, snapshot, view);

  self->view = *view;
  gtk_snapshot_append_color (snapshot, mig_room_colour (&c, MIG_COLOUR_BASE),
                             &GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height));
  paint_timeline (&c);
  paint_cards (&c);
  paint_progress (&c);
}

/**
 * mig_room_painter_prepare:
 * @view: what will be shown soon
 *
 * Sets the card that @view will need, while there is time: so that no frame on the way to it takes longer than others.
 */
void
mig_room_painter_prepare (MigRoomPainter *self, const MigRoomView *view)
{
  MigRoomCanvas c = make_canvas (self, NULL, view);

  get_card_node (&c, view->selected);
}

/**
 * mig_room_painter_pick:
 * @x: in the picture
 * @y: in the picture
 *
 * Returns: the record that was last drawn there, or %MIG_REF_NONE
 */
MigRef
mig_room_painter_pick (MigRoomPainter *self, double x, double y)
{
  const MigBox *box = NULL;

  if (self->timeline != NULL)
    box = mig_timeline_painter_pick (self->timeline, x - MIG_ROOM_MARGIN * self->scale,
                                     y - MIG_ROOM_TIMELINE_Y * self->scale, 24 * self->scale);
  return box != NULL && !mig_box_is_aggregate (box) ? box->ref : MIG_REF_NONE;
}

/**
 * mig_room_painter_get_timeline_width:
 *
 * Returns: how wide the timeline is in what was last drawn, in pixels
 */
double
mig_room_painter_get_timeline_width (MigRoomPainter *self)
{
  return MAX (self->view.width - 2 * MIG_ROOM_MARGIN * self->scale, 1);
}
