/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus-builder.h"
#include "mig-corpus-private.h"
#include "mig-text-pool.h"

G_BEGIN_DECLS

/* What the two files of the builder share: records in the one, what hangs on them in the other. */

struct _MigCorpusBuilder
{
  MigCorpus *corpus;
  MigTextPool *texts;
  GHashTable *homonyms; /* kind and id → ref, where another kind has the id already; NULL if there are none */
  GArray *positions[MIG_N_KINDS]; /* of double, NAN where the file has none; NULL for a kind without any */
};

/* Where the strings of a structure stand, so that a missing one can become "". Ended by NO_MEMBER. */
#define NO_MEMBER G_MAXUINT16
#define MEMBER(type, member) G_STRUCT_OFFSET (type, member)

typedef struct
{
  gsize size;
  guint16 strings[6];
} MigLayout;

void mig_corpus_builder_init_sides   (MigCorpusBuilder *self);
void mig_corpus_builder_fill_strings (void *structure, const guint16 *strings);

G_END_DECLS
