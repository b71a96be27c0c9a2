/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-entity.h"

G_BEGIN_DECLS

/* Internal to core: which record has an id. */

typedef struct _MigIdIndex MigIdIndex;

/**
 * MigIdFunc:
 * @ref: a record
 * @user_data: what mig_id_index_new() was given
 *
 * Returns: its id
 */
typedef const char *(*MigIdFunc) (MigRef ref, gpointer user_data);

MigIdIndex *mig_id_index_new (guint n, MigIdFunc get_id, gpointer user_data);
void        mig_id_index_free (MigIdIndex *self);
void        mig_id_index_add (MigIdIndex *self, guint hash, MigRef ref);
MigRef      mig_id_index_find (const MigIdIndex *self, const char *id);

G_END_DECLS
