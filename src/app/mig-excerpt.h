/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-problems.h"

G_BEGIN_DECLS

#define MIG_TYPE_EXCERPT (mig_excerpt_get_type ())
G_DECLARE_FINAL_TYPE (MigExcerpt, mig_excerpt, MIG, EXCERPT, GtkWidget)

GtkWidget *mig_excerpt_new (void);
void       mig_excerpt_show (MigExcerpt *self, MigProblems *problems, guint i);

G_END_DECLS
