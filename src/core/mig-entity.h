/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

#define MIG_TYPE_ENTITY (mig_entity_get_type ())
G_DECLARE_FINAL_TYPE (MigEntity, mig_entity, MIG, ENTITY, GObject)

MigEntity  *mig_entity_new (MigCorpus *corpus, MigRef ref);
MigCorpus  *mig_entity_get_corpus (MigEntity *self);
MigRef      mig_entity_get_ref (MigEntity *self);
const char *mig_entity_get_name (MigEntity *self);

G_END_DECLS
