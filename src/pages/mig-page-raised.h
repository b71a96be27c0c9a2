/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-cross-links.h"
#include "mig-page.h"

G_BEGIN_DECLS

void       mig_raised_append_aside   (MigPage *page, const char *heading);
void       mig_raised_append_table   (MigPage *page);
void       mig_raised_find_breath    (MigPage *page, MigPageShow show);
void       mig_raised_append_list    (MigPage *page, const char *heading, GArray *items, gboolean is_aside);
char      *mig_raised_dup_capacity   (MigCorpus *corpus, MigRef speech);

G_END_DECLS
