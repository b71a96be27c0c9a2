/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_COLUMNS (mig_columns_get_type ())
G_DECLARE_FINAL_TYPE (MigColumns, mig_columns, MIG, COLUMNS, GtkWidget)

GtkWidget *mig_columns_get_main   (MigColumns *self);
GtkWidget *mig_columns_get_aside  (MigColumns *self);
void       mig_columns_set_wide   (MigColumns *self, gboolean is_wide);
double     mig_columns_get_em     (GtkWidget *widget);

G_END_DECLS
