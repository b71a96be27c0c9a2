/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-navigator-private.h"

/*
 * What is selected in a window, and how one came there. Timeline, pages and overview all follow it; none of them talks
 * to another.
 *
 *   click, key, search, address ──▶ select () ──┐
 *   Back, Forward ──▶ go_back (), go_forward () ─┼──▶ places[current] ──▶ notify::selected ──▶ everyone
 *   a file is opened or read anew ──▶ set_corpus ()
 *
 * A place is a record, or %MIG_REF_NONE for "nothing selected", which is where every history begins. When another
 * corpus is set, places are found again by their records' ids.
 *
 * A place may also be two records side by side: the selected one, and the one that it is compared with.
 *
 * With a viewport, a place also is the span that was in sight when it was left. Who comes back there is told it by
 * "returned", and whoever shows time goes there in its own way. And it is the filter that things had to pass there: to
 * set another leads to a new place. What passes is told by the subset, for a large corpus a moment later. Whatever else
 * belongs to a place, a list in place of the timeline, how far a page was scrolled, whoever shows it adds by
 * "collect-view" and is told again by "view-returned"; the navigator itself understands none of it.
 */

enum
{
  PROP_0,
  PROP_CORPUS,
  PROP_SELECTED,
  PROP_COMPARED,
  PROP_SUBSET,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS,
};

enum
{
  SIGNAL_RETURNED,
  SIGNAL_FILTERED,
  SIGNAL_COLLECT_VIEW,
  SIGNAL_VIEW_RETURNED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigNavigator, mig_navigator, G_TYPE_OBJECT)

/* Before something changes. */
MigNavigatorSeen
mig_navigator_see (MigNavigator *self)
{
  self->moving = TRUE;
  return (MigNavigatorSeen) {
    .corpus = self->corpus,
    .subset = mig_sifter_get_subset (self->sifter),
    .filter = *mig_navigator_get_filter (self),
    .selected = mig_navigator_get_selected (self),
    .compared = mig_navigator_get_compared (self),
    .can_go_back = mig_navigator_get_can_go_back (self),
    .can_go_forward = mig_navigator_get_can_go_forward (self),
  };
}

/* All state is in place before the first handler runs, and each property is told of at most once. */
void
mig_navigator_notify_changes (MigNavigator           *self,
                              const MigNavigatorSeen *before)
{
  GObject *object = G_OBJECT (self);
  MigNavigatorSeen now;

  mig_sifter_set (self->sifter, self->corpus, &mig_navigator_get_place (self)->filter);
  now = mig_navigator_see (self);
  self->moving = FALSE;
  if (now.corpus != before->corpus)
    g_object_notify_by_pspec (object, properties[PROP_CORPUS]);
  /* The same number in another corpus is another record. */
  if (now.selected != before->selected || (now.corpus != before->corpus && now.selected != MIG_REF_NONE))
    g_object_notify_by_pspec (object, properties[PROP_SELECTED]);
  if (now.compared != before->compared)
    g_object_notify_by_pspec (object, properties[PROP_COMPARED]);
  if (now.subset != before->subset)
    g_object_notify_by_pspec (object, properties[PROP_SUBSET]);
  if (!mig_filter_equal (&now.filter, &before->filter) ||
      (now.corpus != before->corpus && !mig_filter_is_empty (&now.filter)))
    g_signal_emit (self, signals[SIGNAL_FILTERED], 0);
  if (now.can_go_back != before->can_go_back)
    g_object_notify_by_pspec (object, properties[PROP_CAN_GO_BACK]);
  if (now.can_go_forward != before->can_go_forward)
    g_object_notify_by_pspec (object, properties[PROP_CAN_GO_FORWARD]);
}

static void
mig_navigator_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MigNavigator *self = MIG_NAVIGATOR (object);

  switch (property_id)
    {
    case PROP_CORPUS:
      g_value_set_object (value, self->corpus);
      break;

    case PROP_SELECTED:
      g_value_set_uint (value, mig_navigator_get_selected (self));
      break;

    case PROP_COMPARED:
      g_value_set_uint (value, mig_navigator_get_compared (self));
      break;

    case PROP_SUBSET:
      g_value_set_object (value, mig_navigator_get_subset (self));
      break;

    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, mig_navigator_get_can_go_back (self));
      break;

    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, mig_navigator_get_can_go_forward (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_navigator_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MigNavigator *self = MIG_NAVIGATOR (object);

  switch (property_id)
    {
    case PROP_CORPUS:
      mig_navigator_set_corpus (self, g_value_get_object (value));
      break;

    case PROP_SELECTED:
      mig_navigator_select (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_navigator_finalize (GObject *object)
{
  MigNavigator *self = MIG_NAVIGATOR (object);

  g_clear_pointer (&self->places, g_array_unref);
  g_clear_object (&self->sifter);
  g_clear_object (&self->viewport);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_navigator_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * MigNavigator::filtered:
   *
   * Another filter was set, or the same one in another corpus; mig_navigator_get_filter() tells which.
   */
  signals[SIGNAL_FILTERED] =
    g_signal_new ("filtered", MIG_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MigNavigator::returned:
   * @start: the earlier edge of the span that was in sight when the place was left, in Julian days
   * @end: its later edge
   *
   * Back or Forward led to a place again; all properties tell of it already.
   */
  signals[SIGNAL_RETURNED] = g_signal_new ("returned", MIG_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  /**
   * MigNavigator::collect-view:
   * @view: (type GVariantDict): to add to
   *
   * A place is about to be left, or to be written down: whoever shows something adds how it looks.
   */
  signals[SIGNAL_COLLECT_VIEW] = g_signal_new ("collect-view", MIG_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * MigNavigator::view-returned:
   * @view: a dictionary: what was added by "collect-view" when the place was left
   *
   * A place has been returned to; all properties tell of it already.
   */
  signals[SIGNAL_VIEW_RETURNED] = g_signal_new ("view-returned", MIG_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 1, G_TYPE_VARIANT);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * MigNavigator:corpus:
   *
   * The corpus that is walked through.
   */
  properties[PROP_CORPUS] =
    g_param_spec_object ("corpus", NULL, NULL, MIG_TYPE_CORPUS,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * MigNavigator:selected:
   *
   * The selected record, as a #MigRef; %MIG_REF_NONE when nothing is. Notified also when the corpus changes, because
   * the same number is another record then.
   */
  properties[PROP_SELECTED] =
    g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT32, MIG_REF_NONE,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * MigNavigator:compared:
   *
   * The record that the selected one is compared with, as a #MigRef; %MIG_REF_NONE when none is.
   */
  properties[PROP_COMPARED] =
    g_param_spec_uint ("compared", NULL, NULL, 0, G_MAXUINT32, MIG_REF_NONE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * MigNavigator:subset:
   *
   * What of the corpus is shown; %NULL without a corpus. For a large corpus it follows the filter a moment later.
   */
  properties[PROP_SUBSET] =
    g_param_spec_object ("subset", NULL, NULL, MIG_TYPE_SUBSET,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * MigNavigator:can-go-back:
   *
   * Whether there is a place before this one.
   */
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * MigNavigator:can-go-forward:
   *
   * Whether there is a place after this one.
   */
  properties[PROP_CAN_GO_FORWARD] =
    g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mig_navigator_class_init (MigNavigatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mig_navigator_get_property;
  object_class->set_property = mig_navigator_set_property;
  object_class->finalize = mig_navigator_finalize;
  install_properties (object_class);
  install_signals ();
}

/* What a thread worked out; between two places it is told with all else. */
static void
subset_cb (MigNavigator *self)
{
  if (!self->moving)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBSET]);
}

static void
mig_navigator_init (MigNavigator *self)
{
  MigPlace nothing = { .ref = MIG_REF_NONE };

  mig_filter_init (&nothing.filter);
  self->sifter = mig_sifter_new ();
  g_signal_connect_object (self->sifter, "notify::subset", G_CALLBACK (subset_cb), self, G_CONNECT_SWAPPED);
  self->places = mig_places_new ();
  g_array_append_val (self->places, nothing);
}

/**
 * mig_navigator_new:
 *
 * Returns: (transfer full): a navigator without corpus, where nothing is selected
 */
MigNavigator *
mig_navigator_new (void)
{
  return g_object_new (MIG_TYPE_NAVIGATOR, NULL);
}

/**
 * mig_navigator_get_corpus:
 * @self: a navigator
 *
 * Returns: (transfer none) (nullable): the corpus
 */
MigCorpus *
mig_navigator_get_corpus (MigNavigator *self)
{
  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), NULL);

  return self->corpus;
}

/**
 * mig_navigator_set_viewport:
 * @self: a navigator
 * @viewport: (nullable): the span in sight, which places are to remember
 *
 * Has the history remember views beside what was selected.
 */
void
mig_navigator_set_viewport (MigNavigator *self,
                            MigViewport  *viewport)
{
  g_return_if_fail (MIG_IS_NAVIGATOR (self));
  g_return_if_fail (viewport == NULL || MIG_IS_VIEWPORT (viewport));

  g_set_object (&self->viewport, viewport);
}

/**
 * mig_navigator_set_corpus:
 * @self: a navigator
 * @corpus: (nullable): a corpus
 *
 * Sets the corpus. Selection, filter and history are found again in it by the ids of their records; what it does not
 * have is dropped. Without a corpus there is no history. If what was selected is still there, its view is as it was.
 */
void
mig_navigator_set_corpus (MigNavigator *self,
                          MigCorpus    *corpus)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (MigCorpus) old_corpus = NULL;
  gboolean stays;
  guint current;
  MigNavigatorSeen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));
  g_return_if_fail (corpus == NULL || MIG_IS_CORPUS (corpus));

  if (corpus == self->corpus)
    return;

  before = mig_navigator_see (self);
  if (self->corpus != NULL && corpus != NULL)
    mig_navigator_keep_view (self);
  current = self->current;
  places = mig_places_carry_over (self->places, self->corpus, corpus, &current);
  stays = corpus != NULL && before.selected != MIG_REF_NONE &&
          g_array_index (places, MigPlace, current).ref != MIG_REF_NONE;

  old_corpus = g_steal_pointer (&self->corpus);
  g_set_object (&self->corpus, corpus);
  g_array_unref (self->places);
  self->places = g_steal_pointer (&places);
  self->current = current;

  mig_navigator_notify_changes (self, &before);
  if (stays && mig_navigator_get_place (self)->view != NULL)
    {
      g_autoptr (GVariant) view = g_variant_ref (mig_navigator_get_place (self)->view);

      g_signal_emit (self, signals[SIGNAL_VIEW_RETURNED], 0, view);
    }
}

/**
 * mig_navigator_get_selected:
 * @self: a navigator
 *
 * Returns: the selected record, or %MIG_REF_NONE
 */
MigRef
mig_navigator_get_selected (MigNavigator *self)
{
  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), MIG_REF_NONE);

  return mig_navigator_get_place (self)->ref;
}

/**
 * mig_navigator_get_compared:
 * @self: a navigator
 *
 * Returns: the record that the selected one is compared with, or %MIG_REF_NONE
 */
MigRef
mig_navigator_get_compared (MigNavigator *self)
{
  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), MIG_REF_NONE);

  return mig_navigator_get_place (self)->compared;
}

/**
 * mig_navigator_get_filter:
 * @self: a navigator
 *
 * Returns: (transfer none): what things have to pass to be shown, until the next change
 */
const MigFilter *
mig_navigator_get_filter (MigNavigator *self)
{
  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), NULL);

  return &mig_navigator_get_place (self)->filter;
}

/**
 * mig_navigator_get_subset:
 * @self: a navigator
 *
 * Returns: (transfer none) (nullable): what of the corpus is shown; %NULL without a corpus
 */
MigSubset *
mig_navigator_get_subset (MigNavigator *self)
{
  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), NULL);

  return mig_sifter_get_subset (self->sifter);
}

/**
 * mig_navigator_get_can_go_back:
 * @self: a navigator
 *
 * Returns: whether there is a place before this one
 */
gboolean
mig_navigator_get_can_go_back (MigNavigator *self)
{
  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), FALSE);

  return self->current > 0;
}

/**
 * mig_navigator_get_can_go_forward:
 * @self: a navigator
 *
 * Returns: whether there is a place after this one
 */
gboolean
mig_navigator_get_can_go_forward (MigNavigator *self)
{
  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), FALSE);

  return self->current + 1 < self->places->len;
}
