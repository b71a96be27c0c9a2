/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-painter-private.h"

#include <math.h>

#include "mig-ticks.h"

/*
 * The ruler: two rows, the coarser above, whose first label stays in sight while its span does; and the selection's
 * date as a flag, from which ticks keep their text away.
 */

#define SPLIT 19     /* where the lower row begins */
#define COARSE_Y 10
#define FINE_Y 29
#define FLAG_Y 20
#define FLAG_HEIGHT 17
#define FLAG_CLEAR 6

typedef struct
{
  double left;
  double right;
} Flag;

static double
day_x (const MigPainting *g, gint day)
{
  return (day - g->view->start) * g->pixels_per_day;
}

static double
text_width (const MigPainting *g, const char *text, MigTextStyle style)
{
  return (double) mig_text_cache_get (g->paint.texts, text, style)->width;
}

static void
paint_coarse (const MigPainting *g, const MigTick *tick, const char *label, double height)
{
  double u = g->paint.unit;
  double x = day_x (g, tick->day), end = day_x (g, tick->next);
  double at = MAX (x, 0) + 6 * u;

  if (x >= 0)
    mig_paint_rect (&g->paint, x, 0, 1, height, MIG_COLOUR_BORDER);
  if (MIN (end, g->width) - at >= text_width (g, label, MIG_TEXT_RULER_COARSE) + 6 * u)
    mig_paint_text (&g->paint, label, MIG_TEXT_RULER_COARSE, at, COARSE_Y * u, MIG_COLOUR_FG);
}

static void
paint_fine (const MigPainting *g, const MigTick *tick, const char *label, gboolean centred, const Flag *flag)
{
  double u = g->paint.unit;
  double x = day_x (g, tick->day), width = text_width (g, label, MIG_TEXT_RULER);
  double at = centred ? (x + day_x (g, tick->next) - width) / 2 : x + 5 * u;

  if (at < 2 * u || at + width > g->width - 2 * u)
    return;
  if (at < flag->right + FLAG_CLEAR * u && at + width > flag->left - FLAG_CLEAR * u)
    return;
  mig_paint_text (&g->paint, label, MIG_TEXT_RULER, at, FINE_Y * u, MIG_COLOUR_FG2);
}

static Flag
place_flag (const MigPainting *g)
{
  Flag flag = { INFINITY, -INFINITY };
  double width;

  if (g->layout->flag == NULL || (double) g->layout->guide_x < 0 || (double) g->layout->guide_x > g->width)
    return flag;
  width = text_width (g, g->layout->flag, MIG_TEXT_FLAG) + 16 * g->paint.unit;
  flag.left = CLAMP ((double) g->layout->guide_x - width / 2, 1, MAX (1, g->width - width - 1));
  flag.right = flag.left + width;
  return flag;
}

static void
paint_flag (const MigPainting *g, const Flag *flag)
{
  double u = g->paint.unit;
  gboolean event = g->layout->flag_is_event;

  if (flag->right < flag->left)
    return;
  mig_paint_rounded (&g->paint, flag->left, FLAG_Y * u, flag->right - flag->left, FLAG_HEIGHT * u, 4 * u,
                     event ? MIG_COLOUR_EVENT : MIG_COLOUR_MEETING);
  mig_paint_text (&g->paint, g->layout->flag, MIG_TEXT_FLAG, flag->left + 8 * u, (FLAG_Y + FLAG_HEIGHT / 2.0) * u,
                  event ? MIG_COLOUR_ON_EVENT : MIG_COLOUR_ON_MEETING);
}

/* Draws the ruler over the time area. */
void
mig_painting_ruler (const MigPainting *g)
{
  double u = g->paint.unit;
  MigTickScale scale = mig_tick_scale_choose (g->pixels_per_day, u * MIG_DESIGN_EM);
  g_autoptr (GArray) ticks = mig_ticks_compute (scale, g->view->start, g->view->end, g->pixels_per_day);
  Flag flag = place_flag (g);

  mig_paint_rect (&g->paint, 0, 0, g->width, g->ruler, g->view->bare ? MIG_COLOUR_BASE : MIG_COLOUR_WINDOW);
  mig_paint_rect (&g->paint, 0, g->ruler - 1, g->width, 1, MIG_COLOUR_BORDER);
  for (guint i = 0; i < ticks->len; i++)
    {
      const MigTick *tick = &g_array_index (ticks, MigTick, i);
      g_autofree char *label = tick->labelled ? mig_tick_format (tick, scale) : NULL;
      double top = (tick->labelled ? (scale.unit == MIG_TICK_YEAR ? SPLIT : SPLIT + 2) : 34) * u;

      if (tick->coarse)
        /* Weeks do not end with months: a month's stroke would cut through the label of a week. */
        paint_coarse (g, tick, label, scale.unit == MIG_TICK_WEEK ? SPLIT * u : g->ruler);
      else
        mig_paint_rect (&g->paint, day_x (g, tick->day), top, 1, g->ruler - top, MIG_COLOUR_BORDER);
      if (!tick->coarse && label != NULL)
        paint_fine (g, tick, label, scale.unit == MIG_TICK_YEAR && scale.step == 1, &flag);
    }
  paint_flag (g, &flag);
}

/* Shades Saturdays and Sundays once days can be told apart. */
void
mig_painting_weekends (const MigPainting *g)
{
  gint first = (gint) floor (g->view->start) - 7;
  double height = (double) g->layout->height;

  if (g->pixels_per_day < 12 * g->paint.unit)
    return;
  /* Julian day 1 is a Monday: Saturdays are the days whose number divided by seven leaves 6. */
  for (gint day = first + ((6 - first % 7) + 7) % 7; day < g->view->end; day += 7)
    {
      double x = MAX (day_x (g, day), 0), end = MIN (day_x (g, day + 2), g->width);

      if (end > x)
        mig_paint_rect (&g->paint, x, g->ruler, end - x, height, MIG_COLOUR_WEEKEND);
    }
}
