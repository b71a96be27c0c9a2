/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-room-painter.h"

#include <math.h>

#include "mig-card.h"
#include "mig-paint.h"
#include "mig-pango.h"

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

#define MARGIN 64
#define TOP_Y 53      /* the middle of the top line */
#define TIMELINE_Y 98
#define CARD_HEIGHT 326
#define CARD_GAP 26     /* between the timeline and the card */
#define CARD_BOTTOM 76 /* below the card */
#define PROGRESS_BOTTOM 50
#define PROGRESS_HEIGHT 8
#define PROGRESS_NOW_HEIGHT 12
#define PROGRESS_GAP 10
#define PROGRESS_MOST 60 /* more scenes than can be told apart are one bar */
#define NUMERAL_WIDTH 290
#define NUMERAL_GAP 24
#define FIGURE_WIDTH 330
#define FIGURE_GAP 36

/* Sizes of type, in the same pixels; nothing is under 24. The timeline's smallest text is .78 of its em. */
#define TIMELINE_EM 31.0
#define SIZE_TOP 28
#define SIZE_TITLE 60
#define SIZE_BODY 34
#define SIZE_NUMERAL 118
#define SIZE_FIGURE 150
#define SIZE_CAPTION 34
#define TITLE_LINES 2

typedef struct
{
  MigCorpus *corpus;
  MigRef ref;
  double width;
  double height;
  gboolean mirrored;
  GskRenderNode *node;
} CardNode;

struct _MigRoomPainter
{
  PangoContext *context;
  MigPalette palette;
  gboolean plain_figures;
  double scale; /* that the timeline's painter is made for */
  MigTimelinePainter *timeline;
  MigRoomView view;
  CardNode cards[2]; /* the one that is there, and the one that gives way */
};

typedef struct
{
  MigRoomPainter *room;
  const MigRoomView *view;
  GtkSnapshot *snapshot;
  double scale;
  double width;  /* of the picture, in pixels of the design */
  double height;
} Canvas;

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

  self->context = g_object_ref (context);
  self->palette = palette;
  return self;
}

static void
card_node_clear (CardNode *card)
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
  card_node_clear (&self->cards[0]);
  card_node_clear (&self->cards[1]);
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

static Canvas
make_canvas (MigRoomPainter *self, GtkSnapshot *snapshot, const MigRoomView *view)
{
  double scale = MAX (MIN (view->width / LEAST_WIDTH, view->height / LEAST_HEIGHT), 1e-3);

  return (Canvas){
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
  PangoContext *context = pango_font_map_create_context (pango_context_get_font_map (self->context));
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, em * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, pango_context_get_base_dir (self->context));
  pango_context_set_language (context, pango_context_get_language (self->context));
  /* Subpixel positions keep words still while they move with the time. */
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_free (font);
  return context;
}

static void
ensure_timeline (MigRoomPainter *self, double scale)
{
  g_autoptr (MigPangoContext) context = NULL;

  if (self->timeline != NULL && fabs (scale - self->scale) < 1e-9)
    return;
  g_clear_pointer (&self->timeline, mig_timeline_painter_free);
  self->scale = scale;
  context = create_context (self, TIMELINE_EM * scale);
  self->timeline = mig_timeline_painter_new (context, self->palette);
  if (self->plain_figures)
    mig_timeline_painter_set_plain_figures (self->timeline);
}

/* Lanes that the selected thing asks for: documents show where it is one. */
static guint
choose_lanes (const MigRoomView *view)
{
  guint lanes = 1u << MIG_LANE_MEETINGS | 1u << MIG_LANE_SESSIONS | 1u << MIG_LANE_EVENTS;

  if (view->lanes != 0)
    return view->lanes;
  return mig_ref_kind (view->selected) == MIG_KIND_DOCUMENT ? lanes | 1u << MIG_LANE_DOCUMENTS : lanes;
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
timeline_height (const Canvas *c)
{
  return c->height - TIMELINE_Y - CARD_GAP - CARD_HEIGHT - CARD_BOTTOM;
}

static void
paint_timeline (const Canvas *c)
{
  const MigTimelineView view = {
    .corpus = c->view->corpus,
    .start = c->view->start,
    .end = c->view->end,
    .width = (c->width - 2 * MARGIN) * c->scale,
    .height = timeline_height (c) * c->scale,
    .selected = choose_selected (c->view),
    .mirrored = c->view->mirrored,
    .lanes = choose_lanes (c->view),
    .bare = TRUE,
  };

  ensure_timeline (c->room, c->scale);
  mig_timeline_painter_layout (c->room->timeline, &view);
  gtk_snapshot_save (c->snapshot);
  gtk_snapshot_translate (c->snapshot,
                          &GRAPHENE_POINT_INIT ((float) (MARGIN * c->scale), (float) (TIMELINE_Y * c->scale)));
  mig_timeline_painter_paint (c->room->timeline, c->snapshot);
  gtk_snapshot_restore (c->snapshot);
}

/* Text */

static const GdkRGBA *
colour (const Canvas *c, MigColour role)
{
  return mig_palette_get (c->room->palette, role);
}

static PangoLayout *
create_layout (const Canvas *c, double size, PangoWeight weight, double width)
{
  PangoLayout *layout = pango_layout_new (c->room->context);
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (c->room->context));

  pango_font_description_set_absolute_size (font, size * c->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * c->scale * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* What stands out is heavier, and in the colour of text; all else is in the second colour. */
static void
set_card_text (const Canvas *c, PangoLayout *layout, const MigCardText *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const GdkRGBA *strong = colour (c, MIG_COLOUR_FG);

  pango_layout_set_text (layout, text->text->str, (int) text->text->len);
  for (guint i = 0; i + 1 < text->strong->len; i += 2)
    {
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute *fg = pango_attr_foreground_new ((guint16) (strong->red * 65535),
                                                      (guint16) (strong->green * 65535),
                                                      (guint16) (strong->blue * 65535));

      weight->start_index = fg->start_index = g_array_index (text->strong, guint, i);
      weight->end_index = fg->end_index = g_array_index (text->strong, guint, i + 1);
      pango_attr_list_insert (attributes, weight);
      pango_attr_list_insert (attributes, fg);
    }
  pango_layout_set_attributes (layout, attributes);
}

static void
get_size (const Canvas *c, PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE / c->scale;
  *height = (double) h / PANGO_SCALE / c->scale;
}

/* Draws a layout into a column that begins at @x and is @width wide; x runs from the start edge. */
static double
paint_layout (const Canvas *c, PangoLayout *layout, double x, double y, double width, MigColour role)
{
  double w, height, left;

  get_size (c, layout, &w, &height);
  /* A layout with a width aligns by itself, and is as wide as its column. */
  left = c->view->mirrored ? c->width - x - (pango_layout_get_width (layout) > 0 ? width : w) : x;
  gtk_snapshot_save (c->snapshot);
  gtk_snapshot_translate (c->snapshot,
                          &GRAPHENE_POINT_INIT ((float) round (left * c->scale), (float) round (y * c->scale)));
  gtk_snapshot_append_layout (c->snapshot, layout, colour (c, role));
  gtk_snapshot_restore (c->snapshot);
  return height;
}

/* The card */

static void
paint_context (const Canvas *c, const MigCard *card)
{
  double width = c->width - 2 * MARGIN, w, height;
  g_autoptr (MigPangoLayout) layout = create_layout (c, SIZE_TOP, PANGO_WEIGHT_NORMAL, width);

  set_card_text (c, layout, card->context);
  pango_layout_set_height (layout, -1);
  get_size (c, layout, &w, &height);
  paint_layout (c, layout, MARGIN, TOP_Y - height / 2, width, MIG_COLOUR_FG2);
}

static MigColour
card_colour (const MigCard *card)
{
  return card->is_event ? MIG_COLOUR_EVENT : MIG_COLOUR_MEETING;
}

/* One short word in the largest type that its column has room for. */
static void
paint_display (const Canvas *c, const char *text, double size, double x, double y, double width, gboolean at_end,
               MigColour role)
{
  g_autoptr (MigPangoLayout) layout = create_layout (c, size, PANGO_WEIGHT_ULTRABOLD, 0);
  double w, height, baseline;

  pango_layout_set_text (layout, text, -1);
  get_size (c, layout, &w, &height);
  baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE / c->scale;
  if (w > width)
    {
      PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (layout));

      pango_font_description_set_absolute_size (font, MAX (size * width / w, 24) * c->scale * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_font_description_free (font);
      get_size (c, layout, &w, &height);
      y += baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE / c->scale;
    }
  paint_layout (c, layout, at_end ? x + width - w : x, y, w, role);
}

/* The full name if it has room, else the short one. */
static double
paint_title (const Canvas *c, const MigCard *card, double x, double y, double width)
{
  g_autoptr (MigPangoLayout) layout = create_layout (c, SIZE_TITLE, PANGO_WEIGHT_ULTRABOLD, width);

  pango_layout_set_height (layout, -TITLE_LINES);
  pango_layout_set_line_spacing (layout, 1.02f);
  pango_layout_set_text (layout, card->title, -1);
  if (pango_layout_is_ellipsized (layout) && *card->short_title != '\0')
    pango_layout_set_text (layout, card->short_title, -1);
  return paint_layout (c, layout, x, y, width, MIG_COLOUR_FG);
}

static void
paint_body (const Canvas *c, const MigCard *card, double x, double y, double width, double bottom)
{
  for (guint i = 0; i < card->body->len; i++)
    {
      g_autoptr (MigPangoLayout) layout = create_layout (c, SIZE_BODY, PANGO_WEIGHT_NORMAL, width);
      double w, height;

      set_card_text (c, layout, card->body->pdata[i]);
      pango_layout_set_line_spacing (layout, 1.12f);
      /* As many lines as there is room for; a paragraph that has none is left out. */
      pango_layout_set_height (layout, -1);
      get_size (c, layout, &w, &height);
      if (y + height > bottom)
        return;
      pango_layout_set_height (layout, (int) ((bottom - y) * c->scale * PANGO_SCALE));
      y += paint_layout (c, layout, x, y, width, MIG_COLOUR_FG2) + 4;
    }
}

static void
paint_figure (const Canvas *c, const MigCard *card, double x, double y)
{
  g_autoptr (MigPangoLayout) layout = create_layout (c, SIZE_CAPTION, PANGO_WEIGHT_NORMAL, FIGURE_WIDTH);

  paint_display (c, card->figure, SIZE_FIGURE, x, y - 40, FIGURE_WIDTH, TRUE,
                 card->figure_is_event ? MIG_COLOUR_EVENT : MIG_COLOUR_MEETING);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_height (layout, -3);
  pango_layout_set_line_spacing (layout, 1.1f);
  pango_layout_set_text (layout, card->caption, -1);
  paint_layout (c, layout, x, y + 130, FIGURE_WIDTH, MIG_COLOUR_FG);
}

/* A diamond says that the thing is an event, where there is no numeral to say what it is. */
static void
paint_mark (const Canvas *c, const MigCard *card, double y)
{
  const MigPaint paint = {
    .snapshot = c->snapshot,
    .palette = c->room->palette,
    .unit = c->scale,
    .total = c->width * c->scale,
    .mirrored = c->view->mirrored,
  };

  mig_paint_diamond (&paint, (MARGIN + 52) * c->scale, (y + 44) * c->scale, 74 * c->scale, card_colour (card));
}

static void
paint_card (const Canvas *c, const MigCard *card)
{
  double top = c->height - CARD_BOTTOM - CARD_HEIGHT, x = MARGIN, end = c->width - MARGIN, y = top;

  paint_context (c, card);
  if (card->numeral != NULL)
    paint_display (c, card->numeral, SIZE_NUMERAL, MARGIN, top - 30, NUMERAL_WIDTH, FALSE, card_colour (card));
  else if (card->is_event)
    paint_mark (c, card, top);
  if (card->numeral != NULL)
    x += NUMERAL_WIDTH + NUMERAL_GAP;
  else if (card->is_event)
    x += 140;
  if (card->figure != NULL)
    {
      paint_figure (c, card, end - FIGURE_WIDTH, top);
      end -= FIGURE_WIDTH + FIGURE_GAP;
    }
  y += paint_title (c, card, x, y, end - x) + 14;
  paint_body (c, card, x, y, end - x, top + CARD_HEIGHT);
}

/* A card is set once; while the view moves only its node is drawn again. */
static GskRenderNode *
get_card_node (const Canvas *c, MigRef ref, guint slot)
{
  CardNode *cached = &c->room->cards[slot];
  g_autoptr (MigCard) card = NULL;
  Canvas inner = *c;

  if (cached->corpus == c->view->corpus && cached->ref == ref && cached->width == c->view->width &&
      cached->height == c->view->height && cached->mirrored == c->view->mirrored)
    return cached->node;
  card_node_clear (cached);
  *cached = (CardNode){ g_object_ref (c->view->corpus), ref, c->view->width, c->view->height, c->view->mirrored, NULL };
  card = mig_card_new (c->view->corpus, ref);
  inner.snapshot = gtk_snapshot_new ();
  paint_card (&inner, card);
  cached->node = gtk_snapshot_free_to_node (inner.snapshot);
  return cached->node;
}

static void
append_card (const Canvas *c, MigRef ref, guint slot, double opacity)
{
  GskRenderNode *node = get_card_node (c, ref, slot);

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
paint_cards (const Canvas *c)
{
  const MigRoomView *view = c->view;
  CardNode swapped;

  if (view->before != view->selected && view->fade < 0.4)
    {
      append_card (c, view->before, 1, 1 - view->fade / 0.4);
      return;
    }
  /* What was the new one becomes the old one without being set again. */
  if (c->room->cards[0].corpus != NULL && c->room->cards[0].ref != view->selected)
    {
      swapped = c->room->cards[0];
      c->room->cards[0] = c->room->cards[1];
      c->room->cards[1] = swapped;
    }
  append_card (c, view->selected, 0, view->before != view->selected ? (view->fade - 0.4) / 0.6 : 1);
}

static void
paint_bar (const Canvas *c, double x, double width, double height, MigColour role)
{
  double left = c->view->mirrored ? c->width - x - width : x;
  double y = c->height - PROGRESS_BOTTOM - height / 2;
  GskRoundedRect rect;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (left * c->scale), (float) (y * c->scale),
                                                     (float) (width * c->scale), (float) (height * c->scale));

  gsk_rounded_rect_init_from_rect (&rect, &bounds, bounds.size.height / 2);
  gtk_snapshot_push_rounded_clip (c->snapshot, &rect);
  gtk_snapshot_append_color (c->snapshot, colour (c, role), &bounds);
  gtk_snapshot_pop (c->snapshot);
}

static void
paint_progress (const Canvas *c)
{
  double total = c->width - 2 * MARGIN, n = c->view->n;
  double width = (total - PROGRESS_GAP * (n - 1)) / n;

  if (c->view->n == 0)
    return;
  if (c->view->n > PROGRESS_MOST)
    {
      paint_bar (c, MARGIN, total, PROGRESS_HEIGHT, MIG_COLOUR_STEP);
      paint_bar (c, MARGIN, total * (c->view->position + 1) / n, PROGRESS_NOW_HEIGHT, MIG_COLOUR_MEETING);
      return;
    }
  for (guint i = 0; i < c->view->n; i++)
    {
      gboolean now = i == c->view->position;

      paint_bar (c, MARGIN + i * (width + PROGRESS_GAP), width, now ? PROGRESS_NOW_HEIGHT : PROGRESS_HEIGHT,
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
  Canvas c = make_canvas (self, snapshot, view);

  self->view = *view;
  gtk_snapshot_append_color (snapshot, colour (&c, MIG_COLOUR_BASE),
                             &GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height));
  paint_timeline (&c);
  paint_cards (&c);
  paint_progress (&c);
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
    box = mig_timeline_painter_pick (self->timeline, x - MARGIN * self->scale, y - TIMELINE_Y * self->scale,
                                     24 * self->scale);
  return box != NULL && !mig_box_is_aggregate (box) ? box->ref : MIG_REF_NONE;
}

/**
 * mig_room_painter_x_to_day:
 * @x: in the picture
 *
 * Returns: the moment that was last drawn there, a Julian day with its fraction
 */
double
mig_room_painter_x_to_day (MigRoomPainter *self, double x)
{
  return self->timeline != NULL ? mig_timeline_painter_x_to_day (self->timeline, x - MARGIN * self->scale) : 0;
}

/**
 * mig_room_painter_get_timeline_width:
 *
 * Returns: how wide the timeline is in what was last drawn, in pixels
 */
double
mig_room_painter_get_timeline_width (MigRoomPainter *self)
{
  return MAX (self->view.width - 2 * MARGIN * self->scale, 1);
}
