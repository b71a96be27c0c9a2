/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-scanner.h"

#include <string.h>

#include "mig-json-scanner-private.h"
#include "mig-json-text.h"

/*
 * Goes once over the bytes of a file, without recursion and without a tree, and makes sure that what comes after it
 * meets nothing but well-formed JSON within its limits:
 *
 *   bytes ──▶ tokens (mig-json-lexer.c) ──▶ stack of open brackets ──┬──▶ slices: one a record, with line and column
 *                                                 │                  └──▶ which top-level members there are
 *                                                 └──▶ faults (mig-json-faults.c) ──▶ MigProblems
 *
 * A fault in the grammar ends the scan; one in a value (a number too large, a key that stands twice) is reported and
 * the scan goes on, but the record that it is in is marked as unsound.
 */

#define CHECK_EVERY (1024 * 1024) /* bytes between looks at the cancellable */

static void
skip_blank (MigJsonScan *self)
{
  const guint8 *at = self->at;
  const guint8 *end = self->end;

  for (; at < end; at++)
    {
      if (*at == '\n')
        {
          self->line++;
          self->line_begin = at + 1;
          self->n_continuations = 0;
        }
      else if (*at != ' ' && *at != '\t' && *at != '\r')
        break;
    }

  self->at = at;
}

static void
begin_slice (MigJsonScan *self,
             gint64       index)
{
  MigJsonPlace place = mig_json_scan_get_place (self);

  self->slice = (MigJsonSlice) {
    .member = self->members[self->member],
    .index = index,
    .offset = place.offset,
    .line = place.line,
    .column = place.column,
    .type = (char) *self->at,
    .sound = TRUE,
  };
  self->slice_depth = self->depth;
}

/* Whether a value that begins here is a record, or a member that holds records. */
static void
note_value (MigJsonScan *self)
{
  if (self->depth == 0)
    self->type = (char) *self->at;
  if (self->member < 0)
    return;

  if (self->depth == 1)
    {
      self->member_types[self->member] = (char) *self->at;
      if (*self->at != '[')
        begin_slice (self, -1);
    }
  else if (self->depth == 2 && self->frames[1].type == '[')
    begin_slice (self, self->frames[1].n - 1);
}

static void
end_value (MigJsonScan *self)
{
  self->expectation = MIG_JSON_EXPECT_COMMA_OR_END;

  if (self->slice_depth != self->depth)
    return;

  self->slice.length = (gsize) (self->at - self->begin) - self->slice.offset;
  g_array_append_val (self->slices, self->slice);
  self->slice_depth = G_MAXUINT;

  if (++self->n_slices >= MIG_JSON_MAX_RECORDS)
    mig_json_scan_report (self, MIG_JSON_FAULT_RECORDS, mig_json_scan_get_place (self), 1, 0);
}

static void
open_bracket (MigJsonScan *self)
{
  MigJsonFrame *frame;

  if (self->depth == MIG_JSON_MAX_DEPTH)
    {
      mig_json_scan_report (self, MIG_JSON_FAULT_DEPTH, mig_json_scan_get_place (self), 1, 0);
      return;
    }

  frame = &self->frames[self->depth++];
  frame->type = (char) *self->at;
  frame->n = 0;
  frame->line = self->line;
  frame->key = NULL;
  mig_json_keys_empty (&frame->keys);

  self->expectation = frame->type == '{' ? MIG_JSON_EXPECT_KEY_OR_END : MIG_JSON_EXPECT_VALUE_OR_END;
  self->at++;
}

static void
close_bracket (MigJsonScan *self)
{
  MigJsonFrame *frame = &self->frames[self->depth - 1];

  if (*self->at != (frame->type == '{' ? '}' : ']'))
    {
      mig_json_scan_report (self, MIG_JSON_FAULT_WRONG_BRACKET, mig_json_scan_get_place (self), 1, frame->line);
      return;
    }

  self->at++;
  self->depth--;
  end_value (self);
}

/* Moves on over a token; returns whether the scan goes on. */
static gboolean
take_token (MigJsonScan        *self,
            const MigJsonToken *token)
{
  if (token->fault != MIG_JSON_FAULT_NONE)
    mig_json_scan_report_token (self, token);
  if (self->is_over)
    return FALSE;

  self->at = token->end;
  self->n_continuations += token->n_continuations;
  return TRUE;
}

static void
read_value (MigJsonScan *self)
{
  MigJsonToken token;

  if (self->depth > 0 && self->frames[self->depth - 1].type == '[')
    self->frames[self->depth - 1].n++;

  switch (*self->at)
    {
    case ',':
    case ':':
    case '}':
    case ']':
      mig_json_scan_report_here (self, MIG_JSON_FAULT_MISSING_VALUE);
      return;

    case '{':
    case '[':
      note_value (self);
      open_bracket (self);
      return;

    case '"':
      mig_json_lex_string (self->at, self->end, &token);
      break;

    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      mig_json_lex_number (self->at, self->end, &token);
      break;

    default:
      mig_json_lex_word (self->at, self->end, &token);
    }

  note_value (self);
  if (take_token (self, &token))
    end_value (self);
}

static gint
find_member (MigJsonScan *self,
             const char  *raw,
             gsize        length,
             gboolean     escaped)
{
  g_autofree char *name = escaped ? mig_json_unescape (raw, length) : g_strndup (raw, length);

  for (gint i = 0; self->members[i] != NULL; i++)
    if (strcmp (self->members[i], name) == 0)
      return i;

  return -1;
}

static void
read_colon (MigJsonScan *self)
{
  skip_blank (self);
  if (self->at == self->end)
    mig_json_scan_report_end (self);
  else if (*self->at != ':')
    mig_json_scan_report_here (self, MIG_JSON_FAULT_MISSING_COLON);
  else
    {
      self->at++;
      self->expectation = MIG_JSON_EXPECT_VALUE;
    }
}

static void
read_key (MigJsonScan *self)
{
  MigJsonFrame *frame = &self->frames[self->depth - 1];
  MigJsonPlace place = mig_json_scan_get_place (self);
  const guint8 *quote = self->at;
  const MigJsonKey *same;
  MigJsonToken token;

  /* Until there is a key, the path names the object. */
  frame->key = NULL;
  if (*quote != '"')
    {
      mig_json_scan_report_here (self, MIG_JSON_FAULT_MISSING_KEY);
      return;
    }

  mig_json_lex_string (quote, self->end, &token);
  if (!take_token (self, &token))
    return;

  frame->key = quote + 1;
  frame->key_length = (gsize) (token.end - quote) - 2;
  if (self->depth == 1)
    self->member = find_member (self, (const char *) frame->key, frame->key_length, token.escaped);

  if (frame->n++ == MIG_JSON_MAX_MEMBERS)
    {
      mig_json_scan_report (self, MIG_JSON_FAULT_MEMBERS, place, (gsize) (token.end - quote), 0);
      return;
    }

  same = mig_json_keys_add (&frame->keys, (const char *) frame->key, frame->key_length, token.escaped, place.line);
  if (same != NULL)
    {
      place.offset++;
      place.column++;
      mig_json_scan_report (self, MIG_JSON_FAULT_DUPLICATE_KEY, place, frame->key_length, same->line);
    }

  read_colon (self);
}

static void
read_comma (MigJsonScan *self)
{
  const MigJsonFrame *frame = &self->frames[self->depth - 1];

  if (*self->at == '}' || *self->at == ']')
    {
      close_bracket (self);
      return;
    }

  if (*self->at != ',')
    {
      mig_json_scan_report_here (self, MIG_JSON_FAULT_MISSING_COMMA);
      return;
    }

  self->comma = mig_json_scan_get_place (self);
  self->at++;
  self->expectation = frame->type == '{' ? MIG_JSON_EXPECT_KEY : MIG_JSON_EXPECT_VALUE;

  skip_blank (self);
  if (self->at < self->end && *self->at == (frame->type == '{' ? '}' : ']'))
    mig_json_scan_report (self, MIG_JSON_FAULT_TRAILING_COMMA, self->comma, 1, 0);
}

/* One token; there is one. */
static void
step (MigJsonScan *self)
{
  gboolean is_closing = *self->at == '}' || *self->at == ']';

  switch (self->expectation)
    {
    case MIG_JSON_EXPECT_VALUE:
      read_value (self);
      break;

    case MIG_JSON_EXPECT_VALUE_OR_END:
      if (is_closing)
        close_bracket (self);
      else
        read_value (self);
      break;

    case MIG_JSON_EXPECT_KEY_OR_END:
      if (is_closing)
        close_bracket (self);
      else
        read_key (self);
      break;

    case MIG_JSON_EXPECT_KEY:
      read_key (self);
      break;

    case MIG_JSON_EXPECT_COMMA_OR_END:
      if (self->depth == 0)
        mig_json_scan_report_here (self, MIG_JSON_FAULT_SECOND_DOCUMENT);
      else
        read_comma (self);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
begin (MigJsonScan *self)
{
  gsize size = (gsize) (self->end - self->begin);

  if (size == 0)
    {
      mig_json_scan_report (self, MIG_JSON_FAULT_EMPTY, (MigJsonPlace) { .line = 1, .column = 1 }, 0, 0);
      return;
    }

  /* A byte order mark, or ASCII of two or four bytes: JSON begins with two ASCII characters, and neither is NUL. */
  if (size >= 2 && ((self->begin[0] == 0xfe && self->begin[1] == 0xff) ||
                    (self->begin[0] == 0xff && self->begin[1] == 0xfe) || self->begin[0] == 0 || self->begin[1] == 0))
    {
      mig_json_scan_report (self, MIG_JSON_FAULT_UTF16, mig_json_scan_get_place (self), 1, 0);
      return;
    }

  if (size >= 3 && memcmp (self->begin, "\xef\xbb\xbf", 3) == 0)
    self->at = self->line_begin = self->begin + 3;

  skip_blank (self);
  if (self->at == self->end)
    mig_json_scan_report (self, MIG_JSON_FAULT_BLANK, (MigJsonPlace) { .line = 1, .column = 1 }, 0, 0);
}

/**
 * mig_json_scan_new:
 * @bytes: a file
 * @members: (array zero-terminated=1): names of the top-level members whose records are wanted; must outlive the scan
 * @problems: where to report what is wrong
 *
 * Begins to scan a file; mig_json_scan_step() goes on.
 *
 * Returns: (transfer full): a scan
 */
MigJsonScan *
mig_json_scan_new (GBytes            *bytes,
                   const char *const *members,
                   MigProblems       *problems)
{
  MigJsonScan *self = g_new0 (MigJsonScan, 1);
  gsize size;

  self->bytes = g_bytes_ref (bytes);
  self->members = members;
  self->problems = mig_problems_ref (problems);
  self->begin = g_bytes_get_data (bytes, &size);
  if (self->begin == NULL)
    self->begin = (const guint8 *) "";
  self->end = self->begin + size;
  self->at = self->line_begin = self->begin;
  self->line = 1;
  self->expectation = MIG_JSON_EXPECT_VALUE;
  self->member = -1;
  self->member_types = g_new0 (char, g_strv_length ((char **) members) + 1);
  self->slices = g_array_new (FALSE, FALSE, sizeof (MigJsonSlice));
  self->slice_depth = G_MAXUINT;

  begin (self);
  return self;
}

/**
 * mig_json_scan_step:
 * @self: a scan
 * @n_bytes: how far to go, about
 *
 * Goes on with a scan.
 *
 * Returns: whether there is more to scan; if not, mig_json_scan_is_complete() tells why
 */
gboolean
mig_json_scan_step (MigJsonScan *self,
                    gsize        n_bytes)
{
  const guint8 *enough = (gsize) (self->end - self->at) > n_bytes ? self->at + n_bytes : self->end;

  while (!self->is_over)
    {
      skip_blank (self);
      if (self->at == self->end && self->depth == 0)
        {
          self->is_complete = TRUE;
          return FALSE;
        }
      if (self->at == self->end)
        mig_json_scan_report_end (self);
      else if (self->at < enough)
        step (self);
      else
        return TRUE;
    }

  return FALSE;
}

/**
 * mig_json_scan:
 * @bytes: a file
 * @members: (array zero-terminated=1): names of the top-level members whose records are wanted; must outlive the scan
 * @problems: where to report what is wrong
 * @progress: (nullable) (scope call): told from 0 to 1 how far the scan is, about once a megabyte
 * @user_data: for @progress
 * @cancellable: (nullable): looked at about once a megabyte
 * @error: return location for a %G_IO_ERROR_CANCELLED
 *
 * Checks that a file is one JSON text in UTF-8 (RFC 8259) within the limits of the corpus format, and cuts it into
 * records. What is wrong with it goes into @problems and is no @error; see mig_json_scan_is_complete().
 *
 * Returns: (transfer full): what was found; %NULL if the scan was cancelled
 */
MigJsonScan *
mig_json_scan (GBytes              *bytes,
               const char *const   *members,
               MigProblems         *problems,
               MigJsonProgressFunc  progress,
               gpointer             user_data,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (MigJsonScan) self = mig_json_scan_new (bytes, members, problems);

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (progress != NULL)
        progress ((double) (self->at - self->begin) / (double) MAX (self->end - self->begin, 1), user_data);
    }
  while (mig_json_scan_step (self, CHECK_EVERY));

  return g_steal_pointer (&self);
}

/**
 * mig_json_scan_free:
 * @self: (transfer full): a scan
 *
 * Frees a scan, its slices included.
 */
void
mig_json_scan_free (MigJsonScan *self)
{
  for (guint i = 0; i < MIG_JSON_MAX_DEPTH; i++)
    mig_json_keys_clear (&self->frames[i].keys);
  g_free (self->member_types);
  g_array_unref (self->slices);
  mig_problems_unref (self->problems);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * mig_json_scan_is_complete:
 * @self: a scan
 *
 * Returns: whether the end of the file was reached: only unsound records, if any, are wrong with it
 */
gboolean
mig_json_scan_is_complete (MigJsonScan *self)
{
  return self->is_complete;
}

/**
 * mig_json_scan_get_type:
 * @self: a scan
 *
 * Returns: the first byte of the document's value, '{' for an object; 0 if there is none
 */
char
mig_json_scan_get_type (MigJsonScan *self)
{
  return self->type;
}

/**
 * mig_json_scan_get_slices:
 * @self: a scan
 * @n: (out): how many there are
 *
 * Returns: (array length=n): the records in the order of the file
 */
const MigJsonSlice *
mig_json_scan_get_slices (MigJsonScan *self,
                          gsize       *n)
{
  *n = self->slices->len;
  return (const MigJsonSlice *) (void *) self->slices->data;
}

/**
 * mig_json_scan_forget_slices:
 * @self: a scan
 *
 * Drops the records found so far, for who has taken them; those that follow are counted from 0 again.
 */
void
mig_json_scan_forget_slices (MigJsonScan *self)
{
  g_array_set_size (self->slices, 0);
}

/**
 * mig_json_scan_get_member_type:
 * @self: a scan
 * @member: place in the names given to mig_json_scan()
 *
 * Returns: the first byte of the member's value, '[' for a list; 0 if the document has no such member
 */
char
mig_json_scan_get_member_type (MigJsonScan *self,
                               guint        member)
{
  return self->member_types[member];
}
