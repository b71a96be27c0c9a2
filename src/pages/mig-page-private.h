/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-columns.h"
#include "mig-marks.h"
#include "mig-outline.h"
#include "mig-page-queue.h"
#include "mig-page.h"

G_BEGIN_DECLS

/* Internal to the page: its state, shared with the files of what it is filled with and of what is marked in it. */

struct _MigPage
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  MigColumns *columns;

  MigCorpus *corpus;
  MigRef ref;
  MigRef compared; /* none, unless the page compares the record with it */
  char *title;
  MigOutline *outline;
  MigRaisings *raisings; /* NULL until they are found */
  double wanted_scroll;

  MigMarks *marks;
  gboolean marks_are_stale; /* the page has grown, or something else is looked for */

  MigPageQueue queue;
  guint tick;
  gboolean is_begun;  /* whether it has what its first frame shows */
  gboolean is_rested; /* whether it has left a frame to what stands beside it */
  gboolean is_held;   /* whether what comes next is not for the first frame */
};

void     mig_page_ensure_tick (MigPage *self);
gboolean mig_page_run_work    (MigPage *self, gint64 deadline);

G_END_DECLS
