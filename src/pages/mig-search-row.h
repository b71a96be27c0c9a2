/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-palette.h"
#include "mig-search-item.h"

G_BEGIN_DECLS

#define MIG_TYPE_SEARCH_ROW (mig_search_row_get_type ())
G_DECLARE_FINAL_TYPE (MigSearchRow, mig_search_row, MIG, SEARCH_ROW, GtkWidget)

GtkWidget *mig_search_row_new      (void);
void       mig_search_row_set_item (MigSearchRow *self, MigSearchItem *item, MigPalette palette);

G_END_DECLS
