/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-finder.h"
#include "mig-presentation.h"

G_BEGIN_DECLS

#define MIG_TYPE_PRESENTATION_SEARCH (mig_presentation_search_get_type ())
G_DECLARE_FINAL_TYPE (MigPresentationSearch, mig_presentation_search, MIG, PRESENTATION_SEARCH, GtkWidget)

GtkWidget *mig_presentation_search_new (MigPresentation *presentation, MigFinder *finder);

G_END_DECLS
