/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-overview.h"
#include "mig-paint.h"

G_BEGIN_DECLS

/* Internal to the overview: its state and geometry, shared with the file that draws it. */

#define MIG_OVERVIEW_N_BUCKETS 72

typedef enum
{
  MIG_OVERVIEW_PART_NONE,
  MIG_OVERVIEW_PART_HANDLE,
  MIG_OVERVIEW_PART_START,
  MIG_OVERVIEW_PART_END,
} MigOverviewPart;

struct _MigOverview
{
  GtkWidget parent_instance;

  MigNavigator *navigator;
  MigViewport *viewport;
  GSignalGroup *navigator_signals;
  GSignalGroup *viewport_signals;
  MigPalette palette;
  MigTextCache *texts;

  guint buckets[MIG_OVERVIEW_N_BUCKETS];
  guint hidden[MIG_OVERVIEW_N_BUCKETS]; /* what the filters take away */
  guint fullest; /* of both together */
  MigSearchResults *results; /* whose hits are drawn, or NULL */
  guint hits[MIG_OVERVIEW_N_BUCKETS];
  double first; /* the span that the strip shows, in Julian days */
  double last;

  MigOverviewPart dragged;
  guint rest_id;
  double drag_start;
  double drag_end;
};

MigCorpus    *mig_overview_get_corpus (MigOverview *self);
MigSubset    *mig_overview_get_subset (MigOverview *self);
double        mig_overview_get_unit (MigOverview *self);
double        mig_overview_get_strip_width (MigOverview *self);
double        mig_overview_widget_x_to_x (MigOverview *self, double x);
void          mig_overview_get_handle (MigOverview *self, double *x0, double *x1);
void          mig_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
