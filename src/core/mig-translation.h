/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigCoverage:
 * @language: code of a language ("pt_BR")
 * @name: what the language calls itself
 * @n_translated: how many texts have a translation
 * @n: how many there are
 */
typedef struct
{
  char *language;
  char *name;
  guint n_translated;
  guint n;
} MigCoverage;

GPtrArray *mig_translation_get_coverage (MigCorpus *corpus);
void       mig_translation_apply        (MigCorpus *corpus, const char *const *languages);

G_END_DECLS
