/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search-index.h"
#include "mig-search-query.h"
#include "mig-search-results.h"
#include "mig-subset.h"

G_BEGIN_DECLS

#define MIG_TYPE_SEARCH (mig_search_get_type ())
G_DECLARE_FINAL_TYPE (MigSearch, mig_search, MIG, SEARCH, GObject)

/**
 * MigSearchCompletion:
 * @label: what to show
 * @text: what the query becomes
 *
 * A way to go on with a query.
 */
typedef struct
{
  char *label;
  char *text;
} MigSearchCompletion;

MigSearch        *mig_search_new (MigSearchIndex *index);
MigSearchResults *mig_search_run (MigSearch *self,
                                  MigSearchQuery *query,
                                  MigSubset *subset,
                                  GCancellable *cancellable);
char            **mig_search_suggest (MigSearch *self, MigSearchQuery *query);
GPtrArray        *mig_search_complete (MigSearch *self, const char *text);

G_END_DECLS
