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

/* What happens every day is said without the details that the system and its libraries give. */
static gboolean
fail (GFile       *file,
      gint         code,
      const char  *details,
      GError     **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (code == G_IO_ERROR_NOT_FOUND)
    g_set_error (error, G_IO_ERROR, code, _("“%s” does not exist."), name);
  else if (code == G_IO_ERROR_PERMISSION_DENIED)
    g_set_error (error, G_IO_ERROR, code, _("You may not read “%s”."), name);
  else
    /* Translators: %1$s is the name of a file, %2$s what the system says about it. */
    g_set_error (error, G_IO_ERROR, code, _("“%1$s” cannot be read: %2$s."), name, details);

  return FALSE;
}

static gboolean
fail_from_errno (GFile   *file,
                 gint     code,
                 GError **error)
{
  return fail (file, (gint) g_io_error_from_errno (code), g_strerror (code), error);
}

/* Takes over an error of GIO's. */
static gboolean
fail_from_error (GFile   *file,
                 GError  *local_error,
                 GError **error)
{
  gint code = local_error->code;

  if (local_error->domain != G_IO_ERROR || (code != G_IO_ERROR_NOT_FOUND && code != G_IO_ERROR_PERMISSION_DENIED))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  fail (file, code, local_error->message, error);
  g_error_free (local_error);
  return FALSE;
}

static gboolean
check_type (GFile     *file,
            GFileType  type,
            GError   **error)
{
  g_autofree char *name = NULL;

  if (type == G_FILE_TYPE_REGULAR)
    return TRUE;

  name = g_file_get_parse_name (file);
  if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("“%s” leads to a file that does not exist."), name);
  else if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("“%s” is a folder."), name);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("“%s” is not a regular file."), name);

  return FALSE;
}

static gboolean
check_size (GFile    *file,
            guint64   size,
            guint64   max_size,
            GError  **error)
{
  g_autofree char *name = NULL;
  g_autofree char *limit = NULL;

  if (size <= max_size)
    return TRUE;

  name = g_file_get_parse_name (file);
  limit = g_format_size_full (max_size, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %1$s is the name of a file, %2$s a size such as 512.0 MiB. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               _("“%1$s” is larger than %2$s, the most that is read."), name, limit);
  return FALSE;
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
    return fail_from_error (file, local_error, error);
  if (!check_type (file, g_file_info_get_file_type (info), error))
    return FALSE;

  clear_look (look);
  look->size = (guint64) g_file_info_get_size (info);
  look->etag = g_strdup (g_file_info_get_etag (info));
  return TRUE;
}

static gboolean
look_at_descriptor (GFile   *file,
                    gint     descriptor,
                    Look    *look,
                    GError **error)
{
  struct stat status;

  if (fstat (descriptor, &status) != 0)
    return fail_from_errno (file, errno, error);
  if (!check_type (file, S_ISREG (status.st_mode) ? G_FILE_TYPE_REGULAR : G_FILE_TYPE_SPECIAL, error))
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
    return look_at_descriptor (source->file, source->descriptor, look, error);
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
      return source->stream != NULL || fail_from_error (source->file, local_error, error);
    }

  /* Should a pipe have taken the file's place since it was looked at, opening it must not wait for a writer. */
  source->descriptor = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  return source->descriptor >= 0 || fail_from_errno (source->file, errno, error);
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
    fail_from_errno (source->file, errno, error);
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
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("There is not enough memory to read the file."));
      return FALSE;
    }

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
      if (!check_size (source->file, n_read, max_size, error))
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

  if (!look_at_info (file, &before, cancellable, error) || !check_size (file, before.size, max_size, error))
    return NULL;
  if (!open_source (&source, cancellable, error) || !look_at (&source, &before, cancellable, error))
    return NULL;
  if (!check_size (file, before.size, max_size, error))
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
 * Reads a file whole, as it was at one moment.
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
  g_autofree char *name = NULL;

  for (guint i = 0; i < 2; i++)
    {
      gboolean is_same = FALSE;
      g_autoptr (GBytes) bytes = load_once (file, max_size, progress, user_data, &is_same, cancellable, error);

      if (bytes == NULL || is_same)
        return g_steal_pointer (&bytes);
    }

  name = g_file_get_parse_name (file);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, _("“%s” changed while it was read."), name);
  return NULL;
}
