/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-rows.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-date-format.h"
#include "mig-flow.h"
#include "mig-glyph.h"
#include "mig-lines.h"
#include "mig-page-parts.h"
#include "mig-page-readings.h"
#include "mig-words.h"

/* The lines of the lists on pages: one record with its glyph, a numbered one, an intervention. Those called append are
 * made for MigMore. */

#define GLYPH_SPACING 8
#define MENTIONS_SPACING 14
#define WORDS_SPACING 4
#define MAX_MENTIONS 6
#define MAX_UNWRAPPED 16 /* letters */

/**
 * mig_row_refs:
 * @refs: a list of the corpus
 *
 * Returns: (transfer full) (element-type MigRef): a copy, for MigMore
 */
GArray *
mig_row_refs (MigRefs refs)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (MigRef), refs.n);

  if (refs.n > 0)
    g_array_append_vals (copy, refs.refs, refs.n);

  return copy;
}

static void
append_detail (GtkWidget  *row,
               const char *detail)
{
  GtkWidget *label;

  if (detail == NULL || *detail == '\0')
    return;

  label = mig_part_label (detail, "mig-lag");
  if (g_utf8_strlen (detail, -1) <= MAX_UNWRAPPED)
    gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
}

/**
 * mig_row_record:
 * @corpus: a corpus
 * @ref: a record
 * @text: (nullable): what the link says; its short name if %NULL
 * @detail: (nullable): what stands at the end of the line: a lag, a symbol
 *
 * Returns: (transfer floating): a line with the record's glyph and a link to it
 */
GtkWidget *
mig_row_record (MigCorpus  *corpus,
                MigRef      ref,
                const char *text,
                const char *detail)
{
  GtkWidget *row = mig_part_list_item ();
  GtkWidget *glyph = mig_glyph_new (mig_glyph_kind_for (corpus, ref));
  GtkWidget *link = mig_part_link (ref, text != NULL ? text : mig_words_short_name (corpus, ref), NULL);

  gtk_widget_add_css_class (row, "mig-mention");
  gtk_box_set_spacing (GTK_BOX (row), GLYPH_SPACING);
  gtk_widget_set_valign (glyph, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (link, GTK_ALIGN_BASELINE);

  gtk_box_append (GTK_BOX (row), glyph);
  gtk_box_append (GTK_BOX (row), link);
  if (mig_corpus_get_record (corpus, ref)->disagreements.n > 0)
    gtk_box_append (GTK_BOX (row), mig_readings_mark (corpus, ref));
  append_detail (row, detail);
  return row;
}

/**
 * mig_row_append_ref:
 * @list: a list
 * @corpus: a corpus
 * @context: the page's record
 * @refs: (element-type MigRef): records
 * @index: which of them
 *
 * Adds a line with a link to the record; at its end its symbol, code or date.
 */
void
mig_row_append_ref (GtkWidget *list,
                    MigCorpus *corpus,
                    MigRef     context,
                    GArray    *refs,
                    guint      index)
{
  const MigRef ref = g_array_index (refs, MigRef, index);
  const MigDate *date = mig_corpus_get_date (corpus, ref);
  const char *symbol = mig_corpus_get_identifier (corpus, ref, "UN symbol");
  g_autofree char *detail = NULL;

  if (*symbol != '\0' && strcmp (symbol, mig_words_short_name (corpus, ref)) != 0)
    detail = g_strdup (symbol);
  else if (mig_ref_kind (ref) == MIG_KIND_TOPIC)
    detail = g_strdup (mig_corpus_get_topic (corpus, ref)->code);
  else if (mig_date_is_set (date))
    detail = mig_date_format (date, MIG_DATE_STYLE_SHORT);

  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, ref, NULL, detail));
}

/**
 * mig_row_append_raised:
 * @list: a list
 * @corpus: a corpus
 * @context: the session, meeting or speech that raised it
 * @raised: (element-type MigRaised): what was raised
 * @index: which of it
 *
 * Adds a line with a link to what was raised; at its end how far it was away, or for a document its symbol.
 */
void
mig_row_append_raised (GtkWidget *list,
                       MigCorpus *corpus,
                       MigRef     context,
                       GArray    *raised,
                       guint      index)
{
  const MigRaised *item = &g_array_index (raised, MigRaised, index);
  const MigDate *date = mig_corpus_get_date (corpus, item->target);
  g_autofree char *detail = NULL;
  GtkWidget *row;

  if (mig_ref_kind (item->target) == MIG_KIND_DOCUMENT)
    detail = g_strdup (mig_corpus_get_identifier (corpus, item->target, "UN symbol"));
  else if (mig_ref_kind (item->target) == MIG_KIND_TOPIC)
    detail = g_strdup (mig_corpus_get_topic (corpus, item->target)->code);
  else if (item->standing != MIG_STANDING_UNDATED)
    detail = mig_date_format_lag (mig_corpus_get_date (corpus, context), date, MIG_LAG_STYLE_BARE);
  else if (mig_date_is_set (date))
    detail = mig_date_format (date, MIG_DATE_STYLE_SHORT);

  row = mig_row_record (corpus, item->target, NULL, detail);
  if (item->is_foremost)
    gtk_widget_add_css_class (row, "foremost");
  gtk_box_append (GTK_BOX (list), row);
}

/**
 * mig_row_append_company:
 * @list: a list
 * @corpus: a corpus
 * @context: the page's record
 * @companies: (element-type MigCompany): what was in company
 * @index: which of it
 *
 * Adds a line with a link; at its end the sessions in which they were together.
 */
void
mig_row_append_company (GtkWidget *list,
                        MigCorpus *corpus,
                        MigRef     context,
                        GArray    *companies,
                        guint      index)
{
  const MigCompany *company = &g_array_index (companies, MigCompany, index);
  g_autofree char *numerals = mig_words_numerals (corpus, (const MigRef *) (void *) company->places->data,
                                                  company->places->len);

  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, company->ref, NULL, numerals));
}

/**
 * mig_row_numbered:
 * @corpus: a corpus
 * @ref: a meeting, session or intervention
 * @subtitle: (nullable): a second line
 * @detail: (nullable): what stands at the end of the line
 *
 * Returns: (transfer floating): a line with the record's numeral and a link to it
 */
GtkWidget *
mig_row_numbered (MigCorpus  *corpus,
                  MigRef      ref,
                  const char *subtitle,
                  const char *detail)
{
  GtkWidget *row = mig_part_list_item ();
  GtkWidget *text = mig_lines_new ();
  g_autofree char *numeral = mig_words_numeral (corpus, ref);
  const gboolean has_numeral = strcmp (numeral, mig_words_short_name (corpus, ref)) != 0;
  GtkWidget *number = mig_part_label (has_numeral ? numeral : "", "mig-numeral");

  mig_part_keep_word (number);
  gtk_widget_add_css_class (row, "mig-numbered");
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_set_valign (number, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (text, GTK_ALIGN_BASELINE);

  mig_lines_append (MIG_LINES (text), mig_part_link (ref, mig_words_name (corpus, ref), NULL));
  if (subtitle != NULL && *subtitle != '\0')
    mig_lines_append (MIG_LINES (text), mig_part_label (subtitle, "mig-subtitle"));

  gtk_box_append (GTK_BOX (row), number);
  gtk_box_append (GTK_BOX (row), text);
  append_detail (row, detail);
  return row;
}

static void
collect_mentions (MigCorpus *corpus,
                  MigRef     speech,
                  GArray    *targets)
{
  static const MigKind kinds[] = {
    MIG_KIND_EVENT, MIG_KIND_DOCUMENT, MIG_KIND_TOPIC, MIG_KIND_PERSON, MIG_KIND_ORGANIZATION,
  };
  const MigRefs mentions = mig_corpus_get_related (corpus, speech, MIG_RELATION_MENTIONS_MADE);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < mentions.n; i++)
      {
        const MigRef target = mig_corpus_get_mention (corpus, mentions.refs[i])->to;

        if (mig_ref_kind (target) == kinds[k] && g_hash_table_add (seen, GUINT_TO_POINTER (target)))
          g_array_append_val (targets, target);
      }
}

/* Adds links to what the intervention mentions, events first. What is too much for a line or two is left to its own
 * page, to which the last link leads. */
static void
append_mentions (MigLines *lines, MigCorpus *corpus, MigRef speech)
{
  g_autoptr(GArray) targets = g_array_new (FALSE, FALSE, sizeof (MigRef));
  GtkWidget *flow;
  guint n;

  collect_mentions (corpus, speech, targets);
  if (targets->len == 0)
    return;

  flow = mig_flow_new (MENTIONS_SPACING);
  gtk_widget_add_css_class (flow, "mig-mentions");
  n = (targets->len <= MAX_MENTIONS + 1) ? targets->len : MAX_MENTIONS;
  for (guint i = 0; i < n; i++)
    {
      const MigRef target = g_array_index (targets, MigRef, i);

      mig_flow_append (MIG_FLOW (flow), mig_part_link (target, mig_words_short_name (corpus, target), NULL));
    }

  if (n < targets->len)
    {
      g_autofree char *number = mig_words_number (targets->len - n);
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                            /* Translators: a link to the rest of what an
                                                             * intervention mentions */
                                                            "%s more", "%s more", targets->len - n), number);

      mig_flow_append (MIG_FLOW (flow), mig_part_link (speech, text, "quiet"));
    }

  mig_lines_append (lines, flow);
}

static void
append_word (GtkWidget  *flow,
             const char *text,
             const char *css_class)
{
  mig_flow_append (MIG_FLOW (flow), mig_part_label (text, css_class));
}

static void
append_separator (GtkWidget *flow)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", "·",
                                   NULL);

  gtk_widget_add_css_class (label, "mig-org");
  mig_flow_append (MIG_FLOW (flow), label);
}

/* "José Riera · UNHCR · opening": the name leads to the person, that of an unnamed one to what was said. */
static GtkWidget *
new_speaker_line (MigCorpus *corpus,
                  MigRef     ref)
{
  const MigSpeech *speech = mig_corpus_get_speech (corpus, ref);
  const char *name = mig_words_name (corpus, ref);
  const char *role = mig_words_term (speech->role);
  const MigRef target = speech->creator != MIG_REF_NONE ? speech->creator : ref;
  GtkWidget *flow = mig_flow_new (WORDS_SPACING);

  mig_flow_append (MIG_FLOW (flow), mig_part_link (target, name, "mig-speaker"));

  if (speech->on_behalf_of != MIG_REF_NONE)
    {
      const char *full_name = mig_words_name (corpus, speech->on_behalf_of);
      const char *organization = mig_words_short_name (corpus, speech->on_behalf_of);

      if (!mig_words_contains (name, organization) && !mig_words_contains (name, full_name))
        {
          append_separator (flow);
          mig_flow_append (MIG_FLOW (flow), mig_part_link (speech->on_behalf_of, organization, "quiet"));
        }
    }

  if (*role != '\0' && !mig_words_contains (name, role))
    {
      append_separator (flow);
      append_word (flow, role, "mig-org");
    }

  return flow;
}

static GtkWidget *
new_speech_row (MigCorpus  *corpus,
                MigRef      ref,
                const char *number,
                const char *number_name,
                MigLines  **text)
{
  GtkWidget *row = mig_part_list_item ();
  GtkWidget *link = mig_part_link_named (ref, number, number_name, "mig-position");

  gtk_widget_add_css_class (row, "mig-speech");
  *text = MIG_LINES (mig_lines_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (*text), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (*text), GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (link, GTK_ALIGN_BASELINE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), 1);

  gtk_box_append (GTK_BOX (row), link);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (*text));
  return row;
}

static void
append_gist (MigLines  *text,
             MigCorpus *corpus,
             MigRef     speech)
{
  const char *gist = mig_corpus_get_record (corpus, speech)->description;

  if (*gist != '\0')
    mig_lines_append (text, mig_part_text (gist, "mig-gist"));
}

static void
append_part_heading (GtkWidget *list,
                     MigCorpus *corpus,
                     GArray    *speeches,
                     guint      index)
{
  const char *part = mig_corpus_get_speech (corpus, g_array_index (speeches, MigRef, index))->part;
  const char *before = "";

  if (index > 0)
    before = mig_corpus_get_speech (corpus, g_array_index (speeches, MigRef, index - 1))->part;
  if (*part == '\0' || strcmp (part, before) == 0)
    return;

  gtk_box_append (GTK_BOX (list), mig_part_group_heading (part));
}

/**
 * mig_row_append_speech:
 * @list: a list
 * @corpus: a corpus
 * @context: the session
 * @speeches: (element-type MigRef): its interventions
 * @index: which of them
 *
 * Adds an intervention as its session's page has it, and before it the heading of the part that it begins.
 */
void
mig_row_append_speech (GtkWidget *list,
                       MigCorpus *corpus,
                       MigRef     context,
                       GArray    *speeches,
                       guint      index)
{
  const MigRef ref = g_array_index (speeches, MigRef, index);
  g_autofree char *number = mig_words_numeral (corpus, ref);
  /* Translators: %s is the number of an intervention in its session */
  g_autofree char *name = g_strdup_printf (_("Intervention %s"), number);
  GtkWidget *row;
  MigLines *text;

  append_part_heading (list, corpus, speeches, index);

  row = new_speech_row (corpus, ref, number, name, &text);
  mig_lines_append (text, new_speaker_line (corpus, ref));
  append_gist (text, corpus, ref);
  append_mentions (text, corpus, ref);
  gtk_box_append (GTK_BOX (list), row);
}

/* "25 February 2016 · panellist · as Population Division", where the last leads to the organization. */
static GtkWidget *
new_capacity_line (MigCorpus *corpus,
                   MigRef     ref,
                   MigRef     context)
{
  const MigSpeech *speech = mig_corpus_get_speech (corpus, ref);
  const MigDate *date = mig_corpus_get_date (corpus, ref);
  GtkWidget *flow = mig_flow_new (WORDS_SPACING);

  if (mig_date_is_set (date))
    {
      g_autofree char *when = mig_date_format (date, MIG_DATE_STYLE_LONG);

      append_word (flow, when, "mig-org");
    }

  if (*mig_words_term (speech->role) != '\0')
    {
      append_separator (flow);
      append_word (flow, mig_words_term (speech->role), "mig-org");
    }

  if (speech->on_behalf_of != MIG_REF_NONE && speech->on_behalf_of != context)
    {
      /* Translators: %s is an organization that somebody spoke for */
      g_autofree char *as = g_strdup_printf (C_("affiliation", "as %s"),
                                             mig_words_short_name (corpus, speech->on_behalf_of));

      append_separator (flow);
      mig_flow_append (MIG_FLOW (flow), mig_part_link (speech->on_behalf_of, as, "quiet"));
    }

  if (speech->creator != context)
    {
      append_separator (flow);
      mig_flow_append (MIG_FLOW (flow),
                       mig_part_link (speech->creator != MIG_REF_NONE ? speech->creator : ref,
                                      mig_words_name (corpus, ref), "quiet"));
    }

  return flow;
}

/**
 * mig_row_append_part:
 * @list: a list
 * @corpus: a corpus
 * @context: the person, or the organization
 * @speeches: (element-type MigRef): their interventions
 * @index: which of them
 *
 * Adds an intervention as the page of who gave it has it: by its session.
 */
void
mig_row_append_part (GtkWidget *list,
                     MigCorpus *corpus,
                     MigRef     context,
                     GArray    *speeches,
                     guint      index)
{
  const MigRef ref = g_array_index (speeches, MigRef, index);
  const MigRef event = mig_corpus_get_speech (corpus, ref)->event;
  g_autofree char *position = mig_words_numeral (corpus, ref);
  g_autofree char *numeral = mig_words_numerals (corpus, &event, 1);
  /* Translators: number of an intervention, name of its session */
  g_autofree char *name = g_strdup_printf (_("Intervention %1$s in “%2$s”"), position,
                                           mig_words_short_name (corpus, event));
  MigLines *text;
  GtkWidget *row = new_speech_row (corpus, ref, numeral, name, &text);

  gtk_widget_add_css_class (row, "of-speaker");
  mig_lines_append (text, mig_part_link (event, mig_words_name (corpus, event), "mig-speaker"));
  mig_lines_append (text, new_capacity_line (corpus, ref, context));
  append_gist (text, corpus, ref);
  append_mentions (text, corpus, ref);
  gtk_box_append (GTK_BOX (list), row);
}
