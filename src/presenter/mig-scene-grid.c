/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-scene-grid.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-list-focus.h"
#include "mig-scene-row.h"
#include "mig-stage.h"
#include "mig-words.h"

/*
 * MigSceneGrid: all scenes as small pictures, to choose from. Only those in sight are drawn.
 */

#define PICTURE_WIDTH 300

struct _MigSceneGrid
{
  GtkWidget parent_instance;

  MigPresentation *presentation;
  GtkSingleSelection *selection;
  GtkWidget *scroller;
  GtkWidget *view;
  MigListFocus *focus; /* of @view */
  gboolean awaits_size; /* to bring the current scene into sight */
  guint scroll_id;
};

G_DEFINE_FINAL_TYPE (MigSceneGrid, mig_scene_grid, GTK_TYPE_WIDGET)

/* Also when scenes before this one come or go: newer versions of GTK do not bind a card again for that. */
static void
show_position (MigSceneGrid *self, GParamSpec *property, GtkListItem *item)
{
  MigScene *scene = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  guint position = gtk_list_item_get_position (item);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  gboolean gone;

  if (scene == NULL)
    return;

  text = mig_scene_row_dup_title (scene, position);
  mig_stage_set_position (MIG_STAGE (gtk_widget_get_first_child (box)), position);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gone = mig_scene_is_gone (scene, mig_presentation_get_corpus (self->presentation));
  label = mig_words_join ((const char *const[]){ text, gone ? _("not in this corpus") : "", NULL });
  mig_compat_name_list_item (item, label);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MigSceneGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *stage = mig_stage_new (MIG_STAGE_SCENE);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (stage, PICTURE_WIDTH, -1);
  mig_stage_set_keeps_shape (MIG_STAGE (stage), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (box, "mig-scene-card");
  gtk_box_append (GTK_BOX (box), stage);
  gtk_box_append (GTK_BOX (box), label);
  mig_list_focus_set_up (item, box);
  g_signal_connect_object (item, "notify::position", G_CALLBACK (show_position), self, G_CONNECT_SWAPPED);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MigSceneGrid *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  MigScene *scene = gtk_list_item_get_item (item);
  gboolean gone = mig_scene_is_gone (scene, mig_presentation_get_corpus (self->presentation));

  mig_stage_set_presentation (MIG_STAGE (gtk_widget_get_first_child (box)), self->presentation);
  show_position (self, NULL, item);
  gtk_list_item_set_activatable (item, !gone);
  gtk_list_item_set_selectable (item, !gone);
  if (gone)
    gtk_widget_add_css_class (box, "gone");
  else
    gtk_widget_remove_css_class (box, "gone");
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MigSceneGrid *self)
{
  mig_stage_set_presentation (MIG_STAGE (gtk_widget_get_first_child (gtk_list_item_get_child (item))), NULL);
}

static void
activate_cb (GtkGridView *view, guint position, MigSceneGrid *self)
{
  mig_presentation_go_to (self->presentation, position);
}

static gboolean
scroll_cb (gpointer user_data)
{
  MigSceneGrid *self = user_data;

  self->scroll_id = 0;
  mig_list_focus_go (self->focus, mig_presentation_get_position (self->presentation));
  return G_SOURCE_REMOVE;
}

/* What has no size yet cannot be scrolled, and not while sizes are given out. */
static void
sized_cb (MigSceneGrid *self)
{
  if (!self->awaits_size)
    return;
  self->awaits_size = FALSE;
  self->scroll_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, scroll_cb, self, NULL);
}

static void
mig_scene_grid_dispose (GObject *object)
{
  MigSceneGrid *self = MIG_SCENE_GRID (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->focus, mig_list_focus_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (mig_scene_grid_parent_class)->dispose (object);
}

static void
mig_scene_grid_class_init (MigSceneGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_scene_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scenegrid");
}

static void
mig_scene_grid_init (MigSceneGrid *self)
{
}

/**
 * mig_scene_grid_new:
 * @presentation: whose scenes
 *
 * Returns: (transfer none): the overview
 */
GtkWidget *
mig_scene_grid_new (MigPresentation *presentation)
{
  MigSceneGrid *self = g_object_new (MIG_TYPE_SCENE_GRID, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  MigBriefing *briefing = mig_presentation_get_briefing (presentation);

  self->presentation = g_object_ref (presentation);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (briefing)));
  self->view = gtk_grid_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  self->focus = mig_list_focus_new (self->view);
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->view), 2);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->view), 5);
  gtk_grid_view_set_single_click_activate (GTK_GRID_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All scenes"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (sized_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mig_scene_grid_show_current:
 * @self: an overview
 *
 * Selects the scene at which the presenter is, brings it into sight and gives it the focus.
 */
void
mig_scene_grid_show_current (MigSceneGrid *self)
{
  guint position = mig_presentation_get_position (self->presentation);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  self->awaits_size = self->scroll_id == 0 && gtk_adjustment_get_page_size (adjustment) <= 0;
  gtk_single_selection_set_selected (self->selection, position);
  /* The keys are the overview's at once, and those that step go on from the scene at hand. */
  gtk_widget_grab_focus (self->view);
  mig_list_focus_go (self->focus, position);
}
