/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-navigator-private.h"

#include "mig-comparison.h"

/* What leads from one place of a navigator to another: each makes the change whole, and then tells of it. */

/* Makes a place the newest one: what lay forward is dropped. */
void
mig_navigator_append_place (MigNavigator *self,
                            MigRef        ref,
                            MigRef        compared)
{
  const MigPlace place = { .ref = ref, .compared = compared, .filter = mig_navigator_get_place (self)->filter };

  mig_navigator_keep_view (self);
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
  MigNavigatorSeen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));
  g_return_if_fail (ref == MIG_REF_NONE || self->corpus != NULL);
  g_return_if_fail (ref == MIG_REF_NONE || mig_corpus_get_record (self->corpus, ref) != NULL);

  if (ref == mig_navigator_get_selected (self) && mig_navigator_get_compared (self) == MIG_REF_NONE)
    return;

  before = mig_navigator_see (self);
  mig_navigator_append_place (self, ref, MIG_REF_NONE);

  mig_navigator_notify_changes (self, &before);
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
  MigNavigatorSeen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));
  g_return_if_fail (self->corpus != NULL);
  g_return_if_fail (mig_comparison_is_possible (self->corpus, ref, other));

  if (ref == mig_navigator_get_selected (self) && other == mig_navigator_get_compared (self))
    return;

  before = mig_navigator_see (self);
  mig_navigator_append_place (self, ref, other);

  mig_navigator_notify_changes (self, &before);
}

/* Whether nothing was done yet that Back could lead back from. */
gboolean
mig_navigator_is_fresh (MigNavigator *self)
{
  return self->places->len == 1 && mig_navigator_get_selected (self) == MIG_REF_NONE;
}

/**
 * mig_navigator_set_filter:
 * @self: a navigator
 * @filter: what things have to pass to be shown
 *
 * Filters what is shown, in a new place, so that Back leads to what was shown before. What is selected stays selected,
 * whether it passes or not. Before a history has begun, this is how it begins.
 */
void
mig_navigator_set_filter (MigNavigator    *self,
                          const MigFilter *filter)
{
  g_return_if_fail (MIG_IS_NAVIGATOR (self));
  g_return_if_fail (filter != NULL);

  mig_navigator_select_filtered (self, mig_navigator_get_selected (self), filter);
}

/**
 * mig_navigator_select_filtered:
 * @self: a navigator
 * @ref: a record of the corpus, or %MIG_REF_NONE for nothing
 * @filter: what things have to pass to be shown
 *
 * Selects a record and filters what is shown, in one new place.
 */
void
mig_navigator_select_filtered (MigNavigator    *self,
                               MigRef           ref,
                               const MigFilter *filter)
{
  MigNavigatorSeen before;
  MigFilter copy;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));
  g_return_if_fail (filter != NULL);
  g_return_if_fail (ref == MIG_REF_NONE || mig_corpus_get_record (self->corpus, ref) != NULL);

  if (ref == mig_navigator_get_selected (self) && mig_filter_equal (filter, mig_navigator_get_filter (self)))
    return;

  copy = *filter;
  before = mig_navigator_see (self);
  if (!mig_navigator_is_fresh (self))
    mig_navigator_append_place (self, ref, ref == mig_navigator_get_selected (self) ? mig_navigator_get_compared (self)
                                                                                    : MIG_REF_NONE);
  mig_navigator_get_place (self)->ref = ref;
  mig_navigator_get_place (self)->filter = copy;

  mig_navigator_notify_changes (self, &before);
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
  MigNavigatorSeen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));

  before = mig_navigator_see (self);
  mig_navigator_append_place (self, mig_navigator_get_selected (self), mig_navigator_get_compared (self));

  mig_navigator_notify_changes (self, &before);
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
  MigNavigatorSeen before;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));

  if (!mig_navigator_is_fresh (self))
    {
      mig_navigator_select (self, ref);
      return;
    }

  g_return_if_fail (ref == MIG_REF_NONE || mig_corpus_get_record (self->corpus, ref) != NULL);

  before = mig_navigator_see (self);
  mig_navigator_get_place (self)->ref = ref;
  mig_navigator_notify_changes (self, &before);
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
  MigNavigatorSeen before;

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

  before = mig_navigator_see (self);
  mig_navigator_get_place (self)->ref = ref;
  mig_navigator_notify_changes (self, &before);
}

static void
go_to (MigNavigator *self,
       guint         place)
{
  MigNavigatorSeen before = mig_navigator_see (self);

  mig_navigator_keep_view (self);
  self->current = place;
  mig_navigator_notify_changes (self, &before);
  mig_navigator_return_view (self);
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
