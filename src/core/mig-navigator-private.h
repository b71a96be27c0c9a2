/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-navigator.h"
#include "mig-place.h"
#include "mig-sifter.h"

G_BEGIN_DECLS

/* Internal to the navigator: its state, shared with the files of what leads from place to place, and of places. */

struct _MigNavigator
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigViewport *viewport;
  MigSifter *sifter;
  GArray *places; /* of MigPlace; never empty */
  guint current;
  gboolean walked_here; /* the newest place was reached by walking */
  gboolean moving;      /* between two places: who watches is told at the end */
};

/* What a watcher can see, to tell afterwards what has changed. */
typedef struct
{
  MigCorpus *corpus; /* only compared */
  MigSubset *subset; /* only compared */
  MigFilter filter;
  MigRef selected;
  MigRef compared;
  gboolean can_go_back;
  gboolean can_go_forward;
} MigNavigatorSeen;

static inline MigPlace *
mig_navigator_get_place (MigNavigator *self)
{
  return &g_array_index (self->places, MigPlace, self->current);
}

MigNavigatorSeen mig_navigator_see (MigNavigator *self);
void             mig_navigator_notify_changes (MigNavigator *self, const MigNavigatorSeen *before);
gboolean         mig_navigator_is_fresh (MigNavigator *self);
void             mig_navigator_append_place (MigNavigator *self, MigRef ref, MigRef compared);
void             mig_navigator_keep_view (MigNavigator *self);
void             mig_navigator_return_view (MigNavigator *self);

G_END_DECLS
