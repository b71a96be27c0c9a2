/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-page-evidence.h"
#include "mig-page-parts.h"
#include "mig-page-people.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-words.h"

/* The page of an organization: what was said in its name, who was of it and when, what it wrote and convened, and who
 * raised it. */

static void
set_head (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  g_autofree char *classification =
    mig_words_term_as_title (mig_corpus_get_organization (corpus, ref)->classification);
  g_autofree char *when = mig_words_when (corpus, ref);
  g_autofree char *eyebrow = NULL;

  eyebrow = mig_words_join ((const char *[]) { *classification != '\0' ? classification : mig_words_kind (corpus, ref),
                                               when, NULL });
  mig_page_set_head (page, eyebrow, mig_words_name (corpus, ref));
}

static GArray *
get_related (MigPage     *page,
             MigRelation  relation)
{
  return mig_row_refs (mig_corpus_get_related (mig_page_get_corpus (page), mig_page_get_ref (page), relation));
}

static void
append_speeches (MigPage *page)
{
  mig_section_append_speeches (page, get_related (page, MIG_RELATION_SPEECHES), TRUE);
}

static void
append_raised (MigPage *page)
{
  mig_raised_append_aside (page, C_("section", "Raised on its behalf"));
}

static void
append_members (MigPage *page)
{
  mig_people_append_members (page, C_("section", "People, as printed"), TRUE);
}

static void
append_convened (MigPage *page)
{
  mig_raised_append_list (page, C_("section", "Convened"), get_related (page, MIG_RELATION_CONVENED), TRUE);
}

static void
append_documents (MigPage *page)
{
  mig_raised_append_list (page, C_("section", "Documents"), get_related (page, MIG_RELATION_DOCUMENTS), TRUE);
}

static void
append_parts (MigPage *page)
{
  mig_raised_append_list (page, C_("section", "Parts"), get_related (page, MIG_RELATION_CHILDREN), TRUE);
}

static void
append_contacts (MigPage *page)
{
  mig_people_append_contacts (page, mig_corpus_get_organization (mig_page_get_corpus (page),
                                                                 mig_page_get_ref (page))->contacts);
}

/**
 * mig_organization_page_build:
 * @page: an empty page of an organization
 *
 * Fills the page.
 */
void
mig_organization_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigOrganization *organization = mig_corpus_get_organization (corpus, ref);
  const MigRefs speeches = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);
  const MigRefs documents = mig_corpus_get_related (corpus, ref, MIG_RELATION_DOCUMENTS);
  const MigRefs convened = mig_corpus_get_related (corpus, ref, MIG_RELATION_CONVENED);
  GtkWidget *facts = mig_part_facts ();
  GtkWidget *lines = NULL;

  set_head (page);
  mig_evidence_append_names (page);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s intervention", "%s interventions", speeches.n),
                            speeches.n);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s document", "%s documents", documents.n),
                            documents.n);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s event convened", "%s events convened", convened.n),
                            convened.n);
  mig_page_append (page, facts);

  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  if (organization->parent != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "Part of"),
                             mig_part_link (organization->parent, mig_words_name (corpus, organization->parent),
                                            NULL));
  if (organization->area != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "Place"),
                             mig_part_link (organization->area, mig_words_name (corpus, organization->area), NULL));
  mig_page_later (page, append_speeches);
  mig_page_later (page, append_members);
  mig_page_later (page, append_raised);
  mig_page_later (page, append_convened);
  mig_page_later (page, append_documents);
  mig_page_later (page, append_parts);
  mig_page_later (page, mig_section_append_figures);
  mig_page_later (page, append_contacts);
  mig_page_find_raisings (page, mig_raised_append_table);
  mig_page_later (page, mig_evidence_append_sources);
}
