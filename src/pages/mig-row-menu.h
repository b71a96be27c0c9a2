/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-navigator.h"

G_BEGIN_DECLS

/**
 * MigRowRefFunc:
 * @row: the widget of a row
 * @user_data: what was given to mig_row_menu_install()
 *
 * Returns: the record that the row stands for, or %MIG_REF_NONE
 */
typedef MigRef (*MigRowRefFunc) (GtkWidget *row, gpointer user_data);

void mig_row_menu_install (GtkWidget *view, MigNavigator *navigator, MigRowRefFunc get_ref, gpointer user_data);
void mig_row_menu_set_extra (GtkWidget *view, GMenuModel *extra);

G_END_DECLS
