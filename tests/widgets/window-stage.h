/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-window.h"

G_BEGIN_DECLS

/* What the tests of the window share: files good and bad, waiting, and the window's actions. */

gboolean   window_stage_init (int *argc, char ***argv);
int        window_stage_run (void);

char      *dup_bundled_contents (void);
GFile     *scratch_file (const char *name, const char *contents);
GFile     *good_file (void);
GFile     *broken_file (void);

guint      limit_start (const char *what);

#define wait_until(condition) \
  G_STMT_START \
  { \
    guint limit_id = limit_start (#condition); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (limit_id); \
  } \
  G_STMT_END

MigWindow *show_window (void);
void       destroy_window (MigWindow *window);
void       forget_places (void);
gboolean   is_in_state (MigWindow *window, const char *state);
void       activate (MigWindow *window, const char *action);
gboolean   press_key (GtkWidget *widget, guint keyval);
GtkWidget *find_by_type (GtkWidget *widget, GType type);
GtkWidget *find_by_label (GtkWidget *widget, const char *label);
void       assert_enabled (MigWindow *window, const char *enabled);
void       assert_shows_file (MigWindow *window, GFile *file);
void       open_and_wait (MigWindow *window, GFile *file);

G_END_DECLS
