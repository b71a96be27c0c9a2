/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-id-index.h"

#include <string.h>

#include "mig-hash.h"

/* The records themselves hold their ids, so that four bytes a slot are enough: a sixth of what a GHashTable takes, and
 * a corpus is in memory as long as it is on the screen. */

struct _MigIdIndex
{
  MigIdFunc get_id;
  gpointer user_data;
  MigRef *slots;
  guint32 n_slots; /* a power of two, a third of it empty at least */
};

/**
 * mig_id_index_new:
 * @n: how many records will be added at most
 * @get_id: gets a record's id
 * @user_data: for @get_id; must outlive the index
 *
 * Returns: (transfer full): an empty index; mig_id_index_free() it
 */
MigIdIndex *
mig_id_index_new (guint     n,
                  MigIdFunc get_id,
                  gpointer  user_data)
{
  MigIdIndex *self = g_new0 (MigIdIndex, 1);

  self->get_id = get_id;
  self->user_data = user_data;
  self->n_slots = 2;
  while (self->n_slots / 3 * 2 < n)
    self->n_slots *= 2;
  self->slots = g_new0 (MigRef, self->n_slots);

  return self;
}

/**
 * mig_id_index_free:
 * @self: (transfer full) (nullable): an index
 *
 * Frees the index.
 */
void
mig_id_index_free (MigIdIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->slots);
  g_free (self);
}

/**
 * mig_id_index_add:
 * @self: an index
 * @hash: what mig_hash_string() gives for the record's id
 * @ref: a record whose id is not there yet
 *
 * Adds a record.
 */
void
mig_id_index_add (MigIdIndex *self,
                  guint       hash,
                  MigRef      ref)
{
  guint32 i = hash & (self->n_slots - 1);

  while (self->slots[i] != MIG_REF_NONE)
    i = (i + 1) & (self->n_slots - 1);
  self->slots[i] = ref;
}

/**
 * mig_id_index_find:
 * @self: an index
 * @id: an id
 *
 * Returns: the record that has it, or %MIG_REF_NONE
 */
MigRef
mig_id_index_find (const MigIdIndex *self,
                   const char       *id)
{
  guint32 i = mig_hash_string (id) & (self->n_slots - 1);

  while (self->slots[i] != MIG_REF_NONE && strcmp (self->get_id (self->slots[i], self->user_data), id) != 0)
    i = (i + 1) & (self->n_slots - 1);

  return self->slots[i];
}
