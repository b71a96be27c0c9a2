/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-messages.h"

/*
 * migmeet-corpus pot: what is translated of a corpus as a template for translators, in gettext's format (its manual,
 * "The Format of PO Files"). xgettext cannot read JSON.
 *
 * What the template says about an entry is in English in every locale: the file is one for all translators, and it must
 * not change with who makes it.
 */

#define MAX_REFERENCES 8

/* A text as a C string; gettext's own tools break long lines. */
static void
append_quoted (GString *pot, const char *keyword, const char *text)
{
  g_string_append_printf (pot, "%s \"", keyword);
  for (const char *at = text; *at != '\0'; at++)
    {
      switch (*at)
        {
        case '"':
        case '\\':
          g_string_append_printf (pot, "\\%c", *at);
          break;
        case '\n':
          g_string_append (pot, "\\n");
          break;
        case '\t':
          g_string_append (pot, "\\t");
          break;
        default:
          if (g_ascii_iscntrl (*at))
            g_string_append_printf (pot, "\\%03o", (guint) *at);
          else
            g_string_append_c (pot, *at);
          break;
        }
    }
  g_string_append (pot, "\"\n");
}

/* A line of its own, whatever is in the corpus. */
static void
append_comment (GString *pot, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append_comment (GString *pot, const char *format, ...)
{
  g_autofree char *comment = NULL;
  va_list arguments;

  va_start (arguments, format);
  comment = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  for (char *at = comment; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  g_string_append_printf (pot, "#. %s\n", comment);
}

static void
append_day (GString *text, gint julian)
{
  gint year, month, day;

  mig_day_to_civil (julian, &year, &month, &day);
  g_string_append_printf (text, "%04d-%02d-%02d", year, month, day);
}

/* The days that a record may fall on, as ISO 8601 has an interval; "" when it has none. */
static char *
dup_days (MigCorpus *corpus, MigRef ref)
{
  const MigDate *date = mig_corpus_get_date (corpus, ref);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!mig_date_is_set (date))
    return g_strdup ("");

  g_string_append (text, ", ");
  append_day (text, mig_date_first_day (date));
  if (mig_date_last_day (date) != mig_date_first_day (date))
    {
      g_string_append_c (text, '/');
      append_day (text, mig_date_last_day (date));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_classification (MigCorpus *corpus, MigRef ref)
{
  switch ((int) mig_ref_kind (ref))
    {
    case MIG_KIND_EVENT:
      return mig_corpus_get_event (corpus, ref)->classification;
    case MIG_KIND_ORGANIZATION:
      return mig_corpus_get_organization (corpus, ref)->classification;
    case MIG_KIND_DOCUMENT:
      return mig_corpus_get_document (corpus, ref)->classification;
    case MIG_KIND_TOPIC:
      return mig_corpus_get_topic (corpus, ref)->classification;
    case MIG_KIND_AREA:
      return mig_corpus_get_area (corpus, ref)->classification;
    default:
      return "";
    }
}

/* Where the record is from, or, for a role or another term, where it is used first. */
static void
append_source (GString *pot, MigCorpus *corpus, const MigRecord *record)
{
  const MigSource *source;
  const char *section;

  if (record->sources.n == 0)
    return;

  source = &mig_corpus_get_sources (corpus, record->sources)[0];
  section = source->locator.section;
  append_comment (pot, "Source: %s%s%s",
                  source->document != MIG_REF_NONE ? mig_corpus_get_record (corpus, source->document)->name
                                                   : source->url,
                  *section != '\0' ? ", section " : "", section);
}

/* Abbreviations, and what else a thing is called. */
static void
append_other_names (GString *pot, MigCorpus *corpus, const MigRecord *record)
{
  const MigOtherName *names = mig_corpus_get_other_names (corpus, record->other_names);

  for (guint i = 0; i < record->other_names.n; i++)
    append_comment (pot, "%s: %s", *names[i].note != '\0' ? names[i].note : "also", names[i].name);
}

static gboolean
is_name (const char *context)
{
  return (g_str_has_suffix (context, "name") && strstr (context, ".other_names.") == NULL) ||
         (g_str_has_suffix (context, ".label") && strstr (context, ".contact_details.") == NULL) ||
         g_str_equal (context, "document.title");
}

static void
append_comments (GString *pot, MigCorpus *corpus, const MigMessage *message)
{
  const MigRef ref = g_array_index (message->refs, MigRef, 0);
  const MigRecord *record = ref != MIG_REF_NONE ? mig_corpus_get_record (corpus, ref) : NULL;
  g_autofree char *class = g_strndup (message->context, strcspn (message->context, "."));
  g_autofree char *days = NULL;
  const char *kind;

  if (record == NULL)
    {
      append_comment (pot, "the corpus as a whole");
      return;
    }

  days = dup_days (corpus, ref);
  kind = get_classification (corpus, ref);
  append_comment (pot, "%s%s%s%s%s%s", class, *record->id != '\0' ? " " : "", record->id,
                  *kind != '\0' ? ", " : "", kind, days);
  if (!is_name (message->context) && *record->name != '\0' && g_strcmp0 (record->name, message->text) != 0)
    append_comment (pot, "of: %s", record->name);
  else if (g_str_has_suffix (message->context, ".short_name"))
    append_comment (pot, "short for: %s", record->name);
  if (is_name (message->context))
    append_other_names (pot, corpus, record);
  append_source (pot, corpus, record);
  if (message->refs->len > 1)
    append_comment (pot, "%u records have it", message->refs->len);
}

/* The ids, in the place where a program's template names files and lines. */
static void
append_references (GString *pot, MigCorpus *corpus, const MigMessage *message)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < MIN (message->refs->len, MAX_REFERENCES); i++)
    {
      const MigRef ref = g_array_index (message->refs, MigRef, i);
      const char *id = ref != MIG_REF_NONE ? mig_corpus_get_record (corpus, ref)->id : mig_corpus_get_id (corpus);

      if (*id == '\0' || strpbrk (id, " \t\r\n\f\v") != NULL)
        continue;
      g_string_append_printf (pot, "%s %s", has_any ? "" : "#:", id);
      has_any = TRUE;
    }
  if (has_any)
    g_string_append_c (pot, '\n');
}

/* A template is as old as the corpus says it is, so that it changes only with the corpus. */
static char *
dup_creation_date (MigCorpus *corpus)
{
  g_autoptr (GDateTime) now = NULL;
  MigDate modified;

  if (mig_date_parse_iso (mig_corpus_get_modified (corpus), &modified, NULL))
    {
      g_autoptr (GString) text = g_string_new (NULL);

      append_day (text, mig_date_first_day (&modified));
      return g_strconcat (text->str, " 00:00+0000", NULL);
    }

  now = g_date_time_new_now_utc ();
  return g_date_time_format (now, "%Y-%m-%d %H:%M+0000");
}

static void
append_header (GString *pot, MigCorpus *corpus)
{
  g_autofree char *created = dup_creation_date (corpus);
  g_autofree char *header =
    g_strdup_printf ("Project-Id-Version: %s\nReport-Msgid-Bugs-To: \nPOT-Creation-Date: %s\n"
                     "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\nLast-Translator: FULL NAME <EMAIL@ADDRESS>\n"
                     "Language-Team: LANGUAGE <LL@li.org>\nLanguage: \nMIME-Version: 1.0\n"
                     "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
                     mig_corpus_get_id (corpus), created);

  g_string_append_printf (pot, "# Names, titles, terms and notes of the corpus %s.\n", mig_corpus_get_id (corpus));
  g_string_append (pot, "#\n#, fuzzy\n");
  append_quoted (pot, "msgid", "");
  append_quoted (pot, "msgstr", header);
}

static char *
make_template (MigCorpus *corpus)
{
  g_autoptr (GPtrArray) messages = mig_messages_collect (corpus);
  GString *pot = g_string_new (NULL);

  append_header (pot, corpus);
  for (guint i = 0; i < messages->len; i++)
    {
      const MigMessage *message = g_ptr_array_index (messages, i);

      g_string_append_c (pot, '\n');
      append_comments (pot, corpus, message);
      append_references (pot, corpus, message);
      append_quoted (pot, "msgctxt", message->context);
      append_quoted (pot, "msgid", message->text);
      append_quoted (pot, "msgstr", "");
    }
  return g_string_free (pot, FALSE);
}

typedef struct
{
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, MIG_CLI_VALUE (Options, output),
    N_("Write to FILE, not to standard output"), N_("FILE.pot") },
  { NULL },
};

/* MIG_CLI_PROBLEMS when the corpus cannot be read or the file not written. */
static int
extract (const MigCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (GBytes) template = NULL;
  char *pot;

  if (!mig_cli_parse (self, &options, &argc, &argv))
    return MIG_CLI_USAGE;
  corpus = mig_cli_read (argc > 1 ? argv[1] : NULL);
  if (corpus == NULL)
    return MIG_CLI_PROBLEMS;

  /* In UTF-8 whatever the locale's charset, which g_print() would convert to. */
  pot = make_template (corpus);
  template = g_bytes_new_take (pot, strlen (pot));
  return mig_cli_write (template, options.output != NULL ? options.output : MIG_CLI_STANDARD) ? MIG_CLI_OK
                                                                                               : MIG_CLI_PROBLEMS;
}

const MigCliCommand mig_cli_pot = {
  .name = "pot",
  .parameters = N_("[CORPUS]"),
  .summary = N_("Write a corpus’s names, titles and terms as a template for translators"),
  /* Translators: gettext(1) is a man page */
  .details = N_("The template is in the format of gettext(1), with a note on each entry."),
  .max_arguments = 1,
  .options = entries,
  .run = extract,
};
