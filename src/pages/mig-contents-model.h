/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-subset.h"

G_BEGIN_DECLS

/**
 * MigContentsList:
 *
 * The four lists of the contents.
 */
typedef enum
{
  MIG_CONTENTS_SESSIONS,
  MIG_CONTENTS_SPEAKERS,
  MIG_CONTENTS_EVENTS,
  MIG_CONTENTS_DOCUMENTS,
} MigContentsList;
#define MIG_N_CONTENTS_LISTS 4

#define MIG_TYPE_CONTENTS_MODEL (mig_contents_model_get_type ())
G_DECLARE_FINAL_TYPE (MigContentsModel, mig_contents_model, MIG, CONTENTS_MODEL, GObject)

MigContentsList   mig_contents_list_find_first    (MigCorpus *corpus);
MigContentsModel *mig_contents_model_new          (MigSubset *subset, MigContentsList list, MigRef scope);
MigRef            mig_contents_model_get_ref      (MigContentsModel *self, guint position);
guint             mig_contents_model_find         (MigContentsModel *self, MigRef ref);
guint             mig_contents_model_find_undated (MigContentsModel *self);
guint             mig_contents_model_get_current  (MigContentsModel *self);
guint             mig_contents_model_set_current  (MigContentsModel *self, MigRef ref);

G_END_DECLS
