/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-subset.h"

#include <string.h>

/*
 * MigSubset: what of a corpus is shown.
 *
 *   corpus, filter ──► a bit for each record ──► tracks, indexes of time, sessions, counts
 *
 * Whoever shows anything of a corpus, or counts it, asks here: the lanes, the overview, the list, the contents, the
 * hits, the titles. So they cannot differ. Like the corpus it never changes, and is made in a thread of its own where
 * that takes longer than a frame; the whole of a corpus costs nothing, for it borrows all from there.
 *
 * A session stands in its meeting: a meeting shows when any session of it does. Where interventions are asked for by
 * kind, so does a session that holds one.
 */

/* What has more records than this is not worked out between two frames. */
#define QUICK 3000
/* How often a thread looks whether anybody still waits for it. */
#define PATIENCE 1024

static const MigKind kinds[] = {
  MIG_KIND_EVENT,    MIG_KIND_PERSON, MIG_KIND_ORGANIZATION, MIG_KIND_SPEECH,
  MIG_KIND_DOCUMENT, MIG_KIND_TOPIC,  MIG_KIND_FIGURE,       MIG_KIND_AREA,
};

typedef struct
{
  MigRef *refs;
  guint n;
  guint n_dated;
} Track;

struct _MigSubset
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigFilter filter;
  gboolean whole;
  guint32 *bits[MIG_N_KINDS]; /* NULL for a kind that no record can be found of, and for the whole */
  Track tracks[MIG_N_TRACKS];
  MigTimeIndex *indexes[MIG_N_TRACKS];
  guint32 *offsets; /* where the sessions of an event begin in @sessions, and one past the last */
  MigRef *sessions;
  guint n[MIG_SEARCH_N_GROUPS];         /* shown */
  guint n_offered[MIG_SEARCH_N_GROUPS]; /* that would be if their kind was chosen */
  guint n_all[MIG_SEARCH_N_GROUPS];
};

G_DEFINE_FINAL_TYPE (MigSubset, mig_subset, G_TYPE_OBJECT)

static void
mig_subset_finalize (GObject *object)
{
  MigSubset *self = MIG_SUBSET (object);

  for (guint kind = 0; kind < MIG_N_KINDS; kind++)
    g_free (self->bits[kind]);
  for (guint track = 0; track < MIG_N_TRACKS; track++)
    {
      g_free (self->tracks[track].refs);
      mig_time_index_free (self->indexes[track]);
    }
  g_free (self->offsets);
  g_free (self->sessions);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_subset_parent_class)->finalize (object);
}

static void
mig_subset_class_init (MigSubsetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_subset_finalize;
}

static void
mig_subset_init (MigSubset *self)
{
}

static inline gboolean
has_bit (MigSubset *self, MigRef ref)
{
  const guint index = mig_ref_index (ref);

  return (self->bits[mig_ref_kind (ref)][index / 32] >> index % 32) & 1;
}

static inline void
set_bit (MigSubset *self, MigRef ref)
{
  const guint index = mig_ref_index (ref);

  self->bits[mig_ref_kind (ref)][index / 32] |= 1u << index % 32;
}

/* A series is no meeting, though it is found among them. */
static gboolean
is_counted (MigCorpus *corpus, MigRef ref)
{
  return mig_ref_kind (ref) != MIG_KIND_EVENT || mig_corpus_get_event (corpus, ref)->role != MIG_EVENT_ROLE_SERIES;
}

static gboolean
mark_kind (MigSubset *self, MigKind kind, GCancellable *cancellable)
{
  const guint n = mig_corpus_get_n (self->corpus, kind);

  self->bits[kind] = g_new0 (guint32, n / 32 + 1);
  for (guint i = 0; i < n; i++)
    {
      const MigRef ref = mig_ref (kind, i);
      const MigSearchGroup group = mig_search_group_of (self->corpus, ref);

      if (i % PATIENCE == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (!mig_filter_passes_but_kind (&self->filter, self->corpus, ref))
        continue;
      self->n_offered[group] += is_counted (self->corpus, ref);
      if (self->filter.groups == 0 || self->filter.groups & 1u << group)
        set_bit (self, ref);
    }
  return TRUE;
}

static void
show_parents (MigSubset *self, MigTrack track)
{
  MigRefs all = mig_corpus_get_track (self->corpus, track, NULL);

  for (guint i = 0; i < all.n; i++)
    {
      const MigRef parent = mig_corpus_get_event (self->corpus, all.refs[i])->parent;

      if (has_bit (self, all.refs[i]) && parent != MIG_REF_NONE)
        set_bit (self, parent);
    }
}

/* What lies in something is shown with it. */
static void
show_surroundings (MigSubset *self)
{
  const guint n_speeches = mig_corpus_get_n (self->corpus, MIG_KIND_SPEECH);

  for (guint i = 0; i < n_speeches && self->filter.groups & 1u << MIG_SEARCH_GROUP_INTERVENTIONS; i++)
    {
      const MigRef ref = mig_ref (MIG_KIND_SPEECH, i);
      const MigRef event = mig_corpus_get_speech (self->corpus, ref)->event;

      if (event != MIG_REF_NONE && has_bit (self, ref))
        set_bit (self, event);
    }
  show_parents (self, MIG_TRACK_SESSIONS);
}

static guint
count_bits (MigSubset *self, MigKind kind)
{
  const guint n_words = mig_corpus_get_n (self->corpus, kind) / 32 + 1;
  guint n = 0;

  for (guint i = 0; i < n_words; i++)
    n += (guint) __builtin_popcount (self->bits[kind][i]);
  return n;
}

/* Of a kind all are in one group, but for events, which are in the tracks. */
static void
count_groups (MigSubset *self)
{
  static const MigSearchGroup track_groups[MIG_N_TRACKS] = {
    [MIG_TRACK_MEETINGS] = MIG_SEARCH_GROUP_MEETINGS, [MIG_TRACK_SESSIONS] = MIG_SEARCH_GROUP_SESSIONS,
    [MIG_TRACK_EVENTS] = MIG_SEARCH_GROUP_EVENTS,     [MIG_TRACK_DOCUMENTS] = MIG_SEARCH_GROUP_DOCUMENTS,
  };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const MigSearchGroup group = mig_search_group_of (self->corpus, mig_ref (kinds[k], 0));

      if (kinds[k] == MIG_KIND_EVENT)
        continue;
      self->n_all[group] = mig_corpus_get_n (self->corpus, kinds[k]);
      self->n[group] = self->whole ? self->n_all[group] : count_bits (self, kinds[k]);
    }
  for (MigTrack track = 0; track < MIG_N_TRACKS; track++)
    {
      self->n_all[track_groups[track]] = mig_corpus_get_track (self->corpus, track, NULL).n;
      self->n[track_groups[track]] = mig_subset_get_track (self, track, NULL).n;
    }
  if (self->whole)
    memcpy (self->n_offered, self->n_all, sizeof (self->n_all));
}

static void
collect_track (MigSubset *self, MigTrack track)
{
  Track *part = &self->tracks[track];
  guint n_dated;
  MigRefs all = mig_corpus_get_track (self->corpus, track, &n_dated);

  part->refs = g_new (MigRef, MAX (all.n, 1));
  for (guint i = 0; i < all.n; i++)
    {
      if (!has_bit (self, all.refs[i]))
        continue;
      part->refs[part->n++] = all.refs[i];
      part->n_dated += i < n_dated;
    }
}

/* The sessions of each meeting that are shown, one meeting's behind the other's. */
static void
collect_sessions (MigSubset *self)
{
  const guint n_events = mig_corpus_get_n (self->corpus, MIG_KIND_EVENT);
  guint32 n = 0;

  self->offsets = g_new0 (guint32, n_events + 1);
  self->sessions = g_new (MigRef, MAX (n_events, 1));
  for (guint i = 0; i < n_events; i++)
    {
      const MigRef ref = mig_ref (MIG_KIND_EVENT, i);
      MigRefs children = { NULL, 0 };

      self->offsets[i] = n;
      if (mig_corpus_get_event (self->corpus, ref)->role == MIG_EVENT_ROLE_MEETING)
        children = mig_corpus_get_related (self->corpus, ref, MIG_RELATION_CHILDREN);
      for (guint k = 0; k < children.n; k++)
        {
          if (has_bit (self, children.refs[k]))
            self->sessions[n++] = children.refs[k];
        }
    }
  self->offsets[n_events] = n;
}

static gboolean
has_cb (MigRef ref, guint *n_children, gpointer user_data)
{
  MigSubset *self = user_data;

  *n_children = mig_subset_get_sessions (self, ref).n;
  return has_bit (self, ref);
}

/* Works everything out. Returns whether nobody stopped it. */
static gboolean
fill (MigSubset *self, GCancellable *cancellable)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      if (!mark_kind (self, kinds[k], cancellable))
        return FALSE;
    }
  show_surroundings (self);
  collect_sessions (self);
  for (MigTrack track = 0; track < MIG_N_TRACKS; track++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      collect_track (self, track);
      self->indexes[track] = mig_time_index_new_part (mig_time_index_get (self->corpus, track), has_cb, self);
    }
  count_groups (self);
  return TRUE;
}

static MigSubset *
create (MigCorpus *corpus, const MigFilter *filter)
{
  MigSubset *self = g_object_new (MIG_TYPE_SUBSET, NULL);

  self->corpus = g_object_ref (corpus);
  if (filter != NULL)
    self->filter = *filter;
  else
    mig_filter_init (&self->filter);
  self->whole = mig_filter_is_empty (&self->filter);
  if (self->whole)
    count_groups (self);
  return self;
}

/**
 * mig_subset_new:
 * @corpus: a corpus
 * @filter: (nullable): what is asked for; %NULL for all
 *
 * Returns: (transfer full): what passes
 */
MigSubset *
mig_subset_new (MigCorpus *corpus, const MigFilter *filter)
{
  MigSubset *self;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  self = create (corpus, filter);
  if (!self->whole)
    fill (self, NULL);
  return self;
}

/**
 * mig_subset_is_quick:
 * @corpus: a corpus
 * @filter: (nullable): what is asked for
 *
 * Returns: whether mig_subset_new() takes less than a frame; else mig_subset_new_async() is for it
 */
gboolean
mig_subset_is_quick (MigCorpus *corpus, const MigFilter *filter)
{
  guint n = 0;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), TRUE);

  if (filter == NULL || mig_filter_is_empty (filter))
    return TRUE;
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    n += mig_corpus_get_n (corpus, kinds[k]);
  return n <= QUICK;
}

static void
new_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MigSubset *self = task_data;

  if (!self->whole && !fill (self, cancellable))
    {
      g_task_return_error_if_cancelled (task);
      return;
    }
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

/**
 * mig_subset_new_async:
 * @corpus: a corpus
 * @filter: (nullable): what is asked for
 * @cancellable: (nullable): a #GCancellable
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Works out in a thread of its own what passes.
 */
void
mig_subset_new_async (MigCorpus *corpus, const MigFilter *filter, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (MIG_IS_CORPUS (corpus));

  g_task_set_source_tag (task, mig_subset_new_async);
  g_task_set_task_data (task, create (corpus, filter), g_object_unref);
  g_task_run_in_thread (task, new_in_thread);
}

/**
 * mig_subset_new_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what passes
 */
MigSubset *
mig_subset_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mig_subset_get_corpus:
 * @self: a subset
 *
 * Returns: (transfer none): what it is a part of
 */
MigCorpus *
mig_subset_get_corpus (MigSubset *self)
{
  g_return_val_if_fail (MIG_IS_SUBSET (self), NULL);

  return self->corpus;
}

/**
 * mig_subset_get_filter:
 * @self: a subset
 *
 * Returns: (transfer none): what passed
 */
const MigFilter *
mig_subset_get_filter (MigSubset *self)
{
  g_return_val_if_fail (MIG_IS_SUBSET (self), NULL);

  return &self->filter;
}

/**
 * mig_subset_is_whole:
 * @self: a subset
 *
 * Returns: whether it is all of the corpus, because nothing narrows it
 */
gboolean
mig_subset_is_whole (MigSubset *self)
{
  g_return_val_if_fail (MIG_IS_SUBSET (self), TRUE);

  return self->whole;
}

/**
 * mig_subset_has:
 * @self: a subset
 * @ref: a record of its corpus
 *
 * Returns: whether it is shown: it passes, or something that stands in it does. What no filter can be asked for, such
 *   as a mention, always is
 */
gboolean
mig_subset_has (MigSubset *self, MigRef ref)
{
  g_return_val_if_fail (MIG_IS_SUBSET (self), FALSE);

  if (self->whole || ref == MIG_REF_NONE || self->bits[mig_ref_kind (ref)] == NULL)
    return TRUE;
  return mig_ref_index (ref) < mig_corpus_get_n (self->corpus, mig_ref_kind (ref)) && has_bit (self, ref);
}

/**
 * mig_subset_count_records:
 * @self: a subset
 * @kind: a kind of records
 *
 * Returns: of how many of them mig_subset_has() tells that they are shown
 */
guint
mig_subset_count_records (MigSubset *self, MigKind kind)
{
  g_return_val_if_fail (MIG_IS_SUBSET (self), 0);
  g_return_val_if_fail ((guint) kind < MIG_N_KINDS, 0);

  return self->bits[kind] != NULL ? count_bits (self, kind) : mig_corpus_get_n (self->corpus, kind);
}

/**
 * mig_subset_get_track:
 * @self: a subset
 * @track: a track
 * @n_dated: (out) (optional): how many of them have a date; these come first
 *
 * Returns: the records of the track that are shown, in the order of mig_corpus_get_track(); owned by the subset
 */
MigRefs
mig_subset_get_track (MigSubset *self, MigTrack track, guint *n_dated)
{
  g_return_val_if_fail (MIG_IS_SUBSET (self), ((MigRefs){ NULL, 0 }));
  g_return_val_if_fail ((guint) track < MIG_N_TRACKS, ((MigRefs){ NULL, 0 }));

  if (self->whole)
    return mig_corpus_get_track (self->corpus, track, n_dated);
  if (n_dated != NULL)
    *n_dated = self->tracks[track].n_dated;
  return (MigRefs){ self->tracks[track].refs, self->tracks[track].n };
}

/**
 * mig_subset_get_index:
 * @self: a subset
 * @track: a track
 *
 * Returns: (transfer none): an index of the dated things of the track that are shown, which lives as long as the subset
 */
const MigTimeIndex *
mig_subset_get_index (MigSubset *self, MigTrack track)
{
  return self->whole ? mig_time_index_get (self->corpus, track) : self->indexes[track];
}

/**
 * mig_subset_get_sessions:
 * @self: a subset
 * @meeting: a meeting
 *
 * Returns: its sessions that are shown, in their order; owned by the subset
 */
MigRefs
mig_subset_get_sessions (MigSubset *self, MigRef meeting)
{
  const guint index = mig_ref_index (meeting);

  if (self->whole)
    return mig_corpus_get_related (self->corpus, meeting, MIG_RELATION_CHILDREN);
  if (mig_ref_kind (meeting) != MIG_KIND_EVENT)
    return (MigRefs){ NULL, 0 };
  return (MigRefs){ self->sessions + self->offsets[index], self->offsets[index + 1] - self->offsets[index] };
}

/**
 * mig_subset_count:
 * @self: a subset
 * @group: a kind
 *
 * Returns: how many of it are shown
 */
guint
mig_subset_count (MigSubset *self, MigSearchGroup group)
{
  g_return_val_if_fail (MIG_IS_SUBSET (self), 0);
  g_return_val_if_fail ((guint) group < MIG_SEARCH_N_GROUPS, 0);

  return self->n[group];
}

/**
 * mig_subset_count_offered:
 * @self: a subset
 * @group: a kind
 *
 * Returns: how many of it would pass if no kind, or this one too, was chosen
 */
guint
mig_subset_count_offered (MigSubset *self, MigSearchGroup group)
{
  g_return_val_if_fail (MIG_IS_SUBSET (self), 0);
  g_return_val_if_fail ((guint) group < MIG_SEARCH_N_GROUPS, 0);

  return self->n_offered[group];
}

/**
 * mig_subset_count_all:
 * @self: a subset
 * @group: a kind
 *
 * Returns: how many of it the corpus has
 */
guint
mig_subset_count_all (MigSubset *self, MigSearchGroup group)
{
  g_return_val_if_fail (MIG_IS_SUBSET (self), 0);
  g_return_val_if_fail ((guint) group < MIG_SEARCH_N_GROUPS, 0);

  return self->n_all[group];
}
