/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-navigator-private.h"

#include <math.h>

#include "mig-comparison.h"

/* What the places of a navigator keep of a view, and how one is written down for the next start or for a bookmark. */

#define KEY_SELECTED "selected"
#define KEY_COMPARED "compared"
#define KEY_SPAN "span"
#define KEY_FILTER "filter"

/* Keeps what is in sight, or will be when a movement has ended, for who comes back here. */
void
mig_navigator_keep_view (MigNavigator *self)
{
  MigPlace *place = mig_navigator_get_place (self);
  GVariantDict view;

  if (self->viewport != NULL)
    mig_viewport_get_target (self->viewport, &place->start, &place->end);

  g_variant_dict_init (&view, NULL);
  g_signal_emit_by_name (self, "collect-view", &view);
  g_clear_pointer (&place->view, g_variant_unref);
  place->view = g_variant_ref_sink (g_variant_dict_end (&view));
}

/* Tells everyone what the current place looked like when it was left. */
void
mig_navigator_return_view (MigNavigator *self)
{
  const MigPlace *place = mig_navigator_get_place (self);
  const double start = place->start, end = place->end;
  g_autoptr (GVariant) view = place->view != NULL ? g_variant_ref (place->view) : NULL;

  if (end > start)
    g_signal_emit_by_name (self, "returned", start, end);
  if (view != NULL)
    g_signal_emit_by_name (self, "view-returned", view);
}

/**
 * mig_navigator_get_view:
 * @self: a navigator
 *
 * For who comes late to show a place.
 *
 * Returns: (transfer none) (nullable): how the current place looked when it was left or written down, or %NULL
 */
GVariant *
mig_navigator_get_view (MigNavigator *self)
{
  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), NULL);

  return mig_navigator_get_place (self)->view;
}

/* NULL for a record that nobody could find again. */
static const char *
get_id (MigNavigator *self, MigRef ref)
{
  const MigRecord *record = self->corpus != NULL ? mig_corpus_get_record (self->corpus, ref) : NULL;

  if (record == NULL)
    return "";

  return mig_corpus_lookup (self->corpus, record->id) == ref ? record->id : NULL;
}

/**
 * mig_navigator_dup_place:
 * @self: a navigator with a corpus
 *
 * Writes down where one is: the ids of what is selected and of what it is compared with, the filter, the span in sight,
 * and all that belongs to the view.
 *
 * Returns: (transfer full): a dictionary, not floating; without a selection if what is selected has no id of its own
 */
GVariant *
mig_navigator_dup_place (MigNavigator *self)
{
  const MigPlace *place;
  const char *selected, *compared;
  GVariantDict dict;

  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), NULL);

  mig_navigator_keep_view (self);
  place = mig_navigator_get_place (self);
  selected = get_id (self, place->ref);
  compared = get_id (self, place->compared);

  g_variant_dict_init (&dict, place->view);
  if (selected != NULL)
    g_variant_dict_insert (&dict, KEY_SELECTED, "s", selected);
  if (compared != NULL && *compared != '\0')
    g_variant_dict_insert (&dict, KEY_COMPARED, "s", compared);
  if (self->corpus != NULL)
    {
      g_autoptr (GVariant) filter = mig_filter_to_variant (&place->filter, self->corpus);

      g_variant_dict_insert_value (&dict, KEY_FILTER, filter);
    }
  if (place->end > place->start)
    g_variant_dict_insert (&dict, KEY_SPAN, "(dd)", place->start, place->end);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/* Reads what can be shown of a place. Returns whether its record is still there. */
static gboolean
read_place (MigNavigator *self, GVariant *variant, MigPlace *place)
{
  g_autoptr (GVariant) filter = g_variant_lookup_value (variant, KEY_FILTER, G_VARIANT_TYPE_VARDICT);
  const char *id;

  *place = (MigPlace) { .ref = MIG_REF_NONE, .compared = MIG_REF_NONE, .filter = *mig_navigator_get_filter (self) };
  if (!g_variant_lookup (variant, KEY_SELECTED, "&s", &id))
    return FALSE;
  if (*id != '\0')
    {
      place->ref = mig_corpus_lookup (self->corpus, id);
      if (place->ref == MIG_REF_NONE)
        return FALSE;
    }
  if (g_variant_lookup (variant, KEY_COMPARED, "&s", &id))
    place->compared = mig_corpus_lookup (self->corpus, id);
  if (!mig_comparison_is_possible (self->corpus, place->ref, place->compared))
    place->compared = MIG_REF_NONE;

  if (filter != NULL)
    mig_filter_init_from_variant (&place->filter, filter, self->corpus);
  if (g_variant_lookup (variant, KEY_SPAN, "(dd)", &place->start, &place->end) &&
      !(isfinite (place->start) && isfinite (place->end)))
    place->start = place->end = 0;
  place->view = g_variant_ref (variant);

  return TRUE;
}

/**
 * mig_navigator_restore_place:
 * @self: a navigator with a corpus
 * @place: what mig_navigator_dup_place() wrote down, or any other dictionary; consumed if it is floating
 *
 * Goes to a place that was written down: where the history has not begun it begins there, else it becomes the newest
 * place. What @place does not tell stays as it is.
 *
 * Returns: whether the record is still there
 */
gboolean
mig_navigator_restore_place (MigNavigator *self, GVariant *place)
{
  g_autoptr (GVariant) held = NULL;
  MigNavigatorSeen before;
  MigPlace to;

  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), FALSE);
  g_return_val_if_fail (self->corpus != NULL, FALSE);
  g_return_val_if_fail (g_variant_is_of_type (place, G_VARIANT_TYPE_VARDICT), FALSE);

  held = g_variant_ref_sink (place);
  if (!read_place (self, held, &to))
    return FALSE;

  before = mig_navigator_see (self);
  if (!mig_navigator_is_fresh (self))
    mig_navigator_append_place (self, to.ref, to.compared);
  g_clear_pointer (&mig_navigator_get_place (self)->view, g_variant_unref);
  *mig_navigator_get_place (self) = to;

  mig_navigator_notify_changes (self, &before);
  mig_navigator_return_view (self);

  return TRUE;
}
