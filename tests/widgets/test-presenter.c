/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gstdio.h>

#include "mig-appearance.h"
#include "mig-briefing-editor.h"
#include "mig-briefing-file.h"
#include "mig-compat.h"
#include "mig-console.h"
#include "mig-opening.h"
#include "mig-room-window.h"
#include "mig-scene-row.h"
#include "mig-stage.h"
#include "mig-window-private.h"
#include "window-stage.h"

/* Presenting and the briefing beside the timeline, with real windows on one screen. Two screens, keys and clickers are
 * tried in tests/app. */

static MigWindow *
show_corpus (void)
{
  MigWindow *window = show_window ();
  g_autoptr (GFile) file = mig_opening_get_bundled_file ();

  open_and_wait (window, file);
  wait_until (is_in_state (window, "main"));
  return window;
}

static void
assert_action_disabled (MigWindow *window, const char *action)
{
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first descendant for which a test says so. */
static GtkWidget *
find_where (GtkWidget *widget, gboolean (*test) (GtkWidget *widget, const char *text), const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = test (child, text) ? child : find_where (child, test, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  return find_where (widget, has_label, text);
}

static gboolean
has_tooltip (GtkWidget *widget, const char *text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

static GtkWidget *
find_tooltip (GtkWidget *widget, const char *text)
{
  return find_where (widget, has_tooltip, text);
}

/* What is written under the first scene in the overview. */
static GtkWidget *
get_first_card (GtkWidget *window)
{
  return find_child (find_child (window, GTK_TYPE_GRID_VIEW), GTK_TYPE_LABEL);
}

/* Whether the focus is on the card of the scene. */
static gboolean
holds_scene (GtkWidget  *focus,
             const char *number)
{
  GtkWidget *label = focus != NULL && !GTK_IS_GRID_VIEW (focus) ? find_child (focus, GTK_TYPE_LABEL) : NULL;

  return label != NULL && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), number);
}

static void
assert_first_card_is_first (GtkWidget *window)
{
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (get_first_card (window))), "1 "));
}

static void
test_one_screen (void)
{
  MigWindow *window = show_corpus ();
  GdkRGBA color;
  MigPresenter *presenter;
  MigPresentation *presentation;
  GtkWindow *room;
  GtkWidget *stage;

  activate (window, "present");
  presenter = mig_briefing_desk_get_presenter (window->desk);
  g_assert_nonnull (presenter);
  presentation = mig_presenter_get_presentation (presenter);
  room = mig_presenter_get_room (presenter);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (room)));

  /* The console stays away. */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (mig_presenter_get_console (presenter))));
  stage = find_child (GTK_WIDGET (room), MIG_TYPE_STAGE);
  gtk_test_accessible_assert_role (stage, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (stage, GTK_ACCESSIBLE_PROPERTY_LABEL, "The series at a glance");

  gtk_widget_activate_action (GTK_WIDGET (room), "present.next", NULL);
  g_assert_cmpuint (mig_presentation_get_position (presentation), ==, 1);
  gtk_test_accessible_assert_property (stage, GTK_ACCESSIBLE_PROPERTY_LABEL, "2nd meeting, 2003");
  wait_until (!mig_presentation_is_moving (presentation));

  gtk_widget_activate_action (GTK_WIDGET (room), "present.overview", NULL);
  /* The room is always dark. */
  mig_compat_widget_get_color (get_first_card (GTK_WIDGET (room)), &color);
  g_assert_cmpfloat (color.green, >, 0.9);
  gtk_widget_activate_action (GTK_WIDGET (room), "present.escape", NULL);
  g_assert_false (mig_presentation_get_overview (presentation));

  /* It cannot be presented twice at once; and closing the room's window ends no more than the presentation. */
  assert_action_disabled (window, "present");
  gtk_window_close (room);
  wait_until (mig_briefing_desk_get_presenter (window->desk) == NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "present"));
  destroy_window (window);
}

/* Closing the window while presenting takes everything along. */
static void
test_close_while_presenting (void)
{
  MigWindow *window = show_corpus ();

  activate (window, "present");
  gtk_window_close (GTK_WINDOW (window));
  wait_until (g_list_model_get_n_items (gtk_window_get_toplevels ()) == 0);
}

static void
collect_numbers (GtkWidget *widget, GArray *numbers)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint64 number;

      if (!MIG_IS_SCENE_ROW (child))
        collect_numbers (child, numbers);
      else if (gtk_widget_get_child_visible (gtk_widget_get_parent (child)) &&
               g_ascii_string_to_unsigned (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (child))), 10, 1,
                                           1000, &number, NULL))
        g_array_append_val (numbers, number);
    }
}

/* The rows in sight are numbered without a gap, also after one before them has gone. */
static void
assert_numbers (GtkWidget *console)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint64));

  collect_numbers (console, numbers);
  g_assert_cmpuint (numbers->len, >, 3);
  for (guint i = 1; i < numbers->len; i++)
    g_assert_cmpuint (g_array_index (numbers, guint64, i), ==, g_array_index (numbers, guint64, i - 1) + 1);
  g_assert_cmpuint (g_array_index (numbers, guint64, 0), ==, 1);
}

static void
test_console (void)
{
  g_autoptr (MigWindow) window = g_object_ref (show_corpus ());
  g_autoptr (MigBriefing) briefing = NULL;
  g_autoptr (MigPresentation) presentation = NULL;
  GtkWidget *console;

  briefing = g_object_ref (mig_briefing_desk_ensure_briefing (window->desk));
  presentation = mig_presentation_new (mig_navigator_get_corpus (window->navigator), briefing, 13);
  console = mig_console_new (NULL, presentation, MIG_PALETTE_ROOM);
  gtk_window_present (GTK_WINDOW (console));
  wait_until (gtk_widget_get_mapped (console));

  mig_presentation_first (presentation);
  g_assert_nonnull (find_label (console, "1:30 · 15–16 October 2003"));
  mig_presentation_last (presentation);
  g_assert_nonnull (find_label (console, "This is the last scene."));
  mig_presentation_go_to (presentation, 14);
  mig_presentation_toggle_overview (presentation);
  assert_first_card_is_first (console);
  wait_until (holds_scene (gtk_root_get_focus (GTK_ROOT (console)), "15 "));
  mig_presentation_escape (presentation);
  g_assert_false (mig_presentation_get_overview (presentation));
  assert_numbers (console);
  mig_briefing_remove (briefing, 0);
  assert_numbers (console);
  assert_first_card_is_first (console);
  gtk_widget_activate_action (console, "console.note-larger", NULL);
  g_assert_cmpfloat (mig_console_get_note_scale (MIG_CONSOLE (console)), >, 1);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (console, "console.note-smaller", NULL);
  g_assert_cmpfloat_with_epsilon (mig_console_get_note_scale (MIG_CONSOLE (console)), 0.7, 1e-9);
  gtk_window_destroy (GTK_WINDOW (console));
  destroy_window (window);
}

/* Whether the row of the scene at hand, or the one after it, is on the console as a whole. */
static gboolean
is_in_sight (GtkWidget *console, gboolean next)
{
  GtkWidget *list = find_child (console, GTK_TYPE_LIST_VIEW), *row = gtk_widget_get_first_child (list);
  graphene_rect_t bounds;

  while (row != NULL && !(gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL && next)
    row = gtk_widget_get_next_sibling (row);

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, list, &bounds) &&
         bounds.origin.y > -1 && bounds.origin.y + bounds.size.height < gtk_widget_get_height (list) + 1;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_frames = user_data;

  (*n_frames)++;

  return G_SOURCE_CONTINUE;
}

/* A list scrolls when it is laid out, which may take another frame where that shows or hides something. */
static void
wait_for_layout (GtkWidget *console)
{
  guint n_frames = 0, id = gtk_widget_add_tick_callback (console, count_frame_cb, &n_frames, NULL);

  wait_until (n_frames > 4);
  gtk_widget_remove_tick_callback (console, id);
}

/* Whichever way one goes, the list shows where one is, and what comes next. */
static void
test_console_list (void)
{
  g_autoptr (MigWindow) window = g_object_ref (show_corpus ());
  g_autoptr (MigBriefing) briefing = NULL;
  g_autoptr (MigPresentation) presentation = NULL;
  GtkWidget *console;
  guint n;

  briefing = g_object_ref (mig_briefing_desk_ensure_briefing (window->desk));
  n = mig_briefing_get_n (briefing);
  presentation = mig_presentation_new (mig_navigator_get_corpus (window->navigator), briefing, 0);
  console = mig_console_new (NULL, presentation, MIG_PALETTE_ROOM);
  gtk_window_set_default_size (GTK_WINDOW (console), 1024, 600);
  gtk_window_present (GTK_WINDOW (console));
  wait_until (gtk_widget_get_mapped (console));

  for (guint i = 0; i < n; i++)
    {
      mig_presentation_go_to (presentation, i);
      wait_for_layout (console);
      g_assert_true (is_in_sight (console, FALSE));
      g_assert_true (i + 1 == n || is_in_sight (console, TRUE));
    }
  for (guint i = n; i > 0; i--)
    {
      mig_presentation_go_to (presentation, i - 1);
      wait_for_layout (console);
      g_assert_true (is_in_sight (console, FALSE));
    }

  gtk_window_destroy (GTK_WINDOW (console));
  destroy_window (window);
}

/* The briefing beside the timeline */

static MigBriefingEditor *
show_editor (MigWindow *window)
{
  GtkWidget *editor;

  g_action_group_change_action_state (G_ACTION_GROUP (window), "briefing", g_variant_new_boolean (TRUE));
  editor = find_child (GTK_WIDGET (window), MIG_TYPE_BRIEFING_EDITOR);
  g_assert_nonnull (editor);
  return MIG_BRIEFING_EDITOR (editor);
}

static void
test_add_scene (void)
{
  MigWindow *window = show_corpus ();
  MigCorpus *corpus = mig_navigator_get_corpus (window->navigator);
  MigBriefing *briefing;
  const MigSceneFields *fields;

  mig_navigator_select (window->navigator, mig_corpus_lookup (corpus, "S14-08"));
  mig_viewport_set_span (window->viewport, mig_day_from_civil (2015, 6, 1), mig_day_from_civil (2017, 3, 10));
  activate (window, "add-scene");
  briefing = mig_briefing_desk_get_briefing (window->desk);
  g_assert_cmpuint (mig_briefing_get_n (briefing), ==, 1);
  fields = mig_scene_get_fields (mig_briefing_get (briefing, 0));
  g_assert_cmpstr (fields->selected, ==, "S14-08");
  g_assert_cmpstr (fields->name, ==, "VIII. Preparing the summit");
  g_assert_cmpfloat (fields->start, ==, mig_day_from_civil (2015, 6, 1));
  g_assert_cmpfloat (fields->end, ==, mig_day_from_civil (2017, 3, 10));

  mig_navigator_select (window->navigator, mig_corpus_lookup (corpus, "M14"));
  activate (window, "add-scene");
  g_assert_cmpuint (mig_briefing_get_n (briefing), ==, 2);
  g_assert_cmpstr (mig_scene_get_fields (mig_briefing_get (briefing, 1))->selected, ==, "M14");
  activate (window, "undo-briefing");
  activate (window, "undo-briefing");
  g_assert_cmpuint (mig_briefing_get_n (briefing), ==, 0);
  assert_action_disabled (window, "undo-briefing");
  mig_briefing_set_saved (briefing);
  destroy_window (window);
}

/* The scene that is chosen takes what is on screen, its lanes and its filter too, and gives it back. */
static void
test_edit_view (void)
{
  MigWindow *window = show_corpus ();
  MigBriefingEditor *editor = show_editor (window);
  MigBriefing *briefing = mig_briefing_desk_get_briefing (window->desk);
  MigCorpus *corpus = mig_navigator_get_corpus (window->navigator);
  MigLaneOrder *order = mig_timeline_pane_get_lane_order (mig_browser_get_pane (window->browser));
  g_autofree char *riera = mig_corpus_dup_address (corpus, mig_corpus_lookup (corpus, "P-riera"));
  const MigSceneFields *fields;
  MigFilter filter;

  mig_briefing_editor_select (editor, 2);
  mig_filter_init (&filter);
  filter.first_day = mig_day_from_civil (2010, 1, 1);
  mig_navigator_set_filter (window->navigator, &filter);
  g_assert_true (mig_lane_order_follow (order, riera));
  mig_lane_order_set_visible (order, MIG_LANE_DOCUMENTS, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.take-view", NULL);
  fields = mig_scene_get_fields (mig_briefing_get (briefing, 2));
  g_assert_cmpuint (fields->n_lanes, ==, 4);
  g_assert_cmpuint (fields->n_followed, ==, 1);
  g_assert_cmpstr (fields->followed[0].id, ==, "P-riera");
  g_assert_cmpuint (fields->followed[0].above, ==, MIG_LANE_EVENTS);
  g_assert_nonnull (fields->filter);
  g_assert_nonnull (find_label (GTK_WIDGET (editor), "Meetings, Sessions, José Riera, Events, Undated"));
  g_assert_nonnull (find_tooltip (GTK_WIDGET (editor), "Undo: change of a view"));

  /* A second view is undone by itself. */
  mig_lane_order_reset (order);
  mig_lane_order_unfollow (order, MIG_LANE_FOLLOWED);
  mig_filter_init (&filter);
  mig_navigator_set_filter (window->navigator, &filter);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.take-view", NULL);
  g_assert_cmpuint (mig_scene_get_fields (mig_briefing_get (briefing, 2))->n_followed, ==, 0);
  activate (window, "undo-briefing");
  g_assert_cmpuint (mig_scene_get_fields (mig_briefing_get (briefing, 2))->n_followed, ==, 1);
  g_assert_nonnull (find_tooltip (GTK_WIDGET (editor), "Redo: change of a view"));

  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.show-view", NULL);
  g_assert_true (mig_lane_order_find_followed (order, riera, NULL));
  g_assert_false (mig_lane_order_is_visible (order, MIG_LANE_DOCUMENTS));
  g_assert_false (mig_filter_is_empty (mig_navigator_get_filter (window->navigator)));
  /* One that says nothing of lanes leaves them as they are. */
  mig_briefing_editor_select (editor, 0);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.show-view", NULL);
  g_assert_true (mig_lane_order_find_followed (order, riera, NULL));
  g_assert_true (mig_filter_is_empty (mig_navigator_get_filter (window->navigator)));

  activate (window, "undo-briefing");
  g_assert_false (mig_briefing_get_can_undo (briefing));
  g_assert_nonnull (find_tooltip (GTK_WIDGET (editor), "Undo"));
  mig_briefing_set_saved (briefing);
  destroy_window (window);
}

static void
test_edit (void)
{
  MigWindow *window = show_corpus ();
  MigBriefingEditor *editor = show_editor (window);
  MigBriefing *briefing = mig_briefing_desk_get_briefing (window->desk);
  GtkWidget *view = find_child (GTK_WIDGET (editor), GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  guint n = mig_briefing_get_n (briefing);

  g_assert_cmpuint (n, >, 10);
  mig_briefing_editor_select (editor, 2);
  gtk_text_buffer_set_text (buffer, "", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "One", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " question", -1);
  g_assert_cmpstr (mig_scene_get_fields (mig_briefing_get (briefing, 2))->note, ==, "One question");
  g_assert_cmpuint (mig_briefing_editor_get_position (editor), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.move-up", NULL);
  g_assert_cmpuint (mig_briefing_editor_get_position (editor), ==, 1);
  g_assert_cmpstr (mig_scene_get_fields (mig_briefing_get (briefing, 1))->note, ==, "One question");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.duplicate", NULL);
  g_assert_cmpuint (mig_briefing_get_n (briefing), ==, n + 1);
  g_assert_cmpuint (mig_briefing_editor_get_position (editor), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.remove", NULL);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.remove", NULL);
  g_assert_cmpuint (mig_briefing_get_n (briefing), ==, n - 1);
  assert_numbers (GTK_WIDGET (editor));
  while (mig_briefing_get_can_undo (briefing))
    activate (window, "undo-briefing");
  g_assert_cmpuint (mig_briefing_get_n (briefing), ==, n);
  g_assert_false (mig_briefing_get_modified (briefing));
  destroy_window (window);
}

static void
test_open_and_present (void)
{
  MigWindow *window = show_window ();
  g_autoptr (GFile) corpus = mig_opening_get_bundled_file ();
  g_autoptr (GFile) file = scratch_file ("road.migbrief",
                                         "{\"briefing\": {\"format\": \"migmeet-briefing\", \"version\": \"1.0\","
                                         " \"title\": \"Road\", \"corpus\": {\"id\": \"un-cmim\"}},"
                                         " \"scenes\": [{\"selected\": \"M02\"}, {\"selected\": \"gone\"},"
                                         " {\"selected\": \"M14\"}]}");
  g_autoptr (GFile) broken = scratch_file ("broken.migbrief", "{\"briefing\": {}}");
  MigPresentation *presentation;

  /* It waits for a corpus. */
  mig_window_present_briefing (window, file, 1);
  g_assert_null (mig_briefing_desk_get_presenter (window->desk));
  open_and_wait (window, corpus);
  wait_until (mig_briefing_desk_get_presenter (window->desk) != NULL);
  presentation = mig_presenter_get_presentation (mig_briefing_desk_get_presenter (window->desk));
  g_assert_cmpstr (mig_briefing_get_title (mig_presentation_get_briefing (presentation)), ==, "Road");
  g_assert_cmpuint (mig_presentation_get_position (presentation), ==, 2);
  mig_presentation_end (presentation);
  g_assert_null (mig_briefing_desk_get_presenter (window->desk));

  /* One that cannot be read leaves what is open as it is. */
  mig_window_open_briefing (window, broken);
  g_assert_cmpstr (mig_briefing_get_title (mig_briefing_desk_get_briefing (window->desk)), ==, "Road");
  g_assert_nonnull (strstr (mig_window_get_message (window), "broken.migbrief:1"));
  destroy_window (window);
}

/* Answers the question that stands before the window. */
static void
answer (const char *action)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (MIG_IS_WINDOW (window))
        continue;
      gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
      return;
    }
}

/* A window with changes asks, and stays until it is answered. */
static void
test_asks_before_closing (void)
{
  MigWindow *window = show_corpus ();
  MigBriefing *briefing;
  GListModel *windows = gtk_window_get_toplevels ();

  activate (window, "add-scene");
  briefing = mig_briefing_desk_get_briefing (window->desk);
  g_assert_true (mig_briefing_get_modified (briefing));
  gtk_window_close (GTK_WINDOW (window));
  answer ("question.cancel");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (mig_briefing_get_modified (briefing));
  gtk_window_close (GTK_WINDOW (window));
  answer ("question.discard");
  wait_until (g_list_model_get_n_items (windows) == 0);
}

/* Another briefing does not come before somebody has said what becomes of the changes in this one. */
static void
test_asks_before_opening (void)
{
  MigWindow *window = show_corpus ();
  g_autoptr (GFile) file = scratch_file ("other.migbrief",
                                         "{\"briefing\": {\"format\": \"migmeet-briefing\", \"version\": \"1.0\","
                                         " \"title\": \"Other\"}, \"scenes\": [{\"selected\": \"M02\"}]}");
  MigBriefing *briefing;

  activate (window, "add-scene");
  briefing = mig_briefing_desk_get_briefing (window->desk);
  mig_window_open_file (window, file);
  answer ("question.cancel");
  g_assert_true (mig_briefing_desk_get_briefing (window->desk) == briefing);
  g_assert_true (mig_briefing_get_modified (briefing));

  /* Nor does a presentation of it begin. */
  mig_window_present_briefing (window, file, 0);
  g_assert_null (mig_briefing_desk_get_presenter (window->desk));
  answer ("question.discard");
  g_assert_cmpstr (mig_briefing_get_title (mig_briefing_desk_get_briefing (window->desk)), ==, "Other");
  g_assert_nonnull (mig_briefing_desk_get_presenter (window->desk));
  mig_presenter_end (mig_briefing_desk_get_presenter (window->desk));

  /* What is not modified needs no question. */
  mig_window_open_file (window, file);
  g_assert_false (mig_briefing_get_modified (mig_briefing_desk_get_briefing (window->desk)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  destroy_window (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (MigAppearance) appearance = NULL;

  if (!window_stage_init (&argc, &argv))
    return 0;

  appearance = mig_appearance_new (gdk_display_get_default ());
  g_test_add_func ("/presenter/one-screen", test_one_screen);
  g_test_add_func ("/presenter/close-while-presenting", test_close_while_presenting);
  g_test_add_func ("/presenter/console", test_console);
  g_test_add_func ("/presenter/console-list", test_console_list);
  g_test_add_func ("/presenter/add-scene", test_add_scene);
  g_test_add_func ("/presenter/edit", test_edit);
  g_test_add_func ("/presenter/edit-view", test_edit_view);
  g_test_add_func ("/presenter/open-and-present", test_open_and_present);
  g_test_add_func ("/presenter/asks-before-closing", test_asks_before_closing);
  g_test_add_func ("/presenter/asks-before-opening", test_asks_before_opening);

  return window_stage_run ();
}
