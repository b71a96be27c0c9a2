/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-words-join.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* What stands between facts and names that are told in one line. Which sign it is depends on the language and on what
 * it parts: Chinese has one for names and another for the parts of a sentence. */

/**
 * mig_words_contains:
 * @text: some words
 * @word: others
 *
 * Returns: whether @text says @word already, in capital or small letters
 */
gboolean
mig_words_contains (const char *text,
                    const char *word)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_word = g_utf8_casefold (word, -1);

  return strstr (folded_text, folded_word) != NULL;
}

static char *
join_with (const char *const *parts,
           const char        *separator)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, separator);
      g_string_append (text, parts[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mig_words_join:
 * @parts: (array zero-terminated=1): facts, of which empty ones are left out
 *
 * Returns: (transfer full): the facts in a line: "Panel · Friday 26 February 2016"
 */
char *
mig_words_join (const char *const *parts)
{
  /* Translators: stands between facts in a line: "Panel · Friday 26 February 2016" */
  return join_with (parts, C_("separator of facts", " · "));
}

/**
 * mig_words_list:
 * @parts: (array zero-terminated=1): names or numbers, of which empty ones are left out
 *
 * Returns: (transfer full): the parts as a list: "I, VII, VIII"
 */
char *
mig_words_list (const char *const *parts)
{
  /* Translators: stands between names in a list: "I, VII, VIII" */
  return join_with (parts, C_("separator of a list", ", "));
}

/**
 * mig_words_phrase:
 * @parts: (array zero-terminated=1): facts, of which empty ones are left out
 *
 * Returns: (transfer full): the facts in a phrase, as somebody says them: "section VIII, paragraph 3, page 10"
 */
char *
mig_words_phrase (const char *const *parts)
{
  /* Translators: stands between facts in a phrase: "section VIII, paragraph 3, page 10" */
  return join_with (parts, C_("separator of facts in a phrase", ", "));
}
