/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"
#include "mig-corpus-reader.h"

G_BEGIN_DECLS

/* Exit statuses of migmeet-corpus. */
#define MIG_CLI_OK 0
#define MIG_CLI_PROBLEMS 1
#define MIG_CLI_USAGE 2

int        mig_cli_run (int argc, char **argv);
int        mig_cli_check (int argc, char **argv);
int        mig_cli_draw (int argc, char **argv);
int        mig_cli_handout (int argc, char **argv);
int        mig_cli_pot (int argc, char **argv);
int        mig_cli_stats (int argc, char **argv);

void       mig_cli_error (const char *format, ...) G_GNUC_PRINTF (1, 2);
gboolean   mig_cli_parse (GOptionContext *context, int *argc, char ***argv);
MigCorpus *mig_cli_read (const char *argument);
MigCorpus *mig_cli_read_translated (const char *argument);
GFile     *mig_cli_get_bundled (void);

G_END_DECLS
