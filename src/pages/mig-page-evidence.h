/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-page.h"

G_BEGIN_DECLS

void       mig_evidence_append_names       (MigPage *page);
void       mig_evidence_append_certainty   (MigPage *page);
void       mig_evidence_append_description (MigPage *page);
void       mig_evidence_append_readings    (MigPage *page);
void       mig_evidence_append_sources     (MigPage *page);
GtkWidget *mig_evidence_card               (MigCorpus *corpus, MigRef ref, const char *title);
char      *mig_evidence_dup_citation       (MigCorpus *corpus, MigRef ref);

G_END_DECLS
