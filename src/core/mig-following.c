/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-following.h"

#include "mig-speakers.h"

/*
 * MigFollowing: the lanes on demand, each of which follows one record through the years.
 *
 *   a person, an organization ──► the interventions that are theirs ─┐
 *   a topic, an event, …      ──► the interventions that mention it ─┴──► those that are shown ──► an index of time
 *
 * Like the subset that it is made of it never changes. A lane that follows nothing has no record; one whose
 * interventions the filter hides has a record and holds nothing.
 */

typedef struct
{
  MigRef ref; /* MIG_REF_NONE: the lane is not there */
  MigTimeIndex *index;
  guint n_all; /* also those that the filter hides */
} Followed;

struct _MigFollowing
{
  GObject parent_instance;

  MigSubset *subset;
  Followed lanes[MIG_MAX_FOLLOWED];
};

G_DEFINE_FINAL_TYPE (MigFollowing, mig_following, G_TYPE_OBJECT)

static void
mig_following_finalize (GObject *object)
{
  MigFollowing *self = MIG_FOLLOWING (object);

  for (guint i = 0; i < MIG_MAX_FOLLOWED; i++)
    {
      g_clear_pointer (&self->lanes[i].index, mig_time_index_free);
    }
  g_clear_object (&self->subset);

  G_OBJECT_CLASS (mig_following_parent_class)->finalize (object);
}

static void
mig_following_class_init (MigFollowingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_following_finalize;
}

static void
mig_following_init (MigFollowing *self)
{
}

/* Who spoke speaks for themselves; what was spoken of has those who did. */
static gboolean
speaks (MigRef ref)
{
  return mig_ref_kind (ref) == MIG_KIND_PERSON || mig_ref_kind (ref) == MIG_KIND_ORGANIZATION;
}

static gboolean
is_dated_speech (MigCorpus *corpus, MigRef ref)
{
  return mig_ref_kind (ref) == MIG_KIND_SPEECH && mig_date_is_set (mig_corpus_get_date (corpus, ref));
}

static void
append_speech (MigCorpus *corpus, MigRef ref, GHashTable *seen, GArray *speeches)
{
  if (is_dated_speech (corpus, ref) && g_hash_table_add (seen, GUINT_TO_POINTER (ref)))
    g_array_append_val (speeches, ref);
}

/* The dated interventions of who speaks, or, of what is spoken of and of organizations, those that mention it. */
static GArray *
collect_speeches (MigCorpus *corpus, MigRef ref)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *speeches = g_array_new (FALSE, FALSE, sizeof (MigRef));
  MigRefs own = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);
  MigRefs mentions = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY);

  for (guint i = 0; i < own.n && speaks (ref); i++)
    append_speech (corpus, own.refs[i], seen, speeches);
  for (guint i = 0; i < mentions.n && mig_ref_kind (ref) != MIG_KIND_PERSON; i++)
    append_speech (corpus, mig_corpus_get_mention (corpus, mentions.refs[i])->from, seen, speeches);

  return speeches;
}

/* Whether collect_speeches() would find any. */
static gboolean
has_speech (MigCorpus *corpus, MigRef ref)
{
  MigRefs own = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);
  MigRefs mentions = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY);

  for (guint i = 0; i < own.n && speaks (ref); i++)
    {
      if (is_dated_speech (corpus, own.refs[i]))
        return TRUE;
    }
  for (guint i = 0; i < mentions.n && mig_ref_kind (ref) != MIG_KIND_PERSON; i++)
    {
      if (is_dated_speech (corpus, mig_corpus_get_mention (corpus, mentions.refs[i])->from))
        return TRUE;
    }
  return FALSE;
}

/**
 * mig_following_can_follow:
 * @corpus: a corpus
 * @ref: a record, or %MIG_REF_NONE
 *
 * Returns: whether a lane that follows @ref would hold anything
 */
gboolean
mig_following_can_follow (MigCorpus *corpus, MigRef ref)
{
  switch (mig_ref_kind (ref))
    {
    case MIG_KIND_PERSON:
    case MIG_KIND_ORGANIZATION:
    case MIG_KIND_TOPIC:
    case MIG_KIND_DOCUMENT:
      break;

    case MIG_KIND_EVENT:
      if (mig_corpus_get_event (corpus, ref)->role == MIG_EVENT_ROLE_EVENT)
        break;
      return FALSE;

    case MIG_KIND_NONE:
    case MIG_KIND_SPEECH:
    case MIG_KIND_MENTION:
    case MIG_KIND_MEMBERSHIP:
    case MIG_KIND_POST:
    case MIG_KIND_FIGURE:
    case MIG_KIND_AREA:
    default:
      return FALSE;
    }
  return has_speech (corpus, ref);
}

static void
fill (MigFollowing *self, Followed *lane, MigRef ref)
{
  MigCorpus *corpus = mig_subset_get_corpus (self->subset);
  g_autoptr (GArray) all = collect_speeches (corpus, ref);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < all->len; i++)
    {
      if (mig_subset_has (self->subset, g_array_index (all, MigRef, i)))
        g_array_append_val (shown, g_array_index (all, MigRef, i));
    }
  lane->ref = ref;
  lane->n_all = all->len;
  lane->index = mig_time_index_new_of (corpus, (const MigRef *) (void *) shown->data, shown->len);
}

/**
 * mig_following_new:
 * @subset: what of a corpus is shown
 * @refs: for each lane on demand the record that it follows, or %MIG_REF_NONE
 *
 * Returns: (transfer full): what the lanes hold
 */
MigFollowing *
mig_following_new (MigSubset *subset, const MigRef refs[MIG_MAX_FOLLOWED])
{
  MigFollowing *self;

  g_return_val_if_fail (MIG_IS_SUBSET (subset), NULL);

  self = g_object_new (MIG_TYPE_FOLLOWING, NULL);
  self->subset = g_object_ref (subset);
  for (guint i = 0; i < MIG_MAX_FOLLOWED; i++)
    {
      if (refs[i] != MIG_REF_NONE)
        fill (self, &self->lanes[i], refs[i]);
    }
  return self;
}

static const Followed *
get_lane (MigFollowing *self, MigLane lane)
{
  return &self->lanes[lane - MIG_LANE_FOLLOWED];
}

/**
 * mig_following_get_ref:
 * @self: (nullable): what is followed
 * @lane: a lane
 *
 * Returns: the record that the lane follows; %MIG_REF_NONE if it follows none
 */
MigRef
mig_following_get_ref (MigFollowing *self, MigLane lane)
{
  return self != NULL && lane >= MIG_LANE_FOLLOWED ? get_lane (self, lane)->ref : MIG_REF_NONE;
}

/**
 * mig_following_get_name:
 * @self: what is followed
 * @lane: a lane that follows a record
 *
 * Returns: (transfer none): the lane's name: the short one of its record
 */
const char *
mig_following_get_name (MigFollowing *self, MigLane lane)
{
  return mig_corpus_get_record (mig_subset_get_corpus (self->subset), get_lane (self, lane)->ref)->short_name;
}

/**
 * mig_following_get_items:
 * @self: what is followed
 * @lane: a lane that follows a record
 *
 * Returns: its interventions that are shown, in time; owned by @self
 */
MigRefs
mig_following_get_items (MigFollowing *self, MigLane lane)
{
  return mig_time_index_get_refs (get_lane (self, lane)->index);
}

/**
 * mig_following_count_all:
 * @self: what is followed
 * @lane: a lane that follows a record
 *
 * Returns: how many interventions it holds, also those that the filter hides
 */
guint
mig_following_count_all (MigFollowing *self, MigLane lane)
{
  return get_lane (self, lane)->n_all;
}

/**
 * mig_following_get_index:
 * @self: what is followed
 * @lane: a lane that follows a record
 *
 * Returns: (transfer none): where in time its interventions stand
 */
const MigTimeIndex *
mig_following_get_index (MigFollowing *self, MigLane lane)
{
  return get_lane (self, lane)->index;
}

/* Whom a person spoke for: what the intervention itself says, else the affiliation attested at the session or its
 * meeting, else the one held at the time. */
static MigRef
find_affiliation (MigCorpus *corpus, MigRef person, MigRef speech)
{
  const MigSpeech *record = mig_corpus_get_speech (corpus, speech);
  MigRef meeting = mig_corpus_get_enclosing (corpus, record->event, MIG_EVENT_ROLE_MEETING);
  MigRefs memberships = mig_corpus_get_related (corpus, person, MIG_RELATION_MEMBERSHIPS);
  const MigDate *date = mig_corpus_get_date (corpus, speech);
  MigRef held = MIG_REF_NONE;

  if (record->on_behalf_of != MIG_REF_NONE)
    return record->on_behalf_of;
  for (guint i = 0; i < memberships.n; i++)
    {
      const MigMembership *membership = mig_corpus_get_membership (corpus, memberships.refs[i]);
      MigRef organization = membership->organization != MIG_REF_NONE ? membership->organization
                                                                     : membership->on_behalf_of;

      if (organization == MIG_REF_NONE)
        continue;
      if (membership->event != MIG_REF_NONE && (membership->event == record->event || membership->event == meeting))
        return organization;
      if (mig_date_is_set (&membership->date) && mig_date_first_day (&membership->date) <= mig_date_first_day (date) &&
          mig_date_last_day (&membership->date) >= mig_date_last_day (date))
        held = organization;
    }
  return held;
}

/**
 * mig_following_get_company:
 * @self: what is followed
 * @lane: a lane that follows a record
 * @speech: one of its interventions
 *
 * Returns: (transfer none): in short, what tells the interventions of the lane apart: of a person's whom they spoke
 *   for, else who spoke; "" if nobody knows
 */
const char *
mig_following_get_company (MigFollowing *self, MigLane lane, MigRef speech)
{
  MigCorpus *corpus = mig_subset_get_corpus (self->subset);
  MigRef followed = get_lane (self, lane)->ref, other;

  other = mig_ref_kind (followed) == MIG_KIND_PERSON ? find_affiliation (corpus, followed, speech)
                                                     : mig_speakers_get_one (corpus, speech);
  if (other == followed)
    return "";
  return other != MIG_REF_NONE ? mig_corpus_get_record (corpus, other)->short_name : "";
}
