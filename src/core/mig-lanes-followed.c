/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <math.h>

#include "mig-following.h"
#include "mig-words.h"

/*
 * A lane on demand: one person's interventions over the years, or those on a topic. Sources give the day of an
 * intervention at best, so those of about one day stand beside each other in their order, about that day. Over them
 * stands whom the person spoke for then, or who spoke.
 *
 *   IOM ─────────────         OHCHR ──
 *   (II) (IV)     (3)         (VIII)
 */

#define PILL_LEAST 26
#define PILL_HEIGHT 26
#define PILL_PADDING 12
#define PILL_GAP 4
/* A day with more interventions than this has no room for pills. */
#define MAX_PILLS 12
/* With more than these in sight nothing but chips is to be seen. */
#define MAX_IN_SIGHT 600
#define PILL_MARGIN 200
/* From the lane's top to the line over the pills, and to the middle of the pills. */
#define TENURE_LINE 19
#define PILLS_MIDDLE 38
#define TEXT_GAP 10

/* What of the track lies in about one place in time. */
typedef struct
{
  guint first;
  guint past;
  double x;
  double width; /* of its pills beside each other; INFINITY when they are too many */
} Cluster;

/* What an intervention is called in its pill: its session, or where there are none its meeting. */
const char *
mig_lanes_get_speech_text (MigLanes *self, MigRef speech)
{
  MigRef event = mig_corpus_get_speech (self->corpus, speech)->event;

  return event != MIG_REF_NONE ? mig_lanes_take_text (self, mig_words_numeral (self->corpus, event)) : "";
}

/* The middle of a lane's pills, from the top of all lanes. */
static double
get_pills_middle (MigLanes *self, MigLane lane)
{
  const MigLaneBand *band = &self->layout.lanes[lane];

  return (double) band->y + MIN (mig_lanes_px (self, PILLS_MIDDLE),
                                 (double) band->height - mig_lanes_px (self, PILL_HEIGHT / 2.0 + 4));
}

static double
pill_width (MigLanes *self, MigRef speech)
{
  double text = mig_lanes_measure (self, mig_lanes_get_speech_text (self, speech), MIG_TEXT_NUMERAL);

  return CLAMP (text + mig_lanes_px (self, PILL_PADDING), mig_lanes_px (self, PILL_LEAST), mig_lanes_px (self, 80));
}

static double
x_at (MigLanes *self, MigTrack track, guint position)
{
  return mig_lanes_x (self, mig_time_index_get_middle (self->indexes[track], position));
}

/* What stands where the thing at a position does, or so near that pills would overlap. Where the view begins does not
 * matter, so that nothing regroups while it pans. */
static Cluster
get_cluster (MigLanes *self, MigTrack track, guint position)
{
  const MigTimeIndex *index = self->indexes[track];
  double near_by = mig_lanes_px (self, PILL_LEAST + PILL_GAP);
  Cluster cluster = { .first = position, .past = position + 1 };

  while (cluster.first > 0 && cluster.past - cluster.first <= MAX_PILLS &&
         x_at (self, track, cluster.first) - x_at (self, track, cluster.first - 1) < near_by)
    cluster.first--;
  while (cluster.past < mig_time_index_get_n (index) && cluster.past - cluster.first <= MAX_PILLS &&
         x_at (self, track, cluster.past) - x_at (self, track, cluster.past - 1) < near_by)
    cluster.past++;
  cluster.x = (x_at (self, track, cluster.first) + x_at (self, track, cluster.past - 1)) / 2;
  if (cluster.past - cluster.first > MAX_PILLS)
    {
      cluster.width = (double) INFINITY;
      return cluster;
    }
  cluster.width = -mig_lanes_px (self, PILL_GAP);
  for (guint i = cluster.first; i < cluster.past; i++)
    cluster.width += pill_width (self, mig_time_index_get_ref (index, i)) + mig_lanes_px (self, PILL_GAP);
  return cluster;
}

static gboolean
are_clear (MigLanes *self, const Cluster *one, const Cluster *other)
{
  return fabs (one->x - other->x) >= (one->width + other->width) / 2 + mig_lanes_px (self, PILL_GAP);
}

/* Whether the pills of a cluster stand clear of those of its neighbours. */
static gboolean
stands_clear (MigLanes *self, MigTrack track, const Cluster *cluster)
{
  Cluster other;

  if (!isfinite (cluster->width))
    return FALSE;
  if (cluster->first > 0)
    {
      other = get_cluster (self, track, cluster->first - 1);
      if (!are_clear (self, cluster, &other))
        return FALSE;
    }
  if (cluster->past < mig_time_index_get_n (self->indexes[track]))
    {
      other = get_cluster (self, track, cluster->past);
      if (!are_clear (self, cluster, &other))
        return FALSE;
    }
  return TRUE;
}

static void
place_pills (MigLanes *self, MigLane lane, const Cluster *cluster, double y)
{
  const MigTimeIndex *index = self->indexes[mig_lanes_get_track (lane)];
  double left = cluster->x - cluster->width / 2;

  for (guint i = cluster->first; i < cluster->past; i++)
    {
      MigRef speech = mig_time_index_get_ref (index, i);
      double width = pill_width (self, speech);
      MigBox *box = mig_lanes_append (self, speech, lane, MIG_MARK_SPEECH, left + width / 2, y);

      box->width = (float) width;
      box->height = (float) mig_lanes_px (self, PILL_HEIGHT);
      box->title = mig_lanes_get_speech_text (self, speech);
      box->title_width = (float) mig_lanes_measure (self, box->title, MIG_TEXT_NUMERAL);
      box->title_x = box->x - box->title_width / 2;
      left += width + mig_lanes_px (self, PILL_GAP);
    }
}

/* Clusters that stand clear of their neighbours and of what the edges count. */
static void
place_clear (MigLanes *self, MigLane lane, double y)
{
  MigTrack track = mig_lanes_get_track (lane);
  const MigTimeIndex *index = self->indexes[track];
  double margin = mig_lanes_px (self, PILL_MARGIN), first, last;
  guint from = mig_time_index_find_day (index, mig_lanes_day (self, -margin));
  guint to = mig_time_index_find_day (index, mig_lanes_day (self, self->input->width + margin));

  if (to - from > MAX_IN_SIGHT)
    return;
  mig_lanes_get_clear (self, track, lane, y, &first, &last);
  while (from < to)
    {
      Cluster cluster = get_cluster (self, track, from);

      from = cluster.past;
      if (!stands_clear (self, track, &cluster))
        continue;
      if (cluster.x - cluster.width / 2 >= first && cluster.x + cluster.width / 2 <= last)
        place_pills (self, lane, &cluster, y);
      else if (cluster.x < first || cluster.x > last)
        {
          for (guint i = cluster.first; i < cluster.past; i++)
            mig_lanes_set_aside (self, track, i);
        }
    }
}

/* Who stands over a mark: for all that a chip holds, if it is the same for all. */
static const char *
get_company (MigLanes *self, const MigBox *box)
{
  const MigTimeIndex *index = self->indexes[mig_lanes_get_track (box->lane)];
  const char *company;

  if (box->mark == MIG_MARK_SPEECH)
    return mig_following_get_company (self->following, box->lane, box->ref);
  if (box->mark != MIG_MARK_CHIP || box->past - box->first > MAX_IN_SIGHT)
    return "";
  company = mig_following_get_company (self->following, box->lane, mig_time_index_get_ref (index, box->first));
  for (guint i = box->first + 1; i < box->past; i++)
    {
      if (mig_following_get_company (self->following, box->lane, mig_time_index_get_ref (index, i)) != company)
        return "";
    }
  return company;
}

static gint
compare_boxes (gconstpointer a, gconstpointer b)
{
  const MigBox *p = *(const MigBox *const *) a, *q = *(const MigBox *const *) b;

  return (p->x > q->x) - (p->x < q->x);
}

static void
add_tenure (MigLanes *self, MigTenure *tenure, double room)
{
  if (tenure->text == NULL || *tenure->text == '\0')
    return;
  if (mig_lanes_measure (self, tenure->text, MIG_TEXT_DETAIL) > room - (double) tenure->x0)
    tenure->text = NULL;
  g_array_append_val (self->layout.tenures, *tenure);
}

/* Over neighbours of the same company one line, with its name where that has room before the next. */
static void
place_tenures (MigLanes *self, MigLane lane, guint first_box)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  MigTenure tenure = { .y = self->layout.lanes[lane].y + (float) mig_lanes_px (self, TENURE_LINE) };

  for (guint i = first_box; i < self->layout.boxes->len; i++)
    {
      MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);

      if (box->mark == MIG_MARK_SPEECH || box->mark == MIG_MARK_CHIP)
        g_ptr_array_add (boxes, box);
    }
  g_ptr_array_sort (boxes, compare_boxes);
  for (guint i = 0; i < boxes->len; i++)
    {
      const MigBox *box = g_ptr_array_index (boxes, i);
      const char *company = get_company (self, box);
      float left = box->x - box->width / 2, right = box->x + box->width / 2;

      if (tenure.text == NULL || company != tenure.text)
        {
          add_tenure (self, &tenure, (double) left - mig_lanes_px (self, TEXT_GAP));
          tenure.text = company;
          tenure.x0 = left;
        }
      tenure.x1 = right;
    }
  add_tenure (self, &tenure, self->input->width);
}

void
mig_lanes_place_followed (MigLanes *self, MigLane lane)
{
  const MigLaneBand *band = &self->layout.lanes[lane];
  MigTrack track = mig_lanes_get_track (lane);
  guint first_box = self->layout.boxes->len;
  double y;

  if (!band->shown || self->indexes[track] == NULL)
    return;
  y = get_pills_middle (self, lane);
  if (self->level == MIG_LEVEL_DENSITY)
    {
      mig_lanes_place_density (self, track, lane, (double) (band->y + band->height / 2),
                               (double) band->height - mig_lanes_px (self, 12));
      return;
    }
  place_clear (self, lane, y);
  mig_lanes_aggregate (self, track, lane, y);
  place_tenures (self, lane, first_box);
}
