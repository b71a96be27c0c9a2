/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-subset.h"

G_BEGIN_DECLS

/* The part of a filter that is its span; its value is a span as somebody would type it. */
#define MIG_FILTER_SPAN "span"

/**
 * MigFilterPart:
 * @part: what narrows: %MIG_FILTER_SPAN, or one of the names that mig_filter_to_variant() uses
 * @value: by what: a record's id, a name, a span; "" where @part says it all
 * @label: the same for people: "Organization: IOM"
 *
 * One thing that a filter asks for, which can be asked for, or no longer, by itself.
 */
typedef struct
{
  char *part;
  char *value;
  char *label;
} MigFilterPart;

GPtrArray *mig_filter_list_parts (const MigFilter *self, MigCorpus *corpus);
gboolean   mig_filter_has_part (const MigFilter *self, MigCorpus *corpus, const char *part, const char *value);
gboolean   mig_filter_add_part (MigFilter *self, MigCorpus *corpus, const char *part, const char *value);
gboolean   mig_filter_remove_part (MigFilter *self, MigCorpus *corpus, const char *part, const char *value);
char      *mig_filter_format_span (const MigFilter *self);
char      *mig_filter_format_count (MigSubset *subset, MigSearchGroup group);
char      *mig_filter_format_share (const char *phrase, guint n, guint all);
char      *mig_filter_format_counts (MigSubset *subset);
gboolean   mig_filter_shows_nothing (MigSubset *subset);

G_END_DECLS
