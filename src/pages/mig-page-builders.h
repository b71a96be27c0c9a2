/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-page.h"

G_BEGIN_DECLS

/* One function a kind of page, each in a file of its own: it fills an empty page from the page's record. */

void mig_corpus_page_build       (MigPage *page);
void mig_comparison_page_build   (MigPage *page);
void mig_series_page_build       (MigPage *page);
void mig_meeting_page_build      (MigPage *page);
void mig_session_page_build      (MigPage *page);
void mig_event_page_build        (MigPage *page);
void mig_person_page_build       (MigPage *page);
void mig_organization_page_build (MigPage *page);
void mig_speech_page_build       (MigPage *page);
void mig_document_page_build     (MigPage *page);
void mig_topic_page_build        (MigPage *page);
void mig_figure_page_build       (MigPage *page);
void mig_area_page_build         (MigPage *page);
void mig_membership_page_build   (MigPage *page);
void mig_post_page_build         (MigPage *page);
void mig_mention_page_build      (MigPage *page);

G_END_DECLS
