/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-contents-model.h"

G_BEGIN_DECLS

#define MIG_TYPE_CONTENTS_SLICE (mig_contents_slice_get_type ())
G_DECLARE_FINAL_TYPE (MigContentsSlice, mig_contents_slice, MIG, CONTENTS_SLICE, GObject)

MigContentsSlice *mig_contents_slice_new       (MigContentsModel *model, guint center, guint reach);
MigContentsModel *mig_contents_slice_get_model (MigContentsSlice *self);
guint             mig_contents_slice_get_first (MigContentsSlice *self);
gboolean          mig_contents_slice_is_whole  (MigContentsSlice *self);
void              mig_contents_slice_grow      (MigContentsSlice *self, guint n);

G_END_DECLS
