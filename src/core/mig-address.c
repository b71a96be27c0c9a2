/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-address.h"

#include <string.h>

/* Addresses: `migmeet:CORPUS` for a corpus, `migmeet:CORPUS#ID` for one of its records, `migmeet:CORPUS#ID;ID` for two
 * of them side by side, percent-encoded (RFC 3986). */

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

/**
 * mig_corpus_dup_comparison_address:
 * @self: a corpus
 * @first: a record of it
 * @second: another one
 *
 * Makes an address of two records side by side: `migmeet:CORPUS#ID;ID`. In an id a semicolon is percent-encoded.
 *
 * Returns: (transfer full) (nullable): the address; %NULL if one of the two has none
 */
char *
mig_corpus_dup_comparison_address (MigCorpus *self,
                                   MigRef     first,
                                   MigRef     second)
{
  g_autofree char *address = mig_corpus_dup_address (self, first);
  g_autofree char *other = mig_corpus_dup_address (self, second);

  if (address == NULL || other == NULL || strchr (address, '#') == NULL || strchr (other, '#') == NULL)
    return NULL;

  return g_strconcat (address, ";", strchr (other, '#') + 1, NULL);
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
 * Returns: whether it is the address of @self itself, of a record of it, or of two
 */
gboolean
mig_corpus_has_address (MigCorpus *self, const char *address)
{
  g_autofree char *corpus_id = NULL;
  g_autofree char *id = NULL;
  MigRef second;

  g_return_val_if_fail (MIG_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  return split_address (address, &corpus_id, &id) && strcmp (corpus_id, mig_corpus_get_id (self)) == 0 &&
         (id == NULL || mig_corpus_lookup (self, id) != MIG_REF_NONE ||
          mig_corpus_lookup_comparison_address (self, address, &second) != MIG_REF_NONE);
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

static MigRef
lookup_segment (MigCorpus *self, const char *begin, const char *end)
{
  g_autofree char *id = g_uri_unescape_segment (begin, end, NULL);

  return id != NULL ? mig_corpus_lookup (self, id) : MIG_REF_NONE;
}

/**
 * mig_corpus_lookup_comparison_address:
 * @self: a corpus
 * @address: what mig_corpus_dup_comparison_address() made, or any other text
 * @second: (out): the record beside the first; %MIG_REF_NONE if there is none
 *
 * Returns: the first of the two records that the address names; %MIG_REF_NONE if it does not name two
 */
MigRef
mig_corpus_lookup_comparison_address (MigCorpus  *self,
                                      const char *address,
                                      MigRef     *second)
{
  g_autofree char *corpus_id = NULL;
  g_autofree char *id = NULL;
  const char *fragment, *semicolon;
  MigRef first;

  g_return_val_if_fail (MIG_IS_CORPUS (self), MIG_REF_NONE);
  g_return_val_if_fail (address != NULL && second != NULL, MIG_REF_NONE);

  *second = MIG_REF_NONE;
  if (!split_address (address, &corpus_id, &id) || id == NULL || strcmp (corpus_id, mig_corpus_get_id (self)) != 0)
    return MIG_REF_NONE;
  /* One that is percent-encoded belongs to an id. */
  fragment = strchr (address, '#') + 1;
  semicolon = strchr (fragment, ';');
  if (semicolon == NULL)
    return MIG_REF_NONE;

  first = lookup_segment (self, fragment, semicolon);
  *second = lookup_segment (self, semicolon + 1, semicolon + strlen (semicolon));
  if (first == MIG_REF_NONE || *second == MIG_REF_NONE)
    first = *second = MIG_REF_NONE;

  return first;
}
