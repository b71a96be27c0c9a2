/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lanes-private.h"

G_BEGIN_DECLS

/* Internal to the lanes: the labelled rows of events, and what wants a place in them. */

/* The row of a drop line whose thing has found none yet, or lies in another lane: under all rows. */
#define MIG_ROW_RESERVED G_MAXUINT

/* The width of an event's diamond, and of the best connected one's. */
#define MIG_DIAMOND 12.8
#define MIG_DIAMOND_BEST 17

typedef struct
{
  MigRef ref;
  double x;     /* the mark's middle */
  double x0;    /* what the date claims */
  double x1;
  double left;  /* what the mark covers */
  double right;
  guint flags;
  MigMark mark;
  gboolean behind;
  gboolean linked;
  gboolean best;
  gboolean shown;     /* whether it is in sight; else it only keeps its place free */
  const char *title;
  const char *detail;
  const char *brief;  /* what is left of the detail where there is little room */
  double label_width;
} MigCandidate;

typedef struct
{
  MigLanes *self;
  double head; /* where the first row begins, at the channel */
  double step; /* from a row to the next: negative where they go up */
  guint n_rows;
  const MigDate *reference;
  guint n_chevrons[2];
  gboolean crossing; /* whether a label may lie on lines that lead to what is not placed yet */
  gboolean upwards;  /* whether the row farthest from the channel is tried first */
} MigRows;

void     mig_rows_take (MigRows *rows, guint row, double x0, double x1, double stem);
double   mig_rows_get_y (MigRows *rows, guint row);
gboolean mig_rows_has_room (MigRows *rows, const MigCandidate *c);
gboolean mig_rows_place (MigRows *rows, MigCandidate *c);
gboolean mig_rows_place_inside (MigRows *rows, MigCandidate *c);
gboolean mig_rows_place_beyond (MigRows *rows, MigCandidate *c, gboolean later);

G_END_DECLS
