/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-event-strip.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-columns.h"
#include "mig-compat.h"
#include "mig-date-format.h"
#include "mig-glyph.h"
#include "mig-ticks.h"

/* An event's own small timeline: for each day on which it was raised a stack of dots, one an intervention, the event as
 * a diamond, and between them an arc with the distance in words. To a screen reader it is a picture with that distance
 * as its name; the table under it tells the same in full.
 *
 *        ● ╭──── 206 days ahead ────╮
 *      ● ●                           ◆ 19 September 2016
 *   ───┴─┴──────┴────────┴───────┴───┴──────
 */

/* In em */
#define HEIGHT 7.1
#define AXIS_FROM_BOTTOM 1.5
#define DOT_RADIUS .2
#define DOT_STEP .49
#define STACK_STEP .52
#define DIAMOND_OVER_AXIS .7
#define ARC_TOP 1.9
#define PADDING 1.6
#define LABEL_GAP .95
#define TICK .34

/* How much of the text's colour the axis has. */
#define LINE_ALPHA .4f

/* How many dots are put on one another; what is more becomes a bar. */
#define MAX_DOTS 9
#define MAX_ARCS 5

/* A day on which it was raised, or some in a row. */
typedef struct
{
  MigRaisingDay on;
  double x; /* from the start, in pixels */
} Stack;

struct _MigEventStrip
{
  GtkWidget parent_instance;

  GtkWidget *dot;  /* only lends its colour */
  GtkWidget *mark; /* the event */
  GtkWidget *lag;
  GtkWidget *when;

  GArray *days;   /* of MigRaisingDay */
  GArray *stacks; /* for each day one, as there is room for side by side; where there are too many some share one */
  double target; /* day */
  double target_x;
  double first_day, last_day;
  double start_padding, end_padding;
};

G_DEFINE_FINAL_TYPE (MigEventStrip, mig_event_strip, GTK_TYPE_WIDGET)

static double
get_axis (MigEventStrip *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) - AXIS_FROM_BOTTOM * mig_columns_get_em (GTK_WIDGET (self));
}

static double
mirror (MigEventStrip *self,
        double         x)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - x : x;
}

static double
get_scale (MigEventStrip *self)
{
  const double room = gtk_widget_get_width (GTK_WIDGET (self)) - self->start_padding - self->end_padding;

  return MAX (1, room) / MAX (1, self->last_day - self->first_day);
}

static double
day_to_x (MigEventStrip *self,
          double         day)
{
  return self->start_padding + (day - self->first_day) * get_scale (self);
}

/* Days next to each other would stand in one place; the stacks move apart, the earlier to the start. */
static void
place_stacks (MigEventStrip *self)
{
  const double least = STACK_STEP * mig_columns_get_em (GTK_WIDGET (self));
  const double span = self->last_day - self->first_day;
  g_autoptr(GArray) days = g_array_copy (self->days);
  double free_from = 0;

  if (days->len * least > span * get_scale (self))
    mig_raising_days_merge (days, least / get_scale (self));

  g_array_set_size (self->stacks, 0);
  for (guint i = 0; i < days->len; i++)
    {
      Stack stack = { .on = g_array_index (days, MigRaisingDay, i) };

      stack.x = MAX (day_to_x (self, stack.on.day), free_from);
      free_from = stack.x + least;
      g_array_append_val (self->stacks, stack);
    }
}

static void
allocate_at (MigEventStrip *self,
             GtkWidget     *child,
             double         x,
             double         y,
             gboolean       is_centred)
{
  const int total = gtk_widget_get_width (GTK_WIDGET (self));
  int width, height;
  double left;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, total);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (is_centred)
    x -= width / 2.;
  x = CLAMP (x, 0, total - width);
  left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? total - x - width : x;

  gtk_widget_size_allocate (child, &(GtkAllocation) { (int) left, (int) (y - height / 2.), width, height }, -1);
}

/* The stack that an arc comes from: of each meeting the one nearest to the event. */
static const Stack *
find_origin (MigEventStrip *self,
             guint          index)
{
  const Stack *stack = &g_array_index (self->stacks, Stack, index);
  const Stack *other;
  guint beside;

  if (stack->on.day < self->target)
    beside = index + 1;
  else if (index > 0)
    beside = index - 1;
  else
    return stack;

  if (beside >= self->stacks->len)
    return stack;

  other = &g_array_index (self->stacks, Stack, beside);
  if (other->on.meeting == stack->on.meeting && (other->on.day < self->target) == (stack->on.day < self->target))
    return NULL;

  return stack;
}

static void
mig_event_strip_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MigEventStrip *self = MIG_EVENT_STRIP (widget);
  const double em = mig_columns_get_em (GTK_WIDGET (self));
  const double first_day = g_array_index (self->days, MigRaisingDay, 0).day;
  const double last_day = g_array_index (self->days, MigRaisingDay, self->days->len - 1).day;
  const gboolean is_ahead = self->target >= first_day;
  const Stack *first, *last, *farthest;
  int when_width;

  /* Between dots on both sides there is no room for a date. */
  gtk_widget_set_child_visible (self->when, !is_ahead || self->target >= last_day);
  gtk_widget_measure (self->when, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &when_width, NULL, NULL);
  if (!gtk_widget_get_child_visible (self->when))
    when_width = 0;
  self->start_padding = PADDING * em + (is_ahead ? 0 : when_width);
  self->end_padding = PADDING * em + (is_ahead ? when_width : 0);
  if (self->start_padding + self->end_padding > width * .7)
    self->start_padding = self->end_padding = PADDING * em;

  place_stacks (self);
  first = &g_array_index (self->stacks, Stack, 0);
  last = &g_array_index (self->stacks, Stack, self->stacks->len - 1);
  self->target_x = day_to_x (self, self->target);
  if (self->target > last->on.day)
    self->target_x = MAX (self->target_x, last->x + 2 * em);

  allocate_at (self, self->mark, self->target_x, get_axis (self) - DIAMOND_OVER_AXIS * em, TRUE);
  farthest = fabs (first->x - self->target_x) > fabs (last->x - self->target_x) ? first : last;
  allocate_at (self, self->lag, (farthest->x + self->target_x) / 2, .62 * em, TRUE);
  if (gtk_widget_get_child_visible (self->when))
    allocate_at (self, self->when, is_ahead ? self->target_x + LABEL_GAP * em
                                            : self->target_x - LABEL_GAP * em - when_width,
                 get_axis (self) - DIAMOND_OVER_AXIS * em, FALSE);
}

static void
snapshot_ticks (MigEventStrip *self,
                GtkSnapshot   *snapshot,
                const GdkRGBA *color)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const double em = mig_columns_get_em (GTK_WIDGET (self));
  const double axis = get_axis (self);
  const double scale = get_scale (self);
  const double start = self->first_day - self->start_padding / scale;
  const MigTickScale tick_scale = mig_tick_scale_choose (scale, em);
  g_autoptr(GArray) ticks = mig_ticks_compute (tick_scale, start, start + width / scale, scale);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  GdkRGBA line = *color;
  double free_from = 0;

  line.alpha *= LINE_ALPHA;
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, (float) axis, (float) width, 1));

  for (guint i = 0; i < ticks->len; i++)
    {
      const MigTick *tick = &g_array_index (ticks, MigTick, i);
      const double x = day_to_x (self, tick->day);
      g_autofree char *text = NULL;
      int text_width;

      if (tick->coarse || x < 0 || x > width)
        continue;

      gtk_snapshot_append_color (snapshot, &line,
                                 &GRAPHENE_RECT_INIT ((float) mirror (self, x), (float) axis, 1, (float) (TICK * em)));
      if (!tick->labelled)
        continue;

      text = mig_tick_format (tick, tick_scale);
      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, &text_width, NULL);
      if (x < free_from || x + 4 + text_width > width)
        continue;

      free_from = x + text_width + em / 2;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) (mirror (self, x + 4) -
                                                             (mirror (self, 1) > mirror (self, 0) ? 0 : text_width)),
                                                    (float) (axis + .3 * em)));
      gtk_snapshot_append_layout (snapshot, layout, color);
      gtk_snapshot_restore (snapshot);
    }
}

static void
append_round (GtkSnapshot   *snapshot,
              double         x,
              double         y,
              double         radius,
              double         height,
              const GdkRGBA *color)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x - radius), (float) y, (float) (2 * radius),
                                                     (float) height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_stack (MigEventStrip *self,
                GtkSnapshot   *snapshot,
                const Stack   *stack,
                const GdkRGBA *color)
{
  const double em = mig_columns_get_em (GTK_WIDGET (self));
  const double axis = get_axis (self);
  const double radius = DOT_RADIUS * em;
  const double x = mirror (self, stack->x);

  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) x - .75f, (float) axis, 1.5f, (float) (TICK * em)));

  if (stack->on.n > MAX_DOTS)
    {
      append_round (snapshot, x, axis - MAX_DOTS * DOT_STEP * em - radius, radius, MAX_DOTS * DOT_STEP * em, color);
      return;
    }

  for (guint i = 0; i < stack->on.n; i++)
    append_round (snapshot, x, axis - (i + 1) * DOT_STEP * em - radius, radius, 2 * radius, color);
}

static void
snapshot_arc (MigEventStrip *self,
              GtkSnapshot   *snapshot,
              const Stack   *stack,
              const GdkRGBA *color)
{
  const double em = mig_columns_get_em (GTK_WIDGET (self));
  const double axis = get_axis (self);
  const double from_y = axis - MIN (stack->on.n, MAX_DOTS) * DOT_STEP * em;
  const double to_y = axis - DIAMOND_OVER_AXIS * em - .75 * em;
  const double sign = self->target_x > stack->x ? 1 : -1;
  const double from_x = stack->x + sign * .55 * em;
  const double to_x = self->target_x - sign * .35 * em;
  const double reach = to_x - from_x;
  const double top = MAX (ARC_TOP * em, to_y - .3 * fabs (reach));
  cairo_t *cr;

  if (reach * sign < em)
    return;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                       (float) axis));
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, mirror (self, from_x), MAX (from_y, ARC_TOP * em + .2 * em));
  cairo_curve_to (cr, mirror (self, from_x + .25 * reach), top, mirror (self, to_x - .3 * reach), top,
                  mirror (self, to_x), to_y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
mig_event_strip_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MigEventStrip *self = MIG_EVENT_STRIP (widget);
  GdkRGBA line, meeting, event;
  guint n_arcs = 0;

  mig_compat_widget_get_color (widget, &line);
  mig_compat_widget_get_color (self->dot, &meeting);
  mig_compat_widget_get_color (self->mark, &event);

  snapshot_ticks (self, snapshot, &line);
  for (guint i = 0; i < self->stacks->len && n_arcs < MAX_ARCS; i++)
    {
      const Stack *origin = find_origin (self, i);

      if (origin == NULL)
        continue;
      snapshot_arc (self, snapshot, origin, &event);
      n_arcs++;
    }
  for (guint i = 0; i < self->stacks->len; i++)
    snapshot_stack (self, snapshot, &g_array_index (self->stacks, Stack, i), &meeting);

  gtk_widget_snapshot_child (widget, self->mark, snapshot);
  gtk_widget_snapshot_child (widget, self->lag, snapshot);
  gtk_widget_snapshot_child (widget, self->when, snapshot);
}

static void
mig_event_strip_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  const double em = mig_columns_get_em (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = (int) ceil (HEIGHT * em);
    }
  else
    {
      *minimum = (int) (10 * em);
      *natural = (int) (42 * em);
    }
}

static void
mig_event_strip_dispose (GObject *object)
{
  MigEventStrip *self = MIG_EVENT_STRIP (object);

  g_clear_pointer (&self->dot, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->lag, gtk_widget_unparent);
  g_clear_pointer (&self->when, gtk_widget_unparent);

  G_OBJECT_CLASS (mig_event_strip_parent_class)->dispose (object);
}

static void
mig_event_strip_finalize (GObject *object)
{
  g_clear_pointer (&MIG_EVENT_STRIP (object)->days, g_array_unref);
  g_clear_pointer (&MIG_EVENT_STRIP (object)->stacks, g_array_unref);

  G_OBJECT_CLASS (mig_event_strip_parent_class)->finalize (object);
}

static void
mig_event_strip_class_init (MigEventStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_event_strip_dispose;
  object_class->finalize = mig_event_strip_finalize;

  widget_class->measure = mig_event_strip_measure;
  widget_class->size_allocate = mig_event_strip_size_allocate;
  widget_class->snapshot = mig_event_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "eventstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
add_label (MigEventStrip *self,
           const char    *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
mig_event_strip_init (MigEventStrip *self)
{
  self->stacks = g_array_new (FALSE, FALSE, sizeof (Stack));
  self->dot = mig_glyph_new (MIG_GLYPH_DOT);
  gtk_widget_set_child_visible (self->dot, FALSE);
  gtk_widget_set_parent (self->dot, GTK_WIDGET (self));
  self->mark = mig_glyph_new (MIG_GLYPH_EVENT);
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  self->lag = add_label (self, "lag");
  self->when = add_label (self, "when");
}

/* "206 days ahead", or, where that is not the same for all, from the least to the most that it was away. */
static char *
dup_lag (const MigDate     *to,
         const MigRaisings *raisings)
{
  const MigDate *nearest = raisings->nearest, *farthest = raisings->farthest;
  const gint least = raisings->least, most = raisings->most;
  g_autofree char *first = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *last = NULL;
  g_autofree char *days_alone = NULL;

  last = mig_date_format_lag (farthest, to, MIG_LAG_STYLE_SENTENCE);
  first = mig_date_format_lag (nearest, to, MIG_LAG_STYLE_SENTENCE);
  if (strcmp (first, last) == 0)
    return g_steal_pointer (&last);
  days_alone = mig_date_is_exact (to) ? mig_date_format_days_apart (least, most) : NULL;
  if (days_alone != NULL)
    return g_steal_pointer (&days_alone);

  /* What lay on the same side needs the side once. */
  bare = mig_date_format_lag (nearest, to, (least < 0) == (most < 0) ? MIG_LAG_STYLE_BARE : MIG_LAG_STYLE_SENTENCE);
  /* Translators: the least and the most that an event was away: "about 1 year to 3 years ahead" */
  return g_strdup_printf (C_("range of lags", "%1$s to %2$s"), bare, last);
}

/**
 * mig_event_strip_new:
 * @corpus: a corpus
 * @event: an event
 * @raisings: by whom, where and when it was raised
 *
 * Returns: (transfer floating) (nullable): the event's own timeline; %NULL if it has no date, or nothing that has one
 *   raised it
 */
GtkWidget *
mig_event_strip_new (MigCorpus         *corpus,
                     MigRef             event,
                     const MigRaisings *raisings)
{
  const MigDate *date = mig_corpus_get_date (corpus, event);
  const GArray *days = raisings->days;
  g_autofree char *lag = NULL;
  g_autofree char *when = NULL;
  MigEventStrip *self;

  if (!mig_date_is_set (date) || days->len == 0)
    return NULL;

  self = g_object_new (MIG_TYPE_EVENT_STRIP, NULL);
  self->target = mig_date_middle (date);
  self->first_day = MIN (self->target, g_array_index (days, MigRaisingDay, 0).day);
  self->last_day = MAX (self->target, g_array_index (days, MigRaisingDay, days->len - 1).day);
  self->days = g_array_copy (raisings->days);

  lag = dup_lag (date, raisings);
  when = mig_date_format (date, MIG_DATE_STYLE_LONG);
  gtk_label_set_text (GTK_LABEL (self->lag), lag);
  gtk_label_set_text (GTK_LABEL (self->when), when);
  mig_glyph_set_kind (MIG_GLYPH (self->mark), mig_glyph_kind_for (corpus, event));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, lag, -1);

  return GTK_WIDGET (self);
}
