/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "mig-search-index-private.h"
#include "mig-search-query-private.h"
#include "mig-search-text.h"
#include "mig-search.h"

G_BEGIN_DECLS

/* Shared by the files of the search. */

/**
 * MigSearchSet:
 * @qualities: by doc: 0 for those outside, else what mig_search_quality() makes
 * @docs: (array length=n): those inside, in no order until mig_search_set_sort(); there is room for one more
 * @n: how many
 * @n_docs: how many docs there are
 *
 * A set of records with how well each matches. Emptying it costs no more than filling it did.
 */
typedef struct
{
  guint8 *qualities;
  guint32 *docs;
  guint32 n;
  guint32 n_docs;
} MigSearchSet;

/* How well a record matches: the level above all, then whether the word is there as typed or only begins so. Zero is no
 * match; a level of NONE with whole words is that of a date. */
static inline guint8
mig_search_quality (MigSearchLevel level,
                    gboolean       is_whole)
{
  return (guint8) (level << 1 | (is_whole ? 1 : 0));
}

static inline MigSearchLevel
mig_search_quality_level (guint8 quality)
{
  return quality >> 1;
}

static inline void
mig_search_set_add (MigSearchSet *self,
                    guint32       doc,
                    guint8        quality)
{
  if (self->qualities[doc] == 0)
    self->docs[self->n++] = doc;
  self->qualities[doc] = MAX (self->qualities[doc], quality);
}

/* Whether a folded word of a text is one of a query, begins so, or is another form of it. */
static inline gboolean
mig_search_word_matches (const MigSearchWord *word,
                         const char          *other)
{
  if (*word->text != *other)
    return FALSE;
  if (word->is_prefix ? strncmp (other, word->text, word->n_text) == 0 : strcmp (other, word->text) == 0)
    return TRUE;
  return word->n_stem > 0 && mig_search_word_is_form (word, other);
}

/* A row of words that stands for words of the query: another name of what they name. */
typedef struct
{
  guint first; /* the clauses that it stands for */
  guint last;
  MigSearchWord words[MIG_SEARCH_MAX_WORDS];
  guint n_words;
} MigSearchAlternative;

struct _MigSearch
{
  GObject parent_instance;

  MigSearchIndex *index;
  MigSearchSet set;     /* of the clause at hand */
  MigSearchSet row;     /* of its words in a row */
  MigSearchSet scratch; /* of one of these words */
  GArray *texts;        /* of the record at hand */
  gboolean is_wide;     /* whether clauses match more than what they say */
};

/**
 * MigSearchAsked:
 * @clauses: (array length=n_clauses): the parts of a query
 * @n_clauses: how many
 * @alternatives: (element-type MigSearchAlternative): other names of what they name
 *
 * What is asked.
 */
typedef struct
{
  const MigSearchClause *clauses;
  guint n_clauses;
  GArray *alternatives;
} MigSearchAsked;

/**
 * MigSearchCandidate:
 * @doc: a record that matches everything so far
 * @least: the least of the levels at which the clauses match
 * @first: the level at which the first of them matches
 * @n_names: how many match in a name
 * @is_whole: whether all words are there as typed
 */
typedef struct
{
  guint32 doc;
  guint8 least;
  guint8 first;
  guint8 n_names;
  guint8 is_whole;
} MigSearchCandidate;

struct _MigSearchResults
{
  GObject parent_instance;

  MigSearchIndex *index;
  MigSearchQuery *query;
  GArray *alternatives;
  GStringChunk *strings;
  gboolean is_relaxed;

  MigSearchHits groups[MIG_SEARCH_N_GROUPS];
  guint n_groups;
  guint n;
  guint n_hidden; /* that would be hits, but are filtered away */
  guint32 *hits; /* a bit a doc */
};

static inline gboolean
mig_search_bit_get (const guint32 *bits,
                    guint32        n)
{
  return (bits[n / 32] >> (n % 32)) & 1;
}

static inline void
mig_search_bit_set (guint32 *bits,
                    guint32  n)
{
  bits[n / 32] |= 1u << (n % 32);
}

void              mig_search_set_sort (MigSearchSet *self);
void              mig_search_set_clear (MigSearchSet *self);

/* Clauses */
void              mig_search_evaluate (MigSearch *self,
                                       const MigSearchClause *clause,
                                       guint n_clause,
                                       GArray *alternatives,
                                       GCancellable *cancellable);
gboolean          mig_search_knows_word (MigSearch *self, const MigSearchWord *word);
void              mig_search_evaluate_words (MigSearch *self,
                                             const MigSearchWord *words,
                                             guint n_words,
                                             guint parts,
                                             GCancellable *cancellable);
void              mig_search_follow_names (MigSearch *self);
void              mig_search_follow_mentions (MigSearch *self);
void              mig_search_follow_field (MigSearch *self, MigSearchField field);
GArray           *mig_search_find_alternatives (MigSearch *self, MigSearchQuery *query, GStringChunk *strings);

/* Candidates */
gboolean          mig_search_must_match (const MigSearchAsked *asked, guint n_clause, MigSearchWeight most);
guint             mig_search_count_asked (const MigSearchAsked *asked, MigSearchWeight most);
void              mig_search_begin_candidates (MigSearch *self, GArray *candidates);
void              mig_search_exclude (MigSearch *self,
                                      const MigSearchAsked *asked,
                                      GArray *candidates,
                                      GCancellable *cancellable);
gboolean          mig_search_match_most (MigSearch *self,
                                         const MigSearchAsked *asked,
                                         GArray *candidates,
                                         GCancellable *cancellable);

/* Ranking */
MigSearchResults *mig_search_results_new (MigSearch *self, MigSearchQuery *query, GArray *candidates, gboolean relaxed);

G_END_DECLS
