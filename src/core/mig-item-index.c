/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-index.h"

#include <string.h>

#include "mig-fold.h"
#include "mig-words.h"

/*
 * What makes a long list of items quick to sort by title and to filter: each title is collated once, and each name is
 * folded once. After that, comparing two titles is comparing two numbers. That work begins in a thread of its own when
 * the index is made, for a corpus never changes; who needs it before it is done waits.
 */

struct _MigItemIndex
{
  MigItemList *items;
  GThread *thread;        /* NULL once what follows is there */
  gint is_unwanted;       /* atomic: tells the thread to leave off */
  guint32 *ranks;         /* by position: the place of the title among all */
  const char **haystacks; /* by position: all its names, folded, a line each */
  GStringChunk *texts;
};

typedef struct
{
  const char *key;
  guint32 position;
} Titled;

static gint
compare_titled (gconstpointer a, gconstpointer b)
{
  const Titled *one = a, *other = b;
  gint order = strcmp (one->key, other->key);

  return order != 0 ? order : (one->position > other->position) - (one->position < other->position);
}

/* Equal titles have one rank, so that a second column can tell them apart. */
static void
rank_titles (MigItemIndex *self)
{
  MigCorpus *corpus = mig_item_list_get_corpus (self->items);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree Titled *titled = g_new (Titled, n);
  GStringChunk *keys = g_string_chunk_new (1 << 16);

  self->ranks = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = g_utf8_casefold (mig_words_name (corpus, mig_item_list_get_ref (self->items, i)), -1);
      g_autofree char *key = g_utf8_collate_key (folded, -1);

      titled[i] = (Titled){ g_string_chunk_insert (keys, key), i };
    }
  if (n > 0)
    qsort (titled, n, sizeof (Titled), compare_titled);
  for (guint i = 0; i < n; i++)
    {
      const gboolean same = i > 0 && strcmp (titled[i].key, titled[i - 1].key) == 0;

      self->ranks[titled[i].position] = same ? self->ranks[titled[i - 1].position] : i;
    }
  g_string_chunk_free (keys);
}

static void
append_folded (GString *text, const char *name)
{
  g_autofree char *folded = *name != '\0' ? mig_fold_text (name) : NULL;

  if (folded != NULL)
    g_string_append_printf (text, "%s\n", folded);
}

static const char *
fold_names (MigItemIndex *self, MigRef ref)
{
  MigCorpus *corpus = mig_item_list_get_corpus (self->items);
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  const MigIdentifier *identifiers = mig_corpus_get_identifiers (corpus, record->identifiers);
  const MigOtherName *other_names = mig_corpus_get_other_names (corpus, record->other_names);
  g_autoptr (GString) text = g_string_new (NULL);

  append_folded (text, record->name);
  if (strcmp (record->short_name, record->name) != 0)
    append_folded (text, record->short_name);
  for (guint i = 0; i < record->identifiers.n; i++)
    append_folded (text, identifiers[i].identifier);
  for (guint i = 0; i < record->other_names.n; i++)
    append_folded (text, other_names[i].name);

  return g_string_chunk_insert (self->texts, text->str);
}

static void
fold_all (MigItemIndex *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  self->haystacks = g_new0 (const char *, n);
  self->texts = g_string_chunk_new (1 << 16);
  for (guint i = 0; i < n && !g_atomic_int_get (&self->is_unwanted); i++)
    self->haystacks[i] = fold_names (self, mig_item_list_get_ref (self->items, i));
}

static gpointer
run (gpointer data)
{
  MigItemIndex *self = data;

  fold_all (self);
  if (!g_atomic_int_get (&self->is_unwanted))
    rank_titles (self);

  return NULL;
}

static void
wait_for_thread (MigItemIndex *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * mig_item_index_new:
 * @items: a list
 *
 * Returns: (transfer full): an index of it; free with mig_item_index_free()
 */
MigItemIndex *
mig_item_index_new (MigItemList *items)
{
  MigItemIndex *self;

  g_return_val_if_fail (MIG_IS_ITEM_LIST (items), NULL);

  self = g_new0 (MigItemIndex, 1);
  self->items = g_object_ref (items);
  self->thread = g_thread_new ("item-index", run, self);

  return self;
}

/**
 * mig_item_index_free:
 * @self: (transfer full) (nullable): an index
 */
void
mig_item_index_free (MigItemIndex *self)
{
  if (self == NULL)
    return;

  g_atomic_int_set (&self->is_unwanted, TRUE);
  wait_for_thread (self);
  g_object_unref (self->items);
  g_free (self->ranks);
  g_free (self->haystacks);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_free (self);
}

/**
 * mig_item_index_get_items:
 * @self: an index
 *
 * Returns: (transfer none): the list that it is of
 */
MigItemList *
mig_item_index_get_items (MigItemIndex *self)
{
  return self->items;
}

/**
 * mig_item_index_compare_titles:
 * @self: an index
 * @a: an item of the list
 * @b: another
 *
 * Compares two titles as the reader's language sorts them.
 *
 * Returns: below 0 if @a comes first, above 0 if @b does, 0 if they are called the same
 */
gint
mig_item_index_compare_titles (MigItemIndex *self, MigRef a, MigRef b)
{
  guint p, q;

  if (!mig_item_list_find (self->items, a, &p) || !mig_item_list_find (self->items, b, &q))
    return 0;
  wait_for_thread (self);

  return (self->ranks[p] > self->ranks[q]) - (self->ranks[p] < self->ranks[q]);
}

/**
 * mig_item_index_holds:
 * @self: an index
 * @ref: an item of the list
 * @words: (array zero-terminated=1): words after mig_fold_text()
 *
 * Returns: whether the names of @ref, its other names and identifiers among them, hold all of @words
 */
gboolean
mig_item_index_holds (MigItemIndex *self, MigRef ref, const char *const *words)
{
  guint position;

  if (words[0] == NULL)
    return TRUE;
  if (!mig_item_list_find (self->items, ref, &position))
    return FALSE;
  wait_for_thread (self);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->haystacks[position], words[i]) == NULL)
      return FALSE;

  return TRUE;
}
