/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-locale.h"

#include <locale.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mig-catalogue.h"

/* In which language a program of the project speaks, and where catalogues are looked for. What is in the environment is
 * the person's choice; the setting of the menu stands before it. */

/* The interface is written in this language. */
#define SOURCE_LANGUAGE "en"

/* Where the GNU C library keeps the locale that every system has. */
#define C_UTF8_FOLDER "/usr/lib/locale/C.utf8"

/**
 * mig_locale_dup_folders:
 *
 * Tells where catalogues lie, as LANGUAGE/LC_MESSAGES/DOMAIN.mo: the folders that MIGMEET_LOCALE_DIR names, parted by
 * colons, as in a build folder where nothing is installed; else the one that they are installed in.
 *
 * Returns: (transfer full) (array zero-terminated=1): the folders, at least one
 */
char **
mig_locale_dup_folders (void)
{
  const char *told = g_getenv ("MIGMEET_LOCALE_DIR");

  return g_strsplit (told != NULL && *told != '\0' ? told : MIG_LOCALEDIR, G_SEARCHPATH_SEPARATOR_S, -1);
}

/* Takes the names of messages from a locale that is called otherwise than "C": any will do. Where none is installed,
 * the C locale that is gets another name while it is loaded. */
static gboolean
set_messages_by_other_name (void)
{
  static const char name[] = "en_US.UTF-8";
  g_autofree char *folder = NULL;
  g_autofree char *link = NULL;
  g_autofree char *path = g_strdup (g_getenv ("LOCPATH"));
  gboolean done = FALSE;

  if (setlocale (LC_MESSAGES, name) != NULL)
    return TRUE;

  folder = g_dir_make_tmp ("migmeet-locale-XXXXXX", NULL);
  if (folder == NULL)
    return FALSE;

  link = g_build_filename (folder, name, NULL);
  if (symlink (C_UTF8_FOLDER, link) == 0)
    {
      g_setenv ("LOCPATH", folder, TRUE);
      done = setlocale (LC_MESSAGES, name) != NULL;
      if (path != NULL)
        g_setenv ("LOCPATH", path, TRUE);
      else
        g_unsetenv ("LOCPATH");
      g_unlink (link);
    }
  g_rmdir (folder);

  return done;
}

/* In the plain C locale gettext translates nothing, whatever LANGUAGE says, and with newer C libraries not in C.UTF-8
 * either. A language that is chosen holds in both; one that the environment names only in the latter, because in "C"
 * it never did, and scripts count on that. */
static void
heed_language (const char *chosen)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);
  const char *wanted = g_getenv ("LANGUAGE");
  const gboolean plain = strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0;

  if (wanted == NULL || *wanted == '\0' || (plain && chosen == NULL) || (!plain && !g_str_has_prefix (locale, "C.")))
    return;

  if (set_messages_by_other_name () || setlocale (LC_MESSAGES, "C.UTF-8") != NULL)
    setlocale (LC_CTYPE, "C.UTF-8");
}

/**
 * mig_locale_init:
 * @language: (nullable): code of the language to speak ("pt_BR"), or %NULL or "" for what the environment says
 *
 * Begins with the locale of the environment, and binds the domain of the interface. To be called first of all, while
 * the environment can still be changed.
 */
void
mig_locale_init (const char *language)
{
  g_auto(GStrv) folders = mig_locale_dup_folders ();
  const char *chosen = language != NULL && *language != '\0' ? language : NULL;

  if (chosen != NULL)
    g_setenv ("LANGUAGE", chosen, TRUE);
  if (setlocale (LC_ALL, "") == NULL)
    g_debug ("the locale of the environment is not installed");
  heed_language (chosen);

  bindtextdomain (GETTEXT_PACKAGE, folders[0]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * mig_locale_get_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages that the reader reads, the best first, as
 *   g_get_language_names() does; none where gettext would translate nothing
 */
const char *const *
mig_locale_get_languages (void)
{
  static const char *const none[] = { NULL };
  const char *locale = setlocale (LC_MESSAGES, NULL);

  return strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0 ? none : g_get_language_names ();
}

/**
 * mig_locale_dup_shown:
 *
 * Returns: (transfer full): code of the language that the interface is shown in, as its catalogue tells it; "en" where
 *   it is not translated
 */
char *
mig_locale_dup_shown (void)
{
  /* The entry of the empty text is the catalogue's header; named here, because xgettext warns of an empty string. */
  static const char header_key[] = "";
  const char *header = dgettext (GETTEXT_PACKAGE, header_key);
  g_auto(GStrv) lines = g_strsplit (header, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Language: ") && lines[i][strlen ("Language: ")] != '\0')
      return g_strdup (lines[i] + strlen ("Language: "));

  return g_strdup (SOURCE_LANGUAGE);
}

/**
 * mig_locale_is_domain:
 * @domain: a text
 *
 * Returns: whether @domain can name a text domain, which becomes part of a file's name
 */
gboolean
mig_locale_is_domain (const char *domain)
{
  return *domain != '\0' && *domain != '.' &&
         strspn (domain, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-._") == strlen (domain);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mig_locale_dup_catalogues:
 * @folders: (array zero-terminated=1): where to look
 * @domain: a text domain
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes of all languages that have a catalogue of @domain, in
 *   alphabetical order
 */
char **
mig_locale_dup_catalogues (const char *const *folders,
                           const char        *domain)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = g_strconcat (domain, ".mo", NULL);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr(GDir) folder = g_dir_open (folders[i], 0, NULL);
      const char *code;

      while (folder != NULL && (code = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (folders[i], code, "LC_MESSAGES", name, NULL);

          if (g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
              !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
            g_ptr_array_add (codes, g_strdup (code));
        }
    }

  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

/**
 * mig_locale_dup_offered:
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes of all languages that the interface can be shown in, in
 *   alphabetical order: those with a catalogue, and the one that it is written in
 */
char **
mig_locale_dup_offered (void)
{
  g_auto(GStrv) folders = mig_locale_dup_folders ();
  g_auto(GStrv) codes = mig_locale_dup_catalogues ((const char *const *) folders, GETTEXT_PACKAGE);
  g_autoptr(GPtrArray) offered = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    if (strcmp (codes[i], SOURCE_LANGUAGE) != 0)
      g_ptr_array_add (offered, g_strdup (codes[i]));

  g_ptr_array_add (offered, g_strdup (SOURCE_LANGUAGE));
  g_ptr_array_sort (offered, compare_codes);
  g_ptr_array_add (offered, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&offered), FALSE);
}

/**
 * mig_locale_dup_own_name:
 * @language: code of a language
 *
 * Returns: (transfer full): what the language calls itself, as its translators wrote; the code if nobody did
 */
char *
mig_locale_dup_own_name (const char *language)
{
  /* Translators: the name of your own language in your own language, as it stands in a list of all languages:
   * "Français", "العربية", "Português do Brasil" */
  static const char own_name[] = NC_("name of this language", "English");
  g_auto(GStrv) folders = mig_locale_dup_folders ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
      g_autoptr(MigCatalogue) catalogue = mig_catalogue_new_from_file (path, NULL);
      const char *name = catalogue != NULL ? mig_catalogue_lookup (catalogue, "name of this language", own_name) : NULL;

      if (name != NULL)
        return g_strdup (name);
    }

  return g_strdup (strcmp (language, SOURCE_LANGUAGE) == 0 ? own_name : language);
}
