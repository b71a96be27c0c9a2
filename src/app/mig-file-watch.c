/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-file-watch.h"

#include <stdlib.h>

/*
 * MigFileWatch: tells when a file has been edited, once the editor has left it alone for a while. It does not matter
 * how an editor writes: in place, by truncating first, under another name that is then given to the file, or by taking
 * the file away and bringing another. That only its permissions were changed, or that somebody looked at it, is no
 * edit.
 *
 *   GFileMonitor of the file, and of what it is a link to ──▶ a pause ──▶ is it another file now? ──▶ "settled"
 */

struct _MigFileWatch
{
  GObject parent_instance;

  GFile *file;
  GFileMonitor *monitor; /* NULL where a file cannot be watched */
  GFileMonitor *target_monitor; /* of what the file is a link to, else NULL */
  char *mark; /* what the file was like when it was read */
  guint settle_ms;
  guint settle_id;
};

enum
{
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigFileWatch, mig_file_watch, G_TYPE_OBJECT)

/* What changes when a file's contents do, as one string; "" while there is no file. */
static char *
dup_mark (GFile *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED ","
                       G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC "," G_FILE_ATTRIBUTE_UNIX_INODE,
                       G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return g_strdup ("");

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT " %u %" G_GUINT64_FORMAT,
                          g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

static void watch_target (MigFileWatch *self);

static gboolean
settled_cb (gpointer user_data)
{
  MigFileWatch *self = user_data;
  g_autofree char *now = dup_mark (self->file);

  self->settle_id = 0;
  /* It may be a link to another file by now. */
  watch_target (self);
  if (g_strcmp0 (now, self->mark) != 0)
    {
      g_free (self->mark);
      self->mark = g_steal_pointer (&now);
      g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
    }

  return G_SOURCE_REMOVE;
}

static void
changed_cb (MigFileWatch *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (self->settle_ms, settled_cb, self);
}

static void
stop (GFileMonitor **monitor)
{
  if (*monitor != NULL)
    g_file_monitor_cancel (*monitor);
  g_clear_object (monitor);
}

static GFileMonitor *
start (MigFileWatch *self, GFile *file)
{
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor != NULL)
    g_signal_connect_object (monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return monitor;
}

/* An editor that follows a link writes in another folder, of which the link's own knows nothing. */
static void
watch_target (MigFileWatch *self)
{
  const char *path = g_file_peek_path (self->file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;

  stop (&self->target_monitor);
  if (real != NULL && g_strcmp0 (real, path) != 0)
    {
      g_autoptr (GFile) target = g_file_new_for_path (real);

      self->target_monitor = start (self, target);
    }
  free (real);
}

static void
mig_file_watch_dispose (GObject *object)
{
  MigFileWatch *self = MIG_FILE_WATCH (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  stop (&self->monitor);
  stop (&self->target_monitor);

  G_OBJECT_CLASS (mig_file_watch_parent_class)->dispose (object);
}

static void
mig_file_watch_finalize (GObject *object)
{
  MigFileWatch *self = MIG_FILE_WATCH (object);

  g_object_unref (self->file);
  g_free (self->mark);

  G_OBJECT_CLASS (mig_file_watch_parent_class)->finalize (object);
}

static void
mig_file_watch_class_init (MigFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mig_file_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = mig_file_watch_finalize;

  /**
   * MigFileWatch::settled:
   *
   * The file is another one than it was, or is gone, and has been so for a while.
   */
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", MIG_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
mig_file_watch_init (MigFileWatch *self)
{
}

/**
 * mig_file_watch_new:
 * @file: a file, which need not be there
 * @settle_ms: how long it must be left alone, in milliseconds
 *
 * A file on a remote mount is not watched: its server would be asked in the main thread.
 *
 * Returns: (transfer full): a watch
 */
MigFileWatch *
mig_file_watch_new (GFile *file, guint settle_ms)
{
  MigFileWatch *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (MIG_TYPE_FILE_WATCH, NULL);
  self->file = g_object_ref (file);
  self->settle_ms = settle_ms;
  if (!g_file_is_native (file))
    return self;

  self->monitor = start (self, file);
  watch_target (self);
  mig_file_watch_mark (self);

  return self;
}

/**
 * mig_file_watch_get_file:
 * @self: a watch
 *
 * Returns: (transfer none): its file
 */
GFile *
mig_file_watch_get_file (MigFileWatch *self)
{
  g_return_val_if_fail (MIG_IS_FILE_WATCH (self), NULL);

  return self->file;
}

/**
 * mig_file_watch_mark:
 * @self: a watch
 *
 * Tells that the file is about to be read: what was written before does not count as an edit any more.
 */
void
mig_file_watch_mark (MigFileWatch *self)
{
  g_return_if_fail (MIG_IS_FILE_WATCH (self));

  if (self->monitor == NULL)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_free (self->mark);
  self->mark = dup_mark (self->file);
}
