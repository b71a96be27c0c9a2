/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Internal to core: the whole of a file, as it was at one moment. */

/**
 * MigLoadProgressFunc:
 * @n_read: bytes read so far
 * @size: bytes that the file is said to have
 * @user_data: as given
 */
typedef void (*MigLoadProgressFunc) (guint64 n_read, guint64 size, gpointer user_data);

GBytes *mig_file_load (GFile *file,
                       guint64 max_size,
                       MigLoadProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
