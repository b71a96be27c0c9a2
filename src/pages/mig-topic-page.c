/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-more.h"
#include "mig-page-evidence.h"
#include "mig-page-parts.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-words.h"

/* The page of a goal, target, indicator, list or subject: what it is part of, what it consists of, who raised it, and
 * which events were raised together with it. */

#define MAX_PARTS 40
#define MAX_COMPANY 8

static void
set_head (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigTopic *topic = mig_corpus_get_topic (corpus, ref);
  g_autofree char *classification = mig_words_term_as_title (topic->classification);
  g_autofree char *eyebrow = NULL;

  eyebrow = mig_words_join ((const char *[]) { *classification != '\0' ? classification : mig_words_kind (corpus, ref),
                                               topic->code, NULL });
  mig_page_set_head (page, eyebrow, mig_words_name (corpus, ref));
}

static void
append_part (GtkWidget *list,
             MigCorpus *corpus,
             MigRef     context,
             GArray    *parts,
             guint      index)
{
  const MigRef ref = g_array_index (parts, MigRef, index);

  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, ref, mig_words_name (corpus, ref),
                                                  mig_corpus_get_topic (corpus, ref)->code));
}

static void
append_parts (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigRefs children = mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN);
  const char *heading = C_("section", "Parts");

  if (children.n > 0)
    mig_page_append_section (page, heading, NULL,
                             mig_more_new (mig_part_list (heading), corpus, ref, mig_row_refs (children), MAX_PARTS,
                                           append_part));
}

static void
show_breath (MigPage  *page,
             gpointer  found)
{
  const char *heading = C_("section", "Raised in the same breath");
  g_autoptr(GArray) companies = found;

  if (companies->len > 0)
    mig_page_append_aside (page, heading, NULL,
                           mig_more_new (mig_part_list (heading), mig_page_get_corpus (page), mig_page_get_ref (page),
                                         g_steal_pointer (&companies), MAX_COMPANY, mig_row_append_company));
}

/**
 * mig_topic_page_build:
 * @page: an empty page of a topic
 *
 * Fills the page.
 */
void
mig_topic_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigTopic *topic = mig_corpus_get_topic (corpus, ref);
  GtkWidget *lines = NULL;

  set_head (page);
  mig_evidence_append_names (page);
  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  if (topic->parent != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "Part of"),
                             mig_part_link (topic->parent, mig_words_name (corpus, topic->parent), NULL));
  mig_page_later (page, append_parts);
  mig_page_find_raisings (page, mig_raised_append_table);
  mig_raised_find_breath (page, show_breath);
  mig_page_later (page, mig_evidence_append_sources);
}
