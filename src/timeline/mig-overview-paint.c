/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-overview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-lane-names.h"
#include "mig-ticks.h"
#include "mig-time-index.h"
#include "mig-words.h"

/*
 * Where things stand on the overview's strip, and how they are drawn.
 */

#define STRIP_TOP 6
#define STRIP_BOTTOM 14 /* below the strip: the years */
#define GRIP_WIDTH 8
#define GRIP_HEIGHT 16
#define LEAST_HANDLE 26
#define STROKE_PITCH 3

MigCorpus *
mig_overview_get_corpus (MigOverview *self)
{
  return self->navigator != NULL ? mig_navigator_get_corpus (self->navigator) : NULL;
}

MigSubset *
mig_overview_get_subset (MigOverview *self)
{
  return self->navigator != NULL ? mig_navigator_get_subset (self->navigator) : NULL;
}

static MigTextCache *
get_texts (MigOverview *self)
{
  if (self->texts == NULL)
    self->texts = mig_text_cache_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  return self->texts;
}

double
mig_overview_get_unit (MigOverview *self)
{
  return mig_text_cache_get_em (get_texts (self)) / MIG_DESIGN_EM;
}

/* Geometry: x runs from the strip's start edge towards the later. */

static double
names_width (MigOverview *self)
{
  /* Its strip begins under the timeline's own beginning: the band that it shares with its buttons is as wide. */
  GtkWidget *band = gtk_widget_get_parent (GTK_WIDGET (self));
  double total = gtk_widget_get_width (band != NULL ? band : GTK_WIDGET (self));
  MigTextCache *texts = get_texts (self);

  if (mig_lane_names_choose (texts, total) == MIG_LANE_NAMES_STRIPE)
    return 10 * mig_overview_get_unit (self);
  return mig_lane_names_get_width (texts, mig_overview_get_corpus (self), mig_overview_get_subset (self), total);
}

double
mig_overview_get_strip_width (MigOverview *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - names_width (self) - 10 * mig_overview_get_unit (self), 1);
}

static double
day_to_x (MigOverview *self, double day)
{
  return (day - self->first) / MAX (self->last - self->first, 1) * mig_overview_get_strip_width (self);
}

double
mig_overview_widget_x_to_x (MigOverview *self, double x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - names_width (self) - x;
  return x - names_width (self);
}

/* The handle's ends; a handle too small for its grips keeps a least width about its middle. */
void
mig_overview_get_handle (MigOverview *self, double *x0, double *x1)
{
  double least = 18 * mig_overview_get_unit (self), middle;

  *x0 = CLAMP (day_to_x (self, mig_viewport_get_start (self->viewport)), 0, mig_overview_get_strip_width (self));
  *x1 = CLAMP (day_to_x (self, mig_viewport_get_end (self->viewport)), 0, mig_overview_get_strip_width (self));
  if (*x1 - *x0 >= LEAST_HANDLE * mig_overview_get_unit (self))
    return;
  middle = (*x0 + *x1) / 2;
  *x0 = middle - least / 2;
  *x1 = middle + least / 2;
}

/* Drawing */

static void
paint_years (MigOverview *self, const MigPaint *p, double y)
{
  double per_day = mig_overview_get_strip_width (self) / MAX (self->last - self->first, 1);
  MigTickScale scale = { MIG_TICK_YEAR, 1, 10 };
  static const gint steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  g_autoptr (GArray) ticks = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      scale.step = steps[i];
      if (per_day * 365.2425 * scale.step >= 44 * p->unit)
        break;
    }
  ticks = mig_ticks_compute (scale, self->first, self->last, per_day);
  for (guint i = 0; i < ticks->len; i++)
    {
      const MigTick *tick = &g_array_index (ticks, MigTick, i);
      g_autofree char *label = NULL;
      double x = day_to_x (self, tick->day), width;

      if (tick->coarse || !tick->labelled)
        continue;
      label = mig_tick_format (tick, scale);
      width = (double) mig_text_cache_get (p->texts, label, MIG_TEXT_RULER)->width;
      if (x >= 0 && x + width <= mig_overview_get_strip_width (self))
        mig_paint_text (p, label, MIG_TEXT_RULER, x, y, MIG_COLOUR_FG2);
    }
}

/* A stroke for each meeting; where there are more of them than strokes have room, one for each column that holds any,
 * higher where it holds more. */
static void
paint_meetings (MigOverview *self, const MigPaint *p, double top)
{
  const MigTimeIndex *meetings = mig_subset_get_index (mig_overview_get_subset (self), MIG_TRACK_MEETINGS);
  double width = mig_overview_get_strip_width (self), u = p->unit, pitch = MAX (STROKE_PITCH * u, 1);
  guint n = mig_time_index_get_n (meetings), n_columns = (guint) ceil (width / pitch), most = 0;
  g_autofree guint *counts = NULL;

  if (n <= n_columns)
    {
      for (guint i = 0; i < n; i++)
        mig_paint_rect (p, day_to_x (self, mig_time_index_get_middle (meetings, i)) - 1.2 * u, top + 2 * u, 2.4 * u,
                        7 * u, MIG_COLOUR_MEETING);
      return;
    }
  counts = g_new (guint, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      double days = (self->last - self->first) * pitch / width;

      counts[i] = mig_time_index_find_day (meetings, self->first + (i + 1) * days) -
                  mig_time_index_find_day (meetings, self->first + i * days);
      most = MAX (most, counts[i]);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      double height = 7 * u * (most > 1 ? .25 + .75 * sqrt (counts[i] / (double) most) : 1);

      if (counts[i] > 0)
        mig_paint_rect (p, i * pitch, top + 2 * u, MAX (pitch - .6 * u, 1), height, MIG_COLOUR_MEETING);
    }
}

static void
paint_density (MigOverview *self, const MigPaint *p, double top, double bottom)
{
  double width = mig_overview_get_strip_width (self) / MIG_OVERVIEW_N_BUCKETS, u = p->unit;
  /* A root tells many from few in little height; very many share what height there is. */
  double scale = MIN (5.2 * u, (bottom - top) * .7 / sqrt (MAX (self->fullest, 1)));

  for (guint i = 0; i < MIG_OVERVIEW_N_BUCKETS; i++)
    {
      double height = sqrt (self->buckets[i]) * scale, whole = sqrt (self->buckets[i] + self->hidden[i]) * scale;

      /* What is filtered away stands behind what is shown. */
      if (self->hidden[i] > 0)
        mig_paint_rounded (p, i * width + u, bottom - MAX (whole, 1), width - 2 * u, MAX (whole, 1), u,
                           MIG_COLOUR_LANE_LINE);
      if (self->buckets[i] > 0)
        mig_paint_rounded (p, i * width + u, bottom - MAX (height, 1), width - 2 * u, MAX (height, 1), u,
                           MIG_COLOUR_EVENT);
    }
  paint_meetings (self, p, top);
}

/* The hits of the search, in front of what there is. */
static void
paint_hits (MigOverview *self, const MigPaint *p, double bottom, double top)
{
  double width = mig_overview_get_strip_width (self) / MIG_OVERVIEW_N_BUCKETS, u = p->unit;

  for (guint i = 0; i < MIG_OVERVIEW_N_BUCKETS; i++)
    {
      double height = MIN ((bottom - top) * .85, sqrt (self->hits[i]) * 6 * u + 5 * u), x = (i + .5) * width - 4.5 * u;

      if (self->hits[i] == 0)
        continue;
      mig_paint_rounded (p, x, bottom - height, 9 * u, height, 2 * u, MIG_COLOUR_HIT);
      mig_paint_outline (p, x, bottom - height, 9 * u, height, 2 * u, 1, MIG_COLOUR_HIT_OUTLINE, 1);
    }
}

static void
paint_name (MigOverview *self, const MigPaint *p, double y)
{
  guint n = self->results != NULL ? mig_search_results_get_n (self->results) : 0;
  g_autofree char *hits = NULL;

  if (self->results != NULL)
    hits = mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s hit", "%s hits", n), n);
  if (p->left > 40 * p->unit)
    mig_paint_text (p, hits != NULL ? hits : _("Overview"), MIG_TEXT_LANE, 14 * p->unit - p->left, y, MIG_COLOUR_FG);
}

static void
paint_selection (MigOverview *self, const MigPaint *p, double top, double bottom)
{
  MigRef selected = mig_navigator_get_selected (self->navigator);
  const MigDate *date;
  double x;

  if (selected == MIG_REF_NONE)
    return;
  date = mig_corpus_get_date (mig_overview_get_corpus (self), selected);
  if (!mig_date_is_set (date))
    return;
  x = day_to_x (self, mig_date_middle (date));
  if (x >= 0 && x <= mig_overview_get_strip_width (self))
    mig_paint_rect (p, x - .75 * p->unit, top - 1, 1.5 * p->unit, bottom - top + 2, MIG_COLOUR_GUIDE);
}

static void
paint_handle (MigOverview *self, const MigPaint *p, double top, double bottom)
{
  double u = p->unit, x0, x1, middle = (top + bottom) / 2;

  mig_overview_get_handle (self, &x0, &x1);
  mig_paint_rect (p, 1, top + 1, MAX (x0 - 1, 0), bottom - top - 2, MIG_COLOUR_SHADE);
  mig_paint_rect (p, x1, top + 1, MAX (mig_overview_get_strip_width (self) - x1 - 1, 0), bottom - top - 2,
                  MIG_COLOUR_SHADE);
  mig_paint_outline (p, x0, top - 1.5 * u, x1 - x0, bottom - top + 3 * u, 5 * u, 2 * u, MIG_COLOUR_FOCUS, 1);
  for (guint end = 0; end < 2; end++)
    {
      double x = (end == 0 ? x0 : x1) - GRIP_WIDTH / 2.0 * u;

      mig_paint_rounded (p, x - 1.5 * u, middle - (GRIP_HEIGHT / 2.0 + 1.5) * u, (GRIP_WIDTH + 3) * u,
                         (GRIP_HEIGHT + 3) * u, 5 * u, MIG_COLOUR_BASE);
      mig_paint_rounded (p, x, middle - GRIP_HEIGHT / 2.0 * u, GRIP_WIDTH * u, GRIP_HEIGHT * u, 4 * u,
                         MIG_COLOUR_FOCUS);
    }
}

void
mig_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MigOverview *self = MIG_OVERVIEW (widget);
  double u = mig_overview_get_unit (self), height = gtk_widget_get_height (widget);
  double top = STRIP_TOP * u, bottom = height - STRIP_BOTTOM * u;
  MigPaint p = {
    .snapshot = snapshot,
    .texts = get_texts (self),
    .palette = self->palette,
    .unit = u,
    .left = names_width (self),
    .total = gtk_widget_get_width (widget),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  if (mig_overview_get_corpus (self) == NULL || self->viewport == NULL)
    return;
  paint_name (self, &p, height / 2 - 2 * u);
  mig_paint_rounded (&p, 0, top, mig_overview_get_strip_width (self), bottom - top, 4 * u, MIG_COLOUR_BASE);
  mig_paint_outline (&p, 0, top, mig_overview_get_strip_width (self), bottom - top, 4 * u, 1, MIG_COLOUR_BORDER, 1);
  paint_density (self, &p, top, bottom);
  paint_hits (self, &p, bottom, top);
  paint_years (self, &p, height - 6.5 * u);
  paint_selection (self, &p, top, bottom);
  paint_handle (self, &p, top, bottom);
}
