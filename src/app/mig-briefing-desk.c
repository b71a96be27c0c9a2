/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-desk-private.h"

#include <glib/gi18n-lib.h>

#include "mig-animations.h"
#include "mig-briefing-default.h"
#include "mig-briefing-file.h"
#include "mig-presentation-search.h"
#include "mig-question.h"
#include "mig-scene-lanes.h"
#include "mig-window-private.h"

/*
 * MigBriefingDesk: the window's briefing: opened, made from what is on screen, edited, saved, recovered, and given.
 *
 *   file, leftover, what is on screen ──► MigBriefing ──┬──► MigBriefingEditor
 *                                             │         └──► MigPresenter
 *                                             └──edited──► MigBriefingKeeper
 *
 * Its actions are the window's, in mig-briefing-desk-actions.c.
 */

G_DEFINE_FINAL_TYPE (MigBriefingDesk, mig_briefing_desk, G_TYPE_OBJECT)

MigCorpus *
mig_briefing_desk_get_corpus (MigBriefingDesk *self)
{
  return mig_navigator_get_corpus (self->window->navigator);
}

static void
edited_cb (MigBriefingDesk *self)
{
  mig_briefing_desk_sync_actions (self);
}

static void
drop_briefing (MigBriefingDesk *self)
{
  if (self->briefing != NULL)
    g_signal_handlers_disconnect_by_data (self->briefing, self);
  g_clear_object (&self->keeper);
  g_clear_object (&self->briefing);
  g_clear_object (&self->file);
}

/* Takes over a briefing in place of the one before. */
void
mig_briefing_desk_take_briefing (MigBriefingDesk *self, MigBriefing *briefing, GFile *file)
{
  g_autoptr (MigBriefing) held = briefing != NULL ? g_object_ref (briefing) : NULL;
  g_autoptr (GFile) held_file = file != NULL ? g_object_ref (file) : NULL;

  drop_briefing (self);
  g_set_object (&self->briefing, held);
  g_set_object (&self->file, held_file);
  if (held != NULL)
    {
      self->keeper = mig_briefing_keeper_new (held, NULL);
      mig_briefing_keeper_set_original (self->keeper, held_file);
      g_signal_connect_swapped (held, "edited", G_CALLBACK (edited_cb), self);
      g_signal_connect_swapped (held, "notify::modified", G_CALLBACK (edited_cb), self);
    }
  if (self->editor != NULL)
    mig_briefing_editor_set_briefing (self->editor, held);
  mig_briefing_desk_sync_actions (self);
}

/**
 * mig_briefing_desk_ensure_briefing:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the window's briefing: the one that the corpus suggests, if none was made;
 *   %NULL without a corpus
 */
MigBriefing *
mig_briefing_desk_ensure_briefing (MigBriefingDesk *self)
{
  MigCorpus *corpus = mig_briefing_desk_get_corpus (self);
  g_autoptr (MigBriefing) suggested = NULL;

  if (self->briefing != NULL || corpus == NULL)
    return self->briefing;
  suggested = mig_briefing_new_from_corpus (corpus);
  mig_briefing_desk_take_briefing (self, suggested, NULL);
  return self->briefing;
}

/**
 * mig_briefing_desk_create_scene:
 * @self: a desk whose window has a corpus
 *
 * Returns: (transfer full): a scene of what is on screen
 */
MigScene *
mig_briefing_desk_create_scene (MigBriefingDesk *self)
{
  MigRef selected = mig_navigator_get_selected (self->window->navigator);
  MigViewport *viewport = self->window->viewport;
  const MigFilter *filter = mig_navigator_get_filter (self->window->navigator);
  g_autoptr (MigScene) scene = mig_briefing_create_scene (mig_briefing_desk_get_corpus (self), selected);
  g_autoptr (GVariant) kept = NULL;
  MigSceneFields fields = *mig_scene_get_fields (scene);

  mig_viewport_finish (viewport);
  fields.id = NULL;
  fields.note = NULL;
  fields.start = mig_viewport_get_start (viewport);
  fields.end = mig_viewport_get_end (viewport);
  if (!mig_filter_is_empty (filter))
    kept = mig_filter_to_variant (filter, mig_briefing_desk_get_corpus (self));
  fields.filter = kept;
  mig_scene_lanes_take (&fields, mig_timeline_pane_get_lane_order (mig_browser_get_pane (self->window->browser)),
                        mig_briefing_desk_get_corpus (self));
  return mig_scene_new (&fields);
}

/**
 * mig_briefing_desk_show_scene:
 * @self: a desk
 * @scene: a scene
 *
 * Shows a scene in the window: what is selected, what passes, and when.
 */
void
mig_briefing_desk_show_scene (MigBriefingDesk *self, MigScene *scene)
{
  MigCorpus *corpus = mig_briefing_desk_get_corpus (self);
  const MigSceneFields *fields = mig_scene_get_fields (scene);
  MigRef ref = corpus != NULL ? mig_scene_resolve (scene, corpus) : MIG_REF_NONE;
  MigFilter filter;

  if (corpus != NULL)
    {
      mig_filter_init_from_variant (&filter, fields->filter, corpus);
      mig_navigator_select_filtered (self->window->navigator,
                                     ref != MIG_REF_NONE ? ref : mig_navigator_get_selected (self->window->navigator),
                                     &filter);
    }
  if (!mig_scene_has_span (scene))
    return;
  mig_viewport_animate_to (self->window->viewport, fields->start, fields->end, MIG_EASING_FLY,
                           mig_animations_are_enabled (GTK_WIDGET (self->window)) ? 350 * G_TIME_SPAN_MILLISECOND : 0);
}

/**
 * mig_briefing_desk_show_lanes:
 * @self: a desk
 * @scene: a scene
 *
 * Gives the window's timeline the lanes of a scene. Where the scene says nothing of lanes they stay as they are.
 */
void
mig_briefing_desk_show_lanes (MigBriefingDesk *self, MigScene *scene)
{
  MigCorpus *corpus = mig_briefing_desk_get_corpus (self);
  const MigSceneFields *fields = mig_scene_get_fields (scene);

  if (corpus != NULL && (fields->n_lanes > 0 || fields->n_followed > 0))
    mig_scene_lanes_show (scene, mig_timeline_pane_get_lane_order (mig_browser_get_pane (self->window->browser)),
                          corpus);
}

/* Opening */

static gboolean ask (MigBriefingDesk *self, MigDeskNext next, const char *text);

static gboolean
is_about (MigBriefing *briefing, MigCorpus *corpus)
{
  const char *wanted = mig_briefing_get_corpus_id (briefing);

  return *wanted == '\0' || g_str_equal (wanted, mig_corpus_get_id (corpus));
}

/* A briefing about another corpus brings that one with it, if it is where the briefing saw it last. */
static gboolean
follow_location (MigBriefingDesk *self, MigBriefing *briefing)
{
  const char *location = mig_briefing_get_corpus_location (briefing);
  g_autoptr (GFile) file = *location != '\0' ? g_file_new_for_uri (location) : NULL;

  if (self->followed_location || file == NULL || !g_file_is_native (file) || !g_file_query_exists (file, NULL))
    return FALSE;
  self->followed_location = TRUE;
  mig_window_open_file (self->window, file);
  return TRUE;
}

static void
tell_other_corpus (MigBriefingDesk *self, MigBriefing *briefing)
{
  g_autofree char *message = NULL;

  /* Translators: %s is the title of a corpus */
  message = g_strdup_printf (_("This briefing is about another corpus, “%s”. Scenes whose targets are not in this one "
                               "are marked, and kept."),
                             mig_briefing_get_corpus_title (briefing));
  mig_window_show_notice (self->window, message);
}

static void
open_pending (MigBriefingDesk *self)
{
  MigCorpus *corpus = mig_briefing_desk_get_corpus (self);
  g_autoptr (GFile) file = g_object_ref (self->pending);
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigBriefing) briefing = mig_briefing_read (file, &problems, NULL, NULL);
  gint64 position = self->pending_position;

  if (briefing != NULL &&
      ask (self, MIG_DESK_OPENS,
           _("Another briefing is to be opened. What was changed in this one is lost otherwise.")))
    return;
  if (briefing != NULL && !is_about (briefing, corpus) && follow_location (self, briefing))
    return;
  g_clear_object (&self->pending);
  self->pending_position = -1;
  if (briefing == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *line = mig_problem_format (mig_problems_get (problems, 0), name);

      mig_window_show_notice (self->window, line);
      return;
    }
  mig_briefing_desk_take_briefing (self, briefing, file);
  if (!is_about (briefing, corpus))
    tell_other_corpus (self, briefing);
  if (position >= 0)
    mig_briefing_desk_present (self, position);
  else
    mig_briefing_desk_show_editor (self, TRUE);
}

/**
 * mig_briefing_desk_open:
 * @self: a desk
 * @file: a briefing
 *
 * Opens a briefing as soon as there is a corpus, with the corpus that it names if that is another one. If it cannot be
 * read the window says why, and the briefing that was open stays.
 */
void
mig_briefing_desk_open (MigBriefingDesk *self, GFile *file)
{
  g_return_if_fail (MIG_IS_BRIEFING_DESK (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->pending, file);
  self->pending_position = -1;
  self->followed_location = FALSE;
  mig_briefing_desk_take_corpus (self);
}

/* What a crash left behind comes back by itself; it is not saved before somebody says so. */
static void
recover_leftovers (MigBriefingDesk *self)
{
  MigCorpus *corpus = mig_briefing_desk_get_corpus (self);
  g_autoptr (GPtrArray) leftovers = mig_briefing_keeper_find_leftovers (NULL);

  for (guint i = 0; i < leftovers->len && self->briefing == NULL; i++)
    {
      MigLeftover *leftover = g_ptr_array_index (leftovers, i);
      g_autoptr (MigBriefing) briefing = mig_leftover_recover (leftover, NULL);
      g_autofree char *message = NULL;

      if (briefing == NULL || !is_about (briefing, corpus))
        continue;
      mig_briefing_desk_take_briefing (self, briefing, leftover->original);
      if (!mig_briefing_keeper_keep_now (self->keeper, NULL))
        return;
      mig_leftover_discard (leftover);
      mig_briefing_desk_show_editor (self, TRUE);
      /* Translators: %s is the title of a briefing */
      message = g_strdup_printf (_("The briefing “%s” was not saved when MigMeet ended last. Here it is again."),
                                 mig_briefing_get_title (briefing));
      mig_window_show_notice (self->window, message);
    }
}

/**
 * mig_briefing_desk_take_corpus:
 * @self: a desk
 *
 * Goes on with what waits for the window's corpus. A suggested briefing that nobody touched goes with its corpus.
 */
void
mig_briefing_desk_take_corpus (MigBriefingDesk *self)
{
  MigCorpus *corpus = mig_briefing_desk_get_corpus (self);

  if (corpus == NULL || mig_loader_is_reading (self->window->loader))
    return;
  if (self->briefing != NULL && self->file == NULL && !mig_briefing_get_modified (self->briefing) &&
      !is_about (self->briefing, corpus))
    mig_briefing_desk_take_briefing (self, NULL, NULL);
  if (self->editor != NULL)
    {
      mig_briefing_editor_set_corpus (self->editor, corpus);
      if (gtk_widget_get_visible (GTK_WIDGET (self->editor)))
        mig_briefing_editor_set_briefing (self->editor, mig_briefing_desk_ensure_briefing (self));
    }
  if (self->pending != NULL)
    open_pending (self);
  else if (self->pending_position >= 0)
    mig_briefing_desk_present (self, self->pending_position);
  else if (!self->looked_for_leftovers && self->window->settings != NULL)
    {
      self->looked_for_leftovers = TRUE;
      recover_leftovers (self);
    }
  mig_briefing_desk_sync_actions (self);
}

/* Presenting */

static void
ended_cb (MigBriefingDesk *self)
{
  g_autoptr (MigPresenter) presenter = g_steal_pointer (&self->presenter);
  MigPresentation *presentation = mig_presenter_get_presentation (presenter);
  MigScene *scene = mig_briefing_get (mig_presentation_get_briefing (presentation),
                                      mig_presentation_get_position (presentation));

  /* The window is where the talk ended. */
  if (scene != NULL && !self->closing)
    mig_briefing_desk_show_scene (self, scene);
  mig_briefing_desk_sync_actions (self);
}

/* Whether the reader has time run rightwards also where text runs leftwards. */
gboolean
mig_briefing_desk_keeps_time (MigBriefingDesk *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->window), "time-left-to-right");

  return state != NULL && g_variant_get_boolean (state);
}

static GtkWidget *
create_search (MigPresentation *presentation, gpointer user_data)
{
  MigBriefingDesk *self = user_data;
  GtkWidget *search = mig_presentation_search_new (presentation, self->window->finder);

  g_object_bind_property (self->window, "palette", search, "palette", G_BINDING_SYNC_CREATE);
  return search;
}

/**
 * mig_briefing_desk_present:
 * @self: a desk
 * @position: the place of the scene to begin with, from 0
 *
 * Presents the window's briefing, or the one that the corpus suggests, as soon as there is a corpus and whatever is to
 * be opened is open.
 */
void
mig_briefing_desk_present (MigBriefingDesk *self, gint64 position)
{
  MigCorpus *corpus = mig_briefing_desk_get_corpus (self);
  g_autoptr (MigBriefing) suggested = NULL;
  g_autoptr (MigPresentation) presentation = NULL;

  g_return_if_fail (MIG_IS_BRIEFING_DESK (self));

  self->pending_position = MAX (position, 0);
  if (self->presenter != NULL || corpus == NULL || self->pending != NULL ||
      mig_loader_is_reading (self->window->loader))
    return;
  self->pending_position = -1;
  if (self->briefing == NULL || mig_briefing_get_n (self->briefing) == 0)
    suggested = mig_briefing_new_from_corpus (corpus);
  presentation = mig_presentation_new (corpus, suggested != NULL ? suggested : self->briefing, (guint) position);
  mig_presentation_set_keeps_time (presentation, mig_briefing_desk_keeps_time (self));
  self->presenter = mig_presenter_new (gtk_window_get_application (GTK_WINDOW (self->window)),
                                       GTK_WINDOW (self->window), presentation, self->settings);
  mig_presenter_set_search (self->presenter, create_search, self);
  g_signal_connect_object (self->presenter, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  mig_presenter_start (self->presenter);
  mig_briefing_desk_sync_actions (self);
}

/* Closing */

/* Nothing is done of what waited for the answer. */
void
mig_briefing_desk_stay (MigBriefingDesk *self)
{
  if (self->next == MIG_DESK_OPENS)
    {
      g_clear_object (&self->pending);
      self->pending_position = -1;
    }
  self->next = MIG_DESK_STAYS;
}

/* Does what waited until nothing could be lost any more. */
void
mig_briefing_desk_go_on (MigBriefingDesk *self)
{
  MigDeskNext next = self->next;

  self->next = MIG_DESK_STAYS;
  if (next == MIG_DESK_OPENS)
    open_pending (self);
  else if (next == MIG_DESK_CLOSES)
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self->window));
    }
}

static void
answer_cb (MigAnswer answer, gpointer user_data)
{
  g_autoptr (MigWindow) window = user_data;
  MigBriefingDesk *self = window->desk;

  if (self == NULL)
    return;
  switch (answer)
    {
    case MIG_ANSWER_CANCEL:
      mig_briefing_desk_stay (self);
      break;

    case MIG_ANSWER_SAVE:
      mig_briefing_desk_save (self, FALSE);
      break;

    case MIG_ANSWER_DISCARD:
      mig_briefing_keeper_discard (self->keeper);
      mig_briefing_desk_take_briefing (self, NULL, NULL);
      mig_briefing_desk_go_on (self);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Asks about changes that were not saved, if there are any and nobody asks already; the answer goes on with @next.
 * Returns whether that has to wait. */
static gboolean
ask (MigBriefingDesk *self, MigDeskNext next, const char *text)
{
  g_autofree char *title = NULL;

  if (self->briefing == NULL || !mig_briefing_get_modified (self->briefing))
    return FALSE;
  if (self->next != MIG_DESK_STAYS)
    return TRUE;
  self->next = next;
  /* Translators: %s is the title of a briefing */
  title = g_strdup_printf (_("Save the briefing “%s”?"), mig_briefing_get_title (self->briefing));
  mig_question_ask (GTK_WINDOW (self->window), title, text, answer_cb, g_object_ref (self->window));
  return TRUE;
}

/**
 * mig_briefing_desk_may_close:
 * @self: a desk
 *
 * Asks what to do with a briefing that was not saved, if there is one; the answer closes the window.
 *
 * Returns: whether the window may close at once
 */
gboolean
mig_briefing_desk_may_close (MigBriefingDesk *self)
{
  if (self->presenter != NULL)
    {
      mig_presenter_end (self->presenter);
      g_clear_object (&self->presenter);
    }
  return self->closing ||
         !ask (self, MIG_DESK_CLOSES, _("What was changed since it was saved last is lost otherwise."));
}

static void
mig_briefing_desk_dispose (GObject *object)
{
  MigBriefingDesk *self = MIG_BRIEFING_DESK (object);

  self->closing = TRUE;
  if (self->presenter != NULL)
    mig_presenter_end (self->presenter);
  g_clear_object (&self->presenter);
  drop_briefing (self);
  g_clear_object (&self->pending);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mig_briefing_desk_parent_class)->dispose (object);
}

static void
mig_briefing_desk_class_init (MigBriefingDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mig_briefing_desk_dispose;
}

static void
mig_briefing_desk_init (MigBriefingDesk *self)
{
  self->pending_position = -1;
}

/**
 * mig_briefing_desk_new:
 * @window: the window, which owns the desk
 * @settings: (nullable): where choices about presentations are remembered
 *
 * Returns: (transfer full): a desk, its actions added to @window
 */
MigBriefingDesk *
mig_briefing_desk_new (MigWindow *window, GSettings *settings)
{
  MigBriefingDesk *self = g_object_new (MIG_TYPE_BRIEFING_DESK, NULL);

  self->window = window;
  g_set_object (&self->settings, settings);
  mig_briefing_desk_add_actions (self);
  mig_briefing_desk_sync_actions (self);
  return self;
}

/**
 * mig_briefing_desk_get_briefing:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the window's briefing; %NULL while there is none but what the corpus suggests
 */
MigBriefing *
mig_briefing_desk_get_briefing (MigBriefingDesk *self)
{
  return self->briefing;
}

/**
 * mig_briefing_desk_get_presenter:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the presenter, while a presentation runs
 */
MigPresenter *
mig_briefing_desk_get_presenter (MigBriefingDesk *self)
{
  return self->presenter;
}
