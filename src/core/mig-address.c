/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-address.h"

#include <string.h>

/* Addresses: `migmeet:CORPUS` for a corpus, `migmeet:CORPUS#ID` for one of its records, percent-encoded (RFC 3986). */

#define ADDRESS_SCHEME "migmeet"

/**
 * mig_corpus_dup_address:
 * @self: a corpus
 * @ref: a record of it, or %MIG_REF_NONE for the corpus itself
 *
 * Makes an address that can be copied and opened again: `migmeet:CORPUS#ID`, percent-encoded (RFC 3986).
 *
 * Returns: (transfer full) (nullable): the address; %NULL for a record that has no id, or whose id names another one
 */
char *
mig_corpus_dup_address (MigCorpus *self,
                        MigRef     ref)
{
  const MigRecord *record = mig_corpus_get_record (self, ref);
  g_autofree char *corpus_id = g_uri_escape_string (mig_corpus_get_id (self), NULL, FALSE);
  g_autofree char *id = NULL;

  if (record == NULL)
    return g_strconcat (ADDRESS_SCHEME ":", corpus_id, NULL);
  if (*record->id == '\0' || mig_corpus_lookup (self, record->id) != ref)
    return NULL;

  id = g_uri_escape_string (record->id, NULL, FALSE);
  return g_strconcat (ADDRESS_SCHEME ":", corpus_id, "#", id, NULL);
}

/* Cuts an address into its parts, unescaped. */
static gboolean
split_address (const char *address, char **corpus_id, char **id)
{
  const char *hash;

  *corpus_id = *id = NULL;
  if (g_ascii_strncasecmp (address, ADDRESS_SCHEME ":", strlen (ADDRESS_SCHEME ":")) != 0)
    return FALSE;

  address += strlen (ADDRESS_SCHEME ":");
  hash = strchr (address, '#');
  *corpus_id = g_uri_unescape_segment (address, hash, NULL);
  if (hash != NULL)
    *id = g_uri_unescape_string (hash + 1, NULL);
  /* A corpus without an id has addresses too; but nobody can tell which one it is. */
  if (*corpus_id != NULL && (hash != NULL ? *id != NULL && **id != '\0' : **corpus_id != '\0'))
    return TRUE;

  g_clear_pointer (corpus_id, g_free);
  g_clear_pointer (id, g_free);

  return FALSE;
}

/**
 * mig_address_dup_corpus:
 * @address: any text
 *
 * Returns: (transfer full) (nullable): the id of the corpus that an address names, or %NULL if @address is none
 */
char *
mig_address_dup_corpus (const char *address)
{
  g_autofree char *id = NULL;
  char *corpus_id;

  g_return_val_if_fail (address != NULL, NULL);

  split_address (address, &corpus_id, &id);

  return corpus_id;
}

/**
 * mig_corpus_has_address:
 * @self: a corpus
 * @address: any text
 *
 * Returns: whether it is the address of @self itself, or of a record of it
 */
gboolean
mig_corpus_has_address (MigCorpus *self, const char *address)
{
  g_autofree char *corpus_id = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (MIG_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  return split_address (address, &corpus_id, &id) && strcmp (corpus_id, mig_corpus_get_id (self)) == 0 &&
         (id == NULL || mig_corpus_lookup (self, id) != MIG_REF_NONE);
}

/**
 * mig_corpus_lookup_address:
 * @self: a corpus
 * @address: what mig_corpus_dup_address() made, or any other text
 *
 * Returns: the record that the address names, or %MIG_REF_NONE if it is none, is another corpus's or names no record
 */
MigRef
mig_corpus_lookup_address (MigCorpus *self, const char *address)
{
  g_autofree char *corpus_id = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (MIG_IS_CORPUS (self), MIG_REF_NONE);
  g_return_val_if_fail (address != NULL, MIG_REF_NONE);

  if (!split_address (address, &corpus_id, &id) || id == NULL || strcmp (corpus_id, mig_corpus_get_id (self)) != 0)
    return MIG_REF_NONE;

  return mig_corpus_lookup (self, id);
}
