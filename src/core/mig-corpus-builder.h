/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"
#include "mig-json-tree.h"

G_BEGIN_DECLS

/* Internal to core: how a reader fills a corpus. Everything that the corpus owns is appended here, then finished once;
 * after mig_corpus_builder_end() nothing changes any more. */

typedef struct _MigCorpusBuilder MigCorpusBuilder;

MigCorpusBuilder *mig_corpus_builder_new (GFile *file);
void              mig_corpus_builder_free (MigCorpusBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigCorpusBuilder, mig_corpus_builder_free)

const char       *mig_corpus_builder_intern (MigCorpusBuilder *self, const char *text);
const char       *mig_corpus_builder_intern_value (MigCorpusBuilder *self, const MigJsonValue *value);
void              mig_corpus_builder_expect_texts (MigCorpusBuilder *self, const MigJsonTree *tree);
guint             mig_corpus_builder_number_id (MigCorpusBuilder *self, const MigJsonValue *id);
const char       *mig_corpus_builder_get_id (MigCorpusBuilder *self, guint number);
void              mig_corpus_builder_set_meta (MigCorpusBuilder *self,
                                               const char *id,
                                               const char *title,
                                               const char *description,
                                               const char *language);
void              mig_corpus_builder_set_translation_domain (MigCorpusBuilder *self,
                                                             const char *domain,
                                                             const char *modified);
MigRef            mig_corpus_builder_append (MigCorpusBuilder *self, MigKind kind, const void *record);
void             *mig_corpus_builder_get (MigCorpusBuilder *self, MigRef ref);
guint             mig_corpus_builder_get_n (MigCorpusBuilder *self, MigKind kind);
void              mig_corpus_builder_set_position (MigCorpusBuilder *self, MigRef ref, double position);
MigRef            mig_corpus_builder_register (MigCorpusBuilder *self, MigRef ref);
void              mig_corpus_builder_register_homonym (MigCorpusBuilder *self, MigRef ref);
MigRef            mig_corpus_builder_lookup_number (MigCorpusBuilder *self, guint number, guint kinds);
MigRef            mig_corpus_builder_lookup_kinds (MigCorpusBuilder *self, const char *id, guint kinds);
MigRange          mig_corpus_builder_append_other_names (MigCorpusBuilder *self, const MigOtherName *names, guint n);
MigRange          mig_corpus_builder_append_identifiers (MigCorpusBuilder *self, const MigIdentifier *ids, guint n);
MigRange          mig_corpus_builder_append_links (MigCorpusBuilder *self, const MigLink *links, guint n);
MigRange          mig_corpus_builder_append_sources (MigCorpusBuilder *self, const MigSource *sources, guint n);
MigRange          mig_corpus_builder_append_readings (MigCorpusBuilder *self, const MigReading *readings, guint n);
MigRange          mig_corpus_builder_append_disagreements (MigCorpusBuilder *self, const MigDisagreement *d, guint n);
MigRange          mig_corpus_builder_append_texts (MigCorpusBuilder *self, const char *const *texts, guint n);
MigRange          mig_corpus_builder_append_contacts (MigCorpusBuilder *self, const MigContact *contacts, guint n);
MigRange          mig_corpus_builder_append_sections (MigCorpusBuilder *self, const MigSection *sections, guint n);
const MigSection *mig_corpus_builder_get_sections (MigCorpusBuilder *self, MigRange range);
MigSource        *mig_corpus_builder_get_source (MigCorpusBuilder *self, guint index);
MigCorpus        *mig_corpus_builder_end (MigCorpusBuilder *self);

G_END_DECLS
