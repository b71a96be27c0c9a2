/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-sorters.h"

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-words.h"

/* What the columns of the table of items say, how they are sorted and which rows a filter leaves. A column view's
 * sorter has no keys of its own: it compares rows, millions of times for a long list. So each comparison here is one
 * of numbers. */

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

/* Kinds in the order of the lanes. */
static gint
compare_kinds (MigCorpus *corpus, MigRef a, MigRef b)
{
  return (gint) get_kinds (corpus, a) - (gint) get_kinds (corpus, b);
}

/* By the first day, and among those that begin on it by the last; what has no date comes after all that has. */
static gint
compare_dates (MigCorpus *corpus, MigRef a, MigRef b)
{
  const MigDate *one = mig_corpus_get_date (corpus, a), *other = mig_corpus_get_date (corpus, b);

  if (!mig_date_is_set (one) || !mig_date_is_set (other))
    return mig_date_is_set (other) - mig_date_is_set (one);
  if (mig_date_first_day (one) != mig_date_first_day (other))
    return mig_date_first_day (one) < mig_date_first_day (other) ? -1 : 1;

  return (mig_date_last_day (one) > mig_date_last_day (other)) - (mig_date_last_day (one) < mig_date_last_day (other));
}

typedef struct
{
  MigItemColumn column;
  MigItemIndex **index;
} Order;

static int
compare_items (gconstpointer one, gconstpointer other, gpointer user_data)
{
  const Order *order = user_data;
  MigCorpus *corpus = mig_entity_get_corpus ((MigEntity *) one);
  const MigRef a = mig_entity_get_ref ((MigEntity *) one), b = mig_entity_get_ref ((MigEntity *) other);

  switch (order->column)
    {
    case MIG_ITEM_COLUMN_TITLE:
      return *order->index != NULL ? mig_item_index_compare_titles (*order->index, a, b) : 0;
    case MIG_ITEM_COLUMN_KIND:
      return compare_kinds (corpus, a, b);
    case MIG_ITEM_COLUMN_DATE:
      return compare_dates (corpus, a, b);
    case MIG_ITEM_COLUMN_SESSIONS:
      return count_sessions (corpus, a) - count_sessions (corpus, b);
    case MIG_ITEM_COLUMN_MENTIONS:
    default:
      return (gint) count_mentions (corpus, a) - (gint) count_mentions (corpus, b);
    }
}

/**
 * mig_item_sorter_new:
 * @column: a column
 * @index: where the index of what is sorted stands now; it must live as long as the sorter
 *
 * Returns: (transfer full): what sorts the column, ascending
 */
GtkSorter *
mig_item_sorter_new (MigItemColumn column, MigItemIndex **index)
{
  Order *order = g_new (Order, 1);

  *order = (Order){ column, index };

  return GTK_SORTER (gtk_custom_sorter_new (compare_items, order, g_free));
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
      if (count_sessions (corpus, ref) < 0)
        return g_strdup ("");
      return mig_words_number ((guint) count_sessions (corpus, ref));
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
    sessions = mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s session", "%s sessions", (gulong) n_sessions),
                                (guint) n_sessions);
  if (n_mentions > 0)
    mentions = mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s mention", "%s mentions", n_mentions), n_mentions);

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

/**
 * mig_item_passes:
 * @index: an index
 * @entity: an item of the timeline
 * @kinds: which are wanted
 * @words: (array zero-terminated=1): words after mig_fold_text(), all of which its names must hold
 *
 * Returns: whether a filter leaves the item
 */
gboolean
mig_item_passes (MigItemIndex *index, MigEntity *entity, MigItemKinds kinds, const char *const *words)
{
  const MigRef ref = mig_entity_get_ref (entity);

  return is_among (mig_entity_get_corpus (entity), ref, kinds) && mig_item_index_holds (index, ref, words);
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
