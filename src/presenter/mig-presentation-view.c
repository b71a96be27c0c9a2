/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-presentation-private.h"

/* What the room sees of the corpus: through the filter of the scene, on its lanes. Scenes a step away are looked at
 * before they are needed. */

/* What passes a filter of a large corpus is known a moment later. */
static void
sight_changed_cb (MigPresentation *self, MigSceneSight *sight)
{
  if (sight == self->sight)
    mig_presentation_changed (self);
}

static MigSceneSight *
create_sight (MigPresentation *self)
{
  MigSceneSight *sight = mig_scene_sight_new ();

  g_signal_connect_object (sight, "changed", G_CALLBACK (sight_changed_cb), self, G_CONNECT_SWAPPED);
  return sight;
}

void
mig_presentation_add_sights (MigPresentation *self)
{
  self->sight = create_sight (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->near_by); i++)
    self->near_by[i] = create_sight (self);
}

void
mig_presentation_drop_sights (MigPresentation *self)
{
  g_clear_object (&self->sight);
  for (guint i = 0; i < G_N_ELEMENTS (self->near_by); i++)
    g_clear_object (&self->near_by[i]);
}

/* Who looked at the scene before it was needed knows what it shows. */
void
mig_presentation_look (MigPresentation *self, MigScene *scene)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->near_by); i++)
    {
      MigSceneSight *sight = self->near_by[i];

      if (mig_scene_sight_get_scene (sight) != scene)
        continue;
      self->near_by[i] = self->sight;
      self->sight = sight;
      break;
    }
  mig_scene_sight_look (self->sight, scene, self->corpus, FALSE);
}

/**
 * mig_presentation_prepare:
 * @self: a presentation
 *
 * Works out what the scenes a step away show, while there is time: so that in a large corpus a step changes all at
 * once.
 */
void
mig_presentation_prepare (MigPresentation *self)
{
  guint position;

  g_return_if_fail (MIG_IS_PRESENTATION (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->near_by); i++)
    {
      if (mig_presentation_find_step (self, i == 0 ? 1 : -1, &position))
        mig_scene_sight_look (self->near_by[i], mig_briefing_get (self->briefing, position), self->corpus, FALSE);
    }
}

/**
 * mig_presentation_get_keeps_time:
 * @self: a presentation
 *
 * Returns: whether time runs rightwards also where text runs leftwards
 */
gboolean
mig_presentation_get_keeps_time (MigPresentation *self)
{
  return self->keeps_time;
}

/**
 * mig_presentation_set_keeps_time:
 * @self: a presentation
 * @keeps_time: whether time runs rightwards also where text runs leftwards
 */
void
mig_presentation_set_keeps_time (MigPresentation *self, gboolean keeps_time)
{
  self->keeps_time = keeps_time;
  mig_presentation_changed (self);
}

/**
 * mig_presentation_init_view:
 * @self: a presentation
 * @view: (inout): a view whose size and direction are set
 *
 * Sets a view to what the room sees, but for what covers it.
 */
void
mig_presentation_init_view (MigPresentation *self, MigRoomView *view)
{
  view->corpus = self->corpus;
  view->subset = mig_scene_sight_get_subset (self->sight);
  /* What was found may be what the scene's filter hides. */
  if (self->exploring && view->subset != NULL && self->selected != MIG_REF_NONE &&
      !mig_subset_has (view->subset, self->selected))
    view->subset = NULL;
  view->following = mig_scene_sight_get_following (self->sight);
  view->start = mig_viewport_get_start (self->viewport);
  view->end = mig_viewport_get_end (self->viewport);
  view->selected = self->selected;
  view->before = self->fade < 1 ? self->before : self->selected;
  view->fade = self->fade;
  view->n_lanes = mig_scene_sight_get_lanes (self->sight, self->selected, self->exploring, view->lanes);
  view->position = view->n = 0;
  for (guint i = 0; i < mig_briefing_get_n (self->briefing); i++)
    {
      if (mig_presentation_is_gone (self, i))
        continue;
      view->position += i < self->shown;
      view->n++;
    }
}
