/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-private.h"

#include <glib/gi18n-lib.h>

/* What can be done to the scenes of a briefing, and how it is undone. */

/* States that are kept. */
#define MAX_STATES 500

void
mig_briefing_state_free (gpointer data)
{
  MigBriefingState *state = data;

  g_free (state->title);
  g_free (state->edited);
  g_ptr_array_unref (state->scenes);
  g_free (state);
}

GPtrArray *
mig_briefing_copy_scenes (GPtrArray *scenes)
{
  GPtrArray *copy = g_ptr_array_new_full (scenes->len + 1, g_object_unref);

  for (guint i = 0; i < scenes->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (scenes, i)));
  return copy;
}

/* A copy of the present state, to be edited and taken. */
MigBriefingState *
mig_briefing_state_next (MigBriefing *self, MigBriefingEdit edit, const char *edited)
{
  const MigBriefingState *state = mig_briefing_get_state (self);
  MigBriefingState *next = g_new0 (MigBriefingState, 1);

  next->title = g_strdup (state->title);
  next->duration = state->duration;
  next->scenes = mig_briefing_copy_scenes (state->scenes);
  next->edit = edit;
  next->edited = g_strdup (edited);
  return next;
}

/* Whether an edit goes on with the one before, as while typing a name. */
static gboolean
continues (MigBriefing *self, const MigBriefingState *next)
{
  const MigBriefingState *state = mig_briefing_get_state (self);

  return !self->sealed && self->present > 0 && state != self->saved && state->edit == next->edit &&
         next->edit != MIG_BRIEFING_EDIT_ADD && next->edit != MIG_BRIEFING_EDIT_REMOVE &&
         next->edit != MIG_BRIEFING_EDIT_DUPLICATE && g_strcmp0 (state->edited, next->edited) == 0;
}

/* Makes @next the present state. What was undone before is gone for good. */
void
mig_briefing_take_state (MigBriefing *self, MigBriefingState *next)
{
  for (guint i = self->present + 1; i < self->states->len; i++)
    {
      /* What is freed must not be taken for what is saved, should its memory be used again. */
      if (self->saved == g_ptr_array_index (self->states, i))
        self->saved = NULL;
    }
  g_ptr_array_set_size (self->states, (gint) self->present + 1);
  if (continues (self, next))
    {
      MigBriefingState *old = g_ptr_array_steal_index (self->states, self->present);

      g_ptr_array_add (self->states, next);
      mig_briefing_announce (self, old, next);
      mig_briefing_state_free (old);
      return;
    }
  self->sealed = FALSE;
  g_ptr_array_add (self->states, next);
  self->present++;
  if (self->states->len > MAX_STATES)
    {
      if (self->saved == g_ptr_array_index (self->states, 0))
        self->saved = NULL;
      g_ptr_array_remove_index (self->states, 0);
      self->present--;
    }
  mig_briefing_announce (self, g_ptr_array_index (self->states, self->present - 1), next);
}

/**
 * mig_briefing_insert:
 * @self: a briefing
 * @position: where; past the end, at the end
 * @scene: (transfer none): a scene; if its id is taken, one with another id takes its place
 *
 * Returns: whether there was room for it
 */
gboolean
mig_briefing_insert (MigBriefing *self, guint position, MigScene *scene)
{
  g_autoptr (MigScene) fresh = NULL;
  MigBriefingState *next;

  g_return_val_if_fail (MIG_IS_BRIEFING (self), FALSE);
  g_return_val_if_fail (MIG_IS_SCENE (scene), FALSE);

  if (mig_briefing_get_n (self) >= MIG_BRIEFING_MAX_SCENES)
    return FALSE;
  fresh = g_object_ref (scene);
  if (mig_briefing_find (self, mig_scene_get_id (scene), NULL))
    {
      MigSceneFields fields = *mig_scene_get_fields (scene);

      fields.id = NULL;
      g_object_unref (fresh);
      fresh = mig_scene_new (&fields);
    }
  next = mig_briefing_state_next (self, MIG_BRIEFING_EDIT_ADD, mig_scene_get_id (fresh));
  g_ptr_array_insert (next->scenes, (gint) MIN (position, next->scenes->len), g_object_ref (fresh));
  mig_briefing_take_state (self, next);
  return TRUE;
}

/**
 * mig_briefing_remove:
 * @self: a briefing
 * @position: the place of a scene
 */
void
mig_briefing_remove (MigBriefing *self, guint position)
{
  MigBriefingState *next;

  g_return_if_fail (MIG_IS_BRIEFING (self));
  g_return_if_fail (position < mig_briefing_get_n (self));

  next = mig_briefing_state_next (self, MIG_BRIEFING_EDIT_REMOVE, NULL);
  g_ptr_array_remove_index (next->scenes, position);
  mig_briefing_take_state (self, next);
}

/**
 * mig_briefing_move:
 * @self: a briefing
 * @from: the place of a scene
 * @to: its place afterwards
 */
void
mig_briefing_move (MigBriefing *self, guint from, guint to)
{
  MigBriefingState *next;
  gpointer scene;

  g_return_if_fail (MIG_IS_BRIEFING (self));
  g_return_if_fail (from < mig_briefing_get_n (self) && to < mig_briefing_get_n (self));

  if (from == to)
    return;
  next = mig_briefing_state_next (self, MIG_BRIEFING_EDIT_MOVE, mig_scene_get_id (mig_briefing_get (self, from)));
  scene = g_ptr_array_steal_index (next->scenes, from);
  g_ptr_array_insert (next->scenes, (gint) to, scene);
  mig_briefing_take_state (self, next);
}

/**
 * mig_briefing_duplicate:
 * @self: a briefing
 * @position: the place of a scene
 *
 * Puts a copy of a scene behind it.
 *
 * Returns: whether there was room for it
 */
gboolean
mig_briefing_duplicate (MigBriefing *self, guint position)
{
  g_autoptr (MigScene) copy = NULL;
  MigSceneFields fields;
  MigBriefingState *next;

  g_return_val_if_fail (MIG_IS_BRIEFING (self), FALSE);
  g_return_val_if_fail (position < mig_briefing_get_n (self), FALSE);

  if (mig_briefing_get_n (self) >= MIG_BRIEFING_MAX_SCENES)
    return FALSE;
  fields = *mig_scene_get_fields (mig_briefing_get (self, position));
  fields.id = NULL;
  copy = mig_scene_new (&fields);
  next = mig_briefing_state_next (self, MIG_BRIEFING_EDIT_DUPLICATE, mig_scene_get_id (copy));
  g_ptr_array_insert (next->scenes, (gint) position + 1, g_object_ref (copy));
  mig_briefing_take_state (self, next);
  return TRUE;
}

/**
 * mig_briefing_replace:
 * @self: a briefing
 * @position: the place of a scene
 * @scene: (transfer none): what it is from now on; it must have the same id
 * @edit: what was edited
 */
void
mig_briefing_replace (MigBriefing *self, guint position, MigScene *scene, MigBriefingEdit edit)
{
  MigScene *before;
  MigBriefingState *next;

  g_return_if_fail (MIG_IS_BRIEFING (self));
  g_return_if_fail (position < mig_briefing_get_n (self));

  before = mig_briefing_get (self, position);
  g_return_if_fail (g_str_equal (mig_scene_get_id (before), mig_scene_get_id (scene)));
  if (mig_scene_equal (before, scene))
    return;
  next = mig_briefing_state_next (self, edit, mig_scene_get_id (scene));
  g_object_unref (next->scenes->pdata[position]);
  next->scenes->pdata[position] = g_object_ref (scene);
  mig_briefing_take_state (self, next);
}

/**
 * mig_briefing_get_can_undo:
 * @self: a briefing
 *
 * Returns: whether there is an edit to undo
 */
gboolean
mig_briefing_get_can_undo (MigBriefing *self)
{
  g_return_val_if_fail (MIG_IS_BRIEFING (self), FALSE);

  return self->present > 0;
}

/**
 * mig_briefing_get_can_redo:
 * @self: a briefing
 *
 * Returns: whether there is an undone edit to do again
 */
gboolean
mig_briefing_get_can_redo (MigBriefing *self)
{
  g_return_val_if_fail (MIG_IS_BRIEFING (self), FALSE);

  return self->present + 1 < self->states->len;
}

static const char *
get_edit_text (MigBriefingEdit edit)
{
  static const char *const texts[] = {
    [MIG_BRIEFING_EDIT_NONE] = NULL,
    [MIG_BRIEFING_EDIT_TITLE] = NC_("edit of a briefing", "change of the title"),
    [MIG_BRIEFING_EDIT_PLAN] = NC_("edit of a briefing", "change of the planned time"),
    [MIG_BRIEFING_EDIT_ADD] = NC_("edit of a briefing", "adding a scene"),
    [MIG_BRIEFING_EDIT_REMOVE] = NC_("edit of a briefing", "removing a scene"),
    [MIG_BRIEFING_EDIT_MOVE] = NC_("edit of a briefing", "moving a scene"),
    [MIG_BRIEFING_EDIT_DUPLICATE] = NC_("edit of a briefing", "duplicating a scene"),
    [MIG_BRIEFING_EDIT_NAME] = NC_("edit of a briefing", "change of a name"),
    [MIG_BRIEFING_EDIT_NOTE] = NC_("edit of a briefing", "change of a note"),
    [MIG_BRIEFING_EDIT_DURATION] = NC_("edit of a briefing", "change of a duration"),
    [MIG_BRIEFING_EDIT_VIEW] = NC_("edit of a briefing", "change of a view"),
  };

  return texts[edit] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "edit of a briefing", texts[edit]) : NULL;
}

/**
 * mig_briefing_get_undo_text:
 * @self: a briefing
 *
 * Returns: (transfer none) (nullable): what would be undone, in the reader's language; %NULL when nothing can be
 */
const char *
mig_briefing_get_undo_text (MigBriefing *self)
{
  return mig_briefing_get_can_undo (self) ? get_edit_text (mig_briefing_get_state (self)->edit) : NULL;
}

/**
 * mig_briefing_get_redo_text:
 * @self: a briefing
 *
 * Returns: (transfer none) (nullable): what would be done again; %NULL when nothing can be
 */
const char *
mig_briefing_get_redo_text (MigBriefing *self)
{
  const MigBriefingState *next;

  if (!mig_briefing_get_can_redo (self))
    return NULL;
  next = g_ptr_array_index (self->states, self->present + 1);
  return get_edit_text (next->edit);
}

static void
go_to (MigBriefing *self, guint present)
{
  MigBriefingState *before = mig_briefing_get_state (self);

  self->present = present;
  self->sealed = TRUE;
  mig_briefing_announce (self, before, mig_briefing_get_state (self));
}

/**
 * mig_briefing_undo:
 * @self: a briefing
 *
 * Goes back to how it was before the last edit, if there was one.
 */
void
mig_briefing_undo (MigBriefing *self)
{
  if (mig_briefing_get_can_undo (self))
    go_to (self, self->present - 1);
}

/**
 * mig_briefing_redo:
 * @self: a briefing
 *
 * Does again what was undone last, if anything was.
 */
void
mig_briefing_redo (MigBriefing *self)
{
  if (mig_briefing_get_can_redo (self))
    go_to (self, self->present + 1);
}

/**
 * mig_briefing_seal:
 * @self: a briefing
 *
 * Ends the edit under way, as when the cursor leaves an entry: the next one is undone by itself.
 */
void
mig_briefing_seal (MigBriefing *self)
{
  g_return_if_fail (MIG_IS_BRIEFING (self));

  self->sealed = TRUE;
}

/**
 * mig_briefing_get_modified:
 * @self: a briefing
 *
 * Returns: whether it differs from what was saved last
 */
gboolean
mig_briefing_get_modified (MigBriefing *self)
{
  g_return_val_if_fail (MIG_IS_BRIEFING (self), FALSE);

  return mig_briefing_get_state (self) != self->saved;
}

static void
set_saved_state (MigBriefing *self, MigBriefingState *saved)
{
  if (self->saved == saved)
    return;
  self->saved = saved;
  g_object_notify (G_OBJECT (self), "modified");
}

/**
 * mig_briefing_set_saved:
 * @self: a briefing
 *
 * Notes that a file holds what the briefing is now.
 */
void
mig_briefing_set_saved (MigBriefing *self)
{
  g_return_if_fail (MIG_IS_BRIEFING (self));

  set_saved_state (self, mig_briefing_get_state (self));
}

/**
 * mig_briefing_set_unsaved:
 * @self: a briefing
 *
 * Notes that no file holds what the briefing is now, as when it was recovered after a crash.
 */
void
mig_briefing_set_unsaved (MigBriefing *self)
{
  g_return_if_fail (MIG_IS_BRIEFING (self));

  set_saved_state (self, NULL);
}
