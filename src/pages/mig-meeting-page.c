/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-comparison-words.h"
#include "mig-cross-links.h"
#include "mig-flow.h"
#include "mig-more.h"
#include "mig-page-evidence.h"
#include "mig-page-parts.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-path.h"
#include "mig-words.h"

/* The page of a meeting: facts, text, objectives, themes, its sessions, how it differs from its neighbours; in the aside
 * what was raised in it, and who spoke. */

#define MAX_SPEAKERS 8

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

static void
append_who_item (GtkWidget *list,
                 MigCorpus *corpus,
                 MigRef     context,
                 GArray    *speakers,
                 guint      index)
{
  const MigSpeaker *speaker = &g_array_index (speakers, MigSpeaker, index);
  const MigRef organization = mig_corpus_get_speech (corpus, speaker->speech)->on_behalf_of;
  const char *detail = organization != MIG_REF_NONE && organization != speaker->ref
                       ? mig_words_short_name (corpus, organization) : NULL;

  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, speaker->ref, NULL, detail));
}

/* Who spoke, in the order in which they first did. */
static void
append_who (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const char *heading = C_("section", "Speakers");
  g_autoptr(GArray) speakers = mig_speakers_get_all (corpus, ref);
  g_autofree char *number = mig_words_number (speakers->len);

  if (speakers->len > 0)
    mig_page_append_aside (page, heading, number,
                           mig_more_new (mig_part_list (heading), corpus, ref, g_steal_pointer (&speakers),
                                         MAX_SPEAKERS, append_who_item));
}

/* "Events raised: 12 only here, 3 in both, 8 only there", for what the two have at all. */
static void
append_difference (MigPage *page,
                   MigRef   other)
{
  static const MigComparisonAspect aspects[] = {
    MIG_COMPARISON_ORGANIZATIONS, MIG_COMPARISON_SPEAKERS, MIG_COMPARISON_EVENTS, MIG_COMPARISON_TOPICS,
  };
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  g_autoptr(MigComparison) comparison = mig_comparison_new (corpus, ref, other);
  GtkWidget *list = mig_part_list (mig_words_short_name (corpus, other));
  GtkWidget *link;

  gtk_widget_add_css_class (list, "mig-lines");
  mig_page_append (page, mig_part_group_heading (mig_words_short_name (corpus, other)));
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      const guint counts[] = { mig_comparison_get (comparison, aspects[i], MIG_COMPARISON_ONLY_FIRST).n,
                               mig_comparison_get (comparison, aspects[i], MIG_COMPARISON_BOTH).n,
                               mig_comparison_get (comparison, aspects[i], MIG_COMPARISON_ONLY_SECOND).n };
      g_autofree char *here = mig_words_number (counts[0]);
      g_autofree char *both = mig_words_number (counts[1]);
      g_autofree char *there = mig_words_number (counts[2]);
      /* Translators: three numbers: of what only this meeting has, what both have, what only the other one has */
      g_autofree char *text = g_strdup_printf (C_("comparison", "%1$s only here, %2$s in both, %3$s only there"), here,
                                               both, there);

      if (counts[0] + counts[1] + counts[2] > 0)
        gtk_box_append (GTK_BOX (list),
                        mig_part_labelled_line (mig_comparison_words_aspect (ref, aspects[i]),
                                                mig_part_text (text, NULL)));
    }

  link = mig_part_action_link ("details.compare", g_variant_new ("(uu)", ref, other), _("Compare the two"));
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  mig_page_append (page, list);
  mig_page_append (page, link);
}

/* How it differs from the meetings before and after; one of which nothing is recorded differs from none. */
static void
append_differences (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigSiblings siblings = mig_path_get_siblings (corpus, ref);
  const MigRef others[] = { siblings.previous, siblings.next };
  gboolean has_heading = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (!mig_comparison_is_possible (corpus, ref, others[i]))
        continue;

      if (!has_heading)
        mig_page_append_heading (page, C_("section", "Beside the meetings before and after"));
      has_heading = TRUE;
      append_difference (page, others[i]);
    }
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
  mig_page_later (page, append_who);
  mig_page_later (page, append_speeches);
  mig_page_later (page, mig_section_append_figures);
  mig_page_later (page, append_differences);
  mig_page_later (page, mig_raised_append_table);
  mig_page_later (page, mig_evidence_append_sources);
}
