/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

#define MIG_TYPE_CRUMBS (mig_crumbs_get_type ())
G_DECLARE_FINAL_TYPE (MigCrumbs, mig_crumbs, MIG, CRUMBS, GtkWidget)

void mig_crumbs_show_record (MigCrumbs *self, MigCorpus *corpus, MigRef ref, MigRef compared);
void mig_crumbs_set_narrow  (MigCrumbs *self, gboolean is_narrow);

G_END_DECLS
