/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

typedef struct _MigPreview MigPreview;

MigPreview *mig_preview_new        (GtkWidget *area);
void        mig_preview_free       (MigPreview *self);
void        mig_preview_set_corpus (MigPreview *self, MigCorpus *corpus);
gboolean    mig_preview_hide       (MigPreview *self);

/* What it shows */
GtkWidget  *mig_preview_card_new             (MigCorpus *corpus, MigRef ref);
char       *mig_preview_card_dup_description (MigCorpus *corpus, MigRef ref);

G_END_DECLS
