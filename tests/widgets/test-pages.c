/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-compat.h"
#include "mig-contents.h"
#include "mig-table.h"
#include "page-stage.h"
#include "page-walk.h"

/* The pages, as a person reads them and walks through them. */

static gboolean
has_markup (GtkWidget *widget,
            gpointer   data)
{
  return GTK_IS_LABEL (widget) && gtk_label_get_use_markup (GTK_LABEL (widget));
}

static gboolean
is_nameless_link (GtkWidget *widget,
                  gpointer   data)
{
  g_autofree char *wrong = NULL;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_LINK)
    return FALSE;

  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  return wrong == NULL || !gtk_widget_get_focusable (widget);
}

/* Every record of every kind has a page, which goes by a title, is never wider than the narrowest window, has no markup
 * from the corpus, and links that have a name. */
static void
test_every_record (gconstpointer data)
{
  g_autofree char *path = data != NULL ? page_walk_dup_fixture (data) : g_strdup (g_getenv ("MIG_TEST_CORPUS"));
  PageStage stage = { NULL, };

  page_stage_set_up_with (&stage, page_walk_read_file (path));

  for (guint kind = MIG_KIND_NONE; kind < MIG_N_KINDS; kind++)
    for (guint i = 0; i < MAX (1, mig_corpus_get_n (stage.corpus, kind)); i++)
      {
        GtkWidget *page;
        int minimum;

        if (kind != MIG_KIND_NONE && mig_corpus_get_n (stage.corpus, kind) == 0)
          continue;

        mig_navigator_select (stage.navigator, kind == MIG_KIND_NONE ? MIG_REF_NONE : mig_ref (kind, i));
        page = page_stage_get_page (&stage);
        g_assert_cmpuint (mig_page_get_ref (MIG_PAGE (page)), ==, mig_navigator_get_selected (stage.navigator));
        g_assert_cmpint (strlen (mig_page_get_title (MIG_PAGE (page))), >, 0);
        g_assert_cmpuint (page_walk_count (stage.details, has_markup, NULL), ==, 0);
        g_assert_cmpuint (page_walk_count (page, is_nameless_link, NULL), ==, 0);
        gtk_widget_measure (stage.details, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        g_assert_cmpint (minimum, <=, 360);
        gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, 360, &minimum, NULL, NULL, NULL);
      }

  page_stage_tear_down (&stage, NULL);
}

static void
test_session (PageStage     *stage,
              gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "S14-08");

  assert_reads (page, "Session VIII of 11 · Panel · Friday 26 February 2016 · Report, page 10|",
                "Preparing the 19 September summit", "5 interventions|", "9 figures|", "Interventions|",
                "1|", "José Riera|", "UNHCR|", "opening|", "19 September summit|", "2|", "Elizabeth Ferris|",
                "Figures|", "Value|", "Given by|", "Source", "section VIII", "page 10", "Copy citation|", NULL);
}

/* What was raised stands by where it lay, with how far away it was. */
static void
test_standings (PageStage     *stage,
                gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "S14-08");

  assert_reads (page, "Raised here|", "Ahead|", "19 September summit|206 days|", "World Humanitarian Summit|87 days|",
                "by May 2016|", "Behind|", "Assembly debate on the Mediterranean|98 days|", "GFMD Turkey|133 days|",
                "Steering committee convened|about 8 months, perhaps|", "High-level Dialogue 2013|2 years|",
                "High-level Dialogue 2006|9 years|", "Undated|", "Documents|", NULL);
}

/* From the session to the summit, and from there back to everyone who raised it. */
static void
test_both_directions (PageStage     *stage,
                      gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "S14-08");

  page_stage_follow (stage, page, "19 September summit");
  assert_selected (stage, "E-summit-2016");

  page = page_stage_get_page (stage);
  assert_reads (page, "Summit · New York · Monday 19 September 2016|", "Also called 19 September summit",
                "206 to 207 days ahead|", "Raised by 14 speakers|in 6 sessions|", "As|", "Ahead|",
                "I|Thomas Gass|", "207 days|", "II|Karen AbuZayd|", "Lakshmi Puri|", "VII|Jan Eliasson|",
                "206 days|", "VIII|José Riera|", "Documents|", "New York Declaration|A/RES/71/1|",
                "Raised in the same breath|", "Sources disagree|", "January 2016|", "February 2016|", NULL);

  page_stage_follow (stage, page, "Jan Eliasson");
  assert_selected (stage, "P-eliasson");
  assert_reads (page_stage_get_page (stage), "1 intervention|", "VII|", "as ", "Affiliation, as printed|", NULL);

  page = page_stage_open (stage, "E-summit-2016");
  page_stage_follow (stage, page, "VIII");
  assert_selected (stage, "S14-08");
}

static void
test_speaker (PageStage     *stage,
              gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "P-hovy");

  assert_reads (page, "Speaker · 14th meeting|Bela Hovy|", "2 interventions|", "3 affiliations in the sources|",
                "IV|Strengthening the contributions", "25 February 2016|", "opening|", "as Population Division|",
                "VI|Measuring Sustainable", "26 February 2016|", "Affiliation, as printed|",
                "Population Division|IV|", "Population Division|VI|", "Migration Section|",
                "Shared sessions with|", "Jean-Christophe Dumont|IV|", "Yongyi Min|VI|", NULL);

  page_stage_follow (stage, page, "Jean-Christophe Dumont");
  assert_selected (stage, "P-dumont");
  assert_reads (page_stage_get_page (stage), "Shared sessions with|", "Bela Hovy|IV|", NULL);
}

static void
test_meeting (PageStage     *stage,
              gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "M14");

  assert_reads (page, "Meeting 14 of 17 · ", "25–26 February 2016|Fourteenth", "more than 170 participants|",
                "77 interventions|", "Organizer|", "Objectives|", "•|", "Themes|", "Sessions|", "I|Opening|",
                "XI|", "Raised here|", "Ahead|", "Behind|", "Undated|", NULL);

  assert_reads (page_stage_open (stage, "E-syria-crisis"), "Crisis · Syria · undated|", NULL);
  page = page_stage_open (stage, "M01");
  g_assert_nonnull (page_walk_find_text (page, "Its sessions are not recorded in the sources."));
}

static void
test_speech (PageStage     *stage,
             gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "SP14-10-12");

  assert_reads (page, "Intervention 12 of 18 · X. Tour de table · Friday 26 February 2016|", "Unnamed speaker",
                "On behalf of|", "Raises|", "2030 Agenda|aligned with · 154 days behind|", "In its session|",
                "11|Germany and Morocco|", "12|Food and Agriculture Organization|this one|", "13|", "Source",
                "section X", NULL);

  page_stage_follow (stage, page, "Germany and Morocco");
  assert_selected (stage, "SP14-10-11");
}

static void
test_disagreement (PageStage     *stage,
                   gconstpointer  data)
{
  GtkWidget *badge, *popover;

  gtk_window_present (GTK_WINDOW (stage->window));
  badge = page_walk_find_class (page_stage_open (stage, "E-london-2016"), "mig-disagree");
  assert_reads (badge, "Sources disagree|", NULL);
  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (badge)));
  page_walk_settle ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (badge));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (badge)));
  assert_reads (popover, "Sources disagree|", "January 2016|", "Report|", "section VII, paragraph 2, page 9|",
                "February 2016|", "section I, paragraph 1, page 1|", "4 February 2016|", NULL);

  /* A link leads away from under the open popover. */
  page_stage_follow (stage, popover, "Report");
  assert_selected (stage, "D-src-14-report");
  page_walk_settle ();

  badge = page_walk_find_class (page_stage_open (stage, "D-58-208"), "mig-disagree");
  page_walk_settle ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (badge));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (badge)));
  assert_reads (popover, "Date|", "13 February 2004|", "23 December 2003|", NULL);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (badge));

  /* Whoever reads of it elsewhere can open it there. */
  badge = page_walk_find_class (page_stage_open (stage, "S14-07"), "mig-disagree");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, "Sources disagree");
  g_assert_null (page_walk_find_class (page_stage_open (stage, "M05"), "mig-disagree"));
}

static guint
count_certain (PageStage *stage)
{
  return page_walk_find_class (page_stage_get_page (stage), "certainty") != NULL ? 1 : 0;
}

static void
test_certainty (PageStage     *stage,
                gconstpointer  data)
{
  for (guint i = 0; i < mig_corpus_get_n (stage->corpus, MIG_KIND_EVENT); i++)
    {
      const MigRef ref = mig_ref (MIG_KIND_EVENT, i);
      const MigCertainty certainty = mig_corpus_get_record (stage->corpus, ref)->certainty;

      mig_navigator_select (stage->navigator, ref);
      g_assert_cmpuint (count_certain (stage), ==, certainty == MIG_CERTAINTY_CONFIRMED ? 0 : 1);
    }
}

static gboolean
is_heading_of (GtkWidget *widget,
               gpointer   data)
{
  g_autofree char *wrong = NULL;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_HEADING)
    return FALSE;

  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                              GPOINTER_TO_INT (data));
  return wrong == NULL;
}

static void
test_roles (PageStage     *stage,
            gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "S14-08");
  GtkWidget *text = page_walk_find_class (page, "mig-page");
  GtkWidget *speeches = page_walk_find_class (page, "mig-speeches");
  GtkWidget *table;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_ROLE_REGION);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       mig_page_get_title (MIG_PAGE (page)));
  g_assert_cmpuint (page_walk_count (page, is_heading_of, GINT_TO_POINTER (1)), ==, 1);
  g_assert_cmpuint (page_walk_count (page, is_heading_of, GINT_TO_POINTER (2)), >=, 5);
  g_assert_cmpuint (page_walk_count (page, is_heading_of, GINT_TO_POINTER (3)), ==, 3);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (speeches), GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_cmpuint (page_walk_count_role (speeches, GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==, 5);

  table = page_walk_find_class (page, "mig-table");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_ROLE_TABLE);
  g_assert_cmpuint (page_walk_count_role (table, GTK_ACCESSIBLE_ROLE_ROW), ==, 10);
  g_assert_cmpuint (page_walk_count_role (table, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER), ==, 4);
  g_assert_cmpuint (page_walk_count_role (table, GTK_ACCESSIBLE_ROLE_CELL), ==, 36);
}

/* A number that is a link says what it leads to. */
static void
test_link_names (PageStage     *stage,
                 gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "S14-08");
  GtkWidget *number = page_walk_find_link (page, "2");
  GtkWidget *name = page_walk_find_link (page, "Elizabeth Ferris");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, "Intervention 2");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, "Elizabeth Ferris");

  page_stage_follow (stage, page, "2");
  assert_selected (stage, "SP14-08-2");
}

static void
test_crumbs (PageStage     *stage,
             gconstpointer  data)
{
  GtkWidget *crumbs = page_walk_find_class (stage->details, "mig-crumbs");

  page_stage_open (stage, "SP14-08-2");
  assert_reads (crumbs, "Series|›|14th meeting|›|VIII. Preparing the summit|›|Elizabeth Ferris|", NULL);
  g_assert_null (page_walk_find_link (crumbs, "Elizabeth Ferris"));
  page_stage_follow (stage, crumbs, "VIII. Preparing the summit");
  assert_selected (stage, "S14-08");
  assert_reads (crumbs, "Series|›|14th meeting|›|VIII. Preparing the summit|", NULL);
  page_stage_follow (stage, crumbs, "14th meeting");
  assert_selected (stage, "M14");
  page_stage_follow (stage, crumbs, "Series");
  assert_selected (stage, "series");
  g_assert_null (page_walk_find_link (crumbs, "Series"));

  page_stage_open (stage, "P-hovy");
  assert_reads (crumbs, "Series|›|Speakers|›|Bela Hovy|", NULL);
  page_stage_open (stage, "E-summit-2016");
  assert_reads (crumbs, "Series|›|Events|›|19 September summit|", NULL);
  page_stage_open (stage, "T-10.7");
  assert_reads (crumbs, "Series|›|Topics|›|", NULL);
  mig_navigator_select (stage->navigator, MIG_REF_NONE);
  assert_reads (crumbs, "Coordination Meetings on International Migration|", NULL);
}

static GtkWidget *
find_button (PageStage    *stage,
             const char *action)
{
  GtkWidget *crumbs = page_walk_find_class (stage->details, "mig-crumbs");

  for (GtkWidget *child = gtk_widget_get_first_child (crumbs);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ACTIONABLE (child) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
      return child;

  g_assert_not_reached ();
}

static void
test_siblings (PageStage     *stage,
               gconstpointer  data)
{
  GtkWidget *previous = find_button (stage, "details.previous");
  GtkWidget *next = find_button (stage, "details.next");

  page_stage_open (stage, "S14-08");
  assert_reads (previous, "VII|", NULL);
  assert_reads (next, "IX|", NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_widget_get_tooltip_text (next));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (next), "Next: IX. "));

  g_signal_emit_by_name (next, "clicked");
  assert_selected (stage, "S14-09");
  g_signal_emit_by_name (previous, "clicked");
  g_signal_emit_by_name (previous, "clicked");
  assert_selected (stage, "S14-07");

  page_stage_open (stage, "S14-01");
  g_assert_false (gtk_widget_get_sensitive (previous));
  g_assert_true (gtk_widget_get_sensitive (next));
  page_stage_open (stage, "S14-11");
  g_assert_true (gtk_widget_get_sensitive (previous));
  g_assert_false (gtk_widget_get_sensitive (next));
  page_stage_open (stage, "E-summit-2016");
  g_assert_false (gtk_widget_get_visible (next));
  page_stage_open (stage, "M14");
  g_signal_emit_by_name (next, "clicked");
  assert_selected (stage, "M15");
}

#define MARKUP "<b>Bold</b> & <i>&amp; </i>"
#define MARKUP_CORPUS \
  "{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", \"id\": \"m\", \"title\": \"" MARKUP "\"}," \
  " \"persons\": [{\"id\": \"P\", \"name\": \"" MARKUP "\"}]," \
  " \"events\": [{\"id\": \"M\", \"classification\": \"meeting\", \"name\": \"" MARKUP "\"," \
  "   \"description\": \"" MARKUP "\", \"themes\": [\"" MARKUP "\"], \"attendance\": \"" MARKUP "\"," \
  "   \"sources\": [{\"url\": \"file:///etc/passwd\", \"note\": \"bad\"}, {\"url\": \"https://example.org/\"}]," \
  "   \"links\": [{\"url\": \"javascript:alert(1)\"}]}]," \
  " \"speeches\": [{\"id\": \"S\", \"event_id\": \"M\", \"creator_id\": \"P\", \"role\": \"" MARKUP "\"," \
  "   \"text\": \"" MARKUP "\"}]}"

static void
test_markup (void)
{
  PageStage stage = { NULL, };
  GtkWidget *page;

  page_stage_set_up_with (&stage, page_walk_read_text (MARKUP_CORPUS));
  page = page_stage_open (&stage, "M");
  assert_reads (page, MARKUP "|", MARKUP " participants|", MARKUP "|", "•|" MARKUP "|", "1|" MARKUP "|", NULL);
  g_assert_cmpuint (page_walk_count (stage.details, has_markup, NULL), ==, 0);

  /* Nothing but the web and mail is ever a link. */
  g_assert_nonnull (page_walk_find_text (page, "bad"));
  g_assert_null (page_walk_find_link (page, "bad"));
  g_assert_null (page_walk_find_link (page, "javascript:alert(1)"));
  g_assert_nonnull (page_walk_find_link (page, "https://example.org/"));

  page_stage_tear_down (&stage, NULL);
}

static void
test_safe_uris (void)
{
  g_assert_true (mig_compat_uri_is_safe ("https://undocs.org/A/RES/58/208"));
  g_assert_true (mig_compat_uri_is_safe ("HTTP://example.org"));
  g_assert_true (mig_compat_uri_is_safe ("mailto:someone@example.org"));
  g_assert_false (mig_compat_uri_is_safe (NULL));
  g_assert_false (mig_compat_uri_is_safe (""));
  g_assert_false (mig_compat_uri_is_safe ("example.org"));
  g_assert_false (mig_compat_uri_is_safe ("file:///etc/passwd"));
  g_assert_false (mig_compat_uri_is_safe ("javascript:alert(1)"));
  g_assert_false (mig_compat_uri_is_safe ("https://example.org/\n"));
  g_assert_false (mig_compat_show_uri (NULL, "file:///etc/passwd"));
}

/* An action from elsewhere that names no record does nothing. */
static void
test_unknown_ref (PageStage     *stage,
                  gconstpointer  data)
{
  page_stage_open (stage, "M14");
  gtk_widget_activate_action (stage->details, "details.open", "u", mig_ref (MIG_KIND_EVENT, 100000));
  gtk_widget_activate_action (stage->details, "details.open", "u", G_MAXUINT32);
  assert_selected (stage, "M14");
}

/* The page follows a corpus that is read anew, and is gone with it. */
static void
test_other_corpus (PageStage     *stage,
                   gconstpointer  data)
{
  g_autofree char *path = page_walk_dup_fixture ("harbour.json");
  g_autoptr(MigCorpus) other = page_walk_read_file (path);

  page_stage_open (stage, "M14");
  mig_navigator_set_corpus (stage->navigator, other);
  assert_reads (page_stage_get_page (stage), mig_corpus_get_title (other), NULL);
  mig_navigator_set_corpus (stage->navigator, NULL);
  g_assert_null (page_walk_find_class (stage->details, "mig-page"));
  mig_navigator_set_corpus (stage->navigator, stage->corpus);
  page_stage_get_page (stage);
}

static void
test_more (PageStage     *stage,
           gconstpointer  data)
{
  GtkWidget *page = page_stage_open (stage, "M14");
  GtkWidget *more = page_walk_find_class (page_walk_find_class (page, "aside"), "mig-more");
  GtkWidget *list = gtk_widget_get_prev_sibling (more);
  guint n_before = page_walk_count_role (list, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  g_assert_cmpuint (n_before, ==, 8);
  g_assert_true (gtk_widget_get_visible (more));
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (page_walk_count_role (list, GTK_ACCESSIBLE_ROLE_LIST_ITEM), >, n_before);
  g_assert_false (gtk_widget_get_visible (more));
}

int
main (int   argc,
      char *argv[])
{
  page_walk_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/pages/" path, PageStage, NULL, page_stage_set_up, func, page_stage_tear_down)
  g_test_add_data_func ("/pages/every-record/bundled", NULL, test_every_record);
  g_test_add_data_func ("/pages/every-record/harbour", "harbour.json", test_every_record);
  g_test_add_data_func ("/pages/every-record/popolo", "popolo.json", test_every_record);
  ADD ("session", test_session);
  ADD ("standings", test_standings);
  ADD ("both-directions", test_both_directions);
  ADD ("speaker", test_speaker);
  ADD ("meeting", test_meeting);
  ADD ("speech", test_speech);
  ADD ("disagreement", test_disagreement);
  ADD ("certainty", test_certainty);
  ADD ("roles", test_roles);
  ADD ("link-names", test_link_names);
  ADD ("crumbs", test_crumbs);
  ADD ("siblings", test_siblings);
  ADD ("unknown-ref", test_unknown_ref);
  ADD ("other-corpus", test_other_corpus);
  ADD ("more", test_more);
  g_test_add_func ("/pages/markup", test_markup);
  g_test_add_func ("/pages/safe-uris", test_safe_uris);
#undef ADD

  return g_test_run ();
}
