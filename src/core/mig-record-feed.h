/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mig-json-scanner.h"

G_BEGIN_DECLS

/* Internal to core: trees of records, made ahead of whoever reads them. */

typedef struct _MigRecordFeed MigRecordFeed;

MigRecordFeed *mig_record_feed_new (GBytes *bytes, const MigJsonSlice *slices, gsize n_slices, gsize most);
void           mig_record_feed_free (MigRecordFeed *self);
JsonNode      *mig_record_feed_get (MigRecordFeed *self, gsize slice, const GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigRecordFeed, mig_record_feed_free)

G_END_DECLS
