/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-event-strip.h"
#include "mig-more.h"
#include "mig-page-evidence.h"
#include "mig-page-lists.h"
#include "mig-page-parts.h"
#include "mig-page-people.h"
#include "mig-page-raised.h"
#include "mig-page-readings.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-words.h"

/* The page of an event in the world outside: who raised it, where, and how far away it was; in the aside its documents,
 * what hangs together with it, and what was raised in the same breath. */

#define MAX_COMPANY 8
#define MAX_CARDS 1

static void
append_lines (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigEvent *event = mig_corpus_get_event (corpus, mig_page_get_ref (page));
  GtkWidget *lines = NULL;

  if (event->organization != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "Convened by"),
                             mig_part_link (event->organization, mig_words_name (corpus, event->organization), NULL));
  if (event->parent != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "Part of"),
                             mig_part_link (event->parent, mig_words_name (corpus, event->parent), NULL));
  if (*event->attendance != '\0')
    mig_section_append_line (page, &lines, C_("fact", "Participants"), mig_part_text (event->attendance, NULL));
}

static void
append_strip (MigPage *page)
{
  GtkWidget *strip = mig_event_strip_new (mig_page_get_corpus (page), mig_page_get_ref (page),
                                          mig_page_get_raisings (page));

  if (strip != NULL)
    mig_page_append (page, strip);
}

static void
append_mentioned (MigPage    *page,
                  const char *heading,
                  MigKind     kind)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  g_autoptr(GArray) raised = mig_cross_links_get_raised (corpus, mig_page_get_ref (page), kind);
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < raised->len; i++)
    g_array_append_val (refs, g_array_index (raised, MigRaised, i).target);

  mig_raised_append_list (page, heading, refs, TRUE);
}

static void
append_connection (GtkWidget *list,
                   MigCorpus *corpus,
                   MigRef     context,
                   GArray    *mentions,
                   guint      index)
{
  const MigMention *mention = mig_corpus_get_mention (corpus, g_array_index (mentions, MigRef, index));
  const MigRef other = mention->from == context ? mention->to : mention->from;

  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, other, NULL, mig_words_term (mention->role)));
}

static void
append_connections (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const char *heading = C_("section", "Connected events");
  g_autoptr(GArray) mentions = mig_cross_links_get_connected (corpus, ref);

  if (mentions->len > 0)
    mig_page_append_aside (page, heading, NULL,
                           mig_more_new (mig_part_list (heading), corpus, ref, g_steal_pointer (&mentions),
                                         MAX_COMPANY, append_connection));
}

static void
append_parts (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRefs children = mig_corpus_get_related (corpus, mig_page_get_ref (page), MIG_RELATION_CHILDREN);

  mig_raised_append_list (page, C_("section", "Parts"), mig_row_refs (children), TRUE);
}

/* Of the events raised in the same breath, the first that sources tell differently shows what they tell. */
static void
show_breath (MigPage  *page,
             gpointer  found)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const char *heading = C_("section", "Raised in the same breath");
  g_autoptr(GArray) companies = found;
  GtkWidget *box;
  guint n_cards = 0;

  if (companies->len == 0)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < companies->len && n_cards < MAX_CARDS; i++)
    {
      const MigRef other = g_array_index (companies, MigCompany, i).ref;

      if (mig_corpus_get_record (corpus, other)->disagreements.n == 0)
        continue;
      gtk_box_append (GTK_BOX (box), mig_readings_card (corpus, other, mig_words_short_name (corpus, other)));
      n_cards++;
    }
  gtk_box_append (GTK_BOX (box), mig_more_new (mig_part_list (heading), corpus, mig_page_get_ref (page),
                                               g_steal_pointer (&companies), MAX_COMPANY, mig_row_append_company));
  mig_page_append_aside (page, heading, NULL, box);
}

static void
append_raised_by (MigPage *page)
{
  if (mig_corpus_get_related (mig_page_get_corpus (page), mig_page_get_ref (page),
                              MIG_RELATION_MENTIONED_BY).n == 0)
    mig_page_append (page, mig_part_label (_("Nobody in this corpus raises it."), "mig-absent"));
  mig_raised_append_table (page);
}

static void
append_documents (MigPage *page)
{
  append_mentioned (page, C_("section", "Documents"), MIG_KIND_DOCUMENT);
}

static void
append_others (MigPage *page)
{
  append_mentioned (page, C_("section", "Topics"), MIG_KIND_TOPIC);
  append_mentioned (page, C_("section", "Organizations"), MIG_KIND_ORGANIZATION);
  append_mentioned (page, C_("section", "People"), MIG_KIND_PERSON);
}

static void
append_speeches (MigPage *page)
{
  const MigRefs speeches = mig_corpus_get_related (mig_page_get_corpus (page), mig_page_get_ref (page),
                                                   MIG_RELATION_SPEECHES);

  mig_section_append_speeches (page, mig_row_refs (speeches), FALSE);
}

static void
append_people (MigPage *page)
{
  mig_people_append_members (page, C_("section", "People"), FALSE);
}

/**
 * mig_event_page_build:
 * @page: an empty page of an event of the world outside
 *
 * Fills the page.
 */
void
mig_event_page_build (MigPage *page)
{
  mig_section_set_event_head (page, NULL);
  mig_evidence_append_names (page);
  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  mig_page_find_raisings (page, append_strip);
  mig_page_later (page, append_lines);
  mig_page_later (page, mig_section_append_objectives);
  mig_page_later (page, mig_section_append_themes);
  mig_page_later (page, append_raised_by);
  mig_page_later (page, append_documents);
  mig_page_later (page, append_parts);
  mig_page_later (page, append_connections);
  mig_raised_find_breath (page, show_breath);
  mig_page_later (page, append_others);
  mig_page_later (page, append_speeches);
  mig_page_later (page, mig_lists_append);
  mig_page_later (page, mig_section_append_figures);
  mig_page_later (page, append_people);
  mig_page_later (page, mig_evidence_append_sources);
}
