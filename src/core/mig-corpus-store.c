/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mig-address.h"
#include "mig-file-loader.h"

/*
 * What is remembered of a corpus from one start to the next, in files of MigMeet's own: where one was, in the state
 * folder. A corpus is known by its id, so that a copy of it, or a newer one in another place, goes on where the old one
 * was left; one without an id by where its file is.
 *
 *   state folder/migmeet/views/IDENTITY.view    how it looked, a dictionary in GVariant's text format under a heading
 */

#define HEADING "MigMeet view 1\n"
#define KEY_FILE "file"
/* What is longer was not written here. */
#define MAX_SIZE (256 * 1024)
#define MAX_NAME 80

/**
 * mig_corpus_store_dup_identity:
 * @corpus: a corpus
 *
 * Returns: (transfer full): what it is known by: its id, or else its file's URI; "" for one that has neither
 */
char *
mig_corpus_store_dup_identity (MigCorpus *corpus)
{
  GFile *file = mig_corpus_get_file (corpus);

  if (*mig_corpus_get_id (corpus) != '\0' || file == NULL)
    return g_strdup (mig_corpus_get_id (corpus));

  return g_file_get_uri (file);
}

/* An identity may hold anything; as a file's name it is escaped, or a checksum where that would be too long. */
static char *
dup_name (const char *identity)
{
  g_autofree char *escaped = g_uri_escape_string (identity, NULL, FALSE);

  if (strlen (escaped) <= MAX_NAME && *escaped != '.')
    return g_steal_pointer (&escaped);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
}

/**
 * mig_corpus_store_dup_path:
 * @identity: what mig_corpus_store_dup_identity() told
 * @folder: the folder to keep it in
 * @suffix: the end of its name, with the dot
 *
 * Returns: (transfer full): where something that belongs to that corpus is kept
 */
char *
mig_corpus_store_dup_path (const char *identity, const char *folder, const char *suffix)
{
  g_autofree char *name = dup_name (identity);
  g_autofree char *full = g_strconcat (name, suffix, NULL);

  return g_build_filename (folder, full, NULL);
}

static char *
dup_view_path (const char *identity)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "migmeet", "views", NULL);

  return mig_corpus_store_dup_path (identity, folder, ".view");
}

static GVariant *
load_view (const char *identity)
{
  g_autofree char *path = dup_view_path (identity);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = *identity != '\0' ? mig_file_load (file, MAX_SIZE, NULL, NULL, NULL, NULL) : NULL;
  const char *text;
  gsize size = 0;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &size);
  if (size < strlen (HEADING) || memcmp (text, HEADING, strlen (HEADING)) != 0)
    return NULL;

  return g_variant_parse (G_VARIANT_TYPE_VARDICT, text + strlen (HEADING), text + size, NULL, NULL);
}

/**
 * mig_corpus_store_load_view:
 * @corpus: a corpus
 *
 * Returns: (transfer full) (nullable): the dictionary that was saved for it last; %NULL where there is none, or none
 *   that can be read: it is not worth a message
 */
GVariant *
mig_corpus_store_load_view (MigCorpus *corpus)
{
  g_autofree char *identity = NULL;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  identity = mig_corpus_store_dup_identity (corpus);

  return load_view (identity);
}

/**
 * mig_corpus_store_save_view:
 * @corpus: a corpus
 * @view: a dictionary
 * @error: why it could not be written
 *
 * Remembers how a corpus looked, and where its file is.
 *
 * Returns: whether it is on the disk
 */
gboolean
mig_corpus_store_save_view (MigCorpus *corpus, GVariant *view, GError **error)
{
  g_autofree char *identity = NULL, *path = NULL, *folder = NULL, *printed = NULL, *text = NULL;
  g_autoptr (GVariant) full = NULL;
  GVariantDict dict;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), FALSE);
  g_return_val_if_fail (g_variant_is_of_type (view, G_VARIANT_TYPE_VARDICT), FALSE);

  identity = mig_corpus_store_dup_identity (corpus);
  if (*identity == '\0')
    return TRUE;

  path = dup_view_path (identity);
  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);

  g_variant_dict_init (&dict, view);
  if (mig_corpus_get_file (corpus) != NULL)
    {
      g_autofree char *uri = g_file_get_uri (mig_corpus_get_file (corpus));

      g_variant_dict_insert (&dict, KEY_FILE, "s", uri);
    }
  full = g_variant_ref_sink (g_variant_dict_end (&dict));
  printed = g_variant_print (full, TRUE);
  text = g_strconcat (HEADING, printed, "\n", NULL);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * mig_corpus_store_find_file:
 * @address: an address, "migmeet:CORPUS#ID"
 *
 * Returns: (transfer full) (nullable): the file in which that corpus was last seen, if it is still there
 */
GFile *
mig_corpus_store_find_file (const char *address)
{
  g_autofree char *identity = mig_address_dup_corpus (address);
  g_autoptr (GVariant) view = identity != NULL ? load_view (identity) : NULL;
  g_autoptr (GFile) file = NULL;
  const char *uri;

  if (view == NULL || !g_variant_lookup (view, KEY_FILE, "&s", &uri))
    return NULL;

  /* One on a remote mount would have to be asked for in the main thread. */
  file = g_file_new_for_uri (uri);
  if (!g_file_is_native (file) || !g_file_query_exists (file, NULL))
    return NULL;

  return g_steal_pointer (&file);
}
