/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmarks.h"

#include <glib/gi18n-lib.h>

#include "mig-bookmarks-file.h"
#include "mig-corpus-store.h"
#include "mig-words.h"

/*
 * MigBookmarks: the places of a corpus that somebody wants to find again, as a GListModel of MigBookmark. Each has the
 * id of a record, a name of its own, and the span that was in sight.
 *
 *   data folder/migmeet/bookmarks/IDENTITY.json ──set_corpus()──▶ MigBookmarks ──add, remove, rename──▶ the file
 *
 * The file is the truth: several windows, and several programs, may show the same corpus. Each change is made to what
 * the file has by then, and written at once; and what others write is seen as soon as it is there.
 *
 * A file that cannot be read is set aside under another name, and told of once; so is one of a newer MigMeet, which
 * this one would spoil.
 */

struct _MigBookmarks
{
  GObject parent_instance;

  char *folder;
  MigCorpus *corpus; /* NULL without one */
  char *identity;
  GPtrArray *list; /* of MigBookmark */
  GFileMonitor *monitor; /* NULL where there is nothing to watch */
  gboolean unread; /* the file is there, but could not be read: it must not be written over */
};

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

static void
mig_bookmarks_finalize (GObject *object)
{
  MigBookmarks *self = MIG_BOOKMARKS (object);

  g_free (self->folder);
  g_clear_object (&self->monitor);
  g_clear_object (&self->corpus);
  g_free (self->identity);
  g_ptr_array_unref (self->list);

  G_OBJECT_CLASS (mig_bookmarks_parent_class)->finalize (object);
}

static void
mig_bookmarks_class_init (MigBookmarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_bookmarks_finalize;
}

static void
mig_bookmarks_init (MigBookmarks *self)
{
  self->list = g_ptr_array_new_with_free_func (g_object_unref);
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

static gboolean
load (MigBookmarks *self, GError **error)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (GError) own_error = NULL;

  self->unread = FALSE;
  if (*self->identity == '\0' || !g_file_test (path, G_FILE_TEST_EXISTS) ||
      mig_bookmarks_file_read (path, self->list, &own_error))
    return TRUE;
  mig_bookmarks_file_explain (own_error, path);
  self->unread = g_file_test (path, G_FILE_TEST_EXISTS);
  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/* Takes over what others have written since. What cannot be read now changes nothing: it may be half written. */
static void
refresh (MigBookmarks *self)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  if (!self->unread && mig_bookmarks_file_read (path, list, NULL))
    take_list (self, list);
}

static void
file_changed_cb (MigBookmarks *self)
{
  refresh (self);
}

static void
watch (MigBookmarks *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  g_clear_object (&self->monitor);
  if (self->identity == NULL || *self->identity == '\0')
    return;

  path = dup_path (self);
  file = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Between begin_change() and end_change() nobody else changes the file, and what others have written is there. */
static int
begin_change (MigBookmarks *self)
{
  g_autofree char *path = NULL;
  int lock;

  if (*self->identity == '\0')
    return -1;

  path = dup_path (self);
  lock = mig_bookmarks_file_lock (path);
  refresh (self);

  return lock;
}

static gboolean
end_change (MigBookmarks *self, int lock, GError **error)
{
  g_autofree char *path = dup_path (self);
  gboolean succeeded = TRUE;

  if (self->unread)
    {
      g_set_error_literal (error, MIG_BOOKMARKS_ERROR, MIG_BOOKMARKS_ERROR_DAMAGED,
                           _("The bookmarks of this corpus cannot be read."));
      succeeded = FALSE;
    }
  else if (*self->identity != '\0')
    {
      succeeded = mig_bookmarks_file_write (path, self->identity, self->list, error);
    }
  mig_bookmarks_file_unlock (lock);

  return succeeded;
}

/* Where a bookmark stands that was at @position before the change began; G_MAXUINT if it is not there any more. */
static guint
find_again (MigBookmarks *self, MigBookmark *bookmark, guint position)
{
  if (position < self->list->len && mig_bookmark_equal (g_ptr_array_index (self->list, position), bookmark))
    return position;
  for (guint i = 0; i < self->list->len; i++)
    if (mig_bookmark_equal (g_ptr_array_index (self->list, i), bookmark))
      return i;

  return G_MAXUINT;
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
  const guint n_before = self->list->len;
  gboolean succeeded = TRUE;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);

  if (corpus == self->corpus)
    return TRUE;

  identity = corpus != NULL ? mig_corpus_store_dup_identity (corpus) : NULL;
  g_set_object (&self->corpus, corpus);
  if (g_strcmp0 (identity, self->identity) != 0)
    {
      g_free (self->identity);
      self->identity = g_steal_pointer (&identity);
      g_ptr_array_set_size (self->list, 0);
      succeeded = corpus == NULL || load (self, error);
      watch (self);
    }
  /* Of the same ones some may be gone now, or back again. */
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->list->len);

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
 * Returns: whether it is on the disk; it is on the list in either case
 */
gboolean
mig_bookmarks_add (MigBookmarks *self, MigRef ref, GVariant *place, GError **error)
{
  const MigRecord *record;
  double start = 0, end = 0;
  gboolean had_one;
  int lock;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (self->corpus != NULL, FALSE);

  record = mig_corpus_get_record (self->corpus, ref);
  if (place != NULL)
    g_variant_lookup (place, "span", "(dd)", &start, &end);

  had_one = mig_bookmarks_find (self, ref, NULL);
  lock = begin_change (self);
  /* Another window may just have added it. */
  if (had_one || !mig_bookmarks_find (self, ref, NULL))
    {
      g_ptr_array_add (self->list, mig_bookmark_new (record != NULL ? record->id : "",
                                                     record != NULL ? mig_words_name (self->corpus, ref)
                                                                    : mig_corpus_get_title (self->corpus),
                                                     start, end));
      g_list_model_items_changed (G_LIST_MODEL (self), self->list->len - 1, 0, 1);
    }

  return end_change (self, lock, error);
}

/**
 * mig_bookmarks_remove:
 * @self: bookmarks
 * @position: where one stands
 * @error: why the others could not be written
 *
 * Returns: whether what is left is on the disk
 */
gboolean
mig_bookmarks_remove (MigBookmarks *self, guint position, GError **error)
{
  g_autoptr (MigBookmark) bookmark = NULL;
  int lock;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (position < self->list->len, FALSE);

  bookmark = g_object_ref (g_ptr_array_index (self->list, position));
  lock = begin_change (self);
  position = find_again (self, bookmark, position);
  if (position != G_MAXUINT)
    {
      g_ptr_array_remove_index (self->list, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }

  return end_change (self, lock, error);
}

/**
 * mig_bookmarks_rename:
 * @self: bookmarks
 * @position: where one stands
 * @name: what to call it; an empty name changes nothing
 * @error: why it could not be written
 *
 * Returns: whether it is on the disk
 */
gboolean
mig_bookmarks_rename (MigBookmarks *self, guint position, const char *name, GError **error)
{
  g_autofree char *stripped = NULL;
  g_autoptr (MigBookmark) bookmark = NULL;
  int lock;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (position < self->list->len, FALSE);

  stripped = g_strstrip (g_strdup (name));
  bookmark = g_object_ref (g_ptr_array_index (self->list, position));
  if (*stripped == '\0' || g_str_equal (stripped, mig_bookmark_get_name (bookmark)))
    return TRUE;

  lock = begin_change (self);
  position = find_again (self, bookmark, position);
  if (position != G_MAXUINT)
    {
      mig_bookmark_set_name (g_ptr_array_index (self->list, position), stripped);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
    }

  return end_change (self, lock, error);
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
