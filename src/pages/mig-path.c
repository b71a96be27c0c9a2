/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-path.h"

#include <glib/gi18n-lib.h>

#include "mig-words.h"

/* Where a record stands: the steps that lead to it from the series, and what comes before and after it. */

/* How many topics above a topic its path shows. */
#define MAX_TOPICS 3

static void
step_clear (gpointer data)
{
  MigStep *step = data;

  g_clear_pointer (&step->label, g_free);
}

static void
append_step (GArray      *steps,
             MigStepKind  kind,
             MigRef       ref,
             const char  *list,
             const char  *label)
{
  const MigStep step = { kind, ref, list, g_strdup (label) };

  g_array_append_val (steps, step);
}

static void
append_record (GArray    *steps,
               MigCorpus *corpus,
               MigRef     ref)
{
  g_autofree char *label = mig_words_numbered_name (corpus, ref);

  append_step (steps, MIG_STEP_OPEN, ref, NULL, label);
}

static MigRef
find_series (MigCorpus *corpus,
             MigRef     ref)
{
  const MigRef enclosing = mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_SERIES);
  const MigRefs meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL);

  if (enclosing != MIG_REF_NONE || meetings.n == 0)
    return enclosing;

  /* What stands outside is seen from the series of the first meeting. */
  return mig_corpus_get_enclosing (corpus, meetings.refs[0], MIG_EVENT_ROLE_SERIES);
}

static void
append_root (GArray    *steps,
             MigCorpus *corpus,
             MigRef     ref)
{
  const MigRef series = find_series (corpus, ref);

  if (series != MIG_REF_NONE)
    append_step (steps, MIG_STEP_OPEN, series, NULL, C_("first step of the path", "Series"));
  else
    append_step (steps, MIG_STEP_OPEN, MIG_REF_NONE, NULL, C_("first step of the path", "Overview"));
}

static void
append_meeting_and_session (GArray    *steps,
                            MigCorpus *corpus,
                            MigRef     ref)
{
  const MigRef meeting = mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_MEETING);
  const MigRef session = mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_SESSION);

  if (meeting != MIG_REF_NONE && meeting != ref)
    append_record (steps, corpus, meeting);
  if (session != MIG_REF_NONE && session != ref)
    append_record (steps, corpus, session);
}

static void
append_topics (GArray    *steps,
               MigCorpus *corpus,
               MigRef     ref)
{
  MigRef above[MAX_TOPICS];
  MigRef parent = mig_corpus_get_topic (corpus, ref)->parent;
  guint n = 0;

  append_step (steps, MIG_STEP_PLAIN, MIG_REF_NONE, NULL, C_("step of the path", "Topics"));
  for (; parent != MIG_REF_NONE && n < MAX_TOPICS; parent = mig_corpus_get_topic (corpus, parent)->parent)
    above[n++] = parent;
  while (n > 0)
    append_record (steps, corpus, above[--n]);
}

static void
append_event_path (GArray    *steps,
                   MigCorpus *corpus,
                   MigRef     ref)
{
  const MigEvent *event = mig_corpus_get_event (corpus, ref);

  switch (event->role)
    {
    case MIG_EVENT_ROLE_SERIES:
      return;

    case MIG_EVENT_ROLE_MEETING:
    case MIG_EVENT_ROLE_SESSION:
      append_meeting_and_session (steps, corpus, ref);
      return;

    case MIG_EVENT_ROLE_EVENT:
    default:
      append_step (steps, MIG_STEP_LIST, MIG_REF_NONE, "events", C_("step of the path", "Events"));
      if (event->parent != MIG_REF_NONE)
        append_record (steps, corpus, event->parent);
      return;
    }
}

/* What lies between the series and the record. */
static void
append_between (GArray    *steps,
                MigCorpus *corpus,
                MigRef     ref)
{
  switch (mig_ref_kind (ref))
    {
    case MIG_KIND_EVENT:
      append_event_path (steps, corpus, ref);
      break;

    case MIG_KIND_SPEECH:
    case MIG_KIND_FIGURE:
    case MIG_KIND_MENTION:
    case MIG_KIND_MEMBERSHIP:
      append_meeting_and_session (steps, corpus, ref);
      break;

    case MIG_KIND_PERSON:
      append_step (steps, MIG_STEP_LIST, MIG_REF_NONE, "speakers", C_("step of the path", "Speakers"));
      break;

    case MIG_KIND_DOCUMENT:
      append_step (steps, MIG_STEP_LIST, MIG_REF_NONE, "documents", C_("step of the path", "Documents"));
      break;

    case MIG_KIND_ORGANIZATION:
      append_step (steps, MIG_STEP_PLAIN, MIG_REF_NONE, NULL, C_("step of the path", "Organizations"));
      break;

    case MIG_KIND_TOPIC:
      append_topics (steps, corpus, ref);
      break;

    case MIG_KIND_AREA:
      append_step (steps, MIG_STEP_PLAIN, MIG_REF_NONE, NULL, C_("step of the path", "Places"));
      break;

    case MIG_KIND_POST:
      append_step (steps, MIG_STEP_PLAIN, MIG_REF_NONE, NULL, C_("step of the path", "Posts"));
      break;

    case MIG_KIND_NONE:
    default:
      break;
    }
}

/**
 * mig_path_get_steps:
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE
 *
 * Gets the breadcrumbs: "Series", "14th meeting", "VIII. Preparing the summit". The last is the record itself.
 *
 * Returns: (transfer full) (element-type MigStep): the steps; at least one
 */
GArray *
mig_path_get_steps (MigCorpus *corpus,
                    MigRef     ref)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (MigStep));
  const MigKind kind = mig_ref_kind (ref);

  g_array_set_clear_func (steps, step_clear);

  if (kind == MIG_KIND_NONE)
    {
      append_step (steps, MIG_STEP_OPEN, ref, NULL, mig_corpus_get_title (corpus));
      return steps;
    }

  append_root (steps, corpus, ref);
  append_between (steps, corpus, ref);
  if (kind == MIG_KIND_MENTION || kind == MIG_KIND_MEMBERSHIP)
    append_step (steps, MIG_STEP_OPEN, ref, NULL, mig_words_kind (corpus, ref));
  else if (g_array_index (steps, MigStep, steps->len - 1).ref != ref)
    append_record (steps, corpus, ref);

  return steps;
}

/* The records among which one stands in an order: sessions of a meeting, interventions of a session, meetings. */
static MigRefs
get_row (MigCorpus *corpus,
         MigRef     ref)
{
  const MigRefs none = { NULL, 0 };
  const MigEvent *event;
  MigRef session;

  switch ((int) mig_ref_kind (ref))
    {
    case MIG_KIND_SPEECH:
      session = mig_corpus_get_speech (corpus, ref)->event;
      return session != MIG_REF_NONE ? mig_corpus_get_related (corpus, session, MIG_RELATION_SPEECHES) : none;

    case MIG_KIND_EVENT:
      event = mig_corpus_get_event (corpus, ref);
      if (event->role == MIG_EVENT_ROLE_SESSION)
        return mig_corpus_get_related (corpus, event->parent, MIG_RELATION_CHILDREN);
      if (event->role == MIG_EVENT_ROLE_MEETING && event->parent != MIG_REF_NONE)
        return mig_corpus_get_related (corpus, event->parent, MIG_RELATION_CHILDREN);
      if (event->role == MIG_EVENT_ROLE_MEETING)
        return mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL);
      return none;

    default:
      return none;
    }
}

/**
 * mig_path_get_siblings:
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE
 *
 * Returns: what comes before and after it
 */
MigSiblings
mig_path_get_siblings (MigCorpus *corpus,
                       MigRef     ref)
{
  const MigRefs row = get_row (corpus, ref);
  MigSiblings siblings = { MIG_REF_NONE, MIG_REF_NONE, 0, row.n };

  for (guint i = 0; i < row.n; i++)
    if (row.refs[i] == ref)
      {
        siblings.position = i + 1;
        siblings.previous = i > 0 ? row.refs[i - 1] : MIG_REF_NONE;
        siblings.next = i + 1 < row.n ? row.refs[i + 1] : MIG_REF_NONE;
        break;
      }

  return siblings;
}
