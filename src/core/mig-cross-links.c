/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cross-links.h"

/* What a page tells about the records that hang together with its own, worked out from the corpus's relations when the
 * page is built:
 *
 *   meeting ──▶ sessions ──▶ interventions ──▶ mentions ──▶ what was raised            get_raised
 *                                 ▲               │
 *                                 └───────────────┘  by whom, and where               get_raisings, get_breath
 *
 * Nothing here knows a widget. Every list is a new GArray that the caller owns. */

typedef void (*MentionFunc) (MigCorpus *corpus, MigRef mention, gpointer user_data);

static GArray *
new_refs (void)
{
  return g_array_new (FALSE, FALSE, sizeof (MigRef));
}

static void
foreach_mention_of (MigCorpus   *corpus,
                    MigRef       from,
                    MentionFunc  func,
                    gpointer     user_data)
{
  const MigRefs mentions = mig_corpus_get_related (corpus, from, MIG_RELATION_MENTIONS_MADE);

  for (guint i = 0; i < mentions.n; i++)
    func (corpus, mentions.refs[i], user_data);
}

static gboolean
is_speaker (MigRef ref)
{
  return mig_ref_kind (ref) == MIG_KIND_PERSON || mig_ref_kind (ref) == MIG_KIND_ORGANIZATION;
}

/* Calls @func for what the event's description raises, what its interventions do, and so down to its sessions; of a
 * speaker, for what all their interventions do. */
static void
foreach_mention_in (MigCorpus   *corpus,
                    MigRef       from,
                    MentionFunc  func,
                    gpointer     user_data)
{
  MigRefs related;

  foreach_mention_of (corpus, from, func, user_data);
  if (mig_ref_kind (from) != MIG_KIND_EVENT && !is_speaker (from))
    return;

  related = mig_corpus_get_related (corpus, from, MIG_RELATION_SPEECHES);
  for (guint i = 0; i < related.n; i++)
    foreach_mention_of (corpus, related.refs[i], func, user_data);
  if (is_speaker (from))
    return;

  related = mig_corpus_get_related (corpus, from, MIG_RELATION_CHILDREN);
  for (guint i = 0; i < related.n; i++)
    if (mig_speakers_is_part (corpus, related.refs[i], from))
      foreach_mention_in (corpus, related.refs[i], func, user_data);
}

static gboolean
is_of_series (MigCorpus *corpus,
              MigRef     ref)
{
  return mig_ref_kind (ref) == MIG_KIND_EVENT && mig_corpus_get_event (corpus, ref)->role != MIG_EVENT_ROLE_EVENT;
}

typedef struct
{
  MigKind kind;
  gboolean of_series;
  MigRef from;
  GArray *raised;
  GHashTable *places; /* target to its place in the array, plus one */
} RaisedWalk;

static void
add_raised (MigCorpus *corpus,
            MigRef     mention,
            gpointer   user_data)
{
  RaisedWalk *walk = user_data;
  const MigRef target = mig_corpus_get_mention (corpus, mention)->to;
  MigRaised raised = { .target = target, .mention = mention, .n = 1 };
  guint place;

  if (mig_ref_kind (target) != walk->kind || target == walk->from || is_of_series (corpus, target) != walk->of_series)
    return;

  place = GPOINTER_TO_UINT (g_hash_table_lookup (walk->places, GUINT_TO_POINTER (target)));
  if (place > 0)
    {
      g_array_index (walk->raised, MigRaised, place - 1).n++;
      return;
    }

  g_array_append_val (walk->raised, raised);
  g_hash_table_insert (walk->places, GUINT_TO_POINTER (target), GUINT_TO_POINTER (walk->raised->len));
}

/**
 * mig_cross_links_get_standing:
 * @from: when something was said
 * @to: when what it was about was
 *
 * Tells where a thing stood, seen from when it was spoken of. Of what is only known to have been before a day, or to be
 * to come from a day on, that day itself tells, if no more: what was over by the day of the meeting lay behind it.
 *
 * Returns: where it stood
 */
MigStanding
mig_cross_links_get_standing (const MigDate *from,
                              const MigDate *to)
{
  const guint open_ends = to->flags & (MIG_DATE_OPEN_START | MIG_DATE_OPEN_END);
  const MigLag lag = mig_date_lag (from, to);

  if (!lag.known)
    return MIG_STANDING_UNDATED;
  if (lag.days > 0)
    return MIG_STANDING_AHEAD;
  if (lag.days < 0)
    return MIG_STANDING_BEHIND;
  if (open_ends == MIG_DATE_OPEN_START && to->end.latest <= from->end.latest)
    return MIG_STANDING_BEHIND;
  if (open_ends == MIG_DATE_OPEN_END && to->start.earliest >= from->start.earliest)
    return MIG_STANDING_AHEAD;

  return MIG_STANDING_PRESENT;
}

/* From the one farthest ahead to the one farthest behind; the undated in the order in which they were raised. */
static int
compare_raised (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const MigRaised *first = a;
  const MigRaised *second = b;
  const MigDate *first_date, *second_date;
  gint first_day, second_day;

  if (first->standing != second->standing)
    return first->standing < second->standing ? -1 : 1;
  if (first->standing == MIG_STANDING_UNDATED)
    return 0;

  first_date = mig_corpus_get_date (user_data, first->target);
  second_date = mig_corpus_get_date (user_data, second->target);
  first_day = mig_date_first_day (first_date);
  second_day = mig_date_first_day (second_date);

  return (first_day < second_day) - (first_day > second_day);
}

/* Marks the one that is mentioned most, if it is one alone and that is not by chance. */
static void
mark_foremost (MigCorpus *corpus,
               GArray    *raised)
{
  const guint least = 3;
  guint most = least - 1;
  MigRaised *foremost = NULL;

  for (guint i = 0; i < raised->len; i++)
    {
      MigRaised *candidate = &g_array_index (raised, MigRaised, i);
      const guint n = mig_corpus_get_related (corpus, candidate->target, MIG_RELATION_MENTIONED_BY).n;

      if (n > most)
        foremost = candidate;
      else if (n == most)
        foremost = NULL;
      most = MAX (most, n);
    }

  if (foremost != NULL)
    foremost->is_foremost = TRUE;
}

static GArray *
walk_raised (MigCorpus *corpus,
             MigRef     from,
             MigKind    kind,
             gboolean   of_series)
{
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  RaisedWalk walk = { kind, of_series, from, g_array_new (FALSE, FALSE, sizeof (MigRaised)), places };
  const MigDate *date = mig_corpus_get_date (corpus, from);

  foreach_mention_in (corpus, from, add_raised, &walk);

  for (guint i = 0; i < walk.raised->len; i++)
    {
      MigRaised *raised = &g_array_index (walk.raised, MigRaised, i);

      /* Who speaks over the years has no one day to see things from. */
      raised->standing = is_speaker (from)
                         ? MIG_STANDING_UNDATED
                         : mig_cross_links_get_standing (date, mig_corpus_get_date (corpus, raised->target));
    }

  g_array_sort_with_data (walk.raised, compare_raised, corpus);
  mark_foremost (corpus, walk.raised);
  return walk.raised;
}

/**
 * mig_cross_links_get_raised:
 * @corpus: a corpus
 * @from: a speech, session, meeting or other event; or a person or organization, for all their interventions
 * @kind: what kind of thing to look for; of events only those of the world outside are found
 *
 * Finds what was raised in @from, in its interventions and in its sessions: each thing once, by where it stood seen
 * from @from and then by date, the latest first. What a speaker raised is in the order in which they first did.
 *
 * Returns: (transfer full) (element-type MigRaised): what was raised
 */
GArray *
mig_cross_links_get_raised (MigCorpus *corpus,
                            MigRef     from,
                            MigKind    kind)
{
  return walk_raised (corpus, from, kind, FALSE);
}

/**
 * mig_cross_links_get_recalled:
 * @corpus: a corpus
 * @from: a speech, session, meeting or other event
 *
 * Finds the meetings and sessions of the series that were raised in @from, as mig_cross_links_get_raised() finds events
 * of the world outside.
 *
 * Returns: (transfer full) (element-type MigRaised): what was recalled
 */
GArray *
mig_cross_links_get_recalled (MigCorpus *corpus,
                              MigRef     from)
{
  return walk_raised (corpus, from, MIG_KIND_EVENT, TRUE);
}

/* A raising and what it is sorted by. */
typedef struct
{
  guint rank;  /* by meetings in time; what a meeting as a whole raised stands before its sessions */
  guint place; /* the sessions as they come */
  MigRaising raising;
} Placed;

static int
compare_placed (gconstpointer a,
                gconstpointer b)
{
  const Placed *first = a;
  const Placed *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return (first->place > second->place) - (first->place < second->place);
}

/* Numbers records from 1 as they come, and finds the number again. */
static guint
get_number (GHashTable *numbers,
            MigRef      ref)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, GUINT_TO_POINTER (ref)));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, GUINT_TO_POINTER (ref), GUINT_TO_POINTER (number));
    }

  return number;
}

/**
 * mig_cross_links_get_raisings:
 * @corpus: a corpus
 * @target: anything that may be mentioned
 *
 * Finds by whom and where @target was raised: each intervention once, those of one session together, in time. Of an
 * intervention that does not tell where it was, as it need not in a plain Popolo file, nothing can be said here.
 *
 * Returns: (transfer full) (element-type MigRaising): the raisings
 */
GArray *
mig_cross_links_get_raisings (MigCorpus *corpus,
                              MigRef     target)
{
  const MigRefs mentions = mig_corpus_get_related (corpus, target, MIG_RELATION_MENTIONED_BY);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) meetings = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) placed = g_array_sized_new (FALSE, FALSE, sizeof (Placed), mentions.n);
  GArray *raisings;

  for (guint i = 0; i < mentions.n; i++)
    {
      const MigRef from = mig_corpus_get_mention (corpus, mentions.refs[i])->from;
      const gboolean is_speech = mig_ref_kind (from) == MIG_KIND_SPEECH;
      const MigRef place = is_speech ? mig_corpus_get_speech (corpus, from)->event : from;
      Placed item = { .raising = { place, is_speech ? from : MIG_REF_NONE, mentions.refs[i] } };
      MigRef meeting;

      if (is_speech ? place == MIG_REF_NONE : !is_of_series (corpus, from))
        continue;
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (from)))
        continue;

      meeting = mig_corpus_get_enclosing (corpus, place, MIG_EVENT_ROLE_MEETING);
      item.rank = 2 * get_number (meetings, meeting) + (meeting == place ? 0 : 1);
      item.place = get_number (places, place);
      g_array_append_val (placed, item);
    }

  /* Those of one place stay in their order. */
  g_array_sort (placed, compare_placed);
  raisings = g_array_sized_new (FALSE, FALSE, sizeof (MigRaising), placed->len);
  for (guint i = 0; i < placed->len; i++)
    g_array_append_val (raisings, g_array_index (placed, Placed, i).raising);

  return raisings;
}

/**
 * mig_cross_links_get_breath:
 * @corpus: a corpus
 * @target: anything that may be mentioned
 *
 * Finds the events that were raised in the same breath as @target: in the same interventions. Those that were so in the
 * most sessions come first.
 *
 * Returns: (transfer full) (element-type MigCompany): the events
 */
GArray *
mig_cross_links_get_breath (MigCorpus *corpus,
                            MigRef     target)
{
  g_autoptr(GArray) raisings = mig_cross_links_get_raisings (corpus, target);
  g_autoptr(GHashTable) indexes = g_hash_table_new (NULL, NULL);
  GArray *companies = mig_company_new ();

  for (guint i = 0; i < raisings->len; i++)
    {
      const MigRaising *raising = &g_array_index (raisings, MigRaising, i);
      MigRefs mentions;

      if (raising->speech == MIG_REF_NONE)
        continue;

      mentions = mig_corpus_get_related (corpus, raising->speech, MIG_RELATION_MENTIONS_MADE);
      for (guint j = 0; j < mentions.n; j++)
        {
          const MigRef other = mig_corpus_get_mention (corpus, mentions.refs[j])->to;

          if (mig_ref_kind (other) == MIG_KIND_EVENT && other != target && !is_of_series (corpus, other))
            mig_company_add (companies, indexes, other, raising->place);
        }
    }

  mig_company_sort (companies);
  return companies;
}

/**
 * mig_cross_links_get_connected:
 * @corpus: a corpus
 * @event: an event of the world outside
 *
 * Finds the events outside the series that @event is told to have to do with, or that are told to have to do with it.
 *
 * Returns: (transfer full) (element-type MigRef): the mentions that say so, each other event once
 */
GArray *
mig_cross_links_get_connected (MigCorpus *corpus,
                               MigRef     event)
{
  const MigRelation relations[] = { MIG_RELATION_MENTIONS_MADE, MIG_RELATION_MENTIONED_BY };
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *mentions = new_refs ();

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      const MigRefs related = mig_corpus_get_related (corpus, event, relations[i]);

      for (guint j = 0; j < related.n; j++)
        {
          const MigMention *mention = mig_corpus_get_mention (corpus, related.refs[j]);
          const MigRef other = relations[i] == MIG_RELATION_MENTIONS_MADE ? mention->to : mention->from;

          if (other == event || mig_ref_kind (other) != MIG_KIND_EVENT || is_of_series (corpus, other))
            continue;
          if (g_hash_table_add (seen, GUINT_TO_POINTER (other)))
            g_array_append_val (mentions, related.refs[j]);
        }
    }

  return mentions;
}

/**
 * mig_cross_links_count_speakers:
 * @corpus: a corpus
 * @raisings: (element-type MigRaising): from mig_cross_links_get_raisings()
 *
 * Returns: how many speakers they are by
 */
guint
mig_cross_links_count_speakers (MigCorpus *corpus,
                                GArray    *raisings)
{
  g_autoptr(GHashTable) speakers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < raisings->len; i++)
    {
      const MigRaising *raising = &g_array_index (raisings, MigRaising, i);

      if (raising->speech != MIG_REF_NONE)
        g_hash_table_add (speakers, (gpointer) mig_speakers_get_key (corpus, raising->speech));
    }

  return g_hash_table_size (speakers);
}

static void
count_mention (MigCorpus *corpus,
               MigRef     mention,
               gpointer   user_data)
{
  (*(guint *) user_data)++;
}

/**
 * mig_cross_links_count_mentions:
 * @corpus: a corpus
 * @from: a speech, session, meeting or other event
 *
 * Returns: how many mentions are made in it, in its interventions and in its sessions
 */
guint
mig_cross_links_count_mentions (MigCorpus *corpus,
                                MigRef     from)
{
  guint n = 0;

  foreach_mention_in (corpus, from, count_mention, &n);
  return n;
}
