/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-evidence.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-flow.h"
#include "mig-more.h"
#include "mig-page-parts.h"
#include "mig-words.h"

/* What every page says of its record besides what it is: other names, how sure it is, what sources tell differently,
 * and where one can look it up. */

#define WORDS_SPACING 4
#define MAX_SOURCES 6

static const MigRecord *
get_record (MigPage *page)
{
  return mig_corpus_get_record (mig_page_get_corpus (page), mig_page_get_ref (page));
}

/* The short name of a meeting, "14th meeting", or of a report, "Report", is only short. */
static gboolean
has_telling_short_name (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigRecord *record = mig_corpus_get_record (corpus, ref);

  return mig_ref_kind (ref) == MIG_KIND_EVENT && mig_corpus_get_event (corpus, ref)->role == MIG_EVENT_ROLE_EVENT &&
         strcmp (record->short_name, record->name) != 0;
}

/**
 * mig_evidence_append_names:
 * @page: a page
 *
 * Adds the line "Also called …", with the short name and the other names, unless there are none.
 */
void
mig_evidence_append_names (MigPage *page)
{
  const MigRecord *record = get_record (page);
  const MigOtherName *names = mig_corpus_get_other_names (mig_page_get_corpus (page), record->other_names);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (has_telling_short_name (page))
    g_strv_builder_add (builder, record->short_name);
  for (guint i = 0; i < record->other_names.n; i++)
    g_strv_builder_add (builder, names[i].name);

  parts = g_strv_builder_end (builder);
  list = mig_words_list ((const char *const *) parts);
  if (*list == '\0')
    return;

  /* Translators: %s is one name or a list of names */
  text = g_strdup_printf (_("Also called %s"), list);
  mig_page_append (page, mig_part_text (text, "mig-names"));
}

/**
 * mig_evidence_append_certainty:
 * @page: a page
 *
 * Adds a badge if the record is not a confirmed fact.
 */
void
mig_evidence_append_certainty (MigPage *page)
{
  const char *certainty = mig_words_certainty (get_record (page)->certainty);

  if (certainty != NULL)
    mig_page_append (page, mig_part_badge (certainty, NULL, "certainty"));
}

/**
 * mig_evidence_append_description:
 * @page: a page
 *
 * Adds the record's description, a label a paragraph.
 */
void
mig_evidence_append_description (MigPage *page)
{
  g_auto(GStrv) paragraphs = g_strsplit (get_record (page)->description, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*g_strstrip (paragraphs[i]) != '\0')
      mig_page_append (page, mig_part_text (paragraphs[i], "mig-paragraph"));
}

/* Where a source names the same document as the one before, it tells another place in it. */
static guint
count_places (const MigSource *sources,
              guint            n)
{
  guint i = 1;

  while (i < n && sources[0].document != MIG_REF_NONE && sources[i].document == sources[0].document)
    i++;

  return i;
}

static void
append_place (GtkWidget       *flow,
              const MigSource *source,
              gboolean         is_last)
{
  g_autofree char *locator = mig_words_locator (&source->locator);
  const char *note = source->document != MIG_REF_NONE ? source->note : "";
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  if (*note != '\0' && *locator != '\0')
    /* Translators: a place in a source and a remark on it: "section I, page 1 (the title)" */
    place = g_strdup_printf (C_("place in a source", "%1$s (%2$s)"), locator, note);
  else
    place = g_strconcat (locator, note, NULL);

  if (*place == '\0')
    return;
  /* Translators: a place in a source, with more places of the same source after it */
  text = is_last ? g_steal_pointer (&place) : g_strdup_printf (C_("place in a source", "%s;"), place);
  mig_flow_append (MIG_FLOW (flow), mig_part_label (text, "mig-org"));
}

/* "Report, section VIII, page 10", of which the document is a link, or the address is. */
static GtkWidget *
new_source_line (MigCorpus       *corpus,
                 const MigSource *sources,
                 guint            n,
                 gboolean         is_brief)
{
  GtkWidget *flow = mig_flow_new (WORDS_SPACING);
  const MigRef document = sources[0].document;

  if (document != MIG_REF_NONE)
    mig_flow_append (MIG_FLOW (flow), mig_part_link (document, is_brief ? mig_words_short_name (corpus, document)
                                                                        : mig_words_name (corpus, document), NULL));
  else if (*sources[0].url != '\0')
    mig_flow_append (MIG_FLOW (flow), mig_part_uri_link (sources[0].url, *sources[0].note != '\0' ? sources[0].note
                                                                                                : sources[0].url));
  else if (*sources[0].note != '\0')
    mig_flow_append (MIG_FLOW (flow), mig_part_label (sources[0].note, NULL));

  for (guint i = 0; i < n; i++)
    append_place (flow, &sources[i], i + 1 == n);

  return flow;
}

static GtkWidget *
new_reading (MigCorpus        *corpus,
             const char       *property,
             const MigReading *reading)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const MigSource *sources = mig_corpus_get_sources (corpus, reading->sources);
  g_autofree char *value = mig_words_reading (property, reading->value);

  gtk_box_append (GTK_BOX (line), mig_part_text (value, "mig-reading"));
  for (guint i = 0, n; i < reading->sources.n; i += n)
    {
      n = count_places (&sources[i], reading->sources.n - i);
      gtk_box_append (GTK_BOX (line), new_source_line (corpus, &sources[i], n, TRUE));
    }

  return line;
}

static void
append_disagreement (GtkWidget             *card,
                     MigCorpus             *corpus,
                     const MigDisagreement *disagreement)
{
  const MigReading *readings = mig_corpus_get_readings (corpus, disagreement->readings);

  gtk_box_append (GTK_BOX (card), mig_part_group_heading (mig_words_property (disagreement->property)));
  for (guint i = 0; i < disagreement->readings.n; i++)
    gtk_box_append (GTK_BOX (card), new_reading (corpus, disagreement->property, &readings[i]));
  if (*disagreement->note != '\0')
    gtk_box_append (GTK_BOX (card), mig_part_text (disagreement->note, "mig-note"));
}

/**
 * mig_evidence_card:
 * @corpus: a corpus
 * @ref: a record with disagreements
 * @title: (nullable): what stands first in the card, as a link to the record
 *
 * Returns: (transfer floating): a card with what each source tells
 */
GtkWidget *
mig_evidence_card (MigCorpus  *corpus,
                   MigRef      ref,
                   const char *title)
{
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  const MigDisagreement *disagreements = mig_corpus_get_disagreements (corpus, record->disagreements);
  GtkWidget *card = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  NULL);

  gtk_widget_add_css_class (card, "mig-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("badge", "Sources disagree"), -1);

  if (title != NULL)
    {
      GtkWidget *link = mig_part_link (ref, title, "mig-card-title");

      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (card), link);
    }
  gtk_box_append (GTK_BOX (card),
                  mig_part_badge (C_("badge", "Sources disagree"), "dialog-warning-symbolic", "disagree"));
  for (guint i = 0; i < record->disagreements.n; i++)
    append_disagreement (card, corpus, &disagreements[i]);

  return card;
}

/**
 * mig_evidence_append_readings:
 * @page: a page
 *
 * Adds the card of what sources tell differently, first in the aside, unless they agree.
 */
void
mig_evidence_append_readings (MigPage *page)
{
  if (get_record (page)->disagreements.n > 0)
    mig_page_append_aside (page, NULL, NULL,
                           mig_evidence_card (mig_page_get_corpus (page), mig_page_get_ref (page), NULL));
}

/* What one line of the sources tells. */
typedef struct
{
  const MigSource *sources;
  guint n;
} SourceLine;

static GArray *
get_source_lines (MigCorpus *corpus,
                  MigRange   range)
{
  const MigSource *sources = mig_corpus_get_sources (corpus, range);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SourceLine));

  for (guint i = 0; i < range.n;)
    {
      const SourceLine line = { &sources[i], count_places (&sources[i], range.n - i) };

      g_array_append_val (lines, line);
      i += line.n;
    }

  return lines;
}

static void
append_source (GtkWidget *list,
               MigCorpus *corpus,
               MigRef     context,
               GArray    *items,
               guint      index)
{
  GtkWidget *item = mig_part_list_item ();
  const SourceLine *source = &g_array_index (items, SourceLine, index);
  GtkWidget *line = new_source_line (corpus, source->sources, source->n, FALSE);

  gtk_widget_add_css_class (item, "mig-source");
  gtk_widget_set_hexpand (line, TRUE);
  gtk_box_append (GTK_BOX (item), line);
  gtk_box_append (GTK_BOX (list), item);
}

static void
append_links (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRecord *record = get_record (page);
  const MigLink *links = mig_corpus_get_links (corpus, record->links);
  GtkWidget *list;

  if (record->links.n == 0)
    return;

  list = mig_part_list (C_("section", "On the web"));
  for (guint i = 0; i < record->links.n; i++)
    {
      GtkWidget *item = mig_part_list_item ();

      gtk_widget_add_css_class (item, "mig-source");
      gtk_box_append (GTK_BOX (item),
                      mig_part_uri_link (links[i].url, *links[i].note != '\0' ? links[i].note : links[i].url));
      gtk_box_append (GTK_BOX (list), item);
    }
  mig_page_append_section (page, C_("section", "On the web"), NULL, list);
}

/**
 * mig_evidence_append_sources:
 * @page: a page
 *
 * Adds the record's links and its sources, last on the page. If it has none, the page says so.
 */
void
mig_evidence_append_sources (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRecord *record = get_record (page);
  const MigRange range = record->sources;
  const char *heading = C_("section", "Sources");
  GtkWidget *copy;

  append_links (page);

  if (range.n == 0)
    {
      mig_page_append_section (page, heading, NULL,
                               mig_part_label (_("No source of this record is in this corpus."), "mig-absent"));
    }
  else
    {
      mig_page_append_section (page, heading, NULL,
                               mig_more_new (mig_part_list (heading), corpus, mig_page_get_ref (page),
                                             get_source_lines (corpus, range), MAX_SOURCES, append_source));
    }

  copy = mig_part_action_link ("details.copy-citation", NULL, _("Copy citation"));
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  mig_page_append (page, copy);
}

static void
add_first_source (GStrvBuilder    *builder,
                  MigCorpus       *corpus,
                  const MigRecord *record)
{
  const MigSource *source = mig_corpus_get_sources (corpus, record->sources);
  g_autofree char *locator = NULL;

  if (record->sources.n == 0)
    return;

  locator = mig_words_locator (&source->locator);
  if (source->document != MIG_REF_NONE)
    {
      g_strv_builder_add (builder, mig_words_name (corpus, source->document));
      g_strv_builder_add (builder, mig_corpus_get_identifier (corpus, source->document, "UN symbol"));
    }
  else
    {
      g_strv_builder_add (builder, source->url);
    }
  g_strv_builder_add (builder, locator);
}

/**
 * mig_evidence_dup_citation:
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE for the corpus itself
 *
 * Says in one line what the record is, where it comes from, and its address.
 *
 * Returns: (transfer full): the citation: "Preparing the summit, 14th meeting, 26 February 2016, Report, page 10,
 *   migmeet:…"
 */
char *
mig_evidence_dup_citation (MigCorpus *corpus,
                           MigRef     ref)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *address = mig_corpus_dup_address (corpus, ref);
  g_autofree char *when = NULL;
  g_auto(GStrv) parts = NULL;

  if (ref == MIG_REF_NONE)
    {
      g_strv_builder_add (builder, mig_corpus_get_title (corpus));
    }
  else
    {
      const MigRef meeting = mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_MEETING);

      when = mig_words_when (corpus, ref);
      g_strv_builder_add (builder, mig_words_name (corpus, ref));
      if (meeting != MIG_REF_NONE && meeting != ref)
        g_strv_builder_add (builder, mig_words_name (corpus, meeting));
      g_strv_builder_add (builder, when);
      add_first_source (builder, corpus, mig_corpus_get_record (corpus, ref));
    }

  if (address != NULL)
    g_strv_builder_add (builder, address);

  parts = g_strv_builder_end (builder);
  return mig_words_list ((const char *const *) parts);
}
