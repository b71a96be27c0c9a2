/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search-query.h"

G_BEGIN_DECLS

/**
 * MigFilterDirection:
 * @MIG_FILTER_AHEAD: what lay ahead for at least one who mentioned it
 * @MIG_FILTER_BEHIND: what lay behind for at least one who mentioned it
 */
typedef enum
{
  MIG_FILTER_ANY_DIRECTION,
  MIG_FILTER_AHEAD,
  MIG_FILTER_BEHIND,
} MigFilterDirection;

#define MIG_FILTER_MAX_THINGS 16

/**
 * MigFilter:
 * @groups: which kinds pass, a bit `1 << MigSearchGroup` each; 0 for all
 * @first_day: a Julian day, or %G_MININT: what cannot be on it or later does not pass
 * @last_day: a Julian day, inclusive, or %G_MAXINT: what cannot be on it or earlier does not pass
 * @organizations: organizations; what has to do with one of them passes
 * @speakers: persons
 * @topics: topics
 * @places: areas; what took place in one of them, or in what lies in it, passes
 * @direction: whether it was ahead or behind when it was mentioned
 * @certainties: which certainties pass, a bit `1 << MigCertainty` each; 0 for all
 * @disagrees: whether only that passes about which sources disagree
 *
 * What is shown of a corpus. Things of one sort widen each other, different sorts narrow: "New York or Geneva, and
 * 2003–2016". Plain memory, to be compared and copied; mig_filter_init() makes one through which everything passes.
 */
typedef struct
{
  guint groups;
  gint first_day;
  gint last_day;
  MigRef organizations[MIG_FILTER_MAX_THINGS];
  guint n_organizations;
  MigRef speakers[MIG_FILTER_MAX_THINGS];
  guint n_speakers;
  MigRef topics[MIG_FILTER_MAX_THINGS];
  guint n_topics;
  MigRef places[MIG_FILTER_MAX_THINGS];
  guint n_places;
  MigFilterDirection direction;
  guint certainties;
  gboolean disagrees;
} MigFilter;

void     mig_filter_init (MigFilter *self);
gboolean mig_filter_is_empty (const MigFilter *self);
gboolean mig_filter_add (MigFilter *self, MigRef thing);
gboolean mig_filter_remove (MigFilter *self, MigRef thing);
gboolean mig_filter_passes (const MigFilter *self, MigCorpus *corpus, MigRef ref);

G_END_DECLS
