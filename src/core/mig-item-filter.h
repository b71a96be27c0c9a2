/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-item-column.h"

G_BEGIN_DECLS

/**
 * MigItemFilter:
 *
 * What was typed to filter a list, understood.
 */
typedef struct
{
  MigItemColumn within; /* whose text the words are looked for in, or the column that is compared */
  char **words;         /* folded; NULL when numbers or days are compared */
  gboolean compares;
  double least, most; /* inclusive */
} MigItemFilter;

void     mig_item_filter_init (MigItemFilter *self, const char *text, MigItemColumn within);
void     mig_item_filter_clear (MigItemFilter *self);
gboolean mig_item_filter_is_empty (const MigItemFilter *self);
gboolean mig_item_filter_passes (const MigItemFilter *self, MigCorpus *corpus, MigRef ref, const char *folded);

G_END_DECLS
