/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-search.h"

G_BEGIN_DECLS

#define MIG_TYPE_FINDER (mig_finder_get_type ())
G_DECLARE_FINAL_TYPE (MigFinder, mig_finder, MIG, FINDER, GObject)

MigFinder        *mig_finder_new (void);
MigFinder        *mig_finder_new_beside (MigFinder *other, MigCorpus *corpus);
void              mig_finder_set_corpus (MigFinder *self, MigCorpus *corpus);
void              mig_finder_set_subset (MigFinder *self, MigSubset *subset);
void              mig_finder_set_text (MigFinder *self, const char *text);
const char       *mig_finder_get_text (MigFinder *self);
MigSearchResults *mig_finder_get_results (MigFinder *self);
gboolean          mig_finder_is_busy (MigFinder *self);
char            **mig_finder_suggest (MigFinder *self);
GPtrArray        *mig_finder_complete (MigFinder *self, const char *text);

G_END_DECLS
