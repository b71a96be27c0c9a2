/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-legend-sample.h"

#include <math.h>

#include "mig-date-names.h"
#include "mig-timeline-painter-private.h"

/*
 * MigLegendSample: one mark of the timeline by itself, for the legend. It lays out a box or two by hand and has the
 * timeline's own painter draw them, so that legend and timeline cannot differ: not in colour, contrast, size of type or
 * direction.
 */

/* In pixels of the design. */
#define WIDTH 96
#define HEIGHT 40

struct _MigLegendSample
{
  GtkWidget parent_instance;

  MigSample sample;
  MigCorpus *corpus;
  MigPalette palette;
  MigTextCache *texts; /* made for the present font; NULL until needed */
};

G_DEFINE_FINAL_TYPE (MigLegendSample, mig_legend_sample, GTK_TYPE_WIDGET)

static MigTextCache *
get_texts (MigLegendSample *self)
{
  if (self->texts == NULL)
    self->texts = mig_text_cache_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return self->texts;
}

static double
get_unit (MigLegendSample *self)
{
  return mig_text_cache_get_em (get_texts (self)) / MIG_DESIGN_EM;
}

/* Boxes, in pixels of the design until scale() */

static void
put (MigLayout *layout, MigBox box)
{
  g_array_append_val (layout->boxes, box);
}

static void
put_span (MigLayout *layout, guint flags)
{
  put (layout, (MigBox){ .lane = MIG_LANE_EVENTS, .mark = MIG_MARK_SPAN, .flags = flags, .x = 48, .y = 20,
                         .width = flags & MIG_BOX_HATCHED ? 13 : 68, .height = 10, .x0 = 14, .x1 = 82, .n = 1 });
}

static void
put_mark (MigLayout *layout, MigLane lane, MigMark mark, guint flags, float x, float y, float width, float height)
{
  put (layout, (MigBox){ .lane = lane, .mark = mark, .flags = flags, .x = x, .y = y, .width = width,
                         .height = height, .x0 = x, .x1 = x, .n = 1 });
}

/* A mark with a word in its middle. */
static void
put_titled (MigLegendSample *self, MigLayout *layout, MigBox box, const char *title, MigTextStyle style)
{
  double width = (double) mig_text_cache_get (get_texts (self), title, style)->width / get_unit (self);

  box.title = title;
  box.title_x = (float) ((double) box.x - width / 2);
  box.title_width = (float) width;
  box.n = 1;
  put (layout, box);
}

static void
put_arc (MigLayout *layout)
{
  const MigPlacedArc arc = { .from = 0, .to = 1 };

  layout->lanes[MIG_LANE_MEETINGS].y = 0;
  layout->lanes[MIG_LANE_EVENTS].y = 9;
  layout->channel_height = 12;
  put_mark (layout, MIG_LANE_MEETINGS, MIG_MARK_DIAMOND, 0, 16, 2, 0, 0);
  put_mark (layout, MIG_LANE_EVENTS, MIG_MARK_DIAMOND, MIG_BOX_LINKED, 78, 31, 12.8f, 12.8f);
  g_array_append_val (layout->arcs, arc);
}

/* The first session of the corpus stands for all; without one there is nothing to draw. */
static void
put_session (MigLegendSample *self, MigLayout *layout)
{
  MigRefs sessions = { NULL, 0 };
  MigBox box = { .lane = MIG_LANE_SESSIONS, .mark = MIG_MARK_CELL, .x = 48, .y = 20, .width = 28, .height = 26,
                 .x0 = 34, .x1 = 62 };

  if (self->corpus != NULL)
    sessions = mig_corpus_get_track (self->corpus, MIG_TRACK_SESSIONS, NULL);
  if (sessions.n == 0)
    return;
  box.ref = sessions.refs[0];
  put_titled (self, layout, box, "I", MIG_TEXT_NUMERAL);
}

static void
put_things (MigLegendSample *self, MigLayout *layout, const char *number)
{
  switch ((int) self->sample)
    {
    case MIG_SAMPLE_MEETING:
    case MIG_SAMPLE_SELECTED:
      put_titled (self, layout,
                  (MigBox){ .lane = MIG_LANE_MEETINGS, .mark = MIG_MARK_PILL, .x = 48, .y = 17, .width = 30,
                            .height = 24, .flags = self->sample == MIG_SAMPLE_SELECTED ? MIG_BOX_SELECTED : 0 },
                  number, MIG_TEXT_ORDINAL);
      break;
    case MIG_SAMPLE_SESSION:
      put_session (self, layout);
      break;
    case MIG_SAMPLE_EVENT:
    case MIG_SAMPLE_LINKED:
      put_mark (layout, MIG_LANE_EVENTS, MIG_MARK_DIAMOND, 0, 48, 20, 12.8f, 12.8f);
      break;
    case MIG_SAMPLE_UNLINKED:
      put_mark (layout, MIG_LANE_EVENTS, MIG_MARK_DIAMOND, MIG_BOX_HOLLOW, 48, 20, 12.8f, 12.8f);
      break;
    case MIG_SAMPLE_DOCUMENT:
      put_mark (layout, MIG_LANE_DOCUMENTS, MIG_MARK_PAGE, MIG_BOX_LINKED, 48, 20, 10, 13);
      break;
    case MIG_SAMPLE_UNDATED:
      put_mark (layout, MIG_LANE_UNDATED, MIG_MARK_SHELF, 0, 48, 20, 12.8f, 12.8f);
      break;
    default:
      break;
    }
}

static void
put_dates_and_signs (MigLegendSample *self, MigLayout *layout, const char *number)
{
  switch ((int) self->sample)
    {
    case MIG_SAMPLE_KNOWN_DAYS:
      put (layout, (MigBox){ .lane = MIG_LANE_EVENTS, .mark = MIG_MARK_SPAN, .x = 48, .y = 20, .width = 68,
                             .height = 20, .x0 = 14, .x1 = 82, .n = 1 });
      break;
    case MIG_SAMPLE_SOFT:
      put_span (layout, MIG_BOX_SOFT_START | MIG_BOX_SOFT_END);
      break;
    case MIG_SAMPLE_HATCHED:
      put_span (layout, MIG_BOX_HATCHED);
      break;
    case MIG_SAMPLE_OPEN:
      put_span (layout, MIG_BOX_OPEN_END);
      break;
    case MIG_SAMPLE_ARC:
      put_arc (layout);
      break;
    case MIG_SAMPLE_CHIP:
      put_titled (self, layout,
                  (MigBox){ .lane = MIG_LANE_EVENTS, .mark = MIG_MARK_CHIP, .x = 48, .y = 20, .width = 24,
                            .height = 18, .x0 = 22, .x1 = 74 },
                  number, MIG_TEXT_COUNT);
      break;
    case MIG_SAMPLE_EDGE:
      put_titled (self, layout,
                  (MigBox){ .lane = MIG_LANE_EVENTS, .mark = MIG_MARK_EDGE, .x = 48, .y = 20, .width = 44,
                            .height = 18, .x0 = 48, .x1 = 48, .flags = MIG_BOX_LATER },
                  number, MIG_TEXT_COUNT);
      break;
    case MIG_SAMPLE_CHEVRON:
      put_mark (layout, MIG_LANE_EVENTS, MIG_MARK_CHEVRON, MIG_BOX_LATER, 48, 20, 11, 11);
      break;
    default:
      break;
    }
}

static void
scale (MigLayout *layout, double unit)
{
  const float u = (float) unit;

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      MigBox *box = &g_array_index (layout->boxes, MigBox, i);
      float *lengths[] = { &box->x, &box->y, &box->width, &box->height, &box->x0, &box->x1, &box->title_x,
                           &box->title_width };

      for (guint k = 0; k < G_N_ELEMENTS (lengths); k++)
        *lengths[k] *= u;
    }
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      layout->lanes[lane].y *= u;
      layout->lanes[lane].height *= u;
    }
  layout->height *= u;
  layout->channel_height *= u;
}

static MigLayout
make_layout (void)
{
  MigLayout layout = {
    .boxes = g_array_new (FALSE, TRUE, sizeof (MigBox)),
    .columns = g_array_new (FALSE, TRUE, sizeof (float)),
    .trays = g_array_new (FALSE, TRUE, sizeof (MigTray)),
    .headings = g_array_new (FALSE, TRUE, sizeof (MigDayHeading)),
    .tenures = g_array_new (FALSE, TRUE, sizeof (MigTenure)),
    .arcs = g_array_new (FALSE, TRUE, sizeof (MigPlacedArc)),
    .height = HEIGHT,
    .guide_x = NAN,
  };

  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    layout.lanes[lane] = (MigLaneBand){ .y = 0, .height = HEIGHT, .shown = TRUE };
  /* Right under the meetings, whose lines lead there. */
  layout.lanes[MIG_LANE_SESSIONS].y = HEIGHT;

  return layout;
}

static void
clear_layout (MigLayout *layout)
{
  g_array_unref (layout->boxes);
  g_array_unref (layout->columns);
  g_array_unref (layout->trays);
  g_array_unref (layout->headings);
  g_array_unref (layout->tenures);
  g_array_unref (layout->arcs);
}

static void
paint (MigLegendSample *self, GtkSnapshot *snapshot, const MigLayout *layout, double width, double height)
{
  const MigTimelineView view = { .corpus = self->corpus, .start = 0, .end = 1, .width = width, .height = height };
  const MigPainting g = {
    .paint = {
      .snapshot = snapshot,
      .texts = get_texts (self),
      .palette = self->palette,
      .unit = get_unit (self),
      .total = width,
      .mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    },
    .view = &view,
    .layout = layout,
    .width = width,
    .pixels_per_day = width,
  };

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  mig_paint_rect (&g.paint, 0, 0, width, height, MIG_COLOUR_BASE);
  mig_painting_arcs (&g);
  mig_painting_marks (&g);
  gtk_snapshot_pop (snapshot);
}

static void
mig_legend_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MigLegendSample *self = MIG_LEGEND_SAMPLE (widget);
  double unit = get_unit (self);
  g_autofree char *number = mig_date_names_number (self->sample >= MIG_SAMPLE_CHIP ? 8 : 14);
  MigLayout layout = make_layout ();

  put_things (self, &layout, number);
  put_dates_and_signs (self, &layout, number);
  scale (&layout, unit);
  paint (self, snapshot, &layout, WIDTH * unit, HEIGHT * unit);
  clear_layout (&layout);
}

static void
mig_legend_sample_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;

  *minimum = *natural = (int) ceil (length * get_unit (MIG_LEGEND_SAMPLE (widget)));
}

static void
mig_legend_sample_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mig_legend_sample_parent_class)->css_changed (widget, change);
  g_clear_pointer (&MIG_LEGEND_SAMPLE (widget)->texts, mig_text_cache_free);
  gtk_widget_queue_resize (widget);
}

static void
mig_legend_sample_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (mig_legend_sample_parent_class)->system_setting_changed (widget, setting);
  g_clear_pointer (&MIG_LEGEND_SAMPLE (widget)->texts, mig_text_cache_free);
  gtk_widget_queue_resize (widget);
}

static void
mig_legend_sample_finalize (GObject *object)
{
  MigLegendSample *self = MIG_LEGEND_SAMPLE (object);

  g_clear_pointer (&self->texts, mig_text_cache_free);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_legend_sample_parent_class)->finalize (object);
}

static void
mig_legend_sample_class_init (MigLegendSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mig_legend_sample_finalize;
  widget_class->snapshot = mig_legend_sample_snapshot;
  widget_class->measure = mig_legend_sample_measure;
  widget_class->css_changed = mig_legend_sample_css_changed;
  widget_class->system_setting_changed = mig_legend_sample_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "sample");
  /* The words beside it say what it is. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mig_legend_sample_init (MigLegendSample *self)
{
  self->palette = MIG_PALETTE_LIGHT;
}

/**
 * mig_legend_sample_new:
 * @sample: what to show
 * @corpus: (nullable): whose first session stands for a session
 *
 * Returns: (transfer floating): a mark of the timeline
 */
GtkWidget *
mig_legend_sample_new (MigSample sample, MigCorpus *corpus)
{
  MigLegendSample *self = g_object_new (MIG_TYPE_LEGEND_SAMPLE, NULL);

  self->sample = sample;
  g_set_object (&self->corpus, corpus);

  return GTK_WIDGET (self);
}

/**
 * mig_legend_sample_set_palette:
 * @palette: the name of the colours to draw in; one that there is not changes nothing
 */
void
mig_legend_sample_set_palette (MigLegendSample *self, const char *palette)
{
  g_return_if_fail (MIG_IS_LEGEND_SAMPLE (self));

  if (mig_palette_from_name (palette, &self->palette))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
