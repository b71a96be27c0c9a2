/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-text.h"

#include <string.h>

/* Characters of a file's text that a message repeats at most. */
#define LONGEST_QUOTE 40

/**
 * mig_json_count_characters:
 * @from: the first byte
 * @to: one past the last
 *
 * Counts characters as columns are counted: a byte that is no UTF-8 is a character of its own.
 *
 * Returns: how many there are
 */
guint64
mig_json_count_characters (const char *from,
                           const char *to)
{
  const guint8 *at = (const guint8 *) from;
  const guint8 *end = (const guint8 *) to;
  guint64 n = 0;

  while (at < end)
    {
      guint64 word;

      /* Eight at a time as long as they are ASCII. */
      if (end - at >= 8)
        {
          memcpy (&word, at, 8);
          if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0)
            {
              at += 8;
              n += 8;
              continue;
            }
        }

      at += MAX (mig_utf8_sequence (at, end), 1);
      n++;
    }

  return n;
}

/**
 * mig_json_shorten:
 * @text: bytes out of a file
 * @length: how many; -1 if they end with a NUL
 *
 * Makes a text fit to be quoted in a message: on one line, of no more than forty characters with an ellipsis for what
 * is left out, and valid UTF-8 whatever the file holds.
 *
 * Returns: (transfer full): the text
 */
char *
mig_json_shorten (const char *text,
                  gssize      length)
{
  const guint8 *at = (const guint8 *) text;
  const guint8 *end = at + (length >= 0 ? (gsize) length : strlen (text));
  g_autoptr (GString) quote = g_string_new (NULL);

  for (guint n = 0; at < end; n++)
    {
      gsize sequence = mig_utf8_sequence (at, end);
      gunichar character = sequence > 0 ? g_utf8_get_char ((const char *) at) : 0xfffd;

      if (n == LONGEST_QUOTE)
        {
          g_string_append (quote, "…");
          break;
        }
      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        character = ' ';
      g_string_append_unichar (quote, character);
      at += MAX (sequence, 1);
    }

  return g_string_free (g_steal_pointer (&quote), FALSE);
}

static gunichar
read_hex (const char *digits)
{
  gunichar unit = 0;

  for (guint i = 0; i < 4; i++)
    unit = (unit << 4) | (gunichar) g_ascii_xdigit_value (digits[i]);

  return unit;
}

/* Returns how many bytes of the escape were taken after the "\u"; *@to moves over what it stands for. */
static gsize
unescape_unicode (char      **to,
                  const char *digits,
                  gsize       left)
{
  gunichar unit = read_hex (digits);
  gunichar second;

  if (unit >= 0xd800 && unit < 0xdc00 && left >= 10 && digits[4] == '\\' && digits[5] == 'u')
    {
      second = read_hex (digits + 6);
      if (second >= 0xdc00 && second < 0xe000)
        {
          *to += g_unichar_to_utf8 (0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00), *to);
          return 10;
        }
    }

  /* Neither of the two is a character; the scanner has reported them. */
  if (unit == 0 || (unit >= 0xd800 && unit < 0xe000))
    unit = 0xfffd;
  *to += g_unichar_to_utf8 (unit, *to);
  return 4;
}

/**
 * mig_json_unescape_into:
 * @raw: (array length=length): what stands between the quotes of a JSON string whose escapes are well-formed
 * @length: its length in bytes
 * @text: (out caller-allocates): where the text goes, without a NUL at its end; room for @length bytes is enough
 *
 * Resolves the escapes of a string (RFC 8259, section 7). U+0000 and lone surrogates become U+FFFD.
 *
 * Returns: the length of the text in bytes
 */
gsize
mig_json_unescape_into (const char *raw,
                        gsize       length,
                        char       *text)
{
  static const char escapes[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  char *to = text;

  for (gsize i = 0; i < length; i++)
    {
      const char *escape;

      if (raw[i] != '\\' || i + 1 == length)
        {
          *to++ = raw[i];
          continue;
        }

      i++;
      escape = strchr (escapes, raw[i]);
      if (raw[i] == 'u' && length - i > 4)
        i += unescape_unicode (&to, raw + i + 1, length - i - 1);
      else
        *to++ = escape != NULL ? meanings[escape - escapes] : raw[i];
    }

  return (gsize) (to - text);
}

/**
 * mig_json_unescape:
 * @raw: (array length=length): as for mig_json_unescape_into()
 * @length: its length in bytes
 *
 * Resolves the escapes of a string.
 *
 * Returns: (transfer full): the text
 */
char *
mig_json_unescape (const char *raw,
                   gsize       length)
{
  char *text = g_malloc (length + 1);

  text[mig_json_unescape_into (raw, length, text)] = '\0';
  return text;
}
