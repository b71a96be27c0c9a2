/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-scene-row.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-talk-timer.h"
#include "mig-words.h"

/*
 * MigSceneRow: a scene in a list: its number, its name, how long it is meant to take; or that it is gone.
 */

struct _MigSceneRow
{
  GtkWidget parent_instance;

  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *time;
};

G_DEFINE_FINAL_TYPE (MigSceneRow, mig_scene_row, GTK_TYPE_WIDGET)

static void
mig_scene_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_scene_row_parent_class)->dispose (object);
}

static void
mig_scene_row_class_init (MigSceneRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_scene_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scenerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (MigSceneRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
mig_scene_row_init (MigSceneRow *self)
{
  self->number = add_label (self, "number");
  self->name = add_label (self, "name");
  self->time = add_label (self, "time");
  gtk_label_set_width_chars (self->number, 3);
  gtk_label_set_xalign (self->number, 1);
  gtk_label_set_xalign (self->name, 0);
  /* The year comes last, and is what tells many scenes apart. */
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
}

/**
 * mig_scene_row_new:
 *
 * Returns: (transfer none): a row
 */
GtkWidget *
mig_scene_row_new (void)
{
  return g_object_new (MIG_TYPE_SCENE_ROW, NULL);
}

/**
 * mig_scene_row_dup_title:
 * @scene: a scene
 * @position: its place in the briefing
 *
 * Returns: (transfer full): its number and its name
 */
char *
mig_scene_row_dup_title (MigScene *scene, guint position)
{
  const char *name = mig_scene_get_fields (scene)->name;
  g_autofree char *number = mig_words_number (position + 1);

  /* Translators: a scene in an overview: %1$s is its number, %2$s its name */
  return g_strdup_printf (C_("overview", "%1$s  %2$s"), number, *name != '\0' ? name : C_("scene", "Untitled"));
}

static void
set_class (MigSceneRow *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/**
 * mig_scene_row_show:
 * @self: a row
 * @item: the line that it stands in, with a scene
 * @corpus: what the briefing is about
 *
 * Shows the line's scene.
 */
void
mig_scene_row_show (MigSceneRow *self, GtkListItem *item, MigCorpus *corpus)
{
  MigScene *scene = gtk_list_item_get_item (item);
  guint position = gtk_list_item_get_position (item);
  const MigSceneFields *fields = mig_scene_get_fields (scene);
  gboolean gone = mig_scene_is_gone (scene, corpus);
  g_autofree char *number = mig_words_number (position + 1);
  g_autofree char *time = fields->duration > 0 ? mig_talk_timer_format (fields->duration) : g_strdup ("");
  const char *name = *fields->name != '\0' ? fields->name : C_("scene", "Untitled");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (gone)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->name, attributes);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->time, gone ? _("not in this corpus") : time);
  gtk_widget_set_visible (GTK_WIDGET (self->time), gone || *time != '\0');
  set_class (self, "gone", gone);
  title = mig_scene_row_dup_title (scene, position);
  label = mig_words_join ((const char *const[]){ title, gtk_label_get_text (self->time), NULL });
  mig_compat_name_list_item (item, label);
}

/**
 * mig_scene_row_set_past:
 * @self: a row
 * @past: whether the scene was shown already
 * @present: whether it is being shown
 */
void
mig_scene_row_set_past (MigSceneRow *self, gboolean past, gboolean present)
{
  set_class (self, "past", past);
  set_class (self, "present", present);
}
