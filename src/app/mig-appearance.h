/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_APPEARANCE (mig_appearance_get_type ())
G_DECLARE_FINAL_TYPE (MigAppearance, mig_appearance, MIG, APPEARANCE, GObject)

MigAppearance *mig_appearance_new (GdkDisplay *display);
const char    *mig_appearance_get_scheme (MigAppearance *self);
void           mig_appearance_set_scheme (MigAppearance *self, const char *scheme);
const char    *mig_appearance_get_palette (MigAppearance *self);

G_END_DECLS
