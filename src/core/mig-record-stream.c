/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-stream.h"

/*
 * Two cores read a file sooner than one: while the records of one batch go into the model, a thread makes trees of the
 * next ones.
 *
 *   slices ──▶ thread: trees ──▶ finished batches ──▶ mig_record_stream_next () ──▶ model
 *                 ▲                                              │
 *                 └──────────────── free batches ◀───────────────┘
 *
 * There are no more batches than those two hold at a time, so that the memory is bounded whatever the file is.
 */

#define N_BATCHES 3

/* A batch ends with the record that fills it: enough that handing it over costs nothing, and little enough that it is
 * still in a processor's cache when it is read. */
#define BATCH_RECORDS 1024
#define BATCH_BYTES (128 * 1024)

struct _MigRecordStream
{
  const char *data;
  const MigJsonSlice *slices;
  guint32 n;
  guint32 at;

  MigRecordBatch batches[N_BATCHES];
  GAsyncQueue *free;
  GAsyncQueue *finished;
  MigRecordBatch *given; /* what the reader has */
  GThread *thread;       /* NULL: there is none to be had, and batches are filled when they are asked for */
  gint is_over;          /* atomic: nobody reads on */
};

/**
 * mig_record_is_readable:
 * @slice: a slice
 *
 * Returns: whether a tree may be made of it: it is a sound object, and not too large
 */
gboolean
mig_record_is_readable (const MigJsonSlice *slice)
{
  return slice->sound && slice->type == '{' && slice->length <= MIG_RECORD_MAX_SIZE;
}

static void
fill (MigRecordStream *self,
      MigRecordBatch  *batch)
{
  gsize size = 0;

  batch->first = self->at;
  for (batch->n = 0; batch->n < BATCH_RECORDS && size < BATCH_BYTES && self->at < self->n; batch->n++, self->at++)
    if (mig_record_is_readable (&self->slices[self->at]))
      size += self->slices[self->at].length;

  mig_json_tree_begin (&batch->tree, size);
  for (guint32 i = 0; i < batch->n; i++)
    {
      const MigJsonSlice *slice = &self->slices[batch->first + i];

      batch->records[i] = mig_record_is_readable (slice)
                              ? mig_json_tree_add (&batch->tree, self->data + slice->offset, slice->length)
                              : G_MAXUINT32;
    }
}

static gpointer
run (gpointer data)
{
  MigRecordStream *self = data;

  while (self->at < self->n)
    {
      MigRecordBatch *batch = g_async_queue_pop (self->free);

      if (g_atomic_int_get (&self->is_over))
        break;
      fill (self, batch);
      g_async_queue_push (self->finished, batch);
    }

  return NULL;
}

/**
 * mig_record_stream_new:
 * @bytes: a file; must outlive the stream
 * @slices: (array length=n): its records; must outlive the stream
 * @n: how many
 *
 * Begins to make trees.
 *
 * Returns: (transfer full): a stream; mig_record_stream_free() it
 */
MigRecordStream *
mig_record_stream_new (GBytes             *bytes,
                       const MigJsonSlice *slices,
                       guint32             n)
{
  MigRecordStream *self = g_new0 (MigRecordStream, 1);

  self->data = g_bytes_get_data (bytes, NULL);
  self->slices = slices;
  self->n = n;
  self->free = g_async_queue_new ();
  self->finished = g_async_queue_new ();
  for (guint i = 0; i < N_BATCHES; i++)
    {
      self->batches[i].records = g_new (guint32, BATCH_RECORDS);
      if (i > 0)
        g_async_queue_push (self->free, &self->batches[i]);
    }
  /* The first is the reader's own until it asks for the next. */
  self->given = &self->batches[0];
  self->thread = n > 0 ? g_thread_try_new ("records", run, self, NULL) : NULL;

  return self;
}

/**
 * mig_record_stream_free:
 * @self: (transfer full): a stream, at its end or not
 *
 * Stops making trees, and frees those that there are.
 */
void
mig_record_stream_free (MigRecordStream *self)
{
  if (self->thread != NULL)
    {
      g_atomic_int_set (&self->is_over, TRUE);
      g_async_queue_push (self->free, self->given);
      g_thread_join (self->thread);
    }

  for (guint i = 0; i < N_BATCHES; i++)
    {
      mig_json_tree_clear (&self->batches[i].tree);
      g_free (self->batches[i].records);
    }
  g_async_queue_unref (self->free);
  g_async_queue_unref (self->finished);
  g_free (self);
}

/**
 * mig_record_stream_next:
 * @self: a stream that is not at its end: not all slices were in the batches before
 *
 * Waits for the next records, and gives up those before.
 *
 * Returns: (transfer none): one slice at least; valid until the next call
 */
MigRecordBatch *
mig_record_stream_next (MigRecordStream *self)
{
  if (self->thread == NULL)
    fill (self, self->given);
  else
    {
      g_async_queue_push (self->free, self->given);
      self->given = g_async_queue_pop (self->finished);
    }

  return self->given;
}
