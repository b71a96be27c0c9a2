/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-builder-private.h"

#include <math.h>

#include "mig-hash.h"

/*
 * Fills a corpus that nobody else has seen yet:
 *
 *   intern () ──▶ strings ─┐
 *   append_… () ──▶ side arrays ─┼──▶ append () ──▶ records ──▶ register () ──▶ ids ──▶ end () ──▶ MigCorpus
 *   set_position () ─────────────┘                                                       (relations, roles, order)
 *
 * References are stored by whoever reads the file, once all ids are known, through mig_corpus_builder_get().
 */

/* Texts longer than this are rarely the same twice: looking them up would cost more than it saves. */
#define LONGEST_SHARED_TEXT 63

#define STRING_BLOCK_SIZE (64 * 1024)

static const guint16 record_strings[] = {
  MEMBER (MigRecord, id),
  MEMBER (MigRecord, name),
  MEMBER (MigRecord, short_name),
  MEMBER (MigRecord, description),
  NO_MEMBER,
};

static const MigLayout layouts[MIG_N_KINDS] = {
  [MIG_KIND_EVENT] = { sizeof (MigEvent),
                       { MEMBER (MigEvent, classification), MEMBER (MigEvent, format), MEMBER (MigEvent, location),
                         MEMBER (MigEvent, attendance), NO_MEMBER } },
  [MIG_KIND_PERSON] = { sizeof (MigPerson),
                        { MEMBER (MigPerson, honorific_prefix), MEMBER (MigPerson, honorific_suffix),
                          MEMBER (MigPerson, sort_name), MEMBER (MigPerson, gender),
                          MEMBER (MigPerson, national_identity), NO_MEMBER } },
  [MIG_KIND_ORGANIZATION] = { sizeof (MigOrganization), { MEMBER (MigOrganization, classification), NO_MEMBER } },
  [MIG_KIND_SPEECH] = { sizeof (MigSpeech),
                        { MEMBER (MigSpeech, attribution_text), MEMBER (MigSpeech, role), MEMBER (MigSpeech, part),
                          NO_MEMBER } },
  [MIG_KIND_DOCUMENT] = { sizeof (MigDocument), { MEMBER (MigDocument, classification), NO_MEMBER } },
  [MIG_KIND_TOPIC] = { sizeof (MigTopic),
                       { MEMBER (MigTopic, code), MEMBER (MigTopic, classification), NO_MEMBER } },
  [MIG_KIND_FIGURE] = { sizeof (MigFigure),
                        { MEMBER (MigFigure, value_text), MEMBER (MigFigure, unit), MEMBER (MigFigure, place),
                          NO_MEMBER } },
  [MIG_KIND_AREA] = { sizeof (MigArea), { MEMBER (MigArea, classification), NO_MEMBER } },
  [MIG_KIND_MEMBERSHIP] = { sizeof (MigMembership), { MEMBER (MigMembership, role), NO_MEMBER } },
  [MIG_KIND_POST] = { sizeof (MigPost), { MEMBER (MigPost, role), NO_MEMBER } },
  [MIG_KIND_MENTION] = { sizeof (MigMention),
                         { MEMBER (MigMention, role), MEMBER (MigMention, locator.section),
                           MEMBER (MigMention, locator.page), NO_MEMBER } },
};

/**
 * mig_corpus_builder_new:
 * @file: (nullable): where the corpus is read from; for mig_corpus_get_file() only, nothing is read here
 *
 * Begins an empty corpus.
 *
 * Returns: (transfer full): a builder; mig_corpus_builder_free() it, also after mig_corpus_builder_end()
 */
MigCorpusBuilder *
mig_corpus_builder_new (GFile *file)
{
  MigCorpusBuilder *self = g_new0 (MigCorpusBuilder, 1);
  MigCorpus *corpus = g_object_new (MIG_TYPE_CORPUS, NULL);

  self->corpus = corpus;
  self->shared_texts = g_hash_table_new (mig_hash_string, g_str_equal);

  g_set_object (&corpus->file, file);
  corpus->strings = g_string_chunk_new (STRING_BLOCK_SIZE);
  corpus->refs_by_id = g_hash_table_new (mig_hash_string, g_str_equal);
  for (guint kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    corpus->records[kind] = g_array_new (FALSE, FALSE, (guint) layouts[kind].size);
  mig_corpus_builder_init_sides (self);

  return self;
}

/**
 * mig_corpus_builder_free:
 * @self: a builder
 *
 * Frees the builder, and what was built if mig_corpus_builder_end() has not handed it over.
 */
void
mig_corpus_builder_free (MigCorpusBuilder *self)
{
  for (guint kind = 0; kind < MIG_N_KINDS; kind++)
    g_clear_pointer (&self->positions[kind], g_array_unref);
  g_clear_pointer (&self->homonyms, g_hash_table_unref);
  g_clear_pointer (&self->shared_texts, g_hash_table_unref);
  g_clear_object (&self->corpus);
  g_free (self);
}

/**
 * mig_corpus_builder_intern:
 * @self: a builder
 * @text: (nullable): a text; %NULL is ""
 *
 * Copies a text into the corpus. Short texts that were seen before are stored once.
 *
 * Returns: (not nullable): the text, owned by the corpus
 */
const char *
mig_corpus_builder_intern (MigCorpusBuilder *self,
                           const char       *text)
{
  const char *shared;

  if (text == NULL || *text == '\0')
    return "";

  if (strnlen (text, LONGEST_SHARED_TEXT + 1) > LONGEST_SHARED_TEXT)
    return g_string_chunk_insert (self->corpus->strings, text);

  shared = g_hash_table_lookup (self->shared_texts, text);
  if (shared == NULL)
    {
      shared = g_string_chunk_insert (self->corpus->strings, text);
      g_hash_table_add (self->shared_texts, (char *) shared);
    }

  return shared;
}

/**
 * mig_corpus_builder_set_meta:
 * @self: a builder
 * @id: (nullable): the corpus's name in addresses
 * @title: (nullable): its title
 * @description: (nullable): a paragraph about it
 * @language: (nullable): BCP 47 tag of the language that it is written in
 *
 * Sets what the corpus says about itself. The texts are copied.
 */
void
mig_corpus_builder_set_meta (MigCorpusBuilder *self,
                             const char       *id,
                             const char       *title,
                             const char       *description,
                             const char       *language)
{
  MigCorpus *corpus = self->corpus;

  corpus->id = mig_corpus_builder_intern (self, id);
  corpus->title = mig_corpus_builder_intern (self, title);
  corpus->description = mig_corpus_builder_intern (self, description);
  corpus->language = mig_corpus_builder_intern (self, language);
}

/**
 * mig_corpus_builder_set_translation_domain:
 * @self: a builder
 * @domain: (nullable): the text domain that names are translated in
 * @modified: (nullable): when the file was last changed, which is how old a template of its texts is
 *
 * Sets where translations are. The texts are copied.
 */
void
mig_corpus_builder_set_translation_domain (MigCorpusBuilder *self,
                                           const char       *domain,
                                           const char       *modified)
{
  self->corpus->translation_domain = mig_corpus_builder_intern (self, domain);
  self->corpus->modified = mig_corpus_builder_intern (self, modified);
}

/**
 * mig_corpus_builder_append:
 * @self: a builder
 * @kind: which kind of record
 * @record: the structure of that kind; its strings must come from mig_corpus_builder_intern() (or be %NULL for ""),
 *   its ranges from the functions below
 *
 * Copies a record to the end of the array of its kind.
 *
 * Returns: the record's ref
 */
MigRef
mig_corpus_builder_append (MigCorpusBuilder *self,
                           MigKind           kind,
                           const void       *record)
{
  GArray *records = self->corpus->records[kind];
  guint index = records->len;
  void *copy;

  g_return_val_if_fail (index <= MIG_REF_MAX_INDEX, MIG_REF_NONE);

  g_array_append_vals (records, record, 1);
  copy = mig_corpus_record (self->corpus, mig_ref (kind, index));
  mig_corpus_builder_fill_strings (copy, record_strings);
  mig_corpus_builder_fill_strings (copy, layouts[kind].strings);

  return mig_ref (kind, index);
}

/**
 * mig_corpus_builder_get:
 * @self: a builder
 * @ref: a record that was appended
 *
 * Gets a record to change it, for instance to store a reference that has been resolved.
 *
 * Returns: (transfer none): the structure of the record's kind; it moves when another record is appended
 */
void *
mig_corpus_builder_get (MigCorpusBuilder *self,
                        MigRef            ref)
{
  g_return_val_if_fail (ref != MIG_REF_NONE, NULL);
  g_return_val_if_fail (mig_ref_index (ref) < mig_corpus_builder_get_n (self, mig_ref_kind (ref)), NULL);

  return mig_corpus_record (self->corpus, ref);
}

/**
 * mig_corpus_builder_get_n:
 * @self: a builder
 * @kind: a kind of record
 *
 * Returns: how many records of @kind were appended
 */
guint
mig_corpus_builder_get_n (MigCorpusBuilder *self,
                          MigKind           kind)
{
  return self->corpus->records[kind] != NULL ? self->corpus->records[kind]->len : 0;
}

/**
 * mig_corpus_builder_set_position:
 * @self: a builder
 * @ref: a record that was appended
 * @position: the number by which the file orders it among its siblings; finite
 *
 * Tells where a record wants to stand. mig_corpus_builder_end() turns the numbers into ranks.
 */
void
mig_corpus_builder_set_position (MigCorpusBuilder *self,
                                 MigRef            ref,
                                 double            position)
{
  GArray **positions = &self->positions[mig_ref_kind (ref)];
  const double none = NAN;

  if (*positions == NULL)
    *positions = g_array_new (FALSE, FALSE, sizeof (double));
  while ((*positions)->len <= mig_ref_index (ref))
    g_array_append_val (*positions, none);
  g_array_index (*positions, double, mig_ref_index (ref)) = position;
}

/**
 * mig_corpus_builder_register:
 * @self: a builder
 * @ref: a record that was appended
 *
 * Makes a record known by its id. A record without id is left alone.
 *
 * Returns: %MIG_REF_NONE, or the other record that has the id already, and keeps it
 */
MigRef
mig_corpus_builder_register (MigCorpusBuilder *self,
                             MigRef            ref)
{
  const MigRecord *record = mig_corpus_builder_get (self, ref);
  MigRef other;

  if (*record->id == '\0')
    return MIG_REF_NONE;

  other = mig_corpus_builder_lookup (self, record->id);
  if (other == MIG_REF_NONE)
    g_hash_table_insert (self->corpus->refs_by_id, (char *) record->id, GUINT_TO_POINTER (ref));

  return other;
}

/**
 * mig_corpus_builder_lookup:
 * @self: a builder
 * @id: a record's id
 *
 * Returns: the record that was registered under @id, or %MIG_REF_NONE
 */
MigRef
mig_corpus_builder_lookup (MigCorpusBuilder *self,
                           const char       *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->corpus->refs_by_id, id));
}

static char *
make_homonym_key (MigKind     kind,
                  const char *id)
{
  return g_strdup_printf ("%u:%s", (guint) kind, id);
}

/**
 * mig_corpus_builder_register_homonym:
 * @self: a builder
 * @ref: a record whose id a record of another kind has already
 *
 * Makes a record known where a reference tells the kind that it wants: Popolo itself asks for ids that are unique among
 * the records of one kind only.
 */
void
mig_corpus_builder_register_homonym (MigCorpusBuilder *self,
                                     MigRef            ref)
{
  const MigRecord *record = mig_corpus_builder_get (self, ref);

  if (self->homonyms == NULL)
    self->homonyms = g_hash_table_new_full (mig_hash_string, g_str_equal, g_free, NULL);
  g_hash_table_insert (self->homonyms, make_homonym_key (mig_ref_kind (ref), record->id), GUINT_TO_POINTER (ref));
}

/**
 * mig_corpus_builder_lookup_kinds:
 * @self: a builder
 * @id: a record's id
 * @kinds: the kinds that are wanted, a bit `1 << kind` each
 *
 * Returns: the record of one of @kinds that was registered under @id; else a record of another kind; else
 *   %MIG_REF_NONE
 */
MigRef
mig_corpus_builder_lookup_kinds (MigCorpusBuilder *self,
                                 const char       *id,
                                 guint             kinds)
{
  MigRef ref = mig_corpus_builder_lookup (self, id);

  if (self->homonyms == NULL || (kinds & (1u << mig_ref_kind (ref))))
    return ref;

  for (guint kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    if (kinds & (1u << kind))
      {
        g_autofree char *key = make_homonym_key (kind, id);
        MigRef homonym = GPOINTER_TO_UINT (g_hash_table_lookup (self->homonyms, key));

        if (homonym != MIG_REF_NONE)
          return homonym;
      }

  return ref;
}

/**
 * mig_corpus_builder_end:
 * @self: a builder
 *
 * Finishes the corpus: gives every record a name and every event its role, orders siblings, computes relations, tracks
 * and extent. No parents may run in a circle. Nothing can be appended afterwards.
 *
 * Returns: (transfer full): the corpus
 */
MigCorpus *
mig_corpus_builder_end (MigCorpusBuilder *self)
{
  g_return_val_if_fail (self->corpus != NULL, NULL);

  mig_corpus_relate (self->corpus, self->positions);
  mig_corpus_count_totals (self->corpus);

  return g_steal_pointer (&self->corpus);
}
