/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-partner-dialog.h"
#include "page-stage.h"
#include "page-walk.h"

/* Two records side by side: their page, how one comes there, and where the other one is chosen. */

static void
set_up_harbour (PageStage     *stage,
                gconstpointer  data)
{
  g_autofree char *path = page_walk_dup_fixture ("harbour.json");

  page_stage_set_up_with (stage, page_walk_read_file (path));
}

static GtkWidget *
compare (PageStage  *stage,
         const char *first,
         const char *second)
{
  mig_navigator_compare (stage->navigator, page_stage_lookup (stage, first), page_stage_lookup (stage, second));
  return page_stage_get_page (stage);
}

static void
assert_compared (PageStage  *stage,
                 const char *first,
                 const char *second)
{
  assert_selected (stage, first);
  g_assert_cmpuint (mig_navigator_get_compared (stage->navigator), ==, page_stage_lookup (stage, second));
}

static void
test_page (PageStage     *stage,
           gconstpointer  data)
{
  GtkWidget *page = compare (stage, "M2", "M1");

  assert_reads (page, "Comparison|", "2nd meeting and First Meeting of the Harbour Masters|",
                "Only 2nd meeting|Both|Only First Meeting of the Harbour Masters|",
                "Organizations|2|0|1|", "Speakers|1|1|0|", "Events raised|1|1|0|", "Documents|1|0|0|",
                "Topics|1|0|0|",
                "Organizations|Only 2nd meeting (2)|the League|", "Office of Tides|", "Both (0)|None|",
                "(1)|Society of Gulls|",
                "Speakers|Only 2nd meeting (1)|Samuel Okoro|", "Both (1)|Ida Brandt|", "(0)|None|", NULL);
  assert_reads (stage->details, "2nd meeting|", "compared with First Meeting", NULL);

  /* The record's own page is another place, and Back leads to the comparison. */
  page_stage_follow (stage, page, "Samuel Okoro");
  assert_selected (stage, "P-okoro");
  g_assert_cmpuint (mig_navigator_get_compared (stage->navigator), ==, MIG_REF_NONE);
  g_assert_null (page_walk_find_text (page_stage_get_page (stage), "Comparison"));
  mig_navigator_go_back (stage->navigator);
  assert_compared (stage, "M2", "M1");

  page = page_stage_get_page (stage);
  page_stage_follow (stage, page, "Change sides");
  assert_compared (stage, "M1", "M2");
  page_stage_follow (stage, page_stage_get_page (stage), "First Meeting of the Harbour Masters");
  assert_selected (stage, "M1");
  g_assert_cmpuint (mig_navigator_get_compared (stage->navigator), ==, MIG_REF_NONE);
}

static void
test_speakers (PageStage     *stage,
               gconstpointer  data)
{
  assert_reads (compare (stage, "P-brandt", "P-okoro"), "Ida Brandt and Samuel Okoro|", "Meetings|1|1|0|",
                "Organizations|1|1|1|", "Both (1)|2nd meeting|", NULL);
  /* Of whom nothing is recorded there is nothing to compare. */
  assert_reads (compare (stage, "M1-S1", "M2-S2"), "Opening and Horns|", NULL);
  assert_reads (compare (stage, "P-vik", "P-okoro"), "Meetings|0|0|1|", NULL);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
copy (PageStage  *stage,
      const char *action)
{
  char *text = NULL;

  g_assert_true (gtk_widget_activate_action (stage->details, action, NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (stage->details), NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

static void
test_copied (PageStage     *stage,
             gconstpointer  data)
{
  g_autofree char *link = NULL;
  g_autofree char *text = NULL;

  compare (stage, "M2", "M1");
  link = copy (stage, "details.copy-link");
  text = copy (stage, "details.copy-text");
  g_assert_cmpstr (link, ==, "migmeet:harbour-masters#M2;M1");
  g_assert_true (g_str_has_prefix (text, "2nd meeting and First Meeting of the Harbour Masters\n\nOrganizations\n"
                                         "Only 2nd meeting\n  League of Harbour Masters\n"));
  g_assert_nonnull (strstr (text, "\nSpeakers\nOnly 2nd meeting\n  Samuel Okoro\nBoth\n  Ida Brandt\n"));
}

static MigPartnerDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MIG_IS_PARTNER_DIALOG (window))
        return MIG_PARTNER_DIALOG (window);
    }

  return NULL;
}

static gboolean
is_entry (GtkWidget *widget,
          gpointer   data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static GtkEditable *
get_entry (MigPartnerDialog *dialog)
{
  return GTK_EDITABLE (page_walk_find (GTK_WIDGET (dialog), is_entry, NULL));
}

static void
test_dialog (PageStage     *stage,
             gconstpointer  data)
{
  MigPartnerDialog *dialog;

  /* What cannot be compared does not ask. */
  page_stage_open (stage, "E-summit-2016");
  g_assert_false (gtk_widget_activate_action (stage->details, "details.compare-with", NULL) && find_dialog () != NULL);

  page_stage_open (stage, "M14");
  g_assert_true (gtk_widget_activate_action (stage->details, "details.compare-with", NULL));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Compare “14th meeting” With");

  /* Enter takes what was typed, not what is still marked while the names are being made ready. */
  gtk_editable_set_text (get_entry (dialog), "second meet");
  gtk_editable_set_text (get_entry (dialog), "second");
  g_signal_emit_by_name (get_entry (dialog), "activate");
  while (find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_compared (stage, "M14", "M02");

  /* Whoever types on after Enter has not chosen yet. */
  g_assert_true (gtk_widget_activate_action (stage->details, "details.compare-with", NULL));
  dialog = find_dialog ();
  gtk_editable_set_text (get_entry (dialog), "third");
  g_signal_emit_by_name (get_entry (dialog), "activate");
  gtk_editable_set_text (get_entry (dialog), "xyz");
  while (!gtk_widget_get_visible (page_walk_find_text (GTK_WIDGET (dialog), "Nothing is called so.")))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (get_entry (dialog), "activate");
  g_assert_true (find_dialog () == dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  page_walk_settle ();
  assert_compared (stage, "M14", "M02");

  /* With nothing typed it is the meeting before; Escape leaves all as it was. */
  g_assert_true (gtk_widget_activate_action (stage->details, "details.compare-with", NULL));
  g_signal_emit_by_name (get_entry (find_dialog ()), "activate");
  page_walk_settle ();
  assert_compared (stage, "M14", "M13");
  g_assert_true (gtk_widget_activate_action (stage->details, "details.compare-with", NULL));
  g_signal_emit_by_name (get_entry (find_dialog ()), "stop-search");
  page_walk_settle ();
  g_assert_null (find_dialog ());
  assert_compared (stage, "M14", "M13");
}

static gboolean
is_sides (GtkWidget *widget,
          gpointer   data)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "sides");
}

static void
get_places (PageStage       *stage,
            graphene_rect_t  places[3])
{
  GtkWidget *sides = page_walk_find (stage->details, is_sides, NULL);
  GtkWidget *child = gtk_widget_get_first_child (sides);

  for (guint i = 0; i < 3; i++, child = gtk_widget_get_next_sibling (child))
    {
      g_assert_nonnull (child);
      g_assert_true (gtk_widget_compute_bounds (child, sides, &places[i]));
    }
  g_assert_null (child);
}

static void
lay_out (PageStage *stage,
         int        width)
{
  gtk_widget_set_size_request (stage->window, width, 600);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width, 600);
  gtk_window_present (GTK_WINDOW (stage->window));
  while (gtk_widget_get_width (stage->details) != width)
    g_main_context_iteration (NULL, TRUE);
  page_walk_settle ();
}

/* Beside each other where there is room, one under the other where there is none, and mirrored from right to left. */
static void
test_widths (PageStage     *stage,
             gconstpointer  data)
{
  graphene_rect_t places[3];

  compare (stage, "M2", "M1");
  lay_out (stage, 1000);
  get_places (stage, places);
  g_assert_cmpfloat (places[0].origin.y, ==, places[2].origin.y);
  g_assert_cmpfloat (places[0].origin.x + places[0].size.width, <, places[1].origin.x);
  g_assert_cmpfloat (places[1].origin.x + places[1].size.width, <, places[2].origin.x);

  gtk_widget_set_direction (page_walk_find (stage->details, is_sides, NULL), GTK_TEXT_DIR_RTL);
  page_walk_settle ();
  gtk_widget_set_size_request (stage->window, 1001, 600);
  lay_out (stage, 1001);
  get_places (stage, places);
  g_assert_cmpfloat (places[2].origin.x + places[2].size.width, <, places[1].origin.x);
  g_assert_cmpfloat (places[1].origin.x + places[1].size.width, <, places[0].origin.x);
}

static void
test_narrow (PageStage     *stage,
             gconstpointer  data)
{
  graphene_rect_t places[3];

  compare (stage, "M2", "M1");
  lay_out (stage, 360);
  get_places (stage, places);
  g_assert_cmpfloat (places[0].origin.x, ==, places[2].origin.x);
  g_assert_cmpfloat (places[0].origin.y + places[0].size.height, <, places[1].origin.y);
  g_assert_cmpfloat (places[1].origin.y + places[1].size.height, <, places[2].origin.y);
}

/* A meeting tells how it differs from its neighbours, and leads to the comparison. */
static void
test_neighbours (PageStage     *stage,
                 gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "M2");

  assert_reads (page, "Beside the meetings before and after|First Meeting of the Harbour Masters|",
                "Organizations|2 only here, 0 in both, 1 only there|",
                "Speakers|1 only here, 1 in both, 0 only there|", NULL);
  page_stage_follow (stage, page, "Compare the two");
  assert_compared (stage, "M2", "M1");
}

static void
add (const char *path,
     gboolean    is_bundled,
     void      (*test) (PageStage *stage, gconstpointer data))
{
  g_test_add (path, PageStage, NULL, is_bundled ? page_stage_set_up : set_up_harbour, test, page_stage_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  page_walk_init (&argc, &argv);

  add ("/page-compare/page", FALSE, test_page);
  add ("/page-compare/speakers", FALSE, test_speakers);
  add ("/page-compare/copied", FALSE, test_copied);
  add ("/page-compare/dialog", TRUE, test_dialog);
  add ("/page-compare/widths", FALSE, test_widths);
  add ("/page-compare/narrow", FALSE, test_narrow);
  add ("/page-compare/neighbours", FALSE, test_neighbours);

  return g_test_run ();
}
