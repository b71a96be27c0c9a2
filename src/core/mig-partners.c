/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-partners.h"

#include "mig-comparison.h"
#include "mig-fold.h"

/* What a record can be compared with, as a list that typing narrows down. It holds numbers only; a MigEntity is made
 * for who asks for one.
 *
 *   mig_comparison_get_partners () ──▶ all ──set_text()──▶ shown ──get_item()──▶ MigEntity
 */

struct _MigPartners
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigRef ref;
  GArray *all;       /* of MigRef */
  char **haystacks;  /* the names of each, folded; NULL until something is typed */
  GArray *shown;     /* of MigRef */
};

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

  g_clear_pointer (&self->haystacks, g_strfreev);
  g_clear_pointer (&self->all, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_partners_parent_class)->finalize (object);
}

static void
mig_partners_class_init (MigPartnersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_partners_finalize;
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
ensure_haystacks (MigPartners *self)
{
  if (self->haystacks != NULL)
    return;

  self->haystacks = g_new0 (char *, self->all->len + 1);
  for (guint i = 0; i < self->all->len; i++)
    self->haystacks[i] = dup_haystack (self->corpus, g_array_index (self->all, MigRef, i));
}

/**
 * mig_partners_set_text:
 * @self: a list
 * @text: words, or ""
 *
 * Shows what is called by all of the words, or by words that begin so; an event also by its place, its year and what it
 * is a part of.
 */
void
mig_partners_set_text (MigPartners *self,
                       const char  *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  const guint n_before = self->shown->len;

  g_return_if_fail (MIG_IS_PARTNERS (self));
  g_return_if_fail (text != NULL);

  folded = mig_fold_text (text);
  words = g_strsplit (folded, " ", -1);
  g_array_set_size (self->shown, 0);
  if (*folded != '\0')
    ensure_haystacks (self);
  for (guint i = 0; i < self->all->len; i++)
    if (*folded == '\0' || mig_fold_has_beginnings (self->haystacks[i], words))
      g_array_append_val (self->shown, g_array_index (self->all, MigRef, i));

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
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
