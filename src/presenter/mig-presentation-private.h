/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-presentation.h"
#include "mig-scene-sight.h"

G_BEGIN_DECLS

/* Internal to the presentation: its state, shared by the files that hold its parts. */

struct _MigPresentation
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigBriefing *briefing;
  MigViewport *viewport; /* what the room sees */
  MigTalkTimer *timer;
  gboolean animated;
  gboolean keeps_time;

  char *scene_id;  /* of where the presenter is */
  guint position;
  char *shown_id;  /* of what the room sees; another one while frozen */
  guint shown;
  MigSceneSight *sight; /* of the scene that the room sees, also while it explores */
  MigSceneSight *near_by[2]; /* of those a step away, looked at before they are needed */

  MigRef selected; /* what the room sees */
  MigRef before;   /* what its card gives way to */
  double fade;
  gint64 fade_began; /* 0 before the first frame of a fade */

  GString *digits;
  MigCover cover;
  gboolean frozen;
  gboolean overview;
  gboolean exploring;
  gboolean searching;
  gboolean ended;

  gboolean pointing;
  gboolean has_pointer;
  double pointer_x; /* parts of the room's screen, from 0 to 1 */
  double pointer_y;
  double magnification;
  double focus_x;
  double focus_y;
};

void mig_presentation_changed (MigPresentation *self);
void mig_presentation_announce (MigPresentation *self, const char *message);
void mig_presentation_announce_scene (MigPresentation *self);
void mig_presentation_add_sights (MigPresentation *self);
void mig_presentation_drop_sights (MigPresentation *self);
void mig_presentation_look (MigPresentation *self, MigScene *scene);
void mig_presentation_show_scene (MigPresentation *self);
void mig_presentation_select_ref (MigPresentation *self, MigRef ref);
void mig_presentation_moved (MigPresentation *self);
gboolean mig_presentation_is_gone (MigPresentation *self, guint position);

G_END_DECLS
