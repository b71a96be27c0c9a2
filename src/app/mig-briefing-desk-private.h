/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-briefing-desk.h"
#include "mig-briefing-editor.h"
#include "mig-briefing-keeper.h"

G_BEGIN_DECLS

/* Internal to the desk: its state, shared with the file that holds its actions. */

/* What waits for an answer about changes that were not saved. */
typedef enum
{
  MIG_DESK_STAYS,
  MIG_DESK_CLOSES, /* the window closes */
  MIG_DESK_OPENS, /* another briefing comes, the pending one */
} MigDeskNext;

struct _MigBriefingDesk
{
  GObject parent_instance;

  MigWindow *window; /* owns the desk */
  GSettings *settings;
  MigBriefing *briefing; /* NULL while there is none but what the corpus suggests */
  MigBriefingKeeper *keeper;
  GFile *file; /* NULL while it was never saved */
  MigPresenter *presenter; /* NULL but while presenting */
  MigBriefingEditor *editor; /* NULL until it is first asked for */

  GFile *pending; /* to be opened once there is a corpus */
  gint64 pending_position; /* where to begin to present then; −1 for nowhere */
  gboolean looked_for_leftovers;
  gboolean followed_location; /* whether the corpus that a briefing names was opened already */
  MigDeskNext next;
  gboolean closing;
};

MigCorpus *mig_briefing_desk_get_corpus (MigBriefingDesk *self);
void       mig_briefing_desk_take_briefing (MigBriefingDesk *self, MigBriefing *briefing, GFile *file);
gboolean   mig_briefing_desk_keeps_time (MigBriefingDesk *self);
void       mig_briefing_desk_add_actions (MigBriefingDesk *self);
void       mig_briefing_desk_sync_actions (MigBriefingDesk *self);
void       mig_briefing_desk_show_editor (MigBriefingDesk *self, gboolean shown);
void       mig_briefing_desk_save (MigBriefingDesk *self, gboolean ask);
void       mig_briefing_desk_go_on (MigBriefingDesk *self);
void       mig_briefing_desk_stay (MigBriefingDesk *self);

G_END_DECLS
