/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-scene-text.h"

#include <math.h>

#include "mig-date-format.h"
#include "mig-filter-text.h"
#include "mig-following.h"
#include "mig-item-text.h"
#include "mig-scene-lanes.h"
#include "mig-words.h"

/* What a scene shows, in words: for whoever edits it. */

static char *
list_texts (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  return mig_words_list ((const char *const *) texts->pdata);
}

/* The lanes that it names; of those that it leaves to what is selected only what they are to follow. */
static char *
list_lanes (MigScene *self, MigCorpus *corpus)
{
  const MigSceneFields *fields = mig_scene_get_fields (self);
  g_autoptr (MigSubset) whole = mig_subset_new (corpus, NULL);
  g_autoptr (MigFollowing) following = mig_scene_lanes_follow (fields, whole);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  MigLane lanes[MIG_N_LANES];
  guint n = mig_scene_lanes_compose (fields, corpus, MIG_REF_NONE, following, lanes);

  for (guint i = 0; i < n; i++)
    {
      if (fields->n_lanes > 0 || lanes[i] >= MIG_LANE_FOLLOWED)
        g_ptr_array_add (names, (gpointer) mig_item_text_lane (following, lanes[i]));
    }
  return list_texts (names);
}

static char *
list_filter (MigScene *self, MigCorpus *corpus)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  MigFilter filter;

  mig_filter_init_from_variant (&filter, mig_scene_get_fields (self)->filter, corpus);
  parts = mig_filter_list_parts (&filter, corpus);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (labels, ((MigFilterPart *) g_ptr_array_index (parts, i))->label);
  return list_texts (labels);
}

/**
 * mig_scene_describe:
 * @self: a scene
 * @corpus: what it is shown of
 *
 * Returns: (transfer full): its span, the lanes that it names, what they follow, and its filter, as far as it has them:
 *   "June 2015 to March 2017 · Meetings, José Riera, Events · From: 2013"; "" if it leaves all that to MigMeet
 */
char *
mig_scene_describe (MigScene *self, MigCorpus *corpus)
{
  const MigSceneFields *fields;
  g_autofree char *span = NULL;
  g_autofree char *lanes = NULL;
  g_autofree char *filter = NULL;

  g_return_val_if_fail (MIG_IS_SCENE (self), NULL);
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  fields = mig_scene_get_fields (self);
  if (mig_scene_has_span (self))
    span = mig_date_format_span ((gint) floor (fields->start), (gint) ceil (fields->end) - 1);
  lanes = list_lanes (self, corpus);
  filter = list_filter (self, corpus);
  return mig_words_join ((const char *const[]){ span != NULL ? span : "", lanes, filter, NULL });
}
