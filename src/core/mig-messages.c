/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-messages.h"

#include <string.h>

#include "mig-corpus-private.h"

/* What of a corpus is translated, in two tables: what a class has, and what every record has. It is all that the pages
 * show in words; what people are called is not, nor are numbers, dates and symbols, which are the same in every
 * language. data/CORPUS.md says so too. Template, catalogues and coverage all follow from here, so the contexts never
 * change: another context is another message, and its translations are lost. */

/**
 * Field:
 * @kind: the class
 * @offset: where the text stands in its structure; of a list, the range of its entries
 * @context: class and member, as the file has them
 * @same_context: (nullable): for a short name, the context to take if the record has no other than its name
 * @side: the side array that the entries of a list stand in; %MIG_N_SIDES for a text
 * @entry: where the text stands in an entry
 */
typedef struct
{
  MigKind kind;
  gsize offset;
  const char *context;
  const char *same_context;
  MigSide side;
  gsize entry;
} Field;

#define TEXT(kind, type, member, context) { kind, G_STRUCT_OFFSET (type, member), context, NULL, MIG_N_SIDES, 0 }
#define NAMES(kind, type, full, short) \
  { kind, G_STRUCT_OFFSET (type, record.name), full, NULL, MIG_N_SIDES, 0 }, \
  { kind, G_STRUCT_OFFSET (type, record.short_name), short, full, MIG_N_SIDES, 0 }
#define TEXTS(kind, type, member, context) { kind, G_STRUCT_OFFSET (type, member), context, NULL, MIG_SIDE_TEXTS, 0 }
#define LIST(kind, type, member, context, side, entry_type, entry_member) \
  { kind, G_STRUCT_OFFSET (type, member), context, NULL, side, G_STRUCT_OFFSET (entry_type, entry_member) }
#define CONTACTS(kind, type, of_label, of_note) \
  LIST (kind, type, contacts, of_label, MIG_SIDE_CONTACTS, MigContact, label), \
  LIST (kind, type, contacts, of_note, MIG_SIDE_CONTACTS, MigContact, note)

/* A place in a document is called as the document's own section is. */
#define SECTION "document.sections.section"

/* In the order in which data/CORPUS.md names the classes, which is that of the template. */
static const Field fields[] = {
  NAMES (MIG_KIND_AREA, MigArea, "area.name", "area.short_name"),
  TEXT (MIG_KIND_AREA, MigArea, classification, "area.classification"),

  NAMES (MIG_KIND_ORGANIZATION, MigOrganization, "organization.name", "organization.short_name"),
  TEXT (MIG_KIND_ORGANIZATION, MigOrganization, classification, "organization.classification"),
  CONTACTS (MIG_KIND_ORGANIZATION, MigOrganization, "organization.contact_details.label",
            "organization.contact_details.note"),

  TEXT (MIG_KIND_PERSON, MigPerson, honorific_prefix, "person.honorific_prefix"),
  TEXT (MIG_KIND_PERSON, MigPerson, honorific_suffix, "person.honorific_suffix"),
  TEXT (MIG_KIND_PERSON, MigPerson, gender, "person.gender"),
  TEXT (MIG_KIND_PERSON, MigPerson, national_identity, "person.national_identity"),
  CONTACTS (MIG_KIND_PERSON, MigPerson, "person.contact_details.label", "person.contact_details.note"),

  TEXT (MIG_KIND_MEMBERSHIP, MigMembership, role, "membership.role"),
  CONTACTS (MIG_KIND_MEMBERSHIP, MigMembership, "membership.contact_details.label",
            "membership.contact_details.note"),

  NAMES (MIG_KIND_POST, MigPost, "post.label", "post.short_name"),
  TEXT (MIG_KIND_POST, MigPost, role, "post.role"),
  CONTACTS (MIG_KIND_POST, MigPost, "post.contact_details.label", "post.contact_details.note"),

  NAMES (MIG_KIND_EVENT, MigEvent, "event.name", "event.short_name"),
  TEXT (MIG_KIND_EVENT, MigEvent, classification, "event.classification"),
  TEXT (MIG_KIND_EVENT, MigEvent, format, "event.format"),
  TEXT (MIG_KIND_EVENT, MigEvent, location, "event.location"),
  TEXT (MIG_KIND_EVENT, MigEvent, attendance, "event.attendance"),
  TEXTS (MIG_KIND_EVENT, MigEvent, themes, "event.themes"),
  TEXTS (MIG_KIND_EVENT, MigEvent, objectives, "event.objectives"),

  TEXT (MIG_KIND_SPEECH, MigSpeech, attribution_text, "speech.attribution_text"),
  TEXT (MIG_KIND_SPEECH, MigSpeech, role, "speech.role"),
  TEXT (MIG_KIND_SPEECH, MigSpeech, part, "speech.part"),

  NAMES (MIG_KIND_DOCUMENT, MigDocument, "document.title", "document.short_name"),
  TEXT (MIG_KIND_DOCUMENT, MigDocument, classification, "document.classification"),
  LIST (MIG_KIND_DOCUMENT, MigDocument, sections, "document.sections.title", MIG_SIDE_SECTIONS, MigSection, title),
  LIST (MIG_KIND_DOCUMENT, MigDocument, sections, SECTION, MIG_SIDE_SECTIONS, MigSection, section),
  LIST (MIG_KIND_DOCUMENT, MigDocument, record.identifiers, "document.identifiers.scheme", MIG_SIDE_IDENTIFIERS,
        MigIdentifier, scheme),

  NAMES (MIG_KIND_TOPIC, MigTopic, "topic.name", "topic.short_name"),
  TEXT (MIG_KIND_TOPIC, MigTopic, classification, "topic.classification"),

  NAMES (MIG_KIND_FIGURE, MigFigure, "figure.label", "figure.short_name"),
  TEXT (MIG_KIND_FIGURE, MigFigure, value_text, "figure.value_text"),
  TEXT (MIG_KIND_FIGURE, MigFigure, unit, "figure.unit"),
  TEXT (MIG_KIND_FIGURE, MigFigure, place, "figure.place"),

  TEXT (MIG_KIND_MENTION, MigMention, role, "mention.role"),
  TEXT (MIG_KIND_MENTION, MigMention, locator.section, SECTION),
};

/* The contexts of what every record has. */
typedef struct
{
  const char *description;
  const char *other_name; /* NULL where there are none to translate */
  const char *link_note;
  const char *source_note;
  const char *disagreement_note;
  const char *reading;
} Head;

#define HEAD(class, description, other_name) \
  { \
    class "." description, other_name, class ".links.note", class ".sources.note", class ".disagreements.note", \
    class ".disagreements.values.value" \
  }
#define NAMED(class) HEAD (class, "description", class ".other_names.name")

/* People keep all of their names; what somebody said, or where they belonged, has none. */
static const Head heads[MIG_N_KINDS] = {
  [MIG_KIND_AREA] = NAMED ("area"),
  [MIG_KIND_ORGANIZATION] = NAMED ("organization"),
  [MIG_KIND_PERSON] = HEAD ("person", "description", NULL),
  [MIG_KIND_MEMBERSHIP] = HEAD ("membership", "description", NULL),
  [MIG_KIND_POST] = NAMED ("post"),
  [MIG_KIND_EVENT] = NAMED ("event"),
  [MIG_KIND_SPEECH] = HEAD ("speech", "text", NULL),
  [MIG_KIND_DOCUMENT] = NAMED ("document"),
  [MIG_KIND_TOPIC] = NAMED ("topic"),
  [MIG_KIND_FIGURE] = NAMED ("figure"),
  [MIG_KIND_MENTION] = HEAD ("mention", "note", NULL),
};

static gboolean
is_same (MigCorpus  *corpus,
         const char *one,
         const char *other)
{
  return strcmp (mig_corpus_get_original (corpus, one), mig_corpus_get_original (corpus, other)) == 0;
}

static void
visit_text (const char       *context,
            const char      **text,
            MigRef            ref,
            MigMessageVisit   visit,
            gpointer          data)
{
  if (**text != '\0')
    visit (context, text, ref, data);
}

/* The same in every language: "VIII", "2", and so is a date. */
static gboolean
is_number (const char *text)
{
  MigDate date;

  return strspn (text, "0123456789IVXLCDM.") == strlen (text) || mig_date_parse_edtf (text, &date, NULL);
}

static void
visit_words (const char       *context,
             const char      **text,
             MigRef            ref,
             MigMessageVisit   visit,
             gpointer          data)
{
  if (!is_number (*text))
    visit_text (context, text, ref, visit, data);
}

static void *
get_entry (MigCorpus *corpus,
           MigSide    side,
           guint      index)
{
  GArray *entries = corpus->sides[side];

  return entries->data + (gsize) index * g_array_get_element_size (entries);
}

static void
visit_field (MigCorpus       *corpus,
             const Field     *field,
             MigRef           ref,
             const char      *context,
             MigMessageVisit  visit,
             gpointer         data)
{
  MigRecord *record = mig_corpus_record (corpus, ref);
  const MigRange *range = G_STRUCT_MEMBER_P (record, field->offset);

  if (field->side == MIG_N_SIDES)
    {
      (strcmp (context, SECTION) == 0 ? visit_words : visit_text) (
        context, G_STRUCT_MEMBER_P (record, field->offset), ref, visit, data);
      return;
    }

  for (guint i = 0; i < range->n; i++)
    (strcmp (context, SECTION) == 0 ? visit_words : visit_text) (
      context, G_STRUCT_MEMBER_P (get_entry (corpus, field->side, range->first + i), field->entry), ref, visit, data);
}

static void
visit_sources (MigCorpus       *corpus,
               MigRange         range,
               MigRef           ref,
               MigMessageVisit  visit,
               gpointer         data)
{
  for (guint i = 0; i < range.n; i++)
    {
      MigSource *source = get_entry (corpus, MIG_SIDE_SOURCES, range.first + i);

      visit_text (heads[mig_ref_kind (ref)].source_note, &source->note, ref, visit, data);
      visit_words (SECTION, &source->locator.section, ref, visit, data);
    }
}

/* Of two symbols that sources give a document neither is a word. */
static gboolean
has_words (const MigDisagreement *disagreement)
{
  return strcmp (disagreement->property, "identifiers") != 0;
}

static void
visit_disagreement (MigCorpus       *corpus,
                    MigDisagreement *disagreement,
                    MigRef           ref,
                    MigMessageVisit  visit,
                    gpointer         data)
{
  const Head *head = &heads[mig_ref_kind (ref)];

  visit_text (head->disagreement_note, &disagreement->note, ref, visit, data);
  for (guint i = 0; i < disagreement->readings.n; i++)
    {
      MigReading *reading = get_entry (corpus, MIG_SIDE_READINGS, disagreement->readings.first + i);

      if (has_words (disagreement))
        visit_words (head->reading, &reading->value, ref, visit, data);
      visit_sources (corpus, reading->sources, ref, visit, data);
    }
}

static void
visit_head (MigCorpus       *corpus,
            MigRecord       *record,
            MigRef           ref,
            MigMessageVisit  visit,
            gpointer         data)
{
  const Head *head = &heads[mig_ref_kind (ref)];

  visit_text (head->description, &record->description, ref, visit, data);
  for (guint i = 0; head->other_name != NULL && i < record->other_names.n; i++)
    {
      MigOtherName *name = get_entry (corpus, MIG_SIDE_OTHER_NAMES, record->other_names.first + i);

      visit_text (head->other_name, &name->name, ref, visit, data);
    }
  for (guint i = 0; i < record->links.n; i++)
    {
      MigLink *link = get_entry (corpus, MIG_SIDE_LINKS, record->links.first + i);

      visit_text (head->link_note, &link->note, ref, visit, data);
    }
  visit_sources (corpus, record->sources, ref, visit, data);
  for (guint i = 0; i < record->disagreements.n; i++)
    visit_disagreement (corpus, get_entry (corpus, MIG_SIDE_DISAGREEMENTS, record->disagreements.first + i), ref,
                        visit, data);
}

/* Some records are called by one of their members: an unnamed speaker, an affiliation by its role. */
static const char *
get_borrowed_context (MigCorpus *corpus,
                      MigRef     ref)
{
  const MigRecord *record = mig_corpus_get_record (corpus, ref);

  switch ((int) mig_ref_kind (ref))
    {
    case MIG_KIND_SPEECH:
      return mig_corpus_get_speech (corpus, ref)->creator == MIG_REF_NONE ? "speech.attribution_text" : NULL;
    case MIG_KIND_MEMBERSHIP:
      return is_same (corpus, record->name, mig_corpus_get_membership (corpus, ref)->role) ? "membership.role"
                                                                                          : "membership.label";
    case MIG_KIND_MENTION:
      return is_same (corpus, record->name, mig_corpus_get_mention (corpus, ref)->role) ? "mention.role" : NULL;
    default:
      return NULL;
    }
}

static gboolean
is_short_name (const Field *field)
{
  return field->same_context != NULL;
}

/* A record without a name goes by its id, which is no name. */
static void
visit_record (MigCorpus       *corpus,
              const Field     *first,
              MigRef           ref,
              MigMessageVisit  visit,
              gpointer         data)
{
  MigRecord *record = mig_corpus_record (corpus, ref);
  const char *borrowed = get_borrowed_context (corpus, ref);
  const gboolean has_short_name = !is_same (corpus, record->name, record->short_name);
  const gboolean has_name = !is_same (corpus, record->name, record->id);

  if (borrowed != NULL && has_name)
    {
      visit_text (borrowed, &record->name, ref, visit, data);
      visit_text (borrowed, &record->short_name, ref, visit, data);
    }

  for (const Field *field = first; field < fields + G_N_ELEMENTS (fields) && field->kind == first->kind; field++)
    {
      const gboolean names_it = field->offset == G_STRUCT_OFFSET (MigRecord, name);

      if ((names_it || (is_short_name (field) && !has_short_name)) && !has_name)
        continue;

      visit_field (corpus, field, ref, is_short_name (field) && !has_short_name ? field->same_context : field->context,
                   visit, data);
    }
  visit_head (corpus, record, ref, visit, data);
}

/**
 * mig_messages_visit:
 * @corpus: a corpus
 * @visit: what to do
 * @data: what to give along
 *
 * Goes to every place where a text stands that is translated: the corpus's title and description first, then class by
 * class as the file's records stand. To change what stands there is for who builds the corpus.
 */
void
mig_messages_visit (MigCorpus       *corpus,
                    MigMessageVisit  visit,
                    gpointer         data)
{
  MigKind last = MIG_KIND_NONE;

  visit_text ("meta.title", &corpus->title, MIG_REF_NONE, visit, data);
  visit_text ("meta.description", &corpus->description, MIG_REF_NONE, visit, data);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i].kind == last)
        continue;

      last = fields[i].kind;
      for (guint j = 0; j < mig_corpus_get_n (corpus, last); j++)
        visit_record (corpus, &fields[i], mig_ref (last, j), visit, data);
    }
}

typedef struct
{
  MigCorpus *corpus;
  GPtrArray *messages;
  GHashTable *found; /* context and original → message */
} Collection;

static void
message_free (gpointer data)
{
  MigMessage *message = data;

  g_array_unref (message->refs);
  g_free (message);
}

static void
collect (const char  *context,
         const char **text,
         MigRef       ref,
         gpointer     data)
{
  Collection *self = data;
  const char *original = mig_corpus_get_original (self->corpus, *text);
  g_autofree char *key = g_strconcat (context, "\004", original, NULL);
  MigMessage *message = g_hash_table_lookup (self->found, key);

  if (message == NULL)
    {
      message = g_new (MigMessage, 1);
      *message = (MigMessage) { context, original, g_array_new (FALSE, FALSE, sizeof (MigRef)) };
      g_hash_table_insert (self->found, g_steal_pointer (&key), message);
      g_ptr_array_add (self->messages, message);
    }
  if (message->refs->len == 0 || g_array_index (message->refs, MigRef, message->refs->len - 1) != ref)
    g_array_append_val (message->refs, ref);
}

/**
 * mig_messages_collect:
 * @corpus: a corpus, in its own language or translated
 *
 * Returns: (transfer full) (element-type MigMessage): all that is translated of it, each context and original once, in
 *   the order in which they are met first; they last as long as the corpus
 */
GPtrArray *
mig_messages_collect (MigCorpus *corpus)
{
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collection collection = { corpus, g_ptr_array_new_with_free_func (message_free), found };

  mig_messages_visit (corpus, collect, &collection);
  return collection.messages;
}
