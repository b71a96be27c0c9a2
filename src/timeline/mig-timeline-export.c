/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * The timeline as a file. The same painter that draws the window draws here onto a Cairo surface, without a widget and
 * without a display; SVG and PDF stay vectors, and PDF embeds its fonts.
 */

#define POINTS_PER_PIXEL (72.0 / 96.0)

/**
 * mig_export_format_from_name:
 * @file_name: a file's name or path
 * @format: (out): what its ending asks for
 *
 * Returns: whether the ending is .svg, .png or .pdf
 */
gboolean
mig_export_format_from_name (const char *file_name, MigExportFormat *format)
{
  static const char *const endings[] = {
    [MIG_EXPORT_SVG] = ".svg",
    [MIG_EXPORT_PNG] = ".png",
    [MIG_EXPORT_PDF] = ".pdf",
  };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (!g_str_has_suffix (lower, endings[i]))
        continue;
      *format = (MigExportFormat) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * mig_export_create_context:
 * @mirrored: whether texts run from right to left
 *
 * Returns: (transfer full): for texts of pictures at 96 pixels an inch, whatever the screen's font and size
 */
PangoContext *
mig_export_create_context (gboolean mirrored)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell, sans 11");

  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

/**
 * mig_export_append_bytes:
 * @closure: a #GByteArray
 * @data: (array length=length): what to append
 * @length: how much
 *
 * A #cairo_write_func_t.
 *
 * Returns: that it went well
 */
cairo_status_t
mig_export_append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * mig_export_check:
 * @status: what Cairo says
 * @error: #G_IO_ERROR_FAILED where that is no success
 *
 * Returns: whether it is one
 */
gboolean
mig_export_check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture cannot be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * mig_export_write:
 * @bytes: a picture
 * @file: where to, in place of what is there
 * @cancellable: (nullable): to give up
 * @error: from GIO
 *
 * Returns: whether it was written
 */
gboolean
mig_export_write (GBytes *bytes, GFile *file, GCancellable *cancellable, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

static MigTimelinePainter *
create_painter (MigPalette palette)
{
  PangoContext *context = mig_export_create_context (FALSE);
  MigTimelinePainter *painter = mig_timeline_painter_new (context, palette);

  g_object_unref (context);
  return painter;
}

static cairo_surface_t *
create_surface (MigExportFormat format, double width, double height, const char *title, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case MIG_EXPORT_SVG:
      surface = cairo_svg_surface_create_for_stream (mig_export_append_bytes, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case MIG_EXPORT_PDF:
      surface = cairo_pdf_surface_create_for_stream (mig_export_append_bytes, bytes, width * POINTS_PER_PIXEL,
                                                     height * POINTS_PER_PIXEL);
      if (title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      return surface;
    case MIG_EXPORT_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width), (int) ceil (height));
    }
}

static void
draw (const MigTimelineView *view, MigPalette palette, MigExportFormat format, cairo_surface_t *surface)
{
  g_autoptr (MigTimelinePainter) painter = create_painter (palette);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr = cairo_create (surface);

  mig_timeline_painter_layout (painter, view);
  mig_timeline_painter_paint (painter, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (format == MIG_EXPORT_PDF)
    cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
}

/**
 * mig_timeline_export_get_height:
 * @view: what to show; its height does not matter
 *
 * Returns: the height at which a picture of @view shows everything, in pixels
 */
double
mig_timeline_export_get_height (const MigTimelineView *view)
{
  g_autoptr (MigTimelinePainter) painter = create_painter (MIG_PALETTE_LIGHT);

  return mig_timeline_painter_get_height (painter, view);
}

/**
 * mig_timeline_export_to_bytes:
 * @view: what to show, width and height in pixels of 1/96 inch
 * @palette: in which colours
 * @format: as what
 * @title: (nullable): the document's title, for formats that hold one
 * @error: a #GIOErrorEnum when the picture is too large to be drawn
 *
 * Returns: (transfer full) (nullable): the file's content, or %NULL with @error set
 */
GBytes *
mig_timeline_export_to_bytes (const MigTimelineView *view,
                              MigPalette palette,
                              MigExportFormat format,
                              const char *title,
                              GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  /* Render nodes have their types registered by GTK's initialization, which does so before it looks for a display; that
   * there may be none does not matter here. */
  gtk_init_check ();

  surface = create_surface (format, view->width, view->height, title, bytes);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      draw (view, palette, format, surface);
      if (format == MIG_EXPORT_PNG)
        status = cairo_surface_write_to_png_stream (surface, mig_export_append_bytes, bytes);
      cairo_surface_finish (surface);
      if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status (surface);
    }
  cairo_surface_destroy (surface);

  return mig_export_check (status, error) ? g_bytes_new (bytes->data, bytes->len) : NULL;
}
