/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean   mig_bookmarks_left_write (const char *path, GPtrArray *changes, GError **error);
GPtrArray *mig_bookmarks_left_read (const char *path, GPtrArray *changes);
void       mig_bookmarks_left_remove (GPtrArray *files);

G_END_DECLS
