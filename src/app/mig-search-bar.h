/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-finder.h"

G_BEGIN_DECLS

#define MIG_TYPE_SEARCH_BAR (mig_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (MigSearchBar, mig_search_bar, MIG, SEARCH_BAR, GtkWidget)

GtkWidget *mig_search_bar_new         (void);
void       mig_search_bar_set_finder  (MigSearchBar *self, MigFinder *finder);
void       mig_search_bar_set_text    (MigSearchBar *self, const char *text);
void       mig_search_bar_set_steps   (MigSearchBar *self, gboolean steps);
void       mig_search_bar_set_summary (MigSearchBar *self, const char *summary, guint n_hidden);
void       mig_search_bar_grab        (MigSearchBar *self);
gboolean   mig_search_bar_take_key    (MigSearchBar *self, GtkEventController *controller);

G_END_DECLS
