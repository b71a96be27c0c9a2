/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mig-lanes.h"

G_BEGIN_DECLS

/* The longest that a scene or a whole briefing may be planned for, in seconds: a day. */
#define MIG_SCENE_MAX_DURATION 86400

/**
 * MigSceneFollowed:
 * @id: the id of the record that a lane on demand follows
 * @above: the standing lane above which that lane stands; %MIG_N_STANDING_LANES for under all of them
 */
typedef struct
{
  const char *id;
  guint above;
} MigSceneFollowed;

/**
 * MigSceneFields:
 * @id: unique in its briefing, and the same through every edit; %NULL to have one made
 * @name: what the scene is called in lists
 * @note: what the presenter wants to say; paragraphs are parted by `\n`
 * @selected: the id of the record that is selected, and whose page is open; "" for none
 * @start: the view's earlier edge, a Julian day with its fraction
 * @end: its later edge; not after @start when the scene has no span of its own
 * @lanes: which standing lanes show, in their order
 * @n_lanes: how many they are; 0 leaves it to what is selected
 * @followed: what the lanes on demand follow; several above the same lane stand in this order
 * @n_followed: how many they are
 * @filter: (nullable): what passes, as mig_filter_to_variant() tells it; %NULL for all
 * @duration: how long it is meant to take, in seconds; 0 when that is not planned
 * @unknown: (nullable): members that this version of MigMeet does not know; they are written back as they were
 *
 * What a scene holds. Texts may be %NULL where "" is meant.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *note;
  const char *selected;
  double start;
  double end;
  MigLane lanes[MIG_N_STANDING_LANES];
  guint n_lanes;
  MigSceneFollowed followed[MIG_MAX_FOLLOWED];
  guint n_followed;
  GVariant *filter;
  guint duration;
  JsonObject *unknown;
} MigSceneFields;

#define MIG_TYPE_SCENE (mig_scene_get_type ())
G_DECLARE_FINAL_TYPE (MigScene, mig_scene, MIG, SCENE, GObject)

MigScene             *mig_scene_new (const MigSceneFields *fields);
const MigSceneFields *mig_scene_get_fields (MigScene *self);
const char           *mig_scene_get_id (MigScene *self);
gboolean              mig_scene_has_span (MigScene *self);
MigRef                mig_scene_resolve (MigScene *self, MigCorpus *corpus);
gboolean              mig_scene_is_gone (MigScene *self, MigCorpus *corpus);
gboolean              mig_scene_equal (MigScene *self, MigScene *other);

G_END_DECLS
