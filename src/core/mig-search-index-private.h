/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-fold.h"
#include "mig-search-index.h"

G_BEGIN_DECLS

/* What is inside an index, for the builder that fills it and the search that reads it. */

/**
 * MigSearchLevel:
 * @MIG_SEARCH_LEVEL_TEXT: the word stands in a text, a place or a detail
 * @MIG_SEARCH_LEVEL_BY: in what tells who speaks
 * @MIG_SEARCH_LEVEL_NAME: in a name
 * @MIG_SEARCH_LEVEL_FIRST: as the first word of a name
 * @MIG_SEARCH_LEVEL_WHOLE: as all of a name
 *
 * The best place at which a word stands in a record.
 */
typedef enum
{
  MIG_SEARCH_LEVEL_NONE,
  MIG_SEARCH_LEVEL_TEXT,
  MIG_SEARCH_LEVEL_BY,
  MIG_SEARCH_LEVEL_NAME,
  MIG_SEARCH_LEVEL_FIRST,
  MIG_SEARCH_LEVEL_WHOLE,
} MigSearchLevel;
#define MIG_SEARCH_LEVEL_BITS 3

/* Words in the dictionary share beginnings with the one before, except for the first of every so many. */
#define MIG_SEARCH_BLOCK 16

typedef struct
{
  gsize words;    /* where the block begins in the dictionary */
  gsize postings; /* where the postings of its first word begin */
} MigSearchBlock;

/* A name by which one thing is known among several: the hash of the folded name, and whose it is. */
typedef struct
{
  guint32 hash;
  guint32 doc;
} MigSearchName;

/**
 * _MigSearchIndex:
 *
 * Records are numbered through in the order of their kinds ("docs"). The dictionary holds the words in the order of
 * their bytes, each as: bytes shared with the word before, bytes that follow, these bytes, bytes of postings. The
 * postings of a word are, for each record with it, the distance from the record before, and a #MigSearchLevel in the
 * lowest three bits. All numbers are LEB128.
 */
struct _MigSearchIndex
{
  GObject parent_instance;

  MigCorpus *corpus;
  guint32 bases[MIG_N_KINDS + 1];
  guint32 n_docs;

  guint8 *dictionary;
  gsize dictionary_size;
  MigSearchBlock *blocks;
  guint32 n_blocks;
  guint32 n_words;
  guint8 *postings;
  gsize postings_size;

  guint16 *standings;   /* by doc: its MigSearchGroup, and in the low byte the logarithm of how much it is spoken of */
  guint8 *name_lengths; /* by doc: the number of words in its name, at most 255 */
  MigSearchName *names; /* by hash */
  guint32 n_names;

  gsize text_size;
};

static inline guint32
mig_search_index_doc (MigSearchIndex *self,
                      MigRef          ref)
{
  return self->bases[mig_ref_kind (ref)] + mig_ref_index (ref);
}

static inline guint
mig_search_index_group (MigSearchIndex *self,
                        guint32         doc)
{
  return self->standings[doc] >> 8;
}

static inline guint8
mig_search_index_rank (MigSearchIndex *self,
                       guint32         doc)
{
  return self->standings[doc] & 0xff;
}

/* Kinds are few: the loop is shorter than a division would be. */
static inline MigRef
mig_search_index_ref (MigSearchIndex *self,
                      guint32         doc)
{
  guint kind = MIG_KIND_EVENT;

  while (doc >= self->bases[kind + 1])
    kind++;
  return mig_ref (kind, doc - self->bases[kind]);
}

static inline guint32
mig_search_read_number (const guint8 **at)
{
  guint32 number = *(*at)++;

  if (number < 0x80)
    return number;

  number &= 0x7f;
  for (guint shift = 7; ; shift += 7)
    {
      guint8 byte = *(*at)++;

      number |= (guint32) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return number;
    }
}

/**
 * MigSearchWords:
 * @word: the word, ending in NUL
 * @n_word: its length
 * @postings: its postings
 * @n_postings: their length in bytes
 *
 * Goes through the dictionary in order.
 */
typedef struct
{
  char word[MIG_FOLD_MAX_WORD + 1];
  guint n_word;
  guint n_shared;
  const guint8 *postings;
  gsize n_postings;

  /*< private >*/
  MigSearchIndex *index;
  const guint8 *at;
  guint32 n; /* of the word */
} MigSearchWords;

void     mig_search_words_init (MigSearchWords *self, MigSearchIndex *index);
void     mig_search_words_seek (MigSearchWords *self, MigSearchIndex *index, const char *prefix);
gboolean mig_search_words_next (MigSearchWords *self);

/* Filling an index */
gboolean mig_search_index_fill (MigSearchIndex *self, GCancellable *cancellable, GError **error);

G_END_DECLS
