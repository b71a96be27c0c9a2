/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-sections.h"

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-more.h"
#include "mig-page-parts.h"
#include "mig-page-rows.h"
#include "mig-speakers.h"
#include "mig-table.h"
#include "mig-words.h"

/* The sections that several kinds of page have in common. Each makes the first of its widgets and leaves the rest to
 * MigMore. */

#define MAX_TEXTS 20
#define MAX_MEETINGS 100
#define MAX_SESSIONS 40
#define MAX_SPEECHES 40
#define MAX_FIGURES 12

/**
 * mig_section_set_event_head:
 * @page: the page of an event
 * @kind: (nullable): what it is; what it is classified as if %NULL
 *
 * Sets the page's head from the event's kind, place, date and name. Of an event of the world outside that
 * has no date it says so.
 */
void
mig_section_set_event_head (MigPage    *page,
                            const char *kind)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigEvent *event = mig_corpus_get_event (corpus, ref);
  g_autofree char *classification = mig_words_term_as_title (event->classification);
  const gboolean is_outside = event->role == MIG_EVENT_ROLE_EVENT;
  g_autofree char *when = is_outside ? mig_date_format (&event->date, MIG_DATE_STYLE_FULL)
                                     : mig_words_when (corpus, ref);
  g_autofree char *eyebrow = NULL;

  if (kind == NULL)
    kind = *classification != '\0' ? classification : mig_words_kind (corpus, ref);
  eyebrow = mig_words_join ((const char *[]) { kind, mig_words_place (corpus, ref), when, NULL });
  mig_page_set_head (page, eyebrow, mig_words_name (corpus, ref));
}

static void
append_text (GtkWidget *list,
             const char *text)
{
  GtkWidget *item = mig_part_list_item ();
  GtkWidget *label = mig_part_text (text, NULL);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "label", "•",
                                    "valign", GTK_ALIGN_BASELINE,
                                    NULL);

  gtk_widget_add_css_class (item, "mig-bullet");
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (item), bullet);
  gtk_box_append (GTK_BOX (item), label);
  gtk_box_append (GTK_BOX (list), item);
}

static void
append_text_item (GtkWidget *list,
                  MigCorpus *corpus,
                  MigRef     context,
                  GArray    *items,
                  guint      index)
{
  append_text (list, g_array_index (items, const char *, index));
}

/* Adds a list of sentences, unless there are none. */
static void
append_texts (MigPage    *page,
              const char *heading,
              MigRange    texts)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  GArray *items;

  if (texts.n == 0)
    return;

  items = g_array_new (FALSE, FALSE, sizeof (const char *));
  g_array_append_vals (items, mig_corpus_get_texts (corpus, texts), texts.n);
  mig_page_append_section (page, heading, NULL,
                           mig_more_new (mig_part_list (heading), corpus, mig_page_get_ref (page), items, MAX_TEXTS,
                                         append_text_item));
}

/**
 * mig_section_append_objectives:
 * @page: the page of an event
 *
 * Adds a list of its objectives, unless there are none.
 */
void
mig_section_append_objectives (MigPage *page)
{
  append_texts (page, C_("section", "Objectives"),
                mig_corpus_get_event (mig_page_get_corpus (page), mig_page_get_ref (page))->objectives);
}

/**
 * mig_section_append_themes:
 * @page: the page of an event
 *
 * Adds a list of its themes, unless there are none.
 */
void
mig_section_append_themes (MigPage *page)
{
  append_texts (page, C_("section", "Themes"),
                mig_corpus_get_event (mig_page_get_corpus (page), mig_page_get_ref (page))->themes);
}

static void
append_meeting (GtkWidget *list,
                MigCorpus *corpus,
                MigRef     context,
                GArray    *meetings,
                guint      index)
{
  const MigRef ref = g_array_index (meetings, MigRef, index);
  const guint n = mig_speakers_count_parts (corpus, ref);
  const MigDate *date = mig_corpus_get_date (corpus, ref);
  g_autofree char *when = mig_date_is_set (date) ? mig_date_format (date, MIG_DATE_STYLE_LONG) : g_strdup ("");
  g_autofree char *subtitle = mig_words_join ((const char *[]) { when, mig_words_place (corpus, ref), NULL });
  g_autofree char *number = mig_words_number (n);
  g_autofree char *detail = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s session", "%s sessions",
                                                                  n), number)
                                  : NULL;

  gtk_box_append (GTK_BOX (list), mig_row_numbered (corpus, ref, subtitle, detail));
}

/**
 * mig_section_append_meetings:
 * @page: the page of a series, or of the corpus
 * @meetings: (transfer full) (element-type MigRef): meetings
 *
 * Adds the list of all meetings.
 */
void
mig_section_append_meetings (MigPage *page,
                             GArray  *meetings)
{
  const char *heading = C_("section", "All meetings");

  if (meetings->len == 0)
    {
      g_array_unref (meetings);
      mig_page_append_section (page, heading, NULL,
                               mig_part_label (_("No meeting is recorded in this corpus."), "mig-absent"));
      return;
    }

  mig_page_append_section (page, heading, NULL,
                           mig_more_new (mig_part_list (heading), mig_page_get_corpus (page),
                                         mig_page_get_ref (page), meetings, MAX_MEETINGS, append_meeting));
}

static void
append_session (GtkWidget *list,
                MigCorpus *corpus,
                MigRef     context,
                GArray    *sessions,
                guint      index)
{
  const MigRef ref = g_array_index (sessions, MigRef, index);
  const MigEvent *event = mig_corpus_get_event (corpus, ref);
  const guint n = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES).n;
  g_autofree char *when = mig_date_is_set (&event->date) ? mig_date_format (&event->date, MIG_DATE_STYLE_DAY) : NULL;
  g_autofree char *format = mig_words_term_as_title (event->format);
  g_autofree char *subtitle = mig_words_join ((const char *[]) { format, when, NULL });
  g_autofree char *number = mig_words_number (n);
  g_autofree char *detail = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s intervention",
                                                                  "%s interventions", n), number)
                                  : NULL;

  gtk_box_append (GTK_BOX (list), mig_row_numbered (corpus, ref, subtitle, detail));
}

/**
 * mig_section_append_sessions:
 * @page: the page of a meeting
 *
 * Adds the list of its sessions, or says that none are recorded.
 */
void
mig_section_append_sessions (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigRefs children = mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN);
  const char *heading = C_("section", "Sessions");
  g_autoptr(GArray) sessions = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < children.n; i++)
    if (mig_speakers_is_part (corpus, children.refs[i], ref))
      g_array_append_val (sessions, children.refs[i]);

  if (sessions->len > 0)
    mig_page_append_section (page, heading, NULL,
                             mig_more_new (mig_part_list (heading), corpus, ref, g_steal_pointer (&sessions),
                                           MAX_SESSIONS, append_session));
  else if (mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES).n == 0)
    mig_page_append_section (page, heading, NULL,
                             mig_part_label (_("Its sessions are not recorded in the sources."), "mig-absent"));
}

/**
 * mig_section_append_speeches:
 * @page: a page
 * @speeches: (transfer full) (element-type MigRef): interventions
 * @is_by_session: whether each is told by its session instead of by its speaker
 *
 * Adds the interventions, unless there are none.
 */
void
mig_section_append_speeches (MigPage  *page,
                             GArray   *speeches,
                             gboolean  is_by_session)
{
  const char *heading = C_("section", "Interventions");
  GtkWidget *list;

  if (speeches->len == 0)
    {
      g_array_unref (speeches);
      return;
    }

  list = mig_part_list (heading);
  gtk_widget_add_css_class (list, "mig-speeches");
  mig_page_append_section (page, heading, NULL,
                           mig_more_new (list, mig_page_get_corpus (page), mig_page_get_ref (page), speeches,
                                         MAX_SPEECHES, is_by_session ? mig_row_append_part : mig_row_append_speech));
}

static GtkWidget *
new_giver_cell (MigCorpus       *corpus,
                const MigFigure *figure,
                MigRef           context)
{
  if (figure->given_by == MIG_REF_NONE || figure->given_by == context)
    return mig_part_cell (NULL);

  return mig_part_cell (mig_part_link (figure->given_by, mig_words_short_name (corpus, figure->given_by), NULL));
}

static void
append_figure (GtkWidget *table,
               MigCorpus *corpus,
               MigRef     context,
               GArray    *figures,
               guint      index)
{
  const MigRef ref = g_array_index (figures, MigRef, index);
  const MigFigure *figure = mig_corpus_get_figure (corpus, ref);
  g_autofree char *period = mig_date_is_set (&figure->date) ? mig_date_format (&figure->date, MIG_DATE_STYLE_SHORT)
                                                            : g_strdup ("");
  const char *label = mig_words_name (corpus, ref);
  const char *place = figure->area != MIG_REF_NONE ? mig_words_name (corpus, figure->area) : figure->place;
  g_autofree char *value = mig_words_figure (figure);
  const gboolean has_place = mig_words_contains (label, place);
  g_autofree char *what = mig_words_join ((const char *[]) { label, has_place ? "" : place, NULL });
  GtkWidget *cells[4];

  cells[0] = mig_part_cell (mig_part_link (ref, value, "mig-value"));
  cells[1] = mig_part_cell (mig_part_text (what, NULL));
  cells[2] = mig_part_cell (mig_part_text (period, "mig-lag"));
  cells[3] = new_giver_cell (corpus, figure, context);
  mig_table_append_row (MIG_TABLE (table), cells);
}

/**
 * mig_section_append_figures:
 * @page: the page of an event, an intervention, a person or an organization
 *
 * Adds a table of the figures given in it or by it: value, what it counts and where, reference period, who gave it.
 * Without any there is none.
 */
void
mig_section_append_figures (MigPage *page)
{
  static const guint8 weights[] = { 3, 5, 0, 3 };
  const char *heading = C_("section", "Figures");
  GArray *figures = mig_speakers_get_figures (mig_page_get_corpus (page), mig_page_get_ref (page));
  GtkWidget *table, *copy, *cells[4];

  if (figures->len == 0)
    {
      g_array_unref (figures);
      return;
    }

  table = mig_table_new (weights, G_N_ELEMENTS (weights));
  gtk_widget_add_css_class (table, "mig-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  cells[0] = mig_part_column_header (C_("column", "Value"), FALSE);
  cells[1] = mig_part_column_header (C_("column", "What"), FALSE);
  cells[2] = mig_part_column_header (C_("column", "Period"), FALSE);
  cells[3] = mig_part_column_header (C_("column", "Given by"), FALSE);
  mig_table_append_header (MIG_TABLE (table), cells);

  mig_page_append_section (page, heading, NULL,
                           mig_more_new (table, mig_page_get_corpus (page), mig_page_get_ref (page), figures,
                                         MAX_FIGURES, append_figure));
  copy = mig_part_action_link ("details.copy-figures", NULL, _("Copy the table"));
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  mig_page_append (page, copy);
}

/**
 * mig_section_append_line:
 * @page: a page
 * @list: (inout): the list of lines; made and added to the page with the first one
 * @label: what the content is: "Organizer"
 * @content: (nullable) (transfer floating): a widget; nothing is added without it
 *
 * Adds a labelled line.
 */
void
mig_section_append_line (MigPage    *page,
                         GtkWidget **list,
                         const char *label,
                         GtkWidget  *content)
{
  if (content == NULL)
    return;

  if (*list == NULL)
    {
      *list = mig_part_list (NULL);
      gtk_widget_add_css_class (*list, "mig-lines");
      mig_page_append (page, *list);
    }

  gtk_box_append (GTK_BOX (*list), mig_part_labelled_line (label, content));
}
