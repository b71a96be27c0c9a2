/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-messages.h"

#include <string.h>

#include "mig-corpus-private.h"

/* What of a corpus is translated, in one table: names, titles and terms. What people are called and what they said is
 * not; data/CORPUS.md says so too. Template, catalogues and coverage all follow from here, so the contexts never
 * change: another context is another message, and its translations are lost. */

/**
 * Field:
 * @kind: the class
 * @offset: where the text stands in its structure; of a list, the range of its entries
 * @context: class and member, as the file has them
 * @same_context: (nullable): for a short name, the context to take if the record has no other than its name
 * @side: the side array that the entries of a list stand in; %MIG_N_SIDES for a text
 */
typedef struct
{
  MigKind kind;
  gsize offset;
  const char *context;
  const char *same_context;
  MigSide side;
} Field;

#define TEXT(kind, type, member, context) { kind, G_STRUCT_OFFSET (type, member), context, NULL, MIG_N_SIDES }
#define NAMES(kind, type, full, short) \
  { kind, G_STRUCT_OFFSET (type, record.name), full, NULL, MIG_N_SIDES }, \
  { kind, G_STRUCT_OFFSET (type, record.short_name), short, full, MIG_N_SIDES }
#define LIST(kind, type, member, context, side) { kind, G_STRUCT_OFFSET (type, member), context, NULL, side }

/* In the order in which data/CORPUS.md names the classes, which is that of the template. */
static const Field fields[] = {
  NAMES (MIG_KIND_AREA, MigArea, "area.name", "area.short_name"),
  TEXT (MIG_KIND_AREA, MigArea, classification, "area.classification"),

  NAMES (MIG_KIND_ORGANIZATION, MigOrganization, "organization.name", "organization.short_name"),
  TEXT (MIG_KIND_ORGANIZATION, MigOrganization, classification, "organization.classification"),

  TEXT (MIG_KIND_PERSON, MigPerson, honorific_prefix, "person.honorific_prefix"),
  TEXT (MIG_KIND_PERSON, MigPerson, honorific_suffix, "person.honorific_suffix"),
  TEXT (MIG_KIND_PERSON, MigPerson, gender, "person.gender"),
  TEXT (MIG_KIND_PERSON, MigPerson, national_identity, "person.national_identity"),

  TEXT (MIG_KIND_MEMBERSHIP, MigMembership, role, "membership.role"),

  NAMES (MIG_KIND_POST, MigPost, "post.label", "post.short_name"),
  TEXT (MIG_KIND_POST, MigPost, role, "post.role"),

  NAMES (MIG_KIND_EVENT, MigEvent, "event.name", "event.short_name"),
  TEXT (MIG_KIND_EVENT, MigEvent, classification, "event.classification"),
  TEXT (MIG_KIND_EVENT, MigEvent, format, "event.format"),
  TEXT (MIG_KIND_EVENT, MigEvent, location, "event.location"),
  TEXT (MIG_KIND_EVENT, MigEvent, attendance, "event.attendance"),
  LIST (MIG_KIND_EVENT, MigEvent, themes, "event.themes", MIG_SIDE_TEXTS),
  LIST (MIG_KIND_EVENT, MigEvent, objectives, "event.objectives", MIG_SIDE_TEXTS),

  TEXT (MIG_KIND_SPEECH, MigSpeech, attribution_text, "speech.attribution_text"),
  TEXT (MIG_KIND_SPEECH, MigSpeech, role, "speech.role"),
  TEXT (MIG_KIND_SPEECH, MigSpeech, part, "speech.part"),

  NAMES (MIG_KIND_DOCUMENT, MigDocument, "document.title", "document.short_name"),
  TEXT (MIG_KIND_DOCUMENT, MigDocument, classification, "document.classification"),
  LIST (MIG_KIND_DOCUMENT, MigDocument, sections, "document.sections.title", MIG_SIDE_SECTIONS),

  NAMES (MIG_KIND_TOPIC, MigTopic, "topic.name", "topic.short_name"),
  TEXT (MIG_KIND_TOPIC, MigTopic, classification, "topic.classification"),

  NAMES (MIG_KIND_FIGURE, MigFigure, "figure.label", "figure.short_name"),
  TEXT (MIG_KIND_FIGURE, MigFigure, value_text, "figure.value_text"),
  TEXT (MIG_KIND_FIGURE, MigFigure, unit, "figure.unit"),
  TEXT (MIG_KIND_FIGURE, MigFigure, place, "figure.place"),

  TEXT (MIG_KIND_MENTION, MigMention, role, "mention.role"),
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

/* A record without a name goes by its id, which is no name; the entry of a list is a text, or begins a structure. */
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
      visit_text (context, G_STRUCT_MEMBER_P (record, field->offset), ref, visit, data);
      return;
    }

  for (guint i = 0; i < range->n; i++)
    {
      GArray *side = corpus->sides[field->side];

      if (field->side == MIG_SIDE_SECTIONS)
        visit_text (context, &g_array_index (side, MigSection, range->first + i).title, ref, visit, data);
      else
        visit_text (context, &g_array_index (side, const char *, range->first + i), ref, visit, data);
    }
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
