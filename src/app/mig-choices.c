/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-choices.h"

/* MigChoices
 *
 * The buttons at the end of a state's page: side by side in the middle where they fit, else one under the other, each
 * as wide as the page.
 */

#define SPACING 10

struct _MigChoices
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MigChoices, mig_choices, GTK_TYPE_WIDGET)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
first_shown (GtkWidget *widget)
{
  return next_shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
following (GtkWidget *child)
{
  return next_shown (gtk_widget_get_next_sibling (child));
}

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
width_side_by_side (GtkWidget *widget)
{
  int width = 0;

  for (GtkWidget *child = first_shown (widget); child != NULL; child = following (child))
    width += natural_width (child) + (width > 0 ? SPACING : 0);

  return width;
}

static int
height_for (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static GtkSizeRequestMode
mig_choices_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mig_choices_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gboolean stacked = for_size >= 0 && for_size < width_side_by_side (widget);

  *minimum = 0;
  for (GtkWidget *child = first_shown (widget); child != NULL; child = following (child))
    {
      int size;

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        gtk_widget_measure (child, orientation, -1, &size, NULL, NULL, NULL);
      else
        size = height_for (child, stacked ? for_size : -1);

      if (orientation == GTK_ORIENTATION_VERTICAL && stacked)
        *minimum += size + (*minimum > 0 ? SPACING : 0);
      else
        *minimum = MAX (*minimum, size);
    }

  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (width_side_by_side (widget), *minimum) : *minimum;
}

static void
mig_choices_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int together = width_side_by_side (widget);
  gboolean stacked = width < together;
  int x = stacked ? 0 : (width - together) / 2;
  int y = 0;

  for (GtkWidget *child = first_shown (widget); child != NULL; child = following (child))
    {
      GtkAllocation allocation = { x, y, stacked ? width : natural_width (child), height };

      if (stacked)
        {
          allocation.height = height_for (child, width);
          y += allocation.height + SPACING;
        }
      else
        {
          x += allocation.width + SPACING;
        }

      if (rtl)
        allocation.x = width - allocation.x - allocation.width;
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
mig_choices_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_choices_parent_class)->dispose (object);
}

static void
mig_choices_class_init (MigChoicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_choices_dispose;
  widget_class->get_request_mode = mig_choices_get_request_mode;
  widget_class->measure = mig_choices_measure;
  widget_class->size_allocate = mig_choices_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "choices");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_choices_init (MigChoices *self)
{
}
