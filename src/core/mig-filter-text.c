/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-filter-text.h"

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-span-text.h"
#include "mig-words.h"

/*
 * A filter for people: part by part, each with its words and each to be added or removed by itself; and how much of the
 * corpus is left of it.
 */

static void
part_free (gpointer data)
{
  MigFilterPart *part = data;

  g_free (part->part);
  g_free (part->value);
  g_free (part->label);
  g_free (part);
}

static void
take_part (GPtrArray *parts, const char *name, const char *value, char *label)
{
  MigFilterPart *part = g_new (MigFilterPart, 1);

  part->part = g_strdup (name);
  part->value = g_strdup (value);
  part->label = label;
  g_ptr_array_add (parts, part);
}

/* A day as an ISO date, or as much of it as is to be told. */
static char *
shorten (gint day, gboolean years, gboolean months)
{
  gint year, month, day_of_month;

  mig_day_to_civil (day, &year, &month, &day_of_month);
  if (years)
    return g_strdup_printf ("%04d", year);
  if (months)
    return g_strdup_printf ("%04d-%02d", year, month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

static gboolean
is_edge_of_year (gint day, gboolean last)
{
  gint month, day_of_month;

  mig_day_to_civil (last ? day + 1 : day, NULL, &month, &day_of_month);
  return month == 1 && day_of_month == 1;
}

static gboolean
is_edge_of_month (gint day, gboolean last)
{
  gint day_of_month;

  mig_day_to_civil (last ? day + 1 : day, NULL, NULL, &day_of_month);
  return day_of_month == 1;
}

/* Whole years and whole months are told as such, both ends alike. */
static char *
format_days (gint first_day, gint last_day)
{
  const gboolean has_first = first_day != G_MININT, has_last = last_day != G_MAXINT;
  const gboolean years = (!has_first || is_edge_of_year (first_day, FALSE)) &&
                         (!has_last || is_edge_of_year (last_day, TRUE));
  const gboolean months = (!has_first || is_edge_of_month (first_day, FALSE)) &&
                          (!has_last || is_edge_of_month (last_day, TRUE));
  g_autofree char *first = has_first ? shorten (first_day, years, months) : NULL;
  g_autofree char *last = has_last ? shorten (last_day, years, months) : NULL;
  MigDate date;

  if (!mig_date_from_pair (first != NULL ? first : last, last != NULL ? last : first, &date, NULL))
    return NULL;
  return mig_date_format (&date, MIG_DATE_STYLE_LONG);
}

/**
 * mig_filter_format_span:
 * @self: a filter
 *
 * Returns: (transfer full) (nullable): the span that it asks for: "2003–2016"; %NULL for none
 */
char *
mig_filter_format_span (const MigFilter *self)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->first_day == G_MININT && self->last_day == G_MAXINT)
    return NULL;
  day = format_days (self->first_day, self->last_day);
  if (day == NULL || (self->first_day != G_MININT && self->last_day != G_MAXINT))
    return g_steal_pointer (&day);
  if (self->first_day != G_MININT)
    /* Translators: a filter: what happened on that day or later; %s is a date: "1 September
     * 2003", "2003" */
    return g_strdup_printf (C_("filter", "From %s"), day);
  /* Translators: a filter: what happened on that day or earlier; %s is a date: "1 September
     * 2003", "2003" */
  return g_strdup_printf (C_("filter", "Until %s"), day);
}

static void
add_kinds (GPtrArray *parts, const MigFilter *self)
{
  for (MigSearchGroup group = 0; group < MIG_SEARCH_N_GROUPS; group++)
    {
      if (self->groups & 1u << group)
        take_part (parts, MIG_FILTER_KINDS, mig_search_group_get_ids ()[group],
                   /* Translators: a filter; %s is one of "Meetings", "Sessions", "People" ... */
                   g_strdup_printf (C_("filter", "Kind: %s"), mig_search_group_get_name (group)));
    }
}

static char *
format_thing (MigCorpus *corpus, MigRef thing)
{
  const char *name = mig_corpus_get_record (corpus, thing)->short_name;

  switch ((guint) mig_ref_kind (thing))
    {
    case MIG_KIND_ORGANIZATION:
      /* Translators: a filter; %s is an organization's name */
      return g_strdup_printf (C_("filter", "Organization: %s"), name);
    case MIG_KIND_PERSON:
      /* Translators: a filter; %s is a person's name */
      return g_strdup_printf (C_("filter", "Speaker: %s"), name);
    case MIG_KIND_TOPIC:
      /* Translators: a filter; %s is a topic */
      return g_strdup_printf (C_("filter", "Topic: %s"), name);
    case MIG_KIND_AREA:
    default:
      /* Translators: a filter; %s is a town or a country */
      return g_strdup_printf (C_("filter", "Place: %s"), name);
    }
}

static void
add_things (GPtrArray *parts, const char *name, MigCorpus *corpus, const MigRef *things, guint n)
{
  for (guint i = 0; i < n; i++)
    take_part (parts, name, mig_corpus_get_record (corpus, things[i])->id, format_thing (corpus, things[i]));
}

static char *
format_certainty (MigCertainty certainty)
{
  switch (certainty)
    {
    case MIG_CERTAINTY_REPORTED_ONCE:
      return g_strdup (C_("filter", "Certainty: Reported once"));
    case MIG_CERTAINTY_INFERRED:
      return g_strdup (C_("filter", "Certainty: Inferred"));
    case MIG_CERTAINTY_CONFIRMED:
    default:
      return g_strdup (C_("filter", "Certainty: Confirmed"));
    }
}

/**
 * mig_filter_list_parts:
 * @self: a filter
 * @corpus: the corpus that its things are of
 *
 * Returns: (transfer full) (element-type MigFilterPart): what it asks for, one by one; none for a filter through which
 *   everything passes
 */
GPtrArray *
mig_filter_list_parts (const MigFilter *self, MigCorpus *corpus)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  char *span;

  g_return_val_if_fail (self != NULL, parts);
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), parts);

  span = mig_filter_format_span (self);
  if (span != NULL)
    take_part (parts, MIG_FILTER_SPAN, "", span);
  add_kinds (parts, self);
  add_things (parts, MIG_FILTER_ORGANIZATIONS, corpus, self->organizations, self->n_organizations);
  add_things (parts, MIG_FILTER_SPEAKERS, corpus, self->speakers, self->n_speakers);
  add_things (parts, MIG_FILTER_TOPICS, corpus, self->topics, self->n_topics);
  add_things (parts, MIG_FILTER_PLACES, corpus, self->places, self->n_places);
  if (self->direction != MIG_FILTER_ANY_DIRECTION)
    take_part (parts, MIG_FILTER_DIRECTION, mig_filter_direction_to_name (self->direction),
               g_strdup (self->direction == MIG_FILTER_AHEAD ? C_("filter", "Ahead when mentioned")
                                                             : C_("filter", "Behind when mentioned")));
  for (MigCertainty certainty = 0; certainty < MIG_N_CERTAINTIES; certainty++)
    {
      if (self->certainties & 1u << certainty)
        take_part (parts, MIG_FILTER_CERTAINTIES, mig_certainty_to_name (certainty),
                   format_certainty (certainty));
    }
  if (self->disagrees)
    take_part (parts, MIG_FILTER_DISAGREES, "", g_strdup (C_("filter", "Sources disagree")));

  return parts;
}

/* Which kind of record a part asks for by its id; %MIG_KIND_NONE for the others. */
static MigKind
get_kind (const char *part)
{
  if (g_str_equal (part, MIG_FILTER_ORGANIZATIONS))
    return MIG_KIND_ORGANIZATION;
  if (g_str_equal (part, MIG_FILTER_SPEAKERS))
    return MIG_KIND_PERSON;
  if (g_str_equal (part, MIG_FILTER_TOPICS))
    return MIG_KIND_TOPIC;
  return g_str_equal (part, MIG_FILTER_PLACES) ? MIG_KIND_AREA : MIG_KIND_NONE;
}

/* Asks for what may fall into a span, in place of what was asked before. Returns whether that is another one. */
static gboolean
set_span (MigFilter *self, const MigDate *date)
{
  gint first, last;
  gboolean changes;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  first = date->flags & MIG_DATE_OPEN_START ? G_MININT : mig_date_first_day (date);
  last = date->flags & MIG_DATE_OPEN_END ? G_MAXINT : mig_date_last_day (date);
  changes = first != self->first_day || last != self->last_day;
  self->first_day = first;
  self->last_day = last;
  return changes;
}

static gboolean
add_span (MigFilter *self, const char *text)
{
  MigDate date;

  return mig_span_text_parse (text, &date, NULL) && set_span (self, &date);
}

static gboolean
add_bit (guint *bits, guint bit)
{
  const guint before = *bits;

  *bits |= 1u << bit;
  return *bits != before;
}

/**
 * mig_filter_add_part:
 * @self: a filter
 * @corpus: the corpus that its things are of
 * @part: what is to narrow, see #MigFilterPart
 * @value: by what
 *
 * Asks for one thing more. A span and a direction take the place of those before.
 *
 * Returns: whether that changes anything: not when @part or @value is not known, or is asked for already
 */
gboolean
mig_filter_add_part (MigFilter *self, MigCorpus *corpus, const char *part, const char *value)
{
  MigFilterDirection direction;
  MigCertainty certainty;
  MigSearchGroup group;
  MigRef thing;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), FALSE);

  if (g_str_equal (part, MIG_FILTER_SPAN))
    return add_span (self, value);
  if (g_str_equal (part, MIG_FILTER_KINDS))
    return mig_search_group_from_id (value, &group) && add_bit (&self->groups, group);
  if (g_str_equal (part, MIG_FILTER_CERTAINTIES))
    return mig_certainty_from_name (value, &certainty) && add_bit (&self->certainties, certainty);
  if (g_str_equal (part, MIG_FILTER_DIRECTION))
    {
      if (!mig_filter_direction_from_name (value, &direction) || direction == self->direction)
        return FALSE;
      self->direction = direction;
      return TRUE;
    }
  if (g_str_equal (part, MIG_FILTER_DISAGREES))
    {
      const gboolean before = self->disagrees;

      self->disagrees = TRUE;
      return !before;
    }

  thing = mig_corpus_lookup (corpus, value);
  return thing != MIG_REF_NONE && mig_ref_kind (thing) == get_kind (part) && mig_filter_add (self, thing);
}

static gboolean
remove_bit (guint *bits, guint bit)
{
  const guint before = *bits;

  *bits &= ~(1u << bit);
  return *bits != before;
}

/**
 * mig_filter_remove_part:
 * @self: a filter
 * @corpus: the corpus that its things are of
 * @part: what narrowed, see #MigFilterPart
 * @value: by what; of a span and of a direction it does not matter
 *
 * Asks for one thing less.
 *
 * Returns: whether it was asked for
 */
gboolean
mig_filter_remove_part (MigFilter *self, MigCorpus *corpus, const char *part, const char *value)
{
  const MigFilter before = *self;
  MigCertainty certainty;
  MigSearchGroup group;
  MigRef thing;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), FALSE);

  if (g_str_equal (part, MIG_FILTER_KINDS))
    return mig_search_group_from_id (value, &group) && remove_bit (&self->groups, group);
  if (g_str_equal (part, MIG_FILTER_CERTAINTIES))
    return mig_certainty_from_name (value, &certainty) && remove_bit (&self->certainties, certainty);
  if (get_kind (part) != MIG_KIND_NONE)
    {
      thing = mig_corpus_lookup (corpus, value);
      return thing != MIG_REF_NONE && mig_ref_kind (thing) == get_kind (part) && mig_filter_remove (self, thing);
    }

  if (g_str_equal (part, MIG_FILTER_SPAN))
    {
      self->first_day = G_MININT;
      self->last_day = G_MAXINT;
    }
  else if (g_str_equal (part, MIG_FILTER_DIRECTION))
    self->direction = MIG_FILTER_ANY_DIRECTION;
  else if (g_str_equal (part, MIG_FILTER_DISAGREES))
    self->disagrees = FALSE;
  return !mig_filter_equal (self, &before);
}

/**
 * mig_filter_has_part:
 * @self: a filter
 * @corpus: the corpus that its things are of
 * @part: what may narrow, see #MigFilterPart
 * @value: by what
 *
 * Returns: whether that is asked for
 */
gboolean
mig_filter_has_part (const MigFilter *self, MigCorpus *corpus, const char *part, const char *value)
{
  MigFilter copy = *self;

  if (g_str_equal (part, MIG_FILTER_DIRECTION))
    return g_strcmp0 (mig_filter_direction_to_name (self->direction), value) == 0;
  return mig_filter_remove_part (&copy, corpus, part, value);
}

/* Counts */

/**
 * mig_filter_format_count:
 * @subset: what of a corpus is shown
 * @group: a kind
 *
 * Returns: (transfer full): how many of a kind there are, and where a filter narrows how many of them it leaves, or
 *   would if the kind was chosen: "113", "23 of 113"
 */
char *
mig_filter_format_count (MigSubset *subset, MigSearchGroup group)
{
  const guint n = mig_subset_count_offered (subset, group), all = mig_subset_count_all (subset, group);

  g_autofree char *shown = mig_words_number (n), *total = mig_words_number (all);

  if (n == all)
    return g_steal_pointer (&total);
  /* Translators: beside a kind of thing: how many of how many pass the filters: "23 of 113" */
  return g_strdup_printf (C_("filter", "%1$s of %2$s"), shown, total);
}

/**
 * mig_filter_format_share:
 * @phrase: a sentence in the reader's language with "%1$s" for how many are shown and "%2$s" for how many there are
 * @n: how many are shown
 * @all: how many there are
 *
 * Returns: (transfer full): @phrase with both numbers
 */
char *
mig_filter_format_share (const char *phrase, guint n, guint all)
{
  g_autofree char *shown = mig_words_number (n), *total = mig_words_number (all);
  GString *text = g_string_new (phrase);

  g_string_replace (text, "%1$s", shown, 1);
  g_string_replace (text, "%2$s", total, 1);
  return g_string_free (text, FALSE);
}

static void
append_count (GString *text, MigSubset *subset, MigSearchGroup group, const char *(*get_phrase) (guint all))
{
  const guint all = mig_subset_count_all (subset, group);
  g_autofree char *count = NULL;

  if (all == 0)
    return;
  count = mig_filter_format_share (get_phrase (all), mig_subset_count (subset, group), all);
  if (text->len > 0)
    g_string_append (text, C_("separator of a list", ", "));
  g_string_append (text, count);
}

static const char *
get_meetings (guint all)
{
  return g_dngettext (GETTEXT_PACKAGE, "%1$s of %2$s meeting", "%1$s of %2$s meetings", all);
}

static const char *
get_sessions (guint all)
{
  return g_dngettext (GETTEXT_PACKAGE, "%1$s of %2$s session", "%1$s of %2$s sessions", all);
}

static const char *
get_events (guint all)
{
  return g_dngettext (GETTEXT_PACKAGE, "%1$s of %2$s event", "%1$s of %2$s events", all);
}

static const char *
get_documents (guint all)
{
  return g_dngettext (GETTEXT_PACKAGE, "%1$s of %2$s document", "%1$s of %2$s documents", all);
}

/**
 * mig_filter_format_counts:
 * @subset: what of a corpus is shown
 *
 * Returns: (transfer full): how much of what the timeline holds is shown: "13 of 17 meetings, 3 of 14 sessions, 23 of
 *   123 events, 5 of 54 documents"; what there is none of is not told
 */
char *
mig_filter_format_counts (MigSubset *subset)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (MIG_IS_SUBSET (subset), g_string_free (text, FALSE));

  append_count (text, subset, MIG_SEARCH_GROUP_MEETINGS, get_meetings);
  append_count (text, subset, MIG_SEARCH_GROUP_SESSIONS, get_sessions);
  append_count (text, subset, MIG_SEARCH_GROUP_EVENTS, get_events);
  append_count (text, subset, MIG_SEARCH_GROUP_DOCUMENTS, get_documents);
  return g_string_free (text, FALSE);
}

/**
 * mig_filter_shows_nothing:
 * @subset: what of a corpus is shown
 *
 * Returns: whether a filter has left nothing of what the timeline holds
 */
gboolean
mig_filter_shows_nothing (MigSubset *subset)
{
  g_return_val_if_fail (MIG_IS_SUBSET (subset), FALSE);

  return !mig_subset_is_whole (subset) && mig_subset_count (subset, MIG_SEARCH_GROUP_MEETINGS) == 0 &&
         mig_subset_count (subset, MIG_SEARCH_GROUP_SESSIONS) == 0 &&
         mig_subset_count (subset, MIG_SEARCH_GROUP_EVENTS) == 0 &&
         mig_subset_count (subset, MIG_SEARCH_GROUP_DOCUMENTS) == 0;
}
