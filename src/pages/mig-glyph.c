/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-glyph.h"

#include "mig-compat.h"

/* The small mark before a name, which says by its shape what kind of thing is named: the same shapes as on the
 * timeline. It is drawn in the CSS `color` of its node, is as large as a letter of its font, and is hidden from screen
 * readers, since the words beside it say the same. */

struct _MigGlyph
{
  GtkWidget parent_instance;

  MigGlyphKind kind;
  int baseline; /* of the line that it stands in, from its top; -1 when it stands in none */
};

G_DEFINE_FINAL_TYPE (MigGlyph, mig_glyph, GTK_TYPE_WIDGET)

/* All measures below are parts of the glyph's size. */
#define DIAMOND_RADIUS .36f
#define HOLLOW_RADIUS .34f
#define STROKE .115f
#define CORNER .09f
#define MIDDLE_OVER_BASELINE .33f

static const char *
get_css_class (MigGlyphKind kind)
{
  switch (kind)
    {
    case MIG_GLYPH_MEETING:
    case MIG_GLYPH_DOT:
      return "meeting";

    case MIG_GLYPH_EVENT:
    case MIG_GLYPH_EVENT_ROUGH:
    case MIG_GLYPH_EVENT_UNDATED:
      return "event";

    case MIG_GLYPH_DOCUMENT:
    case MIG_GLYPH_TOPIC:
      return "document";

    case MIG_GLYPH_NONE:
    default:
      return NULL;
    }
}

static int
get_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);

  return MAX (8, PANGO_PIXELS (pango_font_description_get_size (font)));
}

/* Beside a word, the glyph's middle stands at half the height of a small letter. */
static int
get_ascent (int size)
{
  return size / 2 + (int) ((float) size * MIDDLE_OVER_BASELINE + .5f);
}

static void
append_rounded (GtkSnapshot           *snapshot,
                const graphene_rect_t *bounds,
                float                  radius,
                const GdkRGBA         *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_outline (GtkSnapshot           *snapshot,
                const graphene_rect_t *bounds,
                float                  radius,
                float                  stroke,
                const GdkRGBA         *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, radius);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]) { stroke, stroke, stroke, stroke },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

/* From here to gtk_snapshot_restore() the origin is the glyph's centre and the square's sides are a diamond's. */
static graphene_rect_t
begin_diamond (GtkSnapshot *snapshot,
               float        size,
               float        radius)
{
  const float side = radius * size * (float) G_SQRT2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (size / 2, size / 2));
  gtk_snapshot_rotate (snapshot, 45);

  return GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side);
}

static void
snapshot_diamond (GtkSnapshot   *snapshot,
                  float          size,
                  const GdkRGBA *color)
{
  const graphene_rect_t bounds = begin_diamond (snapshot, size, DIAMOND_RADIUS);

  append_rounded (snapshot, &bounds, CORNER * size, color);
  gtk_snapshot_restore (snapshot);
}

/* The bar shows on both sides of the diamond and not through it, whatever it stands on. */
static void
snapshot_rough_diamond (GtkSnapshot   *snapshot,
                        float          size,
                        const GdkRGBA *color)
{
  const double middle = (double) size / 2;
  const double radius = (double) (HOLLOW_RADIUS * size);
  const double height = .26 * (double) size;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 0, (double) size, 0);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, size, size));
  graphene_rect_t bounds;

  cairo_pattern_add_color_stop_rgba (pattern, 0, (double) color->red, (double) color->green, (double) color->blue, 0);
  cairo_pattern_add_color_stop_rgba (pattern, .5, (double) color->red, (double) color->green, (double) color->blue, 1);
  cairo_pattern_add_color_stop_rgba (pattern, 1, (double) color->red, (double) color->green, (double) color->blue, 0);
  cairo_set_source (cr, pattern);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, middle - height / 2, (double) size, height);
  cairo_clip (cr);
  cairo_rectangle (cr, 0, 0, (double) size, (double) size);
  cairo_move_to (cr, middle - radius, middle);
  cairo_line_to (cr, middle, middle - radius);
  cairo_line_to (cr, middle + radius, middle);
  cairo_line_to (cr, middle, middle + radius);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_pattern_destroy (pattern);

  bounds = begin_diamond (snapshot, size, HOLLOW_RADIUS);
  append_outline (snapshot, &bounds, CORNER * size, STROKE * size, color);
  gtk_snapshot_restore (snapshot);
}

/* Each side is two dashes, so that all four corners stay open. */
static void
snapshot_dashed_diamond (GtkSnapshot   *snapshot,
                         float          size,
                         const GdkRGBA *color)
{
  const graphene_rect_t bounds = begin_diamond (snapshot, size, DIAMOND_RADIUS);
  const float side = bounds.size.width;
  const float stroke = STROKE * size;
  const float dash = side * .32f;
  const float gap = (side - 2 * dash) / 3;

  for (guint i = 0; i < 4; i++)
    {
      for (guint j = 0; j < 2; j++)
        gtk_snapshot_append_color (snapshot, color,
                                   &GRAPHENE_RECT_INIT (-side / 2 + gap + (float) j * (dash + gap), -side / 2,
                                                        dash, stroke));
      gtk_snapshot_rotate (snapshot, 90);
    }

  gtk_snapshot_restore (snapshot);
}

static void
snapshot_sheet (GtkSnapshot   *snapshot,
                float          size,
                const GdkRGBA *color)
{
  const float width = .72f * size;
  const float height = .9f * size;
  const float fold = .28f * size;
  const float x = (size - width) / 2;
  const float y = (size - height) / 2;
  const GdkRGBA faint = { color->red, color->green, color->blue, color->alpha * .55f };

  append_rounded (snapshot, &GRAPHENE_RECT_INIT (x, y, width - fold, height), CORNER * size / 2, color);
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (x + width - fold - 1, y + fold, fold + 1, height - fold));
  gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT (x + width - fold, y, fold * .7f, fold));
}

static void
mig_glyph_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  MigGlyph *self = MIG_GLYPH (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const float size = (float) get_size (widget);
  GdkRGBA color;
  float y;

  mig_compat_widget_get_color (widget, &color);

  y = self->baseline >= 0 ? (float) (self->baseline - get_ascent (get_size (widget))) : ((float) height - size) / 2;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (((float) width - size) / 2, y));

  switch (self->kind)
    {
    case MIG_GLYPH_MEETING:
      append_rounded (snapshot, &GRAPHENE_RECT_INIT (.08f * size, .17f * size, .84f * size, .66f * size),
                      .2f * size, &color);
      break;

    case MIG_GLYPH_DOT:
      append_rounded (snapshot, &GRAPHENE_RECT_INIT (.17f * size, .17f * size, .66f * size, .66f * size),
                      .33f * size, &color);
      break;

    case MIG_GLYPH_EVENT:
      snapshot_diamond (snapshot, size, &color);
      break;

    case MIG_GLYPH_EVENT_ROUGH:
      snapshot_rough_diamond (snapshot, size, &color);
      break;

    case MIG_GLYPH_EVENT_UNDATED:
      snapshot_dashed_diamond (snapshot, size, &color);
      break;

    case MIG_GLYPH_DOCUMENT:
      snapshot_sheet (snapshot, size, &color);
      break;

    case MIG_GLYPH_TOPIC:
      append_outline (snapshot, &GRAPHENE_RECT_INIT (.17f * size, .17f * size, .66f * size, .66f * size),
                      .33f * size, STROKE * size, &color);
      break;

    case MIG_GLYPH_NONE:
    default:
      break;
    }

  gtk_snapshot_restore (snapshot);
}

static void
mig_glyph_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  const int size = get_size (widget);

  *minimum = *natural = size;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum_baseline = *natural_baseline = get_ascent (size);
}

static void
mig_glyph_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  MIG_GLYPH (widget)->baseline = baseline;
}

static void
mig_glyph_class_init (MigGlyphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = mig_glyph_measure;
  widget_class->size_allocate = mig_glyph_size_allocate;
  widget_class->snapshot = mig_glyph_snapshot;

  gtk_widget_class_set_css_name (widget_class, "glyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mig_glyph_init (MigGlyph *self)
{
  self->baseline = -1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * mig_glyph_new:
 * @kind: what to draw
 *
 * Returns: (transfer floating): a glyph
 */
GtkWidget *
mig_glyph_new (MigGlyphKind kind)
{
  MigGlyph *self = g_object_new (MIG_TYPE_GLYPH, NULL);

  mig_glyph_set_kind (self, kind);
  return GTK_WIDGET (self);
}

/**
 * mig_glyph_set_kind:
 * @self: a glyph
 * @kind: what to draw
 *
 * Draws another shape, in that kind's colour.
 */
void
mig_glyph_set_kind (MigGlyph     *self,
                    MigGlyphKind  kind)
{
  const char *old_class, *new_class;

  g_return_if_fail (MIG_IS_GLYPH (self));

  if (self->kind == kind)
    return;

  old_class = get_css_class (self->kind);
  new_class = get_css_class (kind);
  if (old_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), old_class);
  if (new_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), new_class);

  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mig_glyph_kind_for:
 * @corpus: a corpus
 * @ref: one of its records
 *
 * Returns: the shape that stands for the record
 */
MigGlyphKind
mig_glyph_kind_for (MigCorpus *corpus,
                    MigRef     ref)
{
  const MigEvent *event;

  switch (mig_ref_kind (ref))
    {
    case MIG_KIND_EVENT:
      event = mig_corpus_get_event (corpus, ref);
      if (event->role != MIG_EVENT_ROLE_EVENT)
        return MIG_GLYPH_MEETING;
      if (!mig_date_is_set (&event->date))
        return MIG_GLYPH_EVENT_UNDATED;
      return mig_date_is_exact (&event->date) ? MIG_GLYPH_EVENT : MIG_GLYPH_EVENT_ROUGH;

    case MIG_KIND_PERSON:
    case MIG_KIND_ORGANIZATION:
    case MIG_KIND_SPEECH:
    case MIG_KIND_MEMBERSHIP:
    case MIG_KIND_POST:
      return MIG_GLYPH_DOT;

    case MIG_KIND_DOCUMENT:
      return MIG_GLYPH_DOCUMENT;

    case MIG_KIND_TOPIC:
    case MIG_KIND_FIGURE:
    case MIG_KIND_AREA:
    case MIG_KIND_MENTION:
      return MIG_GLYPH_TOPIC;

    case MIG_KIND_NONE:
    default:
      return MIG_GLYPH_NONE;
    }
}
