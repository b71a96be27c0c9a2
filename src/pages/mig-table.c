/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-table.h"

/* A small table of widgets that is a table to a screen reader too: rows of cells, which a GtkGrid has not. A column has
 * a weight; one of weight 0 is as wide as its widest cell, the others share what is left. Text wraps in its cell.
 *
 *   table ──▶ row (header) ──▶ cells
 *         └─▶ row ─────────▶ cells      all rows ask their table for the widths of the columns
 */

#define GAP .75 /* em, between two columns */
#define MAX_NATURAL .34 /* of the table's width, for a column of weight 0 */

typedef struct
{
  int minimum[MIG_TABLE_MAX_COLUMNS];
  int natural[MIG_TABLE_MAX_COLUMNS];
} Widths;

struct _MigTable
{
  GtkWidget parent_instance;

  guint8 weights[MIG_TABLE_MAX_COLUMNS];
  guint n_columns;

  Widths widths; /* of the widest cells */
  gboolean has_widths;
};

G_DEFINE_FINAL_TYPE (MigTable, mig_table, GTK_TYPE_WIDGET)

#define MIG_TYPE_TABLE_ROW (mig_table_row_get_type ())
G_DECLARE_FINAL_TYPE (MigTableRow, mig_table_row, MIG, TABLE_ROW, GtkWidget)

struct _MigTableRow
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MigTableRow, mig_table_row, GTK_TYPE_WIDGET)

static int
get_gap (MigTable *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);

  return (int) (GAP * pango_font_description_get_size (font) / PANGO_SCALE + .5);
}

/* Measures all cells once; they never change, except with the font. */
static const Widths *
get_widths (MigTable *self)
{
  if (self->has_widths)
    return &self->widths;

  self->widths = (Widths) { { 0, }, { 0, } };
  self->has_widths = TRUE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);

      for (guint i = 0; i < self->n_columns && cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
        {
          int minimum, natural;

          gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
          self->widths.minimum[i] = MAX (self->widths.minimum[i], minimum);
          self->widths.natural[i] = MAX (self->widths.natural[i], natural);
        }
    }

  return &self->widths;
}

static void
drop_widths (MigTable *self)
{
  if (!self->has_widths)
    return;

  self->has_widths = FALSE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_queue_resize (row);
}

/* Shares @width among the columns: first to those without weight, then by weight, no one getting less than it needs. */
static void
share_width (MigTable *self,
             int       width,
             int      *shares)
{
  int rest = width - get_gap (self) * ((int) self->n_columns - 1);
  int needed = 0;
  int weight = 0;
  const Widths *widths = get_widths (self);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const int most = MAX (widths->minimum[i], (int) (width * MAX_NATURAL));

      if (self->weights[i] > 0)
        {
          needed += widths->minimum[i];
          weight += self->weights[i];
          continue;
        }
      shares[i] = MIN (widths->natural[i], most);
      rest -= shares[i];
    }

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->weights[i] == 0)
        continue;

      needed -= widths->minimum[i];
      shares[i] = MAX (widths->minimum[i], MIN (rest * self->weights[i] / weight, rest - needed));
      rest -= shares[i];
      weight -= self->weights[i];
    }
}

/* How high a row is, and how far down its cells' common baseline lies. */
static void
measure_row (MigTable  *self,
             GtkWidget *row,
             const int *shares,
             int       *height,
             int       *ascent)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);
  int descent = 0;

  *ascent = 0;
  for (guint i = 0; i < self->n_columns && cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      int natural, baseline;

      gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, shares[i], NULL, &natural, NULL, &baseline);
      if (baseline < 0)
        baseline = natural;
      *ascent = MAX (*ascent, baseline);
      descent = MAX (descent, natural - baseline);
    }

  *height = *ascent + descent;
}

static void
mig_table_row_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  MigTable *table = MIG_TABLE (gtk_widget_get_parent (widget));
  const int gaps = get_gap (table) * ((int) table->n_columns - 1);
  int shares[MIG_TABLE_MAX_COLUMNS];
  int ascent;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      const Widths *widths = get_widths (table);

      *minimum = *natural = gaps;
      for (guint i = 0; i < table->n_columns; i++)
        {
          *minimum += widths->minimum[i];
          *natural += widths->natural[i];
        }
      return;
    }

  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);

  share_width (table, for_size, shares);
  measure_row (table, widget, shares, natural, &ascent);
  *minimum = *natural;
}

static void
mig_table_row_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  MigTable *table = MIG_TABLE (gtk_widget_get_parent (widget));
  const gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int gap = get_gap (table);
  GtkWidget *cell = gtk_widget_get_first_child (widget);
  int shares[MIG_TABLE_MAX_COLUMNS];
  int x = 0;
  int row_height, ascent;

  share_width (table, width, shares);
  measure_row (table, widget, shares, &row_height, &ascent);

  for (guint i = 0; i < table->n_columns && cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      int natural, cell_baseline;

      gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, shares[i], NULL, &natural, NULL, &cell_baseline);
      if (cell_baseline < 0)
        cell_baseline = natural;
      gtk_widget_size_allocate (cell,
                                &(GtkAllocation) {
                                  is_mirrored ? width - x - shares[i] : x, ascent - cell_baseline,
                                  shares[i], natural
                                }, -1);
      x += shares[i] + gap;
    }
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static void
mig_table_row_dispose (GObject *object)
{
  unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (mig_table_row_parent_class)->dispose (object);
}

static void
mig_table_row_class_init (MigTableRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_table_row_dispose;
  widget_class->measure = mig_table_row_measure;
  widget_class->size_allocate = mig_table_row_size_allocate;
  widget_class->get_request_mode = get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "tablerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
mig_table_row_init (MigTableRow *self)
{
}

static void
mig_table_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mig_table_parent_class)->css_changed (widget, change);

  drop_widths (MIG_TABLE (widget));
}

static void
mig_table_dispose (GObject *object)
{
  unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (mig_table_parent_class)->dispose (object);
}

static void
mig_table_class_init (MigTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_table_dispose;
  widget_class->css_changed = mig_table_css_changed;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
mig_table_init (MigTable *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * mig_table_new:
 * @weights: (array length=n_columns): the share of each column in the width that is left; 0 is as wide as needed
 * @n_columns: how many columns, at most %MIG_TABLE_MAX_COLUMNS
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
mig_table_new (const guint8 *weights,
               guint         n_columns)
{
  MigTable *self;

  g_return_val_if_fail (n_columns > 0 && n_columns <= MIG_TABLE_MAX_COLUMNS, NULL);

  self = g_object_new (MIG_TYPE_TABLE, NULL);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    self->weights[i] = weights[i];

  return GTK_WIDGET (self);
}

static GtkWidget *
append (MigTable          *self,
        GtkWidget *const  *cells,
        const char        *css_class)
{
  GtkWidget *row = g_object_new (MIG_TYPE_TABLE_ROW, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (row, css_class);
  for (guint i = 0; i < self->n_columns; i++)
    gtk_widget_set_parent (cells[i], row);

  drop_widths (self);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  return row;
}

/**
 * mig_table_append_row:
 * @self: a table
 * @cells: (array) (transfer floating): one widget a column, of role cell or column header
 *
 * Adds a row at the end.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
mig_table_append_row (MigTable         *self,
                      GtkWidget *const *cells)
{
  g_return_val_if_fail (MIG_IS_TABLE (self), NULL);

  return append (self, cells, NULL);
}

/**
 * mig_table_append_header:
 * @self: a table
 * @cells: (array) (transfer floating): one widget a column, of role column header
 *
 * Adds the row that says what the columns are.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
mig_table_append_header (MigTable         *self,
                         GtkWidget *const *cells)
{
  g_return_val_if_fail (MIG_IS_TABLE (self), NULL);

  return append (self, cells, "header");
}
