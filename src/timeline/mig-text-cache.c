/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-text-cache.h"

#include <math.h>

/*
 * MigTextCache: every text of the timeline is shaped once. Shaping a short label costs more than a hundred colour
 * nodes, and a label is asked for twice in each frame: how wide it is, and to be drawn.
 *
 * A cache belongs to one PangoContext; when fonts or text scale change, its owner makes a new one.
 */

/* More texts than any view shows; past it the whole cache is dropped, since what is in sight comes back at once. */
#define MAX_TEXTS 4096

typedef struct
{
  double size; /* em */
  PangoWeight weight;
} StyleFont;

/* Sizes are parts of the system font's, as in the table of type in data/README.md. */
static const StyleFont style_fonts[MIG_N_TEXT_STYLES] = {
  [MIG_TEXT_LABEL] = { .87, PANGO_WEIGHT_NORMAL },      [MIG_TEXT_LABEL_BOLD] = { .87, PANGO_WEIGHT_BOLD },
  [MIG_TEXT_DETAIL] = { .82, PANGO_WEIGHT_NORMAL },     [MIG_TEXT_ORDINAL] = { .87, PANGO_WEIGHT_BOLD },
  [MIG_TEXT_NUMERAL] = { .81, PANGO_WEIGHT_BOLD },      [MIG_TEXT_COUNT] = { .82, PANGO_WEIGHT_BOLD },
  [MIG_TEXT_LANE] = { .87, PANGO_WEIGHT_BOLD },         [MIG_TEXT_RULER] = { .78, PANGO_WEIGHT_NORMAL },
  [MIG_TEXT_RULER_COARSE] = { .85, PANGO_WEIGHT_BOLD }, [MIG_TEXT_FLAG] = { .81, PANGO_WEIGHT_BOLD },
};

struct _MigTextCache
{
  PangoContext *context;
  PangoFontDescription *fonts[MIG_N_TEXT_STYLES];
  PangoAttrList *attributes;
  GHashTable *texts[MIG_N_TEXT_STYLES]; /* char * -> MigText */
  double em;
};

static void
text_free (gpointer data)
{
  MigText *text = data;

  g_object_unref (text->layout);
  g_free (text);
}

/**
 * mig_text_cache_new:
 * @context: where fonts come from: a widget's context, or one made from a font map
 *
 * Returns: (transfer full): a cache for @context's font; free with mig_text_cache_free()
 */
MigTextCache *
mig_text_cache_new (PangoContext *context)
{
  MigTextCache *self = g_new0 (MigTextCache, 1);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  self->context = g_object_ref (context);
  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0 ? dpi : 96) / 72;
  self->em = size > 0 ? size : 11 * 96 / 72.0;
  self->attributes = pango_attr_list_new ();
  /* Figures of one width, so that dates and counts stand in columns. */
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum=1"));

  for (MigTextStyle style = 0; style < MIG_N_TEXT_STYLES; style++)
    {
      self->fonts[style] = pango_font_description_copy (font);
      pango_font_description_set_absolute_size (self->fonts[style],
                                                style_fonts[style].size * self->em * PANGO_SCALE);
      pango_font_description_set_weight (self->fonts[style], style_fonts[style].weight);
      self->texts[style] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
    }
  return self;
}

/**
 * mig_text_cache_free:
 * @self: (transfer full) (nullable): a cache
 */
void
mig_text_cache_free (MigTextCache *self)
{
  if (self == NULL)
    return;

  for (MigTextStyle style = 0; style < MIG_N_TEXT_STYLES; style++)
    {
      g_hash_table_unref (self->texts[style]);
      pango_font_description_free (self->fonts[style]);
    }
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * mig_text_cache_set_plain_figures:
 *
 * Takes the figures that the font has by itself, and not those of one width: of these alone a PDF can tell which digit
 * a glyph stands for, so that it can be searched and read aloud. To be called before anything is shaped.
 */
void
mig_text_cache_set_plain_figures (MigTextCache *self)
{
  pango_attr_list_unref (self->attributes);
  self->attributes = pango_attr_list_new ();
}

/**
 * mig_text_cache_get_em:
 *
 * Returns: the size of the context's font, in pixels
 */
double
mig_text_cache_get_em (MigTextCache *self)
{
  return self->em;
}

static PangoLayout *
create_layout (MigTextCache *self, const char *text, MigTextStyle style)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * mig_text_cache_get:
 * @text: UTF-8; shown as one line
 * @style: how
 *
 * Returns: (transfer none): the shaped text, valid until the next call
 */
const MigText *
mig_text_cache_get (MigTextCache *self, const char *text, MigTextStyle style)
{
  MigText *shaped = g_hash_table_lookup (self->texts[style], text);
  int width, height;

  if (shaped != NULL)
    return shaped;

  if (g_hash_table_size (self->texts[style]) >= MAX_TEXTS)
    g_hash_table_remove_all (self->texts[style]);
  shaped = g_new (MigText, 1);
  shaped->layout = create_layout (self, text, style);
  pango_layout_set_single_paragraph_mode (shaped->layout, TRUE);
  pango_layout_get_size (shaped->layout, &width, &height);
  shaped->width = (float) width / PANGO_SCALE;
  shaped->height = (float) height / PANGO_SCALE;
  shaped->baseline = (float) pango_layout_get_baseline (shaped->layout) / PANGO_SCALE;
  g_hash_table_insert (self->texts[style], g_strdup (text), shaped);
  return shaped;
}

/**
 * mig_text_cache_create_paragraph:
 * @text: UTF-8
 * @style: how
 * @width: where lines break, in pixels
 * @n_lines: after how many lines it ends with an ellipsis
 *
 * Returns: (transfer full): a layout of its own, for a text in a box
 */
PangoLayout *
mig_text_cache_create_paragraph (MigTextCache *self, const char *text, MigTextStyle style, double width, guint n_lines)
{
  PangoLayout *layout = create_layout (self, text, style);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int) floor (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, -(int) n_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_line_spacing (layout, 1.1f);
  return layout;
}
