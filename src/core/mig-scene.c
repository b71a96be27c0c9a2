/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-scene.h"

/*
 * MigScene: one view of a briefing: a span of time, which lanes show, what is selected, and what the presenter wants
 * to say of it.
 *
 * A scene never changes; to edit one is to put another in its place that has the same id. So a briefing's past is a
 * list of lists, and undo cannot go wrong.
 */

struct _MigScene
{
  GObject parent_instance;

  MigSceneFields fields; /* all texts owned, none NULL */
};

enum
{
  PROP_NAME = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigScene, mig_scene, G_TYPE_OBJECT)

static void
mig_scene_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MigScene *self = MIG_SCENE (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->fields.name);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_scene_finalize (GObject *object)
{
  MigScene *self = MIG_SCENE (object);

  g_free ((char *) self->fields.id);
  g_free ((char *) self->fields.name);
  g_free ((char *) self->fields.note);
  g_free ((char *) self->fields.selected);
  g_clear_pointer (&self->fields.unknown, json_object_unref);

  G_OBJECT_CLASS (mig_scene_parent_class)->finalize (object);
}

static void
mig_scene_class_init (MigSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mig_scene_get_property;
  object_class->finalize = mig_scene_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mig_scene_init (MigScene *self)
{
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * mig_scene_new:
 * @fields: what it holds; copied
 *
 * Returns: (transfer full): a scene
 */
MigScene *
mig_scene_new (const MigSceneFields *fields)
{
  MigScene *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (MIG_TYPE_SCENE, NULL);
  self->fields = *fields;
  self->fields.id = fields->id != NULL && *fields->id != '\0' ? g_strdup (fields->id) : g_uuid_string_random ();
  self->fields.name = dup_text (fields->name);
  self->fields.note = dup_text (fields->note);
  self->fields.selected = dup_text (fields->selected);
  self->fields.lanes = fields->lanes & ((1u << MIG_N_LANES) - 1);
  self->fields.duration = MIN (fields->duration, MIG_SCENE_MAX_DURATION);
  if (self->fields.unknown != NULL)
    json_object_ref (self->fields.unknown);

  return self;
}

/**
 * mig_scene_get_fields:
 * @self: a scene
 *
 * Returns: (transfer none): what it holds; no text is %NULL. To edit, copy the structure, change it, and make a new
 *   scene of it
 */
const MigSceneFields *
mig_scene_get_fields (MigScene *self)
{
  g_return_val_if_fail (MIG_IS_SCENE (self), NULL);

  return &self->fields;
}

/**
 * mig_scene_get_id:
 * @self: a scene
 *
 * Returns: (transfer none): what stays the same through every edit
 */
const char *
mig_scene_get_id (MigScene *self)
{
  g_return_val_if_fail (MIG_IS_SCENE (self), NULL);

  return self->fields.id;
}

/**
 * mig_scene_has_span:
 * @self: a scene
 *
 * Returns: whether it says which span of time shows
 */
gboolean
mig_scene_has_span (MigScene *self)
{
  g_return_val_if_fail (MIG_IS_SCENE (self), FALSE);

  return self->fields.end > self->fields.start;
}

/**
 * mig_scene_resolve:
 * @self: a scene
 * @corpus: a corpus
 *
 * Returns: the record that is selected, or %MIG_REF_NONE when none is, or it is not in @corpus
 */
MigRef
mig_scene_resolve (MigScene *self, MigCorpus *corpus)
{
  g_return_val_if_fail (MIG_IS_SCENE (self), MIG_REF_NONE);
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), MIG_REF_NONE);

  return *self->fields.selected != '\0' ? mig_corpus_lookup (corpus, self->fields.selected) : MIG_REF_NONE;
}

/**
 * mig_scene_is_gone:
 * @self: a scene
 * @corpus: a corpus
 *
 * Returns: whether it is about a record that @corpus does not have. Such a scene is kept and shown as gone, and a
 *   presentation goes past it.
 */
gboolean
mig_scene_is_gone (MigScene *self, MigCorpus *corpus)
{
  g_return_val_if_fail (MIG_IS_SCENE (self), TRUE);

  return *self->fields.selected != '\0' && mig_scene_resolve (self, corpus) == MIG_REF_NONE;
}

/**
 * mig_scene_equal:
 * @self: a scene
 * @other: another
 *
 * Returns: whether both hold the same
 */
gboolean
mig_scene_equal (MigScene *self, MigScene *other)
{
  const MigSceneFields *a = &self->fields, *b = &other->fields;

  return self == other ||
         (g_str_equal (a->id, b->id) && g_str_equal (a->name, b->name) && g_str_equal (a->note, b->note) &&
          g_str_equal (a->selected, b->selected) && a->start == b->start && a->end == b->end &&
          a->lanes == b->lanes && a->duration == b->duration && a->unknown == b->unknown);
}
