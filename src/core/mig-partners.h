/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-entity.h"

G_BEGIN_DECLS

#define MIG_TYPE_PARTNERS (mig_partners_get_type ())
G_DECLARE_FINAL_TYPE (MigPartners, mig_partners, MIG, PARTNERS, GObject)

MigPartners *mig_partners_new         (MigCorpus *corpus, MigRef ref);
void         mig_partners_set_text    (MigPartners *self, const char *text);
gboolean     mig_partners_is_settled  (MigPartners *self);
MigRef       mig_partners_get_ref     (MigPartners *self, guint position);
guint        mig_partners_get_nearest (MigPartners *self);

G_END_DECLS
