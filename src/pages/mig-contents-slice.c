/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-contents-slice.h"

/* What a list view shows of a list of the contents: at first the lines around one of them, then more and more, until it
 * is the whole list. A list view makes two hundred rows at once of a list that long; of a slice only those in it.
 *
 *   MigContentsModel  │ 0 … first … first + n … │
 *                             └───slice───┘  ──▶ GtkListView
 */

struct _MigContentsSlice
{
  GObject parent_instance;

  MigContentsModel *model;
  guint first;
  guint n;
};

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (MIG_CONTENTS_SLICE (model)->model));
}

static guint
get_n_items (GListModel *model)
{
  return MIG_CONTENTS_SLICE (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MigContentsSlice *self = MIG_CONTENTS_SLICE (model);

  return position < self->n ? g_list_model_get_item (G_LIST_MODEL (self->model), self->first + position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  MigContentsSlice *self = MIG_CONTENTS_SLICE (model);

  return position < self->n &&
         gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->model), self->first + position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  MigContentsSlice *self = MIG_CONTENTS_SLICE (model);
  const guint current = mig_contents_model_get_current (self->model);
  GtkBitset *bitset = gtk_bitset_new_empty ();

  if (current >= self->first && current - self->first < self->n)
    gtk_bitset_add (bitset, current - self->first);

  return bitset;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MigContentsSlice, mig_contents_slice, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))

static void
selection_changed_cb (MigContentsSlice *self,
                      guint             position,
                      guint             n_items)
{
  const guint start = MAX (position, self->first);
  const guint end = MIN (position + n_items, self->first + self->n);

  if (start < end)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), start - self->first, end - start);
}

static guint
count_rest (MigContentsSlice *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model)) - self->first - self->n;
}

static void
mig_contents_slice_dispose (GObject *object)
{
  g_clear_object (&MIG_CONTENTS_SLICE (object)->model);
  MIG_CONTENTS_SLICE (object)->n = 0;

  G_OBJECT_CLASS (mig_contents_slice_parent_class)->dispose (object);
}

static void
mig_contents_slice_class_init (MigContentsSliceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mig_contents_slice_dispose;
}

static void
mig_contents_slice_init (MigContentsSlice *self)
{
}

/**
 * mig_contents_slice_new:
 * @model: a list
 * @center: a line of it
 * @reach: how many lines before and after that are in the slice, if there are so many
 *
 * Returns: (transfer full): the lines around a line
 */
MigContentsSlice *
mig_contents_slice_new (MigContentsModel *model,
                        guint             center,
                        guint             reach)
{
  MigContentsSlice *self = g_object_new (MIG_TYPE_CONTENTS_SLICE, NULL);

  self->model = g_object_ref (model);
  self->first = MIN (center, g_list_model_get_n_items (G_LIST_MODEL (model)));
  mig_contents_slice_grow (self, reach);
  g_signal_connect_object (model, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mig_contents_slice_get_model:
 * @self: a slice
 *
 * Returns: (transfer none): the list that it is of
 */
MigContentsModel *
mig_contents_slice_get_model (MigContentsSlice *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_SLICE (self), NULL);

  return self->model;
}

/**
 * mig_contents_slice_get_first:
 * @self: a slice
 *
 * Returns: the line of the list that is the first of the slice
 */
guint
mig_contents_slice_get_first (MigContentsSlice *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_SLICE (self), 0);

  return self->first;
}

/**
 * mig_contents_slice_is_whole:
 * @self: a slice
 *
 * Returns: whether it is the whole list
 */
gboolean
mig_contents_slice_is_whole (MigContentsSlice *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_SLICE (self), TRUE);

  return self->first == 0 && count_rest (self) == 0;
}

/**
 * mig_contents_slice_grow:
 * @self: a slice
 * @n: a number of lines; %G_MAXUINT for all
 *
 * Adds so many lines before and after, if there are so many.
 */
void
mig_contents_slice_grow (MigContentsSlice *self,
                         guint             n)
{
  guint n_before, n_after;

  g_return_if_fail (MIG_IS_CONTENTS_SLICE (self));

  n_before = MIN (n, self->first);
  self->first -= n_before;
  self->n += n_before;
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_before);

  n_after = MIN (n, count_rest (self));
  self->n += n_after;
  if (n_after > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n - n_after, 0, n_after);
}
