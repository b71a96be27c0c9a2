/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-index-private.h"

#include <string.h>

#include "mig-figure-table.h"
#include "mig-fold.h"

/* What else is asked of every row of a list, and so is done in a worker thread too: to find the one that somebody is
 * typing the beginning of, and to write many of them out. */

typedef struct
{
  MigItemOrder *order;
  guint from;
  char *typed; /* folded */
} Seek;

static void
seek_free (gpointer data)
{
  Seek *seek = data;

  mig_item_order_unref (seek->order);
  g_free (seek->typed);
  g_free (seek);
}

/* Names that begin with it come first, then those with a word that does; each from where one is, once around. */
static guint
seek_row (const Seek *seek, const char *const *folded)
{
  const guint n = seek->order->n;
  const gsize length = strlen (seek->typed);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const guint row = (seek->from + i) % n;
        const char *text = folded[seek->order->rows[row]];

        if (pass == 0 ? strncmp (text, seek->typed, length) == 0 : mig_fold_has_beginning (text, seek->typed))
          return row;
      }

  return G_MAXUINT;
}

static void
seek_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MigItemIndex *self = source;
  const Seek *seek = task_data;
  guint n_columns;
  const MigItemColumn *columns = mig_item_kind_get_columns (mig_item_list_get_kind (self->items), &n_columns);
  const char *const *folded;

  g_mutex_lock (&self->lock);
  folded = mig_item_index_ensure_folded (self, columns[0], cancellable);
  g_mutex_unlock (&self->lock);

  if (folded == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_int (task, *seek->typed != '\0' ? seek_row (seek, folded) : G_MAXUINT);
}

/**
 * mig_item_index_seek_async:
 * @self: an index
 * @order: rows of its list
 * @from: the row to begin at; those before it come after the last one
 * @typed: the beginning of a name, or of a word in it
 * @cancellable: (nullable): gives it up
 * @callback: called when it is found, or is not
 * @user_data: for @callback
 *
 * Looks for a row by what somebody types.
 */
void
mig_item_index_seek_async (MigItemIndex *self,
                           MigItemOrder *order,
                           guint from,
                           const char *typed,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Seek *seek;

  g_return_if_fail (MIG_IS_ITEM_INDEX (self));
  g_return_if_fail (order != NULL && typed != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mig_item_index_seek_async);
  seek = g_new (Seek, 1);
  *seek = (Seek) { mig_item_order_ref (order), from, mig_fold_text (typed) };
  g_task_set_task_data (task, seek, seek_free);
  g_task_run_in_thread (task, seek_thread);
}

/**
 * mig_item_index_seek_finish:
 * @self: an index
 * @result: a result
 * @error: why nothing was looked for: it was cancelled
 *
 * Returns: the row, or %G_MAXUINT if there is none
 */
guint
mig_item_index_seek_finish (MigItemIndex *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  gssize row;

  g_return_val_if_fail (g_task_is_valid (result, self), G_MAXUINT);

  row = g_task_propagate_int (G_TASK (result), &own_error);
  if (own_error == NULL)
    return (guint) row;
  g_propagate_error (error, g_steal_pointer (&own_error));

  return G_MAXUINT;
}

static void
append_cell (GString *text, const char *cell, gboolean is_last)
{
  g_autofree char *plain = g_strdelimit (g_strdup (cell), "\t\r\n", ' ');

  g_string_append (text, plain);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

static char *
write_rows (MigItemIndex *self, GArray *refs, GCancellable *cancellable)
{
  MigCorpus *corpus = mig_item_list_get_corpus (self->items);
  guint n;
  const MigItemColumn *columns = mig_item_kind_get_columns (mig_item_list_get_kind (self->items), &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    append_cell (text, mig_item_column_get_name (columns[i]), i + 1 == n);
  for (guint row = 0; row < refs->len && !mig_item_index_is_cancelled (cancellable, row); row++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *cell = mig_item_column_dup_text (columns[i], corpus, g_array_index (refs, MigRef, row));

        append_cell (text, cell, i + 1 == n);
      }

  return g_string_free (text, FALSE);
}

static void
copy_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MigItemIndex *self = source;
  GArray *refs = task_data;
  char *text;

  /* Figures have a form of their own, with the bare numbers and their sources. */
  if (mig_item_list_get_kind (self->items) == MIG_ITEM_KIND_FIGURES)
    text = mig_figure_table_dup (mig_item_list_get_corpus (self->items), (const MigRef *) (void *) refs->data,
                                 refs->len);
  else
    text = write_rows (self, refs, cancellable);
  g_task_return_pointer (task, text, g_free);
}

/**
 * mig_item_index_copy_async:
 * @self: an index
 * @refs: (element-type MigRef): records of its list; not to be changed any more
 * @cancellable: (nullable): gives it up
 * @callback: called when the text is there
 * @user_data: for @callback
 *
 * Writes rows as tab-separated values, under a line of headings.
 */
void
mig_item_index_copy_async (MigItemIndex *self,
                           GArray *refs,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MIG_IS_ITEM_INDEX (self));
  g_return_if_fail (refs != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mig_item_index_copy_async);
  g_task_set_task_data (task, g_array_ref (refs), (GDestroyNotify) g_array_unref);
  g_task_run_in_thread (task, copy_thread);
}

/**
 * mig_item_index_copy_finish:
 * @self: an index
 * @result: a result
 * @error: why there is none: it was cancelled
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
mig_item_index_copy_finish (MigItemIndex *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
