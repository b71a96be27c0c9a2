/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-clamp.h"

#include "mig-columns.h"

/* MigClamp
 *
 * Holds one child in the middle, no wider than can be read with comfort. The width is told in em, so that it grows with
 * the text.
 */

struct _MigClamp
{
  GtkWidget parent_instance;

  GtkWidget *child;
  double maximum_ems;
};

enum
{
  PROP_CHILD = 1,
  PROP_MAXIMUM_EMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigClamp, mig_clamp, GTK_TYPE_WIDGET)

static int
clamp_width (MigClamp *self, int width)
{
  int maximum = (int) (self->maximum_ems * mig_columns_get_em (GTK_WIDGET (self)));
  int minimum;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (minimum, MIN (width, maximum));
}

static GtkSizeRequestMode
mig_clamp_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mig_clamp_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  MigClamp *self = MIG_CLAMP (widget);

  if (self->child == NULL)
    {
      *minimum = *natural = 0;
      return;
    }

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = clamp_width (self, for_size);

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = clamp_width (self, *natural);
}

static void
mig_clamp_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MigClamp *self = MIG_CLAMP (widget);
  GtkAllocation allocation = { 0, 0, width, height };

  if (self->child == NULL)
    return;

  allocation.width = clamp_width (self, width);
  allocation.x = (width - allocation.width) / 2;
  gtk_widget_size_allocate (self->child, &allocation, baseline);
}

static void
mig_clamp_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MigClamp *self = MIG_CLAMP (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;

    case PROP_MAXIMUM_EMS:
      g_value_set_double (value, self->maximum_ems);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_clamp_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MigClamp *self = MIG_CLAMP (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      mig_clamp_set_child (self, g_value_get_object (value));
      break;

    case PROP_MAXIMUM_EMS:
      if (self->maximum_ems == g_value_get_double (value))
        break;
      self->maximum_ems = g_value_get_double (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_clamp_dispose (GObject *object)
{
  MigClamp *self = MIG_CLAMP (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (mig_clamp_parent_class)->dispose (object);
}

static void
mig_clamp_class_init (MigClampClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_clamp_get_property;
  object_class->set_property = mig_clamp_set_property;
  object_class->dispose = mig_clamp_dispose;
  widget_class->get_request_mode = mig_clamp_get_request_mode;
  widget_class->measure = mig_clamp_measure;
  widget_class->size_allocate = mig_clamp_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MAXIMUM_EMS] =
    g_param_spec_double ("maximum-ems", NULL, NULL, 1.0, 1000.0, 58.0,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "clamp");
}

static void
mig_clamp_init (MigClamp *self)
{
  self->maximum_ems = 58.0;
}

/**
 * mig_clamp_new:
 *
 * Returns: (transfer floating): a clamp without a child, 58 em wide at most
 */
GtkWidget *
mig_clamp_new (void)
{
  return g_object_new (MIG_TYPE_CLAMP, NULL);
}

/**
 * mig_clamp_set_child:
 * @self: a clamp
 * @child: (nullable): what it is to hold
 *
 * Replaces the child.
 */
void
mig_clamp_set_child (MigClamp *self, GtkWidget *child)
{
  g_return_if_fail (MIG_IS_CLAMP (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (child == self->child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}
