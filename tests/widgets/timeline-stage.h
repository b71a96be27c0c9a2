/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-timeline.h"

G_BEGIN_DECLS

/* What the tests of the timeline share: a window with one, on the bundled corpus. */

/* Longer than the view must rest before anything is told of it. */
#define SIGHT_MS 800

typedef struct
{
  MigCorpus *corpus;
  MigNavigator *navigator;
  MigViewport *viewport;
  GtkWidget *window;
  GtkWidget *timeline;
} Fixture;

void settle (Fixture *fixture);
void wait_for (Fixture *fixture, guint ms);
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
MigRef lookup (Fixture *fixture, const char *id);
GtkWidget *get_lane (Fixture *fixture, guint n);
GtkWidget *find_item (Fixture *fixture, const char *id);
void press (Fixture *fixture, const char *action);
void assert_selected (Fixture *fixture, const char *id);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

G_END_DECLS
