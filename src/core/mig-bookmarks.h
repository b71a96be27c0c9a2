/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-bookmark.h"
#include "mig-corpus.h"

G_BEGIN_DECLS

#define MIG_BOOKMARKS_ERROR (mig_bookmarks_error_quark ())
GQuark mig_bookmarks_error_quark (void);

typedef enum
{
  MIG_BOOKMARKS_ERROR_DAMAGED,
  MIG_BOOKMARKS_ERROR_NEWER,
} MigBookmarksError;

#define MIG_TYPE_BOOKMARKS (mig_bookmarks_get_type ())
G_DECLARE_FINAL_TYPE (MigBookmarks, mig_bookmarks, MIG, BOOKMARKS, GObject)

MigBookmarks *mig_bookmarks_new (const char *folder);
MigCorpus    *mig_bookmarks_get_corpus (MigBookmarks *self);
gboolean      mig_bookmarks_set_corpus (MigBookmarks *self, MigCorpus *corpus, GError **error);
gboolean      mig_bookmarks_find (MigBookmarks *self, MigRef ref, guint *position);
gboolean      mig_bookmarks_add (MigBookmarks *self, MigRef ref, GVariant *place, GError **error);
gboolean      mig_bookmarks_remove (MigBookmarks *self, guint position, GError **error);
gboolean      mig_bookmarks_rename (MigBookmarks *self, guint position, const char *name, GError **error);
gboolean      mig_bookmarks_is_gone (MigBookmarks *self, guint position);

G_END_DECLS
