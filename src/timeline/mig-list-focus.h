/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _MigListFocus MigListFocus;

MigListFocus *mig_list_focus_new       (GtkWidget *view);
void          mig_list_focus_free      (MigListFocus *self);
void          mig_list_focus_scroll    (MigListFocus *self, guint position);
void          mig_list_focus_go        (MigListFocus *self, guint position);

/* For the factory of the list, and for what its rows are made of */
void          mig_list_focus_set_up    (GtkListItem *list_item, GtkWidget *row);
void          mig_list_focus_set_label (GtkWidget *row, const char *label);
void          mig_list_row_set_class   (GtkWidget *row, const char *css_class, gboolean is_set);
void          mig_list_row_set_text    (GtkLabel *label, const char *text);

G_END_DECLS
