/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to core: one record of a file as a tree of values. */

typedef enum
{
  MIG_JSON_TYPE_NULL,
  MIG_JSON_TYPE_BOOLEAN,
  MIG_JSON_TYPE_NUMBER,
  MIG_JSON_TYPE_TEXT,
  MIG_JSON_TYPE_LIST,
  MIG_JSON_TYPE_OBJECT,
} MigJsonType;

/**
 * MigJsonValue:
 * @name: (nullable): the key that it stands under; %NULL in a list, and for the whole
 * @text: (nullable): what a text says, its escapes resolved
 * @number: what a number is; 0 or 1 for a truth value
 * @first: place of the first of the values within a list or object, which stand one after the other
 * @n: how many those are; the length in bytes of a text
 * @offset: its first byte in the record
 * @length: how many bytes it takes there
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
  guint8 type;
} MigJsonValue;

/**
 * MigJsonTree:
 *
 * The values of one record. To be filled with zeros before it is first read into; mig_json_tree_clear() it.
 */
typedef struct
{
  const char *data;
  GArray *values;  /* finished; those within one list or object stand together */
  GArray *waiting; /* finished, but not those around them */
  char *texts;
  gsize texts_size;
} MigJsonTree;

MigJsonValue *mig_json_tree_read (MigJsonTree *self, const char *data, gsize length);
void          mig_json_tree_clear (MigJsonTree *self);

/**
 * mig_json_tree_get_inner:
 * @self: a tree
 * @value: a list or an object of it
 *
 * Returns: (transfer none) (array): its `n` values; valid until the next record is read
 */
static inline MigJsonValue *
mig_json_tree_get_inner (const MigJsonTree  *self,
                         const MigJsonValue *value)
{
  return &g_array_index (self->values, MigJsonValue, value->first);
}

G_END_DECLS
