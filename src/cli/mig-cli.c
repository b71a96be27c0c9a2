/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "mig-locale.h"

/*
 * migmeet-corpus: what can be done with a corpus without a display. Each command is a file of its own, with all that is
 * known of it in a MigCliCommand; this file finds it and holds what they share.
 */

static const MigCliCommand *const commands[] = {
  &mig_cli_check, &mig_cli_draw, &mig_cli_handout, &mig_cli_pot, &mig_cli_stats, NULL,
};

/* What stands before any command. */
typedef struct
{
  gboolean version;
} Values;

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, MIG_CLI_VALUE (Values, version), N_("Print the version and exit"), NULL },
  { NULL },
};

static const char parameters[] = N_("COMMAND [OPTION…] [CORPUS]");
static const char summary[] = N_("Works with MigMeet’s corpora without a display. Without CORPUS, MigMeet’s own is "
                                 "meant; - stands for standard input.");

/**
 * mig_cli_get_commands:
 *
 * Returns: (transfer none) (array zero-terminated=1): all commands, in alphabetical order
 */
const MigCliCommand *const *
mig_cli_get_commands (void)
{
  return commands;
}

/**
 * mig_cli_get_options:
 *
 * Returns: (transfer none): the options that stand in place of a command
 */
const GOptionEntry *
mig_cli_get_options (void)
{
  return options;
}

/**
 * mig_cli_get_parameters:
 *
 * Returns: what stands on the command line behind the program's name; in English, marked for gettext
 */
const char *
mig_cli_get_parameters (void)
{
  return parameters;
}

/**
 * mig_cli_get_summary:
 *
 * Returns: what the program is; in English, marked for gettext
 */
const char *
mig_cli_get_summary (void)
{
  return summary;
}

/**
 * mig_cli_error:
 * @format: a message as for printf(), without a line feed
 * @...: what it takes
 *
 * Says on standard error what went wrong, behind the program's name and the command's.
 */
void
mig_cli_error (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("%s: %s\n", g_get_prgname (), message);
}

/* A table whose values are offsets becomes one whose values are addresses. */
static void
add_entries (GOptionContext *context, const GOptionEntry *entries, gpointer values)
{
  g_autoptr (GArray) placed = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
    {
      GOptionEntry copy = *entry;

      copy.arg_data = (char *) values + GPOINTER_TO_SIZE (entry->arg_data);
      g_array_append_val (placed, copy);
    }
  g_option_context_add_main_entries (context, (const GOptionEntry *) (gpointer) placed->data, GETTEXT_PACKAGE);
}

static gboolean
parse (GOptionContext *context, int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  mig_cli_error ("%s", error->message);
  return FALSE;
}

/**
 * mig_cli_parse:
 * @command: a command
 * @values: where its options go
 * @argc: (inout): number of arguments
 * @argv: (inout): the arguments, without those parsed
 *
 * Returns: whether they were understood; if not, standard error says why
 */
gboolean
mig_cli_parse (const MigCliCommand *command, gpointer values, int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->parameters);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->notes);
  add_entries (context, command->options, values);
  if (!parse (context, argc, argv))
    return FALSE;

  if (*argc - 1 > command->max_arguments)
    {
      /* Translators: shown in a terminal; %s is what was typed */
      mig_cli_error (_("“%s” is one argument too many."), (*argv)[command->max_arguments + 1]);
      return FALSE;
    }
  return TRUE;
}

/**
 * mig_cli_choose_palette:
 * @name: (nullable): what --colours was given
 * @palette: (out): the palette of that name; the light one for %NULL
 *
 * Returns: whether there is one; if not, standard error says so
 */
gboolean
mig_cli_choose_palette (const char *name, MigPalette *palette)
{
  *palette = MIG_PALETTE_LIGHT;
  if (name == NULL || mig_palette_from_name (name, palette))
    return TRUE;
  mig_cli_error (_("“%s” is none of light, dark, hc, hc-dark and room."), name);
  return FALSE;
}

static GOptionContext *
create_context (Values *values)
{
  GOptionContext *context = g_option_context_new (parameters);
  g_autoptr (GString) text = g_string_new (_(summary));

  g_string_append_printf (text, "\n\n%s", _("Commands:"));
  for (guint i = 0; commands[i] != NULL; i++)
    g_string_append_printf (text, "\n  %-8s %s", commands[i]->name, _(commands[i]->summary));

  /* What stands behind the command is the command's. */
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, text->str);
  g_option_context_set_description (context, N_("“migmeet-corpus COMMAND --help” tells the options of a command."));
  add_entries (context, options, values);
  return context;
}

static const MigCliCommand *
find_command (const char *name)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  /* Translators: %s is what was typed after the program's name, which stands before this and a colon */
  mig_cli_error (_("“%s” is not one of its commands."), name);
  return NULL;
}

static int
run_command (const MigCliCommand *command, int argc, char **argv)
{
  g_autofree char *name = g_strconcat (MIG_CLI_NAME " ", command->name, NULL);
  int status;

  /* So that its help and its errors name it. */
  g_set_prgname (name);
  status = command->run (command, argc, argv);

  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  mig_cli_error (_("Standard output cannot be written to."));
  return MIG_CLI_PROBLEMS;
}

/* "help" alone is --help, and "help COMMAND" is COMMAND --help. */
static int
help (GOptionContext *context, const char *name)
{
  const MigCliCommand *command;
  g_autofree char *text = NULL;

  if (name == NULL)
    {
      text = g_option_context_get_help (context, TRUE, NULL);
      g_print ("%s", text);
      return MIG_CLI_OK;
    }

  command = find_command (name);
  if (command == NULL)
    return MIG_CLI_USAGE;
  return run_command (command, 2, (char *[]){ (char *) name, (char *) "--help", NULL });
}

/**
 * mig_cli_run:
 * @argc: number of arguments
 * @argv: the arguments, the program's name first
 *
 * Returns: the exit status: %MIG_CLI_OK, %MIG_CLI_PROBLEMS or %MIG_CLI_USAGE
 */
int
mig_cli_run (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = NULL;
  const MigCliCommand *command;
  Values values = { 0 };

  mig_locale_init (NULL);
  /* Where it draws, GTK would set the locale of the environment again. */
  gtk_disable_setlocale ();
  g_set_prgname (MIG_CLI_NAME);

  context = create_context (&values);
  if (!parse (context, &argc, &argv))
    return MIG_CLI_USAGE;
  if (values.version)
    {
      g_print (MIG_CLI_NAME " %s\n", MIG_VERSION);
      return MIG_CLI_OK;
    }
  if (argc < 2)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", text);
      return MIG_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "help"))
    return help (context, argc > 2 ? argv[2] : NULL);

  command = find_command (argv[1]);
  return command != NULL ? run_command (command, argc - 1, argv + 1) : MIG_CLI_USAGE;
}
