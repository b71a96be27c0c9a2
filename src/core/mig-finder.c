/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-finder.h"

/* MigFinder
 *
 * The search of a window: what is typed, and what it finds, in the corpus that is open.
 *
 *   corpus ──▶ index, in a worker thread ─┐
 *   text ─────────────────────────────────┴──▶ MigSearch ──▶ results ──changed──▶ list, timeline, overview
 *
 * A query waits for the index without holding anybody up. In a corpus of usual size it is answered before
 * mig_finder_set_text() returns; in a large one a worker answers it, and the next letter gives it up.
 */

/* From this many records on a query may take longer than a frame. */
#define MANY_RECORDS 50000

struct _MigFinder
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigSubset *subset;       /* NULL for all of it */
  GCancellable *indexing; /* NULL when the index is there or there is nothing to index */
  MigSearchIndex *index;
  MigSearch *search;       /* NULL while a worker has it */
  GCancellable *searching; /* of the worker's query, else NULL */
  char *text;
  MigSearchResults *results; /* NULL for an empty text, and until the first answer */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigFinder, mig_finder, G_TYPE_OBJECT)

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
take_results (MigFinder        *self,
              MigSearchResults *results)
{
  if (g_set_object (&self->results, results) || results == NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

typedef struct
{
  MigSearch *search;
  MigSearchQuery *query;
  MigSubset *subset;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->search);
  mig_search_query_unref (job->query);
  g_clear_object (&job->subset);
  g_free (job);
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  MigSearchResults *results = mig_search_run (job->search, job->query, job->subset, cancellable);

  if (results != NULL)
    g_task_return_pointer (task, results, g_object_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MigFinder *self = MIG_FINDER (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (MigSearchResults) results = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Given up: another query has taken over. */
  if (g_task_get_cancellable (G_TASK (result)) != self->searching)
    return;

  g_clear_object (&self->searching);
  g_set_object (&self->search, job->search);
  take_results (self, results);
}

static void
search_beside (MigFinder      *self,
               MigSearchQuery *query)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new (Job, 1);

  self->searching = g_cancellable_new ();
  job->search = self->search != NULL ? g_steal_pointer (&self->search) : mig_search_new (self->index);
  job->query = mig_search_query_ref (query);
  job->subset = self->subset != NULL ? g_object_ref (self->subset) : NULL;
  task = g_task_new (self, self->searching, searched_cb, NULL);
  g_task_set_source_tag (task, search_beside);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, search_in_thread);
}

static void
search (MigFinder *self)
{
  g_autoptr (MigSearchQuery) query = mig_search_query_new (self->text);

  stop (&self->searching);
  /* What asks for nothing but cannot be understood has an answer: why. */
  if (self->index == NULL || (mig_search_query_is_empty (query) && mig_search_query_get_problem (query) == NULL))
    {
      take_results (self, NULL);
    }
  else if (mig_search_index_get_n_records (self->index) > MANY_RECORDS)
    {
      search_beside (self, query);
    }
  else
    {
      g_autoptr (MigSearchResults) results = mig_search_run (self->search, query, self->subset, NULL);

      take_results (self, results);
    }
}

static void
indexed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MigFinder) self = user_data;
  g_autoptr (MigSearchIndex) index = mig_search_index_new_finish (result, NULL);

  /* Given up: another corpus has taken over. */
  if (index == NULL || g_task_get_cancellable (G_TASK (result)) != self->indexing)
    return;

  g_clear_object (&self->indexing);
  self->index = g_steal_pointer (&index);
  self->search = mig_search_new (self->index);
  search (self);
}

static void
mig_finder_dispose (GObject *object)
{
  MigFinder *self = MIG_FINDER (object);

  stop (&self->indexing);
  stop (&self->searching);
  g_clear_object (&self->results);
  g_clear_object (&self->search);
  g_clear_object (&self->index);
  g_clear_object (&self->subset);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_finder_parent_class)->dispose (object);
}

static void
mig_finder_finalize (GObject *object)
{
  g_free (MIG_FINDER (object)->text);

  G_OBJECT_CLASS (mig_finder_parent_class)->finalize (object);
}

static void
mig_finder_class_init (MigFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mig_finder_dispose;
  object_class->finalize = mig_finder_finalize;

  /**
   * MigFinder::changed:
   *
   * There are other results, or none any more.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mig_finder_init (MigFinder *self)
{
  self->text = g_strdup ("");
}

/**
 * mig_finder_new:
 *
 * Returns: (transfer full): a search without a corpus
 */
MigFinder *
mig_finder_new (void)
{
  return g_object_new (MIG_TYPE_FINDER, NULL);
}

/**
 * mig_finder_set_corpus:
 * @self: a finder
 * @corpus: (nullable): what to search in
 *
 * Begins to index a corpus. The text stays, and is looked for in the new corpus when that is indexed.
 */
void
mig_finder_set_corpus (MigFinder *self,
                       MigCorpus *corpus)
{
  g_return_if_fail (MIG_IS_FINDER (self));

  if (corpus == self->corpus)
    return;

  stop (&self->indexing);
  stop (&self->searching);
  g_clear_object (&self->search);
  g_clear_object (&self->index);
  g_clear_object (&self->subset);
  g_set_object (&self->corpus, corpus);
  take_results (self, NULL);

  if (corpus != NULL)
    {
      self->indexing = g_cancellable_new ();
      mig_search_index_new_async (corpus, self->indexing, indexed_cb, g_object_ref (self));
    }
}

/**
 * mig_finder_new_beside:
 * @other: a finder
 * @corpus: what to search in
 *
 * Makes a finder for somebody else's questions. If @other has the corpus indexed already, both use that index.
 *
 * Returns: (transfer full): a finder in which nothing is looked for yet
 */
MigFinder *
mig_finder_new_beside (MigFinder *other,
                       MigCorpus *corpus)
{
  MigFinder *self = mig_finder_new ();

  g_return_val_if_fail (MIG_IS_FINDER (other), self);
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), self);

  if (other->corpus != corpus || other->index == NULL)
    {
      mig_finder_set_corpus (self, corpus);
      return self;
    }
  self->corpus = g_object_ref (corpus);
  self->index = g_object_ref (other->index);
  self->search = mig_search_new (self->index);
  return self;
}

/**
 * mig_finder_set_subset:
 * @self: a finder
 * @subset: (nullable): what of its corpus is shown; %NULL for all. One of another corpus is no matter of this one
 *
 * Narrows the search to what is shown, and searches again.
 */
void
mig_finder_set_subset (MigFinder *self,
                       MigSubset *subset)
{
  g_return_if_fail (MIG_IS_FINDER (self));

  if (subset != NULL && (mig_subset_get_corpus (subset) != self->corpus || mig_subset_is_whole (subset)))
    subset = NULL;
  if (g_set_object (&self->subset, subset) && *self->text != '\0')
    search (self);
}

/**
 * mig_finder_set_text:
 * @self: a finder
 * @text: what is typed
 *
 * Looks for @text.
 */
void
mig_finder_set_text (MigFinder  *self,
                     const char *text)
{
  g_return_if_fail (MIG_IS_FINDER (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (text, self->text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  search (self);
}

/**
 * mig_finder_get_text:
 * @self: a finder
 *
 * Returns: (transfer none): what is looked for
 */
const char *
mig_finder_get_text (MigFinder *self)
{
  g_return_val_if_fail (MIG_IS_FINDER (self), "");

  return self->text;
}

/**
 * mig_finder_get_results:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): what was found; %NULL when nothing is looked for or no answer is there yet
 */
MigSearchResults *
mig_finder_get_results (MigFinder *self)
{
  g_return_val_if_fail (MIG_IS_FINDER (self), NULL);

  return self->results;
}

/**
 * mig_finder_is_busy:
 * @self: a finder
 *
 * Returns: whether an answer is still to come
 */
gboolean
mig_finder_is_busy (MigFinder *self)
{
  g_return_val_if_fail (MIG_IS_FINDER (self), FALSE);

  return self->searching != NULL || (self->indexing != NULL && *self->text != '\0');
}

/**
 * mig_finder_suggest:
 * @self: a finder
 *
 * Returns: (transfer full) (array zero-terminated=1): what was perhaps meant, see mig_search_suggest()
 */
char **
mig_finder_suggest (MigFinder *self)
{
  g_return_val_if_fail (MIG_IS_FINDER (self), NULL);

  return self->search != NULL && self->results != NULL
           ? mig_search_suggest (self->search, mig_search_results_get_query (self->results))
           : g_new0 (char *, 1);
}

/**
 * mig_finder_complete:
 * @self: a finder
 * @text: what is typed up to the cursor
 *
 * Returns: (transfer full) (element-type MigSearchCompletion): ways to go on, see mig_search_complete()
 */
GPtrArray *
mig_finder_complete (MigFinder  *self,
                     const char *text)
{
  g_return_val_if_fail (MIG_IS_FINDER (self), NULL);

  return self->search != NULL ? mig_search_complete (self->search, text) : g_ptr_array_new ();
}
