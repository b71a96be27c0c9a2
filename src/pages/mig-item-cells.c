/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-cells.h"

#include "mig-glyph.h"

/* The cells of the table of items: what is made for a row that comes into sight, and told of it. */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *child = label;

  if (GPOINTER_TO_UINT (column) == MIG_ITEM_COLUMN_TITLE)
    {
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      gtk_box_append (GTK_BOX (child), mig_glyph_new (MIG_GLYPH_NONE));
      gtk_box_append (GTK_BOX (child), label);
    }
  else if (GPOINTER_TO_UINT (column) >= MIG_ITEM_COLUMN_SESSIONS)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
    }
  g_object_set_data (G_OBJECT (child), "list-item", list_item);
  gtk_list_item_set_child (list_item, child);
}

/* A row is told as one line, by the cell of its title. */
static void
tell_row (GtkWidget *child, MigEntity *entity)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *description = mig_item_dup_description (entity);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  MigEntity *entity = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  g_autofree char *text = mig_item_dup_text (entity, (MigItemColumn) GPOINTER_TO_UINT (column));

  if (GPOINTER_TO_UINT (column) == MIG_ITEM_COLUMN_TITLE)
    {
      mig_glyph_set_kind (MIG_GLYPH (gtk_widget_get_first_child (child)),
                          mig_glyph_kind_for (mig_entity_get_corpus (entity), mig_entity_get_ref (entity)));
      gtk_widget_set_tooltip_text (child, text);
      tell_row (child, entity);
      child = gtk_widget_get_last_child (child);
    }
  gtk_label_set_text (GTK_LABEL (child), text);
}

/**
 * mig_item_cells_set_up:
 * @column: a column
 * @which: what it is to tell
 * @index: where the index of the items stands; it must live as long as @column
 *
 * Gives a column its cells and its order. The items are #MigEntity.
 */
void
mig_item_cells_set_up (GtkColumnViewColumn *column, MigItemColumn which, MigItemIndex **index)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = mig_item_sorter_new (which, index);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (which));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (which));
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_sorter (column, sorter);
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

/**
 * mig_item_cells_get_rows:
 * @view: a view
 *
 * Returns: (transfer none) (nullable): the list inside of the view, which has the rows, and the action that scrolls to
 *   one
 */
GtkWidget *
mig_item_cells_get_rows (GtkColumnView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (gtk_widget_get_css_name (child), "listview"))
        return child;
    }

  return NULL;
}

/**
 * mig_item_cells_find_row:
 * @view: a view
 * @position: a position in its model
 *
 * Returns: (transfer none) (nullable): the row there, if it is near enough to what is in sight to have a widget
 */
GtkWidget *
mig_item_cells_find_row (GtkColumnView *view, guint position)
{
  GtkWidget *rows = mig_item_cells_get_rows (view);

  for (GtkWidget *row = rows != NULL ? gtk_widget_get_first_child (rows) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkListItem *list_item = mig_item_cells_get_list_item (row);

      if (list_item != NULL && gtk_list_item_get_position (list_item) == position)
        return row;
    }

  return NULL;
}
