/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-parser.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-json-text.h"
#include "mig-locale.h"

/* Reads what a file says of itself. */

static gboolean
is_address_word (const char *id)
{
  for (; *id != '\0'; id++)
    if (!g_ascii_isalnum (*id) && strchr ("-._", *id) == NULL)
      return FALSE;

  return TRUE;
}

/* Whatever stands in the `meta` of a file that is not in the corpus format is nobody's fault. */
static const char *
get_meta_text (MigRecordParser     *self,
               const MigJsonCursor *meta,
               const char          *member)
{
  const char *text = self->is_profile ? mig_json_cursor_get_text (meta, member)
                                      : mig_json_cursor_peek_text (meta, member);

  return text != NULL && *text != '\0' ? text : NULL;
}

static void
check_version (const MigJsonCursor *meta,
               const char          *version)
{
  g_autofree char *quote = mig_json_shorten (version, -1);
  /* Translators: %s is the number of a version of the file format, such as 2.0. */
  g_autofree char *what = g_strdup_printf (_("Version “%s” of the format is not known."), quote);

  if (strcmp (version, "1") != 0 && !g_str_has_prefix (version, "1."))
    mig_json_cursor_report (meta, "version", what, _("Versions 1.0 and later, but before 2.0, can be read."));
}

static void
check_id (const MigJsonCursor *meta,
          const char          *id)
{
  g_autofree char *quote = mig_json_shorten (id, -1);
  /* Translators: %s is what the file gives for the corpus's own id. */
  g_autofree char *what = g_strdup_printf (_("“%s” is no id for a corpus."), quote);

  if (!is_address_word (id))
    mig_json_cursor_report (meta, "id", what, _("It is made of the letters A to Z, digits, “-”, “.” and “_”."));
}

static void
check_domain (const MigJsonCursor *meta,
              const char          *domain)
{
  g_autofree char *quote = mig_json_shorten (domain, -1);
  /* Translators: %s is what the file gives for the domain of its translations. */
  g_autofree char *what = g_strdup_printf (_("“%s” is no domain for translations."), quote);

  if (!mig_locale_is_domain (domain))
    mig_json_cursor_report (meta, "translation_domain", what,
                            _("It is made of the letters A to Z, digits, “-”, “.” and “_”, and does not begin "
                              "with “.”."));
}

static void
check_format (const MigJsonCursor *meta)
{
  if (mig_json_cursor_get_text (meta, "format") != NULL)
    mig_json_cursor_report (meta, "format", _("This format is not known."),
                            /* Translators: the word in quotes is part of the file format. */
                            _("It is “migmeet-corpus”; a plain Popolo file names none."));
}

/* What a corpus opens without, but should say of itself. */
static void
check_meta (const MigJsonCursor *meta)
{
  const char *language = mig_json_cursor_get_text (meta, "language");

  mig_json_cursor_require (meta, "version", N_("The version of the format is missing."),
                           N_("It is “1.0” or later: the file says by which description it is to be read."));
  mig_json_cursor_require (meta, "id", N_("The corpus has no id."),
                           N_("Addresses, bookmarks and briefings name the corpus by its id."));
  mig_json_cursor_require (meta, "title", N_("The corpus has no title."), N_("The window shows it."));
  if (language != NULL && (*language == '\0' || strspn (language, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-") !=
                                                   strlen (language)))
    mig_json_cursor_report (meta, "language", _("This is no language."),
                            _("A BCP 47 tag is expected, such as “en” or “pt-BR”."));

  /* Nothing reads this one yet, but it is a text. */
  mig_json_cursor_get_text (meta, "license");
}

/* A name for a corpus that has none, from that of its file. */
static char *
make_id (GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot != NULL && dot > name)
    *dot = '\0';
  if (name == NULL || *name == '\0' || strcmp (name, "/") == 0)
    return g_strdup ("corpus");

  return g_strdup (g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-._", '-'));
}

/**
 * mig_record_parser_read_meta:
 * @self: a parser
 * @meta: (nullable): its `meta`; %NULL if the file has none
 * @file: (nullable): where the file is, for what it does not tell about itself
 *
 * Reads what the corpus says about itself. This comes before all records, because what they need not have in a plain
 * Popolo file they need in a corpus.
 */
void
mig_record_parser_read_meta (MigRecordParser    *self,
                             const MigJsonSlice *meta,
                             GFile              *file)
{
  g_autofree char *id = make_id (file);
  g_autofree char *title = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *valid_title = title != NULL ? g_filename_display_name (title) : NULL;
  const char *format;
  const char *version;
  const char *own_id = NULL;
  const char *own_title = NULL;
  const char *description = NULL;
  const char *language = NULL;
  const char *domain = NULL;
  const char *modified = NULL;
  MigJsonCursor cursor;

  if (meta != NULL && meta->type == '{' && mig_record_parser_parse (self, meta, &cursor))
    {
      format = get_meta_text (self, &cursor, "format");
      self->is_profile = format != NULL && strcmp (format, "migmeet-corpus") == 0;
      version = get_meta_text (self, &cursor, "version");
      own_id = get_meta_text (self, &cursor, "id");
      own_title = get_meta_text (self, &cursor, "title");
      description = get_meta_text (self, &cursor, "description");
      language = get_meta_text (self, &cursor, "language");
      domain = self->is_profile ? get_meta_text (self, &cursor, "translation_domain") : NULL;
      modified = get_meta_text (self, &cursor, "modified");
      self->report.is_strict = self->is_strict && self->is_profile;
      if (self->report.is_strict)
        check_meta (&cursor);
      else if (self->is_strict && mig_json_cursor_has_member (&cursor, "format"))
        check_format (&cursor);
      if (self->is_profile && version != NULL)
        check_version (&cursor, version);
      if (self->is_profile && own_id != NULL)
        check_id (&cursor, own_id);
      if (domain != NULL)
        check_domain (&cursor, domain);
    }

  mig_corpus_builder_set_meta (self->builder, own_id != NULL ? own_id : id,
                               own_title != NULL ? own_title : valid_title, description, language);
  mig_corpus_builder_set_translation_domain (self->builder, domain, modified);
}
