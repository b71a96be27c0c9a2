/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MIG_TYPE_BOOKMARK (mig_bookmark_get_type ())
G_DECLARE_FINAL_TYPE (MigBookmark, mig_bookmark, MIG, BOOKMARK, GObject)

MigBookmark *mig_bookmark_new (const char *id, const char *name, double start, double end);
MigBookmark *mig_bookmark_new_renamed (MigBookmark *self, const char *name);
const char  *mig_bookmark_get_id (MigBookmark *self);
const char  *mig_bookmark_get_name (MigBookmark *self);
gboolean     mig_bookmark_equal (MigBookmark *self, MigBookmark *other);
gboolean     mig_bookmark_get_span (MigBookmark *self, double *start, double *end);
GVariant    *mig_bookmark_dup_place (MigBookmark *self);

G_END_DECLS
