/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-briefing.h"
#include "mig-presenter.h"
#include "mig-window.h"

G_BEGIN_DECLS

#define MIG_TYPE_BRIEFING_DESK (mig_briefing_desk_get_type ())
G_DECLARE_FINAL_TYPE (MigBriefingDesk, mig_briefing_desk, MIG, BRIEFING_DESK, GObject)

MigBriefingDesk *mig_briefing_desk_new (MigWindow *window, GSettings *settings);
MigBriefing     *mig_briefing_desk_get_briefing (MigBriefingDesk *self);
MigPresenter    *mig_briefing_desk_get_presenter (MigBriefingDesk *self);
MigBriefing     *mig_briefing_desk_ensure_briefing (MigBriefingDesk *self);
MigScene        *mig_briefing_desk_create_scene (MigBriefingDesk *self);
void             mig_briefing_desk_show_scene (MigBriefingDesk *self, MigScene *scene);
void             mig_briefing_desk_show_lanes (MigBriefingDesk *self, MigScene *scene);
void             mig_briefing_desk_open (MigBriefingDesk *self, GFile *file);
void             mig_briefing_desk_present (MigBriefingDesk *self, gint64 position);
void             mig_briefing_desk_take_corpus (MigBriefingDesk *self);
gboolean         mig_briefing_desk_may_close (MigBriefingDesk *self);

G_END_DECLS
