/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-feed.h"

/*
 * MigRecordFeed: json-glib makes one record at a time into a tree, and that is more than half of all the work of
 * reading a file; so it is done on the other processors, a little ahead of the one that reads the trees in order.
 *
 *   slices ─► batches of 32 ─┬─► workers: a JsonParser each ──► trees ──┬─► mig_record_feed_get (), in the file's order
 *                            └─► the reader itself, when it would wait ─┘          └──► spent batches, to the workers
 *
 * There are never more than some twenty batches at once, so memory stays bounded by the model and not by the file.
 */

/* Small enough that the trees are still in the processor's cache when they are read. */
#define BATCH_SIZE 32
#define MOST_AHEAD 16 /* batches */
#define MOST_WORKERS 3
/* A file of fewer records than this is read before a thread is worth it. */
#define LEAST_SLICES 1024

typedef enum
{
  BATCH_WAITING,
  BATCH_CLAIMED,
  BATCH_READY,
} BatchState;

typedef struct
{
  BatchState state;
  JsonNode **trees; /* NULL for what is no record that can be read */
  GError **errors;  /* NULL where no tree has failed */
} Batch;

struct _MigRecordFeed
{
  GBytes *bytes;
  const MigJsonSlice *slices;
  gsize n_slices;
  gsize most; /* bytes of one record */

  GMutex lock;
  GCond changed;
  Batch *batches;
  gsize n_batches;
  gsize current;      /* the batch that is being read; those before it are spent */
  gsize ready;        /* the reader's own: the batch that it has seen to be ready; G_MAXSIZE before the first */
  gsize next;         /* no batch before it waits */
  GQueue spent;       /* Batch, to be freed */
  gboolean stopping;

  GThread *workers[MOST_WORKERS];
  guint n_workers;
  JsonParser *parser; /* the reader's own */
};

static gsize
batch_length (MigRecordFeed *self,
              gsize          batch)
{
  return MIN (BATCH_SIZE, self->n_slices - batch * BATCH_SIZE);
}

static void
batch_free (Batch *batch)
{
  for (gsize i = 0; i < BATCH_SIZE; i++)
    {
      g_clear_pointer (&batch->trees[i], json_node_unref);
      if (batch->errors != NULL)
        g_clear_error (&batch->errors[i]);
    }
  g_clear_pointer (&batch->trees, g_free);
  g_clear_pointer (&batch->errors, g_free);
}

/* Whether a slice is a record that json-glib may see. */
static gboolean
is_record (MigRecordFeed      *self,
           const MigJsonSlice *slice)
{
  return slice->sound && slice->type == '{' && slice->index >= 0 && slice->length <= self->most;
}

static void
parse_batch (MigRecordFeed *self,
             gsize          number,
             JsonParser    *parser)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);
  Batch *batch = &self->batches[number];

  batch->trees = g_new0 (JsonNode *, BATCH_SIZE);
  for (gsize i = 0; i < batch_length (self, number); i++)
    {
      const MigJsonSlice *slice = &self->slices[number * BATCH_SIZE + i];
      GError *error = NULL;

      if (!is_record (self, slice))
        continue;
      if (json_parser_load_from_data (parser, data + slice->offset, (gssize) slice->length, &error))
        {
          batch->trees[i] = json_parser_steal_root (parser);
          continue;
        }
      if (batch->errors == NULL)
        batch->errors = g_new0 (GError *, BATCH_SIZE);
      batch->errors[i] = error;
    }
}

/* Takes the first batch that waits, if it is not too far ahead. With the lock held. */
static gboolean
claim (MigRecordFeed *self,
       gsize         *number)
{
  while (self->next < self->n_batches && self->batches[self->next].state != BATCH_WAITING)
    self->next++;
  if (self->next >= self->n_batches || self->next > self->current + MOST_AHEAD)
    return FALSE;

  *number = self->next++;
  self->batches[*number].state = BATCH_CLAIMED;
  return TRUE;
}

/* With the lock held, which it gives up meanwhile. */
static void
work_on (MigRecordFeed *self,
         gsize          number,
         JsonParser    *parser)
{
  g_mutex_unlock (&self->lock);
  parse_batch (self, number, parser);
  g_mutex_lock (&self->lock);
  self->batches[number].state = BATCH_READY;
  g_cond_broadcast (&self->changed);
}

static gpointer
run_worker (gpointer data)
{
  MigRecordFeed *self = data;
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_mutex_lock (&self->lock);
  while (!self->stopping)
    {
      Batch *spent = g_queue_pop_head (&self->spent);
      gsize number;

      if (spent != NULL)
        {
          g_mutex_unlock (&self->lock);
          batch_free (spent);
          g_mutex_lock (&self->lock);
        }
      else if (claim (self, &number))
        work_on (self, number, parser);
      else if (self->next >= self->n_batches && self->current + 1 >= self->n_batches)
        break;
      else
        g_cond_wait (&self->changed, &self->lock);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/**
 * mig_record_feed_new:
 * @bytes: a file; must outlive the feed
 * @slices: its records; must outlive the feed
 * @n_slices: how many there are
 * @most: how many bytes a record may have to be looked at
 *
 * Begins to make trees of records, on as many processors as there are.
 *
 * Returns: (transfer full) (nullable): a feed; free with mig_record_feed_free(), from the thread that reads it; %NULL
 *   where it would save nothing: for few records, or on a single processor
 */
MigRecordFeed *
mig_record_feed_new (GBytes             *bytes,
                     const MigJsonSlice *slices,
                     gsize               n_slices,
                     gsize               most)
{
  guint n_workers = MIN (g_get_num_processors () - 1, MOST_WORKERS);
  MigRecordFeed *self;

  if (n_workers == 0 || n_slices < LEAST_SLICES)
    return NULL;

  self = g_new0 (MigRecordFeed, 1);
  self->bytes = bytes;
  self->slices = slices;
  self->n_slices = n_slices;
  self->most = most;
  self->ready = G_MAXSIZE;
  self->n_batches = (n_slices + BATCH_SIZE - 1) / BATCH_SIZE;
  self->batches = g_new0 (Batch, self->n_batches + 1);
  self->parser = json_parser_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->spent);

  for (guint i = 0; i < n_workers; i++)
    {
      /* Where the system gives no thread, the reader does all the work itself. */
      GThread *worker = g_thread_try_new ("records", run_worker, self, NULL);

      if (worker != NULL)
        self->workers[self->n_workers++] = worker;
    }

  return self;
}

/**
 * mig_record_feed_free:
 * @self: (transfer full) (nullable): a feed
 *
 * Stops what still works for the feed, and frees it and all trees.
 */
void
mig_record_feed_free (MigRecordFeed *self)
{
  if (self == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < self->n_workers; i++)
    g_thread_join (self->workers[i]);

  for (gsize i = 0; i < self->n_batches; i++)
    if (self->batches[i].trees != NULL)
      batch_free (&self->batches[i]);
  g_queue_clear (&self->spent);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_object_unref (self->parser);
  g_free (self->batches);
  g_free (self);
}

/* The batches before @number are not asked for again. With the lock held. */
static void
go_to (MigRecordFeed *self,
       gsize          number)
{
  for (; self->current < number; self->current++)
    {
      Batch *batch = &self->batches[self->current];

      if (batch->state != BATCH_READY)
        continue;
      if (self->n_workers > 0)
        g_queue_push_tail (&self->spent, batch);
      else
        batch_free (batch);
    }
  g_cond_broadcast (&self->changed);
}

/**
 * mig_record_feed_get:
 * @self: a feed
 * @slice: number of a slice, not less than that of the call before
 * @error: (out) (transfer none): why there is none
 *
 * Gets the tree of a record. If it is not made yet, the caller makes it, or others meanwhile.
 *
 * Returns: (transfer none) (nullable): the tree, good until a later one is asked for; %NULL with @error set where
 *   json-glib could not read it, and without it where it is none that may be read
 */
JsonNode *
mig_record_feed_get (MigRecordFeed *self,
                     gsize          slice,
                     const GError **error)
{
  gsize number = slice / BATCH_SIZE, at = slice % BATCH_SIZE;
  Batch *batch = &self->batches[number];

  /* What has been seen to be ready is nobody's but the reader's. */
  if (number != self->ready)
    {
      g_mutex_lock (&self->lock);
      if (number > self->current)
        go_to (self, number);
      while (batch->state != BATCH_READY)
        {
          gsize other;

          if (claim (self, &other))
            work_on (self, other, self->parser);
          else
            g_cond_wait (&self->changed, &self->lock);
        }
      self->ready = number;
      g_mutex_unlock (&self->lock);
    }

  *error = batch->errors != NULL ? batch->errors[at] : NULL;
  return batch->trees[at];
}
