/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmarks.h"

#include <glib/gi18n-lib.h>

#include "mig-bookmark-change.h"
#include "mig-bookmarks-disk.h"
#include "mig-bookmarks-file.h"
#include "mig-bookmarks-left.h"
#include "mig-corpus-store.h"
#include "mig-words.h"

/*
 * MigBookmarks: the places of a corpus that somebody wants to find again, as a GListModel of MigBookmark. Each has the
 * id of a record, a name of its own, and the span that was in sight.
 *
 *   data folder/migmeet/bookmarks/IDENTITY.json ──set_corpus()──▶ what is saved ──changes──▶ what is listed
 *                                             ▲                                                  │
 *                                             └───────────── once nobody else writes ────────────┘
 *
 * The file is the truth: several windows, and several programs, may show the same corpus. Each change is made to what
 * the file has by then, and written at once; and what others write is seen as soon as it is there.
 *
 * Nobody waits for another program that is writing, which may have been stopped: the change is listed, and written
 * later, with all that came after it. So is one that could not be written for another reason. What is not written when
 * the corpus is left is left beside the file, and taken over by whoever writes there next.
 *
 * A file that cannot be read is set aside under another name, and told of once; so is one of a newer MigMeet, which
 * this one would spoil.
 */

/* How often it is tried again to write what could not be, and after how many times that is told of. */
#define RETRY_MS 100
#define N_RETRIES_UNTOLD 30

struct _MigBookmarks
{
  GObject parent_instance;

  char *folder;
  MigCorpus *corpus; /* NULL without one */
  char *identity;
  MigBookmarksDisk disk;
  GPtrArray *changes; /* of MigBookmarkChange: what was done here and is not in the file yet */
  GPtrArray *list; /* of MigBookmark: those on the disk with the changes made */
  guint retry_id; /* while others keep the changes from being written */
  guint n_retries;
  GFileMonitor *monitor; /* NULL where there is nothing to watch */
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_QUARK (mig-bookmarks-error-quark, mig_bookmarks_error)

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigBookmarks, mig_bookmarks, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* GListModel */

static GType
get_item_type (GListModel *model)
{
  return MIG_TYPE_BOOKMARK;
}

static guint
get_n_items (GListModel *model)
{
  return MIG_BOOKMARKS (model)->list->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MigBookmarks *self = MIG_BOOKMARKS (model);

  return position < self->list->len ? g_object_ref (g_ptr_array_index (self->list, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* What is not known by anything has its bookmarks only as long as it is shown. */
static gboolean
has_file (MigBookmarks *self)
{
  return self->identity != NULL && *self->identity != '\0';
}

static char *
dup_path (MigBookmarks *self)
{
  return mig_corpus_store_dup_path (self->identity, self->folder, ".json");
}

/* Replaces what is listed; what is the same at both ends is not told of. */
static void
take_list (MigBookmarks *self, GPtrArray *list)
{
  const guint n_old = self->list->len, n_new = list->len;
  g_autoptr (GPtrArray) old = NULL;
  guint n_first = 0, n_last = 0;

  while (n_first < MIN (n_old, n_new) &&
         mig_bookmark_equal (g_ptr_array_index (self->list, n_first), g_ptr_array_index (list, n_first)))
    n_first++;
  while (n_last < MIN (n_old, n_new) - n_first &&
         mig_bookmark_equal (g_ptr_array_index (self->list, n_old - 1 - n_last),
                             g_ptr_array_index (list, n_new - 1 - n_last)))
    n_last++;
  if (n_first + n_last == n_old && n_old == n_new)
    return;

  old = self->list;
  self->list = g_ptr_array_ref (list);
  g_list_model_items_changed (G_LIST_MODEL (self), n_first, n_old - n_first - n_last, n_new - n_first - n_last);
}

/* Lists what is on the disk with the changes made. */
static void
sync_list (MigBookmarks *self)
{
  g_autoptr (GPtrArray) list = mig_bookmarks_disk_list (&self->disk, self->changes);

  take_list (self, list);
}

/* Takes the bookmarks of another corpus, and tells nobody yet. */
static gboolean
load (MigBookmarks *self, GError **error)
{
  g_autofree char *path = has_file (self) ? dup_path (self) : NULL;
  g_autoptr (GPtrArray) files = NULL;

  mig_bookmarks_disk_clear (&self->disk);
  mig_bookmarks_disk_init (&self->disk);
  if (path != NULL)
    files = mig_bookmarks_disk_take (&self->disk, path, error);
  g_ptr_array_unref (self->list);
  self->list = mig_bookmarks_disk_list (&self->disk, self->changes);

  return path == NULL || files != NULL;
}

/* Takes over what others have written since. */
static void
file_changed_cb (MigBookmarks *self)
{
  g_autofree char *path = dup_path (self);

  mig_bookmarks_disk_read (&self->disk, path);
  sync_list (self);
}

static void
watch (MigBookmarks *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  g_clear_object (&self->monitor);
  if (!has_file (self))
    return;

  path = dup_path (self);
  file = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Makes the changes to what the file has by now, while nobody else changes it. What cannot be written stays one. */
static gboolean
write_changes (MigBookmarks *self, GError **error)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (GPtrArray) files = mig_bookmarks_disk_take (&self->disk, path, error);

  sync_list (self);
  if (files == NULL || !mig_bookmarks_disk_write (&self->disk, path, self->identity, self->list, files, error))
    return FALSE;

  g_ptr_array_set_size (self->changes, 0);

  return TRUE;
}

static gboolean
retry_cb (gpointer user_data)
{
  MigBookmarks *self = user_data;
  g_autofree char *path = dup_path (self);
  g_autoptr (GError) error = NULL;
  int lock;

  if (!mig_bookmarks_file_try_lock (path, &lock))
    {
      if (++self->n_retries == N_RETRIES_UNTOLD)
        g_signal_emit (self, signals[SIGNAL_FAILED], 0,
                       _("Another MigMeet that does not respond has hold of them. "
                         "They will be saved once it lets go."));
      return G_SOURCE_CONTINUE;
    }

  self->retry_id = 0;
  write_changes (self, &error);
  mig_bookmarks_file_unlock (lock);
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);

  return G_SOURCE_REMOVE;
}

/* Lists a change, and writes it now or, when another program is writing, later. */
static gboolean
make_change (MigBookmarks *self, MigBookmarkChange *change, GError **error)
{
  g_autofree char *path = has_file (self) ? dup_path (self) : NULL;
  gboolean succeeded;
  int lock;

  g_ptr_array_add (self->changes, change);
  if (path == NULL)
    {
      sync_list (self);
      return TRUE;
    }
  if (!mig_bookmarks_file_try_lock (path, &lock))
    {
      sync_list (self);
      if (self->retry_id == 0)
        {
          self->n_retries = 0;
          self->retry_id = g_timeout_add (RETRY_MS, retry_cb, self);
        }
      return TRUE;
    }

  g_clear_handle_id (&self->retry_id, g_source_remove);
  succeeded = write_changes (self, error);
  mig_bookmarks_file_unlock (lock);

  return succeeded;
}

/* Writes what is not written yet before the corpus is left, or else leaves it to others: nobody waits here, and only
 * who has the lock may write the file. */
static void
write_last_changes (MigBookmarks *self)
{
  g_autofree char *path = has_file (self) ? dup_path (self) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_written = FALSE;
  int lock;

  g_clear_handle_id (&self->retry_id, g_source_remove);
  if (path != NULL && self->changes->len > 0)
    {
      if (mig_bookmarks_file_try_lock (path, &lock))
        {
          is_written = write_changes (self, NULL);
          mig_bookmarks_file_unlock (lock);
        }
      if (!is_written && !mig_bookmarks_left_write (path, self->changes, &error))
        g_message ("Bookmarks were lost: %s", error->message);
    }
  g_ptr_array_set_size (self->changes, 0);
}

/* Writes what others have left, unless somebody is writing, who does so. */
static void
write_left (MigBookmarks *self)
{
  g_autofree char *path = NULL;
  int lock;

  if (self->disk.left->len == 0)
    return;
  path = dup_path (self);
  if (!mig_bookmarks_file_try_lock (path, &lock))
    return;
  write_changes (self, NULL);
  mig_bookmarks_file_unlock (lock);
}

static void
mig_bookmarks_dispose (GObject *object)
{
  MigBookmarks *self = MIG_BOOKMARKS (object);

  write_last_changes (self);

  G_OBJECT_CLASS (mig_bookmarks_parent_class)->dispose (object);
}

static void
mig_bookmarks_finalize (GObject *object)
{
  MigBookmarks *self = MIG_BOOKMARKS (object);

  g_free (self->folder);
  g_clear_object (&self->monitor);
  g_clear_object (&self->corpus);
  g_free (self->identity);
  mig_bookmarks_disk_clear (&self->disk);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->list);

  G_OBJECT_CLASS (mig_bookmarks_parent_class)->finalize (object);
}

static void
mig_bookmarks_class_init (MigBookmarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mig_bookmarks_dispose;
  object_class->finalize = mig_bookmarks_finalize;

  /**
   * MigBookmarks::failed:
   * @message: why, in a sentence or less
   *
   * Changes that were to be written later could not be, or have not been for long.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", MIG_TYPE_BOOKMARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mig_bookmarks_init (MigBookmarks *self)
{
  mig_bookmarks_disk_init (&self->disk);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mig_bookmark_change_free);
  self->list = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mig_bookmarks_new:
 * @folder: (nullable): where bookmarks are kept; %NULL for MigMeet's own folder
 *
 * Returns: (transfer full): bookmarks of no corpus
 */
MigBookmarks *
mig_bookmarks_new (const char *folder)
{
  MigBookmarks *self = g_object_new (MIG_TYPE_BOOKMARKS, NULL);

  self->folder = folder != NULL ? g_strdup (folder)
                                : g_build_filename (g_get_user_data_dir (), "migmeet", "bookmarks", NULL);

  return self;
}

/**
 * mig_bookmarks_get_corpus:
 * @self: bookmarks
 *
 * Returns: (transfer none) (nullable): whose they are
 */
MigCorpus *
mig_bookmarks_get_corpus (MigBookmarks *self)
{
  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), NULL);

  return self->corpus;
}

/**
 * mig_bookmarks_set_corpus:
 * @self: bookmarks
 * @corpus: (nullable): a corpus
 * @error: one sentence on why its bookmarks cannot be read
 *
 * Brings the bookmarks of a corpus from the disk. Those of one that was read again are the same.
 *
 * Returns: whether its bookmarks could be read; if not there are none
 */
gboolean
mig_bookmarks_set_corpus (MigBookmarks *self, MigCorpus *corpus, GError **error)
{
  g_autofree char *identity = NULL;
  gboolean is_same, succeeded = TRUE;
  guint n_before;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);

  if (corpus == self->corpus)
    return TRUE;

  identity = corpus != NULL ? mig_corpus_store_dup_identity (corpus) : NULL;
  is_same = g_strcmp0 (identity, self->identity) == 0;
  if (!is_same)
    write_last_changes (self);
  n_before = self->list->len;
  g_set_object (&self->corpus, corpus);
  if (!is_same)
    {
      g_free (self->identity);
      self->identity = g_steal_pointer (&identity);
      succeeded = load (self, error);
      watch (self);
    }
  /* Of the same ones some may be gone now, or back again. */
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->list->len);
  write_left (self);

  return succeeded;
}

/**
 * mig_bookmarks_find:
 * @self: bookmarks
 * @ref: a record of their corpus, or %MIG_REF_NONE
 * @position: (out) (optional): where its first bookmark stands
 *
 * Returns: whether there is one
 */
gboolean
mig_bookmarks_find (MigBookmarks *self, MigRef ref, guint *position)
{
  const MigRecord *record;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);

  record = self->corpus != NULL ? mig_corpus_get_record (self->corpus, ref) : NULL;
  /* What has no id of its own has no bookmark, and not that of what has it. */
  if (record != NULL && mig_corpus_lookup (self->corpus, record->id) != ref)
    return FALSE;
  for (guint i = 0; i < self->list->len; i++)
    {
      MigBookmark *bookmark = g_ptr_array_index (self->list, i);

      if (g_strcmp0 (mig_bookmark_get_id (bookmark), record != NULL ? record->id : "") != 0)
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * mig_bookmarks_add:
 * @self: bookmarks of a corpus
 * @ref: a record of it that has an id of its own, or %MIG_REF_NONE for a view without one
 * @place: (nullable): where one was, as mig_navigator_dup_place() tells it
 * @error: why it could not be written
 *
 * Adds a bookmark at the end, called as the record is, unless another window has just added one of the same record.
 *
 * Returns: whether it is on the disk, or will be once no other program is writing; it is on the list in either case
 */
gboolean
mig_bookmarks_add (MigBookmarks *self, MigRef ref, GVariant *place, GError **error)
{
  const MigRecord *record;
  double start = 0, end = 0;
  g_autoptr (MigBookmark) bookmark = NULL;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (self->corpus != NULL, FALSE);

  record = mig_corpus_get_record (self->corpus, ref);
  if (place != NULL)
    g_variant_lookup (place, "span", "(dd)", &start, &end);

  bookmark = mig_bookmark_new (record != NULL ? record->id : "",
                               record != NULL ? mig_words_name (self->corpus, ref)
                                              : mig_corpus_get_title (self->corpus),
                               start, end);

  return make_change (self, mig_bookmark_change_new_add (bookmark, mig_bookmarks_find (self, ref, NULL)), error);
}

/**
 * mig_bookmarks_remove:
 * @self: bookmarks
 * @position: where one stands
 * @error: why the others could not be written
 *
 * Returns: whether what is left is on the disk, or will be once no other program is writing
 */
gboolean
mig_bookmarks_remove (MigBookmarks *self, guint position, GError **error)
{
  MigBookmark *bookmark;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (position < self->list->len, FALSE);

  bookmark = g_ptr_array_index (self->list, position);

  return make_change (self, mig_bookmark_change_new_remove (bookmark, position), error);
}

/**
 * mig_bookmarks_rename:
 * @self: bookmarks
 * @position: where one stands
 * @name: what to call it; an empty name changes nothing
 * @error: why it could not be written
 *
 * Returns: whether it is on the disk, or will be once no other program is writing
 */
gboolean
mig_bookmarks_rename (MigBookmarks *self, guint position, const char *name, GError **error)
{
  g_autofree char *stripped = NULL;
  MigBookmark *bookmark;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (position < self->list->len, FALSE);

  stripped = g_strstrip (g_strdup (name));
  bookmark = g_ptr_array_index (self->list, position);
  if (*stripped == '\0' || g_str_equal (stripped, mig_bookmark_get_name (bookmark)))
    return TRUE;

  return make_change (self, mig_bookmark_change_new_rename (bookmark, position, stripped), error);
}

/**
 * mig_bookmarks_is_gone:
 * @self: bookmarks
 * @position: where one stands
 *
 * Returns: whether the corpus does not have its record any more
 */
gboolean
mig_bookmarks_is_gone (MigBookmarks *self, guint position)
{
  const char *id;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (position < self->list->len, FALSE);

  id = mig_bookmark_get_id (g_ptr_array_index (self->list, position));

  return *id != '\0' && (self->corpus == NULL || mig_corpus_lookup (self->corpus, id) == MIG_REF_NONE);
}
