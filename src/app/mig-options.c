/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-options.h"

#include <glib/gi18n-lib.h>

/* What migmeet takes on its command line. The application parses by this; its help and its man page are made of it. */

static const GOptionEntry options[] = {
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { "present", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Present BRIEFING, or what the corpus itself suggests"), NULL },
  { "scene", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL, N_("Begin to present at scene N"), N_("N") },
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
    /* Translators: what may stand on the command line, in the help for it */
    N_("[FILE|ADDRESS|BRIEFING…]") },
  { NULL },
};

/**
 * mig_options_get:
 *
 * Returns: (transfer none) (array zero-terminated=1): the options; the last one is what stands behind them. Their texts
 *   are in English, marked for gettext
 */
const GOptionEntry *
mig_options_get (void)
{
  return options;
}

/**
 * mig_options_get_summary:
 *
 * Returns: what the program is for, in a line; in English, marked for gettext
 */
const char *
mig_options_get_summary (void)
{
  return N_("Explore a series of meetings on a timeline");
}
