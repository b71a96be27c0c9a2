/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-filter.h"

G_BEGIN_DECLS

#define MIG_TYPE_THING_INDEX (mig_thing_index_get_type ())
G_DECLARE_FINAL_TYPE (MigThingIndex, mig_thing_index, MIG, THING_INDEX, GObject)

MigThingIndex *mig_thing_index_new (MigCorpus *corpus);
void           mig_thing_index_new_async (MigCorpus *corpus,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
MigThingIndex *mig_thing_index_new_finish (GAsyncResult *result, GError **error);
guint          mig_thing_index_find (MigThingIndex *self, const char *text, guint most, MigRef *found);

G_END_DECLS
