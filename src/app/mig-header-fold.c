/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-header-fold.h"

/*
 * MigHeaderFold: holds a button that a header may do without where it is too narrow, since its verb has a key and a
 * place in a menu: it asks for no width, and shows its child only where that has all it needs. A popover that comes
 * after the child is shown in any width.
 */

struct _MigHeaderFold
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MigHeaderFold, mig_header_fold, GTK_TYPE_WIDGET)

static void
mig_header_fold_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
mig_header_fold_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int least;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_set_child_visible (child, width >= least);
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, MAX (width, least), height }, baseline);
  for (child = gtk_widget_get_next_sibling (child); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
mig_header_fold_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_header_fold_parent_class)->dispose (object);
}

static void
mig_header_fold_class_init (MigHeaderFoldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_header_fold_dispose;
  widget_class->measure = mig_header_fold_measure;
  widget_class->size_allocate = mig_header_fold_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "fold");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_header_fold_init (MigHeaderFold *self)
{
}
