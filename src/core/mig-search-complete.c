/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include "mig-search-private.h"

/*
 * Ways to go on with what is typed: names of fields, then values of a field, the most spoken of first.
 */

#define MAX_COMPLETIONS 8

static void
free_completion (gpointer data)
{
  MigSearchCompletion *completion = data;

  g_free (completion->label);
  g_free (completion->text);
  g_free (completion);
}

/* Where the last part of the text begins: after the last space that is not inside quotation marks. */
static const char *
find_last_part (const char *text)
{
  const char *part = text;
  gboolean in_quotes = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '"')
        in_quotes = !in_quotes;
      else if (!in_quotes && g_unichar_isspace (g_utf8_get_char (at)))
        part = g_utf8_next_char (at);
    }

  return *part == '-' ? part + 1 : part;
}

/* Values with spaces are put in quotation marks; such marks in a name would end it, and are left out. */
static void
add_completion (GPtrArray      *completions,
                const char     *text,
                const char     *part,
                MigSearchField  field,
                const char     *value)
{
  MigSearchCompletion *completion = g_new (MigSearchCompletion, 1);
  g_autofree char *plain = g_strdelimit (g_strdup (value), "\"", ' ');
  gboolean needs_quotes = strpbrk (plain, " \t\n") != NULL;

  completion->label = *value != '\0' ? g_strdup (value) : g_strconcat (mig_search_field_get_name (field), ":", NULL);
  completion->text = g_strdup_printf ("%.*s%s:%s%s%s%s", (int) (part - text), text, mig_search_field_get_name (field),
                                      needs_quotes ? "\"" : "", plain, needs_quotes ? "\"" : "",
                                      *value != '\0' ? " " : "");
  g_ptr_array_add (completions, completion);
}

static void
complete_field (GPtrArray  *completions,
                const char *text,
                const char *part)
{
  g_autofree char *folded = mig_fold_text (part);

  for (guint field = MIG_SEARCH_FIELD_ANY + 1; field < MIG_SEARCH_N_FIELDS; field++)
    {
      g_autofree char *name = mig_fold_text (mig_search_field_get_name (field));

      if (*folded != '\0' && g_str_has_prefix (name, folded))
        add_completion (completions, text, part, field, "");
    }
}

static MigKind
get_kind (MigSearchField field)
{
  static const MigKind kinds[MIG_SEARCH_N_FIELDS] = {
    [MIG_SEARCH_FIELD_SPEAKER] = MIG_KIND_PERSON,   [MIG_SEARCH_FIELD_ORGANIZATION] = MIG_KIND_ORGANIZATION,
    [MIG_SEARCH_FIELD_MEETING] = MIG_KIND_EVENT,    [MIG_SEARCH_FIELD_SESSION] = MIG_KIND_EVENT,
    [MIG_SEARCH_FIELD_EVENT] = MIG_KIND_EVENT,      [MIG_SEARCH_FIELD_DOCUMENT] = MIG_KIND_DOCUMENT,
    [MIG_SEARCH_FIELD_TOPIC] = MIG_KIND_TOPIC,      [MIG_SEARCH_FIELD_PLACE] = MIG_KIND_AREA,
  };

  return kinds[field];
}

static gboolean
is_value (MigCorpus      *corpus,
          MigRef          ref,
          MigSearchField  field)
{
  if (mig_ref_kind (ref) != MIG_KIND_EVENT)
    return TRUE;

  switch (mig_corpus_get_event (corpus, ref)->role)
    {
    case MIG_EVENT_ROLE_MEETING:
      return field == MIG_SEARCH_FIELD_MEETING;
    case MIG_EVENT_ROLE_SESSION:
      return field == MIG_SEARCH_FIELD_SESSION;
    case MIG_EVENT_ROLE_EVENT:
      return field == MIG_SEARCH_FIELD_EVENT;
    case MIG_EVENT_ROLE_SERIES:
    default:
      return FALSE;
    }
}

typedef struct
{
  guint32 doc;
  guint8 rank;
} Value;

/* Keeps the best few, best first. */
static void
take_value (Value   *values,
            guint   *n,
            guint32  doc,
            guint8   rank)
{
  guint at = *n;

  if (at == MAX_COMPLETIONS && values[at - 1].rank >= rank)
    return;
  for (at = MIN (at, MAX_COMPLETIONS - 1); at > 0 && values[at - 1].rank < rank; at--)
    values[at] = values[at - 1];
  values[at] = (Value) { doc, rank };
  *n = MIN (*n + 1, MAX_COMPLETIONS);
}

static void
complete_value (MigSearch      *self,
                GPtrArray      *completions,
                const char     *text,
                const char     *part,
                MigSearchField  field,
                const char     *typed)
{
  MigSearchIndex *index = self->index;
  MigKind kind = get_kind (field);
  g_autoptr (MigSearchQuery) query = mig_search_query_new (typed);
  const MigSearchClause *clauses;
  Value values[MAX_COMPLETIONS];
  guint n_clauses, n = 0;

  clauses = mig_search_query_get_clauses (query, &n_clauses);
  if (n_clauses > 0 && clauses[0].n_words > 0)
    mig_search_evaluate_words (self, clauses[0].words, clauses[0].n_words, ~0u, NULL);
  for (guint32 doc = index->bases[kind]; doc < index->bases[kind + 1]; doc++)
    if ((n_clauses == 0 || mig_search_quality_level (self->set.qualities[doc]) >= MIG_SEARCH_LEVEL_NAME) &&
        is_value (index->corpus, mig_search_index_ref (index, doc), field))
      take_value (values, &n, doc, mig_search_index_rank (index, doc));
  mig_search_set_clear (&self->set);

  for (guint i = 0; i < n; i++)
    add_completion (completions, text, part, field,
                    mig_corpus_get_record (index->corpus, mig_search_index_ref (index, values[i].doc))->name);
}

static void
complete_kind (GPtrArray  *completions,
               const char *text,
               const char *part,
               const char *typed)
{
  guint groups = mig_search_groups_from_name (typed);
  g_autofree char *folded = mig_fold_text (typed);

  for (guint group = 0; group < MIG_SEARCH_N_GROUPS; group++)
    if (*folded == '\0' || (groups >> group) & 1)
      {
        g_autofree char *name = g_utf8_strdown (mig_search_group_get_name (group), -1);

        add_completion (completions, text, part, MIG_SEARCH_FIELD_KIND, name);
      }
}

/**
 * mig_search_complete:
 * @self: a search
 * @text: what is typed so far, valid UTF-8, up to the cursor
 *
 * Finds ways to go on with a query: the names of fields that begin as its last part does, or the values of the field
 * that its last part names.
 *
 * Returns: (transfer full) (element-type MigSearchCompletion): a few, the likeliest first; perhaps none
 */
GPtrArray *
mig_search_complete (MigSearch  *self,
                     const char *text)
{
  GPtrArray *completions = g_ptr_array_new_with_free_func (free_completion);
  const char *part, *colon;
  MigSearchField field;

  g_return_val_if_fail (MIG_IS_SEARCH (self), completions);
  g_return_val_if_fail (text != NULL, completions);

  if (strlen (text) > MIG_SEARCH_MAX_TEXT)
    return completions;

  part = find_last_part (text);
  colon = strchr (part, ':');
  if (colon == NULL)
    {
      complete_field (completions, text, part);
      return completions;
    }

  field = mig_search_field_from_name (part, (gsize) (colon - part));
  if (field == MIG_SEARCH_FIELD_KIND)
    complete_kind (completions, text, part, colon + 1);
  else if (field != MIG_SEARCH_FIELD_ANY && field != MIG_SEARCH_FIELD_YEAR)
    complete_value (self, completions, text, part, field, colon + 1);

  return completions;
}
