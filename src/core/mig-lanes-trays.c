/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <math.h>

#include "mig-date-format.h"
#include "mig-words.h"

/*
 * Under the meetings, the trays of their sessions.
 *
 * Sessions stand in order, not on a clock: sources tell their day and order, seldom their hour. Only when its meeting's
 * true days are as wide as it is does a tray move inside them, so that it only grows as the view comes nearer.
 *
 *   wanted: the selected meeting's, those that an arc starts in ──► trays, wherever they have to be moved to
 *   other pills ──► trays, where those of their neighbours would have room, too
 */

#define CELL_WIDTH 28
#define CELL_HEIGHT 26
#define CELL_GAP 2
#define CELL_MIN 14
#define CELL_LEAST 6 /* in pixels, however large the text is: what can just be told apart from its neighbours */
#define TITLED_HEIGHT 56
#define TITLED_ROOM 40 /* what the lane needs beside it: the headings of days, and the tray's frame */
#define TITLED_GAP 4
#define TITLED_MIN 84
#define TITLED_MAX 150
#define DAY_GAP 12
#define TRAY_PAD 6
#define TRAY_MARGIN 8
/* A meeting of more sessions than this has no tray: they could not be told apart. */
#define MAX_CELLS 80
/* More meetings than this with linked sessions in sight, and none of them opens its tray for that. */
#define MAX_WANTED 6
/* How many meetings without sessions may lie between two trays before nobody looks farther. */
#define MAX_EMPTY 16

/* What a tray would look like where nothing is in its way. */
typedef struct
{
  MigRefs sessions;
  double x;       /* where its meeting stands */
  double left;
  double total;
  double width;   /* of a cell */
  double gap;     /* between two cells */
  double day_gap; /* between two days */
  gboolean titled;
  gboolean in_days;
} TrayPlan;

static gint
first_day (MigLanes *self, MigRef session)
{
  const MigDate *date = mig_corpus_get_date (self->corpus, session);

  return mig_date_is_set (date) ? mig_date_first_day (date) : 0;
}

static guint
count_days (MigLanes *self, MigRefs sessions)
{
  guint days = 1;

  for (guint i = 1; i < sessions.n; i++)
    days += first_day (self, sessions.refs[i]) != first_day (self, sessions.refs[i - 1]);
  return days;
}

/* The height of cells with titles: less while the lane is still opening. */
static double
titled_height (MigLanes *self)
{
  return MAX (mig_lanes_px (self, CELL_HEIGHT),
              MIN (mig_lanes_px (self, TITLED_HEIGHT),
                   (double) self->layout.lanes[MIG_LANE_SESSIONS].height - mig_lanes_px (self, TITLED_ROOM)));
}

/* Whether the lane has room for the headings of days. */
static gboolean
has_headings (MigLanes *self)
{
  return (double) self->layout.lanes[MIG_LANE_SESSIONS].height >= mig_lanes_px (self, CELL_HEIGHT + TITLED_ROOM);
}

/* How much of the view the cells of a tray may take. */
static double
cells_room (MigLanes *self)
{
  return self->input->width - 2 * mig_lanes_px (self, TRAY_MARGIN + TRAY_PAD);
}

/* The width of a cell, and whether titles fit into it. */
static double
cell_width (MigLanes *self, guint n, guint days, gboolean *titled)
{
  double free_width = MAX (cells_room (self) - (days - 1) * mig_lanes_px (self, DAY_GAP), 1) / n;

  *titled = mig_lanes_has_titles (self->input) && free_width >= mig_lanes_px (self, TITLED_MIN + TITLED_GAP);
  if (*titled)
    return MIN (free_width - mig_lanes_px (self, TITLED_GAP), mig_lanes_px (self, TITLED_MAX));
  return CLAMP (free_width - mig_lanes_px (self, CELL_GAP), mig_lanes_px (self, CELL_MIN),
                mig_lanes_px (self, CELL_WIDTH));
}

/* As printed in the source, or where it prints none, by its place in the meeting. */
static const char *
cell_text (MigLanes *self, MigRef session)
{
  const char *numeral = mig_corpus_get_identifier (self->corpus, session, "session");
  guint place = mig_corpus_get_record (self->corpus, session)->position + 1;

  if (numeral != NULL && *numeral != '\0')
    return numeral;
  return mig_lanes_take_text (self, mig_words_number (place));
}

static void
place_cell (MigLanes *self, MigRef session, double left, double width, double y, double height, gboolean titled)
{
  const char *numeral = cell_text (self, session);
  MigBox *box = mig_lanes_append (self, session, MIG_LANE_SESSIONS, MIG_MARK_CELL, left + width / 2, y);

  box->width = (float) width;
  box->height = (float) height;
  box->flags |= titled ? MIG_BOX_TITLED : 0;
  box->x0 = (float) left;
  box->x1 = (float) (left + width);
  if (titled || mig_lanes_measure (self, numeral, MIG_TEXT_NUMERAL) <= width)
    box->title = numeral;
  box->title_width = (float) mig_lanes_measure (self, box->title, MIG_TEXT_NUMERAL);
  box->title_x = titled ? (float) (left + mig_lanes_px (self, 8)) : box->x - box->title_width / 2;
}

/* The day over its cells, in full, or as much of it as they have room for. */
static void
place_heading (MigLanes *self, MigRef session, double x, double y, double room)
{
  static const MigDateStyle styles[] = { MIG_DATE_STYLE_FULL, MIG_DATE_STYLE_LONG, MIG_DATE_STYLE_SHORT,
                                         MIG_DATE_STYLE_DAY };
  const MigDate *date = mig_corpus_get_date (self->corpus, session);

  for (gsize i = 0; mig_date_is_set (date) && i < G_N_ELEMENTS (styles); i++)
    {
      const char *text = mig_lanes_take_text (self, mig_date_format (date, styles[i]));
      const MigDayHeading heading = { text, (float) x, (float) y };

      if (mig_lanes_measure (self, text, MIG_TEXT_DETAIL) > room)
        continue;
      g_array_append_val (self->layout.headings, heading);
      return;
    }
}

/* How many sessions from one on have its day. */
static guint
count_of_day (MigLanes *self, MigRefs sessions, guint from)
{
  guint n = 1;

  while (from + n < sessions.n && first_day (self, sessions.refs[from + n]) == first_day (self, sessions.refs[from]))
    n++;
  return n;
}

/* Cells from the tray's start on, days parted by a gap. */
static void
place_cells (MigLanes *self, const TrayPlan *plan, double at, double y)
{
  MigRefs sessions = plan->sessions;
  double height = plan->titled ? titled_height (self) : mig_lanes_px (self, CELL_HEIGHT);

  for (guint i = 0; i < sessions.n; i++)
    {
      gboolean new_day = i == 0 || first_day (self, sessions.refs[i]) != first_day (self, sessions.refs[i - 1]);

      if (i > 0)
        at += new_day ? plan->day_gap : plan->gap;
      if (new_day && plan->titled)
        place_heading (self, sessions.refs[i], at, y - height / 2 - mig_lanes_px (self, 10),
                       count_of_day (self, sessions, i) * (plan->width + plan->gap));
      place_cell (self, sessions.refs[i], at, plan->width, y, height, plan->titled);
      at += plan->width;
    }
}

/* Once a day is wide enough, its sessions share it. */
static void
place_cells_in_days (MigLanes *self, MigRefs sessions, double y)
{
  double height = titled_height (self);
  double gap = mig_lanes_px (self, TITLED_GAP);

  for (guint i = 0, n; i < sessions.n; i += n)
    {
      gint day = first_day (self, sessions.refs[i]);
      double left = mig_lanes_x (self, day) + gap * 2;
      double width;

      n = count_of_day (self, sessions, i);
      width = (self->pixels_per_day - gap * 4 - gap * (n - 1)) / n;
      if (has_headings (self))
        place_heading (self, sessions.refs[i], left, y - height / 2 - mig_lanes_px (self, 10), n * (width + gap));
      for (guint k = 0; k < n; k++)
        place_cell (self, sessions.refs[i + k], left + k * (width + gap), width, y, height,
                    has_headings (self) && width >= mig_lanes_px (self, TITLED_MIN));
    }
}

static gboolean
overlaps_tray (MigLanes *self, double left, double right)
{
  for (guint i = 0; i < self->layout.trays->len; i++)
    {
      const MigTray *tray = &g_array_index (self->layout.trays, MigTray, i);

      if (left < (double) tray->right + mig_lanes_px (self, MIG_TRAY_GAP) &&
          right > (double) tray->left - mig_lanes_px (self, MIG_TRAY_GAP))
        return TRUE;
    }
  return FALSE;
}

MigRefs
mig_lanes_get_sessions (MigLanes *self, MigRef meeting)
{
  return mig_subset_get_sessions (self->subset, meeting);
}

static gboolean
can_have_tray (MigLanes *self, MigRef meeting)
{
  guint n = mig_lanes_get_sessions (self, meeting).n;

  return n > 0 && n <= MAX_CELLS && (n * CELL_LEAST <= cells_room (self) || self->level == MIG_LEVEL_TRUE_DAYS);
}

/* How many sessions the meetings between two positions have, but for those in trays. */
guint
mig_lanes_count_sessions (MigLanes *self, guint first, guint past)
{
  const MigTimeIndex *index = self->indexes[MIG_TRACK_MEETINGS];
  guint n = mig_time_index_count_children (index, first, past), position;

  for (guint i = 0; i < self->layout.trays->len; i++)
    {
      const MigTray *tray = &g_array_index (self->layout.trays, MigTray, i);

      if (mig_time_index_find_ref (index, tray->meeting, mig_corpus_get_date (self->corpus, tray->meeting),
                                   &position) &&
          position >= first && position < past)
        n -= tray->n_boxes;
    }
  return n;
}

/* Lays out the cells side by side. Where even narrow ones would run past the view, all gives way alike. */
static void
plan_cells (MigLanes *self, TrayPlan *plan)
{
  guint n = plan->sessions.n, days = count_days (self, plan->sessions);
  double wanted, shrunk;

  plan->width = cell_width (self, n, days, &plan->titled);
  plan->gap = mig_lanes_px (self, plan->titled ? TITLED_GAP : CELL_GAP);
  plan->day_gap = mig_lanes_px (self, DAY_GAP);
  wanted = n * plan->width + (n - days) * plan->gap + (days - 1) * plan->day_gap;
  shrunk = MIN (MAX (cells_room (self), n * CELL_LEAST) / wanted, 1);
  plan->width *= shrunk;
  plan->gap *= shrunk;
  plan->day_gap *= shrunk;
  plan->total = wanted * shrunk + 2 * mig_lanes_px (self, TRAY_PAD);
  plan->left = plan->x - plan->total / 2;
}

static TrayPlan
plan_tray (MigLanes *self, MigRef meeting)
{
  const MigDate *date = mig_corpus_get_date (self->corpus, meeting);
  TrayPlan plan = {
    .sessions = mig_lanes_get_sessions (self, meeting),
    .x = mig_lanes_x (self, mig_date_middle (date)),
  };
  double begin, end;

  plan_cells (self, &plan);
  mig_lanes_extent (self, date, &begin, &end);
  plan.in_days = self->level == MIG_LEVEL_TRUE_DAYS && mig_date_is_exact (date) && end - begin >= plan.total;
  if (plan.in_days)
    {
      plan.left = begin;
      plan.total = end - begin;
    }
  return plan;
}

/* Where its meeting is to be seen: near an edge of the view not quite at its days. */
static float
get_pill_x (MigLanes *self, MigRef meeting, const TrayPlan *plan)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->placed, GUINT_TO_POINTER (meeting)));

  return at != 0 ? g_array_index (self->layout.boxes, MigBox, at - 1).x : (float) plan->x;
}

static void
place_tray (MigLanes *self, MigRef meeting, const TrayPlan *plan, double left)
{
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_SESSIONS];
  gboolean high = (plan->titled || plan->in_days) && has_headings (self);
  double y = (double) (band->y + band->height / 2) + (high ? mig_lanes_px (self, 9) : 0);
  MigTray tray = {
    .meeting = meeting, .x = get_pill_x (self, meeting, plan), .first_box = self->layout.boxes->len,
    .joined = !plan->in_days,
  };

  if (plan->in_days)
    place_cells_in_days (self, plan->sessions, y);
  else
    place_cells (self, plan, left + mig_lanes_px (self, TRAY_PAD), y);

  tray.n_boxes = self->layout.boxes->len - tray.first_box;
  tray.left = (float) left;
  tray.right = (float) (left + plan->total);
  tray.top = high ? band->y + (float) mig_lanes_px (self, 6) : (float) (y - mig_lanes_px (self, 18));
  tray.bottom = (float) (y + (high ? titled_height (self) / 2 + mig_lanes_px (self, 6) : mig_lanes_px (self, 18)));
  g_array_append_val (self->layout.trays, tray);
}

/* Kept inside the view, as long as its meeting is. */
static double
keep_in_view (MigLanes *self, const TrayPlan *plan)
{
  double margin = mig_lanes_px (self, TRAY_MARGIN);

  if (plan->in_days)
    return plan->left;
  return MAX (MIN (plan->left, self->input->width - margin - plan->total), margin);
}

/* Wanted trays */

static void
want_tray (MigLanes *self, MigRef meeting)
{
  const MigDate *date = meeting != MIG_REF_NONE ? mig_corpus_get_date (self->corpus, meeting) : NULL;
  double x0, x1, left;
  TrayPlan plan;

  if (date == NULL || !mig_date_is_set (date) || !can_have_tray (self, meeting))
    return;
  mig_lanes_extent (self, date, &x0, &x1);
  if (x1 < 0 || x0 > self->input->width)
    return;
  for (guint i = 0; i < self->layout.trays->len; i++)
    {
      if (g_array_index (self->layout.trays, MigTray, i).meeting == meeting)
        return;
    }
  plan = plan_tray (self, meeting);
  left = keep_in_view (self, &plan);
  if (!overlaps_tray (self, left, left + plan.total))
    place_tray (self, meeting, &plan, left);
}

static gboolean
has_linked_session (MigLanes *self, MigRef meeting)
{
  MigRefs sessions = mig_lanes_get_sessions (self, meeting);

  for (guint i = 0; i < sessions.n; i++)
    {
      if (mig_lanes_is_linked (self, sessions.refs[i]))
        return TRUE;
    }
  return FALSE;
}

/* The selected meeting's, the focused one's, and those that an arc starts in. */
void
mig_lanes_place_wanted_trays (MigLanes *self)
{
  const MigTimeIndex *index = self->indexes[MIG_TRACK_MEETINGS];
  GArray *linked = self->links->linked_in[MIG_TRACK_MEETINGS].positions;
  const MigRef asked[] = { self->selected, self->input->focused };
  guint first = mig_lanes_find_linked (self, MIG_TRACK_MEETINGS,
                                       mig_time_index_find_day (index, self->input->start - 30));
  guint past = mig_lanes_find_linked (self, MIG_TRACK_MEETINGS, mig_time_index_find_day (index, self->input->end + 30));

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      if (asked[i] != MIG_REF_NONE)
        want_tray (self, mig_corpus_get_enclosing (self->corpus, asked[i], MIG_EVENT_ROLE_MEETING));
    }
  for (guint i = first; i < past && past - first <= MAX_WANTED; i++)
    {
      MigRef meeting = mig_time_index_get_ref (index, g_array_index (linked, guint, i));

      if (has_linked_session (self, meeting))
        want_tray (self, meeting);
    }
}

/* Other trays */

/* Whether the tray and that of the nearest neighbour on one side would both have room. */
static gboolean
has_room_beside (MigLanes *self, guint position, const TrayPlan *plan, gint side)
{
  const MigTimeIndex *index = self->indexes[MIG_TRACK_MEETINGS];
  guint n = mig_time_index_get_n (index), steps = 0;

  for (guint at = position + side; at < n; at += side)
    {
      double x = mig_lanes_x (self, mig_time_index_get_middle (index, at)), gap;
      TrayPlan other;

      if (fabs (x - plan->x) > 4 * self->input->width || (fabs (x - plan->x) > plan->total && steps > MAX_EMPTY))
        return TRUE;
      if (steps++ > MAX_EMPTY)
        return FALSE;
      if (mig_time_index_count_children (index, at, at + 1) == 0)
        continue;
      other = plan_tray (self, mig_time_index_get_ref (index, at));
      gap = side > 0 ? other.left - (plan->left + plan->total) : plan->left - (other.left + other.total);
      return gap >= mig_lanes_px (self, MIG_TRAY_GAP);
    }
  return TRUE;
}

/* Gives a meeting a tray where there is room for it and for those of its neighbours. */
gboolean
mig_lanes_place_other_tray (MigLanes *self, MigRef meeting)
{
  const MigTimeIndex *index = self->indexes[MIG_TRACK_MEETINGS];
  TrayPlan plan;
  double left;
  guint position;

  if (!can_have_tray (self, meeting))
    return FALSE;
  plan = plan_tray (self, meeting);
  left = keep_in_view (self, &plan);
  if (!mig_time_index_find_ref (index, meeting, mig_corpus_get_date (self->corpus, meeting), &position) ||
      !has_room_beside (self, position, &plan, -1) || !has_room_beside (self, position, &plan, 1))
    return FALSE;
  if (overlaps_tray (self, left, left + plan.total))
    left = plan.left;
  if (overlaps_tray (self, left, left + plan.total))
    return FALSE;
  place_tray (self, meeting, &plan, left);
  return TRUE;
}
