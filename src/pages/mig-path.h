/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigSiblings:
 * @previous: the record before, or %MIG_REF_NONE
 * @next: the record after, or %MIG_REF_NONE
 * @position: which of them the record is, from 1; 0 when it stands in no order
 * @n: how many there are
 */
typedef struct
{
  MigRef previous;
  MigRef next;
  guint position;
  guint n;
} MigSiblings;

/**
 * MigStepKind:
 * @MIG_STEP_OPEN: leads to a record, or, with %MIG_REF_NONE, to the corpus as a whole
 * @MIG_STEP_LIST: shows a list of the contents
 * @MIG_STEP_PLAIN: leads nowhere
 */
typedef enum
{
  MIG_STEP_OPEN,
  MIG_STEP_LIST,
  MIG_STEP_PLAIN,
} MigStepKind;

/**
 * MigStep:
 * @kind: what it does
 * @ref: the record that it leads to
 * @list: the name of the list that it shows
 * @label: (transfer full): what it says
 *
 * One step of the way from the whole to a record.
 */
typedef struct
{
  MigStepKind kind;
  MigRef ref;
  const char *list;
  char *label;
} MigStep;

MigSiblings  mig_path_get_siblings (MigCorpus *corpus, MigRef ref);
GArray      *mig_path_get_steps    (MigCorpus *corpus, MigRef ref);

G_END_DECLS
