/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search-results.h"
#include "mig-subset.h"

G_BEGIN_DECLS

typedef struct _MigSearchPlaces MigSearchPlaces;

MigSearchPlaces *mig_search_places_new (MigSearchResults *results, MigSubset *subset);
void             mig_search_places_free (MigSearchPlaces *self);
gboolean         mig_search_places_are_of (MigSearchPlaces *self, MigSearchResults *results, MigSubset *subset);
gboolean         mig_search_places_find (MigSearchPlaces *self, MigTrack track, guint first, guint past,
                                         guint *position);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigSearchPlaces, mig_search_places_free)

void             mig_search_places_collect_async (MigSearchResults *results, MigSubset *subset,
                                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                                  gpointer user_data);
MigSearchPlaces *mig_search_places_collect_finish (MigSubset *subset, GAsyncResult *result, GError **error);

G_END_DECLS
