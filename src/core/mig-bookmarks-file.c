/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmarks-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "mig-file-loader.h"
#include "mig-json-scanner.h"

/* The file in which the bookmarks of a corpus are kept: reading it, writing it at once or not at all, and keeping
 * others out between the two. One that makes no sense, or is of a newer MigMeet, is set aside under another name. */

#define FORMAT "migmeet-bookmarks"
#define VERSION 1
#define MAX_SIZE (4 * 1024 * 1024)

static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static double
get_day (JsonObject *object, guint i)
{
  JsonNode *node = json_object_get_member (object, "span");
  JsonArray *span = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *day = span != NULL && json_array_get_length (span) == 2 ? json_array_get_element (span, i) : NULL;

  return day != NULL && JSON_NODE_HOLDS_VALUE (day) ? json_node_get_double (day) : 0;
}

static gboolean
read_bookmarks (JsonObject *root, GPtrArray *list)
{
  JsonNode *node = json_object_get_member (root, "bookmarks");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *id = object != NULL ? get_text (object, "id") : NULL;
      const char *name = object != NULL ? get_text (object, "name") : NULL;

      if (id == NULL || name == NULL)
        return FALSE;
      g_ptr_array_add (list, mig_bookmark_new (id, name, get_day (object, 0), get_day (object, 1)));
    }

  return TRUE;
}

/* The scanner knows every way in which JSON can be hostile; what it lets pass can be parsed as a whole. */
static gboolean
is_sound (GBytes *bytes, GFile *file)
{
  static const char *const members[] = { "bookmarks", NULL };
  g_autoptr (MigProblems) problems = mig_problems_new (file);
  g_autoptr (MigJsonScan) scan = mig_json_scan (bytes, members, problems, NULL, NULL, NULL, NULL);

  return scan != NULL && mig_problems_get_n_found (problems) == 0 && mig_json_scan_get_type (scan) == '{';
}

static gboolean
parse (GBytes *bytes, GFile *file, GPtrArray *list, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *root;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (is_sound (bytes, file) && json_parser_load_from_data (parser, data, (gssize) size, NULL))
    {
      root = json_node_get_object (json_parser_get_root (parser));
      if (g_strcmp0 (get_text (root, "format"), FORMAT) == 0)
        {
          JsonNode *version = json_object_get_member (root, "version");

          if (version != NULL && JSON_NODE_HOLDS_VALUE (version) && json_node_get_int (version) > VERSION)
            {
              g_set_error_literal (error, MIG_BOOKMARKS_ERROR, MIG_BOOKMARKS_ERROR_NEWER, "");
              return FALSE;
            }
          if (read_bookmarks (root, list))
            return TRUE;
        }
    }
  g_ptr_array_set_size (list, 0);
  g_set_error_literal (error, MIG_BOOKMARKS_ERROR, MIG_BOOKMARKS_ERROR_DAMAGED, "");

  return FALSE;
}

/**
 * mig_bookmarks_file_read:
 * @path: where the file is
 * @list: (element-type MigBookmark): is filled
 * @error: why it could not be read: of %MIG_BOOKMARKS_ERROR when it makes no sense
 *
 * Returns: whether it could be read; one that is not there can not
 */
gboolean
mig_bookmarks_file_read (const char *path, GPtrArray *list, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = mig_file_load (file, MAX_SIZE, NULL, NULL, NULL, error);

  return bytes != NULL && parse (bytes, file, list, error);
}

/* Gives a file another name, the first one that is free. Returns it, or NULL if the file cannot be moved. */
static char *
set_aside (const char *path)
{
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.%u", path, i);

      if (g_file_test (aside, G_FILE_TEST_EXISTS))
        continue;
      return g_rename (path, aside) == 0 ? g_steal_pointer (&aside) : NULL;
    }

  return NULL;
}

/**
 * mig_bookmarks_file_explain:
 * @error: why the file could not be read
 * @path: where it is
 *
 * Sets a file aside that makes no sense, and makes one sentence of the error on what became of it. Only what was read
 * is moved: what the system does not give may be whole.
 */
void
mig_bookmarks_file_explain (GError *error, const char *path)
{
  g_autofree char *aside = error->domain == MIG_BOOKMARKS_ERROR ? set_aside (path) : NULL;
  g_autofree char *name = aside != NULL ? g_filename_display_name (aside) : NULL;

  g_free (error->message);
  if (name == NULL)
    error->message = g_strdup (_("The bookmarks of this corpus cannot be read."));
  else if (g_error_matches (error, MIG_BOOKMARKS_ERROR, MIG_BOOKMARKS_ERROR_NEWER))
    /* Translators: %s is the path of a file */
    error->message = g_strdup_printf (_("The bookmarks of this corpus are from a newer MigMeet. They were kept as %s."),
                                      name);
  else
    /* Translators: %s is the path of a file */
    error->message = g_strdup_printf (_("The bookmarks of this corpus are damaged. They were kept as %s."), name);
}

static void
write_bookmark (JsonBuilder *builder, MigBookmark *bookmark)
{
  double start, end;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, mig_bookmark_get_id (bookmark));
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, mig_bookmark_get_name (bookmark));
  if (mig_bookmark_get_span (bookmark, &start, &end))
    {
      json_builder_set_member_name (builder, "span");
      json_builder_begin_array (builder);
      json_builder_add_double_value (builder, start);
      json_builder_add_double_value (builder, end);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

/**
 * mig_bookmarks_file_write:
 * @path: where the file is to be; its folder is made when it is not there
 * @identity: what the corpus is known by
 * @list: (element-type MigBookmark): the bookmarks
 * @error: why it could not be written
 *
 * Returns: whether it is on the disk
 */
gboolean
mig_bookmarks_file_write (const char *path, const char *identity, GPtrArray *list, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, "corpus");
  json_builder_add_string_value (builder, identity);
  json_builder_set_member_name (builder, "bookmarks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    write_bookmark (builder, g_ptr_array_index (list, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * mig_bookmarks_file_try_lock:
 * @path: where a file is or is to be; its folder is made when it is not there
 * @lock: (out): what to give mig_bookmarks_file_unlock(), if it could be had
 *
 * Keeps other windows and other programs of ours from changing what is in the folder until it is unlocked. It does not
 * wait for one that is doing so: that one may have been stopped. Where the disk has no locks one goes without.
 *
 * Returns: whether nobody else has it
 */
gboolean
mig_bookmarks_file_try_lock (const char *path, int *lock)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  g_mkdir_with_parents (folder, 0700);
  fd = g_open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    {
      close (fd);
      return FALSE;
    }
  *lock = fd;

  return TRUE;
}

/**
 * mig_bookmarks_file_unlock:
 * @lock: what mig_bookmarks_file_try_lock() gave
 */
void
mig_bookmarks_file_unlock (int lock)
{
  if (lock >= 0)
    close (lock);
}
