/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigMessage:
 * @context: class and member, as the file has them: "event.name"
 * @text: the original
 * @refs: (element-type MigRef): the records that have it, in order; %MIG_REF_NONE is the corpus itself
 *
 * A text of a corpus that is translated.
 */
typedef struct
{
  const char *context;
  const char *text;
  GArray *refs;
} MigMessage;

/**
 * MigMessageVisit:
 * @context: class and member
 * @text: (inout): where the text stands
 * @ref: whose it is
 * @data: what was given along
 */
typedef void (*MigMessageVisit) (const char  *context,
                                 const char **text,
                                 MigRef       ref,
                                 gpointer     data);

GPtrArray *mig_messages_collect (MigCorpus *corpus);
void       mig_messages_visit   (MigCorpus *corpus, MigMessageVisit visit, gpointer data);

G_END_DECLS
