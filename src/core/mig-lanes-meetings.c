/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-date-format.h"

/*
 * The lane of meetings: a pill for each, with its ordinal, and beside it its days once there is room; and under it the
 * trays of their sessions.
 *
 * Sessions stand in order, not on a clock: sources tell their day and order, seldom their hour. Only when a day is
 * wider than a screen's third does a tray move inside its meeting's true days.
 */

#define PILL_WIDTH 30
#define PILL_HEIGHT 24
#define PILL_GAP 4
#define CELL_WIDTH 28
#define CELL_HEIGHT 26
#define CELL_GAP 2
#define CELL_MIN 14
#define TITLED_HEIGHT 56
#define TITLED_GAP 4
#define TITLED_MIN 84
#define TITLED_MAX 150
#define DAY_GAP 12
#define TRAY_PAD 6
#define TRAY_MARGIN 8

/* Pills */

static const char *
pill_text (MigLanes *self, MigRef meeting)
{
  const char *ordinal = mig_corpus_get_identifier (self->corpus, meeting, "ordinal");

  return ordinal != NULL && *ordinal != '\0' ? ordinal : mig_corpus_get_record (self->corpus, meeting)->short_name;
}

static double
pill_width (MigLanes *self, MigRef meeting)
{
  const MigDate *date = mig_corpus_get_date (self->corpus, meeting);
  double text = mig_lanes_measure (self, pill_text (self, meeting), MIG_TEXT_ORDINAL) + mig_lanes_px (self, 14);
  double width = CLAMP (text, mig_lanes_px (self, PILL_WIDTH), mig_lanes_px (self, 120));
  double x0, x1;

  mig_lanes_extent (self, date, &x0, &x1);
  if (mig_date_is_exact (date))
    return MAX (width, x1 - x0);
  return MAX (width + mig_lanes_px (self, 16), MIN (x1 - x0, mig_lanes_px (self, 240)));
}

/* What stands beside a pill: its days, or for the selected one, whose days are on the ruler, how many took part. */
static const char *
pill_detail (MigLanes *self, const MigBox *box)
{
  const MigEvent *meeting = mig_corpus_get_event (self->corpus, box->ref);

  if (self->input->sparse || self->pixels_per_day / self->unit * 365 < MIG_SCALE_DATES)
    return NULL;
  if (box->flags & (MIG_BOX_SELECTED | MIG_BOX_ENCLOSING) && *meeting->attendance != '\0')
    /* Translators: beside the selected meeting on the timeline; %s is a number or words such as "more than 170" */
    return mig_lanes_take_text (self, g_strdup_printf (C_("timeline", "%s participants"), meeting->attendance));
  return mig_lanes_take_text (self, mig_date_format (mig_corpus_get_date (self->corpus, box->ref), MIG_DATE_STYLE_DAY));
}

static void
place_pill (MigLanes *self, MigRef meeting, double x, double y, double end)
{
  MigBox *box = mig_lanes_append (self, meeting, MIG_LANE_MEETINGS, MIG_MARK_PILL, x, y);
  double x0, x1, at;
  const char *detail;

  box->width = (float) pill_width (self, meeting);
  box->height = (float) mig_lanes_px (self, PILL_HEIGHT);
  box->flags |= mig_lanes_date_flags (self, meeting);
  if (meeting != self->selected &&
      meeting == mig_corpus_get_enclosing (self->corpus, self->selected, MIG_EVENT_ROLE_MEETING))
    box->flags |= MIG_BOX_ENCLOSING;
  mig_lanes_extent (self, mig_corpus_get_date (self->corpus, meeting), &x0, &x1);
  box->x0 = (float) x0;
  box->x1 = (float) x1;
  box->title = pill_text (self, meeting);
  box->title_width = (float) mig_lanes_measure (self, box->title, MIG_TEXT_ORDINAL);
  box->title_x = (float) x - box->title_width / 2;

  detail = pill_detail (self, box);
  if (detail == NULL)
    return;
  at = x + (double) box->width / 2 + mig_lanes_px (self, box->flags & (MIG_BOX_SELECTED | MIG_BOX_ENCLOSING) ? 9 : 7);
  box->detail_width = (float) mig_lanes_measure (self, detail, MIG_TEXT_DETAIL);
  if (at + (double) box->detail_width + mig_lanes_px (self, 6) > end)
    return;
  box->detail = detail;
  box->detail_x = (float) at;
}

/* The selected meeting, or that of the selected session, stands whatever is near it. */
static gboolean
is_held (MigLanes *self, MigRef meeting)
{
  return meeting == self->selected ||
         meeting == mig_corpus_get_enclosing (self->corpus, self->selected, MIG_EVENT_ROLE_MEETING);
}

/* Whether a pill would stand clear of its neighbours; those that do not become aggregates. */
static gboolean
has_room (MigLanes *self, MigRefs all, guint n, guint i, double *next)
{
  double x = mig_lanes_x (self, mig_date_middle (mig_corpus_get_date (self->corpus, all.refs[i])));
  double half = pill_width (self, all.refs[i]) / 2;
  gboolean clear = TRUE;

  *next = INFINITY;
  if (i + 1 < n)
    {
      *next = mig_lanes_x (self, mig_date_middle (mig_corpus_get_date (self->corpus, all.refs[i + 1]))) -
              pill_width (self, all.refs[i + 1]) / 2;
      clear = *next - (x + half) >= mig_lanes_px (self, PILL_GAP);
    }
  if (i > 0)
    {
      double before = mig_lanes_x (self, mig_date_middle (mig_corpus_get_date (self->corpus, all.refs[i - 1]))) +
                      pill_width (self, all.refs[i - 1]) / 2;

      clear = clear && x - half - before >= mig_lanes_px (self, PILL_GAP);
    }
  return clear || is_held (self, all.refs[i]);
}

void
mig_lanes_place_meetings (MigLanes *self)
{
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_MEETINGS];
  double y = (double) (band->y + band->height / 2);
  double first, last;
  guint n;
  MigRefs all = mig_corpus_get_track (self->corpus, MIG_TRACK_MEETINGS, &n);

  if (!band->shown)
    return;

  mig_lanes_get_clear (self, MIG_TRACK_MEETINGS, &first, &last);
  for (guint i = 0; i < n; i++)
    {
      double x = mig_lanes_x (self, mig_date_middle (mig_corpus_get_date (self->corpus, all.refs[i])));
      double next;

      if (x < 0 || x > self->input->width || ((x < first || x > last) && !is_held (self, all.refs[i])))
        continue;
      if (has_room (self, all, n, i, &next))
        place_pill (self, all.refs[i], x, y, MIN (next, last));
    }
  mig_lanes_aggregate (self, MIG_TRACK_MEETINGS, MIG_LANE_MEETINGS, y);
}

/* Trays */

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

/* The width of a cell, and whether titles fit into it. */
static double
cell_width (MigLanes *self, guint n, guint days, gboolean *titled)
{
  double fixed = 2 * mig_lanes_px (self, TRAY_MARGIN + TRAY_PAD) + (days - 1) * mig_lanes_px (self, DAY_GAP);
  double free_width = MAX (self->input->width - fixed, 1) / n;

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
  return mig_lanes_take_text (self, g_strdup_printf ("%u", place));
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

static void
place_heading (MigLanes *self, MigRef session, double x, double y)
{
  const MigDate *date = mig_corpus_get_date (self->corpus, session);
  MigDayHeading heading;

  if (!mig_date_is_set (date))
    return;
  heading.text = mig_lanes_take_text (self, mig_date_format (date, MIG_DATE_STYLE_FULL));
  heading.x = (float) x;
  heading.y = (float) y;
  g_array_append_val (self->layout.headings, heading);
}

/* Cells from the tray's start on, days parted by a gap. */
static void
place_cells (MigLanes *self, MigRefs sessions, double at, double width, double y, gboolean titled)
{
  double height = mig_lanes_px (self, titled ? TITLED_HEIGHT : CELL_HEIGHT);
  double gap = mig_lanes_px (self, titled ? TITLED_GAP : CELL_GAP);

  for (guint i = 0; i < sessions.n; i++)
    {
      gboolean new_day = i == 0 || first_day (self, sessions.refs[i]) != first_day (self, sessions.refs[i - 1]);

      if (i > 0)
        at += new_day ? mig_lanes_px (self, DAY_GAP) : gap;
      if (new_day && titled)
        place_heading (self, sessions.refs[i], at, y - height / 2 - mig_lanes_px (self, 10));
      place_cell (self, sessions.refs[i], at, width, y, height, titled);
      at += width;
    }
}

/* Once a day is wide enough, its sessions share it. */
static void
place_cells_in_days (MigLanes *self, MigRefs sessions, double y)
{
  double height = mig_lanes_px (self, TITLED_HEIGHT);
  double gap = mig_lanes_px (self, TITLED_GAP);

  for (guint i = 0, n; i < sessions.n; i += n)
    {
      gint day = first_day (self, sessions.refs[i]);
      double left = mig_lanes_x (self, day) + gap * 2;
      double width;

      for (n = 1; i + n < sessions.n && first_day (self, sessions.refs[i + n]) == day; n++)
        ;
      width = (self->pixels_per_day - gap * 4 - gap * (n - 1)) / n;
      place_heading (self, sessions.refs[i], left, y - height / 2 - mig_lanes_px (self, 10));
      for (guint k = 0; k < n; k++)
        place_cell (self, sessions.refs[i + k], left + k * (width + gap), width, y, height,
                    width >= mig_lanes_px (self, TITLED_MIN));
    }
}

static gboolean
overlaps_tray (MigLanes *self, double left, double right)
{
  for (guint i = 0; i < self->layout.trays->len; i++)
    {
      const MigTray *tray = &g_array_index (self->layout.trays, MigTray, i);

      if (left < (double) tray->right + mig_lanes_px (self, 6) && right > (double) tray->left - mig_lanes_px (self, 6))
        return TRUE;
    }
  return FALSE;
}

/* A meeting whose tray finds no room says how many sessions it has; opening it brings them into sight. */
static void
place_sessions_chip (MigLanes *self, MigRefs sessions, double x, double y)
{
  MigBox *box = mig_lanes_append (self, sessions.refs[0], MIG_LANE_SESSIONS, MIG_MARK_CHIP, x, y);

  box->n = sessions.n;
  box->first = self->layout.members->len;
  g_array_append_vals (self->layout.members, sessions.refs, sessions.n);
  box->title = mig_lanes_take_text (self, g_strdup_printf ("%u", sessions.n));
  box->title_width = (float) mig_lanes_measure (self, box->title, MIG_TEXT_COUNT);
  box->width = MAX ((float) mig_lanes_px (self, 20), box->title_width + (float) mig_lanes_px (self, 12));
  box->height = (float) mig_lanes_px (self, 18);
  box->title_x = (float) x - box->title_width / 2;
}

static void
place_tray (MigLanes *self, MigRef meeting)
{
  MigRefs sessions = mig_corpus_get_related (self->corpus, meeting, MIG_RELATION_CHILDREN);
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_SESSIONS];
  double x = mig_lanes_x (self, mig_date_middle (mig_corpus_get_date (self->corpus, meeting)));
  double pad = mig_lanes_px (self, TRAY_PAD);
  double margin = mig_lanes_px (self, TRAY_MARGIN);
  gboolean in_days = self->pixels_per_day / self->unit >= MIG_SCALE_TRUE_DAYS &&
                     mig_date_is_exact (mig_corpus_get_date (self->corpus, meeting));
  double y = (double) (band->y + band->height / 2);
  guint days = count_days (self, sessions);
  gboolean titled;
  double width = cell_width (self, sessions.n, days, &titled);
  double gap = mig_lanes_px (self, titled ? TITLED_GAP : CELL_GAP);
  double total = sessions.n * width + (sessions.n - days) * gap + (days - 1) * mig_lanes_px (self, DAY_GAP) + 2 * pad;
  double left = x - total / 2;
  MigTray tray = { .meeting = meeting, .x = (float) x, .first_box = self->layout.boxes->len, .joined = !in_days };

  if (in_days)
    {
      double x1;

      mig_lanes_extent (self, mig_corpus_get_date (self->corpus, meeting), &left, &x1);
      total = x1 - left;
    }
  else
    left = MAX (MIN (left, self->input->width - margin - total), margin);

  if (overlaps_tray (self, left, left + total))
    {
      place_sessions_chip (self, sessions, x, y);
      return;
    }

  if (titled || in_days)
    y += mig_lanes_px (self, 9);
  if (in_days)
    place_cells_in_days (self, sessions, y);
  else
    place_cells (self, sessions, left + pad, width, y, titled);

  tray.n_boxes = self->layout.boxes->len - tray.first_box;
  tray.left = (float) left;
  tray.right = (float) (left + total);
  tray.top = titled || in_days ? band->y + (float) mig_lanes_px (self, 6) : (float) (y - mig_lanes_px (self, 18));
  tray.bottom = (float) (y + mig_lanes_px (self, titled || in_days ? TITLED_HEIGHT / 2 + 6 : 18));
  g_array_append_val (self->layout.trays, tray);
}

/* The meetings whose sessions are asked for: the selected one's, and those that an arc starts in. */
static gboolean
wants_tray (MigLanes *self, MigRef meeting)
{
  MigRefs sessions = mig_corpus_get_related (self->corpus, meeting, MIG_RELATION_CHILDREN);

  if (mig_corpus_get_enclosing (self->corpus, self->selected, MIG_EVENT_ROLE_MEETING) == meeting)
    return TRUE;
  for (guint i = 0; i < sessions.n; i++)
    {
      if (mig_lanes_is_linked (self, sessions.refs[i]))
        return TRUE;
    }
  return FALSE;
}

void
mig_lanes_place_sessions (MigLanes *self)
{
  guint n;
  MigRefs meetings = mig_corpus_get_track (self->corpus, MIG_TRACK_MEETINGS, &n);

  if (!self->layout.lanes[MIG_LANE_SESSIONS].shown)
    return;

  for (gint asked = 1; asked >= 0; asked--)
    {
      for (guint i = 0; i < n; i++)
        {
          const MigDate *date = mig_corpus_get_date (self->corpus, meetings.refs[i]);
          gboolean wanted;
          double x0, x1;

          if (mig_corpus_get_related (self->corpus, meetings.refs[i], MIG_RELATION_CHILDREN).n == 0)
            continue;
          mig_lanes_extent (self, date, &x0, &x1);
          wanted = wants_tray (self, meetings.refs[i]);
          if (wanted != asked || x1 < 0 || x0 > self->input->width)
            continue;
          /* Two that are both asked for may still be too near each other; then the later one waits as a count. */
          place_tray (self, meetings.refs[i]);
        }
    }
}
