/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search.h"

#include "reader-fixture.h"

/* A search in the bundled corpus or in that of the harbour masters. */

typedef struct
{
  MigCorpus *corpus;
  MigSearchIndex *index;
  MigSearch *search;
} Fixture;

static inline void
set_up (Fixture       *fixture,
        gconstpointer  is_bundled)
{
  g_autoptr (GError) error = NULL;

  fixture->corpus = is_bundled != NULL ? read_bundled () : read_fixture ("harbour.json");
  fixture->index = mig_search_index_new (fixture->corpus, NULL, &error);
  g_assert_no_error (error);
  fixture->search = mig_search_new (fixture->index);
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  is_bundled)
{
  g_assert_finalize_object (fixture->search);
  g_assert_finalize_object (fixture->index);
  /* A worker may just be letting go of it. */
  g_object_unref (fixture->corpus);
}

static inline MigSearchResults *
run (Fixture    *fixture,
     const char *text)
{
  g_autoptr (MigSearchQuery) query = mig_search_query_new (text);
  MigSearchResults *results = mig_search_run (fixture->search, query, NULL, NULL);

  g_assert_nonnull (results);
  return results;
}

/* "Meetings: M1 M2; Places: A-lund", cut after the first @n of each group. */
static inline char *
list_hits (Fixture    *fixture,
           const char *text,
           guint       n)
{
  g_autoptr (MigSearchResults) results = run (fixture, text);
  GString *list = g_string_new (mig_search_results_is_relaxed (results) ? "~ " : "");
  const MigSearchHits *groups;
  guint n_groups;

  groups = mig_search_results_get_groups (results, &n_groups);
  for (guint i = 0; i < n_groups; i++)
    {
      g_string_append_printf (list, "%s%s:", i > 0 ? "; " : "", mig_search_group_get_name (groups[i].group));
      for (guint k = 0; k < MIN (n, groups[i].n_listed); k++)
        g_string_append_printf (list, " %s", mig_corpus_get_record (fixture->corpus, groups[i].refs[k])->id);
      if (groups[i].n > n)
        g_string_append_printf (list, " +%u", groups[i].n - n);
    }

  return g_string_free (list, FALSE);
}

#define assert_hits(fixture, text, n, expected) \
  G_STMT_START \
    { \
      g_autofree char *list_ = list_hits (fixture, text, n); \
      g_assert_cmpstr (list_, ==, expected); \
    } \
  G_STMT_END

static inline void
assert_first (Fixture    *fixture,
              const char *text,
              const char *id)
{
  g_autoptr (MigSearchResults) results = run (fixture, text);
  const MigSearchHits *groups;
  guint n_groups;

  groups = mig_search_results_get_groups (results, &n_groups);
  g_assert_cmpuint (n_groups, >, 0);
  g_assert_false (mig_search_results_is_relaxed (results));
  g_assert_cmpstr (mig_corpus_get_record (fixture->corpus, groups[0].refs[0])->id, ==, id);
}

static inline gboolean
finds (Fixture    *fixture,
       const char *text,
       const char *id)
{
  g_autoptr (MigSearchResults) results = run (fixture, text);

  return mig_search_results_contains (results, mig_corpus_lookup (fixture->corpus, id));
}
