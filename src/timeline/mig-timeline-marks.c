/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-painter-private.h"

#include <math.h>

/*
 * The marks and labels of the timeline. Shape says the kind, the ends of a bar say what is known of its date, and the
 * fill says how it stands to the selection.
 */

#define SOFT_DIAMOND_BELOW 40 /* a soft span narrower than this carries a hollow diamond */
#define HARD_EDGE 3

static double
px (const MigPainting *g, double length)
{
  return length * g->paint.unit;
}

static gboolean
is_filled (const MigBox *box)
{
  return (box->flags & MIG_BOX_HOLLOW) == 0;
}

/* Meetings */

static void
paint_pill (const MigPainting *g, const MigBox *box, double y)
{
  const MigPaint *p = &g->paint;
  double x = (double) box->x, w = (double) box->width, h = (double) box->height;
  const MigLaneBand *band = &g->layout->lanes[MIG_LANE_MEETINGS];
  gint side = mig_painting_get_sessions_side (g);
  double edge = g->ruler + (double) (side > 0 ? band->y + band->height : band->y);
  double from = side > 0 ? y + h / 2 : edge, stem = side > 0 ? edge - y - h / 2 : y - h / 2 - edge;
  gboolean selected = (box->flags & (MIG_BOX_SELECTED | MIG_BOX_ENCLOSING)) != 0;
  MigColour ground = selected ? MIG_COLOUR_MEETING : MIG_COLOUR_MEETING_TINT;

  if (side != 0 && stem > 0)
    mig_paint_rect (p, x - px (g, selected ? .75 : .5), from, px (g, selected ? 1.5 : 1), stem,
                    selected ? MIG_COLOUR_MEETING : MIG_COLOUR_MEETING_LINE);
  if (box->flags & (MIG_BOX_SOFT_START | MIG_BOX_SOFT_END))
    mig_paint_fade (p, x - w / 2, y - h / 2, w, h, TRUE, TRUE, selected ? 1 : .3, MIG_COLOUR_MEETING);
  else
    mig_paint_plate (p, x, y, w, h, px (g, 6), box->flags & MIG_BOX_LINKED ? px (g, 1.5) : 1, ground,
                     selected || box->flags & MIG_BOX_LINKED ? MIG_COLOUR_MEETING : MIG_COLOUR_MEETING_LINE);
  if (selected)
    mig_paint_outline (p, x - w / 2 - px (g, 3), y - h / 2 - px (g, 3), w + px (g, 6), h + px (g, 6), px (g, 9),
                       px (g, 1.5), MIG_COLOUR_MEETING, .45);
  mig_paint_text (p, box->title, MIG_TEXT_ORDINAL, (double) box->title_x, y,
                  selected ? MIG_COLOUR_ON_MEETING : MIG_COLOUR_MEETING_TEXT);
  mig_paint_text (p, box->detail, MIG_TEXT_DETAIL, (double) box->detail_x, y,
                  selected ? MIG_COLOUR_FG : MIG_COLOUR_FG2);
}

/* Sessions */

/* One dot for each intervention: filled for a speaker with a name, a ring for one without. */
static void
paint_dots (const MigPainting *g, const MigBox *box, double y, MigColour colour)
{
  MigRefs speeches = mig_corpus_get_related (g->view->corpus, box->ref, MIG_RELATION_SPEECHES);
  double pitch = px (g, 6.4), end = (double) box->x1 - px (g, 8);
  guint per_row = (guint) MAX ((end - (double) box->title_x - (double) box->title_width - px (g, 8)) / pitch, 0);
  guint n = MIN (speeches.n, per_row * 2), in_first = MIN (n, n <= per_row ? n : (n + 1) / 2);

  for (guint i = 0; i < n; i++)
    {
      guint row = i >= in_first, column = row ? i - in_first : i;
      guint in_row = row ? n - in_first : in_first;
      double x = end - (in_row - column - 0.5) * pitch;
      double at = y + (n > in_first ? (row ? px (g, 3.4) : -px (g, 3.4)) : 0);

      if (mig_corpus_get_speech (g->view->corpus, speeches.refs[i])->creator != MIG_REF_NONE)
        mig_paint_dot (&g->paint, x, at, px (g, 2.3), colour);
      else
        mig_paint_ring (&g->paint, x, at, px (g, 2.5), px (g, 1), colour);
    }
}

static void
paint_cell_title (const MigPainting *g, const MigBox *box, double top, MigColour colour)
{
  /* A pixel more or less breaks no line elsewhere, and would shape the text anew at each. */
  double x = (double) box->title_x, width = floor (((double) box->x1 - x - px (g, 6)) / 4) * 4;
  MigText *title = mig_text_cache_get_paragraph (
      g->paint.texts, mig_corpus_get_record (g->view->corpus, box->ref)->short_name, MIG_TEXT_LABEL, width, 2);

  mig_paint_shaped (&g->paint, title, x, top, floor (width), colour);
}

/* Under the numeral of a narrow cell: a bar as long as the root of its interventions. */
static void
paint_cell_bar (const MigPainting *g, const MigBox *box, double y, gboolean selected)
{
  guint n = mig_corpus_get_related (g->view->corpus, box->ref, MIG_RELATION_SPEECHES).n;
  double most = (double) box->width - px (g, 8);
  double width = MIN (most, MAX (px (g, 2), most * sqrt (n / 18.0)));

  if (n == 0)
    return;
  mig_paint_rounded (&g->paint, (double) box->x - width / 2, y + (double) box->height / 2 - px (g, 5), width,
                     px (g, 2), px (g, 1), selected ? MIG_COLOUR_ON_MEETING : MIG_COLOUR_MEETING);
}

static void
paint_cell (const MigPainting *g, const MigBox *box, double y)
{
  const MigPaint *p = &g->paint;
  gboolean selected = (box->flags & MIG_BOX_SELECTED) != 0;
  gboolean outlined = (box->flags & (MIG_BOX_LINKED | MIG_BOX_SELECTED)) != 0;
  double w = (double) box->width, h = (double) box->height, left = (double) box->x - w / 2, top = y - h / 2;
  MigColour text = selected ? MIG_COLOUR_ON_MEETING : MIG_COLOUR_MEETING_TEXT;
  MigColour ground = selected ? MIG_COLOUR_MEETING : MIG_COLOUR_MEETING_TINT;

  mig_paint_plate (p, (double) box->x, y, w, h, px (g, 5), outlined ? px (g, 1.5) : 1, ground,
                   outlined || mig_palette_is_high_contrast (p->palette) ? MIG_COLOUR_MEETING : ground);
  if (selected)
    mig_paint_outline (p, left - px (g, 3), top - px (g, 3), w + px (g, 6), h + px (g, 6), px (g, 8), px (g, 1.5),
                       MIG_COLOUR_MEETING, .45);

  if (box->flags & MIG_BOX_TITLED)
    {
      mig_paint_text (p, box->title, MIG_TEXT_NUMERAL, (double) box->title_x, top + px (g, 12), text);
      paint_dots (g, box, top + px (g, 12), text);
      paint_cell_title (g, box, top + px (g, 21), selected ? MIG_COLOUR_ON_MEETING : MIG_COLOUR_FG);
      return;
    }
  mig_paint_text (p, box->title, MIG_TEXT_NUMERAL, (double) box->title_x, y - px (g, 2), text);
  paint_cell_bar (g, box, y, selected);
}

/* Lanes that follow a record */

static void
paint_speech (const MigPainting *g, const MigBox *box, double y)
{
  const MigPaint *p = &g->paint;
  gboolean selected = (box->flags & MIG_BOX_SELECTED) != 0, strong = (box->flags & MIG_BOX_LINKED) != 0 || selected;
  double w = (double) box->width, h = (double) box->height, left = (double) box->x - w / 2, top = y - h / 2;

  mig_paint_plate (p, (double) box->x, y, w, h, h / 2, strong ? px (g, 1.5) : 1,
                   selected ? MIG_COLOUR_MEETING : MIG_COLOUR_MEETING_TINT,
                   strong ? MIG_COLOUR_MEETING : MIG_COLOUR_MEETING_LINE);
  if (selected)
    mig_paint_outline (p, left - px (g, 3), top - px (g, 3), w + px (g, 6), h + px (g, 6), h / 2 + px (g, 3),
                       px (g, 1.5), MIG_COLOUR_MEETING, .45);
  mig_paint_text (p, box->title, MIG_TEXT_NUMERAL, (double) box->title_x, y,
                  selected ? MIG_COLOUR_ON_MEETING : MIG_COLOUR_MEETING_TEXT);
}

/* For whom somebody spoke, and from which intervention to which. */
static void
paint_tenures (const MigPainting *g)
{
  for (guint i = 0; i < g->layout->tenures->len; i++)
    {
      const MigTenure *tenure = &g_array_index (g->layout->tenures, MigTenure, i);
      double x0 = (double) tenure->x0, y = g->ruler + (double) tenure->y;

      mig_paint_rounded (&g->paint, x0, y, (double) (tenure->x1 - tenure->x0), px (g, 2), px (g, 1),
                         MIG_COLOUR_MEETING_LINE);
      mig_paint_text (&g->paint, tenure->text, MIG_TEXT_DETAIL, x0, y - px (g, 8), MIG_COLOUR_FG2);
    }
}

/* Events */

static void
paint_event_diamond (const MigPainting *g, const MigBox *box, double y)
{
  double x = (double) box->x, size = (double) box->width;

  if (box->flags & MIG_BOX_SELECTED)
    mig_paint_diamond_outline (&g->paint, x, y, size + px (g, 10), px (g, 1.5), MIG_COLOUR_EVENT);
  if (is_filled (box))
    {
      mig_paint_diamond (&g->paint, x, y, size, MIG_COLOUR_EVENT);
      return;
    }
  mig_paint_diamond (&g->paint, x, y, size, MIG_COLOUR_BASE);
  mig_paint_diamond_outline (&g->paint, x, y, size, px (g, 1.3), MIG_COLOUR_EVENT);
}

static void
paint_hard_edge (const MigPainting *g, double x, double y, double height)
{
  mig_paint_rounded (&g->paint, x, y - height / 2, px (g, HARD_EDGE), height, px (g, 1.5), MIG_COLOUR_EVENT);
}

/* A bar whose days are known: solid while it is slim, a tint between hard edges once it is as high as its text. */
static void
paint_exact_span (const MigPainting *g, const MigBox *box, double y)
{
  double x0 = (double) box->x0, x1 = (double) box->x1, h = (double) box->height;

  if (h < px (g, 14))
    {
      mig_paint_rounded (&g->paint, x0, y - h / 2, x1 - x0, h, px (g, 3),
                         is_filled (box) ? MIG_COLOUR_EVENT : MIG_COLOUR_EVENT_TINT);
      if (!is_filled (box))
        mig_paint_outline (&g->paint, x0, y - h / 2, x1 - x0, h, px (g, 3), px (g, 1.2), MIG_COLOUR_EVENT, 1);
      return;
    }
  mig_paint_rounded (&g->paint, x0, y - h / 2, x1 - x0, h, px (g, 4), MIG_COLOUR_EVENT_TINT);
  paint_hard_edge (g, x0, y, h);
  paint_hard_edge (g, x1 - px (g, HARD_EDGE), y, h);
}

/* A short fade must be seen at all; a long one must not outshine what is known better, or linked. */
static double
soft_alpha (const MigPainting *g, const MigBox *box)
{
  if ((double) (box->x1 - box->x0) < px (g, SOFT_DIAMOND_BELOW))
    return .75;
  return is_filled (box) && (double) box->height < px (g, 14) ? .45 : .3;
}

static void
paint_soft_span (const MigPainting *g, const MigBox *box, double y)
{
  double x0 = (double) box->x0, x1 = (double) box->x1, h = (double) box->height;
  gboolean open_start = (box->flags & MIG_BOX_OPEN_START) != 0, open_end = (box->flags & MIG_BOX_OPEN_END) != 0;
  gboolean fade_start = open_start || box->flags & MIG_BOX_SOFT_START;
  gboolean fade_end = open_end || box->flags & MIG_BOX_SOFT_END;

  mig_paint_fade (&g->paint, x0, y - h / 2, x1 - x0, h, fade_start, fade_end, soft_alpha (g, box),
                  MIG_COLOUR_EVENT);
  if (!fade_start || open_end)
    paint_hard_edge (g, x0, y, h + px (g, 4));
  if (!fade_end || open_start)
    paint_hard_edge (g, x1 - px (g, HARD_EDGE), y, h + px (g, 4));
  if (x1 - x0 >= px (g, SOFT_DIAMOND_BELOW) || open_start || open_end)
    return;
  mig_paint_diamond (&g->paint, (double) box->x, y, px (g, 9), MIG_COLOUR_BASE);
  mig_paint_diamond_outline (&g->paint, (double) box->x, y, px (g, 9), px (g, 1.5), MIG_COLOUR_EVENT);
}

static void
paint_hatched_span (const MigPainting *g, const MigBox *box, double y)
{
  double x0 = MAX ((double) box->x0, -px (g, 20)), x1 = MIN ((double) box->x1, g->width + px (g, 20));

  mig_paint_hatch (&g->paint, x0, y - (double) box->height / 2, x1 - x0, (double) box->height, MIG_COLOUR_EVENT);
  mig_paint_diamond (&g->paint, (double) box->x, y, (double) box->width + px (g, 3), MIG_COLOUR_BASE);
  mig_paint_diamond (&g->paint, (double) box->x, y, (double) box->width, MIG_COLOUR_EVENT);
}

static void
paint_span (const MigPainting *g, const MigBox *box, double y)
{
  if (box->flags & MIG_BOX_HATCHED)
    paint_hatched_span (g, box, y);
  else if (box->flags & (MIG_BOX_SOFT_START | MIG_BOX_SOFT_END | MIG_BOX_OPEN_START | MIG_BOX_OPEN_END))
    paint_soft_span (g, box, y);
  else
    paint_exact_span (g, box, y);
}

/* Aggregates */

typedef struct
{
  MigColour text;
  MigColour tint;
  MigColour line;
} ChipColours;

static ChipColours
chip_colours (MigLane lane)
{
  switch (lane)
    {
    case MIG_LANE_MEETINGS:
    case MIG_LANE_SESSIONS:
      return (ChipColours){ MIG_COLOUR_MEETING_TEXT, MIG_COLOUR_MEETING_TINT, MIG_COLOUR_MEETING_LINE };
    case MIG_LANE_DOCUMENTS:
      return (ChipColours){ MIG_COLOUR_DOCUMENT_TEXT, MIG_COLOUR_DOCUMENT_TINT, MIG_COLOUR_DOCUMENT_LINE };
    case MIG_LANE_FOLLOWED:
    default:
      return (ChipColours){ MIG_COLOUR_MEETING_TEXT, MIG_COLOUR_MEETING_TINT, MIG_COLOUR_MEETING_LINE };
    case MIG_LANE_EVENTS:
    case MIG_LANE_UNDATED:
      return (ChipColours){ MIG_COLOUR_EVENT_TEXT, MIG_COLOUR_EVENT_TINT, MIG_COLOUR_EVENT_LINE };
    }
}

static void
paint_chip (const MigPainting *g, const MigBox *box, double y)
{
  const MigPaint *p = &g->paint;
  ChipColours colours = chip_colours (box->lane);
  double w = (double) box->width, h = (double) box->height, x0 = (double) box->x0, x1 = (double) box->x1;

  if (x1 - x0 > w + px (g, 4))
    {
      mig_paint_rect (p, x0, y - px (g, .75), x1 - x0, px (g, 1.5), colours.line);
      mig_paint_rect (p, x0, y - px (g, 3.5), px (g, 1.5), px (g, 7), colours.line);
      mig_paint_rect (p, x1 - px (g, 1.5), y - px (g, 3.5), px (g, 1.5), px (g, 7), colours.line);
    }
  /* In high contrast there is no tint, and the ground hides the bracket. */
  mig_paint_plate (p, (double) box->x, y, w, h, h / 2, box->flags & MIG_BOX_LINKED ? px (g, 1.5) : 1,
                   mig_paint_colour (p, colours.tint)->alpha < 1 ? MIG_COLOUR_BASE : colours.tint,
                   box->flags & MIG_BOX_LINKED ? colours.text : colours.line);
  mig_paint_text (p, box->title, MIG_TEXT_COUNT, (double) box->title_x, y, colours.text);
}

/* A decade or longer period from far away: columns that stand on the row's foot, and over them how many there are. */
static void
paint_density (const MigPainting *g, const MigBox *box, double y)
{
  const MigPaint *p = &g->paint;
  ChipColours colours = chip_colours (box->lane);
  double foot = y + (double) box->height / 2, w = (double) (box->x1 - box->x0) / MAX (box->n_columns, 1);
  double gap = w >= 4 ? 1 : 0, text = (double) box->title_width + px (g, 6);
  double middle = (double) (box->title_x + box->title_width / 2);

  for (guint i = 0; i < box->n_columns; i++)
    {
      double height = (double) (g_array_index (g->layout->columns, float, box->first_column + i) * box->height);
      double x = (double) box->x0 + i * w;

      /* What is there at all is seen. */
      if (height > 0 && x < g->width && x + w > 0)
        mig_paint_rect (p, x, foot - MAX (height, 1.5), MAX (w - gap, 1), MAX (height, 1.5), colours.line);
    }
  mig_paint_rect (p, (double) box->x0, foot, (double) (box->x1 - box->x0), 1, colours.line);
  if (box->title == NULL || (double) box->title_x < 0 || (double) (box->title_x + box->title_width) > g->width)
    return;
  mig_paint_rounded (p, middle - text / 2, y - px (g, 8), text, px (g, 16), px (g, 8), colours.tint);
  if (box->flags & MIG_BOX_LINKED)
    mig_paint_outline (p, middle - text / 2, y - px (g, 8), text, px (g, 16), px (g, 8), px (g, 1.5),
                       colours.text, 1);
  mig_paint_text (p, box->title, MIG_TEXT_COUNT, (double) box->title_x, y, colours.text);
}

static void
paint_edge (const MigPainting *g, const MigBox *box, double y)
{
  ChipColours colours = chip_colours (box->lane);
  double w = (double) box->width, h = (double) box->height, left = (double) box->x - w / 2;
  gboolean later = (box->flags & MIG_BOX_LATER) != 0;

  mig_paint_plate (&g->paint, (double) box->x, y, w, h, h / 2, 1, MIG_COLOUR_BASE, colours.line);
  mig_paint_chevron (&g->paint, later ? left + w - px (g, 10) : left + px (g, 10), y, px (g, 7), later, colours.text);
  mig_paint_text (&g->paint, box->title, MIG_TEXT_COUNT, (double) box->title_x, y, colours.text);
}

/* The legend's marks stand for no record. */
static gboolean
is_meeting (const MigPainting *g, MigRef ref)
{
  return mig_ref_kind (ref) == MIG_KIND_EVENT &&
         mig_corpus_get_event (g->view->corpus, ref)->role == MIG_EVENT_ROLE_MEETING;
}

static void
paint_mark (const MigPainting *g, const MigBox *box)
{
  double y = g->ruler + (double) box->y;

  switch (box->mark)
    {
    case MIG_MARK_PILL:
      paint_pill (g, box, y);
      break;
    case MIG_MARK_CELL:
      paint_cell (g, box, y);
      break;
    case MIG_MARK_DIAMOND:
      paint_event_diamond (g, box, y);
      break;
    case MIG_MARK_SPAN:
      paint_span (g, box, y);
      break;
    case MIG_MARK_PAGE:
      if (box->flags & MIG_BOX_SELECTED)
        mig_paint_outline (&g->paint, (double) box->x - px (g, 10), y - px (g, 11), px (g, 20), px (g, 22), px (g, 4),
                           px (g, 1.5), MIG_COLOUR_DOCUMENT, 1);
      mig_paint_page (&g->paint, (double) box->x, y, (double) box->width, (double) box->height,
                      (box->flags & (MIG_BOX_LINKED | MIG_BOX_SELECTED)) != 0, MIG_COLOUR_DOCUMENT);
      break;
    case MIG_MARK_SPEECH:
      paint_speech (g, box, y);
      break;
    case MIG_MARK_SHELF:
      if (mig_ref_kind (box->ref) == MIG_KIND_DOCUMENT)
        mig_paint_page (&g->paint, (double) box->x, y, px (g, 9), px (g, 12),
                        (box->flags & (MIG_BOX_LINKED | MIG_BOX_SELECTED)) != 0, MIG_COLOUR_DOCUMENT);
      else
        mig_paint_dashed_diamond (&g->paint, (double) box->x, y, (double) box->width,
                                  (box->flags & (MIG_BOX_LINKED | MIG_BOX_SELECTED)) != 0,
                                  is_meeting (g, box->ref) ? MIG_COLOUR_MEETING : MIG_COLOUR_EVENT);
      break;
    case MIG_MARK_CHIP:
      paint_chip (g, box, y);
      break;
    case MIG_MARK_EDGE:
      paint_edge (g, box, y);
      break;
    case MIG_MARK_THROUGHOUT:
      mig_paint_rect (&g->paint, 0, y - (double) box->height / 2, g->width, (double) box->height,
                      MIG_COLOUR_EVENT_TINT);
      break;
    case MIG_MARK_CHEVRON:
      mig_paint_chevron (&g->paint, (double) box->x, y, px (g, 11), (box->flags & MIG_BOX_LATER) != 0,
                         MIG_COLOUR_EVENT);
      break;
    case MIG_MARK_DENSITY:
    case MIG_MARK_MORE:
    default:
      break;
    }
}

static void
paint_mark_faded (const MigPainting *g, const MigBox *box)
{
  if (box->faded > 0)
    gtk_snapshot_push_opacity (g->paint.snapshot, 1 - (double) box->faded);
  paint_mark (g, box);
  if (box->faded > 0)
    gtk_snapshot_pop (g->paint.snapshot);
}

/* What is drawn over what: long bars that found no row of their own lie behind the chips beside which they stand, and
 * what stands for itself is never hidden by what counts others. */
static guint
layer_of (const MigBox *box)
{
  if (box->mark == MIG_MARK_SPAN && box->title == NULL)
    return 0;
  return box->mark == MIG_MARK_CHIP ? 1 : 2;
}

/* Draws the columns of what is too many to be told apart, behind the trays. */
void
mig_painting_densities (const MigPainting *g)
{
  for (guint i = 0; i < g->layout->boxes->len; i++)
    {
      const MigBox *box = &g_array_index (g->layout->boxes, MigBox, i);

      if (box->mark == MIG_MARK_DENSITY && box->x1 >= 0 && (double) box->x0 <= g->width)
        paint_density (g, box, g->ruler + (double) box->y);
    }
}

/* Draws every other mark that touches the view. */
void
mig_painting_marks (const MigPainting *g)
{
  for (guint layer = 0; layer < 3; layer++)
    {
      for (guint i = 0; i < g->layout->boxes->len; i++)
        {
          const MigBox *box = &g_array_index (g->layout->boxes, MigBox, i);
          double half = MAX ((double) box->width, 0) / 2 + px (g, 8);

          if (layer_of (box) == layer && MAX ((double) box->x + half, (double) box->x1) >= 0 &&
              MIN ((double) box->x - half, (double) box->x0) <= g->width)
            paint_mark_faded (g, box);
        }
    }
}

/* Labels */

static MigColour
label_colour (const MigBox *box)
{
  if (box->mark == MIG_MARK_MORE)
    return MIG_COLOUR_LINK;
  if (box->flags & MIG_BOX_HOLLOW)
    return MIG_COLOUR_FG2;
  return box->lane == MIG_LANE_DOCUMENTS ? MIG_COLOUR_DOCUMENT_TEXT : MIG_COLOUR_FG;
}

/* Whether a label is drawn by itself, and wholly in sight: one that the view's edge would cut is left out, its mark
 * stays. */
static gboolean
has_label (const MigPainting *g, const MigBox *box, double end)
{
  double x = (double) box->title_x;

  if (box->title == NULL || box->lane == MIG_LANE_MEETINGS || box->lane == MIG_LANE_SESSIONS ||
      box->lane >= MIG_LANE_FOLLOWED || box->mark == MIG_MARK_CHIP || box->mark == MIG_MARK_DENSITY ||
      box->mark == MIG_MARK_EDGE || x < 0 || end > g->width)
    return FALSE;
  /* A name that touches the edge looks cut. */
  return box->lane != MIG_LANE_EVENTS || (x >= px (g, 3.5) && end <= g->width - px (g, 3.5));
}

static void
paint_label (const MigPainting *g, const MigBox *box)
{
  double x = (double) box->title_x, y = g->ruler + (double) box->y;
  double end = box->detail != NULL ? (double) (box->detail_x + box->detail_width) : x + (double) box->title_width;
  double faded = (double) MAX (box->faded, box->label_faded);
  gboolean bold = (box->flags & (MIG_BOX_SELECTED | MIG_BOX_BEST)) != 0;
  gboolean inside = x > (double) box->x0 && end < (double) box->x1;

  if (!has_label (g, box, end))
    return;
  if (faded > 0)
    gtk_snapshot_push_opacity (g->paint.snapshot, 1 - faded);
  if (box->lane == MIG_LANE_EVENTS && (!inside || box->flags & MIG_BOX_HATCHED))
    {
      gtk_snapshot_push_opacity (g->paint.snapshot, .86);
      mig_paint_rounded (&g->paint, x - px (g, 2), y - px (g, 9), end - x + px (g, 4), px (g, 18), px (g, 3),
                         MIG_COLOUR_BASE);
      gtk_snapshot_pop (g->paint.snapshot);
    }
  mig_paint_text (&g->paint, box->title, bold ? MIG_TEXT_LABEL_BOLD : MIG_TEXT_LABEL, x, y, label_colour (box));
  mig_paint_text (&g->paint, box->detail, MIG_TEXT_DETAIL, (double) box->detail_x, y, MIG_COLOUR_FG2);
  if (faded > 0)
    gtk_snapshot_pop (g->paint.snapshot);
}

/* Draws the labels of events, documents and the shelf, each on a ground that parts it from the lines behind. */
void
mig_painting_labels (const MigPainting *g)
{
  for (guint i = 0; i < g->layout->boxes->len; i++)
    paint_label (g, &g_array_index (g->layout->boxes, MigBox, i));
  paint_tenures (g);
  for (guint i = 0; i < g->layout->headings->len; i++)
    {
      const MigDayHeading *heading = &g_array_index (g->layout->headings, MigDayHeading, i);

      mig_paint_text (&g->paint, heading->text, MIG_TEXT_DETAIL, (double) heading->x, g->ruler + (double) heading->y,
                      MIG_COLOUR_FG2);
    }
}
