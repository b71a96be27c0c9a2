/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_FOLD (mig_fold_get_type ())
G_DECLARE_FINAL_TYPE (MigFold, mig_fold, MIG, FOLD, GtkWidget)

G_END_DECLS
