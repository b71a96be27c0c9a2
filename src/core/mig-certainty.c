/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-certainty.h"

/* What certainties are called in files: in a corpus, in a filter that is kept, and in a briefing. */

static const char *const names[MIG_N_CERTAINTIES] = {
  [MIG_CERTAINTY_CONFIRMED] = "confirmed",
  [MIG_CERTAINTY_REPORTED_ONCE] = "reported once",
  [MIG_CERTAINTY_INFERRED] = "inferred",
};

/**
 * mig_certainty_get_names:
 *
 * Returns: (transfer none) (array fixed-size=3): the names of all, by #MigCertainty; they are not translated
 */
const char *const *
mig_certainty_get_names (void)
{
  return names;
}

/**
 * mig_certainty_to_name:
 * @certainty: a certainty
 *
 * Returns: (transfer none): what it is called in files
 */
const char *
mig_certainty_to_name (MigCertainty certainty)
{
  g_return_val_if_fail ((guint) certainty < MIG_N_CERTAINTIES, names[MIG_CERTAINTY_CONFIRMED]);

  return names[certainty];
}

/**
 * mig_certainty_from_name:
 * @name: (nullable): a name
 * @certainty: (out): the certainty of that name; untouched if there is none
 *
 * Returns: whether there is one
 */
gboolean
mig_certainty_from_name (const char *name, MigCertainty *certainty)
{
  for (guint i = 0; i < MIG_N_CERTAINTIES; i++)
    {
      if (g_strcmp0 (names[i], name) != 0)
        continue;
      *certainty = (MigCertainty) i;
      return TRUE;
    }

  return FALSE;
}
