/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-presentation-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-briefing-default.h"

/* What is done to the room's screen, what is typed, and the explorations between two scenes. */

#define MAX_DIGITS 5
#define TOGGLED_MAGNIFICATION 2.0
#define EXPLORE_DURATION (500 * G_TIME_SPAN_MILLISECOND)
#define STEP_DURATION (200 * G_TIME_SPAN_MILLISECOND)

/**
 * mig_presentation_get_digits:
 * @self: a presentation
 *
 * Returns: (transfer none): the digits typed so far of a scene's number
 */
const char *
mig_presentation_get_digits (MigPresentation *self)
{
  return self->digits->str;
}

/**
 * mig_presentation_type_digit:
 * @self: a presentation
 * @digit: from 0 to 9
 */
void
mig_presentation_type_digit (MigPresentation *self, guint digit)
{
  g_return_if_fail (digit <= 9);

  if (self->digits->len < MAX_DIGITS && (digit > 0 || self->digits->len > 0))
    g_string_append_c (self->digits, (char) ('0' + digit));
  mig_presentation_changed (self);
}

/**
 * mig_presentation_enter:
 * @self: a presentation
 *
 * Goes to the scene whose number was typed; else to the next, as clickers with an Enter key expect.
 */
void
mig_presentation_enter (MigPresentation *self)
{
  guint64 number = g_ascii_strtoull (self->digits->str, NULL, 10);

  if (number > 0)
    mig_presentation_go_to (self, (guint) number - 1);
  else
    mig_presentation_next (self);
}

/**
 * mig_presentation_backspace:
 * @self: a presentation
 *
 * Takes back the last digit, or leaves the search and returns from an exploration to the scene, or goes to the scene
 * before.
 */
void
mig_presentation_backspace (MigPresentation *self)
{
  if (self->digits->len > 0)
    {
      g_string_truncate (self->digits, self->digits->len - 1);
      mig_presentation_changed (self);
    }
  else if (self->searching || self->exploring)
    {
      mig_presentation_set_searching (self, FALSE);
      mig_presentation_return (self);
    }
  else
    mig_presentation_back (self);
}

/**
 * mig_presentation_escape:
 * @self: a presentation
 *
 * Leaves what was typed, or the search, or the overview; else ends the presentation.
 */
void
mig_presentation_escape (MigPresentation *self)
{
  if (self->digits->len > 0)
    {
      g_string_truncate (self->digits, 0);
      mig_presentation_changed (self);
    }
  else if (self->searching)
    mig_presentation_set_searching (self, FALSE);
  else if (self->overview)
    mig_presentation_toggle_overview (self);
  else
    mig_presentation_end (self);
}

/**
 * mig_presentation_get_cover:
 * @self: a presentation
 *
 * Returns: what lies over the room's screen
 */
MigCover
mig_presentation_get_cover (MigPresentation *self)
{
  return self->cover;
}

/**
 * mig_presentation_toggle_cover:
 * @self: a presentation
 * @cover: black or white
 *
 * Covers the room's screen, or uncovers it if it is covered in that colour.
 */
void
mig_presentation_toggle_cover (MigPresentation *self, MigCover cover)
{
  g_return_if_fail (cover != MIG_COVER_NONE);

  self->cover = self->cover == cover ? MIG_COVER_NONE : cover;
  self->overview = self->searching = FALSE;
  if (self->cover == MIG_COVER_BLACK)
    mig_presentation_announce (self, _("The room’s screen is black."));
  else if (self->cover == MIG_COVER_WHITE)
    mig_presentation_announce (self, _("The room’s screen is white."));
  else
    mig_presentation_announce (self, _("The room sees the scene again."));
  mig_presentation_changed (self);
}

/**
 * mig_presentation_get_frozen:
 * @self: a presentation
 *
 * Returns: whether the room's screen stays as it is while the presenter steps on
 */
gboolean
mig_presentation_get_frozen (MigPresentation *self)
{
  return self->frozen;
}

/**
 * mig_presentation_toggle_freeze:
 * @self: a presentation
 *
 * Freezes the room's screen; or lets it go, and it follows to where the presenter is by now.
 */
void
mig_presentation_toggle_freeze (MigPresentation *self)
{
  self->frozen = !self->frozen;
  if (self->frozen)
    mig_viewport_finish (self->viewport);
  else if (!self->exploring || self->shown != self->position)
    mig_presentation_show_scene (self);
  mig_presentation_announce (self, self->frozen ? _("The room’s screen is frozen.")
                                                : _("The room’s screen follows again."));
  mig_presentation_changed (self);
}

/**
 * mig_presentation_get_overview:
 * @self: a presentation
 *
 * Returns: whether all scenes are laid out to choose from
 */
gboolean
mig_presentation_get_overview (MigPresentation *self)
{
  return self->overview;
}

/**
 * mig_presentation_toggle_overview:
 * @self: a presentation
 *
 * Lays out all scenes to choose from, or puts them away.
 */
void
mig_presentation_toggle_overview (MigPresentation *self)
{
  self->overview = !self->overview;
  self->searching = FALSE;
  if (self->overview)
    mig_presentation_announce (self, _("Overview of all scenes"));
  else
    mig_presentation_announce_scene (self);
  mig_presentation_changed (self);
}

/* The pointer */

/**
 * mig_presentation_get_pointing:
 * @self: a presentation
 *
 * Returns: whether the pointer is highlighted on the room's screen
 */
gboolean
mig_presentation_get_pointing (MigPresentation *self)
{
  return self->pointing;
}

/**
 * mig_presentation_toggle_pointing:
 * @self: a presentation
 *
 * Highlights the pointer on the room's screen, or hides it.
 */
void
mig_presentation_toggle_pointing (MigPresentation *self)
{
  self->pointing = !self->pointing;
  mig_presentation_changed (self);
}

/**
 * mig_presentation_get_pointer:
 * @self: a presentation
 * @x: (out): where it is, a part of the screen's width, from 0 to 1
 * @y: (out): where it is, a part of the screen's height
 *
 * Returns: whether there is a pointer on the room's screen, or on the console's picture of it
 */
gboolean
mig_presentation_get_pointer (MigPresentation *self, double *x, double *y)
{
  *x = self->pointer_x;
  *y = self->pointer_y;
  return self->has_pointer;
}

/**
 * mig_presentation_move_pointer:
 * @self: a presentation
 * @x: a part of the screen's width, from 0 to 1
 * @y: a part of its height
 */
void
mig_presentation_move_pointer (MigPresentation *self, double x, double y)
{
  self->has_pointer = TRUE;
  self->pointer_x = CLAMP (x, 0, 1);
  self->pointer_y = CLAMP (y, 0, 1);
  if (self->pointing)
    mig_presentation_moved (self);
}

/**
 * mig_presentation_hide_pointer:
 * @self: a presentation
 *
 * The pointer left the screen.
 */
void
mig_presentation_hide_pointer (MigPresentation *self)
{
  self->has_pointer = FALSE;
  if (self->pointing)
    mig_presentation_moved (self);
}

/**
 * mig_presentation_get_magnification:
 * @self: a presentation
 * @x: (out): the point that stays in its place, a part of the screen's width
 * @y: (out): the same, of its height
 *
 * Returns: how many times the room's screen is magnified, from 1
 */
double
mig_presentation_get_magnification (MigPresentation *self, double *x, double *y)
{
  *x = self->focus_x;
  *y = self->focus_y;
  return self->magnification;
}

static void
set_magnification (MigPresentation *self, double magnification)
{
  self->magnification = CLAMP (magnification, 1, MIG_PRESENTATION_MAX_MAGNIFICATION);
  mig_presentation_changed (self);
}

/**
 * mig_presentation_magnify:
 * @self: a presentation
 * @factor: how many times more; less than 1 for less
 *
 * Magnifies the room's screen about the pointer.
 */
void
mig_presentation_magnify (MigPresentation *self, double factor)
{
  g_return_if_fail (isfinite (factor) && factor > 0);

  if (self->magnification <= 1 && self->has_pointer)
    {
      self->focus_x = self->pointer_x;
      self->focus_y = self->pointer_y;
    }
  set_magnification (self, self->magnification * factor);
}

/**
 * mig_presentation_toggle_magnify:
 * @self: a presentation
 *
 * Magnifies the room's screen twice about the pointer, or sets it back.
 */
void
mig_presentation_toggle_magnify (MigPresentation *self)
{
  if (self->magnification > 1)
    set_magnification (self, 1);
  else
    mig_presentation_magnify (self, TOGGLED_MAGNIFICATION);
}

/* Exploring */

/**
 * mig_presentation_get_exploring:
 * @self: a presentation
 *
 * Returns: whether the room sees something else than the scene, because somebody asked
 */
gboolean
mig_presentation_get_exploring (MigPresentation *self)
{
  return self->exploring;
}

/**
 * mig_presentation_explore:
 * @self: a presentation
 * @ref: a record of its corpus
 *
 * Shows the room something else, unless its screen is frozen. What has no date is shown among what it has to do with.
 * mig_presentation_return() leads back to the scene, a step to the next one.
 */
void
mig_presentation_explore (MigPresentation *self, MigRef ref)
{
  const MigDate *date = mig_corpus_get_date (self->corpus, ref);
  gint64 duration = self->animated ? EXPLORE_DURATION : 0;
  double start, end;

  g_return_if_fail (ref != MIG_REF_NONE);

  if (self->frozen)
    {
      mig_presentation_announce (self, _("The room’s screen is frozen."));
      return;
    }
  self->cover = MIG_COVER_NONE;
  self->overview = self->searching = FALSE;
  self->exploring = TRUE;
  mig_presentation_select_ref (self, ref);
  if (mig_briefing_is_dated (self->corpus, ref))
    mig_viewport_reveal (self->viewport, mig_date_first_day (date), mig_date_last_day (date) + 1, duration);
  else
    {
      mig_briefing_choose_span (self->corpus, ref, &start, &end);
      mig_viewport_animate_to (self->viewport, start, end, MIG_EASING_FLY, duration);
    }
  mig_presentation_announce (self, mig_corpus_get_record (self->corpus, ref)->name);
  mig_presentation_changed (self);
}

/**
 * mig_presentation_pan:
 * @self: a presentation
 * @days: how far to move the room's timeline
 */
void
mig_presentation_pan (MigPresentation *self, double days)
{
  if (self->frozen)
    return;
  self->exploring = TRUE;
  mig_viewport_pan (self->viewport, days);
  mig_presentation_changed (self);
}

/**
 * mig_presentation_zoom:
 * @self: a presentation
 * @factor: how many times closer
 * @anchor: the point that keeps its place, a part of the timeline, from 0 to 1
 */
void
mig_presentation_zoom (MigPresentation *self, double factor, double anchor)
{
  if (self->frozen)
    return;
  self->exploring = TRUE;
  mig_viewport_animate_zoom (self->viewport, factor, anchor, self->animated ? STEP_DURATION : 0);
  mig_presentation_changed (self);
}

/**
 * mig_presentation_return:
 * @self: a presentation
 *
 * Leads back from an exploration to the scene.
 */
void
mig_presentation_return (MigPresentation *self)
{
  if (!self->exploring)
    return;
  mig_presentation_show_scene (self);
  mig_presentation_announce (self, _("Back at the scene"));
  mig_presentation_changed (self);
}

/**
 * mig_presentation_get_searching:
 * @self: a presentation
 *
 * Returns: whether somebody looks for something to explore
 */
gboolean
mig_presentation_get_searching (MigPresentation *self)
{
  return self->searching;
}

/**
 * mig_presentation_set_searching:
 * @self: a presentation
 * @searching: whether somebody looks for something to explore
 *
 * Opens the search, on the presenter's own screen where there is one, or closes it. The room sees on what it saw.
 */
void
mig_presentation_set_searching (MigPresentation *self, gboolean searching)
{
  if (self->searching == searching)
    return;
  self->searching = searching;
  self->overview = FALSE;
  g_string_truncate (self->digits, 0);
  /* The search itself has the focus, which is told. */
  if (!searching)
    mig_presentation_announce_scene (self);
  mig_presentation_changed (self);
}

/**
 * mig_presentation_toggle_pause:
 * @self: a presentation
 *
 * Lets the timer stand still, or go on.
 */
void
mig_presentation_toggle_pause (MigPresentation *self)
{
  gint64 now = g_get_monotonic_time ();

  if (mig_talk_timer_is_paused (self->timer))
    mig_talk_timer_resume (self->timer, now);
  else
    mig_talk_timer_pause (self->timer, now);
  mig_presentation_changed (self);
}
