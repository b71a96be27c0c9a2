/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-briefing-editor.h"
#include "mig-scene-row.h"
#include "mig-talk-timer.h"

G_BEGIN_DECLS

/* Internal to the editor: its state, shared with the file that holds its list. */

struct _MigBriefingEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *title_entry;
  GtkLabel *sum_label;
  GtkSpinButton *plan_spin;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkListView *list;
  GtkWidget *form;
  GtkEditable *name_entry;
  GtkSpinButton *duration_spin;
  GtkTextView *note_view;
  GtkLabel *view_label;

  MigBriefingDesk *desk;
  MigBriefing *briefing;
  MigCorpus *corpus;
  GtkSingleSelection *selection;
  char *scene_id;      /* of the scene that is chosen, or NULL */
  guint last_position; /* where it was last */
  gboolean syncing;    /* entries change because the briefing did */
  gboolean typing;     /* the briefing changes because an entry did */
};

MigScene *mig_briefing_editor_get_scene (MigBriefingEditor *self, guint *position);
void      mig_briefing_editor_show_scene (MigBriefingEditor *self, MigScene *scene);
void      mig_briefing_editor_add_list (MigBriefingEditor *self);
void      mig_briefing_editor_sync_model (MigBriefingEditor *self);
void      mig_briefing_editor_sync_selection (MigBriefingEditor *self);

G_END_DECLS
