/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-compat.h"
#include "mig-contents.h"
#include "mig-page.h"
#include "mig-table.h"
#include "page-walk.h"

/* The pages, as a person reads them and walks through them. */

typedef struct
{
  MigCorpus *corpus;
  MigNavigator *navigator;
  GtkWidget *details;
  GtkWidget *window;
} Fixture;

static void
set_up_with (Fixture   *fixture,
             MigCorpus *corpus)
{
  fixture->corpus = corpus;
  fixture->navigator = mig_navigator_new ();
  mig_navigator_set_corpus (fixture->navigator, corpus);
  fixture->details = mig_details_new (fixture->navigator);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->details);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_with (fixture, page_walk_read_file (g_getenv ("MIG_TEST_CORPUS")));
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
lookup (Fixture    *fixture,
        const char *id)
{
  const MigRef ref = mig_corpus_lookup (fixture->corpus, id);

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);
  return ref;
}

static GtkWidget *
get_page (Fixture *fixture)
{
  GtkWidget *page = page_walk_find_class (fixture->details, "mig-page");

  g_assert_nonnull (page);
  return gtk_widget_get_ancestor (page, MIG_TYPE_PAGE);
}

static GtkWidget *
open_record (Fixture    *fixture,
             const char *id)
{
  mig_navigator_select (fixture->navigator, lookup (fixture, id));
  return get_page (fixture);
}

static void
follow_link (Fixture    *fixture,
             GtkWidget  *root,
             const char *text)
{
  GtkWidget *link = page_walk_find_link (root, text);

  if (link == NULL)
    {
      g_autofree char *texts = page_walk_dup_texts (root);

      g_error ("no link “%s” in %s", text, texts);
    }
  g_signal_emit_by_name (link, "clicked");
}

static void
assert_selected (Fixture    *fixture,
                 const char *id)
{
  const MigRef selected = mig_navigator_get_selected (fixture->navigator);

  g_assert_cmpstr (mig_corpus_get_record (fixture->corpus, selected)->id, ==, id);
}

/* Whether the texts stand in the page one behind the other. */
static void
assert_reads (GtkWidget  *root,
              const char *first,
              ...)
{
  g_autofree char *texts = page_walk_dup_texts (root);
  const char *place = texts;
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    {
      place = strstr (place, text);
      if (place == NULL)
        g_error ("“%s” is not there, or not in its place, in: %s", text, texts);
      place += strlen (text);
    }
  va_end (args);
}

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
  Fixture fixture = { NULL, };

  set_up_with (&fixture, page_walk_read_file (path));

  for (guint kind = MIG_KIND_NONE; kind < MIG_N_KINDS; kind++)
    for (guint i = 0; i < MAX (1, mig_corpus_get_n (fixture.corpus, kind)); i++)
      {
        GtkWidget *page;
        int minimum;

        if (kind != MIG_KIND_NONE && mig_corpus_get_n (fixture.corpus, kind) == 0)
          continue;

        mig_navigator_select (fixture.navigator, kind == MIG_KIND_NONE ? MIG_REF_NONE : mig_ref (kind, i));
        page = get_page (&fixture);
        g_assert_cmpuint (mig_page_get_ref (MIG_PAGE (page)), ==, mig_navigator_get_selected (fixture.navigator));
        g_assert_cmpint (strlen (mig_page_get_title (MIG_PAGE (page))), >, 0);
        g_assert_cmpuint (page_walk_count (fixture.details, has_markup, NULL), ==, 0);
        g_assert_cmpuint (page_walk_count (page, is_nameless_link, NULL), ==, 0);
        gtk_widget_measure (fixture.details, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        g_assert_cmpint (minimum, <=, 360);
        gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, 360, &minimum, NULL, NULL, NULL);
      }

  tear_down (&fixture, NULL);
}

static void
test_session (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = open_record (fixture, "S14-08");

  assert_reads (page, "Session VIII of 11 · Panel · Friday 26 February 2016 · Report, page 10|",
                "Preparing the 19 September summit", "5 interventions|", "7 figures|", "Interventions|",
                "1|", "José Riera|", "UNHCR|", "opening|", "19 September summit|", "2|", "Elizabeth Ferris|",
                "Figures|", "Value|", "Given by|", "Source", "section VIII", "page 10", "Copy citation|", NULL);
}

/* What was raised stands by where it lay, with how far away it was. */
static void
test_standings (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *page = open_record (fixture, "S14-08");

  assert_reads (page, "Raised here|", "Ahead|", "19 September summit|206 days|", "World Humanitarian Summit|87 days|",
                "by May 2016|", "Behind|", "Assembly debate on the Mediterranean|98 days|", "GFMD Turkey|133 days|",
                "High-level Dialogue 2013|2 years|", "High-level Dialogue 2006|9 years|", "Undated|",
                "Steering committee|", "Documents|", NULL);
}

/* From the session to the summit, and from there back to everyone who raised it. */
static void
test_both_directions (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *page = open_record (fixture, "S14-08");

  follow_link (fixture, page, "19 September summit");
  assert_selected (fixture, "E-summit-2016");

  page = get_page (fixture);
  assert_reads (page, "Summit · New York · Monday 19 September 2016|", "Also called 19 September summit",
                "206 to 207 days ahead|", "Raised by 14 speakers|in 6 sessions|", "As|", "Ahead|",
                "I|Thomas Gass|", "207 days|", "II|Karen AbuZayd|", "Lakshmi Puri|", "VII|Jan Eliasson|",
                "206 days|", "VIII|José Riera|", "Documents|", "New York Declaration|A/RES/71/1|",
                "Raised in the same breath|", "Sources disagree|", "January 2016|", "February 2016|", NULL);

  follow_link (fixture, page, "Jan Eliasson");
  assert_selected (fixture, "P-eliasson");
  assert_reads (get_page (fixture), "1 intervention|", "VII|", "as ", "Affiliation, as printed|", NULL);

  page = open_record (fixture, "E-summit-2016");
  follow_link (fixture, page, "VIII");
  assert_selected (fixture, "S14-08");
}

static void
test_speaker (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = open_record (fixture, "P-hovy");

  assert_reads (page, "Speaker · 14th meeting|Bela Hovy|", "2 interventions|", "3 affiliations in the sources|",
                "IV|Strengthening the contributions", "25 February 2016|", "opening|", "as Population Division|",
                "VI|Measuring Sustainable", "26 February 2016|", "Affiliation, as printed|",
                "Population Division|IV|", "Population Division|VI|", "Migration Section|", "co-author of the report|",
                "Shared sessions with|", "Jean-Christophe Dumont|IV|", "Yongyi Min|VI|", NULL);

  follow_link (fixture, page, "Jean-Christophe Dumont");
  assert_selected (fixture, "P-dumont");
  assert_reads (get_page (fixture), "Shared sessions with|", "Bela Hovy|IV|", NULL);
}

static void
test_meeting (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = open_record (fixture, "M14");

  assert_reads (page, "Meeting 14 of 17 · ", "25–26 February 2016|Fourteenth", "more than 170 participants|",
                "76 interventions|", "Organizer|", "Objectives|", "•|", "Themes|", "Sessions|", "I|Opening|",
                "XI|", "Raised here|", "Ahead|", "Behind|", "Undated|", NULL);

  assert_reads (open_record (fixture, "E-steering"), "Establishment · undated|", NULL);
  page = open_record (fixture, "M01");
  g_assert_nonnull (page_walk_find_text (page, "No record of its sessions is in this corpus."));
}

static void
test_speech (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = open_record (fixture, "SP14-10-12");

  assert_reads (page, "Intervention 12 of 18 · X. Tour de table · Friday 26 February 2016|", "Unnamed speaker",
                "On behalf of|", "Raises|", "2030 Agenda|154 days behind|", "In its session|",
                "11|Germany and Morocco|", "12|Representative of FAO|this one|", "13|", "Source", "section X", NULL);

  follow_link (fixture, page, "Germany and Morocco");
  assert_selected (fixture, "SP14-10-11");
}

static void
test_disagreement (Fixture       *fixture,
                   gconstpointer  data)
{
  assert_reads (open_record (fixture, "E-london-2016"), "Sources disagree|", "January 2016|", "Report|",
                "section VII, paragraph 2, page 9|", "February 2016|", "section I, paragraph 1, page 1|",
                "4 February 2016|", NULL);
  assert_reads (open_record (fixture, "D-58-208"), "Sources disagree|", "Date|", "13 February 2004|",
                "23 December 2003|", NULL);
}

static guint
count_certain (Fixture *fixture)
{
  return page_walk_find_class (get_page (fixture), "certainty") != NULL ? 1 : 0;
}

static void
test_certainty (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < mig_corpus_get_n (fixture->corpus, MIG_KIND_EVENT); i++)
    {
      const MigRef ref = mig_ref (MIG_KIND_EVENT, i);
      const MigCertainty certainty = mig_corpus_get_record (fixture->corpus, ref)->certainty;

      mig_navigator_select (fixture->navigator, ref);
      g_assert_cmpuint (count_certain (fixture), ==, certainty == MIG_CERTAINTY_CONFIRMED ? 0 : 1);
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
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = open_record (fixture, "S14-08");
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
  g_assert_cmpuint (page_walk_count_role (table, GTK_ACCESSIBLE_ROLE_ROW), ==, 8);
  g_assert_cmpuint (page_walk_count_role (table, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER), ==, 4);
  g_assert_cmpuint (page_walk_count_role (table, GTK_ACCESSIBLE_ROLE_CELL), ==, 28);
}

/* A number that is a link says what it leads to. */
static void
test_link_names (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *page = open_record (fixture, "S14-08");
  GtkWidget *number = page_walk_find_link (page, "2");
  GtkWidget *name = page_walk_find_link (page, "Elizabeth Ferris");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, "Intervention 2");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, "Elizabeth Ferris");

  follow_link (fixture, page, "2");
  assert_selected (fixture, "SP14-08-2");
}

static void
test_crumbs (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *crumbs = page_walk_find_class (fixture->details, "mig-crumbs");

  open_record (fixture, "SP14-08-2");
  assert_reads (crumbs, "Series|›|14th meeting|›|VIII. Preparing the summit|›|Elizabeth Ferris|", NULL);
  g_assert_null (page_walk_find_link (crumbs, "Elizabeth Ferris"));
  follow_link (fixture, crumbs, "VIII. Preparing the summit");
  assert_selected (fixture, "S14-08");
  assert_reads (crumbs, "Series|›|14th meeting|›|VIII. Preparing the summit|", NULL);
  follow_link (fixture, crumbs, "14th meeting");
  assert_selected (fixture, "M14");
  follow_link (fixture, crumbs, "Series");
  assert_selected (fixture, "series");
  g_assert_null (page_walk_find_link (crumbs, "Series"));

  open_record (fixture, "P-hovy");
  assert_reads (crumbs, "Series|›|Speakers|›|Bela Hovy|", NULL);
  open_record (fixture, "E-summit-2016");
  assert_reads (crumbs, "Series|›|Events|›|19 September summit|", NULL);
  open_record (fixture, "T-10.7");
  assert_reads (crumbs, "Series|›|Topics|›|", NULL);
  mig_navigator_select (fixture->navigator, MIG_REF_NONE);
  assert_reads (crumbs, "Coordination Meetings on International Migration|", NULL);
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *action)
{
  GtkWidget *crumbs = page_walk_find_class (fixture->details, "mig-crumbs");

  for (GtkWidget *child = gtk_widget_get_first_child (crumbs);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ACTIONABLE (child) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
      return child;

  g_assert_not_reached ();
}

static void
test_siblings (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *previous = find_button (fixture, "details.previous");
  GtkWidget *next = find_button (fixture, "details.next");

  open_record (fixture, "S14-08");
  assert_reads (previous, "VII|", NULL);
  assert_reads (next, "IX|", NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_widget_get_tooltip_text (next));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (next), "Next: IX. "));

  g_signal_emit_by_name (next, "clicked");
  assert_selected (fixture, "S14-09");
  g_signal_emit_by_name (previous, "clicked");
  g_signal_emit_by_name (previous, "clicked");
  assert_selected (fixture, "S14-07");

  open_record (fixture, "S14-01");
  g_assert_false (gtk_widget_get_sensitive (previous));
  g_assert_true (gtk_widget_get_sensitive (next));
  open_record (fixture, "S14-11");
  g_assert_true (gtk_widget_get_sensitive (previous));
  g_assert_false (gtk_widget_get_sensitive (next));
  open_record (fixture, "E-summit-2016");
  g_assert_false (gtk_widget_get_visible (next));
  open_record (fixture, "M14");
  g_signal_emit_by_name (next, "clicked");
  assert_selected (fixture, "M15");
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
  Fixture fixture = { NULL, };
  GtkWidget *page;

  set_up_with (&fixture, page_walk_read_text (MARKUP_CORPUS));
  page = open_record (&fixture, "M");
  assert_reads (page, MARKUP "|", MARKUP " participants|", MARKUP "|", "•|" MARKUP "|", "1|" MARKUP "|", NULL);
  g_assert_cmpuint (page_walk_count (fixture.details, has_markup, NULL), ==, 0);

  /* Nothing but the web and mail is ever a link. */
  g_assert_nonnull (page_walk_find_text (page, "bad"));
  g_assert_null (page_walk_find_link (page, "bad"));
  g_assert_null (page_walk_find_link (page, "javascript:alert(1)"));
  g_assert_nonnull (page_walk_find_link (page, "https://example.org/"));

  tear_down (&fixture, NULL);
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
test_unknown_ref (Fixture       *fixture,
                  gconstpointer  data)
{
  open_record (fixture, "M14");
  gtk_widget_activate_action (fixture->details, "details.open", "u", mig_ref (MIG_KIND_EVENT, 100000));
  gtk_widget_activate_action (fixture->details, "details.open", "u", G_MAXUINT32);
  assert_selected (fixture, "M14");
}

/* The page follows a corpus that is read anew, and is gone with it. */
static void
test_other_corpus (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = page_walk_dup_fixture ("harbour.json");
  g_autoptr(MigCorpus) other = page_walk_read_file (path);

  open_record (fixture, "M14");
  mig_navigator_set_corpus (fixture->navigator, other);
  assert_reads (get_page (fixture), mig_corpus_get_title (other), NULL);
  mig_navigator_set_corpus (fixture->navigator, NULL);
  g_assert_null (page_walk_find_class (fixture->details, "mig-page"));
  mig_navigator_set_corpus (fixture->navigator, fixture->corpus);
  get_page (fixture);
}

static void
test_more (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = open_record (fixture, "M14");
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

#define ADD(path, func) g_test_add ("/pages/" path, Fixture, NULL, set_up, func, tear_down)
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
