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
 * @direction: whether it was ahead or behind when it was mentioned, or mentions something that was
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
gboolean mig_filter_can_ask_for (MigRef thing);
gboolean mig_filter_remove (MigFilter *self, MigRef thing);
gboolean mig_filter_has (const MigFilter *self, MigRef thing);
gboolean mig_filter_equal (const MigFilter *self, const MigFilter *other);
gboolean mig_filter_passes (const MigFilter *self, MigCorpus *corpus, MigRef ref);
gboolean mig_filter_passes_but_kind (const MigFilter *self, MigCorpus *corpus, MigRef ref);
void     mig_filter_carry_over (MigFilter *self, MigCorpus *from, MigCorpus *to);

/* What a filter is called where it is kept: see mig_filter_to_variant(). */
#define MIG_FILTER_KINDS "kinds"
#define MIG_FILTER_START "start"
#define MIG_FILTER_END "end"
#define MIG_FILTER_ORGANIZATIONS "organizations"
#define MIG_FILTER_SPEAKERS "speakers"
#define MIG_FILTER_TOPICS "topics"
#define MIG_FILTER_PLACES "places"
#define MIG_FILTER_DIRECTION "direction"
#define MIG_FILTER_CERTAINTIES "certainties"
#define MIG_FILTER_DISAGREES "disagrees"

GVariant   *mig_filter_to_variant (const MigFilter *self, MigCorpus *corpus);
gboolean    mig_filter_init_from_variant (MigFilter *self, GVariant *variant, MigCorpus *corpus);
const char *mig_filter_direction_to_name (MigFilterDirection direction);
gboolean    mig_filter_direction_from_name (const char *name, MigFilterDirection *direction);

G_END_DECLS
