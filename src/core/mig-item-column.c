/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-column.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mig-count-words.h"
#include "mig-date-format.h"
#include "mig-item-facts.h"
#include "mig-words.h"

/* What the columns of the lists are called, which list has which, and what stands in the cells. Everything here reads
 * a corpus and nothing else, and so may be called in any thread. */

/* There is room for the whole name here. */
static char *
dup_title (MigCorpus *corpus, MigRef ref)
{
  if (mig_ref_kind (ref) == MIG_KIND_EVENT && mig_corpus_get_event (corpus, ref)->role == MIG_EVENT_ROLE_SESSION)
    {
      g_autofree char *numeral = mig_words_numeral (corpus, ref);

      return mig_words_number_name (numeral, mig_words_name (corpus, ref));
    }

  return g_strdup (mig_words_name (corpus, ref));
}

static char *
dup_place (MigCorpus *corpus, MigRef ref)
{
  const MigFigure *figure;

  if (mig_ref_kind (ref) == MIG_KIND_EVENT)
    return g_strdup (mig_words_place (corpus, ref));
  if (mig_ref_kind (ref) != MIG_KIND_FIGURE)
    return g_strdup ("");

  figure = mig_corpus_get_figure (corpus, ref);

  return g_strdup (figure->area != MIG_REF_NONE ? mig_words_name (corpus, figure->area) : figure->place);
}

static char *
dup_enclosing (MigCorpus *corpus, MigRef ref, MigEventRole role)
{
  const MigRef event = mig_corpus_get_enclosing (corpus, ref, role);

  return event != MIG_REF_NONE && event != ref ? mig_words_numbered_name (corpus, event) : g_strdup ("");
}

static const char *
get_name_or_nothing (MigCorpus *corpus, MigRef ref)
{
  return ref != MIG_REF_NONE ? mig_words_name (corpus, ref) : "";
}

static char *
dup_kind (MigCorpus *corpus, MigRef ref)
{
  return g_strdup (mig_words_kind (corpus, ref));
}

static char *
dup_meeting (MigCorpus *corpus, MigRef ref)
{
  return dup_enclosing (corpus, ref, MIG_EVENT_ROLE_MEETING);
}

static char *
dup_session (MigCorpus *corpus, MigRef ref)
{
  return dup_enclosing (corpus, ref, MIG_EVENT_ROLE_SESSION);
}

static char *
dup_abbreviation (MigCorpus *corpus, MigRef ref)
{
  return g_strdup (mig_item_facts_get_abbreviation (corpus, ref));
}

static char *
dup_symbol (MigCorpus *corpus, MigRef ref)
{
  return g_strdup (mig_item_facts_get_symbol (corpus, ref));
}

static char *
dup_author (MigCorpus *corpus, MigRef ref)
{
  return g_strdup (get_name_or_nothing (corpus, mig_corpus_get_document (corpus, ref)->organization));
}

static char *
dup_code (MigCorpus *corpus, MigRef ref)
{
  return g_strdup (mig_corpus_get_topic (corpus, ref)->code);
}

static char *
dup_broader (MigCorpus *corpus, MigRef ref)
{
  return g_strdup (get_name_or_nothing (corpus, mig_corpus_get_topic (corpus, ref)->parent));
}

static char *
dup_unit (MigCorpus *corpus, MigRef ref)
{
  return g_strdup (mig_corpus_get_figure (corpus, ref)->unit);
}

static char *
dup_giver (MigCorpus *corpus, MigRef ref)
{
  return g_strdup (get_name_or_nothing (corpus, mig_corpus_get_figure (corpus, ref)->given_by));
}

static char *
dup_value (MigCorpus *corpus, MigRef ref)
{
  return mig_words_figure (mig_corpus_get_figure (corpus, ref));
}

static double
get_value (MigCorpus *corpus, MigRef ref)
{
  const MigFigure *figure = mig_corpus_get_figure (corpus, ref);

  return figure->has_value ? figure->value : (double) NAN;
}

static double
count_mentions (MigCorpus *corpus, MigRef ref)
{
  return mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY).n;
}

static double
count_evidences (MigCorpus *corpus, MigRef ref)
{
  return mig_corpus_get_related (corpus, ref, MIG_RELATION_EVIDENCES).n;
}

/* A number that says nothing by itself, in words. */

static char *
say_evidences (guint n)
{
  /* Translators: how many records of the corpus name a document as their source */
  return mig_words_count (g_dngettext (GETTEXT_PACKAGE, "source of %s record", "source of %s records", n), n);
}

typedef struct
{
  const char *id;
  const char *name;
  MigItemColumnType type;
  char *(*dup_text) (MigCorpus *corpus, MigRef ref);
  double (*get_number) (MigCorpus *corpus, MigRef ref);
  char *(*say) (guint n);
} ColumnInfo;

#define TEXT(id, name, dup_text) { id, name, MIG_ITEM_COLUMN_TEXT, dup_text, NULL, NULL }
#define COUNT(id, name, count, say) { id, name, MIG_ITEM_COLUMN_NUMBER, NULL, count, say }
#define DAYS(id, name) { id, name, MIG_ITEM_COLUMN_DAYS, NULL, NULL, NULL }

static const ColumnInfo columns_info[MIG_N_ITEM_COLUMNS] = {
  [MIG_ITEM_COLUMN_TITLE] = TEXT ("title", NC_("column", "Title"), dup_title),
  [MIG_ITEM_COLUMN_NAME] = TEXT ("name", NC_("column", "Name"), dup_title),
  [MIG_ITEM_COLUMN_KIND] = TEXT ("kind", NC_("column", "Kind"), dup_kind),
  [MIG_ITEM_COLUMN_DATE] = DAYS ("date", NC_("column", "Date")),
  [MIG_ITEM_COLUMN_PLACE] = TEXT ("place", NC_("column", "Place"), dup_place),
  [MIG_ITEM_COLUMN_MEETING] = TEXT ("meeting", NC_("column", "Meeting"), dup_meeting),
  [MIG_ITEM_COLUMN_SESSION] = TEXT ("session", NC_("column", "Session"), dup_session),
  [MIG_ITEM_COLUMN_SESSIONS] = COUNT ("sessions", NC_("column", "Sessions"), mig_item_facts_count_sessions,
                                      mig_count_sessions),
  [MIG_ITEM_COLUMN_INTERVENTIONS] = COUNT ("interventions", NC_("column", "Interventions"),
                                           mig_item_facts_count_interventions, mig_count_interventions),
  [MIG_ITEM_COLUMN_SPEAKERS] = COUNT ("speakers", NC_("column", "Speakers"), mig_item_facts_count_speakers,
                                      mig_count_speakers),
  [MIG_ITEM_COLUMN_MEETINGS] = COUNT ("meetings", NC_("column", "Meetings"), mig_item_facts_count_meetings,
                                      mig_count_meetings),
  [MIG_ITEM_COLUMN_MENTIONS] = COUNT ("mentions", NC_("column", "Mentions"), count_mentions, mig_count_mentions),
  /* Translators: when somebody first spoke, or something was first mentioned */
  [MIG_ITEM_COLUMN_FIRST] = DAYS ("first", NC_("column", "First")),
  /* Translators: when somebody last spoke, or something was last mentioned */
  [MIG_ITEM_COLUMN_LAST] = DAYS ("last", NC_("column", "Last")),
  [MIG_ITEM_COLUMN_ORGANIZATIONS] = TEXT ("organizations", NC_("column", "Organizations"),
                                          mig_item_facts_dup_organizations),
  [MIG_ITEM_COLUMN_ABBREVIATION] = TEXT ("abbreviation", NC_("column", "Abbreviation"), dup_abbreviation),
  [MIG_ITEM_COLUMN_PEOPLE] = COUNT ("people", NC_("column", "People"), mig_item_facts_count_people, mig_count_people),
  /* Translators: the symbol of a document, such as A/71/1 */
  [MIG_ITEM_COLUMN_SYMBOL] = TEXT ("symbol", NC_("column", "Symbol"), dup_symbol),
  [MIG_ITEM_COLUMN_AUTHOR] = TEXT ("author", NC_("column", "Author"), dup_author),
  /* Translators: how many records of the corpus name a document as their source */
  [MIG_ITEM_COLUMN_EVIDENCES] = COUNT ("evidences", NC_("column", "Source of"), count_evidences, say_evidences),
  [MIG_ITEM_COLUMN_CODE] = TEXT ("code", NC_("column", "Code"), dup_code),
  /* Translators: the broader topic that a topic belongs to */
  [MIG_ITEM_COLUMN_BROADER] = TEXT ("broader", NC_("column", "Part of"), dup_broader),
  [MIG_ITEM_COLUMN_VALUE] = { "value", NC_("column", "Value"), MIG_ITEM_COLUMN_NUMBER, dup_value, get_value, NULL },
  [MIG_ITEM_COLUMN_UNIT] = TEXT ("unit", NC_("column", "Unit"), dup_unit),
  [MIG_ITEM_COLUMN_GIVEN_BY] = TEXT ("given-by", NC_("column", "Given by"), dup_giver),
};

/* The most telling columns first: where there is no room for all, the last ones go. */
#define MAX_COLUMNS 7
static const struct
{
  guint n;
  MigItemColumn columns[MAX_COLUMNS];
} kind_columns[MIG_N_ITEM_KINDS] = {
  [MIG_ITEM_KIND_TIMELINE] = { 5, { MIG_ITEM_COLUMN_TITLE, MIG_ITEM_COLUMN_KIND, MIG_ITEM_COLUMN_DATE,
                                    MIG_ITEM_COLUMN_SESSIONS, MIG_ITEM_COLUMN_MENTIONS } },
  [MIG_ITEM_KIND_MEETINGS] = { 7, { MIG_ITEM_COLUMN_TITLE, MIG_ITEM_COLUMN_DATE, MIG_ITEM_COLUMN_PLACE,
                                    MIG_ITEM_COLUMN_SESSIONS, MIG_ITEM_COLUMN_INTERVENTIONS,
                                    MIG_ITEM_COLUMN_SPEAKERS, MIG_ITEM_COLUMN_MENTIONS } },
  [MIG_ITEM_KIND_SESSIONS] = { 5, { MIG_ITEM_COLUMN_TITLE, MIG_ITEM_COLUMN_DATE, MIG_ITEM_COLUMN_MEETING,
                                    MIG_ITEM_COLUMN_INTERVENTIONS, MIG_ITEM_COLUMN_SPEAKERS } },
  [MIG_ITEM_KIND_SPEAKERS] = { 6, { MIG_ITEM_COLUMN_NAME, MIG_ITEM_COLUMN_ORGANIZATIONS,
                                    MIG_ITEM_COLUMN_INTERVENTIONS, MIG_ITEM_COLUMN_MEETINGS, MIG_ITEM_COLUMN_FIRST,
                                    MIG_ITEM_COLUMN_LAST } },
  [MIG_ITEM_KIND_ORGANIZATIONS] = { 5, { MIG_ITEM_COLUMN_NAME, MIG_ITEM_COLUMN_ABBREVIATION, MIG_ITEM_COLUMN_PEOPLE,
                                         MIG_ITEM_COLUMN_INTERVENTIONS, MIG_ITEM_COLUMN_MENTIONS } },
  [MIG_ITEM_KIND_EVENTS] = { 6, { MIG_ITEM_COLUMN_TITLE, MIG_ITEM_COLUMN_DATE, MIG_ITEM_COLUMN_PLACE,
                                  MIG_ITEM_COLUMN_MENTIONS, MIG_ITEM_COLUMN_FIRST, MIG_ITEM_COLUMN_LAST } },
  [MIG_ITEM_KIND_DOCUMENTS] = { 6, { MIG_ITEM_COLUMN_TITLE, MIG_ITEM_COLUMN_SYMBOL, MIG_ITEM_COLUMN_DATE,
                                     MIG_ITEM_COLUMN_AUTHOR, MIG_ITEM_COLUMN_MENTIONS, MIG_ITEM_COLUMN_EVIDENCES } },
  [MIG_ITEM_KIND_TOPICS] = { 6, { MIG_ITEM_COLUMN_NAME, MIG_ITEM_COLUMN_CODE, MIG_ITEM_COLUMN_BROADER,
                                  MIG_ITEM_COLUMN_MENTIONS, MIG_ITEM_COLUMN_FIRST, MIG_ITEM_COLUMN_LAST } },
  [MIG_ITEM_KIND_FIGURES] = { 7, { MIG_ITEM_COLUMN_NAME, MIG_ITEM_COLUMN_VALUE, MIG_ITEM_COLUMN_UNIT,
                                   MIG_ITEM_COLUMN_DATE, MIG_ITEM_COLUMN_PLACE, MIG_ITEM_COLUMN_GIVEN_BY,
                                   MIG_ITEM_COLUMN_SESSION } },
  [MIG_ITEM_KIND_UNDATED] = { 3, { MIG_ITEM_COLUMN_TITLE, MIG_ITEM_COLUMN_KIND, MIG_ITEM_COLUMN_MENTIONS } },
};

/**
 * mig_item_column_get_id:
 * @column: a column
 *
 * Returns: (transfer none): its name in settings, in no language
 */
const char *
mig_item_column_get_id (MigItemColumn column)
{
  g_return_val_if_fail ((guint) column < MIG_N_ITEM_COLUMNS, "");

  return columns_info[column].id;
}

/**
 * mig_item_column_get_name:
 * @column: a column
 *
 * Returns: (transfer none): its heading
 */
const char *
mig_item_column_get_name (MigItemColumn column)
{
  g_return_val_if_fail ((guint) column < MIG_N_ITEM_COLUMNS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns_info[column].name);
}

/**
 * mig_item_column_get_type:
 * @column: a column
 *
 * Returns: what it is made of
 */
MigItemColumnType
mig_item_column_get_type (MigItemColumn column)
{
  g_return_val_if_fail ((guint) column < MIG_N_ITEM_COLUMNS, MIG_ITEM_COLUMN_TEXT);

  return columns_info[column].type;
}

/**
 * mig_item_kind_get_columns:
 * @kind: a kind of list
 * @n: (out): how many columns it has
 *
 * Returns: (transfer none) (array length=n): its columns; the first one is what its rows are called
 */
const MigItemColumn *
mig_item_kind_get_columns (MigItemKind kind, guint *n)
{
  g_return_val_if_fail ((guint) kind < MIG_N_ITEM_KINDS, NULL);

  *n = kind_columns[kind].n;

  return kind_columns[kind].columns;
}

/**
 * mig_item_column_get_number:
 * @column: a column of numbers
 * @corpus: a corpus
 * @ref: one of the records of a list with that column
 *
 * Returns: the number to sort and filter by; NAN where there is none
 */
double
mig_item_column_get_number (MigItemColumn column, MigCorpus *corpus, MigRef ref)
{
  g_return_val_if_fail (mig_item_column_get_type (column) == MIG_ITEM_COLUMN_NUMBER, (double) NAN);

  return columns_info[column].get_number (corpus, ref);
}

/**
 * mig_item_column_get_date:
 * @column: a column of dates
 * @corpus: a corpus
 * @ref: one of the records of a list with that column
 *
 * Returns: (transfer none) (nullable): the date, or %NULL where there is none
 */
const MigDate *
mig_item_column_get_date (MigItemColumn column, MigCorpus *corpus, MigRef ref)
{
  const MigDate *date;

  if (column == MIG_ITEM_COLUMN_FIRST || column == MIG_ITEM_COLUMN_LAST)
    date = mig_item_facts_get_occasion (corpus, ref, column == MIG_ITEM_COLUMN_LAST);
  else
    date = mig_corpus_get_date (corpus, ref);

  return date != NULL && mig_date_is_set (date) ? date : NULL;
}

static char *
dup_number (MigItemColumn column, MigCorpus *corpus, MigRef ref)
{
  const double number = mig_item_column_get_number (column, corpus, ref);

  return isnan (number) ? g_strdup ("") : mig_words_number ((guint) number);
}

static char *
dup_date (MigItemColumn column, MigCorpus *corpus, MigRef ref, MigDateStyle style)
{
  const MigDate *date = mig_item_column_get_date (column, corpus, ref);

  if (date != NULL)
    return mig_date_format (date, style);

  /* That something on the timeline has no date is worth a word. */
  if (column == MIG_ITEM_COLUMN_DATE && mig_ref_kind (ref) != MIG_KIND_FIGURE)
    return g_strdup (C_("date", "undated"));

  return g_strdup ("");
}

/**
 * mig_item_column_dup_text:
 * @column: a column
 * @corpus: a corpus
 * @ref: one of the records of a list with that column
 *
 * Returns: (transfer full): what stands in the cell
 */
char *
mig_item_column_dup_text (MigItemColumn column, MigCorpus *corpus, MigRef ref)
{
  g_return_val_if_fail ((guint) column < MIG_N_ITEM_COLUMNS, NULL);

  if (columns_info[column].dup_text != NULL)
    return columns_info[column].dup_text (corpus, ref);
  if (columns_info[column].type == MIG_ITEM_COLUMN_DAYS)
    return dup_date (column, corpus, ref, MIG_DATE_STYLE_SHORT);

  return dup_number (column, corpus, ref);
}

/**
 * mig_item_column_get_sort_text:
 * @column: a column of text
 * @corpus: a corpus
 * @ref: one of the records of a list with that column
 * @owned: (out): to be freed after use, or %NULL
 *
 * Returns: (transfer none): the text to sort by: of a person the name as lists have it, family name first
 */
const char *
mig_item_column_get_sort_text (MigItemColumn column, MigCorpus *corpus, MigRef ref, char **owned)
{
  *owned = NULL;
  if (column == MIG_ITEM_COLUMN_NAME && mig_ref_kind (ref) == MIG_KIND_PERSON &&
      *mig_corpus_get_person (corpus, ref)->sort_name != '\0')
    return mig_corpus_get_person (corpus, ref)->sort_name;
  /* By its number a session stands where it does in time; by its name it is looked for. */
  if (column == MIG_ITEM_COLUMN_TITLE || column == MIG_ITEM_COLUMN_NAME)
    return mig_words_name (corpus, ref);

  *owned = mig_item_column_dup_text (column, corpus, ref);

  return *owned;
}

/* What a cell says by itself, without its heading. */
static char *
dup_spoken (MigItemColumn column, MigCorpus *corpus, MigRef ref)
{
  g_autofree char *text = NULL;

  if (column == MIG_ITEM_COLUMN_DATE)
    return dup_date (column, corpus, ref, MIG_DATE_STYLE_LONG);
  if (columns_info[column].say != NULL)
    {
      const double number = mig_item_column_get_number (column, corpus, ref);

      return number > 0 ? columns_info[column].say ((guint) number) : g_strdup ("");
    }

  text = mig_item_column_dup_text (column, corpus, ref);
  if (*text == '\0' || (column != MIG_ITEM_COLUMN_FIRST && column != MIG_ITEM_COLUMN_LAST))
    return g_steal_pointer (&text);

  return column == MIG_ITEM_COLUMN_FIRST
         /* Translators: %s is the date on which somebody first spoke, or something was first mentioned */
         ? g_strdup_printf (_("first %s"), text)
         /* Translators: %s is the date on which somebody last spoke, or something was last mentioned */
         : g_strdup_printf (_("last %s"), text);
}

/**
 * mig_item_dup_description:
 * @kind: a kind of list
 * @corpus: a corpus
 * @ref: one of its records
 *
 * Returns: (transfer full): the whole row in words, for who does not see its columns
 */
char *
mig_item_dup_description (MigItemKind kind, MigCorpus *corpus, MigRef ref)
{
  char *parts[MAX_COLUMNS + 1] = { NULL, };
  guint n;
  const MigItemColumn *columns = mig_item_kind_get_columns (kind, &n);
  char *description;

  for (guint i = 0; i < n; i++)
    parts[i] = dup_spoken (columns[i], corpus, ref);
  description = mig_words_phrase ((const char *const *) parts);
  for (guint i = 0; i < n; i++)
    g_free (parts[i]);

  return description;
}
