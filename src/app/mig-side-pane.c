/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-side-pane.h"

#include "mig-columns.h"

/*
 * MigSidePane: the window's content, and at its end edge something beside it that can be shown and hidden. Where there
 * is no room for both, what is beside takes the place of the content; what does not show is hidden altogether, so that
 * a screen reader does not walk into it.
 */

/* Width in em from which both have room. */
#define WIDE_EM 56.0

struct _MigSidePane
{
  GtkWidget parent_instance;

  GtkWidget *side; /* NULL until there is one */
  gboolean narrow;
  gboolean was_narrow; /* when it was allocated last */
  int main_least; /* the width that the content needed when it was last seen: once hidden it says nothing */
  guint fold_id;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigSidePane, mig_side_pane, GTK_TYPE_WIDGET)

static GtkWidget *
get_main (MigSidePane *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

static gboolean
has_side (MigSidePane *self)
{
  return self->side != NULL && gtk_widget_get_visible (self->side);
}

static void
fold (MigSidePane *self)
{
  gtk_widget_set_visible (get_main (self), !(self->narrow && has_side (self)));
}

static gboolean
fold_cb (gpointer user_data)
{
  MigSidePane *self = user_data;

  self->fold_id = 0;
  if (self->narrow != self->was_narrow)
    {
      self->narrow = self->was_narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  fold (self);
  return G_SOURCE_REMOVE;
}

static void
mig_side_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + child_natural : MAX (*natural, child_natural);
    }
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
mig_side_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MigSidePane *self = MIG_SIDE_PANE (widget);
  GtkWidget *content = get_main (self);
  gboolean both = has_side (self) && gtk_widget_get_visible (content);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int side_width = 0;

  if (has_side (self))
    gtk_widget_measure (self->side, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &side_width, NULL, NULL);
  if (gtk_widget_get_visible (content))
    gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &self->main_least, NULL, NULL, NULL);
  self->was_narrow = width < WIDE_EM * mig_columns_get_em (widget) || width - side_width < self->main_least;
  /* Nothing may be hidden in the midst of an allocation. */
  if (self->narrow != self->was_narrow && self->fold_id == 0)
    self->fold_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);

  if (both)
    {
      side_width = MIN (side_width, width);
      allocate_at (content, rtl ? side_width : 0, width - side_width, height);
      allocate_at (self->side, rtl ? 0 : width - side_width, side_width, height);
      return;
    }
  if (gtk_widget_get_visible (content))
    allocate_at (content, 0, width, height);
  if (has_side (self))
    allocate_at (self->side, 0, width, height);
}

static void
side_shown_cb (MigSidePane *self)
{
  fold (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mig_side_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, MIG_SIDE_PANE (object)->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_side_pane_dispose (GObject *object)
{
  MigSidePane *self = MIG_SIDE_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fold_id, g_source_remove);
  self->side = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_side_pane_parent_class)->dispose (object);
}

static void
mig_side_pane_class_init (MigSidePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_side_pane_dispose;
  G_OBJECT_CLASS (klass)->get_property = mig_side_pane_get_property;
  /* Whether there is room for only one of the two. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->measure = mig_side_pane_measure;
  widget_class->size_allocate = mig_side_pane_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sidepane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_side_pane_init (MigSidePane *self)
{
}

/**
 * mig_side_pane_set_side:
 * @self: a pane that has its content, and nothing beside it yet
 * @side: what is to be beside it; shown while it is visible
 */
void
mig_side_pane_set_side (MigSidePane *self, GtkWidget *side)
{
  g_return_if_fail (MIG_IS_SIDE_PANE (self));
  g_return_if_fail (self->side == NULL);

  self->side = side;
  gtk_widget_set_parent (side, GTK_WIDGET (self));
  g_signal_connect_object (side, "notify::visible", G_CALLBACK (side_shown_cb), self, G_CONNECT_SWAPPED);
  side_shown_cb (self);
}
