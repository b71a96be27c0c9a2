/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-problems.h"

G_BEGIN_DECLS

#define MIG_TYPE_ERROR_PAGE (mig_error_page_get_type ())
G_DECLARE_FINAL_TYPE (MigErrorPage, mig_error_page, MIG, ERROR_PAGE, GtkWidget)

GtkWidget   *mig_error_page_new (void);
void         mig_error_page_set_problems (MigErrorPage *self, MigProblems *problems);
void         mig_error_page_set_can_go_back (MigErrorPage *self, gboolean can_go_back);
gboolean     mig_error_page_focus_problem (MigErrorPage *self);

G_END_DECLS
