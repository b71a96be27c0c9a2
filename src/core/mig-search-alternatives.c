/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include "mig-hash.h"
#include "mig-search-private.h"

/*
 * Other names of what a query names: "IOM" also finds the texts that write "International Organization for Migration",
 * and the other way round. Which things stand for all of their names, mig_search_text_stands_for_names() tells.
 */

/* Names that are ambiguous beyond this, and things with more names than this, are taken for what they are: words. */
#define MAX_THINGS 4
#define MAX_NAMES 8

typedef struct
{
  MigSearch *search;
  GStringChunk *strings;
  GArray *alternatives;
  guint first;
  guint last;
} Finder;

static void
add_name (Finder     *finder,
          const char *name)
{
  MigSearchAlternative alternative = { .first = finder->first, .last = finder->last };
  MigFold fold;

  mig_fold_init (&fold, name, -1);
  while (mig_fold_next (&fold))
    {
      if (alternative.n_words == MIG_SEARCH_MAX_WORDS)
        return;
      alternative.words[alternative.n_words++] =
        (MigSearchWord) { g_string_chunk_insert (finder->strings, fold.word), fold.n_word, FALSE, 0 };
    }

  if (alternative.n_words > 0)
    g_array_append_val (finder->alternatives, alternative);
}

static gboolean
has_name (GArray     *texts,
          const char *folded)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const MigSearchText *text = &g_array_index (texts, MigSearchText, i);
      g_autofree char *name = text->part <= MIG_SEARCH_PART_ALIAS ? mig_fold_text (text->text) : NULL;

      if (g_strcmp0 (name, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Adds the names of a thing that are not @folded, if that is one of them. */
static void
add_names_of (Finder     *finder,
              guint32     doc,
              const char *folded)
{
  MigSearchIndex *index = finder->search->index;
  GArray *texts = finder->search->texts;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  mig_search_text_collect (index->corpus, mig_search_index_ref (index, doc), texts);
  if (!has_name (texts, folded))
    return;

  g_hash_table_add (seen, g_strdup (folded));
  for (guint i = 0; i < texts->len && g_hash_table_size (seen) <= MAX_NAMES; i++)
    {
      const MigSearchText *text = &g_array_index (texts, MigSearchText, i);

      if (text->part <= MIG_SEARCH_PART_ALIAS && g_hash_table_add (seen, mig_fold_text (text->text)))
        add_name (finder, text->text);
    }
}

static void
find_things (Finder     *finder,
             const char *folded)
{
  MigSearchIndex *index = finder->search->index;
  guint32 hash = mig_hash_string (folded);
  guint32 low = 0, high = index->n_names;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (index->names[middle].hash < hash)
        low = middle + 1;
      else
        high = middle;
    }

  for (guint n = 0; n < MAX_THINGS && low < index->n_names && index->names[low].hash == hash; n++, low++)
    add_names_of (finder, index->names[low].doc, folded);
}

/* "co-operation" may also be written "cooperation". */
static void
add_joined (Finder                *finder,
            MigSearchQuery        *query,
            const MigSearchClause *clause,
            guint                  n_clause)
{
  MigSearchAlternative alternative = { .first = n_clause, .last = n_clause, .n_words = 1 };
  MigFold before, fold;

  if (clause->n_words != 2 || clause->is_quoted)
    return;

  mig_fold_init (&fold, mig_search_query_get_text (query) + clause->begin, (gssize) (clause->end - clause->begin));
  if (!mig_fold_next (&fold))
    return;
  before = fold;
  if (!mig_fold_next (&fold) || !mig_fold_join (&fold, &before))
    return;

  alternative.words[0] = (MigSearchWord) { g_string_chunk_insert (finder->strings, fold.word), fold.n_word,
                                           clause->words[1].is_prefix, 0 };
  g_array_append_val (finder->alternatives, alternative);
}

static gboolean
is_plain (const MigSearchClause *clause)
{
  return clause->field == MIG_SEARCH_FIELD_ANY && clause->n_words > 0;
}

/**
 * mig_search_find_alternatives:
 * @self: a search
 * @query: a query
 * @strings: where to keep the words that are found
 *
 * Finds what else the words of a query may be called, for each clause by itself and for several that make up a name
 * together.
 *
 * Returns: (transfer full) (element-type MigSearchAlternative): the other names
 */
GArray *
mig_search_find_alternatives (MigSearch      *self,
                              MigSearchQuery *query,
                              GStringChunk   *strings)
{
  Finder finder = { self, strings, g_array_new (FALSE, FALSE, sizeof (MigSearchAlternative)), 0, 0 };
  const MigSearchClause *clauses;
  guint n_clauses;

  clauses = mig_search_query_get_clauses (query, &n_clauses);
  for (guint first = 0; first < n_clauses; first++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      guint n_words = 0;

      if (is_plain (&clauses[first]))
        add_joined (&finder, query, &clauses[first], first);
      for (guint last = first; last < n_clauses && is_plain (&clauses[last]); last++)
        {
          if (last > first && (clauses[first].is_excluded || clauses[last].is_excluded))
            break;
          n_words += clauses[last].n_words;
          if (n_words > MIG_SEARCH_MAX_WORDS)
            break;
          for (guint i = 0; i < clauses[last].n_words; i++)
            g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", clauses[last].words[i].text);

          finder.first = first;
          finder.last = last;
          find_things (&finder, name->str);
        }
    }

  return finder.alternatives;
}
