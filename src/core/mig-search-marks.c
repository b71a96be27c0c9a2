/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include "mig-search-private.h"

/*
 * Where the words of a query stand in a text: read again from the text itself, for the rows that are on the screen.
 */

/* An excerpt in characters: as much as fits a row, with so much before the first word that is marked. */
#define EXCERPT_LENGTH 160
#define EXCERPT_BEFORE 18

/* How much of a text is read for an excerpt, in bytes: a row must not wait for a text that is a book. */
#define EXCERPT_READ (64 * 1024)

/* The length of a word that stands there with a hyphen in it; 0 if it does not. */
static gsize
measure_joined (const MigFold       *fold,
                const MigSearchWord *word)
{
  MigFold next = *fold;

  return fold->begin[fold->n_bytes] == '-' && mig_fold_next (&next) && mig_fold_join (&next, fold) &&
             mig_search_word_matches (word, next.word)
           ? next.n_bytes
           : 0;
}

/* The length of @words from where @fold stands, in bytes of the text; 0 if they are not there. */
static gsize
measure_row (MigFold              fold,
             const MigSearchWord *words,
             guint                n_words)
{
  const char *begin = fold.begin;

  if (n_words == 1 && !mig_search_word_matches (&words[0], fold.word))
    return measure_joined (&fold, &words[0]);
  for (guint i = 0; i < n_words; i++)
    if ((i > 0 && !mig_fold_next (&fold)) || !mig_search_word_matches (&words[i], fold.word))
      return 0;

  /* Another form of a word is marked as a whole, of what only begins so the beginning. */
  if (strncmp (fold.word, words[n_words - 1].text, words[n_words - 1].n_text) != 0)
    return (gsize) (fold.begin - begin) + fold.n_bytes;
  return (gsize) (fold.begin - begin) + mig_fold_measure (fold.begin, fold.n_bytes, words[n_words - 1].n_text);
}

/* What is to be marked from where @fold stands, and in *@which a bit for what it belongs to. The value of a field is
 * the name of something: "speaker:ho" is not to be seen in "how". */
static gsize
measure_marks (MigSearchResults *self,
               const MigFold    *fold,
               gboolean          is_name,
               guint64          *which)
{
  const MigSearchClause *clauses;
  guint n_clauses;
  gsize longest = 0;

  clauses = mig_search_query_get_clauses (self->query, &n_clauses);
  for (guint i = 0; i < n_clauses; i++)
    if (clauses[i].n_words > 0 && !clauses[i].is_excluded && clauses[i].weight < MIG_SEARCH_WEIGHT_SMALL &&
        (is_name || clauses[i].field == MIG_SEARCH_FIELD_ANY))
      {
        gsize n = measure_row (*fold, clauses[i].words, clauses[i].n_words);

        longest = MAX (longest, n);
        *which |= n > 0 ? G_GUINT64_CONSTANT (1) << i : 0;
      }
  for (guint i = 0; i < self->alternatives->len; i++)
    {
      const MigSearchAlternative *alternative = &g_array_index (self->alternatives, MigSearchAlternative, i);
      gsize n = clauses[alternative->first].is_excluded
                  ? 0
                  : measure_row (*fold, alternative->words, alternative->n_words);

      longest = MAX (longest, n);
      *which |= n > 0 ? G_GUINT64_CONSTANT (1) << alternative->first : 0;
    }

  return longest;
}

static GArray *
find_marks (MigSearchResults *self,
            const char       *text,
            gboolean          is_name,
            gsize             most,
            guint64          *which)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MigSearchSpan));
  gsize done = 0;
  MigFold fold;

  mig_fold_init (&fold, text, -1);
  while (mig_fold_next (&fold) && (gsize) (fold.begin - text) < most)
    {
      gsize begin = (gsize) (fold.begin - text);
      gsize n = measure_marks (self, &fold, is_name, which);
      MigSearchSpan span = { (guint) begin, (guint) (begin + n) };

      if (n == 0 || begin < done)
        continue;
      g_array_append_val (spans, span);
      done = span.end;
    }

  return spans;
}

/**
 * mig_search_results_mark:
 * @self: results
 * @text: a text, valid UTF-8
 *
 * Finds what in a text is to be marked as what was looked for: of words that only begin so, the beginning.
 *
 * Returns: (transfer full) (element-type MigSearchSpan): spans in order that do not overlap
 */
GArray *
mig_search_results_mark (MigSearchResults *self,
                         const char       *text)
{
  guint64 which = 0;

  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return find_marks (self, text, TRUE, G_MAXSIZE, &which);
}

/* Goes back from @at by at most @n characters, to where a word begins. */
static const char *
find_begin (const char *text,
            const char *at,
            guint       n)
{
  const char *begin = at, *word = at;

  for (; begin > text && n > 0; n--)
    {
      begin = g_utf8_prev_char (begin);
      if (begin == text || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (begin))))
        word = begin;
    }

  return word;
}

static const char *
find_end (const char *at,
          guint       n)
{
  const char *space = NULL;

  for (; *at != '\0' && n > 0; n--, at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      space = at;

  return *at == '\0' || space == NULL ? at : space;
}

static char *
cut (const char  *text,
     GArray     **spans)
{
  guint first = (*spans)->len > 0 ? g_array_index (*spans, MigSearchSpan, 0).begin : 0;
  const char *begin = find_begin (text, text + first, EXCERPT_BEFORE);
  const char *end = find_end (begin, EXCERPT_LENGTH);
  gsize n_before = begin > text ? strlen ("… ") : 0;
  char *excerpt = g_strdup_printf ("%s%.*s%s", begin > text ? "… " : "", (int) (end - begin), begin,
                                   *end != '\0' ? " …" : "");
  guint n = 0;

  for (guint i = 0; i < (*spans)->len; i++)
    {
      MigSearchSpan span = g_array_index (*spans, MigSearchSpan, i);

      if (span.end > (guint) (end - text))
        break;
      span.begin = (guint) (span.begin - (gsize) (begin - text) + n_before);
      span.end = (guint) (span.end - (gsize) (begin - text) + n_before);
      g_array_index (*spans, MigSearchSpan, n++) = span;
    }
  g_array_set_size (*spans, n);

  for (char *at = excerpt; *at != '\0'; at++)
    if (*at == '\n' || *at == '\r' || *at == '\t')
      *at = ' ';

  return excerpt;
}

static guint
count_bits (guint64 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

/* How many of the parts of the query stand in a text. */
static guint
count_parts (MigSearchResults *self,
             const char       *text)
{
  guint64 which = 0;

  g_array_unref (find_marks (self, text, TRUE, EXCERPT_READ, &which));
  return count_bits (which);
}

/**
 * mig_search_results_dup_excerpt:
 * @self: results
 * @ref: a hit
 * @spans: (out) (transfer full) (element-type MigSearchSpan): what in the excerpt is to be marked
 *
 * Cuts out of the texts of a hit what shows why it is one: of all but its name, the text that has most of the words; if
 * none has any, the beginning of its description. Another name is shown only where it has more of the words than the
 * name, and who speaks not at all: both would repeat what stands above.
 *
 * Returns: (transfer full): one line, perhaps ""
 */
char *
mig_search_results_dup_excerpt (MigSearchResults  *self,
                                MigRef             ref,
                                GArray           **spans)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (MigSearchText));
  const char *best = "";
  guint best_n = 0, name_n;

  g_return_val_if_fail (MIG_IS_SEARCH_RESULTS (self), NULL);
  g_return_val_if_fail (spans != NULL, NULL);

  *spans = g_array_new (FALSE, FALSE, sizeof (MigSearchSpan));
  if (!mig_search_text_has_kind (mig_ref_kind (ref)))
    return g_strdup ("");

  mig_search_text_collect (self->index->corpus, ref, texts);
  name_n = count_parts (self, mig_corpus_get_record (self->index->corpus, ref)->name);
  for (guint i = 0; i < texts->len; i++)
    {
      const MigSearchText *text = &g_array_index (texts, MigSearchText, i);
      guint64 which = 0;
      g_autoptr (GArray) found = NULL;
      guint n;

      if (text->part == MIG_SEARCH_PART_NAME || text->part == MIG_SEARCH_PART_BY)
        continue;
      found = find_marks (self, text->text, text->part == MIG_SEARCH_PART_ALIAS, EXCERPT_READ, &which);
      n = count_bits (which);
      if ((n > best_n && (text->part != MIG_SEARCH_PART_ALIAS || n > name_n)) ||
          (best_n == 0 && text->part == MIG_SEARCH_PART_TEXT && !text->is_original))
        {
          best = text->text;
          best_n = n;
          g_array_unref (*spans);
          *spans = g_steal_pointer (&found);
        }
    }

  return cut (best, spans);
}
