/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_PAGE_LINK (mig_page_link_get_type ())
G_DECLARE_FINAL_TYPE (MigPageLink, mig_page_link, MIG, PAGE_LINK, GtkButton)

GtkWidget *mig_page_link_new (const char *action, GVariant *target, GtkWidget *child);

G_END_DECLS
