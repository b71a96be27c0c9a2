/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmarks-left.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "mig-bookmark-change.h"
#include "mig-file-loader.h"

/*
 * Changes of bookmarks that somebody made who could not write them into the bookmarks' file before the end: whoever
 * writes there next takes them over. Each time they are left in a new file, which nobody else writes, so that this
 * needs no lock:
 *
 *   IDENTITY.json.TIME.UUID.left    changes as a GVariant in text format under a heading
 *
 * One that makes no sense is passed over, and stays.
 */

#define HEADING "MigMeet bookmark changes 1\n"
#define CHANGES_TYPE "a" MIG_BOOKMARK_CHANGE_TYPE
#define SUFFIX ".left"
/* The time comes first and has all its digits, so that the names sort by it. */
#define NAME_FORMAT ".%016" G_GINT64_MODIFIER "x.%s" SUFFIX
#define N_NAME (1 + 16 + 1 + 36 + strlen (SUFFIX))
#define MAX_SIZE (4 * 1024 * 1024)

/**
 * mig_bookmarks_left_write:
 * @path: where the bookmarks' file is or is to be; its folder is there
 * @changes: (element-type MigBookmarkChange): what to leave, in the order in which it was done
 * @error: why it could not be written
 *
 * Returns: whether the changes are on the disk
 */
gboolean
mig_bookmarks_left_write (const char *path, GPtrArray *changes, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random (), *file = NULL, *printed = NULL, *text = NULL;
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (CHANGES_TYPE));
  for (guint i = 0; i < changes->len; i++)
    g_variant_builder_add_value (&builder, mig_bookmark_change_to_variant (g_ptr_array_index (changes, i)));
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  printed = g_variant_print (variant, FALSE);
  text = g_strconcat (HEADING, printed, "\n", NULL);
  file = g_strdup_printf ("%s" NAME_FORMAT, path, (guint64) g_get_real_time (), uuid);

  return g_file_set_contents_full (file, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
read_file (const char *path, GPtrArray *changes)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = mig_file_load (file, MAX_SIZE, NULL, NULL, NULL, NULL);
  g_autoptr (GVariant) variant = NULL;
  const char *text;
  gsize size = 0;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  if (size < strlen (HEADING) || memcmp (text, HEADING, strlen (HEADING)) != 0)
    return FALSE;
  variant = g_variant_parse (G_VARIANT_TYPE (CHANGES_TYPE), text + strlen (HEADING), text + size, NULL, NULL);
  if (variant == NULL)
    return FALSE;

  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);
      MigBookmarkChange *change = mig_bookmark_change_new_from_variant (child);

      if (change != NULL)
        g_ptr_array_add (changes, change);
    }

  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mig_bookmarks_left_read:
 * @path: where the bookmarks' file is or is to be
 * @changes: (element-type MigBookmarkChange): to which those are added that were left, in the order in which they were
 *
 * Returns: (transfer full) (element-type filename): the files that they were read from, for
 *   mig_bookmarks_left_remove()
 */
GPtrArray *
mig_bookmarks_left_read (const char *path, GPtrArray *changes)
{
  g_autofree char *folder = g_path_get_dirname (path), *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      /* The name of another corpus may begin like this one, and then go on for longer. */
      if (g_str_has_prefix (name, base) && g_str_has_suffix (name, SUFFIX) && strlen (name) == strlen (base) + N_NAME)
        g_ptr_array_add (files, g_build_filename (folder, name, NULL));
    }

  g_ptr_array_sort (files, compare_paths);
  for (guint i = 0; i < files->len;)
    {
      if (read_file (g_ptr_array_index (files, i), changes))
        i++;
      else
        g_ptr_array_remove_index (files, i);
    }

  return files;
}

/**
 * mig_bookmarks_left_remove:
 * @files: (element-type filename): what mig_bookmarks_left_read() gave
 *
 * Removes files whose changes are in the bookmarks' file by now.
 */
void
mig_bookmarks_left_remove (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    g_unlink (g_ptr_array_index (files, i));
}
