/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to core: the keys of one object, to find one that stands there twice. */

typedef struct
{
  const char *text; /* escapes resolved */
  gsize length;
  char *owned; /* @text if it had escapes, else NULL */
  guint64 line;
} MigJsonKey;

typedef struct
{
  MigJsonKey *keys;
  guint n;
  guint n_allocated;
  guint16 *slots; /* of a hash table: place in @keys, from 1 */
} MigJsonKeys;

const MigJsonKey *mig_json_keys_add (MigJsonKeys *self, const char *raw, gsize length, gboolean escaped, guint64 line);
void              mig_json_keys_empty (MigJsonKeys *self);
void              mig_json_keys_clear (MigJsonKeys *self);

G_END_DECLS
