/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-arcs.h"

/*
 * What the arcs of the timeline join: the mentions that start or end at the selected thing, gathered by the session in
 * which they fell and the thing that they lead to.
 */

typedef struct
{
  MigCorpus *corpus;
  GArray *arcs;        /* MigArc */
  GHashTable *by_ends; /* Pair of origin and target -> index in arcs + 1 */
  GHashTable *voices;  /* Pair of arc and speaker */
} Collector;

typedef struct
{
  guint32 a;
  guint32 b;
} Pair;

static guint
pair_hash (gconstpointer key)
{
  const Pair *pair = key;

  return pair->a * 31 + pair->b;
}

static gboolean
pair_equal (gconstpointer one, gconstpointer other)
{
  const Pair *p = one, *q = other;

  return p->a == q->a && p->b == q->b;
}

static Pair *
pair_new (guint32 a, guint32 b)
{
  Pair *pair = g_new (Pair, 1);

  pair->a = a;
  pair->b = b;
  return pair;
}

/* Who speaks, as far as one voice can be told from another: the person, else the organization, else the speech. */
static MigRef
voice_of (MigCorpus *corpus, MigRef from)
{
  const MigSpeech *speech;

  if (mig_ref_kind (from) != MIG_KIND_SPEECH)
    return MIG_REF_NONE;
  speech = mig_corpus_get_speech (corpus, from);
  return speech->creator != MIG_REF_NONE ? speech->creator : from;
}

static gboolean
is_placed (MigCorpus *corpus, MigRef ref)
{
  return mig_ref_kind (ref) == MIG_KIND_DOCUMENT ||
         (mig_ref_kind (ref) == MIG_KIND_EVENT &&
          mig_corpus_get_event (corpus, ref)->role != MIG_EVENT_ROLE_SERIES);
}

/**
 * mig_arcs_get_scene:
 * @corpus: a corpus
 * @from: what a mention starts at: a speech or an event
 *
 * Returns: where on the timeline that is: the session of a speech, else the event itself
 */
MigRef
mig_arcs_get_scene (MigCorpus *corpus, MigRef from)
{
  return mig_ref_kind (from) == MIG_KIND_SPEECH ? mig_corpus_get_speech (corpus, from)->event : from;
}

static void
collect (Collector *self, MigRef origin, MigRef target, MigRef from)
{
  const Pair ends = { origin, target };
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_ends, &ends));
  MigRef voice = voice_of (self->corpus, from);
  MigArc *arc;

  if (origin == MIG_REF_NONE || origin == target || !is_placed (self->corpus, target))
    return;

  if (at == 0)
    {
      MigArc fresh = { .origin = origin, .target = target };

      g_array_append_val (self->arcs, fresh);
      at = self->arcs->len;
      g_hash_table_insert (self->by_ends, pair_new (origin, target), GUINT_TO_POINTER (at));
    }
  arc = &g_array_index (self->arcs, MigArc, at - 1);
  arc->n_mentions++;
  if (voice != MIG_REF_NONE && g_hash_table_add (self->voices, pair_new (at, voice)))
    arc->n_speakers++;
}

static void
collect_made_by (Collector *self, MigRef from, MigRef origin)
{
  MigRefs mentions = mig_corpus_get_related (self->corpus, from, MIG_RELATION_MENTIONS_MADE);

  for (guint i = 0; i < mentions.n; i++)
    collect (self, origin, mig_corpus_get_mention (self->corpus, mentions.refs[i])->to, from);
}

/* All that is said at an event and, for a meeting, in its sessions. */
static void
collect_made_at (Collector *self, MigRef event, MigRef origin)
{
  MigRefs speeches = mig_corpus_get_related (self->corpus, event, MIG_RELATION_SPEECHES);
  MigRefs children = mig_corpus_get_related (self->corpus, event, MIG_RELATION_CHILDREN);

  collect_made_by (self, event, origin);
  for (guint i = 0; i < speeches.n; i++)
    collect_made_by (self, speeches.refs[i], origin);
  for (guint i = 0; i < children.n; i++)
    collect_made_at (self, children.refs[i], origin);
}

static void
collect_leading_to (Collector *self, MigRef target)
{
  MigRefs mentions = mig_corpus_get_related (self->corpus, target, MIG_RELATION_MENTIONED_BY);

  for (guint i = 0; i < mentions.n; i++)
    {
      MigRef from = mig_corpus_get_mention (self->corpus, mentions.refs[i])->from;

      collect (self, mig_arcs_get_scene (self->corpus, from), target, from);
    }
}

static void
collect_speeches_of (Collector *self, MigRef speaker)
{
  MigRefs speeches = mig_corpus_get_related (self->corpus, speaker, MIG_RELATION_SPEECHES);

  for (guint i = 0; i < speeches.n; i++)
    collect_made_by (self, speeches.refs[i], mig_arcs_get_scene (self->corpus, speeches.refs[i]));
}

static void
collect_event (Collector *self, MigRef event)
{
  switch (mig_corpus_get_event (self->corpus, event)->role)
    {
    case MIG_EVENT_ROLE_MEETING:
    case MIG_EVENT_ROLE_SESSION:
      collect_made_at (self, event, event);
      break;
    case MIG_EVENT_ROLE_EVENT:
      collect_made_by (self, event, event);
      break;
    case MIG_EVENT_ROLE_SERIES:
    default:
      return;
    }
  collect_leading_to (self, event);
}

/**
 * mig_arcs_collect:
 * @corpus: a corpus
 * @selected: any record of it, or %MIG_REF_NONE
 *
 * Gathers what the arcs from the selected thing join: from a meeting or session to all that it mentions, from a
 * speaker's or organization's sessions to what they raised there, and from every session that raised an event or
 * document to it.
 *
 * Returns: (transfer full) (element-type MigArc): the arcs, each pair of ends once, in the order of the mentions
 */
GArray *
mig_arcs_collect (MigCorpus *corpus, MigRef selected)
{
  Collector self = {
    .corpus = corpus,
    .arcs = g_array_new (FALSE, TRUE, sizeof (MigArc)),
    .by_ends = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL),
    .voices = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL),
  };

  switch (mig_ref_kind (selected))
    {
    case MIG_KIND_EVENT:
      collect_event (&self, selected);
      break;
    case MIG_KIND_DOCUMENT:
      collect_leading_to (&self, selected);
      break;
    case MIG_KIND_PERSON:
    case MIG_KIND_ORGANIZATION:
      collect_speeches_of (&self, selected);
      break;
    case MIG_KIND_SPEECH:
      collect_made_by (&self, selected, mig_arcs_get_scene (corpus, selected));
      break;
    case MIG_KIND_NONE:
    case MIG_KIND_TOPIC:
    case MIG_KIND_FIGURE:
    case MIG_KIND_AREA:
    case MIG_KIND_MEMBERSHIP:
    case MIG_KIND_POST:
    case MIG_KIND_MENTION:
    default:
      break;
    }

  g_hash_table_unref (self.by_ends);
  g_hash_table_unref (self.voices);
  return self.arcs;
}

/**
 * mig_arcs_count_speakers:
 * @corpus: a corpus
 * @shown: (nullable): what of it is shown: sessions that are not do not count
 * @target: anything that can be mentioned
 * @n_sessions: (out) (optional): in how many different sessions
 *
 * Returns: how many different speakers mention @target
 */
guint
mig_arcs_count_speakers (MigCorpus *corpus, MigSubset *shown, MigRef target, guint *n_sessions)
{
  g_autoptr (GHashTable) voices = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) scenes = g_hash_table_new (NULL, NULL);
  MigRefs mentions = mig_corpus_get_related (corpus, target, MIG_RELATION_MENTIONED_BY);

  for (guint i = 0; i < mentions.n; i++)
    {
      MigRef from = mig_corpus_get_mention (corpus, mentions.refs[i])->from;
      MigRef voice = voice_of (corpus, from);
      MigRef scene = mig_arcs_get_scene (corpus, from);

      if (shown != NULL && !mig_subset_has (shown, scene))
        continue;
      if (scene != MIG_REF_NONE && mig_corpus_get_event (corpus, scene)->role == MIG_EVENT_ROLE_SESSION)
        g_hash_table_add (scenes, GUINT_TO_POINTER (scene));
      if (voice != MIG_REF_NONE)
        g_hash_table_add (voices, GUINT_TO_POINTER (voice));
    }

  if (n_sessions != NULL)
    *n_sessions = g_hash_table_size (scenes);
  return g_hash_table_size (voices);
}
