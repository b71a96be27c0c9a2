/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-comparison.h"

G_BEGIN_DECLS

const char *mig_comparison_words_aspect    (MigRef ref, MigComparisonAspect aspect);
char       *mig_comparison_words_dup_title (MigCorpus *corpus, MigRef first, MigRef second);
char       *mig_comparison_words_dup_about (MigCorpus *corpus, MigRef ref);
char       *mig_comparison_words_dup_text  (MigCorpus *corpus, MigRef first, MigRef second);

G_END_DECLS
