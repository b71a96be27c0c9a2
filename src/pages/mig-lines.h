/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_LINES (mig_lines_get_type ())
G_DECLARE_FINAL_TYPE (MigLines, mig_lines, MIG, LINES, GtkWidget)

GtkWidget *mig_lines_new    (void);
void       mig_lines_append (MigLines *self, GtkWidget *child);

G_END_DECLS
