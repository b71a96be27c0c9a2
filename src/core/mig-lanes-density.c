/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <math.h>

/*
 * From far away: a box for each decade, or where those are narrow for each half-century, century or more. It says how
 * many things fall into it, and its columns how they are spread over its ten parts. A column is as high as the root of
 * its count, beside the fullest that the corpus has, so that columns do not change while the view pans.
 */

#define LEAST_WIDTH 40
#define PADDING 10
#define MAX_YEAR 9999

static const gint periods[] = { 10, 50, 100, 500, 1000, 5000 };

typedef struct
{
  MigLanes *self;
  const MigTimeIndex *index;
  MigTrack track;
  MigLane lane;
  gint years;
  guint most; /* in one column */
} Density;

static double
year_day (gint year)
{
  return year > MAX_YEAR ? mig_day_from_civil (MAX_YEAR, 12, 31) + 1 : mig_day_from_civil (MAX (year, 1), 1, 1);
}

/* About how many things the fullest of all periods of this many years holds: as many as the fullest power of two of
 * days that is at least as long. */
static guint
bound_of (Density *density, double years)
{
  guint level = (guint) ceil (log2 (years * 366)), n;

  n = mig_time_index_get_fullest (density->index, level);
  return density->lane == MIG_LANE_SESSIONS ? n * 4 : n;
}

/* The shortest period whose count has room in its box. */
static gint
choose_period (Density *density)
{
  MigLanes *self = density->self;
  double digit = mig_lanes_measure (self, "0", MIG_TEXT_COUNT);
  gsize i;

  for (i = 0; i + 1 < G_N_ELEMENTS (periods); i++)
    {
      double width = self->pixels_per_day * 365.2425 * periods[i], digits = 1;

      for (guint most = bound_of (density, periods[i]); most >= 10; most /= 10)
        digits++;
      if (width >= MAX (mig_lanes_px (self, LEAST_WIDTH), digits * digit + mig_lanes_px (self, PADDING)))
        break;
    }
  return periods[i];
}

static guint
count_between (Density *density, guint first, guint past)
{
  if (density->lane == MIG_LANE_SESSIONS)
    return mig_lanes_count_sessions (density->self, first, past);
  return mig_lanes_count_loose (density->self, density->track, first, past);
}

static void
append_columns (Density *density, MigBox *box, gint year, guint first)
{
  GArray *columns = density->self->layout.columns;
  gint step = density->years / 10;

  box->first_column = columns->len;
  box->n_columns = 10;
  for (gint i = 1; i <= 10; i++)
    {
      guint past = mig_time_index_find_day_from (density->index, first, year_day (year + i * step));
      float height = (float) MIN (1, sqrt (count_between (density, first, past) / (double) MAX (density->most, 1)));

      g_array_append_val (columns, height);
      first = past;
    }
}

/* What lies in front of the columns: trays that were asked for, marks that stand whatever is near them, and what the
 * edges count. */
static gboolean
find_cover (Density *density, const MigBox *box, double at, double *left, double *right)
{
  MigLanes *self = density->self;
  gboolean found = FALSE;

  *left = (double) INFINITY;
  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      const MigBox *other = &g_array_index (self->layout.boxes, MigBox, i);
      double x0 = (double) (other->x - other->width / 2), x1 = (double) (other->x + other->width / 2);

      if (other->lane != density->lane || other->mark == MIG_MARK_DENSITY || x1 <= at || x0 >= *left ||
          fabsf (other->y - box->y) > other->height / 2 + box->height / 4)
        continue;
      *left = x0;
      *right = x1;
      found = TRUE;
    }
  return found;
}

/* Puts the count of a period into the widest part of it that is to be seen, or leaves it away where it has no room. */
static void
place_count (Density *density, MigBox *box)
{
  MigLanes *self = density->self;
  double at = MAX ((double) box->x0, 0), end = MIN ((double) box->x1, self->input->width);
  double widest = 0, middle = (double) box->x, left, right;

  while (at < end)
    {
      gboolean covered = find_cover (density, box, at, &left, &right) && left < end;
      double until = covered ? MAX (left, at) : end;

      if (until - at > widest)
        {
          widest = until - at;
          middle = (at + until) / 2;
        }
      at = covered ? right : end;
    }
  if (widest < (double) box->title_width + mig_lanes_px (self, PADDING))
    box->title = NULL;
  box->title_x = (float) middle - box->title_width / 2;
}

static gboolean
place_period (Density *density, gint year, double y, double height)
{
  MigLanes *self = density->self;
  double x0 = mig_lanes_x (self, year_day (year)), x1 = mig_lanes_x (self, year_day (year + density->years));
  guint from = mig_time_index_find_day (density->index, year_day (year)), first = from, lowest, highest, n;
  guint past = mig_time_index_find_day_from (density->index, from, year_day (year + density->years));
  MigBox *box;

  n = count_between (density, first, past);
  /* Sessions are counted here whether their meetings stand on their own or not. */
  if (n == 0 || (density->lane != MIG_LANE_SESSIONS &&
                 !mig_lanes_find_loose (self, density->track, first, past, &lowest, &highest)))
    return FALSE;
  if (density->lane == MIG_LANE_SESSIONS)
    {
      MigRefs sessions;

      /* The first and the last meeting that have any. */
      while (mig_time_index_count_children (density->index, first, first + 1) == 0)
        first++;
      while (mig_time_index_count_children (density->index, past - 1, past) == 0)
        past--;
      sessions = mig_subset_get_sessions (self->subset, mig_time_index_get_ref (density->index, first));
      box = mig_lanes_append (self, sessions.refs[0], density->lane, MIG_MARK_DENSITY, (x0 + x1) / 2, y);
      sessions = mig_subset_get_sessions (self->subset, mig_time_index_get_ref (density->index, past - 1));
      box->last = sessions.refs[sessions.n - 1];
    }
  else
    {
      box = mig_lanes_append (self, mig_time_index_get_ref (density->index, lowest), density->lane, MIG_MARK_DENSITY,
                              (x0 + x1) / 2, y);
      box->last = mig_time_index_get_ref (density->index, highest);
    }
  mig_lanes_init_count (self, box, n);
  box->first = first;
  box->past = past;
  box->x0 = (float) x0;
  box->x1 = (float) x1;
  box->width = (float) (x1 - x0 - 1);
  box->height = (float) height;
  if (mig_lanes_has_linked (self, density->track, first, past))
    box->flags |= MIG_BOX_LINKED;
  append_columns (density, box, year, from);
  return TRUE;
}

/* Gives everything of a track that has found no place yet its decade, or longer period; whole periods only, so that
 * what the view's edge cuts is counted, too. */
void
mig_lanes_place_density (MigLanes *self, MigTrack track, MigLane lane, double y, double height)
{
  Density density = { .self = self, .index = self->indexes[track], .track = track, .lane = lane };
  gint year, last;
  guint before, after, n = mig_time_index_get_n (density.index), first_box = self->layout.boxes->len;

  density.years = choose_period (&density);
  density.most = bound_of (&density, density.years / 10.0);
  mig_day_to_civil ((gint) CLAMP (self->input->start, 1, 3652059), &year, NULL, NULL);
  mig_day_to_civil ((gint) CLAMP (self->input->end, 1, 3652059), &last, NULL, NULL);
  year -= year % density.years;
  before = mig_time_index_find_day (density.index, year_day (year));
  for (; year <= last; year += density.years)
    place_period (&density, year, y, height);
  after = year > MAX_YEAR ? n : mig_time_index_find_day (density.index, year_day (year));

  if (lane != MIG_LANE_SESSIONS)
    mig_lanes_place_edges (self, track, lane, y, before, after);
  /* Once all stands that could cover them. */
  for (guint i = first_box; i < self->layout.boxes->len; i++)
    {
      MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);

      if (box->mark == MIG_MARK_DENSITY)
        place_count (&density, box);
    }
}
