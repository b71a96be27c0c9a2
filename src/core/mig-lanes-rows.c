/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-rows.h"

#include <math.h>

/*
 * Finding room: which row takes a mark and its label, so that no label lies on another and as few as can be on the
 * lines that drop from the channel to the marks.
 */

#define LABEL_GAP 12
#define MARK_GAP 6
#define MAX_CHEVRONS 2
#define LEAST_LABEL 30

/* Room */

static gboolean
is_free (MigRows *rows, guint row, double x0, double x1)
{
  GArray *taken = rows->self->rows[row];
  double gap = mig_lanes_px (rows->self, LABEL_GAP);

  for (guint i = 0; i < taken->len; i++)
    {
      const MigTaken *other = &g_array_index (taken, MigTaken, i);

      if (x0 < (double) other->x1 + gap && x1 > (double) other->x0 - gap)
        return FALSE;
    }
  return TRUE;
}

/* Whether a line that drops to a lower row would cross what is to stand in this one, about @x. */
static gboolean
is_crossed (MigRows *rows, guint row, double x0, double x1, double x)
{
  GArray *lines = rows->self->lines;
  double gap = mig_lanes_px (rows->self, 4);

  for (guint i = 0; i < lines->len; i++)
    {
      const MigDropLine *line = &g_array_index (lines, MigDropLine, i);

      if (line->row == MIG_ROW_RESERVED && rows->crossing)
        continue;
      if (line->row > row && (double) line->x > x0 - gap && (double) line->x < x1 + gap &&
          fabs ((double) line->x - x) > mig_lanes_px (rows->self, MIG_STEM_SHARED))
        return TRUE;
    }
  return FALSE;
}

/* Whether the line that drops to this row has a free way down. */
static gboolean
has_way_down (MigRows *rows, guint row, double x)
{
  for (guint above = 0; above < row; above++)
    {
      GArray *taken = rows->self->rows[above];

      for (guint i = 0; i < taken->len; i++)
        {
          const MigTaken *other = &g_array_index (taken, MigTaken, i);

          if (fabs (x - (double) other->stem) <= mig_lanes_px (rows->self, MIG_STEM_SHARED))
            continue;
          if (x > (double) other->x0 - 3 && x < (double) other->x1 + 3)
            return FALSE;
        }
    }
  return TRUE;
}

void
mig_rows_take (MigRows *rows, guint row, double x0, double x1, double stem)
{
  MigTaken taken = { (float) x0, (float) x1, (float) stem };

  g_array_append_val (rows->self->rows[row], taken);
}

double
mig_rows_get_y (MigRows *rows, guint row)
{
  return rows->head + rows->step * (row + 0.5);
}

/* Placing */

/* A line that was kept free down to the last row ends where its thing stands now. */
static void
settle_line (MigRows *rows, float x, guint row)
{
  GArray *lines = rows->self->lines;
  MigDropLine line = { x, row };

  for (guint i = 0; i < lines->len; i++)
    {
      MigDropLine *reserved = &g_array_index (lines, MigDropLine, i);

      if (reserved->row != MIG_ROW_RESERVED || fabsf (reserved->x - x) > 0.5f)
        continue;
      reserved->row = row;
      return;
    }
  g_array_append_val (lines, line);
}

static void
settle (MigRows *rows, const MigCandidate *c, guint row, double label_at)
{
  MigLanes *self = rows->self;
  gboolean large = c->ref == self->links->best || c->ref == self->selected;
  gboolean high = self->level >= MIG_LEVEL_BARS;
  MigBox *box;

  if (!c->shown)
    {
      guint position;

      if (mig_time_index_find_ref (self->indexes[MIG_TRACK_EVENTS], c->ref,
                                   mig_corpus_get_date (self->corpus, c->ref), &position))
        mig_lanes_set_aside (self, MIG_TRACK_EVENTS, position);
      mig_rows_take (rows, row, MIN (c->left, label_at), MAX (c->right, label_at + c->label_width), (double) NAN);
      return;
    }
  box = mig_lanes_append (self, c->ref, MIG_LANE_EVENTS, c->mark, c->x, mig_rows_get_y (rows, row));

  box->flags |= c->flags;
  box->x0 = (float) c->x0;
  box->x1 = (float) c->x1;
  box->width = (float) mig_lanes_px (self, large ? MIG_DIAMOND_BEST : MIG_DIAMOND);
  box->height = c->mark == MIG_MARK_SPAN ? (float) mig_lanes_px (self, high ? 20 : 10) : box->width;
  mig_lanes_set_label (self, box, c->title, c->detail, label_at);
  mig_rows_take (rows, row, MIN (c->left, label_at), MAX (c->right, label_at + c->label_width),
        c->linked ? c->x : (double) NAN);
  if (c->linked)
    settle_line (rows, (float) c->x, row);
}

static gboolean
is_in_view (MigRows *rows, const MigCandidate *c, double label_at)
{
  double margin = mig_lanes_px (rows->self, 4);

  return label_at >= margin && label_at + c->label_width <= rows->self->input->width - margin;
}

static gboolean
fits_at (MigRows *rows, const MigCandidate *c, guint row, double label_at)
{
  double x0 = MIN (c->left, label_at), x1 = MAX (c->right, label_at + c->label_width);

  return is_free (rows, row, x0, x1) && !is_crossed (rows, row, x0, x1, c->x) &&
         (!c->linked || has_way_down (rows, row, c->x));
}

/* A label is there to be read: it lies wholly in sight or stands elsewhere. */
static gboolean
try_at (MigRows *rows, const MigCandidate *c, guint row, double label_at)
{
  if (!is_in_view (rows, c, label_at) || !fits_at (rows, c, row, label_at))
    return FALSE;
  settle (rows, c, row, label_at);
  return TRUE;
}

/* A long bar takes its label inside, held where the bar comes into sight. */
static gboolean
get_place_inside (MigLanes *self, const MigCandidate *c, double *at)
{
  double inset = mig_lanes_px (self, 10);

  if (c->mark != MIG_MARK_SPAN || self->level < MIG_LEVEL_BARS)
    return FALSE;
  *at = MAX (c->x0, 0) + inset;
  if (c->flags & MIG_BOX_HATCHED)
    *at = MAX (*at, c->x + mig_lanes_px (self, 14));
  return MIN (c->x1, self->input->width) - *at >= c->label_width + inset;
}

/* The two places of a label in each row: the side that tells the direction, then the other. */
static void
get_sides (MigRows *rows, const MigCandidate *c, double sides[2])
{
  double gap = mig_lanes_px (rows->self, MARK_GAP), inside;
  double before = c->left - gap - c->label_width, after = c->right + gap;

  sides[0] = c->behind ? before : after;
  sides[1] = c->behind ? after : before;
  if (get_place_inside (rows->self, c, &inside))
    sides[0] = sides[1] = inside;
}

static gboolean
place_whole (MigRows *rows, const MigCandidate *c)
{
  double sides[2];

  get_sides (rows, c, sides);
  for (guint side = 0; side < 2; side++)
    {
      for (guint row = 0; row < rows->n_rows; row++)
        {
          if (try_at (rows, c, rows->upwards ? rows->n_rows - 1 - row : row, sides[side]))
            return TRUE;
        }
    }
  return FALSE;
}

/* What is not linked stands where it would if the view had no edges, so that it stays there while the view pans. Only a
 * label that an edge cuts turns to the other side of its mark, or failing that to another row, or hides. */
static gboolean
place_steadily (MigRows *rows, const MigCandidate *c)
{
  double sides[2];

  get_sides (rows, c, sides);
  for (guint side = 0; side < 2; side++)
    {
      for (guint row = 0; row < rows->n_rows; row++)
        {
          if (!fits_at (rows, c, row, sides[side]))
            continue;
          if (c->shown && !is_in_view (rows, c, sides[side]) &&
              (try_at (rows, c, row, sides[1 - side]) || place_whole (rows, c)))
            return TRUE;
          settle (rows, c, row, sides[side]);
          return TRUE;
        }
    }
  return FALSE;
}

/* Whether any row might take a candidate, before its label is measured: nothing readable is shorter. */
gboolean
mig_rows_has_room (MigRows *rows, const MigCandidate *c)
{
  double least = mig_lanes_px (rows->self, MARK_GAP + LEAST_LABEL);

  for (guint row = 0; row < rows->n_rows; row++)
    {
      if (is_free (rows, row, c->left, c->right + least) || is_free (rows, row, c->left - least, c->right))
        return TRUE;
    }
  return FALSE;
}

/* Where there is little room, a linked label gives up parts of its detail before it lies on a line, and lies on a line
 * before it drops out. */
gboolean
mig_rows_place (MigRows *rows, MigCandidate *c)
{
  const char *details[] = { c->detail, c->brief, NULL };

  /* A room does not pan: there a mark without its name would only be a riddle. */
  if (!c->linked && rows->self->input->sparse)
    return c->shown && place_whole (rows, c);
  if (!c->linked)
    return place_steadily (rows, c);
  for (guint attempt = 0; attempt < 2 * G_N_ELEMENTS (details); attempt++)
    {
      gboolean placed, bold = c->best || c->ref == rows->self->selected;

      rows->crossing = attempt >= G_N_ELEMENTS (details);
      c->detail = details[attempt % G_N_ELEMENTS (details)];
      c->label_width = mig_lanes_label_width (rows->self, c->title, bold, c->detail);
      placed = place_whole (rows, c);
      rows->crossing = FALSE;
      if (placed)
        return TRUE;
    }
  return FALSE;
}

/* Only inside its own bar: for what has nothing else in sight. */
gboolean
mig_rows_place_inside (MigRows *rows, MigCandidate *c)
{
  const char *details[] = { c->detail, NULL };
  double at;

  for (guint attempt = 0; attempt < G_N_ELEMENTS (details); attempt++)
    {
      c->detail = details[attempt];
      c->label_width = mig_lanes_label_width (rows->self, c->title, FALSE, c->detail);
      if (!get_place_inside (rows->self, c, &at))
        continue;
      for (guint row = 0; row < rows->n_rows; row++)
        {
          if (try_at (rows, c, row, at))
            return TRUE;
        }
    }
  return FALSE;
}

/* A linked thing beyond the edge is named there, so that its arc leads somewhere. */
gboolean
mig_rows_place_beyond (MigRows *rows, MigCandidate *c, gboolean later)
{
  MigLanes *self = rows->self;
  double edge = mig_lanes_px (self, 15), text = mig_lanes_px (self, 26);
  double width = self->input->width;

  if (rows->n_chevrons[later] >= MAX_CHEVRONS)
    return FALSE;
  c->x = later ? width - edge : edge;
  c->left = c->x0 = c->x - mig_lanes_px (self, 4);
  c->right = c->x1 = c->x + mig_lanes_px (self, 4);
  c->mark = MIG_MARK_CHEVRON;
  c->shown = TRUE;
  c->flags = later ? MIG_BOX_LATER : 0;
  for (guint attempt = 0; attempt < 2 * rows->n_rows; attempt++)
    {
      gboolean placed;

      rows->crossing = attempt >= rows->n_rows;
      placed = try_at (rows, c, attempt % rows->n_rows, later ? width - text - c->label_width : text);
      rows->crossing = FALSE;
      if (!placed)
        continue;
      rows->n_chevrons[later]++;
      return TRUE;
    }
  return FALSE;
}
