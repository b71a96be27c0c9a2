/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-page.h"

G_BEGIN_DECLS

void       mig_evidence_append_names       (MigPage *page);
void       mig_evidence_append_badges      (MigPage *page);
void       mig_evidence_append_description (MigPage *page);
void       mig_evidence_append_sources     (MigPage *page);
guint      mig_evidence_count_places       (const MigSource *sources, guint n);
GtkWidget *mig_evidence_source_line        (MigCorpus *corpus, const MigSource *sources, guint n, gboolean is_brief);
char      *mig_evidence_dup_citation       (MigCorpus *corpus, MigRef ref);

G_END_DECLS
