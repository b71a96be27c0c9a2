/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-columns.h"
#include "mig-contents-row.h"
#include "mig-contents-slice.h"
#include "mig-event-strip.h"
#include "mig-page-parts.h"
#include "page-stage.h"
#include "page-walk.h"

/* What is on the screen from frame to frame when a page is opened, and how much room its parts ask for. */

/* Far more than any page takes. */
#define MAX_FRAMES 600
/* Far more than any thread takes, in milliseconds. */
#define MAX_WAITS 60000

static void
show (PageStage *stage)
{
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1280, 450);
  gtk_window_present (GTK_WINDOW (stage->window));
  while (gtk_widget_get_height (stage->details) < 100)
    g_main_context_iteration (NULL, TRUE);
  page_walk_settle ();
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *is_painted)
{
  *is_painted = TRUE;
}

static void
wait_for_frame (PageStage *stage)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (stage->window);
  gboolean is_painted = FALSE;
  const gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
wait_for_text (PageStage  *stage,
               const char *text)
{
  for (guint i = 0; i < MAX_FRAMES && page_walk_find_text (stage->details, text) == NULL; i++)
    wait_for_frame (stage);
  g_assert_nonnull (page_walk_find_text (stage->details, text));
}

static gboolean
is_of_type (GtkWidget *widget,
            gpointer   data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (data));
}

static GtkWidget *
find_type (PageStage *stage,
           GType      type)
{
  return page_walk_find (stage->details, is_of_type, GSIZE_TO_POINTER (type));
}

/* The first frame has what there is room for, and no more than that by much; the others have the rest. */
static void
test_first_frame (PageStage     *stage,
                  gconstpointer  data)
{
  GtkWidget *columns, *viewport;
  int height;

  show (stage);
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "S14-10"));
  wait_for_frame (stage);
  columns = find_type (stage, MIG_TYPE_COLUMNS);
  viewport = gtk_widget_get_parent (columns);
  height = gtk_widget_get_height (columns);
  g_assert_nonnull (page_walk_find_text (columns, "Tour de table"));
  g_assert_null (page_walk_find_text (columns, "Sources"));
  g_assert_cmpint (height, <, 2 * gtk_widget_get_height (viewport));

  wait_for_text (stage, "Sources");
  g_assert_true (find_type (stage, MIG_TYPE_COLUMNS) == columns);
  g_assert_cmpint (gtk_widget_get_height (columns), >, 2 * gtk_widget_get_height (viewport));
}

/* A page that was left farther down stands there again. */
static void
test_scroll (PageStage     *stage,
             gconstpointer  data)
{
  MigPage *page;

  show (stage);
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "M14"));
  wait_for_text (stage, "Sources");
  page_walk_settle ();
  page = MIG_PAGE (find_type (stage, MIG_TYPE_PAGE));
  mig_page_set_scroll (page, 700);
  g_assert_cmpfloat (mig_page_get_scroll (page), ==, 700);

  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "M02"));
  wait_for_frame (stage);
  g_assert_cmpfloat (mig_page_get_scroll (MIG_PAGE (find_type (stage, MIG_TYPE_PAGE))), ==, 0);
  mig_navigator_go_back (stage->navigator);
  wait_for_text (stage, "Sources");
  page_walk_settle ();
  g_assert_cmpfloat (mig_page_get_scroll (MIG_PAGE (find_type (stage, MIG_TYPE_PAGE))), ==, 700);
}

static gboolean
is_awaiting (GtkWidget *widget,
             gpointer   data)
{
  return MIG_IS_CONTENTS_ROW (widget) && mig_contents_row_get_awaited (MIG_CONTENTS_ROW (widget)) != NULL;
}

static gboolean
is_shown_and_awaiting (GtkWidget *widget,
                       gpointer   data)
{
  GtkWidget *view = data;
  graphene_rect_t bounds;

  return is_awaiting (widget, NULL) && gtk_widget_compute_bounds (widget, view, &bounds) &&
         bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < (float) gtk_widget_get_height (view);
}

/* Where the line that is marked stands in the list as one sees it; -1 if it cannot be seen. */
static float
find_marked (GtkWidget *view)
{
  for (GtkWidget *line = gtk_widget_get_first_child (view); line != NULL; line = gtk_widget_get_next_sibling (line))
    {
      graphene_rect_t bounds;

      if ((gtk_widget_get_state_flags (line) & GTK_STATE_FLAG_SELECTED) == 0)
        continue;
      g_assert_true (gtk_widget_compute_bounds (line, view, &bounds));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (view) + 1);
      return bounds.origin.y;
    }

  return -1;
}

/* Another list of contents comes after the page, all at once where one can see it, and in the end everywhere. What is
 * in sight of it stays where it is while the lines over it come. */
static void
test_contents (PageStage     *stage,
               gconstpointer  data)
{
  GtkListView *view;
  GtkSelectionModel *before;
  MigContentsSlice *slice;
  MigContentsModel *model;
  float marked;
  guint n_frames = 0, position = 0;
  GtkBitsetIter iter;
  g_autoptr (GtkBitset) selected = NULL;

  show (stage);
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "M14"));
  wait_for_text (stage, "Sources");
  view = GTK_LIST_VIEW (find_type (stage, GTK_TYPE_LIST_VIEW));
  before = gtk_list_view_get_model (view);

  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "E-gfmd-2017"));
  wait_for_frame (stage);
  g_assert_true (gtk_list_view_get_model (view) == before);
  while (gtk_list_view_get_model (view) == before && n_frames++ < 3)
    wait_for_frame (stage);
  g_assert_true (gtk_list_view_get_model (view) != before);

  /* There is more than can be seen, and of that nothing is missing at any time. */
  slice = MIG_CONTENTS_SLICE (gtk_list_view_get_model (view));
  model = mig_contents_slice_get_model (slice);
  g_assert_false (mig_contents_slice_is_whole (slice));
  g_assert_cmpuint (mig_contents_slice_get_first (slice), >, 0);
  marked = find_marked (GTK_WIDGET (view));
  g_assert_cmpfloat (marked, >=, 0);
  do
    {
      g_assert_cmpuint (page_walk_count (GTK_WIDGET (view), is_shown_and_awaiting, view), ==, 0);
      g_assert_cmpfloat (find_marked (GTK_WIDGET (view)), ==, marked);
      wait_for_frame (stage);
    }
  while (!mig_contents_slice_is_whole (slice) || page_walk_count (GTK_WIDGET (view), is_awaiting, NULL) > 0);
  g_assert_cmpfloat (find_marked (GTK_WIDGET (view)), ==, marked);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (slice)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (model)));

  selected = gtk_selection_model_get_selection (gtk_list_view_get_model (view));
  g_assert_true (gtk_bitset_iter_init_first (&iter, selected, &position));
  g_assert_cmpuint (position, ==, mig_contents_model_get_current (model));
}

/* Whoever goes on before all lines are there finds them. */
static void
test_early (PageStage     *stage,
            gconstpointer  data)
{
  GtkListView *view;
  MigContentsSlice *slice;
  GtkSelectionModel *before;
  guint current;

  show (stage);
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "M14"));
  wait_for_text (stage, "Sources");
  view = GTK_LIST_VIEW (find_type (stage, GTK_TYPE_LIST_VIEW));
  before = gtk_list_view_get_model (view);
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "E-gfmd-2017"));
  while (gtk_list_view_get_model (view) == before)
    wait_for_frame (stage);
  slice = MIG_CONTENTS_SLICE (gtk_list_view_get_model (view));
  g_assert_false (mig_contents_slice_is_whole (slice));

  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "E-summit-2016"));
  g_assert_true (gtk_list_view_get_model (view) == GTK_SELECTION_MODEL (slice));
  g_assert_true (mig_contents_slice_is_whole (slice));
  current = mig_contents_model_get_current (mig_contents_slice_get_model (slice));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (slice), current));
  wait_for_frame (stage);
  wait_for_frame (stage);
  g_assert_cmpfloat (find_marked (GTK_WIDGET (view)), >=, 0);
}

/* A page that has been left goes, with all that is on it. */
static void
test_old_page (PageStage     *stage,
               gconstpointer  data)
{
  GtkWidget *page, *columns, *heading;

  show (stage);
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "E-gfmd-2017"));
  wait_for_text (stage, "Sources");
  page = find_type (stage, MIG_TYPE_PAGE);
  columns = find_type (stage, MIG_TYPE_COLUMNS);
  heading = page_walk_find_text (stage->details, "Sources");
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_add_weak_pointer (G_OBJECT (columns), (gpointer *) &columns);
  g_object_add_weak_pointer (G_OBJECT (heading), (gpointer *) &heading);

  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "M02"));
  g_assert_nonnull (page);
  for (guint i = 0; i < MAX_FRAMES && page != NULL; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (page);
  g_assert_null (columns);
  g_assert_null (heading);
}

static void
assert_same_height (GtkWidget *one,
                    GtkWidget *other,
                    int        width)
{
  int height, baseline, other_height, other_baseline;

  gtk_widget_measure (one, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, &baseline);
  gtk_widget_measure (other, GTK_ORIENTATION_VERTICAL, width, NULL, &other_height, NULL, &other_baseline);
  g_assert_cmpint (height, ==, other_height);
  g_assert_cmpint (baseline, ==, other_baseline);
}

/* A label of a page is as wide and as high as any other, but does not look for its least width. */
static void
test_text_layout (PageStage     *stage,
                  gconstpointer  data)
{
  static const int widths[] = { 40, 100, 233, 600, 5000 };
  const char *text = "Two days on remittances — and a word as long as “internationalization”.";
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = mig_part_label (text, NULL), *other = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_from_string ("0 -1 weight bold");
  int minimum, natural, other_natural, bold;

  gtk_label_set_wrap (GTK_LABEL (other), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (other), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_attributes (GTK_LABEL (other), gtk_label_get_attributes (GTK_LABEL (label)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), other);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));

  /* Before it has a size, and after. */
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        assert_same_height (label, other, widths[i]);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      gtk_widget_measure (other, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &other_natural, NULL, NULL);
      g_assert_cmpint (natural, ==, other_natural);
      g_assert_cmpint (minimum, >, 0);
      g_assert_cmpint (minimum, <, 40);
      while (gtk_widget_get_width (label) < 2)
        g_main_context_iteration (NULL, TRUE);
    }

  /* Another text, and another style of the same text, have other widths. */
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bold, NULL, NULL);
  g_assert_cmpint (bold, >, natural);
  gtk_label_set_attributes (GTK_LABEL (label), NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &other_natural, NULL, NULL);
  g_assert_cmpint (other_natural, ==, natural);
  gtk_label_set_text (GTK_LABEL (label), "Two days");
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &other_natural, NULL, NULL);
  g_assert_cmpint (other_natural, <, natural / 2);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
breaks_numeral (GtkWidget *widget,
                gpointer   n_numerals)
{
  int minimum, natural;

  if (!gtk_widget_has_css_class (widget, "mig-numeral") || !gtk_widget_get_mapped (widget) ||
      gtk_widget_get_ancestor (widget, MIG_TYPE_COLUMNS) == NULL)
    return FALSE;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  (*(guint *) n_numerals)++;
  return minimum < natural;
}

/* A numeral, which may be a short word, is never broken in two: neither in a list nor in a table. */
static void
test_numerals (PageStage     *stage,
               gconstpointer  data)
{
  static const char *const ids[] = { "series", "E-l46-2018" }; /* the second is raised in the symposium */

  show (stage);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      guint n_numerals = 0;

      page_stage_open (stage, ids[i]);
      wait_for_text (stage, "Sources");
      g_assert_null (page_walk_find (stage->details, breaks_numeral, &n_numerals));
      g_assert_cmpuint (n_numerals, >, 0);
    }
}

#define N_DAYS 400

/* An event that was raised in so many meetings, each on another day, by so many interventions in each. */
static char *
dup_often_raised (guint n_speeches)
{
  GString *text = g_string_new ("{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", "
                                "\"id\": \"often\", \"title\": \"Often\", \"language\": \"en\"}, \"events\": ["
                                "{\"id\": \"E\", \"name\": \"Fair\", \"start_date\": \"2009-06-01\"}");

  for (guint i = 0; i < N_DAYS; i++)
    g_string_append_printf (text, ", {\"id\": \"M%u\", \"classification\": \"meeting\", \"name\": \"Meeting %u\", "
                                  "\"start_date\": \"%u-%02u-%02u\"}",
                            i, i, 2000 + i / 48, i / 4 % 12 + 1, i % 4 * 7 + 1);
  g_string_append (text, "], \"speeches\": [");
  for (guint i = 0; i < N_DAYS * n_speeches; i++)
    g_string_append_printf (text, "%s{\"id\": \"S%u\", \"event_id\": \"M%u\"}", i > 0 ? ", " : "", i, i / n_speeches);
  g_string_append (text, "], \"mentions\": [");
  for (guint i = 0; i < N_DAYS * n_speeches; i++)
    g_string_append_printf (text, "{\"from_id\": \"S%u\", \"to_id\": \"E\", \"role\": \"reference\"}, ", i);
  for (guint i = 0; i < N_DAYS; i++)
    g_string_append_printf (text, "%s{\"from_id\": \"M%u\", \"to_id\": \"E\", \"role\": \"reference\"}",
                            i > 0 ? ", " : "", i);
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static void
set_up_often_raised (PageStage     *stage,
                     gconstpointer  data)
{
  g_autofree char *text = dup_often_raised (GPOINTER_TO_UINT (data));

  page_stage_set_up_with (stage, page_walk_read_text (text));
}

/* However many the days on which an event was raised, its own timeline draws them in the room that it has. */
static void
test_strip (PageStage     *stage,
            gconstpointer  data)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds;
  GtkWidget *strip;

  show (stage);
  page_stage_open (stage, "E");
  wait_for_frame (stage);
  page_walk_settle ();
  strip = find_type (stage, MIG_TYPE_EVENT_STRIP);
  g_assert_nonnull (strip);
  GTK_WIDGET_GET_CLASS (strip)->snapshot (strip, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.origin.x, >=, -1);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (strip) + 1);
}

/* What takes long to find is not in the first frame. It comes in its place, before what follows it on the page. */
static void
test_find (PageStage     *stage,
           gconstpointer  data)
{
  GtkWidget *page;

  show (stage);
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "E"));
  wait_for_frame (stage);
  g_assert_nonnull (page_walk_find_text (stage->details, "Fair"));
  g_assert_null (find_type (stage, MIG_TYPE_EVENT_STRIP));
  g_assert_null (page_walk_find_text (stage->details, "in 400 sessions"));

  wait_for_text (stage, "in 400 sessions");
  wait_for_text (stage, "Show 200 more");
  page = find_type (stage, MIG_TYPE_PAGE);
  assert_reads (page, "Fair|", "Raised by ", "in 400 sessions|", "Show 200 more|", NULL);
  g_assert_nonnull (find_type (stage, MIG_TYPE_EVENT_STRIP));
}

static guint
count_references (MigCorpus *corpus)
{
  return (guint) g_atomic_int_get (&G_OBJECT (corpus)->ref_count);
}

/* Whoever goes on meanwhile waits for nothing, and leaves nothing behind. */
static void
test_find_left (PageStage     *stage,
                gconstpointer  data)
{
  guint n_references;

  /* The lists beside the pages are there from then on. */
  show (stage);
  for (guint i = 0; i < 2; i++)
    {
      page_stage_open (stage, "E");
      page_walk_settle ();
      page_stage_open (stage, "M0");
      page_walk_settle ();
    }
  n_references = count_references (stage->corpus);

  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "E"));
  wait_for_frame (stage);
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "M0"));
  page_walk_settle ();
  g_assert_null (page_walk_find_text (stage->details, "in 400 sessions"));
  for (guint i = 0; i < MAX_WAITS && count_references (stage->corpus) > n_references; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (G_TIME_SPAN_MILLISECOND);
    }
  g_assert_cmpuint (count_references (stage->corpus), ==, n_references);
}

int
main (int   argc,
      char *argv[])
{
  page_walk_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, PageStage, NULL, page_stage_set_up, func, page_stage_tear_down)
  ADD ("/page-frames/first", test_first_frame);
  ADD ("/page-frames/scroll", test_scroll);
  ADD ("/page-frames/contents", test_contents);
  ADD ("/page-frames/early", test_early);
  ADD ("/page-frames/old-page", test_old_page);
  ADD ("/page-frames/text-layout", test_text_layout);
  ADD ("/page-frames/numerals", test_numerals);
#define ADD_OFTEN(path, n, func) \
  g_test_add (path, PageStage, GUINT_TO_POINTER (n), set_up_often_raised, func, page_stage_tear_down)
  ADD_OFTEN ("/page-frames/strip", 0, test_strip);
  ADD_OFTEN ("/page-frames/find", 6, test_find);
  ADD_OFTEN ("/page-frames/find-left", 6, test_find_left);

  return g_test_run ();
}
