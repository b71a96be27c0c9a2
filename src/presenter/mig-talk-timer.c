/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-talk-timer.h"

#include <glib/gi18n-lib.h>

/*
 * MigTalkTimer: how long a talk and its present scene have lasted. It starts at the first step, not when the windows
 * open, and what was spent in a pause does not count. It has no clock of its own: whoever asks says what time it is, in
 * microseconds of g_get_monotonic_time().
 */

/* How much of the time that was planned is little, and the least and the most that is. */
#define LOW_PART 10
#define LOW_LEAST 60
#define LOW_MOST 300

struct _MigTalkTimer
{
  gboolean started;
  gboolean paused;
  gint64 began;       /* moves on by what was spent in pauses */
  gint64 scene_began;
  gint64 paused_at;
};

/**
 * mig_talk_timer_new:
 *
 * Returns: (transfer full): a timer that has not started
 */
MigTalkTimer *
mig_talk_timer_new (void)
{
  return g_new0 (MigTalkTimer, 1);
}

/**
 * mig_talk_timer_free:
 * @self: (transfer full) (nullable): a timer
 */
void
mig_talk_timer_free (MigTalkTimer *self)
{
  g_free (self);
}

/**
 * mig_talk_timer_step:
 * @now: µs
 *
 * Another scene begins. The first step starts the timer; one in a pause leaves it paused.
 */
void
mig_talk_timer_step (MigTalkTimer *self, gint64 now)
{
  if (!self->started)
    {
      self->started = TRUE;
      self->began = now;
    }
  self->scene_began = self->paused ? self->paused_at : now;
}

/**
 * mig_talk_timer_is_started:
 *
 * Returns: whether there was a first step
 */
gboolean
mig_talk_timer_is_started (MigTalkTimer *self)
{
  return self->started;
}

/**
 * mig_talk_timer_is_paused:
 *
 * Returns: whether time stands still
 */
gboolean
mig_talk_timer_is_paused (MigTalkTimer *self)
{
  return self->paused;
}

/**
 * mig_talk_timer_pause:
 * @now: µs
 */
void
mig_talk_timer_pause (MigTalkTimer *self, gint64 now)
{
  if (!self->started || self->paused)
    return;
  self->paused = TRUE;
  self->paused_at = now;
}

/**
 * mig_talk_timer_resume:
 * @now: µs
 */
void
mig_talk_timer_resume (MigTalkTimer *self, gint64 now)
{
  if (!self->paused)
    return;
  self->paused = FALSE;
  self->began += now - self->paused_at;
  self->scene_began += now - self->paused_at;
}

/**
 * mig_talk_timer_reset:
 *
 * Sets the timer back to before the first step.
 */
void
mig_talk_timer_reset (MigTalkTimer *self)
{
  *self = (MigTalkTimer){ 0 };
}

static gint64
since (MigTalkTimer *self, gint64 began, gint64 now)
{
  if (!self->started)
    return 0;
  return MAX ((self->paused ? self->paused_at : now) - began, 0) / G_USEC_PER_SEC;
}

/**
 * mig_talk_timer_get_elapsed:
 * @now: µs
 *
 * Returns: the whole seconds since the first step, without pauses
 */
gint64
mig_talk_timer_get_elapsed (MigTalkTimer *self, gint64 now)
{
  return since (self, self->began, now);
}

/**
 * mig_talk_timer_get_scene_elapsed:
 * @now: µs
 *
 * Returns: the whole seconds since the last step, without pauses
 */
gint64
mig_talk_timer_get_scene_elapsed (MigTalkTimer *self, gint64 now)
{
  return since (self, self->scene_began, now);
}

/**
 * mig_talk_timer_get_level:
 * @now: µs
 * @planned: how long the talk is meant to take, in seconds; 0 when that is not planned
 *
 * Returns: how much of that is left
 */
MigTalkLevel
mig_talk_timer_get_level (MigTalkTimer *self, gint64 now, guint planned)
{
  gint64 left = (gint64) planned - mig_talk_timer_get_elapsed (self, now);

  if (planned == 0)
    return MIG_TALK_LEVEL_GOOD;
  if (left < 0)
    return MIG_TALK_LEVEL_OVER;
  return left <= CLAMP (planned / LOW_PART, LOW_LEAST, LOW_MOST) && self->started ? MIG_TALK_LEVEL_LOW
                                                                                   : MIG_TALK_LEVEL_GOOD;
}

/**
 * mig_talk_timer_format:
 * @seconds: how many; below zero for time that was overrun
 *
 * Returns: (transfer full): "12:18", "1:02:05", "−0:30"
 */
char *
mig_talk_timer_format (gint64 seconds)
{
  const char *sign = seconds < 0 ? "−" : "";
  gint64 n = ABS (seconds);

  if (n >= 3600)
    /* Translators: hours, minutes and seconds of a timer; %1$s is a minus sign or nothing */
    return g_strdup_printf (C_("timer", "%1$s%2$d:%3$02d:%4$02d"), sign, (int) (n / 3600), (int) (n / 60 % 60),
                            (int) (n % 60));
  /* Translators: minutes and seconds of a timer; %1$s is a minus sign or nothing */
  return g_strdup_printf (C_("timer", "%1$s%2$d:%3$02d"), sign, (int) (n / 60), (int) (n % 60));
}
