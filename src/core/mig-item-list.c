/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-list.h"

#include <glib/gi18n-lib.h>

/*
 * The records of a kind as one list, or all that the timeline shows: meetings, sessions, events and documents in time,
 * then those without a date. It holds numbers only; a MigEntity is made for who asks for one.
 *
 *   the corpus's four tracks, each in time ──merge──▶ refs ──get_item()──▶ MigEntity
 *   the records of a kind, as the file has them ────┘
 */

typedef struct
{
  const char *id; /* in addresses, settings and actions; never translated */
  const char *name;
  MigTrack track;    /* of what stands on a track of its own */
  MigKind record_kind; /* of the others */
} KindInfo;

static const KindInfo kinds_info[MIG_N_ITEM_KINDS] = {
  [MIG_ITEM_KIND_TIMELINE] = { "timeline", NC_("kinds of items", "Timeline"), MIG_N_TRACKS, MIG_KIND_NONE },
  [MIG_ITEM_KIND_MEETINGS] = { "meetings", NC_("kinds of items", "Meetings"), MIG_TRACK_MEETINGS, MIG_KIND_NONE },
  [MIG_ITEM_KIND_SESSIONS] = { "sessions", NC_("kinds of items", "Sessions"), MIG_TRACK_SESSIONS, MIG_KIND_NONE },
  [MIG_ITEM_KIND_SPEAKERS] = { "speakers", NC_("kinds of items", "Speakers"), MIG_N_TRACKS, MIG_KIND_PERSON },
  [MIG_ITEM_KIND_ORGANIZATIONS] = { "organizations", NC_("kinds of items", "Organizations"), MIG_N_TRACKS,
                                    MIG_KIND_ORGANIZATION },
  [MIG_ITEM_KIND_EVENTS] = { "events", NC_("kinds of items", "Events"), MIG_TRACK_EVENTS, MIG_KIND_NONE },
  [MIG_ITEM_KIND_DOCUMENTS] = { "documents", NC_("kinds of items", "Documents"), MIG_TRACK_DOCUMENTS, MIG_KIND_NONE },
  [MIG_ITEM_KIND_TOPICS] = { "topics", NC_("kinds of items", "Topics"), MIG_N_TRACKS, MIG_KIND_TOPIC },
  [MIG_ITEM_KIND_FIGURES] = { "figures", NC_("kinds of items", "Figures"), MIG_N_TRACKS, MIG_KIND_FIGURE },
  [MIG_ITEM_KIND_UNDATED] = { "undated", NC_("kinds of items", "Undated"), MIG_N_TRACKS, MIG_KIND_NONE },
};

struct _MigItemList
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigItemKind kind;
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
append_undated (MigItemList *self)
{
  for (guint track = 0; track < MIG_N_TRACKS; track++)
    {
      guint n_dated;
      const MigRefs refs = mig_corpus_get_track (self->corpus, (MigTrack) track, &n_dated);

      g_array_append_vals (self->refs, refs.refs + n_dated, refs.n - n_dated);
    }
}

static void
fill (MigItemList *self)
{
  const KindInfo *info = &kinds_info[self->kind];

  if (self->kind == MIG_ITEM_KIND_TIMELINE)
    {
      merge_tracks (self);
    }
  else if (self->kind == MIG_ITEM_KIND_UNDATED)
    {
      append_undated (self);
    }
  else if (info->track < MIG_N_TRACKS)
    {
      const MigRefs refs = mig_corpus_get_track (self->corpus, info->track, NULL);

      g_array_append_vals (self->refs, refs.refs, refs.n);
    }
  else
    {
      const guint n = mig_corpus_get_n (self->corpus, info->record_kind);

      g_array_set_size (self->refs, n);
      for (guint i = 0; i < n; i++)
        g_array_index (self->refs, MigRef, i) = mig_ref (info->record_kind, i);
    }
}

static void
index_positions (MigItemList *self)
{
  for (guint i = 0; i < self->refs->len; i++)
    {
      const MigRef ref = g_array_index (self->refs, MigRef, i);
      const MigKind kind = mig_ref_kind (ref);

      if (self->positions[kind] == NULL)
        self->positions[kind] = g_new0 (guint32, mig_corpus_get_n (self->corpus, kind));
      self->positions[kind][mig_ref_index (ref)] = i + 1;
    }
}

/**
 * mig_item_kind_get_id:
 * @kind: a kind of list
 *
 * Returns: (transfer none): its name in settings and actions, in no language
 */
const char *
mig_item_kind_get_id (MigItemKind kind)
{
  g_return_val_if_fail ((guint) kind < MIG_N_ITEM_KINDS, "");

  return kinds_info[kind].id;
}

/**
 * mig_item_kind_from_id:
 * @id: what mig_item_kind_get_id() told, or any other text
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
mig_item_kind_from_id (const char *id, MigItemKind *kind)
{
  for (guint i = 0; i < MIG_N_ITEM_KINDS; i++)
    if (g_strcmp0 (kinds_info[i].id, id) == 0)
      {
        *kind = (MigItemKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mig_item_kind_get_name:
 * @kind: a kind of list
 *
 * Returns: (transfer none): what the list is called
 */
const char *
mig_item_kind_get_name (MigItemKind kind)
{
  g_return_val_if_fail ((guint) kind < MIG_N_ITEM_KINDS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "kinds of items", kinds_info[kind].name);
}

/**
 * mig_item_kind_count:
 * @kind: a kind of list
 * @subset: what of a corpus is shown
 *
 * Returns: how many records of its list are shown, without making it
 */
guint
mig_item_kind_count (MigItemKind kind, MigSubset *subset)
{
  const KindInfo *info = &kinds_info[kind];
  guint n = 0;

  if (info->track < MIG_N_TRACKS)
    return mig_subset_get_track (subset, info->track, NULL).n;
  if (info->record_kind != MIG_KIND_NONE)
    return mig_subset_count_records (subset, info->record_kind);

  for (guint track = 0; track < MIG_N_TRACKS; track++)
    {
      guint n_dated;
      const MigRefs refs = mig_subset_get_track (subset, (MigTrack) track, &n_dated);

      n += kind == MIG_ITEM_KIND_UNDATED ? refs.n - n_dated : refs.n;
    }

  return n;
}

/**
 * mig_item_list_new:
 * @corpus: a corpus
 * @kind: what to list
 *
 * Returns: (transfer full): those records of @corpus, as a #GListModel of #MigEntity
 */
MigItemList *
mig_item_list_new (MigCorpus *corpus, MigItemKind kind)
{
  MigItemList *self;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);
  g_return_val_if_fail ((guint) kind < MIG_N_ITEM_KINDS, NULL);

  self = g_object_new (MIG_TYPE_ITEM_LIST, NULL);
  self->corpus = g_object_ref (corpus);
  self->kind = kind;
  fill (self);
  index_positions (self);

  return self;
}

/**
 * mig_item_list_get_kind:
 * @self: a list
 *
 * Returns: what it lists
 */
MigItemKind
mig_item_list_get_kind (MigItemList *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_LIST (self), MIG_ITEM_KIND_TIMELINE);

  return self->kind;
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
