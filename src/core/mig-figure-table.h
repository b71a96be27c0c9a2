/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

char *mig_figure_table_dup (MigCorpus *corpus, const MigRef *figures, guint n);

G_END_DECLS
