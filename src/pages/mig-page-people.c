/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-people.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-more.h"
#include "mig-page-parts.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-words.h"

/* What Popolo tells of people, and who belonged to what: lives, ways to reach someone, the members of a body, of a
 * term, of a place. */

#define MAX_CONTACTS 20
#define MAX_MEMBERS 12

/* One end of a life, as a date of its own. */
static void
append_end (MigPage            *page,
            GtkWidget         **lines,
            const char         *label,
            const MigDatePoint *point)
{
  const MigDate date = { .start = *point, .end = *point };
  g_autofree char *text = mig_date_format (&date, MIG_DATE_STYLE_LONG);

  mig_section_append_line (page, lines, label, mig_part_text (text, NULL));
}

static void
append_text (MigPage    *page,
             GtkWidget **lines,
             const char *label,
             const char *text)
{
  if (*text != '\0')
    mig_section_append_line (page, lines, label, mig_part_text (text, NULL));
}

/**
 * mig_people_append_life:
 * @page: the page of a person
 * @lines: (inout): the page's labelled lines, as mig_section_append_line() takes them
 *
 * Adds what is known of the person's life.
 */
void
mig_people_append_life (MigPage    *page,
                        GtkWidget **lines)
{
  const MigPerson *person = mig_corpus_get_person (mig_page_get_corpus (page), mig_page_get_ref (page));
  const MigDate *life = &person->life;

  if (mig_date_is_set (life) && !(life->flags & MIG_DATE_OPEN_START))
    append_end (page, lines, C_("fact", "Born"), &life->start);
  if (mig_date_is_set (life) && !(life->flags & MIG_DATE_OPEN_END))
    append_end (page, lines, C_("fact", "Died"), &life->end);
  append_text (page, lines, C_("fact", "Gender"), mig_words_term (person->gender));
  append_text (page, lines, C_("fact", "National identity"), person->national_identity);
}

/* An address that can be opened is a link; a bare one for mail becomes one. */
static GtkWidget *
new_contact (const MigContact *contact)
{
  g_autofree char *uri = NULL;

  if (strcmp (contact->type, "email") == 0 && strchr (contact->value, '@') != NULL &&
      strpbrk (contact->value, ": \t\n") == NULL)
    {
      uri = g_strconcat ("mailto:", contact->value, NULL);
      return mig_part_uri_link (uri, contact->value);
    }

  return mig_part_uri_link (contact->value, contact->value);
}

static void
append_contact (GtkWidget *list,
                MigCorpus *corpus,
                MigRef     context,
                GArray    *contacts,
                guint      index)
{
  const MigContact *contact = &g_array_index (contacts, MigContact, index);
  const char *kind = mig_words_contact (contact->type);
  const char *name = *contact->label != '\0' ? contact->label : kind;
  GtkWidget *content = new_contact (contact);

  if (*contact->note != '\0')
    {
      GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_halign (content, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (both), content);
      gtk_box_append (GTK_BOX (both), mig_part_label (contact->note, "mig-subtitle"));
      content = both;
    }
  gtk_box_append (GTK_BOX (list), mig_part_labelled_line (name, content));
}

/**
 * mig_people_append_contacts:
 * @page: a page
 * @contacts: how to reach whom it is about
 *
 * Adds a section with them, unless there are none.
 */
void
mig_people_append_contacts (MigPage  *page,
                            MigRange  contacts)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const char *heading = C_("section", "Contact");
  GtkWidget *list;
  GArray *items;

  if (contacts.n == 0)
    return;

  items = g_array_new (FALSE, FALSE, sizeof (MigContact));
  g_array_append_vals (items, mig_corpus_get_contacts (corpus, contacts), contacts.n);
  list = mig_part_list (heading);
  gtk_widget_add_css_class (list, "mig-lines");
  mig_page_append_section (page, heading, NULL,
                           mig_more_new (list, corpus, mig_page_get_ref (page), items, MAX_CONTACTS, append_contact));
}

/* What else the membership names, besides the person and the record that the page is of. */
static char *
dup_capacity (MigCorpus           *corpus,
              const MigMembership *membership,
              MigRef               context)
{
  const MigRef others[] = { membership->organization, membership->on_behalf_of, membership->area };
  const char *parts[G_N_ELEMENTS (others) + 2] = { membership->role, };
  guint n = 1;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] != MIG_REF_NONE && others[i] != context)
      parts[n++] = mig_words_short_name (corpus, others[i]);

  return mig_words_join (parts);
}

static void
append_member (GtkWidget *list,
               MigCorpus *corpus,
               MigRef     context,
               GArray    *memberships,
               guint      index)
{
  const MigRef ref = g_array_index (memberships, MigRef, index);
  const MigMembership *membership = mig_corpus_get_membership (corpus, ref);
  const MigRef target = membership->person != MIG_REF_NONE ? membership->person : ref;
  const MigDate *date = mig_corpus_get_date (corpus, ref);
  const gboolean is_told = membership->event == context && !mig_date_is_set (&membership->date);
  g_autofree char *when = mig_date_is_set (date) && !is_told ? mig_date_format (date, MIG_DATE_STYLE_SHORT)
                                                             : g_strdup ("");
  g_autofree char *capacity = dup_capacity (corpus, membership, context);

  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, target, mig_words_name (corpus, target), when));
  if (*capacity != '\0')
    gtk_box_append (GTK_BOX (list), mig_part_label (capacity, "mig-under"));
}

/**
 * mig_people_append_members:
 * @page: the page of an organization, an event, a place or a post
 * @heading: the section's heading
 * @is_aside: whether it belongs into the aside
 *
 * Adds a section with the memberships that name the record, unless there are none.
 */
void
mig_people_append_members (MigPage    *page,
                           const char *heading,
                           gboolean    is_aside)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigRefs memberships = mig_corpus_get_related (corpus, ref, MIG_RELATION_MEMBERSHIPS);
  g_autofree char *number = mig_words_number (memberships.n);
  GtkWidget *list;

  if (memberships.n == 0)
    return;

  list = mig_more_new (mig_part_list (heading), corpus, ref, mig_row_refs (memberships), MAX_MEMBERS, append_member);
  if (is_aside)
    mig_page_append_aside (page, heading, number, list);
  else
    mig_page_append_section (page, heading, number, list);
}
