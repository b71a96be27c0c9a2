/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_DROP_ZONE (mig_drop_zone_get_type ())
G_DECLARE_FINAL_TYPE (MigDropZone, mig_drop_zone, MIG, DROP_ZONE, GtkWidget)

void       mig_drop_zone_set_child (MigDropZone *self, GtkWidget *child);

G_END_DECLS
