/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-bookmarks.h"

G_BEGIN_DECLS

#define MIG_TYPE_BOOKMARK_MENU (mig_bookmark_menu_get_type ())
G_DECLARE_FINAL_TYPE (MigBookmarkMenu, mig_bookmark_menu, MIG, BOOKMARK_MENU, GtkPopover)

GtkWidget *mig_bookmark_menu_new (MigBookmarks *bookmarks);

G_END_DECLS
