/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-file-loader.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

/*
 * Reads a file whole, or says why not. Nothing but a regular file is ever opened: a pipe could wait for ever, a device
 * do anything. The file is looked at before and after; if it is not the same, it is read once more, and if it has
 * changed again it is left alone.
 *
 *   query type and size ──▶ open ──▶ look ──▶ read, never more than max_size ──▶ look again ──▶ GBytes
 *
 * It is not mapped into memory: another program that shortens a mapped file would kill this one.
 */

#define CHUNK_SIZE (1024 * 1024)

/* What a file looks like from outside. */
typedef struct
{
  guint64 size;
  guint64 modified; /* nanoseconds of a local file */
  char *etag;       /* of any other */
} Look;

/* A file that is open: a descriptor if it is local, else a stream. */
typedef struct
{
  GFile *file;
  gint descriptor;
  GInputStream *stream;
} Source;

static void
clear_look (Look *look)
{
  g_clear_pointer (&look->etag, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, clear_look)

static void
clear_source (Source *source)
{
  if (source->descriptor >= 0)
    close (source->descriptor);
  g_clear_object (&source->stream);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

/* Sets the two-part message that mig_file_load() promises. */
static gboolean
fail (gint         code,
      const char  *what,
      const char  *hint,
      GError     **error)
{
  g_set_error (error, G_IO_ERROR, code, "%s\n%s", what, hint);
  return FALSE;
}

/* What happens every day is said without the details that the system and its libraries give. */
static gboolean
fail_from_error (GError  *local_error,
                 GError **error)
{
  gint code = local_error->domain == G_IO_ERROR ? local_error->code : G_IO_ERROR_FAILED;

  if (code != G_IO_ERROR_NOT_FOUND && code != G_IO_ERROR_PERMISSION_DENIED)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  g_error_free (local_error);
  if (code == G_IO_ERROR_NOT_FOUND)
    return fail (code, _("The file does not exist."), _("It may have been moved, renamed or deleted."), error);
  return fail (code, _("You may not read the file."), _("Its owner can change who may."), error);
}

static gboolean
fail_from_errno (gint     code,
                 GError **error)
{
  return fail_from_error (g_error_new_literal (G_IO_ERROR, (gint) g_io_error_from_errno (code), g_strerror (code)),
                          error);
}

static gboolean
check_type (GFileType  type,
            GError   **error)
{
  if (type == G_FILE_TYPE_REGULAR)
    return TRUE;
  if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    return fail (G_IO_ERROR_NOT_FOUND, _("This is a link to a file that does not exist."),
                 _("The file may have been moved, renamed or deleted."), error);
  if (type == G_FILE_TYPE_DIRECTORY)
    return fail (G_IO_ERROR_IS_DIRECTORY, _("This is a folder."), _("Open a file in it."), error);

  return fail (G_IO_ERROR_NOT_REGULAR_FILE, _("This is not a regular file."),
               _("A corpus cannot be read from a pipe or a device."), error);
}

static gboolean
check_size (guint64   size,
            guint64   max_size,
            GError  **error)
{
  g_autofree char *limit = NULL;
  g_autofree char *hint = NULL;

  if (size <= max_size)
    return TRUE;

  limit = g_format_size_full (max_size, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size such as 512.0 MiB. */
  hint = g_strdup_printf (_("Files of up to %s are read."), limit);
  return fail (G_IO_ERROR_MESSAGE_TOO_LARGE, _("The file is too large."), hint, error);
}

static gboolean
look_at_info (GFile         *file,
              Look          *look,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  GError *local_error = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                            G_FILE_ATTRIBUTE_ETAG_VALUE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (info == NULL)
    return fail_from_error (local_error, error);
  if (!check_type (g_file_info_get_file_type (info), error))
    return FALSE;

  clear_look (look);
  look->size = (guint64) g_file_info_get_size (info);
  /* Not every file has one: a resource does not. */
  if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ETAG_VALUE))
    look->etag = g_strdup (g_file_info_get_etag (info));
  return TRUE;
}

static gboolean
look_at_descriptor (gint     descriptor,
                    Look    *look,
                    GError **error)
{
  struct stat status;

  if (fstat (descriptor, &status) != 0)
    return fail_from_errno (errno, error);
  if (!check_type (S_ISREG (status.st_mode) ? G_FILE_TYPE_REGULAR : G_FILE_TYPE_SPECIAL, error))
    return FALSE;

  look->size = (guint64) status.st_size;
  look->modified = (guint64) status.st_mtim.tv_sec * G_GUINT64_CONSTANT (1000000000) + (guint64) status.st_mtim.tv_nsec;
  return TRUE;
}

static gboolean
look_at (Source        *source,
         Look          *look,
         GCancellable  *cancellable,
         GError       **error)
{
  if (source->descriptor >= 0)
    return look_at_descriptor (source->descriptor, look, error);
  return look_at_info (source->file, look, cancellable, error);
}

static gboolean
open_source (Source        *source,
             GCancellable  *cancellable,
             GError       **error)
{
  const char *path = g_file_peek_path (source->file);
  GError *local_error = NULL;

  if (path == NULL)
    {
      source->stream = (GInputStream *) g_file_read (source->file, cancellable, &local_error);
      return source->stream != NULL || fail_from_error (local_error, error);
    }

  /* Should a pipe have taken the file's place since it was looked at, opening it must not wait for a writer. */
  source->descriptor = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  return source->descriptor >= 0 || fail_from_errno (errno, error);
}

static gssize
read_some (Source        *source,
           guint8        *buffer,
           gsize          size,
           GCancellable  *cancellable,
           GError       **error)
{
  gssize n;

  if (source->stream != NULL)
    return g_input_stream_read (source->stream, buffer, size, cancellable, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  do
    n = read (source->descriptor, buffer, size);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    fail_from_errno (errno, error);
  return n;
}

/* Makes room for another chunk: at first for the whole file as it was announced, and a byte to notice that it ends. */
static gboolean
make_room (guint8  **data,
           gsize    *allocated,
           gsize     n_read,
           GError  **error)
{
  gsize wanted = *allocated + MAX (*allocated / 2, CHUNK_SIZE);
  guint8 *larger;

  if (n_read < *allocated)
    return TRUE;

  larger = g_try_realloc (*data, wanted);
  if (larger == NULL)
    return fail (G_IO_ERROR_FAILED, _("There is not enough memory to read the file."),
                 _("Close other programs and try again."), error);

  *data = larger;
  *allocated = wanted;
  return TRUE;
}

/* Reads to the end, whatever size was announced: it may have been wrong, as it is for what a kernel makes up. */
static GBytes *
read_to_end (Source               *source,
             guint64               size,
             guint64               max_size,
             MigLoadProgressFunc   progress,
             gpointer              user_data,
             GCancellable         *cancellable,
             GError              **error)
{
  gsize allocated = (gsize) size + 1;
  g_autofree guint8 *data = g_try_malloc (allocated);
  gsize n_read = 0;
  gssize n;

  if (data == NULL)
    allocated = 0;

  do
    {
      if (!make_room (&data, &allocated, n_read, error))
        return NULL;

      n = read_some (source, data + n_read, MIN (allocated - n_read, CHUNK_SIZE), cancellable, error);
      if (n < 0)
        return NULL;

      n_read += (gsize) n;
      if (!check_size (n_read, max_size, error))
        return NULL;
      if (progress != NULL)
        progress (n_read, size, user_data);
    }
  while (n > 0);

  return g_bytes_new_take (g_steal_pointer (&data), n_read);
}

/* One attempt. Tells whether the file was the same before and after. */
static GBytes *
load_once (GFile                *file,
           guint64               max_size,
           MigLoadProgressFunc   progress,
           gpointer              user_data,
           gboolean             *is_same,
           GCancellable         *cancellable,
           GError              **error)
{
  g_auto (Source) source = { .file = file, .descriptor = -1 };
  g_auto (Look) before = { 0 };
  g_auto (Look) after = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  if (!look_at_info (file, &before, cancellable, error) || !check_size (before.size, max_size, error))
    return NULL;
  if (!open_source (&source, cancellable, error) || !look_at (&source, &before, cancellable, error))
    return NULL;
  if (!check_size (before.size, max_size, error))
    return NULL;

  bytes = read_to_end (&source, before.size, max_size, progress, user_data, cancellable, error);
  if (bytes == NULL || !look_at (&source, &after, cancellable, error))
    return NULL;

  /* Before and after are looked at in the same way, except that the first look also knows an etag. */
  *is_same = before.size == after.size && g_bytes_get_size (bytes) == after.size &&
             before.modified == after.modified &&
             (source.stream == NULL || g_strcmp0 (before.etag, after.etag) == 0);
  return g_steal_pointer (&bytes);
}

/**
 * mig_file_load:
 * @file: a file of any kind that GIO knows
 * @max_size: the most bytes that are read
 * @progress: (nullable) (scope call): told now and then how much has been read
 * @user_data: for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of the %G_IO_ERROR domain: what the file system says;
 *   %G_IO_ERROR_IS_DIRECTORY or %G_IO_ERROR_NOT_REGULAR_FILE for what is no regular file,
 *   %G_IO_ERROR_MESSAGE_TOO_LARGE for one that is larger than @max_size or grows to be, %G_IO_ERROR_WRONG_ETAG for one
 *   that changes each time it is read
 *
 * Reads a file whole, as it was at one moment. The message of an error may have two parts with a line feed between
 * them, what is the matter and what to do, each a sentence; it does not name the file.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
mig_file_load (GFile                *file,
               guint64               max_size,
               MigLoadProgressFunc   progress,
               gpointer              user_data,
               GCancellable         *cancellable,
               GError              **error)
{
  for (guint i = 0; i < 2; i++)
    {
      gboolean is_same = FALSE;
      g_autoptr (GBytes) bytes = load_once (file, max_size, progress, user_data, &is_same, cancellable, error);

      if (bytes == NULL || is_same)
        return g_steal_pointer (&bytes);
    }

  fail (G_IO_ERROR_WRONG_ETAG, _("The file changed while it was read."),
        _("Try again when whatever writes to it has finished."), error);
  return NULL;
}
