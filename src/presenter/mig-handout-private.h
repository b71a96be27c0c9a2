/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-handout.h"

G_BEGIN_DECLS

/* Internal to handouts: what the PDF and the pictures share. */

GskRenderNode  *mig_handout_draw_scene (MigRoomPainter *painter,
                                        MigSceneSight *sight,
                                        MigBriefing *briefing,
                                        MigCorpus *corpus,
                                        guint position,
                                        const MigHandoutOptions *options);

G_END_DECLS
