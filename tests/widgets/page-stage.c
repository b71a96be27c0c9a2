/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-stage.h"

#include "page-walk.h"

void
page_stage_set_up_with (PageStage   *stage,
                        MigCorpus *corpus)
{
  stage->corpus = corpus;
  stage->navigator = mig_navigator_new ();
  mig_navigator_set_corpus (stage->navigator, corpus);
  stage->details = mig_details_new (stage->navigator);
  stage->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (stage->window), stage->details);
}

void
page_stage_set_up (PageStage     *stage,
                   gconstpointer  data)
{
  page_stage_set_up_with (stage, page_walk_read_file (g_getenv ("MIG_TEST_CORPUS")));
}

void
page_stage_tear_down (PageStage     *stage,
                      gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (stage->details), (gpointer *) &stage->details);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  page_walk_settle ();
  g_assert_null (stage->details);
  g_assert_finalize_object (stage->navigator);
  g_assert_finalize_object (stage->corpus);
}

MigRef
page_stage_lookup (PageStage    *stage,
                   const char *id)
{
  const MigRef ref = mig_corpus_lookup (stage->corpus, id);

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);
  return ref;
}

GtkWidget *
page_stage_get_page (PageStage *stage)
{
  GtkWidget *page = page_walk_find_class (stage->details, "mig-page");

  g_assert_nonnull (page);
  page = gtk_widget_get_ancestor (page, MIG_TYPE_PAGE);
  mig_page_complete (MIG_PAGE (page));
  return page;
}

GtkWidget *
page_stage_open (PageStage    *stage,
                 const char *id)
{
  mig_navigator_select (stage->navigator, page_stage_lookup (stage, id));
  return page_stage_get_page (stage);
}

void
page_stage_follow (PageStage    *stage,
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

void
assert_selected (PageStage  *stage,
                 const char *id)
{
  const MigRef selected = mig_navigator_get_selected (stage->navigator);

  g_assert_cmpstr (mig_corpus_get_record (stage->corpus, selected)->id, ==, id);
}

/* Whether the texts stand in the page one behind the other. */
void
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
