/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-walk.h"

#include "mig-corpus-reader.h"

static void
add_style (const char *path)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* With the style that the pages have in the program; a mistake in it is a warning, and so fatal. */
void
page_walk_init (int    *argc,
                char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  add_style ("/org/example/MigMeet/palette-light.css");
  add_style ("/org/example/MigMeet/style/pages.css");
}

static MigCorpus *
check_corpus (MigCorpus   *corpus,
              MigProblems *problems,
              GError      *error)
{
  if (corpus == NULL && problems != NULL)
    {
      g_autofree char *text = mig_problems_format (problems);

      g_test_message ("%s", text);
    }
  g_assert_no_error (error);
  return corpus;
}

MigCorpus *
page_walk_read_file (const char *path)
{
  g_autoptr(MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(MigProblems) problems = NULL;
  g_autoptr(GError) error = NULL;

  return check_corpus (mig_corpus_reader_read (reader, file, &problems, NULL, &error), problems, error);
}

MigCorpus *
page_walk_read_text (const char *text)
{
  g_autoptr(MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(MigProblems) problems = NULL;
  g_autoptr(GError) error = NULL;

  return check_corpus (mig_corpus_reader_read_bytes (reader, bytes, NULL, &problems, NULL, &error), problems, error);
}

char *
page_walk_dup_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}

GtkWidget *
page_walk_find (GtkWidget *root,
                PageMatch  match,
                gpointer   data)
{
  if (match (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = page_walk_find (child, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

guint
page_walk_count (GtkWidget *root,
                 PageMatch  match,
                 gpointer   data)
{
  guint n = match (root, data) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += page_walk_count (child, match, data);

  return n;
}

static gboolean
is_link (GtkWidget *widget,
         gpointer   data)
{
  GtkWidget *child;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_LINK)
    return FALSE;

  child = gtk_button_get_child (GTK_BUTTON (widget));
  return g_strcmp0 (gtk_label_get_text (GTK_LABEL (child)), data) == 0;
}

static gboolean
is_text (GtkWidget *widget,
         gpointer   data)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

static gboolean
is_of_class (GtkWidget *widget,
             gpointer   data)
{
  return gtk_widget_has_css_class (widget, data);
}

static gboolean
is_of_role (GtkWidget *widget,
            gpointer   data)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == (GtkAccessibleRole) GPOINTER_TO_UINT (data);
}

GtkWidget *
page_walk_find_link (GtkWidget  *root,
                     const char *text)
{
  return page_walk_find (root, is_link, (gpointer) text);
}

GtkWidget *
page_walk_find_text (GtkWidget  *root,
                     const char *text)
{
  return page_walk_find (root, is_text, (gpointer) text);
}

GtkWidget *
page_walk_find_class (GtkWidget  *root,
                      const char *css_class)
{
  return page_walk_find (root, is_of_class, (gpointer) css_class);
}

guint
page_walk_count_role (GtkWidget         *root,
                      GtkAccessibleRole  role)
{
  return page_walk_count (root, is_of_role, GUINT_TO_POINTER (role));
}

static gboolean
add_text (GtkWidget *widget,
          gpointer   data)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (data, "%s|", gtk_label_get_text (GTK_LABEL (widget)));

  return FALSE;
}

/* All words under @root in the order in which they are read, each label followed by a bar. */
char *
page_walk_dup_texts (GtkWidget *root)
{
  GString *texts = g_string_new (NULL);

  page_walk_find (root, add_text, texts);
  return g_string_free (texts, FALSE);
}

void
page_walk_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
