/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-contents.h"
#include "mig-contents-slice.h"
#include "mig-list-focus.h"

G_BEGIN_DECLS

/* Internal to the contents: their state, shared with the file that fills the lines of the list. */

struct _MigContents
{
  GtkWidget parent_instance;

  GtkWidget *tabs;
  GtkToggleButton *sessions;
  GtkToggleButton *speakers;
  GtkToggleButton *events;
  GtkToggleButton *documents;
  GtkWidget *scroller;
  GtkListView *view;
  GtkLabel *absent;

  MigNavigator *navigator;
  MigCorpus *corpus;
  MigSubset *subset; /* of the corpus */
  MigRef scope;
  MigContentsList list;
  MigContentsModel *models[MIG_N_CONTENTS_LISTS]; /* of the scope; made when first shown */
  MigContentsModel *whole[MIG_N_CONTENTS_LISTS];  /* of no scope */
  MigContentsSlice *slice; /* what the view has of one of them; NULL before there is one */
  MigListFocus *focus;

  guint tick;
  guint n_frames_to_wait; /* before another list is shown; 0 if it is */
  gboolean is_filling;    /* whether lines that come up wait if they are farther than... */
  guint center;           /* ... this from ... */
  guint reach;            /* ... that one */
};

void     mig_contents_init_lines (MigContents *self);
void     mig_contents_show_lines (MigContents *self, MigContentsModel *model);
void     mig_contents_end_lines  (MigContents *self, guint center);
gboolean mig_contents_fill_lines (MigContents *self, gint64 deadline);

G_END_DECLS
