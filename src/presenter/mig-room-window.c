/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-room-window.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-scene-grid.h"
#include "mig-stage.h"

/*
 * MigRoomWindow: what the room sees, over a whole screen: the stage, and where there is no console to have it, the
 * overview of scenes over it. Nothing else is ever on it.
 */

struct _MigRoomWindow
{
  GtkApplicationWindow parent_instance;

  MigPresentation *presentation;
  GtkWidget *overlay;
  GtkWidget *stage;
  GtkWidget *grid; /* NULL until it is first asked for */
  gboolean alone;
};

G_DEFINE_FINAL_TYPE (MigRoomWindow, mig_room_window, GTK_TYPE_APPLICATION_WINDOW)

static void
ensure_grid (MigRoomWindow *self)
{
  if (self->grid != NULL)
    return;
  self->grid = mig_scene_grid_new (self->presentation);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->grid);
}

static void
changed_cb (MigRoomWindow *self)
{
  gboolean wanted = self->alone && mig_presentation_get_overview (self->presentation);
  gboolean shown = self->grid != NULL && gtk_widget_get_visible (self->grid);

  if (wanted == shown)
    return;
  if (wanted)
    ensure_grid (self);
  if (!wanted)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (self->grid, wanted);
  if (wanted)
    mig_scene_grid_show_current (MIG_SCENE_GRID (self->grid));
}

static void
announce_cb (MigRoomWindow *self, const char *message)
{
  if (self->alone)
    mig_compat_announce (GTK_WIDGET (self), message);
}

/* Whoever closes it, as the window manager may, ends the presentation and nothing else. */
static gboolean
mig_room_window_close_request (GtkWindow *window)
{
  mig_presentation_end (MIG_ROOM_WINDOW (window)->presentation);
  return GDK_EVENT_STOP;
}

static void
mig_room_window_dispose (GObject *object)
{
  MigRoomWindow *self = MIG_ROOM_WINDOW (object);

  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (mig_room_window_parent_class)->dispose (object);
}

static void
mig_room_window_class_init (MigRoomWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mig_room_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mig_room_window_close_request;
}

static void
mig_room_window_init (MigRoomWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-room");
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 540);
  gtk_application_window_set_show_menubar (GTK_APPLICATION_WINDOW (self), FALSE);
  gtk_window_set_icon_name (GTK_WINDOW (self), MIG_APPLICATION_ID);
}

/**
 * mig_room_window_new:
 * @application: (nullable): the application
 * @presentation: what the room is to see
 * @palette: in which colours
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
mig_room_window_new (GtkApplication *application, MigPresentation *presentation, MigPalette palette)
{
  MigRoomWindow *self = g_object_new (MIG_TYPE_ROOM_WINDOW, "application", application, NULL);
  g_autofree char *title = NULL;

  /* Translators: the title of the window on the room's screen; %s is that of a briefing */
  title = g_strdup_printf (_("%s: what the room sees"), mig_briefing_get_title (mig_presentation_get_briefing (
                                                          presentation)));
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->presentation = g_object_ref (presentation);
  self->overlay = gtk_overlay_new ();
  self->stage = mig_stage_new (MIG_STAGE_ROOM);
  gtk_widget_set_hexpand (self->stage, TRUE);
  gtk_widget_set_vexpand (self->stage, TRUE);
  mig_stage_set_palette (MIG_STAGE (self->stage), palette);
  mig_stage_set_presentation (MIG_STAGE (self->stage), presentation);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->stage);
  gtk_window_set_child (GTK_WINDOW (self), self->overlay);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "announce", G_CALLBACK (announce_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mig_room_window_get_overlay:
 * @self: the room's window
 *
 * Returns: (transfer none): what lays something over what the room sees
 */
GtkOverlay *
mig_room_window_get_overlay (MigRoomWindow *self)
{
  g_return_val_if_fail (MIG_IS_ROOM_WINDOW (self), NULL);

  return GTK_OVERLAY (self->overlay);
}

/**
 * mig_room_window_set_alone:
 * @self: the room's window
 * @alone: whether there is no console beside it
 */
void
mig_room_window_set_alone (MigRoomWindow *self, gboolean alone)
{
  g_return_if_fail (MIG_IS_ROOM_WINDOW (self));

  self->alone = alone;
  mig_stage_set_alone (MIG_STAGE (self->stage), alone);
  changed_cb (self);
}
