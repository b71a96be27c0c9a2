/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-raisings.h"

#include <stdlib.h>

/* All raisings of one target, gone over once: what its page tells of them as a whole. There may be tens of thousands,
 * so that this is made to be worked out in another thread: it reads the corpus and nothing else. */

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const double first = ((const MigRaisingDay *) a)->day;
  const double second = ((const MigRaisingDay *) b)->day;

  return (first > second) - (first < second);
}

/**
 * mig_raising_days_merge:
 * @days: (element-type MigRaisingDay): days in time
 * @apart: a number of days
 *
 * Puts those together that come less than @apart after the first of them, whose day and meeting they take.
 */
void
mig_raising_days_merge (GArray *days,
                        double  apart)
{
  guint n = MIN (days->len, 1);

  for (guint i = 1; i < days->len; i++)
    {
      MigRaisingDay *last = &g_array_index (days, MigRaisingDay, n - 1);
      const MigRaisingDay day = g_array_index (days, MigRaisingDay, i);

      if (day.day - last->day < apart)
        last->n += day.n;
      else
        g_array_index (days, MigRaisingDay, n++) = day;
    }

  g_array_set_size (days, n);
}

static void
add_day (MigRaisings   *self,
         MigCorpus     *corpus,
         MigRef         place,
         const MigDate *date)
{
  const MigRaisingDay day = {
    .day = mig_date_middle (date),
    .n = 1,
    .meeting = mig_corpus_get_enclosing (corpus, place, MIG_EVENT_ROLE_MEETING),
  };

  g_array_append_val (self->days, day);
}

static void
add_lag (MigRaisings   *self,
         const MigDate *from,
         gint           days)
{
  if (self->nearest == NULL || ABS (days) < ABS (self->least))
    {
      self->nearest = from;
      self->least = days;
    }
  if (self->farthest == NULL || ABS (days) > ABS (self->most))
    {
      self->farthest = from;
      self->most = days;
    }
}

static void
go_over_dates (MigRaisings *self,
               MigCorpus   *corpus,
               MigRef       target)
{
  const MigDate *to = mig_corpus_get_date (corpus, target);
  const MigKind kind = mig_ref_kind (target);
  /* How long ago a body was founded says nothing of its being named. */
  const gboolean has_standing = mig_date_is_set (to) && (kind == MIG_KIND_EVENT || kind == MIG_KIND_DOCUMENT);
  gboolean is_ahead = has_standing, is_behind = has_standing;

  for (guint i = 0; i < self->items->len; i++)
    {
      const MigRef place = g_array_index (self->items, MigRaising, i).place;
      const MigDate *from = mig_corpus_get_date (corpus, place);
      const MigStanding standing = has_standing ? mig_cross_links_get_standing (from, to) : MIG_STANDING_UNDATED;

      is_ahead = is_ahead && standing == MIG_STANDING_AHEAD;
      is_behind = is_behind && standing == MIG_STANDING_BEHIND;
      if (!mig_date_is_set (from))
        continue;
      add_day (self, corpus, place, from);
      add_lag (self, from, mig_date_lag (from, to).days);
    }

  if (is_ahead)
    self->standing = MIG_STANDING_AHEAD;
  else if (is_behind)
    self->standing = MIG_STANDING_BEHIND;
  else
    self->standing = has_standing ? MIG_STANDING_PRESENT : MIG_STANDING_UNDATED;
}

/**
 * mig_raisings_new:
 * @corpus: a corpus
 * @target: anything that may be mentioned
 *
 * Finds by whom, where and when @target was raised. What is found holds nothing but what the corpus holds, which must
 * live as long. May be called in any thread.
 *
 * Returns: (transfer full): the raisings
 */
MigRaisings *
mig_raisings_new (MigCorpus *corpus,
                  MigRef     target)
{
  MigRaisings *self = g_new0 (MigRaisings, 1);

  self->items = mig_cross_links_get_raisings (corpus, target);
  self->n_speakers = mig_cross_links_count_speakers (corpus, self->items);
  self->n_places = mig_corpus_get_n_places (corpus, target);
  self->days = g_array_new (FALSE, FALSE, sizeof (MigRaisingDay));
  go_over_dates (self, corpus, target);
  g_array_sort (self->days, compare_days);
  mig_raising_days_merge (self->days, .5);

  return self;
}

/**
 * mig_raisings_free:
 * @self: (transfer full): raisings
 */
void
mig_raisings_free (MigRaisings *self)
{
  g_array_unref (self->items);
  g_array_unref (self->days);
  g_free (self);
}
