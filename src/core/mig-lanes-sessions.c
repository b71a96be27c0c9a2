/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <math.h>

/*
 * The lane of sessions: the trays of meetings, and where a tray finds no room a chip that says how many sessions there
 * are. So does a chip of meetings.
 *
 *   pills ──► trays, else chips
 *   chips of meetings ──► chips ──► beside the trays, and one where they would stand on each other
 */

/* In single precision, what touches might overlap. */
#define CLEAR .01

typedef struct
{
  double x;
  guint n;
  guint first; /* positions of the meetings */
  guint past;
  MigRef from; /* the first session */
  MigRef to;   /* the last */
} SessionsChip;

static gboolean
has_tray (MigLanes *self, MigRef meeting)
{
  for (guint i = 0; i < self->layout.trays->len; i++)
    {
      if (g_array_index (self->layout.trays, MigTray, i).meeting == meeting)
        return TRUE;
    }
  return FALSE;
}

/* The sessions of the meetings that a box of the meetings' lane stands for, but of those that stand on their own. */
static void
add_chip (MigLanes *self, GArray *chips, const MigBox *box)
{
  const MigTimeIndex *index = self->indexes[MIG_TRACK_MEETINGS];
  GArray *stretches = self->stretches[MIG_TRACK_MEETINGS];
  SessionsChip chip = { .x = (double) box->x, .first = box->first, .past = box->past };
  MigRefs first = mig_lanes_get_sessions (self, box->ref), last = mig_lanes_get_sessions (self, box->last);

  if (box->mark == MIG_MARK_PILL)
    {
      if (!mig_time_index_find_ref (index, box->ref, mig_corpus_get_date (self->corpus, box->ref), &chip.first))
        return;
      chip.past = chip.first + 1;
      chip.n = first.n;
    }
  else
    {
      chip.n = mig_lanes_count_sessions (self, chip.first, chip.past);
      for (guint i = 0; i < stretches->len; i++)
        {
          const MigStretch *stretch = &g_array_index (stretches, MigStretch, i);

          if (stretch->first >= chip.first && stretch->past <= chip.past)
            chip.n -= mig_lanes_count_sessions (self, stretch->first, stretch->past);
        }
    }
  if (chip.n == 0)
    return;
  chip.from = first.n > 0 ? first.refs[0] : MIG_REF_NONE;
  chip.to = last.n > 0 ? last.refs[last.n - 1] : MIG_REF_NONE;
  for (guint i = chip.first; i < chip.past && chip.from == MIG_REF_NONE; i++)
    {
      first = mig_lanes_get_sessions (self, mig_time_index_get_ref (index, i));
      chip.from = first.n > 0 ? first.refs[0] : MIG_REF_NONE;
    }
  for (guint i = chip.past; i-- > chip.first && chip.to == MIG_REF_NONE;)
    {
      last = mig_lanes_get_sessions (self, mig_time_index_get_ref (index, i));
      chip.to = last.n > 0 ? last.refs[last.n - 1] : MIG_REF_NONE;
    }
  g_array_append_val (chips, chip);
}

static double
chip_half (MigLanes *self, guint n)
{
  return mig_lanes_get_chip_width (self, n) / 2;
}

/* A tray that would cover a chip. */
static const MigTray *
find_tray_over (MigLanes *self, const SessionsChip *chip, double room)
{
  for (guint i = 0; i < self->layout.trays->len; i++)
    {
      const MigTray *tray = &g_array_index (self->layout.trays, MigTray, i);

      if (chip->x + room > (double) tray->left && chip->x - room < (double) tray->right)
        return tray;
    }
  return NULL;
}

/* A chip that a tray would cover stands beside it, and beside the next if there is no room between the two. */
static void
keep_clear_of_trays (MigLanes *self, SessionsChip *chip)
{
  double room = chip_half (self, chip->n) + mig_lanes_px (self, MIG_TRAY_GAP);
  const MigTray *tray = find_tray_over (self, chip, room);
  gboolean later = tray != NULL && chip->x >= (double) (tray->left + tray->right) / 2;

  for (guint i = 0; tray != NULL && i <= self->layout.trays->len; i++)
    {
      chip->x = later ? (double) tray->right + room + CLEAR : (double) tray->left - room - CLEAR;
      tray = find_tray_over (self, chip, room);
    }
}

static gint
compare_chips (gconstpointer a, gconstpointer b)
{
  const SessionsChip *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return (p->first > q->first) - (p->first < q->first);
}

static gboolean
chips_collide (MigLanes *self, const SessionsChip *one, const SessionsChip *other)
{
  return fabs (other->x - one->x) < chip_half (self, one->n) + chip_half (self, other->n) + 2;
}

/* The one takes in what the other counts, and stays where it is. */
static void
absorb_chip (SessionsChip *host, const SessionsChip *guest)
{
  host->n += guest->n;
  if (guest->first < host->first)
    {
      host->first = guest->first;
      host->from = guest->from;
    }
  if (guest->past > host->past)
    {
      host->past = guest->past;
      host->to = guest->to;
    }
}

/* Chips that have come to stand on each other are one. Whatever moves aside from a tray may come to stand on the next,
 * so that is looked at until nothing does. */
static void
join_chips (MigLanes *self, GArray *chips)
{
  guint n, before;

  do
    {
      before = chips->len;
      for (guint i = 0; i < chips->len; i++)
        keep_clear_of_trays (self, &g_array_index (chips, SessionsChip, i));
      g_array_sort (chips, compare_chips);
      n = 0;
      for (guint i = 0; i < chips->len; i++)
        {
          const SessionsChip chip = g_array_index (chips, SessionsChip, i);

          if (n > 0 && chips_collide (self, &g_array_index (chips, SessionsChip, n - 1), &chip))
            absorb_chip (&g_array_index (chips, SessionsChip, n - 1), &chip);
          else
            g_array_index (chips, SessionsChip, n++) = chip;
        }
      g_array_set_size (chips, n);
    }
  while (n < before);
}

static void
place_sessions_chip (MigLanes *self, const SessionsChip *chip, double y)
{
  MigBox *box = mig_lanes_append (self, chip->from, MIG_LANE_SESSIONS, MIG_MARK_CHIP, chip->x, y);

  box->last = chip->to;
  box->first = chip->first;
  box->past = chip->past;
  if (mig_lanes_has_linked (self, MIG_TRACK_MEETINGS, chip->first, chip->past))
    box->flags |= MIG_BOX_LINKED;
  mig_lanes_init_count (self, box, chip->n);
}

void
mig_lanes_place_sessions (MigLanes *self)
{
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_SESSIONS];
  double y = (double) (band->y + band->height / 2);
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (SessionsChip));
  guint n_boxes = self->layout.boxes->len;

  if (!band->shown)
    return;
  mig_lanes_place_wanted_trays (self);
  if (self->level == MIG_LEVEL_DENSITY)
    {
      mig_lanes_place_density (self, MIG_TRACK_MEETINGS, MIG_LANE_SESSIONS, y,
                               (double) band->height - mig_lanes_px (self, 8));
      return;
    }
  for (guint i = 0; i < n_boxes; i++)
    {
      /* A copy: trays append boxes. */
      const MigBox box = g_array_index (self->layout.boxes, MigBox, i);

      if (box.lane != MIG_LANE_MEETINGS || (box.mark != MIG_MARK_PILL && box.mark != MIG_MARK_CHIP) ||
          (box.mark == MIG_MARK_PILL &&
           (mig_lanes_get_sessions (self, box.ref).n == 0 || has_tray (self, box.ref) ||
            mig_lanes_place_other_tray (self, box.ref))))
        continue;
      add_chip (self, chips, &box);
    }
  join_chips (self, chips);
  for (guint i = 0; i < chips->len; i++)
    place_sessions_chip (self, &g_array_index (chips, SessionsChip, i), y);
}
