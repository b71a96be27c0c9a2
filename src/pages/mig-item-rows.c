/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-rows.h"

/*
 * The rows of a list as they were arranged, and which of them are selected. They are replaced as a whole; what is
 * selected and still there stays selected, wherever it stands now.
 *
 *   MigItemList + MigItemOrder ──▶ MigItemRows ──▶ GtkColumnView
 *
 * GtkMultiSelection would make an object for every selected row; a set of numbers holds three hundred thousand.
 */

struct _MigItemRows
{
  GObject parent_instance;

  MigItemList *items;  /* NULL without rows */
  MigItemOrder *order; /* NULL without rows */
  GtkBitset *selected; /* of rows */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigItemRows, mig_item_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GType
get_item_type (GListModel *model)
{
  return MIG_TYPE_ENTITY;
}

static guint
get_n_items (GListModel *model)
{
  MigItemRows *self = MIG_ITEM_ROWS (model);

  return self->order != NULL ? self->order->n : 0;
}

static gpointer
get_item (GListModel *model, guint row)
{
  MigItemRows *self = MIG_ITEM_ROWS (model);

  if (row >= get_n_items (model))
    return NULL;

  return mig_entity_new (mig_item_list_get_corpus (self->items), mig_item_rows_get_ref (self, row));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint row)
{
  return gtk_bitset_contains (MIG_ITEM_ROWS (model)->selected, row);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint row, guint n)
{
  return gtk_bitset_ref (MIG_ITEM_ROWS (model)->selected);
}

/* Tells of all rows from the first to the last that changed. */
static void
tell_changes (MigItemRows *self, GtkBitset *changes)
{
  const guint first = gtk_bitset_get_minimum (changes), last = gtk_bitset_get_maximum (changes);

  if (!gtk_bitset_is_empty (changes))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  MigItemRows *self = MIG_ITEM_ROWS (model);
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);

  /* Of what is in the mask, what is selected and should not be, or the other way round. */
  gtk_bitset_difference (changes, selected);
  gtk_bitset_intersect (changes, mask);
  if (get_n_items (G_LIST_MODEL (self)) > 0)
    gtk_bitset_remove_range_closed (changes, get_n_items (G_LIST_MODEL (self)), G_MAXUINT);
  gtk_bitset_difference (self->selected, changes);
  tell_changes (self, changes);

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
mig_item_rows_dispose (GObject *object)
{
  MigItemRows *self = MIG_ITEM_ROWS (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->order, mig_item_order_unref);

  G_OBJECT_CLASS (mig_item_rows_parent_class)->dispose (object);
}

static void
mig_item_rows_finalize (GObject *object)
{
  gtk_bitset_unref (MIG_ITEM_ROWS (object)->selected);

  G_OBJECT_CLASS (mig_item_rows_parent_class)->finalize (object);
}

static void
mig_item_rows_class_init (MigItemRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mig_item_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = mig_item_rows_finalize;
}

static void
mig_item_rows_init (MigItemRows *self)
{
  self->selected = gtk_bitset_new_empty ();
}

/**
 * mig_item_rows_new:
 *
 * Returns: (transfer full): no rows
 */
MigItemRows *
mig_item_rows_new (void)
{
  return g_object_new (MIG_TYPE_ITEM_ROWS, NULL);
}

/* Where what is selected stands in another order of the same list. */
static GtkBitset *
carry_over (MigItemRows *self, const MigItemOrder *order)
{
  GtkBitset *selected = gtk_bitset_new_empty ();
  GtkBitsetIter iter;
  guint row;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, self->selected, &row); valid;
       valid = gtk_bitset_iter_next (&iter, &row))
    {
      const guint place = order->places[self->order->rows[row]];

      if (place > 0)
        gtk_bitset_add (selected, place - 1);
    }

  return selected;
}

/**
 * mig_item_rows_set:
 * @self: rows
 * @items: (nullable): a list, or %NULL for no rows
 * @order: (nullable): an order of it
 *
 * Replaces all rows. Of another list than before nothing is selected.
 */
void
mig_item_rows_set (MigItemRows *self, MigItemList *items, MigItemOrder *order)
{
  const guint n_before = get_n_items (G_LIST_MODEL (self));
  g_autoptr (GtkBitset) selected = NULL;

  g_return_if_fail (MIG_IS_ITEM_ROWS (self));
  g_return_if_fail ((items != NULL) == (order != NULL));

  selected = items != NULL && items == self->items ? carry_over (self, order) : gtk_bitset_new_empty ();

  /* In two steps: a list that is told of both at once looks through all that came for what has gone, one by one. */
  gtk_bitset_remove_all (self->selected);
  g_clear_pointer (&self->order, mig_item_order_unref);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  g_set_object (&self->items, items);
  self->order = order != NULL ? mig_item_order_ref (order) : NULL;
  gtk_bitset_union (self->selected, selected);
  if (get_n_items (G_LIST_MODEL (self)) > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, get_n_items (G_LIST_MODEL (self)));
}

/**
 * mig_item_rows_get_items:
 * @self: rows
 *
 * Returns: (transfer none) (nullable): the list that they are of
 */
MigItemList *
mig_item_rows_get_items (MigItemRows *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_ROWS (self), NULL);

  return self->items;
}

/**
 * mig_item_rows_get_order:
 * @self: rows
 *
 * Returns: (transfer none) (nullable): how they are arranged
 */
MigItemOrder *
mig_item_rows_get_order (MigItemRows *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_ROWS (self), NULL);

  return self->order;
}

/**
 * mig_item_rows_get_ref:
 * @self: rows
 * @row: a row, from 0
 *
 * Returns: its record, or %MIG_REF_NONE past the end; no object is made for it
 */
MigRef
mig_item_rows_get_ref (MigItemRows *self, guint row)
{
  g_return_val_if_fail (MIG_IS_ITEM_ROWS (self), MIG_REF_NONE);

  return self->order != NULL && row < self->order->n ? mig_item_list_get_ref (self->items, self->order->rows[row])
                                                     : MIG_REF_NONE;
}

/**
 * mig_item_rows_find:
 * @self: rows
 * @ref: a record
 * @row: (out): its row
 *
 * Returns: whether it has one
 */
gboolean
mig_item_rows_find (MigItemRows *self, MigRef ref, guint *row)
{
  guint position;

  g_return_val_if_fail (MIG_IS_ITEM_ROWS (self), FALSE);

  if (self->order == NULL || !mig_item_list_find (self->items, ref, &position) || self->order->places[position] == 0)
    return FALSE;
  *row = self->order->places[position] - 1;

  return TRUE;
}

/**
 * mig_item_rows_get_n_selected:
 * @self: rows
 *
 * Returns: how many are selected
 */
guint
mig_item_rows_get_n_selected (MigItemRows *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_ROWS (self), 0);

  return (guint) gtk_bitset_get_size (self->selected);
}

/**
 * mig_item_rows_get_selected:
 * @self: rows
 *
 * Returns: (transfer full) (element-type MigRef): the records of the selected rows, from the top
 */
GArray *
mig_item_rows_get_selected (MigItemRows *self)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (MigRef));
  GtkBitsetIter iter;
  guint row;

  g_return_val_if_fail (MIG_IS_ITEM_ROWS (self), refs);

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, self->selected, &row); valid;
       valid = gtk_bitset_iter_next (&iter, &row))
    {
      const MigRef ref = mig_item_rows_get_ref (self, row);

      g_array_append_val (refs, ref);
    }

  return refs;
}

/**
 * mig_item_rows_select:
 * @self: rows
 * @refs: (element-type MigRef): records
 *
 * Selects the rows of those records that have one, and no others.
 */
void
mig_item_rows_select (MigItemRows *self, GArray *refs)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;

  g_return_if_fail (MIG_IS_ITEM_ROWS (self));

  for (guint i = 0; i < refs->len; i++)
    {
      guint row;

      if (mig_item_rows_find (self, g_array_index (refs, MigRef, i), &row))
        gtk_bitset_add (selected, row);
    }
  all = gtk_bitset_new_range (0, get_n_items (G_LIST_MODEL (self)));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self), selected, all);
}
