/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-thing-index.h"

#include <string.h>

#include "mig-fold.h"

/*
 * What a filter can ask for by name: organizations, persons, topics and places, found while one types.
 *
 *   names, short names, other names, codes ──fold──▶ "iom international organization for migration"
 *   "inter mig" ──fold──▶ each word the beginning of one of these ──▶ the best few
 *
 * Each thing is one line of words with a space between them. There are a few thousand of them even in a corpus of a
 * hundred thousand meetings; looking through all takes less than a frame, folding them once may not.
 */

#define MAX_WORDS 12

typedef struct
{
  char *text;
  MigRef ref;
  guint weight; /* how often it speaks or is spoken of */
} Thing;

struct _MigThingIndex
{
  GObject parent_instance;

  GArray *things; /* Thing, by weight */
};

G_DEFINE_FINAL_TYPE (MigThingIndex, mig_thing_index, G_TYPE_OBJECT)

static void
clear_thing (gpointer data)
{
  g_free (((Thing *) data)->text);
}

static void
mig_thing_index_finalize (GObject *object)
{
  g_array_unref (MIG_THING_INDEX (object)->things);

  G_OBJECT_CLASS (mig_thing_index_parent_class)->finalize (object);
}

static void
mig_thing_index_class_init (MigThingIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_thing_index_finalize;
}

static void
mig_thing_index_init (MigThingIndex *self)
{
  self->things = g_array_new (FALSE, FALSE, sizeof (Thing));
  g_array_set_clear_func (self->things, clear_thing);
}

static void
append_folded (GString *text, const char *name)
{
  g_autofree char *folded = mig_fold_text (name);

  if (*folded == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, folded);
}

static char *
fold_names (MigCorpus *corpus, MigRef ref)
{
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  const MigOtherName *names = mig_corpus_get_other_names (corpus, record->other_names);
  GString *text = g_string_new (NULL);

  append_folded (text, record->short_name);
  append_folded (text, record->name);
  for (guint i = 0; i < record->other_names.n; i++)
    append_folded (text, names[i].name);
  if (mig_ref_kind (ref) == MIG_KIND_TOPIC)
    append_folded (text, mig_corpus_get_topic (corpus, ref)->code);
  return g_string_free (text, FALSE);
}

static gint
compare_things (gconstpointer a, gconstpointer b)
{
  const Thing *p = a, *q = b;

  return p->weight != q->weight ? (p->weight > q->weight ? -1 : 1) : (p->ref > q->ref) - (p->ref < q->ref);
}

/**
 * mig_thing_index_new:
 * @corpus: a corpus
 *
 * Returns: (transfer full): an index of its organizations, persons, topics and places
 */
MigThingIndex *
mig_thing_index_new (MigCorpus *corpus)
{
  static const MigKind kinds[] = { MIG_KIND_ORGANIZATION, MIG_KIND_PERSON, MIG_KIND_TOPIC, MIG_KIND_AREA };
  MigThingIndex *self;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  self = g_object_new (MIG_TYPE_THING_INDEX, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      for (guint i = 0; i < mig_corpus_get_n (corpus, kinds[k]); i++)
        {
          const MigRef ref = mig_ref (kinds[k], i);
          Thing thing = {
            .text = fold_names (corpus, ref),
            .ref = ref,
            .weight = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES).n +
                      mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY).n,
          };

          g_array_append_val (self->things, thing);
        }
    }
  g_array_sort (self->things, compare_things);
  return self;
}

static void
new_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, mig_thing_index_new (task_data), g_object_unref);
}

/**
 * mig_thing_index_new_async:
 * @corpus: a corpus
 * @cancellable: (nullable): a #GCancellable
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Indexes in a thread of its own what a filter can ask for.
 */
void
mig_thing_index_new_async (MigCorpus *corpus, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (MIG_IS_CORPUS (corpus));

  g_task_set_source_tag (task, mig_thing_index_new_async);
  g_task_set_task_data (task, g_object_ref (corpus), g_object_unref);
  g_task_run_in_thread (task, new_in_thread);
}

/**
 * mig_thing_index_new_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the index
 */
MigThingIndex *
mig_thing_index_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mig_thing_index_find:
 * @self: an index
 * @text: what is typed
 * @most: how many are asked for
 * @found: (out): room for @most records
 *
 * Finds things by the beginnings of the words in their names: those first whose name begins with what is typed, then
 * those that speak or are spoken of most. Nothing typed finds the latter.
 *
 * Returns: how many there are, at most @most
 */
guint
mig_thing_index_find (MigThingIndex *self, const char *text, guint most, MigRef *found)
{
  g_autofree char *folded = mig_fold_text (text);
  g_auto (GStrv) words = *folded != '\0' ? g_strsplit (folded, " ", MAX_WORDS) : g_new0 (char *, 1);
  const gsize length = strlen (folded);
  guint n = 0;

  g_return_val_if_fail (MIG_IS_THING_INDEX (self), 0);

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < self->things->len && n < most; i++)
        {
          const Thing *thing = &g_array_index (self->things, Thing, i);
          const gboolean begins = length > 0 && strncmp (thing->text, folded, length) == 0;

          if (begins == (round == 0) && (begins || mig_fold_has_beginnings (thing->text, words)))
            found[n++] = thing->ref;
        }
    }
  return n;
}
