/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-text-pool.h"

#include <string.h>

#include "mig-hash.h"

/*
 * Texts that are the same are stored once, and get the same number. A file has a million of them, and to look for them
 * is most of what its reading costs, so that this is one table with open addressing that is probed once a text, where a
 * GHashTable is asked twice, has the length counted three times, and reads two more places in memory:
 *
 *   hash ──▶ slots: (hash, number) ──▶ entries: text, hash, ref
 *
 * What is known by a text, the record whose id it is, stands beside it: a reference that has the number of its id needs
 * no second search.
 */

#define FEWEST_SLOTS 1024

typedef struct
{
  const char *text;
  guint32 hash;
  MigRef ref;
} Entry;

typedef struct
{
  guint32 hash;
  guint32 number; /* 0: empty */
} Slot;

struct _MigTextPool
{
  GStringChunk *chunk;
  GArray *entries; /* the first is "" */
  Slot *slots;
  guint32 n_slots; /* a power of two; never more than two thirds are taken */
};

/**
 * mig_text_pool_new:
 * @chunk: where to store texts; must outlive the pool
 *
 * Returns: (transfer full): a pool with only "", whose number is 0
 */
MigTextPool *
mig_text_pool_new (GStringChunk *chunk)
{
  MigTextPool *self = g_new0 (MigTextPool, 1);
  const Entry empty = { .text = "" };

  self->chunk = chunk;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_append_val (self->entries, empty);
  self->n_slots = FEWEST_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);

  return self;
}

/**
 * mig_text_pool_free:
 * @self: (transfer full): a pool
 *
 * Frees the pool; its texts stay where they were stored.
 */
void
mig_text_pool_free (MigTextPool *self)
{
  g_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}

static Entry *
get_entry (MigTextPool *self,
           guint        number)
{
  g_assert (number < self->entries->len);

  return &g_array_index (self->entries, Entry, number);
}

/**
 * mig_text_pool_get_n:
 * @self: a pool
 *
 * Returns: how many texts there are, "" included; their numbers are less
 */
guint
mig_text_pool_get_n (MigTextPool *self)
{
  return self->entries->len;
}

static void
grow (MigTextPool *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);

  for (guint number = 1; number < self->entries->len; number++)
    {
      const guint32 hash = get_entry (self, number)->hash;
      guint32 i = hash & (self->n_slots - 1);

      while (self->slots[i].number != 0)
        i = (i + 1) & (self->n_slots - 1);
      self->slots[i] = (Slot) { hash, number };
    }
}

/* The slot that has a text, or the empty one where it belongs. */
static Slot *
find_slot (MigTextPool *self,
           const char  *text,
           gsize        length,
           guint32      hash)
{
  guint32 i = hash & (self->n_slots - 1);

  for (; self->slots[i].number != 0; i = (i + 1) & (self->n_slots - 1))
    {
      const char *other;

      if (self->slots[i].hash != hash)
        continue;
      other = get_entry (self, self->slots[i].number)->text;
      if (strncmp (other, text, length) == 0 && other[length] == '\0')
        break;
    }

  return &self->slots[i];
}

/**
 * mig_text_pool_add:
 * @self: a pool
 * @text: (array length=length): a text without NUL
 * @length: its length in bytes
 * @hash: what mig_hash_bytes() gives for it
 *
 * Stores a text, if it is not there already.
 *
 * Returns: its number
 */
guint
mig_text_pool_add (MigTextPool *self,
                   const char  *text,
                   gsize        length,
                   guint        hash)
{
  Entry entry = { .hash = hash };
  Slot *slot;

  if (length == 0)
    return 0;

  slot = find_slot (self, text, length, entry.hash);
  if (slot->number != 0)
    return slot->number;

  entry.text = g_string_chunk_insert_len (self->chunk, text, (gssize) length);
  *slot = (Slot) { entry.hash, self->entries->len };
  g_array_append_val (self->entries, entry);
  if (self->entries->len > self->n_slots / 3 * 2)
    grow (self);

  return self->entries->len - 1;
}

/**
 * mig_text_pool_expect:
 * @self: a pool
 * @hash: what mig_hash_bytes() gives for a text that will be added soon
 *
 * Begins to fetch what will be looked at then. The table is far larger than a processor's cache, and where many texts
 * are expected together, their memory is waited for once and not once each.
 */
void
mig_text_pool_expect (MigTextPool *self,
                      guint        hash)
{
  __builtin_prefetch (&self->slots[hash & (self->n_slots - 1)], 1);
}

/**
 * mig_text_pool_find:
 * @self: a pool
 * @text: (array length=length): a text without NUL
 * @length: its length in bytes
 *
 * Returns: the text's number; 0 if it is not there, or ""
 */
guint
mig_text_pool_find (MigTextPool *self,
                    const char  *text,
                    gsize        length)
{
  return length > 0 ? find_slot (self, text, length, mig_hash_bytes (text, length))->number : 0;
}

/**
 * mig_text_pool_get_text:
 * @self: a pool
 * @number: a text's number
 *
 * Returns: (transfer none): the text, which the chunk owns
 */
const char *
mig_text_pool_get_text (MigTextPool *self,
                        guint        number)
{
  return get_entry (self, number)->text;
}

/**
 * mig_text_pool_get_hash:
 * @self: a pool
 * @number: a text's number, not 0
 *
 * Returns: what mig_hash_string() gives for the text
 */
guint
mig_text_pool_get_hash (MigTextPool *self,
                        guint        number)
{
  return get_entry (self, number)->hash;
}

/**
 * mig_text_pool_get_ref:
 * @self: a pool
 * @number: a text's number
 *
 * Returns: the record that is known by the text; %MIG_REF_NONE unless set
 */
MigRef
mig_text_pool_get_ref (MigTextPool *self,
                       guint        number)
{
  return get_entry (self, number)->ref;
}

/**
 * mig_text_pool_set_ref:
 * @self: a pool
 * @number: a text's number, not 0
 * @ref: a record
 *
 * Makes a record known by a text.
 */
void
mig_text_pool_set_ref (MigTextPool *self,
                       guint        number,
                       MigRef       ref)
{
  get_entry (self, number)->ref = ref;
}
