/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-manual.h"

#include <glib/gi18n-lib.h>

#include "mig-cli.h"

/* The man page of migmeet-corpus. What a command does is told by its file. */

static void
list_usages (MigManual *manual)
{
  const MigCliCommand *const *commands = mig_cli_get_commands ();

  mig_manual_add_heading (manual, NC_("heading of a man page", "SYNOPSIS"));
  for (guint i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (MIG_CLI_NAME " ", commands[i]->name, NULL);

      mig_manual_add_usage (manual, name, commands[i]->options != NULL, commands[i]->parameters);
    }
}

static void
describe_commands (MigManual *manual)
{
  const MigCliCommand *const *commands = mig_cli_get_commands ();

  mig_manual_add_heading (manual, NC_("heading of a man page", "COMMANDS"));
  for (guint i = 0; commands[i] != NULL; i++)
    {
      mig_manual_add_part (manual, commands[i]->name);
      mig_manual_add_paragraph (manual, commands[i]->summary);
      mig_manual_add_paragraph (manual, commands[i]->notes);
      mig_manual_add_paragraph (manual, commands[i]->details);
      mig_manual_add_options (manual, commands[i]->options);
    }
}

static void
show_examples (MigManual *manual)
{
  mig_manual_add_heading (manual, NC_("heading of a man page", "EXAMPLES"));
  mig_manual_add_item (manual, "migmeet-corpus draw --output timeline.svg", N_("The whole series, as a drawing."));
  mig_manual_add_item (manual, "migmeet-corpus draw -o 2016.pdf --from 2015-06 --to 2017-03",
                       N_("Two years of it, for print."));
  mig_manual_add_item (manual, "migmeet-corpus handout --notes -o road.pdf road.migbrief",
                       N_("A briefing with its notes, for the presenter or for those who missed it."));
}

/**
 * mig_manual_write_corpus:
 * @catalogue: (nullable): translations; %NULL for English
 *
 * Returns: (transfer full): the man page of migmeet-corpus
 */
GBytes *
mig_manual_write_corpus (MigCatalogue *catalogue)
{
  g_autoptr (MigManual) manual = mig_manual_new (catalogue);
  const MigCliCommand *const *commands = mig_cli_get_commands ();

  mig_manual_know (manual, mig_cli_get_parameters ());
  for (guint i = 0; commands[i] != NULL; i++)
    {
      mig_manual_know (manual, commands[i]->parameters);
      mig_manual_know_options (manual, commands[i]->options);
    }
  /* Translators: what migmeet-corpus is for; it stands behind its name and a dash */
  mig_manual_begin (manual, MIG_CLI_NAME, N_("check, draw, print, translate and count a corpus of meetings without a "
                                             "display"));
  list_usages (manual);

  mig_manual_add_heading (manual, NC_("heading of a man page", "DESCRIPTION"));
  mig_manual_add_paragraph (manual, N_("The command-line companion of migmeet(1)."));
  mig_manual_add_paragraph (manual, mig_cli_get_summary ());
  mig_manual_add_paragraph (manual, N_("In place of an output file, - stands for standard output."));

  mig_manual_add_heading (manual, NC_("heading of a man page", "OPTIONS"));
  mig_manual_add_help (manual, N_("List the commands, or after a command its options, and exit"));
  mig_manual_add_options (manual, mig_cli_get_options ());
  describe_commands (manual);
  mig_manual_add_environment (manual);

  mig_manual_add_heading (manual, NC_("heading of a man page", "EXIT STATUS"));
  mig_manual_add_item (manual, "0", N_("All went well."));
  mig_manual_add_item (manual, "1", N_("A corpus has problems, or a file could not be read or written."));
  mig_manual_add_item (manual, "2", N_("The command line was not understood."));

  show_examples (manual);
  mig_manual_add_heading (manual, NC_("heading of a man page", "SEE ALSO"));
  mig_manual_add_reference (manual, "migmeet");
  return mig_manual_end (manual);
}
