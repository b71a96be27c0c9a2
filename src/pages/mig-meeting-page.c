/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-flow.h"
#include "mig-page-evidence.h"
#include "mig-page-parts.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-words.h"

/* The page of a meeting: facts, text, objectives, themes, its sessions; in the aside what was raised in it. */

static char *
dup_place_in_series (MigCorpus *corpus,
                     MigRef     ref)
{
  const MigEvent *event = mig_corpus_get_event (corpus, ref);
  g_autofree char *number = NULL;
  g_autofree char *total = NULL;
  const char *ordinal = mig_corpus_get_identifier (corpus, ref, "ordinal");

  if (event->parent == MIG_REF_NONE || *ordinal == '\0')
    return mig_words_term_as_title (event->classification);

  total = mig_words_number (mig_corpus_get_related (corpus, event->parent, MIG_RELATION_CHILDREN).n);
  /* Translators: number of a meeting, number of meetings in its series: "Meeting 14 of 17" */
  return g_strdup_printf (_("Meeting %1$s of %2$s"), ordinal, total);
}

static void
append_facts (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigEvent *event = mig_corpus_get_event (corpus, ref);
  g_autoptr(GArray) speeches = mig_speakers_get_speeches (corpus, ref);
  g_autoptr(GArray) speakers = mig_speakers_get_all (corpus, ref);
  g_autoptr(GArray) events = mig_cross_links_get_raised (corpus, ref, MIG_KIND_EVENT);
  g_autoptr(GArray) documents = mig_cross_links_get_raised (corpus, ref, MIG_KIND_DOCUMENT);
  GtkWidget *facts = mig_part_facts ();

  if (*event->attendance != '\0')
    {
      /* Translators: %s is a number of participants in words, as "more than 170" */
      g_autofree char *text = g_strdup_printf (C_("attendance", "%s participants"), event->attendance);

      mig_part_facts_add (facts, text, event->attendance);
    }
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s speaker", "%s speakers", speakers->len),
                            speakers->len);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s intervention", "%s interventions", speeches->len),
                            speeches->len);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s event raised", "%s events raised", events->len),
                            events->len);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s document", "%s documents", documents->len),
                            documents->len);
  mig_page_append (page, facts);
}

static void
append_lines (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigEvent *event = mig_corpus_get_event (corpus, mig_page_get_ref (page));
  GtkWidget *lines = NULL;

  if (event->organization != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "Organizer"),
                             mig_part_link (event->organization, mig_words_name (corpus, event->organization), NULL));
  if (event->area != MIG_REF_NONE && *event->location != '\0')
    mig_section_append_line (page, &lines, C_("fact", "Place"),
                             mig_part_link (event->area, mig_words_name (corpus, event->area), NULL));
}

/* What was said to the meeting as a whole, in no session. */
static void
append_speeches (MigPage *page)
{
  const MigRefs speeches = mig_corpus_get_related (mig_page_get_corpus (page), mig_page_get_ref (page),
                                                   MIG_RELATION_SPEECHES);

  mig_section_append_speeches (page, mig_row_refs (speeches), FALSE);
}

static void
append_raised (MigPage *page)
{
  mig_raised_append_aside (page, C_("section", "Raised here"));
}

/**
 * mig_meeting_page_build:
 * @page: an empty page of a meeting
 *
 * Fills the page.
 */
void
mig_meeting_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigEvent *event = mig_corpus_get_event (corpus, ref);
  g_autofree char *place_in_series = dup_place_in_series (corpus, ref);

  mig_section_set_event_head (page, *place_in_series != '\0' ? place_in_series : NULL);
  mig_evidence_append_names (page);
  append_facts (page);
  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  append_lines (page);
  mig_section_append_texts (page, C_("section", "Objectives"), event->objectives);
  mig_section_append_texts (page, C_("section", "Themes"), event->themes);
  mig_page_later (page, mig_section_append_sessions);
  mig_page_later (page, append_raised);
  mig_page_later (page, append_speeches);
  mig_page_later (page, mig_section_append_figures);
  mig_page_later (page, mig_raised_append_table);
  mig_page_later (page, mig_evidence_append_sources);
}
