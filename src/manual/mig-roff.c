/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-roff.h"

#include <string.h>

/*
 * Text as roff's input: whatever it holds, it is printed as it is, and no character of it is taken for a request.
 */

/* What roff would read, or print, as something else: a hyphen-minus would become a hyphen, which no shell takes for
 * one, and straight quotation marks would become typographic ones. */
static const char *
get_escape (gunichar c)
{
  switch (c)
    {
    case '\\':
      return "\\(rs";
    case '-':
      return "\\-";
    case '"':
      return "\\(dq";
    case '\'':
      return "\\(aq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    case 0x00a0: /* spaces that may not break; not every device has the narrow one */
    case 0x202f:
      return "\\~";
    case '\n':
    case '\t':
      return " ";
    default:
      return NULL;
    }
}

/* Whether a line may begin with the character that follows. */
static gboolean
may_begin (gunichar c)
{
  switch ((int) g_unichar_break_type (c))
    {
    case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
    case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
    case G_UNICODE_BREAK_NON_STARTER:
    case G_UNICODE_BREAK_EXCLAMATION:
    case G_UNICODE_BREAK_INFIX_SEPARATOR:
    case G_UNICODE_BREAK_INSEPARABLE:
    case G_UNICODE_BREAK_NON_BREAKING_GLUE:
    case G_UNICODE_BREAK_COMBINING_MARK:
      return FALSE;
    default:
      return !g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FINAL_PUNCTUATION;
    }
}

/* Whether a line may end with it. */
static gboolean
may_end (gunichar c)
{
  switch ((int) g_unichar_break_type (c))
    {
    case G_UNICODE_BREAK_OPEN_PUNCTUATION:
    case G_UNICODE_BREAK_NON_BREAKING_GLUE:
      return FALSE;
    default:
      return !g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_INITIAL_PUNCTUATION;
    }
}

/* roff breaks lines at spaces, and Chinese has none. */
static gboolean
may_break (gunichar before, gunichar after)
{
  return before != 0 && (g_unichar_iswide (before) || g_unichar_iswide (after)) && may_end (before) &&
         may_begin (after);
}

static void
append_characters (MigRoff *self, const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const char *escape = get_escape (c);

      if (!self->is_plain && may_break (self->last, c))
        g_string_append (self->text, "\\:");
      /* At the beginning of a line these two are for requests. */
      if (self->last == 0 && (c == '.' || c == '\''))
        g_string_append (self->text, "\\&");
      if (escape != NULL)
        g_string_append (self->text, escape);
      else
        g_string_append_unichar (self->text, c);
      self->last = c;
    }
}

/**
 * mig_roff_request:
 * @self: a document
 * @request: a macro with its point, such as ".PP"
 *
 * Begins a line with a macro; its arguments may follow.
 */
void
mig_roff_request (MigRoff *self, const char *request)
{
  g_string_append (self->text, request);
}

/**
 * mig_roff_argument:
 * @self: a document, in a line with a macro
 * @text: what to give to it, in UTF-8
 *
 * Adds an argument, whatever it holds.
 */
void
mig_roff_argument (MigRoff *self, const char *text)
{
  const gboolean was_plain = self->is_plain;

  g_string_append (self->text, " \"");
  self->last = ' ';
  self->is_plain = TRUE;
  append_characters (self, text, strlen (text));
  self->is_plain = was_plain;
  g_string_append_c (self->text, '"');
}

/**
 * mig_roff_append:
 * @self: a document, in a line of text
 * @font: how it stands out
 * @text: in UTF-8
 * @length: how many bytes of it, or -1 for all
 *
 * Adds text to the line.
 */
void
mig_roff_append (MigRoff *self, MigRoffFont font, const char *text, gssize length)
{
  const gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (n == 0)
    return;
  if (font == MIG_ROFF_ROMAN)
    {
      append_characters (self, text, n);
      return;
    }

  g_string_append_printf (self->text, "\\f%c", (char) font);
  if (self->last == 0)
    self->last = ' ';
  append_characters (self, text, n);
  g_string_append (self->text, "\\fR");
}

/**
 * mig_roff_end_line:
 * @self: a document
 *
 * Ends a line of text or of a macro.
 */
void
mig_roff_end_line (MigRoff *self)
{
  g_string_append_c (self->text, '\n');
  self->last = 0;
}
