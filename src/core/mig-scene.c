/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-scene.h"

/*
 * MigScene: one view of a briefing: a span of time, which lanes show, what passes, what is selected, and what the
 * presenter wants to say of it.
 *
 * A scene never changes; to edit one is to put another in its place that has the same id. So a briefing's past is a
 * list of lists, and undo cannot go wrong.
 *
 * It holds no corpus, nor anything of one: what of a corpus it shows is worked out where it is shown, by a
 * #MigSceneSight.
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
  for (guint i = 0; i < self->fields.n_followed; i++)
    g_free ((char *) self->fields.followed[i].id);
  g_clear_pointer (&self->fields.filter, g_variant_unref);
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

/* Each lane once. */
static void
take_lanes (MigScene *self, const MigSceneFields *fields)
{
  guint seen = 0;

  self->fields.n_lanes = 0;
  for (guint i = 0; i < fields->n_lanes; i++)
    {
      if (fields->lanes[i] >= MIG_N_STANDING_LANES || seen & 1u << fields->lanes[i])
        continue;
      seen |= 1u << fields->lanes[i];
      self->fields.lanes[self->fields.n_lanes++] = fields->lanes[i];
    }
}

static gboolean
follows (const MigSceneFields *fields, const char *id)
{
  for (guint i = 0; i < fields->n_followed; i++)
    {
      if (g_str_equal (fields->followed[i].id, id))
        return TRUE;
    }
  return FALSE;
}

/* Each record once. */
static void
take_followed (MigScene *self, const MigSceneFields *fields)
{
  self->fields.n_followed = 0;
  for (guint i = 0; i < MIN (fields->n_followed, MIG_MAX_FOLLOWED); i++)
    {
      const MigSceneFollowed *followed = &fields->followed[i];

      if (followed->id == NULL || *followed->id == '\0' || follows (&self->fields, followed->id))
        continue;
      self->fields.followed[self->fields.n_followed++] =
        (MigSceneFollowed){ g_strdup (followed->id), MIN (followed->above, MIG_N_STANDING_LANES) };
    }
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
  take_lanes (self, fields);
  take_followed (self, fields);
  self->fields.duration = MIN (fields->duration, MIG_SCENE_MAX_DURATION);
  if (self->fields.filter != NULL)
    g_variant_ref_sink (self->fields.filter);
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

static gboolean
equal_filters (GVariant *one, GVariant *other)
{
  return one == other || (one != NULL && other != NULL && g_variant_equal (one, other));
}

static gboolean
equal_lanes (const MigSceneFields *a, const MigSceneFields *b)
{
  if (a->n_lanes != b->n_lanes || a->n_followed != b->n_followed)
    return FALSE;
  for (guint i = 0; i < a->n_lanes; i++)
    {
      if (a->lanes[i] != b->lanes[i])
        return FALSE;
    }
  for (guint i = 0; i < a->n_followed; i++)
    {
      if (a->followed[i].above != b->followed[i].above || !g_str_equal (a->followed[i].id, b->followed[i].id))
        return FALSE;
    }
  return TRUE;
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
          equal_lanes (a, b) && equal_filters (a->filter, b->filter) && a->duration == b->duration &&
          a->unknown == b->unknown);
}
