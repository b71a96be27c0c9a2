/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-briefing.h"

G_BEGIN_DECLS

/* Internal to the briefing: its states, shared with the file that holds its edits. */

typedef struct
{
  char *title;
  guint duration;
  GPtrArray *scenes;
  MigBriefingEdit edit; /* what led from the state before to this one */
  char *edited;         /* the id of the scene that it was about, or NULL */
} MigBriefingState;

struct _MigBriefing
{
  GObject parent_instance;

  GPtrArray *states; /* MigBriefingState; the present one and those before and after it */
  guint present;
  gboolean sealed;         /* the next edit stands by itself */
  MigBriefingState *saved; /* the state that the file has, or NULL; compared only */

  char *corpus_id;
  char *corpus_title;
  char *corpus_location;
  JsonObject *unknown;
};

static inline MigBriefingState *
mig_briefing_get_state (MigBriefing *self)
{
  return g_ptr_array_index (self->states, self->present);
}

GPtrArray        *mig_briefing_copy_scenes (GPtrArray *scenes);
void              mig_briefing_state_free (gpointer data);
MigBriefingState *mig_briefing_state_next (MigBriefing *self, MigBriefingEdit edit, const char *edited);
void              mig_briefing_take_state (MigBriefing *self, MigBriefingState *next);
void              mig_briefing_announce (MigBriefing *self,
                                         const MigBriefingState *before,
                                         const MigBriefingState *now);

G_END_DECLS
