/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-manual.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-roff.h"

/*
 * A man page, in any language that the interface is translated into: written when the program is built, from the same
 * tables of options that --help is made of, and from paragraphs that are marked for gettext as all other texts are.
 *
 * Nothing in a paragraph is marked up. What stands out is found: options, names of man pages, and the words that stand
 * for what a person types, FILE or its translation, which the page knows from the tables.
 */

struct _MigManual
{
  MigCatalogue *catalogue; /* NULL: English */
  MigRoff roff;
  GPtrArray *placeholders; /* parts of a regular expression */
  GRegex *standing_out;    /* made of them when it is needed first */
  gboolean begins;         /* whether a section does, so that nothing is to be set off from what stands above */
};

/**
 * mig_manual_new:
 * @catalogue: (nullable): translations into the page's language, which must outlive it; %NULL for English
 *
 * Returns: (transfer full): an empty page
 */
MigManual *
mig_manual_new (MigCatalogue *catalogue)
{
  MigManual *self = g_new0 (MigManual, 1);

  self->catalogue = catalogue;
  self->roff.text = g_string_new (NULL);
  self->placeholders = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * mig_manual_free:
 * @self: (transfer full): a page
 */
void
mig_manual_free (MigManual *self)
{
  g_string_free (self->roff.text, TRUE);
  g_ptr_array_unref (self->placeholders);
  g_clear_pointer (&self->standing_out, g_regex_unref);
  g_free (self);
}

static const char *
translate (MigManual *self, const char *context, const char *text)
{
  const char *translation = self->catalogue != NULL ? mig_catalogue_lookup (self->catalogue, context, text) : NULL;

  return translation != NULL ? translation : text;
}

/**
 * mig_manual_know:
 * @self: a page to which nothing was added yet
 * @parameters: placeholders as help has them: "[FILE|ADDRESS…]", "FILE.svg|.png"
 *
 * Makes the page show the placeholders as such wherever they stand.
 */
void
mig_manual_know (MigManual *self, const char *parameters)
{
  g_auto (GStrv) words = g_regex_split_simple ("[][|… ]+", translate (self, NULL, parameters), 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_strndup (words[i], strcspn (words[i], "."));

      if (*word != '\0' && *word != '-')
        g_ptr_array_add (self->placeholders, g_regex_escape_string (word, -1));
    }
}

/**
 * mig_manual_know_options:
 * @self: a page to which nothing was added yet
 * @entries: (nullable): a table of options
 *
 * Does as mig_manual_know() for each option's value.
 */
void
mig_manual_know_options (MigManual *self, const GOptionEntry *entries)
{
  for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
    if (entry->arg_description != NULL)
      mig_manual_know (self, entry->arg_description);
}

static gint
compare_lengths (gconstpointer a, gconstpointer b)
{
  const gsize one = strlen (*(const char *const *) a), other = strlen (*(const char *const *) b);

  return one == other ? 0 : one > other ? -1 : 1;
}

/* Groups: 1 an option, or a hyphen for a standard stream, 2 a man page before its section, 3 a placeholder. */
static GRegex *
get_standing_out (MigManual *self)
{
  g_autofree char *words = NULL;
  g_autofree char *pattern = NULL;

  if (self->standing_out != NULL)
    return self->standing_out;

  g_ptr_array_sort (self->placeholders, compare_lengths);
  g_ptr_array_add (self->placeholders, NULL);
  words = g_strjoinv ("|", (char **) self->placeholders->pdata);
  pattern = g_strdup_printf ("(?<![\\p{L}\\p{N}-])(?:(--?[a-z][a-z-]*|-(?![a-z-]))|([a-z][a-z-]*)(?=\\([0-9]\\))|(%s))"
                             "(?![\\p{L}\\p{N}])", *words != '\0' ? words : "(?!)");
  self->standing_out = g_regex_new (pattern, 0, 0, NULL);
  g_assert (self->standing_out != NULL);
  return self->standing_out;
}

static gboolean
fetch_group (GMatchInfo *match, int group, gint *start, gint *end)
{
  return g_match_info_fetch_pos (match, group, start, end) && *start >= 0 && *end > *start;
}

/* A text in its language, without a line feed. */
static void
append_text (MigManual *self, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  gint start, end, done = 0;

  for (g_regex_match (get_standing_out (self), text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      const gboolean is_placeholder = fetch_group (match, 3, &start, &end);

      if (!is_placeholder)
        g_match_info_fetch_pos (match, 0, &start, &end);
      mig_roff_append (&self->roff, MIG_ROFF_ROMAN, text + done, start - done);
      mig_roff_append (&self->roff, is_placeholder ? MIG_ROFF_ITALIC : MIG_ROFF_BOLD, text + start, end - start);
      done = end;
    }
  mig_roff_append (&self->roff, MIG_ROFF_ROMAN, text + done, -1);
}

static void
add_request (MigManual *self, const char *request)
{
  mig_roff_request (&self->roff, request);
  mig_roff_end_line (&self->roff);
}

/* What sets off what follows within its section. */
static void
set_off (MigManual *self, const char *request)
{
  if (!self->begins)
    add_request (self, request);
  self->begins = FALSE;
}

static void
add_section (MigManual *self, const char *request, const char *name)
{
  mig_roff_request (&self->roff, request);
  mig_roff_argument (&self->roff, name);
  mig_roff_end_line (&self->roff);
  self->begins = TRUE;
}

static void
add_text (MigManual *self, const char *text)
{
  append_text (self, translate (self, NULL, text));
  mig_roff_end_line (&self->roff);
}

/**
 * mig_manual_begin:
 * @self: an empty page, which knows its placeholders
 * @program: the program's name
 * @purpose: what it is for, without a full stop
 *
 * Writes title and name.
 */
void
mig_manual_begin (MigManual *self, const char *program, const char *purpose)
{
  MigRoff *roff = &self->roff;
  g_autofree char *title = g_ascii_strup (program, -1);

  /* Lines are filled and not stretched, and no word is parted: roff knows the rules of one language only. */
  add_request (self, "'\\\" -*- coding: UTF-8 -*-");
  add_request (self, ".\\\" SPDX-License-Identifier: GPL-3.0-or-later");
  mig_roff_request (roff, ".TH");
  mig_roff_argument (roff, title);
  mig_roff_argument (roff, "1");
  mig_roff_argument (roff, MIG_RELEASE_DATE);
  mig_roff_argument (roff, "MigMeet " MIG_VERSION);
  /* Translators: the name of section 1 of the system's manual; it stands in the middle of each page's first line */
  mig_roff_argument (roff, translate (self, NULL, N_("User Commands")));
  mig_roff_end_line (roff);
  add_request (self, ".nh");
  add_request (self, ".ad l");
  /* What groff 1.23 goes back to at each paragraph. */
  add_request (self, ".ds AD l");

  /* Translators: for all headings, take the words that the man pages of your language have */
  mig_manual_add_heading (self, NC_("heading of a man page", "NAME"));
  /* man -k reads this line, and does not know all that roff does. */
  roff->is_plain = TRUE;
  mig_roff_append (roff, MIG_ROFF_ROMAN, program, -1);
  mig_roff_append (roff, MIG_ROFF_ROMAN, " - ", -1);
  mig_roff_append (roff, MIG_ROFF_ROMAN, translate (self, NULL, purpose), -1);
  mig_roff_end_line (roff);
  roff->is_plain = FALSE;
}

/**
 * mig_manual_add_heading:
 * @self: a page
 * @heading: a section's name, with the context %MIG_MANUAL_HEADING
 */
void
mig_manual_add_heading (MigManual *self, const char *heading)
{
  add_section (self, ".SH", translate (self, MIG_MANUAL_HEADING, heading));
}

/**
 * mig_manual_add_part:
 * @self: a page
 * @name: what the part of a section is about, the same in all languages
 */
void
mig_manual_add_part (MigManual *self, const char *name)
{
  add_section (self, ".SS", name);
}

/**
 * mig_manual_add_usage:
 * @self: a page
 * @command: what is typed first
 * @has_options: whether options may follow
 * @parameters: what else may follow
 *
 * Adds a line of the synopsis.
 */
void
mig_manual_add_usage (MigManual *self, const char *command, gboolean has_options, const char *parameters)
{
  set_off (self, ".br");
  mig_roff_append (&self->roff, MIG_ROFF_BOLD, command, -1);
  mig_roff_append (&self->roff, MIG_ROFF_ROMAN, " ", -1);
  if (has_options)
    {
      append_text (self, translate (self, NULL, N_("[OPTION…]")));
      mig_roff_append (&self->roff, MIG_ROFF_ROMAN, " ", -1);
    }
  add_text (self, parameters);
}

/**
 * mig_manual_add_paragraph:
 * @self: a page
 * @text: (nullable): whole sentences
 */
void
mig_manual_add_paragraph (MigManual *self, const char *text)
{
  if (text == NULL)
    return;
  set_off (self, ".PP");
  add_text (self, text);
}

/**
 * mig_manual_add_item:
 * @self: a page
 * @name: what is explained, the same in all languages
 * @text: what it is
 */
void
mig_manual_add_item (MigManual *self, const char *name, const char *text)
{
  add_request (self, ".TP");
  mig_roff_append (&self->roff, MIG_ROFF_BOLD, name, -1);
  mig_roff_end_line (&self->roff);
  add_text (self, text);
}

/* -o, --output=FILE */
static void
append_option (MigManual *self, const GOptionEntry *entry)
{
  g_autofree char *name = entry->short_name != '\0' ? g_strdup_printf ("-%c, --%s", entry->short_name, entry->long_name)
                                                    : g_strconcat ("--", entry->long_name, NULL);

  append_text (self, name);
  if (entry->arg_description == NULL)
    return;
  mig_roff_append (&self->roff, MIG_ROFF_ROMAN, "=", -1);
  append_text (self, translate (self, NULL, entry->arg_description));
}

/**
 * mig_manual_add_options:
 * @self: a page
 * @entries: (nullable): a table of options, as --help is made of it
 */
void
mig_manual_add_options (MigManual *self, const GOptionEntry *entries)
{
  for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
    {
      /* Not what stands behind the options. */
      if (*entry->long_name == '\0')
        continue;
      add_request (self, ".TP");
      append_option (self, entry);
      mig_roff_end_line (&self->roff);
      add_text (self, entry->description);
    }
}

/**
 * mig_manual_add_reference:
 * @self: a page
 * @program: whose man page to see, too
 */
void
mig_manual_add_reference (MigManual *self, const char *program)
{
  mig_roff_append (&self->roff, MIG_ROFF_BOLD, program, -1);
  mig_roff_append (&self->roff, MIG_ROFF_ROMAN, "(1)", -1);
  mig_roff_end_line (&self->roff);
}

/**
 * mig_manual_add_help:
 * @self: a page
 * @text: what --help does
 *
 * Adds the option that no table has.
 */
void
mig_manual_add_help (MigManual *self, const char *text)
{
  const GOptionEntry help[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, NULL, text, NULL },
    { NULL },
  };

  mig_manual_add_options (self, help);
}

/**
 * mig_manual_add_environment:
 * @self: a page
 *
 * Adds the section about what both programs read from the environment.
 */
void
mig_manual_add_environment (MigManual *self)
{
  mig_manual_add_heading (self, NC_("heading of a man page", "ENVIRONMENT"));
  mig_manual_add_item (self, "MIGMEET_DATA_DIR",
                       N_("The folder that holds corpus.json when the program runs from its build folder."));
  mig_manual_add_item (self, "MIGMEET_LOCALE_DIR",
                       N_("The folders that hold the translations when the program runs from its build folder, parted "
                          "by colons; those of the interface are in the first."));
}

/**
 * mig_manual_end:
 * @self: a page
 *
 * Returns: (transfer full): the page as roff reads it, in UTF-8
 */
GBytes *
mig_manual_end (MigManual *self)
{
  return g_bytes_new (self->roff.text->str, self->roff.text->len);
}
