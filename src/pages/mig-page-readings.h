/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

GtkWidget *mig_readings_card  (MigCorpus *corpus, MigRef ref, const char *title);
GtkWidget *mig_readings_badge (MigCorpus *corpus, MigRef ref);
GtkWidget *mig_readings_mark  (MigCorpus *corpus, MigRef ref);

G_END_DECLS
