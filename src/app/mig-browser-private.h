/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-browser.h"
#include "mig-details.h"
#include "mig-overview.h"
#include "mig-timeline.h"

G_BEGIN_DECLS

/* Internal to the browser: its state, shared with the file of what can be done with it. */

struct _MigBrowser
{
  GtkWidget parent_instance;

  GtkPaned *paned;
  GtkWidget *top;
  GtkWidget *strip;
  GtkWidget *zoom_box;
  GtkScale *scale;
  GtkAdjustment *adjustment;
  GtkWidget *fit_button;
  GtkWidget *list_button;
  GtkWidget *pane;
  GtkWidget *timeline; /* in the pane */
  GtkWidget *overview;
  GtkWidget *details; /* NULL until the timeline stands on the screen */
  guint n_frames;

  MigNavigator *navigator;
  MigViewport *viewport;
  int timeline_height; /* 0: as much as the lanes need */
  gboolean allocating;
  gboolean lists_hits;
  double width_em;
  double height_em;
  guint fold_id;
  gboolean focus_waits; /* for the timeline's first size */
  guint focus_id;
};

GtkWidget *mig_browser_ensure_details (MigBrowser *self);
void       mig_browser_spare_height (MigBrowser *self);

G_END_DECLS
