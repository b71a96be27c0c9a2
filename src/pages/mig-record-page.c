/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-page-evidence.h"
#include "mig-page-parts.h"
#include "mig-page-people.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-words.h"

/* The plain pages of the records that mostly show on others' pages: figures, places, affiliations, posts and mentions.
 * A search or an address can lead to each of them. */

static void
set_head (MigPage    *page,
          const char *detail)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  g_autofree char *when = mig_words_when (corpus, ref);
  g_autofree char *eyebrow = mig_words_join ((const char *[]) { mig_words_kind (corpus, ref), detail, when, NULL });

  mig_page_set_head (page, eyebrow, mig_words_name (corpus, ref));
}

static void
append_link_line (MigPage    *page,
                  GtkWidget **lines,
                  const char *label,
                  MigRef      target)
{
  MigCorpus *corpus = mig_page_get_corpus (page);

  if (target != MIG_REF_NONE)
    mig_section_append_line (page, lines, label, mig_part_link (target, mig_words_name (corpus, target), NULL));
}

static void
append_text_line (MigPage    *page,
                  GtkWidget **lines,
                  const char *label,
                  const char *text)
{
  if (*text != '\0')
    mig_section_append_line (page, lines, label, mig_part_text (text, NULL));
}

static void
append_evidence (MigPage *page)
{
  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
}

/**
 * mig_figure_page_build:
 * @page: an empty page of a figure
 *
 * Fills the page.
 */
void
mig_figure_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigFigure *figure = mig_corpus_get_figure (corpus, ref);
  g_autofree char *value = mig_words_figure (figure);
  g_autofree char *when = mig_words_when (corpus, ref);
  GtkWidget *lines = NULL;

  set_head (page, "");
  mig_evidence_append_names (page);
  mig_page_append (page, mig_part_text (value, "mig-big-value"));
  append_evidence (page);
  append_text_line (page, &lines, C_("fact", "Unit"), figure->unit);
  append_text_line (page, &lines, C_("fact", "Period"), when);
  append_link_line (page, &lines, C_("fact", "Place"), figure->area);
  append_text_line (page, &lines, C_("fact", "Place"), figure->area == MIG_REF_NONE ? figure->place : "");
  append_link_line (page, &lines, C_("fact", "Given by"), figure->given_by);
  append_link_line (page, &lines, C_("fact", "Session"),
                    mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_SESSION));
  mig_raised_append_table (page);
  mig_evidence_append_sources (page);
}

static gpointer
find_held_in (MigCorpus *corpus,
              MigRef     area)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < mig_corpus_get_n (corpus, MIG_KIND_EVENT); i++)
    {
      const MigRef ref = mig_ref (MIG_KIND_EVENT, i);

      if (mig_corpus_get_event (corpus, ref)->area == area)
        g_array_append_val (events, ref);
    }

  return events;
}

static void
show_held_in (MigPage  *page,
              gpointer  found)
{
  mig_raised_append_list (page, C_("section", "Held there"), found, FALSE);
}

static void
append_area_parts (MigPage *page)
{
  mig_raised_append_list (page, C_("section", "Parts"),
                          mig_row_refs (mig_corpus_get_related (mig_page_get_corpus (page), mig_page_get_ref (page),
                                                                MIG_RELATION_CHILDREN)), FALSE);
}

static void
append_area_people (MigPage *page)
{
  mig_people_append_members (page, C_("section", "People"), FALSE);
}

/**
 * mig_area_page_build:
 * @page: an empty page of a place
 *
 * Fills the page.
 */
void
mig_area_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigArea *area = mig_corpus_get_area (corpus, ref);
  GtkWidget *lines = NULL;

  set_head (page, area->classification);
  mig_evidence_append_names (page);
  append_evidence (page);
  append_link_line (page, &lines, C_("fact", "Part of"), area->parent);
  mig_page_find (page, mig_corpus_get_n (corpus, MIG_KIND_EVENT), find_held_in, show_held_in,
                 (GDestroyNotify) g_array_unref);
  mig_page_later (page, append_area_parts);
  mig_page_later (page, append_area_people);
  mig_page_later (page, mig_evidence_append_sources);
}

/* Memberships and mentions have no name of their own; their page goes by that of who they are about. */
static void
set_head_after (MigPage    *page,
                MigRef      whose,
                const char *detail)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  g_autofree char *eyebrow = mig_words_join ((const char *[]) { mig_words_kind (corpus, ref), detail, NULL });

  mig_page_set_head (page, eyebrow, mig_words_name (corpus, whose));
}

/**
 * mig_membership_page_build:
 * @page: an empty page of an affiliation
 *
 * Fills the page.
 */
void
mig_membership_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigMembership *membership = mig_corpus_get_membership (corpus, ref);
  g_autofree char *when = mig_words_when (corpus, ref);
  GtkWidget *lines = NULL;

  set_head_after (page, membership->person != MIG_REF_NONE ? membership->person : membership->organization,
                  membership->role);
  append_evidence (page);
  append_link_line (page, &lines, C_("fact", "Person"), membership->person);
  append_link_line (page, &lines, C_("fact", "Organization"), membership->organization);
  append_link_line (page, &lines, C_("fact", "On behalf of"), membership->on_behalf_of);
  append_link_line (page, &lines, C_("fact", "Post"), membership->post);
  append_text_line (page, &lines, C_("fact", "Role"), membership->role);
  append_link_line (page, &lines, C_("fact", "Place"), membership->area);
  append_link_line (page, &lines, C_("fact", "Attested at"), membership->event);
  append_text_line (page, &lines, C_("fact", "Date"), when);
  mig_people_append_contacts (page, membership->contacts);
  mig_evidence_append_sources (page);
}

/**
 * mig_post_page_build:
 * @page: an empty page of a post
 *
 * Fills the page.
 */
void
mig_post_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigPost *post = mig_corpus_get_post (corpus, ref);
  GtkWidget *lines = NULL;

  set_head (page, post->role);
  mig_evidence_append_names (page);
  append_evidence (page);
  append_link_line (page, &lines, C_("fact", "Organization"), post->organization);
  append_link_line (page, &lines, C_("fact", "Place"), post->area);
  mig_people_append_members (page, C_("section", "Held by"), FALSE);
  mig_people_append_contacts (page, post->contacts);
  mig_evidence_append_sources (page);
}

/**
 * mig_mention_page_build:
 * @page: an empty page of a mention
 *
 * Fills the page.
 */
void
mig_mention_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigMention *mention = mig_corpus_get_mention (corpus, mig_page_get_ref (page));
  g_autofree char *locator = mig_words_locator (&mention->locator);
  GtkWidget *lines = NULL;

  set_head_after (page, mention->to, mention->role);
  append_evidence (page);
  append_link_line (page, &lines, C_("fact", "Mentioned by"), mention->from);
  append_link_line (page, &lines, C_("fact", "What is mentioned"), mention->to);
  append_text_line (page, &lines, C_("fact", "In the source"), locator);
  mig_evidence_append_sources (page);
}
