/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-entity.h"

/*
 * A record as an object, for list models. It is only a corpus and a number, made when a row is shown and dropped when
 * the row is gone; the record itself stays in the corpus.
 */

struct _MigEntity
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigRef ref;
};

enum
{
  PROP_0,
  PROP_CORPUS,
  PROP_REF,
  PROP_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigEntity, mig_entity, G_TYPE_OBJECT)

static void
mig_entity_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MigEntity *self = MIG_ENTITY (object);

  switch (property_id)
    {
    case PROP_CORPUS:
      g_value_set_object (value, self->corpus);
      break;

    case PROP_REF:
      g_value_set_uint (value, self->ref);
      break;

    case PROP_NAME:
      g_value_set_string (value, mig_entity_get_name (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_entity_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  MigEntity *self = MIG_ENTITY (object);

  switch (property_id)
    {
    case PROP_CORPUS:
      self->corpus = g_value_dup_object (value);
      break;

    case PROP_REF:
      self->ref = g_value_get_uint (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_entity_finalize (GObject *object)
{
  MigEntity *self = MIG_ENTITY (object);

  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_entity_parent_class)->finalize (object);
}

static void
mig_entity_class_init (MigEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mig_entity_get_property;
  object_class->set_property = mig_entity_set_property;
  object_class->finalize = mig_entity_finalize;

  /**
   * MigEntity:corpus:
   *
   * The corpus that the record is of. The entity holds a reference.
   */
  properties[PROP_CORPUS] =
    g_param_spec_object ("corpus", NULL, NULL, MIG_TYPE_CORPUS,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * MigEntity:ref:
   *
   * The record, as a #MigRef.
   */
  properties[PROP_REF] =
    g_param_spec_uint ("ref", NULL, NULL, 0, G_MAXUINT32, MIG_REF_NONE,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * MigEntity:name:
   *
   * What the record is called.
   */
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mig_entity_init (MigEntity *self)
{
}

/**
 * mig_entity_new:
 * @corpus: a corpus
 * @ref: a record of it
 *
 * Returns: (transfer full): the record as an object
 */
MigEntity *
mig_entity_new (MigCorpus *corpus,
                MigRef     ref)
{
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);
  g_return_val_if_fail (mig_corpus_get_record (corpus, ref) != NULL, NULL);

  return g_object_new (MIG_TYPE_ENTITY, "corpus", corpus, "ref", ref, NULL);
}

/**
 * mig_entity_get_corpus:
 * @self: an entity
 *
 * Returns: (transfer none): the corpus that the record is of
 */
MigCorpus *
mig_entity_get_corpus (MigEntity *self)
{
  g_return_val_if_fail (MIG_IS_ENTITY (self), NULL);

  return self->corpus;
}

/**
 * mig_entity_get_ref:
 * @self: an entity
 *
 * Returns: the record
 */
MigRef
mig_entity_get_ref (MigEntity *self)
{
  g_return_val_if_fail (MIG_IS_ENTITY (self), MIG_REF_NONE);

  return self->ref;
}

/**
 * mig_entity_get_name:
 * @self: an entity
 *
 * Returns: what the record is called, see #MigRecord
 */
const char *
mig_entity_get_name (MigEntity *self)
{
  g_return_val_if_fail (MIG_IS_ENTITY (self), NULL);

  return mig_corpus_get_record (self->corpus, self->ref)->name;
}
