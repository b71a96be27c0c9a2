/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-subset.h"

G_BEGIN_DECLS

#define MIG_TYPE_SIFTER (mig_sifter_get_type ())
G_DECLARE_FINAL_TYPE (MigSifter, mig_sifter, MIG, SIFTER, GObject)

MigSifter *mig_sifter_new (void);
void       mig_sifter_set (MigSifter *self, MigCorpus *corpus, const MigFilter *filter);
void       mig_sifter_set_now (MigSifter *self, MigCorpus *corpus, const MigFilter *filter);
MigSubset *mig_sifter_get_subset (MigSifter *self);

G_END_DECLS
