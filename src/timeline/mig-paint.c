/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-paint.h"

#include <math.h>

#include "mig-direction.h"

/*
 * The shapes of the design, as render nodes. Straight things are colour, gradient, border and clip nodes; the few that
 * those cannot make (a dashed line, a folded corner, an angle) are Cairo nodes in tight bounds.
 */

static graphene_rect_t
make_rect (const MigPaint *p, double x, double y, double width, double height)
{
  double left = p->mirrored ? p->total - p->left - x - width : p->left + x;

  return GRAPHENE_RECT_INIT ((float) left, (float) y, (float) MAX (width, 0), (float) MAX (height, 0));
}

/**
 * mig_paint_rect:
 *
 * Fills a rectangle.
 */
void
mig_paint_rect (const MigPaint *p, double x, double y, double width, double height, MigColour colour)
{
  graphene_rect_t rect = make_rect (p, x, y, width, height);

  gtk_snapshot_append_color (p->snapshot, mig_paint_colour (p, colour), &rect);
}

/**
 * mig_paint_rounded:
 * @radius: of its corners
 *
 * Fills a rectangle with round corners.
 */
void
mig_paint_rounded (const MigPaint *p, double x, double y, double width, double height, double radius,
                   MigColour colour)
{
  graphene_rect_t rect = make_rect (p, x, y, width, height);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, (float) MIN (radius, MIN (width, height) / 2));
  gtk_snapshot_push_rounded_clip (p->snapshot, &rounded);
  gtk_snapshot_append_color (p->snapshot, mig_paint_colour (p, colour), &rect);
  gtk_snapshot_pop (p->snapshot);
}

/**
 * mig_paint_outline:
 * @line_width: of the line, which lies inside the rectangle
 * @alpha: how opaque, from 0 to 1
 *
 * Outlines a rectangle with round corners.
 */
void
mig_paint_outline (const MigPaint *p, double x, double y, double width, double height, double radius,
                   double line_width, MigColour colour, double alpha)
{
  graphene_rect_t rect = make_rect (p, x, y, width, height);
  float w = (float) line_width;
  GdkRGBA rgba = *mig_paint_colour (p, colour);
  GskRoundedRect rounded;

  rgba.alpha *= (float) alpha;
  gsk_rounded_rect_init_from_rect (&rounded, &rect, (float) MIN (radius, MIN (width, height) / 2));
  gtk_snapshot_append_border (p->snapshot, &rounded, (float[4]){ w, w, w, w },
                              (GdkRGBA[4]){ rgba, rgba, rgba, rgba });
}

/* Draws a shape about a point, or puts it there if it has been drawn before. */
static void
append_sprite (const MigPaint *p, const MigSprite *sprite, double x, double y, MigSpriteFunc draw)
{
  if (p->sprites != NULL)
    {
      mig_sprites_append (p->sprites, p->snapshot, sprite, (float) mig_paint_x (p, x), (float) y, draw, (gpointer) p);
      return;
    }
  gtk_snapshot_save (p->snapshot);
  gtk_snapshot_translate (p->snapshot, &GRAPHENE_POINT_INIT ((float) mig_paint_x (p, x), (float) y));
  draw (p->snapshot, sprite, (gpointer) p);
  gtk_snapshot_restore (p->snapshot);
}

static void
draw_plate (GtkSnapshot *snapshot, const MigSprite *sprite, gpointer user_data)
{
  MigPaint about = *(const MigPaint *) user_data;
  double width = (double) sprite->width, height = (double) sprite->height;

  about.snapshot = snapshot;
  about.left = about.total = 0;
  about.mirrored = FALSE;
  mig_paint_rounded (&about, -width / 2, -height / 2, width, height, (double) sprite->radius, sprite->fill);
  mig_paint_outline (&about, -width / 2, -height / 2, width, height, (double) sprite->radius,
                     (double) sprite->line_width, sprite->line, 1);
}

/**
 * mig_paint_plate:
 * @x: its middle
 * @y: its middle
 * @radius: of its corners
 * @line_width: of the line, which lies inside
 * @fill: its ground
 * @line: its edge
 *
 * Fills and outlines a rectangle with round corners, of a size that comes again.
 */
void
mig_paint_plate (const MigPaint *p, double x, double y, double width, double height, double radius,
                 double line_width, MigColour fill, MigColour line)
{
  const MigSprite sprite = { MIG_SPRITE_PLATE, fill, line, (float) width, (float) height, (float) radius,
                             (float) line_width };

  append_sprite (p, &sprite, x, y, draw_plate);
}

/* A square that stands on its corner, as wide and high as @size from corner to corner. */
static void
push_diamond (const MigPaint *p, double x, double y, double size, GskRoundedRect *rounded)
{
  float side = (float) (size / G_SQRT2);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side);

  gtk_snapshot_save (p->snapshot);
  gtk_snapshot_translate (p->snapshot, &GRAPHENE_POINT_INIT ((float) mig_paint_x (p, x), (float) y));
  gtk_snapshot_rotate (p->snapshot, 45);
  gsk_rounded_rect_init_from_rect (rounded, &rect, (float) (1.2 * p->unit));
}

/**
 * mig_paint_diamond:
 * @x: its middle
 * @y: its middle
 * @size: from corner to corner
 */
void
mig_paint_diamond (const MigPaint *p, double x, double y, double size, MigColour colour)
{
  GskRoundedRect rounded;

  push_diamond (p, x, y, size, &rounded);
  gtk_snapshot_push_rounded_clip (p->snapshot, &rounded);
  gtk_snapshot_append_color (p->snapshot, mig_paint_colour (p, colour), &rounded.bounds);
  gtk_snapshot_pop (p->snapshot);
  gtk_snapshot_restore (p->snapshot);
}

/**
 * mig_paint_diamond_outline:
 * @size: from corner to corner, the line included
 */
void
mig_paint_diamond_outline (const MigPaint *p, double x, double y, double size, double line_width, MigColour colour)
{
  const GdkRGBA *rgba = mig_paint_colour (p, colour);
  float w = (float) line_width;
  GskRoundedRect rounded;

  push_diamond (p, x, y, size, &rounded);
  gtk_snapshot_append_border (p->snapshot, &rounded, (float[4]){ w, w, w, w },
                              (GdkRGBA[4]){ *rgba, *rgba, *rgba, *rgba });
  gtk_snapshot_restore (p->snapshot);
}

/**
 * mig_paint_dot:
 *
 * Fills a circle about (@x, @y).
 */
void
mig_paint_dot (const MigPaint *p, double x, double y, double radius, MigColour colour)
{
  mig_paint_rounded (p, x - radius, y - radius, 2 * radius, 2 * radius, radius, colour);
}

/**
 * mig_paint_ring:
 *
 * Outlines a circle about (@x, @y).
 */
void
mig_paint_ring (const MigPaint *p, double x, double y, double radius, double line_width, MigColour colour)
{
  mig_paint_outline (p, x - radius, y - radius, 2 * radius, 2 * radius, radius, line_width, colour, 1);
}

/**
 * mig_paint_fade:
 * @fade_start: whether the earlier end fades
 * @fade_end: whether the later end fades
 * @alpha: how opaque it is where it does not fade
 *
 * Fills a rectangle whose unknown ends fade out: over a third where both do, else over the whole length.
 */
void
mig_paint_fade (const MigPaint *p, double x, double y, double width, double height, gboolean fade_start,
                gboolean fade_end, double alpha, MigColour colour)
{
  graphene_rect_t rect = make_rect (p, x, y, width, height);
  GdkRGBA solid = *mig_paint_colour (p, colour);
  GdkRGBA clear;
  GskColorStop stops[4] = { 0 };
  float x0 = rect.origin.x, x1 = rect.origin.x + rect.size.width;

  if (width <= 0)
    return;
  solid.alpha *= (float) alpha;
  clear = solid;
  clear.alpha = 0;
  stops[0] = (GskColorStop){ 0, fade_start ? clear : solid };
  stops[1] = (GskColorStop){ fade_start && fade_end ? 0.3f : 0.4f, solid };
  stops[2] = (GskColorStop){ fade_start && fade_end ? 0.7f : 0.6f, solid };
  stops[3] = (GskColorStop){ 1, fade_end ? clear : solid };
  if (p->mirrored)
    {
      float swap = x0;

      x0 = x1;
      x1 = swap;
    }
  gtk_snapshot_append_linear_gradient (p->snapshot, &rect, &GRAPHENE_POINT_INIT (x0, 0),
                                       &GRAPHENE_POINT_INIT (x1, 0), stops, G_N_ELEMENTS (stops));
}

/**
 * mig_paint_hatch:
 *
 * Fills a rectangle with lines at 45°, over a pale ground, and outlines it.
 */
void
mig_paint_hatch (const MigPaint *p, double x, double y, double width, double height, MigColour colour)
{
  graphene_rect_t rect = make_rect (p, x, y, width, height);
  GdkRGBA line = *mig_paint_colour (p, colour);
  GdkRGBA ground = line;
  float pitch = (float) (6 * p->unit / G_SQRT2 / 2);
  GskRoundedRect rounded;
  GskColorStop stops[4] = { 0 };

  if (width <= 0)
    return;
  line.alpha *= .75f;
  ground.alpha *= .1f;
  stops[0] = (GskColorStop){ 0, line };
  stops[1] = (GskColorStop){ .3f, line };
  stops[2] = (GskColorStop){ .32f, ground };
  stops[3] = (GskColorStop){ 1, ground };
  gsk_rounded_rect_init_from_rect (&rounded, &rect, (float) (3 * p->unit));
  gtk_snapshot_push_rounded_clip (p->snapshot, &rounded);
  gtk_snapshot_append_repeating_linear_gradient (
      p->snapshot, &rect, &rect.origin,
      &GRAPHENE_POINT_INIT (rect.origin.x + pitch * 1.5f, rect.origin.y + pitch * 1.5f), stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (p->snapshot);
  mig_paint_outline (p, x, y, width, height, 3 * p->unit, MAX (1, p->unit * .8), colour, .6);
}

/* A sheet of paper with a folded corner, about (0, 0). */
static void
draw_page (GtkSnapshot *snapshot, const MigSprite *sprite, gpointer user_data)
{
  const MigPaint *p = user_data;
  gboolean filled = sprite->shape == MIG_SPRITE_PAGE;
  double width = (double) sprite->width, height = (double) sprite->height, line = 1.2 * p->unit;
  double inset = filled ? 0 : line / 2, fold = width * .4;
  double left = -width / 2 + inset, top = -height / 2 + inset, right = -left, bottom = -top;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) (-width / 2 - 1), (float) (-height / 2 - 1), (float) (width + 2),
                                     (float) (height + 2)));

  gdk_cairo_set_source_rgba (cr, mig_paint_colour (p, sprite->fill));
  cairo_move_to (cr, left, top);
  cairo_line_to (cr, right - fold, top);
  cairo_line_to (cr, right, top + fold);
  cairo_line_to (cr, right, bottom);
  cairo_line_to (cr, left, bottom);
  cairo_close_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, line);
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);

  /* The fold itself: lighter on a filled page, a line on an outlined one. */
  if (filled)
    gdk_cairo_set_source_rgba (cr, mig_paint_colour (p, MIG_COLOUR_BASE));
  cairo_move_to (cr, right - fold, top);
  cairo_line_to (cr, right - fold, top + fold);
  cairo_line_to (cr, right, top + fold);
  cairo_set_line_width (cr, MAX (line * .7, .8));
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * mig_paint_page:
 * @x: its middle
 * @y: its middle
 * @filled: whether it is filled or an outline
 *
 * Draws a sheet of paper with a folded corner.
 */
void
mig_paint_page (const MigPaint *p, double x, double y, double width, double height, gboolean filled,
                MigColour colour)
{
  const MigSprite sprite = { .shape = filled ? MIG_SPRITE_PAGE : MIG_SPRITE_PAGE_OUTLINE, .fill = colour,
                             .width = (float) width, .height = (float) height };

  append_sprite (p, &sprite, x, y, draw_page);
}

/* A diamond with a dashed edge, about (0, 0). */
static void
draw_dashed_diamond (GtkSnapshot *snapshot, const MigSprite *sprite, gpointer user_data)
{
  const MigPaint *p = user_data;
  double size = (double) sprite->width, half = size / 2, dash = size * .19;
  GdkRGBA ground = *mig_paint_colour (p, sprite->fill);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) (-half - 1), (float) (-half - 1), (float) (size + 2), (float) (size + 2)));

  cairo_move_to (cr, 0, -half);
  cairo_line_to (cr, half, 0);
  cairo_line_to (cr, 0, half);
  cairo_line_to (cr, -half, 0);
  cairo_close_path (cr);
  if (sprite->shape == MIG_SPRITE_DASHED_FILLED)
    {
      ground.alpha *= .55f;
      gdk_cairo_set_source_rgba (cr, &ground);
      cairo_fill_preserve (cr);
    }
  gdk_cairo_set_source_rgba (cr, mig_paint_colour (p, sprite->fill));
  cairo_set_dash (cr, (double[]){ dash, dash * .75 }, 2, dash / 2);
  cairo_set_line_width (cr, 1.3 * p->unit);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * mig_paint_dashed_diamond:
 * @filled: whether its ground is tinted
 *
 * Draws the diamond of a thing without a date.
 */
void
mig_paint_dashed_diamond (const MigPaint *p, double x, double y, double size, gboolean filled, MigColour colour)
{
  const MigSprite sprite = { .shape = filled ? MIG_SPRITE_DASHED_FILLED : MIG_SPRITE_DASHED, .fill = colour,
                             .width = (float) size };

  append_sprite (p, &sprite, x, y, draw_dashed_diamond);
}

/* An angle about (0, 0). */
static void
draw_chevron (GtkSnapshot *snapshot, const MigSprite *sprite, gpointer user_data)
{
  const MigPaint *p = user_data;
  double size = (double) sprite->height, half = size / 2;
  double reach = (sprite->shape == MIG_SPRITE_CHEVRON ? half : -half) / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) -half, (float) (-half - 2), (float) size, (float) (size + 4)));

  gdk_cairo_set_source_rgba (cr, mig_paint_colour (p, sprite->line));
  cairo_set_line_width (cr, size * .2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, -reach, -half);
  cairo_line_to (cr, reach, 0);
  cairo_line_to (cr, -reach, half);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * mig_paint_chevron:
 * @size: its height
 * @later: whether it points towards the later
 *
 * Draws an angle that points beyond the edge.
 */
void
mig_paint_chevron (const MigPaint *p, double x, double y, double size, gboolean later, MigColour colour)
{
  const MigSprite sprite = { .shape = later != p->mirrored ? MIG_SPRITE_CHEVRON : MIG_SPRITE_CHEVRON_BACK,
                             .line = colour, .height = (float) size };

  append_sprite (p, &sprite, x, y, draw_chevron);
}

/**
 * mig_paint_text:
 * @text: (nullable): UTF-8; %NULL draws nothing
 * @x: its start edge
 * @y: the middle of its line
 */
void
mig_paint_text (const MigPaint *p, const char *text, MigTextStyle style, double x, double y, MigColour colour)
{
  MigText *shaped;

  if (text == NULL || *text == '\0')
    return;
  shaped = mig_text_cache_get (p->texts, text, style);
  mig_paint_shaped (p, shaped, x, y - (double) shaped->height / 2, (double) shaped->width, colour);
}

/* Only a paragraph has a side to stand on, which is another when the axis is turned about. */
static void
align (const MigPaint *p, MigText *text)
{
  const PangoAlignment before = pango_layout_get_alignment (text->layout);

  if (pango_layout_get_width (text->layout) < 0)
    return;
  mig_direction_align (text->layout, p->mirrored, FALSE);
  if (pango_layout_get_alignment (text->layout) != before)
    mig_text_forget_nodes (text);
}

/**
 * mig_paint_shaped:
 * @text: a text or a paragraph
 * @x: its start edge
 * @y: its top
 * @width: how wide it is, which places it when mirrored
 */
void
mig_paint_shaped (const MigPaint *p, MigText *text, double x, double y, double width, MigColour colour)
{
  double left = p->mirrored ? p->total - p->left - x - width : p->left + x;

  align (p, text);
  /* Glyphs on whole pixels stay crisp while the view rests; while it moves nobody sees the half pixel. */
  mig_sprites_put (p->snapshot, mig_text_get_node (text, mig_paint_colour (p, colour)), (float) round (left),
                   (float) round (y));
}
