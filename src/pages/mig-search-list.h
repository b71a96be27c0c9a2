/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-finder.h"
#include "mig-navigator.h"

G_BEGIN_DECLS

#define MIG_TYPE_SEARCH_LIST (mig_search_list_get_type ())
G_DECLARE_FINAL_TYPE (MigSearchList, mig_search_list, MIG, SEARCH_LIST, GtkWidget)

GtkWidget *mig_search_list_new            (MigFinder *finder, MigNavigator *navigator);
gboolean   mig_search_list_grab           (MigSearchList *self);
gboolean   mig_search_list_activate_first (MigSearchList *self);
char      *mig_search_list_dup_summary    (MigSearchList *self);

G_END_DECLS
