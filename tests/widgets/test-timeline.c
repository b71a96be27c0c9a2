/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mig-corpus-reader.h"
#include "mig-timeline-export.h"
#include "mig-timeline-item.h"
#include "timeline-stage.h"

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

/* Cells stand beside each other about their meeting: whoever zooms at one zooms at the meeting's days, and does not
 * lose the session out of sight. */
static void
test_zoom_about_session (Fixture *fixture, gconstpointer data)
{
  const MigDate *date = mig_corpus_get_date (fixture->corpus, lookup (fixture, "M14"));

  mig_navigator_select (fixture->navigator, lookup (fixture, "S14-11"));
  settle (fixture);
  for (guint i = 0; i < 8; i++)
    {
      press (fixture, "timeline.zoom-in");
      g_assert_cmpfloat (mig_viewport_get_start (fixture->viewport), <, mig_date_first_day (date));
      g_assert_cmpfloat (mig_viewport_get_end (fixture->viewport), >, mig_date_last_day (date));
    }
  g_assert_nonnull (find_item (fixture, "S14-11"));
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
  ADD ("/timeline/zoom-about-session", test_zoom_about_session);
  ADD ("/timeline/activate", test_activate);
  ADD ("/timeline/chip", test_chip);
  ADD ("/timeline/reveal", test_reveal);
  ADD ("/timeline/read-again", test_read_again);
  ADD ("/timeline/drawing", test_drawing);
  g_test_add_func ("/timeline/without-corpus", test_without_corpus);
  return g_test_run ();
}
