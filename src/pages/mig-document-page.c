/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-more.h"
#include "mig-page-evidence.h"
#include "mig-page-parts.h"
#include "mig-page-raised.h"
#include "mig-page-rows.h"
#include "mig-page-sections.h"
#include "mig-table.h"
#include "mig-words.h"

/* The page of a document: who wrote it, who cited it, and what of the corpus is told by it. */

#define MAX_EVIDENCE 10
#define MAX_SECTIONS 30

static void
set_head (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigDocument *document = mig_corpus_get_document (corpus, ref);
  g_autofree char *classification = mig_words_term_as_title (document->classification);
  g_autofree char *when = mig_words_when (corpus, ref);
  g_autofree char *eyebrow = NULL;

  eyebrow = mig_words_join ((const char *[]) { *classification != '\0' ? classification : mig_words_kind (corpus, ref),
                                               mig_corpus_get_identifier (corpus, ref, "UN symbol"), when, NULL });
  mig_page_set_head (page, eyebrow, mig_words_name (corpus, ref));
}

static void
append_identifiers (MigPage    *page,
                    GtkWidget **lines)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRange range = mig_corpus_get_record (corpus, mig_page_get_ref (page))->identifiers;
  const MigIdentifier *identifiers = mig_corpus_get_identifiers (corpus, range);

  for (guint i = 0; i < range.n; i++)
    mig_section_append_line (page, lines, identifiers[i].scheme, mig_part_text (identifiers[i].identifier, NULL));
}

static void
append_told (GtkWidget *list,
             MigCorpus *corpus,
             MigRef     context,
             GArray    *refs,
             guint      index)
{
  const MigRef ref = g_array_index (refs, MigRef, index);

  gtk_box_append (GTK_BOX (list), mig_row_record (corpus, ref, NULL, mig_words_kind (corpus, ref)));
}

/* What a person would look up: not the mentions and affiliations, which the pages of their two ends show. */
static GArray *
get_told (MigCorpus *corpus,
          MigRef     document)
{
  const MigRefs evidences = mig_corpus_get_related (corpus, document, MIG_RELATION_EVIDENCES);
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < evidences.n; i++)
    {
      const MigKind kind = mig_ref_kind (evidences.refs[i]);

      if (kind != MIG_KIND_MENTION && kind != MIG_KIND_MEMBERSHIP && evidences.refs[i] != document)
        g_array_append_val (refs, evidences.refs[i]);
    }

  return refs;
}

/* A part of the document, and how many records, mentions included, name it as their place. */
typedef struct
{
  MigSection section;
  guint n_records;
} Part;

static void
count_one (GHashTable *counts,
           const char *section)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, section));

  g_hash_table_insert (counts, (gpointer) section, GUINT_TO_POINTER (n + 1));
}

/* A record that names a section by several sources counts once there. */
static gboolean
is_named_before (const MigSource *sources,
                 guint            i)
{
  for (guint j = 0; j < i; j++)
    if (sources[j].document == sources[i].document &&
        strcmp (sources[j].locator.section, sources[i].locator.section) == 0)
      return TRUE;

  return FALSE;
}

/* One walk over all that the document tells: section to number of records. */
static GHashTable *
count_evidence (MigCorpus *corpus,
                MigRef     document)
{
  const MigRefs evidences = mig_corpus_get_related (corpus, document, MIG_RELATION_EVIDENCES);
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evidences.n; i++)
    {
      const MigRange range = mig_corpus_get_record (corpus, evidences.refs[i])->sources;
      const MigSource *sources = mig_corpus_get_sources (corpus, range);

      if (mig_ref_kind (evidences.refs[i]) == MIG_KIND_MENTION)
        {
          count_one (counts, mig_corpus_get_mention (corpus, evidences.refs[i])->locator.section);
          continue;
        }
      for (guint j = 0; j < range.n; j++)
        if (sources[j].document == document && !is_named_before (sources, j))
          count_one (counts, sources[j].locator.section);
    }

  return counts;
}

static GArray *
get_parts (MigCorpus *corpus,
           MigRef     document)
{
  const MigRange range = mig_corpus_get_document (corpus, document)->sections;
  const MigSection *sections = mig_corpus_get_sections (corpus, range);
  g_autoptr(GHashTable) counts = count_evidence (corpus, document);
  GArray *parts = g_array_sized_new (FALSE, FALSE, sizeof (Part), range.n);

  for (guint i = 0; i < range.n; i++)
    {
      const Part part = { sections[i], GPOINTER_TO_UINT (g_hash_table_lookup (counts, sections[i].section)) };

      g_array_append_val (parts, part);
    }

  return parts;
}

static void
append_section (GtkWidget *table,
                MigCorpus *corpus,
                MigRef     context,
                GArray    *parts,
                guint      index)
{
  const Part *part = &g_array_index (parts, Part, index);
  g_autofree char *number = mig_words_number (part->n_records);
  GtkWidget *cells[4];

  cells[0] = mig_part_cell (mig_part_text (part->section.section, "mig-numeral"));
  cells[1] = mig_part_cell (mig_part_text (part->section.title, NULL));
  cells[2] = mig_part_cell (mig_part_label (part->section.page, "mig-lag"));
  cells[3] = mig_part_cell (mig_part_label (number, "mig-lag"));
  mig_table_append_row (MIG_TABLE (table), cells);
}

/* The parts of the document, and how much of the corpus each tells. One that is not divided has nothing to show. */
static void
append_sections (MigPage *page)
{
  static const guint8 weights[] = { 0, 1, 0, 0 };
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigRange range = mig_corpus_get_document (corpus, ref)->sections;
  const char *heading = C_("section", "Parts");
  GtkWidget *table, *cells[4];

  if (range.n < 2)
    return;

  table = mig_table_new (weights, G_N_ELEMENTS (weights));
  gtk_widget_add_css_class (table, "mig-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  cells[0] = mig_part_column_header (C_("column", "Section"), FALSE);
  cells[1] = mig_part_column_header (C_("column", "Title"), FALSE);
  cells[2] = mig_part_column_header (C_("column", "Page"), FALSE);
  cells[3] = mig_part_column_header (C_("column", "Records"), FALSE);
  mig_table_append_header (MIG_TABLE (table), cells);
  mig_page_append_section (page, heading, NULL,
                           mig_more_new (table, corpus, ref, get_parts (corpus, ref), MAX_SECTIONS,
                                         append_section));
}

static void
append_evidence (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const char *heading = C_("section", "Told by this document");
  GArray *told = get_told (corpus, ref);
  const guint n_told = told->len;
  g_autofree char *number = mig_words_number (n_told);
  g_autofree char *detail = NULL;

  if (n_told == 0)
    {
      g_array_unref (told);
      return;
    }

  detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s record", "%s records", n_told), number);
  mig_page_append_aside (page, heading, detail,
                         mig_more_new (mig_part_list (heading), corpus, ref, told, MAX_EVIDENCE, append_told));
}

/**
 * mig_document_page_build:
 * @page: an empty page of a document
 *
 * Fills the page.
 */
void
mig_document_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page);
  const MigDocument *document = mig_corpus_get_document (corpus, ref);
  GtkWidget *lines = NULL;

  set_head (page);
  mig_evidence_append_names (page);
  mig_evidence_append_badges (page);
  mig_evidence_append_description (page);
  if (document->organization != MIG_REF_NONE)
    mig_section_append_line (page, &lines, C_("fact", "Author"),
                             mig_part_link (document->organization,
                                            mig_words_name (corpus, document->organization), NULL));
  append_identifiers (page, &lines);

  if (mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY).n == 0)
    mig_page_append (page, mig_part_label (_("Nobody in this corpus cites it."), "mig-absent"));
  mig_page_later (page, append_evidence);
  mig_page_later (page, append_sections);
  mig_page_find_raisings (page, mig_raised_append_table);
  mig_page_later (page, mig_evidence_append_sources);
}
