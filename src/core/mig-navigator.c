/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-navigator.h"

#include "mig-comparison.h"
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
 * "returned", and whoever shows time goes there in its own way.
 */

struct _MigNavigator
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigViewport *viewport;
  GArray *places; /* of MigPlace; never empty */
  guint current;
  gboolean walked_here; /* the newest place was reached by walking */
};

enum
{
  PROP_0,
  PROP_CORPUS,
  PROP_SELECTED,
  PROP_COMPARED,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint returned_signal;

G_DEFINE_FINAL_TYPE (MigNavigator, mig_navigator, G_TYPE_OBJECT)

static MigPlace *
get_place (MigNavigator *self)
{
  return &g_array_index (self->places, MigPlace, self->current);
}

/* Keeps what is in sight, or will be when a movement has ended, for who comes back here. */
static void
keep_view (MigNavigator *self)
{
  MigPlace *place = get_place (self);

  if (self->viewport != NULL)
    mig_viewport_get_target (self->viewport, &place->start, &place->end);
}

/* What a watcher can see, to tell afterwards what has changed. */
typedef struct
{
  MigCorpus *corpus; /* only compared */
  MigRef selected;
  MigRef compared;
  gboolean can_go_back;
  gboolean can_go_forward;
} Seen;

static Seen
see (MigNavigator *self)
{
  return (Seen) {
    .corpus = self->corpus,
    .selected = mig_navigator_get_selected (self),
    .compared = mig_navigator_get_compared (self),
    .can_go_back = mig_navigator_get_can_go_back (self),
    .can_go_forward = mig_navigator_get_can_go_forward (self),
  };
}

/* All state is in place before the first handler runs, and each property is told of at most once. */
static void
notify_changes (MigNavigator *self,
                const Seen   *before)
{
  Seen now = see (self);
  GObject *object = G_OBJECT (self);

  if (now.corpus != before->corpus)
    g_object_notify_by_pspec (object, properties[PROP_CORPUS]);
  /* The same number in another corpus is another record. */
  if (now.selected != before->selected || (now.corpus != before->corpus && now.selected != MIG_REF_NONE))
    g_object_notify_by_pspec (object, properties[PROP_SELECTED]);
  if (now.compared != before->compared)
    g_object_notify_by_pspec (object, properties[PROP_COMPARED]);
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
  g_clear_object (&self->viewport);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_navigator_parent_class)->finalize (object);
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

  /**
   * MigNavigator::returned:
   * @start: the earlier edge of the span that was in sight when the place was left, in Julian days
   * @end: its later edge
   *
   * Back or Forward led to a place again; all properties tell of it already.
   */
  returned_signal = g_signal_new ("returned", MIG_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
mig_navigator_init (MigNavigator *self)
{
  const MigPlace nothing = { .ref = MIG_REF_NONE };

  self->places = g_array_new (FALSE, FALSE, sizeof (MigPlace));
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
 * Sets the corpus. Selection and history are found again in it by the ids of their records; what it does not have is
 * dropped. Without a corpus there is no history.
 */
void
mig_navigator_set_corpus (MigNavigator *self,
                          MigCorpus    *corpus)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (MigCorpus) old_corpus = NULL;
  guint current;
  Seen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));
  g_return_if_fail (corpus == NULL || MIG_IS_CORPUS (corpus));

  if (corpus == self->corpus)
    return;

  before = see (self);
  places = mig_places_carry_over (self->places, self->corpus, corpus, self->current, &current);

  old_corpus = g_steal_pointer (&self->corpus);
  g_set_object (&self->corpus, corpus);
  g_array_unref (self->places);
  self->places = g_steal_pointer (&places);
  self->current = current;

  notify_changes (self, &before);
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

  return get_place (self)->ref;
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

  return get_place (self)->compared;
}

/* Makes a place the newest one: what lay forward is dropped. */
static void
append_place (MigNavigator *self,
              MigRef        ref,
              MigRef        compared)
{
  const MigPlace place = { .ref = ref, .compared = compared };

  keep_view (self);
  g_array_set_size (self->places, self->current + 1);
  g_array_append_val (self->places, place);
  self->current++;
  self->walked_here = FALSE;
}

/**
 * mig_navigator_select:
 * @self: a navigator
 * @ref: a record of the corpus, or %MIG_REF_NONE for nothing
 *
 * Selects a record and makes it the newest place: what lay forward is dropped. To select what is selected already does
 * nothing, unless it is compared with something: then it is seen by itself again.
 */
void
mig_navigator_select (MigNavigator *self,
                      MigRef        ref)
{
  Seen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));
  g_return_if_fail (ref == MIG_REF_NONE || self->corpus != NULL);
  g_return_if_fail (ref == MIG_REF_NONE || mig_corpus_get_record (self->corpus, ref) != NULL);

  if (ref == mig_navigator_get_selected (self) && mig_navigator_get_compared (self) == MIG_REF_NONE)
    return;

  before = see (self);
  append_place (self, ref, MIG_REF_NONE);

  notify_changes (self, &before);
}

/**
 * mig_navigator_compare:
 * @self: a navigator
 * @ref: a record of the corpus
 * @other: another one, with which it can be compared by mig_comparison_is_possible()
 *
 * Selects a record, beside another one that it is compared with. The two are one place in the history.
 */
void
mig_navigator_compare (MigNavigator *self,
                       MigRef        ref,
                       MigRef        other)
{
  Seen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));
  g_return_if_fail (self->corpus != NULL);
  g_return_if_fail (mig_comparison_is_possible (self->corpus, ref, other));

  if (ref == mig_navigator_get_selected (self) && other == mig_navigator_get_compared (self))
    return;

  before = see (self);
  append_place (self, ref, other);

  notify_changes (self, &before);
}

/**
 * mig_navigator_leave_view:
 * @self: a navigator
 *
 * Tells that a command is about to take the view far away, though the same stays selected: Back returns to the view as
 * it is now.
 */
void
mig_navigator_leave_view (MigNavigator *self)
{
  Seen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));

  before = see (self);
  append_place (self, mig_navigator_get_selected (self), mig_navigator_get_compared (self));

  notify_changes (self, &before);
}

/**
 * mig_navigator_begin:
 * @self: a navigator
 * @ref: a record of the corpus
 *
 * Selects where a history that has not begun yet begins, so that Back does not lead to nothing selected. Where it has
 * begun, this is mig_navigator_select().
 */
void
mig_navigator_begin (MigNavigator *self,
                     MigRef        ref)
{
  Seen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));

  if (self->places->len > 1 || mig_navigator_get_selected (self) != MIG_REF_NONE)
    {
      mig_navigator_select (self, ref);
      return;
    }

  g_return_if_fail (ref == MIG_REF_NONE || mig_corpus_get_record (self->corpus, ref) != NULL);

  before = see (self);
  get_place (self)->ref = ref;
  notify_changes (self, &before);
}

/**
 * mig_navigator_walk:
 * @self: a navigator
 * @ref: a record of the corpus
 *
 * Selects a record in passing, as arrow keys do: a whole walk becomes one place in the history, its last one, so that
 * Back leads to where the walk began and not through each of its steps.
 */
void
mig_navigator_walk (MigNavigator *self,
                    MigRef        ref)
{
  Seen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));

  if (ref == mig_navigator_get_selected (self) && mig_navigator_get_compared (self) == MIG_REF_NONE)
    return;
  if (!self->walked_here || self->current + 1 != self->places->len)
    {
      mig_navigator_select (self, ref);
      self->walked_here = TRUE;
      return;
    }

  g_return_if_fail (mig_corpus_get_record (self->corpus, ref) != NULL);

  before = see (self);
  get_place (self)->ref = ref;
  notify_changes (self, &before);
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

static void
go_to (MigNavigator *self,
       guint         place)
{
  Seen before = see (self);
  const MigPlace *to;

  keep_view (self);
  self->current = place;
  notify_changes (self, &before);

  to = get_place (self);
  if (to->end > to->start)
    g_signal_emit (self, returned_signal, 0, to->start, to->end);
}

/**
 * mig_navigator_go_back:
 * @self: a navigator
 *
 * Selects what was selected before, and tells what was in sight then; does nothing at the beginning.
 */
void
mig_navigator_go_back (MigNavigator *self)
{
  g_return_if_fail (MIG_IS_NAVIGATOR (self));

  if (mig_navigator_get_can_go_back (self))
    go_to (self, self->current - 1);
}

/**
 * mig_navigator_go_forward:
 * @self: a navigator
 *
 * Selects what was selected when mig_navigator_go_back() was called; does nothing at the end.
 */
void
mig_navigator_go_forward (MigNavigator *self)
{
  g_return_if_fail (MIG_IS_NAVIGATOR (self));

  if (mig_navigator_get_can_go_forward (self))
    go_to (self, self->current + 1);
}
