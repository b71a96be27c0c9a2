/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus.h"

#include "mig-corpus-private.h"

/*
 * A corpus in memory: flat arrays of records, which name each other by number, and lists of numbers that were computed
 * when it was built. It never changes, so that any thread may read it and nobody locks.
 *
 *   file ──▶ MigCorpusReader ──▶ MigCorpusBuilder ──▶ MigCorpus ──▶ lanes, lists, pages, search, exports
 *
 * What is derived from a record without being stored (its date, what encloses it, its address) is in
 * mig-corpus-derived.c.
 */

G_DEFINE_FINAL_TYPE (MigCorpus, mig_corpus, G_TYPE_OBJECT)

static void
mig_corpus_finalize (GObject *object)
{
  MigCorpus *self = MIG_CORPUS (object);

  for (guint i = 0; i < MIG_N_RELATIONS; i++)
    {
      g_free (self->relations[i].offsets);
      g_free (self->relations[i].refs);
    }
  for (guint i = 0; i < MIG_N_TRACKS; i++)
    {
      g_free (self->tracks[i].refs);
      mig_time_index_free (self->indexes[i]);
    }
  for (guint i = 0; i < MIG_N_KINDS; i++)
    g_clear_pointer (&self->records[i], g_array_unref);
  for (guint i = 0; i < MIG_N_SIDES; i++)
    g_clear_pointer (&self->sides[i], g_array_unref);
  g_clear_pointer (&self->ids, mig_id_index_free);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->originals, g_hash_table_unref);
  g_clear_pointer (&self->totals, g_hash_table_unref);
  g_clear_pointer (&self->series, g_array_unref);
  g_clear_pointer (&self->n_places, g_hash_table_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (mig_corpus_parent_class)->finalize (object);
}

static void
mig_corpus_class_init (MigCorpusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_corpus_finalize;
}

static void
mig_corpus_init (MigCorpus *self)
{
  self->id = self->title = self->description = self->language = "";
  self->modified = self->translation_domain = self->names_language = "";
}

/**
 * mig_corpus_get_id:
 * @self: a corpus
 *
 * Returns: its name in addresses; where the file tells none it is made from the file's name
 */
const char *
mig_corpus_get_id (MigCorpus *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), "");

  return self->id;
}

/**
 * mig_corpus_get_title:
 * @self: a corpus
 *
 * Returns: what it is called; where the file tells none it is the file's name
 */
const char *
mig_corpus_get_title (MigCorpus *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), "");

  return self->title;
}

/**
 * mig_corpus_get_description:
 * @self: a corpus
 *
 * Returns: a paragraph about it, or ""
 */
const char *
mig_corpus_get_description (MigCorpus *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), "");

  return self->description;
}

/**
 * mig_corpus_get_language:
 * @self: a corpus
 *
 * Returns: the BCP 47 tag of the language that it is written in, or ""
 */
const char *
mig_corpus_get_language (MigCorpus *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), "");

  return self->language;
}

/**
 * mig_corpus_get_file:
 * @self: a corpus
 *
 * Returns: (transfer none) (nullable): the file that it was read from; %NULL when it came from memory
 */
GFile *
mig_corpus_get_file (MigCorpus *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), NULL);

  return self->file;
}

/**
 * mig_corpus_get_n:
 * @self: a corpus
 * @kind: a kind of record
 *
 * Returns: how many records of @kind there are; their refs are `mig_ref (kind, 0)` to `mig_ref (kind, n - 1)`
 */
guint
mig_corpus_get_n (MigCorpus *self,
                  MigKind    kind)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), 0);
  g_return_val_if_fail ((guint) kind < MIG_N_KINDS, 0);

  return mig_corpus_count (self, kind);
}

/**
 * mig_corpus_has:
 * @self: (nullable): a corpus
 * @ref: any number, as an action may be given by whoever calls it
 *
 * Returns: whether it is one of the corpus's records; %MIG_REF_NONE is not
 */
gboolean
mig_corpus_has (MigCorpus *self,
                MigRef     ref)
{
  const MigKind kind = mig_ref_kind (ref);

  g_return_val_if_fail (self == NULL || MIG_IS_CORPUS (self), FALSE);

  return self != NULL && kind > MIG_KIND_NONE && kind < MIG_N_KINDS &&
         mig_ref_index (ref) < mig_corpus_get_n (self, kind);
}

/**
 * mig_corpus_get_extent:
 * @self: a corpus
 * @first_day: (out) (optional): the first Julian day of anything
 * @last_day: (out) (optional): the last Julian day of anything, inclusive
 *
 * Gets the span that the timeline is about: that of the meetings, or, where no meeting has a date, of sessions and
 * events.
 *
 * Returns: whether anything has a date; if not, the days are 0
 */
gboolean
mig_corpus_get_extent (MigCorpus *self,
                       gint      *first_day,
                       gint      *last_day)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), FALSE);

  if (first_day != NULL)
    *first_day = self->first_day;
  if (last_day != NULL)
    *last_day = self->last_day;

  return self->has_extent;
}

/**
 * mig_corpus_lookup:
 * @self: a corpus
 * @id: a record's id
 *
 * Returns: the record that has this id, or %MIG_REF_NONE
 */
MigRef
mig_corpus_lookup (MigCorpus  *self,
                   const char *id)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), MIG_REF_NONE);
  g_return_val_if_fail (id != NULL, MIG_REF_NONE);

  return self->ids != NULL ? mig_id_index_find (self->ids, id) : MIG_REF_NONE;
}

/**
 * mig_corpus_get_record:
 * @self: a corpus
 * @ref: a record of it, or %MIG_REF_NONE
 *
 * Gets what every record has. The structures of all kinds begin with it.
 *
 * Returns: (transfer none) (nullable): the record; %NULL for %MIG_REF_NONE
 */
const MigRecord *
mig_corpus_get_record (MigCorpus *self,
                       MigRef     ref)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), NULL);

  if (ref == MIG_REF_NONE)
    return NULL;

  g_return_val_if_fail (mig_ref_kind (ref) < MIG_N_KINDS, NULL);
  g_return_val_if_fail (mig_ref_index (ref) < mig_corpus_count (self, mig_ref_kind (ref)), NULL);

  return mig_corpus_record (self, ref);
}

static const void *
get_record_of_kind (MigCorpus *self,
                    MigRef     ref,
                    MigKind    kind)
{
  g_return_val_if_fail (ref == MIG_REF_NONE || mig_ref_kind (ref) == kind, NULL);

  return mig_corpus_get_record (self, ref);
}

/**
 * mig_corpus_get_event:
 * @self: a corpus
 * @ref: an event of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the event; %NULL for %MIG_REF_NONE
 */
const MigEvent *
mig_corpus_get_event (MigCorpus *self,
                      MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_EVENT);
}

/**
 * mig_corpus_get_person:
 * @self: a corpus
 * @ref: a person of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the person; %NULL for %MIG_REF_NONE
 */
const MigPerson *
mig_corpus_get_person (MigCorpus *self,
                       MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_PERSON);
}

/**
 * mig_corpus_get_organization:
 * @self: a corpus
 * @ref: an organization of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the organization; %NULL for %MIG_REF_NONE
 */
const MigOrganization *
mig_corpus_get_organization (MigCorpus *self,
                             MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_ORGANIZATION);
}

/**
 * mig_corpus_get_speech:
 * @self: a corpus
 * @ref: a speech of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the speech; %NULL for %MIG_REF_NONE
 */
const MigSpeech *
mig_corpus_get_speech (MigCorpus *self,
                       MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_SPEECH);
}

/**
 * mig_corpus_get_document:
 * @self: a corpus
 * @ref: a document of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the document; %NULL for %MIG_REF_NONE
 */
const MigDocument *
mig_corpus_get_document (MigCorpus *self,
                         MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_DOCUMENT);
}

/**
 * mig_corpus_get_topic:
 * @self: a corpus
 * @ref: a topic of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the topic; %NULL for %MIG_REF_NONE
 */
const MigTopic *
mig_corpus_get_topic (MigCorpus *self,
                      MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_TOPIC);
}

/**
 * mig_corpus_get_figure:
 * @self: a corpus
 * @ref: a figure of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the figure; %NULL for %MIG_REF_NONE
 */
const MigFigure *
mig_corpus_get_figure (MigCorpus *self,
                       MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_FIGURE);
}

/**
 * mig_corpus_get_area:
 * @self: a corpus
 * @ref: an area of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the area; %NULL for %MIG_REF_NONE
 */
const MigArea *
mig_corpus_get_area (MigCorpus *self,
                     MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_AREA);
}

/**
 * mig_corpus_get_membership:
 * @self: a corpus
 * @ref: a membership of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the membership; %NULL for %MIG_REF_NONE
 */
const MigMembership *
mig_corpus_get_membership (MigCorpus *self,
                           MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_MEMBERSHIP);
}

/**
 * mig_corpus_get_post:
 * @self: a corpus
 * @ref: a post of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the post; %NULL for %MIG_REF_NONE
 */
const MigPost *
mig_corpus_get_post (MigCorpus *self,
                     MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_POST);
}

/**
 * mig_corpus_get_mention:
 * @self: a corpus
 * @ref: a mention of it, or %MIG_REF_NONE
 *
 * Returns: (transfer none) (nullable): the mention; %NULL for %MIG_REF_NONE
 */
const MigMention *
mig_corpus_get_mention (MigCorpus *self,
                        MigRef     ref)
{
  return get_record_of_kind (self, ref, MIG_KIND_MENTION);
}

static const void *
get_side (MigCorpus *self,
          MigSide    side,
          MigRange   range)
{
  GArray *entries;

  g_return_val_if_fail (MIG_IS_CORPUS (self), NULL);

  entries = self->sides[side];
  g_return_val_if_fail (range.first <= entries->len && range.n <= entries->len - range.first, NULL);

  return range.n > 0 ? entries->data + (gsize) range.first * g_array_get_element_size (entries) : NULL;
}

/**
 * mig_corpus_get_other_names:
 * @self: a corpus
 * @range: a record's `other_names`
 *
 * Returns: (transfer none) (nullable): `range.n` entries; %NULL when that is 0
 */
const MigOtherName *
mig_corpus_get_other_names (MigCorpus *self,
                            MigRange   range)
{
  return get_side (self, MIG_SIDE_OTHER_NAMES, range);
}

/**
 * mig_corpus_get_identifiers:
 * @self: a corpus
 * @range: a record's `identifiers`
 *
 * Returns: (transfer none) (nullable): `range.n` entries; %NULL when that is 0
 */
const MigIdentifier *
mig_corpus_get_identifiers (MigCorpus *self,
                            MigRange   range)
{
  return get_side (self, MIG_SIDE_IDENTIFIERS, range);
}

/**
 * mig_corpus_get_links:
 * @self: a corpus
 * @range: a record's `links`
 *
 * Returns: (transfer none) (nullable): `range.n` entries; %NULL when that is 0
 */
const MigLink *
mig_corpus_get_links (MigCorpus *self,
                      MigRange   range)
{
  return get_side (self, MIG_SIDE_LINKS, range);
}

/**
 * mig_corpus_get_contacts:
 * @self: a corpus
 * @range: a record's `contacts`
 *
 * Returns: (transfer none) (nullable): `range.n` entries; %NULL when that is 0
 */
const MigContact *
mig_corpus_get_contacts (MigCorpus *self,
                         MigRange   range)
{
  return get_side (self, MIG_SIDE_CONTACTS, range);
}

/**
 * mig_corpus_get_sections:
 * @self: a corpus
 * @range: a document's `sections`
 *
 * Returns: (transfer none) (nullable): `range.n` entries, in the order of the document; %NULL when that is 0
 */
const MigSection *
mig_corpus_get_sections (MigCorpus *self,
                         MigRange   range)
{
  return get_side (self, MIG_SIDE_SECTIONS, range);
}

/**
 * mig_corpus_get_sources:
 * @self: a corpus
 * @range: a record's or a reading's `sources`
 *
 * Returns: (transfer none) (nullable): `range.n` entries; %NULL when that is 0
 */
const MigSource *
mig_corpus_get_sources (MigCorpus *self,
                        MigRange   range)
{
  return get_side (self, MIG_SIDE_SOURCES, range);
}

/**
 * mig_corpus_get_disagreements:
 * @self: a corpus
 * @range: a record's `disagreements`
 *
 * Returns: (transfer none) (nullable): `range.n` entries; %NULL when that is 0
 */
const MigDisagreement *
mig_corpus_get_disagreements (MigCorpus *self,
                              MigRange   range)
{
  return get_side (self, MIG_SIDE_DISAGREEMENTS, range);
}

/**
 * mig_corpus_get_readings:
 * @self: a corpus
 * @range: a disagreement's `readings`
 *
 * Returns: (transfer none) (nullable): `range.n` entries; %NULL when that is 0
 */
const MigReading *
mig_corpus_get_readings (MigCorpus *self,
                         MigRange   range)
{
  return get_side (self, MIG_SIDE_READINGS, range);
}

/**
 * mig_corpus_get_texts:
 * @self: a corpus
 * @range: an event's `themes` or `objectives`
 *
 * Returns: (transfer none) (nullable): `range.n` texts; %NULL when that is 0
 */
const char *const *
mig_corpus_get_texts (MigCorpus *self,
                      MigRange   range)
{
  return get_side (self, MIG_SIDE_TEXTS, range);
}

/**
 * mig_corpus_get_related:
 * @self: a corpus
 * @ref: a record of it
 * @relation: a relation
 *
 * Gets a precomputed list. That a relation does not apply to a record's kind is no error: the list is empty then.
 *
 * Returns: the records that stand in @relation to @ref, owned by the corpus
 */
MigRefs
mig_corpus_get_related (MigCorpus  *self,
                        MigRef      ref,
                        MigRelation relation)
{
  const MigCsr *csr;
  guint32 dense;

  g_return_val_if_fail (MIG_IS_CORPUS (self), ((MigRefs) { NULL, 0 }));
  g_return_val_if_fail ((guint) relation < MIG_N_RELATIONS, ((MigRefs) { NULL, 0 }));

  csr = &self->relations[relation];
  if (csr->offsets == NULL || mig_corpus_get_record (self, ref) == NULL)
    return (MigRefs) { NULL, 0 };

  dense = mig_corpus_dense (self, ref);
  return (MigRefs) { csr->refs + csr->offsets[dense], csr->offsets[dense + 1] - csr->offsets[dense] };
}

/**
 * mig_corpus_get_track:
 * @self: a corpus
 * @track: a track
 * @n_dated: (out) (optional): how many of them have a date; these come first
 *
 * Gets the records of a track in time, see #MigTrack. A session without a date stands at its meeting's.
 *
 * Returns: the records, owned by the corpus
 */
MigRefs
mig_corpus_get_track (MigCorpus *self,
                      MigTrack   track,
                      guint     *n_dated)
{
  const MigSequence *sequence;

  g_return_val_if_fail (MIG_IS_CORPUS (self), ((MigRefs) { NULL, 0 }));
  g_return_val_if_fail ((guint) track < MIG_N_TRACKS, ((MigRefs) { NULL, 0 }));

  sequence = &self->tracks[track];
  if (n_dated != NULL)
    *n_dated = sequence->n_dated;

  return (MigRefs) { sequence->refs, sequence->n };
}
