/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-palette.h"
#include "mig-sprites.h"
#include "mig-text-cache.h"

G_BEGIN_DECLS

/**
 * MigPaint:
 * @snapshot: where to draw
 * @texts: shaped texts
 * @sprites: (nullable): shapes that have been drawn with this palette; %NULL to draw each anew
 * @palette: which colours
 * @unit: pixels of one pixel of the design
 * @left: where x = 0 stands, from the start edge of the picture
 * @total: the picture's width
 * @mirrored: whether x runs leftwards from the right edge
 *
 * A brush: it knows where the pencil's zero is and which way time runs, so that whoever draws need not. All
 * rectangles are given by their start edge.
 */
typedef struct
{
  GtkSnapshot *snapshot;
  MigTextCache *texts;
  MigSprites *sprites;
  MigPalette palette;
  double unit;
  double left;
  double total;
  gboolean mirrored;
} MigPaint;

static inline double
mig_paint_x (const MigPaint *p, double x)
{
  return p->mirrored ? p->total - p->left - x : p->left + x;
}

static inline const GdkRGBA *
mig_paint_colour (const MigPaint *p, MigColour colour)
{
  return mig_palette_get (p->palette, colour);
}

void mig_paint_rect (const MigPaint *p, double x, double y, double width, double height, MigColour colour);
void mig_paint_rounded (const MigPaint *p, double x, double y, double width, double height, double radius,
                        MigColour colour);
void mig_paint_outline (const MigPaint *p, double x, double y, double width, double height, double radius,
                        double line_width, MigColour colour, double alpha);
void mig_paint_plate (const MigPaint *p, double x, double y, double width, double height, double radius,
                      double line_width, MigColour fill, MigColour line);
void mig_paint_diamond (const MigPaint *p, double x, double y, double size, MigColour colour);
void mig_paint_diamond_outline (const MigPaint *p, double x, double y, double size, double line_width,
                                MigColour colour);
void mig_paint_dot (const MigPaint *p, double x, double y, double radius, MigColour colour);
void mig_paint_ring (const MigPaint *p, double x, double y, double radius, double line_width, MigColour colour);
void mig_paint_fade (const MigPaint *p, double x, double y, double width, double height, gboolean fade_start,
                     gboolean fade_end, double alpha, MigColour colour);
void mig_paint_hatch (const MigPaint *p, double x, double y, double width, double height, MigColour colour);
void mig_paint_page (const MigPaint *p, double x, double y, double width, double height, gboolean filled,
                     MigColour colour);
void mig_paint_dashed_diamond (const MigPaint *p, double x, double y, double size, gboolean filled, MigColour colour);
void mig_paint_chevron (const MigPaint *p, double x, double y, double size, gboolean later, MigColour colour);
void mig_paint_text (const MigPaint *p, const char *text, MigTextStyle style, double x, double y, MigColour colour);
void mig_paint_shaped (const MigPaint *p, MigText *text, double x, double y, double width, MigColour colour);

G_END_DECLS
