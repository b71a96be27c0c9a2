/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-sorters.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-fold.h"
#include "mig-words.h"

/* What the columns of the table of items say, how they are sorted and which rows a filter leaves. Sorters take their
 * keys from expressions, so that GTK makes one key a row and keeps no object for it. */

static MigItemKinds
get_kinds (MigCorpus *corpus, MigRef ref)
{
  if (mig_ref_kind (ref) == MIG_KIND_DOCUMENT)
    return MIG_ITEM_KINDS_DOCUMENTS;

  switch (mig_corpus_get_event (corpus, ref)->role)
    {
    case MIG_EVENT_ROLE_MEETING:
      return MIG_ITEM_KINDS_MEETINGS;
    case MIG_EVENT_ROLE_SESSION:
      return MIG_ITEM_KINDS_SESSIONS;
    case MIG_EVENT_ROLE_EVENT:
    case MIG_EVENT_ROLE_SERIES:
    default:
      return MIG_ITEM_KINDS_EVENTS;
    }
}

/* Only a meeting has sessions; 0 of them is told too. -1 is "does not apply" and sorts below. */
static gint
count_sessions (MigCorpus *corpus, MigRef ref)
{
  return get_kinds (corpus, ref) == MIG_ITEM_KINDS_MEETINGS
         ? (gint) mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN).n : -1;
}

static guint
count_mentions (MigCorpus *corpus, MigRef ref)
{
  return mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY).n;
}

/* There is room for the whole name here. */
static char *
dup_title (MigCorpus *corpus, MigRef ref)
{
  if (get_kinds (corpus, ref) == MIG_ITEM_KINDS_SESSIONS)
    {
      g_autofree char *numeral = mig_words_numeral (corpus, ref);

      /* Translators: number and name of a session: "VIII. Preparing the summit" */
      return g_strdup_printf (C_("session", "%1$s. %2$s"), numeral, mig_words_name (corpus, ref));
    }

  return g_strdup (mig_words_name (corpus, ref));
}

static char *
get_title_key (MigEntity *entity, gpointer user_data)
{
  return mig_fold_text (mig_words_name (mig_entity_get_corpus (entity), mig_entity_get_ref (entity)));
}

static char *
get_kind_key (MigEntity *entity, gpointer user_data)
{
  return g_strdup (mig_words_kind (mig_entity_get_corpus (entity), mig_entity_get_ref (entity)));
}

/* The first day, and among those that begin on it the last; what has no date comes after all that has. */
static double
get_date_key (MigEntity *entity, gpointer user_data)
{
  const MigDate *date = mig_corpus_get_date (mig_entity_get_corpus (entity), mig_entity_get_ref (entity));

  if (!mig_date_is_set (date))
    return G_MAXDOUBLE;

  return mig_date_first_day (date) + mig_date_last_day (date) / 1e8;
}

static int
get_sessions_key (MigEntity *entity, gpointer user_data)
{
  return count_sessions (mig_entity_get_corpus (entity), mig_entity_get_ref (entity));
}

static int
get_mentions_key (MigEntity *entity, gpointer user_data)
{
  return (int) count_mentions (mig_entity_get_corpus (entity), mig_entity_get_ref (entity));
}

static GtkExpression *
expression_new (GType type, GCallback callback)
{
  return gtk_cclosure_expression_new (type, NULL, 0, NULL, callback, NULL, NULL);
}

/**
 * mig_item_sorter_new:
 * @column: a column
 *
 * Returns: (transfer full): what sorts the column, ascending
 */
GtkSorter *
mig_item_sorter_new (MigItemColumn column)
{
  switch (column)
    {
    case MIG_ITEM_COLUMN_TITLE:
      return GTK_SORTER (gtk_string_sorter_new (expression_new (G_TYPE_STRING, G_CALLBACK (get_title_key))));
    case MIG_ITEM_COLUMN_KIND:
      return GTK_SORTER (gtk_string_sorter_new (expression_new (G_TYPE_STRING, G_CALLBACK (get_kind_key))));
    case MIG_ITEM_COLUMN_DATE:
      return GTK_SORTER (gtk_numeric_sorter_new (expression_new (G_TYPE_DOUBLE, G_CALLBACK (get_date_key))));
    case MIG_ITEM_COLUMN_SESSIONS:
      return GTK_SORTER (gtk_numeric_sorter_new (expression_new (G_TYPE_INT, G_CALLBACK (get_sessions_key))));
    case MIG_ITEM_COLUMN_MENTIONS:
    default:
      return GTK_SORTER (gtk_numeric_sorter_new (expression_new (G_TYPE_INT, G_CALLBACK (get_mentions_key))));
    }
}

static char *
dup_date (MigCorpus *corpus, MigRef ref, MigDateStyle style)
{
  const MigDate *date = mig_corpus_get_date (corpus, ref);

  return mig_date_is_set (date) ? mig_date_format (date, style) : g_strdup (C_("date", "undated"));
}

/**
 * mig_item_dup_text:
 * @entity: an item of the timeline
 * @column: a column
 *
 * Returns: (transfer full): what stands in the item's cell
 */
char *
mig_item_dup_text (MigEntity *entity, MigItemColumn column)
{
  MigCorpus *corpus = mig_entity_get_corpus (entity);
  const MigRef ref = mig_entity_get_ref (entity);

  switch (column)
    {
    case MIG_ITEM_COLUMN_TITLE:
      return dup_title (corpus, ref);
    case MIG_ITEM_COLUMN_KIND:
      return g_strdup (mig_words_kind (corpus, ref));
    case MIG_ITEM_COLUMN_DATE:
      return dup_date (corpus, ref, MIG_DATE_STYLE_SHORT);
    case MIG_ITEM_COLUMN_SESSIONS:
      return count_sessions (corpus, ref) >= 0 ? mig_words_number ((guint) count_sessions (corpus, ref)) : g_strdup ("");
    case MIG_ITEM_COLUMN_MENTIONS:
    default:
      return mig_words_number (count_mentions (corpus, ref));
    }
}

/**
 * mig_item_dup_description:
 * @entity: an item of the timeline
 *
 * Returns: (transfer full): the whole row in words, for who does not see its columns
 */
char *
mig_item_dup_description (MigEntity *entity)
{
  MigCorpus *corpus = mig_entity_get_corpus (entity);
  const MigRef ref = mig_entity_get_ref (entity);
  g_autofree char *title = dup_title (corpus, ref);
  g_autofree char *when = dup_date (corpus, ref, MIG_DATE_STYLE_LONG);
  g_autofree char *sessions = NULL, *mentions = NULL;
  const gint n_sessions = count_sessions (corpus, ref);
  const guint n_mentions = count_mentions (corpus, ref);

  if (n_sessions > 0)
    sessions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session", "%u sessions", (gulong) n_sessions),
                                (guint) n_sessions);
  if (n_mentions > 0)
    mentions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions), n_mentions);

  return mig_words_list ((const char *[]) { title, mig_words_kind (corpus, ref), when,
                                            sessions != NULL ? sessions : "", mentions != NULL ? mentions : "", NULL });
}

static gboolean
is_among (MigCorpus *corpus, MigRef ref, MigItemKinds kinds)
{
  if (kinds == MIG_ITEM_KINDS_UNDATED)
    return !mig_date_is_set (mig_corpus_get_date (corpus, ref));

  return kinds == MIG_ITEM_KINDS_ALL || get_kinds (corpus, ref) == kinds;
}

/* Whether a name holds the word, wherever in it. */
static gboolean
name_holds (const char *name, const char *word)
{
  g_autofree char *folded = *name != '\0' ? mig_fold_text (name) : NULL;

  return folded != NULL && strstr (folded, word) != NULL;
}

static gboolean
holds (MigCorpus *corpus, MigRef ref, const char *word)
{
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  const MigIdentifier *identifiers = mig_corpus_get_identifiers (corpus, record->identifiers);

  if (name_holds (record->name, word) || (record->short_name != record->name && name_holds (record->short_name, word)))
    return TRUE;
  for (guint i = 0; i < record->identifiers.n; i++)
    if (name_holds (identifiers[i].identifier, word))
      return TRUE;

  return FALSE;
}

/**
 * mig_item_passes:
 * @entity: an item of the timeline
 * @kinds: which are wanted
 * @words: (array zero-terminated=1): words after mig_fold_text(), all of which its names must hold
 *
 * Returns: whether a filter leaves the item
 */
gboolean
mig_item_passes (MigEntity *entity, MigItemKinds kinds, const char *const *words)
{
  MigCorpus *corpus = mig_entity_get_corpus (entity);
  const MigRef ref = mig_entity_get_ref (entity);

  if (!is_among (corpus, ref, kinds))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (!holds (corpus, ref, words[i]))
      return FALSE;

  return TRUE;
}

/* How two items stand in the table: by the columns' order, and as they stand in time where that makes no difference. */
static int
compare (GtkSorter *sorter, MigItemList *items, MigEntity *a, MigEntity *b)
{
  GtkOrdering order = sorter != NULL ? gtk_sorter_compare (sorter, a, b) : GTK_ORDERING_EQUAL;
  guint p = 0, q = 0;

  if (order != GTK_ORDERING_EQUAL)
    return order == GTK_ORDERING_SMALLER ? -1 : 1;
  mig_item_list_find (items, mig_entity_get_ref (a), &p);
  mig_item_list_find (items, mig_entity_get_ref (b), &q);

  return (p > q) - (p < q);
}

/**
 * mig_item_find:
 * @sorted: some of @items, sorted, with nothing left to do
 * @items: all items
 * @ref: a record
 * @position: (out): where it is in @sorted
 *
 * Finds a record by halving, so that not every item must be looked at.
 *
 * Returns: whether it is there
 */
gboolean
mig_item_find (GtkSortListModel *sorted, MigItemList *items, MigRef ref, guint *position)
{
  GtkSorter *sorter = gtk_sort_list_model_get_sorter (sorted);
  g_autoptr (MigEntity) wanted = NULL;
  guint from = 0, to = g_list_model_get_n_items (G_LIST_MODEL (sorted)), ignored;

  if (!mig_item_list_find (items, ref, &ignored))
    return FALSE;

  wanted = mig_entity_new (mig_item_list_get_corpus (items), ref);
  while (from < to)
    {
      const guint middle = from + (to - from) / 2;
      g_autoptr (MigEntity) entity = g_list_model_get_item (G_LIST_MODEL (sorted), middle);

      if (mig_entity_get_ref (entity) == ref)
        {
          *position = middle;
          return TRUE;
        }
      if (compare (sorter, items, wanted, entity) < 0)
        to = middle;
      else
        from = middle + 1;
    }

  return FALSE;
}
