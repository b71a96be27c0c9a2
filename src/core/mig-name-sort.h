/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigNameFunc:
 *
 * Returns: (transfer none): by which name a record is filed
 */
typedef const char *(*MigNameFunc) (MigCorpus *corpus, MigRef ref);

void mig_name_sort (MigCorpus *corpus, GArray *refs, MigNameFunc name);

G_END_DECLS
