/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-list.h"

/*
 * All that the timeline shows, as one list: meetings, sessions, events and documents in time, then those without a
 * date. It holds numbers only; a MigEntity is made for who asks for one.
 *
 *   the corpus's four tracks, each in time ──merge──▶ refs ──get_item()──▶ MigEntity
 */

struct _MigItemList
{
  GObject parent_instance;

  MigCorpus *corpus;
  GArray *refs;       /* MigRef */
  guint32 *positions[MIG_N_KINDS]; /* index of a record of the kind -> its position + 1; NULL where none is here */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigItemList, mig_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return MIG_TYPE_ENTITY;
}

static guint
get_n_items (GListModel *model)
{
  return MIG_ITEM_LIST (model)->refs->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MigItemList *self = MIG_ITEM_LIST (model);

  if (position >= self->refs->len)
    return NULL;

  return mig_entity_new (self->corpus, g_array_index (self->refs, MigRef, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mig_item_list_finalize (GObject *object)
{
  MigItemList *self = MIG_ITEM_LIST (object);

  for (guint kind = 0; kind < MIG_N_KINDS; kind++)
    g_free (self->positions[kind]);
  g_array_unref (self->refs);
  g_object_unref (self->corpus);

  G_OBJECT_CLASS (mig_item_list_parent_class)->finalize (object);
}

static void
mig_item_list_class_init (MigItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_item_list_finalize;
}

static void
mig_item_list_init (MigItemList *self)
{
  self->refs = g_array_new (FALSE, FALSE, sizeof (MigRef));
}

/* The track whose next record begins first; a meeting stands before its sessions, and these before what is raised. */
static guint
choose_track (MigCorpus *corpus, const MigRefs *tracks, const guint *n_dated, const guint *taken)
{
  guint chosen = MIG_N_TRACKS;
  gint first = 0;

  for (guint track = 0; track < MIG_N_TRACKS; track++)
    {
      gint day;

      if (taken[track] >= n_dated[track])
        continue;
      day = mig_date_first_day (mig_corpus_get_date (corpus, tracks[track].refs[taken[track]]));
      if (chosen < MIG_N_TRACKS && day >= first)
        continue;
      chosen = track;
      first = day;
    }

  return chosen;
}

static void
merge_tracks (MigItemList *self)
{
  MigRefs tracks[MIG_N_TRACKS];
  guint n_dated[MIG_N_TRACKS], taken[MIG_N_TRACKS] = { 0, };
  guint n = 0, track;

  for (track = 0; track < MIG_N_TRACKS; track++)
    {
      tracks[track] = mig_corpus_get_track (self->corpus, (MigTrack) track, &n_dated[track]);
      n += tracks[track].n;
    }
  g_array_set_size (self->refs, n);
  g_array_set_size (self->refs, 0);

  while ((track = choose_track (self->corpus, tracks, n_dated, taken)) < MIG_N_TRACKS)
    g_array_append_val (self->refs, tracks[track].refs[taken[track]++]);
  for (track = 0; track < MIG_N_TRACKS; track++)
    g_array_append_vals (self->refs, tracks[track].refs + n_dated[track], tracks[track].n - n_dated[track]);
}

static void
index_positions (MigItemList *self)
{
  const MigKind kinds[] = { MIG_KIND_EVENT, MIG_KIND_DOCUMENT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    self->positions[kinds[i]] = g_new0 (guint32, mig_corpus_get_n (self->corpus, kinds[i]));
  for (guint i = 0; i < self->refs->len; i++)
    {
      const MigRef ref = g_array_index (self->refs, MigRef, i);

      self->positions[mig_ref_kind (ref)][mig_ref_index (ref)] = i + 1;
    }
}

/**
 * mig_item_list_new:
 * @corpus: a corpus
 *
 * Returns: (transfer full): what the timeline shows of @corpus, as a #GListModel of #MigEntity
 */
MigItemList *
mig_item_list_new (MigCorpus *corpus)
{
  MigItemList *self;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  self = g_object_new (MIG_TYPE_ITEM_LIST, NULL);
  self->corpus = g_object_ref (corpus);
  merge_tracks (self);
  index_positions (self);

  return self;
}

/**
 * mig_item_list_get_corpus:
 * @self: a list
 *
 * Returns: (transfer none): whose items they are
 */
MigCorpus *
mig_item_list_get_corpus (MigItemList *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_LIST (self), NULL);

  return self->corpus;
}

/**
 * mig_item_list_get_ref:
 * @self: a list
 * @position: a position
 *
 * Returns: the record there, or %MIG_REF_NONE past the end; no object is made for it
 */
MigRef
mig_item_list_get_ref (MigItemList *self, guint position)
{
  g_return_val_if_fail (MIG_IS_ITEM_LIST (self), MIG_REF_NONE);

  return position < self->refs->len ? g_array_index (self->refs, MigRef, position) : MIG_REF_NONE;
}

/**
 * mig_item_list_find:
 * @self: a list
 * @ref: a record of its corpus
 * @position: (out): where it stands
 *
 * Returns: whether it is on the list
 */
gboolean
mig_item_list_find (MigItemList *self, MigRef ref, guint *position)
{
  const guint32 *positions;
  guint32 found;

  g_return_val_if_fail (MIG_IS_ITEM_LIST (self), FALSE);

  positions = self->positions[mig_ref_kind (ref)];
  found = positions != NULL && mig_ref_index (ref) < mig_corpus_get_n (self->corpus, mig_ref_kind (ref))
          ? positions[mig_ref_index (ref)] : 0;
  if (found == 0)
    return FALSE;

  *position = found - 1;

  return TRUE;
}
