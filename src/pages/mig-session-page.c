/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-page-evidence.h"
#include "mig-page-lists.h"
#include "mig-page-parts.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-words.h"

/* The page of a session: its interventions in order, the figures given in it; in the aside what was raised. */

static char *
dup_number (MigCorpus *corpus,
            MigRef     ref)
{
  const MigRef parent = mig_corpus_get_event (corpus, ref)->parent;
  g_autofree char *numeral = mig_words_numeral (corpus, ref);
  g_autofree char *total = mig_words_number (mig_corpus_get_related (corpus, parent, MIG_RELATION_CHILDREN).n);

  /* Translators: number of a session, number of sessions in its meeting: "Session VIII of 11" */
  return g_strdup_printf (_("Session %1$s of %2$s"), numeral, total);
}

/* Where it is told: "Report, page 10". */
static char *
dup_first_source (MigCorpus *corpus,
                  MigRef     ref)
{
  const MigRange range = mig_corpus_get_record (corpus, ref)->sources;
  const MigSource *source = mig_corpus_get_sources (corpus, range);
  g_autofree char *page = NULL;

  if (range.n == 0 || source->document == MIG_REF_NONE || *source->locator.page == '\0')
    return g_strdup ("");

  page = mig_words_locator (&(MigLocator) { .section = "", .page = source->locator.page });
  return mig_words_phrase ((const char *[]) { mig_words_short_name (corpus, source->document), page, NULL });
}

static void
set_head (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  g_autofree char *number = dup_number (corpus, ref);
  g_autofree char *format = mig_words_term_as_title (mig_corpus_get_event (corpus, ref)->format);
  g_autofree char *when = mig_words_when (corpus, ref);
  g_autofree char *source = dup_first_source (corpus, ref);
  g_autofree char *eyebrow = mig_words_join ((const char *[]) { number, format, when, source, NULL });

  mig_page_set_head (page, eyebrow, mig_words_name (corpus, ref));
}

static void
append_speeches (MigPage *page)
{
  const MigRefs speeches = mig_corpus_get_related (mig_page_get_corpus (page), mig_page_get_ref (page),
                                                   MIG_RELATION_SPEECHES);

  if (speeches.n > 0)
    mig_section_append_speeches (page, mig_row_refs (speeches), FALSE);
  else
    mig_page_append_section (page, C_("section", "Interventions"), NULL,
                             mig_part_label (_("Its interventions are not recorded in the sources."), "mig-absent"));
}

static void
append_raised (MigPage *page)
{
  mig_raised_append_aside (page, C_("section", "Raised here"));
}

/**
 * mig_session_page_build:
 * @page: an empty page of a session
 *
 * Fills the page.
 */
void
mig_session_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigRefs speeches = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);
  g_autoptr(GArray) events = mig_cross_links_get_raised (corpus, ref, MIG_KIND_EVENT);
  g_autoptr(GArray) documents = mig_cross_links_get_raised (corpus, ref, MIG_KIND_DOCUMENT);
  g_autoptr(GArray) figures = mig_speakers_get_figures (corpus, ref);
  GtkWidget *facts = mig_part_facts ();

  set_head (page);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s intervention", "%s interventions", speeches.n),
                            speeches.n);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s event raised", "%s events raised", events->len),
                            events->len);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s document", "%s documents", documents->len),
                            documents->len);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s figure", "%s figures", figures->len),
                            figures->len);
  mig_page_append (page, facts);

  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  mig_page_later (page, mig_section_append_themes);
  mig_page_later (page, mig_section_append_objectives);
  mig_page_later (page, append_speeches);
  mig_page_later (page, append_raised);
  mig_page_later (page, mig_lists_append);
  mig_page_later (page, mig_section_append_figures);
  mig_page_find_raisings (page, mig_raised_append_table);
  mig_page_later (page, mig_evidence_append_sources);
}
