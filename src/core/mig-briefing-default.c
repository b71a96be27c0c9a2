/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-default.h"

#include <glib/gi18n-lib.h>

/*
 * A briefing from the corpus itself, for whoever has made none: the series at a glance, each meeting of which more is
 * known than that it was held, its sessions, and the events that were raised most.
 *
 * Of a large corpus it takes what is connected best, in the order of time, so that a briefing stays one that can be
 * given.
 */

#define MAX_MEETINGS 6
#define MAX_SESSIONS 12 /* of one meeting */
#define MAX_EVENTS 6
#define MIN_VOICES 2 /* an event that one speaker raised is no finding */

#define SECONDS_SERIES 60
#define SECONDS_MEETING 90
#define SECONDS_SESSION 90
#define SECONDS_EVENT 90

/* Days in sight before and after what a scene is about, as far as nothing that it is linked to asks for more; and how
 * far that may lead. */
#define DAYS_BEFORE 270
#define DAYS_AFTER 390
#define DAYS_FARTHEST 1100
/* Air at the edges, as a part of the whole. */
#define MARGIN 0.04

typedef struct
{
  MigRef ref;
  guint weight;
  guint order;
} Choice;

static gint
compare_weight (gconstpointer a, gconstpointer b)
{
  const Choice *p = a, *q = b;

  return p->weight != q->weight ? (p->weight < q->weight) - (p->weight > q->weight)
                                : (p->order > q->order) - (p->order < q->order);
}

static gint
compare_order (gconstpointer a, gconstpointer b)
{
  const Choice *p = a, *q = b;

  return (p->order > q->order) - (p->order < q->order);
}

/* Keeps the weightiest, in their own order. */
static void
keep_best (GArray *choices, guint most)
{
  g_array_sort (choices, compare_weight);
  if (choices->len > most)
    g_array_set_size (choices, most);
  g_array_sort (choices, compare_order);
}

static guint
count (MigCorpus *corpus, MigRef ref, MigRelation relation)
{
  return mig_corpus_get_related (corpus, ref, relation).n;
}

/* How much is known of a session: what was said and what was mentioned there. */
static guint
weigh_session (MigCorpus *corpus, MigRef session)
{
  return count (corpus, session, MIG_RELATION_SPEECHES) + count (corpus, session, MIG_RELATION_MENTIONS_MADE);
}

static guint
weigh_meeting (MigCorpus *corpus, MigRef meeting)
{
  MigRefs sessions = mig_corpus_get_related (corpus, meeting, MIG_RELATION_CHILDREN);
  guint weight = count (corpus, meeting, MIG_RELATION_SPEECHES) + sessions.n;

  for (guint i = 0; i < sessions.n; i++)
    weight += weigh_session (corpus, sessions.refs[i]);
  return weight;
}

/* The span of the meetings that have a date. */
static gboolean
get_years (MigCorpus *corpus, double *start, double *end)
{
  guint n_dated;
  MigRefs meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, &n_dated);
  gint first, last;

  if (n_dated > 0)
    {
      first = last = mig_date_first_day (mig_corpus_get_date (corpus, meetings.refs[0]));
      for (guint i = 0; i < n_dated; i++)
        last = MAX (last, mig_date_last_day (mig_corpus_get_date (corpus, meetings.refs[i])));
    }
  else if (!mig_corpus_get_extent (corpus, &first, &last))
    return FALSE;
  *start = first;
  *end = last + 1;
  return TRUE;
}

/* Brings both ends of the arcs of @ref into @start and @end, as far as they do not lie too far away. */
static void
include_linked (MigCorpus *corpus, MigRef ref, double *start, double *end)
{
  g_autoptr (GArray) arcs = mig_arcs_collect (corpus, ref);
  double first = *start, last = *end;

  for (guint i = 0; i < arcs->len; i++)
    {
      const MigArc *arc = &g_array_index (arcs, MigArc, i);
      MigRef other = arc->target == ref ? arc->origin : arc->target;
      const MigDate *date = mig_corpus_get_date (corpus, other);
      /* What a meeting leads to may lie anywhere; who raised an event is all that its scene is about. */
      gboolean is_far;

      if (!mig_date_is_set (date))
        continue;
      is_far = mig_date_first_day (date) < first - DAYS_FARTHEST || mig_date_last_day (date) > last + DAYS_FARTHEST;
      if (arc->target != ref || is_far)
        continue;
      *start = MIN (*start, mig_date_first_day (date) - DAYS_BEFORE / 2.0);
      *end = MAX (*end, mig_date_last_day (date) + DAYS_BEFORE / 2.0);
    }
}

/**
 * mig_briefing_is_dated:
 * @corpus: a corpus
 * @ref: a record of it, or %MIG_REF_NONE
 *
 * Returns: whether a record has a place of its own in time: not the series, and not an organization, whose date says
 *   since when it has been there
 */
gboolean
mig_briefing_is_dated (MigCorpus *corpus, MigRef ref)
{
  const MigEvent *event = mig_ref_kind (ref) == MIG_KIND_EVENT ? mig_corpus_get_event (corpus, ref) : NULL;

  return ref != MIG_REF_NONE && mig_date_is_set (mig_corpus_get_date (corpus, ref)) &&
         mig_ref_kind (ref) != MIG_KIND_ORGANIZATION && (event == NULL || event->role != MIG_EVENT_ROLE_SERIES);
}

/**
 * mig_briefing_choose_span:
 * @corpus: a corpus
 * @ref: a record of it, or %MIG_REF_NONE
 * @start: (out): the earlier edge of a good view on it, a Julian day
 * @end: (out): the later edge
 *
 * Chooses a span of time that shows a record among what it is linked to: about two years around something dated, and
 * all meetings for the series or anything without a date.
 */
void
mig_briefing_choose_span (MigCorpus *corpus, MigRef ref, double *start, double *end)
{
  gboolean whole = !mig_briefing_is_dated (corpus, ref);
  const MigDate *date;

  if (whole && get_years (corpus, start, end))
    {
      double margin = (*end - *start) * MARGIN;

      *start -= margin;
      *end += margin;
      return;
    }
  if (whole)
    {
      *start = mig_day_from_civil (2000, 1, 1);
      *end = mig_day_from_civil (2001, 1, 1);
      return;
    }
  date = mig_corpus_get_date (corpus, ref);
  *start = mig_date_first_day (date) - DAYS_BEFORE;
  *end = mig_date_last_day (date) + DAYS_AFTER;
  include_linked (corpus, ref, start, end);
}

static char *
dup_meeting_name (MigCorpus *corpus, MigRef ref)
{
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  const MigDate *date = mig_corpus_get_date (corpus, ref);
  gint year;

  if (!mig_date_is_set (date))
    return g_strdup (record->short_name);
  mig_day_to_civil (mig_date_first_day (date), &year, NULL, NULL);
  /* Translators: a scene of a briefing: %1$s is a meeting, %2$d its year: "14th meeting, 2016" */
  return g_strdup_printf (C_("scene", "%1$s, %2$d"), record->short_name, year);
}

static char *
dup_name (MigCorpus *corpus, MigRef ref)
{
  const MigRecord *record = ref != MIG_REF_NONE ? mig_corpus_get_record (corpus, ref) : NULL;
  const MigEvent *event = mig_ref_kind (ref) == MIG_KIND_EVENT ? mig_corpus_get_event (corpus, ref) : NULL;
  const char *numeral;

  if (record == NULL || (event != NULL && event->role == MIG_EVENT_ROLE_SERIES))
    return g_strdup (C_("scene", "The series at a glance"));
  if (event != NULL && event->role == MIG_EVENT_ROLE_MEETING)
    return dup_meeting_name (corpus, ref);
  numeral = mig_corpus_get_identifier (corpus, ref, "session");
  if (event != NULL && event->role == MIG_EVENT_ROLE_SESSION && *numeral != '\0')
    /* Translators: a session: %1$s is its number as printed, such as "VIII", %2$s its title */
    return g_strdup_printf (C_("session", "%1$s. %2$s"), numeral, record->short_name);
  return g_strdup (*record->short_name != '\0' ? record->short_name : record->id);
}

static MigScene *
create_scene (MigCorpus *corpus, MigRef ref, guint duration)
{
  const MigRecord *record = ref != MIG_REF_NONE ? mig_corpus_get_record (corpus, ref) : NULL;
  g_autofree char *name = dup_name (corpus, ref);
  MigSceneFields fields = {
    .name = name,
    .note = record != NULL ? record->description : mig_corpus_get_description (corpus),
    .selected = record != NULL ? record->id : NULL,
    .duration = duration,
  };

  mig_briefing_choose_span (corpus, ref, &fields.start, &fields.end);
  return mig_scene_new (&fields);
}

/**
 * mig_briefing_create_scene:
 * @corpus: a corpus
 * @ref: a record of it, or %MIG_REF_NONE for the corpus as a whole
 *
 * Returns: (transfer full): a scene about a record, named after it, with a good view on it
 */
MigScene *
mig_briefing_create_scene (MigCorpus *corpus, MigRef ref)
{
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  return create_scene (corpus, ref, SECONDS_SESSION);
}

/* Of several series none is the whole. */
static MigRef
find_series (MigCorpus *corpus)
{
  const MigRefs series = mig_corpus_get_series (corpus);

  return series.n == 1 ? series.refs[0] : MIG_REF_NONE;
}

static void
add_sessions (MigCorpus *corpus, MigRef meeting, GPtrArray *scenes)
{
  MigRefs sessions = mig_corpus_get_related (corpus, meeting, MIG_RELATION_CHILDREN);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  for (guint i = 0; i < sessions.n; i++)
    {
      Choice choice = { sessions.refs[i], weigh_session (corpus, sessions.refs[i]), i };

      if (choice.weight > 0 && *mig_corpus_get_record (corpus, choice.ref)->id != '\0')
        g_array_append_val (choices, choice);
    }
  keep_best (choices, MAX_SESSIONS);
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (scenes, create_scene (corpus, g_array_index (choices, Choice, i).ref, SECONDS_SESSION));
}

static void
add_meetings (MigCorpus *corpus, GPtrArray *scenes)
{
  MigRefs meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  for (guint i = 0; i < meetings.n; i++)
    {
      Choice choice = { meetings.refs[i], weigh_meeting (corpus, meetings.refs[i]), i };

      if (choice.weight > 0 && *mig_corpus_get_record (corpus, choice.ref)->id != '\0')
        g_array_append_val (choices, choice);
    }
  keep_best (choices, MAX_MEETINGS);
  for (guint i = 0; i < choices->len; i++)
    {
      MigRef meeting = g_array_index (choices, Choice, i).ref;

      g_ptr_array_add (scenes, create_scene (corpus, meeting, SECONDS_MEETING));
      add_sessions (corpus, meeting, scenes);
    }
}

static void
add_events (MigCorpus *corpus, GPtrArray *scenes)
{
  guint n_dated;
  MigRefs events = mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, &n_dated);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  for (guint i = 0; i < n_dated; i++)
    {
      Choice choice = { events.refs[i], count (corpus, events.refs[i], MIG_RELATION_MENTIONED_BY), i };

      if (choice.weight >= MIN_VOICES && *mig_corpus_get_record (corpus, choice.ref)->id != '\0')
        g_array_append_val (choices, choice);
    }
  /* The rough measure finds the few for which the exact one is worth its price. */
  keep_best (choices, MAX_EVENTS * 4);
  for (guint i = choices->len; i-- > 0;)
    {
      Choice *choice = &g_array_index (choices, Choice, i);

      choice->weight = mig_arcs_count_speakers (corpus, NULL, choice->ref, NULL);
      if (choice->weight < MIN_VOICES)
        g_array_remove_index (choices, i);
    }
  keep_best (choices, MAX_EVENTS);
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (scenes, create_scene (corpus, g_array_index (choices, Choice, i).ref, SECONDS_EVENT));
}

/**
 * mig_briefing_new_from_corpus:
 * @corpus: a corpus
 *
 * Makes a briefing of what a corpus holds: the series at a glance; each documented meeting with its sessions, of six at
 * most; and the events that most speakers raised.
 *
 * Returns: (transfer full): the briefing; it has at least one scene
 */
MigBriefing *
mig_briefing_new_from_corpus (MigCorpus *corpus)
{
  g_autoptr (GPtrArray) scenes = g_ptr_array_new_with_free_func (g_object_unref);
  GFile *file;
  g_autofree char *location = NULL;
  MigBriefing *briefing;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  file = mig_corpus_get_file (corpus);
  location = file != NULL ? g_file_get_uri (file) : NULL;
  briefing = mig_briefing_new (mig_corpus_get_title (corpus));
  mig_briefing_set_corpus (briefing, mig_corpus_get_id (corpus), mig_corpus_get_title (corpus), location);
  g_ptr_array_add (scenes, create_scene (corpus, find_series (corpus), SECONDS_SERIES));
  add_meetings (corpus, scenes);
  add_events (corpus, scenes);
  mig_briefing_begin (briefing, scenes, 0);
  return briefing;
}
