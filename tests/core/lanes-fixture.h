/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>

#include "bundled-fixture.h"
#include "mig-lanes.h"

/* What the tests of layouts share: views, and what must hold in each. */

#define EM MIG_DESIGN_EM

/* Seven pixels a character: no fonts are needed to see whether labels collide. */
static inline double
measure (const char *text, MigTextStyle style, gpointer user_data)
{
  return 7.0 * (double) g_utf8_strlen (text, -1);
}

static inline MigCorpus *
read_text (const char *text)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  MigCorpus *corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, &problems, NULL, &error);

  g_assert_no_error (error);
  return corpus;
}

static inline MigLanesInput
make_input (MigCorpus *corpus, double start, double end, double width, MigRef selected)
{
  return (MigLanesInput){
    .corpus = corpus, .start = start, .end = end, .width = width, .em = EM,
    .selected = selected, .n_rows = 3, .measure = measure,
  };
}

static inline const MigBox *
box_at (const MigLayout *layout, guint i)
{
  return &g_array_index (layout->boxes, MigBox, i);
}

/* The things of each lane are all drawn, or counted by what is drawn. */
static inline void
assert_nothing_lost (const MigLayout *layout)
{
  guint sums[MIG_N_LANES] = { 0 };

  for (guint i = 0; i < layout->boxes->len; i++)
    sums[box_at (layout, i)->lane] += box_at (layout, i)->n;
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      /* Sessions belong to their meeting, which is what the edges count. */
      if (lane != MIG_LANE_SESSIONS)
        g_assert_cmpuint (sums[lane], ==, layout->lanes[lane].n_dated);
      else
        g_assert_cmpuint (sums[lane], <=, layout->lanes[lane].n_dated);
    }
}

static inline double
label_end (const MigBox *box)
{
  return box->detail != NULL ? (double) (box->detail_x + box->detail_width)
                             : (double) (box->title_x + box->title_width);
}

static inline void
assert_labels_apart (const MigLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *a = box_at (layout, i);

      if (a->title == NULL || a->lane < MIG_LANE_EVENTS || mig_box_is_aggregate (a))
        continue;
      for (guint k = 0; k < layout->boxes->len; k++)
        {
          const MigBox *b = box_at (layout, k);
          double start = (double) a->title_x, end = label_end (a);

          if (k == i || b->lane != a->lane || fabs ((double) (a->y - b->y)) > 1)
            continue;
          if (b->title != NULL && !mig_box_is_aggregate (b))
            g_assert_false (start < label_end (b) && end > (double) b->title_x);
          if (start < (double) (b->x + b->width / 2) && end > (double) (b->x - b->width / 2))
            g_error ("%s at %g to %g lies on mark %u of lane %u at %g, %g wide", a->title, start, end, b->mark, b->lane,
                     (double) b->x, (double) b->width);
        }
    }
}

/* Tray cells do not overlap and stay in the view while their meeting is in it. */
static inline void
assert_trays (const MigLayout *layout)
{
  for (guint i = 0; i < layout->trays->len; i++)
    {
      const MigTray *tray = &g_array_index (layout->trays, MigTray, i);
      double end = (double) tray->left;

      for (guint k = 0; k < tray->n_boxes; k++)
        {
          const MigBox *box = box_at (layout, tray->first_box + k);

          g_assert_cmpint (box->mark, ==, MIG_MARK_CELL);
          g_assert_cmpfloat ((double) (box->x - box->width / 2), >=, end - 0.01);
          end = (double) (box->x + box->width / 2);
          g_assert_cmpfloat (end, <=, (double) tray->right + 0.01);
        }
      for (guint k = 0; k < i; k++)
        {
          const MigTray *other = &g_array_index (layout->trays, MigTray, k);

          g_assert_false (tray->left < other->right && tray->right > other->left);
        }
    }
}
