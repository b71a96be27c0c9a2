/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_PANES (mig_panes_get_type ())
G_DECLARE_FINAL_TYPE (MigPanes, mig_panes, MIG, PANES, GtkWidget)

gboolean mig_panes_get_narrow         (MigPanes *self);
gboolean mig_panes_get_contents_shown (MigPanes *self);
void     mig_panes_set_contents_shown (MigPanes *self, gboolean contents_shown);
void     mig_panes_set_contents_wide  (MigPanes *self, gboolean wide);

G_END_DECLS
