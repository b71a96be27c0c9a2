/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-problems.h"

G_BEGIN_DECLS

#define MIG_TYPE_PROBLEM_ROW (mig_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (MigProblemRow, mig_problem_row, MIG, PROBLEM_ROW, GtkWidget)

GtkWidget *mig_problem_row_new (const MigProblem *problem);

G_END_DECLS
