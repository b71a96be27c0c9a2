/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-bookmarks.h"

G_BEGIN_DECLS

gboolean mig_bookmarks_file_read (const char *path, GPtrArray *list, GError **error);
gboolean mig_bookmarks_file_write (const char *path, const char *identity, GPtrArray *list, GError **error);
void     mig_bookmarks_file_explain (GError *error, const char *path);
gboolean mig_bookmarks_file_try_lock (const char *path, int *lock);
void     mig_bookmarks_file_unlock (int lock);

G_END_DECLS
