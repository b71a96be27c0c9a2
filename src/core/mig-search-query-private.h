/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search-query.h"

G_BEGIN_DECLS

/* What is shorter is no name of a kind: "sess" may become "session". */
#define MIG_SEARCH_SHORTEST_KIND 5

/* What a query's words may stand for besides themselves. */

guint    mig_search_groups_from_name (const char *name);
gboolean mig_search_span_parse (const char *text, gint *first_day, gint *last_day);
guint    mig_search_dates_merge (const char *text, MigSearchClause *clauses, guint n_clauses);
void     mig_search_small_mark (const char *text, MigSearchClause *clauses, guint n_clauses);
guint    mig_search_measure_stem (const char *word, guint n);
gboolean mig_search_word_is_form (const MigSearchWord *word, const char *other);

G_END_DECLS
