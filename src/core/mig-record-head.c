/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-parser.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-json-text.h"

/* Reads what every record may carry, whatever its kind. An entry of a list that says nothing is left out. */

static MigRange
read_other_names (MigRecordParser     *self,
                  const MigJsonCursor *cursor)
{
  guint n = mig_json_cursor_get_n (cursor, "other_names");
  g_autofree MigOtherName *entries = g_new0 (MigOtherName, n);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      MigJsonCursor entry;

      if (!mig_json_cursor_enter_at (cursor, "other_names", i, &entry))
        continue;
      entries[n_read].name = mig_record_parser_intern (self, &entry, "name");
      entries[n_read].note = mig_record_parser_intern (self, &entry, "note");
      if (*entries[n_read].name != '\0')
        n_read++;
    }

  return mig_corpus_builder_append_other_names (self->builder, entries, n_read);
}

static MigRange
read_identifiers (MigRecordParser     *self,
                  const MigJsonCursor *cursor)
{
  guint n = mig_json_cursor_get_n (cursor, "identifiers");
  g_autofree MigIdentifier *entries = g_new0 (MigIdentifier, n);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      MigJsonCursor entry;

      if (!mig_json_cursor_enter_at (cursor, "identifiers", i, &entry))
        continue;
      entries[n_read].scheme = mig_record_parser_intern (self, &entry, "scheme");
      entries[n_read].identifier = mig_record_parser_intern (self, &entry, "identifier");
      if (*entries[n_read].identifier != '\0')
        n_read++;
    }

  return mig_corpus_builder_append_identifiers (self->builder, entries, n_read);
}

static MigRange
read_links (MigRecordParser     *self,
            const MigJsonCursor *cursor)
{
  guint n = mig_json_cursor_get_n (cursor, "links");
  g_autofree MigLink *entries = g_new0 (MigLink, n);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      MigJsonCursor entry;

      if (!mig_json_cursor_enter_at (cursor, "links", i, &entry))
        continue;
      entries[n_read].url = mig_record_parser_intern (self, &entry, "url");
      entries[n_read].note = mig_record_parser_intern (self, &entry, "note");
      if (*entries[n_read].url != '\0')
        n_read++;
    }

  return mig_corpus_builder_append_links (self->builder, entries, n_read);
}

static guint
read_paragraph (const MigJsonCursor *locator)
{
  double paragraph;

  if (!mig_json_cursor_get_number (locator, "paragraph", &paragraph))
    return 0;
  if (paragraph >= 1 && paragraph <= G_MAXINT && paragraph <= (double) (gint) paragraph)
    return (guint) paragraph;

  mig_json_cursor_report (locator, "paragraph", _("This is no number of a paragraph."),
                          _("Paragraphs are counted 1, 2, 3 and so on within their section."));
  return 0;
}

/**
 * mig_record_parser_read_locator:
 * @self: a parser
 * @cursor: a source or a mention
 * @locator: (out caller-allocates): its `locator`, all empty where it has none
 *
 * Reads where in a document something stands.
 */
void
mig_record_parser_read_locator (MigRecordParser     *self,
                                const MigJsonCursor *cursor,
                                MigLocator          *locator)
{
  MigJsonCursor inner;

  *locator = (MigLocator) { .section = "", .page = "" };
  if (!mig_json_cursor_enter (cursor, "locator", &inner))
    return;

  locator->section = mig_record_parser_intern (self, &inner, "section");
  locator->page = mig_record_parser_intern (self, &inner, "page");
  locator->paragraph = read_paragraph (&inner);
}

static MigRange
read_sources (MigRecordParser     *self,
              const MigJsonCursor *cursor)
{
  guint n = mig_json_cursor_get_n (cursor, "sources");
  g_autofree MigSource *entries = g_new0 (MigSource, n);
  g_autofree MigJsonCursor *cursors = g_new0 (MigJsonCursor, n);
  g_autofree const char **documents = g_new0 (const char *, n);
  guint n_read = 0;
  MigRange range;

  for (guint i = 0; i < n; i++)
    {
      MigSource *source = &entries[n_read];

      if (!mig_json_cursor_enter_at (cursor, "sources", i, &cursors[n_read]))
        continue;
      source->url = mig_record_parser_intern (self, &cursors[n_read], "url");
      source->note = mig_record_parser_intern (self, &cursors[n_read], "note");
      mig_record_parser_read_locator (self, &cursors[n_read], &source->locator);
      documents[n_read] = mig_json_cursor_get_text (&cursors[n_read], "document_id");
      if (*source->url != '\0' || *source->note != '\0' || documents[n_read] != NULL)
        n_read++;
    }

  range = mig_corpus_builder_append_sources (self->builder, entries, n_read);
  for (guint i = 0; i < n_read; i++)
    mig_record_parser_expect (self, &cursors[i], "document_id", documents[i], MIG_KIND_BIT (MIG_KIND_DOCUMENT), 0,
                              range.first + i);

  return range;
}

static MigRange
read_readings (MigRecordParser     *self,
               const MigJsonCursor *cursor)
{
  guint n = mig_json_cursor_get_n (cursor, "values");
  g_autofree MigReading *entries = g_new0 (MigReading, n);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      MigJsonCursor entry;

      if (!mig_json_cursor_enter_at (cursor, "values", i, &entry))
        continue;
      entries[n_read].value = mig_record_parser_intern (self, &entry, "value");
      entries[n_read].sources = read_sources (self, &entry);
      if (*entries[n_read].value != '\0' || entries[n_read].sources.n > 0)
        n_read++;
    }

  return mig_corpus_builder_append_readings (self->builder, entries, n_read);
}

static MigRange
read_disagreements (MigRecordParser     *self,
                    const MigJsonCursor *cursor)
{
  guint n = mig_json_cursor_get_n (cursor, "disagreements");
  g_autofree MigDisagreement *entries = g_new0 (MigDisagreement, n);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      MigJsonCursor entry;

      if (!mig_json_cursor_enter_at (cursor, "disagreements", i, &entry))
        continue;
      entries[n_read].property = mig_record_parser_intern (self, &entry, "property");
      entries[n_read].note = mig_record_parser_intern (self, &entry, "note");
      entries[n_read].readings = read_readings (self, &entry);
      if (*entries[n_read].property != '\0' || entries[n_read].readings.n > 0)
        n_read++;
    }

  return mig_corpus_builder_append_disagreements (self->builder, entries, n_read);
}

static MigCertainty
read_certainty (const MigJsonCursor *cursor)
{
  static const char *const words[] = {
    [MIG_CERTAINTY_CONFIRMED] = "confirmed",
    [MIG_CERTAINTY_REPORTED_ONCE] = "reported once",
    [MIG_CERTAINTY_INFERRED] = "inferred",
  };
  const char *word = mig_json_cursor_get_text (cursor, "certainty");
  g_autofree char *quote = NULL;
  g_autofree char *what = NULL;

  if (word == NULL || *word == '\0')
    return MIG_CERTAINTY_CONFIRMED;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0)
      return (MigCertainty) i;

  quote = mig_json_shorten (word, -1);
  /* Translators: %s is what the file gives where it is to tell how sure a fact is. */
  what = g_strdup_printf (_("“%s” is no certainty."), quote);
  /* Translators: the words in quotes are part of the file format and stay as they are. */
  mig_json_cursor_report (cursor, "certainty", what, _("It is “confirmed”, “reported once” or “inferred”."));

  return MIG_CERTAINTY_CONFIRMED;
}

/**
 * mig_record_parser_read_head:
 * @self: a parser
 * @cursor: a record
 * @record: (out caller-allocates): the head of its structure; its position is left 0
 *
 * Reads what every record may carry.
 */
void
mig_record_parser_read_head (MigRecordParser     *self,
                             const MigJsonCursor *cursor,
                             MigRecord           *record)
{
  record->id = mig_record_parser_intern (self, cursor, "id");
  record->name = mig_record_parser_intern (self, cursor, "name");
  record->short_name = mig_record_parser_intern (self, cursor, "short_name");
  record->description = mig_record_parser_intern (self, cursor, "description");
  record->other_names = read_other_names (self, cursor);
  record->identifiers = read_identifiers (self, cursor);
  record->links = read_links (self, cursor);
  record->sources = read_sources (self, cursor);
  record->disagreements = read_disagreements (self, cursor);
  record->certainty = read_certainty (cursor);
}
