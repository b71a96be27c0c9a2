/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-scene.h"

G_BEGIN_DECLS

/**
 * MigBriefingEdit:
 *
 * The kinds of edit. Edits of one kind that follow each other at the same scene, as while typing, are undone at once.
 */
typedef enum
{
  MIG_BRIEFING_EDIT_NONE,
  MIG_BRIEFING_EDIT_TITLE,
  MIG_BRIEFING_EDIT_PLAN,
  MIG_BRIEFING_EDIT_ADD,
  MIG_BRIEFING_EDIT_REMOVE,
  MIG_BRIEFING_EDIT_MOVE,
  MIG_BRIEFING_EDIT_DUPLICATE,
  MIG_BRIEFING_EDIT_NAME,
  MIG_BRIEFING_EDIT_NOTE,
  MIG_BRIEFING_EDIT_DURATION,
  MIG_BRIEFING_EDIT_VIEW,
} MigBriefingEdit;

/* As many scenes as a briefing may have. */
#define MIG_BRIEFING_MAX_SCENES 10000

#define MIG_TYPE_BRIEFING (mig_briefing_get_type ())
G_DECLARE_FINAL_TYPE (MigBriefing, mig_briefing, MIG, BRIEFING, GObject)

MigBriefing *mig_briefing_new (const char *title);
const char  *mig_briefing_get_title (MigBriefing *self);
void         mig_briefing_set_title (MigBriefing *self, const char *title);
guint        mig_briefing_get_duration (MigBriefing *self);
void         mig_briefing_set_duration (MigBriefing *self, guint seconds);

/* Which corpus it is about */
const char  *mig_briefing_get_corpus_id (MigBriefing *self);
const char  *mig_briefing_get_corpus_title (MigBriefing *self);
const char  *mig_briefing_get_corpus_location (MigBriefing *self);
void         mig_briefing_set_corpus (MigBriefing *self, const char *id, const char *title, const char *location);
JsonObject  *mig_briefing_get_unknown (MigBriefing *self);
void         mig_briefing_set_unknown (MigBriefing *self, JsonObject *unknown);

/* Scenes */
guint        mig_briefing_get_n (MigBriefing *self);
MigScene    *mig_briefing_get (MigBriefing *self, guint position);
gboolean     mig_briefing_find (MigBriefing *self, const char *id, guint *position);
guint        mig_briefing_sum_durations (MigBriefing *self, guint first, guint n);
void         mig_briefing_begin (MigBriefing *self, GPtrArray *scenes, guint duration);
gboolean     mig_briefing_insert (MigBriefing *self, guint position, MigScene *scene);
void         mig_briefing_remove (MigBriefing *self, guint position);
void         mig_briefing_move (MigBriefing *self, guint from, guint to);
gboolean     mig_briefing_duplicate (MigBriefing *self, guint position);
void         mig_briefing_replace (MigBriefing *self, guint position, MigScene *scene, MigBriefingEdit edit);

/* The past */
gboolean     mig_briefing_get_can_undo (MigBriefing *self);
gboolean     mig_briefing_get_can_redo (MigBriefing *self);
const char  *mig_briefing_get_undo_text (MigBriefing *self);
const char  *mig_briefing_get_redo_text (MigBriefing *self);
void         mig_briefing_undo (MigBriefing *self);
void         mig_briefing_redo (MigBriefing *self);
void         mig_briefing_seal (MigBriefing *self);
gboolean     mig_briefing_get_modified (MigBriefing *self);
void         mig_briefing_set_saved (MigBriefing *self);
void         mig_briefing_set_unsaved (MigBriefing *self);

G_END_DECLS
