/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-manual.h"

#include <glib/gi18n-lib.h>

#include "mig-options.h"

/* The man page of migmeet. */

/* What stands behind the options: the last of them. */
static const char *
get_parameters (void)
{
  const GOptionEntry *entry = mig_options_get ();

  while (*entry->long_name != '\0')
    entry++;
  return entry->arg_description;
}

static void
describe (MigManual *manual)
{
  mig_manual_add_heading (manual, NC_("heading of a man page", "DESCRIPTION"));
  mig_manual_add_paragraph (manual,
    N_("MigMeet shows the meetings of a corpus on a timeline: their sessions, who spoke in them and for whom, and the "
       "events and documents that were mentioned there. Without arguments it opens the corpus that was open last; the "
       "first time the one that it comes with, the United Nations Coordination Meetings on International Migration."));
  mig_manual_add_paragraph (manual,
    /* Translators: FILE, and in the next texts ADDRESS and BRIEFING, as in "[FILE|ADDRESS|BRIEFING…]" */
    N_("FILE is a corpus in MigMeet’s format, or any Popolo JSON file; each opens in a window of its own."));
  mig_manual_add_paragraph (manual,
    /* Translators: do not translate migmeet:, the colon, # and the semicolon; they are part of an address */
    N_("ADDRESS, written migmeet:CORPUS#RECORD, leads to one record of a corpus; two records with a semicolon between "
       "them are compared."));
  mig_manual_add_paragraph (manual,
    N_("BRIEFING is a file whose name ends in .migbrief; it opens beside the corpus that it is about."));
  mig_manual_add_paragraph (manual,
    N_("With --present, the briefing fills the room’s screen, and a second screen has a console for the presenter. "
       "Escape ends the presentation."));
}

static void
list_files (MigManual *manual)
{
  mig_manual_add_heading (manual, NC_("heading of a man page", "FILES"));
  mig_manual_add_item (manual, MIG_PKGDATADIR "/corpus.json", N_("The corpus that MigMeet comes with."));
  mig_manual_add_item (manual, MIG_PKGDATADIR "/corpus.schema.json", N_("The format of corpora, as a JSON Schema."));
  mig_manual_add_item (manual, MIG_PKGDATADIR "/briefing.schema.json",
                       N_("The format of briefings, as a JSON Schema."));
  mig_manual_add_item (manual, "$XDG_DATA_HOME/migmeet/bookmarks", N_("Bookmarks, a file for each corpus."));
  mig_manual_add_item (manual, "$XDG_DATA_HOME/locale",
                       N_("Translations of the names in corpora; a folder named locale beside a corpus comes first."));
  mig_manual_add_item (manual, "$XDG_STATE_HOME/migmeet/views",
                       N_("Where each corpus was left; it opens there again."));
  mig_manual_add_item (manual, "$XDG_STATE_HOME/migmeet/briefings",
                       N_("Copies of briefings that were edited and not yet saved; they are offered again after a "
                          "crash."));
}

/**
 * mig_manual_write_migmeet:
 * @catalogue: (nullable): translations; %NULL for English
 *
 * Returns: (transfer full): the man page of migmeet
 */
GBytes *
mig_manual_write_migmeet (MigCatalogue *catalogue)
{
  g_autoptr (MigManual) manual = mig_manual_new (catalogue);

  mig_manual_know_options (manual, mig_options_get ());
  mig_manual_know (manual, N_("[OPTION…]"));
  mig_manual_begin (manual, "migmeet", mig_options_get_summary ());

  mig_manual_add_heading (manual, NC_("heading of a man page", "SYNOPSIS"));
  mig_manual_add_usage (manual, "migmeet", TRUE, get_parameters ());
  describe (manual);

  mig_manual_add_heading (manual, NC_("heading of a man page", "OPTIONS"));
  mig_manual_add_help (manual, N_("List the options and exit"));
  mig_manual_add_options (manual, mig_options_get ());
  mig_manual_add_environment (manual);
  list_files (manual);

  mig_manual_add_heading (manual, NC_("heading of a man page", "EXIT STATUS"));
  mig_manual_add_item (manual, "0", N_("All went well."));
  mig_manual_add_item (manual, "1", N_("The command line was not understood, or MigMeet cannot start."));

  mig_manual_add_heading (manual, NC_("heading of a man page", "EXAMPLES"));
  mig_manual_add_item (manual, "migmeet --present road.migbrief --scene 5",
                       N_("Go on with a briefing where it was left."));
  mig_manual_add_heading (manual, NC_("heading of a man page", "SEE ALSO"));
  mig_manual_add_reference (manual, "migmeet-corpus");
  return mig_manual_end (manual);
}
