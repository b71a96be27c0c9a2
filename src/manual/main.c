/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <stdlib.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "mig-cli.h"
#include "mig-manual.h"

/*
 * Writes the man pages of both programs; the build runs it for each language.
 *
 * Usage: mig-manual FOLDER [CATALOGUE]
 *
 * Without CATALOGUE, a language's .mo file, the pages are in English and go into FOLDER; with it, into FOLDER/man1. So
 * the language depends on nothing in the environment, and on no locale of the system.
 */

static gboolean
write_page (const char *folder, const char *name, GBytes *page, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *text = g_bytes_get_data (page, &size);

  return g_file_set_contents (path, text, (gssize) size, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (MigCatalogue) catalogue = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GBytes) migmeet = NULL;
  g_autoptr (GBytes) corpus = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 2 || argc > 3)
    return EXIT_FAILURE;
  if (argc == 3 && (catalogue = mig_catalogue_new_from_file (argv[2], &error)) == NULL)
    {
      g_printerr ("%s: %s\n", argv[2], error->message);
      return EXIT_FAILURE;
    }

  migmeet = mig_manual_write_migmeet (catalogue);
  corpus = mig_manual_write_corpus (catalogue);
  folder = catalogue != NULL ? g_build_filename (argv[1], "man1", NULL) : g_strdup (argv[1]);
  g_mkdir_with_parents (folder, 0755);
  if (!write_page (folder, "migmeet.1", migmeet, &error) ||
      !write_page (folder, MIG_CLI_NAME ".1", corpus, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  /* The build asks how old the folder is, and that does not change with the files in it. */
  g_utime (argv[1], NULL);
  return EXIT_SUCCESS;
}
