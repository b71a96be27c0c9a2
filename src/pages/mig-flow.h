/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_FLOW (mig_flow_get_type ())
G_DECLARE_FINAL_TYPE (MigFlow, mig_flow, MIG, FLOW, GtkWidget)

GtkWidget *mig_flow_new    (int spacing);
void       mig_flow_append (MigFlow *self, GtkWidget *child);

G_END_DECLS
