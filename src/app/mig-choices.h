/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_CHOICES (mig_choices_get_type ())
G_DECLARE_FINAL_TYPE (MigChoices, mig_choices, MIG, CHOICES, GtkWidget)


G_END_DECLS
