/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-query.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-fold.h"
#include "mig-search-query-private.h"

/*
 * The language of the search entry:
 *
 *   remit cost          words; each may be the beginning of one, or another form of one; all must be found
 *   who the             words that say nothing, and are passed over when there are others
 *   "rural development" words in a row, as they stand
 *   -youth -"side event" what must not be found
 *   A/RES/70/1          what is written together stands in a row
 *   speaker:hovy        a field; its value may be in quotes
 *   year:2003..2006     a year, a month or a day, or two of them with what is between
 *   26 February 2016    a date, or these words in a row
 *
 * Nothing is an error: what cannot be understood is looked for as it stands, and a value that makes no sense in its
 * field is said by mig_search_query_get_problem() and otherwise left out. A query is cut at %MIG_SEARCH_MAX_TEXT bytes,
 * %MIG_SEARCH_MAX_CLAUSES clauses and %MIG_SEARCH_MAX_WORDS words a clause.
 */

struct _MigSearchQuery
{
  gatomicrefcount ref_count;
  char *text;
  GStringChunk *strings;
  char *problem;
  MigSearchClause clauses[MIG_SEARCH_MAX_CLAUSES];
  guint n_clauses;
};

G_DEFINE_BOXED_TYPE (MigSearchQuery, mig_search_query, mig_search_query_ref, mig_search_query_unref)

/* Also the Arabic one and the wide one. */
#define QUESTION_MARKS "?\xd8\x9f\xef\xbc\x9f"

/* The text that is left of a query. */
typedef struct
{
  MigSearchQuery *query;
  const char *at;
  const char *end;
} Parser;

static void
set_problem (MigSearchQuery *self,
             char           *problem)
{
  if (self->problem == NULL)
    self->problem = problem;
  else
    g_free (problem);
}

/* Whether a word is the "s" of "Turkey's": what is asked for is Turkey. */
static gboolean
is_possessive (const MigFold *fold,
               const char    *text)
{
  return fold->n_word == 1 && *fold->word == 's' && fold->begin > text &&
         (fold->begin[-1] == '\'' || g_utf8_get_char (g_utf8_prev_char (fold->begin)) == 0x2019);
}

static void
add_words (MigSearchQuery  *self,
           MigSearchClause *clause,
           const char      *text,
           const char      *end,
           gboolean         is_closed)
{
  MigSearchWord *last;
  MigFold fold;

  mig_fold_init (&fold, text, end - text);
  while (clause->n_words < MIG_SEARCH_MAX_WORDS && mig_fold_next (&fold))
    if (clause->is_quoted || clause->n_words == 0 || !is_possessive (&fold, text))
      clause->words[clause->n_words++] =
        (MigSearchWord) { g_string_chunk_insert (self->strings, fold.word), fold.n_word, FALSE, 0 };
  if (clause->n_words == 0)
    return;

  /* Inside a row of words all but the last are known to be complete. What is in quotes, is excluded or names something
   * is meant as it stands. */
  last = &clause->words[clause->n_words - 1];
  last->is_prefix = !is_closed;
  if (clause->field == MIG_SEARCH_FIELD_ANY && !clause->is_excluded && !clause->is_quoted)
    last->n_stem = mig_search_measure_stem (last->text, last->n_text);
}

static void
add_kinds (MigSearchQuery  *self,
           MigSearchClause *clause,
           const char      *value)
{
  clause->groups = mig_search_groups_from_name (value);

  if (clause->groups == 0)
    /* Translators: %s is what was typed after "kind:" */
    set_problem (self, g_strdup_printf (_("“%s” is not a kind. There are meeting, session, person, organization, "
                                          "event, document, topic, figure, intervention, place."), value));
}

static void
add_span (MigSearchQuery  *self,
          MigSearchClause *clause,
          const char      *value)
{
  clause->has_span = mig_search_span_parse (value, &clause->first_day, &clause->last_day);

  if (!clause->has_span)
    /* Translators: %s is what was typed after "year:" */
    set_problem (self, g_strdup_printf (_("“%s” is not a year. Write 2016, 2016-02 or 2003..2006."), value));
}

static gboolean
fill_clause (MigSearchQuery  *self,
             MigSearchClause *clause,
             const char      *value,
             const char      *end,
             gboolean         is_closed)
{
  g_autofree char *copy = NULL;

  if (clause->field != MIG_SEARCH_FIELD_KIND && clause->field != MIG_SEARCH_FIELD_YEAR)
    {
      add_words (self, clause, value, end, is_closed);
      return clause->n_words > 0;
    }

  copy = g_strstrip (g_strndup (value, (gsize) (end - value)));
  if (*copy == '\0')
    return FALSE;
  if (clause->field == MIG_SEARCH_FIELD_KIND)
    add_kinds (self, clause, copy);
  else
    add_span (self, clause, copy);

  return clause->groups != 0 || clause->has_span;
}

/* A minus before something: the one on the keyboard, the true one or a dash. */
static gboolean
skip_minus (Parser *parser)
{
  static const char *const signs[] = { "-", "\xe2\x88\x92", "\xe2\x80\x93" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize n = strlen (signs[i]);

      if ((gsize) (parser->end - parser->at) > n && memcmp (parser->at, signs[i], n) == 0 &&
          !g_unichar_isspace (g_utf8_get_char (parser->at + n)))
        {
          parser->at += n;
          return TRUE;
        }
    }

  return FALSE;
}

/* Also the wide one that Chinese keyboards type. */
static gboolean
is_colon (gunichar c)
{
  return c == ':' || c == 0xff1a;
}

static MigSearchField
skip_field (Parser *parser)
{
  const char *colon = parser->at;
  MigSearchField field;

  while (colon < parser->end && !is_colon (g_utf8_get_char (colon)) &&
         (g_ascii_isalpha (*colon) || (guchar) *colon >= 0x80))
    colon = g_utf8_next_char (colon);
  if (colon == parser->at || colon == parser->end || !is_colon (g_utf8_get_char (colon)))
    return MIG_SEARCH_FIELD_ANY;

  field = mig_search_field_from_name (parser->at, (gsize) (colon - parser->at));
  if (field != MIG_SEARCH_FIELD_ANY)
    parser->at = g_utf8_next_char (colon);
  return field;
}

/* The length of a quotation mark at @at: straight, curly or angle; 0 if there is none. */
static gsize
measure_quote (const char *at,
               const char *end)
{
  gunichar c;

  if (at >= end)
    return 0;
  c = g_utf8_get_char (at);

  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0x00ab || c == 0x00bb
           ? (gsize) (g_utf8_next_char (at) - at)
           : 0;
}

static void
take_clause (Parser *parser)
{
  MigSearchQuery *self = parser->query;
  MigSearchClause clause = { .first_day = G_MININT, .last_day = G_MAXINT };
  const char *value, *end;
  gboolean is_closed = FALSE;
  gsize quote;

  clause.begin = (gsize) (parser->at - self->text);
  clause.is_excluded = skip_minus (parser);
  clause.field = skip_field (parser);

  quote = measure_quote (parser->at, parser->end);
  clause.is_quoted = quote > 0;
  value = parser->at + quote;
  for (end = value; end < parser->end; end = g_utf8_next_char (end))
    if (quote > 0 ? measure_quote (end, parser->end) > 0 : g_unichar_isspace (g_utf8_get_char (end)))
      break;
  if (quote > 0 && end < parser->end)
    is_closed = TRUE;
  parser->at = end + (is_closed ? measure_quote (end, parser->end) : 0);
  clause.end = (gsize) (parser->at - self->text);

  if (fill_clause (self, &clause, value, end, is_closed))
    self->clauses[self->n_clauses++] = clause;
}

/* Not more than a person types, in whole characters, and nothing that is no text. */
static char *
make_text (const char *text)
{
  g_autofree char *start = g_strndup (text, MIG_SEARCH_MAX_TEXT);
  char *valid;

  /* A character that was cut in half is dropped rather than shown as a question mark. */
  if (strlen (start) == MIG_SEARCH_MAX_TEXT)
    {
      const char *last = g_utf8_find_prev_char (start, start + MIG_SEARCH_MAX_TEXT);

      if (last != NULL && g_utf8_get_char_validated (last, -1) >= (gunichar) -2)
        start[last - start] = '\0';
    }
  valid = g_utf8_make_valid (start, -1);
  for (char *at = valid; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';

  return valid;
}

/**
 * mig_search_query_new:
 * @text: what was typed; anything that ends in NUL
 *
 * Reads a query.
 *
 * Returns: (transfer full): the query
 */
MigSearchQuery *
mig_search_query_new (const char *text)
{
  MigSearchQuery *self;
  Parser parser;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MigSearchQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = make_text (text);
  self->strings = g_string_chunk_new (256);

  parser = (Parser) { self, self->text, self->text + strlen (self->text) };
  while (parser.at < parser.end && self->n_clauses < MIG_SEARCH_MAX_CLAUSES)
    {
      if (g_unichar_isspace (g_utf8_get_char (parser.at)))
        parser.at = g_utf8_next_char (parser.at);
      else
        take_clause (&parser);
    }
  self->n_clauses = mig_search_dates_merge (self->text, self->clauses, self->n_clauses);
  mig_search_small_mark (self->text, self->clauses, self->n_clauses);

  return self;
}

/**
 * mig_search_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): @self
 */
MigSearchQuery *
mig_search_query_ref (MigSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mig_search_query_unref:
 * @self: (transfer full): a query
 */
void
mig_search_query_unref (MigSearchQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_string_chunk_free (self->strings);
  g_free (self->problem);
  g_free (self->text);
  g_free (self);
}

/**
 * mig_search_query_get_text:
 * @self: a query
 *
 * Returns: (transfer none): what was typed, in valid UTF-8 without control characters, and not longer than
 *   %MIG_SEARCH_MAX_TEXT times three
 */
const char *
mig_search_query_get_text (MigSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text;
}

/**
 * mig_search_query_get_clauses:
 * @self: a query
 * @n_clauses: (out): how many
 *
 * Returns: (transfer none) (array length=n_clauses): the parts of the query
 */
const MigSearchClause *
mig_search_query_get_clauses (MigSearchQuery *self,
                              guint          *n_clauses)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_clauses != NULL, NULL);

  *n_clauses = self->n_clauses;
  return self->clauses;
}

/**
 * mig_search_query_is_empty:
 * @self: a query
 *
 * Returns: whether nothing is asked
 */
gboolean
mig_search_query_is_empty (MigSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_clauses == 0;
}

/**
 * mig_search_query_is_question:
 * @self: a query
 *
 * Returns: whether it begins as a question does, or ends in a question mark: then its words are understood more widely
 */
gboolean
mig_search_query_is_question (MigSearchQuery *self)
{
  MigSearchHint first;
  const char *end;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_clauses == 0)
    return FALSE;

  first = self->clauses[0].hint;
  end = g_utf8_find_prev_char (self->text, self->text + strlen (self->text));
  while (end != NULL && g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_find_prev_char (self->text, end);

  return first == MIG_SEARCH_HINT_QUESTION || first == MIG_SEARCH_HINT_WHO ||
         (end != NULL && g_utf8_strchr (QUESTION_MARKS, -1, g_utf8_get_char (end)) != NULL);
}

/* The groups that a question names right behind its first word: "which meetings ...". */
static guint
get_named_groups (MigSearchQuery *self)
{
  const MigSearchClause *named = &self->clauses[1];

  if (self->n_clauses < 2 || self->clauses[0].hint != MIG_SEARCH_HINT_QUESTION || named->n_words != 1 ||
      named->words[0].n_text < MIG_SEARCH_SHORTEST_KIND)
    return 0;
  return mig_search_groups_from_name (named->words[0].text);
}

/**
 * mig_search_query_wants_latest:
 * @self: a query
 *
 * Returns: whether it asks for what comes last in time
 */
gboolean
mig_search_query_wants_latest (MigSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_clauses && mig_search_query_is_question (self); i++)
    if (self->clauses[i].hint == MIG_SEARCH_HINT_LATEST && self->clauses[i].weight != MIG_SEARCH_WEIGHT_FULL)
      return TRUE;

  return FALSE;
}

/**
 * mig_search_query_get_wanted:
 * @self: a query
 *
 * Returns: the groups in which the answer to a question most likely is, a bit `1 << group` each; perhaps none
 */
guint
mig_search_query_get_wanted (MigSearchQuery *self)
{
  guint wanted = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (get_named_groups (self) != 0)
    return get_named_groups (self);

  for (guint i = 0; i < self->n_clauses && mig_search_query_is_question (self); i++)
    {
      if (self->clauses[i].hint == MIG_SEARCH_HINT_WHO)
        wanted |= 1u << MIG_SEARCH_GROUP_PEOPLE | 1u << MIG_SEARCH_GROUP_INTERVENTIONS;
      if (self->clauses[i].hint == MIG_SEARCH_HINT_SAID)
        wanted |= 1u << MIG_SEARCH_GROUP_INTERVENTIONS;
      if (self->clauses[i].hint == MIG_SEARCH_HINT_HELD)
        wanted |= 1u << MIG_SEARCH_GROUP_MEETINGS | 1u << MIG_SEARCH_GROUP_EVENTS;
      if (self->clauses[i].hint == MIG_SEARCH_HINT_NUMBER)
        wanted |= 1u << MIG_SEARCH_GROUP_FIGURES;
    }

  return wanted;
}

/**
 * mig_search_query_get_problem:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): a sentence about a part that makes no sense, and was left out
 */
const char *
mig_search_query_get_problem (MigSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problem;
}
