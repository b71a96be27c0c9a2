/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-index-private.h"

#include <math.h>
#include <string.h>

#include "mig-fold.h"

/*
 * What makes a list of any length quick to sort and to filter, and never keeps anybody waiting: all of it is done in a
 * worker thread, which hands over the rows in their new order at once.
 *
 *   column ──collate, compare once──▶ ranks ──┐
 *   names, cells ──fold once──▶ texts ────────┼──▶ filter, radix sort ──▶ MigItemOrder ──▶ main thread
 *   MigItemList ──────────────────────────────┘
 *
 * After the first time, sorting by a column is sorting small numbers. A corpus never changes, so nothing goes stale.
 */

G_DEFINE_FINAL_TYPE (MigItemIndex, mig_item_index, G_TYPE_OBJECT)

typedef struct
{
  const char *key;
  guint32 position;
} TextKey;

typedef struct
{
  double key;
  guint32 position;
} NumberKey;

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  const TextKey *one = a, *other = b;

  return strcmp (one->key, other->key);
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  const NumberKey *one = a, *other = b;

  return (one->key > other->key) - (one->key < other->key);
}

static void
mig_item_index_finalize (GObject *object)
{
  MigItemIndex *self = MIG_ITEM_INDEX (object);

  for (guint i = 0; i < MIG_N_ITEM_COLUMNS; i++)
    g_free (self->ranks[i]);
  for (guint i = 0; i <= MIG_N_ITEM_COLUMNS; i++)
    g_free (self->folded[i]);
  g_string_chunk_free (self->texts);
  g_mutex_clear (&self->lock);
  g_object_unref (self->items);

  G_OBJECT_CLASS (mig_item_index_parent_class)->finalize (object);
}

static void
mig_item_index_class_init (MigItemIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_item_index_finalize;
}

static void
mig_item_index_init (MigItemIndex *self)
{
  g_mutex_init (&self->lock);
  self->texts = g_string_chunk_new (1 << 16);
}

/* Equal texts have one rank, so that a second column can tell them apart. */
static gboolean
rank_texts (MigItemIndex *self, MigItemColumn column, guint32 *ranks, GCancellable *cancellable)
{
  MigCorpus *corpus = mig_item_list_get_corpus (self->items);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree TextKey *keys = g_new (TextKey, n);
  GStringChunk *chunk = g_string_chunk_new (1 << 16);
  guint n_keys = 0;

  for (guint i = 0; i < n && !mig_item_index_is_cancelled (cancellable, i); i++)
    {
      g_autofree char *owned = NULL;
      const char *text = mig_item_column_get_sort_text (column, corpus, mig_item_list_get_ref (self->items, i), &owned);
      g_autofree char *folded = g_utf8_casefold (text, -1);
      g_autofree char *key = g_utf8_collate_key (folded, -1);

      ranks[i] = MIG_ITEM_RANK_NONE;
      if (*text != '\0')
        keys[n_keys++] = (TextKey) { g_string_chunk_insert (chunk, key), i };
    }
  if (n_keys > 0 && !g_cancellable_is_cancelled (cancellable))
    qsort (keys, n_keys, sizeof (TextKey), compare_texts);
  for (guint i = 0; i < n_keys; i++)
    {
      const gboolean same = i > 0 && strcmp (keys[i].key, keys[i - 1].key) == 0;

      ranks[keys[i].position] = same ? ranks[keys[i - 1].position] : i;
    }
  g_string_chunk_free (chunk);

  return !g_cancellable_is_cancelled (cancellable);
}

/* By the first day, and among those that begin on it by the last; NAN where there is none. */
static double
get_day_key (MigItemColumn column, MigCorpus *corpus, MigRef ref)
{
  const MigDate *date = mig_item_column_get_date (column, corpus, ref);
  double length;

  if (date == NULL)
    return (double) NAN;
  length = (double) mig_date_last_day (date) - mig_date_first_day (date);

  return (double) mig_date_first_day (date) * (1 << 24) + CLAMP (length, 0, (1 << 24) - 1);
}

static gboolean
rank_numbers (MigItemIndex *self, MigItemColumn column, guint32 *ranks, GCancellable *cancellable)
{
  MigCorpus *corpus = mig_item_list_get_corpus (self->items);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  const gboolean is_day = mig_item_column_get_type (column) == MIG_ITEM_COLUMN_DAYS;
  g_autofree NumberKey *keys = g_new (NumberKey, n);
  guint n_keys = 0;

  for (guint i = 0; i < n && !mig_item_index_is_cancelled (cancellable, i); i++)
    {
      const MigRef ref = mig_item_list_get_ref (self->items, i);
      const double key = is_day ? get_day_key (column, corpus, ref) : mig_item_column_get_number (column, corpus, ref);

      ranks[i] = MIG_ITEM_RANK_NONE;
      if (!isnan (key))
        keys[n_keys++] = (NumberKey) { key, i };
    }
  if (n_keys > 0 && !g_cancellable_is_cancelled (cancellable))
    qsort (keys, n_keys, sizeof (NumberKey), compare_numbers);
  for (guint i = 0; i < n_keys; i++)
    {
      const gboolean same = i > 0 && !(keys[i].key > keys[i - 1].key);

      ranks[keys[i].position] = same ? ranks[keys[i - 1].position] : i;
    }

  return !g_cancellable_is_cancelled (cancellable);
}

/* With the lock held. Returns NULL if it was cancelled. */
static const guint32 *
ensure_ranks (MigItemIndex *self, MigItemColumn column, GCancellable *cancellable)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree guint32 *ranks = NULL;

  if (self->ranks[column] != NULL)
    return self->ranks[column];

  ranks = g_new (guint32, n + 1);
  if (!(mig_item_column_get_type (column) == MIG_ITEM_COLUMN_TEXT ? rank_texts : rank_numbers) (self, column, ranks,
                                                                                                cancellable))
    return NULL;
  self->ranks[column] = g_steal_pointer (&ranks);

  return self->ranks[column];
}

static void
append_folded (GString *text, const char *name)
{
  g_autofree char *folded = *name != '\0' ? mig_fold_text (name) : NULL;

  if (folded != NULL)
    g_string_append_printf (text, "%s\n", folded);
}

/* Everything that a record goes by, and the text of all cells. */
static void
fold_record (MigItemIndex *self, MigRef ref, GString *text)
{
  MigCorpus *corpus = mig_item_list_get_corpus (self->items);
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  const MigIdentifier *identifiers = mig_corpus_get_identifiers (corpus, record->identifiers);
  const MigOtherName *other_names = mig_corpus_get_other_names (corpus, record->other_names);
  guint n_columns;
  const MigItemColumn *columns = mig_item_kind_get_columns (mig_item_list_get_kind (self->items), &n_columns);

  append_folded (text, record->name);
  if (strcmp (record->short_name, record->name) != 0)
    append_folded (text, record->short_name);
  for (guint i = 0; i < record->identifiers.n; i++)
    append_folded (text, identifiers[i].identifier);
  for (guint i = 0; i < record->other_names.n; i++)
    append_folded (text, other_names[i].name);
  for (guint i = 1; i < n_columns; i++)
    {
      g_autofree char *cell = NULL;

      if (mig_item_column_get_type (columns[i]) != MIG_ITEM_COLUMN_TEXT || columns[i] == MIG_ITEM_COLUMN_KIND)
        continue;
      cell = mig_item_column_dup_text (columns[i], corpus, ref);
      append_folded (text, cell);
    }
}

/* With the lock held. Returns NULL if it was cancelled. */
const char *const *
mig_item_index_ensure_folded (MigItemIndex *self, MigItemColumn column, GCancellable *cancellable)
{
  MigCorpus *corpus = mig_item_list_get_corpus (self->items);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree const char **folded = NULL;
  g_autoptr (GString) text = NULL;

  if (self->folded[column] != NULL)
    return self->folded[column];

  folded = g_new (const char *, n + 1);
  text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      const MigRef ref = mig_item_list_get_ref (self->items, i);

      if (mig_item_index_is_cancelled (cancellable, i))
        return NULL;
      g_string_truncate (text, 0);
      if (column == MIG_ITEM_COLUMN_ALL)
        {
          fold_record (self, ref, text);
        }
      else
        {
          g_autofree char *cell = mig_item_column_dup_text (column, corpus, ref);

          append_folded (text, cell);
        }
      folded[i] = g_string_chunk_insert (self->texts, text->str);
    }
  self->folded[column] = g_steal_pointer (&folded);

  return self->folded[column];
}

/* Orders */

static void
order_clear (gpointer data)
{
  MigItemOrder *self = data;

  g_free (self->rows);
  g_free (self->places);
}

/**
 * mig_item_order_ref:
 * @self: an order
 *
 * Returns: (transfer full): @self
 */
MigItemOrder *
mig_item_order_ref (MigItemOrder *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mig_item_order_unref:
 * @self: (transfer full): an order
 */
void
mig_item_order_unref (MigItemOrder *self)
{
  g_atomic_rc_box_release_full (self, order_clear);
}

/* Those that pass, in the list's own order. */
static gboolean
filter_rows (MigItemIndex *self,
             const MigItemFilter *filter,
             MigSubset *subset,
             MigItemOrder *order,
             GCancellable *cancellable)
{
  MigCorpus *corpus = mig_item_list_get_corpus (self->items);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  const gboolean passes_all = mig_item_filter_is_empty (filter);
  const char *const *folded = NULL;

  if (!passes_all && !filter->compares)
    {
      folded = mig_item_index_ensure_folded (self, filter->within, cancellable);
      if (folded == NULL)
        return FALSE;
    }

  for (guint i = 0; i < n; i++)
    {
      const MigRef ref = mig_item_list_get_ref (self->items, i);

      if (mig_item_index_is_cancelled (cancellable, i))
        return FALSE;
      if (subset != NULL && !mig_subset_has (subset, ref))
        continue;
      if (passes_all || mig_item_filter_passes (filter, corpus, ref, folded != NULL ? folded[i] : NULL))
        order->rows[order->n++] = i;
    }

  return TRUE;
}

/* One pass of a radix sort, which leaves the order of what is equal. */
static void
sort_by_digit (const guint32 *from, guint32 *to, guint n, const guint32 *keys, guint shift)
{
  g_autofree guint32 *starts = g_new0 (guint32, (1 << 16) + 1);

  for (guint i = 0; i < n; i++)
    starts[((keys[from[i]] >> shift) & 0xffff) + 1]++;
  for (guint i = 1; i <= 1 << 16; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < n; i++)
    to[starts[(keys[from[i]] >> shift) & 0xffff]++] = from[i];
}

static gboolean
sort_rows (MigItemIndex *self, const MigItemSort *sort, MigItemOrder *order, GCancellable *cancellable)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  const guint32 *ranks = ensure_ranks (self, sort->column, cancellable);
  g_autofree guint32 *keys = NULL, *other = NULL;

  if (ranks == NULL)
    return FALSE;

  keys = g_new (guint32, n_items + 1);
  other = g_new (guint32, order->n + 1);
  for (guint i = 0; i < n_items; i++)
    keys[i] = ranks[i] == MIG_ITEM_RANK_NONE ? n_items : sort->descending ? n_items - 1 - ranks[i] : ranks[i];
  sort_by_digit (order->rows, other, order->n, keys, 0);
  if (n_items > 0xffff)
    sort_by_digit (other, order->rows, order->n, keys, 16);
  else
    memcpy (order->rows, other, order->n * sizeof (guint32));

  return !g_cancellable_is_cancelled (cancellable);
}

static MigItemOrder *
arrange (MigItemIndex *self, const MigItemArrangement *arrangement, GCancellable *cancellable)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autoptr (MigItemOrder) order = g_atomic_rc_box_new0 (MigItemOrder);
  MigItemFilter filter;
  gboolean goes_on;

  order->rows = g_new (guint32, n + 1);
  order->places = g_new0 (guint32, n + 1);
  mig_item_filter_init (&filter, arrangement->text, arrangement->within);
  goes_on = filter_rows (self, &filter, arrangement->subset, order, cancellable);
  mig_item_filter_clear (&filter);
  /* What counts most is sorted by last. */
  for (guint i = arrangement->n_sorts; goes_on && i > 0; i--)
    goes_on = sort_rows (self, &arrangement->sorts[i - 1], order, cancellable);
  if (!goes_on)
    return NULL;

  for (guint i = 0; i < order->n; i++)
    order->places[order->rows[i]] = i + 1;

  return g_steal_pointer (&order);
}

static void
arrange_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MigItemIndex *self = source;
  MigItemOrder *order;

  g_mutex_lock (&self->lock);
  order = arrange (self, task_data, cancellable);
  g_mutex_unlock (&self->lock);

  if (order != NULL)
    g_task_return_pointer (task, order, (GDestroyNotify) mig_item_order_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
arrangement_free (gpointer data)
{
  MigItemArrangement *arrangement = data;

  g_free ((char *) arrangement->text);
  g_clear_object (&arrangement->subset);
  g_free (arrangement);
}

/**
 * mig_item_index_new:
 * @items: a list
 *
 * Returns: (transfer full): an index of it, in which nothing has been asked for yet
 */
MigItemIndex *
mig_item_index_new (MigItemList *items)
{
  MigItemIndex *self;

  g_return_val_if_fail (MIG_IS_ITEM_LIST (items), NULL);

  self = g_object_new (MIG_TYPE_ITEM_INDEX, NULL);
  self->items = g_object_ref (items);

  return self;
}

/**
 * mig_item_index_get_items:
 * @self: an index
 *
 * Returns: (transfer none): the list that it is of
 */
MigItemList *
mig_item_index_get_items (MigItemIndex *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_INDEX (self), NULL);

  return self->items;
}

/**
 * mig_item_index_arrange_async:
 * @self: an index
 * @arrangement: what is wanted; copied
 * @cancellable: (nullable): gives it up
 * @callback: called when the rows are there
 * @user_data: for @callback
 *
 * Filters and sorts in a worker thread.
 */
void
mig_item_index_arrange_async (MigItemIndex *self,
                              const MigItemArrangement *arrangement,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  MigItemArrangement *copy;

  g_return_if_fail (MIG_IS_ITEM_INDEX (self));
  g_return_if_fail (arrangement->n_sorts <= MIG_ITEM_MAX_SORTS);
  g_return_if_fail (arrangement->subset == NULL ||
                    mig_subset_get_corpus (arrangement->subset) == mig_item_list_get_corpus (self->items));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mig_item_index_arrange_async);
  copy = g_new (MigItemArrangement, 1);
  *copy = *arrangement;
  copy->text = g_strdup (arrangement->text);
  copy->subset = arrangement->subset != NULL ? g_object_ref (arrangement->subset) : NULL;
  g_task_set_task_data (task, copy, arrangement_free);
  g_task_run_in_thread (task, arrange_thread);
}

/**
 * mig_item_index_arrange_finish:
 * @self: an index
 * @result: a result
 * @error: why there are none: it was cancelled
 *
 * Returns: (transfer full) (nullable): the rows
 */
MigItemOrder *
mig_item_index_arrange_finish (MigItemIndex *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
