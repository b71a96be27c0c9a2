/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

gboolean mig_record_span_find (MigCorpus *corpus, MigRef ref, gint *first_day, gint *last_day);

G_END_DECLS
