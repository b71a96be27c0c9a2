/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-room-painter-private.h"

#include <math.h>

#include "mig-direction.h"
#include "mig-paint.h"

/*
 * The card in type: where and when at the top of the screen; under the timeline a numeral, the title, who, and one
 * number. What has no room is left out, and never made smaller than the back row can read.
 */

#define NUMERAL_WIDTH 290
#define NUMERAL_GAP 24
#define FIGURE_WIDTH 360
#define FIGURE_GAP 36
#define SIZE_TOP 28
#define SIZE_TOP_LEAST 25 /* in two lines */
#define SIZE_TITLE 60
#define SIZE_TITLE_LEAST 40
#define SIZE_BODY 34
#define SIZE_BODY_LEAST 26
#define BODY_GAP 4
#define SIZE_NUMERAL 118
#define SIZE_FIGURE 150
#define SIZE_CAPTION 34
#define TOP_Y 53      /* the middle of the top line */

PangoLayout *
mig_room_create_layout (const MigRoomCanvas *c, double size, PangoWeight weight, double width)
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
set_card_text (const MigRoomCanvas *c, PangoLayout *layout, const MigCardText *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const GdkRGBA *strong = mig_room_colour (c, MIG_COLOUR_FG);

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
get_size (const MigRoomCanvas *c, PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE / c->scale;
  *height = (double) h / PANGO_SCALE / c->scale;
}

/* Draws a layout into a column that begins at @x and is @width wide, at its beginning or its end; x runs from the start
 * edge. */
static double
paint_layout (const MigRoomCanvas *c,
              PangoLayout *layout,
              double x,
              double y,
              double width,
              gboolean at_end,
              MigColour role)
{
  double w, height, left;

  mig_direction_align (layout, c->view->mirrored, at_end);
  get_size (c, layout, &w, &height);
  /* A layout with a width is as wide as its column. */
  left = c->view->mirrored ? c->width - x - (pango_layout_get_width (layout) > 0 ? width : w) : x;
  gtk_snapshot_save (c->snapshot);
  gtk_snapshot_translate (c->snapshot,
                          &GRAPHENE_POINT_INIT ((float) round (left * c->scale), (float) round (y * c->scale)));
  gtk_snapshot_append_layout (c->snapshot, layout, mig_room_colour (c, role));
  gtk_snapshot_restore (c->snapshot);
  return height;
}

/* Where the line has no room it gives way to two, the second with where and when. That ends with the year, which stays
 * even if there is no room for all of these. */
static PangoLayout *
create_context_in_two (const MigRoomCanvas *c, const MigCard *card, double width)
{
  PangoLayout *layout = mig_room_create_layout (c, SIZE_TOP_LEAST, PANGO_WEIGHT_NORMAL, width);
  g_autoptr (GString) text = g_string_new (card->context->text->str);
  MigCardText broken = { text, card->context->strong };

  /* As long in bytes as the gap, so that what stands out is where it was. */
  G_STATIC_ASSERT (sizeof (MIG_CARD_GAP) == sizeof ("\u2028"));
  g_string_replace (text, MIG_CARD_GAP, "\u2028", 1);
  set_card_text (c, layout, &broken);
  pango_layout_set_height (layout, -2);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  return layout;
}

static void
paint_context (const MigRoomCanvas *c, const MigCard *card)
{
  double width = c->width - 2 * MIG_ROOM_MARGIN, w, height;
  g_autoptr (PangoLayout) layout = mig_room_create_layout (c, SIZE_TOP, PANGO_WEIGHT_NORMAL, width);

  set_card_text (c, layout, card->context);
  pango_layout_set_height (layout, -1);
  if (pango_layout_is_ellipsized (layout))
    {
      g_object_unref (layout);
      layout = create_context_in_two (c, card, width);
    }
  get_size (c, layout, &w, &height);
  paint_layout (c, layout, MIG_ROOM_MARGIN, TOP_Y - height / 2, width, FALSE, MIG_COLOUR_FG2);
}

static MigColour
card_colour (const MigCard *card)
{
  return card->is_event ? MIG_COLOUR_EVENT : MIG_COLOUR_MEETING;
}

/* On a narrower screen than the design's the columns beside the text give way to it. */
static double
get_column (const MigRoomCanvas *c, double width)
{
  return width * MIN (c->width / MIG_ROOM_WIDTH, 1);
}

/* One short word in the largest type that its column has room for. */
static void
paint_display (const MigRoomCanvas *c, const char *text, double size, double x, double y, double width, gboolean at_end,
               MigColour role)
{
  g_autoptr (PangoLayout) layout = mig_room_create_layout (c, size, PANGO_WEIGHT_ULTRABOLD, 0);
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
  paint_layout (c, layout, at_end ? x + width - w : x, y, w, at_end, role);
}

static PangoLayout *
create_title (const MigRoomCanvas *c, const char *text, double size, int n_lines, double width)
{
  PangoLayout *layout = mig_room_create_layout (c, size, PANGO_WEIGHT_ULTRABOLD, width);

  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_line_spacing (layout, 1.02f);
  /* A name that has no room at all keeps its end, where years stand. */
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* The full name if it has room, else the short one; and that in smaller type, if need be. */
static double
paint_title (const MigRoomCanvas *c, const MigCard *card, double x, double y, double width)
{
  const char *shorter = *card->short_title != '\0' ? card->short_title : card->title;
  const struct
  {
    const char *text;
    double size;
    int n_lines;
  } tries[] = {
    { card->title, SIZE_TITLE, 2 }, { shorter, SIZE_TITLE, 2 }, { shorter, 48, 3 }, { shorter, SIZE_TITLE_LEAST, 4 },
  };
  g_autoptr (PangoLayout) layout = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tries) && (layout == NULL || pango_layout_is_ellipsized (layout)); i++)
    {
      g_clear_object (&layout);
      layout = create_title (c, tries[i].text, tries[i].size, tries[i].n_lines, width);
    }
  return paint_layout (c, layout, x, y, width, FALSE, MIG_COLOUR_FG);
}

static PangoLayout *
create_paragraph (const MigRoomCanvas *c, const MigCardText *text, double size, double width)
{
  PangoLayout *layout = mig_room_create_layout (c, size, PANGO_WEIGHT_NORMAL, width);

  set_card_text (c, layout, text);
  pango_layout_set_line_spacing (layout, 1.12f);
  return layout;
}

/* The largest type in which all paragraphs have room, or the smallest that the back row can read. */
static double
choose_body_size (const MigRoomCanvas *c, const MigCard *card, double width, double room)
{
  static const double sizes[] = { SIZE_BODY, 31, 28 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double sum = 0;

      for (guint k = 0; k < card->body->len; k++)
        {
          g_autoptr (PangoLayout) layout = create_paragraph (c, card->body->pdata[k], sizes[i], width);
          double w, height;

          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
          get_size (c, layout, &w, &height);
          sum += height + BODY_GAP;
        }
      if (sum - BODY_GAP <= room)
        return sizes[i];
    }
  return SIZE_BODY_LEAST;
}

static void
paint_body (const MigRoomCanvas *c, const MigCard *card, double x, double y, double width, double bottom)
{
  double size = choose_body_size (c, card, width, bottom - y);

  for (guint i = 0; i < card->body->len; i++)
    {
      g_autoptr (PangoLayout) layout = create_paragraph (c, card->body->pdata[i], size, width);
      double w, height;

      /* As many lines as there is room for; a paragraph that has none is left out. */
      pango_layout_set_height (layout, -1);
      get_size (c, layout, &w, &height);
      if (y + height > bottom)
        return;
      pango_layout_set_height (layout, (int) ((bottom - y) * c->scale * PANGO_SCALE));
      y += paint_layout (c, layout, x, y, width, FALSE, MIG_COLOUR_FG2) + BODY_GAP;
    }
}

static void
paint_figure (const MigRoomCanvas *c, const MigCard *card, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = mig_room_create_layout (c, SIZE_CAPTION, PANGO_WEIGHT_NORMAL, width);
  g_autoptr (GString) caption = g_string_new (card->caption);

  paint_display (c, card->figure, SIZE_FIGURE, x, y - 40, width, TRUE,
                 card->figure_is_event ? MIG_COLOUR_EVENT : MIG_COLOUR_MEETING);
  pango_layout_set_height (layout, -4);
  pango_layout_set_line_spacing (layout, 1.1f);
  /* Lines of one paragraph run the same way, whichever language each is in. */
  g_string_replace (caption, "\n", "\u2028", 0);
  pango_layout_set_text (layout, caption->str, (int) caption->len);
  paint_layout (c, layout, x, y + 130, width, TRUE, MIG_COLOUR_FG);
}

/* A diamond says that the thing is an event, where there is no numeral to say what it is. */
static void
paint_mark (const MigRoomCanvas *c, const MigCard *card, double y)
{
  const MigPaint paint = {
    .snapshot = c->snapshot,
    .palette = c->room->palette,
    .unit = c->scale,
    .total = c->width * c->scale,
    .mirrored = c->view->mirrored,
  };

  mig_paint_diamond (&paint, (MIG_ROOM_MARGIN + 52) * c->scale, (y + 44) * c->scale, 74 * c->scale, card_colour (card));
}

void
mig_room_paint_card (const MigRoomCanvas *c, const MigCard *card)
{
  double top = c->height - MIG_ROOM_CARD_BOTTOM - MIG_ROOM_CARD_HEIGHT, y = top;
  double x = MIG_ROOM_MARGIN, end = c->width - MIG_ROOM_MARGIN;
  double numeral = get_column (c, NUMERAL_WIDTH), figure = get_column (c, FIGURE_WIDTH);

  paint_context (c, card);
  if (card->numeral != NULL)
    paint_display (c, card->numeral, SIZE_NUMERAL, MIG_ROOM_MARGIN, top - 30, numeral, FALSE, card_colour (card));
  else if (card->is_event)
    paint_mark (c, card, top);
  if (card->numeral != NULL)
    x += numeral + NUMERAL_GAP;
  else if (card->is_event)
    x += 140;
  if (card->figure != NULL)
    {
      paint_figure (c, card, end - figure, top, figure);
      end -= figure + FIGURE_GAP;
    }
  y += paint_title (c, card, x, y, end - x) + 14;
  paint_body (c, card, x, y, end - x, top + MIG_ROOM_CARD_HEIGHT);
}
