/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-columns.h"
#include "mig-contents-item.h"
#include "mig-contents-slice.h"
#include "mig-contents.h"
#include "mig-crumbs.h"
#include "mig-page.h"
#include "mig-panes.h"
#include "page-walk.h"

/* The contents beside the page, and how both share the room that there is. */

typedef struct
{
  MigCorpus *corpus;
  MigNavigator *navigator;
  GtkWidget *details;
  GtkWidget *window;
  MigPanes *panes;
  MigContents *contents;
  GtkListView *view;
} Fixture;

static gboolean
is_of_type (GtkWidget *widget,
            gpointer   data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (data));
}

static gpointer
find_type (Fixture *fixture,
           GType    type)
{
  return page_walk_find (fixture->details, is_of_type, GSIZE_TO_POINTER (type));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->corpus = page_walk_read_file (g_getenv ("MIG_TEST_CORPUS"));
  fixture->navigator = mig_navigator_new ();
  mig_navigator_set_corpus (fixture->navigator, fixture->corpus);
  fixture->details = mig_details_new (fixture->navigator);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->details);
  fixture->panes = find_type (fixture, MIG_TYPE_PANES);
  fixture->contents = find_type (fixture, MIG_TYPE_CONTENTS);
  fixture->view = find_type (fixture, GTK_TYPE_LIST_VIEW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->details), (gpointer *) &fixture->details);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  page_walk_settle ();
  g_assert_null (fixture->details);
  g_assert_finalize_object (fixture->navigator);
  g_assert_finalize_object (fixture->corpus);
}

static MigRef
open_record (Fixture    *fixture,
             const char *id)
{
  const MigRef ref = mig_corpus_lookup (fixture->corpus, id);
  GtkWidget *page;

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);
  mig_navigator_select (fixture->navigator, ref);
  page = page_walk_find_class (fixture->details, "mig-page");
  mig_page_complete (MIG_PAGE (gtk_widget_get_ancestor (page, MIG_TYPE_PAGE)));
  return ref;
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (mig_contents_slice_get_model (MIG_CONTENTS_SLICE (gtk_list_view_get_model (fixture->view))));
}

/* What a list holds, a line an item, headings in brackets, the marked one with a star. */
static char *
dup_lines (Fixture *fixture)
{
  GListModel *model = get_model (fixture);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(MigContentsItem) item = g_list_model_get_item (model, i);
      const gboolean is_heading = mig_contents_item_is_heading (item);
      g_autofree char *count = is_heading ? g_strdup ("") : mig_contents_item_dup_count (item);

      g_string_append_printf (lines, is_heading ? "[%s]%s%s\n" : "%s (%s)%s\n", mig_contents_item_get_title (item),
                              count,
                              gtk_selection_model_is_selected (GTK_SELECTION_MODEL (model), i) ? " *" : "");
    }

  return g_string_free (lines, FALSE);
}

#define assert_lines(fixture, begins_with) \
  G_STMT_START { \
    g_autofree char *lines_ = dup_lines (fixture); \
    if (!g_str_has_prefix (lines_, begins_with)) \
      g_error ("the list begins otherwise:\n%s", lines_); \
  } G_STMT_END

#define assert_line(fixture, line) \
  G_STMT_START { \
    g_autofree char *lines_ = dup_lines (fixture); \
    if (strstr (lines_, line) == NULL) \
      g_error ("“%s” is not in the list:\n%s", line, lines_); \
  } G_STMT_END

static void
test_sessions (Fixture       *fixture,
               gconstpointer  data)
{
  open_record (fixture, "S14-08");
  assert_lines (fixture, "[Thursday 25 February 2016]\nOpening (1)\n");
  assert_line (fixture, "[Friday 26 February 2016]\nMeasuring Sustainable Development Goals");
  assert_line (fixture, "the Secretary-General’s report (5) *\n");

  open_record (fixture, "series");
  assert_lines (fixture, "1st meeting ()\n2nd meeting (3)\nReview of recent debates");
  open_record (fixture, "M01");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 0);
  g_assert_nonnull (page_walk_find_text (GTK_WIDGET (fixture->contents),
                                         "Its sessions are not recorded in the sources."));
}

/* The list is that of what is selected, and within a meeting that of the meeting. */
static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  open_record (fixture, "S14-08");
  mig_contents_show_list (fixture->contents, MIG_CONTENTS_SPEAKERS);
  assert_lines (fixture, "[14th meeting]\nKaren AbuZayd (II)\n");
  assert_line (fixture, "Bela Hovy (IV, VI)\n");

  open_record (fixture, "P-hovy");
  g_assert_cmpint (mig_contents_get_list (fixture->contents), ==, MIG_CONTENTS_SPEAKERS);
  assert_line (fixture, "Bela Hovy (IV, VI) *\n");

  open_record (fixture, "E-summit-2016");
  g_assert_cmpint (mig_contents_get_list (fixture->contents), ==, MIG_CONTENTS_EVENTS);
  assert_lines (fixture, "[14th meeting]\n[1994, by date]\n");
  assert_line (fixture, "19 September summit (6) *\n");
  assert_line (fixture, "[Undated]\n");

  open_record (fixture, "D-70-1");
  g_assert_cmpint (mig_contents_get_list (fixture->contents), ==, MIG_CONTENTS_DOCUMENTS);
  assert_lines (fixture, "[14th meeting]\n");

  /* What the meeting's list does not hold leads back to the whole. */
  open_record (fixture, "E-idm-2019");
  assert_lines (fixture, "[19");
  assert_line (fixture, " *\n");
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  const MigRef session = open_record (fixture, "S14-08");
  const guint line = mig_contents_model_find (MIG_CONTENTS_MODEL (get_model (fixture)), session);

  /* A heading leads nowhere. */
  g_signal_emit_by_name (fixture->view, "activate", 0);
  g_assert_cmpuint (mig_navigator_get_selected (fixture->navigator), ==, session);

  g_signal_emit_by_name (fixture->view, "activate", line - 1);
  g_assert_cmpuint (mig_navigator_get_selected (fixture->navigator), ==, mig_corpus_lookup (fixture->corpus, "S14-07"));
  assert_line (fixture, "(5)\n");
}

/* Nothing in the list itself moves the mark. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  GtkSelectionModel *model;
  guint n_changes = 0;

  open_record (fixture, "S14-08");
  model = GTK_SELECTION_MODEL (get_model (fixture));
  g_signal_connect_swapped (model, "selection-changed", G_CALLBACK (g_atomic_int_inc), &n_changes);
  g_assert_false (gtk_selection_model_select_item (model, 3, TRUE));
  g_assert_cmpuint (n_changes, ==, 0);
  open_record (fixture, "S14-09");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (model == GTK_SELECTION_MODEL (get_model (fixture)));
}

static void
test_undated (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_dated;
  const MigRefs events = mig_corpus_get_track (fixture->corpus, MIG_TRACK_EVENTS, &n_dated);

  /* Also from within a meeting it is those of the whole corpus. */
  open_record (fixture, "M14");
  mig_details_show_undated (MIG_DETAILS (fixture->details));
  g_assert_cmpint (mig_contents_get_list (fixture->contents), ==, MIG_CONTENTS_EVENTS);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)) -
                      mig_contents_model_find_undated (MIG_CONTENTS_MODEL (get_model (fixture))) - 1, ==,
                    events.n - n_dated);
  g_assert_cmpuint (mig_contents_model_find_undated (MIG_CONTENTS_MODEL (get_model (fixture))), !=,
                    GTK_INVALID_LIST_POSITION);
  /* Where both are seen, the contents do not hide the page. */
  g_assert_false (mig_panes_get_contents_shown (fixture->panes));
}

static void
assert_tab (Fixture    *fixture,
            const char *name)
{
  GtkWidget *label = page_walk_find_text (GTK_WIDGET (fixture->contents), name);
  GtkWidget *tab = gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_tabs (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *events = gtk_widget_get_ancestor (page_walk_find_text (GTK_WIDGET (fixture->contents), "Events"),
                                               GTK_TYPE_TOGGLE_BUTTON);

  assert_tab (fixture, "Sessions");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (events), TRUE);
  assert_tab (fixture, "Events");
  g_assert_cmpint (mig_contents_get_list (fixture->contents), ==, MIG_CONTENTS_EVENTS);
  gtk_widget_activate_action (fixture->details, "details.show-list", "s", "documents");
  assert_tab (fixture, "Documents");
  open_record (fixture, "M14");
  assert_tab (fixture, "Sessions");
}

/* Hands the details so much room, as a window would, and lets the panes settle. */
static void
give_width (Fixture *fixture,
            int      em)
{
  const int width = (int) (em * mig_columns_get_em (fixture->details));

  for (guint i = 0; i < 2; i++)
    {
      int minimum;

      gtk_widget_measure (fixture->details, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_measure (fixture->details, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, NULL, NULL, NULL);
      gtk_widget_allocate (fixture->details, MAX (width, minimum), 700, -1, NULL);
      page_walk_settle ();
    }
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return page_walk_find_class (fixture->details, "mig-page");
}

/* Of the panes, whatever the window around them. */
static gboolean
contents_are_shown (Fixture *fixture)
{
  for (GtkWidget *widget = GTK_WIDGET (fixture->contents); widget != GTK_WIDGET (fixture->panes);
       widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_visible (widget))
      return FALSE;

  return TRUE;
}

static void
test_widths (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *main, *aside;
  graphene_rect_t main_bounds, aside_bounds;

  open_record (fixture, "S14-08");
  main = mig_columns_get_main (find_type (fixture, MIG_TYPE_COLUMNS));
  aside = mig_columns_get_aside (find_type (fixture, MIG_TYPE_COLUMNS));

  give_width (fixture, 90);
  g_assert_false (mig_panes_get_narrow (fixture->panes));
  g_assert_true (contents_are_shown (fixture));
  g_assert_true (gtk_widget_compute_bounds (main, get_page (fixture), &main_bounds));
  g_assert_true (gtk_widget_compute_bounds (aside, get_page (fixture), &aside_bounds));
  g_assert_cmpfloat (aside_bounds.origin.y, ==, main_bounds.origin.y);
  g_assert_cmpfloat (aside_bounds.origin.x, >, main_bounds.origin.x + main_bounds.size.width);

  give_width (fixture, 50);
  g_assert_false (mig_panes_get_narrow (fixture->panes));
  g_assert_true (gtk_widget_compute_bounds (main, get_page (fixture), &main_bounds));
  g_assert_true (gtk_widget_compute_bounds (aside, get_page (fixture), &aside_bounds));
  g_assert_cmpfloat (aside_bounds.origin.x, ==, main_bounds.origin.x);
  g_assert_cmpfloat (aside_bounds.origin.y, >=, main_bounds.origin.y + main_bounds.size.height);

  give_width (fixture, 26);
  g_assert_true (mig_panes_get_narrow (fixture->panes));
  g_assert_false (contents_are_shown (fixture));

  give_width (fixture, 90);
  g_assert_false (mig_panes_get_narrow (fixture->panes));
  g_assert_true (contents_are_shown (fixture));
}

/* In a narrow window the contents are a sheet that comes and goes. */
static void
test_sheet (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page;

  open_record (fixture, "S14-08");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 380, 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!mig_panes_get_narrow (fixture->panes))
    g_main_context_iteration (NULL, TRUE);
  page_walk_settle ();
  page = get_page (fixture);
  g_assert_nonnull (page_walk_find_text (fixture->details, "VIII of 11"));
  g_assert_true (gtk_widget_is_visible (page));

  gtk_widget_activate_action (fixture->details, "details.contents-shown", NULL);
  g_assert_true (contents_are_shown (fixture));
  g_assert_false (gtk_widget_is_visible (page));

  g_signal_emit_by_name (fixture->view, "activate", 1);
  g_assert_false (contents_are_shown (fixture));
  g_assert_cmpuint (mig_navigator_get_selected (fixture->navigator), ==, mig_corpus_lookup (fixture->corpus, "S14-01"));

  mig_details_show_undated (MIG_DETAILS (fixture->details));
  g_assert_true (mig_panes_get_contents_shown (fixture->panes));
  mig_details_focus_page (MIG_DETAILS (fixture->details));
  g_assert_false (mig_panes_get_contents_shown (fixture->panes));
}

/* The order of the focus follows from where things are. */
static void
wait_for_layout (Fixture *fixture)
{
  while (gtk_widget_get_width (get_page (fixture)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Where the focus is in the page, it goes along; where it is elsewhere, it stays. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *link, *tab;

  open_record (fixture, "S14-08");
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_layout (fixture);

  link = page_walk_find_link (get_page (fixture), "19 September summit");
  g_assert_true (gtk_widget_grab_focus (link));
  g_signal_emit_by_name (link, "clicked");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_page (fixture));

  tab = gtk_widget_get_ancestor (page_walk_find_text (GTK_WIDGET (fixture->contents), "Events"),
                                 GTK_TYPE_TOGGLE_BUTTON);
  g_assert_true (gtk_widget_grab_focus (tab));
  open_record (fixture, "S14-08");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == tab);

  mig_details_focus_page (MIG_DETAILS (fixture->details));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_page (fixture));
}

/* Tab goes through the page from its title to its end, text before aside, and never stands still. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *page, *main, *aside;
  GtkWidget *last = NULL;
  guint n_main = 0, n_aside = 0;

  open_record (fixture, "S14-08");
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_layout (fixture);

  page = get_page (fixture);
  main = mig_columns_get_main (find_type (fixture, MIG_TYPE_COLUMNS));
  aside = mig_columns_get_aside (find_type (fixture, MIG_TYPE_COLUMNS));
  mig_details_focus_page (MIG_DETAILS (fixture->details));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == page);

  while (gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

      g_assert_true (focus != last);
      last = focus;
      if (gtk_widget_is_ancestor (focus, main))
        n_main++;
      else if (gtk_widget_is_ancestor (focus, aside))
        n_aside++;
      g_assert_true (n_aside == 0 || gtk_widget_is_ancestor (focus, aside));
    }
  g_assert_cmpuint (n_main, >, 25);
  g_assert_cmpuint (n_aside, >, 15);

  while (gtk_widget_child_focus (page, GTK_DIR_TAB_BACKWARD))
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

      g_assert_true (focus != last || focus == page);
      last = focus;
      if (focus == page)
        break;
    }
  g_assert_true (last == page);

  /* The list is one stop; it may have to be scrolled to the line first. */
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->contents), GTK_DIR_TAB_BACKWARD));
  while (!gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (fixture->view)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->contents), GTK_DIR_TAB_FORWARD));
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **text = user_data;
  g_autoptr(GError) error = NULL;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static char *
dup_copied (Fixture    *fixture,
            const char *action)
{
  char *text = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->details, action, NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->details), NULL, read_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = NULL;
  g_autofree char *text = NULL;
  g_autofree char *citation = NULL;

  open_record (fixture, "S14-08");
  link = dup_copied (fixture, "details.copy-link");
  g_assert_cmpstr (link, ==, "migmeet:un-cmim#S14-08");
  text = dup_copied (fixture, "details.copy-text");
  g_assert_true (g_str_has_prefix (text, "Preparing the 19 September summit"));
  g_assert_nonnull (strstr (text, "\nOn the report that was being written"));
  citation = dup_copied (fixture, "details.copy-citation");
  g_assert_nonnull (strstr (citation, "Fourteenth Coordination Meeting"));
  g_assert_nonnull (strstr (citation, "page 10"));
  g_assert_nonnull (strstr (citation, link));
}

int
main (int   argc,
      char *argv[])
{
  page_walk_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/contents/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("sessions", test_sessions);
  ADD ("lists", test_lists);
  ADD ("activate", test_activate);
  ADD ("selection", test_selection);
  ADD ("undated", test_undated);
  ADD ("tabs", test_tabs);
  ADD ("widths", test_widths);
  ADD ("sheet", test_sheet);
  ADD ("focus", test_focus);
  ADD ("tab", test_tab);
  ADD ("copy", test_copy);
#undef ADD

  return g_test_run ();
}
