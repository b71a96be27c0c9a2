/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-glyph.h"
#include "mig-search-results.h"

G_BEGIN_DECLS

#define MIG_TYPE_SEARCH_ITEM (mig_search_item_get_type ())
G_DECLARE_FINAL_TYPE (MigSearchItem, mig_search_item, MIG, SEARCH_ITEM, GObject)

MigSearchItem *mig_search_item_new             (MigSearchResults *results, const MigSearchHits *hits, guint position);
gboolean       mig_search_item_is_heading      (MigSearchItem *self);
MigRef         mig_search_item_get_ref         (MigSearchItem *self);
const char    *mig_search_item_get_title       (MigSearchItem *self, GArray **marks);
const char    *mig_search_item_get_excerpt     (MigSearchItem *self, GArray **marks);
char          *mig_search_item_dup_numeral     (MigSearchItem *self);
char          *mig_search_item_dup_when        (MigSearchItem *self);
char          *mig_search_item_dup_label       (MigSearchItem *self);
MigGlyphKind   mig_search_item_get_glyph       (MigSearchItem *self);

G_END_DECLS
