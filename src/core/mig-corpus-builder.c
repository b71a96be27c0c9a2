/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-builder-private.h"

#include <math.h>
#include <string.h>

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
#define LONGEST_SHARED_TEXT MIG_JSON_LONGEST_HASHED

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

  g_set_object (&corpus->file, file);
  corpus->strings = g_string_chunk_new (STRING_BLOCK_SIZE);
  self->texts = mig_text_pool_new (corpus->strings);
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
  g_clear_pointer (&self->texts, mig_text_pool_free);
  g_clear_object (&self->corpus);
  g_free (self);
}

static const char *
intern (MigCorpusBuilder *self,
        const char       *text,
        gsize             length,
        guint             hash)
{
  if (length > LONGEST_SHARED_TEXT)
    return g_string_chunk_insert_len (self->corpus->strings, text, (gssize) length);

  return mig_text_pool_get_text (self->texts, mig_text_pool_add (self->texts, text, length, hash));
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
  gsize length = text != NULL ? strlen (text) : 0;

  return intern (self, text, length, length <= LONGEST_SHARED_TEXT ? mig_hash_bytes (text, length) : 0);
}

/**
 * mig_corpus_builder_intern_value:
 * @self: a builder
 * @value: (nullable): a text out of a file
 *
 * As mig_corpus_builder_intern(), for a text whose length and hash are known.
 *
 * Returns: (not nullable): the text, owned by the corpus
 */
const char *
mig_corpus_builder_intern_value (MigCorpusBuilder   *self,
                                 const MigJsonValue *value)
{
  return value != NULL ? intern (self, value->text, value->n, value->hash) : "";
}

/**
 * mig_corpus_builder_expect_texts:
 * @self: a builder
 * @tree: records that will be read next
 *
 * Makes ready for their texts to be interned; see mig_text_pool_expect().
 */
void
mig_corpus_builder_expect_texts (MigCorpusBuilder  *self,
                                 const MigJsonTree *tree)
{
  const MigJsonValue *value = mig_json_tree_get (tree, 0);

  for (guint i = 0; i < tree->values->len; i++)
    if (value[i].hash != 0)
      mig_text_pool_expect (self->texts, value[i].hash);
}

/**
 * mig_corpus_builder_number_id:
 * @self: a builder
 * @id: an id out of a file, whether a record was registered under it or will be later
 *
 * Returns: a number to look the record up by when all are there
 */
guint
mig_corpus_builder_number_id (MigCorpusBuilder   *self,
                              const MigJsonValue *id)
{
  return mig_text_pool_add (self->texts, id->text, id->n,
                            id->n <= LONGEST_SHARED_TEXT ? id->hash : mig_hash_bytes (id->text, id->n));
}

/**
 * mig_corpus_builder_get_id:
 * @self: a builder
 * @number: what mig_corpus_builder_number_id() gave
 *
 * Returns: (transfer none): the id
 */
const char *
mig_corpus_builder_get_id (MigCorpusBuilder *self,
                           guint             number)
{
  return mig_text_pool_get_text (self->texts, number);
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
  gsize length = strlen (record->id);
  guint number = mig_text_pool_add (self->texts, record->id, length, mig_hash_bytes (record->id, length));
  MigRef other = mig_text_pool_get_ref (self->texts, number);

  if (number != 0 && other == MIG_REF_NONE)
    mig_text_pool_set_ref (self->texts, number, ref);

  return other;
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
 * mig_corpus_builder_lookup_number:
 * @self: a builder
 * @number: the number of a record's id
 * @kinds: the kinds that are wanted, a bit `1 << kind` each
 *
 * Returns: the record of one of @kinds that was registered under @id; else a record of another kind; else
 *   %MIG_REF_NONE
 */
MigRef
mig_corpus_builder_lookup_number (MigCorpusBuilder *self,
                                  guint             number,
                                  guint             kinds)
{
  MigRef ref = mig_text_pool_get_ref (self->texts, number);

  if (self->homonyms == NULL || (kinds & (1u << mig_ref_kind (ref))))
    return ref;

  for (guint kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    if (kinds & (1u << kind))
      {
        g_autofree char *key = make_homonym_key (kind, mig_corpus_builder_get_id (self, number));
        MigRef homonym = GPOINTER_TO_UINT (g_hash_table_lookup (self->homonyms, key));

        if (homonym != MIG_REF_NONE)
          return homonym;
      }

  return ref;
}

/**
 * mig_corpus_builder_lookup_kinds:
 * @self: a builder
 * @id: a record's id
 * @kinds: the kinds that are wanted, a bit `1 << kind` each
 *
 * Returns: as mig_corpus_builder_lookup_number()
 */
MigRef
mig_corpus_builder_lookup_kinds (MigCorpusBuilder *self,
                                 const char       *id,
                                 guint             kinds)
{
  return mig_corpus_builder_lookup_number (self, mig_text_pool_find (self->texts, id, strlen (id)), kinds);
}

static const char *
get_id (MigRef   ref,
        gpointer corpus)
{
  return ((const MigRecord *) mig_corpus_record (corpus, ref))->id;
}

static void
index_ids (MigCorpusBuilder *self)
{
  const guint n = mig_text_pool_get_n (self->texts);
  guint n_ids = 0;

  for (guint number = 1; number < n; number++)
    n_ids += mig_text_pool_get_ref (self->texts, number) != MIG_REF_NONE;

  self->corpus->ids = mig_id_index_new (n_ids, get_id, self->corpus);
  for (guint number = 1; number < n; number++)
    {
      MigRef ref = mig_text_pool_get_ref (self->texts, number);

      if (ref != MIG_REF_NONE)
        mig_id_index_add (self->corpus->ids, mig_text_pool_get_hash (self->texts, number), ref);
    }
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

  index_ids (self);
  mig_corpus_relate (self->corpus, self->positions);
  mig_corpus_count_totals (self->corpus);

  return g_steal_pointer (&self->corpus);
}
