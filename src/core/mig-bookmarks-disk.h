/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MigBookmarksDisk:
 * @saved: (element-type MigBookmark): what the file had when it was last read or written
 * @left: (element-type MigBookmarkChange): what others have done who could not write it into the file
 *
 * What there is on the disk of the bookmarks of a corpus, as it was when it was last looked at.
 */
typedef struct
{
  GPtrArray *saved;
  GPtrArray *left;
} MigBookmarksDisk;

void       mig_bookmarks_disk_init (MigBookmarksDisk *self);
void       mig_bookmarks_disk_clear (MigBookmarksDisk *self);
void       mig_bookmarks_disk_read (MigBookmarksDisk *self, const char *path);
GPtrArray *mig_bookmarks_disk_take (MigBookmarksDisk *self, const char *path, GError **error);
gboolean   mig_bookmarks_disk_write (MigBookmarksDisk *self,
                                     const char *path,
                                     const char *identity,
                                     GPtrArray *list,
                                     GPtrArray *files,
                                     GError **error);
GPtrArray *mig_bookmarks_disk_list (const MigBookmarksDisk *self, GPtrArray *changes);

G_END_DECLS
