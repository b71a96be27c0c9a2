/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_SIDES (mig_sides_get_type ())
G_DECLARE_FINAL_TYPE (MigSides, mig_sides, MIG, SIDES, GtkWidget)

GtkWidget *mig_sides_new    (void);
void       mig_sides_append (MigSides *self, GtkWidget *child);

G_END_DECLS
