/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-bookmark.h"

G_BEGIN_DECLS

typedef struct _MigBookmarkChange MigBookmarkChange;

MigBookmarkChange *mig_bookmark_change_new_add (MigBookmark *bookmark, gboolean again);
MigBookmarkChange *mig_bookmark_change_new_remove (MigBookmark *bookmark, guint position);
MigBookmarkChange *mig_bookmark_change_new_rename (MigBookmark *bookmark, guint position, const char *name);
void               mig_bookmark_change_free (MigBookmarkChange *self);
void               mig_bookmark_change_apply (const MigBookmarkChange *self, GPtrArray *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigBookmarkChange, mig_bookmark_change_free)

G_END_DECLS
