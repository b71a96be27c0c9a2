/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lines.h"
#include "mig-page.h"

G_BEGIN_DECLS

GArray    *mig_row_refs            (MigRefs refs);
GtkWidget *mig_row_record          (MigCorpus *corpus, MigRef ref, const char *text, const char *detail);
GtkWidget *mig_row_numbered        (MigCorpus *corpus, MigRef ref, const char *subtitle, const char *detail);

/* For MigMore */
void mig_row_append_speech  (GtkWidget *list, MigCorpus *corpus, MigRef context, GArray *speeches, guint index);
void mig_row_append_part    (GtkWidget *list, MigCorpus *corpus, MigRef context, GArray *speeches, guint index);
void mig_row_append_raised  (GtkWidget *list, MigCorpus *corpus, MigRef context, GArray *raised, guint index);
void mig_row_append_company (GtkWidget *list, MigCorpus *corpus, MigRef context, GArray *companies, guint index);
void mig_row_append_ref     (GtkWidget *list, MigCorpus *corpus, MigRef context, GArray *refs, guint index);

G_END_DECLS
