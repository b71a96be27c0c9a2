/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-cells.h"

#include "mig-entity.h"
#include "mig-glyph.h"
#include "mig-item-sorter.h"

/* The columns of the lists, and their cells: what is made for a row that comes into sight, and told of it. */

typedef struct
{
  MigItemKind kind;
  MigItemColumn column;
  gboolean is_first; /* what the row is called, with its mark */
} CellKind;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, const CellKind *cell)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *child = label;

  if (cell->is_first)
    {
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      gtk_box_append (GTK_BOX (child), mig_glyph_new (MIG_GLYPH_NONE));
      gtk_box_append (GTK_BOX (child), label);
    }
  else if (mig_item_column_get_type (cell->column) == MIG_ITEM_COLUMN_NUMBER)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  g_object_set_data (G_OBJECT (child), "list-item", list_item);
  gtk_list_item_set_child (list_item, child);
}

/* A row is told as one line, by its first cell. */
static void
tell_row (GtkWidget *child, MigEntity *entity, MigItemKind kind)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *description = mig_item_dup_description (kind, mig_entity_get_corpus (entity),
                                                           mig_entity_get_ref (entity));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, const CellKind *cell)
{
  MigEntity *entity = gtk_list_item_get_item (list_item);
  MigCorpus *corpus = mig_entity_get_corpus (entity);
  const MigRef ref = mig_entity_get_ref (entity);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  g_autofree char *text = mig_item_column_dup_text (cell->column, corpus, ref);

  if (cell->is_first)
    {
      mig_glyph_set_kind (MIG_GLYPH (gtk_widget_get_first_child (child)), mig_glyph_kind_for (corpus, ref));
      tell_row (child, entity, cell->kind);
    }
  /* What there is no room for can be read in full. */
  if (mig_item_column_get_type (cell->column) == MIG_ITEM_COLUMN_TEXT)
    gtk_widget_set_tooltip_text (child, *text != '\0' ? text : NULL);
  gtk_label_set_text (GTK_LABEL (cell->is_first ? gtk_widget_get_last_child (child) : child), text);
}

/**
 * mig_item_cells_get_width:
 * @column: a column
 * @is_first: whether it is the first one
 *
 * Returns: the width that it needs to say something, in em
 */
double
mig_item_cells_get_width (MigItemColumn column, gboolean is_first)
{
  if (is_first)
    return 16;
  if (column == MIG_ITEM_COLUMN_VALUE)
    return 9;
  if (mig_item_column_get_type (column) == MIG_ITEM_COLUMN_NUMBER || column == MIG_ITEM_COLUMN_KIND)
    return 8.5;

  return 12;
}

/**
 * mig_item_cells_column_new:
 * @kind: a kind of list
 * @column: one of its columns
 * @em: the size of the letters, in pixels
 *
 * Returns: (transfer full): a column for a view of #MigEntity
 */
GtkColumnViewColumn *
mig_item_cells_column_new (MigItemKind kind, MigItemColumn column, double em)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  guint n;
  CellKind *cell = g_new (CellKind, 1);
  GtkColumnViewColumn *view_column;
  g_autoptr (GtkSorter) sorter = mig_item_sorter_new (column);

  *cell = (CellKind) { kind, column, mig_item_kind_get_columns (kind, &n)[0] == column };
  g_object_set_data_full (G_OBJECT (factory), "cell-kind", cell, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cell);

  view_column = gtk_column_view_column_new (mig_item_column_get_name (column), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, cell->is_first);
  /* Otherwise the width would be that of the longest text in sight, and change whenever one scrolls. */
  if (!cell->is_first)
    gtk_column_view_column_set_fixed_width (view_column, (int) (mig_item_cells_get_width (column, FALSE) * em));
  g_object_set_data (G_OBJECT (view_column), "item-column", GUINT_TO_POINTER (column));

  return view_column;
}

/**
 * mig_item_cells_get_column:
 * @column: a column that was made here
 *
 * Returns: what it tells
 */
MigItemColumn
mig_item_cells_get_column (GtkColumnViewColumn *column)
{
  return (MigItemColumn) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "item-column"));
}

/**
 * mig_item_cells_get_list_item:
 * @row: the widget of a row
 *
 * Returns: (transfer none) (nullable): the list item of its first cell, which tells what the row stands for
 */
GtkListItem *
mig_item_cells_get_list_item (GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);
  GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

  return child != NULL ? g_object_get_data (G_OBJECT (child), "list-item") : NULL;
}
