/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-navigator.h"

G_BEGIN_DECLS

/* Internal to the navigator: its places. */

/* Where one was: what was selected, and what was in sight at the end; an empty span was never looked at. */
typedef struct
{
  MigRef ref;
  double start;
  double end;
  GVariant *view; /* a{sv}, or NULL as long as it was never left */
} Place;

struct _MigNavigator
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigViewport *viewport;
  GArray *places; /* of Place; never empty */
  guint current;
  gboolean walked_here; /* the newest place was reached by walking */
  GVariant *filter;     /* what is left out of every view, or NULL; another's to understand */
};

/* What a watcher can see, to tell afterwards what has changed. */
typedef struct
{
  MigCorpus *corpus; /* only compared */
  MigRef selected;
  gboolean can_go_back;
  gboolean can_go_forward;
} Seen;

Seen    mig_navigator_see (MigNavigator *self);
void    mig_navigator_notify_changes (MigNavigator *self, const Seen *before);
Place  *mig_navigator_get_place (MigNavigator *self);
GArray *mig_navigator_places_new (void);
void    mig_navigator_keep_view (MigNavigator *self);
void    mig_navigator_return_view (MigNavigator *self);
GArray *mig_navigator_carry_over (MigNavigator *self, MigCorpus *to, guint *current);

G_END_DECLS
