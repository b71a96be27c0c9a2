/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-briefing.h"
#include "mig-palette.h"
#include "mig-room-painter.h"
#include "mig-scene-sight.h"

G_BEGIN_DECLS

/**
 * MigPaper:
 *
 * The papers that a handout is printed on.
 */
typedef enum
{
  MIG_PAPER_A4,
  MIG_PAPER_LETTER,
} MigPaper;

/**
 * MigHandoutFormat:
 * @MIG_HANDOUT_PDF: one document, a scene a page
 * @MIG_HANDOUT_PNG: a folder of pictures, 1920 × 1080
 * @MIG_HANDOUT_SVG: a folder of drawings
 */
typedef enum
{
  MIG_HANDOUT_PDF,
  MIG_HANDOUT_PNG,
  MIG_HANDOUT_SVG,
} MigHandoutFormat;

/**
 * MigHandoutOptions:
 * @paper: of a PDF
 * @notes: whether a PDF has the notes under each scene
 * @palette: in which colours
 * @mirrored: whether time and text run leftwards
 * @keeps_time: whether time runs rightwards even so
 */
typedef struct
{
  MigPaper paper;
  gboolean notes;
  MigPalette palette;
  gboolean mirrored;
  gboolean keeps_time;
} MigHandoutOptions;

gboolean mig_paper_from_name (const char *name, MigPaper *paper);
MigPaper mig_paper_get_default (void);
GBytes  *mig_handout_to_pdf (MigBriefing *briefing,
                             MigCorpus *corpus,
                             const MigHandoutOptions *options,
                             GCancellable *cancellable,
                             GError **error);
gboolean mig_handout_write (MigBriefing *briefing,
                            MigCorpus *corpus,
                            const MigHandoutOptions *options,
                            MigHandoutFormat format,
                            GFile *file,
                            GCancellable *cancellable,
                            GError **error);
gboolean mig_room_view_init_scene (MigRoomView *view,
                                   MigSceneSight *sight,
                                   MigCorpus *corpus,
                                   MigBriefing *briefing,
                                   guint position,
                                   gboolean wait);

G_END_DECLS
