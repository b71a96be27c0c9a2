/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-navigator.h"

G_BEGIN_DECLS

/* Internal to the navigator: its places, shared with the file that carries them over to another corpus. */

/* Where one was: what was selected, what was beside it, and what was in sight at the end; an empty span was never
 * looked at. */
typedef struct
{
  MigRef ref;
  MigRef compared;
  double start;
  double end;
} MigPlace;

GArray *mig_places_carry_over (GArray *before, MigCorpus *from, MigCorpus *to, guint current_before, guint *current);

G_END_DECLS
