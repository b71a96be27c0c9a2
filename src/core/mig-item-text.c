/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-text.h"

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"

/*
 * What the timeline says to those who do not see it: the name of each item ("title, dates, what it is") and what more
 * there is to know of it.
 */

/**
 * mig_item_text_lane:
 * @lane: a lane
 *
 * Returns: (transfer none): its name in the reader's language
 */
const char *
mig_item_text_lane (MigLane lane)
{
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
    default:
      return C_("lane", "Undated");
    }
}

static const char *
kind_name (MigLane lane)
{
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

  if (box->mark == MIG_MARK_MORE)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u more without a date", "%u more without a date", box->n), box->n);
  if (box->mark == MIG_MARK_EDGE && box->flags & MIG_BOX_LATER)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u later, beyond the view", "%u later, beyond the view", box->n), box->n);
  if (box->mark == MIG_MARK_EDGE)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u earlier, beyond the view", "%u earlier, beyond the view", box->n), box->n);
  if (box->mark == MIG_MARK_THROUGHOUT)
    return g_strdup (box->title);

  dates = dup_stretch (mig_corpus_get_date (corpus, box->ref), mig_corpus_get_date (corpus, box->last));
  /* Translators: several things too near each other to be drawn apart; %2$s is their first and last date */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%1$u item, %2$s", "%1$u items, %2$s", box->n), box->n, dates);
}

/**
 * mig_item_text_name:
 * @corpus: a corpus
 * @layout: the layout that holds @box
 * @box: a box
 *
 * Returns: (transfer full): the item's name for assistive technology: title, dates, what it is
 */
char *
mig_item_text_name (MigCorpus *corpus, const MigLayout *layout, const MigBox *box)
{
  const MigRecord *record = mig_corpus_get_record (corpus, box->ref);
  const MigDate *date = mig_corpus_get_date (corpus, box->ref);
  const char *numeral = mig_corpus_get_identifier (corpus, box->ref, "session");
  g_autofree char *when = NULL, *name = NULL;

  if (mig_box_is_aggregate (box))
    return aggregate_name (corpus, layout, box);

  when = mig_date_is_set (date) ? mig_date_format (date, MIG_DATE_STYLE_LONG) : g_strdup (C_("date", "undated"));
  if (box->lane == MIG_LANE_SESSIONS && numeral != NULL && *numeral != '\0')
    /* Translators: a session: %1$s is its number as printed, such as "VIII", %2$s its title */
    name = g_strdup_printf (C_("session", "%1$s. %2$s"), numeral, record->name);
  else
    name = g_strdup (record->name);
  /* Translators: an item of the timeline, for screen readers: its title, its dates, what it is */
  return g_strdup_printf (C_("timeline item", "%1$s, %2$s, %3$s"), name, when, kind_name (box->lane));
}

static guint
count (MigCorpus *corpus, const MigBox *box, MigRelation relation)
{
  return mig_corpus_get_related (corpus, box->ref, relation).n;
}

/**
 * mig_item_text_description:
 * @corpus: a corpus
 * @box: a box
 *
 * Returns: (transfer full) (nullable): what more there is to know of it: how many sessions, interventions and mentions
 */
char *
mig_item_text_description (MigCorpus *corpus, const MigBox *box)
{
  guint n_sessions = box->lane == MIG_LANE_MEETINGS ? count (corpus, box, MIG_RELATION_CHILDREN) : 0;
  guint n_speeches = count (corpus, box, MIG_RELATION_SPEECHES);
  guint n_mentions = count (corpus, box, MIG_RELATION_MENTIONED_BY);
  GPtrArray *parts;
  char *joined;

  if (mig_box_is_aggregate (box) || n_sessions + n_speeches + n_mentions == 0)
    return NULL;

  parts = g_ptr_array_new_with_free_func (g_free);
  if (n_sessions > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session", "%u sessions", n_sessions),
                                             n_sessions));
  if (n_speeches > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u intervention", "%u interventions",
                                                          n_speeches),
                                             n_speeches));
  if (n_mentions > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions),
                                             n_mentions));
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between facts in a line: "Panel · Friday 26 February 2016" */
  joined = g_strjoinv (C_("separator of facts", " · "), (char **) parts->pdata);
  g_ptr_array_unref (parts);
  return joined;
}
