/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigGlyphKind:
 * @MIG_GLYPH_NONE: nothing, for a row that only keeps the column
 * @MIG_GLYPH_MEETING: a bar: a meeting or session
 * @MIG_GLYPH_DOT: a dot: somebody, or an intervention
 * @MIG_GLYPH_EVENT: a solid diamond: an event with a date
 * @MIG_GLYPH_EVENT_ROUGH: a hollow diamond on a fading bar: an event that is dated roughly
 * @MIG_GLYPH_EVENT_UNDATED: a dashed diamond
 * @MIG_GLYPH_DOCUMENT: a sheet with a folded corner
 * @MIG_GLYPH_TOPIC: a ring
 */
typedef enum
{
  MIG_GLYPH_NONE,
  MIG_GLYPH_MEETING,
  MIG_GLYPH_DOT,
  MIG_GLYPH_EVENT,
  MIG_GLYPH_EVENT_ROUGH,
  MIG_GLYPH_EVENT_UNDATED,
  MIG_GLYPH_DOCUMENT,
  MIG_GLYPH_TOPIC,
} MigGlyphKind;

#define MIG_TYPE_GLYPH (mig_glyph_get_type ())
G_DECLARE_FINAL_TYPE (MigGlyph, mig_glyph, MIG, GLYPH, GtkWidget)

GtkWidget    *mig_glyph_new      (MigGlyphKind kind);
void          mig_glyph_set_kind (MigGlyph *self, MigGlyphKind kind);
MigGlyphKind  mig_glyph_kind_for (MigCorpus *corpus, MigRef ref);

G_END_DECLS
