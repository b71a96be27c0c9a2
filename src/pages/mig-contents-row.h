/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-contents-item.h"

G_BEGIN_DECLS

#define MIG_TYPE_CONTENTS_ROW (mig_contents_row_get_type ())
G_DECLARE_FINAL_TYPE (MigContentsRow, mig_contents_row, MIG, CONTENTS_ROW, GtkWidget)

GtkWidget *mig_contents_row_new      (void);
void       mig_contents_row_set_item (MigContentsRow *self, MigContentsItem *item);
MigRef     mig_contents_row_find_ref (GtkWidget *line, gpointer user_data);

G_END_DECLS
