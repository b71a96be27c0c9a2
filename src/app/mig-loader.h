/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"
#include "mig-problems.h"

G_BEGIN_DECLS

#define MIG_TYPE_LOADER (mig_loader_get_type ())
G_DECLARE_FINAL_TYPE (MigLoader, mig_loader, MIG, LOADER, GObject)

MigLoader   *mig_loader_new (void);
void         mig_loader_set_max_size (MigLoader *self, guint64 bytes);
void         mig_loader_load (MigLoader *self, GFile *file);
void         mig_loader_cancel (MigLoader *self);
void         mig_loader_forget (MigLoader *self);
gboolean     mig_loader_is_reading (MigLoader *self);
gboolean     mig_loader_is_refreshing (MigLoader *self);
double       mig_loader_get_progress (MigLoader *self);
GFile       *mig_loader_get_file (MigLoader *self);
MigCorpus   *mig_loader_get_corpus (MigLoader *self);
MigProblems *mig_loader_get_problems (MigLoader *self);

G_END_DECLS
