/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-page.h"

G_BEGIN_DECLS

void mig_people_append_life     (MigPage *page, GtkWidget **lines);
void mig_people_append_contacts (MigPage *page, MigRange contacts);
void mig_people_append_members  (MigPage *page, const char *heading, gboolean is_aside);

G_END_DECLS
