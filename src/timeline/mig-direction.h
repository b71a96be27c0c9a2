/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkTextDirection mig_direction_get (void);
void             mig_direction_align (PangoLayout *layout, gboolean mirrored, gboolean at_end);

G_END_DECLS
