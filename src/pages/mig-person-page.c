/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-date-format.h"
#include "mig-more.h"
#include "mig-page-evidence.h"
#include "mig-page-parts.h"
#include "mig-page-people.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-words.h"

/* The page of a person: what they said, session by session; in the aside the affiliations as the sources print them,
 * what they raised in all interventions together, and who else spoke in the same sessions. */

#define MAX_COMPANY 8
#define MAX_AFFILIATIONS 12

/* What a person raised, in all interventions together, of one kind. */
static guint
count_raised (MigCorpus *corpus,
              MigRefs    speeches,
              MigKind    kind)
{
  g_autoptr(GHashTable) targets = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < speeches.n; i++)
    {
      const MigRefs mentions = mig_corpus_get_related (corpus, speeches.refs[i], MIG_RELATION_MENTIONS_MADE);

      for (guint j = 0; j < mentions.n; j++)
        {
          const MigRef target = mig_corpus_get_mention (corpus, mentions.refs[j])->to;

          if (mig_ref_kind (target) == kind)
            g_hash_table_add (targets, GUINT_TO_POINTER (target));
        }
    }

  return g_hash_table_size (targets);
}

static void
set_head (MigPage *page,
          MigRefs  speeches)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigPerson *person = mig_corpus_get_person (corpus, ref);
  const MigRef first = speeches.n > 0
                       ? mig_corpus_get_enclosing (corpus, speeches.refs[0], MIG_EVENT_ROLE_MEETING)
                       : MIG_REF_NONE;
  const MigRef last = speeches.n > 0
                      ? mig_corpus_get_enclosing (corpus, speeches.refs[speeches.n - 1], MIG_EVENT_ROLE_MEETING)
                      : MIG_REF_NONE;
  g_autofree char *meetings = NULL;
  g_autofree char *eyebrow = NULL;

  if (first != MIG_REF_NONE && first == last)
    meetings = g_strdup (mig_words_short_name (corpus, first));
  else if (first != MIG_REF_NONE && last != MIG_REF_NONE)
    /* Translators: the first and the last of the meetings at which somebody spoke: "2nd meeting to 14th meeting" */
    meetings = g_strdup_printf (C_("range of meetings", "%1$s to %2$s"), mig_words_short_name (corpus, first),
                                mig_words_short_name (corpus, last));

  eyebrow = mig_words_join ((const char *[]) { speeches.n > 0 ? C_("kind of record", "Speaker")
                                                              : C_("kind of record", "Person"),
                                               meetings != NULL ? meetings : "", person->honorific_prefix,
                                               person->honorific_suffix, NULL });
  mig_page_set_head (page, eyebrow, mig_words_name (corpus, ref));
}

static void
append_affiliation (GtkWidget *list,
                    MigCorpus *corpus,
                    MigRef     context,
                    GArray    *memberships,
                    guint      index)
{
  const MigMembership *membership = mig_corpus_get_membership (corpus, g_array_index (memberships, MigRef, index));
  const MigRef post = membership->post;
  const char *role = *membership->role != '\0' ? membership->role
                                               : post != MIG_REF_NONE ? mig_words_name (corpus, post) : "";
  const char *sender = membership->on_behalf_of != MIG_REF_NONE
                       ? mig_words_short_name (corpus, membership->on_behalf_of) : "";
  const char *area = membership->area != MIG_REF_NONE ? mig_words_name (corpus, membership->area) : "";
  g_autofree char *capacity = mig_words_join ((const char *[]) { role, sender, area, NULL });
  g_autofree char *detail = NULL;
  GtkWidget *row;

  if (membership->event != MIG_REF_NONE)
    detail = mig_words_numerals (corpus, &membership->event, 1);
  else if (mig_date_is_set (&membership->date))
    detail = mig_date_format (&membership->date, MIG_DATE_STYLE_SHORT);

  if (membership->organization != MIG_REF_NONE)
    row = mig_row_record (corpus, membership->organization, NULL, detail);
  else
    row = mig_row_record (corpus, g_array_index (memberships, MigRef, index), *role != '\0' ? role : NULL, detail);
  gtk_box_append (GTK_BOX (list), row);

  if (*capacity != '\0' && membership->organization != MIG_REF_NONE)
    gtk_box_append (GTK_BOX (list), mig_part_label (capacity, "mig-under"));
}

static void
append_affiliations (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const char *heading = C_("section", "Affiliation, as printed");
  GArray *memberships = mig_row_refs (mig_corpus_get_related (corpus, ref, MIG_RELATION_MEMBERSHIPS));

  if (memberships->len == 0)
    {
      g_array_unref (memberships);
      mig_page_append_aside (page, heading, NULL,
                             mig_part_label (_("Not recorded in the sources."), "mig-absent"));
      return;
    }

  mig_page_append_aside (page, heading, NULL,
                         mig_more_new (mig_part_list (heading), corpus, ref, memberships, MAX_AFFILIATIONS,
                                       append_affiliation));
}

static void
append_company (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const char *heading = C_("section", "Shared sessions with");
  g_autoptr(GArray) companies = mig_speakers_get_company (corpus, ref);

  if (companies->len > 0)
    mig_page_append_aside (page, heading, NULL,
                           mig_more_new (mig_part_list (heading), corpus, ref, g_steal_pointer (&companies),
                                         MAX_COMPANY, mig_row_append_company));
}

static void
append_speeches (MigPage *page)
{
  const MigRefs speeches = mig_corpus_get_related (mig_page_get_corpus (page), mig_page_get_ref (page),
                                                   MIG_RELATION_SPEECHES);

  if (speeches.n > 0)
    mig_section_append_speeches (page, mig_row_refs (speeches), TRUE);
  else
    mig_page_append_section (page, C_("section", "Interventions"), NULL,
                             mig_part_label (_("No intervention of this person is in this corpus."), "mig-absent"));
}

static void
append_raised (MigPage *page)
{
  mig_raised_append_aside (page, C_("section", "Raised by them"));
}

static void
append_contacts (MigPage *page)
{
  mig_people_append_contacts (page, mig_corpus_get_person (mig_page_get_corpus (page),
                                                           mig_page_get_ref (page))->contacts);
}

/**
 * mig_person_page_build:
 * @page: an empty page of a person
 *
 * Fills the page.
 */
void
mig_person_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigRefs speeches = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);
  const guint n_events = count_raised (corpus, speeches, MIG_KIND_EVENT);
  const guint n_topics = count_raised (corpus, speeches, MIG_KIND_TOPIC);
  const guint n_affiliations = mig_corpus_get_related (corpus, ref, MIG_RELATION_MEMBERSHIPS).n;
  GtkWidget *facts = mig_part_facts ();
  GtkWidget *lines = NULL;

  set_head (page, speeches);
  mig_evidence_append_names (page);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s intervention", "%s interventions", speeches.n),
                            speeches.n);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s event raised", "%s events raised", n_events),
                            n_events);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s topic", "%s topics", n_topics), n_topics);
  mig_part_facts_add_count (facts, g_dngettext (GETTEXT_PACKAGE, "%s affiliation in the sources",
                                                "%s affiliations in the sources", n_affiliations), n_affiliations);
  mig_page_append (page, facts);

  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  mig_people_append_life (page, &lines);
  mig_page_later (page, append_speeches);
  mig_page_later (page, append_affiliations);
  mig_page_later (page, append_raised);
  mig_page_later (page, append_company);
  mig_page_later (page, mig_section_append_figures);
  mig_page_later (page, append_contacts);
  mig_page_find_raisings (page, mig_raised_append_table);
  mig_page_later (page, mig_evidence_append_sources);
}
