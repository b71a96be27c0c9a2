/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-raised.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-lines.h"
#include "mig-more.h"
#include "mig-page-parts.h"
#include "mig-page-rows.h"
#include "mig-table.h"
#include "mig-words.h"

/* The two ends of a mention: on the page of a session or meeting what was raised there, by where it stood in time; on
 * the page of an event, document or topic who raised it, as what, and how far away it was then. */

#define MAX_EVENTS 8
#define MAX_OTHERS 6
#define MAX_ROWS 20
#define NUMERAL_SPACING 8

/**
 * mig_raised_append_list:
 * @page: a page
 * @heading: the section's heading
 * @items: (transfer full) (element-type MigRef): records
 * @is_aside: whether the section goes into the aside
 *
 * Adds a section with links to records, unless there are none.
 */
void
mig_raised_append_list (MigPage    *page,
                        const char *heading,
                        GArray     *items,
                        gboolean    is_aside)
{
  g_autofree char *number = mig_words_number (items->len);
  const gboolean is_long = items->len > MAX_OTHERS;
  GtkWidget *more;

  if (items->len == 0)
    {
      g_array_unref (items);
      return;
    }

  more = mig_more_new (mig_part_list (heading), mig_page_get_corpus (page), mig_page_get_ref (page), items,
                       MAX_OTHERS, mig_row_append_ref);
  if (is_aside)
    mig_page_append_aside (page, heading, is_long ? number : NULL, more);
  else
    mig_page_append_section (page, heading, is_long ? number : NULL, more);
}

static const char *
get_group_heading (MigStanding standing)
{
  switch (standing)
    {
    case MIG_STANDING_AHEAD:
      return C_("raised in a meeting", "Ahead");
    case MIG_STANDING_PRESENT:
      return C_("raised in a meeting", "At the time");
    case MIG_STANDING_BEHIND:
      return C_("raised in a meeting", "Behind");
    case MIG_STANDING_UNDATED:
    default:
      return C_("raised in a meeting", "Undated");
    }
}

static GArray *
filter_by_standing (GArray      *raised,
                    MigStanding  standing)
{
  GArray *group = g_array_new (FALSE, FALSE, sizeof (MigRaised));

  for (guint i = 0; i < raised->len; i++)
    if (g_array_index (raised, MigRaised, i).standing == standing)
      g_array_append_val (group, g_array_index (raised, MigRaised, i));

  return group;
}

/* Lists of links by where each of what was raised stood: ahead, at the time, behind, undated. Where the context itself
 * has no date, or many, there is one list. */
static GtkWidget *
groups_new (MigCorpus *corpus, MigRef context, GArray *raised)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Who speaks over the years has no one day to see things from. */
  const gboolean is_speaker = mig_ref_kind (context) == MIG_KIND_PERSON ||
                              mig_ref_kind (context) == MIG_KIND_ORGANIZATION;
  const gboolean is_dated = !is_speaker && mig_date_is_set (mig_corpus_get_date (corpus, context));

  for (MigStanding standing = 0; standing < MIG_N_STANDINGS; standing++)
    {
      g_autoptr(GArray) group = filter_by_standing (raised, standing);
      const char *heading = get_group_heading (standing);

      if (group->len == 0)
        continue;

      if (is_dated)
        gtk_box_append (GTK_BOX (box), mig_part_group_heading (heading));
      gtk_box_append (GTK_BOX (box),
                      mig_more_new (mig_part_list (is_dated ? heading : NULL), corpus, context,
                                    g_steal_pointer (&group), MAX_EVENTS, mig_row_append_raised));
    }

  return box;
}

static void
append_others (MigPage       *page,
               const char    *heading,
               const MigKind *kinds,
               guint          n_kinds)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr(GArray) raised = mig_cross_links_get_raised (corpus, mig_page_get_ref (page), kinds[i]);

      for (guint j = 0; j < raised->len; j++)
        g_array_append_val (items, g_array_index (raised, MigRaised, j).target);
    }

  mig_raised_append_list (page, heading, items, TRUE);
}

static void
append_recalled (MigPage *page)
{
  g_autoptr(GArray) recalled = mig_cross_links_get_recalled (mig_page_get_corpus (page), mig_page_get_ref (page));
  GArray *items = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < recalled->len; i++)
    g_array_append_val (items, g_array_index (recalled, MigRaised, i).target);

  mig_raised_append_list (page, C_("section", "Meetings and sessions"), items, TRUE);
}

/**
 * mig_raised_append_aside:
 * @page: the page of a series, meeting, session or speech, or of a person or organization that speaks
 * @heading: the heading for the events
 *
 * Adds to the aside what was raised: events, documents, topics, and who was named.
 */
void
mig_raised_append_aside (MigPage    *page,
                         const char *heading)
{
  static const MigKind documents[] = { MIG_KIND_DOCUMENT };
  static const MigKind topics[] = { MIG_KIND_TOPIC };
  static const MigKind others[] = { MIG_KIND_PERSON, MIG_KIND_ORGANIZATION };
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  g_autoptr(GArray) raised = mig_cross_links_get_raised (corpus, ref, MIG_KIND_EVENT);

  if (raised->len > 0)
    {
      g_autofree char *number = mig_words_number (raised->len);
      g_autofree char *detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s event",
                                                              "%s events", raised->len), number);

      mig_page_append_aside (page, heading, detail, groups_new (corpus, ref, raised));
    }

  append_others (page, C_("section", "Documents"), documents, G_N_ELEMENTS (documents));
  append_recalled (page);
  append_others (page, C_("section", "Topics"), topics, G_N_ELEMENTS (topics));
  append_others (page, C_("section", "Also named"), others, G_N_ELEMENTS (others));
}

static const MigMembership *
find_membership (MigCorpus *corpus,
                 MigRef     speech)
{
  const MigSpeech *record = mig_corpus_get_speech (corpus, speech);
  const MigRef meeting = mig_corpus_get_enclosing (corpus, speech, MIG_EVENT_ROLE_MEETING);
  const MigRefs memberships = record->creator != MIG_REF_NONE
                              ? mig_corpus_get_related (corpus, record->creator, MIG_RELATION_MEMBERSHIPS)
                              : (MigRefs) { NULL, 0 };

  for (guint i = 0; i < memberships.n; i++)
    {
      const MigMembership *membership = mig_corpus_get_membership (corpus, memberships.refs[i]);

      if (*membership->role != '\0' && membership->event != MIG_REF_NONE &&
          (membership->event == record->event || membership->event == meeting))
        return membership;
    }

  return NULL;
}

/**
 * mig_raised_dup_capacity:
 * @corpus: a corpus
 * @speech: an intervention
 *
 * Says as what somebody spoke: by the office that they are attested to have held at that session, else by whom they
 * spoke for and their part in the session.
 *
 * Returns: (transfer full): the capacity; "" if nothing is told
 */
char *
mig_raised_dup_capacity (MigCorpus *corpus,
                         MigRef     speech)
{
  const MigSpeech *record = mig_corpus_get_speech (corpus, speech);
  const MigMembership *membership = find_membership (corpus, speech);
  const MigRef organization = membership != NULL ? membership->organization : record->on_behalf_of;
  const char *office = membership != NULL ? membership->role : "";
  const char *body = organization != MIG_REF_NONE ? mig_words_short_name (corpus, organization) : "";
  const char *role = membership == NULL ? mig_words_term (record->role) : "";
  g_autofree char *whole = NULL;

  if (strcmp (office, body) == 0)
    body = "";
  whole = mig_words_phrase ((const char *[]) { office, body, role, NULL });

  return mig_words_term_as_title (whole);
}

/* The last column's manner of speaking is the whole table's, and so is kept with it. */
static MigStanding
get_table_standing (GtkWidget *table)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (table), "mig-standing"));
}

static char *
dup_distance (MigCorpus   *corpus,
              MigRef       target,
              MigRef       place,
              MigStanding  standing)
{
  const MigDate *from = mig_corpus_get_date (corpus, place);
  const MigDate *to = mig_corpus_get_date (corpus, target);

  if (!mig_date_is_set (from))
    return g_strdup ("");
  if (standing == MIG_STANDING_UNDATED)
    return mig_date_format (from, MIG_DATE_STYLE_SHORT);

  return mig_date_format_lag (from, to, standing == MIG_STANDING_PRESENT ? MIG_LAG_STYLE_SENTENCE
                                                                         : MIG_LAG_STYLE_BARE);
}

/* Who raised it: the speaker, who is a link, or what the session's or the meeting's own description stands for. */
static GtkWidget *
new_who (MigCorpus        *corpus,
         const MigRaising *raising)
{
  MigRef creator;

  if (raising->speech != MIG_REF_NONE)
    {
      creator = mig_corpus_get_speech (corpus, raising->speech)->creator;
      return mig_part_link (creator != MIG_REF_NONE ? creator : raising->speech,
                            mig_words_name (corpus, raising->speech), NULL);
    }

  switch (mig_corpus_get_event (corpus, raising->place)->role)
    {
    case MIG_EVENT_ROLE_SESSION:
      return mig_part_label (C_("who raised it", "The session as a whole"), NULL);
    case MIG_EVENT_ROLE_MEETING:
      return mig_part_label (C_("who raised it", "The meeting as a whole"), NULL);
    case MIG_EVENT_ROLE_SERIES:
    case MIG_EVENT_ROLE_EVENT:
    default:
      return mig_part_link (raising->place, mig_words_short_name (corpus, raising->place), NULL);
    }
}

static GtkWidget *
new_who_cell (MigCorpus        *corpus,
              const MigRaising *raising,
              gboolean          is_first)
{
  GtkWidget *cell = mig_part_cell (NULL);
  GtkWidget *who = new_who (corpus, raising);
  GtkWidget *numeral;

  if (is_first && mig_corpus_get_event (corpus, raising->place)->role != MIG_EVENT_ROLE_SERIES)
    {
      g_autofree char *text = mig_words_numerals (corpus, &raising->place, 1);

      numeral = mig_part_link_named (raising->place, text, mig_words_name (corpus, raising->place), "mig-numeral");
      mig_part_keep_word (gtk_widget_get_first_child (numeral));
    }
  else
    {
      numeral = mig_part_label ("", "mig-numeral");
    }

  gtk_box_set_spacing (GTK_BOX (cell), NUMERAL_SPACING);
  gtk_widget_set_valign (numeral, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (who, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (cell), numeral);
  gtk_box_append (GTK_BOX (cell), who);
  return cell;
}

/* In what capacity somebody spoke of it, and under that the part that it played in what was said. */
static GtkWidget *
new_capacity_cell (MigCorpus        *corpus,
                   const MigRaising *raising)
{
  const MigMention *mention = mig_corpus_get_mention (corpus, raising->mention);
  const char *role = mig_words_mention_role (mention);
  g_autofree char *capacity = raising->speech != MIG_REF_NONE ? mig_raised_dup_capacity (corpus, raising->speech)
                                                              : mig_words_term_as_title (mention->role);
  GtkWidget *lines, *content = mig_part_label (capacity, NULL);

  if (raising->speech == MIG_REF_NONE || *role == '\0')
    return mig_part_cell (content);

  lines = mig_lines_new ();
  mig_lines_append (MIG_LINES (lines), content);
  mig_lines_append (MIG_LINES (lines), mig_part_label (role, "mig-lag"));
  return mig_part_cell (lines);
}

static void
append_raising (GtkWidget *table,
                MigCorpus *corpus,
                MigRef     target,
                GArray    *raisings,
                guint      index)
{
  const MigRaising *raising = &g_array_index (raisings, MigRaising, index);
  const gboolean is_first = index == 0 || g_array_index (raisings, MigRaising, index - 1).place != raising->place;
  const MigStanding standing = get_table_standing (table);
  g_autofree char *distance = NULL;
  GtkWidget *cells[3], *row, *label;

  distance = is_first ? dup_distance (corpus, target, raising->place, standing) : g_strdup ("");

  label = mig_part_label (distance, "mig-lag");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);

  cells[0] = new_who_cell (corpus, raising, is_first);
  cells[1] = new_capacity_cell (corpus, raising);
  cells[2] = mig_part_cell (label);
  row = mig_table_append_row (MIG_TABLE (table), cells);
  if (!is_first)
    gtk_widget_add_css_class (row, "continued");
}

static const char *
get_distance_heading (MigStanding standing)
{
  switch (standing)
    {
    case MIG_STANDING_AHEAD:
      return C_("column", "Ahead");
    case MIG_STANDING_BEHIND:
      return C_("column", "Behind");
    case MIG_STANDING_PRESENT:
      return C_("column", "Distance");
    case MIG_STANDING_UNDATED:
    default:
      return C_("column", "When");
    }
}

static void
append_header (GtkWidget         *table,
               const MigRaisings *raisings)
{
  const guint n_speakers = raisings->n_speakers, n_places = raisings->n_places;
  g_autofree char *speakers = mig_words_number (n_speakers);
  g_autofree char *places = mig_words_number (n_places);
  g_autofree char *heading = NULL;
  g_autofree char *detail = NULL;
  GtkWidget *cells[3];

  /* Translators: the heading of a table; beside it stands "in 6 sessions" */
  heading = n_speakers > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Raised by %s speaker",
                                                           "Raised by %s speakers", n_speakers), speakers)
                           : g_strdup (C_("section", "Raised"));
  /* Translators: stands beside the heading "Raised by 13 speakers" */
  detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %s session", "in %s sessions", n_places), places);

  g_object_set_data (G_OBJECT (table), "mig-standing", GUINT_TO_POINTER (raisings->standing));
  cells[0] = mig_part_cell (mig_part_heading (heading, n_places > 0 ? detail : NULL, 2));
  cells[1] = mig_part_column_header (C_("column", "As"), FALSE);
  cells[2] = mig_part_column_header (get_distance_heading (raisings->standing), TRUE);
  mig_table_append_header (MIG_TABLE (table), cells);
}

/**
 * mig_raised_append_table:
 * @page: the page of something that may be mentioned, for mig_page_find_raisings()
 *
 * Adds the table of who raised it: in which session, as what, and how far ahead or behind it was. If nobody did, there
 * is no table.
 */
void
mig_raised_append_table (MigPage *page)
{
  static const guint8 weights[] = { 10, 9, 0 };
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef target = mig_page_get_ref (page);
  const MigRaisings *raisings = mig_page_get_raisings (page);
  GtkWidget *table;

  if (raisings->items->len == 0)
    return;

  table = mig_table_new (weights, G_N_ELEMENTS (weights));
  gtk_widget_add_css_class (table, "mig-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("section", "Raised"), -1);
  append_header (table, raisings);
  mig_page_append (page, mig_more_new (table, corpus, target, g_array_ref (raisings->items), MAX_ROWS, append_raising));
}

static gpointer
find_breath (MigCorpus *corpus,
             MigRef     ref)
{
  return mig_cross_links_get_breath (corpus, ref);
}

/**
 * mig_raised_find_breath:
 * @page: the page of something that may be mentioned
 * @show: takes a (element-type MigCompany) #GArray and adds it to the page
 *
 * Has found which events were raised in the same breath, before what follows is added.
 */
void
mig_raised_find_breath (MigPage     *page,
                        MigPageShow  show)
{
  const MigRefs mentions = mig_corpus_get_related (mig_page_get_corpus (page), mig_page_get_ref (page),
                                                   MIG_RELATION_MENTIONED_BY);

  mig_page_find (page, mentions.n, find_breath, show, (GDestroyNotify) g_array_unref);
}
