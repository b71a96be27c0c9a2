/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-stream.h"

#include <string.h>

/*
 * Two cores read a file sooner than one: while the records of one batch go into the model, a thread scans on and makes
 * trees of the next ones.
 *
 *   bytes ──▶ thread: mig_json_scan_step () ──▶ slices ──▶ trees ──▶ finished batches ──▶ mig_record_stream_next ()
 *                                                           ▲                                        │
 *                                                           └────────────── free batches ◀───────────┘
 *
 * There are no more batches than those two hold at a time, so that the memory is bounded whatever the file is.
 *
 * What the file says of itself, its head, decides how the rest is read. It is the first thing in nearly every file;
 * where it is not, the file is scanned as far as that before the first batch is filled.
 */

#define N_BATCHES 3

/* A batch ends with the record that fills it: enough that handing it over costs nothing, and little enough that it is
 * still in a processor's cache when it is read. */
#define BATCH_RECORDS 1024
#define BATCH_BYTES (128 * 1024)
#define STEP_BYTES (128 * 1024)

struct _MigRecordStream
{
  const char *data;
  const char *head_member;
  GCancellable *cancellable;
  MigJsonScan *scan;
  gboolean is_scanned;
  gsize at; /* how many of the scan's slices were taken */
  MigJsonSlice head;
  gboolean has_head;
  gboolean is_begun;

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

static gboolean
is_left (MigRecordStream *self)
{
  return g_atomic_int_get (&self->is_over) || g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
is_head (MigRecordStream    *self,
         const MigJsonSlice *slice)
{
  return slice->member == self->head_member && slice->index < 0;
}

/* Scans until there are slices that nobody has taken; returns FALSE if there are no more. */
static gboolean
find_slices (MigRecordStream *self)
{
  gsize n;

  for (mig_json_scan_get_slices (self->scan, &n); self->at == n; mig_json_scan_get_slices (self->scan, &n))
    {
      if (self->is_scanned || is_left (self))
        return FALSE;
      mig_json_scan_forget_slices (self->scan);
      self->at = 0;
      self->is_scanned = !mig_json_scan_step (self->scan, STEP_BYTES);
    }

  return TRUE;
}

/* Finds the head, if it takes the whole file. */
static void
begin (MigRecordStream *self)
{
  gboolean goes_on = find_slices (self);
  gsize looked = 0;

  self->is_begun = TRUE;
  while (goes_on && !is_left (self))
    {
      gsize n;
      /* To scan on moves them. */
      const MigJsonSlice *slices = mig_json_scan_get_slices (self->scan, &n);

      for (; looked < n && !self->has_head; looked++)
        {
          self->has_head = is_head (self, &slices[looked]);
          self->head = slices[looked];
        }
      goes_on = !self->has_head && !self->is_scanned;
      if (goes_on)
        self->is_scanned = !mig_json_scan_step (self->scan, STEP_BYTES);
    }
}

/* Takes slices and makes trees of them; an empty batch is the end. */
static void
fill (MigRecordStream *self,
      MigRecordBatch  *batch)
{
  const MigJsonSlice *slices;
  gsize size = 0;
  gsize n;

  batch->n = 0;
  if (!self->is_begun)
    begin (self);
  if (!find_slices (self))
    return;

  slices = mig_json_scan_get_slices (self->scan, &n);
  for (; batch->n < BATCH_RECORDS && size < BATCH_BYTES && self->at < n; batch->n++, self->at++)
    {
      batch->slices[batch->n] = slices[self->at];
      if (mig_record_is_readable (&slices[self->at]))
        size += slices[self->at].length;
    }

  mig_json_tree_begin (&batch->tree, size);
  for (guint32 i = 0; i < batch->n; i++)
    {
      const MigJsonSlice *slice = &batch->slices[i];

      batch->records[i] = mig_record_is_readable (slice)
                              ? mig_json_tree_add (&batch->tree, self->data + slice->offset, slice->length)
                              : G_MAXUINT32;
    }
}

static gpointer
run (gpointer data)
{
  MigRecordStream *self = data;
  gboolean is_end = FALSE;

  while (!is_end)
    {
      MigRecordBatch *batch = g_async_queue_pop (self->free);

      if (g_atomic_int_get (&self->is_over))
        break;
      fill (self, batch);
      is_end = batch->n == 0;
      g_async_queue_push (self->finished, batch);
    }

  return NULL;
}

/**
 * mig_record_stream_new:
 * @bytes: a file
 * @members: (array zero-terminated=1): as for mig_json_scan_new(); the first is the file's head
 * @problems: where to report what is wrong with the file's grammar; nobody else may touch them before the end
 * @cancellable: (nullable): looked at all the time; once it is cancelled, the stream is at its end
 *
 * Begins to scan a file and to make trees of its records.
 *
 * Returns: (transfer full): a stream; mig_record_stream_free() it
 */
MigRecordStream *
mig_record_stream_new (GBytes            *bytes,
                       const char *const *members,
                       MigProblems       *problems,
                       GCancellable      *cancellable)
{
  MigRecordStream *self = g_new0 (MigRecordStream, 1);

  self->data = g_bytes_get_data (bytes, NULL);
  self->head_member = members[0];
  g_set_object (&self->cancellable, cancellable);
  self->scan = mig_json_scan_new (bytes, members, problems);
  self->free = g_async_queue_new ();
  self->finished = g_async_queue_new ();
  for (guint i = 0; i < N_BATCHES; i++)
    {
      self->batches[i].slices = g_new (MigJsonSlice, BATCH_RECORDS);
      self->batches[i].records = g_new (guint32, BATCH_RECORDS);
      if (i > 0)
        g_async_queue_push (self->free, &self->batches[i]);
    }
  /* The first is the reader's own until it asks for the next. */
  self->given = &self->batches[0];
  self->thread = g_thread_try_new ("records", run, self, NULL);

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
      g_free (self->batches[i].slices);
      g_free (self->batches[i].records);
    }
  g_async_queue_unref (self->free);
  g_async_queue_unref (self->finished);
  mig_json_scan_free (self->scan);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * mig_record_stream_next:
 * @self: a stream that has not come to its end
 *
 * Waits for the next records, and gives up those before.
 *
 * Returns: (transfer none) (nullable): one record at least, valid until the next call; %NULL at the end
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

  return self->given->n > 0 ? self->given : NULL;
}

/**
 * mig_record_stream_get_head:
 * @self: a stream that has given its first batch, or %NULL
 *
 * Returns: (transfer none) (nullable): what the file says of itself; %NULL if it does not
 */
const MigJsonSlice *
mig_record_stream_get_head (MigRecordStream *self)
{
  return self->has_head ? &self->head : NULL;
}

/**
 * mig_record_stream_get_scan:
 * @self: a stream at its end
 *
 * Returns: (transfer none): the scan of the file, without its slices
 */
MigJsonScan *
mig_record_stream_get_scan (MigRecordStream *self)
{
  return self->scan;
}
