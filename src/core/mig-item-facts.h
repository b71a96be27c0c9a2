/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/* Internal to the lists: what their columns count and gather. All of it reads the corpus only. */

double         mig_item_facts_count_sessions (MigCorpus *corpus, MigRef ref);
double         mig_item_facts_count_interventions (MigCorpus *corpus, MigRef ref);
double         mig_item_facts_count_speakers (MigCorpus *corpus, MigRef ref);
double         mig_item_facts_count_meetings (MigCorpus *corpus, MigRef person);
double         mig_item_facts_count_people (MigCorpus *corpus, MigRef organization);
const MigDate *mig_item_facts_get_occasion (MigCorpus *corpus, MigRef ref, gboolean last);
char          *mig_item_facts_dup_organizations (MigCorpus *corpus, MigRef person);
const char    *mig_item_facts_get_abbreviation (MigCorpus *corpus, MigRef organization);
const char    *mig_item_facts_get_symbol (MigCorpus *corpus, MigRef document);

G_END_DECLS
