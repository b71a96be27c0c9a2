/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-contents.h"
#include "mig-crumbs.h"
#include "mig-details.h"
#include "mig-page.h"
#include "mig-panes.h"
#include "mig-preview.h"

G_BEGIN_DECLS

/* Internal to the details: their state, shared with the file of what can be done in them. */

struct _MigDetails
{
  GtkWidget parent_instance;

  MigPanes *panes;
  MigCrumbs *crumbs;
  GtkStack *lists;
  MigContents *contents;
  MigSearchList *results; /* NULL until something is looked for */
  GtkWidget *host;
  GtkWidget *marks_bar;
  GtkLabel *marks_label;

  MigNavigator *navigator;
  MigFinder *finder;   /* NULL until something is looked for */
  MigPreview *preview;
  MigCorpus *corpus; /* of the page that is shown */
  MigPage *page;
};

void mig_details_install_actions (GtkWidgetClass *widget_class);
void mig_details_sync_actions    (MigDetails *self);
void mig_details_install_marks   (GtkWidgetClass *widget_class);
void mig_details_follow_finder   (MigDetails *self, MigFinder *finder);
void mig_details_sync_marks      (MigDetails *self);
void mig_details_show_marks      (MigDetails *self);

G_END_DECLS
