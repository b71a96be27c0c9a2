/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-filter.h"

#include <string.h>

/*
 * Which records pass a filter. A filter is data and this a pure function of it and the corpus: the timeline, the
 * overview, the lists and the counts ask the same question and cannot differ.
 *
 * A meeting has to do with a speaker, an organization or a topic when a session or an intervention in it has; a thing
 * that is mentioned has, when one of those who mention it has.
 */

/* Deeper than series, meetings and sessions go, and than places lie in places. */
#define DEEPEST 12

typedef gboolean (*TouchesFunc) (MigCorpus *corpus, MigRef ref, MigRef thing, guint depth);

static gboolean touches (MigCorpus *corpus, MigRef ref, MigRef thing, guint depth);

static gboolean
contains (MigRefs refs,
          MigRef  ref)
{
  for (guint i = 0; i < refs.n; i++)
    if (refs.refs[i] == ref)
      return TRUE;

  return FALSE;
}

static gboolean
any_touches (MigCorpus *corpus,
             MigRefs    refs,
             MigRef     thing,
             guint      depth)
{
  for (guint i = 0; i < refs.n; i++)
    if (touches (corpus, refs.refs[i], thing, depth + 1))
      return TRUE;

  return FALSE;
}

static gboolean
mentions (MigCorpus *corpus,
          MigRef     ref,
          MigRef     thing)
{
  MigRefs made = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONS_MADE);

  for (guint i = 0; i < made.n; i++)
    if (mig_corpus_get_mention (corpus, made.refs[i])->to == thing)
      return TRUE;

  return FALSE;
}

/* Whether @ref is mentioned by somebody who is, or stands for, @thing. What mentions are made in is not followed: a
 * summit does not have to do with all that was said at a meeting where it was named. */
static gboolean
is_mentioned_by (MigCorpus *corpus,
                 MigRef     ref,
                 MigRef     thing)
{
  MigRefs mentioned_by = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY);

  for (guint i = 0; i < mentioned_by.n; i++)
    {
      MigRef from = mig_corpus_get_mention (corpus, mentioned_by.refs[i])->from;
      const MigSpeech *speech = mig_ref_kind (from) == MIG_KIND_SPEECH ? mig_corpus_get_speech (corpus, from) : NULL;

      if (speech != NULL && (speech->creator == thing || speech->on_behalf_of == thing))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_member (MigCorpus *corpus,
           MigRef     ref,
           MigRef     thing)
{
  MigRefs memberships = mig_corpus_get_related (corpus, ref, MIG_RELATION_MEMBERSHIPS);

  for (guint i = 0; i < memberships.n; i++)
    {
      const MigMembership *membership = mig_corpus_get_membership (corpus, memberships.refs[i]);

      if (membership->organization == thing || membership->person == thing)
        return TRUE;
    }

  return FALSE;
}

static gboolean
event_touches (MigCorpus *corpus,
               MigRef     ref,
               MigRef     thing,
               guint      depth)
{
  const MigEvent *event = mig_corpus_get_event (corpus, ref);

  return event->organization == thing || mentions (corpus, ref, thing) || is_mentioned_by (corpus, ref, thing) ||
         any_touches (corpus, mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES), thing, depth) ||
         any_touches (corpus, mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN), thing, depth);
}

/* Whether a record has to do with a person, an organization or a topic. */
static gboolean
touches (MigCorpus *corpus,
         MigRef     ref,
         MigRef     thing,
         guint      depth)
{
  if (ref == thing)
    return TRUE;
  if (depth > DEEPEST)
    return FALSE;

  switch ((guint) mig_ref_kind (ref))
    {
    case MIG_KIND_EVENT:
      return event_touches (corpus, ref, thing, depth);
    case MIG_KIND_SPEECH:
      return mig_corpus_get_speech (corpus, ref)->creator == thing ||
             mig_corpus_get_speech (corpus, ref)->on_behalf_of == thing || mentions (corpus, ref, thing);
    case MIG_KIND_PERSON:
    case MIG_KIND_ORGANIZATION:
      return is_member (corpus, ref, thing) ||
             (mig_ref_kind (thing) != MIG_KIND_ORGANIZATION &&
              any_touches (corpus, mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES), thing, depth));
    case MIG_KIND_DOCUMENT:
      return mig_corpus_get_document (corpus, ref)->organization == thing || is_mentioned_by (corpus, ref, thing);
    case MIG_KIND_TOPIC:
      return mig_corpus_get_topic (corpus, ref)->parent == thing || is_mentioned_by (corpus, ref, thing);
    case MIG_KIND_FIGURE:
      return mig_corpus_get_figure (corpus, ref)->given_by != MIG_REF_NONE &&
             touches (corpus, mig_corpus_get_figure (corpus, ref)->given_by, thing, depth + 1);
    default:
      return FALSE;
    }
}

/* Where a record is: an event's own area, a session's or an intervention's that of what it is part of. */
static MigRef
find_area (MigCorpus *corpus,
           MigRef     ref)
{
  MigRef event = ref;

  if (mig_ref_kind (ref) == MIG_KIND_AREA)
    return ref;
  if (mig_ref_kind (ref) == MIG_KIND_FIGURE)
    {
      const MigFigure *figure = mig_corpus_get_figure (corpus, ref);

      if (figure->area != MIG_REF_NONE)
        return figure->area;
      event = figure->given_by;
    }
  if (mig_ref_kind (event) == MIG_KIND_SPEECH)
    event = mig_corpus_get_speech (corpus, event)->event;

  while (event != MIG_REF_NONE && mig_ref_kind (event) == MIG_KIND_EVENT)
    {
      if (mig_corpus_get_event (corpus, event)->area != MIG_REF_NONE)
        return mig_corpus_get_event (corpus, event)->area;
      event = mig_corpus_get_event (corpus, event)->parent;
    }

  return MIG_REF_NONE;
}

static gboolean
lies_in (MigCorpus *corpus,
         MigRef     ref,
         MigRef     place,
         guint      unused)
{
  MigRef area = find_area (corpus, ref);

  for (guint depth = 0; area != MIG_REF_NONE && depth < DEEPEST; depth++)
    {
      if (area == place)
        return TRUE;
      area = mig_corpus_get_area (corpus, area)->parent;
    }

  return FALSE;
}

static gboolean
passes_things (MigCorpus    *corpus,
               MigRef        ref,
               const MigRef *things,
               guint         n_things,
               TouchesFunc   func)
{
  for (guint i = 0; i < n_things; i++)
    if (func (corpus, ref, things[i], 0))
      return TRUE;

  return n_things == 0;
}

typedef gboolean (*PassesFunc) (const MigFilter *self, MigCorpus *corpus, MigRef ref);

/* Whether any intervention of a person or an organization passes, or anybody who mentions it, a topic or a place. What
 * has no date and takes place nowhere is when and where it is spoken of. */
static gboolean
any_occasion_passes (const MigFilter *self,
                     MigCorpus       *corpus,
                     MigRef           ref,
                     PassesFunc       passes)
{
  const MigKind kind = mig_ref_kind (ref);
  MigRefs speeches, mentioned_by;

  if (kind != MIG_KIND_PERSON && kind != MIG_KIND_ORGANIZATION && kind != MIG_KIND_TOPIC && kind != MIG_KIND_AREA)
    return FALSE;

  speeches = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);
  for (guint i = 0; i < speeches.n; i++)
    if (passes (self, corpus, speeches.refs[i]))
      return TRUE;
  mentioned_by = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY);
  for (guint i = 0; i < mentioned_by.n; i++)
    if (passes (self, corpus, mig_corpus_get_mention (corpus, mentioned_by.refs[i])->from))
      return TRUE;

  return FALSE;
}

static gboolean
date_passes (const MigFilter *self,
             MigCorpus       *corpus,
             MigRef           ref)
{
  return mig_date_may_fall_within (mig_corpus_get_date (corpus, ref), self->first_day, self->last_day);
}

static gboolean
passes_span (const MigFilter *self,
             MigCorpus       *corpus,
             MigRef           ref)
{
  if (self->first_day == G_MININT && self->last_day == G_MAXINT)
    return TRUE;

  return date_passes (self, corpus, ref) || any_occasion_passes (self, corpus, ref, date_passes);
}

static gboolean
place_passes (const MigFilter *self,
              MigCorpus       *corpus,
              MigRef           ref)
{
  return passes_things (corpus, ref, self->places, self->n_places, lies_in);
}

static gboolean
passes_places (const MigFilter *self,
               MigCorpus       *corpus,
               MigRef           ref)
{
  return place_passes (self, corpus, ref) || any_occasion_passes (self, corpus, ref, place_passes);
}

/* A lag that may be either leads both ways. */
static gboolean
any_leads (const MigFilter *self,
           MigCorpus       *corpus,
           MigRefs          mentions)
{
  for (guint i = 0; i < mentions.n; i++)
    {
      const MigRef to = mig_corpus_get_mention (corpus, mentions.refs[i])->to;
      MigLag lag = mig_date_lag (mig_corpus_get_date (corpus, mentions.refs[i]), mig_corpus_get_date (corpus, to));

      if (lag.known && (self->direction == MIG_FILTER_AHEAD ? MAX (lag.days, lag.days_most) > 0
                                                            : MIN (lag.days, lag.days_most) < 0))
        return TRUE;
    }

  return FALSE;
}

/* Whether anything that is mentioned in it, or by it, lay in the direction. */
static gboolean
looks (const MigFilter *self,
       MigCorpus       *corpus,
       MigRef           ref,
       guint            depth)
{
  static const MigRelation parts[] = { MIG_RELATION_SPEECHES, MIG_RELATION_CHILDREN };
  const gboolean is_event = mig_ref_kind (ref) == MIG_KIND_EVENT;

  if (any_leads (self, corpus, mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONS_MADE)))
    return TRUE;
  if (depth > DEEPEST)
    return FALSE;
  for (guint i = 0; i < (is_event ? G_N_ELEMENTS (parts) : 1); i++)
    {
      MigRefs refs = mig_corpus_get_related (corpus, ref, parts[i]);

      for (guint k = 0; k < refs.n; k++)
        if (looks (self, corpus, refs.refs[k], depth + 1))
          return TRUE;
    }

  return FALSE;
}

/* One who mentions it suffices, and for who mentions something one of them. */
static gboolean
passes_direction (const MigFilter *self,
                  MigCorpus       *corpus,
                  MigRef           ref)
{
  return self->direction == MIG_FILTER_ANY_DIRECTION ||
         any_leads (self, corpus, mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY)) ||
         looks (self, corpus, ref, 0);
}

/**
 * mig_filter_init:
 * @self: a filter
 *
 * Makes a filter through which everything passes.
 */
void
mig_filter_init (MigFilter *self)
{
  g_return_if_fail (self != NULL);

  *self = (MigFilter) { .first_day = G_MININT, .last_day = G_MAXINT };
}

/**
 * mig_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether everything passes
 */
gboolean
mig_filter_is_empty (const MigFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->groups == 0 && self->first_day == G_MININT && self->last_day == G_MAXINT &&
         self->n_organizations + self->n_speakers + self->n_topics + self->n_places == 0 &&
         self->direction == MIG_FILTER_ANY_DIRECTION && self->certainties == 0 && !self->disagrees;
}

static MigRef *
get_list (MigFilter  *self,
          MigRef      thing,
          guint     **n)
{
  switch ((guint) mig_ref_kind (thing))
    {
    case MIG_KIND_ORGANIZATION:
      *n = &self->n_organizations;
      return self->organizations;
    case MIG_KIND_PERSON:
      *n = &self->n_speakers;
      return self->speakers;
    case MIG_KIND_TOPIC:
      *n = &self->n_topics;
      return self->topics;
    case MIG_KIND_AREA:
      *n = &self->n_places;
      return self->places;
    default:
      return NULL;
    }
}

/**
 * mig_filter_add:
 * @self: a filter
 * @thing: an organization, a person, a topic or an area
 *
 * Asks for what has to do with @thing.
 *
 * Returns: whether it was added: not when it is of another kind or there already, or when there are
 *   %MIG_FILTER_MAX_THINGS of its kind
 */
gboolean
mig_filter_add (MigFilter *self,
                MigRef     thing)
{
  MigRef *list;
  guint *n;

  g_return_val_if_fail (self != NULL, FALSE);

  list = get_list (self, thing, &n);
  if (list == NULL || *n == MIG_FILTER_MAX_THINGS || contains ((MigRefs) { list, *n }, thing))
    return FALSE;

  list[(*n)++] = thing;
  return TRUE;
}

/**
 * mig_filter_can_ask_for:
 * @thing: a record, or %MIG_REF_NONE
 *
 * Returns: whether it is something that a filter can ask for by its name
 */
gboolean
mig_filter_can_ask_for (MigRef thing)
{
  guint *n;

  return get_list (&(MigFilter){ 0 }, thing, &n) != NULL;
}

/**
 * mig_filter_remove:
 * @self: a filter
 * @thing: what was added
 *
 * Asks no longer for what has to do with @thing.
 *
 * Returns: whether it was asked for
 */
gboolean
mig_filter_remove (MigFilter *self,
                   MigRef     thing)
{
  MigRef *list;
  guint *n;

  g_return_val_if_fail (self != NULL, FALSE);

  list = get_list (self, thing, &n);
  for (guint i = 0; list != NULL && i < *n; i++)
    if (list[i] == thing)
      {
        for (; i + 1 < *n; i++)
          list[i] = list[i + 1];
        (*n)--;
        return TRUE;
      }

  return FALSE;
}

/**
 * mig_filter_has:
 * @self: a filter
 * @thing: an organization, a person, a topic or an area
 *
 * Returns: whether it is asked for
 */
gboolean
mig_filter_has (const MigFilter *self,
                MigRef           thing)
{
  MigRef *list;
  guint *n;

  g_return_val_if_fail (self != NULL, FALSE);

  list = get_list ((MigFilter *) self, thing, &n);
  return list != NULL && contains ((MigRefs) { list, *n }, thing);
}

static gboolean
equal_things (const MigRef *one, guint n_one, const MigRef *other, guint n_other)
{
  return n_one == n_other && memcmp (one, other, n_one * sizeof (MigRef)) == 0;
}

/**
 * mig_filter_equal:
 * @self: a filter
 * @other: a filter for the same corpus
 *
 * Returns: whether both ask for the same, in the same order
 */
gboolean
mig_filter_equal (const MigFilter *self,
                  const MigFilter *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->groups == other->groups && self->first_day == other->first_day && self->last_day == other->last_day &&
         self->direction == other->direction && self->certainties == other->certainties &&
         !self->disagrees == !other->disagrees &&
         equal_things (self->organizations, self->n_organizations, other->organizations, other->n_organizations) &&
         equal_things (self->speakers, self->n_speakers, other->speakers, other->n_speakers) &&
         equal_things (self->topics, self->n_topics, other->topics, other->n_topics) &&
         equal_things (self->places, self->n_places, other->places, other->n_places);
}

static guint
carry_over_things (MigRef    *things,
                   guint      n_things,
                   MigCorpus *from,
                   MigCorpus *to)
{
  const MigKind kind = n_things > 0 ? mig_ref_kind (things[0]) : MIG_KIND_NONE;
  guint n = 0;

  for (guint i = 0; i < n_things; i++)
    {
      const char *id = mig_corpus_get_record (from, things[i])->id;
      const MigRef ref = to != NULL ? mig_corpus_lookup (to, id) : MIG_REF_NONE;

      if (ref != MIG_REF_NONE && mig_ref_kind (ref) == kind)
        things[n++] = ref;
    }

  return n;
}

/**
 * mig_filter_carry_over:
 * @self: a filter
 * @from: the corpus that its things are of
 * @to: (nullable): another corpus
 *
 * Makes a filter ask for the same in another corpus: things are found again by their ids, and those that are gone are
 * asked for no longer.
 */
void
mig_filter_carry_over (MigFilter *self,
                       MigCorpus *from,
                       MigCorpus *to)
{
  g_return_if_fail (self != NULL);

  self->n_organizations = carry_over_things (self->organizations, self->n_organizations, from, to);
  self->n_speakers = carry_over_things (self->speakers, self->n_speakers, from, to);
  self->n_topics = carry_over_things (self->topics, self->n_topics, from, to);
  self->n_places = carry_over_things (self->places, self->n_places, from, to);
}

/**
 * mig_filter_passes_but_kind:
 * @self: a filter
 * @corpus: a corpus
 * @ref: a record of it of a kind that can be found
 *
 * Returns: whether a record would pass if every kind did
 */
gboolean
mig_filter_passes_but_kind (const MigFilter *self,
                            MigCorpus       *corpus,
                            MigRef           ref)
{
  const MigRecord *record;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), FALSE);

  record = mig_corpus_get_record (corpus, ref);
  if (record == NULL)
    return FALSE;

  return (self->certainties == 0 || (self->certainties >> record->certainty) & 1) &&
         (!self->disagrees || record->disagreements.n > 0) && passes_span (self, corpus, ref) &&
         passes_direction (self, corpus, ref) && passes_places (self, corpus, ref) &&
         passes_things (corpus, ref, self->organizations, self->n_organizations, touches) &&
         passes_things (corpus, ref, self->speakers, self->n_speakers, touches) &&
         passes_things (corpus, ref, self->topics, self->n_topics, touches);
}

/**
 * mig_filter_passes:
 * @self: a filter
 * @corpus: a corpus
 * @ref: a record of it of a kind that can be found
 *
 * Tells whether a record is among what the filter asks for. A date that is not sure passes a span in which it may lie;
 * an event without one passes none. #MigSubset tells it of all records at once.
 *
 * Returns: whether it is
 */
gboolean
mig_filter_passes (const MigFilter *self,
                   MigCorpus       *corpus,
                   MigRef           ref)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return mig_filter_passes_but_kind (self, corpus, ref) &&
         (self->groups == 0 || (self->groups >> mig_search_group_of (corpus, ref)) & 1);
}
