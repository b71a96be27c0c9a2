/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include "mig-search-private.h"

/*
 * Puts hits in order. First comes what has just the name that was typed, then what has a name that begins so, then what
 * has the words in its name, in what tells who speaks, in its texts, and last what is only dated so; of these, what has
 * the words as typed before what has longer ones; then what is mentioned and spoken for more often;
 * then what came earlier.
 *
 * Each hit is given a key of twelve bits from what the index knows. Counting the keys tells which hits belong to the
 * best of their group, so that a million of them are never sorted; and only for these best is the name read again, to
 * see whether it is the very one.
 */

#define KEY_BITS 12
#define N_KEYS (1u << KEY_BITS)
#define CLASS_SHIFT 9
#define MOST_STANDING 63

/* A level takes three bits, the number of words in a name two, whether all are whole one. */
#define N_PACKED (1u << 9)

typedef enum
{
  CLASS_DATE,
  CLASS_TEXT,
  CLASS_BY,
  CLASS_NAME,
  CLASS_BEGINS,
  CLASS_EXACT,
  CLASS_WANTED,
} Class;

/* One of those that are listed. */
typedef struct
{
  guint32 doc;
  guint16 key;
  guint8 rank;
  gint day;
  guint64 position; /* among its siblings, after that of what it is part of */
} Hit;

/* What belongs to the best of a group: what is above a key, which begins with the group, and some of what has it. */
typedef struct
{
  guint key;
  guint n_at_key;
  GArray *hits;
} Best;

typedef struct
{
  MigSearch *search;
  MigSearchQuery *query;
  char *words; /* of the query, folded, with spaces; NULL when it is no name */
  guint n_words;
  gboolean is_latest; /* whether what comes last in time stands first */
  gint first_day;     /* then: the span of time of the candidates */
  gint last_day;
  guint16 keys[N_PACKED];
  guint counts[MIG_SEARCH_N_GROUPS << KEY_BITS]; /* of each key in each group */
  guint n[MIG_SEARCH_N_GROUPS];
} Ranker;

static Class
classify (const MigSearchCandidate *candidate)
{
  if (candidate->least == MIG_SEARCH_LEVEL_NONE)
    return CLASS_DATE;
  if (candidate->least == MIG_SEARCH_LEVEL_TEXT)
    return CLASS_TEXT;
  if (candidate->least == MIG_SEARCH_LEVEL_BY)
    return CLASS_BY;

  return candidate->first < MIG_SEARCH_LEVEL_FIRST ? CLASS_NAME : CLASS_BEGINS;
}

/* Whether all of a name was typed, as far as the index knows. */
static inline gboolean
may_be_exact (const Ranker             *self,
              const MigSearchCandidate *candidate)
{
  return candidate->is_whole && candidate->least >= MIG_SEARCH_LEVEL_NAME &&
         candidate->first >= MIG_SEARCH_LEVEL_FIRST &&
         ((self->n_words == 1 && candidate->first == MIG_SEARCH_LEVEL_WHOLE) ||
          self->search->index->name_lengths[candidate->doc] == self->n_words);
}

/* All that a candidate says of itself, as a number. */
static inline guint
pack (const MigSearchCandidate *candidate)
{
  return (guint) candidate->least << 6 | (guint) candidate->first << 3 | MIN (candidate->n_names, 3u) << 1 |
         candidate->is_whole;
}

/* The keys of all candidates there can be, without how often they are mentioned: to look one up is quicker than to make
 * it anew for each of a million. */
static void
fill_keys (Ranker *self)
{
  for (guint packed = 0; packed < N_PACKED; packed++)
    {
      MigSearchCandidate candidate = { 0, (guint8) (packed >> 6), (packed >> 3) & 7, (packed >> 1) & 3, packed & 1 };
      Class class;

      /* The latest of what has the words in its name is asked for, wherever they stand there. */
      class = self->is_latest ? MIN (classify (&candidate), CLASS_NAME) : classify (&candidate);
      self->keys[packed] = (guint16) (class << CLASS_SHIFT | candidate.is_whole << 8 |
                                      candidate.n_names << 6);
    }
}

/* How late something is, from 0 to MOST_STANDING; what has no date is the earliest. */
static guint
get_lateness (const Ranker *self,
              guint32       doc)
{
  MigSearchIndex *index = self->search->index;
  const MigDate *date = mig_corpus_get_date (index->corpus, mig_search_index_ref (index, doc));
  gint64 span = (gint64) self->last_day - self->first_day;

  if (!mig_date_is_set (date) || span <= 0)
    return 0;
  return (guint) (((gint64) mig_date_first_day (date) - self->first_day) * MOST_STANDING / span);
}

/* Class, whether whole, how many of the words are in a name, how often it is mentioned or how late it is; the group
 * stands above. */
static inline guint16
make_key (const Ranker             *self,
          const MigSearchCandidate *candidate)
{
  guint standing = self->search->index->standings[candidate->doc];
  guint least = self->is_latest ? get_lateness (self, candidate->doc) : (standing & 0xff) >> 2;
  guint key = (standing >> 8) << KEY_BITS | self->keys[pack (candidate)] | least;

  if (!self->is_latest && may_be_exact (self, candidate))
    key += (CLASS_EXACT - CLASS_BEGINS) << CLASS_SHIFT;
  return (guint16) key;
}

/* Counts the keys of each group and notes all hits in the results. */
static void
count_keys (Ranker           *self,
            MigSearchResults *results,
            GArray           *candidates,
            guint16          *keys)
{
  guint32 *hits = results->hits;
  guint32 at = 0, bits = 0; /* the word of the hits that is being filled */

  for (guint i = 0; i < candidates->len; i++)
    {
      const MigSearchCandidate *candidate = &g_array_index (candidates, MigSearchCandidate, i);

      keys[i] = make_key (self, candidate);
      self->counts[keys[i]]++;
      if (candidate->doc / 32 != at)
        {
          hits[at] |= bits;
          at = candidate->doc / 32;
          bits = 0;
        }
      bits |= 1u << (candidate->doc % 32);
    }
  hits[at] |= bits;
}

/* Whether one of the names of a record is what was typed, or begins so. */
static Class
read_names (Ranker  *self,
            guint32  doc,
            Class    class)
{
  GArray *texts = self->search->texts;
  gsize n = strlen (self->words);

  mig_search_text_collect (self->search->index->corpus, mig_search_index_ref (self->search->index, doc), texts);
  for (guint i = 0; i < texts->len; i++)
    {
      const MigSearchText *text = &g_array_index (texts, MigSearchText, i);
      g_autofree char *name = NULL;

      if (text->part > MIG_SEARCH_PART_ALIAS)
        break;
      name = mig_fold_text (text->text);
      if (strcmp (name, self->words) == 0)
        return CLASS_EXACT;
      if (strncmp (name, self->words, n) == 0)
        class = MAX (class, CLASS_BEGINS);
    }

  return class;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *one = a, *other = b;

  if (one->key != other->key)
    return one->key > other->key ? -1 : 1;
  if (one->rank != other->rank)
    return one->rank > other->rank ? -1 : 1;
  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return one->doc < other->doc ? -1 : one->doc > other->doc;
}

/* Finds the least key of the best of a group, and how many of those that have it are among them. */
static void
find_threshold (Ranker         *self,
                MigSearchGroup  group,
                Best           *best)
{
  const guint *counts = self->counts + (group << KEY_BITS);
  gboolean is_found = FALSE;

  best->key = (guint) group << KEY_BITS;
  best->n_at_key = G_MAXUINT;
  for (guint key = N_KEYS; key-- > 0;)
    {
      if (!is_found && self->n[group] + counts[key] >= MIG_SEARCH_MAX_LISTED)
        {
          best->key |= key;
          best->n_at_key = MIG_SEARCH_MAX_LISTED - self->n[group];
          is_found = TRUE;
        }
      self->n[group] += counts[key];
    }
}

static void
collect_best (Ranker        *self,
              GArray        *candidates,
              const guint16 *keys,
              Best          *best)
{
  for (guint n = 0; n < candidates->len; n++)
    {
      /* Of too many that are as good, those that stand first in the file; or last, for what comes last. */
      guint i = self->is_latest ? candidates->len - 1 - n : n;
      Best *group = &best[keys[i] >> KEY_BITS];
      Hit hit = { .key = keys[i] & (N_KEYS - 1) };

      if (keys[i] < group->key || (keys[i] == group->key && group->n_at_key == 0))
        continue;
      if (keys[i] == group->key)
        group->n_at_key--;
      hit.doc = g_array_index (candidates, MigSearchCandidate, i).doc;
      hit.rank = mig_search_index_rank (self->search->index, hit.doc);
      g_array_append_val (group->hits, hit);
    }
}

/* Of interventions on one day, those of one session stand together. */
static guint64
find_position (MigCorpus *corpus,
               MigRef     ref)
{
  MigRef session = mig_ref_kind (ref) == MIG_KIND_SPEECH ? mig_corpus_get_speech (corpus, ref)->event : MIG_REF_NONE;
  const MigRecord *record = mig_corpus_get_record (corpus, session);

  return (guint64) (record != NULL ? record->position : 0) << 32 | mig_corpus_get_record (corpus, ref)->position;
}

static void
refine (Ranker *self,
        GArray *hits)
{
  MigSearchIndex *index = self->search->index;

  for (guint i = 0; i < hits->len; i++)
    {
      Hit *hit = &g_array_index (hits, Hit, i);
      MigRef ref = mig_search_index_ref (index, hit->doc);
      const MigDate *date = mig_corpus_get_date (index->corpus, ref);
      Class class = hit->key >> CLASS_SHIFT;

      /* A day comes before the year that it lies in. */
      hit->day = mig_date_is_set (date) ? mig_date_last_day (date) : G_MAXINT;
      if (self->is_latest)
        hit->day = mig_date_is_set (date) ? -mig_date_first_day (date) : G_MAXINT;
      hit->position = find_position (index->corpus, ref);
      if (self->words == NULL || class < CLASS_NAME || self->is_latest)
        continue;

      class = read_names (self, hit->doc, class == CLASS_EXACT ? CLASS_BEGINS : class);
      hit->key = (guint16) ((hit->key & ((1u << CLASS_SHIFT) - 1)) | class << CLASS_SHIFT);
    }

  g_array_sort (hits, compare_hits);
}

static MigSearchHits
make_hits (Ranker         *self,
           MigSearchGroup  group,
           GArray         *best)
{
  MigSearchHits hits = { group, self->n[group], best->len, g_new (MigRef, MAX (best->len, 1)) };

  for (guint i = 0; i < best->len; i++)
    hits.refs[i] = mig_search_index_ref (self->search->index, g_array_index (best, Hit, i).doc);

  return hits;
}

/* The groups that a question asks for first, then those with the best hit; those that are as good, in their usual
 * order. */
static void
fill_groups (Ranker           *self,
             MigSearchResults *results,
             GArray           *candidates,
             const guint16    *keys)
{
  Class classes[MIG_SEARCH_N_GROUPS];
  Best best[MIG_SEARCH_N_GROUPS];
  guint wanted = mig_search_query_get_wanted (self->query);

  for (guint group = 0; group < MIG_SEARCH_N_GROUPS; group++)
    {
      find_threshold (self, group, &best[group]);
      best[group].hits = g_array_new (FALSE, FALSE, sizeof (Hit));
    }
  collect_best (self, candidates, keys, best);

  for (guint group = 0; group < MIG_SEARCH_N_GROUPS; group++)
    {
      guint at = results->n_groups;
      Class class;

      if (self->n[group] > 0)
        {
          refine (self, best[group].hits);
          class = g_array_index (best[group].hits, Hit, 0).key >> CLASS_SHIFT;
          class += (wanted >> group) & 1 ? CLASS_WANTED : 0;
          for (; at > 0 && classes[at - 1] < class; at--)
            {
              classes[at] = classes[at - 1];
              results->groups[at] = results->groups[at - 1];
            }
          classes[at] = class;
          results->groups[at] = make_hits (self, group, best[group].hits);
          results->n_groups++;
        }
      g_array_unref (best[group].hits);
    }
}

/* The words of a query that is a name, as they were typed: nothing but plain words. */
static void
take_words (Ranker *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *text = mig_search_query_get_text (self->query);
  const MigSearchClause *clauses;
  guint n_clauses;

  clauses = mig_search_query_get_clauses (self->query, &n_clauses);
  for (guint i = 0; i < n_clauses; i++)
    {
      MigFold fold;

      if (clauses[i].field != MIG_SEARCH_FIELD_ANY || clauses[i].is_excluded)
        continue;
      mig_fold_init (&fold, text + clauses[i].begin, (gssize) (clauses[i].end - clauses[i].begin));
      for (; mig_fold_next (&fold); self->n_words++)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", fold.word);
    }
  if (words->len > 0)
    self->words = g_strdup (words->str);
}

/* Takes the span of time of all hits, in which some are later than others. */
static void
take_span (Ranker *self,
           GArray *candidates)
{
  MigSearchIndex *index = self->search->index;

  self->is_latest = mig_search_query_wants_latest (self->query);
  self->first_day = G_MAXINT;
  self->last_day = G_MININT;
  for (guint i = 0; i < candidates->len && self->is_latest; i++)
    {
      guint32 doc = g_array_index (candidates, MigSearchCandidate, i).doc;
      const MigDate *date = mig_corpus_get_date (index->corpus, mig_search_index_ref (index, doc));

      if (!mig_date_is_set (date))
        continue;
      self->first_day = MIN (self->first_day, mig_date_first_day (date));
      self->last_day = MAX (self->last_day, mig_date_first_day (date));
    }
}

/**
 * mig_search_results_new:
 * @self: a search
 * @query: the query that was asked
 * @candidates: (element-type MigSearchCandidate): what matches it
 * @relaxed: whether it matches only some of the words
 *
 * Ranks and groups hits.
 *
 * Returns: (transfer full): the results
 */
MigSearchResults *
mig_search_results_new (MigSearch      *self,
                        MigSearchQuery *query,
                        GArray         *candidates,
                        gboolean        relaxed)
{
  MigSearchResults *results = g_object_new (MIG_TYPE_SEARCH_RESULTS, NULL);
  g_autofree Ranker *ranker = g_new0 (Ranker, 1);
  g_autofree guint16 *keys = g_new (guint16, MAX (candidates->len, 1));

  results->index = g_object_ref (self->index);
  results->query = mig_search_query_ref (query);
  results->is_relaxed = relaxed;
  results->n = candidates->len;
  results->hits = g_new0 (guint32, self->index->n_docs / 32 + 1);

  ranker->search = self;
  ranker->query = query;
  take_words (ranker);
  take_span (ranker, candidates);
  fill_keys (ranker);
  count_keys (ranker, results, candidates, keys);
  fill_groups (ranker, results, candidates, keys);
  g_free (ranker->words);

  return results;
}
