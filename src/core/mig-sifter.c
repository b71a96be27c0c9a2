/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-sifter.h"

/*
 * Keeps at hand what of a corpus passes a filter, while both change. For a small corpus that is worked out at once; for
 * a large one in a thread, and until that is done what was shown before stays, or for another corpus all of it is
 * shown. A filter that is replaced while it is being worked on is dropped.
 */

struct _MigSifter
{
  GObject parent_instance;

  MigSubset *subset;         /* NULL without a corpus */
  GCancellable *cancellable; /* of what a thread works on; NULL when none does */
  MigCorpus *wanted_corpus;  /* that it works on; kept by the thread, only compared */
  MigFilter wanted;
};

enum
{
  PROP_SUBSET = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigSifter, mig_sifter, G_TYPE_OBJECT)

static void
mig_sifter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MigSifter *self = MIG_SIFTER (object);

  switch (id)
    {
    case PROP_SUBSET:
      g_value_set_object (value, self->subset);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stop (MigSifter *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
mig_sifter_dispose (GObject *object)
{
  MigSifter *self = MIG_SIFTER (object);

  stop (self);
  g_clear_object (&self->subset);

  G_OBJECT_CLASS (mig_sifter_parent_class)->dispose (object);
}

static void
mig_sifter_class_init (MigSifterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mig_sifter_get_property;
  object_class->dispose = mig_sifter_dispose;

  /**
   * MigSifter:subset:
   *
   * What passes; %NULL without a corpus.
   */
  properties[PROP_SUBSET] = g_param_spec_object ("subset", NULL, NULL, MIG_TYPE_SUBSET,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mig_sifter_init (MigSifter *self)
{
}

/**
 * mig_sifter_new:
 *
 * Returns: (transfer full): a sifter without a corpus
 */
MigSifter *
mig_sifter_new (void)
{
  return g_object_new (MIG_TYPE_SIFTER, NULL);
}

static void
take_subset (MigSifter *self, MigSubset *subset)
{
  g_autoptr (MigSubset) taken = subset;

  if (g_set_object (&self->subset, taken))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBSET]);
}

/* Who has dropped the sifter, or asked it for something else since, has stopped the thread. */
static void
subset_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MigSubset *subset = mig_subset_new_finish (result, NULL);
  MigSifter *self = user_data;

  if (subset == NULL)
    return;
  g_clear_object (&self->cancellable);
  take_subset (self, subset);
}

static gboolean
has_subset (MigSifter *self, MigCorpus *corpus, const MigFilter *filter)
{
  return self->subset != NULL && mig_subset_get_corpus (self->subset) == corpus &&
         mig_filter_equal (mig_subset_get_filter (self->subset), filter);
}

/**
 * mig_sifter_set_now:
 * @self: a sifter
 * @corpus: a corpus
 * @filter: what is asked for of it
 *
 * Works out what passes, however long it takes.
 */
void
mig_sifter_set_now (MigSifter *self, MigCorpus *corpus, const MigFilter *filter)
{
  g_return_if_fail (MIG_IS_SIFTER (self));
  g_return_if_fail (MIG_IS_CORPUS (corpus));
  g_return_if_fail (filter != NULL);

  stop (self);
  if (!has_subset (self, corpus, filter))
    take_subset (self, mig_subset_new (corpus, filter));
}

/**
 * mig_sifter_set:
 * @self: a sifter
 * @corpus: (nullable): a corpus
 * @filter: (nullable): what is asked for of it; %NULL for all
 *
 * Asks for what passes. #MigSifter:subset tells it, at once or when it is worked out. To ask again for the same does
 * nothing.
 */
void
mig_sifter_set (MigSifter *self, MigCorpus *corpus, const MigFilter *filter)
{
  MigFilter all;

  g_return_if_fail (MIG_IS_SIFTER (self));
  g_return_if_fail (corpus == NULL || MIG_IS_CORPUS (corpus));

  mig_filter_init (&all);
  filter = filter != NULL ? filter : &all;
  if (self->cancellable != NULL && self->wanted_corpus == corpus && mig_filter_equal (&self->wanted, filter))
    return;
  stop (self);
  if (corpus == NULL)
    {
      take_subset (self, NULL);
      return;
    }
  if (has_subset (self, corpus, filter))
    return;
  if (mig_subset_is_quick (corpus, filter))
    {
      take_subset (self, mig_subset_new (corpus, filter));
      return;
    }
  if (self->subset == NULL || mig_subset_get_corpus (self->subset) != corpus)
    take_subset (self, mig_subset_new (corpus, NULL));
  self->cancellable = g_cancellable_new ();
  self->wanted_corpus = corpus;
  self->wanted = *filter;
  mig_subset_new_async (corpus, filter, self->cancellable, subset_cb, self);
}

/**
 * mig_sifter_get_subset:
 * @self: a sifter
 *
 * Returns: (transfer none) (nullable): what passes, as far as it is known by now
 */
MigSubset *
mig_sifter_get_subset (MigSifter *self)
{
  g_return_val_if_fail (MIG_IS_SIFTER (self), NULL);

  return self->subset;
}
