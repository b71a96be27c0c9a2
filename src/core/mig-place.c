/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-place.h"

#include "mig-comparison.h"

/* How a history goes on in another corpus. */

/* A record of one corpus in another; MIG_REF_NONE if it is not there. */
static MigRef
find_again (MigRef ref, MigCorpus *from, MigCorpus *to)
{
  const MigRecord *record;

  if (ref == MIG_REF_NONE || to == NULL)
    return MIG_REF_NONE;
  record = mig_corpus_get_record (from, ref);
  return mig_corpus_lookup (from, record->id) == ref ? mig_corpus_lookup (to, record->id) : MIG_REF_NONE;
}

/* Finds a place of one corpus in another. Returns whether it is still there. */
static gboolean
carry_over (MigPlace *place, MigCorpus *from, MigCorpus *to)
{
  if (from != NULL)
    mig_filter_carry_over (&place->filter, from, to);
  if (to == NULL)
    mig_filter_init (&place->filter);
  if (place->ref == MIG_REF_NONE)
    return TRUE;

  place->ref = find_again (place->ref, from, to);
  place->compared = find_again (place->compared, from, to);
  if (place->compared != MIG_REF_NONE &&
      (place->ref == MIG_REF_NONE || !mig_comparison_is_possible (to, place->ref, place->compared)))
    place->compared = MIG_REF_NONE;
  return place->ref != MIG_REF_NONE;
}

static gboolean
is_same (const MigPlace *one, const MigPlace *other)
{
  return one->ref == other->ref && one->compared == other->compared && mig_filter_equal (&one->filter, &other->filter);
}

static gboolean
repeats (GArray *places, const MigPlace *place)
{
  return places->len > 0 && is_same (&g_array_index (places, MigPlace, places->len - 1), place);
}

static void
place_clear (gpointer data)
{
  g_clear_pointer (&((MigPlace *) data)->view, g_variant_unref);
}

/**
 * mig_places_new:
 *
 * Returns: (transfer full) (element-type MigPlace): a history without places, which owns the views of those that are
 *   added to it
 */
GArray *
mig_places_new (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (MigPlace));

  g_array_set_clear_func (places, place_clear);

  return places;
}

/**
 * mig_places_carry_over:
 * @places: (element-type MigPlace): a history
 * @from: (nullable): the corpus that it is of
 * @to: (nullable): another
 * @current: (inout): which of its places is the present one
 *
 * Finds a history again in another corpus. Places whose record is gone are left out, except the present one, where
 * nothing is selected then. What becomes twice the same in a row by that is kept once.
 *
 * Returns: (transfer full) (element-type MigPlace): the history there
 */
GArray *
mig_places_carry_over (GArray *places, MigCorpus *from, MigCorpus *to, guint *current)
{
  GArray *carried = mig_places_new ();
  const guint present = *current;
  gboolean left_out = FALSE;

  *current = 0;
  for (guint i = 0; i < places->len; i++)
    {
      MigPlace place = g_array_index (places, MigPlace, i);

      /* Two views of the same are two places. */
      gboolean differs_by_view = i > 0 && !left_out && is_same (&g_array_index (places, MigPlace, i - 1), &place);

      if (!carry_over (&place, from, to) && i != present)
        {
          left_out = TRUE;
          continue;
        }
      if (differs_by_view || !repeats (carried, &place))
        {
          place.view = place.view != NULL ? g_variant_ref (place.view) : NULL;
          g_array_append_val (carried, place);
        }
      left_out = FALSE;
      if (i == present)
        *current = carried->len - 1;
    }

  return carried;
}
