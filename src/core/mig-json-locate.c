/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-scanner.h"

#include <string.h>

#include "mig-json-text.h"

/*
 * Finds the place in a file of something that a tree no longer knows the place of: json-glib says that events[12] has a
 * bad start_date, this says that it is on line 417. Only what has a problem is ever looked for, so it is looked for in
 * the bytes of its record, once more.
 *
 * The record has been scanned: it is well-formed, and nothing is checked again here.
 */

typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static void
skip_blank (Cursor *cursor)
{
  while (cursor->at < cursor->end && strchr (" \t\r\n", *cursor->at) != NULL && *cursor->at != '\0')
    cursor->at++;
}

/* A quote is looked for anew only when the last one turned out to be escaped: a text may be nothing but escapes. */
static void
skip_string (Cursor *cursor)
{
  const char *quote = cursor->at;

  cursor->at++;
  while (cursor->at < cursor->end)
    {
      const char *escape;

      if (quote < cursor->at)
        quote = memchr (cursor->at, '"', (gsize) (cursor->end - cursor->at));
      if (quote == NULL)
        quote = cursor->end;

      escape = memchr (cursor->at, '\\', (gsize) (quote - cursor->at));
      cursor->at = MIN (escape != NULL ? escape + 2 : quote + 1, cursor->end);
      if (escape == NULL)
        return;
    }
}

static void
skip_value (Cursor *cursor)
{
  guint depth = 0;

  do
    {
      skip_blank (cursor);
      if (cursor->at == cursor->end)
        return;

      switch (*cursor->at)
        {
        case '"':
          skip_string (cursor);
          break;

        case '{':
        case '[':
          depth++;
          cursor->at++;
          break;

        case '}':
        case ']':
          depth--;
          cursor->at++;
          break;

        case ',':
        case ':':
          cursor->at++;
          break;

        default:
          do
            cursor->at++;
          while (cursor->at < cursor->end && strchr (",]} \t\r\n", *cursor->at) == NULL);
        }
    }
  while (depth > 0 && cursor->at < cursor->end);
}

static gboolean
is_key (const char *quote,
        const char *end,
        const char *name,
        gsize       length)
{
  const char *raw = quote + 1;
  gsize raw_length = (gsize) (end - quote) - 2;
  g_autofree char *key = NULL;

  if (memchr (raw, '\\', raw_length) == NULL)
    return raw_length == length && memcmp (raw, name, length) == 0;

  key = mig_json_unescape (raw, raw_length);
  return strlen (key) == length && memcmp (key, name, length) == 0;
}

/* Moves from an object to the value of one of its members. Of a key that stands there twice, the last one counts. */
static gboolean
enter_member (Cursor     *cursor,
              const char *name,
              gsize       length)
{
  Cursor look = *cursor;
  gboolean found = FALSE;

  if (*look.at != '{')
    return FALSE;

  for (look.at++;; look.at++)
    {
      const char *quote;
      const char *after;

      skip_blank (&look);
      if (look.at == look.end || *look.at != '"')
        return found;

      quote = look.at;
      skip_string (&look);
      after = look.at;
      skip_blank (&look);
      look.at = MIN (look.at + 1, look.end); /* the colon */
      skip_blank (&look);
      if (is_key (quote, after, name, length))
        {
          *cursor = look;
          found = TRUE;
        }

      skip_value (&look);
      skip_blank (&look);
      if (look.at == look.end || *look.at != ',')
        return found;
    }
}

static gboolean
enter_entry (Cursor *cursor,
             guint64 index)
{
  Cursor look = *cursor;

  if (*look.at != '[')
    return FALSE;

  look.at++;
  skip_blank (&look);
  for (; index > 0 && look.at < look.end && *look.at != ']'; index--)
    {
      skip_value (&look);
      skip_blank (&look);
      if (look.at < look.end && *look.at == ',')
        look.at++;
      skip_blank (&look);
    }

  if (index > 0 || look.at == look.end || *look.at == ']')
    return FALSE;

  *cursor = look;
  return TRUE;
}

/* Follows a path as far as it leads. */
static gboolean
follow (Cursor     *cursor,
        const char *path)
{
  while (*path != '\0')
    {
      if (*path == '[')
        {
          char *after;
          guint64 index = g_ascii_strtoull (path + 1, &after, 10);

          if (*after != ']' || !enter_entry (cursor, index))
            return FALSE;
          path = after + 1;
        }
      else
        {
          gsize length;

          path += *path == '.' ? 1 : 0;
          length = strcspn (path, ".[");
          if (!enter_member (cursor, path, length))
            return FALSE;
          path += length;
        }
    }

  return TRUE;
}

/* Counts on from the slice's begin. The value is as long as it is, but no longer than its line. */
static void
measure (const char         *data,
         const MigJsonSlice *slice,
         const Cursor       *cursor,
         MigJsonPlace       *place)
{
  const char *begin = data + slice->offset;
  const char *line_begin = begin;
  const char *feed;
  Cursor after = *cursor;

  place->offset = (gsize) (cursor->at - data);
  place->line = slice->line;
  place->column = slice->column;
  while ((feed = memchr (line_begin, '\n', (gsize) (cursor->at - line_begin))) != NULL)
    {
      place->line++;
      place->column = 1;
      line_begin = feed + 1;
    }
  place->column += mig_json_count_characters (line_begin, cursor->at);

  skip_value (&after);
  feed = memchr (cursor->at, '\n', (gsize) (after.at - cursor->at));
  if (feed != NULL)
    after.at = feed > cursor->at && feed[-1] == '\r' ? feed - 1 : feed;
  place->length = mig_json_count_characters (cursor->at, after.at);
}

/**
 * mig_json_locate:
 * @bytes: the file that was scanned
 * @slice: a record of it
 * @path: where in the record: "start_date", "sources[2].url"; "" is the record itself. Member names in it must not
 *   hold a dot or bracket
 * @place: (out caller-allocates): where it is in the file
 *
 * Finds a value within a record. Where the record does not have it (a member may be missing that should be there), the
 * place is that of the innermost value around it.
 *
 * Returns: whether the value itself was found
 */
gboolean
mig_json_locate (GBytes             *bytes,
                 const MigJsonSlice *slice,
                 const char         *path,
                 MigJsonPlace       *place)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  Cursor cursor = { data + slice->offset, data + slice->offset + slice->length };
  gboolean found = follow (&cursor, path);

  measure (data, slice, &cursor, place);
  return found;
}
