/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigCompany:
 * @ref: what is in company: an event raised in the same interventions, a person who spoke in the same sessions
 * @places: (element-type MigRef): in which sessions, in their order
 */
typedef struct
{
  MigRef ref;
  GArray *places;
} MigCompany;

/**
 * MigSpeaker:
 * @ref: who speaks: a person, or the organization that an unnamed one speaks for, or, when not even that is told, the
 *   first intervention
 * @speech: the first intervention
 * @n_speeches: how many there are
 */
typedef struct
{
  MigRef ref;
  MigRef speech;
  guint n_speeches;
} MigSpeaker;

gboolean       mig_speakers_is_part     (MigCorpus *corpus, MigRef child, MigRef event);
guint          mig_speakers_count_parts (MigCorpus *corpus, MigRef event);
GArray        *mig_speakers_get_speeches (MigCorpus *corpus, MigRef event);
MigRef         mig_speakers_get_one     (MigCorpus *corpus, MigRef speech);
gconstpointer  mig_speakers_get_key     (MigCorpus *corpus, MigRef speech);
GArray        *mig_speakers_get_all     (MigCorpus *corpus, MigRef event);
GArray        *mig_speakers_get_figures (MigCorpus *corpus, MigRef ref);
GArray        *mig_speakers_get_company (MigCorpus *corpus, MigRef person);

GArray        *mig_company_new          (void);
void           mig_company_add          (GArray *companies, GHashTable *indexes, MigRef ref, MigRef place);
void           mig_company_sort         (GArray *companies);

G_END_DECLS
