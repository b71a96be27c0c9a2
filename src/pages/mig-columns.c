/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-columns.h"

/* A page's two columns: the text, of a width that reads well, and the aside. Where there is no room for both, the aside
 * goes under the text. All widths are in em, so that large text counts as a narrow window.
 *
 *   │ main: at most 42 em │ gap │ aside: 18 em │ what is left stays empty │
 */

struct _MigColumns
{
  GtkWidget parent_instance;

  GtkWidget *main;
  GtkWidget *aside;
  gboolean is_wide;
};

G_DEFINE_FINAL_TYPE (MigColumns, mig_columns, GTK_TYPE_WIDGET)

#define MIN_WIDTH_BESIDE 42
#define MIN_WIDTH_LARGE 75
#define MAIN_WIDTH 42.3
#define MAIN_WIDTH_LARGE 46.4
#define ASIDE_WIDTH 18.4
#define ASIDE_WIDTH_LARGE 21.8
#define GAP 2.45
#define GAP_BELOW 1.25

typedef struct
{
  gboolean is_beside;
  int main_width;
  int aside_x;
  int aside_width;
  int gap_below;
} Plan;

static int
to_pixels (double em,
           double size)
{
  return (int) (em * size + .5);
}

static void
make_plan (MigColumns *self,
           int         width,
           Plan       *plan)
{
  const double em = mig_columns_get_em (GTK_WIDGET (self));
  const gboolean is_large = width >= to_pixels (MIN_WIDTH_LARGE, em);
  const int aside_width = to_pixels (is_large ? ASIDE_WIDTH_LARGE : ASIDE_WIDTH, em);
  const int gap = to_pixels (GAP, em);
  const int main_width = to_pixels (is_large ? MAIN_WIDTH_LARGE : MAIN_WIDTH, em) +
                         (self->is_wide ? gap + aside_width : 0);

  plan->is_beside = gtk_widget_should_layout (self->aside) && width >= to_pixels (MIN_WIDTH_BESIDE, em);
  plan->gap_below = to_pixels (GAP_BELOW, em);

  if (plan->is_beside)
    {
      plan->main_width = MIN (main_width, width - gap - aside_width);
      plan->aside_x = plan->main_width + gap;
      plan->aside_width = aside_width;
    }
  else
    {
      plan->main_width = MIN (main_width, width);
      plan->aside_x = 0;
      plan->aside_width = plan->main_width;
    }
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int minimum_width, height;

  if (!gtk_widget_should_layout (child))
    return 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum_width), &height, NULL, NULL, NULL);
  return height;
}

static void
mig_columns_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  MigColumns *self = MIG_COLUMNS (widget);
  int main_minimum, aside_minimum = 0;
  Plan plan;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      const double em = mig_columns_get_em (widget);

      gtk_widget_measure (self->main, GTK_ORIENTATION_HORIZONTAL, -1, &main_minimum, NULL, NULL, NULL);
      if (gtk_widget_should_layout (self->aside))
        gtk_widget_measure (self->aside, GTK_ORIENTATION_HORIZONTAL, -1, &aside_minimum, NULL, NULL, NULL);
      *minimum = MAX (main_minimum, aside_minimum);
      *natural = MAX (*minimum, to_pixels (MAIN_WIDTH + GAP + ASIDE_WIDTH, em));
      return;
    }

  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);

  make_plan (self, for_size, &plan);
  main_minimum = measure_height (self->main, plan.main_width);
  aside_minimum = measure_height (self->aside, plan.aside_width);

  if (plan.is_beside)
    *minimum = MAX (main_minimum, aside_minimum);
  else
    *minimum = main_minimum + aside_minimum + (aside_minimum > 0 ? plan.gap_below : 0);
  *natural = *minimum;
}

static void
mig_columns_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  MigColumns *self = MIG_COLUMNS (widget);
  const gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int main_height, aside_y;
  Plan plan;

  make_plan (self, width, &plan);
  main_height = measure_height (self->main, plan.main_width);
  aside_y = plan.is_beside ? 0 : main_height + plan.gap_below;

  gtk_widget_size_allocate (self->main,
                            &(GtkAllocation) {
                              is_mirrored ? width - plan.main_width : 0, 0, plan.main_width, main_height
                            }, -1);

  if (gtk_widget_should_layout (self->aside))
    gtk_widget_size_allocate (self->aside,
                              &(GtkAllocation) {
                                is_mirrored ? width - plan.aside_x - plan.aside_width : plan.aside_x, aside_y,
                                plan.aside_width, measure_height (self->aside, plan.aside_width)
                              }, -1);
}

/* GTK goes to the child whose middle is highest first; here the aside comes after the text, however short it is. */
static gboolean
mig_columns_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  MigColumns *self = MIG_COLUMNS (widget);
  const gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *order[] = { self->main, self->aside };
  GtkWidget *within = gtk_widget_get_focus_child (widget);
  int i;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (mig_columns_parent_class)->focus (widget, direction);

  if (within != NULL)
    i = within == self->aside ? 1 : 0;
  else
    i = is_forward ? 0 : 1;

  for (; i >= 0 && i < (int) G_N_ELEMENTS (order); i += is_forward ? 1 : -1)
    if (gtk_widget_should_layout (order[i]) && gtk_widget_child_focus (order[i], direction))
      return TRUE;

  return FALSE;
}

static GtkSizeRequestMode
mig_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mig_columns_dispose (GObject *object)
{
  MigColumns *self = MIG_COLUMNS (object);

  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->aside, gtk_widget_unparent);

  G_OBJECT_CLASS (mig_columns_parent_class)->dispose (object);
}

static void
mig_columns_class_init (MigColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_columns_dispose;

  widget_class->measure = mig_columns_measure;
  widget_class->size_allocate = mig_columns_size_allocate;
  widget_class->get_request_mode = mig_columns_get_request_mode;
  widget_class->focus = mig_columns_focus;

  gtk_widget_class_set_css_name (widget_class, "columns");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_columns_init (MigColumns *self)
{
  self->main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->main, "main");
  gtk_widget_set_parent (self->main, GTK_WIDGET (self));

  self->aside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->aside, "aside");
  gtk_widget_set_visible (self->aside, FALSE);
  gtk_widget_set_parent (self->aside, GTK_WIDGET (self));
}

/**
 * mig_columns_get_main:
 * @self: columns
 *
 * Returns: (transfer none): the #GtkBox of the text
 */
GtkWidget *
mig_columns_get_main (MigColumns *self)
{
  g_return_val_if_fail (MIG_IS_COLUMNS (self), NULL);

  return self->main;
}

/**
 * mig_columns_get_aside:
 * @self: columns
 *
 * Returns: (transfer none): the #GtkBox of the aside, to be shown by whoever fills it
 */
GtkWidget *
mig_columns_get_aside (MigColumns *self)
{
  g_return_val_if_fail (MIG_IS_COLUMNS (self), NULL);

  return self->aside;
}

/**
 * mig_columns_set_wide:
 * @self: columns
 * @is_wide: whether the text also takes the room of an aside
 *
 * For a page that has no aside, and is no text that one reads line by line.
 */
void
mig_columns_set_wide (MigColumns *self,
                      gboolean    is_wide)
{
  g_return_if_fail (MIG_IS_COLUMNS (self));

  self->is_wide = is_wide;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mig_columns_get_em:
 * @widget: a widget
 *
 * Returns: the size of the widget's font in pixels, which grows with the desktop's text size
 */
double
mig_columns_get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);

  return pango_font_description_get_size (font) / (double) PANGO_SCALE;
}
