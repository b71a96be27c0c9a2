/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mig-corpus-reader.h"
#include "mig-item-text.h"
#include "mig-overview.h"
#include "mig-timeline-export.h"
#include "mig-timeline-item.h"
#include "mig-timeline.h"

typedef struct
{
  MigCorpus *corpus;
  MigNavigator *navigator;
  MigViewport *viewport;
  GtkWidget *window;
  GtkWidget *timeline;
} Fixture;

static void
settle (Fixture *fixture)
{
  /* Layout and items follow in the frame clock's update; two frames later everything stands. */
  for (guint i = 0; i < 3; i++)
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
      gint64 counter = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : -1;

      gtk_widget_queue_draw (fixture->timeline);
      while (clock == NULL || gdk_frame_clock_get_frame_counter (clock) == counter)
        {
          g_main_context_iteration (NULL, TRUE);
          clock = gtk_widget_get_frame_clock (fixture->window);
        }
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Longer than the view must rest before anything is told of it. */
#define SIGHT_MS 800

static gboolean
time_over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (Fixture *fixture, guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, time_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (GError) error = NULL;
  gint first, last;

  fixture->corpus = mig_corpus_reader_read (reader, file, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->navigator = mig_navigator_new ();
  fixture->viewport = mig_viewport_new ();
  g_assert_true (mig_corpus_get_extent (fixture->corpus, &first, &last));
  mig_viewport_set_limits (fixture->viewport, first - 9000, last + 900);
  mig_viewport_set_home (fixture->viewport, first - 200, last + 200);
  mig_viewport_fit (fixture->viewport);
  mig_navigator_set_corpus (fixture->navigator, fixture->corpus);

  fixture->timeline = mig_timeline_new (fixture->navigator, fixture->viewport);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 330);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->timeline);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timeline = fixture->timeline;

  g_object_add_weak_pointer (G_OBJECT (timeline), (gpointer *) &fixture->timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->timeline);
  g_assert_finalize_object (fixture->navigator);
  g_assert_finalize_object (fixture->viewport);
  g_assert_finalize_object (fixture->corpus);
}

static MigRef
lookup (Fixture *fixture, const char *id)
{
  MigRef ref = mig_corpus_lookup (fixture->corpus, id);

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);
  return ref;
}

static GtkWidget *
get_lane (Fixture *fixture, guint n)
{
  GtkWidget *lane = gtk_widget_get_first_child (fixture->timeline);

  while (n-- > 0)
    lane = gtk_widget_get_next_sibling (lane);
  return lane;
}

static GtkWidget *
find_item (Fixture *fixture, const char *id)
{
  MigRef ref = lookup (fixture, id);

  for (GtkWidget *lane = gtk_widget_get_first_child (fixture->timeline); lane != NULL;
       lane = gtk_widget_get_next_sibling (lane))
    {
      for (GtkWidget *item = gtk_widget_get_first_child (lane); item != NULL; item = gtk_widget_get_next_sibling (item))
        {
          if (mig_timeline_item_get_ref (MIG_TIMELINE_ITEM (item)) == ref &&
              mig_timeline_item_get_mark (MIG_TIMELINE_ITEM (item)) != MIG_MARK_CHIP)
            return item;
        }
    }
  return NULL;
}

/* Lanes are lists with names, items list items whose names say title, dates and what they are. */
static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *item = find_item (fixture, "M14");
  g_autofree char *name = NULL;

  gtk_test_accessible_assert_role (fixture->timeline, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->timeline, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  gtk_test_accessible_assert_role (get_lane (fixture, 0), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (get_lane (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Meetings");
  gtk_test_accessible_assert_property (get_lane (fixture, 4), GTK_ACCESSIBLE_PROPERTY_LABEL, "Undated");

  g_assert_nonnull (item);
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  name = g_strdup_printf (
      "Fourteenth Coordination Meeting on International Migration, 25–26 February 2016, meeting 14 of 17, 11 sessions, "
      "%u mentions", mig_corpus_get_related (fixture->corpus, lookup (fixture, "M14"), MIG_RELATION_MENTIONED_BY).n);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_relation (item, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 14);
  gtk_test_accessible_assert_relation (item, GTK_ACCESSIBLE_RELATION_SET_SIZE, 17);
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  mig_navigator_select (fixture->navigator, lookup (fixture, "M14"));
  settle (fixture);
  gtk_test_accessible_assert_state (find_item (fixture, "M14"), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

/* Items follow each other in time, which is the order in which they are read out. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  gint last = 0;

  for (GtkWidget *item = gtk_widget_get_first_child (get_lane (fixture, 0)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      gint day = mig_date_first_day (
          mig_corpus_get_date (fixture->corpus, mig_timeline_item_get_ref (MIG_TIMELINE_ITEM (item))));

      g_assert_cmpint (day, >, last);
      last = day;
      n++;
    }
  g_assert_cmpuint (n, ==, 17);
}

/* Only what is in sight has a widget, and each is at least as large as a target must be. */
static void
test_items_follow_view (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (find_item (fixture, "M02"));
  mig_viewport_set_span (fixture->viewport, mig_day_from_civil (2015, 6, 1), mig_day_from_civil (2017, 1, 1));
  settle (fixture);
  g_assert_null (find_item (fixture, "M02"));
  g_assert_nonnull (find_item (fixture, "M14"));

  for (GtkWidget *lane = gtk_widget_get_first_child (fixture->timeline); lane != NULL;
       lane = gtk_widget_get_next_sibling (lane))
    {
      for (GtkWidget *item = gtk_widget_get_first_child (lane); item != NULL; item = gtk_widget_get_next_sibling (item))
        g_assert_cmpint (gtk_widget_get_height (item), >=, 23);
    }
}

static void
press (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->timeline, action, NULL));
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
}

static void
assert_selected (Fixture *fixture, const char *id)
{
  g_assert_cmpstr (
      mig_corpus_get_record (fixture->corpus, mig_navigator_get_selected (fixture->navigator))->id, ==, id);
}

/* Arrows walk in time and across the lanes; a walk is one step of the history. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  mig_navigator_select (fixture->navigator, lookup (fixture, "M13"));
  settle (fixture);
  press (fixture, "timeline.right");
  assert_selected (fixture, "M14");
  g_assert_true (gtk_widget_has_focus (find_item (fixture, "M14")));
  press (fixture, "timeline.right");
  assert_selected (fixture, "M15");
  press (fixture, "timeline.left");
  press (fixture, "timeline.down");
  assert_selected (fixture, "S14-01");
  press (fixture, "timeline.right");
  assert_selected (fixture, "S14-02");
  press (fixture, "timeline.first");
  assert_selected (fixture, "S02-a");
  mig_navigator_go_back (fixture->navigator);
  assert_selected (fixture, "M13");
}

/* An item that is out of sight, or inside a chip, comes into its own when the walk gets there. */
static void
test_walk_beyond (Fixture *fixture, gconstpointer data)
{
  guint n_dated;
  MigRefs events = mig_corpus_get_track (fixture->corpus, MIG_TRACK_EVENTS, &n_dated);

  mig_navigator_select (fixture->navigator, events.refs[0]);
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  for (guint i = 1; i < n_dated; i++)
    {
      press (fixture, "timeline.right");
      g_assert_cmpuint (mig_navigator_get_selected (fixture->navigator), ==, events.refs[i]);
      g_assert_true (MIG_IS_TIMELINE_ITEM (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
      g_assert_cmpuint (
          mig_timeline_item_get_ref (MIG_TIMELINE_ITEM (gtk_window_get_focus (GTK_WINDOW (fixture->window)))), ==,
          events.refs[i]);
    }
}

static void
test_zoom_actions (Fixture *fixture, gconstpointer data)
{
  double span = mig_viewport_get_span (fixture->viewport);

  press (fixture, "timeline.zoom-in");
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (fixture->viewport), span / 1.5, 1e-6);
  press (fixture, "timeline.zoom-out");
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (fixture->viewport), span, 1e-6);
  press (fixture, "timeline.zoom-in");
  press (fixture, "timeline.pan-later");
  g_assert_cmpfloat (mig_viewport_get_end (fixture->viewport), >, mig_day_from_civil (2019, 1, 1));
  press (fixture, "timeline.fit");
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (fixture->viewport), span, 1e-6);
}

static void
activated_cb (MigTimeline *timeline, MigRef ref, MigRef *activated)
{
  *activated = ref;
}

/* Enter selects and asks for the page. */
static void
test_activate (Fixture *fixture, gconstpointer data)
{
  MigRef activated = MIG_REF_NONE;

  g_signal_connect (fixture->timeline, "item-activated", G_CALLBACK (activated_cb), &activated);
  g_assert_true (gtk_widget_activate_action (find_item (fixture, "M14"), "item.activate", NULL));
  g_assert_cmpuint (activated, ==, lookup (fixture, "M14"));
  assert_selected (fixture, "M14");
}

static void
list_requested_cb (MigTimeline *timeline, MigRef ref, guint *n_requested)
{
  (*n_requested)++;
}

/* A chip opens on what it holds; one whose things share a day asks for a list instead. */
static void
test_chip (Fixture *fixture, gconstpointer data)
{
  double span = mig_viewport_get_span (fixture->viewport);
  guint n_requested = 0;

  g_signal_connect (fixture->timeline, "list-requested", G_CALLBACK (list_requested_cb), &n_requested);
  for (GtkWidget *item = gtk_widget_get_first_child (get_lane (fixture, 2)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      if (mig_timeline_item_get_mark (MIG_TIMELINE_ITEM (item)) != MIG_MARK_CHIP)
        continue;
      n_requested = 0;
      g_assert_true (gtk_widget_activate_action (item, "item.activate", NULL));
      if (n_requested == 1)
        continue;
      mig_viewport_finish (fixture->viewport);
      settle (fixture);
      g_assert_cmpfloat (mig_viewport_get_span (fixture->viewport), <, span / 2);
      g_assert_cmpuint (mig_navigator_get_selected (fixture->navigator), ==, MIG_REF_NONE);
      return;
    }
  g_assert_not_reached ();
}

/* What is selected elsewhere comes into sight. */
static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  mig_viewport_set_span (fixture->viewport, mig_day_from_civil (2003, 1, 1), mig_day_from_civil (2004, 1, 1));
  mig_navigator_select (fixture->navigator, lookup (fixture, "E-summit-2016"));
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  g_assert_nonnull (find_item (fixture, "E-summit-2016"));
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_span (fixture->viewport), 365, 1e-6);
}

/* A corpus that is read again keeps the view where somebody has moved it. */
static void
test_read_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  GFile *file = mig_corpus_get_file (fixture->corpus);
  g_autoptr (MigCorpus) again = mig_corpus_reader_read (reader, file, NULL, NULL, NULL);
  double start;

  mig_navigator_select (fixture->navigator, lookup (fixture, "M14"));
  mig_viewport_set_span (fixture->viewport, mig_day_from_civil (2003, 1, 1), mig_day_from_civil (2004, 1, 1));
  start = mig_viewport_get_start (fixture->viewport);
  mig_navigator_set_corpus (fixture->navigator, again);
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  g_assert_cmpfloat (mig_viewport_get_start (fixture->viewport), ==, start);
  mig_navigator_set_corpus (fixture->navigator, fixture->corpus);
}

static GskRenderNode *
draw (MigCorpus *corpus, MigPalette palette, gboolean mirrored)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans 11");
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  MigTimelinePainter *painter;
  GskRenderNode *node;
  MigTimelineView view = {
    .corpus = corpus,
    .start = mig_day_from_civil (2012, 10, 1),
    .end = mig_day_from_civil (2018, 8, 1),
    .width = 1280,
    .height = 312,
    .selected = mig_corpus_lookup (corpus, "S14-08"),
    .mirrored = mirrored,
  };

  pango_context_set_font_description (context, font);
  painter = mig_timeline_painter_new (context, palette);
  mig_timeline_painter_layout (painter, &view);
  mig_timeline_painter_paint (painter, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  mig_timeline_painter_free (painter);
  g_object_unref (context);
  return node;
}

/* Counts nodes of a type, and of colour nodes those of one colour. */
static guint
count_nodes (GskRenderNode *node, GskRenderNodeType type, const GdkRGBA *colour)
{
  guint n = gsk_render_node_get_node_type (node) == type &&
            (colour == NULL || gdk_rgba_equal (gsk_color_node_get_color (node), colour));

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_nodes (gsk_container_node_get_child (node, i), type, colour);
      return n;
    case GSK_TRANSFORM_NODE:
      return n + count_nodes (gsk_transform_node_get_child (node), type, colour);
    case GSK_CLIP_NODE:
      return n + count_nodes (gsk_clip_node_get_child (node), type, colour);
    case GSK_ROUNDED_CLIP_NODE:
      return n + count_nodes (gsk_rounded_clip_node_get_child (node), type, colour);
    case GSK_OPACITY_NODE:
      return n + count_nodes (gsk_opacity_node_get_child (node), type, colour);
    default:
      return n;
    }
}

/* The picture's nodes: the selection has its palette's colour, one picture is drawn twice, mirroring loses nothing. */
static void
test_drawing (Fixture *fixture, gconstpointer data)
{
  const GdkRGBA *blue = mig_palette_get (MIG_PALETTE_LIGHT, MIG_COLOUR_MEETING);
  const GdkRGBA *pale = mig_palette_get (MIG_PALETTE_DARK, MIG_COLOUR_MEETING);
  GskRenderNode *light = draw (fixture->corpus, MIG_PALETTE_LIGHT, FALSE);
  GskRenderNode *again = draw (fixture->corpus, MIG_PALETTE_LIGHT, FALSE);
  GskRenderNode *dark = draw (fixture->corpus, MIG_PALETTE_DARK, FALSE);
  GskRenderNode *mirrored = draw (fixture->corpus, MIG_PALETTE_LIGHT, TRUE);
  g_autoptr (GBytes) first = gsk_render_node_serialize (light);
  g_autoptr (GBytes) second = gsk_render_node_serialize (again);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (count_nodes (light, GSK_COLOR_NODE, blue), >, 3);
  g_assert_cmpuint (count_nodes (dark, GSK_COLOR_NODE, blue), ==, 0);
  g_assert_cmpuint (count_nodes (dark, GSK_COLOR_NODE, pale), >, 3);
  g_assert_cmpuint (count_nodes (light, GSK_TEXT_NODE, NULL), >, 40);
  g_assert_cmpuint (count_nodes (light, GSK_TEXT_NODE, NULL), ==, count_nodes (mirrored, GSK_TEXT_NODE, NULL));
  gsk_render_node_unref (light);
  gsk_render_node_unref (again);
  gsk_render_node_unref (dark);
  gsk_render_node_unref (mirrored);
}

/* What is in sight is told once the view rests: by the timeline, and to who has the keyboard in it. */
static void
test_sight (Fixture *fixture, gconstpointer data)
{
  double start = mig_day_from_civil (2016, 2, 1), end = mig_day_from_civil (2016, 2, 29) + 0.5;
  g_autofree char *sight = mig_item_text_in_sight (fixture->corpus, start, end);
  GtkWidget *item;

  g_assert_true (g_str_has_prefix (sight, "1 to 29 February 2016, 1 meeting, 11 sessions, "));
  mig_navigator_select (fixture->navigator, lookup (fixture, "M14"));
  settle (fixture);
  item = find_item (fixture, "M14");
  g_assert_true (gtk_widget_grab_focus (item));
  mig_viewport_set_span (fixture->viewport, start, end);
  settle (fixture);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  wait_for (fixture, SIGHT_MS);
  gtk_test_accessible_assert_property (fixture->timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sight);
  /* Newer versions have a way to tell it without the item's own description. */
  if (gtk_get_minor_version () < 14)
    gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sight);
}

static void
assert_years (Fixture *fixture, gint first, gint last)
{
  gint start, end;

  mig_day_to_civil ((gint) mig_viewport_get_start (fixture->viewport), &start, NULL, NULL);
  mig_day_to_civil ((gint) mig_viewport_get_end (fixture->viewport), &end, NULL, NULL);
  g_assert_cmpint (start, ==, first);
  g_assert_cmpint (end, ==, last);
}

/* A flight to a span selects nothing, takes the keyboard along and can be taken back. */
static void
test_fly_to (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  mig_navigator_set_viewport (fixture->navigator, fixture->viewport);
  mig_navigator_select (fixture->navigator, lookup (fixture, "M14"));
  mig_viewport_set_span (fixture->viewport, mig_day_from_civil (2015, 6, 1), mig_day_from_civil (2017, 6, 1));
  settle (fixture);

  mig_timeline_fly_to (MIG_TIMELINE (fixture->timeline), mig_day_from_civil (2003, 6, 1),
                       mig_day_from_civil (2005, 6, 1));
  g_assert_true (mig_viewport_is_moving (fixture->viewport));
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  assert_years (fixture, 2003, 2005);
  assert_selected (fixture, "M14");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (MIG_IS_TIMELINE_ITEM (focus));
  g_assert_cmpuint (mig_timeline_item_get_ref (MIG_TIMELINE_ITEM (focus)), ==, lookup (fixture, "M03"));

  mig_navigator_go_back (fixture->navigator);
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  assert_years (fixture, 2015, 2017);
  mig_navigator_go_forward (fixture->navigator);
  mig_viewport_finish (fixture->viewport);
  assert_years (fixture, 2003, 2005);
}

/* Whatever is shown is selected and comes into sight with some years about it; what has no item is shown by what hangs
 * on it. */
static void
test_show_record (Fixture *fixture, gconstpointer data)
{
  MigTimeline *timeline = MIG_TIMELINE (fixture->timeline);
  double start;

  mig_navigator_set_viewport (fixture->navigator, fixture->viewport);
  g_assert_true (mig_timeline_show_record (timeline, lookup (fixture, "S14-08")));
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  assert_selected (fixture, "S14-08");
  g_assert_true (gtk_widget_has_focus (find_item (fixture, "S14-08")));

  /* It is there already: nothing moves. */
  start = mig_viewport_get_start (fixture->viewport);
  g_assert_true (mig_timeline_show_record (timeline, lookup (fixture, "S14-08")));
  g_assert_false (mig_viewport_is_moving (fixture->viewport));
  g_assert_cmpfloat (mig_viewport_get_start (fixture->viewport), ==, start);

  mig_viewport_set_span (fixture->viewport, mig_day_from_civil (2002, 6, 1), mig_day_from_civil (2003, 6, 1));
  settle (fixture);
  g_assert_true (mig_timeline_show_record (timeline, lookup (fixture, "P-riera")));
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
  assert_years (fixture, 2015, 2016);
  assert_selected (fixture, "P-riera");

  mig_navigator_go_back (fixture->navigator);
  mig_viewport_finish (fixture->viewport);
  assert_selected (fixture, "S14-08");
  assert_years (fixture, 2002, 2003);
}

static void
assert_days (Fixture *fixture, double start, double end)
{
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_start (fixture->viewport), start, 0.01);
  g_assert_cmpfloat_with_epsilon (mig_viewport_get_end (fixture->viewport), end, 0.01);
}

/* The handle by keys: both ends, each end by itself, a page, and to the ends of the strip; and what it tells. */
static void
test_overview_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overview = g_object_ref_sink (mig_overview_new (fixture->navigator, fixture->viewport));
  const double day = mig_day_from_civil (2010, 1, 1);
  double first, last;
  static const struct
  {
    const char *action;
    double start, end;
  } ltr[] = {
    { "overview.right", 10, 110 },     { "overview.left", 0, 100 },      { "overview.end-right", 0, 110 },
    { "overview.end-left", 0, 99 },    { "overview.start-left", -9.9, 99 }, { "overview.start-right", 0.99, 99 },
    { "overview.later", 74.4975, 172.5075 }, { "overview.earlier", 0.99, 99 },
  };

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  mig_viewport_set_span (fixture->viewport, day, day + 100);
  for (guint i = 0; i < G_N_ELEMENTS (ltr); i++)
    {
      g_test_message ("%s", ltr[i].action);
      g_assert_true (gtk_widget_activate_action (overview, ltr[i].action, NULL));
      assert_days (fixture, day + ltr[i].start, day + ltr[i].end);
    }

  gtk_widget_set_direction (overview, GTK_TEXT_DIR_RTL);
  mig_viewport_set_span (fixture->viewport, day, day + 100);
  g_assert_true (gtk_widget_activate_action (overview, "overview.left", NULL));
  assert_days (fixture, day + 10, day + 110);
  g_assert_true (gtk_widget_activate_action (overview, "overview.end-left", NULL));
  assert_days (fixture, day + 10, day + 120);

  /* One end never passes the other, nor what can be shown. */
  mig_viewport_set_span (fixture->viewport, day, day + MIG_VIEWPORT_MIN_SPAN);
  g_assert_true (gtk_widget_activate_action (overview, "overview.end-right", NULL));
  assert_days (fixture, day, day + MIG_VIEWPORT_MIN_SPAN);
  mig_viewport_get_limits (fixture->viewport, NULL, &last);
  mig_viewport_set_span (fixture->viewport, last - 1000, last);
  g_assert_true (gtk_widget_activate_action (overview, "overview.end-left", NULL));
  assert_days (fixture, last - 1000, last);

  mig_viewport_set_span (fixture->viewport, day, day + 100);
  mig_viewport_get_home (fixture->viewport, &first, &last);
  g_assert_true (gtk_widget_activate_action (overview, "overview.first", NULL));
  assert_days (fixture, first, first + 100);
  g_assert_true (gtk_widget_activate_action (overview, "overview.last", NULL));
  assert_days (fixture, last - 100, last);

  mig_viewport_set_span (fixture->viewport, day, day + 3652);
  wait_for (fixture, SIGHT_MS);
  gtk_test_accessible_assert_property (overview, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "January 2010 to January 2020");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_finalize_object (overview);
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overview = g_object_ref_sink (mig_overview_new (fixture->navigator, fixture->viewport));
  double span = mig_viewport_get_span (fixture->viewport);

  gtk_test_accessible_assert_property (overview, GTK_ACCESSIBLE_PROPERTY_LABEL, "Overview");
  g_assert_true (gtk_widget_get_focusable (overview));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_true (gtk_widget_activate_action (overview, "overview.narrower", NULL));
  g_assert_cmpfloat (mig_viewport_get_span (fixture->viewport), <, span);
  span = mig_viewport_get_start (fixture->viewport);
  g_assert_true (gtk_widget_activate_action (overview, "overview.right", NULL));
  g_assert_cmpfloat (mig_viewport_get_start (fixture->viewport), >, span);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_finalize_object (overview);
}

static void
test_without_corpus (void)
{
  g_autoptr (MigNavigator) navigator = mig_navigator_new ();
  g_autoptr (MigViewport) viewport = mig_viewport_new ();
  GtkWidget *timeline = g_object_ref_sink (mig_timeline_new (navigator, viewport));

  g_assert_true (gtk_widget_activate_action (timeline, "timeline.right", NULL));
  g_assert_true (gtk_widget_activate_action (timeline, "timeline.zoom-in", NULL));
  g_assert_false (mig_timeline_grab_item (MIG_TIMELINE (timeline), MIG_REF_NONE));
  g_assert_finalize_object (timeline);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("/timeline/accessible", test_accessible);
  ADD ("/timeline/order", test_order);
  ADD ("/timeline/items-follow-view", test_items_follow_view);
  ADD ("/timeline/walk", test_walk);
  ADD ("/timeline/walk-beyond", test_walk_beyond);
  ADD ("/timeline/zoom-actions", test_zoom_actions);
  ADD ("/timeline/activate", test_activate);
  ADD ("/timeline/chip", test_chip);
  ADD ("/timeline/reveal", test_reveal);
  ADD ("/timeline/read-again", test_read_again);
  ADD ("/timeline/drawing", test_drawing);
  ADD ("/timeline/overview", test_overview);
  ADD ("/timeline/overview-keys", test_overview_keys);
  ADD ("/timeline/sight", test_sight);
  ADD ("/timeline/fly-to", test_fly_to);
  ADD ("/timeline/show-record", test_show_record);
  g_test_add_func ("/timeline/without-corpus", test_without_corpus);
  return g_test_run ();
}
