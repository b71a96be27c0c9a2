/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-date-format.h"
#include "mig-more.h"
#include "mig-page-evidence.h"
#include "mig-page-lists.h"
#include "mig-page-parts.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-words.h"

/* The page of one intervention: who spoke as what, the gist, what it raises, its figures, and what came before and
 * after it in its session. */

#define N_AROUND 2
#define MAX_RAISED 12

static void
set_head (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigSpeech *speech = mig_corpus_get_speech (corpus, ref);
  g_autofree char *number = mig_words_numeral (corpus, ref);
  g_autofree char *total =
    mig_words_number (mig_corpus_get_related (corpus, speech->event, MIG_RELATION_SPEECHES).n);
  /* Translators: number of an intervention, number of interventions in its session */
  g_autofree char *place = g_strdup_printf (_("Intervention %1$s of %2$s"), number, total);
  g_autofree char *numbered = mig_words_numbered_name (corpus, speech->event);
  g_autofree char *when = mig_words_when (corpus, ref);
  g_autofree char *eyebrow = mig_words_join ((const char *[]) { place, numbered, when, NULL });

  mig_page_set_head (page, eyebrow, mig_words_name (corpus, ref));
}

static void
append_capacity (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigSpeech *speech = mig_corpus_get_speech (corpus, ref);
  const gboolean is_named = speech->creator != MIG_REF_NONE;
  g_autofree char *capacity = is_named ? mig_raised_dup_capacity (corpus, ref)
                                       : g_strdup (mig_words_term (speech->role));
  g_autofree char *text =
    mig_words_join ((const char *[]) { is_named ? "" : _("Unnamed speaker"),
                                       capacity, speech->part, NULL });
  GtkWidget *facts;

  if (*text == '\0')
    return;

  facts = mig_part_facts ();
  mig_part_facts_add (facts, text, NULL);
  mig_page_append (page, facts);
}

static void
append_lines (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigSpeech *speech = mig_corpus_get_speech (corpus, mig_page_get_ref (page));
  GtkWidget *lines = NULL;

  if (speech->creator != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "Speaker"),
                             mig_part_link (speech->creator, mig_words_name (corpus, speech->creator), NULL));
  if (speech->on_behalf_of != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "On behalf of"),
                             mig_part_link (speech->on_behalf_of, mig_words_name (corpus, speech->on_behalf_of),
                                            NULL));
  if (speech->creator != MIG_REF_NONE && *speech->attribution_text != '\0' &&
      strcmp (speech->attribution_text, mig_words_name (corpus, speech->creator)) != 0)
    mig_section_append_line (page, &lines, C_("fact", "In the source"),
                             mig_part_text (speech->attribution_text, NULL));
}

static void
append_raised_item (GtkWidget *list,
                    MigCorpus *corpus,
                    MigRef     context,
                    GArray    *raised,
                    guint      index)
{
  const MigRaised *item = &g_array_index (raised, MigRaised, index);
  const MigKind kind = mig_ref_kind (item->target);
  const char *role = mig_words_mention_role (mig_corpus_get_mention (corpus, item->mention));
  g_autofree char *lag = NULL;
  g_autofree char *detail = NULL;

  if (kind == MIG_KIND_EVENT || kind == MIG_KIND_DOCUMENT)
    lag = mig_date_format_lag (mig_corpus_get_date (corpus, context), mig_corpus_get_date (corpus, item->target),
                               MIG_LAG_STYLE_SENTENCE);
  detail = mig_words_join ((const char *[]) { role, lag != NULL ? lag : "", NULL });

  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, item->target, NULL, detail));
}

static void
append_raised (MigPage *page)
{
  static const MigKind kinds[] = {
    MIG_KIND_EVENT, MIG_KIND_DOCUMENT, MIG_KIND_TOPIC, MIG_KIND_PERSON, MIG_KIND_ORGANIZATION,
  };
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const char *heading = C_("section", "Raises");
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (MigRaised));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GArray) raised = mig_cross_links_get_raised (corpus, ref, kinds[i]);

      if (raised->len > 0)
        g_array_append_vals (all, raised->data, raised->len);
    }

  if (all->len == 0)
    mig_page_append_section (page, heading, NULL,
                             mig_part_label (_("No mention made in it is recorded in this corpus."), "mig-absent"));
  else
    mig_page_append_section (page, heading, NULL,
                             mig_more_new (mig_part_list (heading), corpus, ref, g_steal_pointer (&all), MAX_RAISED,
                                           append_raised_item));
}

static GtkWidget *
new_neighbour (MigCorpus *corpus,
               MigRef     ref,
               MigRef     page_ref)
{
  GtkWidget *row = mig_part_list_item ();
  g_autofree char *numeral = mig_words_numeral (corpus, ref);
  GtkWidget *number = mig_part_label (numeral, "mig-number");
  GtkWidget *name;

  if (ref == page_ref)
    name = mig_part_label (mig_words_name (corpus, ref), "mig-current");
  else
    name = mig_part_link (ref, mig_words_name (corpus, ref), NULL);

  gtk_widget_add_css_class (row, "mig-neighbour");
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_set_valign (number, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), number);
  gtk_box_append (GTK_BOX (row), name);

  if (ref == page_ref)
    {
      GtkWidget *this_one = mig_part_label (C_("the intervention that the page is of", "this one"), "mig-lag");

      gtk_label_set_xalign (GTK_LABEL (this_one), 1);
      gtk_widget_set_hexpand (this_one, TRUE);
      gtk_widget_set_valign (this_one, GTK_ALIGN_BASELINE);
      gtk_box_append (GTK_BOX (row), this_one);
    }

  return row;
}

static void
append_neighbours (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigRef event = mig_corpus_get_speech (corpus, ref)->event;
  const MigRefs speeches = mig_corpus_get_related (corpus, event, MIG_RELATION_SPEECHES);
  const char *heading = C_("section", "In its session");
  GtkWidget *list;
  guint place = 0;

  if (event == MIG_REF_NONE)
    return;

  while (place < speeches.n && speeches.refs[place] != ref)
    place++;

  list = mig_part_list (heading);
  for (guint i = place > N_AROUND ? place - N_AROUND : 0; i < speeches.n && i <= place + N_AROUND; i++)
    gtk_box_append (GTK_BOX (list), new_neighbour (corpus, speeches.refs[i], ref));
  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, event, mig_words_name (corpus, event), NULL));

  mig_page_append_section (page, heading, mig_words_short_name (corpus, event), list);
}

/**
 * mig_speech_page_build:
 * @page: an empty page of an intervention
 *
 * Fills the page.
 */
void
mig_speech_page_build (MigPage *page)
{
  set_head (page);
  append_capacity (page);
  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  append_lines (page);
  mig_page_later (page, append_raised);
  mig_page_later (page, mig_lists_append);
  mig_page_later (page, mig_section_append_figures);
  mig_page_later (page, append_neighbours);
  mig_page_later (page, mig_evidence_append_sources);
}
