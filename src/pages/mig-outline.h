/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_OUTLINE (mig_outline_get_type ())
G_DECLARE_FINAL_TYPE (MigOutline, mig_outline, MIG, OUTLINE, GtkWidget)

GtkWidget *mig_outline_new      (GtkAdjustment *adjustment);
void       mig_outline_add      (MigOutline *self, const char *title, GtkWidget *heading);
void       mig_outline_complete (MigOutline *self);

G_END_DECLS
