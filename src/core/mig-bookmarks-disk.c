/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmarks-disk.h"

#include "mig-bookmark-change.h"
#include "mig-bookmarks-file.h"
#include "mig-bookmarks-left.h"

/*
 * What is on the disk of the bookmarks of a corpus: those in the file, and beside it the changes of whoever could not
 * write there.
 *
 *   IDENTITY.json ─────────▶ saved ──┐
 *                                    ├──▶ with changes that are nowhere yet ──▶ a list ──▶ IDENTITY.json
 *   IDENTITY.json.*.left ──▶ left ───┘
 */

/**
 * mig_bookmarks_disk_init:
 * @self: what is not used yet, or was cleared
 *
 * Has nothing on the disk, until it is looked at.
 */
void
mig_bookmarks_disk_init (MigBookmarksDisk *self)
{
  self->saved = g_ptr_array_new_with_free_func (g_object_unref);
  self->left = g_ptr_array_new_with_free_func ((GDestroyNotify) mig_bookmark_change_free);
}

/**
 * mig_bookmarks_disk_clear:
 * @self: what was initialized
 *
 * Frees what it holds.
 */
void
mig_bookmarks_disk_clear (MigBookmarksDisk *self)
{
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
}

static void
take_saved (MigBookmarksDisk *self, GPtrArray *saved)
{
  g_ptr_array_ref (saved);
  g_ptr_array_unref (self->saved);
  self->saved = saved;
}

/* Returns the files with what was left. A file that is not there, or cannot be read, leaves what was known of it. */
static GPtrArray *
read_all (MigBookmarksDisk *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func (g_object_unref), files = NULL;

  g_ptr_array_set_size (self->left, 0);
  files = mig_bookmarks_left_read (path, self->left);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&files);
  if (!mig_bookmarks_file_read (path, saved, error))
    return NULL;
  take_saved (self, saved);

  return g_steal_pointer (&files);
}

/**
 * mig_bookmarks_disk_read:
 * @self: what was on the disk
 * @path: where the file is or is to be
 *
 * Looks at the disk again. A file that is not there, or cannot be read, leaves what was known of it.
 */
void
mig_bookmarks_disk_read (MigBookmarksDisk *self, const char *path)
{
  GPtrArray *files = read_all (self, path, NULL);

  g_clear_pointer (&files, g_ptr_array_unref);
}

/**
 * mig_bookmarks_disk_take:
 * @self: what was on the disk
 * @path: where the file is or is to be
 * @error: one sentence on why the file cannot be read, of %MIG_BOOKMARKS_ERROR
 *
 * Looks at the disk again, before something is written there: a file that makes no sense is set aside under another
 * name.
 *
 * Returns: (transfer full) (nullable) (element-type filename): the files that mig_bookmarks_disk_write() makes
 *   superfluous; %NULL if the file cannot be read, which must not be written over then
 */
GPtrArray *
mig_bookmarks_disk_take (MigBookmarksDisk *self, const char *path, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  GPtrArray *files = read_all (self, path, &own_error);

  if (files == NULL)
    {
      const gboolean is_senseless = own_error->domain == MIG_BOOKMARKS_ERROR;

      mig_bookmarks_file_explain (own_error, path);
      g_set_error_literal (error, MIG_BOOKMARKS_ERROR, is_senseless ? own_error->code : MIG_BOOKMARKS_ERROR_DAMAGED,
                           own_error->message);
    }

  return files;
}

/**
 * mig_bookmarks_disk_write:
 * @self: what is on the disk
 * @path: where the file is or is to be
 * @identity: what the corpus is known by
 * @list: (element-type MigBookmark): what the file is to have; not to be changed any more
 * @files: (element-type filename): what mig_bookmarks_disk_take() gave since nobody else could write
 * @error: why it could not be written
 *
 * Returns: whether it is on the disk
 */
gboolean
mig_bookmarks_disk_write (MigBookmarksDisk *self, const char *path, const char *identity, GPtrArray *list,
                          GPtrArray *files, GError **error)
{
  if (!mig_bookmarks_file_write (path, identity, list, error))
    return FALSE;

  mig_bookmarks_left_remove (files);
  take_saved (self, list);
  g_ptr_array_set_size (self->left, 0);

  return TRUE;
}

/**
 * mig_bookmarks_disk_list:
 * @self: what is on the disk
 * @changes: (element-type MigBookmarkChange): what is to be changed in it
 *
 * Returns: (transfer full) (element-type MigBookmark): the bookmarks on the disk with all changes made
 */
GPtrArray *
mig_bookmarks_disk_list (const MigBookmarksDisk *self, GPtrArray *changes)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->saved->len; i++)
    g_ptr_array_add (list, g_object_ref (g_ptr_array_index (self->saved, i)));
  for (guint i = 0; i < self->left->len; i++)
    mig_bookmark_change_apply (g_ptr_array_index (self->left, i), list);
  for (guint i = 0; i < changes->len; i++)
    mig_bookmark_change_apply (g_ptr_array_index (changes, i), list);

  return list;
}
