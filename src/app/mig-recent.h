/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_RECENT (mig_recent_get_type ())
G_DECLARE_FINAL_TYPE (MigRecent, mig_recent, MIG, RECENT, GObject)

MigRecent  *mig_recent_new (void);
GMenuModel *mig_recent_get_menu (MigRecent *self);
void        mig_recent_add (MigRecent *self, GFile *file);
void        mig_recent_refresh (MigRecent *self);

G_END_DECLS
