/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-text.h"

#include <glib/gi18n-lib.h>

#include "mig-count-words.h"
#include "mig-date-format.h"
#include "mig-date-names.h"
#include "mig-lane-track.h"
#include "mig-words.h"

/*
 * What the timeline says to those who do not see it: the name of each item ("title, dates, what it is") and what more
 * there is to know of it.
 */

/**
 * mig_item_text_lane:
 * @following: (nullable): what the lanes on demand follow
 * @lane: a lane
 *
 * Returns: (transfer none): its name in the reader's language
 */
const char *
mig_item_text_lane (MigFollowing *following, MigLane lane)
{
  if (mig_following_get_ref (following, lane) != MIG_REF_NONE)
    return mig_following_get_name (following, lane);
  switch (lane)
    {
    case MIG_LANE_MEETINGS:
      return C_("lane", "Meetings");
    case MIG_LANE_SESSIONS:
      return C_("lane", "Sessions");
    case MIG_LANE_EVENTS:
      return C_("lane", "Events");
    case MIG_LANE_DOCUMENTS:
      return C_("lane", "Documents");
    case MIG_LANE_UNDATED:
    case MIG_LANE_FOLLOWED:
    default:
      return C_("lane", "Undated");
    }
}

static const char *
kind_name (MigLane lane)
{
  if (lane >= MIG_LANE_FOLLOWED)
    return C_("what a thing is", "intervention");
  switch (lane)
    {
    case MIG_LANE_MEETINGS:
      return C_("what a thing is", "meeting");
    case MIG_LANE_SESSIONS:
      return C_("what a thing is", "session");
    case MIG_LANE_DOCUMENTS:
      return C_("what a thing is", "document");
    case MIG_LANE_EVENTS:
    case MIG_LANE_UNDATED:
    case MIG_LANE_FOLLOWED:
    default:
      return C_("what a thing is", "event");
    }
}

/* From the first date to the last: "26 February 2016 – 3 March 2016", "2003–2006". */
static char *
dup_stretch (const MigDate *first, const MigDate *last)
{
  const MigDatePoint *start = first->flags & MIG_DATE_OPEN_START ? &first->end : &first->start;
  const MigDatePoint *end = last->flags & MIG_DATE_OPEN_END ? &last->start : &last->end;
  MigDate stretch = { *start, *end, MIG_DATE_INTERVAL };

  if (!mig_date_is_set (first) || !mig_date_is_set (last))
    return mig_date_format (first, MIG_DATE_STYLE_LONG);
  if (start->earliest == end->earliest && start->latest == end->latest)
    stretch.flags = 0;
  return mig_date_format (&stretch, MIG_DATE_STYLE_LONG);
}

static char *
aggregate_name (MigCorpus *corpus, const MigLayout *layout, const MigBox *box)
{
  g_autofree char *dates = NULL;
  g_autofree char *number = NULL;

  if (box->mark == MIG_MARK_MORE)
    return mig_words_count (
        g_dngettext (GETTEXT_PACKAGE, "%s more without a date", "%s more without a date", box->n), box->n);
  if (box->mark == MIG_MARK_EDGE && box->flags & MIG_BOX_LATER)
    return mig_words_count (
        g_dngettext (GETTEXT_PACKAGE, "%s later, beyond the view", "%s later, beyond the view", box->n), box->n);
  if (box->mark == MIG_MARK_EDGE)
    return mig_words_count (
        g_dngettext (GETTEXT_PACKAGE, "%s earlier, beyond the view", "%s earlier, beyond the view", box->n), box->n);
  if (box->mark == MIG_MARK_THROUGHOUT)
    return g_strdup (box->title);

  dates = dup_stretch (mig_corpus_get_date (corpus, box->ref), mig_corpus_get_date (corpus, box->last));
  number = mig_words_number (box->n);
  return g_strdup_printf (
      /* Translators: several things too near each other to be drawn apart; %2$s is their first and last date */
      g_dngettext (GETTEXT_PACKAGE, "%1$s item, %2$s", "%1$s items, %2$s", box->n), number, dates);
}

static char *
dup_when (MigCorpus *corpus, const MigBox *box)
{
  const MigDate *date = mig_corpus_get_date (corpus, box->ref);

  return mig_date_is_set (date) ? mig_date_format (date, MIG_DATE_STYLE_LONG) : g_strdup (C_("date", "undated"));
}

static char *
dup_title (MigCorpus *corpus, const MigBox *box)
{
  const MigRecord *record = mig_corpus_get_record (corpus, box->ref);
  const char *numeral = mig_corpus_get_identifier (corpus, box->ref, "session");

  if (box->lane == MIG_LANE_SESSIONS && numeral != NULL && *numeral != '\0')
    return mig_words_number_name (numeral, record->name);

  if (box->lane >= MIG_LANE_FOLLOWED && mig_corpus_get_speech (corpus, box->ref)->event != MIG_REF_NONE)
    {
      g_autofree char *session = mig_words_numbered_name (corpus, mig_corpus_get_speech (corpus, box->ref)->event);

      /* Translators: an intervention: %1$s is who spoke, %2$s the session */
      return g_strdup_printf (C_("intervention", "%1$s: %2$s"), record->name, session);
    }

  return g_strdup (record->name);
}

/**
 * mig_item_text_name:
 * @corpus: a corpus
 * @layout: the layout that holds @box
 * @box: a box
 *
 * Returns: (transfer full): the item in few words, for a tooltip: title, dates, what it is
 */
char *
mig_item_text_name (MigCorpus *corpus, const MigLayout *layout, const MigBox *box)
{
  g_autofree char *when = NULL, *name = NULL;

  if (mig_box_is_aggregate (box))
    return aggregate_name (corpus, layout, box);

  when = dup_when (corpus, box);
  name = dup_title (corpus, box);
  /* Translators: an item of the timeline, for screen readers: its title, its dates, what it is */
  return g_strdup_printf (C_("timeline item", "%1$s, %2$s, %3$s"), name, when, kind_name (box->lane));
}

static guint
count (MigCorpus *corpus, const MigBox *box, MigRelation relation)
{
  return mig_corpus_get_related (corpus, box->ref, relation).n;
}

/* "session 8 of 14": what the item is, and where it stands in its lane. */
static char *
dup_place (const MigLayout *layout, const MigBox *box)
{
  guint position, n;
  g_autofree char *number = NULL, *total = NULL;

  if (!mig_lane_track_find (layout->subset, layout->following, box->lane, box->ref, &position, &n))
    return g_strdup (kind_name (box->lane));

  number = mig_date_names_number ((gint) position + 1);
  total = mig_date_names_number ((gint) n);
  if (box->lane >= MIG_LANE_FOLLOWED)
    /* Translators: where an intervention stands among those of the same lane: "intervention 3 of 9" */
    return g_strdup_printf (C_("place in a lane", "intervention %1$s of %2$s"), number, total);
  switch (box->lane)
    {
    case MIG_LANE_MEETINGS:
      /* Translators: where a meeting stands among all on the timeline: "meeting 14 of 17" */
      return g_strdup_printf (C_("place in a lane", "meeting %1$s of %2$s"), number, total);
    case MIG_LANE_SESSIONS:
      /* Translators: where a session stands among all on the timeline: "session 8 of 14" */
      return g_strdup_printf (C_("place in a lane", "session %1$s of %2$s"), number, total);
    case MIG_LANE_DOCUMENTS:
      /* Translators: where a document stands among all on the timeline: "document 3 of 38" */
      return g_strdup_printf (C_("place in a lane", "document %1$s of %2$s"), number, total);
    case MIG_LANE_EVENTS:
    case MIG_LANE_UNDATED:
    case MIG_LANE_FOLLOWED:
    default:
      /* Translators: where an event stands among all on the timeline: "event 3 of 63" */
      return g_strdup_printf (C_("place in a lane", "event %1$s of %2$s"), number, total);
    }
}

/* Takes one more fact, if there is one. */
static void
append_fact (GString *text, char *fact)
{
  g_autofree char *taken = fact;

  if (taken == NULL)
    return;
  g_string_append (text, C_("separator of a list", ", "));
  g_string_append (text, taken);
}

/* Takes a count, unless there is nothing to count. */
static void
append_count (GString *text, char *(*say) (guint n), guint n)
{
  if (n > 0)
    append_fact (text, say (n));
}

/**
 * mig_item_text_label:
 * @corpus: a corpus
 * @layout: the layout that holds @box
 * @box: a box
 *
 * Returns: (transfer full): the item's name for who does not see it: title, dates, what it is, where it stands in its
 *   lane, and how many sessions and mentions it has
 */
char *
mig_item_text_label (MigCorpus *corpus, const MigLayout *layout, const MigBox *box)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *title = NULL, *when = NULL, *place = NULL;

  if (mig_box_is_aggregate (box))
    return aggregate_name (corpus, layout, box);

  title = dup_title (corpus, box);
  when = dup_when (corpus, box);
  place = dup_place (layout, box);
  text = g_string_new (NULL);
  /* Translators: an item of the timeline, for screen readers: its title, its dates, what it is */
  g_string_append_printf (text, C_("timeline item", "%1$s, %2$s, %3$s"), title, when, place);
  if (box->lane == MIG_LANE_MEETINGS)
    append_count (text, mig_count_sessions, mig_subset_get_sessions (layout->subset, box->ref).n);
  if (box->lane >= MIG_LANE_FOLLOWED && *mig_following_get_company (layout->following, box->lane, box->ref) != '\0')
    append_fact (text, g_strdup (mig_following_get_company (layout->following, box->lane, box->ref)));
  append_count (text, mig_count_mentions, count (corpus, box, MIG_RELATION_MENTIONED_BY));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mig_item_text_description:
 * @corpus: a corpus
 * @box: a box
 *
 * Returns: (transfer full) (nullable): what more there is to know of it than its label tells: how many interventions
 */
char *
mig_item_text_description (MigCorpus *corpus, const MigBox *box)
{
  guint n_speeches = count (corpus, box, MIG_RELATION_SPEECHES);

  if (mig_box_is_aggregate (box) || n_speeches == 0)
    return NULL;

  return mig_count_interventions (n_speeches);
}

/* How many of a track fall, or could fall, into a span. */
static guint
count_in_span (MigSubset *subset, MigTrack track, double start, double end)
{
  MigCorpus *corpus = mig_subset_get_corpus (subset);
  guint n_dated, n = 0;
  MigRefs refs = mig_subset_get_track (subset, track, &n_dated);

  for (guint i = 0; i < n_dated; i++)
    {
      const MigDate *date = mig_corpus_get_date (corpus, refs.refs[i]);

      if (mig_date_first_day (date) >= end)
        break;
      n += mig_date_last_day (date) + 1 > start;
    }
  return n;
}

/**
 * mig_item_text_in_sight:
 * @subset: what of a corpus is shown
 * @start: the view's earlier edge, a Julian day with its fraction
 * @end: its later edge
 *
 * Returns: (transfer full): what is in sight, in a sentence for who does not see it: which years, and how many of what
 */
char *
mig_item_text_in_sight (MigSubset *subset, double start, double end)
{
  g_autofree char *span = mig_date_format_span (MAX ((gint) start, 1), MAX ((gint) end, 1));
  g_autoptr (GString) text = g_string_new (span);
  const gsize length = text->len;

  append_count (text, mig_count_meetings, count_in_span (subset, MIG_TRACK_MEETINGS, start, end));
  append_count (text, mig_count_sessions, count_in_span (subset, MIG_TRACK_SESSIONS, start, end));
  append_count (text, mig_count_events, count_in_span (subset, MIG_TRACK_EVENTS, start, end));
  append_count (text, mig_count_documents, count_in_span (subset, MIG_TRACK_DOCUMENTS, start, end));
  if (text->len == length)
    /* Translators: the view of the timeline holds nothing; %s is its span: "2003–2004: nothing" */
    return g_strdup_printf (C_("in sight", "%s: nothing"), span);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mig_item_text_lane_count:
 * @n_shown: how many things of a lane are shown
 * @n_all: how many there are
 *
 * Returns: (transfer full): "17", or where some are filtered away "13/17"
 */
char *
mig_item_text_lane_count (guint n_shown, guint n_all)
{
  g_autofree char *shown = mig_words_number (n_shown), *all = NULL;

  if (n_shown == n_all)
    return g_steal_pointer (&shown);
  all = mig_words_number (n_all);
  /* Translators: beside the name of a lane: how many of all its things pass the filters: "13/17" */
  return g_strdup_printf (C_("lane", "%1$s/%2$s"), shown, all);
}
