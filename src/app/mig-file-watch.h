/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MIG_TYPE_FILE_WATCH (mig_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (MigFileWatch, mig_file_watch, MIG, FILE_WATCH, GObject)

MigFileWatch *mig_file_watch_new (GFile *file, guint settle_ms);
GFile        *mig_file_watch_get_file (MigFileWatch *self);
void          mig_file_watch_mark (MigFileWatch *self);

G_END_DECLS
