/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-problem-row.h"

#include <math.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mig-columns.h"
#include "mig-words.h"

/* MigProblemRow
 *
 * One line of the table of problems, or its heading: line, where, what is wrong. In a narrow window the last moves
 * under the other two. All measures are in em.
 *
 *   wide    │   417 │ events[12].start_date │ “2016-13-01” is not a date. The month must be 01 to 12. │
 *
 *   narrow  │ 417 │ events[12].start_date                         │
 *           │ “2016-13-01” is not a date. The month must be 01 … │
 */

#define WIDE_EM 42.0
#define LINE_EM 5.2
#define WHERE_EM 17.9
#define GAP_EM 0.95

struct _MigProblemRow
{
  GtkWidget parent_instance;

  GtkWidget *line;
  GtkWidget *where;
  GtkWidget *what;
};

G_DEFINE_FINAL_TYPE (MigProblemRow, mig_problem_row, GTK_TYPE_WIDGET)

typedef struct
{
  gboolean wide;
  int line_width;
  int where_width;
  int what_x;
  int what_width;
  int gap;
} Layout;

static Layout
lay_out (MigProblemRow *self, int width)
{
  double em = mig_columns_get_em (GTK_WIDGET (self));
  Layout layout = { .wide = width >= WIDE_EM * em, .gap = (int) (GAP_EM * em) };

  if (layout.wide)
    {
      layout.line_width = (int) (LINE_EM * em);
      layout.where_width = (int) (WHERE_EM * em);
      layout.what_x = layout.line_width + layout.where_width + 2 * layout.gap;
      layout.what_width = MAX (width - layout.what_x, 0);
    }
  else
    {
      gtk_widget_measure (self->line, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &layout.line_width, NULL, NULL);
      layout.where_width = MAX (width - layout.line_width - layout.gap, 0);
      layout.what_width = width;
    }

  return layout;
}

static int
height_for (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
first_height (MigProblemRow *self, const Layout *layout)
{
  return MAX (height_for (self->line, layout->line_width), height_for (self->where, layout->where_width));
}

static GtkSizeRequestMode
mig_problem_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mig_problem_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  MigProblemRow *self = MIG_PROBLEM_ROW (widget);
  Layout layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int line, where, what;

      gtk_widget_measure (self->line, orientation, -1, NULL, &line, NULL, NULL);
      gtk_widget_measure (self->where, orientation, -1, &where, NULL, NULL, NULL);
      gtk_widget_measure (self->what, orientation, -1, &what, NULL, NULL, NULL);
      *minimum = MAX (line + where + lay_out (self, 0).gap, what);
      /* Rounded up: a natural width that is a fraction too narrow would not be wide. */
      *natural = MAX (*minimum, (int) ceil (WIDE_EM * mig_columns_get_em (widget)));
      return;
    }

  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);

  layout = lay_out (self, for_size);
  *minimum = layout.wide ? MAX (first_height (self, &layout), height_for (self->what, layout.what_width))
                         : first_height (self, &layout) + height_for (self->what, layout.what_width);
  *natural = *minimum;
}

static void
place (GtkWidget *widget, GtkWidget *child, int x, int y, int child_width, int child_height, int width)
{
  GtkAllocation allocation = { x, y, child_width, child_height };

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    allocation.x = width - x - child_width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
mig_problem_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MigProblemRow *self = MIG_PROBLEM_ROW (widget);
  Layout layout = lay_out (self, width);
  int where_x = layout.line_width + layout.gap;
  int first = layout.wide ? height : first_height (self, &layout);

  place (widget, self->line, 0, 0, layout.line_width, first, width);
  place (widget, self->where, where_x, 0, layout.where_width, first, width);
  if (layout.wide)
    place (widget, self->what, layout.what_x, 0, layout.what_width, height, width);
  else
    place (widget, self->what, 0, first, layout.what_width, MAX (height - first, 0), width);
}

static void
mig_problem_row_dispose (GObject *object)
{
  MigProblemRow *self = MIG_PROBLEM_ROW (object);

  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->where, gtk_widget_unparent);
  g_clear_pointer (&self->what, gtk_widget_unparent);

  G_OBJECT_CLASS (mig_problem_row_parent_class)->dispose (object);
}

static void
mig_problem_row_class_init (MigProblemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_problem_row_dispose;
  widget_class->get_request_mode = mig_problem_row_get_request_mode;
  widget_class->measure = mig_problem_row_measure;
  widget_class->size_allocate = mig_problem_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "problem");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (MigProblemRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
mig_problem_row_init (MigProblemRow *self)
{
  self->line = add_label (self, "mig-problem-line");
  self->where = add_label (self, "mig-problem-where");
  self->what = add_label (self, "mig-problem-what");

  gtk_label_set_xalign (GTK_LABEL (self->line), 1.0f);
  gtk_label_set_wrap (GTK_LABEL (self->line), FALSE);
}

/* A path is code: it reads from left to right in every language, though it stands where the line begins, and breaks
 * without a hyphen. */
static void
show_where (MigProblemRow *self, const MigProblem *problem)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_text (GTK_LABEL (self->where), problem->path);
  gtk_label_set_attributes (GTK_LABEL (self->where), attributes);
  gtk_widget_set_direction (self->where, GTK_TEXT_DIR_LTR);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    gtk_label_set_xalign (GTK_LABEL (self->where), 1.0f);
}

static void
show_what (MigProblemRow *self, const MigProblem *problem)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  g_autofree char *text = NULL;
  const char *found;

  if (*problem->hint == '\0')
    text = g_strdup (problem->what);
  else
    /* Translators: what is wrong with a file, then what to do about it; two sentences, one after the other */
    text = g_strdup_printf (C_("problem", "%1$s %2$s"), problem->what, problem->hint);

  found = strstr (text, problem->what);
  if (found != NULL)
    {
      bold->start_index = (guint) (found - text);
      bold->end_index = bold->start_index + (guint) strlen (problem->what);
    }
  pango_attr_list_insert (attributes, bold);

  gtk_label_set_text (GTK_LABEL (self->what), text);
  gtk_label_set_attributes (GTK_LABEL (self->what), attributes);
}

/**
 * mig_problem_row_new:
 * @problem: (nullable): a problem, or %NULL for the table's heading
 *
 * Returns: (transfer floating): a row; it copies what it shows
 */
GtkWidget *
mig_problem_row_new (const MigProblem *problem)
{
  MigProblemRow *self = g_object_new (MIG_TYPE_PROBLEM_ROW, NULL);

  if (problem == NULL)
    {
      /* Translators: heading of a column of line numbers */
      gtk_label_set_text (GTK_LABEL (self->line), _("Line"));
      gtk_label_set_text (GTK_LABEL (self->where), _("Where"));
      gtk_label_set_text (GTK_LABEL (self->what), _("What is wrong"));
      return GTK_WIDGET (self);
    }

  if (problem->line > 0)
    {
      g_autofree char *line = mig_words_number ((guint) MIN (problem->line, G_MAXUINT));

      gtk_label_set_text (GTK_LABEL (self->line), line);
    }
  show_where (self, problem);
  show_what (self, problem);

  return GTK_WIDGET (self);
}
