/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-loader.h"

G_BEGIN_DECLS

#define MIG_TYPE_LOADING_PAGE (mig_loading_page_get_type ())
G_DECLARE_FINAL_TYPE (MigLoadingPage, mig_loading_page, MIG, LOADING_PAGE, GtkWidget)

void       mig_loading_page_set_loader (MigLoadingPage *self, MigLoader *loader);

G_END_DECLS
