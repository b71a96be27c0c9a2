/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-subset.h"
#include "mig-viewport.h"

G_BEGIN_DECLS

GFile   *mig_opening_get_bundled_file (void);
MigRef   mig_opening_choose (MigCorpus *corpus);
void     mig_opening_set_view (MigCorpus *corpus, MigViewport *viewport);
char    *mig_opening_format_subtitle (MigCorpus *corpus, MigSubset *subset);

G_END_DECLS
