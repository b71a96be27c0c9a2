/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MigTalkLevel:
 * @MIG_TALK_LEVEL_GOOD: there is time
 * @MIG_TALK_LEVEL_LOW: little is left: a tenth of what was planned, and at least a minute
 * @MIG_TALK_LEVEL_OVER: none is left
 */
typedef enum
{
  MIG_TALK_LEVEL_GOOD,
  MIG_TALK_LEVEL_LOW,
  MIG_TALK_LEVEL_OVER,
} MigTalkLevel;

typedef struct _MigTalkTimer MigTalkTimer;

MigTalkTimer *mig_talk_timer_new (void);
void          mig_talk_timer_free (MigTalkTimer *self);
void          mig_talk_timer_step (MigTalkTimer *self, gint64 now);
gboolean      mig_talk_timer_is_started (MigTalkTimer *self);
gboolean      mig_talk_timer_is_paused (MigTalkTimer *self);
void          mig_talk_timer_pause (MigTalkTimer *self, gint64 now);
void          mig_talk_timer_resume (MigTalkTimer *self, gint64 now);
void          mig_talk_timer_reset (MigTalkTimer *self);
gint64        mig_talk_timer_get_elapsed (MigTalkTimer *self, gint64 now);
gint64        mig_talk_timer_get_scene_elapsed (MigTalkTimer *self, gint64 now);
MigTalkLevel  mig_talk_timer_get_level (MigTalkTimer *self, gint64 now, guint planned);
char         *mig_talk_timer_format (gint64 seconds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigTalkTimer, mig_talk_timer_free)

G_END_DECLS
