/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lines.h"

/* Widgets under each other whose baseline is that of the first, so that a number beside them stands on their first
 * line. Before GTK 4.12 a vertical GtkBox has no baseline. */

struct _MigLines
{
  GtkWidget parent_instance;
};

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigLines, mig_lines, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static GtkBuildableIface *parent_buildable_iface;

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    mig_lines_append (MIG_LINES (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
mig_lines_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  gboolean is_first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural, child_baseline;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
          continue;
        }

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, for_size < 0 ? -1 : MIN (for_size, child_natural),
                          NULL, &child_natural, NULL, &child_baseline);

      if (is_first && child_baseline >= 0)
        *minimum_baseline = *natural_baseline = child_baseline;
      *natural += child_natural;
      is_first = FALSE;
    }

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
}

static void
mig_lines_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  const gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  if (baseline >= 0)
    {
      int own_baseline;

      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, &own_baseline);
      y = own_baseline >= 0 ? baseline - own_baseline : 0;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;

      /* No wider than it wants, so that a link ends where its words end. */
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &child_width, NULL, NULL);
      child_width = MIN (child_width, width);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) {
                                  is_mirrored ? width - child_width : 0, y, child_width, child_height
                                }, -1);
      y += child_height;
    }
}

static GtkSizeRequestMode
mig_lines_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mig_lines_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_lines_parent_class)->dispose (object);
}

static void
mig_lines_class_init (MigLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_lines_dispose;

  widget_class->measure = mig_lines_measure;
  widget_class->size_allocate = mig_lines_size_allocate;
  widget_class->get_request_mode = mig_lines_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "lines");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_lines_init (MigLines *self)
{
}

/**
 * mig_lines_new:
 *
 * Returns: (transfer floating): an empty column of lines
 */
GtkWidget *
mig_lines_new (void)
{
  return g_object_new (MIG_TYPE_LINES, NULL);
}

/**
 * mig_lines_append:
 * @self: lines
 * @child: (transfer floating): the next line
 *
 * Adds @child under the others.
 */
void
mig_lines_append (MigLines  *self,
                  GtkWidget *child)
{
  g_return_if_fail (MIG_IS_LINES (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
