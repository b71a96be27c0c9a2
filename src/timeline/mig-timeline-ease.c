/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-ease.h"

#include <math.h>

#include "mig-following.h"
#include "mig-time-index.h"

/*
 * MigTimelineEase: what zooming or selecting gives another row, size or place glides there, and does not jump.
 *
 *   layout of this frame ──┐
 *   where things stood ────┴──► the same layout, each thing as far on its way as the time says
 *
 * A layout knows nothing of the one before; this does. What moves only as time itself does, under a pan or a zoom, is
 * left alone. What comes out of a chip, and the parts that a chip falls into, come from where that stood; what else is
 * new fades in.
 */

/* Less than this is no jump, in pixels. */
#define LEAST_X 10
#define LEAST_Y 1

/* Where a thing stands, and how much of its way there is left. */
typedef struct
{
  guint64 key;
  double day;        /* where its middle stands, as the layout has it; of a session, where its meeting does */
  float aside;       /* how far from there, in pixels */
  float y;           /* from the top of its lane */
  float width;
  float height;
  gboolean labelled;
  gboolean after;    /* whether its label follows it */
  float dx;          /* from where it was when it set out to where it goes */
  float dy;
  float dwidth;
  float dheight;
  float left;        /* how much of that was left when it was seen last */
  gint64 began;      /* when it set out */
  gint64 shown;      /* when it began to be seen; 0 when it was always */
  gint64 told;       /* when its label began to be seen */
} Place;

/* What stands for several, by the positions that it counts, and where it is seen. */
typedef struct
{
  MigLane lane;
  guint first;
  guint past;
  double day;
  float y;
} Crowd;

struct _MigTimelineEase
{
  GHashTable *places; /* set of Place; NULL before the first layout */
  GArray *crowds;     /* Crowd */
  MigCorpus *corpus;  /* whose these are; not owned */
  MigSubset *subset;  /* the same */
  double start;       /* the view in which they stood */
  double end;
};

typedef struct
{
  MigTimelineEase *self; /* as it was before */
  const MigLayout *layout;
  double pixels_per_day;
  gint64 now;
  gint64 duration;
  GHashTable *places;    /* as it will be */
  GArray *crowds;
  gboolean moving;
} Step;

/**
 * mig_timeline_ease_new:
 *
 * Returns: (transfer full): knows of no layout yet; free with mig_timeline_ease_free()
 */
MigTimelineEase *
mig_timeline_ease_new (void)
{
  return g_new0 (MigTimelineEase, 1);
}

/**
 * mig_timeline_ease_forget:
 *
 * Forgets where things stand: in the next layout they are at once where they belong.
 */
void
mig_timeline_ease_forget (MigTimelineEase *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->crowds, g_array_unref);
  self->corpus = NULL;
  self->subset = NULL;
}

/**
 * mig_timeline_ease_free:
 * @self: (transfer full) (nullable): what knows where things stood
 */
void
mig_timeline_ease_free (MigTimelineEase *self)
{
  if (self == NULL)
    return;

  mig_timeline_ease_forget (self);
  g_free (self);
}

static gboolean
is_crowd (const MigBox *box)
{
  return box->mark == MIG_MARK_CHIP || box->mark == MIG_MARK_DENSITY;
}

/* Edges and what has no place in time stay where they are. */
static gboolean
can_move (const MigBox *box)
{
  return box->mark != MIG_MARK_EDGE && box->mark != MIG_MARK_MORE && box->mark != MIG_MARK_THROUGHOUT &&
         box->mark != MIG_MARK_SHELF;
}

static guint64
make_key (const MigBox *box)
{
  if (is_crowd (box))
    return (guint64) 1 << 63 | (guint64) box->lane << 58 | (guint64) (box->first & 0x1fffffff) << 29 |
           (box->past & 0x1fffffff);
  return (guint64) box->lane << 40 | (guint64) (box->mark == MIG_MARK_CHEVRON) << 36 | box->ref;
}

/* How much of a way that began at @began is left, from 1 to 0. */
static float
get_left (Step *step, gint64 began)
{
  double left = began == 0 ? 0 : 1 - CLAMP ((double) (step->now - began) / (double) step->duration, 0, 1);

  if (left > 0)
    step->moving = TRUE;
  return (float) pow (left, 3);
}

static double
get_x (const Step *step, double day)
{
  return (day - step->layout->start) * step->pixels_per_day;
}

/* What a box keeps to as the view zooms: cells stand about their meeting, all else at a time of its own. */
static double
get_day (const Step *step, const MigBox *box)
{
  MigCorpus *corpus = step->layout->corpus;
  MigRef meeting = box->mark == MIG_MARK_CELL ? mig_corpus_get_event (corpus, box->ref)->parent : MIG_REF_NONE;
  const MigDate *date = meeting != MIG_REF_NONE ? mig_corpus_get_date (corpus, meeting) : NULL;

  if (date != NULL && mig_date_is_set (date))
    return mig_date_middle (date);
  return step->layout->start + (double) box->x / step->pixels_per_day;
}

/* Sets out from where a thing is seen now, if that is not about where it belongs. */
static void
go_on (Step *step, Place *place, const Place *before, const MigBox *box)
{
  float left = before->left;
  float moved = (float) get_x (step, before->day) + before->aside - box->x;

  place->shown = before->shown;
  place->told = before->told;
  if (place->labelled && (!before->labelled || place->after != before->after))
    place->told = step->now;
  place->began = before->began;
  place->dx = before->dx;
  place->dy = before->dy;
  place->dwidth = before->dwidth;
  place->dheight = before->dheight;
  if (fabsf (moved) < LEAST_X && fabsf (before->y - place->y) < LEAST_Y &&
      fabsf (before->height - place->height) < LEAST_Y &&
      fabsf (before->width - place->width) < MAX (2 * LEAST_Y, .06f * place->width))
    return;
  place->began = step->now;
  place->dx = moved + before->dx * left;
  place->dy = before->y - place->y + before->dy * left;
  place->dwidth = before->width - place->width + before->dwidth * left;
  place->dheight = before->height - place->height + before->dheight * left;
}

/* What the positions of a lane are of. */
static const MigTimeIndex *
get_index (const Step *step, MigLane lane)
{
  if (lane >= MIG_LANE_FOLLOWED)
    return mig_following_get_index (step->layout->following, lane);
  return mig_subset_get_index (step->layout->subset, lane == MIG_LANE_EVENTS      ? MIG_TRACK_EVENTS
                                                     : lane == MIG_LANE_DOCUMENTS ? MIG_TRACK_DOCUMENTS
                                                                                  : MIG_TRACK_MEETINGS);
}

/* The one that counted most of what stands between two positions. */
static const Crowd *
find_crowd (const Step *step, MigLane lane, guint first, guint past)
{
  const Crowd *best = NULL;
  guint most = 0;

  for (guint i = 0; i < step->self->crowds->len; i++)
    {
      const Crowd *crowd = &g_array_index (step->self->crowds, Crowd, i);
      guint from = MAX (crowd->first, first), to = MIN (crowd->past, past);

      if (crowd->lane != lane || to <= from || to - from <= most)
        continue;
      most = to - from;
      best = crowd;
    }
  return best;
}

/* Who is new comes out of the chip that counted it, or into sight. */
static void
appear (Step *step, Place *place, const MigBox *box)
{
  guint first = box->first, past = box->past;
  const Crowd *crowd;

  if (!is_crowd (box) && box->mark != MIG_MARK_CELL && box->mark != MIG_MARK_CHEVRON &&
      mig_time_index_find_ref (get_index (step, box->lane), box->ref,
                               mig_corpus_get_date (step->layout->corpus, box->ref), &first))
    past = first + 1;
  crowd = box->mark == MIG_MARK_CELL ? NULL : find_crowd (step, box->lane, first, past);
  if (place->labelled && !is_crowd (box))
    place->told = step->now;
  if (crowd != NULL)
    {
      place->began = step->now;
      place->dx = (float) get_x (step, crowd->day) - box->x;
      place->dy = crowd->y - place->y;
      /* A bar does not leave its days. */
      if (box->mark == MIG_MARK_SPAN && fabsf (place->dx) >= LEAST_X)
        place->shown = step->now;
    }
  /* What pans into sight was there before. */
  else if (place->day > step->self->start && place->day < step->self->end)
    place->shown = step->now;
}

/* Puts a box where it is seen now. */
static void
move_box (Step *step, Place *place, MigBox *box)
{
  float left = get_left (step, place->began), dx = place->dx * left, dwidth = place->dwidth * left;

  place->left = left;
  box->faded = get_left (step, place->shown);
  box->label_faded = get_left (step, place->told);
  if (left <= 0)
    return;
  box->y += place->dy * left;
  box->width += dwidth;
  box->height += place->dheight * left;
  /* A bar stands at its days, wherever its row is. */
  if (box->mark == MIG_MARK_SPAN || box->mark == MIG_MARK_DENSITY)
    return;
  box->x += dx;
  box->x0 += dx - (box->mark == MIG_MARK_CELL ? dwidth / 2 : 0);
  box->x1 += dx + (box->mark == MIG_MARK_CELL ? dwidth / 2 : 0);
  box->title_x += dx;
  box->detail_x += dx;
}

static void
ease_box (Step *step, MigBox *box)
{
  const MigLaneBand *band = &step->layout->lanes[box->lane];
  Place *place = g_new0 (Place, 1);
  const Place *before;

  place->key = make_key (box);
  place->day = get_day (step, box);
  place->aside = box->x - (float) get_x (step, place->day);
  place->y = box->y - band->y;
  place->width = box->width;
  place->height = box->height;
  place->labelled = box->title != NULL;
  place->after = box->title_x > box->x;
  if (step->self->places != NULL)
    {
      before = g_hash_table_lookup (step->self->places, &place->key);
      if (before != NULL)
        go_on (step, place, before, box);
      else
        appear (step, place, box);
    }
  move_box (step, place, box);
  if (is_crowd (box))
    {
      Crowd crowd = { box->lane, box->first, box->past,
                      step->layout->start + (double) box->x / step->pixels_per_day, box->y - band->y };

      g_array_append_val (step->crowds, crowd);
    }
  g_hash_table_add (step->places, place);
}

/* A tray's frame goes with its cells. */
static void
ease_tray (Step *step, MigTray *tray)
{
  const MigBox *boxes = &g_array_index (step->layout->boxes, MigBox, tray->first_box);
  const Place *first, *last;
  float left;

  if (tray->n_boxes == 0)
    return;
  first = g_hash_table_lookup (step->places, &(guint64){ make_key (&boxes[0]) });
  last = g_hash_table_lookup (step->places, &(guint64){ make_key (&boxes[tray->n_boxes - 1]) });
  tray->faded = boxes[0].faded;
  left = get_left (step, first->began);
  tray->left += (first->dx - first->dwidth / 2) * left;
  tray->right += (last->dx + last->dwidth / 2) * get_left (step, last->began);
  tray->top += (first->dy - first->dheight / 2) * left;
  tray->bottom += (first->dy + first->dheight / 2) * left;
}

/**
 * mig_timeline_ease_apply:
 * @self: what knows where things stood
 * @layout: a layout, fresh from its maker; its boxes and trays are put where they are to be seen now
 * @width: of its view, in pixels
 * @now: the time, in microseconds
 * @duration: how long a thing takes to its new place; 0 for no time at all
 *
 * Returns: whether anything is still on its way, so that another frame is due
 */
gboolean
mig_timeline_ease_apply (MigTimelineEase *self, const MigLayout *layout, double width, gint64 now, gint64 duration)
{
  Step step = {
    .self = self, .layout = layout, .pixels_per_day = width / MAX (layout->end - layout->start, 1e-6), .now = now,
    .duration = MAX (duration, 1),
  };

  if (duration <= 0 || self->corpus != layout->corpus || self->subset != layout->subset)
    mig_timeline_ease_forget (self);
  if (duration <= 0)
    return FALSE;

  step.places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  step.crowds = g_array_new (FALSE, FALSE, sizeof (Crowd));
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      MigBox *box = &g_array_index (layout->boxes, MigBox, i);

      if (can_move (box))
        ease_box (&step, box);
    }
  for (guint i = 0; i < layout->trays->len; i++)
    ease_tray (&step, &g_array_index (layout->trays, MigTray, i));

  mig_timeline_ease_forget (self);
  self->places = step.places;
  self->crowds = step.crowds;
  self->corpus = layout->corpus;
  self->subset = layout->subset;
  self->start = layout->start;
  self->end = layout->end;
  return step.moving;
}
