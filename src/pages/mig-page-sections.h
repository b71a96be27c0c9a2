/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-page.h"

G_BEGIN_DECLS

void mig_section_append_objectives (MigPage *page);
void mig_section_append_themes     (MigPage *page);
void mig_section_append_meetings   (MigPage *page, GArray *meetings);
void mig_section_append_sessions   (MigPage *page);
void mig_section_append_speeches   (MigPage *page, GArray *speeches, gboolean is_by_session);
void mig_section_append_figures    (MigPage *page);
void mig_section_append_line       (MigPage *page, GtkWidget **list, const char *label, GtkWidget *content);
void mig_section_set_event_head    (MigPage *page, const char *kind);

G_END_DECLS
