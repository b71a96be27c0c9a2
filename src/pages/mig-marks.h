/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-palette.h"
#include "mig-search-results.h"

G_BEGIN_DECLS

typedef struct _MigMarks MigMarks;

MigMarks *mig_marks_new         (GtkWidget *root);
void      mig_marks_free        (MigMarks *self);
gboolean  mig_marks_set         (MigMarks *self, MigSearchResults *results, MigPalette palette);
void      mig_marks_restart     (MigMarks *self);
gboolean  mig_marks_go_on       (MigMarks *self);
guint     mig_marks_get_n       (MigMarks *self);
guint     mig_marks_get_place   (MigMarks *self);
gboolean  mig_marks_step        (MigMarks *self, int steps, graphene_rect_t *bounds);

G_END_DECLS
