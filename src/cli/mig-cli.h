/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"
#include "mig-corpus-reader.h"
#include "mig-palette.h"

G_BEGIN_DECLS

#define MIG_CLI_NAME "migmeet-corpus"

/* Exit statuses of migmeet-corpus. */
#define MIG_CLI_OK 0
#define MIG_CLI_PROBLEMS 1
#define MIG_CLI_USAGE 2

/* What stands for standard input or output in place of a file's name. */
#define MIG_CLI_STANDARD "-"

/* For a command's table of options: where in what it parses into an option's value belongs. */
#define MIG_CLI_VALUE(type, member) GSIZE_TO_POINTER (G_STRUCT_OFFSET (type, member))

typedef struct _MigCliCommand MigCliCommand;

/**
 * MigCliCommand:
 * @name: its name
 * @parameters: what stands behind its name and options: "[CORPUS]"
 * @summary: what it does, as the list of commands has it; without a full stop
 * @notes: (nullable): what its own help says beside that; whole sentences
 * @details: (nullable): what only its manual says
 * @max_arguments: how many arguments it takes at most
 * @options: (nullable): its options, whose arg_data are made by MIG_CLI_VALUE()
 * @run: does it: takes the arguments with its name for the first, returns the exit status
 *
 * All that is known of a command: it is parsed by this, and its help and its part of the man page are made of it. The
 * texts are in English, marked for gettext.
 */
struct _MigCliCommand
{
  const char *name;
  const char *parameters;
  const char *summary;
  const char *notes;
  const char *details;
  int max_arguments;
  const GOptionEntry *options;
  int (*run) (const MigCliCommand *self, int argc, char **argv);
};

extern const MigCliCommand mig_cli_check;
extern const MigCliCommand mig_cli_draw;
extern const MigCliCommand mig_cli_handout;
extern const MigCliCommand mig_cli_pot;
extern const MigCliCommand mig_cli_stats;

const MigCliCommand *const *mig_cli_get_commands   (void);
const GOptionEntry         *mig_cli_get_options    (void);
const char                 *mig_cli_get_parameters (void);
const char                 *mig_cli_get_summary    (void);

int        mig_cli_run (int argc, char **argv);

void       mig_cli_error (const char *format, ...) G_GNUC_PRINTF (1, 2);
gboolean   mig_cli_parse (const MigCliCommand *command, gpointer values, int *argc, char ***argv);
gboolean   mig_cli_choose_palette (const char *name, MigPalette *palette);

MigCorpus *mig_cli_read (const char *argument);
MigCorpus *mig_cli_read_translated (const char *argument);
MigCorpus *mig_cli_read_by (MigCorpusReader *reader, const char *argument, char **report);
GBytes    *mig_cli_load_standard_input (guint64 max_size, GError **error);
gboolean   mig_cli_write (GBytes *bytes, const char *argument);
void       mig_cli_tell_unwritten (const char *argument, const GError *error);

G_END_DECLS
