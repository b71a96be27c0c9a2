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
#include "mig-sides.h"
#include "mig-words.h"

/* The page of a meeting: facts, text, objectives, themes, its sessions, how it differs from its neighbours; in the
 * aside what was raised in it, and who spoke. */

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

/* "12 only here, 3 in both, 8 only there", if anything is recorded of the other one. */
static void
append_difference_line (GtkWidget           *list,
                        MigComparison       *comparison,
                        MigRef               ref,
                        MigComparisonAspect  aspect)
{
  const guint n_here = mig_comparison_get (comparison, aspect, MIG_COMPARISON_ONLY_FIRST).n;
  const guint n_both = mig_comparison_get (comparison, aspect, MIG_COMPARISON_BOTH).n;
  const guint n_there = mig_comparison_get (comparison, aspect, MIG_COMPARISON_ONLY_SECOND).n;
  g_autofree char *here = mig_words_number (n_here);
  g_autofree char *both = mig_words_number (n_both);
  g_autofree char *there = mig_words_number (n_there);
  g_autofree char *text = NULL;

  if (n_both + n_there == 0)
    return;

  /* Translators: three numbers: of what only this meeting has, what both have, what only the other one has */
  text = g_strdup_printf (C_("comparison", "%1$s only here, %2$s in both, %3$s only there"), here, both, there);
  gtk_box_append (GTK_BOX (list), mig_part_labelled_line (mig_comparison_words_aspect (ref, aspect),
                                                          mig_part_text (text, NULL)));
}

/* Returns: what tells two meetings from each other; NULL if nothing that could do so is recorded of the other one. */
static GtkWidget *
new_difference (MigPage *page,
                MigRef   other)
{
  static const MigComparisonAspect aspects[] = {
    MIG_COMPARISON_ORGANIZATIONS, MIG_COMPARISON_SPEAKERS, MIG_COMPARISON_EVENTS, MIG_COMPARISON_DOCUMENTS,
    MIG_COMPARISON_TOPICS,
  };
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  g_autoptr(MigComparison) comparison = mig_comparison_new (corpus, ref, other);
  GtkWidget *list = g_object_ref_sink (mig_part_list (mig_words_short_name (corpus, other)));
  GtkWidget *box = NULL, *link;

  gtk_widget_add_css_class (list, "mig-lines");
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    append_difference_line (list, comparison, ref, aspects[i]);

  if (gtk_widget_get_first_child (list) != NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      link = mig_part_action_link ("details.compare", g_variant_new ("(uu)", ref, other), _("Compare the two"));
      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), mig_part_group_heading (mig_words_short_name (corpus, other)));
      gtk_box_append (GTK_BOX (box), list);
      gtk_box_append (GTK_BOX (box), link);
    }
  g_object_unref (list);

  return box;
}

/* How it differs from the meetings before and after. */
static void
append_differences (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigSiblings siblings = mig_path_get_siblings (corpus, ref);
  const MigRef others[] = { siblings.previous, siblings.next };
  GtkWidget *sides = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      GtkWidget *side = mig_comparison_is_possible (corpus, ref, others[i]) ? new_difference (page, others[i]) : NULL;

      if (side == NULL)
        continue;
      if (sides == NULL)
        sides = mig_sides_new ();
      mig_sides_append (MIG_SIDES (sides), side);
    }

  if (sides != NULL)
    mig_page_append_section (page, C_("section", "Beside the meetings before and after"), NULL, sides);
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
  g_autofree char *place_in_series = dup_place_in_series (mig_page_get_corpus (page), mig_page_get_ref (page));

  mig_section_set_event_head (page, *place_in_series != '\0' ? place_in_series : NULL);
  mig_evidence_append_names (page);
  append_facts (page);
  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  append_lines (page);
  mig_page_later (page, mig_section_append_objectives);
  mig_page_later (page, mig_section_append_themes);
  mig_page_later (page, mig_section_append_sessions);
  mig_page_later (page, append_raised);
  mig_page_later (page, append_who);
  mig_page_later (page, append_speeches);
  mig_page_later (page, mig_section_append_figures);
  mig_page_later (page, append_differences);
  mig_page_find_raisings (page, mig_raised_append_table);
  mig_page_later (page, mig_evidence_append_sources);
}
