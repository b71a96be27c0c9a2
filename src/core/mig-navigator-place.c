/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-navigator-private.h"

#include <math.h>

/* The places of a navigator: what they keep of a view, how they are found again in another corpus, and how one is
 * written down for the next start or for a bookmark. */

#define KEY_SELECTED "selected"
#define KEY_SPAN "span"
#define KEY_FILTER "filter"

Place *
mig_navigator_get_place (MigNavigator *self)
{
  return &g_array_index (self->places, Place, self->current);
}

static void
place_clear (gpointer data)
{
  g_clear_pointer (&((Place *) data)->view, g_variant_unref);
}

GArray *
mig_navigator_places_new (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, place_clear);

  return places;
}

/* Keeps what is in sight, or will be when a movement has ended, for who comes back here. */
void
mig_navigator_keep_view (MigNavigator *self)
{
  Place *place = mig_navigator_get_place (self);
  GVariantDict view;

  if (self->viewport != NULL)
    mig_viewport_get_target (self->viewport, &place->start, &place->end);

  g_variant_dict_init (&view, NULL);
  if (self->filter != NULL)
    g_variant_dict_insert_value (&view, KEY_FILTER, g_variant_new_variant (self->filter));
  g_signal_emit_by_name (self, "collect-view", &view);
  g_clear_pointer (&place->view, g_variant_unref);
  place->view = g_variant_ref_sink (g_variant_dict_end (&view));
}

/* Tells everyone what the current place looked like when it was left. */
void
mig_navigator_return_view (MigNavigator *self)
{
  const Place *place = mig_navigator_get_place (self);
  const double start = place->start, end = place->end;
  g_autoptr (GVariant) view = place->view != NULL ? g_variant_ref (place->view) : NULL;
  g_autoptr (GVariant) filter = NULL;

  if (end > start)
    g_signal_emit_by_name (self, "returned", start, end);
  if (view == NULL)
    return;

  g_variant_lookup (view, KEY_FILTER, "v", &filter);
  mig_navigator_set_filter (self, filter);
  g_signal_emit_by_name (self, "view-returned", view);
}

/* Finds a place of one corpus in another. Returns whether it is still there. */
static gboolean
carry_over (MigCorpus *from,
            MigCorpus *to,
            MigRef    *ref)
{
  const MigRecord *record;

  if (*ref == MIG_REF_NONE)
    return TRUE;

  record = mig_corpus_get_record (from, *ref);
  if (to != NULL && mig_corpus_lookup (from, record->id) == *ref)
    *ref = mig_corpus_lookup (to, record->id);
  else
    *ref = MIG_REF_NONE;

  return *ref != MIG_REF_NONE;
}

/* Places whose record is gone are left out, except the current one, where nothing is selected then. What becomes twice
 * the same in a row by that is kept once. */
GArray *
mig_navigator_carry_over (MigNavigator *self,
                          MigCorpus    *to,
                          guint        *current)
{
  GArray *places = mig_navigator_places_new ();

  *current = 0;
  for (guint i = 0; i < self->places->len; i++)
    {
      Place place = g_array_index (self->places, Place, i);
      gboolean found = carry_over (self->corpus, to, &place.ref);

      if (!found && i != self->current)
        continue;
      if (places->len == 0 || g_array_index (places, Place, places->len - 1).ref != place.ref)
        {
          if (place.view != NULL)
            g_variant_ref (place.view);
          g_array_append_val (places, place);
        }
      if (i == self->current)
        *current = places->len - 1;
    }

  return places;
}

/**
 * mig_navigator_get_filter:
 * @self: a navigator
 *
 * Returns: (transfer none) (nullable): what is left out of every view, as it was set
 */
GVariant *
mig_navigator_get_filter (MigNavigator *self)
{
  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), NULL);

  return self->filter;
}

/**
 * mig_navigator_set_filter:
 * @self: a navigator
 * @filter: (nullable): what to leave out of every view, or %NULL for nothing
 *
 * Sets the filter, which the navigator carries and does not understand. It is written down with places, so it should
 * name records by their ids.
 */
void
mig_navigator_set_filter (MigNavigator *self, GVariant *filter)
{
  g_autoptr (GVariant) held = filter != NULL ? g_variant_ref_sink (filter) : NULL;

  g_return_if_fail (MIG_IS_NAVIGATOR (self));

  if (filter == self->filter || (filter != NULL && self->filter != NULL && g_variant_equal (filter, self->filter)))
    return;

  g_clear_pointer (&self->filter, g_variant_unref);
  self->filter = g_steal_pointer (&held);
  g_object_notify (G_OBJECT (self), "filter");
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

/**
 * mig_navigator_dup_place:
 * @self: a navigator with a corpus
 *
 * Writes down where one is: the id of what is selected, the span in sight, and all that belongs to the view.
 *
 * Returns: (transfer full): a dictionary, not floating; only the view if what is selected has no id of its own
 */
GVariant *
mig_navigator_dup_place (MigNavigator *self)
{
  const Place *place;
  const MigRecord *record;
  GVariantDict dict;

  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), NULL);

  mig_navigator_keep_view (self);
  place = mig_navigator_get_place (self);
  g_variant_dict_init (&dict, place->view);
  record = self->corpus != NULL ? mig_corpus_get_record (self->corpus, place->ref) : NULL;
  if (record == NULL)
    g_variant_dict_insert (&dict, KEY_SELECTED, "s", "");
  else if (mig_corpus_lookup (self->corpus, record->id) == place->ref)
    g_variant_dict_insert (&dict, KEY_SELECTED, "s", record->id);
  if (place->end > place->start)
    g_variant_dict_insert (&dict, KEY_SPAN, "(dd)", place->start, place->end);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/**
 * mig_navigator_restore_place:
 * @self: a navigator with a corpus
 * @place: what mig_navigator_dup_place() wrote down, or any other dictionary
 *
 * Goes to a place that was written down: where the history has not begun it begins there, else it becomes the newest
 * place. What @place does not tell stays as it is.
 *
 * Returns: whether the record is still there
 */
gboolean
mig_navigator_restore_place (MigNavigator *self, GVariant *place)
{
  const char *id;
  double start = 0, end = 0;
  MigRef ref;

  g_return_val_if_fail (MIG_IS_NAVIGATOR (self), FALSE);
  g_return_val_if_fail (self->corpus != NULL, FALSE);
  g_return_val_if_fail (g_variant_is_of_type (place, G_VARIANT_TYPE_VARDICT), FALSE);

  if (!g_variant_lookup (place, KEY_SELECTED, "&s", &id))
    return FALSE;
  ref = *id != '\0' ? mig_corpus_lookup (self->corpus, id) : MIG_REF_NONE;
  if (ref == MIG_REF_NONE && *id != '\0')
    return FALSE;

  if (ref != MIG_REF_NONE && ref == mig_navigator_get_selected (self))
    mig_navigator_leave_view (self);
  else
    mig_navigator_begin (self, ref);
  if (g_variant_lookup (place, KEY_SPAN, "(dd)", &start, &end) && !(isfinite (start) && isfinite (end)))
    start = end = 0;
  mig_navigator_get_place (self)->start = start;
  mig_navigator_get_place (self)->end = end;
  g_clear_pointer (&mig_navigator_get_place (self)->view, g_variant_unref);
  mig_navigator_get_place (self)->view = g_variant_ref (place);
  mig_navigator_return_view (self);

  return TRUE;
}
