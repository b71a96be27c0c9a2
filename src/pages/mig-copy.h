/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

char    *mig_copy_dup_link (MigCorpus *corpus, MigRef ref, MigRef compared);
gboolean mig_copy_link     (GtkWidget *widget, MigCorpus *corpus, MigRef ref, MigRef compared);
void     mig_copy_citation (GtkWidget *widget, MigCorpus *corpus, MigRef ref);
void     mig_copy_text     (GtkWidget *widget, const char *text, const char *message);

G_END_DECLS
