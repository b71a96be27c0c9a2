/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-details.h"

G_BEGIN_DECLS

/* How the tests of pages look into widgets: by what is said and by what role it has, as a person does. */

typedef gboolean (*PageMatch) (GtkWidget *widget, gpointer data);

void       page_walk_init        (int *argc, char ***argv);
MigCorpus *page_walk_read_file   (const char *path);
MigCorpus *page_walk_read_text   (const char *text);
char      *page_walk_dup_fixture (const char *name);
GtkWidget *page_walk_find        (GtkWidget *root, PageMatch match, gpointer data);
guint      page_walk_count       (GtkWidget *root, PageMatch match, gpointer data);
GtkWidget *page_walk_find_link   (GtkWidget *root, const char *text);
GtkWidget *page_walk_find_text   (GtkWidget *root, const char *text);
GtkWidget *page_walk_find_class  (GtkWidget *root, const char *css_class);
guint      page_walk_count_role  (GtkWidget *root, GtkAccessibleRole role);
char      *page_walk_dup_texts   (GtkWidget *root);
void       page_walk_settle      (void);

G_END_DECLS
