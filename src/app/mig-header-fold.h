/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_HEADER_FOLD (mig_header_fold_get_type ())
G_DECLARE_FINAL_TYPE (MigHeaderFold, mig_header_fold, MIG, HEADER_FOLD, GtkWidget)

G_END_DECLS
