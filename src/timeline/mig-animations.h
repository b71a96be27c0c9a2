/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean mig_animations_are_enabled (GtkWidget *widget);

G_END_DECLS
