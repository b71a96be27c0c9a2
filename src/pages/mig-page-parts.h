/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

GtkWidget *mig_part_label             (const char *text, const char *css_class);
GtkWidget *mig_part_text              (const char *text, const char *css_class);
void       mig_part_make_selectable   (GtkWidget *label);
GtkWidget *mig_part_heading           (const char *text, const char *detail, int level);
GtkWidget *mig_part_group_heading     (const char *text);
GtkWidget *mig_part_link              (MigRef ref, const char *text, const char *css_class);
GtkWidget *mig_part_link_named        (MigRef ref, const char *text, const char *name, const char *css_class);
void       mig_part_keep_word         (GtkWidget *label);
GtkWidget *mig_part_action_link       (const char *action, GVariant *target, const char *text);
GtkWidget *mig_part_uri_link          (const char *uri, const char *text);
GtkWidget *mig_part_badge             (const char *text, const char *icon_name, const char *css_class);
GtkWidget *mig_part_facts             (void);
void       mig_part_facts_add         (GtkWidget *facts, const char *text, const char *number);
void       mig_part_facts_add_count   (GtkWidget *facts, const char *format, guint count);
GtkWidget *mig_part_list              (const char *name);
GtkWidget *mig_part_list_item         (void);
GtkWidget *mig_part_labelled_line     (const char *label, GtkWidget *content);
GtkWidget *mig_part_cell              (GtkWidget *content);
GtkWidget *mig_part_column_header     (const char *text, gboolean at_end);

G_END_DECLS
