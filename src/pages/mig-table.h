/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TABLE_MAX_COLUMNS 4

#define MIG_TYPE_TABLE (mig_table_get_type ())
G_DECLARE_FINAL_TYPE (MigTable, mig_table, MIG, TABLE, GtkWidget)

GtkWidget *mig_table_new           (const guint8 *weights, guint n_columns);
GtkWidget *mig_table_append_row    (MigTable *self, GtkWidget *const *cells);
GtkWidget *mig_table_append_header (MigTable *self, GtkWidget *const *cells);

G_END_DECLS
