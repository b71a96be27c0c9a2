/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include "mig-search-private.h"

/*
 * What records a clause of a query matches.
 *
 *   a word      ──▶ the words of the dictionary that begin so or are forms of it ──▶ their postings
 *   a row       ──▶ the records that have all its words ──▶ those whose texts have them in a row
 *   a name      ──▶ besides, what is found for the other names of what it names (mig-search-alternatives.c)
 *   a date      ──▶ besides, what is dated so
 *   a field     ──▶ the things that are named so ──▶ what hangs on them (mig-search-fields.c)
 *
 * Widely, when nothing matches all clauses as they stand, besides:
 *
 *   a kind      ──▶ all records of it: "which sessions ..."
 *   "ahead"     ──▶ what mentions something that lay ahead
 *   "disagree"  ──▶ what sources disagree about
 *   A/71/1      ──▶ what has these words, but not in a row
 *   a name      ──▶ who mentions the things that are named so
 */

/* How many texts are looked through between two looks at whether to give up. */
#define TEXTS_PER_LOOK 256

/* A date in words is no wider than this many days, or than what was asked for: "2016" is not found by "25 May 2016". */
#define WIDEST_DATE 31

#define ALL_PARTS (~0u)

/* What mig_search_set_add() does, for a million at a time: without a branch, and with nothing read twice. */
static void
read_postings (const guint8 *at,
               gsize         n_postings,
               gboolean      is_whole,
               MigSearchSet *set)
{
  const guint8 *end = at + n_postings;
  guint8 *qualities = set->qualities;
  guint32 *docs = set->docs;
  guint32 n = set->n, doc = 0;

  while (at < end)
    {
      guint32 number = mig_search_read_number (&at);
      guint8 quality = mig_search_quality (number & ((1u << MIG_SEARCH_LEVEL_BITS) - 1), is_whole);

      doc += number >> MIG_SEARCH_LEVEL_BITS;
      docs[n] = doc;
      n += qualities[doc] == 0 ? 1 : 0;
      qualities[doc] = MAX (qualities[doc], quality);
    }
  set->n = n;
}

/* Adds the records that have a word to a set. */
static void
evaluate_word (MigSearch           *self,
               const MigSearchWord *word,
               MigSearchSet        *set)
{
  guint n_begin = word->n_stem > 0 ? word->n_stem : word->n_text;
  g_autofree char *begin = g_strndup (word->text, n_begin);
  MigSearchWords words;

  mig_search_words_seek (&words, self->index, begin);
  while (mig_search_words_next (&words) && strncmp (words.word, begin, n_begin) == 0)
    {
      if (mig_search_word_matches (word, words.word))
        read_postings (words.postings, words.n_postings, strcmp (words.word, word->text) == 0, set);
    }
}

/* Looks for a row of words from where @fold stands at its first word. Returns a quality, 0 if it is not there. */
static guint8
match_row_at (MigFold              fold,
              const MigSearchWord *words,
              guint                n_words,
              const MigSearchText *text,
              gboolean             is_first)
{
  gboolean is_whole;

  for (guint i = 0; i < n_words; i++)
    if ((i > 0 && !mig_fold_next (&fold)) || !mig_search_word_matches (&words[i], fold.word))
      return 0;

  is_whole = strcmp (fold.word, words[n_words - 1].text) == 0;
  if (text->part > MIG_SEARCH_PART_ALIAS)
    return mig_search_quality (text->part == MIG_SEARCH_PART_BY ? MIG_SEARCH_LEVEL_BY : MIG_SEARCH_LEVEL_TEXT,
                               is_whole);
  if (!is_first)
    return mig_search_quality (MIG_SEARCH_LEVEL_NAME, is_whole);
  return mig_search_quality (mig_fold_next (&fold) ? MIG_SEARCH_LEVEL_FIRST : MIG_SEARCH_LEVEL_WHOLE, is_whole);
}

/* Looks for words in a row in some of the texts of a record, a bit `1 << part` each. Returns the quality of the best
 * place, see mig_search_quality(); 0 if they are not there. */
static guint8
find_row (MigSearch           *self,
          MigRef               ref,
          const MigSearchWord *words,
          guint                n_words,
          guint                parts)
{
  guint8 best = 0;

  mig_search_text_collect (self->index->corpus, ref, self->texts);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const MigSearchText *text = &g_array_index (self->texts, MigSearchText, i);
      gboolean is_first = TRUE;
      MigFold fold;

      if (!(parts & (1u << text->part)))
        continue;

      mig_fold_init (&fold, text->text, -1);
      for (; mig_fold_next (&fold); is_first = FALSE)
        if (mig_search_word_matches (&words[0], fold.word))
          best = MAX (best, match_row_at (fold, words, n_words, text, is_first));
    }

  return best;
}

/**
 * mig_search_knows_word:
 * @self: a search
 * @word: a word
 *
 * Returns: whether any record has it; costs nothing beside finding which
 */
gboolean
mig_search_knows_word (MigSearch           *self,
                       const MigSearchWord *word)
{
  guint n_begin = word->n_stem > 0 ? word->n_stem : word->n_text;
  g_autofree char *begin = g_strndup (word->text, n_begin);
  MigSearchWords words;

  mig_search_words_seek (&words, self->index, begin);
  while (mig_search_words_next (&words) && strncmp (words.word, begin, n_begin) == 0)
    if (mig_search_word_matches (word, words.word))
      return TRUE;

  return FALSE;
}

/* Leaves in the set of the row what is in the scratch set too. */
static void
intersect (MigSearch *self)
{
  guint32 n = 0;

  for (guint32 i = 0; i < self->row.n; i++)
    {
      guint32 doc = self->row.docs[i];

      if (self->scratch.qualities[doc] != 0)
        self->row.docs[n++] = doc;
      else
        self->row.qualities[doc] = 0;
    }
  self->row.n = n;
}

/* Fills the set of the row with the records that have all its words. */
static void
gather_words (MigSearch           *self,
              const MigSearchWord *words,
              guint                n_words)
{
  evaluate_word (self, &words[0], &self->row);
  for (guint i = 1; i < n_words && self->row.n > 0; i++)
    {
      evaluate_word (self, &words[i], &self->scratch);
      intersect (self);
      mig_search_set_clear (&self->scratch);
    }
}

/**
 * mig_search_evaluate_words:
 * @self: a search
 * @words: (array length=n_words): words
 * @n_words: how many
 * @parts: which texts to look in, a bit `1 << part` each
 * @cancellable: (nullable): to give up
 *
 * Adds the records that have the words in a row to the set of the clause.
 */
void
mig_search_evaluate_words (MigSearch           *self,
                           const MigSearchWord *words,
                           guint                n_words,
                           guint                parts,
                           GCancellable        *cancellable)
{
  if (n_words == 1 && parts == ALL_PARTS)
    {
      evaluate_word (self, &words[0], &self->set);
      return;
    }

  gather_words (self, words, n_words);
  mig_search_set_sort (&self->row);
  for (guint i = 0; i < self->row.n; i++)
    {
      guint32 doc = self->row.docs[i];
      guint8 quality;

      if (i % TEXTS_PER_LOOK == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      quality = find_row (self, mig_search_index_ref (self->index, doc), words, n_words, parts);
      if (quality != 0)
        mig_search_set_add (&self->set, doc, quality);
    }
  mig_search_set_clear (&self->row);
}

static gint
get_widest (const MigSearchClause *clause)
{
  return MAX (clause->has_span ? clause->last_day - clause->first_day + 1 : 1, WIDEST_DATE);
}

static gboolean
is_dated (const MigSearchClause *clause,
          const MigDate         *date)
{
  gint first = mig_date_first_day (date), last = mig_date_last_day (date), day = 0, month = 0, year;

  if (!mig_date_is_set (date) || last - first + 1 > get_widest (clause))
    return FALSE;
  if (clause->has_span)
    return first <= clause->last_day && last >= clause->first_day;

  /* A month of any year: no date here is longer than one. */
  for (gint at = first; at <= last; at++)
    {
      mig_day_to_civil (at, &year, &month, &day);
      if (month == clause->month && (clause->day == 0 || clause->day == day))
        return TRUE;
    }
  return FALSE;
}

/* The first of records in time, those with a date first, that is not too early for a clause with a span. */
static guint
find_begin (MigCorpus             *corpus,
            MigRefs                refs,
            guint                  n_dated,
            const MigSearchClause *clause)
{
  const gint earliest = clause->first_day - get_widest (clause);
  guint low = 0, high = n_dated;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (mig_date_first_day (mig_corpus_get_date (corpus, refs.refs[middle])) < earliest)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Adds what happened, appeared or was said at the time that the words name. */
static void
add_dated (MigSearch             *self,
           const MigSearchClause *clause)
{
  MigCorpus *corpus = self->index->corpus;
  guint8 quality = mig_search_quality (MIG_SEARCH_LEVEL_NONE, TRUE);

  for (guint track = 0; track < MIG_N_TRACKS; track++)
    {
      guint n_dated;
      MigRefs refs = mig_corpus_get_track (corpus, track, &n_dated);

      for (guint i = clause->has_span ? find_begin (corpus, refs, n_dated, clause) : 0; i < n_dated; i++)
        {
          const MigDate *date = mig_corpus_get_date (corpus, refs.refs[i]);
          MigRefs speeches;

          if (clause->has_span && mig_date_first_day (date) > clause->last_day)
            break;
          if (!is_dated (clause, date))
            continue;
          mig_search_set_add (&self->set, mig_search_index_doc (self->index, refs.refs[i]), quality);
          speeches = mig_corpus_get_related (corpus, refs.refs[i], MIG_RELATION_SPEECHES);
          for (guint k = 0; k < speeches.n && mig_ref_kind (refs.refs[i]) == MIG_KIND_EVENT; k++)
            mig_search_set_add (&self->set, mig_search_index_doc (self->index, speeches.refs[k]), quality);
        }
    }
}

static void
add_not_in_a_row (MigSearch             *self,
                  const MigSearchClause *clause)
{
  guint8 most = mig_search_quality (MIG_SEARCH_LEVEL_NAME, FALSE);

  gather_words (self, clause->words, clause->n_words);
  for (guint32 i = 0; i < self->row.n; i++)
    {
      guint32 doc = self->row.docs[i];

      mig_search_set_add (&self->set, doc, MIN (self->row.qualities[doc], most));
    }
  mig_search_set_clear (&self->row);
}

static void
add_who_looked_ahead (MigSearch *self)
{
  MigCorpus *corpus = self->index->corpus;
  guint8 quality = mig_search_quality (MIG_SEARCH_LEVEL_TEXT, TRUE);

  for (guint i = 0; i < mig_corpus_get_n (corpus, MIG_KIND_MENTION); i++)
    {
      const MigMention *mention = mig_corpus_get_mention (corpus, mig_ref (MIG_KIND_MENTION, i));
      const MigDate *date = mig_corpus_get_date (corpus, mention->from);

      if (mig_search_text_has_kind (mig_ref_kind (mention->from)) &&
          mig_date_lag (date, mig_corpus_get_date (corpus, mention->to)).days > 0)
        mig_search_set_add (&self->set, mig_search_index_doc (self->index, mention->from), quality);
    }
}

static void
add_disputed (MigSearch *self)
{
  for (guint32 doc = 0; doc < self->index->n_docs; doc++)
    {
      MigRef ref = mig_search_index_ref (self->index, doc);

      if (mig_corpus_get_record (self->index->corpus, ref)->disagreements.n > 0)
        mig_search_set_add (&self->set, doc, mig_search_quality (MIG_SEARCH_LEVEL_TEXT, TRUE));
    }
}

/* Adds what is of the kind that a word names, and what mentions a thing that has it in its name. */
static void
add_widely (MigSearch             *self,
            const MigSearchClause *clause)
{
  guint groups = clause->n_words == 1 && clause->words[0].n_text >= MIG_SEARCH_SHORTEST_KIND
                   ? mig_search_groups_from_name (clause->words[0].text)
                   : 0;

  if (clause->n_words > 1 && !clause->is_quoted)
    add_not_in_a_row (self, clause);
  mig_search_follow_mentions (self);
  if (clause->hint == MIG_SEARCH_HINT_AHEAD)
    add_who_looked_ahead (self);
  if (clause->hint == MIG_SEARCH_HINT_DISAGREE)
    add_disputed (self);
  for (guint32 doc = 0; groups != 0 && doc < self->index->n_docs; doc++)
    if ((groups >> mig_search_index_group (self->index, doc)) & 1)
      mig_search_set_add (&self->set, doc, mig_search_quality (MIG_SEARCH_LEVEL_TEXT, FALSE));
}

/**
 * mig_search_evaluate:
 * @self: a search whose set is empty
 * @clause: a clause with words
 * @n_clause: its number in the query
 * @alternatives: (element-type MigSearchAlternative): other names of what the words of the query name
 * @cancellable: (nullable): to give up
 *
 * Fills the set of the clause with all records that match it.
 */
void
mig_search_evaluate (MigSearch             *self,
                     const MigSearchClause *clause,
                     guint                  n_clause,
                     GArray                *alternatives,
                     GCancellable          *cancellable)
{
  guint parts = clause->field == MIG_SEARCH_FIELD_PLACE ? 1u << MIG_SEARCH_PART_PLACE : ALL_PARTS;

  mig_search_evaluate_words (self, clause->words, clause->n_words, parts, cancellable);
  if (clause->field != MIG_SEARCH_FIELD_ANY)
    {
      mig_search_follow_field (self, clause->field);
      return;
    }

  for (guint i = 0; i < alternatives->len; i++)
    {
      const MigSearchAlternative *alternative = &g_array_index (alternatives, MigSearchAlternative, i);

      if (alternative->first <= n_clause && n_clause <= alternative->last)
        mig_search_evaluate_words (self, alternative->words, alternative->n_words, ALL_PARTS, cancellable);
    }
  mig_search_follow_names (self);
  if (self->is_wide)
    add_widely (self, clause);
  if (clause->has_span || clause->month > 0)
    add_dated (self, clause);
}
