/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-date-format.h"
#include "mig-words.h"

/*
 * The lane of events: labelled rows under the channel in which the arcs run, and under them the aggregates. Where the
 * sessions stand under the events all of it is turned over, so that the channel lies towards them.
 *
 * The selection splits time: what lay behind it has its label before the mark, what lay ahead after it, so that a
 * reader sees the direction without a legend. Behind, the earliest stands on top; ahead, the latest; so no line that
 * drops from the channel to a mark crosses a label.
 */

#define SPAN_MIN 26
#define SOFT_MIN 16
#define OPEN_LENGTH 20
#define VAGUE 100
/* Labels are offered beyond the view's edges as far as a label may reach into it. */
#define LABEL_MARGIN 320
/* Linked things that are looked at for a place, and beyond each edge. */
#define MAX_CANDIDATES 96
#define MAX_BEYOND 4
/* Bars at one edge of the view that are looked at; those with the same days that are too long count as one. */
#define MAX_LOOKS 512
/* How much of a bar must be in sight to be named there. */
#define LEAST_TOUCHING 60

/* What a candidate looks like */

/* Sources that disagree about a date: the span that all of them together claim. */
static void
widen_by_readings (MigLanes *self, MigCandidate *c)
{
  const MigRecord *record = mig_corpus_get_record (self->corpus, c->ref);
  const MigDisagreement *disagreements = mig_corpus_get_disagreements (self->corpus, record->disagreements);

  for (guint i = 0; i < record->disagreements.n; i++)
    {
      const MigReading *readings = mig_corpus_get_readings (self->corpus, disagreements[i].readings);

      if (!g_str_has_suffix (disagreements[i].property, "date"))
        continue;
      for (guint r = 0; r < disagreements[i].readings.n; r++)
        {
          MigDate date;
          double x0, x1;

          if (!mig_date_parse_edtf (readings[r].value, &date, NULL))
            continue;
          mig_lanes_extent (self, &date, &x0, &x1);
          c->x0 = MIN (c->x0, x0);
          c->x1 = MAX (c->x1, x1);
        }
    }
}

/* What has no known beginning or end stands at the other, and a fade as long as any leads there. Tells whether there is
 * none. */
gboolean
mig_lanes_shorten_open (MigLanes *self, guint flags, double *x, double *x0, double *x1)
{
  if (flags & MIG_BOX_OPEN_START)
    {
      *x0 = *x1 - mig_lanes_px (self, OPEN_LENGTH);
      *x = *x1 - mig_lanes_px (self, 1);
    }
  else if (flags & MIG_BOX_OPEN_END)
    {
      *x1 = *x0 + mig_lanes_px (self, OPEN_LENGTH);
      *x = *x0 + mig_lanes_px (self, 1);
    }
  return (flags & (MIG_BOX_OPEN_START | MIG_BOX_OPEN_END)) != 0;
}

static void
measure_mark (MigLanes *self, MigCandidate *c, const MigDate *date)
{
  gboolean large = c->ref == self->links->best || c->ref == self->selected;
  double half = mig_lanes_px (self, large ? MIG_DIAMOND_BEST : MIG_DIAMOND) / 2;

  mig_lanes_extent (self, date, &c->x0, &c->x1);
  c->x = mig_lanes_x (self, mig_date_middle (date));
  c->flags = mig_lanes_date_flags (self, c->ref);
  c->mark = MIG_MARK_SPAN;
  if (c->flags & MIG_BOX_HATCHED)
    widen_by_readings (self, c);
  else if (mig_lanes_shorten_open (self, c->flags, &c->x, &c->x0, &c->x1))
    ;
  else if (c->flags != 0)
    {
      c->x0 = MIN (c->x0, c->x - mig_lanes_px (self, SOFT_MIN) / 2);
      c->x1 = MAX (c->x1, c->x + mig_lanes_px (self, SOFT_MIN) / 2);
    }
  else if (c->x1 - c->x0 < mig_lanes_px (self, SPAN_MIN))
    c->mark = MIG_MARK_DIAMOND;

  c->left = c->mark == MIG_MARK_DIAMOND ? c->x - half : MIN (c->x0, c->x - half);
  c->right = c->mark == MIG_MARK_DIAMOND ? c->x + half : MAX (c->x1, c->x + half);
}

/* "206 days ahead", and for the best connected how many raised it. */
static const char *
linked_detail (MigRows *rows, MigRef ref, const char *lag)
{
  MigLanes *self = rows->self;
  guint n_speakers = ref == self->links->best ? self->links->n_best_speakers : 0;
  g_autofree char *number = NULL;
  char *text;

  if (n_speakers < 2)
    return lag;
  number = mig_words_number (n_speakers);
  /* Translators: beside an event on the timeline: %1$s is how far ahead or behind it lies: "206 days ahead" */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s · raised by %2$s speaker",
                                       "%1$s · raised by %2$s speakers", n_speakers),
                          lag, number);
  return mig_lanes_take_text (self, text);
}

/* The selected event tells how far it lay from the first session that raised it. */
static const char *
selected_detail (MigRows *rows)
{
  MigLanes *self = rows->self;
  const MigDate *date = mig_corpus_get_date (self->corpus, self->selected);

  for (guint i = 0; i < self->links->arcs->len; i++)
    {
      const MigArc *arc = &g_array_index (self->links->arcs, MigArc, i);

      if (arc->target == self->selected)
        return mig_lanes_take_text (self, mig_date_format_lag (mig_corpus_get_date (self->corpus, arc->origin), date,
                                                               MIG_LAG_STYLE_SENTENCE));
    }
  return mig_lanes_take_text (self, mig_date_format (date, MIG_DATE_STYLE_DAY));
}

static void
label_candidate (MigRows *rows, MigCandidate *c)
{
  MigLanes *self = rows->self;
  gboolean bold = c->ref == self->links->best || c->ref == self->selected;

  c->title = mig_corpus_get_record (self->corpus, c->ref)->short_name;
  if (self->input->sparse)
    c->detail = NULL;
  else if (c->ref == self->selected)
    c->detail = selected_detail (rows);
  else if (c->linked && rows->reference != NULL)
    {
      c->brief = mig_lanes_take_text (self, mig_date_format_lag (rows->reference,
                                                                 mig_corpus_get_date (self->corpus, c->ref),
                                                                 MIG_LAG_STYLE_SENTENCE));
      c->detail = linked_detail (rows, c->ref, c->brief);
    }
  else if (!bold)
    {
      const MigLabel *label = mig_lanes_get_label (self, c->ref);

      c->detail = label->detail;
      c->label_width = label->width;
      return;
    }
  c->label_width = mig_lanes_label_width (self, c->title, bold, c->detail);
}

/* Placing */

static gboolean
is_event_of_lane (MigLanes *self, MigRef ref)
{
  return mig_ref_kind (ref) == MIG_KIND_EVENT &&
         mig_corpus_get_event (self->corpus, ref)->role == MIG_EVENT_ROLE_EVENT && mig_subset_has (self->subset, ref) &&
         mig_date_is_set (mig_corpus_get_date (self->corpus, ref));
}

static void
init_candidate (MigRows *rows, MigCandidate *c, MigRef ref)
{
  MigLanes *self = rows->self;
  const MigDate *date = mig_corpus_get_date (self->corpus, ref);

  *c = (MigCandidate){ .ref = ref, .linked = mig_lanes_is_linked (self, ref), .best = ref == self->links->best };
  measure_mark (self, c, date);
  c->shown = c->x >= 0 && c->x <= self->input->width;
  if (rows->reference != NULL)
    c->behind = mig_date_last_day (date) < mig_date_first_day (rows->reference);
}

/* Linked things that are looked at for a place; with more of them, those in sight that are mentioned most. */
static void
append_linked (MigRows *rows, GArray *candidates, guint from, guint to)
{
  MigLanes *self = rows->self;
  const MigTimeIndex *index = self->indexes[MIG_TRACK_EVENTS];
  GArray *linked = self->links->linked_in[MIG_TRACK_EVENTS].positions;
  guint floor_weight = 0;

  /* Enough weights are set aside until few enough are left. */
  for (guint n = to - from; n > MAX_CANDIDATES;)
    {
      n = 0;
      floor_weight = floor_weight * 2 + 1;
      for (guint i = from; i < to; i++)
        n += mig_time_index_get_weight (index, g_array_index (linked, guint, i)) >= floor_weight;
    }
  for (guint i = from; i < to; i++)
    {
      guint position = g_array_index (linked, guint, i);
      MigCandidate c;

      if (mig_time_index_get_weight (index, position) < floor_weight)
        continue;
      init_candidate (rows, &c, mig_time_index_get_ref (index, position));
      g_array_append_val (candidates, c);
    }
}

/* What is linked: all in sight, and beyond each edge what lies nearest to it, and the best connected. */
static GArray *
collect_linked (MigRows *rows)
{
  MigLanes *self = rows->self;
  const MigTimeIndex *index = self->indexes[MIG_TRACK_EVENTS];
  GArray *linked = self->links->linked_in[MIG_TRACK_EVENTS].positions;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (MigCandidate));
  double margin = OPEN_LENGTH / self->pixels_per_day;
  guint first = mig_lanes_find_linked (self, MIG_TRACK_EVENTS,
                                       mig_time_index_find_day (index, self->input->start - margin));
  guint past = mig_lanes_find_linked (self, MIG_TRACK_EVENTS,
                                      mig_time_index_find_day (index, self->input->end + margin));
  guint from = first - MIN (first, MAX_BEYOND), to = MIN (past + MAX_BEYOND, linked->len), best;

  append_linked (rows, candidates, from, first);
  append_linked (rows, candidates, first, past);
  append_linked (rows, candidates, past, to);
  if (self->links->best != MIG_REF_NONE &&
      mig_time_index_find_ref (index, self->links->best, mig_corpus_get_date (self->corpus, self->links->best),
                               &best) &&
      (from == to || best < g_array_index (linked, guint, from) || best > g_array_index (linked, guint, to - 1)))
    {
      MigCandidate c;

      init_candidate (rows, &c, self->links->best);
      g_array_append_val (candidates, c);
    }
  return candidates;
}

static void
reserve_line (MigLanes *self, double x)
{
  MigDropLine line = { (float) x, MIG_ROW_RESERVED };

  if (x >= 0 && x <= self->input->width)
    g_array_append_val (self->lines, line);
}

/* Whether arcs to documents go through the events, which then lie between. */
static gboolean
documents_lie_beyond (MigLanes *self)
{
  const MigLaneBand *documents = &self->layout.lanes[MIG_LANE_DOCUMENTS];

  return documents->shown && (documents->y < self->layout.lanes[MIG_LANE_EVENTS].y) == self->layout.turned;
}

/* Where arcs will drop, whatever they lead to: labels keep clear of them if they can. */
static void
reserve_lines (MigRows *rows, GArray *candidates)
{
  MigLanes *self = rows->self;
  GArray *documents = self->links->linked_in[MIG_TRACK_DOCUMENTS].positions;

  for (guint i = 0; i < documents->len && documents->len <= MAX_CANDIDATES && documents_lie_beyond (self); i++)
    reserve_line (self, mig_lanes_x (self, mig_time_index_get_middle (self->indexes[MIG_TRACK_DOCUMENTS],
                                                                      g_array_index (documents, guint, i))));
  for (guint i = 0; i < candidates->len; i++)
    reserve_line (self, g_array_index (candidates, MigCandidate, i).x);
}

static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
  const MigCandidate *p = a, *q = b;

  if (p->best != q->best)
    return p->best ? -1 : 1;
  if (p->behind != q->behind)
    return p->behind ? -1 : 1;
  if (p->behind)
    return (p->x > q->x) - (p->x < q->x);
  return (p->x < q->x) - (p->x > q->x);
}

/* When linked things choose their rows. A long bar lets no line through to the rows under it: it waits for the others,
 * and takes the last row that is free. What is named at an edge takes what is left. */
typedef enum
{
  TURN_MARKS,
  TURN_BARS,
  TURN_BEYOND,
  N_TURNS,
} Turn;

static Turn
get_turn (MigLanes *self, const MigCandidate *c)
{
  if (c->x < 0 || c->x > self->input->width)
    return TURN_BEYOND;
  return c->mark == MIG_MARK_SPAN && c->right - c->left > mig_lanes_px (self, VAGUE) ? TURN_BARS : TURN_MARKS;
}

/* The selected thing first, then what it is linked to, in the order that keeps the lines clear of the labels. */
static void
place_linked (MigRows *rows)
{
  MigLanes *self = rows->self;
  g_autoptr (GArray) candidates = collect_linked (rows);
  MigCandidate c;

  reserve_lines (rows, candidates);

  if (is_event_of_lane (self, self->selected))
    {
      init_candidate (rows, &c, self->selected);
      c.linked = TRUE;
      label_candidate (rows, &c);
      c.shown = c.right >= 0 && c.left <= self->input->width;
      if (c.shown)
        mig_rows_place (rows, &c);
      else
        mig_rows_place_beyond (rows, &c, c.left > self->input->width);
    }

  g_array_sort (candidates, compare_candidates);

  for (Turn turn = 0; turn < N_TURNS; turn++)
    {
      rows->upwards = turn == TURN_BARS;
      for (guint i = 0; i < candidates->len; i++)
        {
          MigCandidate *next = &g_array_index (candidates, MigCandidate, i);

          if (get_turn (self, next) != turn)
            continue;
          label_candidate (rows, next);
          next->shown = TRUE;
          if (turn == TURN_BEYOND)
            mig_rows_place_beyond (rows, next, next->x > self->input->width);
          else
            mig_rows_place (rows, next);
        }
    }
  rows->upwards = FALSE;
}

/* What claims more than the whole view says nothing about when: one row tells them all. */
static void
place_throughout (MigRows *rows)
{
  MigLanes *self = rows->self;
  const MigTimeIndex *index = self->indexes[MIG_TRACK_EVENTS];
  guint row = rows->n_rows - 1, at = 0, first, past, n = 0;
  MigRef lowest = MIG_REF_NONE, highest = MIG_REF_NONE;
  MigBox *box;

  while (self->rows[row]->len > 0)
    {
      if (row-- == 0)
        return;
    }
  for (; mig_time_index_find_covering (index, at, self->input->start, self->input->end, &first, &past); at = past)
    {
      guint low, high;

      if (!mig_lanes_find_loose (self, MIG_TRACK_EVENTS, first, past, &low, &high))
        continue;
      if (lowest == MIG_REF_NONE)
        lowest = mig_time_index_get_ref (index, low);
      highest = mig_time_index_get_ref (index, high);
      n += mig_lanes_take_stretch (self, MIG_TRACK_EVENTS, first, past);
    }
  if (n == 0)
    return;

  box = mig_lanes_append (self, lowest, MIG_LANE_EVENTS, MIG_MARK_THROUGHOUT, self->input->width / 2,
                          mig_rows_get_y (rows, row));
  box->last = highest;
  box->n = n;
  box->x0 = 0;
  box->x1 = (float) self->input->width;
  box->width = (float) self->input->width;
  box->height = (float) mig_lanes_px (self, 18);
  if (box->n == 1)
    mig_lanes_set_label (self, box, mig_corpus_get_record (self->corpus, box->ref)->short_name,
                         mig_lanes_take_text (self, mig_date_format (mig_corpus_get_date (self->corpus, box->ref),
                                                                     MIG_DATE_STYLE_LONG)),
                         mig_lanes_px (self, 12));
  else
    mig_lanes_set_label (
        self, box,
        mig_lanes_take_text (
            /* Translators: events whose dates are so vague that they cover all that the timeline shows */
            self, mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s event at an unknown time in this span",
                                             "%s events at unknown times in this span", box->n),
                                   box->n)),
        NULL, mig_lanes_px (self, 12));
  mig_rows_take (rows, row, 0, self->input->width, (double) NAN);
}

/* A fade over half the view tells little and would push aside what tells more. */
static gboolean
is_vague (MigLanes *self, const MigCandidate *c)
{
  return c->flags & (MIG_BOX_SOFT_START | MIG_BOX_SOFT_END) && c->x1 - c->x0 > mig_lanes_px (self, VAGUE) &&
         self->level < MIG_LEVEL_BARS;
}

typedef struct
{
  guint position;
  guint weight;
} Ranked;

static gint
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *p = a, *q = b;

  return p->weight != q->weight ? (p->weight > q->weight ? -1 : 1)
                                : (p->position > q->position) - (p->position < q->position);
}

/* Who might get a label: of every bucket in sight and a little beyond those that are mentioned most. */
static GArray *
rank_candidates (MigRows *rows)
{
  MigLanes *self = rows->self;
  const MigTimeIndex *index = self->indexes[MIG_TRACK_EVENTS];
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  guint n = mig_time_index_get_n (index), level = mig_lanes_get_bucket_level (self, MIG_TRACK_EVENTS);
  double days = ldexp (1, (int) level), margin = mig_lanes_px (self, LABEL_MARGIN);
  double last = mig_lanes_day (self, self->input->width + margin);
  guint first = mig_time_index_find_day (index, floor (mig_lanes_day (self, -margin) / days) * days);

  while (first < n && mig_time_index_get_middle (index, first) <= last)
    {
      double number = floor (mig_time_index_get_middle (index, first) / days);
      guint past = mig_time_index_find_day_from (index, first, (number + 1) * days);
      const MigHeaviest *best = mig_lanes_get_heaviest (self, level, (gint64) number, first, past);

      /* A row has room for about one of a bucket. */
      for (guint i = 0; i < MIN (best->n, rows->n_rows + 1); i++)
        {
          Ranked one = { best->positions[i], mig_time_index_get_weight (index, best->positions[i]) };

          g_array_append_val (ranked, one);
        }
      first = past;
    }
  g_array_sort (ranked, compare_ranked);
  return ranked;
}

/* Gives an event of the lane a label, if it has no place yet and there is room. */
static void
offer_label (MigRows *rows, MigRef ref)
{
  MigLanes *self = rows->self;
  MigCandidate c;

  if (g_hash_table_contains (self->placed, GUINT_TO_POINTER (ref)) || mig_lanes_is_linked (self, ref))
    return;
  init_candidate (rows, &c, ref);
  if (is_vague (self, &c) || !mig_rows_has_room (rows, &c))
    return;
  label_candidate (rows, &c);
  mig_rows_place (rows, &c);
}

/* Names a bar inside what is to be seen of it, if it has no place yet and there is room. Tells whether it is one that
 * might be named. */
static gboolean
offer_inside (MigRows *rows, guint position)
{
  MigLanes *self = rows->self;
  MigRef ref = mig_time_index_get_ref (self->indexes[MIG_TRACK_EVENTS], position);
  MigCandidate c;

  if (g_hash_table_contains (self->placed, GUINT_TO_POINTER (ref)) || mig_lanes_is_linked (self, ref) ||
      mig_lanes_count_loose (self, MIG_TRACK_EVENTS, position, position + 1) == 0)
    return FALSE;
  init_candidate (rows, &c, ref);
  if (c.mark != MIG_MARK_SPAN || c.x1 - c.x0 > 2 * self->input->width ||
      MIN (c.x1, self->input->width) - MAX (c.x0, 0) < mig_lanes_px (self, LEAST_TOUCHING))
    return FALSE;
  c.shown = TRUE;
  label_candidate (rows, &c);
  mig_rows_place_inside (rows, &c);
  return TRUE;
}

/* Bars that begin before the view or end after it, and whose middle is out of sight: they have no other place. The
 * middle of none that may be named is farther away than the view is long. What covers the view is too long to be named,
 * and takes no turn of what begins or ends there. */
static void
place_touching (MigRows *rows)
{
  MigLanes *self = rows->self;
  const MigTimeIndex *index = self->indexes[MIG_TRACK_EVENTS];
  double start = self->input->start, end = self->input->end, view = end - start, x0, x1;
  guint from = mig_time_index_find_day (index, start - view), to = mig_time_index_find_day (index, start), first, past;

  for (guint side = 0, n = 0, n_looks = 0; side < 2; side++, n = n_looks = 0)
    {
      for (; n < MAX_CANDIDATES && n_looks < MAX_LOOKS &&
             mig_time_index_find_touching (index, from, to, start, end, &first, &past);
           from = past, n_looks++)
        {
          /* All that has the same days is as long. */
          mig_lanes_extent (self, mig_corpus_get_date (self->corpus, mig_time_index_get_ref (index, first)), &x0, &x1);
          if (x1 - x0 > 2 * self->input->width)
            continue;
          for (guint i = first; i < past && n < MAX_CANDIDATES && n_looks < MAX_LOOKS; i++, n_looks++)
            n += offer_inside (rows, i) ? 1 : 0;
        }
      from = mig_time_index_find_day (index, end);
      to = mig_time_index_find_day (index, end + view);
    }
}

/* Whoever else finds room for a name: the most mentioned first. */
static void
place_others (MigRows *rows)
{
  MigLanes *self = rows->self;
  g_autoptr (GArray) ranked = rank_candidates (rows);

  if (self->level >= MIG_LEVEL_BARS)
    place_touching (rows);
  for (guint i = 0; i < ranked->len; i++)
    {
      guint position = g_array_index (ranked, Ranked, i).position;

      /* What the row of the unknown times counts has its place already. */
      if (mig_lanes_count_loose (self, MIG_TRACK_EVENTS, position, position + 1) > 0)
        offer_label (rows, mig_time_index_get_ref (self->indexes[MIG_TRACK_EVENTS], position));
    }
}

void
mig_lanes_place_events (MigLanes *self)
{
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_EVENTS];
  MigRows rows = {
    .self = self,
    .head = (double) (self->layout.turned ? band->y + band->height - self->layout.channel_height
                                          : band->y + self->layout.channel_height),
    .step = mig_lanes_get_row_height (self) * (self->layout.turned ? -1 : 1),
    .n_rows = MIN (self->input->n_rows, G_N_ELEMENTS (self->rows)),
    .reference = mig_lanes_get_reference (self),
  };
  double beyond;

  if (!band->shown)
    return;

  place_linked (&rows);
  if (self->input->sparse)
    {
      if (g_hash_table_size (self->links->linked) == 0)
        place_others (&rows);
      return;
    }
  if (is_event_of_lane (self, self->input->focused))
    offer_label (&rows, self->input->focused);
  place_throughout (&rows);
  place_others (&rows);
  beyond = rows.head + rows.step * rows.n_rows +
           mig_lanes_get_aggregates_middle (self) * (self->layout.turned ? -1 : 1);
  if (self->level == MIG_LEVEL_DENSITY)
    mig_lanes_place_density (self, MIG_TRACK_EVENTS, MIG_LANE_EVENTS, beyond,
                             mig_lanes_get_aggregates_middle (self) * 2 - mig_lanes_px (self, 2));
  else
    mig_lanes_aggregate (self, MIG_TRACK_EVENTS, MIG_LANE_EVENTS, beyond);
}
