/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-briefing.h"
#include "mig-room-painter.h"
#include "mig-talk-timer.h"
#include "mig-viewport.h"

G_BEGIN_DECLS

/**
 * MigCover:
 *
 * What lies over the room's screen.
 */
typedef enum
{
  MIG_COVER_NONE,
  MIG_COVER_BLACK,
  MIG_COVER_WHITE,
} MigCover;

#define MIG_PRESENTATION_MAX_MAGNIFICATION 8.0

#define MIG_TYPE_PRESENTATION (mig_presentation_get_type ())
G_DECLARE_FINAL_TYPE (MigPresentation, mig_presentation, MIG, PRESENTATION, GObject)

MigPresentation *mig_presentation_new (MigCorpus *corpus, MigBriefing *briefing, guint position);
MigCorpus       *mig_presentation_get_corpus (MigPresentation *self);
MigBriefing     *mig_presentation_get_briefing (MigPresentation *self);
MigTalkTimer    *mig_presentation_get_timer (MigPresentation *self);
guint            mig_presentation_get_planned (MigPresentation *self);
void             mig_presentation_set_animated (MigPresentation *self, gboolean animated);

/* Scenes */
guint            mig_presentation_get_position (MigPresentation *self);
guint            mig_presentation_get_shown (MigPresentation *self);
gboolean         mig_presentation_find_step (MigPresentation *self, int direction, guint *position);
void             mig_presentation_next (MigPresentation *self);
void             mig_presentation_back (MigPresentation *self);
void             mig_presentation_first (MigPresentation *self);
void             mig_presentation_last (MigPresentation *self);
void             mig_presentation_go_to (MigPresentation *self, guint position);
void             mig_presentation_end (MigPresentation *self);

/* What is typed */
const char      *mig_presentation_get_digits (MigPresentation *self);
void             mig_presentation_type_digit (MigPresentation *self, guint digit);
void             mig_presentation_enter (MigPresentation *self);
void             mig_presentation_backspace (MigPresentation *self);
void             mig_presentation_escape (MigPresentation *self);

/* The room's screen */
MigCover         mig_presentation_get_cover (MigPresentation *self);
void             mig_presentation_toggle_cover (MigPresentation *self, MigCover cover);
gboolean         mig_presentation_get_frozen (MigPresentation *self);
void             mig_presentation_toggle_freeze (MigPresentation *self);
gboolean         mig_presentation_get_overview (MigPresentation *self);
void             mig_presentation_toggle_overview (MigPresentation *self);
gboolean         mig_presentation_get_pointing (MigPresentation *self);
void             mig_presentation_toggle_pointing (MigPresentation *self);
gboolean         mig_presentation_get_pointer (MigPresentation *self, double *x, double *y);
void             mig_presentation_move_pointer (MigPresentation *self, double x, double y);
void             mig_presentation_hide_pointer (MigPresentation *self);
double           mig_presentation_get_magnification (MigPresentation *self, double *x, double *y);
void             mig_presentation_magnify (MigPresentation *self, double factor);
void             mig_presentation_toggle_magnify (MigPresentation *self);
void             mig_presentation_swap (MigPresentation *self);

/* Exploring */
gboolean         mig_presentation_get_exploring (MigPresentation *self);
void             mig_presentation_explore (MigPresentation *self, MigRef ref);
void             mig_presentation_pan (MigPresentation *self, double days);
void             mig_presentation_zoom (MigPresentation *self, double factor, double anchor);
void             mig_presentation_return (MigPresentation *self);

/* Time */
gboolean         mig_presentation_is_moving (MigPresentation *self);
gboolean         mig_presentation_advance (MigPresentation *self, gint64 now);
gboolean         mig_presentation_get_keeps_time (MigPresentation *self);
void             mig_presentation_set_keeps_time (MigPresentation *self, gboolean keeps_time);
void             mig_presentation_prepare (MigPresentation *self);
gboolean         mig_presentation_get_searching (MigPresentation *self);
void             mig_presentation_set_searching (MigPresentation *self, gboolean searching);
void             mig_presentation_init_view (MigPresentation *self, MigRoomView *view);
void             mig_presentation_toggle_pause (MigPresentation *self);

G_END_DECLS
