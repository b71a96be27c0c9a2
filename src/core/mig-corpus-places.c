/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-resolver.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-json-text.h"
#include "mig-words.h"

/*
 * Whether a reader with the document in hand finds the place that a locator names. A document that lists its sections
 * is held to the list; where it does not, a mention's locator must still name some section.
 *
 *   sources[].document_id ──▶ document ──▶ sections ◀── sources[].locator
 *   mention ──▶ its first source with a document ──▶ sections ◀── mention.locator
 */

#define MAX_NAMED 12

static gboolean
has_place (const MigLocator *locator)
{
  return *locator->section != '\0' || *locator->page != '\0' || locator->paragraph > 0;
}

/* "Its sections are I, II, III …" */
static char *
dup_sections_hint (const MigSection *sections,
                   guint             n)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n && i < MAX_NAMED; i++)
    {
      g_autofree char *name = mig_json_shorten (sections[i].section, -1);
      /* Translators: the name of a section, in quotation marks, as one of a list */
      g_autofree char *quote = g_strdup_printf (C_("name in a list", "“%s”"), name);

      if (names->len > 0)
        /* Translators: stands between names in a list: "I, VII, VIII" */
        g_string_append (names, C_("separator of a list", ", "));
      g_string_append (names, quote);
    }
  if (n > MAX_NAMED)
    g_string_append (names, " …");

  /* Translators: %s is a list of names, each in quotes */
  return g_strdup_printf (_("Its sections are %s."), names->str);
}

static void
report_section (const MigRecordParser *parser,
                const MigJsonSlice    *slice,
                const char            *place,
                const MigLocator      *locator,
                const MigSection      *sections,
                guint                  n)
{
  g_autofree char *quote = mig_json_shorten (locator->section, -1);
  g_autofree char *hint = n > 0 ? dup_sections_hint (sections, n) : NULL;
  g_autofree char *path = NULL;
  g_autofree char *what = NULL;

  if (*locator->section == '\0')
    {
      mig_record_report (&parser->report, slice, place, _("The locator names no section."),
                         hint != NULL ? hint
                                      : _("A reader with the document in hand looks for the section first. A document "
                                          "that is not divided says so in its “sections”."));
      return;
    }

  path = g_strconcat (place, ".section", NULL);
  /* Translators: %s is the name of a section as a file has it */
  what = g_strdup_printf (_("“%s” is no section of the document."), quote);
  mig_record_report (&parser->report, slice, path, what, hint);
}

static void
check_place (const MigRecordParser *parser,
             const MigJsonSlice    *slice,
             const char            *place,
             MigRef                 document,
             const MigLocator      *locator)
{
  const MigRange range = ((const MigDocument *) mig_corpus_builder_get (parser->builder, document))->sections;
  const MigSection *sections = mig_corpus_builder_get_sections (parser->builder, range);
  guint i = 0;

  while (i < range.n && strcmp (sections[i].section, locator->section) != 0)
    i++;

  if (i == range.n && (range.n > 0 || *locator->section == '\0'))
    {
      report_section (parser, slice, place, locator, sections, range.n);
    }
  else if (i < range.n && sections[i].n_paragraphs > 0 && locator->paragraph > sections[i].n_paragraphs)
    {
      g_autofree char *path = g_strconcat (place, ".paragraph", NULL);
      g_autofree char *what = g_strdup_printf (_("There is no paragraph %u in the section."), locator->paragraph);
      g_autofree char *hint = mig_words_count (g_dngettext (GETTEXT_PACKAGE, "It has %s paragraph.",
                                                            "It has %s paragraphs.", sections[i].n_paragraphs),
                                               sections[i].n_paragraphs);

      mig_record_report (&parser->report, slice, path, what, hint);
    }
}

static void
check_source (const MigRecordParser *parser,
              const MigPendingRef   *pending)
{
  const MigSource *source = mig_corpus_builder_get_source (parser->builder, pending->source);
  const MigDocument *document;
  g_autofree char *entry = NULL;
  g_autofree char *place = NULL;

  if (source->document == MIG_REF_NONE || !has_place (&source->locator))
    return;
  document = mig_corpus_builder_get (parser->builder, source->document);
  if (document->sections.n == 0)
    return;

  /* From "sources[2].document_id" to "sources[2].locator". */
  entry = g_strndup (pending->path, (gsize) (strrchr (pending->path, '.') - pending->path));
  place = g_strconcat (entry, ".locator", NULL);
  check_place (parser, mig_record_parser_get_slice (parser, pending->slice), place, source->document, &source->locator);
}

static void
check_mention (const MigRecordParser *parser,
               guint                  index)
{
  const MigMention *mention = mig_corpus_builder_get (parser->builder, mig_ref (MIG_KIND_MENTION, index));
  const MigOrigin *origin = &g_array_index (parser->origins[MIG_KIND_MENTION], MigOrigin, index);
  const MigJsonSlice *slice = mig_record_parser_get_slice (parser, origin->slice);
  const MigRange sources = mention->record.sources;
  MigRef document = MIG_REF_NONE;

  if (!has_place (&mention->locator))
    return;
  for (guint i = 0; i < sources.n && document == MIG_REF_NONE; i++)
    document = mig_corpus_builder_get_source (parser->builder, sources.first + i)->document;

  if (document != MIG_REF_NONE)
    check_place (parser, slice, "locator", document, &mention->locator);
  else
    mig_record_report (&parser->report, slice, "locator", _("It is not told which document this is a place in."),
                       _("The locator of a mention is a place in the document of its first source."));
}

/**
 * mig_corpus_check_places:
 * @parser: a parser whose references are resolved
 *
 * Reports every locator that leads to no place of its document.
 */
void
mig_corpus_check_places (MigRecordParser *parser)
{
  for (guint i = 0; i < parser->pending->len; i++)
    {
      const MigPendingRef *pending = &g_array_index (parser->pending, MigPendingRef, i);

      if (pending->source != G_MAXUINT32)
        check_source (parser, pending);
    }

  for (guint i = 0; i < mig_corpus_builder_get_n (parser->builder, MIG_KIND_MENTION); i++)
    check_mention (parser, i);
}
