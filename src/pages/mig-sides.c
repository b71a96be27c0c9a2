/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-sides.h"

#include "mig-columns.h"

/* Parts of equal width beside each other; one under the other where there is no room for that. Widths are in em, so
 * that large text counts as a narrow window.
 *
 *   │ only the first │ gap │ both │ gap │ only the second │
 */

#define MIN_CHILD_WIDTH 11.5
#define GAP 1.6
#define GAP_BELOW .6

struct _MigSides
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MigSides, mig_sides, GTK_TYPE_WIDGET)

static int
to_pixels (GtkWidget *widget,
           double     em)
{
  return (int) (em * mig_columns_get_em (widget) + .5);
}

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;

  return n;
}

/* The width of each, or 0 if they do not stand beside each other. */
static int
find_child_width (GtkWidget *widget,
                  int        width)
{
  const int n = count_children (widget);
  const int child_width = n > 0 ? (width - (n - 1) * to_pixels (widget, GAP)) / n : 0;

  if (child_width < to_pixels (widget, MIN_CHILD_WIDTH))
    return 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > child_width)
        return 0;
    }

  return child_width;
}

/* Puts the children into their places, or, with @is_dry, only finds out how high they are together. */
static int
place (GtkWidget *widget,
       int        width,
       gboolean   is_dry)
{
  const gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int beside = find_child_width (widget, width);
  const int child_width = beside > 0 ? beside : width;
  int x = 0, y = 0, total = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, &height, NULL, NULL, NULL);
      if (!is_dry)
        gtk_widget_size_allocate (child, &(GtkAllocation) { is_mirrored ? width - x - child_width : x, y,
                                                            child_width, height }, -1);
      if (beside > 0)
        {
          x += child_width + to_pixels (widget, GAP);
          total = MAX (total, height);
        }
      else
        {
          total = y + height;
          y = total + to_pixels (widget, GAP_BELOW);
        }
    }

  return total;
}

static void
mig_sides_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      widest = MAX (widest, child_minimum);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, 3 * to_pixels (widget, MIN_CHILD_WIDTH));
      return;
    }

  *minimum = place (widget, for_size < 0 ? widest : MAX (for_size, widest), TRUE);
  *natural = *minimum;
}

static void
mig_sides_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  place (widget, width, FALSE);
}

/* GTK goes to the child whose middle is highest first; here one side comes after the other, however short it is. */
static gboolean
mig_sides_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  const gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (mig_sides_parent_class)->focus (widget, direction);

  if (child == NULL)
    child = is_forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);
  for (; child != NULL; child = is_forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child))
    if (gtk_widget_should_layout (child) && gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}

static GtkSizeRequestMode
mig_sides_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mig_sides_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_sides_parent_class)->dispose (object);
}

static void
mig_sides_class_init (MigSidesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_sides_dispose;

  widget_class->measure = mig_sides_measure;
  widget_class->size_allocate = mig_sides_size_allocate;
  widget_class->get_request_mode = mig_sides_get_request_mode;
  widget_class->focus = mig_sides_focus;

  gtk_widget_class_set_css_name (widget_class, "sides");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_sides_init (MigSides *self)
{
}

/**
 * mig_sides_new:
 *
 * Returns: (transfer floating): an empty row of parts
 */
GtkWidget *
mig_sides_new (void)
{
  return g_object_new (MIG_TYPE_SIDES, NULL);
}

/**
 * mig_sides_append:
 * @self: a row of parts
 * @child: (transfer floating): a widget
 *
 * Adds a part at the end.
 */
void
mig_sides_append (MigSides  *self,
                  GtkWidget *child)
{
  g_return_if_fail (MIG_IS_SIDES (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
