/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-problems.h"

G_BEGIN_DECLS

#define MIG_TYPE_EXCERPT_VIEW (mig_excerpt_view_get_type ())
G_DECLARE_FINAL_TYPE (MigExcerptView, mig_excerpt_view, MIG, EXCERPT_VIEW, GtkWidget)

void       mig_excerpt_view_show (MigExcerptView *self, MigProblems *problems, guint i);

G_END_DECLS
