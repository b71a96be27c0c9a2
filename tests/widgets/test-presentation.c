/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-default.h"
#include "mig-presenter-keys.h"
#include "presentation-fixture.h"

/* A presentation without windows: where keys and clickers lead, what the room sees meanwhile, and the time. */

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;

  assert_at (fixture, 0, "series");
  mig_presentation_back (presentation);
  assert_at (fixture, 0, "series");
  g_assert_cmpstr (fixture->said->str, ==, "This is the first scene.");
  mig_presentation_next (presentation);
  assert_at (fixture, 1, "M14");
  g_assert_cmpstr (fixture->said->str, ==, "Scene 2 of 6: scene 1");
  mig_presentation_next (presentation);
  assert_at (fixture, 2, "S14-08");
  /* Two scenes are gone, and are passed over in both directions. */
  mig_presentation_next (presentation);
  assert_at (fixture, 5, "M02");
  mig_presentation_next (presentation);
  assert_at (fixture, 5, "M02");
  g_assert_cmpstr (fixture->said->str, ==, "This is the last scene.");
  mig_presentation_back (presentation);
  assert_at (fixture, 2, "S14-08");
  mig_presentation_last (presentation);
  assert_at (fixture, 5, "M02");
  mig_presentation_first (presentation);
  assert_at (fixture, 0, "series");
  g_assert_cmpuint (fixture->n_ended, ==, 0);
}

static void
test_begins_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigPresentation) at_gone = mig_presentation_new (fixture->corpus, fixture->briefing, 3);
  g_autoptr (MigPresentation) past = mig_presentation_new (fixture->corpus, fixture->briefing, 99);

  g_assert_cmpuint (mig_presentation_get_position (at_gone), ==, 5);
  g_assert_cmpuint (mig_presentation_get_position (past), ==, 5);
}

static void
type (Fixture *fixture, const char *digits)
{
  for (; *digits != '\0'; digits++)
    mig_presentation_type_digit (fixture->presentation, (guint) (*digits - '0'));
}

static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;

  type (fixture, "03");
  g_assert_cmpstr (mig_presentation_get_digits (presentation), ==, "3");
  mig_presentation_enter (presentation);
  assert_at (fixture, 2, "S14-08");
  g_assert_cmpstr (mig_presentation_get_digits (presentation), ==, "");

  type (fixture, "4");
  mig_presentation_enter (presentation);
  assert_at (fixture, 2, "S14-08");
  g_assert_cmpstr (fixture->said->str, ==, "Scene 4 is not in this corpus.");
  type (fixture, "77");
  mig_presentation_enter (presentation);
  assert_at (fixture, 2, "S14-08");
  g_assert_cmpstr (fixture->said->str, ==, "There is no scene 77.");

  type (fixture, "12");
  mig_presentation_backspace (presentation);
  g_assert_cmpstr (mig_presentation_get_digits (presentation), ==, "1");
  mig_presentation_escape (presentation);
  g_assert_cmpstr (mig_presentation_get_digits (presentation), ==, "");
  g_assert_cmpuint (fixture->n_ended, ==, 0);
  type (fixture, "999999999999999999999999");
  mig_presentation_enter (presentation);
  assert_at (fixture, 2, "S14-08");

  /* Without digits Enter is what clickers mean by it. */
  mig_presentation_enter (presentation);
  assert_at (fixture, 5, "M02");
}

static void
test_cover (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;

  mig_presentation_toggle_cover (presentation, MIG_COVER_BLACK);
  g_assert_cmpint (mig_presentation_get_cover (presentation), ==, MIG_COVER_BLACK);
  mig_presentation_toggle_cover (presentation, MIG_COVER_WHITE);
  g_assert_cmpint (mig_presentation_get_cover (presentation), ==, MIG_COVER_WHITE);
  mig_presentation_toggle_cover (presentation, MIG_COVER_WHITE);
  g_assert_cmpint (mig_presentation_get_cover (presentation), ==, MIG_COVER_NONE);

  /* Whoever steps wants to show something. */
  mig_presentation_toggle_cover (presentation, MIG_COVER_BLACK);
  mig_presentation_next (presentation);
  g_assert_cmpint (mig_presentation_get_cover (presentation), ==, MIG_COVER_NONE);
  mig_presentation_last (presentation);
  mig_presentation_toggle_cover (presentation, MIG_COVER_BLACK);
  mig_presentation_next (presentation);
  g_assert_cmpint (mig_presentation_get_cover (presentation), ==, MIG_COVER_NONE);
}

static void
test_freeze (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;

  mig_presentation_next (presentation);
  mig_presentation_toggle_freeze (presentation);
  mig_presentation_next (presentation);
  assert_at (fixture, 2, "M14");
  g_assert_cmpuint (mig_presentation_get_shown (presentation), ==, 1);
  mig_presentation_explore (presentation, mig_corpus_lookup (fixture->corpus, "M02"));
  assert_at (fixture, 2, "M14");
  mig_presentation_toggle_freeze (presentation);
  assert_at (fixture, 2, "S14-08");
  g_assert_cmpuint (mig_presentation_get_shown (presentation), ==, 2);
}

static void
test_explore (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;
  MigRoomView before = { 0 }, after = { 0 };

  mig_presentation_set_animated (presentation, FALSE);
  mig_presentation_go_to (presentation, 2);
  mig_presentation_init_view (presentation, &before);
  mig_presentation_explore (presentation, mig_corpus_lookup (fixture->corpus, "M02"));
  assert_at (fixture, 2, "M02");
  g_assert_true (mig_presentation_get_exploring (presentation));
  mig_presentation_pan (presentation, 400);
  mig_presentation_zoom (presentation, 2, 0.5);
  mig_presentation_backspace (presentation);
  assert_at (fixture, 2, "S14-08");
  g_assert_false (mig_presentation_get_exploring (presentation));
  mig_presentation_init_view (presentation, &after);
  g_assert_cmpfloat (before.start, ==, after.start);
  g_assert_cmpfloat (before.end, ==, after.end);

  /* The second Backspace steps back, and a step out of an exploration leads to the next scene. */
  mig_presentation_backspace (presentation);
  assert_at (fixture, 1, "M14");
  mig_presentation_explore (presentation, mig_corpus_lookup (fixture->corpus, "M02"));
  mig_presentation_next (presentation);
  assert_at (fixture, 2, "S14-08");
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;

  mig_presentation_toggle_overview (presentation);
  mig_presentation_escape (presentation);
  g_assert_false (mig_presentation_get_overview (presentation));
  g_assert_cmpuint (fixture->n_ended, ==, 0);
  mig_presentation_escape (presentation);
  mig_presentation_escape (presentation);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
}

static void
test_movement (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;
  MigRoomView view = { 0 }, end = { 0 };
  double start;

  mig_presentation_init_view (presentation, &view);
  start = view.start;
  mig_presentation_next (presentation);
  g_assert_true (mig_presentation_is_moving (presentation));
  g_assert_true (mig_presentation_advance (presentation, 1000000));
  mig_presentation_init_view (presentation, &view);
  g_assert_cmpfloat (view.start, ==, start);
  g_assert_cmpfloat (view.fade, ==, 0);
  g_assert_cmpuint (view.before, !=, view.selected);
  g_assert_true (mig_presentation_advance (presentation, 1450000));
  mig_presentation_init_view (presentation, &view);
  g_assert_cmpfloat (view.start, >, start);
  g_assert_false (mig_presentation_advance (presentation, 1900000));
  mig_presentation_init_view (presentation, &end);
  g_assert_cmpfloat (end.start, >, view.start);
  g_assert_cmpfloat (end.fade, ==, 1);
  g_assert_cmpuint (end.before, ==, end.selected);

  mig_presentation_set_animated (presentation, FALSE);
  mig_presentation_next (presentation);
  g_assert_false (mig_presentation_is_moving (presentation));
}

/* Whoever edits the briefing while it is given does not throw the presenter elsewhere. */
static void
test_edited_meanwhile (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;

  mig_presentation_go_to (presentation, 2);
  mig_briefing_remove (fixture->briefing, 0);
  assert_at (fixture, 1, "S14-08");
  mig_briefing_move (fixture->briefing, 1, 4);
  assert_at (fixture, 4, "S14-08");
  mig_briefing_remove (fixture->briefing, 4);
  g_assert_cmpuint (mig_presentation_get_position (presentation), ==, 3);
  while (mig_briefing_get_n (fixture->briefing) > 0)
    mig_briefing_remove (fixture->briefing, 0);
  /* There is nothing left to come back to, either. */
  mig_presentation_toggle_cover (presentation, MIG_COVER_BLACK);
  mig_presentation_next (presentation);
  mig_presentation_back (presentation);
  mig_presentation_last (presentation);
}

static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  MigPresentation *presentation = fixture->presentation;
  double x, y;

  g_assert_false (mig_presentation_get_pointer (presentation, &x, &y));
  mig_presentation_move_pointer (presentation, 0.25, 7);
  g_assert_true (mig_presentation_get_pointer (presentation, &x, &y));
  g_assert_cmpfloat (x, ==, 0.25);
  g_assert_cmpfloat (y, ==, 1);
  mig_presentation_toggle_magnify (presentation);
  g_assert_cmpfloat (mig_presentation_get_magnification (presentation, &x, &y), ==, 2);
  g_assert_cmpfloat (x, ==, 0.25);
  /* The point that is looked at stays while it grows. */
  mig_presentation_move_pointer (presentation, 0.9, 0.9);
  mig_presentation_magnify (presentation, 100);
  g_assert_cmpfloat (mig_presentation_get_magnification (presentation, &x, &y), ==,
                     MIG_PRESENTATION_MAX_MAGNIFICATION);
  g_assert_cmpfloat (x, ==, 0.25);
  mig_presentation_next (presentation);
  g_assert_cmpfloat (mig_presentation_get_magnification (presentation, &x, &y), ==, 1);
}

static void
test_timer (void)
{
  g_autoptr (MigTalkTimer) timer = mig_talk_timer_new ();
  const gint64 second = G_USEC_PER_SEC;

  g_assert_cmpint (mig_talk_timer_get_elapsed (timer, 900 * second), ==, 0);
  mig_talk_timer_pause (timer, 900 * second);
  g_assert_false (mig_talk_timer_is_paused (timer));

  mig_talk_timer_step (timer, 1000 * second);
  g_assert_cmpint (mig_talk_timer_get_elapsed (timer, 1030 * second), ==, 30);
  mig_talk_timer_step (timer, 1040 * second);
  g_assert_cmpint (mig_talk_timer_get_scene_elapsed (timer, 1050 * second), ==, 10);
  mig_talk_timer_pause (timer, 1060 * second);
  mig_talk_timer_step (timer, 1100 * second);
  g_assert_cmpint (mig_talk_timer_get_elapsed (timer, 1200 * second), ==, 60);
  g_assert_cmpint (mig_talk_timer_get_scene_elapsed (timer, 1200 * second), ==, 0);
  mig_talk_timer_resume (timer, 1200 * second);
  g_assert_cmpint (mig_talk_timer_get_elapsed (timer, 1210 * second), ==, 70);
  g_assert_cmpint (mig_talk_timer_get_scene_elapsed (timer, 1210 * second), ==, 10);

  g_assert_cmpint (mig_talk_timer_get_level (timer, 1210 * second, 0), ==, MIG_TALK_LEVEL_GOOD);
  g_assert_cmpint (mig_talk_timer_get_level (timer, 1210 * second, 600), ==, MIG_TALK_LEVEL_GOOD);
  g_assert_cmpint (mig_talk_timer_get_level (timer, 1210 * second, 120), ==, MIG_TALK_LEVEL_LOW);
  g_assert_cmpint (mig_talk_timer_get_level (timer, 1210 * second, 69), ==, MIG_TALK_LEVEL_OVER);
  mig_talk_timer_reset (timer);
  g_assert_false (mig_talk_timer_is_started (timer));
}

static void
test_timer_starts_at_first_step (Fixture *fixture, gconstpointer data)
{
  MigTalkTimer *timer = mig_presentation_get_timer (fixture->presentation);

  mig_presentation_toggle_cover (fixture->presentation, MIG_COVER_BLACK);
  g_assert_false (mig_talk_timer_is_started (timer));
  mig_presentation_next (fixture->presentation);
  g_assert_true (mig_talk_timer_is_started (timer));
  g_assert_cmpuint (mig_presentation_get_planned (fixture->presentation), ==, 360);
  mig_briefing_set_duration (fixture->briefing, 1200);
  g_assert_cmpuint (mig_presentation_get_planned (fixture->presentation), ==, 1200);
}

static void
test_timer_format (void)
{
  const struct
  {
    gint64 seconds;
    const char *text;
  } cases[] = { { 0, "0:00" }, { 59, "0:59" }, { 738, "12:18" }, { 3599, "59:59" }, { 3725, "1:02:05" },
                { -30, "−0:30" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mig_talk_timer_format (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What three kinds of clickers send, and what must reach nothing. */
static void
test_keys (void)
{
  const struct
  {
    guint keyval;
    GdkModifierType state;
    const char *action;
  } cases[] = {
    { GDK_KEY_Page_Down, 0, "next" },
    { GDK_KEY_Page_Up, 0, "back" },
    { GDK_KEY_period, 0, "black" },
    { GDK_KEY_F5, 0, "" },
    { GDK_KEY_F5, GDK_SHIFT_MASK, "" },
    { GDK_KEY_Escape, 0, "escape" },
    { GDK_KEY_Right, 0, "next" },
    { GDK_KEY_Left, 0, "back" },
    { GDK_KEY_b, 0, "black" },
    { GDK_KEY_B, GDK_SHIFT_MASK, "black" },
    { GDK_KEY_B, GDK_LOCK_MASK, "black" },
    { GDK_KEY_Up, 0, "back" },
    { GDK_KEY_Down, 0, "next" },
    { GDK_KEY_Return, 0, "enter" },
    { GDK_KEY_space, 0, "next" },
    { GDK_KEY_BackSpace, 0, "backspace" },
    { GDK_KEY_w, 0, "white" },
    { GDK_KEY_f, 0, "freeze" },
    { GDK_KEY_Tab, 0, "overview" },
    { GDK_KEY_o, 0, "overview" },
    { GDK_KEY_l, 0, "pointer" },
    { GDK_KEY_z, 0, "magnify" },
    { GDK_KEY_s, 0, "swap" },
    { GDK_KEY_Home, 0, "first" },
    { GDK_KEY_End, 0, "last" },
    { GDK_KEY_slash, 0, "search" },
    { GDK_KEY_slash, GDK_SHIFT_MASK, "search" },
    { GDK_KEY_KP_Divide, 0, "search" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "search" },
    { GDK_KEY_F, GDK_CONTROL_MASK | GDK_LOCK_MASK, "search" },
    { GDK_KEY_f, GDK_CONTROL_MASK | GDK_ALT_MASK, NULL },
    { GDK_KEY_b, GDK_CONTROL_MASK, NULL },
    { GDK_KEY_F6, 0, NULL },
    { GDK_KEY_x, 0, NULL },
  };
  guint digit;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (mig_presenter_keys_find (cases[i].keyval, cases[i].state, &digit), ==, cases[i].action);
  mig_presenter_keys_find (GDK_KEY_KP_7, 0, &digit);
  g_assert_cmpuint (digit, ==, 7);
  mig_presenter_keys_find (GDK_KEY_7, GDK_CONTROL_MASK, &digit);
  g_assert_cmpuint (digit, ==, 10);
}

static gboolean
get_state (GActionGroup *actions, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (actions, name);

  return g_variant_get_boolean (state);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = mig_presenter_actions_new (fixture->presentation);

  g_action_group_activate_action (actions, "next", NULL);
  assert_at (fixture, 1, "M14");
  g_action_group_activate_action (actions, "black", NULL);
  g_assert_true (get_state (actions, "black"));
  g_assert_false (get_state (actions, "white"));
  g_action_group_activate_action (actions, "white", NULL);
  g_assert_false (get_state (actions, "black"));
  g_assert_true (get_state (actions, "white"));
  g_action_group_activate_action (actions, "swap", NULL);
  g_assert_cmpuint (fixture->n_swaps, ==, 1);
  g_action_group_activate_action (actions, "end", NULL);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
  g_object_unref (actions);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/presentation/steps", test_steps);
  ADD ("/presentation/begins-at", test_begins_at);
  ADD ("/presentation/go-to", test_go_to);
  ADD ("/presentation/cover", test_cover);
  ADD ("/presentation/freeze", test_freeze);
  ADD ("/presentation/explore", test_explore);
  ADD ("/presentation/escape", test_escape);
  ADD ("/presentation/movement", test_movement);
  ADD ("/presentation/edited-meanwhile", test_edited_meanwhile);
  ADD ("/presentation/pointer", test_pointer);
  ADD ("/presentation/actions", test_actions);
  ADD ("/presentation/timer-starts-at-first-step", test_timer_starts_at_first_step);
  g_test_add_func ("/presentation/timer", test_timer);
  g_test_add_func ("/presentation/timer-format", test_timer_format);
  g_test_add_func ("/presentation/keys", test_keys);

  return g_test_run ();
}
