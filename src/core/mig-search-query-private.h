/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search-query.h"

G_BEGIN_DECLS

/* What a query's words may stand for besides themselves. */

guint    mig_search_groups_from_name (const char *name);
gboolean mig_search_span_parse (const char *text, gint *first_day, gint *last_day);
guint    mig_search_dates_merge (const char *text, MigSearchClause *clauses, guint n_clauses);

G_END_DECLS
