/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-details.h"
#include "mig-page.h"

G_BEGIN_DECLS

/* A window with the band of details alone, and what the tests of pages do with it. */

typedef struct
{
  MigCorpus *corpus;
  MigNavigator *navigator;
  GtkWidget *details;
  GtkWidget *window;
} PageStage;

void       page_stage_set_up_with (PageStage *stage, MigCorpus *corpus);
void       page_stage_set_up      (PageStage *stage, gconstpointer data);
void       page_stage_tear_down   (PageStage *stage, gconstpointer data);
MigRef     page_stage_lookup      (PageStage *stage, const char *id);
GtkWidget *page_stage_get_page    (PageStage *stage);
GtkWidget *page_stage_open        (PageStage *stage, const char *id);
void       page_stage_follow      (PageStage *stage, GtkWidget *root, const char *text);
void       assert_selected        (PageStage *stage, const char *id);
void       assert_reads           (GtkWidget *root, const char *first, ...);

G_END_DECLS
