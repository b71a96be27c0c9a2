/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-span-lexer.h"

#include <string.h>

#include "mig-fold.h"

/*
 * Cuts what somebody typed as a date into numbers, words and the signs between the ends of a span:
 *
 *   "25–26 Feb 2016" ──▶ NUMBER 25, TO, NUMBER 26, WORD feb, NUMBER 2016
 *   "2016-02..2016-03" ──▶ DATE 2016-02, TO, DATE 2016-03
 *
 * Whether a hyphen joins the parts of one date or parts two dates can be told only by the digits around it. Where words
 * stand without spaces each character is a word, as mig_fold_text() has it: "2016年2月", "至今".
 */

/* No year and no day has more digits; what has is cut, and refused as a year. */
#define MAX_DIGITS 8
#define MAX_GROUPS 3

/* Digits joined by one and the same sign: "2016-02-25". */
typedef struct
{
  gint numbers[MAX_GROUPS];
  guint n_digits[MAX_GROUPS];
  const char *ends[MAX_GROUPS];
  guint n;
  char sign;
} Groups;

static const char *
read_digits (const char *text,
             gint       *number,
             guint      *n_digits)
{
  *number = 0;
  *n_digits = 0;
  for (; g_unichar_isdigit (g_utf8_get_char (text)); text = g_utf8_next_char (text))
    {
      if (++*n_digits <= MAX_DIGITS)
        *number = *number * 10 + g_unichar_digit_value (g_utf8_get_char (text));
    }

  return text;
}

/* The sign that joins two numbers, also as wide as a character of Chinese; 0 for none. */
static char
get_joint (const char *text)
{
  const gunichar c = g_utf8_get_char (text);
  const gunichar plain = c >= 0xff01 && c <= 0xff5e ? c - 0xff00 + 0x20 : c;

  return plain == '-' || plain == '.' || plain == '/' ? (char) plain : '\0';
}

static Groups
read_groups (const char *text)
{
  Groups groups = { 0, };

  while (groups.n < MAX_GROUPS)
    {
      const guint i = groups.n++;
      char joint;

      text = groups.ends[i] = read_digits (text, &groups.numbers[i], &groups.n_digits[i]);
      joint = get_joint (text);
      if (joint == '\0' || (i > 0 && joint != groups.sign) ||
          !g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (text))))
        break;
      groups.sign = joint;
      text = g_utf8_next_char (text);
    }

  return groups;
}

static gboolean
is_year (const Groups *groups,
         guint         i)
{
  return groups->n_digits[i] == 4;
}

static gboolean
is_short (const Groups *groups,
          guint         i)
{
  return groups->n_digits[i] <= 2;
}

/* "25/2/2016" and "2/25/2016" can be read one way only; "3/2/2016" in two. After dots the day always comes first. */
static void
order_day_and_month (MigSpanToken *token,
                     const Groups *groups)
{
  const gint first = groups->numbers[0], second = groups->numbers[1];
  const gboolean month_first = groups->sign != '.' && second > 12 && first <= 12;

  token->day = month_first ? second : first;
  token->month = month_first ? first : second;
  token->is_ambiguous = groups->sign != '.' && first <= 12 && second <= 12 && first != second;
}

/* Takes the digits as a date, if they are one. Returns where they end, or NULL. */
static const char *
take_date (MigSpanToken *token,
           const Groups *groups)
{
  if (groups->n == 3 && is_year (groups, 0) && is_short (groups, 1) && is_short (groups, 2))
    {
      token->year = groups->numbers[0];
      token->month = groups->numbers[1];
      token->day = groups->numbers[2];
      return groups->ends[2];
    }
  if (groups->n == 3 && is_short (groups, 0) && is_short (groups, 1) && is_year (groups, 2))
    {
      token->year = groups->numbers[2];
      order_day_and_month (token, groups);
      return groups->ends[2];
    }
  /* "2015-16" are two years. */
  if (groups->n >= 2 && is_year (groups, 0) && is_short (groups, 1) && groups->numbers[1] >= 1 &&
      groups->numbers[1] <= 12)
    {
      token->year = groups->numbers[0];
      token->month = groups->numbers[1];
      return groups->ends[1];
    }
  if (groups->n >= 2 && is_short (groups, 0) && is_year (groups, 1) && groups->numbers[0] >= 1 &&
      groups->numbers[0] <= 12)
    {
      token->year = groups->numbers[1];
      token->month = groups->numbers[0];
      return groups->ends[1];
    }

  return NULL;
}

static const char *
take_digits (MigSpanToken *token,
             const char   *text)
{
  const Groups groups = read_groups (text);
  const char *end = take_date (token, &groups);

  if (end != NULL)
    {
      token->kind = MIG_SPAN_TOKEN_DATE;
      return end;
    }

  token->kind = MIG_SPAN_TOKEN_NUMBER;
  token->number = groups.numbers[0];
  token->n_digits = groups.n_digits[0];

  return groups.ends[0];
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Between numbers a tilde is "to", in Chinese above all; after one it says "about" in EDTF. */
static gboolean
is_tilde_to (const char *text)
{
  do
    text = g_utf8_next_char (text);
  while (g_unichar_isspace (g_utf8_get_char (text)));

  return g_unichar_isdigit (g_utf8_get_char (text));
}

/* A dash, a minus, a stroke, a tilde; two dots or more, or their one sign. One dot ends an abbreviation or an
 * ordinal. */
static const char *
skip_to_sign (const char *text)
{
  const gunichar c = g_utf8_get_char (text);
  const char *end = text;

  if (c == '/' || c == 0xff0f || c == 0x2026 || c == 0x2212 || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION)
    return g_utf8_next_char (text);
  if ((c == '~' || c == 0xff5e) && is_tilde_to (text))
    return g_utf8_next_char (text);

  while (*end == '.')
    end++;

  return end - text >= 2 ? end : NULL;
}

/* The first word of a run of letters, which is all of it or, where words stand without spaces, a character. */
static const char *
skip_word (const char *text)
{
  const char *end = g_utf8_next_char (text);
  MigFold fold;

  while (is_word (g_utf8_get_char (text)) && is_word (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  mig_fold_init (&fold, text, end - text);
  if (mig_fold_next (&fold))
    end = fold.begin + fold.n_bytes;

  return end;
}

static const char *
take_token (MigSpanToken *token,
            const char   *text)
{
  const char *end = skip_to_sign (text);

  if (end != NULL)
    {
      token->kind = MIG_SPAN_TOKEN_TO;
      return end;
    }
  if (g_unichar_isdigit (g_utf8_get_char (text)))
    return take_digits (token, text);

  token->kind = MIG_SPAN_TOKEN_WORD;

  return skip_word (text);
}

/* What parts words and means nothing. Marks of direction come along with text that was copied. */
static gboolean
is_silent (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iszerowidth (c) || c == ',' || c == '.' || c == '\'' || c == 0x2019 ||
         c == 0x060c || c == 0x3001 || c == 0xff0c || c == ';';
}

static void
clear_token (gpointer data)
{
  MigSpanToken *token = data;

  g_free (token->text);
  g_free (token->folded);
}

/**
 * mig_span_lexer_read:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the tokens of @text, of #MigSpanToken, in its order
 */
GArray *
mig_span_lexer_read (const char *text)
{
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (MigSpanToken));
  gboolean is_attached = FALSE;

  g_array_set_clear_func (tokens, clear_token);
  while (*text != '\0')
    {
      MigSpanToken token = { .is_attached = is_attached };
      const char *end;

      if (is_silent (g_utf8_get_char (text)) && skip_to_sign (text) == NULL)
        {
          /* "1.º" is a number and its ending. */
          is_attached = is_attached && *text == '.';
          text = g_utf8_next_char (text);
          continue;
        }

      end = take_token (&token, text);
      token.text = g_strndup (text, (gsize) (end - text));
      if (token.kind == MIG_SPAN_TOKEN_WORD)
        token.folded = mig_fold_text (token.text);
      g_array_append_val (tokens, token);
      is_attached = TRUE;
      text = end;
    }

  return tokens;
}
