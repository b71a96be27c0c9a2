/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-excerpt.h"

#include <string.h>

#include "mig-json-text.h"

/*
 * Cuts the lines around a problem out of a file. A file may be one line of a hundred megabytes: nothing here looks
 * farther than a few thousand bytes to either side, and no line of an excerpt is longer than a window's width.
 */

#define LINES_AROUND 2
#define LONGEST_LINE 160  /* characters */
#define BEFORE_PROBLEM 60 /* characters kept before the problem when its line is cut */
#define FARTHEST (4 * 1024) /* bytes that are searched for the end of a line */

typedef struct
{
  const char *data;
  const char *end;
} Text;

typedef struct
{
  const char *begin;
  const char *end;
  gboolean is_begin; /* @begin is where the line begins, not where the search for that was given up */
  gboolean is_end;
} Line;

static const char *
find_begin (const Text *text,
            const char *at,
            gboolean   *found)
{
  const char *farthest = at - text->data > FARTHEST ? at - FARTHEST : text->data;
  const char *feed = memrchr (farthest, '\n', (gsize) (at - farthest));

  *found = feed != NULL || farthest == text->data;
  return feed != NULL ? feed + 1 : farthest;
}

static const char *
find_end (const Text *text,
          const char *at,
          gboolean   *found)
{
  const char *farthest = text->end - at > FARTHEST ? at + FARTHEST : text->end;
  const char *feed = memchr (at, '\n', (gsize) (farthest - at));

  *found = feed != NULL || farthest == text->end;
  return feed != NULL ? feed : farthest;
}

/* Not to begin in the middle of a character where a search was given up. */
static const char *
next_character (const char *at,
                const char *end)
{
  while (at < end && ((guint8) *at & 0xc0) == 0x80)
    at++;

  return at;
}

static char *
cut (const char *begin,
     const char *end,
     gboolean    is_begin,
     gboolean    is_end)
{
  const guint8 *at = (const guint8 *) begin;
  const guint8 *last = (const guint8 *) end;
  g_autofree char *line = NULL;
  g_autofree char *valid = NULL;

  for (guint n = 0; at < last && n < LONGEST_LINE; n++)
    at += MAX (mig_utf8_sequence (at, last), 1);

  line = g_strdup_printf ("%s%.*s%s", is_begin ? "" : "…", (int) (at - (const guint8 *) begin), begin,
                          is_end && at == last ? "" : "…");
  g_strdelimit (line, "\r\t\v\f", ' ');
  if (is_end && at == last)
    g_strchomp (line);
  valid = g_utf8_make_valid (line, -1);

  return g_steal_pointer (&valid);
}

static Line
find_line (const Text *text,
           const char *at)
{
  Line line;

  line.begin = find_begin (text, at, &line.is_begin);
  line.end = find_end (text, at, &line.is_end);
  line.begin = line.is_begin ? line.begin : next_character (line.begin, line.end);

  return line;
}

/* The problem's own line, cut at its start too if the problem is far in. Tells where the problem is in what is left. */
static char *
cut_problem_line (const Line         *line,
                  const char         *at,
                  const MigJsonPlace *place,
                  guint64            *column,
                  guint64            *length)
{
  const char *begin = line->begin;
  gboolean is_begin = line->is_begin;
  guint64 n_before = mig_json_count_characters (begin, at);
  guint64 room;

  if (n_before + place->length > LONGEST_LINE && n_before > BEFORE_PROBLEM)
    {
      for (guint64 n = n_before; n > BEFORE_PROBLEM; n--)
        begin += MAX (mig_utf8_sequence ((const guint8 *) begin, (const guint8 *) at), 1);
      is_begin = FALSE;
      n_before = BEFORE_PROBLEM;
    }

  /* The ellipsis is a character of the line, too. */
  *column = n_before + 1 + (is_begin ? 0 : 1);
  room = LONGEST_LINE - MIN (n_before, LONGEST_LINE);
  *length = MIN (place->length, room);

  return cut (begin, line->end, is_begin, line->is_end);
}

static char **
cut_lines (const Text         *text,
           const MigJsonPlace *place,
           guint64            *first_line,
           guint64            *column,
           guint64            *length)
{
  const char *at = text->data + place->offset;
  Line line = find_line (text, at);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Line other = line;

  g_ptr_array_add (lines, cut_problem_line (&line, at, place, column, length));

  *first_line = place->line;
  for (guint i = 0; i < LINES_AROUND && other.is_begin && other.begin > text->data; i++)
    {
      other = find_line (text, other.begin - 1);
      g_ptr_array_insert (lines, 0, cut (other.begin, other.end, other.is_begin, other.is_end));
      (*first_line)--;
    }

  other = line;
  for (guint i = 0; i < LINES_AROUND && other.is_end && other.end + 1 < text->end; i++)
    {
      other = find_line (text, other.end + 1);
      g_ptr_array_add (lines, cut (other.begin, other.end, other.is_begin, other.is_end));
    }

  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}

/**
 * mig_excerpt_add_problem:
 * @problems: problems
 * @bytes: the file
 * @place: where in it the problem is
 * @path: (nullable): JSON path
 * @what: what was found
 * @hint: (nullable): what was expected
 *
 * Adds a problem with up to five lines of the file around it.
 */
void
mig_excerpt_add_problem (MigProblems        *problems,
                         GBytes             *bytes,
                         const MigJsonPlace *place,
                         const char         *path,
                         const char         *what,
                         const char         *hint)
{
  gboolean is_stored = !mig_problems_is_full (problems);
  gsize size;
  Text text;
  guint64 first_line, column, length;
  char **lines;
  guint last;

  mig_problems_add (problems, place->line, place->column, place->length, path, what, hint);
  if (!is_stored)
    return;

  text.data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return;

  text.end = text.data + size;
  g_return_if_fail (place->offset <= size);

  lines = cut_lines (&text, place, &first_line, &column, &length);
  last = mig_problems_get_n (problems) - 1;
  mig_problems_take_excerpt (problems, last, first_line, lines);
  mig_problems_set_excerpt_span (problems, last, column, length);
}
