/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-date-format.h"
#include "mig-more.h"
#include "mig-name-sort.h"
#include "mig-page-evidence.h"
#include "mig-page-parts.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-translation.h"
#include "mig-words.h"

/* The page of a series, and that of a corpus as a whole: what it is, all its meetings, and what was raised most. */

#define MAX_FOREMOST 10

static void
append_facts (MigPage *page)
{
  const MigTotals *totals = mig_corpus_get_totals (mig_page_get_corpus (page), mig_page_get_ref (page));
  GtkWidget *facts = mig_part_facts ();

  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s meeting", "%s meetings", totals->n_meetings),
                            totals->n_meetings);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s intervention", "%s interventions",
                                                totals->n_speeches), totals->n_speeches);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s speaker", "%s speakers", totals->n_speakers),
                            totals->n_speakers);
  mig_page_append (page, facts);
}

/* Adds an event to the list if it is among those that are mentioned most. Of equals the first comes first. */
static void
consider (GArray    *foremost,
          MigCorpus *corpus,
          MigRef     event)
{
  const guint n = mig_corpus_get_related (corpus, event, MIG_RELATION_MENTIONED_BY).n;
  guint place = foremost->len;

  if (n == 0)
    return;

  while (place > 0 && mig_corpus_get_related (corpus, g_array_index (foremost, MigRef, place - 1),
                                              MIG_RELATION_MENTIONED_BY).n < n)
    place--;
  if (place == MAX_FOREMOST)
    return;

  g_array_insert_val (foremost, place, event);
  g_array_set_size (foremost, MIN (foremost->len, MAX_FOREMOST));
}

static void
append_foremost_item (GtkWidget *list,
                      MigCorpus *corpus,
                      MigRef     context,
                      GArray    *foremost,
                      guint      index)
{
  const MigRef ref = g_array_index (foremost, MigRef, index);
  const guint n = mig_corpus_get_n_places (corpus, ref);
  g_autofree char *number = mig_words_number (n);
  g_autofree char *sessions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s session", "%s sessions", n), number);

  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, ref, NULL, n > 0 ? sessions : NULL));
}

static gpointer
find_foremost (MigCorpus *corpus,
               MigRef     ref)
{
  const MigRefs events = mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, NULL);
  GArray *foremost = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < events.n; i++)
    consider (foremost, corpus, events.refs[i]);

  return foremost;
}

static void
show_foremost (MigPage  *page,
               gpointer  found)
{
  const char *heading = C_("section", "Raised most");
  g_autoptr(GArray) foremost = found;

  if (foremost->len > 0)
    mig_page_append_aside (page, heading, NULL,
                           mig_more_new (mig_part_list (heading), mig_page_get_corpus (page), mig_page_get_ref (page),
                                         g_steal_pointer (&foremost), MAX_FOREMOST, append_foremost_item));
}

static void
append_foremost (MigPage *page)
{
  mig_page_find (page, mig_corpus_get_track (mig_page_get_corpus (page), MIG_TRACK_EVENTS, NULL).n,
                 find_foremost, show_foremost, (GDestroyNotify) g_array_unref);
}

static GArray *
get_meetings_of (MigCorpus *corpus,
                 MigRef     series)
{
  const MigRefs children = mig_corpus_get_related (corpus, series, MIG_RELATION_CHILDREN);
  GArray *meetings;

  /* Where nothing else hangs on it, as in most series, there is nothing to choose from. */
  if (children.n == mig_corpus_get_totals (corpus, series)->n_meetings)
    return mig_row_refs (children);

  meetings = g_array_new (FALSE, FALSE, sizeof (MigRef));
  for (guint i = 0; i < children.n; i++)
    if (mig_speakers_is_part (corpus, children.refs[i], series))
      g_array_append_val (meetings, children.refs[i]);

  return meetings;
}

static void
append_meetings (MigPage *page)
{
  mig_section_append_meetings (page, get_meetings_of (mig_page_get_corpus (page), mig_page_get_ref (page)));
}

/**
 * mig_series_page_build:
 * @page: an empty page of a series
 *
 * Fills the page.
 */
void
mig_series_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigEvent *event = mig_corpus_get_event (corpus, ref);
  GtkWidget *lines = NULL;

  mig_section_set_event_head (page, NULL);
  mig_evidence_append_names (page);
  append_facts (page);
  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  if (event->organization != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "Organizer"),
                             mig_part_link (event->organization, mig_words_name (corpus, event->organization), NULL));
  mig_page_later (page, mig_section_append_objectives);
  mig_page_later (page, mig_section_append_themes);
  mig_page_later (page, append_meetings);
  append_foremost (page);
  mig_page_later (page, mig_evidence_append_sources);
}

static void
append_series (MigPage *page)
{
  mig_raised_append_list (page, C_("section", "Series"),
                          mig_row_refs (mig_corpus_get_series (mig_page_get_corpus (page))), FALSE);
}

static void
append_corpus_facts (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const guint n_events = mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, NULL).n;
  const guint n_documents = mig_corpus_get_n (corpus, MIG_KIND_DOCUMENT);
  const guint n_people = mig_corpus_get_n (corpus, MIG_KIND_PERSON);
  const guint n_organizations = mig_corpus_get_n (corpus, MIG_KIND_ORGANIZATION);
  GtkWidget *facts = mig_part_facts ();

  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s event", "%s events", n_events), n_events);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s document", "%s documents", n_documents),
                            n_documents);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s person", "%s people", n_people), n_people);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s organization", "%s organizations",
                                                n_organizations), n_organizations);
  mig_page_append (page, facts);
}

/* All records of a kind, by name, which no other list leads to. */
static GArray *
sort_by_name (MigCorpus *corpus,
              MigKind    kind)
{
  const guint n = mig_corpus_get_n (corpus, kind);
  GArray *refs = g_array_sized_new (FALSE, FALSE, sizeof (MigRef), n);

  for (guint i = 0; i < n; i++)
    {
      const MigRef ref = mig_ref (kind, i);

      g_array_append_val (refs, ref);
    }

  mig_name_sort (corpus, refs, mig_words_name);
  return refs;
}

/* A language's own name, which may run against the line that it begins: U+2068 and U+2069 keep the two apart, and a
 * mark before them says how the line runs, which Pango would take from the first letter. */
static char *
dup_apart (const char *name)
{
  const gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  return g_strdup_printf ("%s\u2068%s\u2069", rtl ? "\u200f" : "\u200e", name);
}

/* Into which languages the corpus is translated, and how far: "Français, 812 of 1,640". */
static void
append_translations (MigPage *page)
{
  g_autoptr(GPtrArray) coverages = mig_translation_get_coverage (mig_page_get_corpus (page));
  GtkWidget *list;

  if (coverages->len == 0)
    return;

  list = mig_part_list (C_("section", "Translations"));
  for (guint i = 0; i < coverages->len; i++)
    {
      const MigCoverage *coverage = g_ptr_array_index (coverages, i);
      g_autofree char *done = mig_words_number (coverage->n_translated);
      g_autofree char *all = mig_words_number (coverage->n);
      g_autofree char *name = dup_apart (coverage->name);
      /* Translators: a language, how many texts of the corpus are translated into it, and how many there are */
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$s of %3$s text",
                                                            "%1$s: %2$s of %3$s texts", coverage->n),
                                               name, done, all);

      gtk_box_append (GTK_BOX (list), mig_part_text (text, NULL));
    }
  mig_page_append_aside (page, C_("section", "Translations"), NULL, list);
}

static void
append_all_meetings (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRefs meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL);

  if (meetings.n > 0 || mig_corpus_get_n (corpus, MIG_KIND_EVENT) == 0)
    mig_section_append_meetings (page, mig_row_refs (meetings));
  if (meetings.n == 0)
    mig_raised_append_list (page, C_("section", "Events"),
                            mig_row_refs (mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, NULL)), FALSE);
}

static gpointer
find_organizations (MigCorpus *corpus,
                    MigRef     ref)
{
  return sort_by_name (corpus, MIG_KIND_ORGANIZATION);
}

static void
show_organizations (MigPage  *page,
                    gpointer  found)
{
  mig_raised_append_list (page, C_("section", "Organizations"), found, FALSE);
}

static gpointer
find_people (MigCorpus *corpus,
             MigRef     ref)
{
  return sort_by_name (corpus, MIG_KIND_PERSON);
}

static void
show_people (MigPage  *page,
             gpointer  found)
{
  mig_raised_append_list (page, C_("section", "People"), found, FALSE);
}

static gpointer
find_places (MigCorpus *corpus,
             MigRef     ref)
{
  return sort_by_name (corpus, MIG_KIND_AREA);
}

static void
show_places (MigPage  *page,
             gpointer  found)
{
  mig_raised_append_list (page, C_("section", "Places"), found, FALSE);
}

/**
 * mig_corpus_page_build:
 * @page: an empty page of no record
 *
 * Fills the page with what the corpus is as a whole.
 */
void
mig_corpus_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  g_autofree char *when = NULL;
  g_autofree char *eyebrow = NULL;
  gint first_day, last_day;

  if (mig_corpus_get_extent (corpus, &first_day, &last_day))
    when = mig_date_format_span (first_day, last_day);
  eyebrow = mig_words_join ((const char *[]) { mig_words_kind (corpus, MIG_REF_NONE), when != NULL ? when : "",
                                         NULL });
  mig_page_set_head (page, eyebrow, mig_corpus_get_title (corpus));
  append_facts (page);
  append_corpus_facts (page);
  if (*mig_corpus_get_description (corpus) != '\0')
    mig_page_append (page, mig_part_text (mig_corpus_get_description (corpus), "mig-paragraph"));
  mig_page_later (page, append_series);
  mig_page_later (page, append_all_meetings);
  append_foremost (page);
  mig_page_find (page, mig_corpus_get_n (corpus, MIG_KIND_ORGANIZATION), find_organizations, show_organizations,
                 (GDestroyNotify) g_array_unref);
  mig_page_find (page, mig_corpus_get_n (corpus, MIG_KIND_PERSON), find_people, show_people,
                 (GDestroyNotify) g_array_unref);
  mig_page_find (page, mig_corpus_get_n (corpus, MIG_KIND_AREA), find_places, show_places,
                 (GDestroyNotify) g_array_unref);
  mig_page_later (page, append_translations);
}
