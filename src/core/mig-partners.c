/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-partners.h"

#include "mig-comparison.h"
#include "mig-fold.h"

/* What a record can be compared with, as a list that typing narrows down. It holds numbers only; a MigEntity is made
 * for who asks for one. The names of a hundred thousand meetings are not folded in a moment: a thread does it, from the
 * first letter that is typed on.
 *
 *   mig_comparison_get_partners () ──▶ all ──set_text()──▶ shown ──get_item()──▶ MigEntity
 *                                       └──thread──▶ haystacks ──┘
 */

struct _MigPartners
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigRef ref;
  GArray *all;           /* of MigRef */
  char **haystacks;      /* the names of each, folded; NULL until that is done */
  GCancellable *folding; /* NULL while nothing is being folded */
  char **words;          /* what is typed, folded */
  GArray *shown;         /* of MigRef */
};

enum
{
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the thread works on, so that it needs nothing of the list, which may be gone before it is done. */
typedef struct
{
  MigCorpus *corpus;
  GArray *all;
} Names;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigPartners, mig_partners, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return MIG_TYPE_ENTITY;
}

static guint
get_n_items (GListModel *model)
{
  return MIG_PARTNERS (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MigPartners *self = MIG_PARTNERS (model);

  if (position >= self->shown->len)
    return NULL;

  return mig_entity_new (self->corpus, g_array_index (self->shown, MigRef, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mig_partners_finalize (GObject *object)
{
  MigPartners *self = MIG_PARTNERS (object);

  g_cancellable_cancel (self->folding);
  g_clear_object (&self->folding);
  g_clear_pointer (&self->haystacks, g_strfreev);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->all, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_partners_parent_class)->finalize (object);
}

static void
mig_partners_class_init (MigPartnersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_partners_finalize;

  /**
   * MigPartners::settled:
   *
   * The list shows what mig_partners_set_text() asked for.
   */
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", MIG_TYPE_PARTNERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
mig_partners_init (MigPartners *self)
{
}

/**
 * mig_partners_new:
 * @corpus: a corpus
 * @ref: one of its records
 *
 * Returns: (transfer full): all that the record can be compared with
 */
MigPartners *
mig_partners_new (MigCorpus *corpus,
                  MigRef     ref)
{
  MigPartners *self;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  self = g_object_new (MIG_TYPE_PARTNERS, NULL);
  self->corpus = g_object_ref (corpus);
  self->ref = ref;
  self->all = mig_comparison_get_partners (corpus, ref);
  self->shown = g_array_copy (self->all);

  return self;
}

/* All that a record may be called by, folded. */
static char *
dup_haystack (MigCorpus *corpus,
              MigRef     ref)
{
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  const MigOtherName *others = mig_corpus_get_other_names (corpus, record->other_names);
  const MigIdentifier *identifiers = mig_corpus_get_identifiers (corpus, record->identifiers);
  const gboolean is_event = mig_ref_kind (ref) == MIG_KIND_EVENT;
  const MigRef parent = is_event ? mig_corpus_get_event (corpus, ref)->parent : MIG_REF_NONE;
  g_autoptr (GString) text = g_string_new (record->name);

  g_string_append_printf (text, " %s", record->short_name);
  for (guint i = 0; i < record->other_names.n; i++)
    g_string_append_printf (text, " %s", others[i].name);
  for (guint i = 0; i < record->identifiers.n; i++)
    g_string_append_printf (text, " %s", identifiers[i].identifier);
  if (is_event)
    {
      const MigDate *date = mig_corpus_get_date (corpus, ref);
      gint year, month, day;

      g_string_append_printf (text, " %s", mig_corpus_get_event (corpus, ref)->location);
      if (mig_date_is_set (date))
        {
          mig_day_to_civil (mig_date_first_day (date), &year, &month, &day);
          g_string_append_printf (text, " %d", year);
        }
    }
  if (parent != MIG_REF_NONE)
    g_string_append_printf (text, " %s", mig_corpus_get_record (corpus, parent)->short_name);

  return mig_fold_text (text->str);
}

static void
names_free (gpointer data)
{
  Names *names = data;

  g_array_unref (names->all);
  g_object_unref (names->corpus);
  g_free (names);
}

static void
fold_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Names *names = task_data;
  char **haystacks = g_new0 (char *, names->all->len + 1);

  for (guint i = 0; i < names->all->len && !g_cancellable_is_cancelled (cancellable); i++)
    haystacks[i] = dup_haystack (names->corpus, g_array_index (names->all, MigRef, i));

  g_task_return_pointer (task, haystacks, (GDestroyNotify) g_strfreev);
}

static void
show (MigPartners *self)
{
  const guint n_before = self->shown->len;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->all->len; i++)
    if (self->words[0] == NULL || mig_fold_has_beginnings (self->haystacks[i], self->words))
      g_array_append_val (self->shown, g_array_index (self->all, MigRef, i));

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static void
folded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  /* Without an error that the list is gone, it is there. */
  MigPartners *self = user_data;
  g_auto (GStrv) haystacks = g_task_propagate_pointer (G_TASK (result), NULL);

  if (haystacks == NULL)
    return;

  self->haystacks = g_steal_pointer (&haystacks);
  g_clear_object (&self->folding);
  /* Meanwhile all that was typed may be gone again, and all is shown already. */
  if (self->words[0] != NULL)
    show (self);
}

static void
fold_names (MigPartners *self)
{
  g_autoptr (GTask) task = NULL;
  Names *names = g_new (Names, 1);

  *names = (Names) { g_object_ref (self->corpus), g_array_ref (self->all) };
  self->folding = g_cancellable_new ();
  task = g_task_new (NULL, self->folding, folded_cb, self);
  g_task_set_source_tag (task, fold_names);
  g_task_set_task_data (task, names, names_free);
  g_task_run_in_thread (task, fold_thread);
}

/**
 * mig_partners_set_text:
 * @self: a list
 * @text: words, or ""
 *
 * Shows what is called by all of the words, or by words that begin so; an event also by its place, its year and what it
 * is a part of. That may be a little later; #MigPartners::settled tells when.
 */
void
mig_partners_set_text (MigPartners *self,
                       const char  *text)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (MIG_IS_PARTNERS (self));
  g_return_if_fail (text != NULL);

  folded = mig_fold_text (text);
  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);

  if (self->words[0] == NULL || self->haystacks != NULL)
    show (self);
  else if (self->folding == NULL)
    fold_names (self);
}

/**
 * mig_partners_is_settled:
 * @self: a list
 *
 * Returns: whether it shows what was asked for last
 */
gboolean
mig_partners_is_settled (MigPartners *self)
{
  g_return_val_if_fail (MIG_IS_PARTNERS (self), TRUE);

  return self->haystacks != NULL || self->words == NULL || self->words[0] == NULL;
}

/**
 * mig_partners_get_ref:
 * @self: a list
 * @position: a place in it
 *
 * Returns: the record there, or %MIG_REF_NONE
 */
MigRef
mig_partners_get_ref (MigPartners *self,
                      guint        position)
{
  g_return_val_if_fail (MIG_IS_PARTNERS (self), MIG_REF_NONE);

  return position < self->shown->len ? g_array_index (self->shown, MigRef, position) : MIG_REF_NONE;
}

/**
 * mig_partners_get_nearest:
 * @self: a list
 *
 * Returns: the place of what is most likely meant as long as nobody has said: of meetings and sessions the one before,
 *   else the first
 */
guint
mig_partners_get_nearest (MigPartners *self)
{
  const MigDate *date;
  guint nearest = 0;

  g_return_val_if_fail (MIG_IS_PARTNERS (self), 0);

  if (mig_ref_kind (self->ref) != MIG_KIND_EVENT)
    return 0;

  date = mig_corpus_get_date (self->corpus, self->ref);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const MigDate *other = mig_corpus_get_date (self->corpus, g_array_index (self->shown, MigRef, i));

      if (mig_date_is_set (date) && mig_date_is_set (other) && mig_date_first_day (other) <= mig_date_first_day (date))
        nearest = i;
    }

  return nearest;
}
