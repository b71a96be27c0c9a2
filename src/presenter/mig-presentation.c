/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-presentation-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-briefing-default.h"
#include "mig-words.h"

/*
 * MigPresentation: a briefing being given. It has no windows: the room's screen and the console look at it, and what
 * keys, clickers, buttons and screen readers ask for ends up here.
 *
 *   keys, buttons ──► next, back, cover, freeze … ──► MigPresentation ──changed──► room, console
 *                                                          │  └─announce──► screen reader
 *   frame clock ───► advance ──────────────────────────────┘
 *
 * Where the presenter is and what the room sees are two things: they part while the room's screen is frozen.
 */

#define SCENE_DURATION (900 * G_TIME_SPAN_MILLISECOND)
#define FADE_DURATION (600 * G_TIME_SPAN_MILLISECOND)
/* Air around all that there is, as a part of it, and in days. */
#define LIMIT_MARGIN 0.25
#define LIMIT_LEAST 400

enum
{
  SIGNAL_CHANGED,
  SIGNAL_MOVED,
  SIGNAL_ANNOUNCE,
  SIGNAL_SWAP,
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigPresentation, mig_presentation, G_TYPE_OBJECT)

void
mig_presentation_changed (MigPresentation *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
mig_presentation_moved (MigPresentation *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

void
mig_presentation_announce (MigPresentation *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_ANNOUNCE], 0, message);
}

static void
mig_presentation_finalize (GObject *object)
{
  MigPresentation *self = MIG_PRESENTATION (object);

  mig_presentation_drop_sights (self);
  g_clear_object (&self->corpus);
  g_clear_object (&self->briefing);
  g_clear_object (&self->viewport);
  mig_talk_timer_free (self->timer);
  g_string_free (self->digits, TRUE);
  g_free (self->scene_id);
  g_free (self->shown_id);

  G_OBJECT_CLASS (mig_presentation_parent_class)->finalize (object);
}

static void
mig_presentation_class_init (MigPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_presentation_finalize;

  /**
   * MigPresentation::changed:
   *
   * Something that can be seen changed, or began to move.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", MIG_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MigPresentation::moved:
   *
   * What the room sees is on its way to another scene, a frame further, or the spot that follows the pointer moved.
   */
  signals[SIGNAL_MOVED] =
    g_signal_new ("moved", MIG_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MigPresentation::announce:
   * @message: a sentence
   *
   * Something happened that whoever does not see the screens must be told.
   */
  signals[SIGNAL_ANNOUNCE] =
    g_signal_new ("announce", MIG_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_STRING);

  /**
   * MigPresentation::swap:
   *
   * The two screens are to change places.
   */
  signals[SIGNAL_SWAP] =
    g_signal_new ("swap", MIG_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MigPresentation::ended:
   *
   * The presentation is over.
   */
  signals[SIGNAL_ENDED] =
    g_signal_new ("ended", MIG_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mig_presentation_init (MigPresentation *self)
{
  self->viewport = mig_viewport_new ();
  self->timer = mig_talk_timer_new ();
  self->digits = g_string_new (NULL);
  mig_presentation_add_sights (self);
  self->animated = TRUE;
  self->magnification = 1;
  self->focus_x = self->focus_y = 0.5;
  self->fade = 1;
}

/* Which span of time a scene shows. */
static void
get_span (MigPresentation *self, MigScene *scene, double *start, double *end)
{
  const MigSceneFields *fields = mig_scene_get_fields (scene);

  *start = fields->start;
  *end = fields->end;
  if (!mig_scene_has_span (scene))
    mig_briefing_choose_span (self->corpus, mig_scene_resolve (scene, self->corpus), start, end);
}

/* Wide enough for all scenes and for all that the corpus holds. */
static void
set_limits (MigPresentation *self)
{
  double first = INFINITY, last = -INFINITY, margin;
  gint first_day, last_day;

  if (mig_corpus_get_extent (self->corpus, &first_day, &last_day))
    {
      first = first_day;
      last = last_day + 1;
    }
  for (guint i = 0; i < mig_briefing_get_n (self->briefing); i++)
    {
      double start, end;

      get_span (self, mig_briefing_get (self->briefing, i), &start, &end);
      first = MIN (first, start);
      last = MAX (last, end);
    }
  if (first >= last)
    return;
  margin = MAX ((last - first) * LIMIT_MARGIN, LIMIT_LEAST);
  mig_viewport_set_limits (self->viewport, first - margin, last + margin);
}

gboolean
mig_presentation_is_gone (MigPresentation *self, guint position)
{
  MigScene *scene = mig_briefing_get (self->briefing, position);

  return scene == NULL || mig_scene_is_gone (scene, self->corpus);
}

/* Makes the room see @ref, its card in place of the one before. */
void
mig_presentation_select_ref (MigPresentation *self, MigRef ref)
{
  if (ref == self->selected)
    return;
  self->before = self->selected;
  self->selected = ref;
  self->fade = self->animated ? 0 : 1;
  self->fade_began = 0;
}

/* Brings the room to where the presenter is. */
void
mig_presentation_show_scene (MigPresentation *self)
{
  MigScene *scene = mig_briefing_get (self->briefing, self->position);
  double start, end;

  self->exploring = FALSE;
  if (scene == NULL || mig_scene_is_gone (scene, self->corpus))
    return;
  self->shown = self->position;
  g_free (self->shown_id);
  self->shown_id = g_strdup (mig_scene_get_id (scene));
  mig_presentation_look (self, scene);
  mig_presentation_select_ref (self, mig_scene_resolve (scene, self->corpus));
  get_span (self, scene, &start, &end);
  mig_viewport_animate_to (self->viewport, start, end, MIG_EASING_FLY, self->animated ? SCENE_DURATION : 0);
}

/* The briefing was edited: who was at a scene stays at it, wherever it is now. */
static void
items_changed_cb (MigPresentation *self)
{
  guint n = mig_briefing_get_n (self->briefing);

  set_limits (self);
  if (self->scene_id == NULL || !mig_briefing_find (self->briefing, self->scene_id, &self->position))
    self->position = n > 0 ? MIN (self->position, n - 1) : 0;
  if (self->shown_id == NULL || !mig_briefing_find (self->briefing, self->shown_id, &self->shown))
    self->shown = MIN (self->shown, self->position);
  if (!self->frozen && !self->exploring)
    mig_presentation_show_scene (self);
  mig_presentation_changed (self);
}

static void
set_position (MigPresentation *self, guint position)
{
  MigScene *scene = mig_briefing_get (self->briefing, position);

  self->position = position;
  g_free (self->scene_id);
  self->scene_id = scene != NULL ? g_strdup (mig_scene_get_id (scene)) : NULL;
}

/**
 * mig_presentation_new:
 * @corpus: what it is about
 * @briefing: its scenes
 * @position: the place of the scene to begin with; a gone one, or one past the end, gives way to another
 *
 * Returns: (transfer full): a presentation, before its first step
 */
MigPresentation *
mig_presentation_new (MigCorpus *corpus, MigBriefing *briefing, guint position)
{
  MigPresentation *self = g_object_new (MIG_TYPE_PRESENTATION, NULL);
  guint n = mig_briefing_get_n (briefing), nearest;

  self->corpus = g_object_ref (corpus);
  self->briefing = g_object_ref (briefing);
  set_limits (self);
  set_position (self, n > 0 ? MIN (position, n - 1) : 0);
  if (mig_presentation_is_gone (self, self->position) &&
      (mig_presentation_find_step (self, 1, &nearest) || mig_presentation_find_step (self, -1, &nearest)))
    set_position (self, nearest);

  self->animated = FALSE;
  mig_presentation_show_scene (self);
  self->before = self->selected;
  self->fade = 1;
  self->animated = TRUE;
  g_signal_connect_object (briefing, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mig_presentation_get_corpus:
 * @self: a presentation
 *
 * Returns: (transfer none): what it is about
 */
MigCorpus *
mig_presentation_get_corpus (MigPresentation *self)
{
  return self->corpus;
}

/**
 * mig_presentation_get_briefing:
 * @self: a presentation
 *
 * Returns: (transfer none): its scenes
 */
MigBriefing *
mig_presentation_get_briefing (MigPresentation *self)
{
  return self->briefing;
}

/**
 * mig_presentation_get_timer:
 * @self: a presentation
 *
 * Returns: (transfer none): its timer
 */
MigTalkTimer *
mig_presentation_get_timer (MigPresentation *self)
{
  return self->timer;
}

/**
 * mig_presentation_get_planned:
 * @self: a presentation
 *
 * Returns: how long it is meant to take, in seconds; 0 when that is not planned
 */
guint
mig_presentation_get_planned (MigPresentation *self)
{
  guint planned = mig_briefing_get_duration (self->briefing);

  return planned > 0 ? planned : mig_briefing_sum_durations (self->briefing, 0, G_MAXUINT);
}

/**
 * mig_presentation_set_animated:
 * @self: a presentation
 * @animated: whether scenes move and fade into each other
 */
void
mig_presentation_set_animated (MigPresentation *self, gboolean animated)
{
  self->animated = animated;
}

/**
 * mig_presentation_get_position:
 * @self: a presentation
 *
 * Returns: the place of the scene at which the presenter is
 */
guint
mig_presentation_get_position (MigPresentation *self)
{
  return self->position;
}

/**
 * mig_presentation_get_shown:
 * @self: a presentation
 *
 * Returns: the place of the scene that the room sees: another one while it is frozen
 */
guint
mig_presentation_get_shown (MigPresentation *self)
{
  return self->shown;
}

/* The scene at @from, or the next in @direction from there, that is not gone. */
static gboolean
find (MigPresentation *self, gint64 from, int direction, guint *position)
{
  gint64 n = mig_briefing_get_n (self->briefing);

  for (gint64 i = from; i >= 0 && i < n; i += direction)
    {
      if (mig_presentation_is_gone (self, (guint) i))
        continue;
      *position = (guint) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * mig_presentation_find_step:
 * @self: a presentation
 * @direction: 1 for the next scene, −1 for the one before
 * @position: (out): its place
 *
 * Finds the scene to which a step leads: those that are gone are passed over.
 *
 * Returns: whether there is one
 */
gboolean
mig_presentation_find_step (MigPresentation *self, int direction, guint *position)
{
  return find (self, (gint64) self->position + direction, direction, position);
}

void
mig_presentation_announce_scene (MigPresentation *self)
{
  MigScene *scene = mig_briefing_get (self->briefing, self->position);
  g_autofree char *number = mig_words_number (self->position + 1);
  g_autofree char *all = mig_words_number (mig_briefing_get_n (self->briefing));
  g_autofree char *message = NULL;

  if (scene == NULL)
    return;
  /* Translators: told by screen readers: %1$s is the number of a scene, %2$s how many there are, %3$s its name */
  message = g_strdup_printf (_("Scene %1$s of %2$s: %3$s"), number, all,
                             mig_scene_get_fields (scene)->name);
  mig_presentation_announce (self, message);
}

/* Whoever steps wants to show something: what covers the screen goes. A frozen screen stays frozen. */
static void
step_to (MigPresentation *self, guint position)
{
  set_position (self, position);
  self->cover = MIG_COVER_NONE;
  self->overview = self->searching = FALSE;
  self->magnification = 1;
  g_string_truncate (self->digits, 0);
  mig_talk_timer_step (self->timer, g_get_monotonic_time ());
  if (!self->frozen)
    mig_presentation_show_scene (self);
  mig_presentation_announce_scene (self);
  mig_presentation_changed (self);
}

static void
step (MigPresentation *self, int direction)
{
  guint position;

  if (mig_presentation_find_step (self, direction, &position))
    {
      step_to (self, position);
      return;
    }
  /* Somebody who explores and steps at an end comes back to it, if it is still there. */
  if ((self->exploring || self->cover != MIG_COVER_NONE) && !mig_presentation_is_gone (self, self->position))
    step_to (self, self->position);
  mig_presentation_announce (self, direction > 0 ? _("This is the last scene.") : _("This is the first scene."));
}

/**
 * mig_presentation_next:
 * @self: a presentation
 *
 * Goes on to the next scene that is not gone. The first step starts the timer.
 */
void
mig_presentation_next (MigPresentation *self)
{
  g_return_if_fail (MIG_IS_PRESENTATION (self));

  step (self, 1);
}

/**
 * mig_presentation_back:
 * @self: a presentation
 *
 * Goes back to the scene before.
 */
void
mig_presentation_back (MigPresentation *self)
{
  g_return_if_fail (MIG_IS_PRESENTATION (self));

  step (self, -1);
}

/**
 * mig_presentation_first:
 * @self: a presentation
 *
 * Goes to the first scene.
 */
void
mig_presentation_first (MigPresentation *self)
{
  guint position;

  if (find (self, 0, 1, &position))
    step_to (self, position);
}

/**
 * mig_presentation_last:
 * @self: a presentation
 *
 * Goes to the last scene.
 */
void
mig_presentation_last (MigPresentation *self)
{
  guint position;

  if (find (self, (gint64) mig_briefing_get_n (self->briefing) - 1, -1, &position))
    step_to (self, position);
}

/**
 * mig_presentation_go_to:
 * @self: a presentation
 * @position: the place of a scene
 *
 * Goes to a scene; to none when there is none there, or it is gone.
 */
void
mig_presentation_go_to (MigPresentation *self, guint position)
{
  g_autofree char *message = NULL;

  g_return_if_fail (MIG_IS_PRESENTATION (self));

  if (!mig_presentation_is_gone (self, position))
    {
      step_to (self, position);
      return;
    }
  g_string_truncate (self->digits, 0);
  if (position < mig_briefing_get_n (self->briefing))
    /* Translators: %s is a scene's number */
    message = mig_words_count (_("Scene %s is not in this corpus."), position + 1);
  else
    /* Translators: %s is a number that was typed */
    message = mig_words_count (_("There is no scene %s."), position + 1);
  mig_presentation_announce (self, message);
  mig_presentation_changed (self);
}

/**
 * mig_presentation_end:
 * @self: a presentation
 *
 * Ends the presentation. Nothing else ends.
 */
void
mig_presentation_end (MigPresentation *self)
{
  g_return_if_fail (MIG_IS_PRESENTATION (self));

  if (self->ended)
    return;
  self->ended = TRUE;
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

/**
 * mig_presentation_swap:
 * @self: a presentation
 *
 * Asks for the two screens to change places.
 */
void
mig_presentation_swap (MigPresentation *self)
{
  g_return_if_fail (MIG_IS_PRESENTATION (self));

  g_signal_emit (self, signals[SIGNAL_SWAP], 0);
}

/**
 * mig_presentation_is_moving:
 * @self: a presentation
 *
 * Returns: whether mig_presentation_advance() has something to do
 */
gboolean
mig_presentation_is_moving (MigPresentation *self)
{
  return self->fade < 1 || mig_viewport_is_moving (self->viewport);
}

/**
 * mig_presentation_advance:
 * @self: a presentation
 * @now: the frame clock's time, in microseconds
 *
 * Moves what the room sees on to where it is at @now.
 *
 * Returns: whether another call will be needed
 */
gboolean
mig_presentation_advance (MigPresentation *self, gint64 now)
{
  mig_viewport_advance (self->viewport, now);
  if (self->fade < 1)
    {
      if (self->fade_began == 0)
        self->fade_began = now;
      self->fade = MIN ((double) (now - self->fade_began) / FADE_DURATION, 1);
    }
  mig_presentation_moved (self);
  return mig_presentation_is_moving (self);
}
