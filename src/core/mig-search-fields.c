/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-private.h"

/*
 * From a thing to what hangs on it, by the relations of the corpus: from a speaker to the interventions, from a session
 * to what is in it, from an event to who mentions it. None of this is in the index.
 */

/* Deeper than any series, meeting, session and sub-session go. */
#define DEEPEST_EVENT 8

/* A word in more names than this says little about what mentions them. */
#define MOST_THINGS 32

#define MENTIONED_GROUPS \
  (1u << MIG_SEARCH_GROUP_EVENTS | 1u << MIG_SEARCH_GROUP_DOCUMENTS | 1u << MIG_SEARCH_GROUP_TOPICS)

static const guint8 related_quality = MIG_SEARCH_LEVEL_BY << 1 | 1;

static void
add (MigSearch *self,
     MigRef     ref)
{
  if (mig_search_text_has_kind (mig_ref_kind (ref)))
    mig_search_set_add (&self->set, mig_search_index_doc (self->index, ref), related_quality);
}

static void
add_related (MigSearch  *self,
             MigRef      ref,
             MigRelation relation)
{
  MigRefs refs = mig_corpus_get_related (self->index->corpus, ref, relation);

  for (guint i = 0; i < refs.n; i++)
    add (self, refs.refs[i]);
}

/* An event with all that is in it. */
static void
add_event (MigSearch *self,
           MigRef     ref,
           guint      depth)
{
  MigCorpus *corpus = self->index->corpus;
  MigRefs children = mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN);
  MigRefs speeches = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);

  add_related (self, ref, MIG_RELATION_FIGURES);
  for (guint i = 0; i < speeches.n; i++)
    {
      add (self, speeches.refs[i]);
      add_related (self, speeches.refs[i], MIG_RELATION_FIGURES);
    }
  for (guint i = 0; i < children.n && depth < DEEPEST_EVENT; i++)
    {
      add (self, children.refs[i]);
      add_event (self, children.refs[i], depth + 1);
    }
}

static void
add_who_mentions (MigSearch *self,
                  MigRef     ref)
{
  MigCorpus *corpus = self->index->corpus;
  MigRefs mentions = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY);

  for (guint i = 0; i < mentions.n; i++)
    add (self, mig_corpus_get_mention (corpus, mentions.refs[i])->from);
}

static void
add_members (MigSearch *self,
             MigRef     organization)
{
  MigCorpus *corpus = self->index->corpus;
  MigRefs memberships = mig_corpus_get_related (corpus, organization, MIG_RELATION_MEMBERSHIPS);

  for (guint i = 0; i < memberships.n; i++)
    {
      MigRef person = mig_corpus_get_membership (corpus, memberships.refs[i])->person;

      if (person != MIG_REF_NONE)
        add (self, person);
    }
}

/* Whether a record is what a field names, rather than what hangs on it. */
static gboolean
is_subject (MigCorpus      *corpus,
            MigRef          ref,
            MigSearchField  field,
            MigSearchLevel  level)
{
  MigKind kind = mig_ref_kind (ref);
  gboolean is_named = level >= MIG_SEARCH_LEVEL_NAME;

  switch (field)
    {
    case MIG_SEARCH_FIELD_SPEAKER:
      return (kind == MIG_KIND_PERSON && is_named) || (kind == MIG_KIND_SPEECH && level == MIG_SEARCH_LEVEL_BY);
    case MIG_SEARCH_FIELD_ORGANIZATION:
      return kind == MIG_KIND_ORGANIZATION && is_named;
    case MIG_SEARCH_FIELD_MEETING:
      return kind == MIG_KIND_EVENT && is_named && mig_corpus_get_event (corpus, ref)->role == MIG_EVENT_ROLE_MEETING;
    case MIG_SEARCH_FIELD_SESSION:
      return kind == MIG_KIND_EVENT && is_named && mig_corpus_get_event (corpus, ref)->role == MIG_EVENT_ROLE_SESSION;
    case MIG_SEARCH_FIELD_EVENT:
      return kind == MIG_KIND_EVENT && is_named && mig_corpus_get_event (corpus, ref)->role == MIG_EVENT_ROLE_EVENT;
    case MIG_SEARCH_FIELD_DOCUMENT:
      return kind == MIG_KIND_DOCUMENT && is_named;
    case MIG_SEARCH_FIELD_TOPIC:
      return kind == MIG_KIND_TOPIC && is_named;
    case MIG_SEARCH_FIELD_PLACE:
      return level == MIG_SEARCH_LEVEL_TEXT;
    case MIG_SEARCH_FIELD_ANY:
    case MIG_SEARCH_FIELD_KIND:
    case MIG_SEARCH_FIELD_YEAR:
    default:
      return FALSE;
    }
}

static void
follow (MigSearch      *self,
        MigRef          ref,
        MigSearchField  field)
{
  switch (field)
    {
    case MIG_SEARCH_FIELD_SPEAKER:
      if (mig_ref_kind (ref) == MIG_KIND_PERSON)
        add_related (self, ref, MIG_RELATION_SPEECHES);
      break;
    case MIG_SEARCH_FIELD_ORGANIZATION:
      add_related (self, ref, MIG_RELATION_SPEECHES);
      add_related (self, ref, MIG_RELATION_CONVENED);
      add_related (self, ref, MIG_RELATION_DOCUMENTS);
      add_members (self, ref);
      break;
    case MIG_SEARCH_FIELD_MEETING:
    case MIG_SEARCH_FIELD_SESSION:
      add_event (self, ref, 0);
      break;
    case MIG_SEARCH_FIELD_PLACE:
      if (mig_ref_kind (ref) == MIG_KIND_EVENT)
        add_event (self, ref, 0);
      break;
    case MIG_SEARCH_FIELD_EVENT:
    case MIG_SEARCH_FIELD_DOCUMENT:
      add_who_mentions (self, ref);
      break;
    case MIG_SEARCH_FIELD_TOPIC:
      add_who_mentions (self, ref);
      add_related (self, ref, MIG_RELATION_CHILDREN);
      break;
    case MIG_SEARCH_FIELD_ANY:
    case MIG_SEARCH_FIELD_KIND:
    case MIG_SEARCH_FIELD_YEAR:
    default:
      break;
    }
}

/* Takes the subjects out of the set and empties it. If one of them has just the name that was typed, the others only
 * begin so or hold it among other words, and are left out: "session:I" is not II. */
static GArray *
take_subjects (MigSearch      *self,
               MigSearchField  field)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (MigRef));
  guint8 exact = mig_search_quality (MIG_SEARCH_LEVEL_WHOLE, TRUE), best = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->set.n; i++)
      {
        guint32 doc = self->set.docs[i];
        guint8 quality = self->set.qualities[doc];
        MigRef ref = mig_search_index_ref (self->index, doc);

        if (!is_subject (self->index->corpus, ref, field, mig_search_quality_level (quality)))
          continue;
        if (pass == 0)
          best = MAX (best, quality);
        else if (best < exact || quality == exact)
          g_array_append_val (subjects, ref);
      }
  mig_search_set_clear (&self->set);

  return subjects;
}

/**
 * mig_search_follow_field:
 * @self: a search whose set holds what has the words of a clause
 * @field: the field of that clause
 *
 * Leaves in the set the things that @field means, and adds what hangs on them.
 */
void
mig_search_follow_field (MigSearch      *self,
                         MigSearchField  field)
{
  g_autoptr (GArray) subjects = take_subjects (self, field);

  for (guint i = 0; i < subjects->len; i++)
    mig_search_set_add (&self->set, mig_search_index_doc (self->index, g_array_index (subjects, MigRef, i)),
                        mig_search_quality (MIG_SEARCH_LEVEL_NAME, TRUE));
  for (guint i = 0; i < subjects->len; i++)
    follow (self, g_array_index (subjects, MigRef, i), field);
}

static void
follow_name (MigSearch *self,
             guint32    doc)
{
  guint8 quality = self->set.qualities[doc];
  MigRefs speeches;

  if (mig_search_quality_level (quality) < MIG_SEARCH_LEVEL_NAME)
    return;

  speeches =
    mig_corpus_get_related (self->index->corpus, mig_search_index_ref (self->index, doc), MIG_RELATION_SPEECHES);
  for (guint i = 0; i < speeches.n; i++)
    mig_search_set_add (&self->set, mig_search_index_doc (self->index, speeches.refs[i]),
                        mig_search_quality (MIG_SEARCH_LEVEL_BY, quality & 1));
}

/**
 * mig_search_follow_names:
 * @self: a search whose set holds what has the words of a clause
 *
 * Adds the interventions of the persons and organizations that are in the set by their names.
 */
void
mig_search_follow_names (MigSearch *self)
{
  guint32 begin = self->index->bases[MIG_KIND_PERSON], end = self->index->bases[MIG_KIND_ORGANIZATION + 1];
  guint32 n = self->set.n;

  /* Whichever are fewer: what there are of these, or what is in the set. */
  if (end - begin < n)
    for (guint32 doc = begin; doc < end; doc++)
      follow_name (self, doc);
  else
    for (guint32 i = 0; i < n; i++)
      if (self->set.docs[i] >= begin && self->set.docs[i] < end)
        follow_name (self, self->set.docs[i]);
}

/* What has the word itself stands before it. */
static void
add_mentioning (MigSearch *self,
                MigRef     ref)
{
  if (mig_search_text_has_kind (mig_ref_kind (ref)))
    mig_search_set_add (&self->set, mig_search_index_doc (self->index, ref),
                        mig_search_quality (MIG_SEARCH_LEVEL_NONE, TRUE));
}

/**
 * mig_search_follow_mentions:
 * @self: a search whose set holds what has the words of a clause
 *
 * Adds what mentions the events, documents and topics that are in the set by their names, and the sessions in which
 * that was said. Of a name that many things have it is no matter who mentions them.
 */
void
mig_search_follow_mentions (MigSearch *self)
{
  MigCorpus *corpus = self->index->corpus;
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < self->set.n && things->len <= MOST_THINGS; i++)
    {
      guint32 doc = self->set.docs[i];

      if (mig_search_quality_level (self->set.qualities[doc]) >= MIG_SEARCH_LEVEL_NAME &&
          ((MENTIONED_GROUPS >> mig_search_index_group (self->index, doc)) & 1))
        {
          MigRef ref = mig_search_index_ref (self->index, doc);

          g_array_append_val (things, ref);
        }
    }
  if (things->len > MOST_THINGS)
    return;

  for (guint i = 0; i < things->len; i++)
    {
      MigRefs mentions =
        mig_corpus_get_related (corpus, g_array_index (things, MigRef, i), MIG_RELATION_MENTIONED_BY);

      for (guint k = 0; k < mentions.n; k++)
        {
          MigRef from = mig_corpus_get_mention (corpus, mentions.refs[k])->from;

          add_mentioning (self, from);
          if (mig_ref_kind (from) == MIG_KIND_SPEECH)
            add_mentioning (self, mig_corpus_get_speech (corpus, from)->event);
        }
    }
}
