/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-entity.h"

G_BEGIN_DECLS

/* Internal to core: each text once, and which record is known by it. */

typedef struct _MigTextPool MigTextPool;

MigTextPool *mig_text_pool_new (GStringChunk *chunk);
void         mig_text_pool_free (MigTextPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigTextPool, mig_text_pool_free)

guint        mig_text_pool_get_n (MigTextPool *self);
guint        mig_text_pool_add (MigTextPool *self, const char *text, gsize length, guint hash);
void         mig_text_pool_expect (MigTextPool *self, guint hash);
guint        mig_text_pool_find (MigTextPool *self, const char *text, gsize length);
const char  *mig_text_pool_get_text (MigTextPool *self, guint number);
guint        mig_text_pool_get_hash (MigTextPool *self, guint number);
MigRef       mig_text_pool_get_ref (MigTextPool *self, guint number);
void         mig_text_pool_set_ref (MigTextPool *self, guint number, MigRef ref);

G_END_DECLS
