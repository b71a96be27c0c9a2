/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-parser.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-json-text.h"

/* Reads what every record may carry, whatever its kind. An entry of a list that says nothing is left out. */

/* An entry that says nothing is left out, and so only worth a word to who makes the corpus. */
static void
expect_text (const MigJsonCursor *entry,
             const char          *member,
             const char          *what)
{
  if (entry->report->is_strict)
    mig_json_cursor_require (entry, member, what, N_("An entry without it says nothing and is left out."));
}

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
      expect_text (&entry, "name", N_("The name is missing."));
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
      expect_text (&entry, "identifier", N_("The identifier is missing."));
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
  g_autofree MigLink *entries = g_new0 (MigLink, n + 1);
  const char *image = mig_record_parser_intern (self, cursor, "image");
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      MigJsonCursor entry;

      if (!mig_json_cursor_enter_at (cursor, "links", i, &entry))
        continue;
      expect_text (&entry, "url", N_("The address is missing."));
      entries[n_read].url = mig_record_parser_intern (self, &entry, "url");
      entries[n_read].note = mig_record_parser_intern (self, &entry, "note");
      if (*entries[n_read].url != '\0')
        n_read++;
    }

  /* Nothing is fetched from anywhere, so a picture is an address like any other. */
  if (*image != '\0')
    entries[n_read++] = (MigLink) { .url = image, .note = "image" };

  return mig_corpus_builder_append_links (self->builder, entries, n_read);
}

/**
 * mig_record_parser_read_contacts:
 * @self: a parser
 * @cursor: a person, organization, membership or post
 *
 * Reads Popolo's `contact_details`, and its `email` where it is not among them.
 *
 * Returns: where they stand now
 */
MigRange
mig_record_parser_read_contacts (MigRecordParser     *self,
                                 const MigJsonCursor *cursor)
{
  guint n = mig_json_cursor_get_n (cursor, "contact_details");
  g_autofree MigContact *entries = g_new0 (MigContact, n + 1);
  const char *email = mig_record_parser_intern (self, cursor, "email");
  gboolean has_email = *email == '\0';
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      MigJsonCursor entry;

      if (!mig_json_cursor_enter_at (cursor, "contact_details", i, &entry))
        continue;
      expect_text (&entry, "value", N_("The value is missing."));
      entries[n_read].type = mig_record_parser_intern (self, &entry, "type");
      entries[n_read].label = mig_record_parser_intern (self, &entry, "label");
      entries[n_read].value = mig_record_parser_intern (self, &entry, "value");
      entries[n_read].note = mig_record_parser_intern (self, &entry, "note");
      has_email = has_email || strcmp (entries[n_read].value, email) == 0;
      if (*entries[n_read].value != '\0')
        n_read++;
    }

  if (!has_email)
    entries[n_read++] = (MigContact) { .type = "email", .value = email };

  return mig_corpus_builder_append_contacts (self->builder, entries, n_read);
}

/**
 * mig_record_parser_read_ordinal:
 * @cursor: an object
 * @member: a member that counts paragraphs
 * @what: what to say of a number that does not, not translated yet
 *
 * Returns: the number, from 1; 0 where there is none
 */
guint
mig_record_parser_read_ordinal (const MigJsonCursor *cursor,
                                const char          *member,
                                const char          *what)
{
  double number;

  if (!mig_json_cursor_get_number (cursor, member, &number))
    return 0;
  if (number >= 1 && number <= G_MAXINT && number <= (double) (gint) number)
    return (guint) number;

  mig_json_cursor_report (cursor, member, _(what), _("Paragraphs are counted 1, 2, 3 and so on within their section."));
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
  locator->paragraph = mig_record_parser_read_ordinal (&inner, "paragraph", N_("This is no number of a paragraph."));
}

static MigRange
read_sources (MigRecordParser     *self,
              const MigJsonCursor *cursor)
{
  guint n = mig_json_cursor_get_n (cursor, "sources");
  g_autofree MigSource *entries = g_new0 (MigSource, n);
  g_autofree MigJsonCursor *cursors = g_new0 (MigJsonCursor, n);
  g_autofree const MigJsonValue **documents = g_new0 (const MigJsonValue *, n);
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
      documents[n_read] = mig_json_cursor_get_text_value (&cursors[n_read], "document_id");
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
      expect_text (&entry, "value", N_("The value is missing."));
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
      expect_text (&entry, "property", N_("The property is missing."));
      if (mig_json_cursor_get_n (&entry, "values") < 2)
        mig_json_cursor_report_lapse (&entry, mig_json_cursor_has_member (&entry, "values") ? "values" : NULL,
                                      _("There is no second value."),
                                      _("Sources disagree when they tell two values at least."));
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
  const char *word = mig_json_cursor_get_text (cursor, "certainty");
  g_autofree char *quote = NULL;
  g_autofree char *what = NULL;
  MigCertainty certainty;

  if (word != NULL && *word == '\0')
    mig_json_cursor_report_lapse (cursor, "certainty", _("The certainty is empty."),
                                  _("Leave the member out where a fact is confirmed."));
  if (word == NULL || *word == '\0')
    return MIG_CERTAINTY_CONFIRMED;
  if (mig_certainty_from_name (word, &certainty))
    return certainty;

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
