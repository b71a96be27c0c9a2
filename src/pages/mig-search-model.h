/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search-results.h"

G_BEGIN_DECLS

#define MIG_TYPE_SEARCH_MODEL (mig_search_model_get_type ())
G_DECLARE_FINAL_TYPE (MigSearchModel, mig_search_model, MIG, SEARCH_MODEL, GObject)

MigSearchModel *mig_search_model_new         (void);
void            mig_search_model_set_results (MigSearchModel *self, MigSearchResults *results);
guint           mig_search_model_find        (MigSearchModel *self, MigRef ref);

G_END_DECLS
