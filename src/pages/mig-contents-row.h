/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-contents-item.h"

G_BEGIN_DECLS

#define MIG_TYPE_CONTENTS_ROW (mig_contents_row_get_type ())
G_DECLARE_FINAL_TYPE (MigContentsRow, mig_contents_row, MIG, CONTENTS_ROW, GtkWidget)

GtkWidget       *mig_contents_row_new          (void);
void             mig_contents_row_set_item     (MigContentsRow *self, MigContentsItem *item);
void             mig_contents_row_await_item   (MigContentsRow *self, MigContentsItem *item, int height);
MigContentsItem *mig_contents_row_get_awaited  (MigContentsRow *self);
MigRef           mig_contents_row_find_ref     (GtkWidget *line, gpointer user_data);

G_END_DECLS
