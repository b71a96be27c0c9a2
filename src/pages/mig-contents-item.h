/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"
#include "mig-glyph.h"

G_BEGIN_DECLS

#define MIG_TYPE_CONTENTS_ITEM (mig_contents_item_get_type ())
G_DECLARE_FINAL_TYPE (MigContentsItem, mig_contents_item, MIG, CONTENTS_ITEM, GObject)

MigContentsItem *mig_contents_item_new          (MigCorpus *corpus, MigRef ref, MigRef scope);
MigContentsItem *mig_contents_item_new_heading  (const char *heading);
gboolean         mig_contents_item_is_heading   (MigContentsItem *self);
gboolean         mig_contents_item_is_meeting   (MigContentsItem *self);
MigRef           mig_contents_item_get_ref      (MigContentsItem *self);
const char      *mig_contents_item_get_title    (MigContentsItem *self);
char            *mig_contents_item_dup_numeral  (MigContentsItem *self);
char            *mig_contents_item_dup_subtitle (MigContentsItem *self);
char            *mig_contents_item_dup_count    (MigContentsItem *self);
char            *mig_contents_item_dup_label    (MigContentsItem *self);
gboolean         mig_contents_item_disagrees    (MigContentsItem *self);
MigGlyphKind     mig_contents_item_get_glyph    (MigContentsItem *self);

G_END_DECLS
