/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include "mig-search-private.h"

/*
 * What was perhaps meant, when a word is nowhere: the words of the dictionary that are nearest to it.
 *
 * Near is the number of letters to insert, remove, change, or swap with their neighbour (Damerau 1964, in the variant
 * of Wagner and Fischer's table known as optimal string alignment). The dictionary is sorted and its words share their
 * beginnings; so do the rows of the table, and all words behind a beginning that is too far already are passed over.
 */

#define MAX_NEAR 3

typedef struct
{
  char word[MIG_FOLD_MAX_WORD + 1];
  guint distance; /* twice the letters, plus one when the word goes on */
  gsize n_postings;
} Near;

typedef struct
{
  const MigSearchWord *word;
  guint most;
  guint8 rows[MIG_FOLD_MAX_WORD + 1][MIG_FOLD_MAX_WORD + 1];
  Near near[MAX_NEAR];
  guint n_near;
} Finder;

static guint
get_most_distance (guint n)
{
  return n < 3 ? 0 : n < 5 ? 1 : n < 10 ? 2 : 3;
}

/* Fills the row of the @n-th letter of @other. Returns the least in it. */
static guint
fill_row (Finder     *self,
          const char *other,
          guint       n)
{
  const char *text = self->word->text;
  guint8 *row = self->rows[n], *above = self->rows[n - 1];
  guint least = row[0] = (guint8) n;

  for (guint i = 1; i <= self->word->n_text; i++)
    {
      guint value = above[i - 1] + (text[i - 1] != other[n - 1] ? 1 : 0);

      value = MIN (value, MIN (above[i], row[i - 1]) + 1u);
      if (n > 1 && i > 1 && text[i - 1] == other[n - 2] && text[i - 2] == other[n - 1])
        value = MIN (value, self->rows[n - 2][i - 2] + 1u);
      row[i] = (guint8) value;
      least = MIN (least, value);
    }

  return least;
}

static gboolean
is_nearer (const Near *one,
           const Near *other)
{
  return one->distance != other->distance ? one->distance < other->distance : one->n_postings > other->n_postings;
}

static void
take (Finder               *self,
      const MigSearchWords *words)
{
  guint n = self->word->n_text, least = G_MAXUINT;
  Near near = { .n_postings = words->n_postings };
  guint at;

  for (guint depth = 0; depth <= words->n_word; depth++)
    least = MIN (least, self->rows[depth][n] * 2u + (depth < words->n_word ? 1 : 0));
  if (least > self->most * 2)
    return;

  near.distance = least;
  memcpy (near.word, words->word, words->n_word + 1);
  for (at = self->n_near; at > 0 && is_nearer (&near, &self->near[at - 1]); at--)
    if (at < MAX_NEAR)
      self->near[at] = self->near[at - 1];
  if (at == MAX_NEAR)
    return;
  self->near[at] = near;
  self->n_near = MIN (self->n_near + 1, MAX_NEAR);
}

static void
find_near (Finder              *self,
           MigSearchIndex      *index,
           const MigSearchWord *word)
{
  MigSearchWords words;
  guint dead = G_MAXUINT; /* beginnings of this length and more are too far */

  self->word = word;
  self->most = get_most_distance (word->n_text);
  self->n_near = 0;
  for (guint i = 0; i <= word->n_text; i++)
    self->rows[0][i] = (guint8) i;
  if (self->most == 0)
    return;

  mig_search_words_init (&words, index);
  while (mig_search_words_next (&words))
    {
      if (words.n_shared >= dead)
        continue;
      dead = G_MAXUINT;
      for (guint n = words.n_shared + 1; n <= words.n_word && dead == G_MAXUINT; n++)
        if (fill_row (self, words.word, n) > self->most)
          dead = n;

      /* What was typed may still be near the beginning of the word, as far as the rows go. */
      if (dead != G_MAXUINT)
        for (guint n = dead + 1; n <= words.n_word; n++)
          memset (self->rows[n], G_MAXUINT8 / 4, word->n_text + 1);
      take (self, &words);
    }
}

/* Where a folded word stands in a part of the query. */
static gboolean
find_word (const char            *text,
           const MigSearchClause *clause,
           const MigSearchWord   *word,
           gsize                 *begin,
           gsize                 *end)
{
  MigFold fold;

  mig_fold_init (&fold, text + clause->begin, (gssize) (clause->end - clause->begin));
  while (mig_fold_next (&fold))
    if (strcmp (fold.word, word->text) == 0)
      {
        *begin = (gsize) (fold.begin - text);
        *end = *begin + fold.n_bytes;
        return TRUE;
      }

  return FALSE;
}

static char *
replace (const char *text,
         gsize       begin,
         gsize       end,
         const char *with)
{
  return g_strdup_printf ("%.*s%s%s", (int) begin, text, with, text + end);
}

/* Adds the query with one word replaced, in each way, for the first word that is nowhere. */
static void
add_suggestions (MigSearch             *self,
                 const char            *text,
                 const MigSearchClause *clause,
                 const MigSearchWord   *word,
                 GPtrArray             *suggestions)
{
  g_autofree Finder *finder = g_new (Finder, 1);
  gsize begin, end;

  find_near (finder, self->index, word);
  if (!find_word (text, clause, word, &begin, &end))
    return;
  for (guint i = 0; i < finder->n_near; i++)
    g_ptr_array_add (suggestions, replace (text, begin, end, finder->near[i].word));
}

/**
 * mig_search_suggest:
 * @self: a search
 * @query: a query, typically one without hits
 *
 * Finds what was perhaps meant. The first word that is nowhere in the corpus is replaced by those nearest to it.
 *
 * Returns: (transfer full) (array zero-terminated=1): queries, the likeliest first; perhaps none
 */
char **
mig_search_suggest (MigSearch      *self,
                    MigSearchQuery *query)
{
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_with_free_func (g_free);
  const MigSearchClause *clauses;
  guint n_clauses;

  g_return_val_if_fail (MIG_IS_SEARCH (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  clauses = mig_search_query_get_clauses (query, &n_clauses);
  for (guint i = 0; i < n_clauses; i++)
    {
      if (clauses[i].is_excluded || clauses[i].weight != MIG_SEARCH_WEIGHT_FULL)
        continue;
      for (guint k = 0; k < clauses[i].n_words && suggestions->len == 0; k++)
        if (!mig_search_knows_word (self, &clauses[i].words[k]))
          add_suggestions (self, mig_search_query_get_text (query), &clauses[i], &clauses[i].words[k], suggestions);
    }

  g_ptr_array_add (suggestions, NULL);
  return (char **) g_ptr_array_steal (suggestions, NULL);
}
