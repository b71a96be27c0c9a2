/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to core: records of a file as trees of values. */

typedef enum
{
  MIG_JSON_TYPE_NULL,
  MIG_JSON_TYPE_BOOLEAN,
  MIG_JSON_TYPE_NUMBER,
  MIG_JSON_TYPE_TEXT,
  MIG_JSON_TYPE_LIST,
  MIG_JSON_TYPE_OBJECT,
} MigJsonType;

#define MIG_JSON_LONGEST_HASHED 63

/**
 * MigJsonValue:
 * @name: (nullable): the key that it stands under; %NULL in a list, and for the whole
 * @text: (nullable): what a text says, its escapes resolved
 * @number: what a number is; 0 or 1 for a truth value
 * @first: place of the first of the values within a list or object, which stand one after the other
 * @n: how many those are; the length in bytes of a text
 * @offset: its first byte in the record
 * @length: how many bytes it takes there
 * @hash: what mig_hash_bytes() gives for a text of no more than %MIG_JSON_LONGEST_HASHED bytes; else 0
 * @type: what it is
 */
typedef struct
{
  const char *name;
  union
  {
    const char *text;
    double number;
    guint32 first;
  };
  guint32 n;
  guint32 offset;
  guint32 length;
  guint32 hash;
  guint8 type;
} MigJsonValue;

/**
 * MigJsonTree:
 *
 * The values of one record or of several. To be filled with zeros before it is first begun; mig_json_tree_clear() it.
 */
typedef struct
{
  GArray *values;  /* finished; those within one list or object stand together */
  GArray *waiting; /* finished, but not those around them */
  char *texts;
  char *texts_end;
  gsize texts_size;
} MigJsonTree;

void    mig_json_tree_begin (MigJsonTree *self, gsize size);
guint32 mig_json_tree_add (MigJsonTree *self, const char *data, gsize length);
void    mig_json_tree_clear (MigJsonTree *self);

/**
 * mig_json_tree_get_inner:
 * @self: a tree
 * @value: a list or an object of it
 *
 * Returns: (transfer none) (array): its `n` values; valid until another record is added or the tree begun again
 */
static inline MigJsonValue *
mig_json_tree_get_inner (const MigJsonTree  *self,
                         const MigJsonValue *value)
{
  return &g_array_index (self->values, MigJsonValue, value->first);
}

/**
 * mig_json_tree_get:
 * @self: a tree
 * @record: what mig_json_tree_add() gave
 *
 * Returns: (transfer none): the record; valid until another is added or the tree begun again
 */
static inline MigJsonValue *
mig_json_tree_get (const MigJsonTree *self,
                   guint32            record)
{
  return &g_array_index (self->values, MigJsonValue, record);
}

G_END_DECLS
