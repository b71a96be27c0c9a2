/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-handout.h"

G_BEGIN_DECLS

/* Internal to handouts: what the PDF and the pictures share. */

PangoContext   *mig_handout_create_context (gboolean mirrored);
GskRenderNode  *mig_handout_draw_scene (MigRoomPainter *painter,
                                        MigBriefing *briefing,
                                        MigCorpus *corpus,
                                        guint position,
                                        gboolean mirrored);
cairo_status_t  mig_handout_append_bytes (void *closure, const unsigned char *data, unsigned int length);
gboolean        mig_handout_check (cairo_status_t status, GError **error);

G_END_DECLS
