/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-handout-private.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "mig-briefing-default.h"
#include "mig-pango.h"
#include "mig-timeline-export.h"

/*
 * The handout: each scene of a briefing as the room saw it, drawn by the painter that draws the room, without a widget
 * and without a display.
 *
 *   MigBriefing ──► MigRoomPainter ──► render node ──► Cairo ──► PDF (mig-handout-pdf.c), PNG, SVG
 */

/**
 * mig_paper_from_name:
 * @name: "a4" or "letter", in any case
 * @paper: (out): the paper
 *
 * Returns: whether there is one of that name
 */
gboolean
mig_paper_from_name (const char *name, MigPaper *paper)
{
  if (g_ascii_strcasecmp (name, "a4") == 0)
    *paper = MIG_PAPER_A4;
  else if (g_ascii_strcasecmp (name, "letter") == 0)
    *paper = MIG_PAPER_LETTER;
  else
    return FALSE;
  return TRUE;
}

/**
 * mig_paper_get_default:
 *
 * Returns: the paper of the reader's locale, A4 where that says nothing
 */
MigPaper
mig_paper_get_default (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? MIG_PAPER_LETTER : MIG_PAPER_A4;
}

/**
 * mig_room_view_init_scene:
 * @view: (inout): a view whose size and direction are set
 * @sight: what looks at the scene; it keeps what the view borrows
 * @corpus: a corpus
 * @briefing: a briefing
 * @position: the place of a scene
 * @wait: whether its filter is worth waiting for, see mig_scene_sight_look()
 *
 * Sets a view to a scene, its progress included.
 *
 * Returns: whether the scene can be shown: not if what it is about is gone
 */
gboolean
mig_room_view_init_scene (MigRoomView *view,
                          MigSceneSight *sight,
                          MigCorpus *corpus,
                          MigBriefing *briefing,
                          guint position,
                          gboolean wait)
{
  MigScene *scene = mig_briefing_get (briefing, position);
  const MigSceneFields *fields;

  if (scene == NULL || mig_scene_is_gone (scene, corpus))
    return FALSE;
  fields = mig_scene_get_fields (scene);
  mig_scene_sight_look (sight, scene, corpus, wait);
  view->corpus = corpus;
  view->subset = mig_scene_sight_get_subset (sight);
  view->following = mig_scene_sight_get_following (sight);
  view->selected = view->before = mig_scene_resolve (scene, corpus);
  view->n_lanes = mig_scene_sight_get_lanes (sight, view->selected, FALSE, view->lanes);
  view->fade = 1;
  view->position = view->n = 0;
  view->start = fields->start;
  view->end = fields->end;
  if (!mig_scene_has_span (scene))
    mig_briefing_choose_span (corpus, view->selected, &view->start, &view->end);
  for (guint i = 0; i < mig_briefing_get_n (briefing); i++)
    {
      if (mig_scene_is_gone (mig_briefing_get (briefing, i), corpus))
        continue;
      view->position += i < position;
      view->n++;
    }
  return TRUE;
}

/* Returns: the scene at the room's own size; NULL if what it is about is gone */
GskRenderNode *
mig_handout_draw_scene (MigRoomPainter *painter,
                        MigSceneSight *sight,
                        MigBriefing *briefing,
                        MigCorpus *corpus,
                        guint position,
                        const MigHandoutOptions *options)
{
  MigRoomView view = {
    .width = MIG_ROOM_WIDTH,
    .height = MIG_ROOM_HEIGHT,
    .mirrored = options->mirrored,
    .keeps_time = options->keeps_time,
  };
  GtkSnapshot *snapshot;

  if (!mig_room_view_init_scene (&view, sight, corpus, briefing, position, TRUE))
    return NULL;
  snapshot = gtk_snapshot_new ();
  mig_room_painter_paint (painter, snapshot, &view);
  return gtk_snapshot_free_to_node (snapshot);
}

/* A folder of pictures */

static GBytes *
draw_picture (GskRenderNode *node, MigHandoutFormat format, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean svg = format == MIG_HANDOUT_SVG;
  cairo_surface_t *surface =
    svg ? cairo_svg_surface_create_for_stream (mig_export_append_bytes, bytes, MIG_ROOM_WIDTH, MIG_ROOM_HEIGHT)
        : cairo_image_surface_create (CAIRO_FORMAT_RGB24, MIG_ROOM_WIDTH, MIG_ROOM_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (svg)
    cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  status = svg ? CAIRO_STATUS_SUCCESS
               : cairo_surface_write_to_png_stream (surface, mig_export_append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return mig_export_check (status, error) ? g_bytes_new (bytes->data, bytes->len) : NULL;
}

/* "05 VIII. Preparing the summit.png", without what file systems do not take. */
static GFile *
name_picture (GFile *folder, MigBriefing *briefing, guint position, MigHandoutFormat format)
{
  const char *name = mig_scene_get_fields (mig_briefing_get (briefing, position))->name;
  g_autofree char *plain = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 60));
  g_autofree char *file_name = NULL;
  int digits = mig_briefing_get_n (briefing) > 99 ? 5 : 2;

  for (char *c = plain; *c != '\0'; c++)
    {
      if ((guchar) *c < ' ' || strchr ("/\\:*?\"<>|", *c) != NULL)
        *c = '-';
    }
  file_name = g_strdup_printf ("%0*u %s.%s", digits, position + 1, plain, format == MIG_HANDOUT_SVG ? "svg" : "png");
  return g_file_get_child (folder, file_name);
}

static gboolean
ensure_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &local_error) ||
      (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS) &&
       g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
write_pictures (MigBriefing *briefing,
                MigCorpus *corpus,
                const MigHandoutOptions *options,
                MigHandoutFormat format,
                GFile *folder,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (MigPangoContext) context = mig_export_create_context (options->mirrored);
  g_autoptr (MigRoomPainter) painter = mig_room_painter_new (context, options->palette);
  g_autoptr (MigSceneSight) sight = mig_scene_sight_new ();

  mig_room_painter_set_plain_figures (painter);
  if (!ensure_folder (folder, cancellable, error))
    return FALSE;
  for (guint i = 0; i < mig_briefing_get_n (briefing); i++)
    {
      g_autoptr (GFile) file = name_picture (folder, briefing, i, format);
      g_autoptr (GBytes) bytes = NULL;
      GskRenderNode *node;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      node = mig_handout_draw_scene (painter, sight, briefing, corpus, i, options);
      if (node == NULL)
        continue;
      bytes = draw_picture (node, format, error);
      gsk_render_node_unref (node);
      if (bytes == NULL || !mig_export_write (bytes, file, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mig_handout_write:
 * @briefing: what to hand out
 * @corpus: what it is about
 * @options: how
 * @format: as what
 * @file: where to: a file for a PDF, else a folder, which is made if need be
 * @cancellable: (nullable): to stop
 * @error: why it could not be drawn or written
 *
 * Writes a briefing for people to take away. Each file is written whole or not at all; scenes whose targets are gone
 * are left out.
 *
 * Returns: whether all of it stands
 */
gboolean
mig_handout_write (MigBriefing *briefing,
                   MigCorpus *corpus,
                   const MigHandoutOptions *options,
                   MigHandoutFormat format,
                   GFile *file,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  /* Render nodes have their types registered by GTK's initialization, which does so before it looks for a display; that
   * there may be none does not matter here. */
  gtk_init_check ();
  if (format != MIG_HANDOUT_PDF)
    return write_pictures (briefing, corpus, options, format, file, cancellable, error);
  bytes = mig_handout_to_pdf (briefing, corpus, options, cancellable, error);
  return bytes != NULL && mig_export_write (bytes, file, cancellable, error);
}
