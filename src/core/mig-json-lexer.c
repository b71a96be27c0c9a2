/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-lexer.h"

#include <math.h>
#include <string.h>

#include "mig-json-text.h"

/*
 * Reads single tokens of JSON exactly as RFC 8259 has them, and says of each what is wrong with it. Strings are most
 * of a corpus, so their plain bytes are passed over eight at a time.
 */

/* Integers of up to so many digits fit into 64 bits whatever they are. */
#define SAFE_DIGITS 18

#define REPEAT(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define HIGH_BITS REPEAT (0x80)

static inline void
set_fault (MigJsonToken *token,
           MigJsonFault  fault,
           const guint8 *at,
           gsize         length)
{
  if (token->fault != MIG_JSON_FAULT_NONE && !mig_json_fault_is_fatal (fault))
    return;

  token->fault = fault;
  token->fault_at = at;
  token->fault_length = length;
  token->fault_continuations = token->n_continuations;
}

/* The high bit of each byte that is below @limit, which is at most 0x80. A byte after one that is found may be flagged
 * wrongly; the first flag is always right. (H. S. Warren: Hacker's Delight, 2nd edition, 6-1.) */
static inline guint64
bytes_below (guint64 word,
             guint64 limit)
{
  return (word - REPEAT (limit)) & ~word & HIGH_BITS;
}

static inline gboolean
is_plain (guint8 byte)
{
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

static inline const guint8 *
skip_plain (const guint8 *at,
            const guint8 *end)
{
  while (end - at >= 8)
    {
      guint64 word;
      guint64 special;

      memcpy (&word, at, 8);
      special = (word & HIGH_BITS) | bytes_below (word, 0x20) | bytes_below (word ^ REPEAT ('"'), 1) |
                bytes_below (word ^ REPEAT ('\\'), 1);
      if (special != 0)
        break;
      at += 8;
    }

  while (at < end && is_plain (*at))
    at++;

  return at;
}

static gint
hex_unit (const guint8 *at,
          const guint8 *end)
{
  gint unit = 0;

  if (end - at < 4)
    return -1;

  for (guint i = 0; i < 4; i++)
    {
      gint digit = g_ascii_xdigit_value ((char) at[i]);

      if (digit < 0)
        return -1;
      unit = unit << 4 | digit;
    }

  return unit;
}

/* @at is the "u". Returns what follows the escape, of both halves if it is a pair; NULL if the fault is fatal. */
static const guint8 *
lex_unicode_escape (const guint8 *at,
                    const guint8 *end,
                    MigJsonToken *token)
{
  gint unit = hex_unit (at + 1, end);
  gint second;

  if (unit < 0)
    {
      set_fault (token, MIG_JSON_FAULT_UNICODE_ESCAPE, at - 1, MIN (6, (gsize) (end - at) + 1));
      return NULL;
    }

  if (unit == 0)
    set_fault (token, MIG_JSON_FAULT_NUL, at - 1, 6);

  if (unit >= 0xdc00 && unit < 0xe000)
    set_fault (token, MIG_JSON_FAULT_SURROGATE, at - 1, 6);

  if (unit >= 0xd800 && unit < 0xdc00)
    {
      second = end - at >= 7 && at[5] == '\\' && at[6] == 'u' ? hex_unit (at + 7, end) : -1;
      if (second >= 0xdc00 && second < 0xe000)
        return at + 11;
      set_fault (token, MIG_JSON_FAULT_SURROGATE, at - 1, 6);
    }

  return at + 5;
}

/* @at is the backslash. Returns what follows the escape; NULL if the fault is fatal. */
static const guint8 *
lex_escape (const guint8 *at,
            const guint8 *end,
            MigJsonToken *token)
{
  token->escaped = TRUE;
  at++;

  if (at == end)
    return at;

  switch (*at)
    {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      return at + 1;

    case 'u':
      return lex_unicode_escape (at, end, token);

    default:
      set_fault (token, MIG_JSON_FAULT_ESCAPE, at - 1, 1 + MAX (mig_utf8_sequence (at, end), 1));
      return NULL;
    }
}

static MigJsonFault
control_fault (guint8 byte)
{
  if (byte == '\n' || byte == '\r')
    return MIG_JSON_FAULT_LINE_BREAK;
  return byte == '\t' ? MIG_JSON_FAULT_TAB : MIG_JSON_FAULT_CONTROL;
}

/**
 * mig_json_lex_string:
 * @at: a quote
 * @end: one past the last byte of the file
 * @token: (out caller-allocates): the string, both quotes included
 *
 * Reads a string.
 */
void
mig_json_lex_string (const guint8 *at,
                     const guint8 *end,
                     MigJsonToken *token)
{
  const guint8 *begin = at;

  memset (token, 0, sizeof (MigJsonToken));

  for (at++;;)
    {
      const guint8 *after;

      at = skip_plain (at, end);
      token->end = at;

      if (at == end)
        {
          token->n_continuations = 0;
          set_fault (token, MIG_JSON_FAULT_END_IN_STRING, begin, 1);
          return;
        }

      if (*at == '"')
        {
          token->end = at + 1;
          return;
        }

      if (*at >= 0x80)
        {
          gsize sequence = mig_utf8_sequence (at, end);

          if (sequence == 0)
            {
              set_fault (token, MIG_JSON_FAULT_NOT_UTF8, at, 1);
              return;
            }
          token->n_continuations += sequence - 1;
          at += sequence;
          continue;
        }

      if (*at < 0x20)
        {
          set_fault (token, control_fault (*at), at, 1);
          return;
        }

      after = lex_escape (at, end, token);
      if (after == NULL)
        return;
      at = after;
    }
}

static inline gboolean
goes_on (const guint8 *at,
         const guint8 *end)
{
  return at < end && (g_ascii_isalnum (*at) || *at == '.' || *at == '_' || *at == '+' || *at == '-');
}

/* Takes in whatever is stuck to a bad token, so that the message shows all of it. */
static void
set_word_fault (MigJsonToken *token,
                MigJsonFault  fault,
                const guint8 *begin,
                const guint8 *at,
                const guint8 *end)
{
  while (goes_on (at, end))
    at++;

  token->end = at;
  set_fault (token, fault, begin, MAX ((gsize) (at - begin), 1));
}

static gboolean
fits_integer (const guint8 *digits,
              const guint8 *end,
              gboolean      negative)
{
  guint64 limit = (guint64) G_MAXINT64 + (negative ? 1 : 0);
  guint64 number = 0;

  if (end - digits <= SAFE_DIGITS)
    return TRUE;
  if (end - digits > SAFE_DIGITS + 1)
    return FALSE;

  for (; digits < end; digits++)
    number = 10 * number + (guint64) (*digits - '0');

  return number <= limit;
}

static gboolean
is_finite (const guint8 *begin,
           const guint8 *end)
{
  g_autofree char *text = g_strndup ((const char *) begin, (gsize) (end - begin));

  return isfinite (g_ascii_strtod (text, NULL));
}

/* Moves *@at over at least one digit. */
static gboolean
take_digits (const guint8 **at,
             const guint8  *end)
{
  const guint8 *begin = *at;

  while (*at < end && g_ascii_isdigit (**at))
    (*at)++;

  return *at > begin;
}

/* RFC 8259, section 6. */
static MigJsonFault
read_number (const guint8 **at,
             const guint8  *end,
             gboolean      *is_integer)
{
  const guint8 *digits;

  *is_integer = TRUE;
  if (**at == '-')
    (*at)++;

  digits = *at;
  if (!take_digits (at, end))
    return MIG_JSON_FAULT_NUMBER;
  if (*digits == '0' && *at - digits > 1)
    return MIG_JSON_FAULT_LEADING_ZERO;
  if (*digits == '0' && *at < end && (**at == 'x' || **at == 'X'))
    return MIG_JSON_FAULT_HEXADECIMAL;

  if (*at < end && **at == '.')
    {
      *is_integer = FALSE;
      (*at)++;
      if (!take_digits (at, end))
        return MIG_JSON_FAULT_NUMBER;
    }

  if (*at < end && (**at == 'e' || **at == 'E'))
    {
      *is_integer = FALSE;
      (*at)++;
      if (*at < end && (**at == '+' || **at == '-'))
        (*at)++;
      if (!take_digits (at, end))
        return MIG_JSON_FAULT_NUMBER;
    }

  return goes_on (*at, end) ? MIG_JSON_FAULT_NUMBER : MIG_JSON_FAULT_NONE;
}

/**
 * mig_json_lex_number:
 * @at: a minus sign or digit
 * @end: one past the last byte of the file
 * @token: (out caller-allocates): the number
 *
 * Reads a number. An integer must fit into 64 bits, any other number into a finite double.
 */
void
mig_json_lex_number (const guint8 *at,
                     const guint8 *end,
                     MigJsonToken *token)
{
  const guint8 *begin = at;
  gboolean negative = *at == '-';
  gboolean is_integer;
  MigJsonFault fault;

  memset (token, 0, sizeof (MigJsonToken));

  fault = read_number (&at, end, &is_integer);
  if (fault != MIG_JSON_FAULT_NONE)
    {
      set_word_fault (token, fault, begin, at, end);
      return;
    }

  token->end = at;
  if (is_integer && !fits_integer (begin + negative, at, negative))
    set_fault (token, MIG_JSON_FAULT_LARGE_INTEGER, begin, (gsize) (at - begin));
  else if (!is_integer && !is_finite (begin, at))
    set_fault (token, MIG_JSON_FAULT_LARGE_NUMBER, begin, (gsize) (at - begin));
}

/**
 * mig_json_lex_word:
 * @at: a byte that begins neither a string nor a number nor any structure
 * @end: one past the last byte of the file
 * @token: (out caller-allocates): the word
 *
 * Reads true, false or null; or tells as well as it can what stands there instead.
 */
void
mig_json_lex_word (const guint8 *at,
                   const guint8 *end,
                   MigJsonToken *token)
{
  static const char *const words[] = { "true", "false", "null" };
  const guint8 *after = at;
  gsize sequence;

  memset (token, 0, sizeof (MigJsonToken));

  while (goes_on (after, end))
    after++;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize) (after - at) == strlen (words[i]) && memcmp (at, words[i], strlen (words[i])) == 0)
      {
        token->end = after;
        return;
      }

  token->end = at;
  sequence = mig_utf8_sequence (at, end);
  if (sequence == 0)
    set_fault (token, MIG_JSON_FAULT_NOT_UTF8, at, 1);
  else if (*at == '\'')
    set_fault (token, MIG_JSON_FAULT_SINGLE_QUOTE, at, 1);
  else if (*at == '/' || *at == '#')
    set_fault (token, MIG_JSON_FAULT_COMMENT, at, 1);
  else if (*at == '+')
    set_word_fault (token, MIG_JSON_FAULT_PLUS, at, after, end);
  else if (*at == '.')
    set_word_fault (token, MIG_JSON_FAULT_NUMBER, at, after, end);
  else if (after > at)
    set_word_fault (token, MIG_JSON_FAULT_WORD, at, after, end);
  else
    set_fault (token, MIG_JSON_FAULT_CHARACTER, at, sequence);
}
