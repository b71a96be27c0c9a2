/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mig_popovers_popup    (GtkPopover *popover);
void mig_popovers_set_name (GtkButton *button, const char *name);

G_END_DECLS
