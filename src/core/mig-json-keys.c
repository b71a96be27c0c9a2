/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-keys.h"

#include <string.h>

#include "mig-hash.h"
#include "mig-json-scanner.h"
#include "mig-json-text.h"

/*
 * Most objects have a dozen keys, which are compared one by one; only past that are they worth a hash table. The hash
 * is keyed, so that no file can choose keys that collide. An object's keys are emptied and filled again for the next
 * object on the same level, without new memory.
 */

#define MOST_COMPARED 16

#define N_SLOTS (2 * MIG_JSON_MAX_MEMBERS)

static gboolean
is_same (const MigJsonKey *one,
         const MigJsonKey *other)
{
  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

/* The slot that holds a key, or the empty one where it belongs. */
static guint16 *
find_slot (MigJsonKeys      *self,
           const MigJsonKey *key)
{
  guint i = mig_hash_bytes (key->text, key->length) % N_SLOTS;

  while (self->slots[i] != 0 && !is_same (&self->keys[self->slots[i] - 1], key))
    i = (i + 1) % N_SLOTS;

  return &self->slots[i];
}

static const MigJsonKey *
find (MigJsonKeys      *self,
      const MigJsonKey *key)
{
  if (self->n > MOST_COMPARED)
    {
      guint16 place = *find_slot (self, key);

      return place != 0 ? &self->keys[place - 1] : NULL;
    }

  for (guint i = 0; i < self->n; i++)
    if (is_same (&self->keys[i], key))
      return &self->keys[i];

  return NULL;
}

static void
begin_table (MigJsonKeys *self)
{
  if (self->slots == NULL)
    self->slots = g_new (guint16, N_SLOTS);
  memset (self->slots, 0, N_SLOTS * sizeof (guint16));

  for (guint i = 0; i < self->n; i++)
    *find_slot (self, &self->keys[i]) = (guint16) (i + 1);
}

/**
 * mig_json_keys_add:
 * @self: keys of an object, fewer than %MIG_JSON_MAX_MEMBERS
 * @raw: what stands between the quotes
 * @length: its length in bytes
 * @escaped: whether it has escapes
 * @line: the line it stands on
 *
 * Adds a key. @raw must live as long as the keys.
 *
 * Returns: (nullable): the same key, if the object has it already; the new one is not added then
 */
const MigJsonKey *
mig_json_keys_add (MigJsonKeys *self,
                   const char  *raw,
                   gsize        length,
                   gboolean     escaped,
                   guint64      line)
{
  MigJsonKey key = { .text = raw, .length = length, .line = line };
  const MigJsonKey *same;

  g_return_val_if_fail (self->n < MIG_JSON_MAX_MEMBERS, NULL);

  if (escaped)
    {
      key.owned = mig_json_unescape (raw, length);
      key.text = key.owned;
      key.length = strlen (key.owned);
    }

  same = find (self, &key);
  if (same != NULL)
    {
      g_free (key.owned);
      return same;
    }

  if (self->n == self->n_allocated)
    {
      self->n_allocated = MAX (2 * self->n_allocated, MOST_COMPARED);
      self->keys = g_renew (MigJsonKey, self->keys, self->n_allocated);
    }
  self->keys[self->n++] = key;

  if (self->n == MOST_COMPARED + 1)
    begin_table (self);
  else if (self->n > MOST_COMPARED)
    *find_slot (self, &self->keys[self->n - 1]) = (guint16) self->n;

  return NULL;
}

/**
 * mig_json_keys_empty:
 * @self: keys of an object
 *
 * Makes ready for another object.
 */
void
mig_json_keys_empty (MigJsonKeys *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->keys[i].owned);
  self->n = 0;
}

/**
 * mig_json_keys_clear:
 * @self: keys of an object
 *
 * Frees what @self holds.
 */
void
mig_json_keys_clear (MigJsonKeys *self)
{
  mig_json_keys_empty (self);
  g_clear_pointer (&self->keys, g_free);
  g_clear_pointer (&self->slots, g_free);
  self->n_allocated = 0;
}
