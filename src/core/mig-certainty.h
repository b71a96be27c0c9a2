/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MigCertainty:
 *
 * How sure a fact is, from the surest on.
 */
typedef enum
{
  MIG_CERTAINTY_CONFIRMED,
  MIG_CERTAINTY_REPORTED_ONCE,
  MIG_CERTAINTY_INFERRED,
} MigCertainty;

#define MIG_N_CERTAINTIES (MIG_CERTAINTY_INFERRED + 1)

const char *const *mig_certainty_get_names (void);
const char        *mig_certainty_to_name (MigCertainty certainty);
gboolean           mig_certainty_from_name (const char *name, MigCertainty *certainty);

G_END_DECLS
