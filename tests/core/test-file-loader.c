/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-file-loader.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "reader-fixture.h"

/* What is no file, or not the same from one moment to the next. */

/* A folder of its own for the files of a test. */
typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Place;

static void
set_up (Place        *place,
        gconstpointer data)
{
  place->folder = g_dir_make_tmp ("migmeet-loader-XXXXXX", NULL);
  g_assert_nonnull (place->folder);
  place->path = g_build_filename (place->folder, "corpus.json", NULL);
  place->file = g_file_new_for_path (place->path);
}

static void
tear_down (Place        *place,
           gconstpointer data)
{
  g_remove (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->path);
  g_object_unref (place->file);
}

static void
assert_unreadable (GFile      *file,
                   guint64     max_size,
                   gint        code,
                   const char *what,
                   const char *hint)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) message = g_string_new (NULL);
  const MigProblem *problem;

  mig_corpus_reader_set_max_size (reader, max_size);
  g_assert_null (mig_corpus_reader_read (reader, file, &problems, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_cmpuint (mig_problems_get_n (problems), ==, 1);
  g_assert_true (mig_problems_get_file (problems) == file);

  problem = mig_problems_get (problems, 0);
  g_assert_cmpuint (problem->line, ==, 0);
  g_assert_cmpstr (problem->what, ==, what);
  g_string_append (message, problem->hint);
  g_string_replace (message, "\u00a0", " ", 0); /* as sizes are formatted */
  g_assert_cmpstr (message->str, ==, hint);
  g_string_printf (message, "%s %s", problem->what, problem->hint);
  g_assert_cmpstr (error->message, ==, message->str);
}

static void
test_missing (Place        *place,
              gconstpointer data)
{
  assert_unreadable (place->file, G_MAXUINT64, G_IO_ERROR_NOT_FOUND, "The file does not exist.",
                     "It may have been moved, renamed or deleted.");
}

static void
test_folder (Place        *place,
             gconstpointer data)
{
  g_assert_cmpint (g_mkdir (place->path, 0700), ==, 0);
  assert_unreadable (place->file, G_MAXUINT64, G_IO_ERROR_IS_DIRECTORY, "This is a folder.", "Open a file in it.");
}

static void
test_pipe (Place        *place,
           gconstpointer data)
{
  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
  assert_unreadable (place->file, G_MAXUINT64, G_IO_ERROR_NOT_REGULAR_FILE, "This is not a regular file.",
                     "A corpus cannot be read from a pipe or a device.");
}

static void
test_socket (Place        *place,
             gconstpointer data)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  gint descriptor = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpuint (strlen (place->path), <, sizeof address.sun_path);
  strcpy (address.sun_path, place->path);
  g_assert_cmpint (bind (descriptor, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_unreadable (place->file, G_MAXUINT64, G_IO_ERROR_NOT_REGULAR_FILE, "This is not a regular file.",
                     "A corpus cannot be read from a pipe or a device.");
  close (descriptor);
}

static void
test_device (Place        *place,
             gconstpointer data)
{
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");

  if (g_access ("/dev/zero", R_OK) == 0)
    assert_unreadable (zero, G_MAXUINT64, G_IO_ERROR_NOT_REGULAR_FILE, "This is not a regular file.",
                       "A corpus cannot be read from a pipe or a device.");
}

static void
test_broken_link (Place        *place,
                  gconstpointer data)
{
  g_assert_cmpint (symlink ("nowhere", place->path), ==, 0);
  assert_unreadable (place->file, G_MAXUINT64, G_IO_ERROR_NOT_FOUND, "This is a link to a file that does not exist.",
                     "The file may have been moved, renamed or deleted.");
}

static void
test_forbidden (Place        *place,
                gconstpointer data)
{
  g_assert_true (g_file_set_contents (place->path, "{\"events\":[]}", -1, NULL));
  g_assert_cmpint (g_chmod (place->path, 0), ==, 0);
  if (g_access (place->path, R_OK) == 0)
    {
      g_test_skip ("whoever runs this may read everything");
      return;
    }
  assert_unreadable (place->file, G_MAXUINT64, G_IO_ERROR_PERMISSION_DENIED, "You may not read the file.",
                     "Its owner can change who may.");
}

/* The bound holds for what is there, not only for what is announced. */
static void
test_too_large (Place        *place,
                gconstpointer data)
{
  g_autofree char *id = g_strnfill (100000, 'x');
  g_autofree char *text = g_strdup_printf ("{\"events\":[{\"id\":\"%s\"}]}", id);
  g_autoptr (GFile) made_up = g_file_new_for_path ("/proc/self/maps");
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (MigCorpus) corpus = NULL;

  g_assert_true (g_file_set_contents (place->path, text, -1, NULL));
  assert_unreadable (place->file, 65536, G_IO_ERROR_MESSAGE_TOO_LARGE, "The file is too large.",
                     "Files of up to 64.0 KiB are read.");
  mig_corpus_reader_set_max_size (reader, strlen (text));
  corpus = mig_corpus_reader_read (reader, place->file, NULL, NULL, NULL);
  g_assert_nonnull (corpus);

  /* Its size is announced as 0. */
  if (g_file_query_exists (made_up, NULL))
    {
      assert_unreadable (made_up, 16, G_IO_ERROR_MESSAGE_TOO_LARGE, "The file is too large.",
                         "Files of up to 16 bytes are read.");
      assert_unreadable (made_up, 1 << 20, G_IO_ERROR_WRONG_ETAG, "The file changed while it was read.",
                         "Try again when whatever writes to it has finished.");
    }
}

static void
test_sparse (Place        *place,
             gconstpointer data)
{
  gint descriptor = g_open (place->path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (ftruncate (descriptor, G_GINT64_CONSTANT (1) << 40), ==, 0);
  close (descriptor);
  assert_unreadable (place->file, 512 * 1024 * 1024, G_IO_ERROR_MESSAGE_TOO_LARGE, "The file is too large.",
                     "Files of up to 512.0 MiB are read.");
}

/* Somebody who writes to the file when all that was announced has been read. */
typedef struct
{
  const char *path;
  guint n_writes; /* still to come */
  off_t place;    /* -1 is the end */
  const char *text;
} Writer;

static void
write_cb (guint64  n_read,
          guint64  size,
          gpointer user_data)
{
  Writer *writer = user_data;
  gint descriptor;

  if (writer->n_writes == 0 || n_read != size)
    return;

  writer->n_writes--;
  descriptor = g_open (writer->path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (lseek (descriptor, writer->place >= 0 ? writer->place : 0,
                          writer->place >= 0 ? SEEK_SET : SEEK_END), >=, 0);
  g_assert_cmpint (write (descriptor, writer->text, strlen (writer->text)), ==, (gssize) strlen (writer->text));
  close (descriptor);
}

static GBytes *
load_while_written (Place   *place,
                    Writer  *writer,
                    guint64  max_size,
                    GError **error)
{
  /* Long ago, so that the clock that files are stamped with need not be a fine one. */
  struct timespec times[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };

  g_assert_true (g_file_set_contents (place->path, "0123456789", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, place->path, times, 0), ==, 0);
  writer->path = place->path;

  return mig_file_load (place->file, max_size, write_cb, writer, NULL, error);
}

static void
test_changing (Place        *place,
               gconstpointer data)
{
  const struct { Writer writer; const char *expected; } once[] = {
    { { NULL, 0, 0, "" }, "0123456789" },
    { { NULL, 1, -1, "abc" }, "0123456789abc" },
    { { NULL, 1, 2, "ab" }, "01ab456789" },
  };
  Writer twice = { NULL, 2, -1, "a" };
  Writer growing = { NULL, 1, -1, "a" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    {
      Writer writer = once[i].writer;
      g_autoptr (GBytes) loaded = load_while_written (place, &writer, 100, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (loaded, NULL), g_bytes_get_size (loaded), once[i].expected,
                       strlen (once[i].expected));
    }

  g_assert_null (load_while_written (place, &twice, 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_clear_error (&error);

  g_assert_null (load_while_written (place, &growing, 10, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
test_cancelled (Place        *place,
                gconstpointer data)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"events\":[{\"id\":5}]}", 22);
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigProblems) more_problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (place->path, "nonsense", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (mig_corpus_reader_read (reader, place->file, &problems, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (mig_problems_get_n_found (problems), ==, 0);
  g_clear_error (&error);

  g_assert_null (mig_corpus_reader_read_bytes (reader, bytes, NULL, &more_problems, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (mig_problems_get_n_found (more_problems), ==, 0);
}

static void
add_with_place (const char *path,
                void      (*test) (Place        *place,
                                   gconstpointer data))
{
  g_test_add (path, Place, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_with_place ("/file-loader/missing", test_missing);
  add_with_place ("/file-loader/folder", test_folder);
  add_with_place ("/file-loader/pipe", test_pipe);
  add_with_place ("/file-loader/socket", test_socket);
  add_with_place ("/file-loader/device", test_device);
  add_with_place ("/file-loader/broken-link", test_broken_link);
  add_with_place ("/file-loader/forbidden", test_forbidden);
  add_with_place ("/file-loader/too-large", test_too_large);
  add_with_place ("/file-loader/sparse", test_sparse);
  add_with_place ("/file-loader/changing", test_changing);
  add_with_place ("/file-loader/cancelled", test_cancelled);

  return g_test_run ();
}
