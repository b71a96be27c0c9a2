/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-filter.h"

G_BEGIN_DECLS

/* Internal to the navigator: its history. */

/* Where one was: what was selected, what it was compared with, what passed, and what was in sight at the end; an empty
 * span was never looked at. */
typedef struct
{
  MigRef ref;
  MigRef compared;
  MigFilter filter;
  double start;
  double end;
  GVariant *view; /* a{sv}, or NULL as long as it was never left */
} MigPlace;

GArray *mig_places_new (void);
GArray *mig_places_carry_over (GArray *places, MigCorpus *from, MigCorpus *to, guint *current);

G_END_DECLS
