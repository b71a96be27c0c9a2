/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-date-format.h"

/*
 * The lane of events: labelled rows under the channel in which the arcs run, and under them the aggregates.
 *
 * The selection splits time: what lay behind it has its label before the mark, what lay ahead after it, so that a
 * reader sees the direction without a legend. Behind, the earliest stands on top; ahead, the latest; so no line that
 * drops from the channel to a mark crosses a label.
 */

#define CHANNEL 34
#define AGGREGATES_BELOW 13
#define MARK_GAP 6
#define SPAN_MIN 26
#define SOFT_MIN 16
#define OPEN_LENGTH 20
#define VAGUE 100

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

static void
measure_mark (MigLanes *self, MigCandidate *c)
{
  const MigDate *date = mig_corpus_get_date (self->corpus, c->ref);
  gboolean large = c->ref == self->best || c->ref == self->selected;
  double half = mig_lanes_px (self, large ? MIG_DIAMOND_BEST : MIG_DIAMOND) / 2;

  mig_lanes_extent (self, date, &c->x0, &c->x1);
  c->x = mig_lanes_x (self, mig_date_middle (date));
  c->flags = mig_lanes_date_flags (self, c->ref);
  c->mark = MIG_MARK_SPAN;
  if (c->flags & MIG_BOX_HATCHED)
    widen_by_readings (self, c);
  else if (c->flags & MIG_BOX_OPEN_START)
    {
      c->x0 = c->x1 - mig_lanes_px (self, OPEN_LENGTH);
      c->x = c->x1 - mig_lanes_px (self, 1);
    }
  else if (c->flags & MIG_BOX_OPEN_END)
    {
      c->x1 = c->x0 + mig_lanes_px (self, OPEN_LENGTH);
      c->x = c->x0 + mig_lanes_px (self, 1);
    }
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
  guint n_speakers = ref == self->best ? mig_arcs_count_speakers (self->corpus, ref, NULL) : 0;
  char *text;

  if (n_speakers < 2)
    return lag;
  /* Translators: beside an event on the timeline: %1$s is how far ahead or behind it lies: "206 days ahead" */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s · raised by %2$u speaker",
                                       "%1$s · raised by %2$u speakers", n_speakers),
                          lag, n_speakers);
  return mig_lanes_take_text (self, text);
}

/* The selected event tells how far it lay from the first session that raised it. */
static const char *
selected_detail (MigRows *rows)
{
  MigLanes *self = rows->self;
  const MigDate *date = mig_corpus_get_date (self->corpus, self->selected);

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const MigArc *arc = &g_array_index (self->arcs, MigArc, i);

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
  gboolean bold = c->ref == self->best || c->ref == self->selected;

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
  else if (self->pixels_per_day / self->unit >= MIG_SCALE_TITLES)
    c->detail = mig_lanes_take_text (
        self, mig_date_format (mig_corpus_get_date (self->corpus, c->ref), MIG_DATE_STYLE_DAY));
  c->label_width = mig_lanes_label_width (self, c->title, bold, c->detail);
}

/* Placing */

static gboolean
is_event_of_lane (MigLanes *self, MigRef ref)
{
  return mig_ref_kind (ref) == MIG_KIND_EVENT &&
         mig_corpus_get_event (self->corpus, ref)->role == MIG_EVENT_ROLE_EVENT &&
         mig_date_is_set (mig_corpus_get_date (self->corpus, ref));
}

static void
init_candidate (MigRows *rows, MigCandidate *c, MigRef ref)
{
  MigLanes *self = rows->self;

  *c = (MigCandidate){ .ref = ref, .linked = mig_lanes_is_linked (self, ref), .best = ref == self->best };
  measure_mark (self, c);
  if (rows->reference != NULL)
    c->behind = mig_date_last_day (mig_corpus_get_date (self->corpus, ref)) < mig_date_first_day (rows->reference);
}


/* Where arcs will drop, whatever they lead to: labels keep clear of them if they can. */
static void
reserve_lines (MigRows *rows)
{
  MigLanes *self = rows->self;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->linked);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      MigRef ref = GPOINTER_TO_UINT (key);
      MigDropLine line = { 0, MIG_ROW_RESERVED };

      if (mig_ref_kind (ref) == MIG_KIND_DOCUMENT && mig_date_is_set (mig_corpus_get_date (self->corpus, ref)))
        line.x = (float) mig_lanes_x (self, mig_date_middle (mig_corpus_get_date (self->corpus, ref)));
      else if (is_event_of_lane (self, ref))
        {
          MigCandidate c;

          init_candidate (rows, &c, ref);
          line.x = (float) c.x;
        }
      else
        continue;
      if (line.x >= 0 && (double) line.x <= self->input->width)
        g_array_append_val (self->lines, line);
    }
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

/* The selected thing first, then what it is linked to, in the order that keeps the lines clear of the labels. */
static void
place_linked (MigRows *rows)
{
  MigLanes *self = rows->self;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (MigCandidate));
  GHashTableIter iter;
  gpointer key;
  MigCandidate c;

  if (is_event_of_lane (self, self->selected))
    {
      init_candidate (rows, &c, self->selected);
      c.linked = TRUE;
      label_candidate (rows, &c);
      if (c.right >= 0 && c.left <= self->input->width)
        mig_rows_place (rows, &c);
      else
        mig_rows_place_beyond (rows, &c, c.left > self->input->width);
    }

  g_hash_table_iter_init (&iter, self->linked);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!is_event_of_lane (self, GPOINTER_TO_UINT (key)))
        continue;
      init_candidate (rows, &c, GPOINTER_TO_UINT (key));
      g_array_append_val (candidates, c);
    }
  g_array_sort (candidates, compare_candidates);

  /* What is in sight chooses its rows first; what is named at the edge takes what is left. */
  for (gint beyond = 0; beyond <= 1; beyond++)
    {
      for (guint i = 0; i < candidates->len; i++)
        {
          MigCandidate *next = &g_array_index (candidates, MigCandidate, i);

          if ((next->x < 0 || next->x > self->input->width) != beyond)
            continue;
          label_candidate (rows, next);
          if (beyond)
            mig_rows_place_beyond (rows, next, next->x > self->input->width);
          else
            mig_rows_place (rows, next);
        }
    }
}

/* What claims more than the whole view says nothing about when: one row tells them all. */
static void
place_throughout (MigRows *rows)
{
  MigLanes *self = rows->self;
  guint row = rows->n_rows - 1, first = self->layout.members->len, n_dated;
  MigRefs all = mig_corpus_get_track (self->corpus, MIG_TRACK_EVENTS, &n_dated);
  MigBox *box;

  while (self->rows[row]->len > 0)
    {
      if (row-- == 0)
        return;
    }
  for (guint i = 0; i < n_dated; i++)
    {
      double x0, x1;

      mig_lanes_extent (self, mig_corpus_get_date (self->corpus, all.refs[i]), &x0, &x1);
      if (x0 > 0 || x1 < self->input->width || g_hash_table_contains (self->placed, GUINT_TO_POINTER (all.refs[i])))
        continue;
      g_array_append_val (self->layout.members, all.refs[i]);
      g_hash_table_insert (self->placed, GUINT_TO_POINTER (all.refs[i]),
                           GUINT_TO_POINTER (self->layout.boxes->len + 1));
    }
  if (self->layout.members->len == first)
    return;

  box = mig_lanes_append (self, g_array_index (self->layout.members, MigRef, first), MIG_LANE_EVENTS,
                          MIG_MARK_THROUGHOUT, self->input->width / 2, mig_rows_get_y (rows, row));
  box->first = first;
  box->n = self->layout.members->len - first;
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
            self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event at an unknown time in this span",
                                             "%u events at unknown times in this span", box->n),
                                   box->n)),
        NULL, mig_lanes_px (self, 12));
  mig_rows_take (rows, row, 0, self->input->width, (double) NAN);
}

/* A fade over half the view tells little and would push aside what tells more. */
static gboolean
is_vague (MigLanes *self, const MigCandidate *c)
{
  return c->flags & (MIG_BOX_SOFT_START | MIG_BOX_SOFT_END) && c->x1 - c->x0 > mig_lanes_px (self, VAGUE) &&
         self->pixels_per_day / self->unit < MIG_SCALE_BARS;
}

/* Whoever else finds room for a name: the focused first, then the most mentioned. */
static void
place_others (MigRows *rows)
{
  MigLanes *self = rows->self;
  const MigRef *ranked = mig_lanes_get_ranked (self, MIG_TRACK_EVENTS);
  double margin = self->input->width;
  guint n_dated;

  mig_corpus_get_track (self->corpus, MIG_TRACK_EVENTS, &n_dated);
  for (guint i = 0; i <= n_dated; i++)
    {
      MigRef ref = i == 0 ? self->input->focused : ranked[i - 1];
      MigCandidate c;

      if (!is_event_of_lane (self, ref) || g_hash_table_contains (self->placed, GUINT_TO_POINTER (ref)))
        continue;
      init_candidate (rows, &c, ref);
      if (mig_lanes_is_linked (self, ref) || c.x < -margin || c.x > self->input->width + margin)
        continue;
      if (is_vague (self, &c))
        continue;
      label_candidate (rows, &c);
      /* Beyond the edge places are only kept free, so that labels do not jump when they come into sight. */
      if (c.x < 0 || c.x > self->input->width)
        {
          for (guint row = 0; row < rows->n_rows; row++)
            {
              double end = c.right + mig_lanes_px (self, MARK_GAP) + c.label_width;

              if (!mig_rows_is_free (rows, row, c.left, end))
                continue;
              mig_rows_take (rows, row, c.left, end, (double) NAN);
              break;
            }
          continue;
        }
      mig_rows_place (rows, &c);
    }
}

void
mig_lanes_place_events (MigLanes *self)
{
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_EVENTS];
  gboolean bars = self->pixels_per_day / self->unit >= MIG_SCALE_BARS;
  MigRows rows = {
    .self = self,
    .top = (double) band->y + mig_lanes_px (self, CHANNEL),
    .row_height = mig_lanes_px (self, bars ? 25 : 22),
    .n_rows = MIN (self->input->n_rows, G_N_ELEMENTS (self->rows)),
    .reference = mig_lanes_get_reference (self),
  };

  if (!band->shown)
    return;

  reserve_lines (&rows);
  place_linked (&rows);
  if (self->input->sparse)
    {
      if (g_hash_table_size (self->linked) == 0)
        place_others (&rows);
      return;
    }
  place_throughout (&rows);
  place_others (&rows);
  mig_lanes_aggregate (self, MIG_TRACK_EVENTS, MIG_LANE_EVENTS,
                       rows.top + rows.row_height * rows.n_rows + mig_lanes_px (self, AGGREGATES_BELOW));
}
