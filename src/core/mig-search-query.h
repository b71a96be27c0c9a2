/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigSearchField:
 * @MIG_SEARCH_FIELD_ANY: no field was named: the words may stand anywhere
 * @MIG_SEARCH_FIELD_SPEAKER: `speaker:`, persons, and what they said
 * @MIG_SEARCH_FIELD_ORGANIZATION: `org:`, organizations, and what is theirs or was said on their behalf
 * @MIG_SEARCH_FIELD_MEETING: `meeting:`, meetings, and what is in them
 * @MIG_SEARCH_FIELD_SESSION: `session:`, sessions, and what is in them
 * @MIG_SEARCH_FIELD_EVENT: `event:`, events, and what mentions them
 * @MIG_SEARCH_FIELD_DOCUMENT: `doc:`, documents, and what mentions them
 * @MIG_SEARCH_FIELD_TOPIC: `topic:`, topics, and what mentions them
 * @MIG_SEARCH_FIELD_PLACE: `place:`, what took place there
 * @MIG_SEARCH_FIELD_KIND: `kind:`, records of a kind
 * @MIG_SEARCH_FIELD_YEAR: `year:`, what may fall into a year or a span
 */
typedef enum
{
  MIG_SEARCH_FIELD_ANY,
  MIG_SEARCH_FIELD_SPEAKER,
  MIG_SEARCH_FIELD_ORGANIZATION,
  MIG_SEARCH_FIELD_MEETING,
  MIG_SEARCH_FIELD_SESSION,
  MIG_SEARCH_FIELD_EVENT,
  MIG_SEARCH_FIELD_DOCUMENT,
  MIG_SEARCH_FIELD_TOPIC,
  MIG_SEARCH_FIELD_PLACE,
  MIG_SEARCH_FIELD_KIND,
  MIG_SEARCH_FIELD_YEAR,
} MigSearchField;
#define MIG_SEARCH_N_FIELDS 11

/**
 * MigSearchGroup:
 *
 * What hits are grouped by; `kind:` chooses among the same. The order is that of groups that are equally good.
 */
typedef enum
{
  MIG_SEARCH_GROUP_MEETINGS,
  MIG_SEARCH_GROUP_SESSIONS,
  MIG_SEARCH_GROUP_PEOPLE,
  MIG_SEARCH_GROUP_ORGANIZATIONS,
  MIG_SEARCH_GROUP_EVENTS,
  MIG_SEARCH_GROUP_DOCUMENTS,
  MIG_SEARCH_GROUP_TOPICS,
  MIG_SEARCH_GROUP_FIGURES,
  MIG_SEARCH_GROUP_INTERVENTIONS,
  MIG_SEARCH_GROUP_PLACES,
} MigSearchGroup;
#define MIG_SEARCH_N_GROUPS 10

/**
 * MigSearchWeight:
 * @MIG_SEARCH_WEIGHT_FULL: must be found
 * @MIG_SEARCH_WEIGHT_ASKING: asks for something, as "said" does: need not be found when nothing has it besides the rest
 * @MIG_SEARCH_WEIGHT_SMALL: says nothing, as "the" does: is not looked for when there is anything else
 *
 * How much depends on whether a part of a query is found.
 */
typedef enum
{
  MIG_SEARCH_WEIGHT_FULL,
  MIG_SEARCH_WEIGHT_ASKING,
  MIG_SEARCH_WEIGHT_SMALL,
} MigSearchWeight;

/**
 * MigSearchHint:
 * @MIG_SEARCH_HINT_NONE: none
 * @MIG_SEARCH_HINT_QUESTION: that something is asked rather than looked for
 * @MIG_SEARCH_HINT_WHO: that a person is asked for
 * @MIG_SEARCH_HINT_SAID: that what somebody said is asked for
 * @MIG_SEARCH_HINT_NUMBER: that a figure is asked for
 * @MIG_SEARCH_HINT_AHEAD: that what was spoken of lay ahead
 * @MIG_SEARCH_HINT_HELD: that where or by whom something was held is asked for
 * @MIG_SEARCH_HINT_LATEST: that what comes last in time is asked for
 * @MIG_SEARCH_HINT_DISAGREE: that what sources disagree about is asked for
 *
 * What a word gives to understand besides itself.
 */
typedef enum
{
  MIG_SEARCH_HINT_NONE,
  MIG_SEARCH_HINT_QUESTION,
  MIG_SEARCH_HINT_WHO,
  MIG_SEARCH_HINT_SAID,
  MIG_SEARCH_HINT_NUMBER,
  MIG_SEARCH_HINT_AHEAD,
  MIG_SEARCH_HINT_HELD,
  MIG_SEARCH_HINT_LATEST,
  MIG_SEARCH_HINT_DISAGREE,
} MigSearchHint;

#define MIG_SEARCH_MAX_CLAUSES 24
#define MIG_SEARCH_MAX_WORDS 16
#define MIG_SEARCH_MAX_TEXT 2048

/**
 * MigSearchWord:
 * @text: the word folded
 * @n_text: its length in bytes
 * @is_prefix: whether words that only begin with it count
 * @n_stem: how many bytes its other forms, which count too, have in common with it; 0 when they do not count
 */
typedef struct
{
  const char *text;
  guint n_text;
  gboolean is_prefix;
  guint n_stem;
} MigSearchWord;

/**
 * MigSearchClause:
 * @field: where to look
 * @is_excluded: whether what matches is left out
 * @is_quoted: whether it was typed in quotes
 * @weight: how much depends on it
 * @hint: what it gives to understand
 * @words: what to look for; more than one stand in a row in the text; none in `kind:` and `year:`
 * @n_words: how many
 * @groups: for `kind:`, a bit `1 << group` each
 * @has_span: whether the two days below are set: `year:`, and words that are a date
 * @first_day: a Julian day, or %G_MININT
 * @last_day: a Julian day, inclusive, or %G_MAXINT
 * @month: for words that name a month without a year: 1 to 12; else 0
 * @day: for words that name a day in it: 1 to 31; else 0
 * @begin: where the clause begins in the text of the query, in bytes
 * @end: where it ends
 *
 * A part of a query. All of them must match, and none that is excluded.
 */
typedef struct
{
  MigSearchField field;
  gboolean is_excluded;
  gboolean is_quoted;
  MigSearchWeight weight;
  MigSearchHint hint;
  MigSearchWord words[MIG_SEARCH_MAX_WORDS];
  guint n_words;
  guint groups;
  gboolean has_span;
  gint first_day;
  gint last_day;
  gint month;
  gint day;
  gsize begin;
  gsize end;
} MigSearchClause;

#define MIG_TYPE_SEARCH_QUERY (mig_search_query_get_type ())
typedef struct _MigSearchQuery MigSearchQuery;

GType                  mig_search_query_get_type (void) G_GNUC_CONST;
MigSearchQuery        *mig_search_query_new (const char *text);
MigSearchQuery        *mig_search_query_ref (MigSearchQuery *self);
void                   mig_search_query_unref (MigSearchQuery *self);
const char            *mig_search_query_get_text (MigSearchQuery *self);
const MigSearchClause *mig_search_query_get_clauses (MigSearchQuery *self, guint *n_clauses);
gboolean               mig_search_query_is_empty (MigSearchQuery *self);
gboolean               mig_search_query_is_question (MigSearchQuery *self);
guint                  mig_search_query_get_wanted (MigSearchQuery *self);
gboolean               mig_search_query_wants_latest (MigSearchQuery *self);
const char            *mig_search_query_get_problem (MigSearchQuery *self);

const char            *mig_search_field_get_name (MigSearchField field);
MigSearchGroup         mig_search_group_of (MigCorpus *corpus, MigRef ref);
const char            *mig_search_group_get_name (MigSearchGroup group);
const char *const     *mig_search_group_get_ids (void);
gboolean               mig_search_group_from_id (const char *id, MigSearchGroup *group);
MigSearchField         mig_search_field_from_name (const char *name, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigSearchQuery, mig_search_query_unref)

G_END_DECLS
