/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-subset.h"

G_BEGIN_DECLS

/**
 * MigArc:
 * @origin: the session (or meeting, or event) in which something is mentioned
 * @target: what is mentioned there: an event or a document
 * @n_mentions: how often
 * @n_speakers: by how many different speakers
 */
typedef struct
{
  MigRef origin;
  MigRef target;
  guint n_mentions;
  guint n_speakers;
} MigArc;

GArray *mig_arcs_collect (MigCorpus *corpus, MigRef selected);
guint   mig_arcs_count_speakers (MigCorpus *corpus, MigSubset *shown, MigRef target, guint *n_sessions);
MigRef  mig_arcs_get_scene (MigCorpus *corpus, MigRef from);

G_END_DECLS
