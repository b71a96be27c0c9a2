/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-drop-zone.h"

#include <glib/gi18n-lib.h>

/* MigDropZone
 *
 * Lets a file be dropped on its child, and shows, while one hangs above it, that it may.
 */

struct _MigDropZone
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *hint;
  GtkWidget *child;
};

enum
{
  PROP_CHILD = 1,
  N_PROPS,
};

enum
{
  SIGNAL_FILE_DROPPED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigDropZone, mig_drop_zone, GTK_TYPE_WIDGET)

static GdkDragAction
entered_cb (MigDropZone *self)
{
  gtk_widget_set_visible (self->hint, TRUE);

  return GDK_ACTION_COPY;
}

static void
left_cb (MigDropZone *self)
{
  gtk_widget_set_visible (self->hint, FALSE);
}

static gboolean
dropped_cb (MigDropZone *self, const GValue *value)
{
  GFile *file = NULL;

  left_cb (self);

  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      file = g_value_get_object (value);
    }
  else if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      const GSList *files = g_value_get_boxed (value);

      file = files != NULL ? files->data : NULL;
    }

  if (file == NULL)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_FILE_DROPPED], 0, file);
  return TRUE;
}

static void
mig_drop_zone_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, MIG_DROP_ZONE (object)->child);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_drop_zone_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      mig_drop_zone_set_child (MIG_DROP_ZONE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_drop_zone_dispose (GObject *object)
{
  MigDropZone *self = MIG_DROP_ZONE (object);

  self->child = NULL;
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (mig_drop_zone_parent_class)->dispose (object);
}

static void
mig_drop_zone_class_init (MigDropZoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_drop_zone_get_property;
  object_class->set_property = mig_drop_zone_set_property;
  object_class->dispose = mig_drop_zone_dispose;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MigDropZone::file-dropped:
   * @file: what was dropped; of several files the first
   *
   * Somebody has dropped a file.
   */
  signals[SIGNAL_FILE_DROPPED] = g_signal_new ("file-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dropzone");
}

static void
mig_drop_zone_init (MigDropZone *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };

  self->hint = gtk_label_new (_("Drop the corpus here to open it"));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->hint), GTK_JUSTIFY_CENTER);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_add_css_class (self->hint, "mig-drop");

  self->overlay = gtk_overlay_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->hint);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "enter", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * mig_drop_zone_set_child:
 * @self: a drop zone
 * @child: (nullable): what it is to hold
 *
 * Replaces the child.
 */
void
mig_drop_zone_set_child (MigDropZone *self, GtkWidget *child)
{
  g_return_if_fail (MIG_IS_DROP_ZONE (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (child == self->child)
    return;

  self->child = child;
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}
