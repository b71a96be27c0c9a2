/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-briefing.h"

G_BEGIN_DECLS

MigBriefing *mig_briefing_new_from_corpus (MigCorpus *corpus);
MigScene    *mig_briefing_create_scene (MigCorpus *corpus, MigRef ref);
gboolean     mig_briefing_is_dated (MigCorpus *corpus, MigRef ref);
void         mig_briefing_choose_span (MigCorpus *corpus, MigRef ref, double *start, double *end);

G_END_DECLS
