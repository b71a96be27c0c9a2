/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-stage.h"
#include "page-walk.h"

/* How a page is used: a glance at what a link leads to, what is looked for marked in the text, the contents of a long
 * page, what sources tell differently. */

static void
show (PageStage *stage)
{
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 900, 500);
  gtk_window_present (GTK_WINDOW (stage->window));
  while (gtk_widget_get_height (stage->details) < 100)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
get_preview (PageStage *stage)
{
  for (GtkWidget *child = gtk_widget_get_first_child (stage->details); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "mig-preview"))
      return child;

  g_assert_not_reached ();
}

/* The keyboard's focus rests on a link for a while; Escape puts the preview away, and the focus stays. */
static void
test_preview (PageStage     *stage,
              gconstpointer  data)
{
  GtkWidget *page, *link, *preview = get_preview (stage);

  show (stage);
  page = page_stage_open (stage, "S14-08");
  link = page_walk_find_link (page, "19 September summit");
  g_assert_nonnull (link);
  gtk_window_set_focus_visible (GTK_WINDOW (stage->window), TRUE);
  g_assert_true (gtk_widget_grab_focus (link));
  g_assert_false (gtk_widget_get_visible (preview));
  while (!gtk_widget_get_visible (preview))
    g_main_context_iteration (NULL, TRUE);

  assert_reads (preview, "High-level plenary meeting of the General Assembly", "mentions|", NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (stage->window)) == link);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));

  /* Another link takes it over; a page that is left takes it away. */
  link = page_walk_find_link (page, "José Riera");
  g_assert_true (gtk_widget_grab_focus (link));
  while (page_walk_find_text (preview, "José Riera") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (link, "clicked");
  assert_selected (stage, "P-riera");
  while (gtk_widget_get_visible (preview))
    g_main_context_iteration (NULL, TRUE);
}

/* A window that comes before this one, such as the presenter's console, finds no preview over it. */
static void
test_preview_under_a_window (PageStage     *stage,
                             gconstpointer  data)
{
  GtkWidget *preview = get_preview (stage), *other = gtk_window_new (), *link;

  show (stage);
  while (!gtk_window_is_active (GTK_WINDOW (stage->window)))
    g_main_context_iteration (NULL, TRUE);
  link = page_walk_find_link (page_stage_open (stage, "S14-08"), "19 September summit");
  gtk_window_set_focus_visible (GTK_WINDOW (stage->window), TRUE);
  g_assert_true (gtk_widget_grab_focus (link));
  while (!gtk_widget_get_visible (preview))
    g_main_context_iteration (NULL, TRUE);

  gtk_window_present (GTK_WINDOW (other));
  while (!gtk_window_is_active (GTK_WINDOW (other)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_window_is_active (GTK_WINDOW (stage->window)));
  while (gtk_widget_get_visible (preview))
    g_main_context_iteration (NULL, TRUE);

  gtk_window_destroy (GTK_WINDOW (other));
}

static MigFinder *
find (PageStage  *stage,
      const char *text)
{
  MigFinder *finder = mig_finder_new ();

  mig_finder_set_corpus (finder, stage->corpus);
  mig_details_show_results (MIG_DETAILS (stage->details), finder);
  mig_finder_set_text (finder, text);
  while (mig_finder_get_results (finder) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return finder;
}

/* The words of a label that have a ground of their own, each followed by a bar. */
static char *
dup_marked (GtkWidget *label)
{
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (label));
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  GString *marked = g_string_new (NULL);
  GSList *all = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;

  for (GSList *l = all; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_BACKGROUND)
        g_string_append_printf (marked, "%.*s|", (int) (attribute->end_index - attribute->start_index),
                                text + attribute->start_index);
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);

  return g_string_free (marked, FALSE);
}

static gboolean
add_marked (GtkWidget *widget,
            gpointer   data)
{
  if (GTK_IS_LABEL (widget) && !GTK_IS_NATIVE (widget))
    {
      g_autofree char *marked = dup_marked (widget);

      g_string_append (data, marked);
    }

  return FALSE;
}

static char *
dup_all_marked (GtkWidget *page)
{
  GString *marked = g_string_new (NULL);

  page_walk_find (page, add_marked, marked);
  return g_string_free (marked, FALSE);
}

static guint
count_bars (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '|' ? 1 : 0;

  return n;
}

static gboolean
holds_text (GtkWidget *widget,
            gpointer   data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

static void
test_marks (PageStage     *stage,
            gconstpointer  data)
{
  GtkWidget *page, *gist, *fact;
  g_autoptr (MigFinder) finder = NULL;
  g_autofree char *marked = NULL, *of_gist = NULL, *after = NULL;
  GSList *facts_before, *facts_after;
  guint place, n;
  int begin, end;

  show (stage);
  page = page_stage_open (stage, "S14-08");
  gist = page_walk_find (page, holds_text, (gpointer) "support for the local actors who receive migrants");
  fact = page_walk_find (page, holds_text, (gpointer) "5 interventions");
  g_assert_nonnull (gist);
  g_assert_nonnull (fact);
  gtk_label_select_region (GTK_LABEL (gist), 3, 9);
  facts_before = pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (fact)));

  finder = find (stage, "migrants");
  mig_page_complete (MIG_PAGE (page));
  of_gist = dup_marked (gist);
  g_assert_cmpstr (of_gist, ==, "migrants|");
  marked = dup_all_marked (page);
  n = mig_page_get_n_marks (MIG_PAGE (page), &place);
  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (n, ==, count_bars (marked));
  g_assert_cmpuint (place, ==, 0);

  /* What was selected still is. */
  g_assert_true (gtk_label_get_selection_bounds (GTK_LABEL (gist), &begin, &end));
  g_assert_cmpint (begin, ==, 3);
  g_assert_cmpint (end, ==, 9);

  /* Round and back. */
  mig_details_step_mark (MIG_DETAILS (stage->details), 1);
  g_assert_cmpuint ((mig_page_get_n_marks (MIG_PAGE (page), &place), place), ==, 1);
  mig_details_step_mark (MIG_DETAILS (stage->details), -1);
  g_assert_cmpuint ((mig_page_get_n_marks (MIG_PAGE (page), &place), place), ==, n);
  g_assert_cmpfloat (mig_page_get_scroll (MIG_PAGE (page)), >, 0);
  g_assert_nonnull (page_walk_find (stage->details, holds_text, (gpointer) "of 5 on this page"));
  mig_details_step_mark (MIG_DETAILS (stage->details), 1);
  g_assert_cmpuint ((mig_page_get_n_marks (MIG_PAGE (page), &place), place), ==, 1);

  /* Another page is marked too; and nothing is when nothing is looked for. */
  page = page_stage_open (stage, "S14-05");
  g_assert_cmpuint (mig_page_get_n_marks (MIG_PAGE (page), NULL), >, 0);
  page = page_stage_open (stage, "S14-08");
  fact = page_walk_find (page, holds_text, (gpointer) "5 interventions");
  mig_finder_set_text (finder, "");
  while (mig_finder_get_results (finder) != NULL)
    g_main_context_iteration (NULL, TRUE);
  mig_page_complete (MIG_PAGE (page));
  after = dup_all_marked (page);
  g_assert_cmpstr (after, ==, "");
  g_assert_cmpuint (mig_page_get_n_marks (MIG_PAGE (page), NULL), ==, 0);
  facts_after = pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (fact)));
  g_assert_cmpuint (g_slist_length (facts_after), ==, g_slist_length (facts_before));
  g_slist_free_full (facts_before, (GDestroyNotify) pango_attribute_destroy);
  g_slist_free_full (facts_after, (GDestroyNotify) pango_attribute_destroy);
}

/* A mark does not take away what a text had before. */
static void
test_marks_beside_weight (PageStage     *stage,
                          gconstpointer  data)
{
  GtkWidget *page, *fact;
  g_autoptr (MigFinder) finder = NULL;
  g_autofree char *marked = NULL;
  guint n_before, n_marked;
  GSList *attributes;

  page = page_stage_open (stage, "S14-08");
  fact = page_walk_find (page, holds_text, (gpointer) "5 interventions");
  attributes = pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (fact)));
  n_before = g_slist_length (attributes);
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);

  finder = find (stage, "interv");
  mig_page_complete (MIG_PAGE (page));
  marked = dup_marked (fact);
  g_assert_cmpstr (marked, ==, "interv|");
  attributes = pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (fact)));
  n_marked = g_slist_length (attributes);
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  g_assert_cmpuint (n_marked, ==, n_before + 3);
}

static gboolean
is_outline (GtkWidget *widget,
            gpointer   data)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "outline");
}

static void
test_outline (PageStage     *stage,
              gconstpointer  data)
{
  GtkWidget *page, *outline;

  show (stage);
  page = page_stage_open (stage, "S14-06");
  outline = page_walk_find (page, is_outline, NULL);
  g_assert_nonnull (outline);
  while (!gtk_widget_get_visible (outline))
    g_main_context_iteration (NULL, TRUE);
  assert_reads (outline, "On this page|Interventions|", "Figures|", "Sources|", NULL);
  while (gtk_widget_get_height (page_walk_find_link (outline, "Sources")) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpfloat (mig_page_get_scroll (MIG_PAGE (page)), ==, 0);
  g_signal_emit_by_name (page_walk_find_link (outline, "Figures"), "clicked");
  g_assert_cmpfloat (mig_page_get_scroll (MIG_PAGE (page)), >, 100);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (stage->window)), page));

  /* A page that is all in sight has none. */
  page = page_stage_open (stage, "P-crepeau");
  page_walk_settle ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 900, 1400);
  page_walk_settle ();
  page = page_stage_open (stage, "A-new-york");
  mig_page_complete (MIG_PAGE (page));
  while (gtk_widget_get_height (page) == 0)
    g_main_context_iteration (NULL, TRUE);
  page_walk_settle ();
  g_assert_false (gtk_widget_get_visible (page_walk_find (page, is_outline, NULL)));
}

static gboolean
is_readings (GtkWidget *widget,
             gpointer   data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_has_css_class (widget, "mig-disagree");
}

/* What sources tell is made once, however often it is opened. */
static void
test_readings (PageStage     *stage,
               gconstpointer  data)
{
  GtkWidget *button, *popover;

  show (stage);
  button = page_walk_find (page_stage_open (stage, "M14"), is_readings, NULL);
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Sources disagree");

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_nonnull (popover);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_true (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))) == popover);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

/* What somebody raised in all that they said, and who spoke at a meeting. */
static void
test_raised (PageStage     *stage,
             gconstpointer  data)
{
  assert_reads (page_stage_open (stage, "P-riera"), "Raised by them|", "19 September summit|", NULL);
  assert_reads (page_stage_open (stage, "O-iom"), "Raised on its behalf|", "19 September summit|", NULL);
  assert_reads (page_stage_open (stage, "M14"), "Speakers|", NULL);
}

/* Any text is selectable once the pointer is over it, but that of a link. */
static void
test_selectable (PageStage     *stage,
                 gconstpointer  data)
{
  static const char *const classes[] = { "mig-eyebrow", "mig-title", "mig-heading", "mig-lag", "mig-gist" };
  GtkWidget *page = page_stage_open (stage, "S14-08");
  GtkWidget *link = page_walk_find_link (page, "19 September summit");

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *label = page_walk_find_class (page, classes[i]);

      mig_page_make_selectable (MIG_PAGE (page), label);
      g_assert_true (gtk_label_get_selectable (GTK_LABEL (label)));
    }

  mig_page_make_selectable (MIG_PAGE (page), gtk_button_get_child (GTK_BUTTON (link)));
  g_assert_false (gtk_label_get_selectable (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link)))));
  mig_page_make_selectable (MIG_PAGE (page), NULL);
}

static void
add (const char *path,
     void      (*test) (PageStage *stage, gconstpointer data))
{
  g_test_add (path, PageStage, NULL, page_stage_set_up, test, page_stage_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  page_walk_init (&argc, &argv);

  add ("/page-use/preview", test_preview);
  add ("/page-use/preview-under-a-window", test_preview_under_a_window);
  add ("/page-use/marks", test_marks);
  add ("/page-use/marks-beside-weight", test_marks_beside_weight);
  add ("/page-use/outline", test_outline);
  add ("/page-use/readings", test_readings);
  add ("/page-use/raised", test_raised);
  add ("/page-use/selectable", test_selectable);

  return g_test_run ();
}
