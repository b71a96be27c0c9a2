/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-faults.h"

#include <glib/gi18n-lib.h>

#include "mig-json-scanner.h"
#include "mig-json-text.h"

/* Says in words what the scanner has found. Whoever mends a file may never have seen a grammar of JSON: each fault has
 * a hint that names what to write instead. */

/* How a fault is worded: which argument its two sentences take. */
typedef enum
{
  TAKES_NOTHING,
  TAKES_TOKEN, /* the text in the file */
  TAKES_BYTE,  /* its first byte, as a number */
  TAKES_LIMIT,
  TAKES_LINE, /* the line of something else that the fault hangs together with */
} Argument;

typedef struct
{
  const char *what;
  Argument what_takes;
  const char *hint;
  Argument hint_takes;
} Wording;

static const Wording wordings[] = {
  [MIG_JSON_FAULT_NUL] = { N_("A text holds the character U+0000."), TAKES_NOTHING,
                           N_("No text can hold it; take it out."), TAKES_NOTHING },
  /* Translators: a character outside the first 65,536 is written in JSON as two escapes, a surrogate pair. */
  [MIG_JSON_FAULT_SURROGATE] = { N_("“%s” is half of a surrogate pair."), TAKES_TOKEN,
                                 N_("A character from \\uD800 to \\uDFFF stands only in a pair, the high half first."),
                                 TAKES_NOTHING },
  [MIG_JSON_FAULT_LARGE_INTEGER] = { N_("“%s” is too large a number."), TAKES_TOKEN,
                                     N_("A whole number must fit into 64 bits."), TAKES_NOTHING },
  [MIG_JSON_FAULT_LARGE_NUMBER] = { N_("“%s” is too large a number."), TAKES_TOKEN,
                                    N_("The largest that can be read is about 1.8e308."), TAKES_NOTHING },
  [MIG_JSON_FAULT_DUPLICATE_KEY] = { N_("The key “%s” stands twice in one object."), TAKES_TOKEN,
                                     N_("It stands there first on line %s."), TAKES_LINE },
  [MIG_JSON_FAULT_EMPTY] = { N_("The file is empty."), TAKES_NOTHING,
                             N_("A corpus is one JSON object, from { to }."), TAKES_NOTHING },
  [MIG_JSON_FAULT_BLANK] = { N_("There is nothing but blank space in the file."), TAKES_NOTHING,
                             N_("A corpus is one JSON object, from { to }."), TAKES_NOTHING },
  [MIG_JSON_FAULT_UTF16] = { N_("The file is encoded in UTF-16 or UTF-32."), TAKES_NOTHING,
                             N_("Save it in UTF-8."), TAKES_NOTHING },
  /* Translators: %s is a byte as a hexadecimal number, such as 0xE9. */
  [MIG_JSON_FAULT_NOT_UTF8] = { N_("The byte %s is not UTF-8 here."), TAKES_BYTE,
                                N_("The file may be in an older encoding, or be damaged; save it in UTF-8."),
                                TAKES_NOTHING },
  [MIG_JSON_FAULT_END_IN_STRING] = { N_("The file ends within a text."), TAKES_NOTHING,
                                     N_("The text begins here; its closing quote is missing."), TAKES_NOTHING },
  [MIG_JSON_FAULT_END_IN_OBJECT] = { N_("The file ends within an object."), TAKES_NOTHING,
                                     N_("The object begins on line %s; its closing } is missing."), TAKES_LINE },
  [MIG_JSON_FAULT_END_IN_ARRAY] = { N_("The file ends within a list."), TAKES_NOTHING,
                                    N_("The list begins on line %s; its closing ] is missing."), TAKES_LINE },
  [MIG_JSON_FAULT_LINE_BREAK] = { N_("A line ends within a text."), TAKES_NOTHING,
                                  N_("Either a closing quote is missing, or the line break is to be written \\n."),
                                  TAKES_NOTHING },
  [MIG_JSON_FAULT_TAB] = { N_("There is a tab within a text."), TAKES_NOTHING,
                           N_("A tab is written \\t there."), TAKES_NOTHING },
  /* Translators: %s is a byte as a hexadecimal number, such as 0x07. */
  [MIG_JSON_FAULT_CONTROL] = { N_("There is the control character %s within a text."), TAKES_BYTE,
                               N_("Take it out, or write it as an escape of the form \\u0007."), TAKES_NOTHING },
  /* Translators: an escape is a backslash with what follows it, such as \n for a line break. */
  [MIG_JSON_FAULT_ESCAPE] = { N_("“%s” is no escape of JSON."), TAKES_TOKEN,
                              N_("A backslash itself is written \\\\."), TAKES_NOTHING },
  [MIG_JSON_FAULT_UNICODE_ESCAPE] = { N_("“%s” is no escape of JSON."), TAKES_TOKEN,
                                      N_("Four hexadecimal digits must follow \\u."), TAKES_NOTHING },
  [MIG_JSON_FAULT_LEADING_ZERO] = { N_("“%s” is no number of JSON."), TAKES_TOKEN,
                                    N_("A number does not begin with a zero that means nothing."), TAKES_NOTHING },
  [MIG_JSON_FAULT_HEXADECIMAL] = { N_("“%s” is no number of JSON."), TAKES_TOKEN,
                                   N_("Numbers are decimal."), TAKES_NOTHING },
  [MIG_JSON_FAULT_PLUS] = { N_("“%s” is no number of JSON."), TAKES_TOKEN,
                            N_("A number above zero has no sign."), TAKES_NOTHING },
  [MIG_JSON_FAULT_NUMBER] = { N_("“%s” is no number of JSON."), TAKES_TOKEN,
                              N_("Numbers look like 12, -3.5 or 6.02e23; anything else stands in double quotes."),
                              TAKES_NOTHING },
  [MIG_JSON_FAULT_WORD] = { N_("“%s” is no value of JSON."), TAKES_TOKEN,
                            N_("Only true, false and null, in small letters, stand without double quotes."),
                            TAKES_NOTHING },
  [MIG_JSON_FAULT_SINGLE_QUOTE] = { N_("There is a single quote."), TAKES_NOTHING,
                                    N_("Texts and keys stand in double quotes."), TAKES_NOTHING },
  [MIG_JSON_FAULT_COMMENT] = { N_("There is a comment."), TAKES_NOTHING,
                               N_("JSON has no comments; take it out."), TAKES_NOTHING },
  [MIG_JSON_FAULT_TRAILING_COMMA] = { N_("A comma is followed by a closing bracket."), TAKES_NOTHING,
                                      N_("After the last entry there is no comma; take it out."), TAKES_NOTHING },
  [MIG_JSON_FAULT_MISSING_COMMA] = { N_("A comma is missing."), TAKES_NOTHING,
                                     N_("A comma must stand between this and what is before it."), TAKES_NOTHING },
  [MIG_JSON_FAULT_MISSING_COLON] = { N_("A colon is missing."), TAKES_NOTHING,
                                     N_("A colon must stand between a key and its value."), TAKES_NOTHING },
  [MIG_JSON_FAULT_MISSING_VALUE] = { N_("A value is missing before “%s”."), TAKES_TOKEN,
                                     N_("A text, a number, an object, a list, true, false or null is expected."),
                                     TAKES_NOTHING },
  [MIG_JSON_FAULT_MISSING_KEY] = { N_("A key is missing before “%s”."), TAKES_TOKEN,
                                   N_("Each entry of an object begins with a key in double quotes."), TAKES_NOTHING },
  [MIG_JSON_FAULT_WRONG_BRACKET] = { N_("“%s” closes what another bracket opened."), TAKES_TOKEN,
                                     N_("It was opened on line %s; { goes with } and [ with ]."), TAKES_LINE },
  [MIG_JSON_FAULT_SECOND_DOCUMENT] = { N_("Something follows the end of the document."), TAKES_NOTHING,
                                       N_("A file holds one JSON document and nothing after it."), TAKES_NOTHING },
  [MIG_JSON_FAULT_CHARACTER] = { N_("“%s” has no place here."), TAKES_TOKEN,
                                 N_("A text, a number, an object, a list, true, false or null is expected."),
                                 TAKES_NOTHING },
  [MIG_JSON_FAULT_DEPTH] = { N_("Objects and lists are nested too deeply."), TAKES_NOTHING,
                             N_("At most %s may stand within each other."), TAKES_LIMIT },
  [MIG_JSON_FAULT_MEMBERS] = { N_("An object has too many entries."), TAKES_NOTHING,
                               N_("At most %s may stand in one object."), TAKES_LIMIT },
  [MIG_JSON_FAULT_RECORDS] = { N_("The file has too many records."), TAKES_NOTHING,
                               N_("At most %s can be read."), TAKES_LIMIT },
};

static guint
get_limit (MigJsonFault fault)
{
  if (fault == MIG_JSON_FAULT_DEPTH)
    return MIG_JSON_MAX_DEPTH;
  return fault == MIG_JSON_FAULT_MEMBERS ? MIG_JSON_MAX_MEMBERS : MIG_JSON_MAX_RECORDS;
}

static char *
word (const char  *sentence,
      Argument     takes,
      MigJsonFault fault,
      const char  *token,
      gsize        length,
      guint64      line)
{
  g_autofree char *argument = NULL;
  g_autoptr (GString) text = g_string_new (_(sentence));

  if (takes == TAKES_TOKEN)
    argument = mig_json_shorten (token, (gssize) length);
  else if (takes == TAKES_BYTE)
    argument = g_strdup_printf ("0x%02X", length > 0 ? (guint) (guint8) *token : 0);
  else if (takes == TAKES_LIMIT)
    argument = g_strdup_printf ("%'u", get_limit (fault));
  else if (takes == TAKES_LINE)
    argument = g_strdup_printf ("%'" G_GUINT64_FORMAT, line);

  if (argument != NULL)
    g_string_replace (text, "%s", argument, 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mig_json_fault_what:
 * @fault: a fault
 * @token: the bytes of the file that it is about
 * @length: how many
 *
 * Returns: (transfer full): what was found, as a sentence
 */
char *
mig_json_fault_what (MigJsonFault fault,
                     const char  *token,
                     gsize        length)
{
  g_return_val_if_fail (fault > MIG_JSON_FAULT_NONE && fault < G_N_ELEMENTS (wordings), NULL);

  return word (wordings[fault].what, wordings[fault].what_takes, fault, token, length, 0);
}

/**
 * mig_json_fault_hint:
 * @fault: a fault
 * @token: the bytes of the file that it is about
 * @length: how many
 * @line: the line of what it hangs together with: of the same key before, of the bracket that is open
 *
 * Returns: (transfer full): what was expected or what to do, as a sentence
 */
char *
mig_json_fault_hint (MigJsonFault fault,
                     const char  *token,
                     gsize        length,
                     guint64      line)
{
  g_return_val_if_fail (fault > MIG_JSON_FAULT_NONE && fault < G_N_ELEMENTS (wordings), NULL);

  return word (wordings[fault].hint, wordings[fault].hint_takes, fault, token, length, line);
}
