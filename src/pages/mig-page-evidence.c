/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-evidence.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-flow.h"
#include "mig-more.h"
#include "mig-page-parts.h"
#include "mig-page-readings.h"
#include "mig-words.h"

/* What every page says of its record besides what it is: other names, how sure it is, what sources tell differently,
 * and where one can look it up. */

#define WORDS_SPACING 4
#define BADGES_SPACING 6
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
  g_autoptr(GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(GStrv) parts = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  /* Files of parliaments give a name once for every language that has it. */
  g_hash_table_add (told, (gpointer) record->name);
  if (has_telling_short_name (page) && g_hash_table_add (told, (gpointer) record->short_name))
    g_strv_builder_add (builder, record->short_name);
  for (guint i = 0; i < record->other_names.n; i++)
    if (g_hash_table_add (told, (gpointer) names[i].name))
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
 * mig_evidence_append_badges:
 * @page: a page
 *
 * Adds a badge if the record is not a confirmed fact, and one that opens what sources tell differently, if they do.
 */
void
mig_evidence_append_badges (MigPage *page)
{
  const MigRecord *record = get_record (page);
  const char *certainty = mig_words_certainty (record->certainty);
  GtkWidget *badges;

  if (certainty == NULL && record->disagreements.n == 0)
    return;

  badges = mig_flow_new (BADGES_SPACING);
  gtk_widget_add_css_class (badges, "mig-badges");
  if (certainty != NULL)
    mig_flow_append (MIG_FLOW (badges), mig_part_badge (certainty, NULL, "certainty"));
  if (record->disagreements.n > 0)
    mig_flow_append (MIG_FLOW (badges), mig_readings_badge (mig_page_get_corpus (page), mig_page_get_ref (page)));
  mig_page_append (page, badges);
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

/**
 * mig_evidence_count_places:
 * @sources: (array length=n): sources
 * @n: how many
 *
 * Returns: how many of them, from the first, name the same document and so tell places in it for one line
 */
guint
mig_evidence_count_places (const MigSource *sources,
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

/**
 * mig_evidence_source_line:
 * @corpus: a corpus
 * @sources: (array): sources, of which the first mig_evidence_count_places() are told
 * @n: how many that is
 * @is_brief: whether a document goes by its short name
 *
 * Returns: (transfer floating): a line such as "Report, section VIII, page 10", of which the document is a link, or the
 *   address is
 */
GtkWidget *
mig_evidence_source_line (MigCorpus       *corpus,
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
      const SourceLine line = { &sources[i], mig_evidence_count_places (&sources[i], range.n - i) };

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
  GtkWidget *line = mig_evidence_source_line (corpus, source->sources, source->n, FALSE);

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
  return mig_words_phrase ((const char *const *) parts);
}
