/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"
#include "mig-count-words.h"
#include "mig-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * What the selection is joined to, worked out once when it changes, and the arcs, which come last in each layout
 * because they join what stands.
 *
 * A thing that ten thousand sessions mention has ten thousand arcs. They are drawn as what can be seen of them: one
 * from each cell, tray or chip in sight that holds any of those sessions, and one from each edge beyond which there are
 * more.
 */

#define TRUNK_FROM 6
/* Past this many arcs, only those are drawn that lead to what has a place of its own. */
#define MANY 256
/* Mentions and interventions past which it takes longer than a frame to tell what something is joined to. */
#define HEAVY 1500

static gint
compare_positions (gconstpointer a, gconstpointer b)
{
  guint p = *(const guint *) a, q = *(const guint *) b;

  return (p > q) - (p < q);
}

/* The most mentioned first, then in the order of the file. */
static gint
compare_mentions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  MigCorpus *corpus = user_data;
  MigRef one = *(const MigRef *) a, other = *(const MigRef *) b;
  guint p = mig_corpus_get_related (corpus, one, MIG_RELATION_MENTIONED_BY).n;
  guint q = mig_corpus_get_related (corpus, other, MIG_RELATION_MENTIONED_BY).n;

  return p != q ? (p < q) - (p > q) : (one > other) - (one < other);
}

static void
drop_doubles (GArray *positions)
{
  guint n = 0;

  g_array_sort (positions, compare_positions);
  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);

      if (n == 0 || g_array_index (positions, guint, n - 1) != position)
        g_array_index (positions, guint, n++) = position;
    }
  g_array_set_size (positions, n);
}

/* The track that a thing stands in, and for a session its meeting in place of it. */
static MigTrack
track_of (MigCorpus *corpus, MigRef *ref)
{
  const MigEvent *event;

  if (mig_ref_kind (*ref) == MIG_KIND_DOCUMENT)
    return MIG_TRACK_DOCUMENTS;
  event = mig_corpus_get_event (corpus, *ref);
  if (event->role == MIG_EVENT_ROLE_SESSION)
    *ref = event->parent;
  return event->role == MIG_EVENT_ROLE_EVENT ? MIG_TRACK_EVENTS : MIG_TRACK_MEETINGS;
}

static void
add_linked (MigLinks *self, MigRef ref)
{
  MigCorpus *corpus = mig_subset_get_corpus (self->subset);
  MigTrack track;
  guint position;

  if (!g_hash_table_add (self->linked, GUINT_TO_POINTER (ref)))
    return;
  if (mig_ref_kind (ref) != MIG_KIND_DOCUMENT && mig_ref_kind (ref) != MIG_KIND_EVENT)
    return;
  track = track_of (corpus, &ref);
  if (mig_time_index_find_ref (mig_subset_get_index (self->subset, track), ref, mig_corpus_get_date (corpus, ref),
                               &position))
    g_array_append_val (self->linked_in[track].positions, position);
  else
    g_array_append_val (self->linked_in[track].undated, ref);
}

static MigLinks *
links_new (MigSubset *subset, MigRef selected)
{
  MigLinks *self = g_new0 (MigLinks, 1);

  self->subset = g_object_ref (subset);
  self->selected = selected;
  self->linked = g_hash_table_new (NULL, NULL);
  for (MigTrack track = 0; track < MIG_N_TRACKS; track++)
    {
      self->linked_in[track].positions = g_array_new (FALSE, FALSE, sizeof (guint));
      self->linked_in[track].undated = g_array_new (FALSE, FALSE, sizeof (MigRef));
    }
  return self;
}

/**
 * mig_links_free:
 * @self: (transfer full) (nullable): what a selection is joined to
 */
void
mig_links_free (MigLinks *self)
{
  if (self == NULL)
    return;

  for (MigTrack track = 0; track < MIG_N_TRACKS; track++)
    {
      g_array_unref (self->linked_in[track].positions);
      g_array_unref (self->linked_in[track].undated);
    }
  g_clear_pointer (&self->arcs, g_array_unref);
  g_hash_table_unref (self->linked);
  g_object_unref (self->subset);
  g_free (self);
}

/* Arcs join what is shown. */
static void
drop_hidden (MigLinks *self)
{
  guint n = 0;

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const MigArc arc = g_array_index (self->arcs, MigArc, i);

      if (mig_subset_has (self->subset, arc.origin) && mig_subset_has (self->subset, arc.target))
        g_array_index (self->arcs, MigArc, n++) = arc;
    }
  g_array_set_size (self->arcs, n);
}

/* What the selection joins, and which of it is best connected. */
static void
collect_links (MigLinks *self)
{
  MigCorpus *corpus = mig_subset_get_corpus (self->subset);
  MigKind kind = mig_ref_kind (self->selected);
  guint most = 0;

  self->arcs = mig_arcs_collect (corpus, self->selected);
  drop_hidden (self);
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const MigArc *arc = &g_array_index (self->arcs, MigArc, i);
      guint weight = mig_corpus_get_related (corpus, arc->target, MIG_RELATION_MENTIONED_BY).n;

      if (arc->origin != self->selected)
        add_linked (self, arc->origin);
      if (arc->target == self->selected)
        continue;
      add_linked (self, arc->target);
      if (mig_ref_kind (arc->target) == MIG_KIND_EVENT && weight > most &&
          mig_date_is_set (mig_corpus_get_date (corpus, arc->target)))
        {
          most = weight;
          self->best = arc->target;
        }
    }
  for (MigTrack track = 0; track < MIG_N_TRACKS; track++)
    {
      drop_doubles (self->linked_in[track].positions);
      g_array_sort_with_data (self->linked_in[track].undated, compare_mentions, corpus);
    }

  if (self->best != MIG_REF_NONE)
    self->n_best_speakers = mig_arcs_count_speakers (corpus, self->subset, self->best, NULL);
  if (kind == MIG_KIND_EVENT || kind == MIG_KIND_DOCUMENT)
    self->n_selected_speakers =
        mig_arcs_count_speakers (corpus, self->subset, self->selected, &self->n_selected_sessions);
}

static void
collect_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  MigLinks *links;

  if (g_task_return_error_if_cancelled (task))
    return;
  links = links_new (source_object, GPOINTER_TO_UINT (task_data));
  collect_links (links);
  g_task_return_pointer (task, links, (GDestroyNotify) mig_links_free);
}

/**
 * mig_links_collect_async:
 * @subset: what of a corpus is shown
 * @selected: a record of the corpus
 * @cancellable: (nullable): a #GCancellable
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Works out what a selection is joined to, in a thread of its own: for a thing that ten thousand sessions mention that
 * takes longer than a frame. Neither of the two ever changes, so nothing is locked.
 */
void
mig_links_collect_async (MigSubset *subset, MigRef selected, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (subset, cancellable, callback, user_data);

  g_task_set_source_tag (task, mig_links_collect_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (selected), NULL);
  g_task_run_in_thread (task, collect_in_thread);
}

/**
 * mig_links_collect_finish:
 * @subset: the same
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): for mig_lanes_take_links()
 */
MigLinks *
mig_links_collect_finish (MigSubset *subset, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, subset), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Whether it takes long to tell what a thing is joined to. */
static gboolean
is_heavy (MigCorpus *corpus, MigRef selected)
{
  return selected != MIG_REF_NONE &&
         mig_corpus_get_related (corpus, selected, MIG_RELATION_MENTIONED_BY).n +
                 mig_corpus_get_related (corpus, selected, MIG_RELATION_SPEECHES).n >
             HEAVY;
}

/* Takes note of what is selected, and works out what it is joined to, or leaves that for later. */
void
mig_lanes_link_selection (MigLanes *self, MigRef selected)
{
  g_clear_pointer (&self->links, mig_links_free);
  self->selected = selected;
  self->links = links_new (self->subset, selected);
  self->wants_links = self->input->links_later && is_heavy (self->corpus, selected);
  if (self->wants_links)
    self->links->arcs = g_array_new (FALSE, TRUE, sizeof (MigArc));
  else
    collect_links (self->links);
}

/**
 * mig_lanes_get_wanted:
 * @self: a layout engine
 * @selected: (out): whose links are wanted
 *
 * Returns: whether the last layout was made without knowing what its selection is joined to; then
 *   mig_links_collect_async() finds out, and mig_lanes_take_links() tells
 */
gboolean
mig_lanes_get_wanted (MigLanes *self, MigRef *selected)
{
  *selected = self->selected;
  return self->wants_links;
}

/**
 * mig_lanes_take_links:
 * @self: a layout engine
 * @links: (transfer full): what a selection is joined to; for another than the present one it is dropped
 */
void
mig_lanes_take_links (MigLanes *self, MigLinks *links)
{
  if (!self->wants_links || links->subset != self->subset || links->selected != self->selected)
    {
      mig_links_free (links);
      return;
    }
  mig_links_free (self->links);
  self->links = links;
  self->wants_links = FALSE;
}

/* The first of the linked positions that is not before @position. */
guint
mig_lanes_find_linked (MigLanes *self, MigTrack track, guint position)
{
  GArray *positions = self->links->linked_in[track].positions;
  guint low = 0, high = positions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (positions, guint, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether anything linked stands between two positions; for meetings, any of their sessions too. */
gboolean
mig_lanes_has_linked (MigLanes *self, MigTrack track, guint first, guint past)
{
  GArray *positions;
  guint at;

  /* Arcs do not lead to interventions. */
  if (track >= MIG_N_TRACKS)
    return FALSE;
  positions = self->links->linked_in[track].positions;
  at = mig_lanes_find_linked (self, track, first);
  return at < positions->len && g_array_index (positions, guint, at) < past;
}

/* The date from which lags are told and through which the guide runs: the selection's, or that of what it did first. */
const MigDate *
mig_lanes_get_reference (MigLanes *self)
{
  const MigDate *date = self->selected == MIG_REF_NONE ? NULL : mig_corpus_get_date (self->corpus, self->selected);

  if ((date == NULL || !mig_date_is_set (date)) && self->links->arcs->len > 0)
    date = mig_corpus_get_date (self->corpus, g_array_index (self->links->arcs, MigArc, 0).origin);
  return date != NULL && mig_date_is_set (date) ? date : NULL;
}

/* Arcs */

/* The box that stands for a thing: its own, or the chip that counts it. */
static gboolean
find_box (MigLanes *self, MigRef ref, guint *index)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->placed, GUINT_TO_POINTER (ref))), position;
  MigRef stands = ref;
  MigTrack track;
  MigLane lane;

  *index = at - 1;
  if (at != 0)
    return TRUE;
  if (mig_ref_kind (ref) != MIG_KIND_DOCUMENT && mig_ref_kind (ref) != MIG_KIND_EVENT)
    return FALSE;
  track = track_of (self->corpus, &stands);
  if (!mig_subset_has (self->subset, ref))
    return FALSE;
  if (stands != ref && mig_lanes_get_origins (self) == MIG_LANE_MEETINGS)
    return find_box (self, stands, index);
  lane = stands != ref                     ? MIG_LANE_SESSIONS
         : track == MIG_TRACK_MEETINGS     ? MIG_LANE_MEETINGS
         : track == MIG_TRACK_DOCUMENTS    ? MIG_LANE_DOCUMENTS
                                           : MIG_LANE_EVENTS;
  if (!mig_time_index_find_ref (self->indexes[track], stands, mig_corpus_get_date (self->corpus, stands), &position))
    return FALSE;
  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      const MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);

      if (box->lane != lane || (box->mark != MIG_MARK_CHIP && box->mark != MIG_MARK_DENSITY) ||
          position < box->first || position >= box->past)
        continue;
      *index = i;
      return TRUE;
    }
  return FALSE;
}

/* Whether two boxes stand for a meeting and one of its sessions, or for two sessions of one: they are together as it
 * is. */
static gboolean
are_of_one_meeting (MigLanes *self, const MigBox *one, const MigBox *other)
{
  return one->lane <= MIG_LANE_SESSIONS && other->lane <= MIG_LANE_SESSIONS && !mig_box_is_aggregate (one) &&
         !mig_box_is_aggregate (other) &&
         mig_corpus_get_enclosing (self->corpus, one->ref, MIG_EVENT_ROLE_MEETING) ==
             mig_corpus_get_enclosing (self->corpus, other->ref, MIG_EVENT_ROLE_MEETING);
}

static void
append_arc (MigLanes *self, guint from, guint to)
{
  const MigBox *target = &g_array_index (self->layout.boxes, MigBox, to);
  MigPlacedArc placed = { .from = from, .to = to };

  if (from == to ||
      (from < self->layout.boxes->len &&
       are_of_one_meeting (self, &g_array_index (self->layout.boxes, MigBox, from), target)))
    return;
  for (guint i = 0; i < self->layout.arcs->len; i++)
    {
      const MigPlacedArc *arc = &g_array_index (self->layout.arcs, MigPlacedArc, i);

      if (arc->from == from && arc->to == to)
        return;
    }
  if (from < self->layout.boxes->len)
    {
      MigMark mark = g_array_index (self->layout.boxes, MigBox, from).mark;

      if (mark == MIG_MARK_SHELF || mark == MIG_MARK_THROUGHOUT)
        return;
    }
  placed.document = target->lane == MIG_LANE_DOCUMENTS;
  placed.bold = (target->flags & (MIG_BOX_BEST | MIG_BOX_SELECTED)) != 0;
  g_array_append_val (self->layout.arcs, placed);
}

/* The box that an arc leaves, or the edge beyond which its origin lies. */
static gboolean
find_origin (MigLanes *self, MigRef origin, guint *from)
{
  const MigDate *date = mig_corpus_get_date (self->corpus, origin);

  if (find_box (self, origin, from))
    return TRUE;
  if (date == NULL || !mig_date_is_set (date))
    return FALSE;
  *from = mig_lanes_x (self, mig_date_middle (date)) < self->input->width / 2 ? MIG_ARC_FROM_EARLIER
                                                                             : MIG_ARC_FROM_LATER;
  return TRUE;
}

static gboolean
takes_arcs (const MigBox *box)
{
  return box->mark != MIG_MARK_SHELF && box->mark != MIG_MARK_THROUGHOUT && box->mark != MIG_MARK_DENSITY &&
         box->mark != MIG_MARK_EDGE && box->mark != MIG_MARK_MORE;
}

static void
place_each_arc (MigLanes *self)
{
  for (guint i = 0; i < self->links->arcs->len; i++)
    {
      const MigArc *arc = &g_array_index (self->links->arcs, MigArc, i);
      guint from, to;

      if (find_box (self, arc->target, &to) &&
          takes_arcs (&g_array_index (self->layout.boxes, MigBox, to)) && find_origin (self, arc->origin, &from))
        append_arc (self, from, to);
    }
}

/* Whether a box stands for any of the sessions that mention the selected thing. */
static gboolean
holds_linked (MigLanes *self, const MigBox *box)
{
  const MigTimeIndex *meetings = self->indexes[MIG_TRACK_MEETINGS];
  guint first = box->first, past = box->past;

  if (box->mark == MIG_MARK_CELL)
    return mig_lanes_is_linked (self, box->ref);
  if (box->mark == MIG_MARK_PILL)
    {
      if (!mig_time_index_find_ref (meetings, box->ref, mig_corpus_get_date (self->corpus, box->ref), &first))
        return FALSE;
      past = first + 1;
    }
  return past > first && mig_lanes_has_linked (self, MIG_TRACK_MEETINGS, first, past);
}

/* From every box in sight that holds any of the sessions that mention the selected thing, and from the edges. */
static void
place_bundled_arcs (MigLanes *self, guint to)
{
  const MigTimeIndex *meetings = self->indexes[MIG_TRACK_MEETINGS];
  guint first = mig_time_index_get_n (meetings), past = 0;

  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      const MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);

      if (box->lane > MIG_LANE_SESSIONS || box->mark == MIG_MARK_EDGE)
        continue;
      if (box->mark == MIG_MARK_CHIP || box->mark == MIG_MARK_DENSITY)
        {
          first = MIN (first, box->first);
          past = MAX (past, box->past);
        }
      if (box->lane == mig_lanes_get_origins (self) && holds_linked (self, box))
        append_arc (self, i, to);
    }
  first = MIN (first, mig_time_index_find_day (meetings, self->input->start));
  past = MAX (past, mig_time_index_find_day (meetings, self->input->end));
  if (mig_lanes_has_linked (self, MIG_TRACK_MEETINGS, 0, first))
    append_arc (self, MIG_ARC_FROM_EARLIER, to);
  if (mig_lanes_has_linked (self, MIG_TRACK_MEETINGS, past, G_MAXUINT))
    append_arc (self, MIG_ARC_FROM_LATER, to);
}

/* Many arcs of somebody who spoke often: those that lead to what has a place of its own. */
static void
place_arcs_to_marks (MigLanes *self)
{
  for (guint i = 0; i < self->layout.boxes->len && self->layout.arcs->len < MANY; i++)
    {
      const MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);
      MigRefs mentions;

      if (box->lane < MIG_LANE_EVENTS || box->lane >= MIG_LANE_FOLLOWED || (box->flags & MIG_BOX_LINKED) == 0 ||
          mig_box_is_aggregate (box) || !takes_arcs (box))
        continue;
      mentions = mig_corpus_get_related (self->corpus, box->ref, MIG_RELATION_MENTIONED_BY);
      for (guint m = 0; m < MIN (mentions.n, MANY); m++)
        {
          MigRef from = mig_corpus_get_mention (self->corpus, mentions.refs[m])->from;
          MigRef origin = mig_arcs_get_scene (self->corpus, from);
          guint index;

          if (mig_lanes_is_linked (self, origin) && find_box (self, origin, &index))
            append_arc (self, index, i);
        }
    }
}

/* Many arcs into one thing join in a trunk that carries their sum. */
static void
join_trunk (MigLanes *self)
{
  MigTrunk *trunk = &self->layout.trunk;
  g_autofree char *sessions = NULL, *speakers = NULL;
  guint n = 0;

  if (!find_box (self, self->selected, &trunk->to))
    return;
  for (guint i = 0; i < self->layout.arcs->len; i++)
    n += g_array_index (self->layout.arcs, MigPlacedArc, i).to == trunk->to;
  if (n < TRUNK_FROM && (n < 1 || self->links->arcs->len <= MANY))
    return;

  trunk->n_speakers = self->links->n_selected_speakers;
  trunk->n_sessions = self->links->n_selected_sessions;
  sessions = mig_count_sessions (trunk->n_sessions);
  speakers = mig_count_speakers (trunk->n_speakers);
  /* Translators: on the arcs that lead to an event: who raised it, as in "6 sessions, 13 speakers" */
  trunk->text = g_strdup_printf (C_("timeline", "%1$s, %2$s"), sessions, speakers);
}

void
mig_lanes_place_arcs (MigLanes *self)
{
  guint to;

  if (self->links->arcs->len <= MANY)
    place_each_arc (self);
  else if (g_array_index (self->links->arcs, MigArc, self->links->arcs->len - 1).target == self->selected)
    {
      if (find_box (self, self->selected, &to) &&
          takes_arcs (&g_array_index (self->layout.boxes, MigBox, to)))
        place_bundled_arcs (self, to);
    }
  else
    place_arcs_to_marks (self);
  join_trunk (self);
}
