/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-private.h"

/*
 * MigBriefing: a title and a list of scenes that are shown one after the other, and all its past.
 *
 *   edit ──► a new state (title, plan, scenes) ──► the list before it goes onto the past ──► items-changed
 *                                                        ▲            │
 *                                                       undo ◄────────┴──► redo
 *
 * Scenes are immutable and states share them, so a state costs a pointer a scene. Whoever shows the list is told only
 * of the stretch that differs.
 */

enum
{
  PROP_TITLE = 1,
  PROP_DURATION,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigBriefing, mig_briefing, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Tells of the difference between two states: one stretch of the list, and the properties that changed. */
void
mig_briefing_announce (MigBriefing *self, const MigBriefingState *before, const MigBriefingState *now)
{
  guint n_before = before->scenes->len, n_now = now->scenes->len, least = MIN (n_before, n_now);
  guint head = 0, tail = 0;

  while (head < least && before->scenes->pdata[head] == now->scenes->pdata[head])
    head++;
  while (tail < least - head &&
         before->scenes->pdata[n_before - 1 - tail] == now->scenes->pdata[n_now - 1 - tail])
    tail++;

  g_object_freeze_notify (G_OBJECT (self));
  if (!g_str_equal (before->title, now->title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (before->duration != now->duration)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DURATION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  if (head + tail < n_before || head + tail < n_now)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_before - head - tail, n_now - head - tail);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static GType
get_item_type (GListModel *list)
{
  return MIG_TYPE_SCENE;
}

static guint
get_n_items (GListModel *list)
{
  return mig_briefing_get_n (MIG_BRIEFING (list));
}

static gpointer
get_item (GListModel *list, guint position)
{
  MigScene *scene = mig_briefing_get (MIG_BRIEFING (list), position);

  return scene != NULL ? g_object_ref (scene) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mig_briefing_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MigBriefing *self = MIG_BRIEFING (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, mig_briefing_get_title (self));
      break;

    case PROP_DURATION:
      g_value_set_uint (value, mig_briefing_get_duration (self));
      break;

    case PROP_MODIFIED:
      g_value_set_boolean (value, mig_briefing_get_modified (self));
      break;

    case PROP_CAN_UNDO:
      g_value_set_boolean (value, mig_briefing_get_can_undo (self));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, mig_briefing_get_can_redo (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_briefing_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MigBriefing *self = MIG_BRIEFING (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      mig_briefing_set_title (self, g_value_get_string (value));
      break;

    case PROP_DURATION:
      mig_briefing_set_duration (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_briefing_finalize (GObject *object)
{
  MigBriefing *self = MIG_BRIEFING (object);

  g_ptr_array_unref (self->states);
  g_free (self->corpus_id);
  g_free (self->corpus_title);
  g_free (self->corpus_location);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (mig_briefing_parent_class)->finalize (object);
}

static void
mig_briefing_class_init (MigBriefingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mig_briefing_get_property;
  object_class->set_property = mig_briefing_set_property;
  object_class->finalize = mig_briefing_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", read | G_PARAM_WRITABLE);
  properties[PROP_DURATION] =
    g_param_spec_uint ("duration", NULL, NULL, 0, MIG_SCENE_MAX_DURATION, 0, read | G_PARAM_WRITABLE);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, read);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, read);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MigBriefing::edited:
   *
   * Anything changed that a file would hold.
   */
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", MIG_TYPE_BRIEFING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mig_briefing_init (MigBriefing *self)
{
  MigBriefingState *state = g_new0 (MigBriefingState, 1);

  state->title = g_strdup ("");
  state->scenes = g_ptr_array_new_with_free_func (g_object_unref);
  self->states = g_ptr_array_new_with_free_func (mig_briefing_state_free);
  g_ptr_array_add (self->states, state);
  self->saved = state;
  self->corpus_id = g_strdup ("");
  self->corpus_title = g_strdup ("");
  self->corpus_location = g_strdup ("");
}

/**
 * mig_briefing_new:
 * @title: its title
 *
 * Returns: (transfer full): a briefing without scenes
 */
MigBriefing *
mig_briefing_new (const char *title)
{
  MigBriefing *self = g_object_new (MIG_TYPE_BRIEFING, NULL);

  g_free (mig_briefing_get_state (self)->title);
  mig_briefing_get_state (self)->title = g_strdup (title != NULL ? title : "");
  return self;
}

/**
 * mig_briefing_begin:
 * @self: a briefing that was just made
 * @scenes: (element-type MigScene): its scenes; the array is copied
 * @duration: how long it is planned to take, in seconds; 0 when that is not planned
 *
 * Gives a briefing its first scenes: those are its beginning, which cannot be undone and counts as saved.
 */
void
mig_briefing_begin (MigBriefing *self, GPtrArray *scenes, guint duration)
{
  MigBriefingState *state;
  guint n_before;

  g_return_if_fail (MIG_IS_BRIEFING (self));
  g_return_if_fail (self->states->len == 1);

  state = mig_briefing_get_state (self);
  n_before = state->scenes->len;
  g_ptr_array_unref (state->scenes);
  state->scenes = mig_briefing_copy_scenes (scenes);
  state->duration = MIN (duration, MIG_SCENE_MAX_DURATION);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, state->scenes->len);
}

/**
 * mig_briefing_get_title:
 * @self: a briefing
 *
 * Returns: (transfer none): its title
 */
const char *
mig_briefing_get_title (MigBriefing *self)
{
  g_return_val_if_fail (MIG_IS_BRIEFING (self), NULL);

  return mig_briefing_get_state (self)->title;
}

/**
 * mig_briefing_set_title:
 * @self: a briefing
 * @title: (nullable): its title
 */
void
mig_briefing_set_title (MigBriefing *self, const char *title)
{
  MigBriefingState *next;

  g_return_if_fail (MIG_IS_BRIEFING (self));

  if (g_str_equal (title != NULL ? title : "", mig_briefing_get_state (self)->title))
    return;
  next = mig_briefing_state_next (self, MIG_BRIEFING_EDIT_TITLE, NULL);
  g_free (next->title);
  next->title = g_strdup (title != NULL ? title : "");
  mig_briefing_take_state (self, next);
}

/**
 * mig_briefing_get_duration:
 * @self: a briefing
 *
 * Returns: how long it is planned to take as a whole, in seconds; 0 when that is the sum of its scenes
 */
guint
mig_briefing_get_duration (MigBriefing *self)
{
  g_return_val_if_fail (MIG_IS_BRIEFING (self), 0);

  return mig_briefing_get_state (self)->duration;
}

/**
 * mig_briefing_set_duration:
 * @self: a briefing
 * @seconds: how long it is planned to take, at most a day; 0 for the sum of its scenes
 */
void
mig_briefing_set_duration (MigBriefing *self, guint seconds)
{
  MigBriefingState *next;

  g_return_if_fail (MIG_IS_BRIEFING (self));

  seconds = MIN (seconds, MIG_SCENE_MAX_DURATION);
  if (seconds == mig_briefing_get_state (self)->duration)
    return;
  next = mig_briefing_state_next (self, MIG_BRIEFING_EDIT_PLAN, NULL);
  next->duration = seconds;
  mig_briefing_take_state (self, next);
}

/**
 * mig_briefing_get_corpus_id:
 * @self: a briefing
 *
 * Returns: (transfer none): the id of the corpus that it is about; "" when it is about none
 */
const char *
mig_briefing_get_corpus_id (MigBriefing *self)
{
  return self->corpus_id;
}

/**
 * mig_briefing_get_corpus_title:
 * @self: a briefing
 *
 * Returns: (transfer none): that corpus's title when the briefing was made
 */
const char *
mig_briefing_get_corpus_title (MigBriefing *self)
{
  return self->corpus_title;
}

/**
 * mig_briefing_get_corpus_location:
 * @self: a briefing
 *
 * Returns: (transfer none): a URI at which that corpus was; only a hint
 */
const char *
mig_briefing_get_corpus_location (MigBriefing *self)
{
  return self->corpus_location;
}

/**
 * mig_briefing_set_corpus:
 * @self: a briefing
 * @id: (nullable): a corpus's id
 * @title: (nullable): its title
 * @location: (nullable): its URI
 *
 * Says which corpus the briefing is about. That is not an edit, and is not undone.
 */
void
mig_briefing_set_corpus (MigBriefing *self, const char *id, const char *title, const char *location)
{
  g_return_if_fail (MIG_IS_BRIEFING (self));

  g_free (self->corpus_id);
  self->corpus_id = g_strdup (id != NULL ? id : "");
  g_free (self->corpus_title);
  self->corpus_title = g_strdup (title != NULL ? title : "");
  g_free (self->corpus_location);
  self->corpus_location = g_strdup (location != NULL ? location : "");
}

/**
 * mig_briefing_get_unknown:
 * @self: a briefing
 *
 * Returns: (transfer none) (nullable): members of the file's head that this version does not know
 */
JsonObject *
mig_briefing_get_unknown (MigBriefing *self)
{
  return self->unknown;
}

/**
 * mig_briefing_set_unknown:
 * @self: a briefing
 * @unknown: (transfer none) (nullable): members to write back as they are
 */
void
mig_briefing_set_unknown (MigBriefing *self, JsonObject *unknown)
{
  g_clear_pointer (&self->unknown, json_object_unref);
  if (unknown != NULL)
    self->unknown = json_object_ref (unknown);
}

/**
 * mig_briefing_get_n:
 * @self: a briefing
 *
 * Returns: how many scenes it has
 */
guint
mig_briefing_get_n (MigBriefing *self)
{
  g_return_val_if_fail (MIG_IS_BRIEFING (self), 0);

  return mig_briefing_get_state (self)->scenes->len;
}

/**
 * mig_briefing_get:
 * @self: a briefing
 * @position: a place in it
 *
 * Returns: (transfer none) (nullable): the scene there, or %NULL past the end
 */
MigScene *
mig_briefing_get (MigBriefing *self, guint position)
{
  g_return_val_if_fail (MIG_IS_BRIEFING (self), NULL);

  return position < mig_briefing_get_n (self) ? mig_briefing_get_state (self)->scenes->pdata[position] : NULL;
}

/**
 * mig_briefing_find:
 * @self: a briefing
 * @id: a scene's id
 * @position: (out) (optional): its place
 *
 * Returns: whether there is one
 */
gboolean
mig_briefing_find (MigBriefing *self, const char *id, guint *position)
{
  for (guint i = 0; i < mig_briefing_get_n (self); i++)
    {
      if (!g_str_equal (mig_scene_get_id (mig_briefing_get (self, i)), id))
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * mig_briefing_sum_durations:
 * @self: a briefing
 * @first: a place in it
 * @n: how many scenes from there on
 *
 * Returns: how long they are meant to take together, in seconds
 */
guint
mig_briefing_sum_durations (MigBriefing *self, guint first, guint n)
{
  guint sum = 0;

  for (guint i = first; i < mig_briefing_get_n (self) && i - first < n; i++)
    sum += mig_scene_get_fields (mig_briefing_get (self, i))->duration;
  return sum;
}
