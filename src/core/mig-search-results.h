/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search-query.h"

G_BEGIN_DECLS

/* How many hits of a group are listed at most; all are counted, marked and walked through. */
#define MIG_SEARCH_MAX_LISTED 300

/**
 * MigSearchHits:
 * @group: what they are
 * @n: how many there are
 * @n_listed: how many are in @refs
 * @refs: (array length=n_listed): the best of them, best first
 */
typedef struct
{
  MigSearchGroup group;
  guint n;
  guint n_listed;
  MigRef *refs;
} MigSearchHits;

/**
 * MigSearchSpan:
 * @begin: where marked text begins, in bytes
 * @end: where it ends
 */
typedef struct
{
  guint begin;
  guint end;
} MigSearchSpan;

/* Is told of a hit. */
typedef void (*MigSearchHitFunc) (MigRef hit, gpointer user_data);

#define MIG_TYPE_SEARCH_RESULTS (mig_search_results_get_type ())
G_DECLARE_FINAL_TYPE (MigSearchResults, mig_search_results, MIG, SEARCH_RESULTS, GObject)

MigCorpus           *mig_search_results_get_corpus (MigSearchResults *self);
MigSearchQuery      *mig_search_results_get_query (MigSearchResults *self);
gboolean             mig_search_results_is_relaxed (MigSearchResults *self);
guint                mig_search_results_get_n (MigSearchResults *self);
guint                mig_search_results_get_n_hidden (MigSearchResults *self);
const MigSearchHits *mig_search_results_get_groups (MigSearchResults *self, guint *n_groups);
void                 mig_search_results_foreach (MigSearchResults *self, MigSearchHitFunc func, gpointer user_data);
gboolean             mig_search_results_contains (MigSearchResults *self, MigRef ref);
gboolean             mig_search_results_is_marked (MigSearchResults *self, MigRef ref);

/* In time */
MigRef               mig_search_results_step (MigSearchResults *self, MigRef from, gint steps);
guint                mig_search_results_get_place (MigSearchResults *self, MigRef ref);
void                 mig_search_results_count (MigSearchResults *self,
                                               double start,
                                               double end,
                                               guint n_buckets,
                                               guint *counts);

/* In texts */
GArray              *mig_search_results_mark (MigSearchResults *self, const char *text);
char                *mig_search_results_dup_excerpt (MigSearchResults *self, MigRef ref, GArray **spans);

G_END_DECLS
