/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-index.h"

#include <string.h>

#include "mig-search-index-private.h"

/*
 * An inverted index of a corpus: which words there are, and in which records each stands, and how prominently. It never
 * changes once it is built, so that any thread may read it.
 *
 *   MigCorpus ──▶ texts of a record ──▶ folded words ──▶ postings ──▶ MigSearchIndex ──▶ MigSearch
 *             (mig-search-text.c)    (mig-fold.c)    (mig-search-builder.c)
 *
 * Where in a record a word stands is not kept. Phrases and what is to be marked are found again in the texts
 * themselves, for the few records where that is asked; in return the index stays smaller than what it indexes.
 */

G_DEFINE_FINAL_TYPE (MigSearchIndex, mig_search_index, G_TYPE_OBJECT)

static void
mig_search_index_finalize (GObject *object)
{
  MigSearchIndex *self = MIG_SEARCH_INDEX (object);

  g_free (self->dictionary);
  g_free (self->blocks);
  g_free (self->postings);
  g_free (self->standings);
  g_free (self->name_lengths);
  g_free (self->names);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_search_index_parent_class)->finalize (object);
}

static void
mig_search_index_class_init (MigSearchIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_search_index_finalize;
}

static void
mig_search_index_init (MigSearchIndex *self)
{
}

/**
 * mig_search_index_new:
 * @corpus: a corpus
 * @cancellable: (nullable): to give up
 * @error: where to say that it was given up
 *
 * Indexes a corpus. For a large one that takes seconds: see mig_search_index_new_async().
 *
 * Returns: (transfer full) (nullable): the index; %NULL with %G_IO_ERROR_CANCELLED
 */
MigSearchIndex *
mig_search_index_new (MigCorpus     *corpus,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (MigSearchIndex) self = NULL;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  self = g_object_new (MIG_TYPE_SEARCH_INDEX, NULL);
  self->corpus = g_object_ref (corpus);
  if (!mig_search_index_fill (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
build_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  MigSearchIndex *index = mig_search_index_new (task_data, cancellable, &error);

  if (index != NULL)
    g_task_return_pointer (task, index, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * mig_search_index_new_async:
 * @corpus: a corpus
 * @cancellable: (nullable): to give up
 * @callback: (scope async): is called in the thread-default main context when the index is built or given up
 * @user_data: for @callback
 *
 * Indexes a corpus in a worker thread.
 */
void
mig_search_index_new_async (MigCorpus           *corpus,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MIG_IS_CORPUS (corpus));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, mig_search_index_new_async);
  g_task_set_task_data (task, g_object_ref (corpus), g_object_unref);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, build_in_thread);
}

/**
 * mig_search_index_new_finish:
 * @result: what the callback was given
 * @error: where to say that it was given up
 *
 * Returns: (transfer full) (nullable): the index; %NULL with %G_IO_ERROR_CANCELLED
 */
MigSearchIndex *
mig_search_index_new_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mig_search_index_get_n_records:
 * @self: an index
 *
 * Returns: how many records can be found
 */
guint
mig_search_index_get_n_records (MigSearchIndex *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_INDEX (self), 0);

  return self->n_docs;
}

/**
 * mig_search_index_get_n_words:
 * @self: an index
 *
 * Returns: how many different words there are
 */
guint
mig_search_index_get_n_words (MigSearchIndex *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_INDEX (self), 0);

  return self->n_words;
}

/**
 * mig_search_index_get_size:
 * @self: an index
 *
 * Returns: the bytes that the index takes in memory, the corpus not counted
 */
gsize
mig_search_index_get_size (MigSearchIndex *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_INDEX (self), 0);

  return sizeof *self + self->dictionary_size + self->n_blocks * sizeof (MigSearchBlock) + self->postings_size +
         3 * (gsize) self->n_docs + self->n_names * sizeof (MigSearchName);
}

/**
 * mig_search_index_get_text_size:
 * @self: an index
 *
 * Returns: the bytes of the texts that can be found, each counted once, at the record that it belongs to
 */
gsize
mig_search_index_get_text_size (MigSearchIndex *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_INDEX (self), 0);

  return self->text_size;
}

/**
 * mig_search_words_init:
 * @self: where to keep the state
 * @index: an index
 *
 * Begins before the first word of the dictionary.
 */
void
mig_search_words_init (MigSearchWords *self,
                       MigSearchIndex *index)
{
  memset (self, 0, sizeof *self);
  self->index = index;
  self->at = index->dictionary;
  self->postings = index->postings;
}

/**
 * mig_search_words_next:
 * @self: a walk through a dictionary
 *
 * Goes on to the next word.
 *
 * Returns: whether there is one
 */
gboolean
mig_search_words_next (MigSearchWords *self)
{
  guint n_rest;

  if (self->n >= self->index->n_words)
    return FALSE;

  self->n++;
  self->postings += self->n_postings;
  self->n_shared = mig_search_read_number (&self->at);
  n_rest = mig_search_read_number (&self->at);
  memcpy (self->word + self->n_shared, self->at, n_rest);
  self->at += n_rest;
  self->n_word = self->n_shared + n_rest;
  self->word[self->n_word] = '\0';
  self->n_postings = mig_search_read_number (&self->at);

  return TRUE;
}

static void
go_to_block (MigSearchWords *self,
             MigSearchIndex *index,
             guint32         block)
{
  mig_search_words_init (self, index);
  self->at = index->dictionary + index->blocks[block].words;
  self->postings = index->postings + index->blocks[block].postings;
  self->n = block * MIG_SEARCH_BLOCK;
}

/**
 * mig_search_words_seek:
 * @self: where to keep the state
 * @index: an index
 * @prefix: a folded word, or the beginning of one
 *
 * Begins before the first word that is not less than @prefix: the words that begin with it follow.
 */
void
mig_search_words_seek (MigSearchWords *self,
                       MigSearchIndex *index,
                       const char     *prefix)
{
  guint32 low = 0, high = index->n_blocks;
  MigSearchWords before;

  /* The last block whose first word is less than the prefix. */
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      go_to_block (self, index, middle);
      mig_search_words_next (self);
      if (strcmp (self->word, prefix) < 0)
        low = middle;
      else
        high = middle;
    }

  mig_search_words_init (self, index);
  if (index->n_blocks > 0)
    go_to_block (self, index, low);
  do
    before = *self;
  while (mig_search_words_next (self) && strcmp (self->word, prefix) < 0);
  *self = before;
}
