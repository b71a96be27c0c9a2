/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-lists.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-more.h"
#include "mig-page-parts.h"
#include "mig-words.h"

/* The lists that were set out on the page's occasion, item by item: the eight principles, the three tiers. A topic is
 * such a list when items hang on it; the goals, which have targets, are only named in the aside. */

#define MAX_ITEMS 20

static gboolean
is_item (MigCorpus *corpus,
         MigRef     topic)
{
  return strcmp (mig_corpus_get_topic (corpus, topic)->classification, "item") == 0;
}

/* Its own code, or else its place. */
static char *
dup_number (MigCorpus *corpus,
            MigRef     item,
            guint      index)
{
  const char *code = mig_corpus_get_topic (corpus, item)->code;

  return *code != '\0' ? g_strdup (code) : mig_words_number (index + 1);
}

static void
append_item (GtkWidget *list,
             MigCorpus *corpus,
             MigRef     context,
             GArray    *items,
             guint      index)
{
  const MigRef ref = g_array_index (items, MigRef, index);
  g_autofree char *number = dup_number (corpus, ref, index);
  GtkWidget *row = mig_part_list_item ();
  GtkWidget *label = mig_part_label (number, "mig-number");
  GtkWidget *link = mig_part_link (ref, mig_words_name (corpus, ref), NULL);

  gtk_widget_add_css_class (row, "mig-item");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (link, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), link);
  gtk_box_append (GTK_BOX (list), row);
}

static GArray *
get_items (MigCorpus *corpus,
           MigRef     topic)
{
  const MigRefs children = mig_corpus_get_related (corpus, topic, MIG_RELATION_CHILDREN);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < children.n; i++)
    if (is_item (corpus, children.refs[i]))
      g_array_append_val (items, children.refs[i]);

  return items;
}

/**
 * mig_lists_append:
 * @page: the page of a session, an intervention or an event
 *
 * Adds a section with the lists that it raised, unless there are none.
 */
void
mig_lists_append (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  g_autoptr(GArray) raised = mig_cross_links_get_raised (corpus, ref, MIG_KIND_TOPIC);
  GtkWidget *box = NULL;

  for (guint i = 0; i < raised->len; i++)
    {
      const MigRef topic = g_array_index (raised, MigRaised, i).target;
      GArray *items = get_items (corpus, topic);
      GtkWidget *title;

      if (items->len == 0)
        {
          g_array_unref (items);
          continue;
        }

      if (box == NULL)
        box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      title = mig_part_link (topic, mig_words_name (corpus, topic), "mig-list-title");
      gtk_widget_set_halign (title, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), title);
      gtk_box_append (GTK_BOX (box), mig_more_new (mig_part_list (mig_words_name (corpus, topic)), corpus, ref, items,
                                                   MAX_ITEMS, append_item));
    }

  if (box != NULL)
    mig_page_append_section (page, C_("section", "Lists"), NULL, box);
}
