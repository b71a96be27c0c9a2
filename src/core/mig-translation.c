/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-translation.h"

#include <string.h>

#include "mig-catalogue.h"
#include "mig-corpus-private.h"
#include "mig-locale.h"
#include "mig-messages.h"

/* The names of a corpus in the reader's language.
 *
 *   LANGUAGE/LC_MESSAGES/DOMAIN.mo ──> MigCatalogue ─┐
 *   MigCorpus, as its file has it ───> MigMessages ──┴──> MigCorpus, its names translated, the file's own beside them
 *
 * It happens once, in the reader's thread, before anyone else has the corpus: so whoever shows names, draws, sorts or
 * searches them finds them translated, at no cost, and in the corpus's own language nothing is done at all. */

/* Where catalogues of a corpus are looked for, the nearest first: a folder `locale` beside its file, those of the
 * person and of the system (XDG Base Directory Specification), and the program's own. */
static char **
dup_folders (MigCorpus *corpus)
{
  g_autoptr(GPtrArray) folders = g_ptr_array_new ();
  g_auto(GStrv) own = mig_locale_dup_folders ();
  GFile *file = mig_corpus_get_file (corpus);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  const char *const *data = g_get_system_data_dirs ();

  if (path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_ptr_array_add (folders, g_build_filename (folder, "locale", NULL));
    }
  g_ptr_array_add (folders, g_build_filename (g_get_user_data_dir (), "locale", NULL));
  for (guint i = 0; own[i] != NULL; i++)
    g_ptr_array_add (folders, g_strdup (own[i]));
  for (guint i = 0; data[i] != NULL; i++)
    g_ptr_array_add (folders, g_build_filename (data[i], "locale", NULL));

  g_ptr_array_add (folders, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&folders), FALSE);
}

/* A catalogue that cannot be read is as good as none: the names are then as the file has them. */
static MigCatalogue *
load (const char *const *folders,
      const char        *language,
      const char        *domain)
{
  g_autofree char *name = g_strconcat (domain, ".mo", NULL);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], language, "LC_MESSAGES", name, NULL);
      g_autoptr(GError) error = NULL;
      MigCatalogue *catalogue = mig_catalogue_new_from_file (path, &error);

      if (catalogue != NULL)
        return catalogue;
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_info ("%s: %s", path, error->message);
    }

  return NULL;
}

/* Whether @language, such as "en_GB.UTF-8", is @own, such as "en-GB" or "en", or a form of it. */
static gboolean
is_form_of (const char *language,
            const char *own)
{
  g_autofree char *tag = g_strndup (language, strcspn (language, ".@"));
  const gsize length = strcspn (own, "-_");

  g_strdelimit (tag, "_", '-');
  return g_ascii_strcasecmp (tag, own) == 0 ||
         (strlen (tag) == length && g_ascii_strncasecmp (tag, own, length) == 0);
}

/* Who reads English first and French after that wants an English corpus as it is. */
static MigCatalogue *
choose (MigCorpus         *corpus,
        const char *const *languages,
        const char       **chosen)
{
  g_auto(GStrv) folders = dup_folders (corpus);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      MigCatalogue *catalogue = NULL;

      if (strchr (languages[i], '/') == NULL)
        catalogue = load ((const char *const *) folders, languages[i], corpus->translation_domain);
      if (catalogue != NULL)
        {
          *chosen = languages[i];
          return catalogue;
        }
      if (is_form_of (languages[i], corpus->language))
        return NULL;
    }

  return NULL;
}

typedef struct
{
  MigCorpus *corpus;
  MigCatalogue *catalogue;
  GHashTable *contexts; /* context → (original → translation), by address */
} Work;

/* Equal originals of one context get one translation, so that who compares addresses still may; yet equal translations
 * of different originals remain two, so that each leads back to its own. */
static const char *
translate (Work       *self,
           const char *context,
           const char *original)
{
  GHashTable *known = g_hash_table_lookup (self->contexts, context);
  const char *translation;

  if (known == NULL)
    {
      known = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->contexts, (gpointer) context, known);
    }

  translation = g_hash_table_lookup (known, original);
  if (translation == NULL)
    {
      translation = mig_catalogue_lookup (self->catalogue, context, original);
      if (translation == NULL || strcmp (translation, original) == 0)
        translation = original;
      else
        translation = g_string_chunk_insert (self->corpus->strings, translation);
      g_hash_table_insert (known, (gpointer) original, (gpointer) translation);
    }

  return translation;
}

static void
visit (const char  *context,
       const char **text,
       MigRef       ref,
       gpointer     data)
{
  Work *self = data;
  const char *original = *text;

  *text = translate (self, context, original);
  if (*text != original)
    g_hash_table_insert (self->corpus->originals, (gpointer) *text, (gpointer) original);
}

/**
 * mig_translation_apply:
 * @corpus: a corpus that is complete, and that nobody else has yet
 * @languages: (array zero-terminated=1): what the reader reads, the best first, as g_get_language_names() has them
 *
 * Puts translations in the place of names, titles and terms, where the corpus's domain has a catalogue in one of
 * @languages that comes before the corpus's own.
 */
void
mig_translation_apply (MigCorpus         *corpus,
                       const char *const *languages)
{
  g_autoptr(MigCatalogue) catalogue = NULL;
  const char *language;
  Work work = { corpus };

  if (*corpus->translation_domain == '\0')
    return;

  catalogue = choose (corpus, languages, &language);
  if (catalogue == NULL)
    return;

  work.catalogue = catalogue;
  work.contexts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  corpus->originals = g_hash_table_new (NULL, NULL);
  corpus->names_language = g_string_chunk_insert (corpus->strings, language);
  mig_messages_visit (corpus, visit, &work);
  g_hash_table_unref (work.contexts);
}

static void
coverage_free (gpointer data)
{
  MigCoverage *coverage = data;

  g_free (coverage->language);
  g_free (coverage->name);
  g_free (coverage);
}

/**
 * mig_translation_get_coverage:
 * @corpus: a corpus
 *
 * Counts for each language that has a catalogue of the corpus how many of its texts are translated.
 *
 * Returns: (transfer full) (element-type MigCoverage): a language each, in alphabetical order of their codes; none when
 *   the corpus is in no domain
 */
GPtrArray *
mig_translation_get_coverage (MigCorpus *corpus)
{
  GPtrArray *coverages = g_ptr_array_new_with_free_func (coverage_free);
  g_autoptr(GPtrArray) messages = NULL;
  g_auto(GStrv) folders = NULL;
  g_auto(GStrv) languages = NULL;

  if (*corpus->translation_domain == '\0')
    return coverages;

  messages = mig_messages_collect (corpus);
  folders = dup_folders (corpus);
  languages = mig_locale_dup_catalogues ((const char *const *) folders, corpus->translation_domain);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(MigCatalogue) catalogue = load ((const char *const *) folders, languages[i],
                                                corpus->translation_domain);
      MigCoverage *coverage;

      if (catalogue == NULL)
        continue;

      coverage = g_new0 (MigCoverage, 1);
      coverage->language = g_strdup (languages[i]);
      coverage->name = mig_locale_dup_own_name (languages[i]);
      coverage->n = messages->len;
      for (guint j = 0; j < messages->len; j++)
        {
          const MigMessage *message = g_ptr_array_index (messages, j);

          coverage->n_translated += mig_catalogue_lookup (catalogue, message->context, message->text) != NULL ? 1 : 0;
        }
      g_ptr_array_add (coverages, coverage);
    }

  return coverages;
}
