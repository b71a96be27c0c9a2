/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-parser.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Reads the records of each kind, member by member, as data/CORPUS.md has them. Every function here fills one structure
 * of the model and appends it; the references in it are only noted.
 */

#define EVENTS MIG_KIND_BIT (MIG_KIND_EVENT)
#define PERSONS MIG_KIND_BIT (MIG_KIND_PERSON)
#define ORGANIZATIONS MIG_KIND_BIT (MIG_KIND_ORGANIZATION)
#define SPEECHES MIG_KIND_BIT (MIG_KIND_SPEECH)
#define DOCUMENTS MIG_KIND_BIT (MIG_KIND_DOCUMENT)
#define TOPICS MIG_KIND_BIT (MIG_KIND_TOPIC)
#define AREAS MIG_KIND_BIT (MIG_KIND_AREA)
#define POSTS MIG_KIND_BIT (MIG_KIND_POST)

/* Notes a reference that is a member of the record. */
#define EXPECT(member, kinds, type, field) \
  mig_record_parser_expect (self, cursor, (member), mig_json_cursor_get_text_value (cursor, (member)), (kinds), \
                            G_STRUCT_OFFSET (type, field), G_MAXUINT32)

static inline const char *
intern (MigRecordParser     *self,
        const MigJsonCursor *cursor,
        const char          *member)
{
  return mig_record_parser_intern (self, cursor, member);
}

static inline const char *
first_text (const char *text,
            const char *otherwise)
{
  return *text != '\0' ? text : otherwise;
}

/* Joins what is there of two texts. */
static const char *
join (MigRecordParser *self,
      const char      *one,
      const char      *separator,
      const char      *other)
{
  g_autofree char *both = NULL;

  if (*one == '\0' || *other == '\0' || strcmp (one, other) == 0)
    return first_text (one, other);

  both = g_strconcat (one, separator, other, NULL);
  return mig_corpus_builder_intern (self->builder, both);
}

/* Popolo spreads over three members what a page shows in one place. */
static void
read_summary (MigRecordParser     *self,
              const MigJsonCursor *cursor,
              MigRecord           *record)
{
  record->description = join (self, intern (self, cursor, "summary"), "\n", record->description);
  record->description = join (self, record->description, "\n", intern (self, cursor, "biography"));
}

static MigRange
read_texts (MigRecordParser     *self,
            const MigJsonCursor *cursor,
            const char          *member)
{
  guint n = mig_json_cursor_get_n (cursor, member);
  g_autofree const char **texts = g_new0 (const char *, n);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *text = mig_json_cursor_get_text_at (cursor, member, i);

      if (text != NULL && *text != '\0')
        texts[n_read++] = mig_corpus_builder_intern (self->builder, text);
    }

  return mig_corpus_builder_append_texts (self->builder, texts, n_read);
}

static MigRef
append (MigRecordParser     *self,
        const MigJsonCursor *cursor,
        MigKind              kind,
        void                *record)
{
  MigRef ref = mig_corpus_builder_append (self->builder, kind, record);
  double position;

  if (mig_json_cursor_get_number (cursor, "position", &position))
    mig_corpus_builder_set_position (self->builder, ref, position);

  return ref;
}

static MigRef
read_event (MigRecordParser     *self,
            const MigJsonCursor *cursor)
{
  MigEvent event = { 0 };

  mig_record_parser_read_head (self, cursor, &event.record);
  mig_record_dates_read_pair (cursor, "start_date", "end_date", &event.date);
  mig_record_dates_read_edtf (cursor, "date", &event.date);
  event.classification = intern (self, cursor, "classification");
  event.format = intern (self, cursor, "format");
  event.location = intern (self, cursor, "location");
  event.attendance = intern (self, cursor, "attendance");
  event.themes = read_texts (self, cursor, "themes");
  event.objectives = read_texts (self, cursor, "objectives");
  EXPECT ("parent_id", EVENTS, MigEvent, parent);
  EXPECT ("area_id", AREAS, MigEvent, area);
  EXPECT ("organization_id", ORGANIZATIONS, MigEvent, organization);

  return append (self, cursor, MIG_KIND_EVENT, &event);
}

/* What begins and has no end goes on: an organization that was founded, a post that was taken, a life. */
static void
read_lasting_dates (const MigJsonCursor *cursor,
                    const char          *start_member,
                    const char          *end_member,
                    MigDate             *date)
{
  if (!mig_record_dates_read_pair (cursor, start_member, end_member, date) || !mig_date_is_set (date))
    return;

  date->end = (MigDatePoint) { .earliest = date->start.latest, .latest = date->start.latest };
  date->flags = MIG_DATE_INTERVAL | MIG_DATE_OPEN_END;
}

static MigRef
read_person (MigRecordParser     *self,
             const MigJsonCursor *cursor)
{
  MigPerson person = { 0 };
  const char *given = intern (self, cursor, "given_name");
  const char *family = intern (self, cursor, "family_name");

  mig_record_parser_read_head (self, cursor, &person.record);
  read_summary (self, cursor, &person.record);
  person.record.name = first_text (person.record.name, join (self, given, " ", family));
  person.honorific_prefix = intern (self, cursor, "honorific_prefix");
  person.honorific_suffix = intern (self, cursor, "honorific_suffix");
  person.gender = intern (self, cursor, "gender");
  person.national_identity = intern (self, cursor, "national_identity");
  person.contacts = mig_record_parser_read_contacts (self, cursor);
  read_lasting_dates (cursor, "birth_date", "death_date", &person.life);
  person.sort_name = intern (self, cursor, "sort_name");
  if (*family != '\0')
    person.sort_name = first_text (person.sort_name, join (self, family, ", ", given));

  return append (self, cursor, MIG_KIND_PERSON, &person);
}

static MigRef
read_organization (MigRecordParser     *self,
                   const MigJsonCursor *cursor)
{
  MigOrganization organization = { 0 };

  mig_record_parser_read_head (self, cursor, &organization.record);
  read_summary (self, cursor, &organization.record);
  read_lasting_dates (cursor, "founding_date", "dissolution_date", &organization.date);
  organization.classification = intern (self, cursor, "classification");
  organization.contacts = mig_record_parser_read_contacts (self, cursor);
  EXPECT ("parent_id", ORGANIZATIONS, MigOrganization, parent);
  EXPECT ("area_id", AREAS, MigOrganization, area);

  return append (self, cursor, MIG_KIND_ORGANIZATION, &organization);
}

static MigRef
read_speech (MigRecordParser     *self,
             const MigJsonCursor *cursor)
{
  MigSpeech speech = { 0 };

  mig_record_parser_read_head (self, cursor, &speech.record);
  speech.record.description = join (self, intern (self, cursor, "text"), "\n", speech.record.description);
  speech.attribution_text = intern (self, cursor, "attribution_text");
  speech.role = intern (self, cursor, "role");
  speech.part = intern (self, cursor, "part");
  mig_record_dates_read_pair (cursor, "start_date", "end_date", &speech.date);
  mig_record_dates_read_edtf (cursor, "date", &speech.date);
  EXPECT ("creator_id", PERSONS, MigSpeech, creator);
  EXPECT ("on_behalf_of_id", ORGANIZATIONS, MigSpeech, on_behalf_of);
  EXPECT ("event_id", EVENTS, MigSpeech, event);

  if (self->is_profile)
    mig_json_cursor_require (cursor, "event_id", N_("The speech has no “event_id”."),
                             N_("It must name the session or meeting at which it was given."));

  return append (self, cursor, MIG_KIND_SPEECH, &speech);
}

static MigRange
read_sections (MigRecordParser     *self,
               const MigJsonCursor *cursor)
{
  guint n = mig_json_cursor_get_n (cursor, "sections");
  g_autofree MigSection *sections = g_new0 (MigSection, n);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      MigJsonCursor entry;

      if (!mig_json_cursor_enter_at (cursor, "sections", i, &entry))
        continue;
      sections[n_read].section = intern (self, &entry, "section");
      sections[n_read].title = intern (self, &entry, "title");
      sections[n_read].page = intern (self, &entry, "page");
      sections[n_read].n_paragraphs = mig_record_parser_read_ordinal (&entry, "paragraphs",
                                                                      N_("This is no number of paragraphs."));
      n_read++;
    }

  return mig_corpus_builder_append_sections (self->builder, sections, n_read);
}

static MigRef
read_document (MigRecordParser     *self,
               const MigJsonCursor *cursor)
{
  MigDocument document = { 0 };

  mig_record_parser_read_head (self, cursor, &document.record);
  document.record.name = first_text (intern (self, cursor, "title"), document.record.name);
  document.classification = intern (self, cursor, "classification");
  document.sections = read_sections (self, cursor);
  mig_record_dates_read_edtf (cursor, "date", &document.date);
  EXPECT ("organization_id", ORGANIZATIONS, MigDocument, organization);

  return append (self, cursor, MIG_KIND_DOCUMENT, &document);
}

static MigRef
read_topic (MigRecordParser     *self,
            const MigJsonCursor *cursor)
{
  MigTopic topic = { 0 };

  mig_record_parser_read_head (self, cursor, &topic.record);
  topic.code = intern (self, cursor, "code");
  topic.record.name = first_text (topic.record.name, topic.code);
  topic.classification = intern (self, cursor, "classification");
  EXPECT ("parent_id", TOPICS, MigTopic, parent);

  return append (self, cursor, MIG_KIND_TOPIC, &topic);
}

static void
read_max_value (const MigJsonCursor *cursor,
                MigFigure           *figure)
{
  double max_value;

  figure->max_value = figure->value;
  if (!mig_json_cursor_get_number (cursor, "max_value", &max_value))
    return;

  if (figure->has_value && max_value >= figure->value)
    figure->max_value = max_value;
  else
    mig_json_cursor_report (cursor, "max_value", _("The upper end of the range is not above a lower one."),
                            _("“value” is the lower end, and comes with it."));
}

static MigRef
read_figure (MigRecordParser     *self,
             const MigJsonCursor *cursor)
{
  MigFigure figure = { 0 };

  mig_record_parser_read_head (self, cursor, &figure.record);
  figure.has_value = mig_json_cursor_get_number (cursor, "value", &figure.value);
  read_max_value (cursor, &figure);
  figure.value_text = intern (self, cursor, "value_text");
  figure.unit = intern (self, cursor, "unit");
  figure.place = intern (self, cursor, "place");
  figure.record.name = first_text (intern (self, cursor, "label"), figure.record.name);
  mig_record_dates_read_edtf (cursor, "date", &figure.date);
  EXPECT ("area_id", AREAS, MigFigure, area);
  /* The speech is resolved last and wins: it tells the event, too. */
  EXPECT ("event_id", EVENTS, MigFigure, given_by);
  EXPECT ("speech_id", SPEECHES, MigFigure, given_by);

  return append (self, cursor, MIG_KIND_FIGURE, &figure);
}

static MigRef
read_area (MigRecordParser     *self,
           const MigJsonCursor *cursor)
{
  MigArea area = { 0 };

  mig_record_parser_read_head (self, cursor, &area.record);
  area.classification = intern (self, cursor, "classification");
  EXPECT ("parent_id", AREAS, MigArea, parent);

  return append (self, cursor, MIG_KIND_AREA, &area);
}

static MigRef
read_membership (MigRecordParser     *self,
                 const MigJsonCursor *cursor)
{
  MigMembership membership = { 0 };

  mig_record_parser_read_head (self, cursor, &membership.record);
  read_lasting_dates (cursor, "start_date", "end_date", &membership.date);
  mig_record_dates_read_edtf (cursor, "date", &membership.date);
  membership.role = intern (self, cursor, "role");
  membership.record.name = first_text (membership.record.name, intern (self, cursor, "label"));
  membership.record.name = first_text (membership.record.name, membership.role);
  membership.contacts = mig_record_parser_read_contacts (self, cursor);
  EXPECT ("person_id", PERSONS, MigMembership, person);
  EXPECT ("organization_id", ORGANIZATIONS, MigMembership, organization);
  EXPECT ("on_behalf_of_id", ORGANIZATIONS, MigMembership, on_behalf_of);
  EXPECT ("post_id", POSTS, MigMembership, post);
  EXPECT ("area_id", AREAS, MigMembership, area);
  /* Parliaments' files name the term so; the event at which it is attested is resolved last and wins. */
  EXPECT ("legislative_period_id", EVENTS, MigMembership, event);
  EXPECT ("event_id", EVENTS, MigMembership, event);

  return append (self, cursor, MIG_KIND_MEMBERSHIP, &membership);
}

static MigRef
read_post (MigRecordParser     *self,
           const MigJsonCursor *cursor)
{
  MigPost post = { 0 };

  mig_record_parser_read_head (self, cursor, &post.record);
  post.role = intern (self, cursor, "role");
  post.record.name = first_text (intern (self, cursor, "label"), first_text (post.record.name, post.role));
  post.contacts = mig_record_parser_read_contacts (self, cursor);
  read_lasting_dates (cursor, "start_date", "end_date", &post.date);
  EXPECT ("organization_id", ORGANIZATIONS, MigPost, organization);
  EXPECT ("area_id", AREAS, MigPost, area);

  return append (self, cursor, MIG_KIND_POST, &post);
}

static MigRef
read_mention (MigRecordParser     *self,
              const MigJsonCursor *cursor)
{
  MigMention mention = { 0 };

  mig_record_parser_read_head (self, cursor, &mention.record);
  mention.record.description = join (self, intern (self, cursor, "note"), "\n", mention.record.description);
  mention.role = intern (self, cursor, "role");
  mention.record.name = first_text (mention.record.name, mention.role);
  mig_record_parser_read_locator (self, cursor, &mention.locator);
  mig_json_cursor_require (cursor, "from_id", N_("The mention has no “from_id”."),
                           N_("It must name the speech or event that mentions."));
  mig_json_cursor_require (cursor, "to_id", N_("The mention has no “to_id”."),
                           N_("It must name what is mentioned."));
  EXPECT ("from_id", SPEECHES | EVENTS, MigMention, from);
  EXPECT ("to_id", EVENTS | DOCUMENTS | ORGANIZATIONS | PERSONS | TOPICS, MigMention, to);

  return append (self, cursor, MIG_KIND_MENTION, &mention);
}

/**
 * mig_record_parser_read_kind:
 * @self: a parser
 * @cursor: a record
 * @kind: its kind
 *
 * Reads a record and appends it to the model. What it refers to is noted from where the parser's `pending` ends.
 *
 * Returns: the record
 */
MigRef
mig_record_parser_read_kind (MigRecordParser     *self,
                             const MigJsonCursor *cursor,
                             MigKind              kind)
{
  typedef MigRef (*ReadFunc) (MigRecordParser *self, const MigJsonCursor *cursor);
  static const ReadFunc functions[MIG_N_KINDS] = {
    [MIG_KIND_EVENT] = read_event,
    [MIG_KIND_PERSON] = read_person,
    [MIG_KIND_ORGANIZATION] = read_organization,
    [MIG_KIND_SPEECH] = read_speech,
    [MIG_KIND_DOCUMENT] = read_document,
    [MIG_KIND_TOPIC] = read_topic,
    [MIG_KIND_FIGURE] = read_figure,
    [MIG_KIND_AREA] = read_area,
    [MIG_KIND_MEMBERSHIP] = read_membership,
    [MIG_KIND_POST] = read_post,
    [MIG_KIND_MENTION] = read_mention,
  };

  g_return_val_if_fail (functions[kind] != NULL, MIG_REF_NONE);

  return functions[kind] (self, cursor);
}
