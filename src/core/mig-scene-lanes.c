/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-scene-lanes.h"

#include "mig-following.h"

/*
 * The lanes of a scene: which standing ones show, in which order, and those on demand among them.
 *
 *   MigLaneOrder ──take──► MigSceneFields ──compose──► the lanes of a picture
 *        ▲                       │
 *        └─────────show──────────┘
 *
 * A scene names what its lanes follow by ids. What a corpus does not have has no lane there, and stays in the scene.
 */

/**
 * mig_scene_lanes_choose:
 * @corpus: a corpus
 * @selected: the selected record, or %MIG_REF_NONE
 * @lanes: (out caller-allocates): the lanes to show, in their order
 *
 * Chooses the standing lanes for a scene that names none: those that a room can take in at a glance, and documents
 * where it is about one.
 *
 * Returns: how many they are
 */
guint
mig_scene_lanes_choose (MigCorpus *corpus, MigRef selected, MigLane lanes[MIG_N_LANES])
{
  guint n = 0;

  lanes[n++] = MIG_LANE_MEETINGS;
  lanes[n++] = MIG_LANE_SESSIONS;
  lanes[n++] = MIG_LANE_EVENTS;
  if (mig_ref_kind (selected) == MIG_KIND_DOCUMENT)
    lanes[n++] = MIG_LANE_DOCUMENTS;
  return n;
}

/* Puts those on demand that belong there behind the lanes that stand already. */
static guint
append_followed (const MigSceneFields *fields, MigFollowing *following, guint above, MigLane lanes[], guint n)
{
  for (guint i = 0; i < fields->n_followed; i++)
    {
      MigLane lane = (MigLane) (MIG_LANE_FOLLOWED + i);

      if (fields->followed[i].above == above && mig_following_get_ref (following, lane) != MIG_REF_NONE)
        lanes[n++] = lane;
    }
  return n;
}

static gboolean
holds (const MigLane *lanes, guint n, MigLane lane)
{
  for (guint i = 0; i < n; i++)
    {
      if (lanes[i] == lane)
        return TRUE;
    }
  return FALSE;
}

/**
 * mig_scene_lanes_compose:
 * @fields: what a scene holds
 * @corpus: a corpus
 * @selected: what is selected in the picture
 * @following: (nullable): what mig_scene_lanes_follow() made of the scene
 * @lanes: (out caller-allocates): the lanes to show, in their order
 *
 * Puts the lanes of a scene together. A lane on demand whose neighbour does not show stands under all others.
 *
 * Returns: how many they are
 */
guint
mig_scene_lanes_compose (const MigSceneFields *fields,
                         MigCorpus *corpus,
                         MigRef selected,
                         MigFollowing *following,
                         MigLane lanes[MIG_N_LANES])
{
  const MigLane *standing = fields->lanes;
  guint n_standing = fields->n_lanes, n = 0;
  MigLane chosen[MIG_N_LANES];

  if (n_standing == 0)
    {
      n_standing = mig_scene_lanes_choose (corpus, selected, chosen);
      standing = chosen;
    }
  for (guint i = 0; i < n_standing; i++)
    {
      n = append_followed (fields, following, standing[i], lanes, n);
      lanes[n++] = standing[i];
    }
  for (guint lane = 0; lane <= MIG_N_STANDING_LANES; lane++)
    {
      if (!holds (standing, n_standing, (MigLane) lane))
        n = append_followed (fields, following, lane, lanes, n);
    }
  return n;
}

/**
 * mig_scene_lanes_follow:
 * @fields: what a scene holds
 * @subset: what of a corpus shows
 *
 * Returns: (transfer full) (nullable): what its lanes on demand hold, the first of them %MIG_LANE_FOLLOWED, those of
 *   things that the corpus does not have without a record; %NULL when no lane has one
 */
MigFollowing *
mig_scene_lanes_follow (const MigSceneFields *fields, MigSubset *subset)
{
  MigCorpus *corpus = mig_subset_get_corpus (subset);
  MigRef refs[MIG_MAX_FOLLOWED] = { MIG_REF_NONE };
  gboolean any = FALSE;

  for (guint i = 0; i < fields->n_followed; i++)
    {
      MigRef ref = mig_corpus_lookup (corpus, fields->followed[i].id);

      if (!mig_following_can_follow (corpus, ref))
        continue;
      refs[i] = ref;
      any = TRUE;
    }
  return any ? mig_following_new (subset, refs) : NULL;
}

/* The lane on demand as an entry that stands above the next standing lane that shows. */
static void
take_followed (MigSceneFields *fields, MigLaneOrder *order, MigCorpus *corpus, guint position)
{
  MigLane lane = mig_lane_order_get_lane (order, position);
  MigRef ref = mig_corpus_lookup_address (corpus, mig_lane_order_get_followed (order, lane));
  MigSceneFollowed followed = { .above = MIG_N_STANDING_LANES };

  /* One that follows something of another corpus is not in sight. */
  if (ref == MIG_REF_NONE)
    return;
  followed.id = mig_corpus_get_record (corpus, ref)->id;
  for (guint i = position + 1; i < mig_lane_order_get_n (order) && followed.above == MIG_N_STANDING_LANES; i++)
    {
      MigLane next = mig_lane_order_get_lane (order, i);

      if (next < MIG_LANE_FOLLOWED && mig_lane_order_is_visible (order, next))
        followed.above = next;
    }
  fields->followed[fields->n_followed++] = followed;
}

/**
 * mig_scene_lanes_take:
 * @fields: (inout): what a scene will hold
 * @order: the lanes of a timeline
 * @corpus: what it shows; it lends @fields the ids of what is followed
 *
 * Takes a timeline's lanes into a scene. Standing lanes that all show in their default order are nobody's choice: those
 * are left to what is selected.
 */
void
mig_scene_lanes_take (MigSceneFields *fields, MigLaneOrder *order, MigCorpus *corpus)
{
  gboolean chosen = FALSE;

  fields->n_lanes = fields->n_followed = 0;
  for (guint i = 0; i < mig_lane_order_get_n (order); i++)
    {
      MigLane lane = mig_lane_order_get_lane (order, i);

      if (!mig_lane_order_is_visible (order, lane))
        continue;
      if (lane >= MIG_LANE_FOLLOWED)
        {
          take_followed (fields, order, corpus, i);
          continue;
        }
      chosen |= lane != fields->n_lanes;
      fields->lanes[fields->n_lanes++] = lane;
    }
  if (!chosen && fields->n_lanes == MIG_N_STANDING_LANES)
    fields->n_lanes = 0;
}

static void
add_lane (GStrvBuilder *builder, MigCorpus *corpus, MigFollowing *following, MigLane lane)
{
  g_autofree char *address = NULL;

  if (lane < MIG_LANE_FOLLOWED)
    {
      g_strv_builder_add (builder, mig_lane_get_id (lane));
      return;
    }
  address = mig_corpus_dup_address (corpus, mig_following_get_ref (following, lane));
  if (address != NULL)
    g_strv_builder_add (builder, address);
}

/* What the scene does not show: hidden, or what waits for another corpus. */
static void
add_others (GStrvBuilder *builder, MigCorpus *corpus, MigLaneOrder *order, const MigLane *lanes, guint n)
{
  for (MigLane lane = 0; lane < MIG_N_STANDING_LANES; lane++)
    {
      g_autofree char *hidden = g_strconcat ("-", mig_lane_get_id (lane), NULL);

      if (!holds (lanes, n, lane))
        g_strv_builder_add (builder, hidden);
    }
  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    {
      const char *address = mig_lane_order_get_followed (order, lane);

      if (address != NULL && mig_corpus_lookup_address (corpus, address) == MIG_REF_NONE)
        g_strv_builder_add (builder, address);
    }
}

/**
 * mig_scene_lanes_show:
 * @scene: a scene
 * @order: (inout): the lanes of a timeline
 * @corpus: what it shows
 *
 * Gives a timeline the lanes of a scene: all standing ones in their default order where it names none. What waits there
 * for another corpus stays as far as there is room.
 */
void
mig_scene_lanes_show (MigScene *scene, MigLaneOrder *order, MigCorpus *corpus)
{
  g_autoptr (MigSubset) whole = mig_subset_new (corpus, NULL);
  MigSceneFields fields = *mig_scene_get_fields (scene);
  g_autoptr (MigFollowing) following = mig_scene_lanes_follow (&fields, whole);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  MigLane lanes[MIG_N_LANES];
  g_auto (GStrv) list = NULL;
  guint n;

  if (fields.n_lanes == 0)
    {
      for (MigLane lane = 0; lane < MIG_N_STANDING_LANES; lane++)
        fields.lanes[fields.n_lanes++] = lane;
    }
  n = mig_scene_lanes_compose (&fields, corpus, MIG_REF_NONE, following, lanes);
  for (guint i = 0; i < n; i++)
    add_lane (builder, corpus, following, lanes[i]);
  add_others (builder, corpus, order, lanes, n);
  list = g_strv_builder_end (builder);
  mig_lane_order_set_strv (order, (const char *const *) list);
}
