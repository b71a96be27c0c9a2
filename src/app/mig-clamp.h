/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_CLAMP (mig_clamp_get_type ())
G_DECLARE_FINAL_TYPE (MigClamp, mig_clamp, MIG, CLAMP, GtkWidget)

GtkWidget *mig_clamp_new (void);
void       mig_clamp_set_child (MigClamp *self, GtkWidget *child);

G_END_DECLS
