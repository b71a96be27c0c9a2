/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-time-index.h"

G_BEGIN_DECLS

/*
 * What is inside an index of time, for the files that search it. Its trees are implicit: node 1 is the root, node i has
 * the children 2i and 2i+1, and the leaf of a position is node n_leaves + position.
 */
struct _MigTimeIndex
{
  guint n;
  guint n_leaves;    /* a power of two */
  MigRef *refs;
  gint32 *middles;   /* twice the middle day, which is a whole number */
  guint32 *weights;  /* tree of the number of mentions */
  guint32 *lengths;  /* tree of the number of days that the date claims */
  guint32 *children; /* sums, one more than there are things; NULL when nothing has children */
  guint fullest[MIG_TIME_INDEX_LEVELS];
};

G_END_DECLS
