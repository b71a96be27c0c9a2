/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"
#include "mig-id-index.h"
#include "mig-time-index.h"

G_BEGIN_DECLS

/* What is inside a corpus, for the builder that fills it and the relations that it is given at the end. */

/**
 * MigCsr:
 * @offsets: where each record's list begins in @refs, by the record's dense number, and one past the last; %NULL when
 *   nothing stands in the relation
 * @refs: all lists, one behind the other
 *
 * A relation as a compressed sparse row matrix.
 */
typedef struct
{
  guint32 *offsets;
  MigRef *refs;
} MigCsr;

typedef struct
{
  MigRef *refs;
  guint n;
  guint n_dated;
} MigSequence;

typedef enum
{
  MIG_SIDE_OTHER_NAMES,
  MIG_SIDE_IDENTIFIERS,
  MIG_SIDE_LINKS,
  MIG_SIDE_SOURCES,
  MIG_SIDE_READINGS,
  MIG_SIDE_DISAGREEMENTS,
  MIG_SIDE_TEXTS,
  MIG_SIDE_CONTACTS,
  MIG_SIDE_SECTIONS,
} MigSide;
#define MIG_N_SIDES 9

struct _MigCorpus
{
  GObject parent_instance;

  GFile *file;
  GStringChunk *strings;
  const char *id;
  const char *title;
  const char *description;
  const char *language;
  const char *modified;
  const char *translation_domain;
  const char *names_language; /* of the names below; "" for that of the file */
  GHashTable *originals;      /* translated text → the file's, by address; NULL when nothing is translated */

  MigIdIndex *ids;
  GArray *records[MIG_N_KINDS]; /* NULL for MIG_KIND_NONE */
  GArray *sides[MIG_N_SIDES];

  guint32 bases[MIG_N_KINDS + 1]; /* dense number of the first record of each kind */
  MigCsr relations[MIG_N_RELATIONS];
  MigSequence tracks[MIG_N_TRACKS];
  GArray *series; /* of MigRef, in the order of the file */
  GHashTable *n_places; /* of what is mentioned often: target to how many sessions raise it */
  MigTimeIndex *indexes[MIG_N_TRACKS];
  GHashTable *totals; /* of MigTotals, by series; under MIG_REF_NONE those of the corpus */
  gint first_day;
  gint last_day;
  gboolean has_extent;
};

static inline guint32
mig_corpus_dense (MigCorpus *self,
                  MigRef     ref)
{
  return self->bases[mig_ref_kind (ref)] + mig_ref_index (ref);
}

/* The kind is one of them. */
static inline guint
mig_corpus_count (MigCorpus *self,
                  MigKind    kind)
{
  return self->records[kind] != NULL ? self->records[kind]->len : 0;
}

static inline void *
mig_corpus_record (MigCorpus *self,
                   MigRef     ref)
{
  GArray *records = self->records[mig_ref_kind (ref)];

  return records->data + (gsize) mig_ref_index (ref) * g_array_get_element_size (records);
}

void mig_corpus_relate       (MigCorpus *self, GArray *const *positions);
void mig_corpus_count_totals (MigCorpus *self);

G_END_DECLS
