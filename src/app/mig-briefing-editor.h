/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-briefing-desk.h"

G_BEGIN_DECLS

#define MIG_TYPE_BRIEFING_EDITOR (mig_briefing_editor_get_type ())
G_DECLARE_FINAL_TYPE (MigBriefingEditor, mig_briefing_editor, MIG, BRIEFING_EDITOR, GtkWidget)

GtkWidget *mig_briefing_editor_new (MigBriefingDesk *desk);
void       mig_briefing_editor_set_briefing (MigBriefingEditor *self, MigBriefing *briefing);
void       mig_briefing_editor_set_corpus (MigBriefingEditor *self, MigCorpus *corpus);
guint      mig_briefing_editor_get_position (MigBriefingEditor *self);
void       mig_briefing_editor_select (MigBriefingEditor *self, guint position);

G_END_DECLS
