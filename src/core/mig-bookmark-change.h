/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-bookmark.h"

G_BEGIN_DECLS

typedef struct _MigBookmarkChange MigBookmarkChange;

/* Of a change as a GVariant: where it was, whether it is wanted again, what was there before, and what after. */
#define MIG_BOOKMARK_CHANGE_TYPE "(ubm(ssdd)m(ssdd))"

MigBookmarkChange *mig_bookmark_change_new_add (MigBookmark *bookmark, gboolean again);
MigBookmarkChange *mig_bookmark_change_new_remove (MigBookmark *bookmark, guint position);
MigBookmarkChange *mig_bookmark_change_new_rename (MigBookmark *bookmark, guint position, const char *name);
MigBookmarkChange *mig_bookmark_change_new_from_variant (GVariant *variant);
void               mig_bookmark_change_free (MigBookmarkChange *self);
void               mig_bookmark_change_apply (const MigBookmarkChange *self, GPtrArray *list);
GVariant          *mig_bookmark_change_to_variant (const MigBookmarkChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigBookmarkChange, mig_bookmark_change_free)

G_END_DECLS
