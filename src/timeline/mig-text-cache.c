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

/* More texts than any view shows. When there are as many, those that have not been asked for since it was so the last
 * time are dropped: what is in sight is never shaped again. */
#define MAX_TEXTS 2048
#define MAX_PARAGRAPHS 256
/* A word that is longer than its line may reach into the margin, by so much of an em; a longer one is broken. */
#define OVERHANG .35

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

/* Of those that are dropped, so many go with each that comes: all at once would hold up a frame. */
#define DROP 4

/* Texts that have been asked for lately, those of the time before, and those that are being dropped. */
typedef struct
{
  GHashTable *young;
  GHashTable *old;
  GHashTable *dropped; /* or NULL */
  guint most;
} Store;

/* A text as it is drawn in one colour. */
typedef struct
{
  GdkRGBA colour;
  GskRenderNode *node; /* NULL when there is nothing to see */
} Drawn;

/* A text broken into lines. */
typedef struct
{
  char *text;
  MigTextStyle style;
  int width; /* whole pixels */
  guint n_lines;
  MigText *shaped;
} Paragraph;

struct _MigTextCache
{
  PangoContext *context;
  PangoFontDescription *fonts[MIG_N_TEXT_STYLES];
  PangoAttrList *attributes;
  Store texts[MIG_N_TEXT_STYLES]; /* char * -> MigText */
  Store paragraphs;               /* set of Paragraph */
  double em;
};

static void
drawn_clear (gpointer data)
{
  Drawn *drawn = data;

  g_clear_pointer (&drawn->node, gsk_render_node_unref);
}

static void
text_free (gpointer data)
{
  MigText *text = data;

  g_object_unref (text->layout);
  g_array_unref (text->drawn);
  g_free (text);
}

static guint
paragraph_hash (gconstpointer key)
{
  const Paragraph *paragraph = key;

  return g_str_hash (paragraph->text) * 31 + (guint) paragraph->width * 7 + (guint) paragraph->style;
}

static gboolean
paragraph_equal (gconstpointer a, gconstpointer b)
{
  const Paragraph *p = a, *q = b;

  return p->width == q->width && p->style == q->style && p->n_lines == q->n_lines && g_str_equal (p->text, q->text);
}

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->text);
  text_free (paragraph->shaped);
  g_free (paragraph);
}

static GHashTable *
create_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
}

static GHashTable *
create_paragraphs (void)
{
  return g_hash_table_new_full (paragraph_hash, paragraph_equal, paragraph_free, NULL);
}

static void
store_clear (Store *store)
{
  g_clear_pointer (&store->young, g_hash_table_unref);
  g_clear_pointer (&store->old, g_hash_table_unref);
  g_clear_pointer (&store->dropped, g_hash_table_unref);
}

static void
store_drop_some (Store *store)
{
  GHashTableIter iter;

  if (store->dropped == NULL)
    return;
  g_hash_table_iter_init (&iter, store->dropped);
  for (guint i = 0; i < DROP && g_hash_table_iter_next (&iter, NULL, NULL); i++)
    g_hash_table_iter_remove (&iter);
  if (g_hash_table_size (store->dropped) == 0)
    g_clear_pointer (&store->dropped, g_hash_table_unref);
}

/* Keeps a new text; the oldest make room. */
static void
store_insert (Store *store, gpointer key, gpointer value, GHashTable *(*create) (void))
{
  store_drop_some (store);
  if (g_hash_table_size (store->young) >= store->most)
    {
      g_clear_pointer (&store->dropped, g_hash_table_unref);
      store->dropped = g_steal_pointer (&store->old);
      store->old = g_steal_pointer (&store->young);
      store->young = create ();
    }
  g_hash_table_replace (store->young, key, value);
}

/* What is asked for is young again. */
static gpointer
store_lookup (Store *store, gconstpointer key, GHashTable *(*create) (void))
{
  gpointer value = g_hash_table_lookup (store->young, key), kept;

  if (value != NULL || !g_hash_table_steal_extended (store->old, key, &kept, &value))
    return value;
  store_insert (store, kept, value, create);
  return value;
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
      self->texts[style] = (Store){ create_texts (), create_texts (), NULL, MAX_TEXTS };
    }
  self->paragraphs = (Store){ create_paragraphs (), create_paragraphs (), NULL, MAX_PARAGRAPHS };
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
      store_clear (&self->texts[style]);
      pango_font_description_free (self->fonts[style]);
    }
  store_clear (&self->paragraphs);
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

/* Takes a layout, and measures it. */
static MigText *
create_text (PangoLayout *layout)
{
  MigText *text = g_new0 (MigText, 1);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  text->layout = layout;
  text->drawn = g_array_new (FALSE, FALSE, sizeof (Drawn));
  g_array_set_clear_func (text->drawn, drawn_clear);
  text->width = (float) width / PANGO_SCALE;
  text->height = (float) height / PANGO_SCALE;
  text->baseline = (float) pango_layout_get_baseline (layout) / PANGO_SCALE;
  return text;
}

/**
 * mig_text_cache_get:
 * @text: UTF-8; shown as one line
 * @style: how
 *
 * Returns: (transfer none): the shaped text, valid until the next call
 */
MigText *
mig_text_cache_get (MigTextCache *self, const char *text, MigTextStyle style)
{
  MigText *shaped = store_lookup (&self->texts[style], text, create_texts);
  PangoLayout *layout;

  if (shaped != NULL)
    return shaped;

  layout = create_layout (self, text, style);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  shaped = create_text (layout);
  store_insert (&self->texts[style], g_strdup (text), shaped, create_texts);
  return shaped;
}

/**
 * mig_text_cache_get_paragraph:
 * @text: UTF-8
 * @style: how
 * @width: where lines break, in pixels; parts of a pixel do not count
 * @n_lines: after how many lines it ends with an ellipsis
 *
 * Returns: (transfer none): a text in a box, valid until the next call
 */
MigText *
mig_text_cache_get_paragraph (MigTextCache *self, const char *text, MigTextStyle style, double width, guint n_lines)
{
  const Paragraph asked = {
    .text = (char *) text, .style = style, .width = (int) floor (MAX (width, 1)), .n_lines = n_lines,
  };
  Paragraph *paragraph = store_lookup (&self->paragraphs, &asked, create_paragraphs);
  PangoLayout *layout;
  int broad;

  if (paragraph != NULL)
    return paragraph->shaped;

  layout = create_layout (self, text, style);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, asked.width * PANGO_SCALE);
  pango_layout_set_height (layout, -(int) n_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_line_spacing (layout, 1.1f);
  pango_layout_get_size (layout, &broad, NULL);
  if (broad > (asked.width + OVERHANG * self->em) * PANGO_SCALE)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  paragraph = g_memdup2 (&asked, sizeof (asked));
  paragraph->text = g_strdup (text);
  paragraph->shaped = create_text (layout);
  store_insert (&self->paragraphs, paragraph, paragraph, create_paragraphs);
  return paragraph->shaped;
}

/**
 * mig_text_get_node:
 * @self: a shaped text
 * @colour: for its glyphs
 *
 * Draws a text, once in each colour: going through its glyphs takes longer than all else that is done for it in a
 * frame, and the same count stands in several lanes, each of which has a colour of its own.
 *
 * Returns: (transfer none) (nullable): the text from (0, 0) on, valid until the next call; %NULL when there is nothing
 *   to see
 */
GskRenderNode *
mig_text_get_node (MigText *self, const GdkRGBA *colour)
{
  Drawn drawn = { .colour = *colour };
  GtkSnapshot *snapshot;

  for (guint i = 0; i < self->drawn->len; i++)
    {
      const Drawn *before = &g_array_index (self->drawn, Drawn, i);

      if (gdk_rgba_equal (&before->colour, colour))
        return before->node;
    }

  snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_layout (snapshot, self->layout, colour);
  drawn.node = gtk_snapshot_free_to_node (snapshot);
  g_array_append_val (self->drawn, drawn);
  return drawn.node;
}

/**
 * mig_text_forget_nodes:
 * @self: a shaped text
 *
 * Has a text drawn anew when it is asked for next: to be called when its layout has changed.
 */
void
mig_text_forget_nodes (MigText *self)
{
  g_array_set_size (self->drawn, 0);
}
