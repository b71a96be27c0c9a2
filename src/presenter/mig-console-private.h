/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-console.h"
#include "mig-scene-grid.h"
#include "mig-scene-row.h"
#include "mig-stage.h"

G_BEGIN_DECLS

/* Internal to the console: its state, shared with the files that show the time and the note and fit it to its size. */

struct _MigConsole
{
  GtkApplicationWindow parent_instance;

  GtkLabel *title_label;
  GtkLabel *screen_label;
  GtkOverlay *overlay;
  GtkStack *stack;
  GtkLabel *badge;
  GtkLabel *place_label;
  GtkLabel *name_label;
  GtkLabel *digits_label;
  GtkFrame *monitor_frame;
  GtkBox *verbs;
  GtkScrolledWindow *note_scroller;
  GtkLabel *note_label;
  GtkWidget *timer_box;
  GtkLabel *left_label;
  GtkLabel *planned_label;
  GtkButton *pause_button;
  GtkImage *pause_icon;
  GtkLabel *pause_label;
  GtkLevelBar *timer_bar;
  GtkWidget *times;
  GtkLabel *elapsed_label;
  GtkLabel *scene_time_label;
  GtkLabel *clock_label;
  GtkBox *next_box;
  GtkLabel *next_label;
  GtkLabel *next_detail;
  GtkListView *list;
  GtkWidget *monitor;
  GtkWidget *next_stage;
  GtkWidget *grid; /* NULL until the overview is first asked for */

  MigPresentation *presentation;
  GtkSingleSelection *selection;
  GHashTable *rows; /* GtkListItem -> MigSceneRow, of those in sight */
  gpointer noted;   /* the scene whose note shows; compared only */
  gpointer next_shown;
  guint next_position; /* where it stood */
  double note_scale;
  MigTalkLevel level;
  char *left_text; /* what the timer was called last, or NULL */
  guint clock_id;
  gboolean is_narrow;
  guint fit_id; /* until what is shown fits the size */
};

void mig_console_add_verbs (MigConsole *self);
void mig_console_fit (MigConsole *self, int width);
void mig_console_note_larger (GtkWidget *widget, const char *action, GVariant *parameter);
void mig_console_note_smaller (GtkWidget *widget, const char *action, GVariant *parameter);
void mig_console_sync_next (MigConsole *self);
void mig_console_sync_note (MigConsole *self);
void mig_console_sync_timer (MigConsole *self);
void mig_console_start_clock (MigConsole *self);

G_END_DECLS
