/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-scene-sight.h"

#include "mig-scene-lanes.h"
#include "mig-sifter.h"

/*
 * MigSceneSight: what of a corpus a scene lets somebody see: what passes its filter, and what its lanes on demand hold
 * of that. Whoever shows scenes has one, and looks at one scene after the other with it.
 *
 *   MigScene, MigCorpus ──look──► MigSifter ──► subset ──► following, lanes
 */

struct _MigSceneSight
{
  GObject parent_instance;

  MigScene *scene; /* NULL before the first look */
  MigCorpus *corpus;
  MigSifter *sifter;
  MigFollowing *following; /* NULL when the scene follows nothing that is there */
  gboolean looking;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigSceneSight, mig_scene_sight, G_TYPE_OBJECT)

static void
mig_scene_sight_dispose (GObject *object)
{
  MigSceneSight *self = MIG_SCENE_SIGHT (object);

  g_clear_object (&self->following);
  g_clear_object (&self->sifter);
  g_clear_object (&self->scene);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_scene_sight_parent_class)->dispose (object);
}

static void
mig_scene_sight_class_init (MigSceneSightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mig_scene_sight_dispose;

  /**
   * MigSceneSight::changed:
   *
   * What passes the scene's filter is known now, some time after somebody looked.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MIG_TYPE_SCENE_SIGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
follow (MigSceneSight *self)
{
  MigSubset *subset = mig_sifter_get_subset (self->sifter);

  g_clear_object (&self->following);
  if (subset != NULL)
    self->following = mig_scene_lanes_follow (mig_scene_get_fields (self->scene), subset);
}

static void
subset_cb (MigSceneSight *self)
{
  if (self->looking)
    return;
  follow (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mig_scene_sight_init (MigSceneSight *self)
{
  self->sifter = mig_sifter_new ();
  g_signal_connect_object (self->sifter, "notify::subset", G_CALLBACK (subset_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mig_scene_sight_new:
 *
 * Returns: (transfer full): a sight that has not looked at any scene
 */
MigSceneSight *
mig_scene_sight_new (void)
{
  return g_object_new (MIG_TYPE_SCENE_SIGHT, NULL);
}

/**
 * mig_scene_sight_look:
 * @self: a sight
 * @scene: a scene
 * @corpus: a corpus
 * @wait: whether the answer is worth waiting for; else, of a large corpus, what was seen before or all of it stays in
 *   sight until #MigSceneSight::changed tells that the answer is known
 *
 * Works out what of a corpus a scene lets see. To look again at the same costs nothing.
 */
void
mig_scene_sight_look (MigSceneSight *self, MigScene *scene, MigCorpus *corpus, gboolean wait)
{
  MigFilter filter;

  g_return_if_fail (MIG_IS_SCENE_SIGHT (self));
  g_return_if_fail (MIG_IS_SCENE (scene));
  g_return_if_fail (MIG_IS_CORPUS (corpus));

  if (!wait && self->scene == scene && self->corpus == corpus)
    return;
  g_set_object (&self->scene, scene);
  g_set_object (&self->corpus, corpus);
  mig_filter_init_from_variant (&filter, mig_scene_get_fields (scene)->filter, corpus);
  self->looking = TRUE;
  if (wait)
    mig_sifter_set_now (self->sifter, corpus, &filter);
  else
    mig_sifter_set (self->sifter, corpus, &filter);
  self->looking = FALSE;
  follow (self);
}

/**
 * mig_scene_sight_get_scene:
 * @self: a sight
 *
 * Returns: (transfer none) (nullable): the scene that it looked at last
 */
MigScene *
mig_scene_sight_get_scene (MigSceneSight *self)
{
  g_return_val_if_fail (MIG_IS_SCENE_SIGHT (self), NULL);

  return self->scene;
}

/**
 * mig_scene_sight_get_subset:
 * @self: a sight
 *
 * Returns: (transfer none) (nullable): what passes the scene's filter, as far as it is known; %NULL
 *   before the first look
 */
MigSubset *
mig_scene_sight_get_subset (MigSceneSight *self)
{
  g_return_val_if_fail (MIG_IS_SCENE_SIGHT (self), NULL);

  return mig_sifter_get_subset (self->sifter);
}

/**
 * mig_scene_sight_get_following:
 * @self: a sight
 *
 * Returns: (transfer none) (nullable): what the scene's lanes on demand hold; %NULL when it has none here
 */
MigFollowing *
mig_scene_sight_get_following (MigSceneSight *self)
{
  g_return_val_if_fail (MIG_IS_SCENE_SIGHT (self), NULL);

  return self->following;
}

/**
 * mig_scene_sight_get_lanes:
 * @self: a sight
 * @selected: what is selected in the picture
 * @exploring: whether that is something else than the scene is about: then it chooses the standing lanes, and those on
 *   demand stay
 * @lanes: (out caller-allocates): the lanes to show, in their order
 *
 * Returns: how many they are; 0 before the first look
 */
guint
mig_scene_sight_get_lanes (MigSceneSight *self, MigRef selected, gboolean exploring, MigLane lanes[MIG_N_LANES])
{
  MigSceneFields fields;

  g_return_val_if_fail (MIG_IS_SCENE_SIGHT (self), 0);

  if (self->scene == NULL)
    return 0;
  fields = *mig_scene_get_fields (self->scene);
  if (exploring)
    fields.n_lanes = 0;
  return mig_scene_lanes_compose (&fields, self->corpus, selected, self->following, lanes);
}
