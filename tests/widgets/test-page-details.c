/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-speakers.h"
#include "page-stage.h"
#include "page-walk.h"

/* What pages tell in lists and tables: enumerations, figures, the parts of a document, people after Popolo. */

static void
test_lists (PageStage     *stage,
            gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "S14-07");

  assert_reads (page, "Lists|", "Eight principles for the summit|", "1|Saving lives|", "2|Protecting refugees|",
                "8|Help for those who flee", "Figures|", NULL);
  page_stage_follow (stage, page, "Saving lives");
  assert_selected (stage, "T-principles-1");

  /* Items that the sources number are told by that, and an intervention shows its own lists. */
  assert_reads (page_stage_open (stage, "SP14-09-3"), "Four priorities of civil society|", "(a)|Global and", NULL);
  assert_reads (page_stage_open (stage, "E-metropolis-2016"), "Eight themes of the Metropolis conference|", "8|", NULL);

  /* The goals are no list of items. */
  g_assert_null (page_walk_find_text (page_stage_open (stage, "S14-01"), "Good health and well-being"));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static char *
read_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

/* All figures of the page go into the clipboard, though the page shows the first dozen. */
static void
test_copied_figures (PageStage     *stage,
                     gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "S14-06");
  g_autoptr(GArray) figures = mig_speakers_get_figures (stage->corpus, page_stage_lookup (stage, "S14-06"));
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) cells = NULL;

  page_stage_follow (stage, page, "Copy the table");
  text = read_clipboard (page);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (figures->len, >, 12);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + figures->len + 1);
  g_assert_true (g_str_has_prefix (lines[0], "Number\tUp to\tUnit\tValue\tWhat\tPlace\tPeriod\tGiven by\t"));

  cells = g_strsplit (lines[9], "\t", -1);
  g_assert_cmpuint (g_strv_length (cells), ==, 10);
  g_assert_cmpstr (cells[0], ==, "8");
  g_assert_cmpstr (cells[1], ==, "32");
  g_assert_cmpstr (cells[2], ==, "per cent");
  g_assert_cmpstr (cells[3], ==, "8 to 32 per cent");
  g_assert_cmpstr (cells[7], ==, "Michelle Leighton");
  g_assert_true (g_str_has_prefix (cells[8], "VI. "));
  g_assert_cmpstr (cells[9], ==, "Report, section VI, paragraph 2, page 8");
}

static void
test_document_parts (PageStage     *stage,
                     gconstpointer  data)
{
  assert_reads (page_stage_open (stage, "D-src-14-report"), "Parts|", "Section|Title|Page|Records|", "DESA|",
                "Preface|", "VIII|Preparing the 19 September summit", "|10|", NULL);
  g_assert_null (page_walk_find_text (page_stage_open (stage, "D-src-2003"), "Parts"));
}

/* A long page begins at once, and is whole a few frames later, in the order in which one reads it. */
static void
test_filling (PageStage     *stage,
              gconstpointer  data)
{
  GtkWidget *page;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *whole = NULL;

  gtk_window_present (GTK_WINDOW (stage->window));
  page_walk_settle ();
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, "S14-10"));
  page = gtk_widget_get_ancestor (page_walk_find_class (stage->details, "mig-page"), MIG_TYPE_PAGE);
  first = page_walk_dup_texts (page);
  g_assert_nonnull (strstr (first, "Tour de table|"));
  g_assert_null (strstr (first, "Sources|"));

  while (page_walk_find_text (page, "Copy citation") == NULL)
    g_main_context_iteration (NULL, TRUE);
  mig_page_complete (MIG_PAGE (page));
  last = page_walk_dup_texts (page);
  whole = page_walk_dup_texts (page_stage_open (stage, "S14-10"));
  g_assert_cmpstr (last, ==, whole);
  assert_reads (page, "1|Representative of Metropolis|", "18|Representative of UNDP|", "Lists|", "Figures|", "Sources|",
                NULL);
}

/* Where in the window the first line of a widget's first label stands. */
static float
get_baseline (PageStage *stage, GtkWidget *widget)
{
  graphene_point_t point;
  int x, y;

  while (!GTK_IS_LABEL (widget))
    widget = gtk_widget_get_first_child (widget);
  gtk_label_get_layout_offsets (GTK_LABEL (widget), &x, &y);
  g_assert_true (gtk_widget_compute_point (widget, stage->window, &GRAPHENE_POINT_INIT (0, (float) y), &point));
  return point.y + (float) pango_layout_get_baseline (gtk_label_get_layout (GTK_LABEL (widget))) / PANGO_SCALE;
}

/* The numeral of an intervention stands on the first line beside it, however many there are. */
static void
test_baseline (PageStage     *stage,
               gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "P-crepeau");
  GtkWidget *row = page_walk_find_class (page, "mig-speech");

  gtk_window_present (GTK_WINDOW (stage->window));
  while (gtk_widget_get_width (row) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpfloat_with_epsilon (get_baseline (stage, gtk_widget_get_first_child (row)),
                                  get_baseline (stage, gtk_widget_get_last_child (row)), 2);
}

static void
test_people (void)
{
  g_autofree char *harbour = page_walk_dup_fixture ("harbour.json");
  g_autofree char *popolo = page_walk_dup_fixture ("popolo.json");
  PageStage stage = { NULL, };

  page_stage_set_up_with (&stage, page_walk_read_file (harbour));
  assert_reads (page_stage_open (&stage, "P-brandt"), "Captain · R.H.M.|", "Born|February 1948|", "Died|2011|",
                "Gender|female|", "National identity|Saltish|", "Contact|", "E-mail|brandt@league.example|",
                "On the web|image|", NULL);
  g_assert_nonnull (page_walk_find_link (page_stage_get_page (&stage), "brandt@league.example"));
  assert_reads (page_stage_open (&stage, "O-league"), "Place|The Salt Coast|", "Contact|", "Seat|1 Mole, Lundhavn|",
                "not on Sundays|", "Telephone|", NULL);
  assert_reads (page_stage_open (&stage, "A-mouth"), "People|1|", "Samuel Okoro|", "Society of Gulls|", NULL);
  page_stage_tear_down (&stage, NULL);

  /* A file without meetings opens on what it has. */
  page_stage_set_up_with (&stage, page_walk_read_file (popolo));
  assert_reads (page_stage_get_page (&stage), "popolo.json|", "3 events|4 people|3 organizations|", "Events|",
                "4th House|", "Organizations|", "House of the Isles|", "People|", "Paul Moreau|", "Places|", NULL);
  assert_reads (stage.details, "2011, by date|", NULL);
  assert_reads (page_stage_open (&stage, "term/4"), "Legislative period", "People|1|", "Ngozi Eze|",
                "member · House of the Isles · Northern Isles|", NULL);
  assert_reads (page_stage_open (&stage, "area/north"), "People|1|", "Ngozi Eze|", NULL);
  page_stage_tear_down (&stage, NULL);
}

int
main (int   argc,
      char *argv[])
{
  page_walk_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add ("/page-details/" path, PageStage, NULL, page_stage_set_up, func, page_stage_tear_down)
  ADD ("lists", test_lists);
  ADD ("copied-figures", test_copied_figures);
  ADD ("document-parts", test_document_parts);
  ADD ("filling", test_filling);
  ADD ("baseline", test_baseline);
  g_test_add_func ("/page-details/people", test_people);
#undef ADD

  return g_test_run ();
}
