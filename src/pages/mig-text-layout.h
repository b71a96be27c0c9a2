/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_TEXT_LAYOUT (mig_text_layout_get_type ())
G_DECLARE_FINAL_TYPE (MigTextLayout, mig_text_layout, MIG, TEXT_LAYOUT, GtkLayoutManager)

GtkLayoutManager *mig_text_layout_new (void);

G_END_DECLS
