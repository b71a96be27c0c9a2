/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-sorter.h"

/*
 * The sorter of a column, which compares nothing: rows are sorted elsewhere, in a thread. A column view tells nobody
 * before GTK 4.10 by which columns it is sorted; but its sorter asks the columns' sorters in turn, and turns the answer
 * round for one that is sorted downwards. So it is asked to compare two probes, and each column's sorter notes that its
 * turn has come.
 */

typedef struct
{
  MigItemColumn column; /* whose turn was the last one */
  guint n_equal;        /* so many sorters are still to answer that the two are equal */
  gboolean answered;
} Probe;

struct _MigItemSorter
{
  GtkSorter parent_instance;

  MigItemColumn column;
};

G_DEFINE_FINAL_TYPE (MigItemSorter, mig_item_sorter, GTK_TYPE_SORTER)

static GtkOrdering
mig_item_sorter_compare (GtkSorter *sorter, gpointer item1, gpointer item2)
{
  Probe *probe = item1;

  if (probe->n_equal > 0)
    {
      probe->n_equal--;
      return GTK_ORDERING_EQUAL;
    }
  probe->column = MIG_ITEM_SORTER (sorter)->column;
  probe->answered = TRUE;

  return GTK_ORDERING_SMALLER;
}

static void
mig_item_sorter_class_init (MigItemSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = mig_item_sorter_compare;
}

static void
mig_item_sorter_init (MigItemSorter *self)
{
}

/**
 * mig_item_sorter_new:
 * @column: a column
 *
 * Returns: (transfer full): a sorter for that column, to be read by mig_item_sorter_read()
 */
GtkSorter *
mig_item_sorter_new (MigItemColumn column)
{
  MigItemSorter *self = g_object_new (MIG_TYPE_ITEM_SORTER, NULL);

  self->column = column;

  return GTK_SORTER (self);
}

/**
 * mig_item_sorter_read:
 * @view_sorter: the sorter of a column view all of whose columns have a #MigItemSorter
 * @sorts: (out caller-allocates) (array fixed-size=4): by what it sorts, the first one first
 *
 * Returns: by how many columns it sorts, %MIG_ITEM_MAX_SORTS at most
 */
guint
mig_item_sorter_read (GtkSorter *view_sorter, MigItemSort *sorts)
{
  guint n;

  g_return_val_if_fail (GTK_IS_SORTER (view_sorter), 0);

  for (n = 0; n < MIG_ITEM_MAX_SORTS; n++)
    {
      Probe one = { .n_equal = n }, other = { .n_equal = n };
      const GtkOrdering order = gtk_sorter_compare (view_sorter, &one, &other);

      if (!one.answered)
        break;
      sorts[n] = (MigItemSort) { one.column, order == GTK_ORDERING_LARGER };
    }

  return n;
}
