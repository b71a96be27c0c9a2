/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-handout-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "mig-direction.h"
#include "mig-pango.h"
#include "mig-timeline-export.h"
#include "mig-words.h"

/*
 * The handout as PDF: vectors and embedded fonts, a title in the outline for each scene, and tags that say what is a
 * heading, a figure and a paragraph (ISO 32000-1, 14.8). Without notes the paper lies, with them it stands, the scene
 * above and its note below; a long note goes on over further pages.
 */

/* In points of 1/72 inch. */
#define A4_SHORT 595.276
#define A4_LONG 841.89
#define LETTER_SHORT 612
#define LETTER_LONG 792
#define MARGIN 42
#define TITLE_SIZE 15
#define NOTE_SIZE 11
#define FOOT_SIZE 8.5
#define GAP 14
#define NUMBER_WIDTH 40 /* of the page's number */

typedef struct
{
  MigBriefing *briefing;
  MigCorpus *corpus;
  const MigHandoutOptions *options;
  PangoContext *context;
  MigRoomPainter *painter;
  MigSceneSight *sight;
  cairo_surface_t *surface;
  cairo_t *cr;
  double width;
  double height;
  guint n_pages;
} Printer;

static void
choose_size (Printer *self)
{
  gboolean a4 = self->options->paper == MIG_PAPER_A4;
  double across = a4 ? A4_SHORT : LETTER_SHORT, along = a4 ? A4_LONG : LETTER_LONG;

  self->width = self->options->notes ? across : along;
  self->height = self->options->notes ? along : across;
}

static PangoLayout *
create_layout (Printer *self, const char *text, double size, PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  mig_direction_align (layout, self->options->mirrored, FALSE);
  return layout;
}

static double
layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
show_tagged (Printer *self, const char *tag, PangoLayout *layout, double y)
{
  mig_direction_align (layout, self->options->mirrored, FALSE);
  cairo_tag_begin (self->cr, tag, NULL);
  cairo_move_to (self->cr, MARGIN, y);
  cairo_set_source_rgb (self->cr, 0.1, 0.12, 0.14);
  pango_cairo_show_layout (self->cr, layout);
  cairo_tag_end (self->cr, tag);
}

/* A page is turned only when another follows: all tags must end on one that is there. */
static void
begin_page (Printer *self)
{
  if (self->n_pages > 0)
    cairo_surface_show_page (self->surface);
}

/* Whose handout it is, and the page's number, at the foot. */
static void
end_page (Printer *self)
{
  g_autofree char *number = mig_words_number (++self->n_pages);
  g_autoptr (PangoLayout) title = create_layout (self, mig_briefing_get_title (self->briefing), FOOT_SIZE,
                                                 PANGO_WEIGHT_NORMAL);
  g_autoptr (PangoLayout) page = create_layout (self, number, FOOT_SIZE, PANGO_WEIGHT_NORMAL);
  double y = self->height - MARGIN / 2.0 - FOOT_SIZE;

  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (title, (int) ((self->width - 2 * MARGIN - NUMBER_WIDTH) * PANGO_SCALE));
  mig_direction_align (title, self->options->mirrored, FALSE);
  mig_direction_align (page, self->options->mirrored, TRUE);
  cairo_set_source_rgb (self->cr, 0.35, 0.38, 0.4);
  cairo_move_to (self->cr, MARGIN + (self->options->mirrored ? NUMBER_WIDTH : 0), y);
  pango_cairo_show_layout (self->cr, title);
  cairo_move_to (self->cr, MARGIN, y);
  pango_cairo_show_layout (self->cr, page);
}

/* Draws the scene as wide and high as there is room for. Returns: where it ends */
static double
print_picture (Printer *self, GskRenderNode *node, double y, double room)
{
  double width = self->width - 2 * MARGIN;
  double scale = MIN (width / MIG_ROOM_WIDTH, room / MIG_ROOM_HEIGHT);
  double w = MIG_ROOM_WIDTH * scale, h = MIG_ROOM_HEIGHT * scale;

  cairo_tag_begin (self->cr, "Figure", NULL);
  cairo_save (self->cr);
  cairo_translate (self->cr, (self->width - w) / 2, y);
  cairo_scale (self->cr, scale, scale);
  gsk_render_node_draw (node, self->cr);
  cairo_restore (self->cr);
  cairo_set_source_rgb (self->cr, 0.8, 0.8, 0.8);
  cairo_set_line_width (self->cr, 0.5);
  cairo_rectangle (self->cr, (self->width - w) / 2, y, w, h);
  cairo_stroke (self->cr);
  cairo_tag_end (self->cr, "Figure");
  return y + h;
}

/* Writes as many lines of a note as the page has room for, and turns the page for the rest. */
static void
print_note (Printer *self, const char *note, double y)
{
  g_autoptr (PangoLayout) layout = create_layout (self, note, NOTE_SIZE, PANGO_WEIGHT_NORMAL);
  double bottom = self->height - MARGIN;
  PangoLayoutIter *iter;
  double from = -1; /* where the present page's part of the layout begins */

  /* Each paragraph as its own language is read: a note is the presenter's, whatever the interface's language. */
  pango_layout_set_alignment (layout, self->options->mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_line_spacing (layout, 1.25f);
  iter = pango_layout_get_iter (layout);
  cairo_tag_begin (self->cr, "P", NULL);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle extents;
      double top, line_bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      top = (double) extents.y / PANGO_SCALE;
      line_bottom = (double) (extents.y + extents.height) / PANGO_SCALE;
      if (from < 0)
        from = top;
      if (y + line_bottom - from > bottom)
        {
          cairo_tag_end (self->cr, "P");
          end_page (self);
          begin_page (self);
          cairo_tag_begin (self->cr, "P", NULL);
          y = MARGIN;
          from = top;
        }
      cairo_set_source_rgb (self->cr, 0.1, 0.12, 0.14);
      cairo_move_to (self->cr, MARGIN + (double) extents.x / PANGO_SCALE,
                     y - from + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (self->cr, line);
    }
  while (pango_layout_iter_next_line (iter));
  cairo_tag_end (self->cr, "P");
  pango_layout_iter_free (iter);
}

static void
add_to_outline (Printer *self, const char *title)
{
  g_autofree char *attributes = g_strdup_printf ("page=%u", self->n_pages + 1);

  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, title, attributes,
                                 (cairo_pdf_outline_flags_t) 0);
}

static void
print_scene (Printer *self, guint position, GskRenderNode *node)
{
  const MigSceneFields *fields = mig_scene_get_fields (mig_briefing_get (self->briefing, position));
  g_autofree char *number = mig_words_number (position + 1);
  /* The name may run against the language of the number: U+2068 and U+2069 keep them apart. */
  g_autofree char *name = g_strdup_printf (self->options->mirrored ? "\u2068%s\u2069" : "%s", fields->name);
  /* Translators: the heading of a page of a handout: %1$s is a scene's number, %2$s its name */
  g_autofree char *heading = g_strdup_printf (C_("handout", "%1$s. %2$s"), number, name);
  g_autoptr (PangoLayout) title = create_layout (self, heading, TITLE_SIZE, PANGO_WEIGHT_BOLD);
  double y = MARGIN;

  begin_page (self);
  /* Of a name that takes half the page its end stays, where the year is. */
  pango_layout_set_height (title, -4);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_MIDDLE);
  add_to_outline (self, *fields->name != '\0' ? fields->name : heading);
  cairo_tag_begin (self->cr, "Sect", NULL);
  show_tagged (self, "H1", title, y);
  y += layout_height (title) + GAP;
  y = print_picture (self, node, y, self->height - y - MARGIN) + GAP;
  if (self->options->notes && *fields->note != '\0')
    print_note (self, fields->note, y);
  cairo_tag_end (self->cr, "Sect");
  end_page (self);
}

static gboolean
print_scenes (Printer *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < mig_briefing_get_n (self->briefing); i++)
    {
      GskRenderNode *node;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      node = mig_handout_draw_scene (self->painter, self->sight, self->briefing, self->corpus, i, self->options);
      if (node == NULL)
        continue;
      print_scene (self, i, node);
      gsk_render_node_unref (node);
    }
  return TRUE;
}

/**
 * mig_handout_to_pdf:
 * @briefing: what to hand out
 * @corpus: what it is about
 * @options: how
 * @cancellable: (nullable): to stop
 * @error: why it could not be drawn
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 */
GBytes *
mig_handout_to_pdf (MigBriefing *briefing,
                    MigCorpus *corpus,
                    const MigHandoutOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (MigPangoContext) context = NULL;
  g_autoptr (MigRoomPainter) painter = NULL;
  g_autoptr (MigSceneSight) sight = mig_scene_sight_new ();
  Printer self = { .briefing = briefing, .corpus = corpus, .options = options, .sight = sight };
  cairo_status_t status;
  gboolean printed;

  gtk_init_check ();
  context = self.context = mig_export_create_context (options->mirrored);
  painter = self.painter = mig_room_painter_new (context, options->palette);
  mig_room_painter_set_plain_figures (painter);
  choose_size (&self);
  self.surface = cairo_pdf_surface_create_for_stream (mig_export_append_bytes, bytes, self.width, self.height);
  cairo_pdf_surface_set_metadata (self.surface, CAIRO_PDF_METADATA_TITLE, mig_briefing_get_title (briefing));
  cairo_pdf_surface_set_metadata (self.surface, CAIRO_PDF_METADATA_SUBJECT, mig_corpus_get_title (corpus));
  cairo_pdf_surface_set_metadata (self.surface, CAIRO_PDF_METADATA_CREATOR, "MigMeet " MIG_VERSION);
  self.cr = cairo_create (self.surface);
  cairo_tag_begin (self.cr, "Document", NULL);
  printed = print_scenes (&self, cancellable, error);
  cairo_tag_end (self.cr, "Document");
  status = cairo_status (self.cr);
  cairo_destroy (self.cr);
  cairo_surface_finish (self.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self.surface);
  cairo_surface_destroy (self.surface);
  if (!printed || !mig_export_check (status, error))
    return NULL;
  if (self.n_pages == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("None of the scenes of this briefing is in the corpus, so there is nothing to print."));
      return NULL;
    }
  return g_bytes_new (bytes->data, bytes->len);
}
