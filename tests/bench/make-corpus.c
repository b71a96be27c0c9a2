/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <stdlib.h>

#include "synthetic-corpus.h"

/* Writes a synthetic corpus: make-corpus N-MEETINGS FILE [SEED] */

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text;
  int n = argc >= 3 ? atoi (argv[1]) : 0;

  if (n < 1)
    {
      g_printerr ("Usage: make-corpus N-MEETINGS FILE [SEED]\n");
      return 2;
    }
  bytes = synthetic_corpus_new ((guint) n, argc > 3 ? (guint32) strtoul (argv[3], NULL, 10) : SYNTHETIC_SEED);
  text = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents (argv[2], text, (gssize) size, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
