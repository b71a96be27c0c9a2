/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-editor-private.h"

/* The editor's list: which scene is chosen, and how scenes are moved by hand. */

/* What is dragged is a scene's id; so a list that changed meanwhile moves the right one. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  MigScene *scene = gtk_list_item_get_item (item);

  return scene != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, mig_scene_get_id (scene)) : NULL;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static MigBriefingEditor *
get_editor (GtkListItem *item)
{
  return MIG_BRIEFING_EDITOR (gtk_widget_get_ancestor (gtk_list_item_get_child (item), MIG_TYPE_BRIEFING_EDITOR));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *item)
{
  MigBriefingEditor *self = get_editor (item);
  guint from, to = gtk_list_item_get_position (item);

  if (self->briefing == NULL || !mig_briefing_find (self->briefing, g_value_get_string (value), &from))
    return FALSE;
  mig_briefing_move (self->briefing, from, to);
  return TRUE;
}

/* Also when scenes before this one come or go: newer versions of GTK do not bind a row again for that. */
static void
show_item (MigBriefingEditor *self, GParamSpec *property, GtkListItem *item)
{
  if (self->corpus != NULL && gtk_list_item_get_item (item) != NULL)
    mig_scene_row_show (MIG_SCENE_ROW (gtk_list_item_get_child (item)), item, self->corpus);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MigBriefingEditor *self)
{
  GtkWidget *row = mig_scene_row_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), item);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), item);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_list_item_set_child (item, row);
  g_signal_connect_object (item, "notify::position", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MigBriefingEditor *self)
{
  show_item (self, NULL, item);
}

static void
selected_cb (MigBriefingEditor *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->syncing && position != GTK_INVALID_LIST_POSITION)
    mig_briefing_editor_select (self, position);
}

/* Who opens a scene sees it in the window. */
static void
activate_cb (GtkListView *list, guint position, MigBriefingEditor *self)
{
  MigScene *scene = mig_briefing_get (self->briefing, position);

  mig_briefing_editor_select (self, position);
  if (scene != NULL)
    mig_briefing_editor_show_scene (self, scene);
}

void
mig_briefing_editor_add_list (MigBriefingEditor *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
  g_object_unref (factory);
}

/* Gives the list the briefing anew: its scenes, or which of them are gone, are others. */
void
mig_briefing_editor_sync_model (MigBriefingEditor *self)
{
  self->syncing = TRUE;
  gtk_single_selection_set_model (self->selection, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->briefing));
  self->syncing = FALSE;
}

void
mig_briefing_editor_sync_selection (MigBriefingEditor *self)
{
  gboolean syncing = self->syncing;
  guint position;

  if (mig_briefing_editor_get_scene (self, &position) == NULL)
    position = GTK_INVALID_LIST_POSITION;
  else
    self->last_position = position;
  if (gtk_single_selection_get_selected (self->selection) == position)
    return;
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = syncing;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}
